"""The scale of a value axis: round limits and steps, the same in every program because we write them all."""

from collections.abc import Iterable
from math import ceil, floor, log10

from msgspec import Struct

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
"""What a step may be, times a power of ten."""

ABOUT = 5
"""Steps that an axis has, or a few more or less."""

ROUND = 1e-9
"""How far from a whole number of steps a limit may be by the rounding of decimals."""


class Axis(Struct, frozen=True):
    """A value axis from `low` to `high`, with a mark at every `step`."""

    low: float
    high: float
    step: float

    @property
    def marks(self) -> tuple[float, ...]:
        """The values that are marked, the limits among them."""
        count = round((self.high - self.low) / self.step)
        return tuple(_tidy(self.low + number * self.step) for number in range(count + 1))

    def share(self, value: float) -> float:
        """Where a value stands: 0 at the low end, 1 at the high end."""
        return (value - self.low) / (self.high - self.low)


def axis(values: Iterable[float], *, zero: bool) -> Axis:
    """The axis of some values. With `zero` it begins or ends at zero: the length of a bar must be its value."""
    known = list(values) or [0.0]
    low, high = min(known), max(known)
    if zero:
        low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        low, high = (low, low + 1) if zero or not low else (low - abs(low) / 2, high + abs(high) / 2)
    raw = (high - low) / ABOUT
    power = 10.0 ** floor(log10(raw))
    step = next(factor * power for factor in STEPS if factor * power >= raw * (1 - ROUND))
    return Axis(_tidy(floor(low / step + ROUND) * step), _tidy(ceil(high / step - ROUND) * step), _tidy(step))


def _tidy(value: float) -> float:
    """The number without what adding decimals leaves at its end: 0.3, not 0.30000000000000004."""
    return float(f"{value:.12g}")
