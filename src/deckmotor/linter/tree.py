"""Reads the XML of a part, refusing what Office refuses, and finds the line and column of an element again."""

import re
from collections.abc import Iterable
from contextlib import suppress
from typing import NoReturn
from xml.etree.ElementTree import Element, ParseError, fromstring
from xml.parsers import expat

from msgspec import structs

from deckmotor.linter.archive import MEGABYTE
from deckmotor.linter.found import Found
from deckmotor.linter.strict import transitional

LARGEST_XML = 48 * MEGABYTE
MOST_ELEMENTS = 400_000
"""A part of XML with more is not read into memory: an element takes a hundred times its four letters."""
MOST_ATTRIBUTES = 500_000

DEEPEST = 256
"""Levels of elements in each other; the readers of Office stop there (XmlLite, `XmlReaderProperty_MaxElementDepth`)."""

_PLAIN = re.compile(
    rb'(\xef\xbb\xbf)?(<\?xml version="1\.0" encoding="UTF-8"( standalone="(yes|no)")? ?\?>\s*)?<[\w:]', re.IGNORECASE
)
_UNSEEN = b"<!"
"""How all parts begin that are written as Office writes, and what begins a DOCTYPE, which the tree would not show."""

_INVALID_TOKEN = 4
_INVALID_CHARACTER = 14
"""Numbers of expat's errors for a control character, as itself and as `&#7;`."""


class _StopError(Exception):
    """Ends the parser's run early; `found` is why."""

    def __init__(self, found: Found) -> None:
        self.found = found


class _EnoughError(Exception):
    """Ends the parser's run: all is known."""


def read_tree(data: bytes) -> Element | Found:
    """The root of a part, or why it can't be read. Entities are never replaced and nothing outside is ever opened.

    Names are never those of the Strict form, whatever form it is in.
    """
    count = data.count(b"<")
    if len(data) > LARGEST_XML or count > MOST_ELEMENTS or data.count(b"=") > MOST_ATTRIBUTES:
        return Found("package-part-too-large", {"size": len(data) // MEGABYTE, "count": count})
    data = transitional(data)
    problem = None if _PLAIN.match(data) and _UNSEEN not in data else _fault(data)
    if problem is not None:
        return problem
    try:
        root = fromstring(data)
    except (ParseError, ValueError, LookupError) as error:
        return _fault(data) or Found("package-bad-xml", {"reason": str(error)})
    return Found("package-too-deep", {"limit": DEEPEST}) if _is_deep(root) else root


def _is_deep(root: Element) -> bool:
    level = [root]
    for _ in range(DEEPEST):
        level = [child for element in level if len(element) for child in element[:]]
        if not level:
            return False
    return True


def _fault(data: bytes) -> Found | None:
    """Reads the part without keeping it: the tree builder would take a DOCTYPE and replace its entities."""
    # The handlers know nothing of the parser: the two would keep each other in memory, part after part.
    parser = expat.ParserCreate(namespace_separator="}")

    def doctype(*_: object) -> NoReturn:
        raise _StopError(Found("package-doctype", {}))

    def declaration(version: str, encoding: str | None, _: int) -> None:
        if version != "1.0":
            raise _StopError(Found("package-bad-xml", {"reason": f"version {version}, not 1.0"}))
        if encoding is not None and encoding.upper() not in ("UTF-8", "UTF8", "UTF-16"):
            raise _StopError(Found("package-bad-encoding", {"encoding": encoding}))

    parser.StartDoctypeDeclHandler = doctype
    parser.XmlDeclHandler = declaration
    try:
        parser.Parse(data, True)
    except _StopError as stop:
        return structs.replace(stop.found, line=parser.CurrentLineNumber, column=parser.CurrentColumnNumber + 1)
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
                raise _EnoughError
        index += 1

    parser.StartElementHandler = start
    with suppress(_EnoughError, expat.ExpatError, ValueError, LookupError):
        parser.Parse(data, True)
    parser.StartElementHandler = None  # Else the two would keep each other in memory.
    return places
