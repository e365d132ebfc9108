"""Text: paragraphs with their level, what stands before them, and what is bold, italic or a link (ECMA-376 part 1, 21.1.2)."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.finished import Mark, Paragraph
from deckmotor.importer.names import MATHS, q

Marker = Literal["", "bullet", "number"]
MarkerAt = Callable[[int], Marker]
"""What stands before a paragraph of a level where the slide does not say."""

A_P, A_R, A_T, A_BR, A_FLD, A_PPR, A_RPR = (q(f"a:{name}") for name in ("p", "r", "t", "br", "fld", "pPr", "rPr"))
YES, NO_STRIKE = ("1", "true"), "noStrike"
_TABS = q("a:tabLst")
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
    read = [
        (element, level_of(element) + below, own)
        for element in body.iterchildren(A_P)
        for below, own in enumerate(_terms(element, list(_pieces(element, address))))
    ]
    usual = _usual([level for _, level, _ in read], [own for _, _, own in read])
    found = [_paragraph(element, level, own, usual[level], marker_at) for element, level, own in read]
    while found and not found[-1].text.strip():
        found.pop()
    return tuple(found)


def text_of(body: Any) -> str:
    """The text of a body, a line for each paragraph."""
    return "\n".join(one.text for one in paragraphs(body, no_marker, lambda _: ""))


def in_one(said: tuple[Paragraph, ...]) -> tuple[str, tuple[Mark, ...]]:
    """The text of paragraphs, a line for each, and what is set apart in it."""
    marks: list[Mark] = []
    start = 0
    for one in said:
        marks += [replace(mark, start=start + mark.start, end=start + mark.end) for mark in one.marks]
        start += len(one.text) + 1
    return "\n".join(one.text for one in said), tuple(marks)


def marker_in(properties: Any) -> Marker | None:
    """What paragraph properties put before a paragraph; None where they do not say."""
    return next((_MARKERS[child.tag] for child in properties if child.tag in _MARKERS), None)


def level_properties(styles: Any, level: int) -> Any:
    """`a:lvl1pPr` and so on of a list style, or None."""
    return None if styles is None else styles.find(q(f"a:lvl{level + 1}pPr"))


def largest_size(body: Any, inherited: Callable[[int], float]) -> float:
    """Points of the largest type of a body, as a program that shrank the text shows it; 0 where it has no text.

    `inherited` is the size of a level where runs name none.
    """
    shrunk = body.find(f"{q('a:bodyPr')}/{q('a:normAutofit')}")
    scale = "" if shrunk is None else shrunk.get("fontScale", "").rstrip("%")
    share = int(scale) if scale.isdecimal() else 100_000
    sizes = [
        size_in(run.find(A_RPR)) or inherited(level_of(element))
        for element in body.iterchildren(A_P)
        for run in element.iterchildren(A_R)
        if (run.findtext(A_T) or "").strip()
    ]
    return round(max(sizes, default=0) * share / 100_000, 1)


def size_in(properties: Any) -> float:
    """Points that run properties name; 0 where they name none."""
    written = "" if properties is None else properties.get("sz", "")
    return int(written) / 100 if written.isdecimal() and len(written) < 8 else 0


def level_of(element: Any) -> int:
    """The level of a paragraph, 0 to 8."""
    properties = element.find(A_PPR)
    written = "0" if properties is None else properties.get("lvl", "0")
    return min(int(written), 8) if written.isdecimal() else 0


def _terms(element: Any, pieces: "list[tuple[str, _Look]]") -> "list[list[tuple[str, _Look]]]":
    """A paragraph as one; a word that hangs before what it means, with a tab that leads to that, as two.

    LibreOffice, which shows it so, saves it without that it hangs: a margin, a stop and the one tab have to do.
    """
    at = next((at for at, (text, _) in enumerate(pieces) if "\t" in text), None)
    properties = None if at is None else element.find(A_PPR)
    if at is None or properties is None or properties.get("marL", "0") == "0" or properties.find(_TABS) is None:
        return [pieces]
    (text, look), after = pieces[at], pieces[at + 1 :]
    term, meaning = text.split("\t", 1)
    return [[*pieces[:at], (term, look)], [(meaning, look), *after] if meaning else after]


def _paragraph(element: Any, level: int, pieces: "list[tuple[str, _Look]]", usual: "_Look", marker_at: MarkerAt) -> Paragraph:
    properties = element.find(A_PPR)
    marker = None if properties is None else marker_in(properties)
    text = "".join(piece for piece, _ in pieces)
    if not text.strip():
        return Paragraph(text, level)
    return Paragraph(text, level, marker_at(level) if marker is None else marker, _marks(pieces, usual))


class _Look(Struct, frozen=True, gc=False):
    """What a run says of its own looks."""

    bold: bool = False
    italic: bool = False
    struck: bool = False
    ground: str = ""
    color: str = ""
    link: str = ""


_PLAIN = _Look()
_LOOKS = ("b", "i", "strike")
"""Attributes of a run that say something of these; all else does so below it."""


def _usual(levels: list[int], paragraphs: list[list[tuple[str, _Look]]]) -> dict[int, _Look]:
    """By level, the look of most of its characters: some programs write on each run what others leave to the layout."""
    if all(look is _PLAIN for pieces in paragraphs for _, look in pieces):
        return dict.fromkeys(levels, _PLAIN)
    counts: dict[int, Counter[_Look]] = {level: Counter() for level in levels}
    for level, pieces in zip(levels, paragraphs, strict=True):
        for text, look in pieces:
            counts[level][replace(look, link="") if look.link else look] += len(text)
    return {level: count.most_common(1)[0][0] if count else _PLAIN for level, count in counts.items()}


def _pieces(element: Any, address: Callable[[str], str]) -> Iterator[tuple[str, _Look]]:
    """The texts of a paragraph's runs with their looks. Numbers of pages are left out: they change by themselves."""
    look = _PLAIN
    for child in element:
        if child.tag == A_R or (child.tag == A_FLD and child.get("type") != "slidenum"):
            properties = child.find(A_RPR)
            if properties is not None and properties.get("noProof") in YES and child.findtext(A_T) == "-":
                continue  # A hyphen that deckmotor wrote where a line ends inside a word.
            look = _look(properties, address)
            yield as_read(child.findtext(A_T) or ""), look
        elif child.tag == A_BR:
            yield "\n", look
        elif child.tag not in (A_PPR, A_FLD, q("a:endParaRPr")):
            yield as_read("".join(one.text or "" for one in child.iter(f"{{{MATHS}}}t"))), look


