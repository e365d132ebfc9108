"""A hierarchy in its place: boxes as native shapes with text, held together by connectors that are glued to them."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.color import Color
from deckmotor.compose.captions import caption_room
from deckmotor.compose.kinds.along import coloured, names_of_boxes, picked, set_well, sized
from deckmotor.compose.kinds.chart.colours import alone, lit, on, quiet, toned
from deckmotor.compose.kinds.chart.words import source_line
from deckmotor.compose.kinds.hierarchy.tree import OUT, Node, Spot, Tree, placed
from deckmotor.compose.kinds.kind import Levels, Want
from deckmotor.compose.kinds.sourced import sourced
from deckmotor.compose.look import Look, Taken, link_to, paragraph
from deckmotor.compose.place import Place
from deckmotor.compose.setting import set_text
from deckmotor.messages import problem
from deckmotor.model.diagrams import Hierarchy, Unit
from deckmotor.scene.connect import dot, glued
from deckmotor.scene.page import ConnectorItem, GroupItem, Item, Paragraph, ShapeItem
from deckmotor.style import Box, Insets, Line
from deckmotor.theme.theme import Scale
from deckmotor.units import points

ASIDE, OVER = 0.5, 0.26
"""Between a box's edge and its text: at the sides, and above and below, over the text's size."""

AIRS, FULL = (2.4, 2.0, 1.6, 1.3, 1.15), 0.94
"""How much more air there may be, and how much of its place a hierarchy fills then."""

LINE = points(1.5)
TONE = 1.18
"""Contrast of a box with the page."""

LOWER = 0.3
"""How much of what it leaves of its place stands above a hierarchy."""

LEAST = points(52)
"""The narrowest box."""

ABOVE, LEFT, BELOW, RIGHT = 0, 1, 2, 3
"""Connection sites of a rectangle."""


class Drawn(Struct, frozen=True):
    """A hierarchy at a size."""

    step: int
    tree: Tree
    hang: int
    """The level from which on boxes stand in stacks."""
    air: float
    """How much more air than needed is between and in its boxes."""


def draw(block: Hierarchy, place: Place, look: Look) -> tuple[Item, ...]:
    """The hierarchy, and its source in the layout's slot for it or below."""
    return sourced(block.source, place, look, lambda own: _fitted(block, own, look))


def _fitted(block: Hierarchy, place: Place, look: Look) -> tuple[Item, ...]:
    """The boxes at the largest size at which they have room, with as much air as there is."""
    scale, units = _scale(look), _units(block)
    for step in range(min(look.floors.get("hierarchy", 0), len(scale) - 1), len(scale)):
        setter = _Setter(units, scale[step], look)
        made = _at_step(block, step, setter, place.box)
        if made is not None and made.tree.height <= place.box.height:
            look.taken[place.key] = Taken("hierarchy", step)
            return (_group(block, units, _airy(block, made, setter, place.box), place, look),)
    look.over.add(place.key)
    look.taken[place.key] = Taken("hierarchy", len(scale) - 1)
    look.problems.append(problem("hierarchy-crowded", block.span, count=len(units)))
    return ()


def _scale(look: Look) -> Scale:
    """The sizes of lists, and the smaller ones of charts: boxes are read like labels."""
    lists = [levels[0].text.size for levels in look.theme.looks["list"]]
    charts = look.theme.looks["chart"]
    sizes = (*lists, *(levels[0].text.size for levels in charts if levels[0].text.size < lists[-1]))
    return tuple([(sized(charts[0][0], size),) for size in sizes])


def _airy(block: Hierarchy, made: Drawn, setter: "_Setter", box: Box) -> Drawn:
    """The same with as much more air between and in its boxes as the place has."""
    for air in AIRS:
        setter.air = air
        tree = placed(_nodes(block.items), made.hang, box, setter.size * air, setter.height)
        if tree.height <= box.height * FULL:
            return replace(made, tree=tree, air=air)
    return made


def _units(block: Hierarchy) -> list[tuple[Unit, int]]:
    """All boxes, each before those below it, with their levels."""
    from deckmotor.model.diagram_rules import all_units

    return list(all_units(block.items))


def _nodes(units: Sequence[Unit], begin: int = 0) -> tuple[Node, ...]:
    nodes = []
    at = begin
    for unit in units:
        below = _nodes(unit.items, at + 1)
        nodes.append(Node(at, below))
        at += 1 + _count(unit.items)
    return tuple(nodes)


def _count(units: Sequence[Unit]) -> int:
    return sum(1 + _count(unit.items) for unit in units)


def _at_step(block: Hierarchy, step: int, setter: "_Setter", box: Box) -> Drawn | None:
    """The boxes at a size: level below level, or else with stacks that begin as far down as they may."""
    nodes = _nodes(block.items)
    found: list[Drawn] = []
    for hang in range(max(node.depth for node in nodes), 0, -1):
        setter.whole, setter.air = True, 1.0
        tree = placed(nodes, hang, box, setter.size, setter.height)
        if setter.whole:
            found.append(Drawn(step, tree, hang, 1.0))
            if tree.height <= box.height:
                break
    return min(found, key=lambda one: one.tree.height, default=None)


class _Setter:
    """Sets the text of boxes, each once a width, and remembers whether any word of it is cut."""

    def __init__(self, units: Sequence[tuple[Unit, int]], levels: Levels, look: Look) -> None:
        self.units, self.levels, self.look = units, levels, look
        self.size = levels[0].text.size
        self.whole, self.air = True, 1.0
        self.known: dict[tuple[int, int], tuple[int, bool]] = {}

    def height(self, at: int, width: int) -> int:
        """How high a box of a width is."""
        insets = _insets(self.levels, self.air)
        inner = width - insets.left - insets.right
        if width < LEAST or not self.whole:
            self.whole = False
            return 0
        if (at, inner) not in self.known:
            item, whole = set_well(_words(self.units[at][0], self.levels, self.look), Box(0, 0, inner, 0), self.look)
            self.known[at, inner] = item.height, whole
        height, whole = self.known[at, inner]
        self.whole = self.whole and whole
        return height + insets.top + insets.bottom


