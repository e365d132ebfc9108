"""Paragraphs with bullets or numbers as tagged lists, in which the marks are labels (ISO 32000-1, 14.8.4.3.3)."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from deckmotor.export.typst.text import CLOSE, Paper, paragraph
from deckmotor.export.typst.words import artifact, block, literal, place, points
from deckmotor.scene.page import Paragraph
from deckmotor.style import Bullet

PATTERNS: Mapping[str, str] = {
    "arabicPlain": "1",
    "arabicPeriod": "1.",
    "arabicParenR": "1)",
    "arabicParenBoth": "(1)",
    "alphaLcPeriod": "a.",
    "alphaLcParenR": "a)",
    "alphaLcParenBoth": "(a)",
    "alphaUcPeriod": "A.",
    "alphaUcParenR": "A)",
    "alphaUcParenBoth": "(A)",
    "romanLcPeriod": "i.",
    "romanLcParenR": "i)",
    "romanLcParenBoth": "(i)",
    "romanUcPeriod": "I.",
    "romanUcParenR": "I)",
    "romanUcParenBoth": "(I)",
}
"""Typst's pattern for each number scheme of DrawingML (ECMA-376 part 1, 20.1.10.61)."""


def flow(parts: Sequence[Paragraph], left: int, paper: Paper) -> Iterator[str]:
    """Paragraphs as they are, and lists where they have marks. `left` is the left edge of their text area, EMU."""
    rest = [part for part in parts if any(line.text for line in part.lines)]
    while rest:
        if rest[0].style.bullet is None:
            yield paragraph(rest.pop(0), paper)
        else:
            end = _end(rest)
            yield _list(rest[:end], left, paper)
            del rest[:end]


def _end(parts: Sequence[Paragraph]) -> int:
    """How many paragraphs the list that begins with the first one has, those on deeper levels included."""
    first = parts[0]
    for index, part in enumerate(parts):
        bullet = part.style.bullet
        if bullet is None or part.level < first.level:
            return index
        if part.level == first.level and (bullet, part.start) != (first.style.bullet, first.start):
            return index
    return len(parts)


def _list(parts: Sequence[Paragraph], left: int, paper: Paper) -> str:
    """A list. Each item is as high as it is far to the next, so that all marks stand alike beside their items."""
    first = parts[0]
    starts = [index for index, part in enumerate(parts) if part.level == first.level]
    marks = [_mark_x(parts[index], left) for index in starts]
    # A list has one place for all marks; where they stand apart (centred text), they are drawn without being labels.
    apart = max(marks) - min(marks) >= CLOSE
    items = []
    for number, (index, end) in enumerate(zip(starts, [*starts[1:], len(parts)], strict=True)):
        y = _baseline(parts[index])
        inside = replace(paper, y=y)
        drawn = [artifact(place(marks[number] - paper.x, 0, _sign(parts[index], number, paper)))] if apart else []
        below = flow(parts[index + 1 : end], left, inside)
        height = _baseline(parts[end]) - y if end < len(parts) else 0
        items.append(f"({points(height)}, {block(*drawn, paragraph(parts[index], inside), *below)})")
    where = f"{points(marks[0] - paper.x)}, {points(_baseline(first) - paper.y)}"
    bullet = first.style.bullet
    style = _mark_style(first, paper)
    if apart or bullet is None:
        return f"bullets({where}, [], {', '.join(items)})"
    if bullet.char is not None:
        return f"bullets({where}, {style}({literal(bullet.char)}), {', '.join(items)})"
    return f"numbers({where}, {first.start}, {literal(_pattern(bullet))}, {style}, {', '.join(items)})"


def _baseline(part: Paragraph) -> int:
    return part.lines[0].baseline


def _mark_x(part: Paragraph, left: int) -> int:
    """Where a mark begins: at its indent, and in text that is not set from the left, as far before the text."""
    if part.style.align == "left":
        return left + part.style.margin + part.style.indent
    return part.lines[0].x + part.style.indent


def _mark_style(part: Paragraph, paper: Paper) -> str:
    """The function that draws a mark: in the text's style, at the bullet's size and colour."""
    style, bullet = part.style.text, part.style.bullet or Bullet()
    plain = replace(
        style, size=style.size * bullet.size // 100, color=bullet.color or style.color, underline=False, baseline=0, tracking=0
    )
    return paper.styles.text(plain, part.language)


def _sign(part: Paragraph, number: int, paper: Paper) -> str:
    bullet = part.style.bullet or Bullet()
    sign = literal(bullet.char) if bullet.char is not None else f"numbering({literal(_pattern(bullet))}, {part.start + number})"
    return f"{_mark_style(part, paper)}({sign})"


def _pattern(bullet: Bullet) -> str:
    return PATTERNS.get(bullet.number or "", "1.")
