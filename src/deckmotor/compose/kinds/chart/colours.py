"""The colours of a chart: tones that stay apart in greyscale and for the colour blind, and the rare one that lights."""

from functools import cache

from deckmotor.color import Color, contrast, luminance, relit
from deckmotor.compose.look import Look, highlight
from deckmotor.theme.scheme import SCHEME_NAMES

SEEN = 3.05
"""Contrast of graphics that mean something with the page (WCAG 2.1, 1.4.11, asks for 3)."""

READ = 4.55
"""Contrast of text with the page (WCAG 2.1, 1.4.3, asks for 4.5)."""

DARK = 0.2
"""Luminance below which a page is dark."""

STRONGEST = 9.0
"""Contrast of the strongest of several colours."""

HUES, FEW_HUES = ("brand", "fourth", "third", "fifth", "muted", "brand"), ("brand", "fourth", "fifth")
"""The tokens whose hues several series have, and three at most: in this order those that are taken for each other by the colour
blind, as blue and purple, are furthest apart in their tones."""


def token(name: str, look: Look) -> Color:
    """A colour of the theme."""
    scheme = SCHEME_NAMES[name]
    return Color(look.theme.scheme[scheme], scheme)


def alone(look: Look) -> Color:
    """The colour of the only series."""
    return _at_least(token("brand", look), look.layout.background.rgb)


def lit(look: Look) -> Color:
    """The colour of what is highlighted."""
    return highlight(look, SEEN) or look.theme.highlight


def quiet(look: Look, count: int = 1) -> tuple[Color, ...]:
    """The colours of all that is not lit, where something is."""
    return steps(("muted",) * count, look, SEEN if count == 1 else 6.0)


def several(look: Look, count: int) -> tuple[Color, ...]:
    """The colours of several series, from strong to light in equal steps of contrast."""
    if count == 1:
        return (alone(look),)
    among = HUES if count > len(FEW_HUES) else FEW_HUES
    hues = tuple(among[at % len(among)] for at in range(count))
    brand = contrast(token("brand", look).rgb, look.layout.background.rgb)
    return steps(hues, look, brand if count == 2 and brand > 5 else STRONGEST)


def on(fill: Color, look: Look) -> Color:
    """The colour of text on a fill: the page's or the ink's, whichever is easier to read."""
    paper, ink = look.layout.background, look.theme.looks["text"][0][0].text.color
    return max((paper, ink), key=lambda one: contrast(one.rgb, fill.rgb))


def written(color: Color, look: Look) -> Color:
    """The colour of text that names what has a colour: the same where it can be read, else its nearest tone that can."""
    paper = look.layout.background.rgb
    if color.scheme is None or contrast(color.rgb, paper) >= READ:
        return color
    return toned(Color(look.theme.scheme[color.scheme], color.scheme), paper, READ, READ)


def steps(hues: tuple[str, ...], look: Look, strongest: float) -> tuple[Color, ...]:
    """Tones of some tokens, from the strongest to one that is just seen, in equal steps of contrast.

    Few on a dark page end where their names can be read: a colour that is darkened there is a glaring one.
    """
    paper = look.layout.background.rgb
    count = len(hues)
    last = READ if luminance(paper) < DARK and 1 < count <= len(FEW_HUES) and strongest > READ else SEEN
    ratios = [strongest * (last / strongest) ** (at / max(1, count - 1)) for at in range(count)]
    return tuple(toned(token(hue, look), paper, ratio) for hue, ratio in zip(hues, ratios, strict=True))


def _at_least(color: Color, paper: str) -> Color:
    return color if contrast(color.rgb, paper) >= SEEN else toned(color, paper, SEEN)


@cache
def toned(color: Color, paper: str, ratio: float, least: float = SEEN) -> Color:
    """The tone of a theme colour whose contrast with the page is nearest to a ratio, and at least enough to be seen."""
    tones = [relit(color, 100 - step, step) for step in range(0, 92, 2)] + [relit(color, step) for step in range(98, 20, -2)]
    seen = [tone for tone in tones if contrast(tone.rgb, paper) >= least - 0.02] or tones
    if luminance(paper) < DARK:  # What is darker than a dark page is a hole in it.
        seen = [tone for tone in seen if luminance(tone.rgb) >= luminance(paper)] or seen
    return min(seen, key=lambda tone: abs(contrast(tone.rgb, paper) - ratio))
