"""What a slide is composed with, and how marked text becomes runs."""

import re
from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.color import READABLE, Color, contrast
from deckmotor.compose.place import Place
from deckmotor.diagnostics import Diagnostic
from deckmotor.model.deck import Head, Slide, Words
from deckmotor.model.text import Text, TextRun, is_bare
from deckmotor.scene.page import (
    Layout,
    Link,
    Media,
    Paragraph,
    Run,
    TextItem,
)
from deckmotor.scene.text import NoteMark
from deckmotor.span import Span
from deckmotor.style import ParagraphStyle, TextStyle
from deckmotor.theme.theme import Scale, Theme
from deckmotor.typeset.flow import KnownLines
from deckmotor.typeset.fonts import Fonts
from deckmotor.units import points

SUPERSCRIPT = 30_000
SUBSCRIPT = -25_000
"""Shifts that PowerPoint's own buttons write, in thousandths of a percent."""

KEY_AIR = "\u00a0"
"""Inside a key, at both its sides: a space that no line breaks at."""

LARGE = points(24)
"""From this size on text is large for WCAG, which asks for a contrast of 3 then."""

UNREADABLE = 3
"""A contrast that no theme gives text on its page (WCAG 1.4.3 asks for 3 of large text)."""

Rows = tuple[tuple[tuple[int, ...], ...], ...]
"""Rows of stacks of groups, by their indices."""


class Arrangement(Struct, frozen=True):
    """How the contents of a slide stand together: decided once, from all that it holds, and handed on to its parts."""

    keys: tuple[tuple[str, ...], ...]
    """The keys of the blocks of each group: each is there once on a slide."""
    rows: Rows
    spans: tuple[int, ...] = ()
    """How many columns of the grid each of its unequal columns takes; empty where it has none."""
    given: tuple[int, ...] = ()
    """How much wider than its place each of its equal columns is, EMU; empty where none is (`compose/given`)."""


class Taken(Struct, frozen=True, gc=False):
    """The step that a place took."""

    share: str
    """What it shares its step with."""
    step: int
    scale: Scale = ()
    """All steps that it may take, where it is text."""
    aired: bool = False
    """Whether the space that is left in it stands between its paragraphs already."""


class Whole(Struct, frozen=True, kw_only=True):
    """A slide that is split, for its parts."""

    slide: Slide
    layout: str
    """The layout that all parts have."""
    arrangement: "Arrangement | None"
    """How its contents are arranged, for parts that hold all of them."""
    widths: dict[tuple[Span, int, int], tuple[tuple[int, ...], bool]]
    """The column widths of its tables by their place in the file, step and room, filled when first asked for."""
    broken: KnownLines
    """The lines that its paragraphs broke into: most are the same in all attempts to split it."""
    deep: bool = False
    """Whether text in its columns may go below the smallest size of its scale (`compose/tight`)."""


class Look(Struct, frozen=True, kw_only=True, gc=False):
    """What the blocks of one slide are composed with."""

    theme: Theme
    fonts: Fonts
    layout: Layout
    language: str
    page: str
    """The slide's id: first part of all names on the page."""
    media: dict[str, Media]
    floors: Mapping[str, int]
    """The step of the type scale that places start at, by what they share it with."""
    shrinks: bool
    """Whether text may take a smaller step."""
    problems: list[Diagnostic]
    over: set[str]
    """Keys of the places that are too full."""
    taken: dict[str, Taken]
    """The steps that places took, by their keys."""
    filled: set[str]
    """Names of the slots that something stands in."""
    memo: dict[Any, Any]
    """What slides share, by what it is made of."""
    settled: Mapping[str, tuple[TextItem, Taken]]
    """Texts of this slide by their keys, as they were with lower floors."""
    words: Words | None = None
    """Words of the product's own as the deck says them, where the slide is in the deck's language."""
    title: int = 0
    """The size of the slide's title, EMU, once it is set: no content of the page is larger. 0 where that is not so."""
    section: tuple[int, int] = (0, 0)
    """Which of how many sections the slide opens, from 1."""
    whole: Whole | None = None
    """The slide that this is a part of, where it is one."""
    airy: Place | None = None
    """The place of a list that is all of its page, which is set with what space there is."""
    said: tuple[Slide, Head] | None = None
    """The slide, and the head of its deck: they say what is a name."""
    asked: list[str] = []
    """The words that were looked for there: what they decide is of this slide alone."""
    varies: bool = False
    """Whether the deck is made from another one by changes, so that others may have the same blocks."""

    @property
    def loud(self) -> bool:
        """Whether the page is not on paper: links then keep the text's colour, which was chosen for its background."""
        return self.layout.background != self.theme.master.background or self.layout.shade is not None

    def is_named(self, word: str) -> bool:
        """Whether a word that begins a sentence is a name."""
        from deckmotor.compose.names import is_named  # Few words are so wide.

        self.asked.append(word)
        return self.said is not None and is_named(word, self.said, self.memo)


