"""A deck as the preview shows it: pages by their content, problems by their slides, and where each word is written.

Pages are told apart by a hash of what is drawn of them, so that a browser asks only for those that it has not seen.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from hashlib import blake2b
from pathlib import Path
from threading import RLock
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from deckmotor.browsed import for_browser, presentation
from deckmotor.build import Pipeline
from deckmotor.built import USUAL, File, How, Output
from deckmotor.cache import Cache
from deckmotor.check.fit import Fullness, fullest
from deckmotor.compose import PART_MARK
from deckmotor.diagnostics import Diagnostic
from deckmotor.edition import BASE, Edition
from deckmotor.load import Project
from deckmotor.model.deck import Deck, Slide
from deckmotor.pictures.playing import playing
from deckmotor.preview.memory import Memory
from deckmotor.preview.place import Pointed, place_of
from deckmotor.preview.shown import Place, Problem, Shown, ShownPage, View
from deckmotor.scene.page import Page, Scene
from deckmotor.scene.shown import shown as without_hidden
from deckmotor.source.decode import decode
from deckmotor.span import Span
from deckmotor.style import Anchor
from deckmotor.theme.folder import theme_names
from deckmotor.workspace import OutsideProjectError, TooLargeError, Workspace

SEEN = {"overflow", "no-place", "not-drawn"}
"""Codes of errors that a picture shows best; with others, what was written is not all there."""

FONTS = "/font/"
"""Where font files are served: a browser keeps them, and they are the same for all views."""

ABOVE: dict[Anchor, float] = {"top": 0, "middle": 0.5, "bottom": 1}
"""Of the room that a place has left, the part that is above what it holds."""

NOTHING = Pointed()

SPARE = 5_000_000
"""Characters that are kept for browsers to ask for beside what is shown: one may not have heard yet of what is new."""


class Kept(Struct):
    """What is known of the files as they are now."""

    version: int
    project: Project | None = None
    pipelines: dict[str, Pipeline] = field(default_factory=dict)
    shown: dict[View, Shown] = field(default_factory=dict)


class Preview:
    """A project that is looked at while it is being written. `refresh` after a change of its files."""

    def __init__(
        self, workspace: Workspace, deck: str, theme: str | None = None, cache: Cache | None = None, start: Edition = BASE
    ) -> None:
        self.start = start
        """What is shown first."""
        self._workspace = workspace
        self._theme = theme
        self._cache = cache or Cache(None)
        self.memory = Memory(workspace, deck)
        self._changed: list[Path] | None = None
        """Files that have changed since the project was loaded; None is: any may have."""
        self._now = Kept(1)
        self.good: dict[View, Shown] = {}
        self._parts: dict[str, str] = {}
        self._working = RLock()
        """One is composed at a time: views share what is remembered."""

    @property
    def version(self) -> int:
        """The number of what is to be shown."""
        return self._now.version

    def refresh(self, changed: Sequence[Path] | None = None) -> int:
        """Files have changed: these, or where it is not known, any. The number of what is now to be shown."""
        self._changed = None if changed is None or self._changed is None else [*self._changed, *changed]
        self._now = Kept(self.version + 1)
        return self.version

    def part(self, key: str) -> str | None:
        """What is drawn of a page, or a view's style sheet or pictures, by its hash."""
        return self._parts.get(key)

    def shown(self, view: View) -> Shown:
        """The pages and problems of a view. Where nothing can be drawn, the pages are those that could be drawn last."""
        with self._working:
            now = self._now  # Another one by the time that this is made, where somebody saves again.
            if view not in now.shown:
                now.shown[view] = self._show(view, now)
            return now.shown[view]

    def grid(self, slide: str, view: View) -> Iterator[dict[str, Any]]:
        """The first page of a slide in every variant, and whether it differs from the deck's without one; of a project without
        variants, in every audience."""
        base = None
        for number, one in enumerate(self._views(view)):
            shown = self.shown(one)
            place, page = next(((at, page) for at, page in enumerate(shown.pages, 1) if page.id == slide), (0, None))
            key = None if page is None else page.key
            drawn = _unnumbered(self._parts.get(key or "", key or ""), place)
            base = drawn if number == 0 else base
            yield {
                "edition": one.variant or one.audience if number else "", "variant": one.variant, "audience": one.audience,
                "name": self._named(one) if number else "The deck itself",
                "key": key, "differs": drawn != base, "style": shown.style, "kept": shown.kept,
            }  # fmt: skip

    def _views(self, view: View) -> Iterator[View]:
        """The view without a variant and in each of them; of a project without variants, in each audience."""
        with self._working:
            project = self._pipeline(view.theme, self._now).project
        if project.variants:
            return (replace(view, variant=id) for id in ("", *project.variants))
        return (replace(view, audience=name) for name in ("", *project.audiences))

    def _named(self, view: View) -> str:
        one = Edition(variant=view.variant) if view.variant else Edition(audience=view.audience)
        with self._working:
            version = self._pipeline(view.theme, self._now).project.versions.get(one)
        return str((version.name if version is not None else None) or one.name)

    def place(self, view: View, page: str, pointed: Pointed = NOTHING) -> Span | None:
        """Where what stands on a page is written; where nothing is pointed at, its slide."""
        with self._working:
            composed = self._pipeline(view.theme, self._now).compose(view.edition)
        slide = _slides(composed.deck).get(_slide_of(page))
        if slide is None or composed.deck is None or composed.scene is None:
            return None
        parts = [one for one in composed.scene.pages if _slide_of(one.id) == _slide_of(page)]
        upto = parts[: next((at for at, one in enumerate(parts, 1) if one.id == page), 0)]
        language = upto[-1].language if upto else ""
        return place_of(pointed, slide, upto, composed.deck.head, language=language, read=cache(self._text))

    def _text(self, file: str) -> str:
        """The text of a file; none where it can't be read."""
        try:
            return decode(self._workspace.read(file), file)[0] or ""
        except (OSError, OutsideProjectError, TooLargeError):
            return ""

    def built(self, view: View, output: Output, how: How = USUAL) -> tuple[File, ...]:
        """The finished files of a view; none where the deck has errors."""
        with self._working:
            return self._pipeline(view.theme, self._now).build(view.edition, (output,), how).files

    def built_all(self, view: View) -> tuple[File, ...]:
        """PowerPoint's file of the view without a variant and in each; none where one has errors."""
        files = [self.built(one, "pptx") for one in self._views(view)]
        return tuple(file for made in files for file in made) if all(files) else ()

    def presented(self, view: View) -> bytes | None:
        """The view as a page that presents itself; None where nothing can be drawn."""
        with self._working:
            composed = self._pipeline(view.theme, self._now).compose(view.edition)
        if composed.scene is None or composed.deck is None:
            return None
        return presentation(without_hidden(playing(composed.scene, composed.deck)[0]))

    def _pipeline(self, theme: str, now: Kept) -> Pipeline:
        if now.project is None:
            changed, self._changed = self._changed, []
            now.project = self.memory.load(changed)
        known = now.pipelines.get(theme)
        if known is None:
            known = Pipeline(now.project, theme=theme or self._theme, cache=self._cache, memos=self.memory.memos)
            now.pipelines[theme] = known
        return known

    def _show(self, view: View, now: Kept) -> Shown:
        pipeline = self._pipeline(view.theme, now)
        composed = pipeline.compose(view.edition)
        problems = tuple(_problem(one) for one in composed.problems)
        known = self._known(pipeline.project, now.version)
        last = self.good.get(view, Shown(version=0))
        broken = any(one.severity == "error" and one.code not in SEEN for one in composed.problems)
        if composed.scene is None or composed.deck is None or (broken and last.pages):
            return replace(
                known, title=last.title, language=last.language, ratio=last.ratio, theme=last.theme, style=last.style,
                kept=last.kept, pages=last.pages, problems=problems, stale=bool(last.pages),
            )  # fmt: skip
        scene, drawn = composed.scene, for_browser(composed.scene, FONTS, self.memory.drawn)
        layouts = {layout.name: layout for layout in scene.layouts}
        slides = _slides(composed.deck)
        owners = list(_owners(composed.problems, slides.values()))
        pages = tuple(
            _page(page, self._keep(text), slides, owners, self.memory.room(page, layouts[page.layout]), scene)
            for page, text in zip(scene.pages, drawn.pages, strict=True)
        )
        made = replace(
            known,
            title=scene.properties.title,
            language=scene.properties.language,
            ratio=scene.width / scene.height,
            theme="" if composed.theme is None else composed.theme.name,
            style=self._keep(drawn.style),
            kept=self._keep(drawn.kept),
            pages=pages,
            problems=problems,
            lacking=broken,
        )
        if not broken:
            self.good[view] = made
        self._forget(made)
        return made

    def _known(self, project: Project, version: int) -> Shown:
        """What could be looked at, without any page."""
        versions = project.versions
        return Shown(
            version=version,
            variants=tuple((one.id, str(one.name or one.id)) for one in project.variants.values()),
            audiences=tuple((name, str(versions[Edition(audience=name)].name or name)) for name in project.audiences),
            languages=tuple(project.languages),
            themes=tuple(theme_names(self._workspace)),
        )

    def _keep(self, text: str) -> str:
        key = blake2b(text.encode(), digest_size=12).hexdigest()
        self._parts[key] = text
        return key

    def _forget(self, made: Shown) -> None:
        """Forget what no view shows any more, where it has become much."""
        views = *self.good.values(), *self._now.shown.values(), made
        needed = {key for view in views for key in view.keys}
        if sum(len(text) for key, text in self._parts.items() if key not in needed) > SPARE:
            self._parts = {key: text for key, text in self._parts.items() if key in needed}


