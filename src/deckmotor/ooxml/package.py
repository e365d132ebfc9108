"""Open Packaging: parts, relationships, content types, and the zip file around them (ECMA-376 part 2)."""

import zlib
from collections.abc import Iterable
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


QUICK, HARD = 3, 9
"""zlib's levels for parts that are written for one deck, and for those that are made once and kept. Measured on 1,000 slides of
3.3 kB: level 1 takes 33 ms, 3 takes 33 for 2 % fewer bytes, 6 takes 49 for another 5 %."""

# In a fresh process, zlib's usual tables (256 kB) take longer to get from the system than a slide takes to deflate: 1,000 parts
# of 3.4 kB at level 6 took 93 ms, with window 2^13 and memory level 6 they took 40.
_TINY, _SMALL = 1 << 10, 1 << 14
_TINY_WINDOW, _TINY_MEMORY = 10, 2
_SMALL_WINDOW, _SMALL_MEMORY = 13, 6
_LARGE_WINDOW, _LARGE_MEMORY = 15, 8


def make_part(name: str, content_type: str, data: bytes, *, stored: bool = False, level: int = QUICK) -> Part:
    """A part from its bytes. `level` is zlib's: `QUICK` or `HARD`."""
    if stored:
        return Part(name, content_type, data, zlib.crc32(data), len(data), True)
    if len(data) <= _TINY:
        squeeze = zlib.compressobj(level, zlib.DEFLATED, -_TINY_WINDOW, _TINY_MEMORY)
    elif len(data) <= _SMALL:
        squeeze = zlib.compressobj(level, zlib.DEFLATED, -_SMALL_WINDOW, _SMALL_MEMORY)
    else:
        squeeze = zlib.compressobj(level, zlib.DEFLATED, -_LARGE_WINDOW, _LARGE_MEMORY)
    return Part(name, content_type, squeeze.compress(data) + squeeze.flush(), zlib.crc32(data), len(data))


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


class Entry(Struct, frozen=True, gc=False):
    """A part as it stands in a package, wherever that is."""

    part: Part
    front: bytes
    """What stands before its bytes."""
    listed: bytes
    """What the directory says of it, up to where it stands."""
    name: bytes
    own_name: str
    """Its name as it is told from others."""
    override: str
    """What content types say of it alone; empty where its extension says it."""
    usual: str
    """The extension that says it; else empty."""


class Entries:
    """What stands alike in many packages: parts, by their identity, and content types, by what they say."""

    def __init__(self) -> None:
        self.parts: dict[int, Entry] = {}
        self.types: dict[tuple[str, ...], Entry] = {}

    def add(self, parts: Iterable[Part]) -> None:
        """Keep parts as they are to stand in files. Whoever adds them keeps them, so that their identity stays theirs."""
        self.parts.update((id(part), _entry(part)) for part in parts)


def write_package(parts: Iterable[Part], known: Entries | None = None) -> bytes:
    """The zip file of a package: content types first, the root's relationships second, then the parts in their order.

    Always the same bytes for the same parts: the date is fixed, and nothing of the machine is written. Raises ValueError for
    two parts with one name (names differ by more than case: ECMA-376 part 2, 6.2.2.3), and for more parts or bytes than a zip
    file holds without zip64 (65,535 and 4 GiB): 13,000 slides with notes.
    """
    known = known or Entries()
    kept = known.parts
    given = [kept.get(id(part)) or _entry(part) for part in parts]
    given.sort(key=lambda entry: entry.part.name != ROOT_RELATIONS)
    _refuse_twins(given)
    if len(given) >= _MOST_PARTS:
        raise ValueError(f"{len(given)} parts: a package holds at most {_MOST_PARTS - 1}")
    chunks: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for entry in [_content_types(given, known), *given]:
        front, deflated = entry.front, entry.part.deflated
        chunks += (front, deflated)
        directory += (entry.listed, _OFFSET.pack(offset), entry.name)
        offset += len(front) + len(deflated)
        if offset > _MOST_BYTES:
            raise ValueError(f"more than {_MOST_BYTES} bytes: a package holds at most 4 GiB")
    tail = b"".join(directory)
    entries = len(given) + 1
    end = _END.pack(0x06054B50, 0, 0, entries, entries, len(tail), offset, 0)
    return b"".join((*chunks, tail, end))


def _entry(part: Part) -> Entry:
    name, length = part.name.encode(), len(part.deflated)
    method = _STORED if part.stored else _DEFLATED
    fields = _FIELDS.pack(_VERSION, _UTF8_NAMES, method, 0, _DATE, part.crc, length, part.size, len(name), 0)
    ending = part.name.rpartition(".")[2]
    usual = ending if DEFAULT_TYPES.get(ending) == part.content_type else ""
    override = "" if usual else f'<Override PartName="/{attribute(part.name)}" ContentType="{part.content_type}"/>'
    # No comment, first disk, nothing about the file.
    listed = _CENTRAL + fields[:2] + fields + _NOTHING
    return Entry(part, _LOCAL + fields + name, listed, name, part.name.lower(), override, usual)


def _refuse_twins(entries: list[Entry]) -> None:
    if len({entry.own_name for entry in entries}) == len(entries):
        return
    seen: set[str] = set()
    for entry in entries:
        if entry.own_name in seen:
            raise ValueError(f"two parts are named {entry.part.name}")
        seen.add(entry.own_name)


def _content_types(entries: list[Entry], known: Entries) -> Entry:
    """The part that says what every other part is: ECMA-376 part 2, 7.2.3."""
    usual = sorted({entry.usual for entry in entries} - {""} | {"rels", "xml"})
    overrides = "".join([entry.override for entry in entries])
    found = known.types.get((overrides, *usual))
    if found is None:
        defaults = "".join([f'<Default Extension="{name}" ContentType="{DEFAULT_TYPES[name]}"/>' for name in usual])
        root = f'<Types xmlns="{PACKAGE_TYPES}">{defaults}{overrides}</Types>'
        found = known.types[overrides, *usual] = _entry(make_part(CONTENT_TYPES, "", document(root)))
    return found
