"""A process: steps with numerals along an arrow, in one row or two, or down the page; a list where there is little width."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import product

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.compose.kinds.along import (
    Styles,
    accent,
    area,
    bar,
    below,
    brand,
    coloured,
    columns,
    lists,
    lit_words,
    picked,
    set_well,
    sized,
    slots_of,
    stroke,
    styles,
    wide,
)
from deckmotor.compose.kinds.chart.colours import on
from deckmotor.compose.kinds.kind import Kind, Levels, Want
from deckmotor.compose.look import Look, Taken, paragraph, plain_paragraph
from deckmotor.compose.padding import LARGE, LEAST, paddings
from deckmotor.compose.place import Place
from deckmotor.compose.setting import set_text
from deckmotor.compose.text import text_item
from deckmotor.model.sequences import Process, Step
from deckmotor.model.text import leading
from deckmotor.scene.page import Item, Paragraph, ShapeItem, TextItem
from deckmotor.style import Box, Bullet
from deckmotor.theme.theme import Scale
from deckmotor.typeset.flow import line_height
from deckmotor.units import points

NUMERAL, IN_ROWS = 3.4, 2.0
"""Size of the numerals over that of the words below them: in one row, and in two."""

ASIDE = 0.04
"""How far a numeral stands to the left of its words, over its size: figures have more air before them than letters."""

HEAD = points(10)
"""Half the height of the arrow's head."""

HEAD_LONG = points(12)

BELOW_LINE = points(14)
"""From the line to the top of the numerals."""

LIT = points(9)
"""Thickness of the line above the step that is lit."""

ROWS = points(24)
"""Between two rows, at least."""

AIRY = 0.35
"""How much of the room that is left stands between numerals and words; at most the size of the latter."""

LOWER = 0.36
"""How much of what they leave of their place stands above steps in a row."""

WELL = 4
"""Sizes of the theme's lists that steps in one row may take before two rows are better."""

LINES = 3
"""Lines of a step in one row, at most; smaller ones, or two rows, are better."""

MOST_SLOTS = 4
"""Columns of the layout with the most."""

DISC, BESIDE = 1.5, 0.75
"""How wide the disc of a numeral is on an arrow that leads down, and how far the words stand from it, over their size."""

UNDER = (0.35, 1.1)
"""Between two such steps, over the size of their words: at least and at most."""

DASH = " – "
"""Between a step and what is added on its line."""

TAIL = HEAD_LONG + points(8)
"""From the last disc to the arrow's end."""

HANG = 1.5
"""How far the number of a step hangs out that stands below others, over its size."""


class Row(Struct, frozen=True):
    """Steps beside each other."""

    first: int
    """Which step begins it, from 0."""
    boxes: tuple[Box, ...]
    height: int


def _is_lit(step: Step, block: Process) -> bool:
    return picked(step.label) if block.highlight is None else step.label.plain == block.highlight


def _scale(count: int, look: Look, air: int = 0) -> Scale:
    """The styles in so many rows at every size: of the words, of what is added, of the numeral. `air` is below the latter."""
    ratio = NUMERAL if count == 1 else IN_ROWS
    return tuple([_levels(style, ratio, air) for style in styles(look)])


def _levels(style: Styles, ratio: float, air: int) -> Levels:
    size = round(style.main.text.size * ratio)
    aside = round(size * ASIDE)
    main = coloured(style.main, style.main.text.color, bold=True)
    return (
        replace(main, margin=aside, before=air),
        replace(style.more, margin=aside),
        sized(style.figure, size, line_spacing=90),
    )


def _column(block: Process, at: int, levels: Levels, look: Look) -> list[Paragraph]:
    """A numeral and the words below it, which stand a little to its right."""
    step, (main, more, figure) = block.items[at], levels
    numeral = coloured(figure, accent(look) if _is_lit(step, block) else brand(look))
    parts = [plain_paragraph(str(at + 1), numeral, look), paragraph(leading(step.label, step.link), main, look, level=1)]
    return parts if step.text is None else [*parts, paragraph(step.text, more, look, level=2)]


