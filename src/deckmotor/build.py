"""The whole pipeline on one page: files to deck, deck to scene, scene to PowerPoint.

Nothing is written here. What the decks of a project share is made once: theme, fonts, pictures and, by the identity of the
slides that variants have in common, pages and their deflated parts.
"""

from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.cache import Cache
from deckmotor.compose import compose
from deckmotor.diagnostics import Diagnostic, has_errors
from deckmotor.export.pptx import write
from deckmotor.load import load_deck, load_project
from deckmotor.messages import problem
from deckmotor.model.deck import Deck
from deckmotor.pictures import read_pictures
from deckmotor.scene.page import Media, Scene
from deckmotor.span import Span
from deckmotor.theme.read import read_theme
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
        self._files: dict[str, tuple[str | None, Span]] = {}

    def compose(self, variant: str | None) -> Composed:
        """The scene of a variant (None: of the base deck) and all that is wrong with it, file names and fit included."""
        known = self._composed.get(variant)
        return known if known is not None else self._remember(self._compose(variant))

    def build(self, variant: str | None) -> Built:
        """The file of a variant. A deck with errors has no bytes."""
        composed = self.compose(variant)
        data = b"" if composed.scene is None or has_errors(composed.problems) else write(composed.scene)
        slides = len(composed.deck.slides) if composed.deck is not None else 0
        file = f"{composed.deck.file}.pptx" if composed.deck is not None else ""
        return Built(variant=variant, file=file, slides=slides, data=data, problems=composed.problems)
