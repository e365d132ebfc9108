"""Lines of text. Every line stands where it was measured; typst decides nothing."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.export.typst.accents import FIRST, Accent
from deckmotor.export.typst.styles import FRAMED, KEYED, SCRIPT, Pictures, Styles
from deckmotor.export.typst.words import ROOM, block, color, length, literal, place, points
from deckmotor.scene.drawing import LineEnd, Piece, TextLine
from deckmotor.scene.page import Link
from deckmotor.scene.text import KEY, Maths, NoteMark
from deckmotor.style import Align, TextStyle
from deckmotor.units import points as emu_of_points

CLOSE = 13
"""Places that differ by less, in EMU, are the same: a thousandth of a point, to which lengths are written."""

ABOVE = emu_of_points(40)
"""How far above the number of a footnote a link to it leads: it is to be seen with what stands around it."""

BREAKS: Mapping[LineEnd, str] = {"space": "n", "cut": "n", "hyphen": "hyphen"}
"""The preamble's name for the break after each kind of line end."""

SOFT_HYPHEN = "\u00ad"

RISE, FALL = 80, 22
"""How far above and below its baseline text that leads somewhere is felt, in percent of the largest size of its paragraph."""

_AS_READ = {"\u00a0": " ", "\u2011": "-"}
"""Characters that keep a line from breaking look like these, which is what a reader searches for. The lines stand already."""

_APART = f"([{''.join(_AS_READ)}])|{KEYED}"
"""What stands apart from what is around it: these, and a digit in the frame of a key, whose font has both."""

_BEFORE: Mapping[Align, int] = {"left": 0, "center": emu_of_points(ROOM / 2), "right": emu_of_points(ROOM)}
"""How far before a line's place the room begins that it is aligned in, EMU."""


class Paper(Struct, frozen=True):
    """What is drawn with: the corner that places count from (EMU), styles, pictures, and the pages that links lead to."""

    x: int
    y: int
    styles: Styles
    pictures: Pictures
    pages: Mapping[str, int]
    """Number of each page that is drawn, by its id, from 1."""
    below: int = 0
    """How many levels of headings the page's title stands below: one, on the pages of a section."""
    listed: bool = True
    """Whether the page's title is a bookmark."""
    page: int = 0
    """Number of the page that is drawn, from 1; 0 where nothing leads to it."""
    notes: Mapping[NoteMark, tuple[int, int]] = {}
    """Where the numbers of its footnotes stand, EMU."""
    draws: bool = False
    """Whether long outlines may be drawings: in a PDF they stay outlines, in a picture they would be pixels of their own."""

    def at(self, x: int, y: int) -> "Paper":
        """The same for what stands inside something whose corner is there on the page."""
        return replace(self, x=x, y=y)


def unit(lines: Sequence[TextLine], paper: Paper, heading: int = 0) -> str:
    """Lines that are read as one: a paragraph, or a heading of that level."""
    first = lines[0]
    pitch = min((below.baseline - above.baseline for above, below in pairwise(lines)), default=0)
    rise, fall = _reach(lines)
    left, top = first.x - _BEFORE[first.align] - paper.x, first.baseline - rise - paper.y
    where = f"{points(left)}, {points(top)}, {points(pitch - rise - fall if len(lines) > 1 else 0)}"
    body = _aligned(first, block(_edges(rise, fall), *_linked(_pieces(lines, pitch, rise, paper), paper)))
    return (
        f"head({heading + paper.below}, {where}, {body}, {str(heading == 1 and paper.listed).lower()})"
        if heading
        else f"para({where}, {body})"
    )


def single(line: TextLine, paper: Paper) -> str:
    """A line on its own, which is no unit of what is read."""
    rise, fall = _reach((line,))
    body = _aligned(line, block(_edges(rise, fall), *_linked(_drawn(line, paper), paper)))
    return place(line.x - _BEFORE[line.align] - paper.x, line.baseline - rise - paper.y, body)


def _reach(lines: Sequence[TextLine]) -> tuple[int, int]:
    """How high and low lines are where some of their text leads somewhere, as far as that is felt; EMU. Others have no height.

    All lines of a paragraph are as high as its largest text, so that they stand where they did. typst adds half of what stands
    between two lines above and below.
    """
    sizes = [piece.style.size for line in lines for piece in line.pieces if piece.link or piece.note]
    if not sizes:
        return 0, 0
    size = max(piece.style.size for line in lines for piece in line.pieces)
    return size * RISE // 100, size * FALL // 100


def _edges(rise: int, fall: int) -> str:
    return f"set text(top-edge: {length(rise)}, bottom-edge: {length(-fall)})" if rise else ""


def _aligned(line: TextLine, body: str) -> str:
    return body if line.align == "left" else f"box(width: {ROOM}pt, align({line.align}, {body}))"


Code = tuple[Link | NoteMark | None, str]
"""What typst draws, and the link that it is part of."""


