"""What every exporter but PowerPoint's draws: a page as elements and primitives. `pytest --accept` rewrites the cases."""

import ast
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from deckmotor.scene import drawing
from deckmotor.scene.drawing import Element, Image, Mark, Role, TextLine
from deckmotor.scene.lists import flow, numbered
from deckmotor.scene.page import ChartItem, GroupItem, Item, PictureItem, Scene, ShapeItem, all_paragraphs, paragraphs_of
from deckmotor.scene.paint import backdrop, leaves, paint, painted
from deckmotor.scene.presets import rectangle, text_area
from deckmotor.style import Box, Bullet, Insets, Line
from deckmotor.units import points
from tests.built import ROOT, THEMES
from tests.casefile import accepted
from tests.export import natives, sample
from tests.scene.dump import dump
from tests.scene.painted import told
from tests.typst.drawn import DECKS, LAYOUT, PLAIN, measured, scene_of, text
from tests.typst.test_complete import bulleted, measured_sample, table

CASES = Path(__file__).parents[1] / "cases" / "paint"

PAGES = {
    "levels": "every-slide", "numbered": "every-slide", "compare": "every-slide",
    "start": "sample", "lista": "sample", "bild": "sample", "tabell": "sample",
    "former": "natives", "flöde": "natives", "grupper": "natives", "diagram": "natives",
}  # fmt: skip
"""Pages, and the scene of each."""


def the_scene(name: str) -> Scene:
    match name:
        case "sample":
            return measured_sample()
        case "natives":
            return natives.scene()
        case _:
            return scene_of(name)


def pages_of(scene: Scene) -> Iterator[tuple[Element, ...]]:
    layouts = {layout.name: layout for layout in scene.layouts}
    for number, page in enumerate(scene.pages, 1):
        yield tuple(paint(page, layouts[page.layout], number))


@pytest.mark.parametrize("page_id", PAGES)
def test_a_page_is_painted_as_accepted(page_id: str, request: pytest.FixtureRequest) -> None:
    scene = the_scene(PAGES[page_id])
    found = {page.id: elements for page, elements in zip(scene.pages, pages_of(scene), strict=True)}
    layout = next(one for one in scene.layouts if one.name == next(p.layout for p in scene.pages if p.id == page_id))
    if PAGES[page_id] == "every-slide":
        expect(f"{page_id}.txt", told(found[page_id], places=False), request)
    else:
        expect(f"{page_id}.txt", told(found[page_id]) + "--- under it\n" + told(backdrop(layout)), request)


def test_native_items_are_dumped_readably(request: pytest.FixtureRequest) -> None:
    expect("natives.scene", dump(natives.scene()), request)


def expect(name: str, actual: str, request: pytest.FixtureRequest) -> None:
    file = CASES / name
    if request.config.getoption("--accept"):
        accepted(file, actual)
    assert actual == file.read_text(encoding="utf-8")


def test_no_case_is_left_over() -> None:
    assert {file.name for file in CASES.iterdir()} == {f"{page}.txt" for page in PAGES} | {"natives.scene"}


# Of all pages


ALL = [*((deck, theme) for deck in DECKS for theme in THEMES), ("sample", None), ("natives", None)]

ALLOWED: dict[Role, tuple[type, ...]] = {
    "heading": (TextLine,),
    "paragraph": (TextLine,),
    "term": (TextLine,),
    "meaning": (TextLine,),
    "figure": (TextLine, Mark, drawing.Path, Image),
    "artifact": (TextLine, Mark, drawing.Path, Image),
    "footer": (TextLine,),
}
BELOW: dict[Role, tuple[Role, ...]] = {
    "list": ("item",),
    "definitions": ("term", "meaning"),
    "item": ("paragraph", "list"),
    "table": ("row",),
    "row": ("cell",),
    "cell": ("paragraph", "list"),
    "link": ("paragraph", "list", "figure", "artifact"),
}


def checked(element: Element) -> None:
    """The grammar that exporters rely on."""
    if element.role == "item":
        mark, first, *_ = element.children
        assert isinstance(mark, Mark)
        assert isinstance(first, Element)
        assert first.role == "paragraph"
        assert mark.baseline == next(one for one in first.children if isinstance(one, TextLine)).baseline
    assert element.children or element.role == "cell"
    assert (element.role == "figure") == bool(element.alt)
    assert (element.role == "heading") == bool(element.level)
    assert (element.box is not None) == (element.role in ("table", "cell", "link"))
    assert (element.link is not None) == (element.role == "link")
    for child in element.children[element.role == "item" :]:
        if isinstance(child, Element):
            assert child.role in BELOW[element.role]
            checked(child)
        else:
            assert isinstance(child, ALLOWED[element.role])


