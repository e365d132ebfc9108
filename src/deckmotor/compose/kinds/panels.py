"""Panels: shapes with a heading and points or text inside, all of them in one size, in rows that begin together."""

from collections.abc import Sequence
from itertools import pairwise
from operator import is_

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.color import Color, contrast
from deckmotor.compose.kinds.along import coloured, picked, set_well, sized
from deckmotor.compose.kinds.chart.colours import alone, lit, on, toned
from deckmotor.compose.kinds.kind import Levels
from deckmotor.compose.look import Look, paragraph
from deckmotor.compose.place import Place
from deckmotor.compose.setting import set_text
from deckmotor.model.panels import MatrixCell, Side
from deckmotor.model.text import Text
from deckmotor.scene.page import Paragraph, ShapeItem, TextItem
from deckmotor.style import Box, Insets, ParagraphStyle
from deckmotor.theme.theme import Scale
from deckmotor.typeset.flow import LINE_PERCENT
from deckmotor.units import points, to_points

Panel = Side | MatrixCell

HEADING = 1.12
"""Size of a heading over that of what stands below it."""

BEFORE, AFTER_HEADING = 0.45, 0.5
"""Before a point, and between a heading and what stands below it, over the latter's size."""

OVER, ASIDE = 0.65, 0.8
"""Between a panel's edge and its text, above and at the sides, over the text's size."""

TONE, SURFACE, READABLE = 1.16, (1.04, 1.6), 4.6
"""Contrast of a panel with the page; that with which the theme's own second ground is one; that of its heading with it."""

ALONE, LEAST = 32, 14
"""The largest size, of panels that have the page to themselves, and the smallest, points."""

APART = 1.12
"""How many times larger one size is than the next, at most: between two further apart, one in their middle is tried."""

TURNED = 24
"""From this size on, points, a smaller one is better than a heading of two lines."""

LINES = 2
"""Lines of a point in large type, at most, where that can be."""

MOST_AIR = 1.0
"""The most that is added between two points, over their size; between a heading and the first of them it is half of that."""


class Sheet(Struct, frozen=True):
    """The panels of a row, as they are set at a size: their paragraphs, and how high the highest is with its edges."""

    parts: tuple[tuple[Paragraph, ...], ...]
    height: int
    gaps: int
    """Between paragraphs, where air may go: the most of any."""
    edges: Insets
    """Between a panel's edge and its text."""


def scale(look: Look) -> Scale:
    """A large size, those of lists, and smaller ones that can still be read: heading, point, text."""
    lists = look.theme.looks["list"]
    sizes = [levels[0].text.size for levels in lists]
    sizes = [max(points(ALONE), sizes[0]), *sizes]
    sizes += [points(size) for size in (18, 16, LEAST) if points(size) < sizes[-1]]
    between = [points(round(to_points(one + other) / 2)) for one, other in pairwise(sizes[1:]) if one > other * APART]
    return tuple([_levels(lists[0][0], size) for size in (sizes[0], *sorted({*sizes[1:], *between}, reverse=True))])


def _levels(style: ParagraphStyle, size: int) -> Levels:
    hang = round(size * 0.8)
    point = replace(sized(style, size, margin=hang, indent=-hang, before=round(size * BEFORE)), line_spacing=95)
    text = replace(point, margin=0, indent=0, bullet=None)
    heading = coloured(sized(text, size * HEADING, before=0), style.text.color, bold=True)
    return heading, point, text


def first_step(share: str, place: Place, look: Look) -> int:
    """The first step of the scale that panels may take in a place."""
    return max(look.floors.get(share, 0), 0 if place.slot is not None and place.slot.role == "chart" else 1)


def is_lit(panel: Panel, highlight: str | None) -> bool:
    """Whether a panel is the lit one: by the block's `highlight`, or else by the slide's."""
    if panel.title is None:
        return False
    return picked(panel.title) if highlight is None else panel.title.plain == highlight


def fill(lighted: bool, look: Look) -> Color:
    """The colour of a panel."""
    if lighted:
        return lit(look)
    paper, surface = look.layout.background, look.theme.table.lit
    least, most = SURFACE
    return surface if least <= contrast(surface.rgb, paper.rgb) <= most else toned(paper, paper.rgb, TONE, 1.0)


def _insets(levels: Levels, padding: float) -> Insets:
    over, aside = (round(levels[1].text.size * share * padding) for share in (OVER, ASIDE))
    return Insets(aside, over, aside, over)


