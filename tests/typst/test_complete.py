"""All that a scene holds is drawn: text without a slot, fills, decoration, crops, whatever stands on a layout."""

import io
from functools import cache

import pytest
from msgspec.structs import replace
from PIL import Image

from deckmotor.color import Color
from deckmotor.scene.page import Cell, GroupItem, Item, Paragraph, PathShape, PictureItem, Scene, TableItem, TextItem
from deckmotor.style import Align, Box, Bullet, Line
from deckmotor.units import points
from tests.export import sample
from tests.typst.drawn import FONTS, LAYOUT, PLAIN, flow_into, measured, page, pdf, scene, text, the_press
from tests.typst.reading import Document, Tag


@cache
def measured_sample() -> Scene:
    """The scene with one of everything that the tests of the PowerPoint exporter build, its text measured."""
    made = sample.scene()
    return replace(
        made,
        pages=tuple(replace(one, items=tuple(map(with_lines, one.items))) for one in made.pages),
        layouts=tuple(
            replace(one, decoration=tuple(it if isinstance(it, PathShape) else with_lines(it) for it in one.decoration))
            for one in made.layouts
        ),
        drawn_with={"Arial": ("Arimo",), "Courier New": ("Cousine",)},
        media={key: replace(media, data=sample.png(size=16)) for key, media in made.media.items()},
    )


def with_lines(item: Item) -> Item:
    if isinstance(item, TextItem):
        box, insets = item.box, item.insets
        return replace(item, paragraphs=flow_into(item.paragraphs, replace(box, x=box.x + insets.left, y=box.y + insets.top)))
    if isinstance(item, TableItem):
        rows, y = [], item.box.y
        for row, height in zip(item.rows, item.heights, strict=True):
            cells, x = [], item.box.x
            for cell, width in zip(row, item.widths, strict=True):
                room = Box(x + item.insets.left, y + item.insets.top, width - item.insets.left - item.insets.right, height)
                cells.append(replace(cell, paragraphs=flow_into(cell.paragraphs, room)))
                x += width
            rows.append(tuple(cells))
            y += height
        return replace(item, rows=tuple(rows))
    return item


@cache
def sample_pdf() -> bytes:
    return pdf(measured_sample())


def test_all_text_of_the_sample_is_in_its_pdf() -> None:
    pages = ["".join(shown.text for shown in one) for one in Document(sample_pdf()).pages]
    for number, words in enumerate(
        (
            ("När lärcentrum är en motor", "En studie av <sex> kommuner & fler", "”"),
            ("Vad? <&>", "•Ständigt utveckla idéer", "–Under brutet", "3.Tredje", "Fet kod2 in English", "webbensammatabellen"),
            ("Bilder", "•Text", "Fri"),
            ("Tabell", "KommunAndel", "Kalix12", "Motala"),
        )
    ):
        assert [word for word in words if word not in pages[number]] == [], pages[number]


# What a picture of a page shows


def picture(*items: Item, resolution: float = 72) -> Image.Image:
    """A page with items, one pixel a point."""
    return shown(scene(page(*items)), resolution)


def shown(made: Scene, resolution: float = 72) -> Image.Image:
    (data,) = the_press().png(made, resolution, [1])
    return Image.open(io.BytesIO(data)).convert("RGB")


def at(image: Image.Image, x: int, y: int) -> tuple[int, ...]:
    found = image.getpixel((x, y))
    assert isinstance(found, tuple)
    return found


RED, GREEN, BLUE = Color("FF0000"), Color("00A000"), Color("0000FF")


def square(x: int, y: int, size: int) -> tuple[tuple[str | int, ...], ...]:
    corners = [(x, y), (x + size, y), (x + size, y + size), (x, y + size)]
    (first, *rest) = [(points(left), points(top)) for left, top in corners]
    return (("M", *first), *(("L", *corner) for corner in rest), ("Z",))


