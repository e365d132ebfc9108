"""Formulas: as large as their place lets them be, in the theme's ink. What reads them is loaded with the first one."""

from collections.abc import Sequence
from math import ceil
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.compose.kinds.kind import Kind, Want
from deckmotor.compose.look import Look, Taken
from deckmotor.compose.place import Place
from deckmotor.messages import problem
from deckmotor.model.formulas import Formula
from deckmotor.scene.page import FormulaItem, Item, Notation
from deckmotor.style import Box
from deckmotor.units import points, to_points

LARGER = (3.0, 2.5, 2.0, 1.75, 1.5, 1.25, 1.0)
"""Sizes of a formula over that of text in its place: at 1.5 its indices are as large as that."""

SHARED, ALONE = 2.0, 0.55
"""The largest of a formula that is not its page; and how much of the page's height the place of one has that is."""

LEAST = 0.8
"""The same where there is little room: no smaller than this, its indices could not be read."""

MOST_LINED = 1.5
"""The same of a formula over several lines, at most."""

LITTLE = 1.25
"""The size over that of the smallest text with which a formula can do beside other things."""

NEARLY = 0.8
"""How small a formula may be, over the largest size at which it fits, to have fewer lines."""

PADDING = 0.06
"""Air around a formula in its box, over its size: no two maths fonts are equally wide."""

LOWER = 0.36
"""How much of what it leaves of its place stands above it."""


def _sizes(place: Place) -> list[int]:
    """The sizes that a formula may take in a place, EMU, the largest first; each whole point that lines may have."""
    steps = [levels[0].text.size for levels in place.scale]
    least, lined = (round(to_points(round(size))) for size in (LEAST * steps[-1], MOST_LINED * steps[0]))
    made = {round(larger * steps[0]) for larger in LARGER} | set(map(points, range(least, lined)))
    return sorted(made, reverse=True)


class Set(Struct, frozen=True):
    """A formula at a size, with its width and height in EMU."""

    tree: Any
    size: int
    width: int
    height: int


def _set(tree: Any, size: int) -> Set:
    from deckmotor.math.size import size as extent_of

    extent = extent_of(tree)
    return Set(tree, size, ceil((extent.width + 2 * PADDING) * size), ceil((extent.height + 2 * PADDING) * size))


def _in_lines(tree: Any, size: int, width: int) -> Set:
    """The same, broken into lines where it is wider than its place and can be broken."""
    from deckmotor.math.broken import broken

    return _set(broken(tree, width / size - 2 * PADDING) or tree, size)


def _first(sizes: Sequence[int], place: Place, look: Look) -> int:
    """The first step that it may take in its place."""
    most = round(SHARED * place.scale[0][0].text.size)
    return 0 if place.box.height > ALONE * look.theme.height else sum(size > most for size in sizes)


def _largest(tree: Any, sizes: Sequence[int], text: int, box: Box) -> tuple[int, Set] | None:
    """The step at which it fits: on one line where it is no smaller than text then, else over several, rather over fewer."""
    for lines in (False, True):
        found: list[tuple[int, Set]] = []
        for step, size in enumerate(sizes):
            if size > round(text * MOST_LINED) if lines else size < text:
                continue
            if found and size < found[0][1].size * NEARLY:
                break
            made = _in_lines(tree, size, box.width) if lines else _set(tree, size)
            if made.width <= box.width and made.height <= box.height:
                found.append((step, made))
                if not lines:
                    break
        if found:
            return min(found, key=lambda one: len(getattr(one[1].tree, "rows", ())))
    return None


def _draw(block: Formula, place: Place, look: Look) -> tuple[Item, ...]:
    from deckmotor.math.parse import parse

    tree, box, sizes = parse(block.formula.plain), place.box, _sizes(place)
    first = min(max(_first(sizes, place, look), look.floors.get("formula", 0)), len(sizes) - 1)
    last = len(sizes) if look.shrinks else first + 1
    found = _largest(tree, sizes[first:last], place.scale[0][0].text.size, box)
    if found is None:
        made = _in_lines(tree, sizes[last - 1], box.width)
        _tell(block, made.width - box.width, made.height - box.height, place, look)
        found = last - 1 - first, made
    look.taken[place.key] = Taken("formula", first + found[0])
    if place.slot is not None:
        look.filled.add(place.slot.name)
    made = found[1]
    spot = Box(box.x, box.y + round(max(0, box.height - made.height) * LOWER), made.width, made.height)
    return (_item(block, spot, (tree, made), place, look),)


def _tell(block: Formula, wider: float, higher: float, place: Place, look: Look) -> None:
    look.over.add(place.key)
    way, over = ("wide", wider) if wider > 0 else ("high", higher)
    look.problems.append(problem("formula-wide", block.span, over=ceil(to_points(ceil(over))), way=way))


def _item(block: Formula, box: Box, both: tuple[Any, Set], place: Place, look: Look) -> FormulaItem:
    """The formula as it is set; read as it is typed."""
    from deckmotor.math.notation import written
    from deckmotor.math.words import plain, words

    tree, made = both
    notation = Notation(*written(made.tree)._replace(plain=plain(tree)))
    look.fonts.take_note(notation.plain)
    return FormulaItem(
        name=f"{look.page}/{place.key}",
        box=box,
        notation=notation,
        style=replace(place.scale[0][0].text, size=made.size),
        language=look.language,
        alt=block.alt or words(tree, look.language),
    )


def _want(block: Formula, place: Place, step: int, look: Look) -> Want:
    from deckmotor.math.parse import parse

    tree, sizes = parse(block.formula.plain), _sizes(place)
    tried = sizes[min(max(step, sum(size > SHARED * place.scale[0][0].text.size for size in sizes)), len(sizes) - 1) :]
    found = _largest(tree, tried, place.scale[0][0].text.size, replace(place.box, height=look.theme.height))
    made = _in_lines(tree, sizes[-1], place.box.width) if found is None else found[1]
    small = _in_lines(tree, min(made.size, round(LITTLE * place.scale[-1][0].text.size)), place.box.width)
    return Want(height=made.height, least=min(made.height, small.height), width=made.width)


FORMULA = Kind(
    block=Formula,
    example="title: The mean\nformula: '\\bar{x} = \\frac{1}{n} \\sum_{i=1}^{n} x_i'\n",
    looks=("text",),
    draw=_draw,
    want=_want,
)
