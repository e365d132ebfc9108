"""Values as typst writes them. Text appears only as string literals, so nothing in it can act as markup."""

from deckmotor.color import Color
from deckmotor.style import Fade
from deckmotor.units import EMU_PER_POINT

ROOM = 20_000
"""Width in points of the blocks that lines stand in: more than any page has, so that typst breaks none of its own."""

MATHS = "New Computer Modern Math"
"""The font that formulas are drawn and measured with."""

AIR = 0.06
"""What stands free before a formula in a line, over its size (`compose.maths`)."""

_ESCAPED = {
    "\\": "\\\\",
    '"': '\\"',
    "\n": "\\n",
    "\t": "\\t",
    # Each of these would begin a line of typst's own (UAX 14, classes BK, CR and NL).
    **dict.fromkeys("\r\v\f\x85\u2028\u2029", " "),
    # No PDF for screen readers may hold these (ISO 14289-1, 7.21.7), and none of them is drawn.
    **dict.fromkeys("\0\ufeff\ufffe", ""),
}
_ESCAPES = str.maketrans(_ESCAPED)


def literal(text: str) -> str:
    """A string literal."""
    return f'"{text.translate(_ESCAPES)}"'


def points(emu: int) -> str:
    """A length in points without its unit, exact to a thousandth."""
    return f"{emu / EMU_PER_POINT:.3f}".rstrip("0").rstrip(".")


def length(emu: int) -> str:
    """The same with its unit."""
    return f"{points(emu)}pt"


def color(value: Color) -> str:
    """A colour as it looks."""
    return f'rgb("{value.rgb}")'


def fade(value: Fade) -> str:
    """A colour that fades in from the top."""
    if not value.full:
        return f"{color(value.color)}.transparentize({100 - value.opacity}%)"
    clear, full = (f"{color(value.color)}.transparentize({100 - opacity}%)" for opacity in (0, value.opacity))
    ends = f", ({full}, 100%)" if value.full < 100 else ""
    return f"gradient.linear(({clear}, 0%), ({full}, {value.full}%){ends}, angle: 90deg)"


def language(tag: str) -> tuple[str, ...]:
    """The settings of a BCP 47 tag: typst takes language and region apart."""
    name, _, region = tag.partition("-")
    return (f'lang: "{name.lower()}"', *((f'region: "{region.upper()}"',) if len(region) == 2 else ()))


def place(x: int, y: int, body: str) -> str:
    """Content at a place of the page, or of the cell or list item that it stands in. `x` and `y` are EMU."""
    return f"place(top + left, dx: {length(x)}, dy: {length(y)}, {body})"


def block(*parts: str) -> str:
    """Statements in a code block, whose values typst joins."""
    return "{" + "; ".join(part for part in parts if part) + "}"


def artifact(body: str, kind: str = "other") -> str:
    """What screen readers pass over: decoration, footers (ISO 14289-1, 7.3 and 7.8). `kind` is typst's name of the kind."""
    return f'pdf.artifact(kind: "{kind}", {body})' if kind != "other" else f"pdf.artifact({body})"