@pytest.mark.parametrize(("deck", "theme"), ALL)
def test_elements_hold_what_their_role_says(deck: str, theme: str | None) -> None:
    scene = scene_of(deck, theme) if theme else the_scene(deck)
    for elements in pages_of(scene):
        assert [element.level for element in elements if element.level == 1] == [1]
        for element in elements:
            checked(element)


def drawn_items(items: Iterable[Item]) -> Iterator[Item]:
    """All items that something is drawn of, in order: those in groups, and those that draw a chart."""
    for item in items:
        match item:
            case GroupItem():
                yield from drawn_items(item.items)
            case ChartItem():
                yield from drawn_items(item.drawing)
            case _:
                yield item


@pytest.mark.parametrize(("deck", "theme"), ALL)
def test_every_line_mark_and_picture_is_painted_once_in_order(deck: str, theme: str | None) -> None:
    scene = scene_of(deck, theme) if theme else the_scene(deck)
    for page, elements in zip(scene.pages, pages_of(scene), strict=True):
        items = [item for item in drawn_items(page.items) if getattr(item, "slot", None) not in ("footer", "date", "number")]
        parts = [part for item in items for part in paragraphs_of(item) if any(line.text for line in part.lines)]
        drawn = [leaf for element in elements if element.role != "footer" for leaf in leaves(element)]
        lines = [(one.x, one.baseline, "".join(it.text for it in one.pieces)) for one in drawn if isinstance(one, TextLine)]
        assert lines == [(line.x, line.baseline, line.text) for part in parts for line in part.lines]
        assert sum(isinstance(one, Mark) for one in drawn) == sum(part.style.bullet is not None for part in parts)
        pictures = [(item.media, item.box, item.crop) for item in items if isinstance(item, PictureItem)]
        assert pictures == [(one.media, one.box, one.crop) for one in drawn if isinstance(one, Image)]


def test_fills_lie_under_the_text_of_a_table_and_rules_above() -> None:
    rule = Line(color=sample.BRAND, width=12_700)
    item = table(fill=sample.MUTED, rule=rule)
    under, cells, above = painted(item, LAYOUT, 1)
    assert [element.role for element in (under, cells, above)] == ["artifact", "table", "artifact"]
    (fill,) = leaves(under)
    assert fill == drawing.Path(rectangle(Box(points(200), points(140), points(100), points(40))), sample.MUTED)
    (line,) = leaves(above)
    y = item.box.y + points(40)
    assert line == drawing.Path((("M", item.box.x, y), ("L", item.box.right, y)), line=rule)
    one_row = replace(item, rows=item.rows[:1], heights=item.heights[:1])
    assert [element.role for element in painted(one_row, LAYOUT, 1)] == ["table"]


@pytest.mark.parametrize(
    ("scheme", "written"),
    [
        ("arabicPlain", "4"), ("arabicPeriod", "4."), ("arabicParenR", "4)"), ("arabicParenBoth", "(4)"),
        ("alphaLcPeriod", "d."), ("alphaLcParenR", "d)"), ("alphaUcParenBoth", "(D)"), ("alphaUcPeriod", "D."),
        ("romanLcPeriod", "iv."), ("romanLcParenBoth", "(iv)"), ("romanUcPeriod", "IV."), ("romanUcParenR", "IV)"),
    ],
)  # fmt: skip
def test_numbers_are_written_as_their_scheme_says(scheme: str, written: str) -> None:
    assert numbered(scheme, 4) == written


@pytest.mark.parametrize(
    ("number", "letters", "roman"), [(1, "a", "i"), (26, "z", "xxvi"), (27, "aa", "xxvii"), (703, "aaa", "dcciii")]
)
def test_long_lists_go_on_counting(number: int, letters: str, roman: str) -> None:
    assert (numbered("alphaLcParenR", number), numbered("romanLcPeriod", number)) == (f"{letters})", f"{roman}.")


# What a plain build pays for it


