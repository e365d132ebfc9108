"""What is cut off a picture so that it fills a place."""

from deckmotor.style import Box

WHOLE = 100_000
"""Crops are 1/100,000 of the picture's size (ECMA-376 part 1, 20.1.8.55)."""

NEARLY = 0.002
"""The share of a picture that is not cut off: what rounding leaves."""


def filling_crop(size: tuple[int, int], box: Box, focus: tuple[int, int]) -> tuple[int, int, int, int]:
    """What to cut off left, top, right and bottom so that a picture of so many pixels fills a place around its focus point."""
    wide, high = size
    scale = max(box.width / wide, box.height / high)
    left, right = _cut(box.width / (wide * scale), focus[0])
    top, bottom = _cut(box.height / (high * scale), focus[1])
    return left, top, right, bottom


def _cut(shown: float, focus: int) -> tuple[int, int]:
    """The two cuts along one side when a share of it is shown: the focus stands in the middle, or as near as it can."""
    if shown > 1 - NEARLY:
        return 0, 0
    cut = min(WHOLE - round(WHOLE * shown), WHOLE - 1)
    before = min(max(round(WHOLE * (focus / 100 - shown / 2)), 0), cut)
    return before, cut - before
