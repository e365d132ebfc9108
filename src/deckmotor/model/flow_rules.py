"""What must hold of boxes and arrows once they are read: each arrow has two ends, no name is met twice or nowhere."""

import re

from deckmotor.messages import nearest
from deckmotor.model.flows import ARROWS, Arrow, Flow, Joint
from deckmotor.model.kinds import Reading
from deckmotor.model.words import shortened
from deckmotor.source.nodes import Mapping, Node
from deckmotor.span import Span

MOST, MOST_ARROWS = 40, 80
"""Boxes, and arrows between them: more can't be followed."""


def flow_rule(block: Flow, node: Node, reading: Reading) -> None:
    """The rules of a flow."""
    sound = [_check_arrow(arrow, reading) for arrow in block.arrows]
    if not all(sound):
        return
    joints, boxes = block.joints, block.boxes
    if len(boxes) > MOST or len(joints) > MOST_ARROWS:
        reading.report("flow-boxes", block.span, boxes=len(boxes), arrows=len(joints))
    _check_twice(joints, reading)
    for one in block.nodes.items if block.nodes is not None else ():
        if one.name.text not in boxes:
            reading.report("flow-nowhere", one.name.span, nearest(one.name.text, list(boxes)), name=shortened(one.name.text))
    known = list(dict.fromkeys((*boxes, *(text.plain for text in boxes.values()))))
    if block.highlight is not None and block.highlight not in known:
        hints = nearest(block.highlight, known)
        reading.report("sequence-highlight", _place(node, "highlight"), hints, name=shortened(block.highlight))


def _check_arrow(arrow: Arrow, reading: Reading) -> bool:
    """Whether an arrow leads from something to something else."""
    text, span = arrow.arrow.text, arrow.arrow.span
    if "\n" in text:
        reading.report("flow-no-arrow", span, ("write each arrow on a line of its own",), name=shortened(text))
    elif re.search(ARROWS, text) is None:
        reading.report("flow-no-arrow", span, _no_arrow_hints(arrow), name=shortened(text))
    elif not all(arrow.names):
        reading.report("flow-open-end", span)
    elif own := next((joint for joint in arrow.joints if joint.begin == joint.end), None):
        reading.report("flow-itself", span, name=shortened(own.begin))
    else:
        return True
    return False


def _no_arrow_hints(arrow: Arrow) -> tuple[str, ...]:
    text = arrow.arrow.text
    if arrow.label is not None and re.search(ARROWS, arrow.label.plain):
        return (f'put all of it in quotes: "{shortened(text)}: {shortened(arrow.label.plain)}"',)
    turned = re.fullmatch(r"\s*(?P<end>.+?)\s*(?:<[-=]*|[-=]*<|←|⇐)\s*(?P<begin>.+?)\s*", text)
    if turned is not None:
        return (f"write `{turned['begin'].strip('-= ')} -> {turned['end']}`",)
    if arrow.label is not None:
        return ("longer texts of boxes stand under `nodes:`, and each arrow is `one box -> another`",)
    return ("write what leads to what: `one box -> another`",)


def _check_twice(joints: list[Joint], reading: Reading) -> None:
    met: dict[tuple[str, str, str], Span] = {}
    for joint in joints:
        key = (joint.begin, joint.end, "" if joint.label is None else joint.label.plain)
        first = met.setdefault(key, joint.span)
        if first is not joint.span:
            name = f"{joint.begin} -> {joint.end}"
            reading.report("flow-twice", joint.span, name=shortened(name), line=first.line, file=first.file)


def _place(node: Node, key: str) -> Span:
    value = node.get(key) if isinstance(node, Mapping) else None
    return value.span if value else node.span
