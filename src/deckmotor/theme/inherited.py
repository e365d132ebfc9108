"""What a theme takes from the one that it extends and nobody could read in its own colours: other tokens stand there then."""

from msgspec.structs import replace

from deckmotor.color import contrast
from deckmotor.theme.doubts import FACT, LOUD, MARK, gauge_contrast
from deckmotor.theme.palette import colour
from deckmotor.theme.tokens import Colours, FactPage, Tokens


def readable(tokens: Tokens) -> Tokens:
    """The tokens, words and the gauge of loud pages and the words of one number readable where they are another theme's."""
    loud, fact = tokens.loud, tokens.fact
    if loud.span.file != tokens.span.file:
        best = max(("paper", "ink"), key=lambda name: _apart(name, loud.background, tokens.colours))
        faint = [key for key, least in LOUD.items() if _apart(getattr(loud, key), loud.background, tokens.colours) < least]
        loud = replace(loud, **dict.fromkeys(faint, best))
    if fact is not None and fact.span.file != tokens.span.file:
        faint = [key for key, least in FACT.items() if _apart(getattr(fact, key), fact.background, tokens.colours) < least]
        fact = FactPage(title=fact.title, span=fact.span) if faint else fact
    made = replace(tokens, loud=loud, fact=fact)
    gauge = made.motif.gauge
    if gauge is None or gauge.span.file == tokens.span.file or gauge_contrast(made) >= MARK:
        return made
    return replace(made, motif=replace(made.motif, gauge=replace(gauge, now=loud.text)))


def _apart(one: str, other: str, colours: Colours) -> float:
    text, behind = colour(one, colours), colour(other, colours)
    return 0.0 if text is None or behind is None else contrast(text.rgb, behind.rgb)