def test_shapes_have_their_fill_and_their_outline() -> None:
    image = picture(
        PathShape(name="s/a", commands=square(100, 100, 50), fill=RED),
        PathShape(name="s/b", commands=square(200, 100, 50), line=Line(color=BLUE, width=points(6))),
    )
    assert at(image, 125, 125) == (255, 0, 0)
    assert at(image, 225, 125) == (255, 255, 255)
    assert at(image, 200, 125) == (0, 0, 255)


def test_later_items_stand_above_earlier_ones() -> None:
    over = PathShape(name="s/b", commands=square(120, 120, 50), fill=GREEN)
    under = PathShape(name="s/a", commands=square(100, 100, 50), fill=RED)
    assert at(picture(under, over), 130, 130) == (0, 160, 0)
    assert at(picture(over, under), 130, 130) == (255, 0, 0)


def test_a_layout_is_under_its_pages_with_its_text() -> None:
    sign = measured([text("STORT")], Box(points(300), points(300), points(300), points(60)))
    layout = replace(LAYOUT, background=BLUE, decoration=(PathShape(name="d", commands=square(100, 100, 50), fill=RED), sign))
    made = scene(page(layout=layout), layouts=(layout,))
    image = shown(made)
    assert at(image, 900, 500) == (0, 0, 255)
    assert at(image, 125, 125) == (255, 0, 0)
    assert "STORT" in [one.text for one in Document(pdf(made)).pages[0] if one.mark is None]


def table(*, header: bool = True, fill: Color | None = None, rule: Line | None = None) -> TableItem:
    box = Box(points(100), points(100), points(200), points(80))
    cells = tuple(
        tuple(
            Cell(
                paragraphs=flow_into([text(word)], Box(box.x + points(100 * column), box.y + points(40 * row), points(90), 0)),
                fill=fill if (row, column) == (1, 1) else None,
            )
            for column, word in enumerate(words)
        )
        for row, words in enumerate((("Ett", "Två"), ("Tre", "Fyra")))
    )
    return TableItem(
        name="s/table",
        box=box,
        widths=(points(100), points(100)),
        heights=(points(40), points(40)),
        rows=cells,
        header=header,
        insets=sample.TABLE.insets,
        rule=rule,
    )


def test_cells_have_their_fill_and_rows_their_line() -> None:
    image = picture(table(fill=GREEN, rule=Line(color=BLUE, width=points(4))))
    assert at(image, 295, 170) == (0, 160, 0)
    assert at(image, 195, 170) == (255, 255, 255)
    assert at(image, 250, 140) == (0, 0, 255)
    assert at(image, 150, 180) == (255, 255, 255)  # None below the last row.


@pytest.mark.parametrize("header", [True, False])
def test_a_table_has_header_cells_where_it_has_a_header(header: bool) -> None:
    tags = Document(pdf(scene(page(table(header=header))))).tags()
    assert [tag.text for tag in tags.all("TH")] == (["Ett", "Två"] if header else [])
    assert [tag.text for tag in tags.all("TD")] == (["Tre", "Fyra"] if header else ["Ett", "Två", "Tre", "Fyra"])


def halves() -> Scene:
    """A picture whose left half is red and whose right half is blue, 200 points wide in its box."""
    image = Image.new("RGB", (40, 20), "#FF0000")
    image.paste("#0000FF", (20, 0, 40, 20))
    data = io.BytesIO()
    image.save(data, "PNG")
    item = PictureItem(
        name="s/picture", box=Box(points(100), points(100), points(200), points(100)), media="a", alt="Två hälfter"
    )
    media = {"a": replace(sample.scene().media["a.png"], data=data.getvalue(), width=40, height=20)}
    return replace(scene(page(item)), media=media)


def cropped(crop: tuple[int, int, int, int]) -> Image.Image:
    made = halves()
    (title, item) = made.pages[0].items
    return shown(replace(made, pages=(replace(made.pages[0], items=(title, replace(item, crop=crop))),)))


