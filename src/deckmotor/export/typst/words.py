"""Values as typst writes them. Text appears only as string literals, so nothing in it can act as markup."""

from deckmotor.color import Color
from deckmotor.units import EMU_PER_POINT


def literal(text: str) -> str:
    """A string literal."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def length(emu: int) -> str:
    """A length in points, exact to a thousandth."""
    return f"{emu / EMU_PER_POINT:.3f}".rstrip("0").rstrip(".") + "pt"


def color(value: Color) -> str:
    """A colour as it looks."""
    return f'rgb("{value.rgb}")'


def place(x: int, y: int, body: str) -> str:
    """Content at a place of the page, or of the cell or list item that it stands in."""
    return f"place(top + left, dx: {length(x)}, dy: {length(y)}, {body})"


def unbroken(body: str) -> str:
    """Content that typst must not break into lines of its own: it gets more room than any page has."""
    return f"block(width: 9999pt, {body})"


def block(*parts: str) -> str:
    """Statements in a code block, whose values typst joins."""
    return "{" + "; ".join(part for part in parts if part) + "}"


def artifact(body: str) -> str:
    """What screen readers pass over: decoration, footers (ISO 14289-1, 7.3 and 7.8)."""
    return f"pdf.artifact({body})"
