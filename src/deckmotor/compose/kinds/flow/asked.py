"""Questions in a flow, from which more than one way leads on: boxes with points at both sides, diamonds where they can be.

A diamond leaves a fourth of its box to its text. So it is no larger than the other boxes, but comes to its points as far from
the sides as the text has room for, and those of a flow all alike. The path is its own, for the text of a preset diamond stands
in the middle half of its box only.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from deckmotor.model.flows import Joint
from deckmotor.model.text import Text
from deckmotor.scene.page import ShapeItem
from deckmotor.scene.presets import polygon
from deckmotor.style import Box

MARKS = ("?", "？", "؟", "⸮", "՞")
"""What questions end with."""

FLAT = 2.8
"""How many times as wide as high a diamond is at most: a flatter one is a box with points."""

STEEP, LEAST = 0.5, 0.16
"""How far from its sides a box with points begins to narrow, over its height: usually, and at least."""

AIR = 0.3
"""Between the corners of the text and a slanting side, over the text's size."""


def is_question(name: str, text: Text, joints: Sequence[Joint]) -> bool:
    """Whether a box asks which of several ways to go."""
    leaves = sum(joint.begin == name or (joint.both and joint.end == name) for joint in joints)
    return leaves > 1 and text.plain.rstrip().endswith(MARKS)


def pointed(boxes: Sequence[ShapeItem]) -> list[ShapeItem]:
    """Boxes of questions, all of one size, with points; as they are where the text of one has no room for that."""
    depth = min(map(_deepest, boxes), default=0)
    if not boxes or depth < LEAST * boxes[0].box.height:
        return list(boxes)
    return [replace(one, outline=polygon(*_corners(one.box, depth)), adjust=()) for one in boxes]


def _deepest(one: ShapeItem) -> int:
    """How far from the sides of a box its points may begin."""
    box, lines = one.box, [line for part in one.paragraphs for line in part.lines]
    size = max(run.style.size for part in one.paragraphs for run in part.runs)
    wide = max(line.width for line in lines)
    high = lines[-1].baseline - lines[0].baseline + size
    wished = box.width / 2 if box.width <= FLAT * box.height else STEEP * box.height
    return round(min(wished, ((box.width - wide) / 2 - AIR * size) * box.height / high))


def _corners(box: Box, depth: int) -> list[tuple[int, int]]:
    middle, left, right = box.y + box.height // 2, box.x + depth, box.right - depth
    corners = [(box.x, middle), (left, box.y), (right, box.y), (box.right, middle), (right, box.bottom), (left, box.bottom)]
    return list(dict.fromkeys(corners if right - left > 2 else [(right if x == left else x, y) for x, y in corners]))
