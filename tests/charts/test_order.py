"""Names of charts that have an order of their own are not sorted by their numbers."""

import pytest

from deckmotor.compose.kinds.chart.numbers import has_order


@pytest.mark.parametrize(
    "names",
    [
        "Q3 24, Q4 24, Q1 25, Q2 25", "Q4/2024, Q1/2025", "2024 Q4, 2025 Q1", "3. Quartal 2024, 1. Quartal 2025",
        "H2 2024, H1 2025", "v. 51 2024, v. 2 2025", "2022, 2023", "Jan, Feb, Mar",
    ],
)  # fmt: skip
def test_periods_keep_the_order_in_which_they_are_typed(names: str) -> None:
    assert has_order(names.split(", "))


@pytest.mark.parametrize("names", ["Q3 25, Q1 24", "Kalix, Sala", "2023, 2022", "Zon 3 A, Zon 1 B", "A 2 1, A 1 0"])
def test_other_names_have_none(names: str) -> None:
    assert not has_order(names.split(", "))
