"""What stands on a slide, read back by python-pptx and as XML."""

import io
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from deckmotor.export.pptx import Memo, write
from deckmotor.ooxml.names import RELATIONS
from deckmotor.scene.page import Page, Paragraph, Run, Scene, TableItem
from tests.export import sample
from tests.export.package import find_all, opened, relations, tree


@pytest.fixture(scope="module")
def data() -> bytes:
    return write(sample.scene())


def slide(scene: Scene, number: int) -> ElementTree.Element:
    return tree(opened(write(scene)), f"ppt/slides/slide{number}.xml")


def test_text_stands_in_the_placeholders_of_its_layout(data: bytes) -> None:
    found = [
        (slide.slide_layout.name, [(shape.placeholder_format.type, shape.name) for shape in slide.placeholders])
        for slide in Presentation(io.BytesIO(data)).slides
    ]
    kinds = PP_PLACEHOLDER
    footers = ((kinds.FOOTER, "footer"), (kinds.SLIDE_NUMBER, "number"))
    assert found == [
        ("Omslag", [(kinds.CENTER_TITLE, "start/title"), (kinds.SUBTITLE, "start/subtitle")]),
        ("Innehåll", _named("lista", (kinds.TITLE, "title"), (kinds.OBJECT, "body"), *footers)),
        ("Bild och text", _named("bild", (kinds.TITLE, "title"), (kinds.OBJECT, "body"), *footers, (kinds.PICTURE, "picture"))),
        ("Tabell", _named("tabell", (kinds.TITLE, "title"), *footers, (kinds.TABLE, "table"))),
    ]


def _named(page: str, *kinds: tuple[object, str]) -> list[tuple[object, str]]:
    return [(kind, f"{page}/{name}") for kind, name in kinds]


def test_the_title_comes_first_and_the_rest_in_the_order_of_the_scene(data: bytes) -> None:
    names = [shape.name for shape in Presentation(io.BytesIO(data)).slides[2].shapes]
    scene = [item.name for item in sample.pictures().items]
    assert names == [*scene, "deck-id:bild"]


def test_text_in_the_style_of_its_slot_carries_no_formatting_but_its_language(data: bytes) -> None:
    root = tree(opened(data), "ppt/slides/slide2.xml")
    body = find_all(root, ".//p:sp")[1]
    first = find_all(body, ".//a:p")[0]
    assert [(child.tag.partition("}")[2], child.attrib) for child in first.iter()] == [
        ("p", {}),
        ("r", {}),
        ("rPr", {"lang": "sv-SE"}),
        ("t", {}),
        ("endParaRPr", {"lang": "sv-SE"}),
    ]
    assert [child.tag.partition("}")[2] for child in find_all(body, "p:txBody/a:bodyPr")[0].iter()] == ["bodyPr"]
    assert len(find_all(body, "p:spPr")[0]) == 0


def test_every_run_break_field_and_end_says_its_language(data: bytes) -> None:
    package = opened(data)
    parts = [name for name in package.namelist() if name.startswith(("ppt/slides/slide", "ppt/notesSlides/notesSlide"))]
    for name in parts:
        root = tree(package, name)
        for paragraph in find_all(root, ".//a:p"):
            for child in paragraph:
                kind = child.tag.partition("}")[2]
                if kind in ("r", "br", "fld"):
                    assert find_all(child, "a:rPr")[0].get("lang")
                if kind == "endParaRPr":
                    assert child.get("lang")
    languages = {run.get("lang") for run in find_all(tree(package, "ppt/slides/slide2.xml"), ".//a:rPr")}
    assert languages == {"sv-SE", "en-GB"}


def test_links_lead_out_and_between_slides(data: bytes) -> None:
    package = opened(data)
    to = relations(package, "ppt/slides/slide2.xml")
    clicks = find_all(tree(package, "ppt/slides/slide2.xml"), ".//a:hlinkClick")
    found = [(to[click.attrib[f"{{{RELATIONS}}}id"]], click.get("action")) for click in clicks]
    out = "https://exempel.se/sök?a=1&b=två%20ord"
    assert found == [(out, None), (out, None), ("ppt/slides/slide4.xml", "ppaction://hlinksldjump")]


def test_a_link_in_another_colour_than_the_themes_keeps_it(data: bytes) -> None:
    clicks = find_all(tree(opened(data), "ppt/slides/slide2.xml"), ".//a:hlinkClick")
    assert [len(list(click)) for click in clicks] == [0, 0, 1]


def test_shape_ids_are_unique_from_two_on(data: bytes) -> None:
    package = opened(data)
    for number in range(1, 5):
        ids = [int(shape.attrib["id"]) for shape in find_all(tree(package, f"ppt/slides/slide{number}.xml"), ".//p:cNvPr")]
        assert ids == list(range(1, len(ids) + 1))


