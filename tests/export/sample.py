"""A small theme and a scene with one of everything, built by hand: the exporter is tested without the stages before it."""

import struct
import zlib

from msgspec.structs import replace

from deckmotor.color import Color
from deckmotor.ooxml.package import BasePackage
from deckmotor.scene.page import (
    Cell,
    Item,
    Layout,
    Link,
    Media,
    Page,
    PageSection,
    Paragraph,
    PathShape,
    PictureItem,
    Properties,
    Run,
    Scene,
    Slot,
    SlotType,
    TableItem,
    TextItem,
)
from deckmotor.span import Span
from deckmotor.style import Align, Box, Bullet, Insets, Line, ParagraphStyle, TextStyle
from deckmotor.theme.base import base_package
from deckmotor.theme.fit import Fit
from deckmotor.theme.theme import Master, TableLook, Theme
from deckmotor.units import inches, points

WIDTH, HEIGHT = inches(10), inches(7.5)
LANGUAGE = "sv"

SCHEME = {
    "dk1": "1A1A1A", "lt1": "FFFFFF", "dk2": "0D4449", "lt2": "EEF1EC", "accent1": "0E6E6E", "accent2": "D9480F",
    "accent3": "E0A526", "accent4": "5B4B8A", "accent5": "2F6DB5", "accent6": "5F6B6B", "hlink": "0B5394", "folHlink": "6A3D7C",
}  # fmt: skip

INK, PAPER, DEEP = Color("1A1A1A", "tx1"), Color("FFFFFF", "bg1"), Color("0D4449", "tx2")
BRAND, MUTED, LINK = Color("0E6E6E", "accent1"), Color("5F6B6B", "accent6"), Color("0B5394", "hlink")
TONE = Color("123456", "accent1", 80, 15)


def style(
    size: float, color: Color = INK, *, bold: bool = False, heading: bool = False, align: Align = "left", before: float = 0
) -> ParagraphStyle:
    text = TextStyle(family="Arial", font_role="heading" if heading else "body", size=points(size), color=color, bold=bold)
    return ParagraphStyle(text=text, align=align, before=points(before))


def bulleted(size: float, level: int) -> ParagraphStyle:
    plain = style(size, INK if level == 0 else MUTED, before=8)
    margin = inches(0.35) * (level + 1)
    return replace(plain, margin=margin, indent=-inches(0.35), bullet=Bullet(char="•" if level % 2 == 0 else "–", color=BRAND))


TITLE = replace(style(32, bold=True, heading=True), text=replace(style(32, bold=True, heading=True).text, tracking=-4000))
LIST = tuple(bulleted(size, level) for level, size in enumerate((28, 22, 18, 18, 18)))
SMALLER = tuple(replace(bulleted(size, level), before=points(5)) for level, size in enumerate((22, 18, 18, 18, 18)))
SMALL, SMALL_RIGHT = style(12, MUTED), style(12, MUTED, align="right")
CODE = replace(LIST[0].text, family="Courier New", font_role=None)

TITLE_BOX = Box(inches(0.75), inches(0.6), inches(8.5), inches(1.1))
BODY_BOX = Box(inches(0.75), inches(2), inches(8.5), inches(4.4))


def _slot(name: str, kind: SlotType, idx: int, box: Box, *levels: ParagraphStyle, prompt: str = "") -> Slot:
    return Slot(role=name, type=kind, idx=idx, label=name.capitalize(), box=box, levels=levels, prompt=prompt)


def _footers() -> tuple[Slot, ...]:
    top, high = inches(7), inches(0.3)
    return (
        _slot("footer", "ftr", 11, Box(inches(0.75), top, inches(5), high), SMALL),
        _slot("date", "dt", 10, Box(inches(5.75), top, inches(2), high), SMALL_RIGHT),
        _slot("number", "sldNum", 12, Box(inches(8.25), top, inches(1), high), SMALL_RIGHT),
    )


