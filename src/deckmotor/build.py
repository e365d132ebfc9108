"""The whole pipeline on one page: files to deck, deck to scene, scene to PowerPoint.

Nothing is written here. What the decks of a project share is made once: theme, fonts, pictures and, by the identity of the
slides that variants have in common, pages and their deflated parts.
"""

from typing import Any

from msgspec import Struct, msgpack

from deckmotor.cache import Cache, key_of
from deckmotor.compose import compose
from deckmotor.diagnostics import Diagnostic, has_errors
from deckmotor.export.pptx import Memo, write
from deckmotor.load import load_deck, load_project
from deckmotor.messages import problem
from deckmotor.model.deck import Deck
from deckmotor.pictures import read_pictures
from deckmotor.scene.page import Media, Scene
from deckmotor.span import Span
from deckmotor.theme.read import read_theme, theme_file, theme_names
from deckmotor.theme.theme import Theme
from deckmotor.typeset.fonts import shipped_fonts
from deckmotor.workspace import Workspace


class Composed(Struct, frozen=True, kw_only=True):
    """A deck on its way to a file, as far as it came."""

    variant: str | None
    """None for the base deck."""
    deck: Deck | None
    theme: Theme | None
    scene: Scene | None
    """None where an error keeps it from being made."""
    problems: tuple[Diagnostic, ...]


class Built(Struct, frozen=True, kw_only=True):
    """A finished file."""

    variant: str | None
    file: str
    """Its name with its ending."""
    slides: int
    data: bytes
    """The whole file; empty where an error keeps it from being made."""
    problems: tuple[Diagnostic, ...]


class Pipeline:
    """A project from its files to PowerPoint. `theme` is used instead of the one that a deck names."""

    def __init__(self, workspace: Workspace, path: str, *, theme: str | None = None, cache: Cache | None = None) -> None:
        self.workspace = workspace
        self.project = load_project(workspace, path)
        self.fonts = shipped_fonts()
        self._theme = theme
        self._cache = cache or Cache(None)
        self._composed: dict[str | None, Composed] = {}
        self._themes: dict[tuple[str, str], tuple[Theme | None, tuple[Diagnostic, ...]]] = {}
        self._pages: dict[Any, Any] = {}
        self._media: dict[str, Media] = {}
        self._written = Memo()
        self._files: dict[str, str | None] = {}

    def compose(self, variant: str | None) -> Composed:
        """The scene of a variant (None: of the base deck) and all that is wrong with it, file names and fit included."""
        known = self._composed.get(variant)
        if known is None:
            if variant is not None:
                self.compose(None)  # A split slide is split alike in all variants, so the base deck comes first.
            known = self._composed[variant] = self._compose(variant)
        return known

    def build(self, variant: str | None) -> Built:
        """The file of a variant. A deck with errors has no bytes."""
        composed = self.compose(variant)
        scene = composed.scene
        data = b"" if scene is None or has_errors(composed.problems) else write(scene, self._written)
        file = f"{composed.deck.file}.pptx" if composed.deck is not None else ""
        return Built(
            variant=variant,
            file=file,
            slides=0 if scene is None else len(scene.pages),
            data=data,
            problems=composed.problems,
        )

    def _compose(self, variant: str | None) -> Composed:
        deck, problems = load_deck(self.project, variant)
        if deck is None:
            return Composed(variant=variant, deck=None, theme=None, scene=None, problems=problems)
        media, more = read_pictures(self.workspace, deck, self._media)
        problems += more + self._taken(deck)
        theme, more = self.theme(self._theme or deck.head.theme, deck.head.size, deck.head.span)
        problems += more
        if theme is None:
            return Composed(variant=variant, deck=deck, theme=None, scene=None, problems=problems)
        scene, more = compose(deck, theme, self.fonts, media, self._pages)
        return Composed(variant=variant, deck=deck, theme=theme, scene=scene, problems=problems + more)

    def theme(self, name: str, size: str, span: Span) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
        """A theme for pages of `16:9` or `4:3`; `span` is where it is named."""
        if (name, size) not in self._themes:
            self._themes[name, size] = self._read_theme(name, size, span)
        return self._themes[name, size]

    def _read_theme(self, name: str, size: str, span: Span) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
        """A theme from the cache, or made and kept there. Its key is all that it could be made of."""
        if name not in theme_names(self.workspace):
            return read_theme(self.workspace, name, size, span)
        files = [self.workspace.read(theme_file(known)) for known in theme_names(self.workspace)]
        key = key_of("theme", name.encode(), size.encode(), *files)
        kept = self._cache.get(key)
        if kept is not None:
            return msgpack.decode(kept, type=Theme), ()
        theme, problems = read_theme(self.workspace, name, size, span)
        if theme is not None and not problems:
            self._cache.put(key, msgpack.encode(theme))
        return theme, problems

    def _taken(self, deck: Deck) -> tuple[Diagnostic, ...]:
        """A problem where another deck of the project is written to the same file."""
        owner = self._files.setdefault(deck.file, deck.variant)
        if owner == deck.variant:
            return ()
        whose = "the base deck" if owner is None else f"the variant `{owner}`"
        return (problem("file-taken", deck.head.span, variant=deck.variant, file=f"{deck.file}.pptx", owner=whose),)
