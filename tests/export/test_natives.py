"""Shapes, connectors, groups and charts in the file: read back by python-pptx, and what goes with them in the package."""

import io
import zipfile
from typing import Any

import pytest
from msgspec.structs import replace
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE, MSO_SHAPE_TYPE

from deckmotor.export.pptx import Memo, write
from deckmotor.export.pptx.deck import slides
from deckmotor.scene.page import ConnectorItem, End, GroupItem, Link, Page, ShapeItem
from deckmotor.scene.presets import sites
from tests import oracles
from tests.export import natives, sample
from tests.export.package import find_all, opened, relations, tree
from tests.typst.looks import as_libreoffice_draws, as_we_draw, changed, difference


@pytest.fixture(scope="module")
def data() -> bytes:
    return write(natives.scene())


@pytest.fixture(scope="module")
def pages(data: bytes) -> Any:
    return Presentation(io.BytesIO(data)).slides


def test_nobody_finds_a_flaw(data: bytes) -> None:
    assert oracles.flaws(data) == []


ALIKE = 50
"""Pages that differ by more are not alike: the edges of thin lines, which each program smooths in its way, make up to 44."""


def test_libreoffice_draws_what_we_draw_and_misses_what_we_leave_out() -> None:
    """Shapes, connectors and groups. A chart is drawn by each in its own way."""
    scene = natives.scene()
    theirs, ours = as_libreoffice_draws(scene), as_we_draw(scene)
    for at, page in enumerate(scene.pages[:3]):
        assert difference(theirs[at], ours[at]) <= ALIKE, page.id
        for item in page.items[1:-2]:
            without = replace(page, items=tuple(one for one in page.items if one is not item))
            (lacking,) = as_we_draw(replace(scene, pages=(*scene.pages[:at], without, *scene.pages[at + 1 :])), [at + 1])
            assert difference(theirs[at], lacking, changed(ours[at], lacking)) > ALIKE, item.name


def test_the_order_of_shapes_is_that_of_the_scene_and_ids_are_unique(data: bytes) -> None:
    for number, page in enumerate(natives.scene().pages, 1):
        shapes = find_all(tree(opened(data), f"ppt/slides/slide{number}.xml"), ".//p:cNvPr")
        assert [int(shape.attrib["id"]) for shape in shapes] == list(range(1, len(shapes) + 1))
        assert [shape.attrib["name"] for shape in shapes[1:-1]] == names_in(page.items)


def names_in(items: tuple[Any, ...]) -> list[str]:
    return [name for item in items for name in (item.name, *names_in(getattr(item, "items", ())))]


def test_shapes_have_their_outline_place_and_text(pages: Any) -> None:
    kinds = {
        "rect": MSO_SHAPE.RECTANGLE, "roundRect": MSO_SHAPE.ROUNDED_RECTANGLE, "ellipse": MSO_SHAPE.OVAL,
        "diamond": MSO_SHAPE.DIAMOND, "triangle": MSO_SHAPE.ISOSCELES_TRIANGLE, "chevron": MSO_SHAPE.CHEVRON,
        "homePlate": MSO_SHAPE.PENTAGON, "rightArrow": MSO_SHAPE.RIGHT_ARROW,
    }  # fmt: skip
    by_name = {shape.name: shape for shape in pages[0].shapes}
    for item in natives.presets().items:
        if isinstance(item, ShapeItem):
            shape = by_name[item.name]
            assert (shape.left, shape.top, shape.width, shape.height) == (
                item.box.x, item.box.y, item.box.width, item.box.height,
            )  # fmt: skip
            if isinstance(item.outline, str):
                assert shape.auto_shape_type == kinds[item.outline]
            else:
                assert shape.shape_type == MSO_SHAPE_TYPE.FREEFORM
    assert by_name["former/rect"].text_frame.text == "Ord"
    assert list(by_name["former/rund"].adjustments) == [0.5]


