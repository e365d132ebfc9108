"""The whole pipeline on one page: files to deck, deck to scene, scene to PowerPoint, PDF and pictures.

Nothing is written here. What the decks of a project share is made once: theme, fonts, pictures and, by the identity of the
slides that variants have in common, pages and their deflated parts.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.built import USUAL, Built, File, How, Output, Problems, selected
from deckmotor.cache import Cache
from deckmotor.compose import PART_MARK, Plans, compose
from deckmotor.diagnostics import Diagnostic, has_errors
from deckmotor.edition import BASE, Edition, Extent
from deckmotor.load import Memo as LoadMemo
from deckmotor.load import Project, load_deck, load_project
from deckmotor.load.naming import alike
from deckmotor.messages import problem
from deckmotor.model.deck import Deck, Head
from deckmotor.pictures.memo import Memo as PictureMemo
from deckmotor.pictures.named import pictures_of
from deckmotor.scene.page import CLIPS, FormulaItem, Media, Scene
from deckmotor.span import Span
from deckmotor.theme.kept import kept_theme
from deckmotor.theme.theme import Theme
from deckmotor.typeset.fonts import shipped_fonts
from deckmotor.workspace import Workspace

if TYPE_CHECKING:
    from deckmotor.compose import Composition
    from deckmotor.compose.moved import Moved
    from deckmotor.load.said import Said


class ComposedDeck(Struct, frozen=True, kw_only=True):
    """A deck on its way to a file, as far as it came."""

    edition: Edition
    deck: Deck | None
    theme: Theme | None
    scene: Scene | None
    """None where there is no deck or no theme to make it from."""
    lacks_glyphs: bool = False
    """Whether there are characters that the fonts of the theme lack, even where the deck ignores the warning."""
    problems: Problems
    plans: Plans | None = None
    """How its slides are split."""


MOST_REMEMBERED = 3_000
"""Slides that memos keep, with their pages and parts: some 25 kB each. Of a larger base deck, twice as many as it has."""


class Memos:
    """What the editions of one project share, so that it is made once. One a process; it never changes a result.

    `presses` are given by who builds a project again and again: each reads all fonts.
    """

    def __init__(self, presses: dict[bool, Any] | None = None) -> None:
        self.fonts = shipped_fonts()
        self.load = LoadMemo()
        self.themes: dict[tuple[str, str, str, Span | None], tuple[Theme | None, Problems]] = {}
        """By name, page size and language; where there is no theme, also by the place that names it."""
        self.pictured: dict[tuple[int, tuple[str | None, ...]], tuple[Theme, Theme]] = {}
        self.pages: dict[Any, Any] = {}
        self.pictures = PictureMemo()
        self.written: Any = None
        """What PowerPoint's exporter remembers."""
        self.presses: dict[bool, Any] = {} if presses is None else presses
        self.characters: dict[Any, Any] = {}
        self.extents: dict[Any, Any] = {}
        self.moved: Moved | None = None
        """Given by who composes the same deck again and again."""

    def trim(self, slides: int) -> None:
        """Forget what is of slides where it is of more than so many: variants that share none would fill the memory."""
        if len(self.load.slides) > slides:
            self.load, self.pages, self.written, self.characters, self.extents = LoadMemo(), {}, None, {}, {}


