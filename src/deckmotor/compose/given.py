"""Equal columns that give some of their width to one with a long word, which would be cut, or make the type of all smaller.

That is decided by what comes of it: the columns are composed as they are and in each of these ways, headings included. Where
no word can be too wide, nothing is composed.
"""

from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from deckmotor.compose.bands import Band, Stack
from deckmotor.compose.breaks import SOFT_HYPHEN
from deckmotor.compose.composed import EVENED, size_at, smallest_steps, uneven
from deckmotor.compose.kinds import KINDS
from deckmotor.compose.look import Look, trial
from deckmotor.compose.standing import Standing
from deckmotor.model.text import Text
from deckmotor.model.walk import parts_of
from deckmotor.scene.page import PathShape, TextItem
from deckmotor.style import ParagraphStyle
from deckmotor.theme.grid import COLUMNS, GUTTER, MARGIN

SHARES = (0.25, 0.5)
"""How much of a column of the grid each of the others gives."""

BOLDER = 1.1
"""How much wider than by its style a word may be: some are bold."""

Stood = Callable[[Look, Sequence[int]], Iterator[Standing]]
"""The columns in their places, so much wider than these are (EMU)."""

Outcome = tuple[int, ...]
"""What comes of a way, the less the better: words that are cut, those that take hyphens, and how small each kind of text is."""


def given(band: Band, look: Look, stood: Stood) -> tuple[int, ...]:
    """How much wider than its place each of some equal columns is, EMU; empty where they stay as they are."""
    texts = (KINDS[type(block)].draw is None for stack in band for part in stack.parts for block in part.group)
    if not all(stack.parts for stack in band) or not all(texts):  # What could not be read left an empty column.
        return ()
    wide = [_wide(stack, look) for stack in band]
    if not any(part > 1 for part in wide):
        return ()
    alone = trial(look, {})
    usual = _outcome(alone, stood, [0] * len(band))
    if usual is None:  # It has no room at any size, and is split.
        return ()
    tried = [(way, _outcome(alone, stood, way)) for way in _ways(wide, look.theme.width)]
    better = [(made, way) for way, made in tried if made is not None and _is_better(made, usual)]
    return min(better, default=(usual, ()))[1]


def rule_below(look: Look) -> tuple[PathShape, ...]:
    """One rule over the whole width, where the layout has one below each heading: these no longer end where columns do."""
    ends = [(slot.box.x, slot.box.right) for slot in look.layout.of("heading")]
    shapes = [shape for shape in look.layout.decoration if isinstance(shape, PathShape)]
    below = [rule for rule in shapes if tuple([command[1] for command in rule.commands[:2]]) in ends]
    if not below:
        return ()
    left, right = below[0].commands, below[-1].commands  # From the upper left corner on, clockwise.
    return (replace(below[0], name=f"{look.page}/rule", commands=(left[0], *right[1:3], *left[3:])),)


def _is_better(made: Outcome, usual: Outcome) -> bool:
    """Whether nothing is worse so, and something is better."""
    return made != usual and all(one <= other for one, other in zip(made, usual, strict=True))


def _ways(wide: Sequence[float], page: int) -> Iterator[tuple[int, ...]]:
    """What columns may give and take, by how wide their words are: to all with a long one, or to that with the longest."""
    pitch = (page - 2 * MARGIN + GUTTER) // COLUMNS
    for takers in dict.fromkeys((tuple([part > 1 for part in wide]), tuple([part == max(wide) for part in wide]))):
        count = sum(takers)
        for share in SHARES if count < len(wide) else ():
            each = round(pitch * share)
            yield tuple([each * (len(wide) - count) // count if takes else -each for takes in takers])


def _outcome(alone: Look, stood: Stood, way: Sequence[int]) -> Outcome | None:
    """What comes of a way; None where there is no room."""
    look, floors = alone, dict[str, int]()
    for _ in range(EVENED):
        items = [item for standing in stood(look, way) for item in standing.items(look)]
        more = uneven(look.taken, smallest_steps(look.taken))
        if look.over:
            return None
        if not more:
            break
        floors |= more
        look = trial(look, floors)
    parts = [part for item in items if isinstance(item, TextItem) for part in item.paragraphs]
    hyphens = sum(run.text.count(SOFT_HYPHEN) for part in parts for run in part.runs)
    sizes = {one.share: size_at(one, one.step) for one in look.taken.values()}
    return (len(look.problems), hyphens, *[-sizes[share] for share in sorted(sizes)])


def _wide(stack: Stack, look: Look) -> float:
    """How wide the widest word of a column may be at its largest size, over what it has room for there."""
    slot, above = stack.parts[0].slot, stack.above
    blocks = [block for part in stack.parts for block in part.group]
    texts = [(text, slot.box.width, slot.levels[0]) for block in blocks for text in parts_of(block) if isinstance(text, Text)]
    if stack.heading is not None and above is not None:
        texts.append((stack.heading, above.box.width, above.scale[0][0]))
    return max([_share(*one, look) for one in texts], default=0.0)


def _share(text: Text, width: int, style: ParagraphStyle, look: Look) -> float:
    """How much of a line in such a width the widest word of a text may take."""
    widest = max([look.fonts.width(word, style.text) for word in text.typed.split()], default=0)
    return widest * BOLDER / (width - style.margin)