def sheet(
    panels: Sequence[tuple[Panel, bool]], levels: Levels, width: int, look: Look, padding: float = 1.0, air: int = 0
) -> Sheet | None:
    """Panels of a row in a width each, with so much padding, and more between their points; None where a word is cut.

    Nor where a large heading takes two lines.
    """
    edges = _insets(levels, padding)
    inner = Box(0, 0, width - edges.left - edges.right, 0)
    if inner.width < levels[1].text.size * 3:
        return None
    made = [[_closer(one, padding) for one in _words(panel, lighted, levels, look)] for panel, lighted in panels]
    made = [[_aired(one, air // (1 if at > 1 else 2)) if at else one for at, one in enumerate(parts)] for parts in made]
    set_ = [set_well(parts, inner, look) for parts in made]
    if not all(whole for _, whole in set_):
        return None
    if levels[1].text.size >= points(TURNED) and any(
        _turns(panel, item) for (panel, _), (item, _) in zip(panels, set_, strict=True)
    ):
        return None
    aligned = _aligned([item.paragraphs for item, _ in set_])
    height = max(_height(parts, item, inner, look) for parts, (item, _) in zip(aligned, set_, strict=True))
    parts = tuple([tuple(one) for one in aligned])
    return Sheet(parts, height + edges.top + edges.bottom, max(map(len, aligned)) - 1, edges)


def _height(parts: Sequence[Paragraph], item: TextItem, inner: Box, look: Look) -> int:
    """How high a panel's paragraphs are, of which none or some begin lower than they were set."""
    if all(map(is_, parts, item.paragraphs)):
        return item.height
    return set_text(parts, inner, look)[0].height


def _closer(part: Paragraph, padding: float) -> Paragraph:
    return replace(part, style=replace(part.style, before=round(part.style.before * padding)))


def _aired(part: Paragraph, air: int) -> Paragraph:
    return replace(part, style=replace(part.style, before=part.style.before + air))


def _words(panel: Panel, lighted: bool, levels: Levels, look: Look) -> list[Paragraph]:
    """The heading, and the points or the text below it, in colours that can be read on the panel."""
    ground = fill(lighted, look)
    ink = on(ground, look)
    heading, point, text = (coloured(level, ink) for level in levels)
    if not lighted and contrast(alone(look).rgb, ground.rgb) < READABLE:
        heading = coloured(heading, toned(alone(look), ground.rgb, READABLE))
    elif not lighted:
        heading = coloured(heading, alone(look))
    if point.bullet is not None and lighted:
        point = replace(point, bullet=replace(point.bullet, color=ink))
    made = [paragraph(_unlit(panel.title) if lighted else panel.title, heading, look)] if panel.title is not None else []
    made += [paragraph(one, point, look) for one in panel.points]
    made += [paragraph(panel.text, text, look)] if panel.text is not None else []
    first = 1 if panel.title is not None else 0
    if len(made) > first:
        style = made[first].style
        made[first] = replace(made[first], style=replace(style, before=round(style.text.size * AFTER_HEADING) * first))
    return made


def _unlit(text: Text) -> Text:
    """A text in the colour of its panel, which is lit as a whole."""
    return replace(text, runs=tuple([replace(run, lit=False) for run in text.runs]))


def _turns(panel: Panel, item: TextItem) -> bool:
    """Whether the heading of a panel takes more than one line."""
    return panel.title is not None and len(item.paragraphs[0].lines) > 1


def _aligned(made: Sequence[Sequence[Paragraph]]) -> list[Sequence[Paragraph]]:
    """The panels with more space before what others begin lower, so that rows of as many paragraphs line up."""
    if len({len(one) for one in made}) > 1:
        return list(made)
    lines = [[len(part.lines) for part in parts] for parts in made]
    most = [max(column) for column in zip(*lines, strict=True)]
    return [_lowered(parts, mine, most) for parts, mine in zip(made, lines, strict=True)]


def _lowered(parts: Sequence[Paragraph], mine: Sequence[int], most: Sequence[int]) -> list[Paragraph]:
    lowered = [parts[0]]
    for at in range(1, len(parts)):
        above = parts[at - 1].style
        missing = (most[at - 1] - mine[at - 1]) * above.text.size * LINE_PERCENT * above.line_spacing // 10_000
        style = parts[at].style
        lowered.append(replace(parts[at], style=replace(style, before=style.before + missing)) if missing else parts[at])
    return lowered


def wraps(made: Sheet) -> bool:
    """Whether a point takes more lines than two: smaller type is better, where it can be large even so."""
    return any(len(part.lines) > LINES for parts in made.parts for part in parts)


def air_for(made: Sheet, free: int, levels: Levels) -> int:
    """How much more may stand between points where so much height is free."""
    return max(0, min(free // max(1, made.gaps), round(levels[1].text.size * MOST_AIR)))


def shape(name: str, box: Box, parts: Sequence[Paragraph], lighted: bool, edges: Insets, look: Look) -> ShapeItem:
    """A panel with its text."""
    item, _ = set_text(parts, box, look, "top", edges)
    ground = fill(lighted, look)
    return ShapeItem(name=name, box=box, outline="rect", fill=ground, paragraphs=item.paragraphs, anchor="top", insets=edges)