def test_a_picture_has_its_words_or_is_marked_as_decoration(data: bytes) -> None:
    root = tree(opened(data), "ppt/slides/slide3.xml")
    named = {shape.attrib["name"]: shape for shape in find_all(root, ".//p:cNvPr")}
    assert named["bild/picture"].get("descr") == 'Ett "foto" & mer'
    assert len(named["bild/picture"]) == 0
    for name in ("bild/deko", "bild/ring", "deck-id:bild"):
        assert "decorative" in ElementTree.tostring(named[name], encoding="unicode")


def test_the_same_picture_is_stored_once(data: bytes) -> None:
    pictures = [entry for entry in opened(data).infolist() if entry.filename.startswith("ppt/media/")]
    assert len(pictures) == 1
    assert pictures[0].compress_type == 0
    assert opened(data).read(pictures[0]) == sample.png()


def test_two_pictures_are_stored_both() -> None:
    scene = sample.scene()
    other = {**scene.media, "b.png": replace(scene.media["b.png"], data=sample.png(7))}
    package = opened(write(replace(scene, media=other)))
    assert sorted(package.read(name) for name in package.namelist() if "media" in name) == sorted([sample.png(), sample.png(7)])


def test_a_crop_is_written_and_a_picture_keeps_the_place_of_its_slot() -> None:
    page = sample.pictures()
    picture = replace(page.items[2], moved=False, crop=(0, 0, 0, 0))
    root = slide(sample.scene(replace(page, items=(*page.items[:2], picture))), 1)
    assert find_all(root, ".//a:srcRect") == []
    assert len(find_all(root, ".//p:pic/p:spPr")[0]) == 0
    cropped = slide(sample.scene(page), 1)
    assert find_all(cropped, ".//a:srcRect")[0].attrib == {"l": "1000", "t": "0", "r": "2000", "b": "0"}


def test_a_table_has_its_widths_heights_and_only_what_its_style_lacks(data: bytes) -> None:
    root = tree(opened(data), "ppt/slides/slide4.xml")
    table = Presentation(io.BytesIO(data)).slides[3].placeholders[16].table
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["Kommun", "Andel"], ["Kalix", "12"], ["Motala", ""]]
    assert [int(column.get("w") or 0) for column in find_all(root, ".//a:gridCol")] == [2743200, 1828800]
    assert (table.first_row, table.horz_banding) == (True, True)
    assert find_all(root, ".//a:tableStyleId")[0].text == sample.BASE.table.style_id if sample.BASE.table else False
    # The header's own fill is the style's already; only the odd cell writes one. Weight and colour are the style's too.
    assert [fill.get("val") for fill in find_all(root, ".//a:tcPr/a:solidFill/a:srgbClr")] == ["FFE0B0"]
    assert len(find_all(root, ".//a:tcPr/a:solidFill")) == 1
    header = find_all(root, ".//a:tc//a:rPr")[0]
    assert (header.attrib, len(header)) == ({"lang": "sv-SE", "sz": "2000"}, 0)


def test_a_row_with_too_few_cells_is_a_bug_of_ours() -> None:
    page = sample.tables()
    table = page.items[1]
    assert isinstance(table, TableItem)
    short = replace(table, rows=(*table.rows[:2], table.rows[2][:1]))
    with pytest.raises(ValueError, match="argument 2 is longer"):
        write(sample.scene(replace(page, items=(page.items[0], short))))


def test_notes_are_the_speakers_and_belong_to_one_slide(data: bytes) -> None:
    slides = Presentation(io.BytesIO(data)).slides
    assert [slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else None for slide in slides] == [
        None,
        "Fråga rummet.\nAndra stycket",
        None,
        "Om tabellen",
    ]
    package = opened(data)
    assert sorted(relations(package, "ppt/notesSlides/notesSlide2.xml").values()) == [
        "ppt/notesMasters/notesMaster1.xml",
        "ppt/slides/slide2.xml",
    ]


