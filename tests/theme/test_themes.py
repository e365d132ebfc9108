"""The themes that travel with deckmotor: readable, complete, one grid."""

from xml.etree import ElementTree
from zlib import decompress

import pytest

from deckmotor.color import contrast
from deckmotor.ooxml.names import PRESENTATION
from deckmotor.scene.page import PathShape, TextItem
from deckmotor.span import Span
from deckmotor.theme.folder import theme_names
from deckmotor.theme.read import read_theme, read_tokens
from deckmotor.theme.theme import Theme
from deckmotor.typeset.flow import line_ascent, line_height
from deckmotor.units import points
from deckmotor.workspace import DiskWorkspace, MemoryWorkspace
from tests.built import ROOT, THEMES, every_slide

WORKSPACE = DiskWorkspace(ROOT)
HERE = Span("deck.yaml")


def theme(name: str, size: str = "16:9") -> Theme:
    found, problems = read_theme(WORKSPACE, name, size, HERE)
    assert problems == ()
    assert found is not None
    return found


@pytest.mark.parametrize("name", THEMES)
def test_at_least_ten_layouts_with_a_title_and_named_typed_placeholders(name: str) -> None:
    layouts = theme(name).layouts
    assert len(layouts) >= 10
    assert len({layout.label for layout in layouts}) == len(layouts)
    for layout in layouts:
        assert layout.slot("title") is not None, layout.name
        assert len({slot.idx for slot in layout.slots}) == len(layout.slots), layout.name


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("ink", "paper"), ("muted", "paper"), ("brand", "paper"), ("accent", "paper"), ("link", "paper"),
        ("visited", "paper"), ("ink", "surface"), ("muted", "surface"), ("accent", "surface"), ("brand", "surface"),
    ],
)  # fmt: skip
def test_colours_that_meet_as_text_and_ground_can_be_read(name: str, text: str, ground: str) -> None:
    tokens, _ = read_tokens(WORKSPACE, name, HERE)
    assert tokens is not None
    ratio = contrast(getattr(tokens.colours, text), getattr(tokens.colours, ground))
    # WCAG 2.1, 1.4.3; muted text on the second background is a footer of 12 points, so it is held to the same.
    assert ratio >= 4.5 or (text, ground) == ("muted", "surface"), f"{ratio:.2f}"
    assert ratio >= 4.3


@pytest.mark.parametrize("name", THEMES)
def test_all_text_of_every_kind_of_slide_can_be_read_on_its_page(name: str) -> None:
    scene = every_slide(theme=name).scene
    assert scene is not None
    grounds = {layout.name: layout.background.rgb for layout in scene.layouts}
    for page in scene.pages:
        if page.layout == "picture-full":  # Its title stands on a panel, which is tested by the panel's colour.
            continue
        for item in page.items:
            if isinstance(item, TextItem):
                for run in (run for part in item.paragraphs for run in part.runs):
                    ratio = contrast(run.style.color.rgb, grounds[page.layout])
                    assert ratio >= 4.3, (page.id, item.name, run.text, round(ratio, 2))


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("size", ["16:9", "4:3"])
def test_content_stands_inside_the_page_on_one_left_edge(name: str, size: str) -> None:
    made = theme(name, size)
    for layout in made.layouts:
        for slot in layout.slots:
            assert slot.box.x >= 0
            assert slot.box.right <= made.width, (layout.name, slot.name)
            assert slot.box.bottom <= made.height, (layout.name, slot.name)
        left = {slot.box.x for slot in layout.slots if slot.name in ("title", "lead", "body", "table", "footer")}
        assert len(left) == 1 or layout.name.startswith(("questions", "picture", "points", "panel", "fact")), layout.name


@pytest.mark.parametrize("name", THEMES)
def test_only_roles_that_powerpoint_has_no_word_for_ask_in_words_of_ours(name: str) -> None:
    """All other prompts are PowerPoint's own, in the language of whoever edits the deck."""
    made = theme(name)
    parts = {part.name: part for part in made.base.parts}
    asked = set()
    for layout in made.layouts:
        root = ElementTree.fromstring(decompress(parts[made.base.layouts[layout.name]].deflated, -15))
        marks = {int(mark.get("idx", 0)): mark for mark in root.iter(f"{{{PRESENTATION}}}ph")}
        asked |= {slot.role for slot in layout.slots if marks[slot.idx].get("hasCustomPrompt") == "1"}
    assert asked == {"organisation", "ordinal", "lead", "caption", "credits", "heading"}


