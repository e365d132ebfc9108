"""The base package: what PowerPoint's "Reset", "New slide" and a change of theme colours rest on."""

import io

import pytest
from pptx import Presentation

from deckmotor.export.pptx import write
from tests.export import sample
from tests.export.package import find_all, opened, relations, tree

LAYOUT = "ppt/slideLayouts/slideLayout{}.xml"


@pytest.fixture(scope="module")
def data() -> bytes:
    return write(sample.scene())


def test_layouts_have_their_names_types_and_placeholders(data: bytes) -> None:
    package = opened(data)
    kinds = [tree(package, LAYOUT.format(number)).get("type") for number in range(1, 5)]
    assert kinds == ["title", "obj", None, "tbl"]
    layouts = Presentation(io.BytesIO(data)).slide_layouts
    assert [layout.name for layout in layouts] == ["Omslag", "Innehåll", "Bild och text", "Tabell"]
    assert [shape.name for shape in layouts[2].shapes] == ["Title", "Body", "Picture", "Footer", "Date", "Number"]


def test_a_layout_says_only_what_its_master_does_not(data: bytes) -> None:
    root = tree(opened(data), LAYOUT.format(2))
    assert find_all(root, "p:cSld/p:bg") == []
    assert find_all(root, ".//a:lstStyle/*") == []
    placed = [shape for shape in find_all(root, ".//p:sp") if find_all(shape, "p:spPr/a:xfrm")]
    assert [find_all(shape, ".//p:cNvPr")[0].get("name") for shape in placed] == ["Body"]


def test_a_layout_with_a_look_of_its_own_says_it(data: bytes) -> None:
    root = tree(opened(data), LAYOUT.format(1))
    assert find_all(root, "p:cSld/p:bg//a:schemeClr")[0].get("val") == "tx2"
    title = find_all(root, ".//p:sp")[2]
    level = find_all(title, ".//a:lstStyle/*")
    assert [one.tag.partition("}")[2] for one in level] == ["lvl1pPr"]
    assert find_all(level[0], "a:defRPr")[0].attrib == {"sz": "5000", "spc": "0"}
    assert find_all(level[0], ".//a:schemeClr")[0].get("val") == "bg1"
    assert find_all(title, ".//a:bodyPr")[0].get("anchor") == "b"


def test_text_slots_shrink_when_edited_and_powerpoint_asks_in_its_own_words(data: bytes) -> None:
    root = tree(opened(data), LAYOUT.format(2))
    title, body, footer, *_ = find_all(root, ".//p:sp")
    for shape in (title, body):
        assert len(find_all(shape, ".//a:normAutofit")) == 1
        assert find_all(shape, ".//p:ph")[0].get("hasCustomPrompt") is None
        assert find_all(shape, ".//a:t")[0].text
    # LibreOffice forgets the place of a footer whose layout has no text; a word would turn up on new slides in PowerPoint.
    assert [text.text for text in find_all(footer, ".//a:t")] == ["\N{NO-BREAK SPACE}"]
    assert find_all(footer, ".//a:rPr")[0].get("lang") == "sv-SE"


def test_decoration_is_marked_so_and_lies_under_the_placeholders(data: bytes) -> None:
    shapes = find_all(tree(opened(data), LAYOUT.format(1)), ".//p:sp")
    marked = [any(child.tag.endswith("decorative") for child in shape.iter()) for shape in shapes]
    assert marked == [True, True, False, False]


def test_a_path_is_drawn_from_its_own_corner(data: bytes) -> None:
    shape = find_all(tree(opened(data), LAYOUT.format(1)), ".//p:sp")[0]
    assert find_all(shape, ".//a:ext[@cx]")[0].attrib == {"cx": "914400", "cy": "914400"}
    path = find_all(shape, ".//a:path")[0]
    assert (path.attrib, [child.tag.partition("}")[2] for child in path]) == (
        {"w": "914400", "h": "914400"},
        ["moveTo", "lnTo", "cubicBezTo", "close"],
    )
    tone = find_all(shape, ".//a:schemeClr")[0]
    assert (tone.get("val"), [child.get("val") for child in tone]) == ("accent1", ["80000", "15000"])


@pytest.mark.parametrize(("dark", "expected"), [(False, ("lt1", "dk1")), (True, ("dk1", "lt1"))])
def test_a_dark_theme_turns_page_and_ink_round(dark: bool, expected: tuple[str, str]) -> None:
    parts = {part.name: part for part in sample.base(dark=dark).parts}
    from zlib import decompress

    master = decompress(parts["ppt/slideMasters/slideMaster1.xml"].deflated, -15).decode()
    assert f'bg1="{expected[0]}" tx1="{expected[1]}"' in master


def test_the_theme_has_twelve_colours_two_fonts_and_three_of_each_format(data: bytes) -> None:
    package = opened(data)
    for name in ("ppt/theme/theme1.xml", "ppt/theme/theme2.xml"):
        root = tree(package, name)
        colours = {row.tag.partition("}")[2]: row[0].get("val") for row in find_all(root, ".//a:clrScheme/*")}
        assert colours == sample.SCHEME
        assert list(colours) == list(sample.SCHEME)
        assert [len(row) for row in find_all(root, ".//a:fmtScheme/*")] == [3, 3, 3, 3]
        assert [row.get("typeface") for row in find_all(root, ".//a:latin")] == ["Arial", "Arial"]


def test_masters_do_not_share_a_theme(data: bytes) -> None:
    package = opened(data)
    masters = ("ppt/slideMasters/slideMaster1.xml", "ppt/notesMasters/notesMaster1.xml")
    themes = [target for name in masters for target in relations(package, name).values() if "theme" in target]
    assert len(set(themes)) == 2


def test_the_master_styles_nine_levels_of_each_kind_of_text(data: bytes) -> None:
    root = tree(opened(data), "ppt/slideMasters/slideMaster1.xml")
    assert [len(style) for style in find_all(root, "p:txStyles/*")] == [9, 9, 9]
    body = find_all(root, "p:txStyles/p:bodyStyle/*")
    assert [find_all(level, "a:defRPr")[0].get("sz") for level in body] == ["2800", "2200"] + ["1800"] * 7
    assert [find_all(level, "a:buChar")[0].get("char") for level in body[:2]] == ["•", "–"]


def test_a_base_package_is_the_same_each_time_and_small() -> None:
    assert sample.base().parts == sample.BASE.parts
    assert sum(len(part.deflated) for part in sample.BASE.parts) < 20_000