def test_notes_keep_links_code_and_raised_characters() -> None:
    package = opened(write(sample.scene(sample.full(), sample.noted(), sample.tables())))
    name = "ppt/notesSlides/notesSlide2.xml"
    to = relations(package, name)
    found = []
    for run in find_all(tree(package, name), ".//a:p/a:r"):
        looks = find_all(run, "a:rPr")[0]
        clicks = [(to[one.attrib[f"{{{RELATIONS}}}id"]], one.get("action")) for one in find_all(looks, "a:hlinkClick")]
        fonts = [one.attrib["typeface"] for one in find_all(looks, "a:latin")]
        marks = {key: value for key, value in looks.attrib.items() if key != "lang"}
        found.append((find_all(run, "a:t")[0].text, marks, fonts, clicks))
    assert found == [
        ("Se ", {}, [], []),
        ("rapporten", {}, [], [("https://exempel.se/rapport", None)]),
        (" och ", {}, [], []),
        ("tabellen", {}, [], [("#3", None)]),
        ("pull", {}, ["Courier New"], []),
        ("m", {"b": "1"}, [], []),
        ("2", {"baseline": "30000"}, [], []),
        ("i", {"i": "1", "baseline": "-25000"}, [], []),
    ]


def test_notes_follow_the_pages_that_they_link_to() -> None:
    """A page that was written before is written anew where the page that its notes lead to stands elsewhere."""
    memo = Memo()
    noted, full, table = sample.noted(), sample.full(), sample.tables()
    write(sample.scene(noted, table), memo)
    package = opened(write(sample.scene(noted, full, table), memo))
    assert sorted(relations(package, "ppt/notesSlides/notesSlide1.xml").values()) == [
        "#3",
        "https://exempel.se/rapport",
        "ppt/notesMasters/notesMaster1.xml",
        "ppt/slides/slide1.xml",
    ]


def test_a_smaller_size_stands_once_in_the_placeholder_and_not_in_its_text() -> None:
    body = find_all(slide(sample.scene(sample.full()), 1), ".//p:sp")[1]
    levels = find_all(body, "p:txBody/a:lstStyle/*")
    assert [one.tag.partition("}")[2] for one in levels] == [f"lvl{number}pPr" for number in range(1, 6)]
    assert [[size.get("sz") for size in find_all(one, "a:defRPr")] for one in levels] == [["2200"], ["1800"], [], [], []]
    assert [find_all(one, "a:spcBef/a:spcPts")[0].get("val") for one in levels] == ["500"] * 5
    assert [child.tag.partition("}")[2] for child in find_all(body, "p:txBody/a:bodyPr")[0]] == ["normAutofit"]
    assert [one.attrib for one in find_all(body, ".//a:rPr")] == [{"lang": "sv-SE"}] * 3 + [{"lang": "sv-SE", "b": "1"}]
    assert [one.attrib for one in find_all(body, ".//a:pPr")] == [{"lvl": "1"}]
    assert [len(one) for one in find_all(body, ".//a:pPr")] == [0]


def test_a_title_with_insets_of_its_own_keeps_them_at_a_smaller_size() -> None:
    page = sample.full()
    moved = replace(page.items[1], insets=sample.TABLE.insets)
    body = find_all(slide(sample.scene(replace(page, items=(page.items[0], moved))), 1), ".//p:sp")[1]
    properties = find_all(body, "p:txBody/a:bodyPr")[0]
    assert properties.get("rIns") == str(sample.TABLE.insets.right)
    assert [child.tag.partition("}")[2] for child in properties] == ["normAutofit"]
    assert len(find_all(body, "p:txBody/a:lstStyle/*")) == 5


def test_a_page_number_is_the_pages_own_whatever_compose_wrote() -> None:
    """Programs that take text out of a file show what stands in the field."""
    unknown = Run(text="‹#›", style=sample.SMALL_RIGHT.text, language="sv", field="slidenum")
    number = sample.text("x", "number", Paragraph(runs=(unknown,), style=sample.SMALL_RIGHT, language="sv"))
    pages = [replace(sample.page(name, name, number=0), items=(replace(number, name=f"{name}/number"),)) for name in "ab"]
    package = opened(write(sample.scene(*pages)))
    for place in (1, 2):
        fields = find_all(tree(package, f"ppt/slides/slide{place}.xml"), ".//a:fld")
        assert [(field.get("type"), find_all(field, "a:t")[0].text) for field in fields] == [("slidenum", str(place))]


def test_an_item_in_a_slot_that_the_layout_lacks_is_a_bug_of_ours() -> None:
    lost = replace(sample.lists(), layout="cover")
    with pytest.raises(ValueError, match="no slot"):
        write(sample.scene(lost))


def test_characters_that_xml_forbids_are_left_out() -> None:
    page = Page(
        id="x\x0b",
        title="A\x00B",
        layout="content",
        language="sv",
        items=(sample.text("x", "title", sample.paragraph("A\x00B\x1fC\ufffe", sample.TITLE)),),
    )
    shapes = Presentation(io.BytesIO(write(sample.scene(page)))).slides[0].shapes
    assert [shape.name for shape in shapes] == ["x/title", "deck-id:x"]
    assert shapes[0].text_frame.text == "ABC"