def _words(unit: Unit, levels: Levels, look: Look) -> list[Paragraph]:
    style = levels[0]
    parts = [paragraph(unit.label, coloured(style, style.text.color, bold=unit.text is not None or bool(unit.items)), look)]
    return parts if unit.text is None else [*parts, paragraph(unit.text, style, look)]


def _group(block: Hierarchy, units: Sequence[tuple[Unit, int]], made: Drawn, place: Place, look: Look) -> GroupItem:
    """All of it as one thing that is moved and read as one: connectors first, so that boxes lie over their ends."""
    name = f"{look.page}/{place.key}"
    levels = _scale(look)[made.step]
    down = round((place.box.height - made.tree.height) * LOWER)
    boxes = [
        _box(
            called,
            unit,
            replace(spot, box=replace(spot.box, y=spot.box.y + down)),
            block,
            level,
            (levels, made.air),
            look,
        )
        for called, (unit, level), spot in zip(
            names_of_boxes(f"{name}-box", [unit.label.plain for unit, _ in units]), units, made.tree.spots, strict=True
        )
    ]
    lines = tuple(_lines(name, made.tree, boxes, look))
    left, top = min(one.box.x for one in boxes) - OUT, min(one.box.y for one in boxes)
    right, bottom = max(one.box.right for one in boxes), max(one.box.bottom for one in boxes)
    around = Box(max(place.box.x, left), top, right - max(place.box.x, left), bottom - top)
    said = tuple(_said(block))
    return GroupItem(name=name, box=around, items=(*lines, *boxes), alt=" ".join(said), said=said)


def _box(
    name: str, unit: Unit, spot: Spot, block: Hierarchy, level: int, style: tuple[Levels, float], look: Look
) -> ShapeItem:  # fmt: skip
    """A box. What a line leads to from above has its words in the middle; what hangs at the side of a head begins together."""
    box = spot.box
    levels, air = style
    paper = look.layout.background
    is_lit = picked(unit.label) if block.highlight is None else unit.label.plain == block.highlight
    fill = lit(look) if is_lit else alone(look) if level == 1 else toned(paper, paper.rgb, TONE, 1.0)
    ink = on(fill, look)
    insets = _insets(levels, air)
    parts = [_inked(one, ink) for one in _words(unit, levels, look)]
    if not spot.hangs:
        parts = [replace(one, style=replace(one.style, align="center")) for one in parts]
    item, _ = set_text(parts, box, look, "middle", insets)
    return ShapeItem(
        name=name, box=box, outline="rect", fill=fill, paragraphs=item.paragraphs, anchor="middle", insets=insets,
        link=link_to(unit.link),
    )  # fmt: skip


def _inked(part: Paragraph, ink: Color) -> Paragraph:
    return replace(part, runs=tuple([replace(run, style=replace(run.style, color=ink)) for run in part.runs]))


def _insets(levels: Levels, air: float) -> Insets:
    over, aside = (round(levels[0].text.size * share) for share in (OVER * air, ASIDE))
    return Insets(aside, over, aside, over)


def _lines(name: str, tree: Tree, boxes: Sequence[ShapeItem], look: Look) -> Iterator[ConnectorItem | ShapeItem]:
    """A connector from each box to what it is below: down from the middle, or around the left of a head to its stack.

    Those of a stack bend at one dot beside the head's middle, and go down from it.
    """
    line = Line(color=quiet(look)[0], width=LINE)
    bends: dict[int, ShapeItem] = {}
    for at, spot in enumerate(tree.spots):
        if spot.above is None:
            continue
        head, own, named = boxes[spot.above], boxes[at], f"{name}-line-{at + 1}"
        if not spot.hangs:
            yield glued(named, (head, BELOW), (own, ABOVE), line, "elbow", arrow=False)
            continue
        if spot.above not in bends:
            beside = head.box.x - OUT, head.box.y + head.box.height // 2
            bend = bends[spot.above] = dot(f"{name}-bend-{spot.above + 1}", beside, line)
            yield glued(f"{name}-line-{spot.above + 1}-out", (head, LEFT), (bend, RIGHT), line, arrow=False)
            yield bend
        yield glued(named, (bends[spot.above], BELOW), (own, LEFT), line, "elbow", arrow=False)


def _said(block: Hierarchy) -> list[str]:
    """Each box with those below it: `Board: Library, School. Library: Children, Adults.`"""
    parts = []
    for unit, _ in _units(block):
        if unit.items:
            parts.append(f"{_called(unit)}: {', '.join(map(_called, unit.items))}.")
    return parts or [", ".join(map(_called, block.items))]


def _called(unit: Unit) -> str:
    return unit.label.plain if unit.text is None else f"{unit.label.plain} ({unit.text.plain})"


def want(block: Hierarchy, place: Place, step: int, look: Look) -> Want:
    """The room that a hierarchy needs in the width of a place, at a step."""
    scale = _scale(look)
    step = min(step * 2, len(scale) - 1)
    low = caption_room(source_line(block.source, look), place.box, look)
    made = _at_step(block, step, _Setter(_units(block), scale[step], look), replace(place.box, height=0))
    if made is None:
        return Want(height=place.box.height, width=place.box.width, broken=True)
    return Want(height=made.tree.height + low, width=place.box.width)
