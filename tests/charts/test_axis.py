"""Axes: round limits and steps around the values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmotor.charts.axis import STEPS, axis

CASES = [
    ((310, 355, 420), True, (0, 500, 100)),
    ((310, 355, 420), False, (300, 425, 25)),
    ((0.31, 0.55), True, (0, 0.6, 0.2)),
    ((-42.5, 420), True, (-100, 500, 100)),
    ((-8, -3), True, (-8, 0, 2)),
    ((15_624,), True, (0, 20_000, 5_000)),
    ((7,), False, (2, 12, 2)),
    ((0, 0), True, (0, 1, 0.2)),
    ((), True, (0, 1, 0.2)),
    ((100,), True, (0, 100, 20)),
]


@pytest.mark.parametrize(("values", "zero", "expected"), CASES)
def test_cases(values: tuple[float, ...], zero: bool, expected: tuple[float, float, float]) -> None:
    made = axis(values, zero=zero)
    assert (made.low, made.high, made.step) == expected


@given(st.lists(st.floats(-1e9, 1e9).filter(lambda value: value == 0 or abs(value) > 1e-6), min_size=1), st.booleans())
def test_holds_all_values_with_few_round_steps(values: list[float], zero: bool) -> None:
    made = axis(values, zero=zero)
    slack = 1e-6 * max(abs(made.low), abs(made.high))
    assert made.low - slack <= min(values) and max(values) <= made.high + slack
    assert not zero or made.low <= 0 <= made.high
    assert 2 <= len(made.marks) <= 9
    assert any(abs(float(f"{made.step:e}".split("e")[0]) - step % 10) < 1e-6 for step in (*STEPS, 1.0))
    assert all(-1e-9 <= made.share(mark) <= 1 + 1e-9 for mark in made.marks)
