"""A flow in its place: boxes and labels as native shapes with text, joined by connectors that are glued to the boxes."""

from collections.abc import Sequence
from itertools import product
from math import inf
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.color import Color
from deckmotor.compose.captions import caption_room
from deckmotor.compose.kinds.along import lit_words, set_well, sized
from deckmotor.compose.kinds.chart.colours import alone, lit, on, toned
from deckmotor.compose.kinds.chart.words import source_line
from deckmotor.compose.kinds.flow.arrows import Turn, arrow
from deckmotor.compose.kinds.flow.folded import MOST_ROWS, Folded, folded, laid_in_rows
from deckmotor.compose.kinds.flow.laid import Laid, Sizes, laid
from deckmotor.compose.kinds.flow.layers import Link, planned
from deckmotor.compose.kinds.flow.words import flow_word, relations
from deckmotor.compose.kinds.kind import Want
from deckmotor.compose.kinds.sourced import sourced
from deckmotor.compose.look import Look, Taken, link_to, paragraph
from deckmotor.compose.place import Place
from deckmotor.compose.setting import set_text
from deckmotor.messages import problem
from deckmotor.model.flows import Flow
from deckmotor.model.text import Text
from deckmotor.scene.page import ConnectorItem, GroupItem, Item, Paragraph, ShapeItem
from deckmotor.scene.presets import WHOLE
from deckmotor.style import Box, Insets, ParagraphStyle
from deckmotor.units import points

Direction = Literal["right", "down"]
DIRECTIONS: tuple[Direction, ...] = ("right", "down")

Towards = tuple[Direction, int]
"""Where a flow leads, and in how many rows."""

ROWS = tuple(range(2, MOST_ROWS + 1))
FOLDS = points(18)
"""The size below which a flow is better folded into rows, where it is larger then."""

BETWEEN = ((1, 1), (2, 2))
"""By how many steps it has to be larger, with so many arrows from each row to another: with one it is read like lines of text,
and more than two can't be followed."""

ASIDE, OVER = 0.5, 0.34
"""Between a box's edge and its text: at the sides, and above and below, over the text's size."""

AIRS, FULL = (5.0, 4.0, 3.2, 2.6, 2.0, 1.6, 1.3, 1.15, 1.0, 0.9), 0.96
"""How much more air there may be between boxes, and how much of its place a flow fills then."""

CLOSE, TIGHT = 0.8, 0.5
"""How little air there may be, as large type close to each other is read better than small type far apart; and how little
where there is no room otherwise."""

INSIDE = 2.4
"""How much more air there may be in a box."""

ROW, BESIDE = 0.8, 1.1
"""Between boxes above each other, and beside each other, over the text's size."""

LABEL = 0.86
"""Size of labels over that of boxes."""

SMALLEST = points(12)
"""The smallest type that is read from the back of a room."""

LABEL_WIDE, LABEL_AIR = points(130), points(4)
"""The widest label, and the air at its sides, where the line is not seen."""

LEAST, WIDEST = points(54), points(210)
"""The narrowest box, and the widest."""

GAPS: dict[Direction, float] = {"right": 4.0, "down": 2.6}
"""How much longer lines may be than they need."""

PREFERRED: dict[Direction, float] = {"right": 1.5, "down": 1.0}
"""How much more of its place the other direction has to fill to be taken."""

ROUND = points(6)
"""Radius of a box's corners."""

TONE = 1.3
"""Contrast of a box with the page."""

TRIES = 5


class Drawn(Struct, frozen=True):
    """A flow at a size."""

    step: int
    way: "Towards"
    setter: "_Setter"
    laid: Laid
    sizes: Sizes
    air: float


def draw(block: Flow, place: Place, look: Look) -> tuple[Item, ...]:
    """The flow, and its source in the layout's slot for it or below."""
    return sourced(block.source, place, look, lambda own: _fitted(block, own, look))


def _fitted(block: Flow, place: Place, look: Look) -> tuple[Item, ...]:
    """The boxes at the largest size at which they have room, with as much air as there is."""
    plans = _Plans(block)
    found = _drawn(plans, CLOSE, place, look) or _drawn(plans, TIGHT, place, look)
    if found is None:
        look.over.add(place.key)
        look.problems.append(problem("flow-crowded", block.span, count=len(block.boxes)))
        return ()
    look.taken[place.key] = Taken("flow", found.step)
    return (_group(block, found, place, look),)


