"""What a browser is told of a view of the deck: its pages, its problems, and what else could be looked at."""

from msgspec import Struct

from deckmotor.edition import Edition


class View(Struct, frozen=True):
    """What is looked at."""

    variant: str = ""
    theme: str = ""
    """Instead of the deck's own, where it is not empty."""
    audience: str = ""
    language: str = ""

    @property
    def edition(self) -> Edition:
        """Which of the project's decks that is."""
        return Edition(self.variant, self.audience, self.language)


class Place(Struct, frozen=True, kw_only=True):
    """How full a place of a page is."""

    box: tuple[float, float, float, float]
    """Left, top, width and height in shares of the page's."""
    share: float
    """Part of its height that is taken."""
    above: float
    """Part of its height that is left above what it holds."""
    words: str


class ShownPage(Struct, frozen=True, kw_only=True):
    """A page in the list of a view."""

    id: str
    title: str
    key: str
    """Hash of what is drawn; `part` has that."""
    layout: str
    hidden: bool
    """Whether it is left out when the deck is presented."""
    file: str
    line: int
    problems: tuple[int, ...]
    """Which of the view's problems are its slide's."""
    places: tuple[Place, ...]
    """How full each of its places is."""
    room: str
    """How full the fullest one is, in words."""


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
    audiences: tuple[tuple[str, str], ...] = ()
    languages: tuple[str, ...] = ()
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
    lacking: bool = False
    """Whether the pages lack what a mistake concerns."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Of all that is drawn."""
        return self.style, self.kept, *(page.key for page in self.pages)