_TITLE = _slot("title", "title", 0, TITLE_BOX, TITLE, prompt="Rubrik")
_BODY = replace(_slot("body", "obj", 1, BODY_BOX, *LIST, prompt="Innehåll"), smaller=(SMALLER,))
_HALF = Box(BODY_BOX.x, BODY_BOX.y, inches(4), BODY_BOX.height)
_OTHER_HALF = Box(inches(5.25), BODY_BOX.y, inches(4), BODY_BOX.height)

MASTER = Master(background=PAPER, slots=(_TITLE, replace(_BODY, type="body"), *_footers()))

MOTIF = PathShape(
    name="Motif",
    commands=(("M", 0, 0), ("L", inches(1), 0), ("C", inches(1), 90000, 60000, inches(1), 0, inches(1)), ("Z",)),
    fill=TONE,
)
QUOTE_MARK = TextItem(
    name="Mark",
    box=Box(inches(8), inches(0.2), inches(1), inches(1)),
    paragraphs=(
        Paragraph(runs=(Run(text="”", style=TITLE.text, language="sv"),), style=replace(TITLE, align="right"), language="sv"),
    ),
)

LAYOUTS = (
    Layout(
        name="cover",
        label="Omslag",
        background=DEEP,
        decoration=(MOTIF, QUOTE_MARK),
        slots=(
            replace(_TITLE, type="ctrTitle", levels=(style(50, PAPER, bold=True, heading=True),), anchor="bottom"),
            _slot(
                "subtitle", "subTitle", 1, Box(BODY_BOX.x, inches(3), inches(8), inches(1)), style(24, PAPER), prompt="Under"
            ),
        ),
    ),
    Layout(name="content", label="Innehåll", background=PAPER, slots=(_TITLE, _BODY, *_footers())),
    Layout(
        name="picture",
        label="Bild och text",
        background=Color("EEF1EC", "bg2"),
        slots=(
            _TITLE,
            replace(_BODY, box=_HALF),
            _slot("picture", "pic", 15, _OTHER_HALF, style(18, MUTED), prompt="Bild"),
            *_footers(),
        ),
    ),
    Layout(
        name="table",
        label="Tabell",
        background=PAPER,
        slots=(_TITLE, _slot("table", "tbl", 16, BODY_BOX, style(20), prompt="Tabell"), *_footers()),
    ),
)

TABLE = TableLook(
    header=style(20, PAPER, bold=True),
    cell=style(20),
    header_fill=BRAND,
    band_fill=Color("EEF1EC", "bg2"),
    rule=MUTED,
    rule_width=points(0.75),
    insets=Insets(points(4), points(6), points(14), points(6)),
    paddings=(points(6),),
    lit=Color("EEF1EC", "bg2"),
)


def base(*, dark: bool = False) -> BasePackage:
    theme = Theme(
        name="sample",
        label="Prov & test",
        width=WIDTH,
        height=HEIGHT,
        scheme=SCHEME,
        dark=dark,
        heading_font="Arial",
        body_font="Arial",
        code_font="Courier New",
        master=MASTER,
        layouts=LAYOUTS,
        looks={},
        table=TABLE,
        highlight=BRAND,
        loud_highlight=BRAND,
        link=LINK,
        key=(BRAND, LINK),
        fit=Fit(span=Span("sample")),
        base=BasePackage(parts=(), layouts={}),
    )
    return base_package(theme, LANGUAGE)


BASE = base()


def run(text: str, of: ParagraphStyle, language: str = LANGUAGE) -> Run:
    return Run(text=text, style=of.text, language=language)


def paragraph(text: str, of: ParagraphStyle, level: int = 0) -> Paragraph:
    return Paragraph(runs=(run(text, of),), style=of, language=LANGUAGE, level=level)


