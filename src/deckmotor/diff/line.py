"""One change, for people."""

from typing import Literal

from msgspec import Struct

from deckmotor.diff.words import Piece, pieces_of

Kind = Literal["new", "gone", "moved", "changed"]

TEXTS = ("title", "subtitle", "item", "text", "notes", "cell", "row", "alt text", "footer", "section", "label", "series")
"""What is told word by word where it changes."""


class Line(Struct, frozen=True, kw_only=True):
    """One change."""

    kind: Kind
    what: str
    """`title`, `item`, `cell`, `number`, `picture`, `alt text`, `notes`, `size` …"""
    where: str = ""
    """Where on the slide, if that has to be said: `Kalix, Invånare`; or where from, or where it is now."""
    old: str = ""
    new: str = ""

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What differs between the two texts; of numbers, sizes and the like the whole."""
        if self.what in TEXTS:
            return pieces_of(self.old, self.new)
        return tuple(one for one in (Piece("gone", self.old), Piece("new", self.new)) if one.text)
