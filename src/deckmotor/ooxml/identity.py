"""Stable ids of slides, carried several times over, because every program that saves a file loses some of them.

LibreOffice was measured to keep the names of shapes that are no placeholders, hidden ones too, and the document's custom
properties and custom XML; PowerPoint keeps tags and creation ids as well; Google Slides keeps little but the text. So a slide's
id stands on a hidden marker shape, in its tags, in its creation id, and in a table of all slides with what to know them by.
"""

from collections.abc import Iterable
from functools import cache, lru_cache
from zlib import crc32

from msgspec import Struct

from deckmotor.ooxml.drawing import identified, transform
from deckmotor.ooxml.names import (
    CUSTOM_XML,
    EXT_CREATION_ID,
    POWERPOINT_2010,
    PRESENTATION,
    REL_CUSTOM_XML_PROPERTIES,
    TYPE_CUSTOM_XML_PROPERTIES,
    TYPE_TAGS,
    TYPE_XML,
)
from deckmotor.ooxml.package import Part, make_part
from deckmotor.ooxml.relationships import Relationships
from deckmotor.ooxml.xml import attribute, document
from deckmotor.style import Box

MARKER = "deck-id:"
"""What the name of a slide's marker shape begins with; the id follows."""

PAIRED = "!!"
"""What begins a name by which a morph of PowerPoint pairs two shapes, whatever else they have in common."""

TAG = "DECK_ID"
"""Name of the tag that holds a slide's id. PowerPoint writes tag names in capitals."""

MAP_NAMESPACE = "urn:deckmotor:slides:1"
"""Namespace of the table of slides."""

MAP_PART = "customXml/item1.xml"
"""Name of the part that holds it."""

MAP_PROPERTY = "deckmotor-slides"
"""Custom properties `deckmotor-slides-1`, `-2`, … hold the same table as text, cut into values of `MAP_CHUNK`."""

MAP_CHUNK = 240
"""Characters of the table in a custom property's value: PowerPoint cuts values at 255."""


def guid(*names: str) -> str:
    """A GUID, with braces, that is always the same for the same names.

    FNV-1a of 128 bits, marked as a version 8 UUID (RFC 9562, 5.8). Not a cryptographic hash: `hashlib` costs 3 ms of start-up.
    """
    value = 0x6C62272E07BB014262B821756295C58D
    for byte in "\x1f".join(names).encode("utf-8", "surrogatepass"):
        value = (value ^ byte) * 0x0000000001000000000000000000013B & (1 << 128) - 1
    value = value & ~(0xF << 76) & ~(0x3 << 62) | 0x8 << 76 | 0x2 << 62
    digits = f"{value:032X}"
    return f"{{{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}}}"


def creation_ids(slides: Iterable[str]) -> list[int]:
    """A number of 32 bits for each slide id, no two the same: PowerPoint repairs a file in which two slides share one."""
    taken: set[int] = set()
    numbers: list[int] = []
    for slide in slides:
        number = crc32(slide.encode("utf-8", "surrogatepass")) or 1
        while number in taken:
            number = number % 0xFFFFFFFF + 1
        taken.add(number)
        numbers.append(number)
    return numbers


def creation_id(number: int) -> str:
    """The extension of `p:cSld` that holds a slide's creation id ([MS-PPTX] 2.2.1.2)."""
    held = f'<p14:creationId xmlns:p14="{POWERPOINT_2010}" val="{number}"/>'
    return f'<p:extLst><p:ext uri="{EXT_CREATION_ID}">{held}</p:ext></p:extLst>'


_MARKER_PLACE = transform(Box(0, 0, 12_700, 12_700))


def marker(shape_id: int, slide: str) -> str:
    """The hidden shape that carries a slide's id through LibreOffice. It is decorative: no screen reader names it."""
    return (
        f"<p:sp><p:nvSpPr>{identified(shape_id, MARKER + slide, decorative=True, hidden=True)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f'<p:spPr>{_MARKER_PLACE}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr></p:sp>'
    )


def tags_part(name: str, slide: str) -> Part:
    """The tags of a slide (ECMA-376 part 1, 19.3.3.1). Stored as they are: so short a text gets no shorter by deflating."""
    root = f'<p:tagLst xmlns:p="{PRESENTATION}"><p:tag name="{TAG}" val="{attribute(slide)}"/></p:tagLst>'
    return make_part(name, TYPE_TAGS, document(root), stored=True)


class Fingerprint(Struct, frozen=True, gc=False):
    """What a slide can be known by when its ids are lost."""

    slide: str
    """Its id."""
    title: str
    text: str
    """CRC-32 of all its text, eight hexadecimal digits."""
    boxes: str
    """`x,y,w,h x,y,w,h …` of its items in percents of the page, so that rounding by other programs changes nothing."""

    line: str
    """It as a line of text, the title last because it may hold anything."""
    row: str
    """It as a row of the table of slides."""


def fingerprint(slide: str, title: str, text: str, boxes: Iterable[Box], size: tuple[int, int]) -> Fingerprint:
    """The fingerprint of a slide from its text and its items' boxes; `size` is the page's, EMU."""
    width, height = size
    places = " ".join([_place(box, width, height) for box in boxes])
    title, sum_of = " ".join(title.split()), f"{crc32(text.encode('utf-8', 'surrogatepass')):08x}"
    row = f'<slide id="{attribute(slide)}" text="{sum_of}" boxes="{places}" title="{attribute(title)}"/>'
    return Fingerprint(slide, title, sum_of, places, f"{slide}|{sum_of}|{places}|{title}", row)


@lru_cache(maxsize=1_000)
def _place(box: Box, width: int, height: int) -> str:
    """A box in percents of the page. Most stand in the places of their layout, as those of other slides do."""
    return f"{100 * box.x // width},{100 * box.y // height},{100 * box.width // width},{100 * box.height // height}"


def map_parts(slides: Iterable[Fingerprint]) -> tuple[Part, ...]:
    """The table of slides as custom XML, with its properties (ECMA-376 part 1, 15.2.5)."""
    rows = "".join([slide.row for slide in slides])
    table = make_part(MAP_PART, TYPE_XML, document(f'<slides xmlns="{MAP_NAMESPACE}">{rows}</slides>'))
    return (table, *_around_map())


@cache
def _around_map() -> tuple[Part, Part]:
    """The relationships and properties of every table of slides."""
    about = "customXml/itemProps1.xml"
    schema = f'<ds:schemaRefs><ds:schemaRef ds:uri="{MAP_NAMESPACE}"/></ds:schemaRefs>'
    properties = f'<ds:datastoreItem ds:itemID="{guid(MAP_NAMESPACE)}" xmlns:ds="{CUSTOM_XML}">{schema}</ds:datastoreItem>'
    relations = Relationships(MAP_PART)
    relations.part(REL_CUSTOM_XML_PROPERTIES, about)
    return relations.to_part(), make_part(about, TYPE_CUSTOM_XML_PROPERTIES, document(properties))


def map_properties(slides: Iterable[Fingerprint]) -> list[tuple[str, str]]:
    """The table of slides as names and values of custom properties: its lines, joined and cut into short values.

    Each value stands between two bars: programs trim spaces at its ends.
    """
    whole = "\n".join([slide.line for slide in slides])
    chunks = [whole[start : start + MAP_CHUNK] for start in range(0, len(whole), MAP_CHUNK)]
    return [(f"{MAP_PROPERTY}-{number}", f"|{chunk}|") for number, chunk in enumerate(chunks, start=1)]
