"""What a picture is, told by its own bytes."""

from typing import Literal, Protocol

from msgspec import Struct

from deckmotor.scene.page import MediaType


class DamagedError(ValueError):
    """What should be a picture is none, or parts of it are missing."""


class TooLargeError(ValueError):
    """A picture has more pixels than its reader takes. Its message is how many; `limit` is how many it takes, 0 the usual."""

    def __init__(self, size: str, limit: int = 0) -> None:
        super().__init__(size)
        self.limit = limit


class Look(Struct, frozen=True, kw_only=True):
    """A picture's kind and size, and what it needs before every program shows it alike."""

    type: MediaType
    width: int
    """Pixels as they are stored, before any turning."""
    height: int
    turn: int = 1
    """How the camera was held: 1 to 8, 1 is upright (Exif 2.32, 4.6.4 A, Orientation)."""
    convert: bool = False
    """Whether its colours or their coding are none that every program shows: CMYK, arithmetic coding."""
    moves: bool = False
    """Whether it is an animation."""
    more: bool = False
    """Whether it has further frames or pages, which no deck shows."""


class Kind(Protocol):
    """A module for a kind of picture that is read without Pillow."""

    SIGNATURE: bytes
    """Its first bytes."""

    def look(self, data: bytes) -> Look:
        """What the picture is. Raises DamagedError."""

    def stripped(self, data: bytes) -> bytes:
        """The same picture, bit by bit, without notes."""


ORIENTATION = 0x0112
"""The tag of a camera's notes that says how it was held."""
LONG = 4
"""The type of a value of four bytes (TIFF 6.0, section 2)."""


def orientation(notes: bytes) -> int:
    """How a camera was held, from its notes (TIFF 6.0, section 2): 1 where they don't say, or make no sense."""
    order: Literal["little", "big"] = "big" if notes[:2] == b"MM" else "little"

    def number(at: int, size: int) -> int:
        return int.from_bytes(notes[at : at + size], order)

    first = number(4, 4) + 2
    for entry in range(first, min(first + 12 * number(first - 2, 2), len(notes) - 11), 12):
        if number(entry, 2) == ORIENTATION:
            value = number(entry + 8, 4 if number(entry + 2, 2) == LONG else 2)
            return value if 1 <= value <= 8 else 1
    return 1
