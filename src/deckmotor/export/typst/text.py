"""Paragraphs from their measured lines. Every line stands where it was measured; typst decides nothing."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.export.typst.words import artifact, block, color, length, literal, place, unbroken
from deckmotor.scene.page import Link, MeasuredLine, Paragraph, Run
from deckmotor.style import Box, TextStyle

SCRIPT = 2 / 3
"""Size of superscripts and subscripts over the text's, as they were measured."""

FULL = 100_000
"""Shifts are thousandths of a percent (ECMA-376 part 1, 20.1.2.3.9 `baseline`)."""


class Paper(Struct, frozen=True):
    """What text is drawn with: the page's corner that places count from, the families, the pages that links lead to."""

    x: int
    y: int
    families: Mapping[str, str]
    pages: Mapping[str, int]
    """Number of each page, by its id, from 1."""


def paragraph(part: Paragraph, paper: Paper, wrap: str = "par") -> str:
    """The lines of a paragraph as one tagged unit. `wrap` is the element: `par`, or `heading.with(level: 1)`."""
    if not part.lines:
        return "none"
    pitches = {below.baseline - above.baseline for above, below in pairwise(part.lines)}
    lefts = {line.x for line in part.lines}
    if len(lefts) == 1 and max(pitches, default=0) - min(pitches, default=0) <= 2:
        first = part.lines[0]
        lines = "; linebreak(); ".join(_line(line, part.runs, paper) for line in part.lines)
        leading = length(round(sum(pitches) / len(pitches))) if pitches else "0pt"
        body = block(f"set par(leading: {leading})", f"{wrap}({{{lines}}})")
        return place(first.x - paper.x, first.baseline - paper.y, unbroken(body))
    # Lines of different heights or left edges can't share a paragraph's leading, so each is placed by itself inside one.
    origin = part.lines[0]
    lines = "; ".join(
        place(line.x - origin.x, line.baseline - origin.baseline, f"box({{{_line(line, part.runs, paper)}}})")
        for line in part.lines
    )
    return place(origin.x - paper.x, origin.baseline - paper.y, unbroken(f"{wrap}({{{lines}}})"))


def mark(part: Paragraph, number: int, paper: Paper) -> str:
    """The bullet or number of a list item, drawn at the hanging indent; a screen reader knows the list without it."""
    bullet = part.style.bullet
    if bullet is None or not part.lines:
        return ""
    style = part.style.text
    sign = bullet.char or f"{number}."
    x = part.lines[0].x + part.style.indent - paper.x
    size = style.size * bullet.size // 100
    text = (
        f"text(font: {_font(style, paper)}, size: {length(size)}, fill: {color(bullet.color or style.color)}, {literal(sign)})"
    )
    return artifact(place(x, part.lines[0].baseline - paper.y, text))


def page_number(part: Paragraph, box: Box, number: int, paper: Paper) -> str:
    """The value of a page number field, aligned in its box as the paragraph says."""
    run = replace(part.runs[0], text=str(number))
    body = f"box(width: {length(box.width)}, align({part.style.align}, {_run(run.text, run, paper)}))"
    return place(box.x - paper.x, part.lines[0].baseline - paper.y, body)


def _line(line: MeasuredLine, runs: Sequence[Run], paper: Paper) -> str:
    parts = [_run(part.text.rstrip("\n"), runs[part.run], paper) for part in line.parts if part.text != "\n"]
    return "; ".join(parts) or '""'


def _run(text: str, run: Run, paper: Paper) -> str:
    style = run.style
    size = round(style.size * SCRIPT) if style.baseline else style.size
    settings = [
        f"font: {_font(style, paper)}",
        f"size: {length(size)}",
        f'weight: "{"bold" if style.bold else "regular"}"',
        f'style: "{"italic" if style.italic else "normal"}"',
        f"fill: {color(style.color)}",
        *language(run.language),
    ]
    if style.tracking:
        settings.append(f"tracking: {length(style.tracking)}")
    if style.baseline:
        settings.append(f"baseline: {length(-style.size * style.baseline // FULL)}")
    drawn = f"text({', '.join(settings)}, {literal(text)})"
    if style.underline:
        drawn = f"underline({drawn})"
    return drawn if run.link is None else _link(run.link, drawn, paper)


def language(tag: str) -> tuple[str, ...]:
    """The settings of a BCP 47 tag: typst takes language and region apart."""
    name, _, region = tag.partition("-")
    return (f'lang: "{name.lower()}"', *((f'region: "{region.upper()}"',) if len(region) == 2 else ()))


def _link(link: Link, drawn: str, paper: Paper) -> str:
    if link.address is not None:
        return f"link({literal(link.address)}, {drawn})"
    return f"link((page: {paper.pages.get(link.page or '', 1)}, x: 0pt, y: 0pt), {drawn})"


def _font(style: TextStyle, paper: Paper) -> str:
    return literal(paper.families.get(style.family, style.family))
