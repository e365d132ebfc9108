"""Paragraphs as what they are: lines that are read as one, and lists, whose nesting and numbers are those of DrawingML.

Paragraphs of one level whose marks are alike are one list, and those on deeper levels below them stand inside its items.
Numbers count within a list, whatever stands inside its items (ECMA-376 part 1, 21.1.2.4.1).
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from deckmotor.scene.drawing import Element, LineEnd, Mark, Path, Piece, TextLine
from deckmotor.scene.page import Commands, MeasuredLine, Paragraph
from deckmotor.style import MARK_FONT, Bullet, Icon, TextStyle

SOFT_HYPHEN = "\u00ad"

HANGING = " \t\n\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000\u200b"
"""What takes no room at the end of a line, and a written line break."""


def flow(parts: Sequence[Paragraph], left: int) -> Iterator[Element]:
    """Paragraphs and lists in order, those without text left out. `left` is the left edge of their text area, EMU."""
    rest = [part for part in parts if has_text(part)]
    while rest:
        if rest[0].defines is not None:
            end = next((at for at, part in enumerate(rest) if part.defines is None), len(rest))
            yield Element(role="definitions", children=tuple(map(_defined, rest[:end])))
            del rest[:end]
        elif rest[0].style.bullet is None:
            part = rest.pop(0)
            yield paragraph(part, click=part.click)
        else:
            end = list_end(rest)
            yield _list(rest[:end], left)
            del rest[:end]


def _defined(part: Paragraph) -> Element:
    return Element(role="meaning" if part.defines == "meaning" else "term", children=lines(part), click=part.click)


def has_text(part: Paragraph) -> bool:
    """Whether anything of a paragraph is drawn: without text, not even its mark is."""
    return any(line.text for line in part.lines)


def list_end(parts: Sequence[Paragraph]) -> int:
    """How many paragraphs the list that begins with the first one has, those inside its items included."""
    first = parts[0]
    for index, part in enumerate(parts):
        bullet = part.style.bullet
        if bullet is None or part.level < first.level:
            return index
        if (
            part.level == first.level
            and (bullet, part.start) != (first.style.bullet, first.start)
            and not _are_marks(first, part)
        ):
            return index
    return len(parts)


def _are_marks(*parts: Paragraph) -> bool:
    """Whether items have icons, or marks beside items with icons: those of a list may differ."""
    bullets = [bullet for part in parts if (bullet := part.style.bullet) is not None]
    return any(bullet.icon is not None for bullet in bullets) and all(bullet.number is None for bullet in bullets)


def _list(parts: Sequence[Paragraph], left: int) -> Element:
    starts = [index for index, part in enumerate(parts) if part.level == parts[0].level]
    items = []
    for number, (index, end) in enumerate(zip(starts, [*starts[1:], len(parts)], strict=True), parts[0].start):
        part = parts[index]
        below = flow(parts[index + 1 : end], left)
        items.append(Element(role="item", children=(_mark(part, number, left), paragraph(part), *below), click=part.click))
    return Element(role="list", children=tuple(items))


# Lines


def paragraph(part: Paragraph, heading: int = 0, click: int = 0) -> Element:
    """The lines of a paragraph, or of a heading of a level."""
    return Element(role="heading" if heading else "paragraph", children=lines(part), level=heading, click=click)


def lines(part: Paragraph) -> tuple[TextLine, ...]:
    """A paragraph's lines."""
    runs = part.runs
    drawn = []
    for number, line in enumerate(part.lines, start=1):
        pieces = [
            Piece(cut.text, cut.x, cut.width, run.style, run.language, run.link, run.maths, run.note)
            for cut in line.parts
            for run in (runs[cut.run],)
        ]
        drawn.append(TextLine(line.x, line.baseline, tuple(pieces), _line_end(line, part, is_last=number == len(part.lines))))
    return tuple(drawn)


def _line_end(line: MeasuredLine, part: Paragraph, *, is_last: bool) -> LineEnd:
    if is_last:
        return "last"
    text = "".join([run.text for run in part.runs])[: line.end]
    seen = text.rstrip(HANGING)
    if seen != text:
        return "space"
    return "hyphen" if seen.endswith(SOFT_HYPHEN) else "cut"


# Marks


def _mark(part: Paragraph, number: int, left: int) -> Mark:
    bullet = part.style.bullet or Bullet()
    if bullet.icon is not None:
        return replace(
            Mark("", _mark_x(part, left), part.lines[0].baseline, part.style.text, part.language),
            icon=_icon(part, bullet.icon, left),
        )
    text = bullet.char if bullet.char is not None else numbered(bullet.number or "", number)
    return Mark(text, _mark_x(part, left), part.lines[0].baseline, mark_style(part.style.text, bullet), part.language)


BELOW = 0.13
"""How far below the baseline an icon reaches that is as high as its text is large: it stands in the middle of capitals."""


def _icon(part: Paragraph, icon: Icon, left: int) -> Path:
    """An icon as high as its text is large."""
    style = part.style
    size = style.text.size * (100 if style.bullet is None else style.bullet.size) // 100
    corner = (_mark_x(part, left), part.lines[0].baseline + round(size * BELOW) - size)
    commands: Commands = tuple(
        [
            (letter, *[corner[at % 2] + round(value * size / icon.side) for at, value in enumerate(values)])
            for letter, values in icon.commands
        ]
    )
    return Path(commands, None if style.bullet is None else style.bullet.color)


def _mark_x(part: Paragraph, left: int) -> int:
    """Where a mark begins: at its indent, and in text that is not set from the left, as far before the text."""
    if part.style.align == "left":
        return left + part.style.margin + part.style.indent
    return part.lines[0].x + part.style.indent


def mark_style(style: TextStyle, bullet: Bullet) -> TextStyle:
    """How a mark looks: like its text, at the bullet's size and colour; a character in the font of marks."""
    if bullet.char is not None:
        style = replace(style, family=MARK_FONT, font_role=None)
    size, color = style.size * bullet.size // 100, bullet.color or style.color
    return replace(style, size=size, color=color, underline=False, baseline=0, tracking=0)


def numbered(scheme: str, number: int) -> str:
    """A number as a scheme of DrawingML writes it (`romanLcParenR`: `iv)`; ECMA-376 part 1, 20.1.10.61)."""
    if scheme.startswith("roman"):
        written = _roman(number)
    elif scheme.startswith("alpha"):
        written = _letters(number)
    else:
        written = str(number)
    if "Lc" in scheme:
        written = written.lower()
    before = "(" if scheme.endswith("ParenBoth") else ""
    after = "" if scheme.endswith("Plain") else ")" if "Paren" in scheme else "."
    return before + written + after


def _letters(number: int) -> str:
    """A, B, … Z, AA, AB, …"""
    written = ""
    while number > 0:
        number, letter = divmod(number - 1, 26)
        written = chr(ord("A") + letter) + written
    return written


_ROMAN = {
    1000: "M", 900: "CM", 500: "D", 400: "CD", 100: "C", 90: "XC", 50: "L", 40: "XL", 10: "X", 9: "IX", 5: "V", 4: "IV", 1: "I",
}  # fmt: skip


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN.items():
        count, number = divmod(number, value)
        written += letters * count
    return written
