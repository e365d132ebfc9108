"""A flow in its place: boxes and labels as native shapes with text, joined by connectors that are glued to the boxes."""

from collections.abc import Sequence

from msgspec.structs import replace

from deckmotor.color import Color
from deckmotor.compose.captions import caption_room
from deckmotor.compose.kinds.along import lit_words, names_of_boxes, picked
from deckmotor.compose.kinds.chart.colours import alone, lit, on, quiet, toned
from deckmotor.compose.kinds.chart.words import source_line
from deckmotor.compose.kinds.flow.arrows import LINE, Turn, arrow
from deckmotor.compose.kinds.flow.asked import is_question, pointed
from deckmotor.compose.kinds.flow.fitted import Drawn, fitted, needed
from deckmotor.compose.kinds.flow.legs import Marks, marks, may_be_parted
from deckmotor.compose.kinds.flow.texts import LABEL_AIR, Setter
from deckmotor.compose.kinds.flow.words import flow_word, relations
from deckmotor.compose.kinds.kind import Want
from deckmotor.compose.kinds.sourced import sourced
from deckmotor.compose.look import Look, Taken, link_to
from deckmotor.compose.place import Place
from deckmotor.compose.setting import set_text
from deckmotor.messages import problem
from deckmotor.model.flows import Flow
from deckmotor.model.text import Text
from deckmotor.scene.page import ConnectorItem, GroupItem, Item, Paragraph, ShapeItem
from deckmotor.scene.presets import WHOLE
from deckmotor.style import Box, Insets, Line
from deckmotor.units import points

ROUND = points(6)
"""Radius of a box's corners."""

TONE = 1.3
"""Contrast of a box with the page."""


def draw(block: Flow, place: Place, look: Look) -> tuple[Item, ...]:
    """The flow, and its source in the layout's slot for it or below."""
    return sourced(block.source, place, look, lambda own: _fitted(block, own, look))


def _fitted(block: Flow, place: Place, look: Look) -> tuple[Item, ...]:
    """The boxes at the largest size at which they have room, with as much air as there is."""
    found = fitted(block, place.box, look, parts=may_be_parted(block, look))
    if found is None:
        look.over.add(place.key)
        look.taken[place.key] = Taken("flow", 0)
        look.problems.append(problem("flow-crowded", block.span, count=len(block.boxes)))
        return ()
    if found.is_strained:  # It is parted where it may be.
        look.over.add(place.key)
    look.taken[place.key] = Taken("flow", found.setter.step)
    return (_group(block, found, place, look),)


def _group(block: Flow, made: Drawn, place: Place, look: Look) -> GroupItem:
    """All of it as one thing that is moved and read as one: connectors first, so that boxes lie over their ends."""
    name = f"{look.page}/{place.key}"
    setter, plan = made.setter, made.plans.plan(made.form.most)
    turn = Turn(made.laid, place.box, down=made.form.direction == "down")
    texts, joints, leads = block.boxes, block.joints, block.links
    marked = marks(block, look)
    boxes = [
        _box(called, text, turn.box(spot, made.sizes.long, made.sizes.wide), _ground(key, block, marked, look), made)
        for called, key, text, spot in zip(
            names_of_boxes(f"{name}-box", [*texts]), texts, texts.values(), made.laid.boxes, strict=True
        )
    ]
    boxes = [replace(box, link=link_to(leads.get(key))) for key, box in zip(texts, boxes, strict=True)]
    asked = [at for at, (key, text) in enumerate(texts.items()) if is_question(key, text, joints)]
    for at, box in zip(asked, pointed([boxes[at] for at in asked]), strict=True):
        boxes[at] = box
    named = names_of_boxes(f"{name}-label", [f"{joint.begin}-{joint.end}" for joint in joints])
    labels = {
        at: _label(named[at], joint.label, turn.box(spot, *size), setter)
        for at, (joint, spot, size) in enumerate(zip(joints, made.laid.labels, made.sizes.labels, strict=True))
        if joint.label is not None and spot is not None and size is not None
    }
    lines: list[ConnectorItem] = []
    dots: list[ShapeItem] = []
    for at, (way, link, joint) in enumerate(zip(made.laid.ways, plan.links, joints, strict=True)):
        ends = boxes[link.begin], boxes[link.end]
        found = arrow(f"{name}-line-{at + 1}", way, ends, labels.get(at), turn, look, both=joint.both)
        lines += found[0]
        dots += found[1]
    read = sorted(range(len(boxes)), key=lambda at: (plan.depth(at), made.laid.boxes[at][1]))
    items: tuple[Item, ...] = (*lines, *dots, *labels.values(), *(boxes[at] for at in read))
    names = list(texts)
    said = relations(block, [names[at] for at in read], look)
    lit_box = [boxes[at] for at in read if _is_lit(names[at], texts[names[at]], block.highlight)]
    words = [f"{flow_word(look)}: {said[0]}", *said[1:], *(lit_words(_said(one), look) for one in lit_box[:1])]
    return GroupItem(name=name, box=_around(items), items=items, alt=f"{'. '.join(words)}.", said=tuple(words))