def _unnumbered(drawn: str, number: int) -> str:
    """What is drawn of a page but for its number: a slide before it does not make it another."""
    return drawn.replace(f'aria-label="{number}. ', 'aria-label="', 1).replace(f">{number}</span>", "></span>")


def _slides(deck: Deck | None) -> dict[str, Slide]:
    return {} if deck is None else {slide.id or "": slide for slide in deck.slides}


def _slide_of(page: str) -> str:
    return page.split(PART_MARK)[0]


def _owners(problems: Iterable[Diagnostic], slides: Iterable[Slide]) -> Iterator[str | None]:
    """For each problem the id of its slide: the last one that begins before it in the same file."""
    begins = sorted(((slide.span.file, slide.span.start, slide.id or "") for slide in slides), reverse=True)
    for one in problems:
        at = one.span.file, one.span.start
        yield next((slide for file, start, slide in begins if file == at[0] and start <= at[1]), None)


def _page(
    page: Page, key: str, slides: dict[str, Slide], owners: list[str | None], rooms: tuple[Fullness, ...], scene: Scene
) -> ShownPage:
    room = fullest(rooms)
    slide = slides.get(_slide_of(page.id))
    return ShownPage(
        id=page.id,
        title=page.title,
        key=key,
        layout=page.layout,
        hidden=page.hidden,
        file="" if slide is None else slide.span.file,
        line=1 if slide is None else slide.span.line,
        problems=tuple(place for place, owner in enumerate(owners) if owner == _slide_of(page.id)),
        places=tuple(_place(one, scene) for one in rooms),
        room="" if room is None else _words(room),
    )


def _place(one: Fullness, scene: Scene) -> Place:
    box, across, down = one.box, scene.width, scene.height
    shares = (box.x / across, box.y / down, box.width / across, box.height / down)
    return Place(box=shares, share=one.share, above=ABOVE[one.anchor] * max(0, 1 - one.share), words=_words(one))


def _words(one: Fullness) -> str:
    return f"{one.place}: {one.size:g} pt, step {one.step + 1} of {one.steps}, {one.room:.0f} pt left"


def _problem(one: Diagnostic) -> Problem:
    return Problem(
        severity=one.severity,
        message=str(one.message),
        hints=tuple(map(str, one.advice)),
        code=one.code,
        file=one.span.file,
        line=one.span.line,
        column=one.span.column,
    )
