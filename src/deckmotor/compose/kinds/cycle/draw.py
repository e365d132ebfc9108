"""A cycle in its place: a ring with a numeral in each part, the steps on both sides of it, or as a list beside
or below it; or a track with the steps along it."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain, product
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.compose.kinds.along import (
    accent,
    below,
    brand,
    coloured,
    lists,
    lit_words,
    picked,
    set_well,
    sized,
    styles,
    wide,
)
from deckmotor.compose.kinds.chart.colours import on
from deckmotor.compose.kinds.cycle.ring import Ring
from deckmotor.compose.kinds.cycle.track import on_track, track
from deckmotor.compose.kinds.kind import Levels, Want
from deckmotor.compose.look import Look, Taken, paragraph, plain_paragraph
from deckmotor.compose.place import Place
from deckmotor.compose.setting import set_text
from deckmotor.compose.text import text_item
from deckmotor.messages import problem
from deckmotor.model.sequences import Cycle, Step
from deckmotor.model.text import leading
from deckmotor.scene.page import Item, Paragraph, ShapeItem
from deckmotor.style import Box, Bullet, ParagraphStyle
from deckmotor.units import points

MOST_HIGH, MOST_WIDE = 0.98, (0.42, 0.34)
"""How wide a ring may be at most, of the height and of the width of its place: less where words have no room then."""

THICK = 0.30
"""Thickness of the ring over its radius."""

GAP = points(26)
"""Between the ring and the words beside it."""

APART = points(10)
"""Between the words of two steps, at least."""

NUMERAL = 0.58
"""Size of a numeral over the thickness of the ring."""

HANG = 1.5
"""How far the number of a step hangs out, over its size."""

LINES = 4
"""Lines of a step, at most; smaller ones are better."""

HOLE = 0.72
"""How much of the hole's width words in the middle may have."""

LEAST = points(120)
"""The smallest ring above a list."""

ABOVE_LIST = points(16)
"""Between them."""

MOST_ABOVE = 0.6
"""How much of its place such a ring may take."""


class Side(Struct, frozen=True):
    """The steps of one side, set."""

    steps: range
    box: Box
    heights: tuple[int, ...]


def draw(block: Cycle, place: Place, look: Look) -> tuple[Item, ...]:
    """The ring and its steps."""
    if not wide(place, look):
        return tuple(_narrow(block, place, look))
    scale = _scale(look)
    first = min(look.floors.get("cycle", 0), len(scale) - 1)
    for share, step in product(MOST_WIDE, range(first, len(scale))):
        ring = _ring(block, place.box, share)
        sides = _sides(block, ring, scale[step], place.box, look)
        if sides is not None:
            look.taken[place.key] = Taken("cycle", step)
            return tuple(_placed(block, ring, sides, (step, scale), place, look))
    beside = _beside(block, place, look)
    if beside is not None:
        return tuple(beside)
    way = track(block, place, look)
    return tuple(_narrow(block, place, look) if way is None else on_track(block, way, place, look))


def _scale(look: Look) -> tuple[Levels, ...]:
    """At every size of lists the styles of what is done, and of what is added."""
    return tuple([(replace(one.main, line_spacing=100), one.more) for one in styles(look)])


def _is_lit(step: Step, block: Cycle) -> bool:
    return picked(step.label) if block.highlight is None else step.label.plain == block.highlight


