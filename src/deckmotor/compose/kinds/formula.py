"""Formulas: as large as their place lets them be, in the theme's ink. What reads them is loaded with the first one."""

from math import ceil

from deckmotor.compose.kinds.kind import Kind, Want
from deckmotor.compose.look import Look, Taken
from deckmotor.compose.place import Place
from deckmotor.messages import problem
from deckmotor.model.blocks import Formula
from deckmotor.scene.page import FormulaItem, Item, Notation
from deckmotor.style import Box
from deckmotor.units import to_points

LARGER = (2.0, 1.75, 1.5, 1.25, 1.0)
"""Sizes of a formula over that of text in its place: at the third its indices are as large as that."""

LEAST = 0.8
"""The same where there is little room: no smaller than this, its indices could not be read."""

PADDING = 0.06
"""Air around a formula in its box, over its size: no two maths fonts are equally wide."""

LOWER = 0.36
"""How much of what it leaves of its place stands above it."""


def _sizes(place: Place) -> list[int]:
    """The sizes that a formula may take in a place, EMU, the largest first."""
    steps = [levels[0].text.size for levels in place.scale]
    made = {round(larger * steps[0]) for larger in LARGER} | {round(share * steps[-1]) for share in (1.5, 1.25, 1.0, LEAST)}
    return sorted(made, reverse=True)


def _extent(block: Formula) -> tuple[float, float]:
    """Width and height over the size."""
    from deckmotor.math.parse import parse
    from deckmotor.math.size import size

    extent = size(parse(block.formula))
    return extent.width + 2 * PADDING, extent.height + 2 * PADDING


def _draw(block: Formula, place: Place, look: Look) -> tuple[Item, ...]:
    wide, high = _extent(block)
    box = place.box
    sizes = _sizes(place)
    first = min(look.floors.get("formula", 0), len(sizes) - 1)
    last = len(sizes) if look.shrinks else first + 1
    for step in range(first, last):
        size = sizes[step]
        if wide * size <= box.width and high * size <= box.height:
            break
    else:
        _tell(block, wide * size - box.width, high * size - box.height, place, look)
    look.taken[place.key] = Taken("formula", step)
    if place.slot is not None:
        look.filled.add(place.slot.name)
    width, height = ceil(wide * size), ceil(high * size)
    spot = Box(box.x, box.y + round(max(0, box.height - height) * LOWER), width, height)
    return (_item(block, spot, size, place, look),)


def _tell(block: Formula, wider: float, higher: float, place: Place, look: Look) -> None:
    look.over.add(place.key)
    way, over = ("wide", wider) if wider > 0 else ("high", higher)
    look.problems.append(problem("formula-wide", block.span, over=ceil(to_points(ceil(over))), way=way))


def _item(block: Formula, box: Box, size: int, place: Place, look: Look) -> FormulaItem:
    from msgspec.structs import replace

    from deckmotor.math.notation import written
    from deckmotor.math.parse import parse
    from deckmotor.math.words import words

    tree = parse(block.formula)
    return FormulaItem(
        name=f"{look.page}/{place.key}",
        box=box,
        notation=Notation(*written(tree)),
        style=replace(place.scale[0][0].text, size=size),
        language=look.language,
        alt=block.alt or words(tree, look.language),
    )


def _want(block: Formula, place: Place, step: int, look: Look) -> Want:
    wide, high = _extent(block)
    sizes = _sizes(place)
    fitting = [size for size in sizes[min(step, len(sizes) - 1) :] if wide * size <= place.box.width] or sizes[-1:]
    return Want(height=ceil(high * fitting[0]), least=ceil(high * min(fitting[0], sizes[-3])), width=ceil(wide * fitting[0]))


FORMULA = Kind(
    block=Formula,
    example="title: The mean\nformula: '\\bar{x} = \\frac{1}{n} \\sum_{i=1}^{n} x_i'\n",
    looks=("text",),
    draw=_draw,
    want=_want,
)
