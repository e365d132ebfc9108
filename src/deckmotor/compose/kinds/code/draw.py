"""Code on its ground: one native shape with its text, and where lines have numbers or are lit, what shows that beside it.

It is a shape of its own and no placeholder, since PowerPoint's "Reset slide" takes colours and fonts from text in those.
"""

from collections.abc import Iterator, Sequence
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.compose.captions import caption, caption_room, spare_room
from deckmotor.compose.kinds.along import lit_words
from deckmotor.compose.kinds.code.colours import ground, lit_ground, styles
from deckmotor.compose.kinds.kind import Want
from deckmotor.compose.look import Look, Taken
from deckmotor.compose.padding import padded, paddings
from deckmotor.compose.place import Place
from deckmotor.compose.setting import measure, with_lines
from deckmotor.listing.languages import label_of
from deckmotor.listing.tokens import Stretch, lines
from deckmotor.messages import problem
from deckmotor.model.code import Code, line_range
from deckmotor.model.code_rules import language_of
from deckmotor.ooxml.languages import NO_LANGUAGE
from deckmotor.scene.page import GroupItem, Item, Paragraph, Run, ShapeItem
from deckmotor.style import Box, Insets, ParagraphStyle, TextStyle
from deckmotor.units import inches, points, to_points

ACROSS, ABOVE = inches(0.22), inches(0.16)
"""Between the ground's edges and the code."""

TAB = 4
"""Columns from one tab stop to the next: a tab goes to the next one."""

SPARE = 1.006
"""How much wider than measured its place is, at least, as programs round otherwise."""

GAP = 1.6
"""Between the numbers of lines and the lines, in characters."""

MARK = points(4)
"""Width of the bar that marks lit lines, beside their ground."""

MOST_TOLD = 5
"""Lines of one code that are told to be too wide."""

ENDLESS = inches(10_000)


class Laid(Struct, frozen=True, kw_only=True):
    """Code at one step of its scale. Lengths are EMU."""

    style: ParagraphStyle
    width: int
    """Of its widest line."""
    room: int
    """What its lines have."""
    left: int
    """From the ground's left edge to its lines."""
    above: int
    """From the ground's upper edge to its lines, and below them."""
    height: int
    """Of its ground."""
    pitch: int
    """From line to line."""

    @property
    def is_wide(self) -> bool:
        """Whether a line is wider than its room."""
        return self.width * SPARE > self.room


def draw(block: Code, place: Place, look: Look) -> tuple[Item, ...]:
    """The code in its place, at the largest step at which it fits, and its caption."""
    room = place.box.height - caption_room(block.caption, place.box, look) + spare_room(block.caption, place, look)
    scale = look.theme.looks["code"]
    first = min(look.floors.get("code", 0), len(scale) - 1)
    for step, padding in padded(range(first, len(scale) if look.shrinks else first + 1), [own[0].text.size for own in scale]):
        laid = _laid(block, place.box.width, step, padding, look)
        if laid.height <= room and not laid.is_wide:
            break
    look.taken[place.key] = Taken("code", step, scale)
    _report(block, laid, laid.height - room, place.key, look)
    box = replace(place.box, height=laid.height)
    items = _items(block, laid, box, f"{look.page}/{place.key}", look)
    return (*items, *caption(block.caption, place.key, box, place.box, look))


def want(block: Code, place: Place, step: int, look: Look) -> Want:
    """The room that code needs."""
    step = min(step, len(look.theme.looks["code"]) - 1)
    tried = paddings(look.theme.looks["code"][step][0].text.size)
    laid, *_, closer = (_laid(block, place.box.width, step, padding, look) for padding in (1.0, *tried))
    height = laid.height + caption_room(block.caption, place.box, look)
    return Want(height=height, padding=laid.height - closer.height, width=place.box.width, broken=laid.is_wide)


def _laid(block: Code, width: int, step: int, padding: float, look: Look) -> Laid:
    """The code in a width, at a step, with so much padding."""
    (style,) = look.theme.looks["code"][step]
    shown = _shown(block, look)
    widest = max(look.fonts.width("".join(part.text for part in line), style.text) for line in shown)
    left = ACROSS + (round(_digits(block) * _character(style, look) + GAP * _character(style, look)) if block.numbers else 0)
    one = measure(
        [Paragraph(runs=(Run(text="x", style=style.text, language=NO_LANGUAGE),), style=style, language="")], width, look
    )
    above = round(ABOVE * padding)
    return Laid(
        style=style, width=widest, room=width - left - ACROSS, left=left, above=above,
        height=one.height * len(shown) + 2 * above, pitch=one.height,
    )  # fmt: skip


def _character(style: ParagraphStyle, look: Look) -> float:
    return look.fonts.width("0" * 100, style.text) / 100


def _digits(block: Code) -> int:
    listing = block.listing
    return len(str(listing.first + len(listing.lines) - 1))


def _shown(block: Code, look: Look) -> tuple[tuple[Stretch, ...], ...]:
    """Its lines as they are shown: in colours, without the indent that all have, tabs as blanks."""
    listing, language = block.listing, language_of(block)
    key = ("code", listing.text, listing.above, language)
    found: tuple[tuple[Stretch, ...], ...] | None = look.memo.get(key)
    if found is None:
        read = lines(listing.text, language, listing.above)
        found = look.memo[key] = tuple([tuple(_tabbed(_without(line, listing.indent))) for line in read])
    return found


def _without(line: Sequence[Stretch], indent: int) -> Iterator[Stretch]:
    for part in line:
        if indent < len(part.text):
            yield Stretch(part.role, part.text[indent:])
        indent = max(0, indent - len(part.text))


