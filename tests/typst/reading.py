"""What stands in a PDF: every stretch of text with its place, and the tags that say what it is.

A reader of the page's own operators (ISO 32000-1, 8 and 9), so that nothing is guessed: extraction programs put in spaces and
line breaks where they think that a reader would see some.
"""

import io
import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct
from pypdf import PdfReader
from pypdf.generic import ArrayObject, ByteStringObject, ContentStream, DictionaryObject, NumberObject, TextStringObject

Matrix = tuple[float, float, float, float, float, float]
UNIT: Matrix = (1, 0, 0, 1, 0, 0)


class Shown(Struct, frozen=True, kw_only=True):
    """Text drawn at once. Lengths are points from the page's top left corner."""

    text: str
    """As it is read on: with what an `ActualText` says instead."""
    x: float
    baseline: float
    size: float
    mark: int | None
    """Marked content that it belongs to; None for an artifact."""
    language: str | None
    """Where it is marked with one that its tag does not have."""


class Tag(Struct, frozen=True, kw_only=True):
    """An element of the structure tree."""

    kind: str
    language: str | None
    alt: str | None
    below: "tuple[Tag | Marked | Annotation, ...]"
    columns: int = 1
    """Of a cell of a table: over how many it goes (ISO 32000-1, table 349)."""
    rows: int = 1

    def all(self, kind: str) -> "Iterator[Tag]":
        """The elements of a kind at and below this one, in reading order."""
        if self.kind == kind:
            yield self
        for child in self.below:
            if isinstance(child, Tag):
                yield from child.all(kind)

    @property
    def text(self) -> str:
        """All text below, marks of lists included."""
        return "".join(child.text for child in self.below if not isinstance(child, Annotation))

    @property
    def marks(self) -> list[int]:
        """The marked content below, in reading order."""
        found = []
        for child in self.below:
            found += child.marks if isinstance(child, Tag) else [child.mark] if isinstance(child, Marked) else []
        return found

    @property
    def page(self) -> int | None:
        """Index of the page that it begins on."""
        return next((found for child in self.below if (found := child.page) is not None), None)


class Marked(Struct, frozen=True):
    """A leaf: marked content of a page."""

    page: int | None
    mark: int
    text: str


class Annotation(Struct, frozen=True):
    """A leaf: an annotation, as links are."""

    page: int | None
    about: DictionaryObject


class Document:
    """A PDF, read."""

    def __init__(self, data: bytes) -> None:
        self.reader = PdfReader(io.BytesIO(data))
        self.root: Any = self.reader.trailer["/Root"]
        self.pages = [tuple(_Page(self.reader, number).shown()) for number in range(len(self.reader.pages))]
        self._numbers = {page.indirect_reference: number for number, page in enumerate(self.reader.pages)}

    def tags(self) -> Tag:
        """The top of the structure tree."""
        tree = self.root["/StructTreeRoot"]
        (top,) = self._children(tree, None)
        assert isinstance(top, Tag)
        return top

    def _children(self, element: Any, page: int | None) -> "Iterator[Tag | Marked | Annotation]":
        children = element.get("/K", ArrayObject())
        children = children.get_object()
        for child in children if isinstance(children, ArrayObject) else [children]:
            found = child.get_object()
            if isinstance(found, NumberObject):
                yield self._marked(page, int(found))
                continue
            on = self._numbers[found.raw_get("/Pg")] if "/Pg" in found else page
            if found.get("/Type") == "/MCR":
                yield self._marked(on, int(found["/MCID"]))
            elif found.get("/Type") == "/OBJR":
                yield Annotation(on, found["/Obj"])
            else:
                below = tuple(self._children(found, on))
                given = found["/A"] if "/A" in found else ArrayObject()
                of = {
                    key: value
                    for one in (given if isinstance(given, list) else [given])
                    for key, value in one.get_object().items()
                }
                columns, rows = int(of.get("/ColSpan", 1)), int(of.get("/RowSpan", 1))
                said = {"language": found.get("/Lang"), "alt": found.get("/Alt"), "columns": columns, "rows": rows}
                yield Tag(kind=found["/S"][1:], below=below, **said)

    def _marked(self, page: int | None, mark: int) -> Marked:
        assert page is not None
        return Marked(page, mark, "".join(shown.text for shown in self.pages[page] if shown.mark == mark))


class _Mark(Struct, frozen=True):
    """What a stretch of operators is marked with (ISO 32000-1, 14.6)."""

    number: int | None
    instead: str | None
    language: str | None


def _mark(given: Any) -> _Mark:
    about = given[1] if len(given) > 1 and isinstance(given[1], DictionaryObject) else {}
    instead = about.get("/ActualText")
    return _Mark(about.get("/MCID"), None if instead is None else _string(instead), about.get("/Lang"))


class _Page:
    """The operators of one page."""

    def __init__(self, reader: PdfReader, number: int) -> None:
        self.page = reader.pages[number]
        self.height = float(self.page.mediabox.height)
        self.stream = ContentStream(self.page.get_contents(), reader)
        self.characters: dict[str, dict[int, str]] = {}

    def shown(self) -> Iterator[Shown]:
        matrix, line, kept = UNIT, UNIT, []
        font, size = "", 0.0
        marks: list[_Mark] = []
        for given, operator in self.stream.operations:
            match operator:
                case b"q":
                    kept.append((matrix, font, size))
                case b"Q":
                    matrix, font, size = kept.pop()
                case b"cm":
                    matrix = _times(_matrix(given), matrix)
                case b"BT":
                    line = UNIT
                case b"Tm":
                    line = _matrix(given)
                case b"Tf":
                    font, size = given[0], float(given[1])
                case b"BDC" | b"BMC":
                    marks.append(_mark(given))
                case b"EMC":
                    marks.pop()
                case b"Tj" | b"TJ":
                    told = next((mark.instead for mark in reversed(marks) if mark.instead is not None), None)
                    text = self._text(font, given[0]) if told is None else told
                    x, y = _times(line, matrix)[4:]
                    content = next((mark for mark in reversed(marks) if mark.number is not None), _Mark(None, None, None))
                    yield Shown(
                        text=text,
                        x=x,
                        baseline=self.height - y,
                        size=size,
                        mark=content.number,
                        language=content.language,
                    )

    def _text(self, font: str, given: Any) -> str:
        if font not in self.characters:
            resources: Any = self.page["/Resources"]
            self.characters[font] = _characters(resources["/Font"][font]["/ToUnicode"].get_data().decode())
        pieces = given if isinstance(given, ArrayObject) else [given]
        codes = b"".join(_bytes(piece) for piece in pieces if isinstance(piece, ByteStringObject | TextStringObject))
        return "".join(self.characters[font][code] for (code,) in _pairs(codes))


def _pairs(codes: bytes) -> Iterator[tuple[int]]:
    """Codes of two bytes each: the fonts are composite ones (9.7)."""
    return ((int.from_bytes(codes[at : at + 2], "big"),) for at in range(0, len(codes), 2))


def _bytes(piece: Any) -> bytes:
    return bytes(piece) if isinstance(piece, ByteStringObject) else piece.original_bytes


def _string(piece: Any) -> str:
    return bytes(piece).decode("utf-16") if isinstance(piece, ByteStringObject) else str(piece)


def _characters(table: str) -> dict[int, str]:
    """The characters of a font by code: its ToUnicode table (9.10.3)."""
    found = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, text in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            found[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    assert "beginbfrange" not in table, "not read here, because typst writes none"
    return found


def _matrix(given: Any) -> Matrix:
    a, b, c, d, e, f = (float(number) for number in given)
    return a, b, c, d, e, f


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m
