"""Open Packaging: parts, relationships, content types, and the zip file around them (ECMA-376 part 2)."""

import zlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from struct import Struct as Packing

from msgspec import Struct

from deckmotor.color import Color
from deckmotor.ooxml.names import DEFAULT_TYPES, PACKAGE_TYPES
from deckmotor.ooxml.xml import attribute, document
from deckmotor.style import ParagraphStyle


class Part(Struct, frozen=True, gc=False):
    """A part of a package, ready to be written: already deflated, so that a part used twice is deflated once."""

    name: str
    """Name in the zip, without a leading slash: `ppt/slides/slide1.xml`."""
    content_type: str
    deflated: bytes
    crc: int
    size: int
    """Length before deflating."""
    stored: bool = False
    """Kept as it is (pictures are compressed already)."""


class Draft(Struct, frozen=True, gc=False):
    """A part that is yet to be deflated."""

    name: str
    content_type: str
    data: bytes


FIRST_MASTER_ID = 1 << 31
"""The least number that a master or layout may have (ECMA-376 part 1, 19.7.9)."""


class TableDefaults(Struct, frozen=True, kw_only=True):
    """The package's own table style: what a table's cells look like without any formatting of their own."""

    style_id: str
    """GUID of the style in `tableStyles.xml`, with braces."""
    header: ParagraphStyle
    cell: ParagraphStyle
    header_fill: Color | None = None
    band_fill: Color | None = None
    """Fill of the second, fourth, … row below the header."""


class Attached(Struct, frozen=True, kw_only=True):
    """A part that something on a slide brings with it, and the parts that this one needs."""

    relation: str
    """Type of the relationship that leads to it."""
    part: Part
    """Its name is a pattern, `ppt/charts/chart.xml`: the slide it stands on gives it a number."""
    below: "tuple[Attached, ...]" = ()
    """Its own relationships, `rId1` and on in this order."""


class BasePackage(Struct, frozen=True):
    """The part of a presentation that does not depend on its slides: theme, master, layouts, notes master."""

    parts: tuple[Part, ...]
    """The parts with their relationship parts."""
    layouts: dict[str, str]
    """Part name of each layout, by the layout's name."""
    master: str = "ppt/slideMasters/slideMaster1.xml"
    notes_master: str = "ppt/notesMasters/notesMaster1.xml"
    theme: str = "ppt/theme/theme1.xml"
    pictures: dict[str, str] = {}
    """Part name of each picture that master and layouts show, by its key into the scene's media: the parts themselves are added
    when the file is written."""
    table: TableDefaults | None = None
    master_id: int = FIRST_MASTER_ID
    """The master's number in `presentation.xml`. Masters and layouts share one range of numbers."""


QUICKEST, QUICK, HARD = 1, 3, 9
"""zlib's levels: for large parts and for others that are written for one deck, and for those that are made once and kept.

Measured on 1,000 slides of 3.3 kB: level 1 takes 33 ms, 3 takes 33 for 2 % fewer bytes, 6 takes 49 for another 5 %. Of a map of
110 kB level 1 takes 0.28 ms, and 3 takes 0.41 for 7 % fewer bytes.
"""

_SMALL, _SMALL_WINDOW, _LARGE_WINDOW = 1 << 14, 13, 15
"""A part of so many bytes is small, and has a window of 2^13: zlib's usual tables take longer to get from the system than it
takes to deflate."""


def make_part(name: str, content_type: str, data: bytes, *, stored: bool = False, level: int = QUICK) -> Part:
    """A part from its bytes. `level` is zlib's: `QUICK` or `HARD`."""
    if stored:
        return Part(name, content_type, data, zlib.crc32(data), len(data), True)
    is_small = len(data) <= _SMALL
    window = _SMALL_WINDOW if is_small else _LARGE_WINDOW
    if level == QUICK and not is_small:
        level = QUICKEST
    return Part(name, content_type, zlib.compress(data, level, -window), zlib.crc32(data), len(data))