def test_a_picture_fills_its_box() -> None:
    image = cropped((0, 0, 0, 0))
    assert at(image, 110, 150) == at(image, 190, 190) == (255, 0, 0)
    assert at(image, 210, 150) == at(image, 290, 190) == (0, 0, 255)
    assert at(image, 95, 150) == at(image, 305, 150) == at(image, 200, 205) == (255, 255, 255)


def test_a_crop_cuts_its_sides() -> None:
    left = cropped((50_000, 0, 0, 0))
    assert at(left, 110, 150) == at(left, 290, 150) == (0, 0, 255)
    right = cropped((0, 20_000, 25_000, 10_000))
    assert at(right, 220, 150) == (255, 0, 0)
    assert at(right, 280, 150) == (0, 0, 255)
    assert at(right, 305, 150) == at(right, 200, 205) == at(right, 200, 95) == (255, 255, 255)


@pytest.mark.parametrize("kind", ["png", "jpeg", "gif"])
def test_every_kind_of_picture(kind: str) -> None:
    data = io.BytesIO()
    Image.new("RGB", (30, 30), "#0000FF").save(data, kind)
    made = halves()
    media = {"a": replace(made.media["a"], data=data.getvalue(), type=kind, width=30, height=30)}
    red, green, blue = at(shown(replace(made, media=media)), 200, 150)
    assert (red < 8, green < 8, blue > 247) == (True, True, True)


def test_a_picture_that_is_shown_often_is_stored_once() -> None:
    made = halves()
    large = io.BytesIO()
    Image.effect_noise((300, 300), 90).convert("RGB").save(large, "JPEG")
    media = {"a": replace(made.media["a"], data=large.getvalue(), type="jpeg", width=300, height=300)}
    once = replace(made, media=media)
    often = replace(once, pages=tuple(replace(made.pages[0], id=f"s{number}") for number in range(8)))
    assert len(pdf(often)) < len(pdf(once)) + 2 * len(large.getvalue())


# Lists that are not like others


DOT, LETTER = Bullet(char="•"), Bullet(number="alphaLcParenR")


def bulleted(words: str, level: int = 0, bullet: Bullet = DOT, align: Align = "left", start: int = 1) -> Paragraph:
    style = replace(PLAIN, margin=points(30 + 20 * level), indent=points(-20), bullet=bullet, align=align)
    return replace(text(words, style), level=level, start=start)


def test_lists_that_change_their_marks_are_lists_of_their_own() -> None:
    parts = [
        bulleted("Ett"),
        bulleted("Två", bullet=LETTER, start=3),
        bulleted("Tre", bullet=LETTER, start=3),
        text("Fritt"),
        bulleted("Fyra"),
    ]
    item = measured(parts, Box(points(100), points(100), points(400), points(300)))
    document = Document(pdf(scene(page(item))))
    tags = [tag for tag in document.tags().below if isinstance(tag, Tag)]
    assert [tag.text for tag in tags] == ["Rubrik", "•Ett", "c)Tvåd)Tre", "Fritt", "•Fyra"]
    assert {round(shown.x) for shown in document.pages[0] if shown.text in ("•", "c)", "d)")} == {110}


def test_a_list_that_begins_deep_loses_nothing() -> None:
    parts = [bulleted("Djupt", 2), bulleted("Högre", 1), bulleted("Högst"), bulleted("Djupt igen", 2)]
    document = Document(pdf(scene(page(measured(parts, Box(points(100), points(100), points(400), points(300)))))))
    assert [body.text for body in document.tags().all("LBody")] == ["Djupt", "Högre", "Högst", "Djupt igen"]


def test_marks_of_centred_lists_stand_before_their_text() -> None:
    parts = [bulleted("Kort", align="center"), bulleted("Ett längre stycke", align="center")]
    item = measured(parts, Box(points(100), points(100), points(400), points(300)))
    document = Document(pdf(scene(page(item))))
    marks = [shown for shown in document.pages[0] if shown.text == "•"]
    starts = [part.lines[0].x / 12_700 for part in item.paragraphs]
    assert [mark.x for mark in marks] == pytest.approx([start - 20 for start in starts], abs=0.01)
    assert len(list(document.tags().all("LI"))) == 2


