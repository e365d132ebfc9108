"""What the editions of a project share while they are loaded, so that it is done once."""

from typing import Any

from msgspec import Struct, field

from deckmotor.diagnostics import Diagnostic
from deckmotor.model.deck import Deck
from deckmotor.model.reading import Blocks
from deckmotor.model.slides import Memo as SlideMemo
from deckmotor.source.layer import Made
from deckmotor.source.nodes import Mapping, Node
from deckmotor.source.voice import Trouble

Problems = tuple[Diagnostic, ...]


class Memo(Struct, frozen=True):
    """All by the identity of nodes, which are kept alive here. Without it, or with an empty one, the decks are equal ones."""

    names: dict[int, tuple[Node, tuple[str, ...]]] = field(default_factory=dict)
    """A slide's node, and the variables that it names."""
    filled: dict[tuple[int, tuple[str | Trouble | None, ...]], tuple[Node, Problems, int]] = field(default_factory=dict)
    """A slide's node with the values of its variables: what `fill` makes of it with them."""
    tables: dict[tuple[str, str, str, bool], Any] = field(default_factory=dict)
    """What files hold whose numbers charts and tables show (`chosen.Tables`)."""
    areas: dict[tuple[str, str], Any] = field(default_factory=dict)
    """What files of GeoJSON hold, whose areas maps show."""
    data: dict[tuple[int, str], tuple[Node, Node, Problems]] = field(default_factory=dict)
    """A slide's node in a language, with what its charts and tables have in files."""
    reads: dict[int, tuple[Node, tuple[bool, bool]]] = field(default_factory=dict)
    """A slide's node, and whether it may have numbers, or code, in files."""
    code: dict[str, Any] = field(default_factory=dict)
    """By path: the text of files whose lines are shown as code; None where it can't be read."""
    listings: dict[int, tuple[Node, Node, Problems]] = field(default_factory=dict)
    """A slide's node, with the lines that its code has in files."""
    slides: SlideMemo = field(default_factory=dict)
    """The memo of `read_deck`."""
    blocks: Blocks = field(default_factory=dict)
    """Blocks that were read."""
    laid: dict[tuple[int, int, bool], tuple[Mapping, Mapping, Mapping, Problems]] = field(default_factory=dict)
    """A deck and a layer that several editions have, and whether slides that it removes keep their places: what comes of it."""
    made: Made = field(default_factory=dict)
    """Slides that layers have changed or added."""
    merged: dict[tuple[int, int], tuple[Any, Mapping, Mapping, Problems, Problems]] = field(default_factory=dict)
    """A version and its base deck: what `merged` gives of them."""
    parts: dict[int, Any] = field(default_factory=dict)
    """A slide's node: its parts that not all editions have (`narrow.Parts`)."""
    verdicts: dict[tuple[object, ...], tuple[bool, ...]] = field(default_factory=dict)
    """Those parts, an audience and the values that are asked for: which of the parts are there."""
    habits: dict[int, object] = field(default_factory=dict)
    """What of that goes by its identity, and is no node."""
    narrowed: dict[tuple[int, tuple[bool, ...]], Node | None] = field(default_factory=dict)
    """A slide's node with what is decided of these parts: what is left of it."""
    columns: dict[str, Any] = field(default_factory=dict)
    """By the name of a variable: how its values are written in all editions (`values.Habit`)."""
    added: dict[str, str] = field(default_factory=dict)
    """The ids of slides that only some editions have, and one that has each (`elsewhere`)."""
    told: list[tuple[Problems, Problems]] = field(default_factory=list)
    """The problems of the edition looked at last, and what is told of them: those that others have too are the same objects."""
    base: dict[int, tuple[Mapping, Deck | None, Problems]] = field(default_factory=dict)
    """The node of a base deck: what is read from it."""
