"""What a finished deck says, whoever made it: plain values, read from a .pptx by `importer`, compared by `diff`.

All are frozen and made of texts, numbers and tuples, so that two decks are compared and sent on without their files. A text is
as a person reads it: soft hyphens are left out and no-break spaces are spaces, because both only say how lines break.
"""

from typing import Literal

from msgspec import Struct

Place = tuple[int, int, int, int]
"""Left, top, width and height on the page in whole points; finer differences are the rounding of programs."""


class Mark(Struct, frozen=True, gc=False):
    """How a stretch of a paragraph's text is set apart from most of the text around it."""

    start: int
    end: int
    """Index after its last character."""
    bold: bool = False
    italic: bool = False
    plain: bool = False
    """Neither, where most of the text is bold or italic."""
    struck: bool = False
    ground: str = ""
    """The colour behind it, as keys have it: as `color`."""
    link: str = ""
    """An address, or `#` and the id of a slide of the deck."""
    color: str = ""
    """A colour of its own: one of the theme's (`accent2`), or `1a6b32`."""


class Paragraph(Struct, frozen=True):
    """A paragraph, item of a list or line of a cell. A newline in its text is a line break inside it."""

    text: str
    level: int = 0
    """0 to 8."""
    marker: Literal["", "bullet", "number"] = ""
    """What stands before it, found through the placeholder's layout and master where the slide does not say."""
    marks: tuple[Mark, ...] = ()


class Words(Struct, frozen=True, kw_only=True, tag="words"):
    """Text in a placeholder, a box or a shape."""

    name: str = ""
    """The shape's name: in decks of ours `slide/key`, kept by PowerPoint, and by others where it is no placeholder."""
    role: Literal["title", "subtitle", "body", ""] = ""
    """What its placeholder is for; empty for a free box or shape."""
    paragraphs: tuple[Paragraph, ...] = ()
    alt: str = ""
    link: str = ""
    """Where a click on all of it leads: an address, or `#` and the id of a slide of the deck."""
    size: float = 0
    """Points of its largest type, as programs show it; 0 where it has no text."""
    place: Place = (0, 0, 0, 0)


class Cell(Struct, frozen=True):
    """A cell of a table."""

    text: str
    """Its paragraphs, one a line."""
    across: int = 1
    """Columns that it covers; what it covers are cells without text."""
    down: int = 1
    """Rows that it covers."""
    marks: tuple[Mark, ...] = ()
    """What is set apart in it: links above all."""


class Table(Struct, frozen=True, kw_only=True, tag="table"):
    """A table, row by row."""

    name: str = ""
    rows: tuple[tuple[Cell, ...], ...] = ()
    header: bool = False
    """Whether its first row is a header."""
    header_column: bool = False
    """Whether its first column is one."""
    alt: str = ""
    place: Place = (0, 0, 0, 0)


class Picture(Struct, frozen=True, kw_only=True, tag="picture"):
    """A picture, known by its bytes."""

    name: str = ""
    digest: str = ""
    """First 16 hexadecimal digits of the SHA-256 of its file; empty where that is missing or elsewhere."""
    kind: str = ""
    """Ending of its file: `png`."""
    alt: str = ""
    decorative: bool = False
    """Whether it is marked as one that says nothing."""
    crop: tuple[int, int, int, int] = (0, 0, 0, 0)
    """Cut off left, top, right and bottom, in percent."""
    link: str = ""
    """Where a click on it leads: an address, or `#` and the id of a slide of the deck."""
    place: Place = (0, 0, 0, 0)


class Point(Struct, frozen=True, gc=False):
    """A value of a series."""

    label: str
    """Its category, or its x."""
    value: str
    """The number as the file has it, without needless zeros; empty where it is missing."""


class Series(Struct, frozen=True):
    """A row of numbers of a chart."""

    name: str
    points: tuple[Point, ...] = ()


