"""Paragraph styles made from a theme's tokens. Each style comes as steps: the same style at every size its role may take."""

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.color import READABLE, Color, contrast
from deckmotor.style import Bullet, ParagraphStyle, TextStyle
from deckmotor.theme.palette import colour
from deckmotor.theme.tokens import Tokens
from deckmotor.units import points

Levels = tuple[ParagraphStyle, ...]
Steps = tuple[Levels, ...]

LEVELS = 5
"""PowerPoint's masters define five levels that people use; ours repeat the third from there on."""

TIGHT, TIGHTER, LARGE = 0.01, 0.02, 48
"""How much closer the letters of headings stand, as a share of their size; the second from so many points on."""

TITLE_SPACING = 90
"""Line spacing of titles, percent: two lines are one title, and what stands below them keeps its distance."""

SECOND, THIRD = 0.8, 0.67
"""Size of the second and third level over the first's: one step of the scale each."""

NUMERAL, NUMERAL_HANG = 145, 1.8
"""How large the numerals of questions are, percent of their text; and how far they hang out, over its size."""

TELLING = 0.96
"""What a size has at most of the one above it for the step between them to be seen."""


class Styles(Struct, frozen=True):
    """Makes styles from tokens. Sizes are points."""

    tokens: Tokens

    def ink(self, name: str) -> Color:
        """The colour of a token that the reader has found to exist."""
        found = colour(name, self.tokens.colours)
        if found is None:
            raise AssertionError(f"the reader let the colour {name} pass")
        return found

    @property
    def hair(self) -> Color:
        """The colour of quiet rules: a step away from the page, whichever way there is light to go."""
        return self.ink("surface+14" if self.tokens.dark else "surface-14")

    @property
    def key(self) -> tuple[Color, Color]:
        """The ground of keys, seen on page and surface, and its ink."""
        ink = self.ink("ink")
        tones = (self.ink(f"surface{'+' if self.tokens.dark else '-'}{step}") for step in (10, 6, 3))
        return next((tone for tone in tones if contrast(tone.rgb, ink.rgb) >= READABLE), self.ink("paper")), ink

    def headings(self, sizes: tuple[int, ...], color: str = "ink", *, line_spacing: int = 100) -> Steps:
        """A title in the heading font, bold and set tight."""
        return tuple((self._heading(size, color, line_spacing),) for size in sizes)

    def titles(self, sizes: tuple[int, ...], color: str = "ink") -> Steps:
        """Titles of pages that say something below them."""
        return self.headings(sizes, color, line_spacing=TITLE_SPACING)

    def plains(self, sizes: tuple[int, ...], color: str = "ink", *, bold: bool = False, before: float = 0) -> Steps:
        """A paragraph in the body font without a mark. `before` is its share of the size."""
        return tuple((self.plain(size, color, bold=bold, before=size * before),) for size in sizes)

    def lists(self, sizes: tuple[int, ...]) -> Steps:
        """Bulleted lists."""
        return tuple(self._list_levels(size) for size in sizes)

    def questions(self, sizes: tuple[int, ...]) -> Steps:
        """Lists whose first level is numbered in the accent colour: questions for the room."""
        return tuple(self._numbered_levels(size) for size in sizes)

    def texts(self, sizes: tuple[int, ...]) -> Steps:
        """Running text, with lists on the levels below it."""
        first = [replace(self.plain(size, before=size * 0.6), line_spacing=110) for size in sizes]
        return tuple((style, *self._list_levels(size)[1:]) for style, size in zip(first, sizes, strict=True))

    def quotes(self, sizes: tuple[int, ...]) -> Steps:
        """Somebody's words, and one level down who said them."""
        by = self.plain(24, bold=True, before=24)
        return tuple((self._heading(size, "brand", 110), by) for size in sizes)

    def facts(self) -> Steps:
        """A large number, and one and two levels down what it is and what it means."""
        sizes = self.tokens.sizes
        labels, texts = (*sizes.display, *sizes.body), (*sizes.lead, *sizes.body)
        steps = []
        for size in (value for value in sizes.statement if value >= sizes.body[0]):
            label = next(value for value in (*labels, labels[-1]) if value <= max(size * 0.38, sizes.body[-1]))
            text = next(value for value in (*texts, texts[-1]) if value <= max(label, sizes.body[-1]))
            steps.append(
                (
                    self._heading(size, "brand", 100),
                    self.plain(label, bold=True, before=size * 0.1),
                    self.plain(text, before=text * 0.4),
                )
            )
        return tuple(steps)

    def codes(self) -> Steps:
        """Code: every character as wide as the others."""
        fonts = self.tokens.fonts
        return tuple(
            (replace(style, text=replace(style.text, family=fonts.code, font_role=None), line_spacing=110),)
            for (style,) in self.plains(self.tokens.sizes.code)
        )

    def plain(self, size: float, color: str = "ink", *, bold: bool = False, before: float = 0) -> ParagraphStyle:
        """One paragraph in the body font. `before` is points."""
        text = TextStyle(family=self.tokens.fonts.body, font_role="body", size=points(size), color=self.ink(color), bold=bold)
        return ParagraphStyle(text=text, before=points(before))

    def _heading(self, size: float, color: str, line_spacing: int) -> ParagraphStyle:
        text = TextStyle(
            family=self.tokens.fonts.heading,
            font_role="heading",
            size=points(size),
            color=self.ink(color),
            bold=True,
            tracking=-points(size * (TIGHTER if size >= LARGE else TIGHT)),
        )
        return ParagraphStyle(text=text, line_spacing=line_spacing)

    def _list_levels(self, size: int) -> Levels:
        """Five levels: marks hang, deeper levels are smaller and quieter, but never below the scale's smallest size."""
        least = min(size, self.tokens.sizes.body[-1])
        sizes = [size, max(least, round(size * SECOND)), max(least, round(size * THIRD))]
        levels: list[ParagraphStyle] = []
        margin = 0
        for depth in range(LEVELS):
            own = sizes[min(depth, 2)]
            hang = points(own * 0.86)
            margin += hang if depth < len(sizes) else 0
            style = self.plain(own, "muted" if depth else "ink", before=own * (0.28 if depth else 0.5))
            mark = Bullet(char="–" if depth % 2 else "•", color=self.ink("muted" if depth else "brand"))
            levels.append(replace(style, margin=margin, indent=-hang, bullet=mark))
        return tuple(levels)

    def _numbered_levels(self, size: int) -> Levels:
        first, *rest = self._list_levels(size)
        hang = points(size * NUMERAL_HANG)
        number = Bullet(number="arabicPeriod", color=self.ink("accent"), size=NUMERAL)
        numbered = replace(first, bullet=number, margin=hang, indent=-hang, before=points(size * 0.8))
        return (numbered, *(replace(style, margin=style.margin + hang - first.margin) for style in rest))


def apart(sizes: tuple[int, ...]) -> tuple[int, ...]:
    """Sizes as one scale, without those that nobody can tell from the step before."""
    steps: list[int] = []
    for size in sorted(sizes, reverse=True):
        if not steps or size <= steps[-1] * TELLING:
            steps.append(size)
    return tuple(steps)


def not_above(size: int, sizes: tuple[int, ...]) -> tuple[int, ...]:
    """The steps of a scale from a size on down, that size first."""
    return (size, *(step for step in sizes if step < size))