class Pipeline:
    """A project from its files to PowerPoint. `theme` is used instead of the one that a deck names."""

    def __init__(
        self, project: Project, *, theme: str | None = None, cache: Cache | None = None, memos: Memos | None = None
    ) -> None:
        self.project = project
        self.workspace = project.workspace
        self._theme_instead = theme
        self._cache = cache or Cache(None)
        self._memos = memos or Memos()
        self.fonts = self._memos.fonts
        self._composed: dict[Edition, ComposedDeck] = {}
        self._ids: dict[Edition, frozenset[str]] = {}
        """By edition the slides that it has."""
        self._shapes: dict[Edition, Mapping[str, Extent]] = {}
        """The same with the room that they take; the base editions' are seen when they are asked for."""
        self._pictures: dict[Edition, tuple[str, ...]] = {}
        """By edition the paths of the pictures that it shows."""
        self._hidden: tuple[int, frozenset[str]] = (0, frozenset())
        """The words that only stand in so many files outside the project."""

    @classmethod
    def of(
        cls,
        workspace: Workspace,
        path: str,
        *,
        theme: str | None = None,
        cache: Cache | None = None,
        memos: Memos | None = None,
    ) -> "Pipeline":
        """The pipeline of the project whose `deck.yaml` is at a path."""
        return cls(load_project(workspace, path), theme=theme, cache=cache, memos=memos)

    def compose(self, edition: Edition = BASE) -> ComposedDeck:
        """The scene of an edition and all that is wrong with it, file names and fit included."""
        known = self._composed.get(edition)
        if known is None:
            if not edition.is_base:
                # A split slide is split alike in all editions, so the base deck comes first.
                base = self.compose(edition.base)
                self._memos.trim(max(MOST_REMEMBERED, 2 * len(base.deck.slides) if base.deck else 0))
            known = self._compose(edition)
            known = replace(known, problems=self._discreet(known.problems))
            if not edition.is_base:
                self._shapes[edition] = self._seen(edition, known)
            # The base deck is kept, and the one looked at last: 5,000 of them would fill the memory.
            self._composed = {of: deck for of, deck in self._composed.items() if of.is_base} | {edition: known}
        return known

    def build(self, edition: Edition = BASE, outputs: Sequence[Output] = ("pptx",), how: How = USUAL) -> Built:
        """The files of an edition: PowerPoint, PDF, HTML, a PNG or an SVG a page, or all pages on one picture.

        A deck with errors has no files. Where only one output can't be made, the others are. Speaker notes are in PowerPoint's,
        in HTML and in handouts. Raises NoSlideError where `how` names slides that are not there.
        """
        composed = self.compose(edition)
        deck, scene, problems = composed.deck, composed.scene, composed.problems
        files: list[File] = []
        failed: list[str] = []
        if deck is not None and scene is not None and not has_errors(problems):
            if how.slides.strip():
                deck, scene = replace(deck, file=how.named(deck.file)), selected(scene, how.slides)
            told: list[Diagnostic] = []
            for output in outputs:
                made, more = self._made(output, deck, scene, how, composed.lacks_glyphs)
                files += made
                failed += [] if made else [f"{deck.file}.{output}"]
                told += more
            if _plays(scene):
                from deckmotor.pictures.playing import stills  # Few decks have films.

                told += stills(scene, deck, outputs)
            problems += without(tuple(replace(one, variant=edition.name or None) for one in told), deck.head.ignore)
        problems = self._discreet(problems)
        slides = 0 if scene is None else len(scene.pages)
        return Built(edition=edition, slides=slides, files=tuple(files), failed=tuple(failed), problems=problems)

    def said(self, edition: Edition) -> "Said | None":
        """What an edition says, as far as that is told without making it; None where there are errors."""
        from deckmotor.load.said import said  # A build of one deck has no use for it.

        return said(self.project, edition, self._memos.load)

    def shown(self, edition: Edition) -> Mapping[str, Extent]:
        """The slides that an edition has, by their ids, once it has been composed."""
        known = self._shapes.get(edition)
        if known is None:
            known = self._shapes[edition] = self._seen(edition, self._composed.get(edition))
        return known

    def pictures(self, edition: Edition) -> tuple[str, ...]:
        """The paths of the pictures that an edition shows, once it has been composed."""
        return self._pictures.get(edition, ())

    def _seen(self, edition: Edition, composed: ComposedDeck | None) -> Mapping[str, Extent]:
        from deckmotor.check.shapes import extents  # A build of one deck has no use for it.

        return extents(self._ids.get(edition, ()), None if composed is None else composed.scene, self._memos.extents)

    def drift(self, elsewhere: Mapping[Edition, Mapping[str, Extent]] | None = None) -> Problems:
        """What no edition needs any more (variables, columns, slides), and what is far from the others. No errors; nothing
        unless the slides of all are known.

        Known are those that have been composed, and those in `elsewhere`: what another process saw, by edition.
        """
        shown = {**{edition: self.shown(edition) for edition in self._ids}, **(elsewhere or {})}
        deck, _ = (None, ()) if len(shown) < len(self.project.versions) else load_deck(self.project, BASE, self._memos.load)
        if deck is None:
            return ()
        from deckmotor.check.shapes import unlike
        from deckmotor.load.drift import drift  # Seldom asked for.

        found = (*drift(self.project, frozenset().union(*shown.values())), *unlike(self.project, shown))
        return without(found, deck.head.ignore)

    def _made(self, output: Output, deck: Deck, scene: Scene, how: How, borrow: bool) -> tuple[list[File], Problems]:
        """The files of one output, and what is wrong with them; no files where it can't be made."""
        if output != "html" or not _plays(scene):
            return self._files(output, deck, scene, how, borrow)
        from deckmotor.pictures.playing import playing  # Few decks have films.

        scene, told = playing(scene, deck)
        files, more = self._files(output, deck, scene, how, borrow)
        return files, (*told, *more)

    def _files(self, output: Output, deck: Deck, scene: Scene, how: How, borrow: bool) -> tuple[list[File], Problems]:
        if output == "pptx":
            from deckmotor.export.pptx import Memo, write  # A PDF has no use for it.

            memo = self._memos.written = self._memos.written or Memo()
            return [File(f"{deck.file}.pptx", write(scene, memo, self._formula))], ()
        steps = how.steps and output == "pdf" and how.handout is None
        if steps or any(page.hidden for page in scene.pages):
            from deckmotor.scene.shown import shown  # Few decks have hidden slides.

            scene = shown(scene, steps=steps)
        if output in ("html", "svg"):
            from deckmotor.browsed import drawn_pages, presentation

            if output == "html":
                return [File(f"{deck.file}.html", presentation(scene))], ()
            return _numbered(deck.file, scene, "svg", [svg.encode() for svg in drawn_pages(scene, self._formula)]), ()
        from deckmotor.drawn import RefusedError, drawn_sheet, press

        presses, place = self._memos.presses, deck.head.title.span
        if borrow not in presses:
            presses[borrow] = press(borrow=borrow)
        try:
            if output == "png":
                return _numbered(deck.file, scene, "png", presses[borrow].png(scene, how.dots(scene.width))), ()
            if output == "sheet":
                data, wide, wished = drawn_sheet(presses[borrow], scene, how.dots(scene.width))
                small = problem("sheet-small", place, width=f"{wide:,}", wished=f"{wished:,}")
                return [File(f"{deck.file}-sheet.png", data)], (small,) if how.is_sized and wide < wished else ()
            pdf, reason = presses[borrow].pdf(scene, how.handout)
        except RefusedError as refused:
            return [], (problem("not-drawn", place, output=output.upper(), reason=str(refused)),)
        # That a character has no glyph has been told, at its place.
        plain = (problem("pdf-plain", place, reason=reason),) if reason and not borrow else ()
        return [File(f"{deck.file}{'-handout' if how.handout else ''}.pdf", pdf)], plain

    def _compose(self, edition: Edition) -> ComposedDeck:
        deck, problems = load_deck(self.project, edition, self._memos.load)
        if deck is None:
            return ComposedDeck(edition=edition, deck=None, theme=None, scene=None, problems=problems)
        theme, wrong = self._theme(deck)
        if theme is not None and theme.logo is not None and deck.head.logo is None:
            deck = replace(deck, head=replace(deck.head, logo=theme.logo))
        self._ids[edition] = frozenset(slide.id or "" for slide in deck.slides)
        drawn = () if theme is None else theme.pictures
        media: dict[str, Media] = {}
        unread: Problems = ()
        if drawn or any(pictures_of(deck)):
            from deckmotor.pictures.read import read_pictures  # Many decks have no pictures.

            media, unread = read_pictures(self.workspace, deck, self._memos.pictures, drawn)
        self._pictures[edition] = tuple(media)
        if theme is not None and (drawn or deck.head.words is not None):
            theme = self._pictured(theme, media, deck.head)
        base = self._composed.get(edition.base)
        plans = None if base is None else base.plans
        made = None if theme is None else self._set(deck, theme, media, plans)
        scene, unfit, own_plans = (None, (), None) if made is None else (made.scene, made.problems, made.plans)
        odd: Problems = ()
        lacks_glyphs = False
        if scene is not None and self.fonts.unusual:
            from deckmotor.check.characters import characters  # Only for other letters than Latin, Greek and Cyrillic ones.

            values = self.project.versions[edition].values
            signs = characters(deck, scene, self.fonts, self._memos.characters, values)
            odd, lacks_glyphs = signs.problems, signs.lacking
            scene = replace(scene, emoji=signs.emoji) if signs.emoji else scene
        if scene is not None and media:
            from deckmotor.pictures.prepare import prepare_pictures

            scene, damaged = prepare_pictures(scene, deck, self._memos.pictures, self._cache, drawn, self._drawing)
            unread += damaged
            grounds = {slide.id: slide.background for slide in deck.slides if slide.background is not None}
            if grounds:
                from deckmotor.pictures.veil import veiled  # Few pages stand on a picture.

                of_pages = {page.id: grounds.get(page.id.partition(PART_MARK)[0]) for page in scene.pages}
                given = {page: ground for page, ground in of_pages.items() if ground is not None}
                scene, weak = veiled(scene, given, self._memos.pictures, self._cache)
                unread += weak
        found = (*unread, *self._taken(deck), *wrong, *unfit, *odd)
        marked = tuple(replace(one, variant=edition.name or None) for one in found)
        told = without(problems + marked, deck.head.ignore)
        return ComposedDeck(
            edition=edition, deck=deck, theme=theme, scene=scene, lacks_glyphs=lacks_glyphs, problems=told, plans=own_plans
        )

    def _set(self, deck: Deck, theme: Theme, media: dict[str, Media], plans: Plans | None) -> "Composition":
        """The deck composed. Slides that have only moved since last time are as they were, where there is nothing to tell."""
        moved, memo = self._memos.moved, self._memos.pages
        settled = deck if moved is None else moved.settled(deck)
        made = compose(settled, theme, self.fonts, media, plans=plans, memo=memo)
        return made if settled is deck or not made.problems else compose(deck, theme, self.fonts, media, plans=plans, memo=memo)

    def _drawing(self, svg: bytes, width: int, height: int) -> bytes | None:
        """A drawing as a PNG; None where typst is not installed, which draws it."""
        from deckmotor.drawn import RefusedError, press  # Few decks have drawings.
        from deckmotor.pictures.look import DamagedError

        presses = self._memos.presses
        try:
            if False not in presses:
                presses[False] = press()
            return bytes(presses[False].drawing(svg, width, height))
        except ModuleNotFoundError:
            return None
        except RefusedError as refused:
            raise DamagedError from refused

    def _formula(self, item: FormulaItem) -> bytes | None:
        """A formula as a PNG, for programs that know none; None where typst is not installed, which draws it."""
        from deckmotor.drawn import drawn_formula  # Few decks have formulas.

        return drawn_formula(item, self._memos.presses, self._cache)

    def _discreet(self, problems: Problems) -> Problems:
        """The problems, without what stands in files outside the project."""
        foreign = self.workspace.foreign
        if not foreign or not problems:
            return problems
        from deckmotor.load.discreet import discreet, words_outside  # Only where a deck allows folders outside.

        if self._hidden[0] != len(foreign):
            self._hidden = len(foreign), words_outside(foreign.values(), self.project.words)
        return tuple(discreet(one, self._hidden[1], self.workspace) for one in problems)

    def _theme(self, deck: Deck) -> tuple[Theme | None, Problems]:
        """The deck's theme, read once for all decks that have it."""
        name, size, language = self._theme_instead or deck.head.theme, deck.head.size, deck.head.language
        themes = self._memos.themes
        known = themes.get((name, size, language, None))
        if known is None:
            span = self.project.place_of(deck.edition, "theme")
            known = themes.get((name, size, language, span)) or kept_theme(
                self.workspace, name, size, span, self._cache, language
            )
            themes[name, size, language, None if known[0] is not None else span] = known
        return known

    def _pictured(self, theme: Theme, media: Mapping[str, Media], head: Head) -> Theme:
        """The theme with the pictures of its motif in place, asking in the deck's words, made once for all such decks."""
        from deckmotor.theme.parts.prompts import ROLES

        own = tuple([getattr(head.words, role, None) for role in ROLES])
        if not theme.pictures and not any(own):
            return theme
        known, key = self._memos.pictured, (id(theme), own)
        if key not in known:
            from deckmotor.theme.pictured import pictured  # Few themes have any, and few decks own words.

            known[key] = (theme, pictured(theme, media, head.language, own))
        return known[key][1]

    def _taken(self, deck: Deck) -> Problems:
        """A problem where an earlier edition is written to the same file, whether that is built now or not."""
        if "${" in deck.file:  # A variable that is not there: this has been told.
            return ()
        owner = self.project.owners.get(alike(deck.file), deck.edition)
        if owner == deck.edition:
            return ()
        what = "the audience" if not owner.variant else "the variant"
        whose = "the base deck" if owner.is_base else f"{what} `{owner.name}`"
        span = self.project.place_of(deck.edition, "file")
        return (problem("file-taken", span, file=f"{deck.file}.pptx", owner=whose),)


def _plays(scene: Scene) -> bool:
    """Whether there are films or sounds in it."""
    return any(media.type in CLIPS for media in scene.media.values())


def _numbered(file: str, scene: Scene, ending: str, pages: Sequence[bytes]) -> list[File]:
    """Pictures of pages, in a folder of the deck's name. Numbers have as many digits, so that names sort."""
    digits = max(2, len(str(scene.numbered[-1][0])))
    numbers = (number for number, _ in scene.numbered)
    return [File(f"{file}/{file}-{number:0{digits}}.{ending}", data) for number, data in zip(numbers, pages, strict=True)]


def without(problems: Problems, ignored: tuple[str, ...]) -> Problems:
    """Without the warnings that the deck's head says to ignore. This is the one place where that acts; errors always stay."""
    if not ignored:
        return problems
    return tuple(one for one in problems if one.severity == "error" or not {one.code, _PART_OF.get(one.code)} & {*ignored})


_PART_OF = {"emoji": "missing-glyph"}
"""A warning that another one stands for too where it is ignored: emoji are characters that no font of presentations has."""