def _tabbed(line: Iterator[Stretch]) -> Iterator[Stretch]:
    column = 0
    for part in line:
        text = ""
        for piece in part.text.split("\t"):
            text += piece
            column += len(piece)
            blanks = TAB - column % TAB
            text += " " * blanks
            column += blanks
        column -= blanks
        yield Stretch(part.role, text[: len(text) - blanks])


def _report(block: Code, laid: Laid, over: int, key: str, look: Look) -> None:
    if over > 0:
        look.over.add(key)
        hint = "empty lines are where it may go on on a new slide; or show fewer of its lines"
        look.problems.append(problem("overflow", block.span, hints=(hint,), what="the code", over=ceil(to_points(over))))
    if not laid.is_wide:
        return
    style = laid.style.text
    fits = int(laid.room / SPARE / _character(laid.style, look))
    told = 0
    for number, line in enumerate(_shown(block, look)):
        text = "".join(part.text for part in line)
        if told < MOST_TOLD and look.fonts.width(text, style) * SPARE > laid.room:
            told += 1
            at = min(fits, len(block.listing.lines[number]) - 1)
            span = block.listing.place_of(number, at)
            look.problems.append(problem("code-too-wide", span, length=len(text), fits=fits))


# What is drawn


def _lit(block: Code) -> list[int]:
    """The lines that are lit, by their index among those that are shown."""
    first = block.listing.first
    spans = (line_range(written) for written in block.highlight)
    lit = [number for span in spans if span is not None for number in range(span[0], span[1] + 1)]
    return sorted({number - first for number in lit if 0 <= number - first < len(block.listing.lines)})


def _stretches(lit: Sequence[int]) -> list[tuple[int, int]]:
    """The first and the last of lit lines that follow each other."""
    found: list[tuple[int, int]] = []
    for at in lit:
        if found and found[-1][1] == at - 1:
            found[-1] = found[-1][0], at
        else:
            found.append((at, at))
    return found


def _items(block: Code, laid: Laid, box: Box, name: str, look: Look) -> tuple[Item, ...]:
    lit = _lit(block)
    text = _text(block, laid, box, name, look)
    if not lit and not block.numbers:
        return (replace(text, name=name, fill=ground(look)),)
    under = [ShapeItem(name=f"{name}-ground", box=box, outline="rect", fill=ground(look)), *_bands(lit, laid, box, name, look)]
    numbers = [_numbers(block, laid, box, name, look)] if block.numbers else []
    return (GroupItem(name=name, box=box, items=(*under, *numbers, text)),)


def _bands(lit: Sequence[int], laid: Laid, box: Box, name: str, look: Look) -> Iterator[ShapeItem]:
    """Grounds of lit lines, and bars beside them, one for those that follow each other."""
    for number, (first, last) in enumerate(_stretches(lit), 1):
        y, height = box.y + laid.above + first * laid.pitch, (last + 1 - first) * laid.pitch
        band = Box(box.x, y, box.width, height)
        yield ShapeItem(name=f"{name}-lit-{number}", box=band, outline="rect", fill=lit_ground(look))
        yield ShapeItem(name=f"{name}-mark-{number}", box=replace(band, width=MARK), outline="rect", fill=look.theme.highlight)


def _text(block: Code, laid: Laid, box: Box, name: str, look: Look) -> ShapeItem:
    looks = styles(laid.style, look)
    parts = [_paragraph([(part.text, looks[part.role]) for part in line], laid.style) for line in _shown(block, look)]
    said = [
        block.alt or label_of(language_of(block)),
        *([block.caption.plain] if block.caption is not None and not block.alt else ()),
    ]
    alt = ": ".join(filter(None, said))
    if lit := _stretches(_lit(block)):
        first = block.listing.first
        lines = [str(first + begin) if begin == end else f"{first + begin}–{first + end}" for begin, end in lit]
        alt = ". ".join([*filter(None, [alt]), lit_words(", ".join(lines), look)])
    return _shape(f"{name}-text", parts, (box, laid.left, laid.above), look, alt=alt)


def _numbers(block: Code, laid: Laid, box: Box, name: str, look: Look) -> ShapeItem:
    """The numbers of the lines: nobody has them read, or copies them with the code."""
    digits, quiet = _digits(block), styles(laid.style, look)["comment"]
    style = replace(quiet, italic=False)
    first = block.listing.first
    parts = [
        _paragraph([(f"{number:>{digits}}", style)], laid.style) for number in range(first, first + len(block.listing.lines))
    ]
    return _shape(f"{name}-numbers", parts, (replace(box, width=laid.left), ACROSS, laid.above), look)


def _paragraph(parts: Sequence[tuple[str, TextStyle]], style: ParagraphStyle) -> Paragraph:
    runs = tuple([Run(text=text, style=own, language=NO_LANGUAGE) for text, own in parts])
    return Paragraph(runs=runs, style=style, language=NO_LANGUAGE)


def _shape(name: str, parts: Sequence[Paragraph], where: tuple[Box, int, int], look: Look, alt: str | None = None) -> ShapeItem:
    """Text in a shape, its lines measured; without words for it, it is not read."""
    box, left, above = where
    insets = Insets(left, above, 0 if alt is None else ACROSS // 2, above)
    measured = measure(parts, ENDLESS, look)
    return ShapeItem(
        name=name,
        box=box,
        outline="rect",
        paragraphs=with_lines(parts, measured, box.x + left, box.y + above),
        anchor="top",
        insets=insets,
        reads="nothing" if alt is None else "code",
        alt=alt or None,
    )
