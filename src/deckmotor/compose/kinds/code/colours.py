"""The colours of code: tones of the theme's own that can be read on its ground, and on that of lit lines."""

from msgspec.structs import replace

from deckmotor.color import Color, contrast, relit
from deckmotor.compose.kinds.chart.colours import token
from deckmotor.compose.look import Look
from deckmotor.style import ParagraphStyle, TextStyle
from deckmotor.theme.looks import CODE

READ = 4.6
"""Contrast of text with its ground: a little more than WCAG 2.2, 1.4.3, asks for."""


LIT = 8
"""How much lighter, on a dark theme, or darker lit lines lie: percent of luminance."""


def ground(look: Look) -> Color:
    """What code lies on."""
    return look.theme.table.lit


def lit_ground(look: Look) -> Color:
    """What lit lines of it lie on."""
    return relit(ground(look), 100, LIT) if look.theme.dark else relit(ground(look), 100 - LIT)


def styles(style: ParagraphStyle, look: Look) -> dict[str, TextStyle]:
    """The look of each stretch of code, by what it is."""
    key = ("code styles", id(look.theme), style)
    found: dict[str, TextStyle] | None = look.memo.get(key)
    if found is None:
        grounds = (ground(look).rgb, lit_ground(look).rgb)
        found = look.memo[key] = {
            role: replace(style.text, color=readable(_colour(name, style, look), grounds), bold=bold, italic=italic)
            for role, (name, bold, italic) in CODE.items()
        }
    return found


def _colour(name: str, style: ParagraphStyle, look: Look) -> Color:
    return style.text.color if name == "ink" else token(name, look)


def readable(color: Color, grounds: tuple[str, ...]) -> Color:
    """The tone of a colour that is nearest to it and can be read on all of these grounds."""

    def worst(tone: Color) -> float:
        return min(contrast(tone.rgb, one) for one in grounds)

    if worst(color) >= READ:
        return color
    tones = [relit(color, step) for step in range(98, 18, -2)] + [relit(color, 100 - step, step) for step in range(2, 92, 2)]
    return min((tone for tone in tones if worst(tone) >= READ), key=worst, default=max(tones, key=worst))