def test_a_shape_says_what_it_shows_or_that_it_decorates(data: bytes) -> None:
    root = tree(opened(data), "ppt/slides/slide1.xml")
    about = {shape.attrib["name"]: (shape.get("descr"), len(shape)) for shape in find_all(root, ".//p:cNvPr")}
    assert about["former/våg"] == ("En våg", 0)
    assert about["former/ram"] == ("", 1)
    assert about["former/ellipse"] == (None, 0)


def test_a_click_on_a_shape_leads_on(data: bytes, pages: Any) -> None:
    by_name = {shape.name: shape for page in list(pages)[:2] for shape in page.shapes}
    assert by_name["former/rect"].click_action.hyperlink.address == "https://example.org"
    assert by_name["flöde/mitt"].click_action.target_slide.slide_id == pages[3].slide_id
    assert by_name["former/ellipse"].click_action.hyperlink.address is None


def test_a_shape_that_leads_somewhere_does_not_only_decorate() -> None:
    silent = natives.shape("s/knapp", natives.box(1, 2), "rect")
    for item, marked in ((silent, 1), (replace(silent, link=Link(address="https://example.org")), 0)):
        root = tree(opened(write(sample.scene(sample.page("s", "T", item, number=1)))), "ppt/slides/slide1.xml")
        (about,) = [shape for shape in find_all(root, ".//p:cNvPr") if shape.attrib["name"] == "s/knapp"]
        assert len(find_all(about, ".//a:ext")) == marked


def test_connectors_are_glued_to_the_shapes_that_they_name(data: bytes, pages: Any) -> None:
    root = tree(opened(data), "ppt/slides/slide2.xml")
    ids = {shape.attrib["id"]: shape.attrib["name"] for shape in find_all(root, ".//p:cNvPr")}
    glue = []
    for element in find_all(root, ".//p:cNvCxnSpPr"):
        glue.append([(ids[end.attrib["id"]], int(end.attrib["idx"])) for end in element])
    items = [item for item in natives.flowing().items if isinstance(item, ConnectorItem)]
    assert glue == [[(end.item, end.site) for end in (item.begin, item.end) if end.item] for item in items]
    straight = next(shape for shape in pages[1].shapes if shape.name == "flöde/g")
    west, south = (next(it for it in natives.flowing().items if it.name == f"flöde/{name}") for name in ("väst", "syd"))
    assert isinstance(west, ShapeItem)
    assert isinstance(south, ShapeItem)
    assert (straight.begin_x, straight.begin_y, straight.end_x, straight.end_y) == (*sites(west)[2], *sites(south)[1])


def test_connectors_have_arrowheads_where_they_end(data: bytes) -> None:
    ends = {}
    for element in find_all(tree(opened(data), "ppt/slides/slide2.xml"), ".//p:cxnSp"):
        (name,) = [one.attrib["name"] for one in find_all(element, ".//p:cNvPr")]
        ends[name] = [len(find_all(element, f".//a:{end}")) for end in ("headEnd", "tailEnd")]
    assert ends["flöde/a"] == [0, 1]
    assert ends["flöde/e"] == [0, 0]
    assert ends["flöde/fri"] == [1, 0]


def test_a_connector_to_what_is_not_there_is_a_bug_of_ours() -> None:
    lost = ConnectorItem(name="s/l", begin=End(x=0, y=0, item="s/gone"), end=End(x=1, y=1), line=natives.INK)
    with pytest.raises(ValueError, match="s/gone"):
        write(sample.scene(sample.page("s", "T", lost, number=1)))


