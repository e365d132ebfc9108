"""What the editions of a project share while they are loaded, so that it is done once."""

from msgspec import Struct, field

from deckmotor.diagnostics import Diagnostic
from deckmotor.model.deck import Deck
from deckmotor.model.slides import Memo as SlideMemo
from deckmotor.source.nodes import Mapping, Node

Problems = tuple[Diagnostic, ...]


class Memo(Struct, frozen=True):
    """All by the identity of nodes, which are kept alive here. Without it, or with an empty one, the decks are equal ones."""

    names: dict[int, tuple[Node, tuple[str, ...]]] = field(default_factory=dict)
    """A slide's node, and the variables that it names."""
    filled: dict[tuple[int, tuple[str | None, ...]], tuple[Node, Problems, int]] = field(default_factory=dict)
    """A slide's node with the values of its variables: what `fill` makes of it with them."""
    data: dict[int, tuple[Node, Node, Problems]] = field(default_factory=dict)
    """A slide's node, with the numbers that its charts have in files."""
    slides: SlideMemo = field(default_factory=dict)
    """The memo of `read_deck`."""
    laid: dict[tuple[int, int], tuple[Mapping, Mapping, Mapping, Problems]] = field(default_factory=dict)
    """A deck and a layer that all variants have: what comes of them."""
    base: dict[int, tuple[Mapping, Deck | None, Problems]] = field(default_factory=dict)
    """The node of a base deck: what is read from it."""
