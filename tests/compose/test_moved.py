"""A break that moves to the left gives the lines that setting the paragraph anew gives."""

import random

import pytest
from msgspec.structs import replace

from deckmotor.color import Color
from deckmotor.compose.breaks import well_ended
from deckmotor.compose.moved import moved
from deckmotor.compose.setting import with_lines
from deckmotor.scene.page import Paragraph, Run
from deckmotor.style import Bullet, ParagraphStyle, TextStyle
from deckmotor.typeset.flow import FlowParagraph, flow
from deckmotor.typeset.fonts import Fonts, shipped_fonts
from deckmotor.units import points

WORDS = (
    *("och", "i", "på", "en", "av", "för", "att", "ungdomar", "kommunen", "vägar", "arbete", "samverkan", "utbildning"),
    *("stöd", "hus", "e-post", "12", "mnkr", "Varberg,", "Åre", "Skåne–Halland", "våren—hösten"),
)
FONTS = shipped_fonts()


def set_in(part: Paragraph, width: int, fonts: Fonts) -> Paragraph:
    """The paragraph with its lines."""
    measured = flow([FlowParagraph(runs=part.runs, style=part.style)], width, fonts)
    return with_lines([part], measured, 0, 0)[0]


@pytest.mark.parametrize("family", ["Arial", "Calibri", "Cambria", "Georgia"])
def test_moved_lines_are_those_of_setting_it_anew(family: str) -> None:
    chance = random.Random(family)
    simple = 0
    for _ in range(1_500):
        text = TextStyle(family=family, size=points(chance.choice((14, 20, 24, 28.5))), color=Color("000000"))
        style = ParagraphStyle(text=text, margin=points(20), indent=-points(20), bullet=Bullet(char="•"))
        run = Run(text=" ".join(chance.choices(WORDS, k=chance.randint(4, 14))), style=text, language="sv")
        width = points(chance.randint(150, 500))
        old = set_in(Paragraph(runs=(run,), style=style, language="sv"), width, FONTS)
        for better in well_ended(old, max(line.width for line in old.lines)):
            lines = moved(old, better, width, FONTS)
            if lines is not None:
                simple += 1
                assert replace(better, lines=lines) == set_in(better, width, FONTS)
    assert simple > 50