_MANY = 128
"""So many drafts and more are deflated by two threads."""

_SHORT = 1 << 10
"""Bytes of a draft that may be one of other decks too."""


def make_parts(drafts: Sequence[Part | Draft]) -> list[Part]:
    """Parts of which some are drafts, deflated: for 1,000 slides two threads take 26 ms where one takes 42.

    Short ones are left to one: two would wait for each other as long as they take.
    """
    if len(drafts) < _MANY:
        return list(map(_made, drafts))
    from deckmotor.beside import by_two  # Most decks are small.

    long = iter(by_two(_made, list(filter(_is_long, drafts))))
    return [next(long) if _is_long(one) else _made(one) for one in drafts]


def _is_long(one: Part | Draft) -> bool:
    return isinstance(one, Draft) and len(one.data) > _SHORT


def _made(one: Part | Draft) -> Part:
    if isinstance(one, Part):
        return one
    return (_made_once if len(one.data) <= _SHORT else make_part)(one.name, one.content_type, one.data)


@lru_cache(maxsize=500)
def _made_once(name: str, content_type: str, data: bytes) -> Part:
    """Relationships are the same in all decks whose slides of a number stand on one layout."""
    return make_part(name, content_type, data)


CONTENT_TYPES = "[Content_Types].xml"
ROOT_RELATIONS = "_rels/.rels"

_LOCAL, _CENTRAL = b"PK\3\4", b"PK\1\2"
_FIELDS = Packing("<HHHHHIIIHH")
"""What stands of a part both before it and in the directory."""
_OFFSET = Packing("<I")
_NOTHING = bytes(10)
_END = Packing("<IHHHHIIH")
# 1980-01-01 00:00, the first moment that a zip file knows: year since 1980 << 9 | month << 5 | day.
_DATE = 1 << 5 | 1
_UTF8_NAMES = 1 << 11
_VERSION = 20
_DEFLATED, _STORED = 8, 0
_MOST_PARTS = 0xFFFF
_MOST_BYTES = 0xFFFFFFFF


class Block:
    """Parts that stand together in a package, wherever that is: a slide with what belongs to it, or all that slides stand on.

    A package is a few of them, so that a deck of which most was written before is put together by a few joins.
    Raises ValueError for two parts of one name, as `write_package`.
    """

    def __init__(self, parts: Iterable[Part]) -> None:
        self.chunks: list[bytes] = []
        """The parts as they stand in the file, each with what stands before it."""
        self.size = 0
        """Bytes of them."""
        self.names: set[str] = set()
        """Their names as they are told from others."""
        self.usual: set[str] = set()
        """Extensions by which content types say what they are."""
        self._rows: list[tuple[bytes, int, bytes]] = []
        """What the directory says of each: up to where it begins, where in the block that is, and its name."""
        self._moved: tuple[int, int, int] | None = None
        self._is_new = True
        overrides: list[str] = []
        for part in parts:
            self._add(part)
            ending = part.name.rpartition(".")[2]
            if DEFAULT_TYPES.get(ending) == part.content_type:
                self.usual.add(ending)
            else:
                overrides.append(f'<Override PartName="/{attribute(part.name)}" ContentType="{part.content_type}"/>')
        self.overrides = "".join(overrides)
        """What content types say of the others, each by its name."""

    def _add(self, part: Part) -> None:
        own, name, length = part.name.lower(), part.name.encode(), len(part.deflated)
        if own in self.names:
            raise ValueError(f"two parts are named {part.name}")
        self.names.add(own)
        method = _STORED if part.stored else _DEFLATED
        fields = _FIELDS.pack(_VERSION, _UTF8_NAMES, method, 0, _DATE, part.crc, length, part.size, len(name), 0)
        front = _LOCAL + fields + name
        self.chunks += (front, part.deflated)
        # No comment, first disk, nothing about the file.
        self._rows.append((_CENTRAL + fields[:2] + fields + _NOTHING, self.size, name))
        self.size += len(front) + length

    def directory(self, offset: int) -> bytes:
        """What the directory says of the parts where the block begins `offset` bytes from the start of the file."""
        if self._is_new:
            self._is_new = False
            return b"".join([piece for row, at, name in self._rows for piece in (row, _OFFSET.pack(offset + at), name)])
        if self._moved is None:
            self._moved = self._movable()
        number, places, length = self._moved
        return (number + offset * places).to_bytes(length, "little")

    def _movable(self) -> tuple[int, int, int]:
        """The directory of a block that begins the file as one number, the least byte first; a number with 1 at each field in
        which it says where a part begins, which added n times moves all by n bytes; and the bytes of both."""
        said = b"".join([piece for row, at, name in self._rows for piece in (row, _OFFSET.pack(at), name)])
        places = b"".join(
            [piece for row, _, name in self._rows for piece in (bytes(len(row)), _OFFSET.pack(1), bytes(len(name)))]
        )
        return int.from_bytes(said, "little"), int.from_bytes(places, "little"), len(said)