def _drawn(plans: "_Plans", air: float, place: Place, look: Look) -> "Drawn | None":
    """The flow in one row, or where it is small there in several, with so much air at least."""
    styles = _styles(look)
    first = min(look.floors.get("flow", 0), len(styles) - 1)
    best = _largest(plans, range(first, len(styles)), (1,), air, place, look)
    if best is not None and not best.setter.hyphens and best.setter.size >= FOLDS:
        return best
    for most, larger in BETWEEN:
        rows = [count for count in ROWS if plans.between(count) <= most]
        end = len(styles) if best is None else max(first, best.step - larger + 1)
        best = _largest(plans, range(first, end), rows, air, place, look) or best
    return best or _largest(plans, range(first, len(styles)), ROWS, air, place, look)


def _largest(plans: "_Plans", steps: range, rows: Sequence[int], air: float, place: Place, look: Look) -> "Drawn | None":
    """The flow at the largest size at which it has room in some number of rows; words are cut only where none else has."""
    styles = _styles(look)
    ways = [(direction, count) for count in rows for direction in DIRECTIONS if count == 1 or direction == "right"]
    for hyphens, step in product((False, True), steps):
        setter = _Setter(plans, styles[step], look, hyphens=hyphens)
        tried = [_at_step(setter, step, way, place.box, air) for way in ways]
        made = [_airy(setter, one, place.box) for one in tried if one is not None]
        if made:
            return max(made, key=_filling)
    return None


def _styles(look: Look) -> tuple[ParagraphStyle, ...]:
    """The sizes of lists, and the smaller ones of charts that can still be read: boxes are read like labels."""
    lists = [levels[0].text.size for levels in look.theme.looks["list"]]
    charts = look.theme.looks["chart"]
    sizes = [*lists, *(levels[0].text.size for levels in charts if SMALLEST < levels[0].text.size < lists[-1]), SMALLEST]
    return tuple([replace(sized(charts[0][0], size), align="center") for size in dict.fromkeys(sizes)])


class _Plans:
    """A flow's plan, and those of it in rows, each made when it is first asked for."""

    def __init__(self, block: Flow) -> None:
        numbers = {name: at for at, name in enumerate(block.boxes)}
        links = [Link(numbers[one.begin], numbers[one.end], one.label is not None) for one in block.joints]
        self.block, self.plan = block, planned(len(numbers), links)
        self.known: dict[int, Folded | None] = {}

    def between(self, rows: int) -> float:
        """How many arrows lead from each of so many rows to another."""
        flow = self.folded(rows)
        return inf if flow is None else flow.between

    def folded(self, rows: int) -> Folded | None:
        """The flow in so many rows."""
        if rows not in self.known:
            self.known[rows] = folded(self.plan, rows)
        return self.known[rows]


def _filling(one: Drawn) -> float:
    """How well a flow fills its place."""
    return one.laid.long * one.laid.wide * PREFERRED[one.way[0]]


