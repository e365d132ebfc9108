"""A cycle as a track: down one column of steps and up another, where words have no room on both sides of a ring."""

from collections.abc import Iterator, Sequence
from functools import partial
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.compose.kinds.along import (
    Styles,
    accent,
    brand,
    coloured,
    columns,
    lit_words,
    picked,
    set_well,
    sized,
    stroke,
    styles,
)
from deckmotor.compose.kinds.chart.colours import on
from deckmotor.compose.kinds.kind import Levels
from deckmotor.compose.look import Look, Taken, paragraph, plain_paragraph
from deckmotor.compose.place import Place
from deckmotor.compose.setting import set_text
from deckmotor.compose.text import text_item
from deckmotor.model.sequences import Cycle, Step
from deckmotor.model.text import leading
from deckmotor.scene.page import Commands, Item, Paragraph, ShapeItem
from deckmotor.scene.presets import round_rect
from deckmotor.style import Box
from deckmotor.theme.theme import Scale
from deckmotor.typeset.flow import line_height
from deckmotor.units import points

DISC, BESIDE = 1.5, 0.75
"""How wide the disc of a numeral is, and how far words stand from it, over their size."""

UNDER = (0.3, 1.2)
"""Between two steps, over the size of their words: at least and at most."""

TURN = points(14)
"""From the first and the last words to where the track turns."""

ROUND = points(10)
"""Radius of its corners."""

HEAD = points(8)
"""Half the height of an arrow's head."""

AIR = points(8)
"""At the sides of words on the track."""

LOWER = 0.3
"""How much of what it leaves of its place stands above it."""


class Track(Struct, frozen=True):
    """A track, its steps set."""

    step: int
    boxes: tuple[Box, ...]
    """Of the words of each step."""
    line: Box
    """The track's corners."""


def track(block: Cycle, place: Place, look: Look) -> Track | None:
    """The track at the largest size at which all words have room beside it; None without room."""
    scale = _scale(look)
    first = min(look.floors.get("cycle", 0), len(scale) - 1)
    tried = (_at_step(block, step, scale[step], place.box, look) for step in range(first, len(scale)))
    return next((one for one in tried if one is not None), None)


def _scale(look: Look) -> Scale:
    """The styles at every size of lists, and a smaller one of charts: of the words, of what is added, of the numeral."""
    every = styles(look)
    least = every[-1].main.text.size
    smaller = [size for levels in look.theme.looks["chart"] if (size := levels[0].text.size) < least][:1]
    sizes = [(one, one.main.text.size, one.more.text.size) for one in every]
    sizes += [(every[-1], size, min(size, every[-1].more.text.size)) for size in smaller]
    return tuple([_levels(one, size, more) for one, size, more in sizes])


def _levels(style: Styles, size: int, more: int) -> Levels:
    main = coloured(sized(style.main, size, line_spacing=100), style.main.text.color, bold=True)
    return main, sized(style.more, more, before=0), replace(sized(style.figure, size, line_spacing=100), align="center")


def _words(step: Step, is_lit: bool, look: Look, levels: Levels) -> list[Paragraph]:
    main = coloured(levels[0], accent(look)) if is_lit else levels[0]
    parts = [paragraph(leading(step.label, step.link), main, look)]
    return parts if step.text is None else [*parts, paragraph(step.text, levels[1], look, level=1)]


def _is_lit(step: Step, block: Cycle) -> bool:
    return picked(step.label) if block.highlight is None else step.label.plain == block.highlight


def _disc(levels: Levels) -> int:
    return round(levels[0].text.size * DISC)