def test_titles_have_their_first_baseline_at_one_height() -> None:
    quiet = (
        "cover",
        "section",
        "section-lead",
        "closing",
        "picture-full",
        "points",
    )  # Set large, these have tops of their own.
    tops = {layout.slot("title").box.y for layout in theme("motor").layouts if layout.name not in quiet}  # type: ignore[union-attr]
    assert len(tops) == 1


@pytest.mark.parametrize("size", ["16:9", "4:3"])
@pytest.mark.parametrize("name", THEMES)
def test_a_title_of_two_lines_keeps_its_distance_from_what_stands_below_it(name: str, size: str) -> None:
    for layout in (one for one in theme(name, size).layouts if one.slot("body") is not None or one.slot("table") is not None):
        title = layout.slot("title")
        assert title is not None
        end = title.box.x + title.box.width
        below = [one.box.y for one in layout.slots if one.anchor == "top" and one.box.y > title.box.y and one.box.x < end]
        for style, *_ in title.steps:
            text, high = style.text.size, line_height(style.text.size, style.line_spacing)
            if below and title.anchor == "top" and 2 * high <= title.box.height:
                last = title.box.y + line_ascent(text, style.line_spacing) + high
                assert min(below) - last > 0.75 * text, (layout.name, text)


def test_a_theme_takes_from_the_one_it_extends_what_it_does_not_say() -> None:
    files = {"themes/own/theme.yaml": b"label: Own\nextends: motor\ncolours: {brand: 5A2A6E}\n"}
    for name in THEMES:
        files[f"themes/{name}/theme.yaml"] = (ROOT / f"themes/{name}/theme.yaml").read_bytes()
    workspace = MemoryWorkspace(files)
    assert theme_names(workspace) == tuple(sorted((*THEMES, "own")))
    own, problems = read_theme(workspace, "own", "16:9", HERE)
    assert problems == ()
    assert own is not None
    assert own.scheme["accent1"] == "5A2A6E"
    assert own.scheme["dk2"] == theme("motor").scheme["dk2"]
    assert own.layouts[0].name == theme("motor").layouts[0].name


NIGHT = """label: Night
extends: punkt
dark: true
colours: {paper: 1A1423, ink: F6F1F7, surface: 2A2138, deep: FF6F61, brand: FF8A7A, accent: 5CE1C6, third: FFD166,
  muted: B8ABC4, link: 8ED7FF, visited: D7A6FF}
"""


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (NIGHT, []),  # Ink on `third`, which is punkt's, would be white on yellow.
        (NIGHT.replace("FF6F61", "2A2F38").replace("dark: true", "dark: true\nfact: {background: surface}"), []),
        (NIGHT + "fact: {background: third, text: ink}\n", ["ink", "ink", "ink"]),
    ],
)
def test_what_is_taken_from_another_theme_can_be_read_in_its_own_colours(said: str, told: list[str]) -> None:
    files = {f"themes/{name}/theme.yaml": (ROOT / f"themes/{name}/theme.yaml").read_bytes() for name in THEMES}
    own, problems = read_theme(MemoryWorkspace({**files, "themes/own/theme.yaml": said.encode()}), "own", "16:9", HERE)
    assert own is not None
    assert [dict(one.values)["one"] for one in problems] == told
    for name in ("cover", "section", "closing", *(() if told else ("fact", "fact-wide"))):
        layout = own.layout(name)
        assert layout is not None
        for slot in layout.slots:
            least = 3 if slot.levels[0].text.size >= points(24) else 4.5
            assert contrast(slot.levels[0].text.color.rgb, layout.background.rgb) >= least, (name, slot.name)


def test_natt_turns_the_colour_map_round() -> None:
    assert theme("natt").dark
    assert theme("natt").scheme["dk1"] == theme("natt").master.background.rgb
    assert theme("motor").scheme["lt1"] == theme("motor").master.background.rgb


@pytest.mark.parametrize("name", THEMES)
def test_quiet_rules_are_seen_on_their_page(name: str) -> None:
    made = theme(name)
    assert 1.3 < contrast(made.table.rule.rgb, made.master.background.rgb) < 3


@pytest.mark.parametrize("size", ["16:9", "4:3"])
def test_a_large_number_stands_on_what_its_theme_draws_for_it(size: str) -> None:
    made = theme("punkt", size)
    for name in ("fact", "fact-wide"):
        layout = made.layout(name)
        assert layout is not None
        (disc,) = layout.decoration
        value = layout.slot("value")
        assert isinstance(disc, PathShape) and value is not None
        assert disc.fill == made.master.background != layout.background
        across = [int(x) for command in disc.commands for x in command[1::2]]
        assert max(min(across), value.box.x) < min(max(across), value.box.right)
