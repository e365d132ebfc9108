"""Changes for people: lines, slides that differ, and all of it."""

from typing import Literal

from msgspec import Struct

from deckmotor.diff.words import Piece, pieces_of
from deckmotor.finished import Place

Kind = Literal["new", "gone", "moved", "changed"]

TEXTS = (
    "title",
    "subtitle",
    "item",
    "text",
    "notes",
    "cell",
    "row",
    "alt text",
    "footer",
    "section",
    "label",
    "series",
    "colours of the theme",
)
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


class ToldSlide(Struct, frozen=True, kw_only=True):
    """A slide that differs."""

    kind: Kind
    """`moved` where it has moved and says the same; see `moved`."""
    moved: bool = False
    before: int | None
    """Its number in the old deck, from 1."""
    after: int | None
    title: str
    id: str = ""
    lines: tuple[Line, ...] = ()
    old_places: tuple[Place, ...] = ()
    """Where on the old page something stood that is gone or another now."""
    new_places: tuple[Place, ...] = ()


class Told(Struct, frozen=True, kw_only=True):
    """All that differs."""

    deck: tuple[Line, ...]
    """Of the deck as a whole."""
    slides: tuple[ToldSlide, ...]
    """Those that differ, in the order of the new deck; gone ones where they were."""

    @property
    def summary(self) -> str:
        """`2 slides changed, 1 new, 1 moved`; empty where nothing differs."""
        changed = sum(1 for slide in self.slides if slide.kind == "changed")
        counts = [(sum(1 for slide in self.slides if slide.kind == kind), kind) for kind in ("new", "gone")]
        counts.append((sum(1 for slide in self.slides if slide.moved), "moved"))
        told = [(changed, "changed"), *counts]
        some = [f"{count} {kind}" for count, kind in told if count]
        if not some:
            return "the deck's own lines changed" if self.deck else ""
        first, _, rest = some[0].partition(" ")
        return ", ".join([f"{first} {'slide' if first == '1' else 'slides'} {rest}", *some[1:]])