def _linked(codes: Iterator[Code], paper: Paper) -> Iterator[str]:
    """Those in a row that lead to the same place inside one link."""
    for link, group in groupby(codes, key=lambda code: code[0]):
        together = [code for _, code in group]
        to = None if link is None else target(link, paper)
        if to is None:
            yield from together
        else:
            yield f"link({to}, {block(*together)})"


def _pieces(lines: Sequence[TextLine], pitch: int, rise: int, paper: Paper) -> Iterator[Code]:
    """Text, spaces and breaks in order. `rise` is how high its lines are."""
    above = None
    for line in lines:
        if above is not None:
            link = above.pieces[-1].link if above.pieces else None
            same = link is not None and bool(line.pieces) and line.pieces[0].link == link
            for code in _break(above, line, (pitch, rise), lines[0].x):
                yield link if same else None, code
        yield from _drawn(line, paper)
        above = line


def _drawn(line: TextLine, paper: Paper) -> Iterator[Code]:
    for number, piece in enumerate(line.pieces, 1):
        last = number == len(line.pieces)
        if piece.maths is not None:  # Its area as a link would be that of its room.
            yield None, _maths(piece, piece.maths, paper) + ("; " + literal(" ") if last and line.end == "space" else "")
            continue
        yield piece.link or piece.note, _piece(piece, _ended(piece.text, line.end) if last else piece.text, paper)
        if piece.style.tracking and not last:
            yield piece.link, _tracked(piece.style.tracking)


def _ended(text: str, end: LineEnd) -> str:
    """The last text of a line, as it is read on: a space where one hung, a soft hyphen for one that only a break draws."""
    if end == "space":
        return text + " "
    return text[:-1] + SOFT_HYPHEN if end == "hyphen" else text


def _break(above: TextLine, below: TextLine, down: tuple[int, int], left: int) -> Iterator[str]:
    yield BREAKS[above.end]
    pitch, rise = down
    lower, right = below.baseline - above.baseline - pitch, below.x - left
    if abs(lower) >= CLOSE:
        yield f"lower({points(lower + rise)})"
    if abs(right) >= CLOSE:
        yield f"h({length(right)})"


def _piece(piece: Piece, text: str, paper: Paper) -> str:
    style = piece.style
    name = paper.styles.text(style, piece.language)
    text = text.replace("\n", "")
    around = [f"under({points(style.size)}, "] if style.underline else []
    around += [f"key({color(style.ground)}, "] if style.ground is not None else []
    around += [f"struck({points(style.size)}, "] if style.strike else []
    if not around:
        return _text(text, name, style, paper)
    # A space at the end of a line would have the line too.
    seen = text.rstrip(" ")
    drawn = f"{''.join(around)}{block(_text(seen, name, style, paper))}{')' * len(around)}"
    return f"{drawn}; {name}({literal(text[len(seen) :])})" if seen != text else drawn


def _maths(piece: Piece, maths: Maths, paper: Paper) -> str:
    """A formula in a line, which gets no higher by it. Its words are read in its place (ISO 14289-1, 7.7)."""
    paper.styles.has_maths = True
    made = f"${maths.notation.typst}$.body"
    size = f"{points(piece.width)}, {points(piece.style.size)}"
    return f"maths({size}, {color(piece.style.color)}, {literal(maths.alt)}, {literal(maths.notation.plain)}, {made})"


def _text(text: str, name: str, style: TextStyle, paper: Paper) -> str:
    """Text as it is read. What is read otherwise than it was measured stands alone, so that nothing is kerned with it."""
    accents = paper.styles.accents
    if not any(character in text for character in (*_AS_READ, KEY)) and (accents is None or max(text, default="") < FIRST):
        return f"{name}({literal(text)})"
    drawn: list[str] = []
    for part in filter(None, re.split(_APART, text)):
        if part[-1] == KEY and len(part) > 1:
            drawn.append(f"{name}({literal(part)}, font: {FRAMED})")
            continue
        for piece in (part,) if accents is None else accents.parted(part, style):
            if isinstance(piece, Accent):
                size = style.size * (SCRIPT if style.baseline else 1)
                places = (points(round(by * size)) for by in (piece.right, piece.down))
                drawn[-1] += f"; raised({', '.join(places)}, {name}({literal(piece.text)}))"
            else:
                drawn.append(f"{name}({literal(_AS_READ.get(piece, piece))}{', kerning: false' if piece in _AS_READ else ''})")
    return (f"; {_tracked(style.tracking)}; " if style.tracking else "; ").join(drawn)


def _tracked(tracking: int) -> str:
    """The space after the last character of a stretch: typst tracks only between those inside it."""
    return f"h({length(tracking)})"


def target(link: Link | NoteMark, paper: Paper) -> str | None:
    """Where a link leads; None for a page that is not drawn."""
    if isinstance(link, NoteMark):
        place = paper.notes.get(link.other) if paper.page else None
        return None if place is None else f"(page: {paper.page}, x: {length(place[0])}, y: {length(max(place[1] - ABOVE, 0))})"
    if link.address is not None:
        return literal(link.address)
    number = paper.pages.get(link.page or "")
    return None if number is None else f"(page: {number}, x: 0pt, y: 0pt)"
