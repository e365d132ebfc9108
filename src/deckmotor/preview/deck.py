"""A deck as the preview shows it: pages by their content, problems by their slides, and where each word is written.

Pages are told apart by a hash of what is drawn of them, so that a browser asks only for those that it has not seen.
"""

from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from deckmotor.build import Memos, Output, Pipeline
from deckmotor.cache import Cache
from deckmotor.check.fit import Fullness, fullness
from deckmotor.compose import PART_MARK
from deckmotor.diagnostics import Diagnostic
from deckmotor.drawn import for_browser, presentation
from deckmotor.edition import Edition
from deckmotor.load import load_project
from deckmotor.model.deck import Deck, Slide
from deckmotor.model.text import Text
from deckmotor.model.walk import parts_of
from deckmotor.scene.page import Page
from deckmotor.span import Span
from deckmotor.theme.folder import theme_names
from deckmotor.workspace import Workspace

SEEN = {"overflow", "no-place", "not-drawn"}
"""Codes of errors that a picture shows best; with others, what was written is not all there."""

FONTS = "/font/"
"""Where font files are served: a browser keeps them, and they are the same for all views."""

MOST_KEPT = 20_000
"""Parts that are kept for browsers to ask for; then all are forgotten but those that are shown."""


class View(Struct, frozen=True):
    """What is looked at."""

    variant: str = ""
    theme: str = ""
    """Instead of the deck's own, where it is not empty."""


class ShownPage(Struct, frozen=True, kw_only=True):
    """A page in the list of a view."""

    id: str
    title: str
    key: str
    """Hash of what is drawn; `part` has that."""
    layout: str
    notes: tuple[str, ...]
    file: str
    line: int
    problems: tuple[int, ...]
    """Which of the view's problems are its slide's."""
    room: str
    """How full it is, in words."""


class Problem(Struct, frozen=True, kw_only=True):
    """A problem for people."""

    severity: str
    message: str
    hints: tuple[str, ...]
    code: str
    file: str
    line: int
    column: int


class Shown(Struct, frozen=True, kw_only=True):
    """All that a browser needs to show a view."""

    version: int
    title: str = ""
    language: str = "en"
    ratio: float = 16 / 9
    variants: tuple[tuple[str, str], ...] = ()
    """Ids and names."""
    themes: tuple[str, ...] = ()
    theme: str = ""
    style: str = ""
    """Hash of the style sheet."""
    kept: str = ""
    """Hash of the pictures and backgrounds that pages refer to."""
    pages: tuple[ShownPage, ...] = ()
    problems: tuple[Problem, ...] = ()
    stale: bool = False
    """Whether the pages are those from before a mistake."""


class Kept(Struct):
    """What is known of the files as they are now."""

    pipelines: dict[str, Pipeline] = field(default_factory=dict)
    shown: dict[View, Shown] = field(default_factory=dict)


