"""Text set in a width: numbers that stand where PowerPoint counts them."""

import pytest

from deckmotor.color import Color
from deckmotor.compose.setting import to_flow
from deckmotor.scene.page import Paragraph
from deckmotor.style import Bullet, ParagraphStyle, TextStyle
from deckmotor.units import points

TEXT = TextStyle(family="Arial", size=points(20), color=Color("000000"))
NUMBERED = ParagraphStyle(text=TEXT, bullet=Bullet(number="arabicPeriod"))
BULLETED = ParagraphStyle(text=TEXT, bullet=Bullet(char="•"))


def item(level: int = 0, start: int = 1, style: ParagraphStyle = NUMBERED) -> Paragraph:
    return Paragraph(runs=(), style=style, language="sv", level=level, start=start)


@pytest.mark.parametrize(
    ("items", "marks"),
    [
        ([item(), item(), item()], ["1.", "2.", "3."]),
        ([item(start=9), item(start=9)], ["9.", "10."]),
        ([item(), item(1), item(1), item(), item(1)], ["1.", "1.", "2.", "2.", "1."]),
        ([item(style=BULLETED), item(1, 3), item(1, 3), item(style=BULLETED), item(1)], [None, "3.", "4.", None, "1."]),
    ],
)
def test_numbers_go_on_and_begin_anew_below_another_item(items: list[Paragraph], marks: list[str | None]) -> None:
    assert [part.mark for part in to_flow(items)] == marks
