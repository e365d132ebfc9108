"""What must hold of a comparison or a matrix once it is read: what it lights is there, a matrix is square, axes suit it."""

from deckmotor.messages import nearest
from deckmotor.model.list_rules import check_ids
from deckmotor.model.panels import Comparison, Matrix
from deckmotor.model.reading import Reading
from deckmotor.model.words import shortened
from deckmotor.source.nodes import Mapping, Node

SQUARES = {4: 2, 9: 3}
"""How many rows and columns so many cells are."""


def panel_rule(block: Comparison | Matrix, node: Node, reading: Reading) -> None:
    """The rules of either."""
    check_ids(block.items, {}, reading)
    known = [one.title.plain for one in block.items if one.title is not None]
    if block.highlight is not None and block.highlight not in known:
        written = node.get("highlight") if isinstance(node, Mapping) else None
        hints = nearest(block.highlight, known)
        reading.report("sequence-highlight", written.span if written else node.span, hints, name=shortened(block.highlight))
    for one in block.items:
        if one.points and one.text is not None:
            reading.report("either-or", one.text.span, of=f"a {one.noun}", one="points", other="text")
        if one.title is None and not one.points and one.text is None:
            reading.report("missing-key", one.span, of=f"a {one.noun} of the matrix", keys="`title:`, `points:` or `text:`")
    if isinstance(block, Matrix):
        _check_square(block, reading)


def _check_square(block: Matrix, reading: Reading) -> None:
    side = SQUARES.get(len(block.items))
    if side is None:
        reading.report("matrix-cells", block.span, count=len(block.items))
        return
    for name, axis in (("x", block.x), ("y", block.y)):
        if axis is None:
            continue
        if axis.label is None and not axis.steps:
            reading.report("missing-key", axis.span, of=f"`{name}`", keys="`label:` or `steps:`")
        elif axis.steps and len(axis.steps) != side:
            expected = f"{side} steps, one for each {'column' if name == 'x' else 'row'} of the matrix"
            reading.report("wrong-length", axis.steps[0].span, of=f"`{name}`", expected=expected, found=len(axis.steps))
