"""The legend of a map's numbers: a swatch for each tone, the strongest above, and what it stands for."""

from msgspec import Struct

from deckmotor.charts.formats import Format
from deckmotor.compose.kinds.chart.words import said
from deckmotor.compose.kinds.map.shown import Shown
from deckmotor.compose.look import Look
from deckmotor.style import Box, TextStyle

PITCH, SWATCH, AIR = 1.5, 0.9, 0.5
"""Height of a line, side of a swatch, and space after it, over the size of the text."""


class Entry(Struct, frozen=True):
    """A line of a legend."""

    tone: int | None
    """Which tone it explains; None for areas without a number, -1 for what the numbers count."""
    text: str


def entries(map_of: Shown, write: Format, unit: str, look: Look) -> list[Entry]:
    """The lines of the legend; none for a map without numbers."""
    if not map_of.values:
        return []
    known = sorted(value for _, value in map_of.values if value is not None)
    found = [Entry(-1, unit)] if unit else []
    for tone in range(len(map_of.limits), -1, -1):
        low = known[0] if tone == 0 else map_of.limits[tone - 1]
        mine = [value for value in known if sum(value >= limit for limit in map_of.limits) == tone]
        if mine or tone:
            first, last = (write.text(one) for one in ((min(mine), max(mine)) if mine else (low, low)))
            found.append(Entry(tone, first if first == last else f"{first}–{last}"))
    if any(shade.tone is None for shade in map_of.shades):
        found.append(Entry(None, said(look).missing))
    return found


def size(lines: list[Entry], style: TextStyle, look: Look) -> tuple[int, int]:
    """Width and height of the legend."""
    if not lines:
        return 0, 0
    widths = (indent(line, style) + look.fonts.width(line.text, style) * 1.05 for line in lines)
    return round(max(widths)), round(len(lines) * PITCH * style.size)


def indent(line: Entry, style: TextStyle) -> int:
    """Where its text begins."""
    return 0 if line.tone == -1 else round((SWATCH + AIR) * style.size)


def swatch(at: int, box: Box, style: TextStyle) -> Box:
    """The swatch of a line."""
    side = round(SWATCH * style.size)
    return Box(box.x, round(box.y + at * PITCH * style.size + (PITCH * style.size - side) / 2), side, side)


def words_box(at: int, line: Entry, box: Box, style: TextStyle) -> Box:
    """The place of its text."""
    x = box.x + indent(line, style)
    return Box(x, round(box.y + at * PITCH * style.size), box.right - x, round(PITCH * style.size))
