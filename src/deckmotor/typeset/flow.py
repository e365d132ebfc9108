"""Paragraphs flowed into a width: which lines they take, where each stands, and how high all of it is."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.style import ParagraphStyle, TextStyle
from deckmotor.typeset.fonts import Fonts, Setting
from deckmotor.typeset.lines import BrokenLine, Stretch, break_text
from deckmotor.typeset.pieces import StyledText

LINE_PERCENT = 120
"""Height of a line in percent of its font size, for every face in PowerPoint and LibreOffice (facts.md 2)."""

TIGHT_ASCENT_PERCENT = 96
"""Height of a line's part above its baseline in percent of its font size, where lines are set tighter than 100 %."""


SUBSCRIPT_DEPTH = 1 / 6
"""How much deeper LibreOffice makes a line that holds a subscript, in ems; PowerPoint does not. Only the height counts it."""


class FlowParagraph(Struct, frozen=True, kw_only=True):
    """A paragraph to flow."""

    runs: Sequence[StyledText]
    style: ParagraphStyle
    mark: str | None = None
    """The bullet or number as it is drawn (`10.`); without it, the character of the style's bullet."""
    beside: bool = False
    """Whether the next paragraph begins on its line, which is its only one and no higher than that one's."""


class FlowLine(Struct, frozen=True, gc=False):
    """A line. Lengths are EMU from the top left corner of the text area."""

    text: str
    """What is drawn: no spaces or line break at its end, a soft hyphen only there."""
    start: int
    """Index of its first character in the paragraph's text."""
    end: int
    """Index after its last one, hanging spaces and a written line break included."""
    x: int
    baseline: int
    width: int
    height: int
    """From the top of this line to the top of the next, spacing between paragraphs apart."""
    stretches: tuple[Stretch, ...]
    """Its parts by run; their `x` counts from the line's."""


class Flow(Struct, frozen=True, kw_only=True):
    """Measured paragraphs."""

    paragraphs: tuple[tuple[FlowLine, ...], ...]
    """The lines of each paragraph; at least one."""
    height: int
    widest: int
    """How far the line that reaches farthest to the right does, from the left edge of the area."""
    broken_words: tuple[str, ...]
    """Words wider than a line, which therefore break between two characters."""


KnownLines = dict[tuple[tuple[tuple[str, TextStyle], ...], float, float], tuple[tuple[BrokenLine, ...], tuple[str, ...]]]
"""What `break_text` gave, by the text and style of each run and the widths. Only for the same fonts."""


def flow(paragraphs: Sequence[FlowParagraph], width: int, fonts: Fonts, known: KnownLines | None = None) -> Flow:
    """Flow paragraphs into a text area `width` EMU wide. `known` remembers lines where the same text is flowed many times."""
    flowed: list[tuple[FlowLine, ...]] = []
    broken: tuple[str, ...] = ()
    widest = top = after = deeper = 0
    is_beside = False
    for paragraph in paragraphs:
        style, runs = paragraph.style, paragraph.runs
        if flowed:
            top += after + style.before
        after = style.after
        size = runs[0].style.size if runs else style.text.size
        setting = setting_of(style, paragraph.mark, size, width, fonts)
        _, first, rest, _, _ = setting
        lines, cut = break_text(runs, first, rest, fonts) if known is None else _known(runs, first, rest, fonts, known)
        placed = _placed(paragraph, lines, setting, width, top)
        for line in placed:
            top += line.height
            if line.x + line.width > widest:
                widest = line.x + line.width
        if len(runs) > 1 or (runs and runs[0].style.baseline):
            deeper += sum([_depth(runs, line) for line in placed])
        if paragraph.beside:
            top -= placed[0].height
        elif is_beside:
            flowed[-1] = (replace(flowed[-1][0], baseline=placed[0].baseline),)
        is_beside = paragraph.beside
        flowed.append(placed)
        broken += cut
    return Flow(paragraphs=tuple(flowed), height=top + deeper, widest=widest, broken_words=broken)


