"""A deck as other programs make them, by python-pptx's own template: one trait a slide."""

import io
from typing import Any

from PIL import Image
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Pt


def picture(shade: int) -> io.BytesIO:
    file = io.BytesIO()
    Image.new("L", (8, 6), shade).save(file, "png")
    file.seek(0)
    return file


def foreign() -> bytes:
    """Levels, bold and a link; boxes side by side and a group; a merged table; a chart; pictures; hidden, with notes."""
    deck = Presentation()
    deck.core_properties.title = "Främmande"
    _text(deck)
    _columns(deck)
    _table(deck)
    _chart(deck)
    _pictures(deck)
    _hidden(deck)
    file = io.BytesIO()
    deck.save(file)
    return file.getvalue()


def _text(deck: Any) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "Titel\vpå två rader"
    body = slide.placeholders[1].text_frame
    body.text = "Första"
    second = body.add_paragraph()
    second.level = 1
    second.add_run().text = "en nivå ned, "
    bold = second.add_run()
    bold.text, bold.font.bold = "fet", True
    third = body.add_paragraph().add_run()
    third.text, third.hyperlink.address = "länk", "https://example.org/"


def _columns(deck: Any) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    for left, top, text in ((400, 102, "höger"), (20, 100, "vänster"), (20, 20, "överst")):
        slide.shapes.add_textbox(Pt(left), Pt(top), Pt(200), Pt(50)).text_frame.text = text
    group = slide.shapes.add_group_shape()
    group.shapes.add_textbox(Pt(20), Pt(300), Pt(100), Pt(20)).text_frame.text = "i grupp"


def _table(deck: Any) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Tabell"
    table = slide.shapes.add_table(2, 2, Pt(50), Pt(100), Pt(400), Pt(80)).table
    table.cell(0, 0).merge(table.cell(0, 1))
    table.cell(0, 0).text, table.cell(1, 0).text, table.cell(1, 1).text = "Båda", "Kalix", "15\u00a0624"


def _chart(deck: Any) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Diagram"
    data: Any = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = ["2022", "2023"]
    data.add_series("Kalix", (0.1 + 0.2, None))
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Pt(50), Pt(100), Pt(400), Pt(300), data)


def _pictures(deck: Any) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    for left, shade in ((10, 40), (110, 90), (210, 40)):
        shape = slide.shapes.add_picture(picture(shade), Pt(left), Pt(20), Pt(80), Pt(60))
        shape._element.nvPicPr.cNvPr.set("descr", f"grå {shade}")
    shape.crop_left = 0.25


def _hidden(deck: Any) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    slide.shapes.title.text = "Dold"
    slide.placeholders[1].text = "Undertitel"
    slide.notes_slide.notes_text_frame.text = "Säg detta\nsedan detta"
    slide._element.set("show", "0")
