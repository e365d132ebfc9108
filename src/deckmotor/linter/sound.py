"""What was found to be as it should be, so that it is not looked at twice: packages say most things again and again."""

from hashlib import blake2b

from msgspec import Struct, field

from deckmotor.linter.parts import Package

MOST_SHAPES, MOST_LOOKS, MOST_PARTS = 10_000, 50_000, 200_000
"""So many of each are kept in mind."""

LONGEST_LOOK = 200
"""Letters of the values of one that is kept in mind."""

Shape = tuple[str, ...]
"""An element's tag, the names of its attributes, the tags of its children."""

Look = tuple[object, ...]
"""The same with the values of its attributes."""


class Sound(Struct):
    """What has no fault, wherever it stands: packages made from one template have most of their parts in common."""

    shapes: set[Shape] = field(default_factory=set)
    looks: set[Look] = field(default_factory=set)
    parts: set[bytes] = field(default_factory=set)
    """Digests of all that the rules over one part go by."""

    def add_shape(self, shape: Shape) -> None:
        """Keep one in mind."""
        if len(self.shapes) < MOST_SHAPES:
            self.shapes.add(shape)

    def add_look(self, look: Look, letters: int) -> None:
        """Keep one in mind."""
        if len(self.looks) < MOST_LOOKS and letters < LONGEST_LOOK:
            self.looks.add(look)

    def add_part(self, digest: bytes) -> None:
        """Keep one in mind."""
        if len(self.parts) < MOST_PARTS:
            self.parts.add(digest)


def digest_of(package: Package, name: str, data: bytes) -> bytes:
    """What the rules over one part go by: its bytes, its type, where it leads, and what of the package they ask."""
    links = [(link.id, link.kind) for link in package.relationships.get(name, ())]
    around = (package.type_of(name), links, sorted(package.table_styles))
    return blake2b(data, key=blake2b(repr(around).encode()).digest(), digest_size=20).digest()
