"""Reads the XML of a part, refusing what Office refuses, and finds the line and column of an element again."""

from collections.abc import Iterable
from contextlib import suppress
from typing import NoReturn
from xml.etree.ElementTree import Element, ParseError, fromstring
from xml.parsers import expat

from deckmotor.check.package.archive import MEGABYTE
from deckmotor.check.package.found import Found

LARGEST_XML = 48 * MEGABYTE
MOST_ELEMENTS = 1_000_000
"""A part of XML with more is not read into memory: an element takes a hundred times its four letters."""

_INVALID_TOKEN = 4
_INVALID_CHARACTER = 14
"""Numbers of expat's errors for a control character, as itself and as `&#7;`."""


class _StopError(Exception):
    """Ends the parser's run early; `found` is why, if that is a problem."""

    def __init__(self, found: Found | None = None) -> None:
        self.found = found


def read_tree(data: bytes) -> Element | Found:
    """The root of a part, or why it can't be read. Entities are never replaced and nothing outside is ever opened."""
    count = data.count(b"<")
    if len(data) > LARGEST_XML or count > MOST_ELEMENTS or data.count(b"=") > 2 * MOST_ELEMENTS:
        return Found("package-part-too-large", {"size": len(data) // MEGABYTE, "count": count})
    problem = _fault(data)
    if problem is not None:
        return problem
    try:
        return fromstring(data)
    except (ParseError, ValueError, LookupError) as error:
        return Found("package-bad-xml", {"reason": str(error)})


def _fault(data: bytes) -> Found | None:
    """Reads the part without keeping it: the tree builder would take a DOCTYPE and replace its entities."""
    parser = expat.ParserCreate(namespace_separator="}")

    def doctype(*_: object) -> NoReturn:
        raise _StopError(Found("package-doctype", {}, line=parser.CurrentLineNumber, column=parser.CurrentColumnNumber + 1))

    def declaration(version: str, encoding: str | None, _: int) -> None:
        if version != "1.0":
            raise _StopError(Found("package-bad-xml", {"reason": f"version {version}, not 1.0"}, line=1, column=1))
        if encoding is not None and encoding.upper() not in ("UTF-8", "UTF8", "UTF-16"):
            raise _StopError(Found("package-bad-encoding", {"encoding": encoding}, line=1, column=1))

    parser.StartDoctypeDeclHandler = doctype
    parser.XmlDeclHandler = declaration
    try:
        parser.Parse(data, True)
    except _StopError as stop:
        return stop.found
    except expat.ExpatError as error:
        control = error.code == _INVALID_CHARACTER or (
            error.code == _INVALID_TOKEN and data[parser.ErrorByteIndex : parser.ErrorByteIndex + 1] < b" "
        )
        return Found(
            "package-control-character" if control else "package-bad-xml",
            {"reason": expat.ErrorString(error.code)},
            line=error.lineno,
            column=error.offset + 1,
        )
    except (ValueError, LookupError) as error:
        return Found("package-bad-encoding", {"encoding": str(error)}, line=1, column=1)
    return None


def order_of(root: Element, elements: Iterable[Element]) -> dict[Element, int]:
    """How many elements begin before each of some."""
    wanted = set(elements)
    return {element: index for index, element in enumerate(root.iter()) if element in wanted} if wanted else {}


def positions(data: bytes, wanted: set[int]) -> dict[int, tuple[int, int]]:
    """Line and column (from 1) of elements, by how many elements begin before each."""
    places: dict[int, tuple[int, int]] = {}
    left = set(wanted)
    index = 0
    parser = expat.ParserCreate()

    def start(_: str, __: object) -> None:
        nonlocal index
        if index in left:
            places[index] = (parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
            left.discard(index)
            if not left:
                raise _StopError
        index += 1

    parser.StartElementHandler = start
    with suppress(_StopError, expat.ExpatError, ValueError, LookupError):
        parser.Parse(data, True)
    return places
