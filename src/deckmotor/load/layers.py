"""What a variant brings: its row, and the layers of changes with the keys that they may have."""

from msgspec import Struct

from deckmotor.load.files import Files
from deckmotor.source.layer import LAYER_KEYS
from deckmotor.source.nodes import Mapping, Node
from deckmotor.span import Span

HEAD_KEYS = ("title", "subtitle", "date", "theme", "language", "subject")
"""Keys of the deck's head that a layer may override."""

OWN_KEYS = ("name", "file", "set", *HEAD_KEYS, *LAYER_KEYS)
"""Keys of what one variant changes."""

SHARED_KEYS = ("each", "variants", *OWN_KEYS)
"""Keys of `variants.yaml`."""


class Row(Struct, frozen=True, kw_only=True):
    """A variant as a table or `variants:` names it."""

    columns: dict[str, Node]
    """What it gives to variables."""
    layer: Mapping | None = None
    """What it changes, where it is an entry of `variants:`."""
    head: Span | None = None
    """Where the first of its columns is named, if it is a row of a table."""
    span: Span


MOST_VARIANTS = 5_000
"""Sweden has 290 municipalities; a table of all its schools has 4,700 rows."""

MOST_VARIABLES = 500
"""Of one deck, one `set:`, or one row."""

Rows = dict[str, Row]
"""By id, in order."""


class Room(Struct, frozen=True, kw_only=True):
    """What one variant brings, whoever the audience is."""

    id: str
    row: Row
    layers: tuple[Mapping, ...]
    """Those of `variants.yaml`, of its entry there and of its file, as far as they are there."""
    shared: Mapping | None
    """The first of these, where all variants have it."""


def check_number(files: Files, variables: Mapping) -> None:
    """Tell where there are more variables than each variant can have a copy of."""
    if len(variables.entries) > MOST_VARIABLES:
        count = f"{len(variables.entries):,}"
        files.report("too-many-variables", variables.span, count=count, limit=MOST_VARIABLES)
