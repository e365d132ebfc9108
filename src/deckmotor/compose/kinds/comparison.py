"""Comparisons: two or three panels of one height side by side, one of them lit; below each other where there is no width."""

from msgspec.structs import replace

from deckmotor.compose.captions import spare_room
from deckmotor.compose.kinds.along import lit_words
from deckmotor.compose.kinds.kind import Kind, Levels, Want
from deckmotor.compose.kinds.panels import TURNED, air_for, first_step, is_lit, scale, shape, sheet, wraps
from deckmotor.compose.look import Look, Taken, link_to
from deckmotor.compose.padding import padded, paddings
from deckmotor.compose.place import Place
from deckmotor.messages import problem
from deckmotor.model.panels import Comparison
from deckmotor.scene.page import Item, ShapeItem
from deckmotor.style import Box
from deckmotor.theme.grid import GUTTER
from deckmotor.theme.theme import Scale
from deckmotor.units import points

FULL = 0.72
"""Share of its place's height that panels take at least which have the page to themselves."""


def _draw(block: Comparison, place: Place, look: Look) -> tuple[Item, ...]:
    box = replace(place.box, height=place.box.height + spare_room(None, place, look))
    levels = scale(look)
    first = min(first_step("comparison", place, look), len(levels) - 1)
    steps = range(first, len(levels) if look.shrinks else first + 1)
    large = [step for step in steps if levels[step][1].text.size >= points(TURNED)]
    sizes = [own[1].text.size for own in levels]
    ways = [(step, len(block.items), padding, True) for step, padding in padded(large, sizes)]
    ways += [
        (step, columns, padding, False)
        for step in steps
        for columns in (len(block.items), 1)
        for padding in paddings(sizes[step])
    ]
    for step, columns, padding, few in ways:
        items = _placed(block, box, columns, levels, step, padding, place, look, few=few)
        if items is not None:
            look.taken[place.key] = Taken("comparison", step)
            return items
    look.over.add(place.key)
    look.problems.append(problem("panels-crowded", block.span, what="comparison"))
    return ()


def _boxes(block: Comparison, box: Box, columns: int) -> list[Box]:
    """A box for each side, beside or below each other."""
    count = len(block.items)
    if columns == 1:
        high = (box.height - (count - 1) * GUTTER) // count
        return [replace(box, y=box.y + at * (high + GUTTER), height=high) for at in range(count)]
    wide = (box.width - (count - 1) * GUTTER) // count
    return [replace(box, x=box.x + at * (wide + GUTTER), width=wide) for at in range(count)]


def _placed(
    block: Comparison, box: Box, columns: int, levels: Scale, step: int, padding: float, place: Place, look: Look, *, few: bool
) -> tuple[Item, ...] | None:
    """The panels at a step, so many in a row; None where there is no room, or a point takes many lines and may take a `few`."""
    sides = [(side, is_lit(side, block.highlight)) for side in block.items]
    boxes = _boxes(block, box, columns)
    rows = [sides] if columns > 1 else [[side] for side in sides]
    made = [sheet(row, levels[step], boxes[0].width, look, padding) for row in rows]
    if any(one is None or one.height > boxes[0].height or (few and wraps(one)) for one in made):
        return None
    high = max(one.height for one in made if one is not None)
    least = [air_for(one, boxes[0].height - one.height, levels[step]) for one in made if one is not None]
    aired = [sheet(row, levels[step], boxes[0].width, look, padding, min(least)) for row in rows]
    high = max([high, *(one.height for one in aired if one is not None)])
    high = min(boxes[0].height, max(high, round(boxes[0].height * FULL) if place.slot is not None else high))
    shown = [(one, row.edges) for row in aired if row is not None for one in row.parts]
    items: list[Item] = []
    for at, ((side, lighted), own) in enumerate(zip(sides, boxes, strict=True)):
        y = own.y if columns > 1 else box.y + at * (high + GUTTER)
        name = f"{look.page}/{place.key}" if not at else f"{look.page}/{place.key}-{at + 1}"
        item = shape(name, replace(own, y=y, height=high), shown[at][0], lighted, shown[at][1], look)
        alt = lit_words(side.title.plain, look) if lighted else None
        items.append(replace(item, alt=alt, link=link_to(side.link)))
    return tuple(items)


def _want(block: Comparison, place: Place, step: int, look: Look) -> Want:
    levels = scale(look)
    step = min(step + 1, len(levels) - 1)
    found = [_high(block, place, levels[step], padding, look) for padding in paddings(levels[step][1].text.size)]
    highs = [high for high in found if high is not None]
    if not highs:
        return Want(height=0, width=place.box.width, broken=True)
    return Want(height=highs[0], width=place.box.width, padding=max(0, highs[0] - highs[-1]))


def _high(block: Comparison, place: Place, levels: Levels, padding: float, look: Look) -> int | None:
    """How high the sides are beside each other, or else below each other; None where a word is cut even so."""
    sides = [(side, is_lit(side, block.highlight)) for side in block.items]
    beside = sheet(sides, levels, _boxes(block, place.box, len(sides))[0].width, look, padding)
    if beside is not None:
        return beside.height
    below = [sheet([side], levels, place.box.width, look, padding) for side in sides]
    heights = [one.height for one in below if one is not None]
    return len(sides) * (max(heights) + GUTTER) - GUTTER if len(heights) == len(sides) else None


COMPARISON = Kind(
    block=Comparison,
    example=(
        "title: What changes\n"
        "comparison: {Before: [One by one, Far away], After: [Together, Around the corner], highlight: After}\n"
    ),
    layout="chart",
    role="chart",
    looks=("chart",),
    draw=_draw,
    want=_want,
    begins=ShapeItem,
    stretch=1.5,
    wide=True,
)