def paragraph(text: Text, style: ParagraphStyle, look: Look, level: int = 0, start: int = 1) -> Paragraph:
    """A paragraph in a style, not yet measured."""
    runs, language = text.runs, look.language
    if is_bare(runs):
        made: tuple[Run, ...] = (Run(text=runs[0].text, style=style.text, language=language),)
    else:
        made = tuple([run for part in runs for run in _runs(part, style.text, look)])
    return Paragraph(runs=made, style=style, language=language, level=level, start=start)


def name_paragraph(text: Text, style: ParagraphStyle, look: Look, level: int = 0) -> Paragraph:
    """The same of a text that is a name."""
    return replace(paragraph(text, style, look, level), is_name=True)


def on_line(text: Text) -> Text:
    """The text with its formulas on lines of characters."""
    if not text.has_formula:
        return text
    return replace(text, runs=tuple([replace(run, formula=None) for run in text.runs]))


def plain_paragraph(text: str, style: ParagraphStyle, look: Look) -> Paragraph:
    """A paragraph of the product's own text: a footer, a credit."""
    return Paragraph(runs=(Run(text=text, style=style.text, language=look.language),), style=style, language=look.language)


def own_word(name: str, usual: str, look: Look) -> str:
    """A word of the product's own: as the deck's head says it under that name (`Words`), else the usual one."""
    own: str | None = getattr(look.words, name, None)
    return own or usual


def filled_in(said: str, **values: str) -> str:
    """Words with what stands in braces filled in: `{name}`. What else is in braces is what it is."""
    return re.sub(r"\{(\w+)\}", lambda found: values.get(found[1], found[0]), said)


def trial(look: Look, floors: Mapping[str, int] | None = None) -> Look:
    """The same look to try something with, which leaves no trace."""
    floors = look.floors if floors is None else floors
    return replace(look, floors=floors, problems=[], over=set(), taken={}, filled=set(), settled={})


def _runs(part: TextRun, style: TextStyle, look: Look) -> list[Run]:
    """The run of a stretch with the same marks."""
    styled = _marked(part, style, look)
    language = part.language or look.language
    if part.formula is not None:
        from deckmotor.compose.maths import maths_run  # Few texts have one.

        return [maths_run(part.formula, styled, language, look.fonts, look.memo)]
    if part.footnote is not None:
        mark = NoteMark(int(part.text.removeprefix(",")))
        return [Run(text=part.text, style=styled, language=language, note=mark)]
    text = f"{KEY_AIR}{part.text.replace(' ', KEY_AIR)}{KEY_AIR}" if part.key else part.text
    return [Run(text=text, style=styled, language=language, link=link_to(part.link))]


def link_to(written: str | None) -> Link | None:
    """A link as it is written: an address, or `#` and the id of a slide."""
    if written is None:
        return None
    return Link(page=written[1:]) if written.startswith("#") else Link(address=written)


def _marked(part: TextRun, style: TextStyle, look: Look) -> TextStyle:
    if part.bold:
        style = replace(style, bold=True)
    if part.italic:
        style = replace(style, italic=True)
    if part.code:
        style = replace(style, family=look.theme.code_font, font_role=None)
    if part.superscript or part.subscript:
        style = replace(style, baseline=SUPERSCRIPT if part.superscript else SUBSCRIPT)
    if part.struck:
        style = replace(style, strike=True)
    if part.link is not None or part.lit:
        loud = look.loud or _on_panel(style, look)
        if part.link is not None:
            style = replace(style, underline=True, color=style.color if loud else look.theme.link)
        if part.lit:
            style = replace(style, color=_lit(style, look), bold=True)
    if part.key:  # Whatever it stands on, it has its own ground, and its own ink on that.
        ground, ink = look.theme.key
        style = replace(style, color=ink, ground=ground, underline=False, bold=part.bold)
    return style


def _lit(style: TextStyle, look: Look) -> Color:
    """The colour of what is highlighted in a text; that of the text, which is bold then, where no other can be read."""
    if _on_panel(style, look):
        return look.theme.loud_highlight
    return highlight(look, UNREADABLE if style.size >= LARGE else READABLE) or style.color


def highlight(look: Look, least: float) -> Color | None:
    """The theme's colour for what is highlighted that has at least such a contrast with the page."""
    colors = (look.theme.highlight, look.theme.loud_highlight)
    back = look.layout.background.rgb
    return next((color for color in (reversed(colors) if look.loud else colors) if contrast(color.rgb, back) >= least), None)


def _on_panel(style: TextStyle, look: Look) -> bool:
    """Whether text stands on a panel of the loud colour: nobody could read its own on the page's background."""
    return contrast(style.color.rgb, look.layout.background.rgb) < UNREADABLE
