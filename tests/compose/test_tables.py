"""A column that is made as wide as its longest word has room for it in every program."""

import pytest

from deckmotor.color import Color
from deckmotor.compose.kinds.table_columns import FREE
from deckmotor.style import TextStyle
from deckmotor.typeset.fonts import shipped_fonts
from deckmotor.units import points

FONTS = shipped_fonts()


@pytest.mark.parametrize("size", range(10, 30))
def test_a_word_has_room_in_a_column_made_for_it(size: int) -> None:
    style = TextStyle(family="Arial", font_role="body", size=points(size), color=Color("000000"))
    for length in range(1, 45):
        width = FONTS.width("kompetensförsörjningsutvecklingsstrategierna"[:length], style)
        assert FONTS.room(int(width * FREE + points(1)), style) >= width
