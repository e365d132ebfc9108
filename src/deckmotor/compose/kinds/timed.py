"""Agendas with times, which are tables: times are what is looked for, and are larger than what happens then."""

from deckmotor.compose.kinds.along import coloured, sized
from deckmotor.compose.kinds.chart.colours import alone, token
from deckmotor.compose.look import Look
from deckmotor.model.agendas import AgendaTable
from deckmotor.model.tables import Table
from deckmotor.style import ParagraphStyle

POINT, TIME = 7 / 6, 1.25
"""Size of what happens over that of cells of other tables, where no names stand beside it; and of times over that."""


def timed(styles: list[ParagraphStyle], block: Table, look: Look) -> list[ParagraphStyle]:
    """The styles of a row's cells: when, what, and by whom."""
    if not isinstance(block, AgendaTable):
        return styles
    made = list(styles) if block.led else [sized(style, style.text.size * POINT) for style in styles]
    if block.timed:
        made[0] = coloured(sized(made[0], made[0].text.size * TIME), alone(look), bold=True)
    if block.led:
        made[-1] = coloured(made[-1], token("muted", look))
    return made
