"""Lengths. Inside deckmotor every length, font sizes included, is an integer number of EMU.

An EMU (English Metric Unit) is 1/914,400 inch: ECMA-376 part 1, 20.1.2.1. Other units appear only at the borders.
"""

EMU_PER_INCH = 914_400
EMU_PER_POINT = 12_700
EMU_PER_CENTIPOINT = 127


def inches(value: float) -> int:
    """EMU of a length in inches."""
    return round(value * EMU_PER_INCH)


def points(value: float) -> int:
    """EMU of a length or font size in points (1/72 inch)."""
    return round(value * EMU_PER_POINT)


def to_points(emu: int) -> float:
    """Points of a length in EMU."""
    return emu / EMU_PER_POINT


def to_centipoints(emu: int) -> int:
    """Hundredths of a point, the unit of `sz` and `spc` in DrawingML (ECMA-376 part 1, 20.1.10.72)."""
    return round(emu / EMU_PER_CENTIPOINT)
