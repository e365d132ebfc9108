"""Long formulas over several lines, as by hand: before relations, which stand below each other, else before + and −."""

from collections.abc import Sequence

from deckmotor.math.size import size
from deckmotor.math.tree import NOTHING, Grid, Node, Row, Space, Symbol, row

INDENT, AFTER = Space(1000), Space(222)
"""Before a plus or a minus that begins a line, which stands further in than the relation that it goes on from; and after it."""

RELATED = 0.278
"""What stands free before the relations of lines below each other."""

SUMS = "+−±∓"


def broken(node: Node, width: float) -> Node | None:
    """A formula in as few lines as it takes for none to be wider (over the size); None where it can't be."""
    if size(node).width <= width:
        return node
    if not isinstance(node, Row):
        return None
    at = next((number for number, part in enumerate(node.parts) if _relates(part)), 0)
    left = row(list(node.parts[:at]))
    lines = _lines(_stretches(node.parts[at:]), width - size(left).width - RELATED)
    if lines is None:
        return None
    return Grid(tuple([(NOTHING if number else left, line) for number, line in enumerate(lines)]), kind="aligned")


def _relates(part: Node) -> bool:
    return isinstance(part, Symbol) and part.sort == "rel"


def _stretches(parts: Sequence[Node]) -> list[list[Node]]:
    """What lines may begin with: a relation, or a plus or minus between two terms; and all that follows it."""
    found: list[list[Node]] = []
    for number, part in enumerate(parts):
        before = parts[number - 1] if number else None
        signs = before is not None and isinstance(before, Symbol) and before.sort in ("rel", "bin", "punct")
        adds = isinstance(part, Symbol) and part.sort == "bin" and part.text in SUMS and not signs
        if not number or _relates(part) or adds:
            found.append([])
        found[-1].append(part)
    return found


def _lines(stretches: Sequence[list[Node]], room: float) -> list[Node] | None:
    """Lines that are filled one after the other, new ones with relations first; None where something is wider than that."""
    lines: list[Node] = []
    line: list[Node] = []
    for group in _groups(stretches):
        whole = [part for stretch in group for part in stretch]
        if line and _fits([*line, *whole], room):
            line += whole
            continue
        for number, stretch in enumerate([whole] if _fits(whole, room) else group):
            if line and (not number or not _fits([*line, *stretch], room)):
                lines.append(row(line))
                line = []
            begun = [INDENT, stretch[0], AFTER, *stretch[1:]] if number else stretch
            line = [*line, *stretch] if line else list(begun)
            if not _fits(line, room):
                return None
    return [*lines, row(line)]


def _groups(stretches: Sequence[list[Node]]) -> list[list[list[Node]]]:
    """Stretches by the relation that they follow."""
    found: list[list[list[Node]]] = []
    for stretch in stretches:
        if _relates(stretch[0]) or not found:
            found.append([])
        found[-1].append(stretch)
    return found


def _fits(parts: list[Node], room: float) -> bool:
    return size(row(parts)).width <= room
