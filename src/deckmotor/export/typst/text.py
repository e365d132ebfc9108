"""Paragraphs from their measured lines. Every line stands where it was measured; typst decides nothing."""

import re
from collections.abc import Iterator, Mapping
from itertools import groupby, pairwise

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.export.typst.ends import SOFT_HYPHEN, End, line_ends
from deckmotor.export.typst.styles import Styles
from deckmotor.export.typst.words import block, length, literal, place, points
from deckmotor.scene.page import Link, MeasuredLine, Paragraph, Run
from deckmotor.style import Box

CLOSE = 13
"""Places that differ by less, in EMU, are the same: a thousandth of a point, to which lengths are written."""

BREAKS: Mapping[End, str] = {"space": "n", "cut": "n", "hyphen": "hyphen"}
"""The preamble's name for the break after each kind of line end."""

_AS_READ = {"\u00a0": " ", "\u2011": "-"}
"""Characters that keep a line from breaking look like these, which is what a reader searches for. The lines stand already."""

_KEEPING = re.compile(f"([{''.join(_AS_READ)}])")

Piece = tuple[Link | None, str]


class Paper(Struct, frozen=True):
    """What text is drawn with: the corner that places count from (EMU), styles, and the pages that links lead to."""

    x: int
    y: int
    styles: Styles
    pages: Mapping[str, int]
    """Number of each page that is drawn, by its id, from 1."""

    def at(self, x: int, y: int) -> "Paper":
        """The same for what stands inside something whose corner is there on the page."""
        return replace(self, x=x, y=y)


def paragraph(part: Paragraph, paper: Paper, heading: int = 0) -> str:
    """The lines of a paragraph as one tagged unit: a paragraph, or a heading of that level. Empty where it has no text."""
    lines = part.lines
    if not any(line.text for line in lines):
        return ""
    pitch = min((below.baseline - above.baseline for above, below in pairwise(lines)), default=0)
    where = f"{points(lines[0].x - paper.x)}, {points(lines[0].baseline - paper.y)}, {points(pitch)}"
    body = block(*_linked(_pieces(part, pitch, paper), paper))
    return f"head({heading}, {where}, {body})" if heading else f"para({where}, {body})"


def _linked(pieces: Iterator[Piece], paper: Paper) -> Iterator[str]:
    """The pieces, those in a row that lead to the same place inside one link."""
    for link, group in groupby(pieces, key=lambda piece: piece[0]):
        codes = [code for _, code in group]
        target = None if link is None else _target(link, paper)
        if target is None:
            yield from codes
        else:
            yield f"link({target}, {block(*codes)})"


def _pieces(part: Paragraph, pitch: int, paper: Paper) -> Iterator[Piece]:
    """Text, spaces and breaks in order, each with the link that it is part of."""
    ends = line_ends(part)
    for index, line in enumerate(part.lines):
        if index:
            above = part.lines[index - 1]
            link = _last_link(above, part)
            same = link is not None and bool(line.parts) and part.runs[line.parts[0].run].link == link
            for code in _break(above, line, ends[index - 1], pitch, part.lines[0].x):
                yield link if same else None, code
        for number, piece in enumerate(line.parts, 1):
            run = part.runs[piece.run]
            last = number == len(line.parts) and index < len(ends)
            yield run.link, _run(_ended(piece.text, ends[index]) if last else piece.text, run, paper)
            if run.style.tracking and number < len(line.parts):
                yield run.link, _tracked(run.style.tracking)


def _ended(text: str, end: End) -> str:
    """The last text of a line, as it is read on: a space where one hung, a soft hyphen for one that only a break draws."""
    if end == "space":
        return text + " "
    return text[:-1] + SOFT_HYPHEN if end == "hyphen" else text


def _break(above: MeasuredLine, below: MeasuredLine, end: End, pitch: int, left: int) -> Iterator[str]:
    yield BREAKS[end]
    lower, right = below.baseline - above.baseline - pitch, below.x - left
    if abs(lower) >= CLOSE:
        yield f"lower({points(lower)})"
    if abs(right) >= CLOSE:
        yield f"h({length(right)})"


def _last_link(line: MeasuredLine, part: Paragraph) -> Link | None:
    return part.runs[line.parts[-1].run].link if line.parts else None


def _run(text: str, run: Run, paper: Paper) -> str:
    style = run.style
    name = paper.styles.text(style, run.language)
    text = text.replace("\n", "")
    if not style.underline:
        return _text(text, name, style.tracking)
    # A space at the end of a line would be underlined too.
    seen = text.rstrip(" ")
    drawn = f"underline({block(_text(seen, name, style.tracking))})"
    return f"{drawn}; {name}({literal(text[len(seen) :])})" if seen != text else drawn


def _text(text: str, name: str, tracking: int) -> str:
    """Text as it is read. What is read otherwise than it was measured stands alone, so that nothing is kerned with it."""
    if not any(character in text for character in _AS_READ):
        return f"{name}({literal(text)})"
    parts = (part for part in _KEEPING.split(text) if part)
    drawn = (f"{name}({literal(_AS_READ.get(part, part))}{', kerning: false' if part in _AS_READ else ''})" for part in parts)
    return (f"; {_tracked(tracking)}; " if tracking else "; ").join(drawn)


def _tracked(tracking: int) -> str:
    """The space after the last character of a stretch: typst tracks only between those inside it."""
    return f"h({length(tracking)})"


def _target(link: Link, paper: Paper) -> str | None:
    """Where a link leads; None for a page that is not drawn."""
    if link.address is not None:
        return literal(link.address)
    number = paper.pages.get(link.page or "")
    return None if number is None else f"(page: {number}, x: 0pt, y: 0pt)"


def field(part: Paragraph, box: Box, number: int, paper: Paper) -> str:
    """A line with a page number in it, aligned in its box: what stands there was measured before the number was known."""
    if not part.lines:
        return ""
    runs = [replace(run, text=str(number)) if run.field == "slidenum" else run for run in part.runs]
    body = block(*(_run(run.text, run, paper) for run in runs))
    aligned = f"box(width: {length(box.width)}, align({part.style.align}, {body}))"
    return place(box.x - paper.x, part.lines[0].baseline - paper.y, aligned)
