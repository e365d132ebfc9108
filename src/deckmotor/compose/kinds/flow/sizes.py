"""How large the things of a flow are, and how much room its lines have. EMU, along it and across it."""

from math import inf

from msgspec import Struct

from deckmotor.units import points


class Lines(Struct, frozen=True, kw_only=True):
    """How much room lines have. EMU."""

    clear: int
    """From an arrow that passes to what stands beside it."""
    track: int
    """Between two arrows beside each other."""
    head: int
    """Length of a line that has a head, where nothing needs more."""
    tail: int
    """The same of one that has none."""
    near: int
    """The same of one beside a label."""


ROOMY = Lines(clear=points(9), track=points(8), head=points(11), tail=points(9), near=points(5))
NARROW = Lines(clear=points(5), track=points(5), head=points(8), tail=points(5), near=points(4))
"""Where there is no room otherwise."""


class Sizes(Struct, frozen=True, kw_only=True):
    """How large things are. EMU."""

    long: int
    """Every box, along the flow."""
    wide: int
    """The same, across it."""
    labels: tuple[tuple[int, int] | None, ...]
    """For each arrow its label, along and across."""
    row: int
    """Between two boxes beside each other, at least."""
    length: int
    """How long all of it may be: what is left goes between layers."""
    breadth: float = inf
    """How wide all of it may be: nothing stands further apart than this has room for."""
    lines: Lines = ROOMY
