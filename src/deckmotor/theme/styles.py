"""Paragraph styles made from a theme's tokens: the five text levels, and the single styles of titles and small text."""

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.color import Color
from deckmotor.style import Align, Bullet, ParagraphStyle, TextStyle
from deckmotor.theme.palette import colour
from deckmotor.theme.tokens import Tokens
from deckmotor.units import points

LEVELS = 5
"""PowerPoint's masters define five levels that people use; ours repeat the third from there on."""


class Styles(Struct, frozen=True):
    """Makes styles from tokens. Sizes are points."""

    tokens: Tokens

    def ink(self, name: str) -> Color:
        """The colour of a token that the reader has found to exist."""
        found = colour(name, self.tokens.colours)
        if found is None:
            raise AssertionError(f"the reader let the colour {name} pass")
        return found

    def heading(self, size: float, color: str = "ink", *, line_spacing: int = 100, align: Align = "left") -> ParagraphStyle:
        """A title in the heading font, bold and set tight."""
        text = TextStyle(
            family=self.tokens.fonts.heading,
            font_role="heading",
            size=points(size),
            color=self.ink(color),
            bold=True,
            tracking=-points(size * 0.01),
        )
        return ParagraphStyle(text=text, align=align, line_spacing=line_spacing)

    def plain(self, size: float, color: str = "ink", *, bold: bool = False, before: float = 0) -> ParagraphStyle:
        """A paragraph in the body font without a mark. `before` is points."""
        text = TextStyle(family=self.tokens.fonts.body, font_role="body", size=points(size), color=self.ink(color), bold=bold)
        return ParagraphStyle(text=text, before=points(before))

    def list_levels(self, sizes: tuple[float, ...]) -> tuple[ParagraphStyle, ...]:
        """Five levels of a bulleted list: marks hang, deeper levels are smaller and quieter."""
        levels: list[ParagraphStyle] = []
        margin = 0
        for depth in range(LEVELS):
            size = sizes[min(depth, len(sizes) - 1)]
            hang = points(size * 0.86)
            if depth < len(sizes):
                margin += hang
            style = self.plain(size, "ink" if depth == 0 else "muted", before=size * (0.5 if depth == 0 else 0.28))
            bullet = Bullet(char="•" if depth % 2 == 0 else "–", color=self.ink("brand" if depth == 0 else "muted"))
            levels.append(replace(style, margin=margin, indent=-hang, bullet=bullet, line_spacing=100))
        return tuple(levels)

    def numbered_levels(self, size: float) -> tuple[ParagraphStyle, ...]:
        """Levels whose first is numbered in the accent colour: questions for the room."""
        first, *rest = self.list_levels((size, size * 0.8, 18))
        hang = points(size * 1.35)
        number = Bullet(number="arabicPeriod", color=self.ink("accent"))
        return (replace(first, bullet=number, margin=hang, indent=-hang, before=points(size * 0.75)), *rest)