def _rows(block: Process, count: int, levels: Levels, padding: float, place: Place, look: Look) -> list[Row] | None:
    """The steps in `count` rows at a size, with so much padding; None where a word is cut or they are too high."""
    box, each = area(place, look), -(-len(block.items) // count)
    aside = levels[0].margin
    slots = slots_of(len(block.items), place) if count == 1 else ()
    boxes = [replace(one, x=one.x - aside, width=one.width + aside) for one in columns(each, box, slots)]
    rows = []
    for first in range(0, len(block.items), each):
        own = boxes[: len(block.items) - first]
        set_ = [set_well(_column(block, first + at, levels, look), one, look) for at, one in enumerate(own)]
        if not all(whole for _, whole in set_) or (
            count == 1 and any(len(item.paragraphs[1].lines) > LINES for item, _ in set_)
        ):
            return None
        rows.append(Row(first, tuple(own), HEAD + round(BELOW_LINE * padding) + max(item.height for item, _ in set_)))
    return rows if _height(rows, padding) <= box.height else None


def _height(rows: Sequence[Row], padding: float) -> int:
    return sum(row.height for row in rows) + round(ROWS * padding) * (len(rows) - 1)


def _best(block: Process, place: Place, look: Look) -> tuple[int, float, list[Row]] | None:
    """The steps in one row at a good size, or in one or two at any; None where they are to stand below each other.

    What has room so may be larger with little padding.
    """
    if not wide(place, look):
        return None
    for count in (1, 2) if len(block.items) >= MOST_SLOTS else (1,):
        scale = _scale(count, look)
        first = min(look.floors.get("process", 0), len(scale) - 1)
        steps = range(first, min(WELL, len(scale)) if count == 1 else len(scale))
        made = ((step, 1.0, _rows(block, count, scale[step], 1.0, place, look)) for step in steps)
        whole = next((one for one in made if one[2] is not None), None)
        if whole is not None:
            larger = [step for step in range(first, whole[0]) if scale[step][0].text.size <= LARGE]
            closer = ((step, LEAST, _rows(block, count, scale[step], LEAST, place, look)) for step in larger)
            step, padding, rows = next((one for one in closer if one[2] is not None), whole)
            return step, padding, rows or []
    return None


def _draw(block: Process, place: Place, look: Look) -> tuple[Item, ...]:
    best = _best(block, place, look)
    if best is not None:
        return tuple(_placed(block, *best, place, look))
    down = _down(block, place, look)
    if down is not None:
        return tuple(_placed_down(block, down, place, look))
    return tuple(lists(block, "process", place, look, partial(_listed, block, look)))


def _placed(block: Process, step: int, padding: float, rows: list[Row], place: Place, look: Look) -> Iterator[Item]:
    """Each row under its part of the line; the arrow's head is on the last."""
    box = area(place, look)
    free = box.height - _height(rows, padding)
    air = min(round(free * AIRY / len(rows)), styles(look)[step].main.text.size)
    free -= air * len(rows)
    scale = _scale(len(rows), look, air)
    gap = round(ROWS * padding) + round(free * LOWER) if len(rows) > 1 else 0
    line = box.y + round(free * LOWER / len(rows)) + HEAD
    slots = slots_of(len(block.items), place) if len(rows) == 1 else ()
    name = f"{look.page}/{place.key}"
    look = replace(look, floors={**look.floors, "process": step})
    for row in rows:
        yield _arrow(f"{name}-line" if row is rows[0] else f"{name}-line-2", box, line, row is rows[-1], look)
        low = box.bottom if row is rows[-1] else line + row.height + air - HEAD
        for at, own in enumerate(row.boxes, row.first):
            key = place.key if not at else f"{place.key}-{at + 1}"
            top = line + round(BELOW_LINE * padding)
            one = Place(
                key=key, box=replace(own, y=top, height=low - top), slot=slots[at] if slots else None, scale=scale,
                share="process", native=False,
            )  # fmt: skip
            yield text_item(one, partial(_built, block, at, look), look, block.items[at].span, (block.items[at],))
            if _is_lit(block.items[at], block):
                yield _lit_bar(f"{name}-lit", own, line, block.items[at], look)
        line += row.height + air + gap
    look.taken[place.key] = Taken("process", step)


def _built(block: Process, at: int, look: Look, levels: Levels) -> list[Paragraph]:
    return _column(block, at, levels, look)


def _arrow(name: str, box: Box, y: int, headed: bool, look: Look) -> ShapeItem:
    line = (("M", box.x, y), ("L", box.right, y))
    tip = (("M", box.right - HEAD_LONG, y - HEAD), ("L", box.right, y), ("L", box.right - HEAD_LONG, y + HEAD))
    return stroke(name, (*line, *tip) if headed else line, brand(look))


def _lit_bar(name: str, own: Box, line: int, step: Step, look: Look) -> ShapeItem:
    box = Box(own.x, line - LIT // 2, own.width, LIT)
    return bar(name, box, accent(look), lit_words(step.label.plain, look))


# Down the page, where columns are too narrow for words


def _steps_down(block: Process, levels: Levels, on_line: bool, place: Place, look: Look) -> list[int] | None:
    """How high each step is that stands beside its disc; None where a word is cut."""
    box = area(place, look)
    made = [set_well(_words(block, at, on_line, look, levels), _beside(box, levels, 0), look) for at in range(len(block.items))]
    if not all(whole for _, whole in made):
        return None
    return [max(_disc(levels), item.height + _lower(levels)) for item, _ in made]


def _words(block: Process, at: int, on_line: bool, look: Look, levels: Levels) -> list[Paragraph]:
    """What is done, and what is added to it: below it, or on its line where there is too little height for that."""
    first, *rest = _column(block, at, levels, look)[1:]
    if not on_line or not rest:
        return [first, *rest]
    between = replace(rest[0].runs[0], text=DASH, link=None)
    return [replace(first, runs=(*first.runs, between, *rest[0].runs))]


def _disc(levels: Levels) -> int:
    return round(levels[0].text.size * DISC)


def _lower(levels: Levels) -> int:
    """How much lower words begin than their disc, whose middle is that of their first line."""
    return (_disc(levels) - line_height(levels[0].text.size, levels[0].line_spacing)) // 2


def _beside(box: Box, levels: Levels, y: int) -> Box:
    """Where words stand beside a disc that begins at `y`."""
    left = _disc(levels) + round(levels[0].text.size * BESIDE)
    return Box(box.x + left, y + _lower(levels), box.width - left, 0)


def _least(heights: Sequence[int], levels: Levels) -> int:
    """How high such steps are at least, with the arrow's head."""
    return sum(heights) + (len(heights) - 1) * round(levels[0].text.size * UNDER[0]) + TAIL


def _scale_down(look: Look) -> Scale:
    """The styles at every size: of the words, of what is added, of the numeral on its disc."""
    scale = []
    for main, more, figure in _scale(2, look):
        own = replace(sized(figure, main.text.size, line_spacing=100), align="center")
        scale.append((replace(main, margin=0), replace(more, margin=0, before=0), own))
    return tuple(scale)


def _down(block: Process, place: Place, look: Look) -> tuple[int, bool, list[int]] | None:
    """The steps below each other at the largest size at which they have room; and whether what is added is on their lines."""
    scale = _scale_down(look)
    first = min(look.floors.get("process", 0), len(scale) - 1)
    for on_line, step in product((False, True), range(first, len(scale))) if wide(place, look) else ():
        heights = _steps_down(block, scale[step], on_line, place, look)
        if heights is not None and _least(heights, scale[step]) <= place.box.height:
            return step, on_line, heights
    return None


def _placed_down(block: Process, found: tuple[int, bool, list[int]], place: Place, look: Look) -> Iterator[Item]:
    """The arrow, and on it a disc for each step with its numeral, the words beside it."""
    step, on_line, heights = found
    box, scale, name = area(place, look), _scale_down(look), f"{look.page}/{place.key}"
    levels = scale[step]
    size, disc = levels[0].text.size, _disc(levels)
    free, gaps = box.height - sum(heights) - TAIL, len(heights) - 1
    gap = min(free // max(1, gaps), round(size * UNDER[1]))
    y = box.y + round((free - gap * gaps) * LOWER)
    middle, end = box.x + disc // 2, y + sum(heights) + gap * gaps - heights[-1] + disc + TAIL
    tip = (("M", middle - HEAD, end - HEAD_LONG), ("L", middle, end), ("L", middle + HEAD, end - HEAD_LONG))
    yield stroke(f"{name}-line", (("M", middle, y + disc // 2), ("L", middle, end), *tip), brand(look))
    own = replace(look, floors={**look.floors, "process": step})
    for at, (unit, height) in enumerate(zip(block.items, heights, strict=True)):
        key = place.key if not at else f"{place.key}-{at + 1}"
        words = replace(_beside(box, levels, y), height=height - _lower(levels))
        one = Place(key=key, box=words, slot=None, scale=scale, share="process", native=False)
        yield text_item(one, partial(_words, block, at, on_line, look), own, unit.span, (unit,))
        fill = accent(look) if _is_lit(unit, block) else brand(look)
        numeral = plain_paragraph(str(at + 1), coloured(levels[2], on(fill, look)), look)
        round_ = Box(box.x, y, disc, disc)
        item, _ = set_text([numeral], round_, look, "middle")
        alt = lit_words(unit.label.plain, look) if _is_lit(unit, block) else None
        yield ShapeItem(
            name=f"{name}-disc-{at + 1}",
            box=round_,
            outline="ellipse",
            fill=fill,
            alt=alt,
            paragraphs=item.paragraphs,
            anchor="middle",
            reads="nothing",
        )
        y += height + gap
    look.taken[place.key] = Taken("process", step)


# Below each other


def _listed(block: Process, look: Look, numbers: range, levels: Levels) -> list[Paragraph]:
    """The steps of a list; what is added to one stands below it in the same paragraph, so that numbers go on."""
    hang, ink = round(levels[0].text.size * HANG), levels[0].text.color
    bullet = Bullet(number="arabicPeriod", color=brand(look))
    some = any(_is_lit(step, block) for step in block.items)
    made: list[Paragraph] = []
    for at in numbers:
        step, before = block.items[at], levels[0].before * (1 if made else 0)
        lit = _is_lit(step, block)
        first = coloured(levels[0], accent(look) if lit else ink, bold=lit or not some)
        first = replace(first, margin=hang, indent=-hang, bullet=bullet, before=before)
        part = paragraph(leading(step.label, step.link), first, look, start=numbers[0] + 1)
        if step.text is not None:
            part = below(part, paragraph(step.text, levels[1], look))
        made.append(part)
    return made


def _want(block: Process, place: Place, step: int, look: Look) -> Want:
    if wide(place, look):
        for count in (1, 2) if len(block.items) >= MOST_SLOTS else (1,):
            scale = _scale(count, look)
            levels = scale[min(step, len(scale) - 1)]
            made = [(_rows(block, count, levels, padding, place, look), padding) for padding in paddings(levels[0].text.size)]
            highs = [_height(rows, padding) for rows, padding in made if rows is not None]
            if highs and (count == 2 or step < WELL):
                return Want(height=highs[0], padding=highs[0] - highs[-1], width=place.box.width)
        levels = _scale_down(look)[min(step, len(_scale_down(look)) - 1)]
        heights = _steps_down(block, levels, True, place, look)
        if heights is not None:
            return Want(height=_least(heights, levels), width=place.box.width)
    scale = look.theme.looks["list"]
    item, broken = set_text(_listed(block, look, range(len(block.items)), scale[min(step, len(scale) - 1)]), place.box, look)
    return Want(height=item.height, width=place.box.width, broken=bool(broken))


PROCESS = Kind(
    block=Process,
    example="title: Three steps\nprocess: [Read, Choose, {label: Talk, text: In groups of four}]\n",
    layout="columns",
    count=lambda block: min(len(block.items), MOST_SLOTS),
    draw=_draw,
    want=_want,
    begins=TextItem,
    stretch=1.5,
    wide=True,
)
