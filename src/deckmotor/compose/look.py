"""What a slide is composed with, and how marked text becomes runs and measured paragraphs."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.color import Color
from deckmotor.diagnostics import Diagnostic
from deckmotor.messages import problem
from deckmotor.model.text import Text, TextRun
from deckmotor.scene.page import Layout, LinePart, Link, MeasuredLine, Media, Paragraph, Run, Slot, TextItem
from deckmotor.span import Span
from deckmotor.style import Anchor, Box, Insets, ParagraphStyle, TextStyle
from deckmotor.theme.theme import Theme
from deckmotor.typeset.flow import Flow, FlowParagraph, flow
from deckmotor.typeset.fonts import Fonts
from deckmotor.units import points, to_points

SUPERSCRIPT = 30_000
SUBSCRIPT = -25_000
"""Shifts that PowerPoint's own buttons write, in thousandths of a percent."""

NO_INSETS = Insets()

ROUNDING = points(1)
"""Text that is over by less than this is not reported: heights were measured to agree within 2 points (facts 2)."""


class Look(Struct, frozen=True, kw_only=True):
    """What the blocks of one slide are composed with."""

    theme: Theme
    fonts: Fonts
    layout: Layout
    language: str
    page: str
    """The slide's id: first part of all names on the page."""
    highlight: str | None
    media: dict[str, Media]
    problems: list[Diagnostic]

    @property
    def loud(self) -> bool:
        """Whether the page is not on paper: links then keep the text's colour, which was chosen for its background."""
        return self.layout.background != self.theme.master.background

    @property
    def highlight_color(self) -> Color:
        """Colour of highlighted text on this page."""
        return self.theme.loud_highlight if self.loud else self.theme.highlight


def paragraph(text: Text, style: ParagraphStyle, look: Look, level: int = 0, start: int = 1) -> Paragraph:
    """A paragraph in a style, not yet measured."""
    return Paragraph(
        runs=tuple(run for part in text.runs for run in _runs(part, style.text, look)),
        style=style,
        language=look.language,
        level=level,
        start=start,
    )


def plain_paragraph(text: str, style: ParagraphStyle, look: Look) -> Paragraph:
    """A paragraph of the product's own text: a footer, a credit."""
    return Paragraph(runs=(Run(text=text, style=style.text, language=look.language),), style=style, language=look.language)


def text_item(
    key: str, slot: Slot, paragraphs: Sequence[Paragraph], look: Look, span: Span, box: Box | None = None
) -> TextItem:
    """Text in a slot of the layout, measured. What does not fit becomes a problem at `span`."""
    place = slot.box if box is None else box
    item = set_text(paragraphs, place, look, slot.anchor, slot.insets)
    _report(item, place, key, look, span)
    return replace(item, name=f"{look.page}/{key}", slot=slot.name, moved=place != slot.box)


def set_text(
    paragraphs: Sequence[Paragraph], box: Box, look: Look, anchor: Anchor = "top", insets: Insets = NO_INSETS
) -> TextItem:
    """Text in a box, measured, its lines in page coordinates."""
    room = box.width - insets.left - insets.right
    measured = flow(tuple(map(_to_flow, paragraphs)), room, look.fonts)
    free = box.height - insets.top - insets.bottom - measured.height
    shift = {"top": 0, "middle": free // 2, "bottom": free}[anchor]
    return TextItem(
        name="",
        box=box,
        paragraphs=with_lines(paragraphs, measured, box.x + insets.left, box.y + insets.top + shift),
        anchor=anchor,
        insets=insets,
        height=measured.height,
    )


def with_lines(paragraphs: Sequence[Paragraph], measured: Flow, x: int, y: int) -> tuple[Paragraph, ...]:
    """The paragraphs with their lines, placed from the text area's top left corner (EMU)."""
    return tuple(
        replace(
            paragraph,
            lines=tuple(
                MeasuredLine(
                    text=line.text,
                    x=x + line.x,
                    baseline=y + line.baseline,
                    width=line.width,
                    parts=tuple(LinePart(part.run, part.text, x + line.x + part.x, part.width) for part in line.stretches),
                )
                for line in lines
            ),
        )
        for paragraph, lines in zip(paragraphs, measured.paragraphs, strict=True)
    )


def measure(paragraphs: Sequence[Paragraph], width: int, look: Look) -> Flow:
    """How paragraphs break in a width (EMU)."""
    return flow(tuple(map(_to_flow, paragraphs)), width, look.fonts)


def _to_flow(paragraph: Paragraph) -> FlowParagraph:
    return FlowParagraph(runs=paragraph.runs, style=paragraph.style)


def _report(item: TextItem, box: Box, key: str, look: Look, span: Span) -> None:
    over = item.height - (box.height - item.insets.top - item.insets.bottom)
    if over > ROUNDING:
        look.problems.append(problem("overflow", span, what=f"`{key}`", over=round(to_points(over)) or 1))


def _runs(part: TextRun, style: TextStyle, look: Look) -> list[Run]:
    """The runs of a stretch with the same marks: one, or more where a part of it is highlighted."""
    styled = _marked(part, style, look)
    language = part.language or look.language
    link = None
    if part.link is not None:
        link = Link(page=part.link[1:]) if part.link.startswith("#") else Link(address=part.link)
    if not look.highlight or look.highlight not in part.text:
        return [Run(text=part.text, style=styled, language=language, link=link)]
    lit = replace(styled, color=look.highlight_color, bold=True)
    runs = []
    for index, piece in enumerate(part.text.split(look.highlight)):
        if index:
            runs.append(Run(text=look.highlight, style=lit, language=language, link=link))
        if piece:
            runs.append(Run(text=piece, style=styled, language=language, link=link))
    return runs


def _marked(part: TextRun, style: TextStyle, look: Look) -> TextStyle:
    if part.bold:
        style = replace(style, bold=True)
    if part.italic:
        style = replace(style, italic=True)
    if part.code:
        style = replace(style, family=look.theme.code_font, font_role=None)
    if part.superscript or part.subscript:
        style = replace(style, baseline=SUPERSCRIPT if part.superscript else SUBSCRIPT)
    if part.link is not None:
        style = replace(style, underline=True, color=style.color if look.loud else look.theme.link)
    return style


def check_glyphs(items: Sequence[TextItem], look: Look, span: Span) -> None:
    """Report characters that a font lacks: PowerPoint would take them from another font, of other widths."""
    for item in items:
        for part in item.paragraphs:
            for run in part.runs:
                for character in look.fonts.missing(run.text, run.style):
                    code = f"{ord(character):04X}"
                    look.problems.append(
                        problem("missing-glyph", span, font=run.style.family, character=character, codepoint=code)
                    )