def _ring(block: Cycle, box: Box, share: float) -> Ring:
    """The largest ring in the middle of a place."""
    outer = round(min(box.height * MOST_HIGH, box.width * share) / 2)
    return Ring(box.x + box.width // 2, box.y + box.height // 2, outer, round(outer * (1 - THICK)), len(block.items))


def _words(block: Cycle, look: Look, numbers: range, levels: Levels) -> list[Paragraph]:
    """Steps as items of a list with its numbers; what is added to one stands below it in the same paragraph."""
    hang, ink = round(levels[0].text.size * HANG), levels[0].text.color
    bullet = Bullet(number="arabicPeriod", color=brand(look))
    made: list[Paragraph] = []
    for at in numbers:
        step, before = block.items[at], levels[0].before if made else 0
        first = coloured(levels[0], accent(look) if _is_lit(step, block) else ink, bold=True)
        first = replace(first, margin=hang, indent=-hang, bullet=bullet, before=before)
        part = paragraph(leading(step.label, step.link), first, look, start=numbers[0] + 1)
        made.append(part if step.text is None else below(part, paragraph(step.text, levels[1], look)))
    return made


def _sides(block: Cycle, ring: Ring, levels: Levels, box: Box, look: Look) -> list[Side] | None:
    """The words on both sides at a size; None where a word is cut or they are too high."""
    count, right = len(block.items), ceil(len(block.items) / 2)
    width = ring.x - ring.outer - GAP - box.x
    found = []
    for steps, x in ((range(right), box.right - width), (range(right, count), box.x)):
        made = [set_well(_words(block, look, range(at, at + 1), levels), Box(x, 0, width, 0), look) for at in steps]
        if not all(whole for _, whole in made) or any(len(item.paragraphs[0].lines) > LINES for item, _ in made):
            return None
        heights = tuple([item.height for item, _ in made])
        if sum(heights) + APART * (len(heights) - 1) > box.height:
            return None
        used = max(line.x + line.width - x for item, _ in made for line in item.paragraphs[0].lines) + points(1)
        left = x if x > ring.x else max(x, ring.x - ring.outer - GAP - used)
        found.append(Side(steps, Box(left, box.y, x + width - left, box.height), heights))
    return found


def _tops(side: Side, ring: Ring) -> dict[int, int]:
    """Where the words of each step begin: at even distances, as near to their parts of the ring as they have room."""
    order = sorted(side.steps, key=lambda at: ring.at(ring.outer, ring.middles[at])[1])
    heights = [side.heights[at - side.steps[0]] for at in order]
    middles = [ring.at((ring.outer + ring.inner) / 2, ring.middles[at])[1] for at in order]
    pitch = (middles[-1] - middles[0]) / max(1, len(order) - 1)
    tops = [round(middles[0] + at * pitch - high / 2) for at, high in enumerate(heights)]
    last = side.box.bottom - heights[-1]
    tight = any(top + high + APART > below for top, high, below in zip(tops, heights, tops[1:], strict=False))
    if tight or tops[0] < side.box.y or tops[-1] > last:
        free, y = (side.box.height - sum(heights)) // (len(order) + 1), side.box.y
        tops = []
        for high in heights:
            y += free
            tops.append(y)
            y += high
    return dict(zip(order, tops, strict=True))


def _placed(
    block: Cycle, ring: Ring, sides: Sequence[Side], sized_: tuple[int, tuple[Levels, ...]], place: Place, look: Look
) -> Iterator[Item]:  # fmt: skip
    """What is in the middle, then each step: its words, its part of the ring, its numeral."""
    step, scale = sized_
    name = f"{look.page}/{place.key}"
    own = replace(look, floors={**look.floors, "cycle": step})
    yield from _middle(block, name, ring, place, look)
    for side in sides:
        tops = _tops(side, ring)
        for at, height in zip(side.steps, side.heights, strict=True):
            key = place.key if not at else f"{place.key}-{at + 1}"
            box = Box(side.box.x, tops[at], side.box.width, height)
            one = Place(key=key, box=box, slot=None, scale=scale, share="cycle", native=False)
            make = partial(_words, block, look, range(at, at + 1))
            yield text_item(one, make, own, block.items[at].span, (block.items[at],))
            yield from _part(block, at, name, ring, look)
    look.taken[place.key] = Taken("cycle", step)


def _part(block: Cycle, at: int, name: str, ring: Ring, look: Look) -> Iterator[ShapeItem]:
    """A part of the ring with its numeral."""
    step = block.items[at]
    is_lit = _is_lit(step, block)
    fill = accent(look) if is_lit else brand(look)
    outline = ring.part(at)
    xs = [int(one[at]) for one in outline for at in range(1, len(one), 2)]
    ys = [int(one[at]) for one in outline for at in range(2, len(one), 2)]
    box = Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    alt = lit_words(step.label.plain, look) if is_lit else None
    yield ShapeItem(name=f"{name}-part-{at + 1}", box=box, outline=outline, fill=fill, alt=alt)
    thick = ring.outer - ring.inner
    x, y = ring.at((ring.outer + ring.inner) / 2, ring.middles[at])
    square = Box(x - thick // 2, y - thick // 2, thick, thick)
    figure = sized(styles(look)[0].figure, thick * NUMERAL)
    style = replace(coloured(figure, on(fill, look)), align="center")
    item, _ = set_text([plain_paragraph(str(at + 1), style, look)], square, look, "middle")
    yield ShapeItem(name=f"{name}-number-{at + 1}", box=square, outline="rect", paragraphs=item.paragraphs, reads="nothing")


def _middle(block: Cycle, name: str, ring: Ring, place: Place, look: Look) -> Iterator[ShapeItem]:
    """The words in the middle, as large as they fit."""
    if block.centre is None:
        return
    width = round(2 * ring.inner * HOLE)
    box = Box(ring.x - width // 2, ring.y - width // 2, width, width)
    for levels in styles(look):
        style: ParagraphStyle = replace(coloured(levels.main, levels.main.text.color, bold=True), align="center")
        item, whole = set_well([paragraph(block.centre, style, look)], box, look)
        if whole and item.height <= width:
            item, _ = set_text([paragraph(block.centre, style, look)], box, look, "middle")
            yield ShapeItem(name=f"{name}-centre", box=box, outline="rect", paragraphs=item.paragraphs)
            return
    look.over.add(place.key)
    look.problems.append(problem("cycle-centre", block.centre.span))


# Where there is little width


def _beside(block: Cycle, place: Place, look: Look) -> Iterator[Item] | None:
    """The ring to the left, and all steps as one list to the right of it; None where they have no room there."""
    box = place.box
    outer = round(min(box.height * MOST_HIGH, box.width * MOST_WIDE[0]) / 2)
    left = box.x + 2 * outer + GAP
    own = replace(place, box=replace(box, x=left, width=box.right - left), slot=None, others=())
    every = range(len(block.items))
    for levels in look.theme.looks["list"]:
        item, broken = set_text(_words(block, look, every, levels), own.box, look)
        if not broken and item.height <= box.height:
            ring = Ring(box.x + outer, box.y + outer, outer, round(outer * (1 - THICK)), len(block.items))
            listed = lists(block, "cycle-list", own, look, partial(_words, block, look), most=1)
            return chain(listed, _whole(block, ring, place, look))
    return None


def _whole(block: Cycle, ring: Ring, place: Place, look: Look) -> Iterator[Item]:
    """A ring without words around it."""
    name = f"{look.page}/{place.key}"
    yield from _middle(block, name, ring, place, look)
    for at in range(len(block.items)):
        yield from _part(block, at, name, ring, look)


def _narrow(block: Cycle, place: Place, look: Look) -> Iterator[Item]:
    """A list, with the ring above it where there is room for both."""
    box, scale = place.box, look.theme.looks["list"]
    low = box.y
    every = range(len(block.items))
    heights = [set_text(_words(block, look, every, levels), box, look)[0].height + ABOVE_LIST for levels in scale]
    high = next((height for height in heights if height + LEAST <= box.height), heights[-1])
    free = min(box.height - high, round(box.height * MOST_ABOVE), box.width)
    above: Iterator[Item] = iter(())
    if free >= LEAST:
        outer = free // 2
        ring = Ring(box.x + outer, box.y + outer, outer, round(outer * (1 - THICK)), len(block.items))
        above = _whole(block, ring, place, look)
        low += free + ABOVE_LIST
    elif block.centre is not None:
        look.over.add(place.key)
        look.problems.append(problem("cycle-centre", block.centre.span))
    own = replace(place, box=replace(box, y=low, height=box.bottom - low), slot=None, others=())
    yield from lists(block, "cycle-list", own, look, partial(_words, block, look))
    yield from above


def want(block: Cycle, place: Place, step: int, look: Look) -> Want:
    """The room that a cycle needs in the width of a place, at a step."""
    box = place.box
    if wide(place, look):
        levels = _scale(look)
        ring = _ring(block, replace(box, height=box.width), MOST_WIDE[-1])
        sides = _sides(block, ring, levels[min(step, len(levels) - 1)], replace(box, height=look.theme.height), look)
        if sides is not None:
            high = max(sum(side.heights) + APART * (len(side.heights) - 1) for side in sides)
            return Want(height=max(high, 2 * LEAST), width=box.width)
    scale = look.theme.looks["list"]
    item, broken = set_text(_words(block, look, range(len(block.items)), scale[min(step, len(scale) - 1)]), box, look)
    above = LEAST + ABOVE_LIST if block.centre is not None else 0
    return Want(height=item.height + above, width=box.width, broken=bool(broken))
