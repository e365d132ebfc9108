"""What must hold of boxes and arrows once they are read: each arrow has two ends, no name is met twice or nowhere."""

import re

from deckmotor.messages import nearest
from deckmotor.model.flows import ARROWS, Arrow, Flow, Joint
from deckmotor.model.list_rules import check_ids
from deckmotor.model.reading import Reading
from deckmotor.model.words import shortened
from deckmotor.source.nodes import Mapping, Node
from deckmotor.span import Span

MOST, MOST_ARROWS = 40, 80
"""Boxes, and arrows between them: more can't be followed."""


def flow_rule(block: Flow, node: Node, reading: Reading) -> None:
    """The rules of a flow."""
    check_ids(block.arrows, {}, reading)
    if _are_boxes(block, reading):
        return
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
        if one.text is None and one.link is None:
            reading.report("missing-key", one.span, of="a box", keys="`text:` or `link:`")
    known = list(dict.fromkeys((*boxes, *(text.plain for text in boxes.values()))))
    if block.highlight is not None and block.highlight not in known:
        hints = nearest(block.highlight, known)
        reading.report("sequence-highlight", _place(node, "highlight"), hints, name=shortened(block.highlight))


def _are_boxes(block: Flow, reading: Reading) -> bool:
    """Whether boxes were written where arrows belong, which is told once."""
    names = [arrow.arrow.text for arrow in block.arrows]
    is_one = any(re.search(ARROWS, arrow.arrow.text) or arrow.label is not None for arrow in block.arrows)
    if len(names) < 2 or is_one or any(_no_arrow_hints(arrow) != (_LEADS,) for arrow in block.arrows):
        return False
    hints = (f"write what leads to what: {shortened(' -> '.join(names), 100)}",)
    reading.report("flow-no-arrow", block.arrows[0].arrow.span, hints, name=shortened(names[0]))
    return True


_FOREIGN = r"\w*(\[.*\]|\{.*\}|\(\(.*\)\))|\|.*\|.*"
"""A box or a label as Mermaid writes them."""


def _check_foreign(arrow: Arrow, reading: Reading) -> None:
    found = next((name for name in arrow.names if re.fullmatch(_FOREIGN, name)), None)
    if found is not None:
        hint = "a box is its text alone, and a label stands last: `Apply -> Decide: yes`"
        reading.report("no-mark", arrow.arrow.span, (hint,), shown=shortened(found))


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
        _check_foreign(arrow, reading)
        return True
    return False


_LEADS = "write what leads to what: `one box -> another`"


def _no_arrow_hints(arrow: Arrow) -> tuple[str, ...]:
    text = arrow.arrow.text
    if arrow.label is not None and re.search(ARROWS, arrow.label.plain):
        return (f'put all of it in quotes: "{shortened(text)}: {shortened(arrow.label.plain)}"',)
    if re.fullmatch(r"\s*(graph|flowchart)\s+(TD|TB|BT|LR|RL)\s*;?\s*", text):
        return ("take the line away: which way a flow goes is chosen by itself",)
    pointed = re.fullmatch(r"\s*(?P<begin>\S.*?)\s+(?:>+|till|to|leads to)\s+(?P<end>.*\S)\s*", text)
    if pointed is not None:
        return (f"write `{pointed['begin']} -> {pointed['end']}`",)
    turned = re.fullmatch(r"\s*(?P<end>.+?)\s*(?:<[-=]*|[-=]*<|←|⇐)\s*(?P<begin>.+?)\s*", text)
    if turned is not None:
        return (f"write `{turned['begin'].strip('-= ')} -> {turned['end']}`",)
    if arrow.label is not None:
        so = f"{shortened(text)} -> {shortened(arrow.label.plain)}"
        return (f"if it is an arrow, write `{so}`; longer texts of boxes stand under `nodes:`",)
    return (_LEADS,)


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