def test_groups_hold_their_items_at_their_places(pages: Any) -> None:
    outer, whole = [shape for shape in pages[2].shapes if shape.shape_type == MSO_SHAPE_TYPE.GROUP]
    assert [shape.name for shape in outer.shapes] == ["grupper/ett", "grupper/inre", "grupper/pil"]
    assert [shape.name for shape in outer.shapes[1].shapes] == ["grupper/två", "grupper/bild"]
    item = next(item for item in natives.groups().items if item.name == "grupper/helhet")
    assert isinstance(item, GroupItem)
    assert [(shape.left, shape.top) for shape in whole.shapes] == [(one.box.x, one.box.y) for one in item.items]  # type: ignore[union-attr]
    assert outer.shapes[1].shapes[1].image.blob == sample.png(size=16)


def test_nothing_inside_a_group_stands_in_a_slot() -> None:
    group = GroupItem(name="s/g", box=sample.BODY_BOX, items=(natives.bar_chart(),))
    with pytest.raises(ValueError, match="slot"):
        write(sample.scene(sample.page("s", "T", group, number=1)))


# Charts


def test_a_chart_has_its_kind_its_values_and_its_workbook(data: bytes, pages: Any) -> None:
    frame = next(shape for shape in pages[3].shapes if shape.has_chart)
    assert frame.is_placeholder
    plot = frame.chart.plots[0]
    assert [(name, value) for name, value in zip(plot.categories, plot.series[0].values, strict=True)] == list(natives.VALUES)
    assert frame.chart.part.chart_workbook.xlsx_part.blob == natives.workbook()
    assert zipfile.ZipFile(io.BytesIO(natives.workbook())).testzip() is None
    (about,) = [one for one in find_all(tree(opened(data), "ppt/slides/slide4.xml"), ".//p:cNvPr") if one.get("descr")]
    assert about.get("descr") == "Motala har flest deltagare"


def test_parts_are_numbered_by_their_slide_and_named_by_what_brings_them(data: bytes) -> None:
    package = opened(data)
    assert relations(package, "ppt/charts/chart4-1.xml") == {"rId1": "ppt/embeddings/workbook4-1.xlsx"}
    assert "ppt/charts/chart4-1.xml" in relations(package, "ppt/slides/slide4.xml").values()
    types = package.read("[Content_Types].xml").decode()
    assert 'PartName="/ppt/charts/chart4-1.xml"' in types
    assert 'PartName="/ppt/embeddings/workbook4-1.xlsx"' in types


def two_charts(page_id: str, number: int) -> Page:
    one, other = natives.bar_chart(f"{page_id}/ett"), natives.bar_chart(f"{page_id}/två", slot=None)
    return sample.page(page_id, "Två", one, other, number=number)


def test_charts_that_are_alike_have_parts_of_their_own_that_are_deflated_once() -> None:
    scene = sample.scene(two_charts("a", 1), two_charts("b", 2))
    same = natives.bar_chart().chart
    scene = replace(
        scene,
        pages=tuple(
            replace(page, items=tuple(replace(it, chart=same) if hasattr(it, "chart") else it for it in page.items))
            for page in scene.pages
        ),
    )
    parts = [
        part for slide in slides(scene, Memo()) for part in slide.parts if part.name.startswith(("ppt/charts/chart", "ppt/emb"))
    ]
    stems = [f"{slide}-{at}" for slide in (1, 2) for at in (1, 2)]
    assert sorted(part.name for part in parts) == sorted(
        name for stem in stems for name in (f"ppt/charts/chart{stem}.xml", f"ppt/embeddings/workbook{stem}.xlsx")
    )
    assert len({id(part.deflated) for part in parts}) == 2
    assert oracles.flaws(write(scene)) == []


def test_a_page_at_another_number_gets_other_names() -> None:
    """Two decks that share a page share its written parts only where it stands at the same place."""
    memo, page = Memo(), natives.charts()
    first, second = sample.scene(page), sample.scene(sample.cover(), page)
    once, twice = write(first, memo), write(second, memo)
    assert (once, twice) == (write(first), write(second))
    assert "ppt/charts/chart2-1.xml" in opened(twice).namelist()


def test_the_same_scene_is_the_same_bytes(data: bytes) -> None:
    assert write(natives.scene()) == data