def _at_step(block: Cycle, step: int, levels: Levels, box: Box, look: Look) -> Track | None:
    size, disc = levels[0].text.size, _disc(levels)
    left = disc + round(size * BESIDE)
    beside = [replace(one, x=one.x + left, width=one.width - left) for one in columns(2, box, ())]
    heights = []
    for one in block.items:
        made, whole = set_well(_words(one, False, look, levels), beside[0], look)
        if not whole:
            return None
        heights.append(made.height)
    each, count = ceil(len(heights) / 2), len(heights)
    spots = [(0, at) if at < each else (1, count - 1 - at) for at in range(count)]
    rows = [max(high for high, (_, row) in zip(heights, spots, strict=True) if row == at) for at in range(each)]
    free = box.height - sum(rows) - 2 * TURN
    if free < round(size * UNDER[0]) * (each - 1):
        return None
    gap = min(free // max(1, each - 1), round(size * UNDER[1]))
    top = box.y + round((free - gap * (each - 1)) * LOWER)
    tops = [top + TURN + sum(rows[:row]) + gap * row for row in range(each)]
    boxes = [replace(beside[column], y=tops[row], height=high) for high, (column, row) in zip(heights, spots, strict=True)]
    x, right = (one.x - left + disc // 2 for one in beside)
    return Track(step, tuple(boxes), Box(x, top, right - x, tops[-1] + rows[-1] + TURN - top))


def on_track(block: Cycle, found: Track, place: Place, look: Look) -> Iterator[Item]:
    """The track, then each step: its words, its numeral on the track."""
    name, scale = f"{look.page}/{place.key}", _scale(look)
    levels = scale[found.step]
    yield stroke(f"{name}-track", round_rect(found.line, ROUND), brand(look))
    for at, commands in enumerate(_heads(found.line), 1):
        yield stroke(f"{name}-head-{at}", commands, brand(look))
    if block.centre is not None:
        yield _centre(f"{name}-centre", block, levels, found.line, look)
    own = replace(look, floors={**look.floors, "cycle": found.step})
    for at, (step, box) in enumerate(zip(block.items, found.boxes, strict=True)):
        is_lit = _is_lit(step, block)
        key = place.key if not at else f"{place.key}-{at + 1}"
        one = Place(key=key, box=box, slot=None, scale=scale, share="cycle", native=False)
        yield text_item(one, partial(_words, step, is_lit, look), own, step.span, (step,))
        x = found.line.x if box.x < found.line.right else found.line.right
        yield _numeral(f"{name}-number-{at + 1}", at, step, is_lit, (x, box.y), levels, look)
    look.taken[place.key] = Taken("cycle", found.step)


def _numeral(
    name: str, at: int, step: Step, is_lit: bool, spot: tuple[int, int], levels: Levels, look: Look
) -> ShapeItem:  # fmt: skip
    """A disc on the track beside the first line of words."""
    disc, fill = _disc(levels), accent(look) if is_lit else brand(look)
    lower = (disc - line_height(levels[0].text.size, levels[0].line_spacing)) // 2
    box = Box(spot[0] - disc // 2, spot[1] - lower, disc, disc)
    numeral = plain_paragraph(str(at + 1), coloured(levels[2], on(fill, look)), look)
    item, _ = set_text([numeral], box, look, "middle")
    alt = lit_words(step.label.plain, look) if is_lit else None
    return ShapeItem(
        name=name, box=box, outline="ellipse", fill=fill, alt=alt, paragraphs=item.paragraphs, anchor="middle", reads="nothing"
    )


def _centre(name: str, block: Cycle, levels: Levels, line: Box, look: Look) -> ShapeItem:
    """What all of it is, on the track where it comes back to its beginning."""
    assert block.centre is not None, "what has words in its middle"
    style = replace(levels[0], align="center")
    made, _ = set_text([paragraph(block.centre, replace(style, align="left"), look)], replace(line, height=0), look)
    wide = max(one.width for one in made.paragraphs[0].lines) + 2 * AIR
    box = Box(line.x + (line.width - wide) // 2, line.y - made.height // 2, wide, made.height)
    item, _ = set_text([paragraph(block.centre, style, look)], box, look, "middle")
    return ShapeItem(name=name, box=box, outline="rect", fill=look.layout.background, paragraphs=item.paragraphs)


def _heads(box: Box) -> Sequence[Commands]:
    """Which way it goes: to the right below, and back above."""
    quarter = box.width // 8
    below, above = box.right - quarter, box.x + quarter
    return tuple(
        (("M", x - HEAD * way, y - HEAD), ("L", x, y), ("L", x - HEAD * way, y + HEAD))
        for x, y, way in ((below, box.bottom, 1), (above, box.y, -1))
    )
