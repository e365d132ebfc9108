"""What tests draw: decks as PDFs, each once, and scenes built by hand around text that is measured for them."""

from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from deckmotor.color import Color
from deckmotor.compose.setting import with_lines
from deckmotor.drawn import press
from deckmotor.export.typst import Press
from deckmotor.ooxml.package import BasePackage
from deckmotor.scene.page import Item, Layout, Page, Paragraph, Properties, Run, Scene, Slot, TextItem
from deckmotor.style import Box, ParagraphStyle, TextStyle
from deckmotor.typeset.flow import FlowParagraph, flow
from deckmotor.typeset.fonts import shipped_fonts
from deckmotor.units import points
from tests.built import every_slide, study
from tests.typst.reading import Document

DECKS = ("study", "every-slide")
WIDTH, HEIGHT = points(960), points(540)
TEXT = TextStyle(family="Arial", size=points(20), color=Color("101010"))
PLAIN = ParagraphStyle(text=TEXT)
FONTS = shipped_fonts()
TITLE = Slot(role="title", type="title", idx=0, label="Title", box=Box(0, 0, WIDTH, points(60)), levels=(PLAIN,))
LAYOUT = Layout(name="plain", label="Plain", background=Color("FFFFFF"), slots=(TITLE,))


@cache
def the_press() -> Press:
    """One for all tests."""
    return press()


@cache
def scene_of(deck: str, theme: str | None = None, variant: str | None = None) -> Scene:
    """The scene of the study, of a variant of it, or of the deck with every kind of slide."""
    composed = study(variant, theme) if deck == "study" else every_slide(theme)
    assert composed.scene is not None, composed.problems
    return composed.scene


@cache
def pdf_of(deck: str, theme: str | None = None) -> bytes:
    """Its PDF."""
    return pdf(scene_of(deck, theme))


@cache
def document_of(deck: str, theme: str | None = None) -> Document:
    """Its PDF, read."""
    return Document(pdf_of(deck, theme))


def pdf(scene: Scene) -> bytes:
    """The PDF of a scene that has one."""
    data, refused = the_press().pdf(scene)
    assert not refused
    return data


def text(text: str, style: ParagraphStyle = PLAIN, language: str = "sv") -> Paragraph:
    """A paragraph, not yet measured."""
    return Paragraph(runs=(Run(text=text, style=style.text, language=language),), style=style, language=language)


def measured(parts: Sequence[Paragraph], box: Box) -> TextItem:
    """Paragraphs in a box without a slot, with their lines."""
    return TextItem(name="s/text", box=box, paragraphs=flow_into(parts, box))


def flow_into(parts: Sequence[Paragraph], room: Box) -> tuple[Paragraph, ...]:
    """The paragraphs with their lines, from the top of a box without insets."""
    flowed = flow([FlowParagraph(runs=part.runs, style=part.style) for part in parts], room.width, FONTS)
    return with_lines(parts, flowed, room.x, room.y)


def page(*items: Item, number: int = 1, layout: Layout = LAYOUT) -> Page:
    """A page with a title, which PDFs for screen readers must have, and items."""
    title = replace(measured([text("Rubrik")], TITLE.box), slot="title")
    return Page(id=f"s{number}", title="Rubrik", layout=layout.name, language="sv", items=(title, *items))


def scene(*pages: Page, layouts: tuple[Layout, ...] = (LAYOUT,)) -> Scene:
    """A scene of some pages."""
    return Scene(
        width=WIDTH,
        height=HEIGHT,
        properties=Properties(title="Prov", language="sv"),
        layouts=layouts,
        pages=pages,
        sections=(),
        media={},
        drawn_with={"Arial": ("Arimo",), "Calibri": ("Carlito",), "Courier New": ("Cousine",)},
        base=BasePackage((), {}),
    )
