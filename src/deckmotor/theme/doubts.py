"""What is possible in a theme and will disappoint: text that is hard to read, fonts whose widths nobody here knows."""

from collections.abc import Iterator
from itertools import pairwise

from deckmotor.color import contrast
from deckmotor.diagnostics import Diagnostic
from deckmotor.messages import nearest, problem
from deckmotor.source.nodes import Mapping, Node
from deckmotor.span import Span
from deckmotor.theme.palette import colour
from deckmotor.theme.tokens import FontNames, Sizes, Tokens
from deckmotor.typeset.fonts import FAMILIES, stand_in

TEXT, LARGE_TEXT, MARK = 4.5, 3.0, 3.0
"""The least contrast of text, of text from 24 points on, and of marks that mean something: WCAG 2.1, 1.4.3 and 1.4.11."""

ON_PAPER = ("ink", "muted", "brand", "accent", "link", "visited")
ON_SURFACE = ("ink", "link", "muted", "accent")
"""Text and links of questions, their footers and numbers; what is highlighted in a table."""

LOUD = {"text": LARGE_TEXT, "quiet": TEXT, "highlight": LARGE_TEXT}

FACT = {"value": TEXT, "text": TEXT, "quiet": TEXT}

MEASURED = ("Arial", "Calibri", "Cambria", "Courier New", "Georgia", "Helvetica")
"""The names that people give the fonts that can be measured."""


def doubts(tokens: Tokens, node: Mapping) -> tuple[Diagnostic, ...]:
    """Warnings, and errors of scales. `node` is where the tokens are written."""
    return (*_pale(tokens, node), *_faint(tokens, node), *_unmeasured(tokens.fonts, node), *_disordered(tokens.sizes, node))


def _pale(tokens: Tokens, node: Mapping) -> Iterator[Diagnostic]:
    pairs = [(name, "paper", TEXT, ("colours", name)) for name in ON_PAPER]
    pairs += [(name, "surface", TEXT, ("colours", name)) for name in ON_SURFACE]
    loud = tokens.loud
    pairs += [(getattr(loud, key), loud.background, least, ("loud", key)) for key, least in LOUD.items()]
    if (fact := tokens.fact) is not None:
        pairs += [(getattr(fact, key), fact.background, least, ("fact", key)) for key, least in FACT.items()]
    for one, other, least, place in pairs:
        text, behind = colour(one, tokens.colours), colour(other, tokens.colours)
        if text is not None and behind is not None and (ratio := contrast(text.rgb, behind.rgb)) < least:
            hints = (f"text needs {least} to 1 at least; white on black has 21",)
            values = {"one": one, "other": other, "ratio": f"{ratio:.1f}"}
            yield problem("low-contrast", _span(node, *place), hints=hints, **values)


def _faint(tokens: Tokens, node: Mapping) -> Iterator[Diagnostic]:
    """The part of the gauge that says where we are."""
    gauge, ratio = tokens.motif.gauge, gauge_contrast(tokens)
    if gauge is not None and ratio < MARK:
        hints = (f"marks need {MARK:g} to 1 at least",)
        values = {"one": gauge.now, "other": tokens.loud.background, "ratio": f"{ratio:.1f}"}
        yield problem("low-contrast", _span(node, "motif", "gauge", "now"), hints=hints, **values)


def gauge_contrast(tokens: Tokens) -> float:
    """That of this part with the page, or with a bar that the theme draws under it."""
    if tokens.motif.gauge is None:
        return MARK
    grounds = [tokens.loud.background, *(shape.bar.fill for shape in tokens.motif.section if shape.bar is not None)]
    names = (tokens.motif.gauge.now, *grounds)
    colours = [found for name in names if (found := colour(name, tokens.colours)) is not None]
    return max((contrast(colours[0].rgb, other.rgb) for other in colours[1:]), default=MARK)


def _unmeasured(fonts: FontNames, node: Mapping) -> Iterator[Diagnostic]:
    told = set()
    for key in ("heading", "body", "code"):
        name = getattr(fonts, key)
        if name.lower() not in FAMILIES and name not in told:
            told.add(name)
            family, wider = stand_in(name)
            hints = nearest(name, MEASURED)
            values = {"font": name, "stand_in": family, "wider": round(wider * 100 - 100)}
            yield problem("unmeasured-font", _span(node, "fonts", key), hints=hints, **values)


def _disordered(sizes: Sizes, node: Mapping) -> Iterator[Diagnostic]:
    for key in Sizes.__struct_fields__:
        steps = getattr(sizes, key)
        if key == "span" or all(one > other for one, other in pairwise(steps)):
            continue
        if key == "columns" and all(one >= other for one, other in pairwise(steps)):
            continue
        ordered = ", ".join(map(str, sorted(steps if key == "columns" else set(steps), reverse=True)))
        hints = (f"did you mean [{ordered}]?",)
        expected = "sizes from the largest to the smallest"
        yield problem(
            "wrong-value", _span(node, "sizes", key), hints=hints, value=f"[{', '.join(map(str, steps))}]", expected=expected
        )


def _span(node: Mapping, *keys: str) -> Span:
    """Where a value is written, or else what is nearest above it: what a theme leaves out has a value of ours."""
    here: Node = node
    for key in keys:
        below = here.get(key) if isinstance(here, Mapping) else None
        if below is None:
            break
        here = below
    return here.span