class _Setter:
    """Sets the text of boxes and labels of a flow at a size, each once a width."""

    def __init__(self, plans: _Plans, style: ParagraphStyle, look: Look, *, hyphens: bool) -> None:
        self.block, self.plan, self.style, self.look = plans.block, plans.plan, style, look
        self.plans, self.hyphens = plans, hyphens
        block = plans.block
        self.texts = list(block.boxes.values())
        self.size = style.text.size
        self.heights: dict[int, int | None] = {}
        label = replace(sized(style, max(SMALLEST, self.size * LABEL)), align="center")
        self.label_style = label
        self.labels = tuple([None if one.label is None else self._label(one.label) for one in block.joints])

    def insets(self, air: float) -> Insets:
        """Between a box's edge and its text."""
        over, aside = round(self.size * OVER * min(air, INSIDE)), round(self.size * ASIDE)
        return Insets(aside, over, aside, over)

    def height(self, width: int, air: float) -> int | None:
        """How high all boxes of a width are; None where a word of one is cut."""
        insets = self.insets(air)
        inner = width - insets.left - insets.right
        if inner not in self.heights:
            self.heights[inner] = self._height(inner)
        height = self.heights[inner]
        return None if height is None else height + insets.top + insets.bottom

    def _height(self, inner: int) -> int | None:
        most = 0
        for text in self.texts:
            if self.hyphens:
                item, broken = set_text([self.words(text)], Box(0, 0, inner, 0), self.look)
            else:
                item, whole = set_well([self.words(text)], Box(0, 0, inner, 0), self.look)
                broken = () if whole else ("",)
            if broken:
                return None
            most = max(most, item.height)
        return most

    def words(self, text: Text) -> Paragraph:
        """What stands in a box."""
        return paragraph(text, self.style, self.look)

    def label(self, text: Text) -> Paragraph:
        """What stands at a line."""
        return paragraph(text, self.label_style, self.look)

    def laid(self, way: Towards, sizes: Sizes) -> Laid | None:
        """Boxes of these sizes in their places."""
        direction, rows = way
        if rows == 1:
            return laid(self.plan, sizes, GAPS[direction])
        flow = self.plans.folded(rows)
        return None if flow is None else laid_in_rows(flow, sizes, GAPS[direction])

    def layers(self, rows: int) -> int:
        """How many boxes stand after each other in a row."""
        flow = self.plans.folded(rows) if rows > 1 else None
        return sum(layer % 2 == 0 for layer in self.plan.layers) if flow is None else flow.layers

    def _label(self, text: Text) -> tuple[int, int]:
        """Width and height of a label."""
        item, _ = set_text([self.label(text)], Box(0, 0, LABEL_WIDE, 0), self.look)
        wide = max((line.width for line in item.paragraphs[0].lines), default=0)
        return wide + 2 * LABEL_AIR + points(1), item.height

    def sizes(self, direction: Direction, width: int, height: int, air: float, box: Box) -> Sizes:
        """How large things are along the flow and across it."""
        if direction == "right":
            return Sizes(long=width, wide=height, labels=self.labels, row=round(self.size * ROW * air), length=box.width)
        labels = tuple([None if label is None else (label[1], label[0]) for label in self.labels])
        return Sizes(long=height, wide=width, labels=labels, row=round(self.size * BESIDE), length=box.height)