def text(slide: str, slot: str, *paragraphs: Paragraph, layout: str = "content") -> TextItem:
    place = next(one for one in LAYOUTS if one.name == layout).slot(slot)
    assert place is not None
    return TextItem(
        name=f"{slide}/{slot}", box=place.box, slot=slot, paragraphs=paragraphs, anchor=place.anchor, insets=place.insets
    )


def footers(slide: str, number: int) -> tuple[Item, ...]:
    field = Run(text=str(number), style=SMALL_RIGHT.text, language=LANGUAGE, field="slidenum")
    return (
        text(slide, "footer", paragraph("Motor i utveckling", SMALL)),
        text(slide, "number", Paragraph(runs=(field,), style=SMALL_RIGHT, language=LANGUAGE)),
    )


def page(slide: str, title: str, *items: Item, number: int, layout: str = "content", notes: tuple[str, ...] = ()) -> Page:
    return Page(
        id=slide,
        title=title,
        layout=layout,
        language=LANGUAGE,
        items=(text(slide, "title", paragraph(title, TITLE), layout=layout), *items, *footers(slide, number)),
        notes=tuple(paragraph(note, SMALL) for note in notes),
    )


def png(red: int = 200, size: int = 2) -> bytes:
    """A square picture in one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\x00" + bytes((red, 120, 40)) * size) * size
    head = struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def cover() -> Page:
    large, below = LAYOUTS[0].slots[0].levels[0], LAYOUTS[0].slots[1].levels[0]
    return Page(
        id="start",
        title="När lärcentrum\när en motor",
        layout="cover",
        language=LANGUAGE,
        items=(
            text("start", "title", paragraph("När lärcentrum\när en motor", large), layout="cover"),
            text("start", "subtitle", paragraph("En studie av <sex> kommuner & fler", below), layout="cover"),
        ),
    )


def lists() -> Page:
    first, second = LIST[0], LIST[1]
    numbered = replace(first, bullet=Bullet(number="arabicPeriod", color=BRAND))
    bold, small = replace(first.text, bold=True), replace(first.text, baseline=-25000)
    marked = Paragraph(
        runs=(
            Run(text="Fet ", style=bold, language="sv"),
            Run(text="kod", style=CODE, language="sv"),
            Run(text="2", style=small, language="sv"),
            Run(text=" in English", style=first.text, language="en"),
        ),
        style=first,
        language="sv",
    )
    underlined = replace(first.text, color=LINK, underline=True)
    linked = Paragraph(
        runs=(
            Run(text="webben", style=underlined, language="sv", link=Link(address="https://exempel.se/sök?a=1&b=två ord")),
            Run(text="samma", style=underlined, language="sv", link=Link(address="https://exempel.se/sök?a=1&b=två ord")),
            Run(text="tabellen", style=first.text, language="sv", link=Link(page="tabell")),
        ),
        style=first,
        language="sv",
    )
    items = (
        paragraph("Ständigt utveckla idéer", first),
        paragraph("Under\nbrutet", second, 1),
        Paragraph(runs=(run("Tredje", numbered),), style=numbered, language="sv", start=3),
        marked,
        linked,
        Paragraph(runs=(), style=first, language="sv"),
    )
    return page("lista", "Vad? <&>", text("lista", "body", *items), number=2, notes=("Fråga rummet.", "Andra stycket"))


def pictures() -> Page:
    place, half = _OTHER_HALF, LAYOUTS[2].slots[1]
    box = Box(place.x, place.y, place.width, place.width)
    loose = Box(inches(1), inches(5), inches(1), inches(1))
    label = style(18, MUTED)
    return page(
        "bild",
        "Bilder",
        text("bild", "body", paragraph("Text", half.levels[0]), layout="picture"),
        PictureItem(
            name="bild/picture",
            box=box,
            slot="picture",
            moved=True,
            media="a.png",
            crop=(1000, 0, 2000, 0),
            alt='Ett "foto" & mer',
        ),
        PictureItem(name="bild/deko", box=loose, media="b.png"),
        TextItem(
            name="bild/label", box=Box(loose.x, loose.bottom, inches(2), inches(0.4)), paragraphs=(paragraph("Fri", label),)
        ),
        PathShape(name="bild/ring", commands=MOTIF.commands, line=Line(color=BRAND, width=points(2))),
        number=3,
        layout="picture",
    )


def tables() -> Page:
    centred = replace(TABLE.cell, align="right")
    rows = (
        tuple(Cell(paragraphs=(paragraph(word, TABLE.header),), fill=BRAND) for word in ("Kommun", "Andel")),
        (Cell(paragraphs=(paragraph("Kalix", TABLE.cell),)), Cell(paragraphs=(paragraph("12", centred),))),
        (Cell(paragraphs=(paragraph("Motala", TABLE.cell),), fill=Color("FFE0B0")), Cell(paragraphs=())),
    )
    item = TableItem(
        name="tabell/table",
        box=Box(BODY_BOX.x, BODY_BOX.y, inches(5), inches(1.5)),
        slot="table",
        moved=True,
        widths=(inches(3), inches(2)),
        heights=(inches(0.5),) * 3,
        rows=rows,
        header=True,
        insets=TABLE.insets,
    )
    return page("tabell", "Tabell", item, number=4, layout="table", notes=("Om tabellen",))


def full(*, step: int = 1) -> Page:
    """A page whose list took the smaller size. With step 0 the same size is formatting of its own in every paragraph."""
    marked = Paragraph(
        runs=(run("Vanlig och ", SMALLER[0]), Run(text="fet", style=replace(SMALLER[0].text, bold=True), language="sv")),
        style=SMALLER[0],
        language="sv",
    )
    items = (paragraph("Första raden", SMALLER[0]), paragraph("Undernivå", SMALLER[1], 1), marked)
    return page("full", "En full sida", replace(text("full", "body", *items), step=step), number=1)


def noted() -> Page:
    """A page whose speaker notes have everything that notes can have, in the styles of a slide's body."""
    style = replace(LIST[0].text, size=points(20))
    linked = replace(style, color=LINK, underline=True)
    runs = (
        Run(text="Se ", style=style, language="sv"),
        Run(text="rapporten", style=linked, language="sv", link=Link(address="https://exempel.se/rapport")),
        Run(text=" och ", style=style, language="sv"),
        Run(text="tabellen", style=linked, language="sv", link=Link(page="tabell")),
        Run(text="pull", style=CODE, language="sv"),
        Run(text="m", style=replace(style, bold=True), language="sv"),
        Run(text="2", style=replace(style, baseline=30_000), language="sv"),
        Run(text="i", style=replace(style, italic=True, baseline=-25_000), language="sv"),
    )
    return replace(page("noted", "Anteckningar", number=2), notes=(Paragraph(runs=runs, style=SMALL, language=LANGUAGE),))


def scene(*pages: Page, sections: tuple[PageSection, ...] = ()) -> Scene:
    """A deck of some pages, or of one of each kind."""
    given = pages or (cover(), lists(), pictures(), tables())
    whole = (
        PageSection(name="Inledning", pages=("start",)),
        PageSection(name="Studien & mer", pages=("lista", "bild", "tabell")),
    )
    return Scene(
        width=WIDTH,
        height=HEIGHT,
        properties=Properties(
            title="När lärcentrum är en motor",
            authors=("Malin Ljungzell", "Marie Davoust"),
            subject="En studie",
            keywords=("lärcentrum", "kommun"),
            organisation="APeL & Co",
            language="sv",
            edition=(("variant", "kalix"),),
        ),
        layouts=LAYOUTS,
        pages=given,
        sections=sections if pages else whole,
        media={
            "a.png": Media(data=png(), type="png", width=2, height=2),
            "b.png": Media(data=png(), type="png", width=2, height=2),
        },
        base=BASE,
        drawn_with={},
    )