class Preview:
    """A project that is looked at while it is being written. `refresh` after a change of its files."""

    def __init__(self, workspace: Workspace, deck: str, theme: str | None = None, cache: Cache | None = None) -> None:
        self.version = 1
        self._workspace = workspace
        self._deck = deck
        self._theme = theme
        self._cache = cache or Cache(None)
        self._memos = Memos()
        self._now = Kept()
        self._good: dict[View, Shown] = {}
        self._parts: dict[str, str] = {}

    def refresh(self) -> int:
        """The files have changed. The number of what is now to be shown."""
        self.version += 1
        self._now = Kept()
        self._memos = Memos()  # They go by the identity of slides, and all are read anew.
        if len(self._parts) > MOST_KEPT:
            self._parts = {}
        return self.version

    def part(self, key: str) -> str | None:
        """What is drawn of a page, or a view's style sheet or pictures, by its hash."""
        return self._parts.get(key)

    def shown(self, view: View) -> Shown:
        """The pages and problems of a view. Where nothing can be drawn, the pages are those that could be drawn last."""
        known = self._now.shown.get(view)
        if known is None:
            known = self._now.shown[view] = self._show(view)
        return known

    def grid(self, slide: str, theme: str) -> Iterator[dict[str, Any]]:
        """The first page of a slide in every edition, and whether it differs from the base deck's."""
        base = None
        for edition in self._pipeline(theme).project.editions:
            shown = self.shown(View(edition.variant, theme))
            page = next((page for page in shown.pages if page.id == slide), None)
            base = page.key if edition.is_base and page is not None else base
            key = None if page is None else page.key
            yield {"variant": edition.variant, "key": key, "differs": key != base, "style": shown.style, "kept": shown.kept}

    def place(self, view: View, page: str, words: str) -> Span | None:
        """Where words of a page are written: the text that is all of them, or else holds them, or else their slide."""
        composed = self._pipeline(view.theme).compose(Edition(view.variant))
        slide = _slides(composed.deck).get(_slide_of(page))
        if slide is None or composed.deck is None:
            return None
        texts = [part for part in (*parts_of(slide), *parts_of(composed.deck.head)) if isinstance(part, Text)]
        said = " ".join(words.split())
        ways: tuple[Callable[[str], bool], ...] = (lambda text: text == said, lambda text: bool(said) and said in text)
        for way in ways:
            for text in texts:
                if way(" ".join(text.plain.split())):
                    return text.span
        return slide.span

    def built(self, view: View, output: Output) -> tuple[str, bytes] | None:
        """A finished file of a view, and its name; None where the deck has errors."""
        made = self._pipeline(view.theme).build(Edition(view.variant), (output,))
        return (made.files[0].name, made.files[0].data) if made.files else None

    def presented(self, view: View) -> bytes | None:
        """The view as a page that presents itself; None where nothing can be drawn."""
        scene = self._pipeline(view.theme).compose(Edition(view.variant)).scene
        return None if scene is None else presentation(scene)

    def _pipeline(self, theme: str) -> Pipeline:
        known = self._now.pipelines.get(theme)
        if known is None:
            project = load_project(self._workspace, self._deck)
            known = Pipeline(project, theme=theme or self._theme, cache=self._cache, memos=self._memos)
            self._now.pipelines[theme] = known
        return known

    def _show(self, view: View) -> Shown:
        pipeline = self._pipeline(view.theme)
        composed = pipeline.compose(Edition(view.variant))
        problems = tuple(_problem(one) for one in composed.problems)
        variants = tuple((one.id, str(one.name or one.id)) for one in pipeline.project.variants.values())
        themes = tuple(theme_names(self._workspace))
        last = self._good.get(view, Shown(version=0))
        broken = any(one.severity == "error" and one.code not in SEEN for one in composed.problems)
        if composed.scene is None or composed.deck is None or (broken and last.pages):
            return replace(
                last, version=self.version, problems=problems, stale=bool(last.pages), variants=variants, themes=themes
            )
        scene, drawn = composed.scene, for_browser(composed.scene, FONTS)
        rooms = {one.page: one for one in fullness(scene)}
        slides = _slides(composed.deck)
        owners = list(_owners(composed.problems, slides.values()))
        pages = tuple(
            _page(page, self._keep(text), slides, owners, rooms.get(page.id))
            for page, text in zip(scene.pages, drawn.pages, strict=True)
        )
        made = Shown(
            version=self.version,
            title=scene.properties.title,
            language=scene.properties.language,
            ratio=scene.width / scene.height,
            theme="" if composed.theme is None else composed.theme.name,
            style=self._keep(drawn.style),
            kept=self._keep(drawn.kept),
            pages=pages,
            problems=problems,
            variants=variants,
            themes=themes,
        )
        self._good[view] = made
        return made

    def _keep(self, text: str) -> str:
        key = blake2b(text.encode(), digest_size=12).hexdigest()
        self._parts[key] = text
        return key


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


def _page(page: Page, key: str, slides: dict[str, Slide], owners: list[str | None], room: Fullness | None) -> ShownPage:
    slide = slides.get(_slide_of(page.id))
    return ShownPage(
        id=page.id,
        title=page.title,
        key=key,
        layout=page.layout,
        notes=tuple("".join(run.text for run in runs) for runs in page.notes),
        file="" if slide is None else slide.span.file,
        line=1 if slide is None else slide.span.line,
        problems=tuple(place for place, owner in enumerate(owners) if owner == _slide_of(page.id)),
        room=""
        if room is None
        else f"{room.place}: {room.size:g} pt, step {room.step + 1} of {room.steps}, {room.room:.0f} pt left",
    )


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
