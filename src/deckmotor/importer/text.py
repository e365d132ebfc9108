"""Text: paragraphs with their level, what stands before them, and what is bold, italic or a link (ECMA-376 part 1, 21.1.2)."""

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any, Literal

from deckmotor.finished import Mark, Paragraph
from deckmotor.importer.names import MATHS, q

Marker = Literal["", "bullet", "number"]
MarkerAt = Callable[[int], Marker]
"""What stands before a paragraph of a level where the slide does not say."""

A_P, A_R, A_T, A_BR, A_FLD, A_PPR, A_RPR = (q(f"a:{name}") for name in ("p", "r", "t", "br", "fld", "pPr", "rPr"))
A_LINK, R_ID = q("a:hlinkClick"), q("r:id")
_MARKERS: dict[str, Marker] = {q("a:buNone"): "", q("a:buChar"): "bullet", q("a:buBlip"): "bullet", q("a:buAutoNum"): "number"}
_BREAKS = str.maketrans({"\u00ad": None, "\u00a0": " ", "\u202f": " ", "\v": "\n"})


def no_marker(level: int) -> Marker:
    """Of text that stands in no list unless it says so."""
    return ""


def as_read(text: str) -> str:
    """A text without what only says how its lines break."""
    return text.translate(_BREAKS)


def paragraphs(body: Any, marker_at: MarkerAt, address: Callable[[str], str]) -> tuple[Paragraph, ...]:
    """The paragraphs of a text body (`p:txBody`, `a:txBody`), without empty ones at its end.

    `address` is where the relationship of a link leads.
    """
    found = [_paragraph(element, marker_at, address) for element in body.iterchildren(A_P)]
    while found and not found[-1].text.strip():
        found.pop()
    return tuple(found)


def text_of(body: Any) -> str:
    """The text of a body, a line for each paragraph."""
    return "\n".join(one.text for one in paragraphs(body, no_marker, lambda _: ""))


def marker_in(properties: Any) -> Marker | None:
    """What paragraph properties put before a paragraph; None where they do not say."""
    return next((_MARKERS[child.tag] for child in properties if child.tag in _MARKERS), None)


def level_properties(styles: Any, level: int) -> Any:
    """`a:lvl1pPr` and so on of a list style, or None."""
    return None if styles is None else styles.find(q(f"a:lvl{level + 1}pPr"))


def largest_size(body: Any) -> float:
    """Points of the largest type that runs of a body name, as a program that shrank the text shows it; 0 where none does."""
    written = [properties.get("sz", "") for properties in body.iter(A_RPR)]
    shrunk = body.find(f"{q('a:bodyPr')}/{q('a:normAutofit')}")
    scale = "" if shrunk is None else shrunk.get("fontScale", "").rstrip("%")
    share = int(scale) if scale.isdecimal() else 100_000
    return round(max((int(size) for size in written if size.isdecimal()), default=0) * share / 10_000_000, 1)


def _paragraph(element: Any, marker_at: MarkerAt, address: Callable[[str], str]) -> Paragraph:
    properties = element.find(A_PPR)
    level, marker = 0, None
    if properties is not None:
        written = properties.get("lvl", "0")
        level = min(int(written), 8) if written.isdecimal() else 0
        marker = marker_in(properties)
    pieces = list(_pieces(element, address))
    text = "".join(piece for piece, _ in pieces)
    return Paragraph(text, level, (marker_at(level) if marker is None else marker) if text.strip() else "", _marks(pieces))


_Look = tuple[bool, bool, str, str]
_PLAIN: _Look = (False, False, "", "")


def _pieces(element: Any, address: Callable[[str], str]) -> Iterator[tuple[str, _Look]]:
    """The texts of a paragraph's runs, and how each is set apart. Numbers of pages are left out: they change by themselves."""
    for child in element:
        if child.tag == A_R:
            yield as_read(child.findtext(A_T) or ""), _look(child.find(A_RPR), address)
        elif child.tag == A_BR:
            yield "\n", _PLAIN
        elif child.tag == A_FLD:
            if child.get("type") != "slidenum":
                yield as_read(child.findtext(A_T) or ""), _look(child.find(A_RPR), address)
        elif child.tag not in (A_PPR, q("a:endParaRPr")):
            yield as_read("".join(one.text or "" for one in child.iter(f"{{{MATHS}}}t"))), _PLAIN


def _look(properties: Any, address: Callable[[str], str]) -> _Look:
    if properties is None:
        return _PLAIN
    link = properties.find(A_LINK)
    where = address(link.get(R_ID, "")) if link is not None else ""
    return properties.get("b") in ("1", "true"), properties.get("i") in ("1", "true"), where, _color(properties)


def _color(properties: Any) -> str:
    fill = properties.find(q("a:solidFill"))
    return "" if fill is None or not len(fill) else str(fill[0].get("val", ""))


def _marks(pieces: list[tuple[str, _Look]]) -> tuple[Mark, ...]:
    marks: list[Mark] = []
    at = 0
    for look, group in groupby(pieces, key=lambda piece: piece[1]):
        start, at = at, at + sum(len(text) for text, _ in group)
        if look != _PLAIN and at > start:
            marks.append(Mark(start, at, *look))
    return tuple(marks)