def _at_step(setter: _Setter, step: int, way: Towards, box: Box, air: float = CLOSE) -> Drawn | None:
    """The flow at a size in a direction, with boxes as wide as they may be; None where it has no room."""
    direction, width, layers = way[0], WIDEST, setter.layers(way[1])
    for _ in range(TRIES):
        height = setter.height(width, air) if width >= LEAST else None
        if height is None:
            return None
        sizes = setter.sizes(direction, width, height, air, box)
        made = setter.laid(way, sizes)
        if made is None:
            return None
        if direction == "right":
            over = -made.spare
            less = -(-over // layers)
        else:
            over = made.wide - box.width
            less = max(points(1), over * width // max(1, made.wide))
        if over <= 0:
            fits = made.wide <= box.height if direction == "right" else made.spare >= 0
            return Drawn(step, way, setter, made, sizes, air) if fits else None
        width -= less
    return None


def _airy(setter: _Setter, made: Drawn, box: Box) -> Drawn:
    """The same with as much more air in and between its boxes as the place has."""
    for air in AIRS:
        tried = _at_step(setter, made.step, made.way, box, air)
        if tried is not None:
            high = tried.laid.wide if made.way[0] == "right" else tried.laid.long - max(0, tried.laid.spare)
            if high <= box.height * FULL:
                return tried
    return made


def _group(block: Flow, made: Drawn, place: Place, look: Look) -> GroupItem:
    """All of it as one thing that is moved and read as one: connectors first, so that boxes lie over their ends."""
    name = f"{look.page}/{place.key}"
    setter, turn = made.setter, Turn(made.laid, place.box, down=made.way[0] == "down")
    names = list(block.boxes)
    boxes = [
        _box(f"{name}-{at + 1}", names[at], turn.box(spot, made.sizes.long, made.sizes.wide), setter, made.air)
        for at, spot in enumerate(made.laid.boxes)
    ]
    labels = {
        at: _label(f"{name}-label-{at + 1}", joint.label, turn.box(spot, *size), setter)
        for at, (joint, spot, size) in enumerate(zip(block.joints, made.laid.labels, made.sizes.labels, strict=True))
        if joint.label is not None and spot is not None and size is not None
    }
    lines: list[ConnectorItem] = []
    dots: list[ShapeItem] = []
    for at, (way, link, joint) in enumerate(zip(made.laid.ways, setter.plan.links, block.joints, strict=True)):
        ends = boxes[link.begin], boxes[link.end]
        found = arrow(f"{name}-line-{at + 1}", way, ends, labels.get(at), turn, look, both=joint.both)
        lines += found[0]
        dots += found[1]
    read = sorted(range(len(boxes)), key=lambda at: (setter.plan.depth(at), made.laid.boxes[at][1]))
    items: tuple[Item, ...] = (*lines, *dots, *labels.values(), *(boxes[at] for at in read))
    said = relations(block, [names[at] for at in read], look)
    lit_box = [boxes[at] for at in read if _is_lit(names[at], block)]
    words = [f"{flow_word(look)}: {said[0]}", *said[1:], *(lit_words(_said(one), look) for one in lit_box[:1])]
    return GroupItem(name=name, box=_around(items), items=items, alt=f"{'. '.join(words)}.", said=tuple(words))


def _said(box: ShapeItem) -> str:
    return "".join(run.text for part in box.paragraphs for run in part.runs)


def _around(items: Sequence[Item]) -> Box:
    boxes = [item.box for item in items if isinstance(item, ShapeItem)]
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    return Box(left, top, max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top)


def _is_lit(name: str, block: Flow) -> bool:
    return block.highlight is not None and block.highlight in (name, block.boxes[name].plain)


def _box(name: str, key: str, box: Box, setter: _Setter, air: float) -> ShapeItem:
    look, block = setter.look, setter.block
    number = list(block.boxes).index(key)
    begins = not any(link.end == number and not back for link, back in zip(setter.plan.links, setter.plan.back, strict=True))
    paper = look.layout.background
    fill = lit(look) if _is_lit(key, block) else alone(look) if begins else toned(paper, paper.rgb, TONE, 1.0)
    insets = setter.insets(air)
    rounding = ROUND * WHOLE // min(box.width, box.height)
    shape = ShapeItem(name=name, box=box, outline="roundRect", adjust=(rounding,), fill=fill, anchor="middle")
    words = _inked(setter.words(block.boxes[key]), on(fill, look))
    less = ROUND * 29_289 // WHOLE  # Text of rounded boxes stands that far from their edges by itself.
    own = Insets(insets.left - less, insets.top - less, insets.right - less, insets.bottom - less)
    item, _ = set_text([words], box, look, "middle", insets)
    return replace(shape, paragraphs=item.paragraphs, insets=own, link=link_to(block.links.get(key)))


def _inked(part: Paragraph, ink: Color) -> Paragraph:
    return replace(part, runs=tuple([replace(run, style=replace(run.style, color=ink)) for run in part.runs]))


def _label(name: str, text: Text, box: Box, setter: _Setter) -> ShapeItem:
    """Words on the page's colour, which hides the line below them."""
    insets = Insets(LABEL_AIR, 0, LABEL_AIR, 0)
    item, _ = set_text([setter.label(text)], box, setter.look, "middle", insets)
    fill = setter.look.layout.background
    return ShapeItem(name=name, box=box, outline="rect", fill=fill, paragraphs=item.paragraphs, anchor="middle", insets=insets)


def want(block: Flow, place: Place, step: int, look: Look) -> Want:
    """The room that a flow needs in the width of a place, at a step."""
    styles = _styles(look)
    step = min(step * 2, len(styles) - 1)
    low = caption_room(source_line(block.source, look), place.box, look)
    setter = _Setter(_Plans(block), styles[step], look, hyphens=True)
    box = replace(place.box, height=look.theme.height)
    heights: list[int] = []
    for rows in (1, *ROWS):
        for direction in DIRECTIONS if rows == 1 else DIRECTIONS[:1]:
            made = _at_step(setter, step, (direction, rows), box)
            if made is not None:
                heights.append(made.laid.wide if direction == "right" else box.height - made.laid.spare)
        if heights:
            break
    if not heights:
        return Want(height=place.box.height, width=place.box.width, broken=True)
    return Want(height=min(heights) + low, width=place.box.width)
