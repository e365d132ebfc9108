"""Numbers as languages write them, and as the format codes that PowerPoint draws them with."""

import pytest

from deckmotor.charts.formats import Format, decimals_of

CASES = [
    ("sv", 0, "", 15624, "15 624"),
    ("sv", 1, "%", 1234567.85, "1 234 567,9 %"),
    ("sv-SE", 0, "", -8, "−8"),
    ("sv", 2, "", 28.125, "28,13"),
    ("sv", 0, "", -0.2, "0"),
    ("en", 1, "", 1250.5, "1,250.5"),
    ("de", 1, "", 1250.5, "1.250,5"),
    ("xx", 0, "°", 21, "21°"),
]


@pytest.mark.parametrize(("language", "decimals", "unit", "value", "expected"), CASES)
def test_text(language: str, decimals: int, unit: str, value: float, expected: str) -> None:
    assert Format(language, decimals, unit).text(value).replace("\u00a0", " ") == expected


CODES = [
    ("sv", 0, "", (1, 420), "0"),
    ("sv", 0, "", (-8, 420), "0;\\−0"),
    ("sv", 0, "", (15_624,), "[>=999.5]#\\ ##0;0"),
    ("sv", 0, "", (1_234_567,), "[>=999999.5]#\\ ###\\ ##0;[>=999.5]#\\ ##0;0"),
    ("sv", 0, "", (-15_624, 3), "[<=-999.5]\\−#\\ ##0;[>=999.5]#\\ ##0;0"),
    ("sv", 1, "%", (1, 45.5), '[$-41D]0.0" %"'),
    ("en", 1, "", (1, 1250.5), "#,##0.0"),
    ("de", 0, "", (-1, 1250), "[$-407]#,##0;[$-407]\\−#,##0"),
]


@pytest.mark.parametrize(("language", "decimals", "unit", "values", "expected"), CODES)
def test_code(language: str, decimals: int, unit: str, values: tuple[float, ...], expected: str) -> None:
    assert Format(language, decimals, unit).code(values).replace("\u00a0", " ") == expected


def test_decimals_are_those_that_numbers_need() -> None:
    assert [decimals_of(values) for values in ((1, 2), (1, 2.5), (0.25, 3), (1 / 3,), ())] == [0, 1, 2, 2, 0]
