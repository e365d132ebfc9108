"""Long outlines, as maps and codes have them, as one drawing (SVG): typst reads it ten times as fast as its own words."""

from collections.abc import Sequence

from deckmotor.export.typst.words import points
from deckmotor.scene.drawing import Path
from deckmotor.style import Box, Fade
from deckmotor.units import EMU_PER_POINT

LONG = 60
"""From so many steps on, outlines in a row are drawn at once."""

_PLACES = {count: " ".join(["%.3f"] * count) for count in (0, 2, 6)}
"""How the places of a step are written, by how many numbers they are."""


def is_long(paths: Sequence[Path]) -> bool:
    """Whether outlines are worth a drawing."""
    return sum(len(path.commands) for path in paths) >= LONG


def is_fading(path: Path) -> bool:
    """Whether its fill is not the same all over."""
    return isinstance(path.fill, Fade) and bool(path.fill.full)


def bounds(paths: Sequence[Path]) -> Box:
    """What outlines and their lines take, EMU."""
    half = max((path.line.width for path in paths if path.line is not None), default=0)  # A mitred corner reaches further.
    values = [[int(value) for path in paths for _, *steps in path.commands for value in steps[first::2]] for first in (0, 1)]
    left, top, right, bottom = (side(axis) for side in (min, max) for axis in values)
    return Box(left - half, top - half, right - left + 2 * half, bottom - top + 2 * half)


def outlines(paths: Sequence[Path], box: Box) -> str:
    """A picture of outlines in their bounds. It counts in points: lengths as large as EMU make typst slow, and PDFs larger."""
    left, top, width, height = map(points, (box.x, box.y, box.width, box.height))
    drawn = "".join(map(_path, paths))
    svg = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='{left} {top} {width} {height}'>{drawn}</svg>"
    return f'image(bytes("{svg}"), format: "svg", width: {width}pt, height: {height}pt, fit: "stretch")'


def _path(path: Path) -> str:
    # One text is filled with all places: twice as fast as place by place, and a map has thousands.
    form = "".join([f"{name}{_PLACES[len(values)]}" for name, *values in path.commands])
    steps = form % tuple([int(value) / EMU_PER_POINT for _, *values in path.commands for value in values])
    line = "" if path.line is None else f" stroke='#{path.line.color.rgb}' stroke-width='{points(path.line.width)}'"
    if isinstance(path.fill, Fade):  # The same all over: others are no part of a drawing.
        return f"<path d='{steps}' fill='#{path.fill.color.rgb}' fill-opacity='{path.fill.opacity / 100:g}'{line}/>"
    return f"<path d='{steps}' fill='{'none' if path.fill is None else f'#{path.fill.rgb}'}'{line}/>"
