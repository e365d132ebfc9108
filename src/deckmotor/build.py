"""The whole pipeline on one page: files to deck, deck to scene, scene to PowerPoint, PDF and pictures.

Nothing is written here. What the decks of a project share is made once: theme, fonts, pictures and, by the identity of the
slides that variants have in common, pages and their deflated parts.
"""

from collections.abc import Sequence
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.cache import Cache
from deckmotor.compose import compose
from deckmotor.diagnostics import Diagnostic, has_errors
from deckmotor.export.pptx import Memo, write
from deckmotor.load import Project, load_deck, load_project
from deckmotor.messages import problem
from deckmotor.model.deck import Deck
from deckmotor.pictures import read_pictures
from deckmotor.scene.page import Media, Scene
from deckmotor.span import Span
from deckmotor.theme.kept import kept_theme
from deckmotor.theme.theme import Theme
from deckmotor.typeset.fonts import shipped_fonts
from deckmotor.workspace import Workspace

Problems = tuple[Diagnostic, ...]


class Composed(Struct, frozen=True, kw_only=True):
    """A deck on its way to a file, as far as it came."""

    variant: str | None
    """None for the base deck."""
    deck: Deck | None
    theme: Theme | None
    scene: Scene | None
    """None where there is no deck or no theme to make it from."""
    lacks_glyphs: bool = False
    """Whether there are characters that the fonts of the theme lack, even where the deck ignores the warning."""
    problems: Problems


Output = Literal["pptx", "pdf", "png"]

RESOLUTION = 144
"""Dots per inch of pictures: a page of 16:9 then has 1920 × 1080."""


class File(Struct, frozen=True):
    """A finished file."""

    name: str
    """With its ending; pictures lie in a folder, named after the deck like they are: `motor/motor-01.png`."""
    data: bytes


class Built(Struct, frozen=True, kw_only=True):
    """A deck's finished files."""

    variant: str | None
    slides: int
    files: tuple[File, ...]
    """Whole files, in the order asked for; none where an error keeps one of them from being made."""
    problems: Problems

    @property
    def data(self) -> bytes:
        """The first file; empty where there is none."""
        return self.files[0].data if self.files else b""


class Pipeline:
    """A project from its files to PowerPoint. `theme` is used instead of the one that a deck names."""

    def __init__(self, workspace: Workspace, path: str, *, theme: str | None = None, cache: Cache | None = None) -> None:
        self.project = load_project(workspace, path)
        self.workspace = self.project.workspace
        self.fonts = shipped_fonts()
        self._theme_instead = theme
        self._cache = cache or Cache(None)
        self._composed: dict[str | None, Composed] = {}
        self._themes: dict[tuple[str, str], tuple[Theme | None, Problems]] = {}
        self._pages: dict[Any, Any] = {}
        self._media: dict[str, Media] = {}
        self._written = Memo()
        self._files: dict[str, str | None] = {}
        self._presses: dict[bool, Any] = {}

    def compose(self, variant: str | None) -> Composed:
        """The scene of a variant (None: of the base deck) and all that is wrong with it, file names and fit included."""
        known = self._composed.get(variant)
        if known is None:
            if variant is not None:
                self.compose(None)  # A split slide is split alike in all variants, so the base deck comes first.
            known = self._composed[variant] = self._compose(variant)
        return known

    def build(self, variant: str | None, outputs: Sequence[Output] = ("pptx",), resolution: float = RESOLUTION) -> Built:
        """The files of a variant: PowerPoint, PDF, and a PNG a page of `resolution` dots per inch.

        A deck with errors has no files. Speaker notes are in PowerPoint's only.
        """
        composed = self.compose(variant)
        deck, scene, problems = composed.deck, composed.scene, composed.problems
        files: list[File] = []
        if deck is not None and scene is not None and not has_errors(problems):
            for output in outputs:
                made, more = self._made(output, deck, scene, resolution, composed.lacks_glyphs)
                files += made
                # What a PDF can't be made without is told once, as an error.
                told = {one.message for one in more}
                problems = (*(one for one in problems if one.message not in told), *more)
        return Built(
            variant=variant,
            slides=0 if scene is None else len(scene.pages),
            files=() if has_errors(problems) else tuple(files),
            problems=problems,
        )

    def _made(self, output: Output, deck: Deck, scene: Scene, resolution: float, borrow: bool) -> tuple[list[File], Problems]:
        if output == "pptx":
            return [File(f"{deck.file}.pptx", write(scene, self._written))], ()
        from deckmotor.drawn import drawn_pdf, drawn_pictures, press  # Only these outputs load typst.

        if borrow not in self._presses:
            self._presses[borrow] = press(borrow=borrow)
        if output == "png":
            pictures = drawn_pictures(self._presses[borrow], scene, deck.file, resolution)
            return [File(name, data) for name, data in pictures], ()
        pdf, problems = drawn_pdf(self._presses[borrow], scene, deck)
        return [File(f"{deck.file}.pdf", pdf)], problems

    def _compose(self, variant: str | None) -> Composed:
        deck, problems = load_deck(self.project, variant)
        if deck is None:
            return Composed(variant=variant, deck=None, theme=None, scene=None, problems=problems)
        media, unread = read_pictures(self.workspace, deck, self._media)
        theme, wrong = self._theme(deck)
        scene, unfit = (None, ()) if theme is None else compose(deck, theme, self.fonts, media, self._pages)
        found = (*unread, *self._taken(deck), *wrong, *unfit)
        marked = tuple(replace(one, variant=variant) for one in found)
        lacks_glyphs = any(one.code == "missing-glyph" for one in unfit)
        told = _told(problems + marked, deck.head.ignore)
        return Composed(variant=variant, deck=deck, theme=theme, scene=scene, lacks_glyphs=lacks_glyphs, problems=told)

    def _theme(self, deck: Deck) -> tuple[Theme | None, Problems]:
        """The deck's theme, read once for all decks that have it."""
        key = (self._theme_instead or deck.head.theme, deck.head.size)
        if key not in self._themes:
            span = _place_of(self.project, deck.variant, "theme")
            self._themes[key] = kept_theme(self.workspace, *key, span, self._cache)
        return self._themes[key]

    def _taken(self, deck: Deck) -> Problems:
        """A problem where another deck is written to the same file; some systems take `A` and `a` for the same."""
        if "${" in deck.file:  # A variable that is not there: this has been told.
            return ()
        owner = self._files.setdefault(deck.file.casefold(), deck.variant)
        if owner == deck.variant:
            return ()
        whose = "the base deck" if owner is None else f"the variant `{owner}`"
        span = _place_of(self.project, deck.variant, "file")
        return (problem("file-taken", span, file=f"{deck.file}.pptx", owner=whose),)


def _told(problems: Problems, ignored: tuple[str, ...]) -> Problems:
    """Without the warnings that the deck's head says to ignore. This is the one place where that acts; errors always stay."""
    return tuple(one for one in problems if one.severity == "error" or one.code not in ignored)


def _place_of(project: Project, variant: str | None, key: str) -> Span:
    """Where the value of a key of the head is written for a variant; the head itself where it is left out."""
    own = project.by_id.get(variant or "")
    layers = (project.deck, project.layer, *own.layers) if own is not None else (project.deck,)
    for layer in reversed(layers):
        value = layer.get(key) if layer is not None else None
        if value is not None:
            return value.span
    return project.deck.span if project.deck is not None else Span(project.path)