def _said(box: ShapeItem) -> str:
    return "".join(run.text for part in box.paragraphs for run in part.runs)


def _around(items: Sequence[Item]) -> Box:
    boxes = [item.box for item in items if isinstance(item, ShapeItem)]
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    return Box(left, top, max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top)


def _is_lit(name: str, text: Text, highlight: str | None) -> bool:
    return picked(text) if highlight is None else highlight in (name, text.plain)


def _ground(name: str, block: Flow, marked: Marks, look: Look) -> Color:
    """The colour of a box: a strong one where a flow begins, that of the page where it stands on other pages too."""
    paper = look.layout.background
    if _is_lit(name, block.boxes[name], block.highlight):
        return lit(look)
    if name in marked.first:
        return alone(look)
    return paper if name in marked.open else toned(paper, paper.rgb, TONE, 1.0)


def _box(name: str, text: Text, box: Box, ground: Color, made: Drawn) -> ShapeItem:
    setter, insets = made.setter, made.setter.insets(made.air)
    rounding = ROUND * WHOLE // min(box.width, box.height)
    line = None if ground != setter.look.layout.background else Line(color=quiet(setter.look)[0], width=LINE)
    shape = ShapeItem(name=name, box=box, outline="roundRect", adjust=(rounding,), fill=ground, line=line, anchor="middle")
    words = _inked(setter.words(text), on(ground, setter.look))
    less = ROUND * 29_289 // WHOLE  # Text of rounded boxes stands that far from their edges by itself.
    own = Insets(insets.left - less, insets.top - less, insets.right - less, insets.bottom - less)
    item, _ = set_text([words], box, setter.look, "middle", insets)
    return replace(shape, paragraphs=item.paragraphs, insets=own)


def _inked(part: Paragraph, ink: Color) -> Paragraph:
    return replace(part, runs=tuple([replace(run, style=replace(run.style, color=ink)) for run in part.runs]))


def _label(name: str, text: Text, box: Box, setter: Setter) -> ShapeItem:
    """Words on the page's colour, which hides the line below them."""
    insets = Insets(LABEL_AIR, 0, LABEL_AIR, 0)
    item, _ = set_text([setter.label(text)], box, setter.look, "middle", insets)
    fill = setter.look.layout.background
    return ShapeItem(name=name, box=box, outline="rect", fill=fill, paragraphs=item.paragraphs, anchor="middle", insets=insets)


def want(block: Flow, place: Place, step: int, look: Look) -> Want:
    """The room that a flow needs in the width of a place, at a step."""
    low = caption_room(source_line(block.source, look), place.box, look)
    height = needed(block, step, replace(place.box, height=look.theme.height), look)
    if height is None:
        return Want(height=place.box.height, width=place.box.width, broken=True)
    return Want(height=height + low, width=place.box.width)