def test_a_list_that_is_read_as_a_picture_is_drawn_with_its_marks() -> None:
    parts = [bulleted("Ett"), bulleted("Två", bullet=LETTER, start=27), bulleted("Tre", 1)]
    item = measured(parts, Box(points(100), points(100), points(400), points(300)))
    group = GroupItem(name="s/g", box=item.box, items=(item,), alt="Lista")
    alone, grouped = (Document(pdf(scene(page(one)))) for one in (item, group))
    assert [(round(one.x, 2), one.baseline, one.text) for one in grouped.pages[0]] == [
        (round(one.x, 2), one.baseline, one.text) for one in alone.pages[0]
    ]
    assert [tag.kind for tag in grouped.tags().below if isinstance(tag, Tag)] == ["H1", "Figure"]
    assert "aa)" in [one.text for one in alone.pages[0]]


def test_numbers_that_differ_from_item_to_item_are_labels_of_one_list() -> None:
    parts = [bulleted(word, bullet=LETTER) for word in ("Ett", "Två", "Tre")]
    document = Document(pdf(scene(page(measured(parts, Box(points(100), points(100), points(400), points(300)))))))
    assert [label.text for label in document.tags().all("Lbl")] == ["a)", "b)", "c)"]
    assert len(list(document.tags().all("L"))) == 1


def test_marks_of_centred_lists_are_labels_too() -> None:
    parts = [bulleted("Kort", align="center"), bulleted("Ett längre stycke", align="center")]
    document = Document(pdf(scene(page(measured(parts, Box(points(100), points(100), points(400), points(300)))))))
    assert [label.text for label in document.tags().all("Lbl")] == ["•", "•"]


@pytest.mark.parametrize("align", ["left", "center", "right"])
def test_a_page_number_in_free_text_is_the_pages(align: Align) -> None:
    part = text("‹#›", replace(PLAIN, align=align))
    part = replace(part, runs=(replace(part.runs[0], field="slidenum"),))
    item = measured([part], Box(points(100), points(100), points(400), points(300)))
    document = Document(pdf(scene(page(item), replace(page(item), id="s2"))))
    (first, second) = [[one for one in shown if one.text.isdigit()] for shown in document.pages]
    assert [one.text for one in (*first, *second)] == ["1", "2"]
    wide = FONTS.width("1", PLAIN.text) / 12_700
    assert first[0].x == pytest.approx({"left": 100, "center": 300 - wide / 2, "right": 500 - wide}[align], abs=0.1)
    assert [tag.text for tag in document.tags().all("P")] == ["1", "2"]


@pytest.mark.parametrize("alt", ["", None])
def test_a_picture_without_words_decorates(alt: str | None) -> None:
    made = halves()
    (title, item) = made.pages[0].items
    silent = replace(made, pages=(replace(made.pages[0], items=(title, replace(item, alt=alt))),))
    assert list(Document(pdf(silent)).tags().all("Figure")) == []


# Sameness, and single pages


def test_the_same_scene_gives_the_same_bytes() -> None:
    assert pdf(measured_sample()) == sample_pdf()
    again = replace(measured_sample(), pages=tuple(replace(one) for one in measured_sample().pages))
    assert pdf(again) == sample_pdf()
    assert the_press().png(again, 50) == the_press().png(measured_sample(), 50)


def test_some_pages_can_be_drawn_alone() -> None:
    """With the number that they have in the deck, and without what links to pages that are not there."""
    every = the_press().png(measured_sample(), 60)
    assert len(every) == 4
    assert the_press().png(measured_sample(), 60, [2]) == (every[1],)
    assert the_press().png(measured_sample(), 60, [4, 1]) == (every[3], every[0])


def test_resolution_is_dots_per_inch() -> None:
    (image,) = [Image.open(io.BytesIO(one)) for one in the_press().png(measured_sample(), 96, [1])]
    assert image.size == (960, 720)