def _look(properties: Any, address: Callable[[str], str]) -> _Look:
    if properties is None or not (len(properties) or any(name in properties.attrib for name in _LOOKS)):
        return _PLAIN
    link = properties.find(A_LINK)
    where = address(link.get(R_ID, "")) if link is not None else ""
    color, ground = (_color(properties.find(q(name))) for name in ("a:solidFill", "a:highlight"))
    struck = properties.get("strike", NO_STRIKE) != NO_STRIKE
    return _Look(properties.get("b") in YES, properties.get("i") in YES, struck, ground, color, where)


def _color(holder: Any) -> str:
    return "" if holder is None or not len(holder) else str(holder[0].get("val", "")).lower()


def _marks(pieces: list[tuple[str, _Look]], usual: _Look) -> tuple[Mark, ...]:
    marks: list[Mark] = []
    at = 0
    for look, group in groupby(pieces, key=lambda piece: piece[1]):
        start, at = at, at + sum(len(text) for text, _ in group)
        mark = Mark(
            start,
            at,
            bold=look.bold and not usual.bold,
            italic=look.italic and not usual.italic,
            plain=(usual.bold and not look.bold) or (usual.italic and not look.italic),
            struck=look.struck,
            ground=look.ground,
            link=look.link,
            color=look.color if look.color != usual.color and not look.link else "",
        )
        if at > start and mark != Mark(start, at):
            marks.append(mark)
    return tuple(marks)