Types = dict[tuple[str, ...], Block]
"""Content types of packages, by what they say; many packages share theirs."""


def write_package(parts: Iterable[Part]) -> bytes:
    """The zip file of a package: content types first, the root's relationships second, then the parts in their order.

    Always the same bytes for the same parts: the date is fixed, and nothing of the machine is written. Raises ValueError for
    two parts with one name (names differ by more than case: ECMA-376 part 2, 6.2.2.3), and for more parts or bytes than a zip
    file holds without zip64 (65,535 and 4 GiB): 13,000 slides with notes.
    """
    return write_blocks([Block(sorted(parts, key=lambda part: part.name != ROOT_RELATIONS))], {})


def write_blocks(blocks: Sequence[Block], types: Types) -> bytes:
    """The same of parts that are blocks already, of which the first begins with the root's relationships."""
    names: set[str] = set().union(*[one.names for one in blocks])
    count = sum([len(one.names) for one in blocks])
    if len(names) != count:
        raise ValueError(f"two parts are named {_twin(blocks)}")
    if count >= _MOST_PARTS:
        raise ValueError(f"{count} parts: a package holds at most {_MOST_PARTS - 1}")
    every = (_content_types(blocks, types), *blocks)
    directory: list[bytes] = []
    offset = 0
    for one in every:
        if offset + one.size > _MOST_BYTES:
            raise ValueError(f"more than {_MOST_BYTES} bytes: a package holds at most 4 GiB")
        directory.append(one.directory(offset))
        offset += one.size
    tail = b"".join(directory)
    end = _END.pack(0x06054B50, 0, 0, count + 1, count + 1, len(tail), offset, 0)
    return b"".join([*[chunk for one in every for chunk in one.chunks], tail, end])


def _twin(blocks: Sequence[Block]) -> str:
    seen: set[str] = set()
    for one in blocks:
        if seen & one.names:
            return min(seen & one.names)
        seen |= one.names
    return ""


def _content_types(blocks: Sequence[Block], types: Types) -> Block:
    """The part that says what every other part is: ECMA-376 part 2, 7.2.3."""
    usual = sorted(frozenset(("rels", "xml")).union(*[one.usual for one in blocks]))
    key = (*[one.overrides for one in blocks], *usual)
    found = types.get(key)
    if found is None:
        overrides = "".join([one.overrides for one in blocks])
        defaults = "".join([f'<Default Extension="{name}" ContentType="{DEFAULT_TYPES[name]}"/>' for name in usual])
        root = f'<Types xmlns="{PACKAGE_TYPES}">{defaults}{overrides}</Types>'
        found = types[key] = Block([make_part(CONTENT_TYPES, "", document(root))])
    return found
