"""What a slide holds chooses its layout."""

import pytest

from deckmotor.build import Pipeline
from deckmotor.scene.page import PictureItem, TextItem
from deckmotor.workspace import DiskWorkspace, MemoryWorkspace, builtin_themes
from tests.built import ROOT
from tests.hostile.pictures import full

CASES = [
    ("cover: {}", "cover"),
    ("section: Del", "section"),
    ("closing: Tack", "closing"),
    ("title: T", "statement"),
    ("title: T\n    look: plain", "title-only"),
    ("title: T\n    lead: L", "content-lead"),
    ("title: T\n    bullets: [a]", "content"),
    ("title: T\n    numbered: [a]", "content"),
    ("title: T\n    lead: L\n    bullets: [a]", "content-lead"),
    ("title: T\n    text: Några ord", "statement"),
    (f"title: T\n    text: {'ord ' * 45}", "text"),
    ("title: T\n    text: Några ord\n    bullets: [a]", "content"),
    ("title: T\n    quote: Ord", "quote"),
    ("title: T\n    questions: [a, b]", "questions"),
    ("title: T\n    questions: [a]", "statement"),
    ("title: T\n    table: [[a, b], [c, d]]", "table"),
    ("title: T\n    lead: L\n    table: [[a, b], [c, d]]", "table-lead"),
    ("title: T\n    bullets: [a]\n    table: [[a, b], [c, d]]", "columns-2"),
    ("title: T\n    columns: [{bullets: [a]}, {text: b}, {text: c}]", "columns-3"),
    ("title: T\n    columns: [{heading: H, bullets: [a]}, {text: b}]", "compare-2"),
    ("title: T\n    bullets: [a]\n    map: {places: [Kalix]}", "map-right"),
    ("title: T\n    bullets: [a]\n    columns: [{text: b}, {text: c}, {text: d}]\n    map: {places: [Kalix]}", "map-words"),
    ("title: T\n    bullets: [a]\n    columns: [{text: b}, {text: c}]\n    map: {places: [Kalix]}", "columns-4"),
    ("title: T\n    layout: quote\n    text: Ord", "quote"),
]


@pytest.mark.parametrize(("slide", "layout"), CASES)
def test_layout(slide: str, layout: str) -> None:
    themes = {f"themes/{name}/theme.yaml": (ROOT / f"themes/{name}/theme.yaml").read_bytes() for name in ("motor", "natt")}
    deck = f"title: Prov\nslides:\n  - {slide}\n".encode()
    composed = Pipeline.of(MemoryWorkspace({"deck.yaml": deck, **themes}), "deck.yaml").compose()
    assert composed.problems == ()
    assert composed.scene is not None
    assert [page.layout for page in composed.scene.pages] == [layout]


def test_built_in_themes_are_there_for_any_project() -> None:
    assert DiskWorkspace(ROOT / "tests", builtin_themes()).exists("themes/motor/theme.yaml")


LISTS = (
    *("content\n    bullets: [En]", "content\n    bullets: [En, Två, Tre, Fyra]", "content\n    numbered: [En, Två]"),
    *("columns-2\n    bullets: [En]", "columns-2\n    bullets: [En, Två, Tre]", "points\n    bullets: [En, Två]"),
    *("beside\n    bullets: [En, Två]", "content\n    build: items\n    bullets: [En, Två]"),
)


def test_a_list_stands_where_it_does_whatever_came_before() -> None:
    def stands(*slides: str) -> list[object]:
        text = "title: Prov\ntheme: motor\nslides:\n" + "".join([f"  - title: T\n    layout: {slide}\n" for slide in slides])
        themes = {"themes/motor/theme.yaml": (ROOT / "themes/motor/theme.yaml").read_bytes()}
        scene = Pipeline.of(MemoryWorkspace({"deck.yaml": text.encode(), **themes}), "deck.yaml").compose().scene
        assert scene is not None
        texts = [[item for item in page.items if isinstance(item, TextItem)] for page in scene.pages]
        return [[(item.slot, item.box, item.moved, len(item.paragraphs), item.click) for item in items] for items in texts]

    assert stands(*LISTS) == stands(*reversed(LISTS))[::-1]


SHAPES = [((600, 900), "picture-tall"), ((800, 800), "picture-tall"), ((1200, 800), "picture"), ((2400, 600), "picture")]


@pytest.mark.parametrize(("size", "layout"), SHAPES)
def test_a_tall_picture_alone_stands_beside_its_title(size: tuple[int, int], layout: str) -> None:
    files = {
        "deck.yaml": b"title: T\nslides:\n  - {title: A, picture: {file: a.png, alt: A}}\n"
        b"  - {title: B, picture: {file: a.png, alt: A}, text: Words}\n"
        b"  - {title: C, picture: {file: a.png, alt: A, fit: fill}}\n",
        "a.png": full(*size),
        **{f"themes/{name}/theme.yaml": (ROOT / f"themes/{name}/theme.yaml").read_bytes() for name in ("motor", "natt")},
    }
    scene = Pipeline.of(MemoryWorkspace(files), "deck.yaml").compose().scene
    assert scene is not None
    assert [page.layout for page in scene.pages] == [layout, "picture-left", "picture"]
    (picture,) = [item for item in scene.pages[0].items if isinstance(item, PictureItem)]
    assert (picture.box.height > scene.height * 0.75) == (layout == "picture-tall")