class Chart(Struct, frozen=True, kw_only=True, tag="chart"):
    """A native chart and its numbers."""

    name: str = ""
    kind: str = ""
    """`bar`, `line`, `pie` … as the file calls it; several joined by `+`."""
    title: str = ""
    series: tuple[Series, ...] = ()
    alt: str = ""
    place: Place = (0, 0, 0, 0)


class Other(Struct, frozen=True, kw_only=True, tag="other"):
    """What is none of these: a diagram, a film, an object of another program."""

    name: str = ""
    kind: str = ""
    """`video`, `audio`, `diagram`, `object` …"""
    text: str = ""
    """What can be read of it."""
    alt: str = ""
    digest: str = ""
    """Of the file of a film or sound, as of a picture."""
    poster: str = ""
    """Of the picture that stands there until it plays."""
    place: Place = (0, 0, 0, 0)


Part = Words | Table | Picture | Chart | Other
"""One thing on a slide."""


class Identity(Struct, frozen=True, gc=False):
    """What a slide may be known by when it is met again. Programs lose some of it: see `ooxml.identity`."""

    id: str = ""
    """The id that deckmotor gave it; of a slide and its copy only the first has it."""
    number: int = 0
    """`p:sldId/@id`: kept by PowerPoint, given anew by others. 0 where it is not known."""
    creation: int = 0
    """PowerPoint's own creation id; 0 where it has none."""


class Slide(Struct, frozen=True, kw_only=True):
    """What one slide says, in reading order."""

    identity: Identity = Identity()
    parts: tuple[Part, ...] = ()
    notes: tuple[Paragraph, ...] = ()
    footer: str = ""
    """Footer and date, where the slide has them."""
    hidden: bool = False
    transition: str = ""
    """How it comes after the one before: `fade`, `push`, `morph` … as the file calls it; empty where it just comes."""
    clicks: int = 0
    """How many clicks its animations take."""
    background: str = ""
    """What it stands on, where that is not its layout's: a colour as keys have it, or `a picture (…)` with its digest."""
    aside: str = ""
    """Text that only decorates, as it says itself: the numbers of lines of code."""
    layout: str = ""
    """Name of its layout."""
    section: str = ""

    @property
    def title(self) -> str:
        """The text of its title's placeholder, on one line; without one the first line of text that it has."""
        texts = [part for part in self.parts if isinstance(part, Words) and part.paragraphs]
        named = next((part for part in texts if part.role == "title"), None)
        lines = (named or texts[0]).paragraphs[: None if named else 1] if texts else ()
        return " ".join(" ".join(line.text for line in lines).split())


class Finished(Struct, frozen=True, kw_only=True):
    """A whole finished deck."""

    title: str = ""
    language: str = ""
    """Of most of its text: `sv-SE`."""
    size: tuple[int, int] = (0, 0)
    """Width and height of its pages in whole points."""
    theme: str = ""
    """Name of the theme of its first master."""
    colors: str = ""
    """That theme's colours in order: `dk1 17252a, lt1 fbfaf6, …`."""
    fonts: str = ""
    """That theme's fonts for headings and text: `Georgia, Arial`."""
    slides: tuple[Slide, ...] = ()


def words_of(value: object) -> str:
    """All that can be read of a slide, a part or a smaller value, line by line; for finding what is alike."""
    return "\n".join(_lines(value))


def _lines(value: object) -> list[str]:
    match value:
        case Slide():
            return [*_all(value.parts), *_all(value.notes)]
        case Words():
            return [paragraph.text for paragraph in value.paragraphs]
        case Table():
            return [cell.text for row in value.rows for cell in row]
        case Picture():
            return [value.alt, value.digest]
        case Chart():
            return [value.title, value.alt, *(line for one in value.series for line in _lines(one))]
        case Series():
            return [value.name, *(f"{point.label} {point.value}" for point in value.points)]
        case Point():
            return [value.label]
        case Other():
            return [value.text, value.alt, value.kind]
        case Paragraph() | Cell():
            return [value.text]
        case tuple():
            return _all(value)
        case _:
            return [str(value)]


def _all(values: tuple[object, ...]) -> list[str]:
    return [line for value in values for line in _lines(value)]