def setting_of(style: ParagraphStyle, mark: str | None, size: int, width: int, fonts: Fonts) -> Setting:
    """How paragraphs of a style are set in a width, with a mark and text of a size (EMU)."""
    # Most paragraphs have a style of their slot, and so are set as others were.
    key = (id(style), mark, size, width)
    known = fonts.settings.get(key)
    if known is None or known[0] is not style:
        known = fonts.settings[key] = (style, _setting(style, mark, size, width, fonts))
    return known[1]


def _setting(style: ParagraphStyle, mark: str | None, size: int, width: int, fonts: Fonts) -> Setting:
    left = first_left(style, mark, fonts)
    first, rest = rooms(style, left, width, fonts)
    return left, first, rest, line_height(size, style.line_spacing), line_ascent(size, style.line_spacing)


def rooms(style: ParagraphStyle, left: int, width: int, fonts: Fonts) -> tuple[float, float]:
    """How wide the first line of a paragraph may be, which begins at `left`, and how wide the others, in a width (all EMU)."""
    rest = fonts.room(width - style.margin, style.text)
    return rest if left == style.margin else fonts.room(width - left, style.text), rest


def _known(
    runs: Sequence[StyledText], first: float, rest: float, fonts: Fonts, known: KnownLines
) -> tuple[tuple[BrokenLine, ...], tuple[str, ...]]:
    key = (tuple((run.text, run.style) for run in runs), first, rest)
    if key not in known:
        known[key] = break_text(runs, first, rest, fonts)
    return known[key]


def first_left(style: ParagraphStyle, mark: str | None, fonts: Fonts) -> int:
    """Where the first line's text begins: at the margin, or after a mark that is wider than its indent."""
    begin = style.margin + style.indent
    if style.bullet is None:
        return begin
    drawn = mark or style.bullet.char or ""
    return max(style.margin, begin + fonts.width(drawn, style.text) * style.bullet.size // 100)


def _placed(
    paragraph: FlowParagraph, lines: tuple[BrokenLine, ...], setting: Setting, width: int, top: int
) -> tuple[FlowLine, ...]:
    """The lines of a paragraph in their places from `top` down."""
    style, runs = paragraph.style, paragraph.runs
    left, _, _, height, ascent = setting
    placed = []
    holds = any(run.style.room is not None for run in runs)
    for line in lines:
        if len(runs) > 1:
            size = _size(runs, line)
            height, ascent = line_height(size, style.line_spacing), line_ascent(size, style.line_spacing)
        if holds:
            height, ascent = _grown(runs, line, height, ascent)
        x = left if style.align == "left" else left + (width - left - line.width) // (2 if style.align == "center" else 1)
        placed.append(FlowLine(line.text, line.start, line.end, x, top + ascent, line.width, height, line.stretches))
        top += height
        left = style.margin
    return tuple(placed)


def _grown(runs: Sequence[StyledText], line: BrokenLine, height: int, ascent: int) -> tuple[int, int]:
    """Height and ascent of a line with all that stands in it which is higher than text."""
    rooms = [room for stretch in line.stretches if (room := runs[stretch.run].style.room) is not None]
    up = max(0, max((room.up for room in rooms), default=0) - ascent)
    down = max(0, max((room.down for room in rooms), default=0) - (height - ascent))
    return height + up + down, ascent + up


def _size(runs: Sequence[StyledText], line: BrokenLine) -> int:
    """The largest font size on a line; on an empty one that of the last run."""
    return max((runs[stretch.run].style.size for stretch in line.stretches), default=runs[-1].style.size)


def _depth(runs: Sequence[StyledText], line: FlowLine) -> int:
    """What a subscript adds to a line's height."""
    lowered = (runs[part.run].style for part in line.stretches if runs[part.run].style.baseline < 0)
    return round(max((style.size for style in lowered), default=0) * SUBSCRIPT_DEPTH)


def line_height(size: int, spacing: int) -> int:
    """Height of a line of a font size (EMU) and a line spacing (percent): facts.md 2, vertical model."""
    return size * spacing * LINE_PERCENT // 10_000


def line_ascent(size: int, spacing: int) -> int:
    """From the top of such a line to its baseline: facts.md 2, vertical model."""
    if spacing < 100:
        return size * spacing * TIGHT_ASCENT_PERCENT // 10_000
    return size + size * (spacing - 100) * LINE_PERCENT // 10_000