def test_a_plain_build_of_powerpoint_loads_none_of_it(tmp_path: Path) -> None:
    (tmp_path / "deck.yaml").write_text("title: T\nlanguage: sv\ntheme: motor\nfile: t\nslides:\n- title: A\n  bullets: [b]\n")
    program = (
        f"import sys; sys.path.insert(0, {str(ROOT / 'src')!r})\n"
        "from deckmotor.cli.commands import commands\n"
        "commands.main(['build', 'deck.yaml', '-o', 'out'], standalone_mode=False)\n"
        "print(*sorted(name for name in sys.modules if name.startswith(('deckmotor.scene', 'deckmotor.export'))))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True)
    loaded = done.stdout.splitlines()[-1].split()
    assert "deckmotor.scene.page" in loaded
    unwanted = ("scene.paint", "scene.drawing", "scene.lists", "scene.presets", "scene.connect", "export.pptx.native")
    assert [name for name in unwanted if f"deckmotor.{name}" in loaded] == []


def test_the_exporter_for_pdf_names_no_native_item() -> None:
    """It draws primitives; what items there are is none of its business."""
    names = {
        "TextItem",
        "PictureItem",
        "TableItem",
        "PathShape",
        "ShapeItem",
        "ConnectorItem",
        "GroupItem",
        "ChartItem",
        "FormulaItem",
        "Paragraph",
    }
    for file in (ROOT / "src" / "deckmotor" / "export" / "typst").glob("*.py"):
        used = {node.id for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Name)}
        assert used & names == set(), file.name


# Lists and headings that are not like others


ROOM = Box(points(100), points(100), points(400), points(300))


def shape_of(element: Element) -> str:
    """An element's nesting: `list(item(paragraph))`."""
    below = ", ".join(shape_of(child) for child in element.children if isinstance(child, Element))
    return f"{element.role}({below})" if below else element.role


def test_a_list_that_comes_up_again_from_deep_inside_is_a_list_beside_the_other() -> None:
    parts = [bulleted("Djupt", 2), bulleted("Högre", 1), bulleted("Högst"), bulleted("Djupt igen", 2)]
    found = [shape_of(element) for element in flow(measured(parts, ROOM).paragraphs, ROOM.x)]
    assert found == ["list(item(paragraph))"] * 2 + ["list(item(paragraph, list(item(paragraph))))"]


def test_a_title_of_two_paragraphs_is_one_heading_and_what_stands_below_it() -> None:
    item = replace(measured([text("Rubrik"), text("och mer")], ROOM), slot="title")
    assert [(one.role, one.level) for one in painted(item, LAYOUT, 1)] == [("heading", 1), ("paragraph", 0)]


def test_marks_in_a_shape_stand_in_its_own_area_for_text() -> None:
    shape = ShapeItem(name="s/s", box=ROOM, outline="ellipse", insets=Insets(left=points(5)))
    area = text_area(shape)
    room = Box(area.x + points(5), area.y, area.width - points(5), area.height)
    item = replace(shape, paragraphs=measured([bulleted("Ett")], room).paragraphs)
    (mark,) = [leaf for element in painted(item, LAYOUT, 1) for leaf in leaves(element) if isinstance(leaf, Mark)]
    assert mark.x == room.x + points(10)


def test_all_text_of_a_page_is_that_of_groups_and_of_what_draws_a_chart_too() -> None:
    chart, (_, *grouped, _, _) = natives.bar_chart(), natives.groups().items
    words = ["".join(run.text for run in part.runs) for part in all_paragraphs((chart, *grouped))]
    assert words == ["Kalix", "Motala", "Sala", "Ett", "Två", "Växer"]


def test_a_mark_looks_like_its_text_at_the_size_and_in_the_colour_of_the_bullet() -> None:
    marked = replace(PLAIN.text, underline=True, baseline=30_000, tracking=5, bold=True)
    part = bulleted("Ett", bullet=Bullet(char="•", size=75, color=sample.BRAND))
    part = replace(part, style=replace(part.style, text=marked), runs=(replace(part.runs[0], style=marked),))
    (element,) = flow(measured([part], ROOM).paragraphs, ROOM.x)
    (mark,) = [leaf for leaf in leaves(element) if isinstance(leaf, Mark)]
    assert mark.style == replace(PLAIN.text, bold=True, size=marked.size * 3 // 4, color=sample.BRAND)
