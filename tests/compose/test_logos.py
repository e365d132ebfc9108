"""Walls of logos: what the eye sees of each is alike, whatever its file; what could not be seen on the page lies on a plate."""

import io
from itertools import pairwise
from math import sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageDraw

from deckmotor.build import Pipeline
from deckmotor.color import Color
from deckmotor.compose.kinds.logos.wall import LARGEST, UNLIKE, Form, wall
from deckmotor.pictures.cleared import cleared
from deckmotor.scene.page import GroupItem, PictureItem, ShapeItem
from deckmotor.style import Box
from deckmotor.units import points
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES

AREA = Box(points(54), points(130), points(852), points(340))

FORMS = st.builds(Form, st.floats(0.2, 8), st.floats(0.02, 1.0))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(FORMS, min_size=2, max_size=24), st.sampled_from((0, points(24))))
def test_logos_stay_in_cells_that_never_meet_and_are_of_one_size_or_have_as_much_air(forms: list[Form], below: int) -> None:
    made = wall(forms, AREA, below)
    cells = [spot.cell for spot in made.spots]
    a_row = not below and made.columns == len(forms)
    assert len({cell.height if a_row else (cell.width, cell.height) for cell in cells}) == 1
    assert not a_row or max(airs := [spot.cell.width - spot.ink.width for spot in made.spots]) - min(airs) <= 2
    for spot in made.spots:
        assert spot.cell.x <= spot.ink.x and spot.ink.right <= spot.cell.right
        assert spot.cell.y <= spot.ink.y and spot.ink.bottom <= spot.cell.bottom
        assert AREA.x <= spot.cell.x and spot.cell.right <= AREA.right
        assert AREA.y <= spot.cell.y and spot.cell.bottom + below <= AREA.bottom
    for one, other in pairwise(cells):
        assert other.x >= one.right or other.y >= one.bottom + below
    roots = [sqrt(spot.ink.width * spot.ink.height) / form.weight for spot, form in zip(made.spots, forms, strict=True)]
    assert max(roots) <= LARGEST * 1.01
    usual = sorted(roots)[len(roots) // 2]
    assert max(roots) <= usual / UNLIKE * 1.05  # None is larger than others allow.


def drawn(size: tuple[int, int], ground: str, ink: str, box: tuple[int, int, int, int]) -> bytes:
    """A picture with a rectangle on a ground, which may be clear."""
    picture = Image.new("RGBA", size, ground)
    ImageDraw.Draw(picture).rectangle((*box[:2], box[2] - 1, box[3] - 1), fill=ink)
    file = io.BytesIO()
    picture.save(file, "png")
    return file.getvalue()


CLEAR = "#00000000"
LOGOS = {
    "tight.png": drawn((400, 200), CLEAR, "#B93F19", (0, 0, 400, 200)),
    "airy.png": drawn((1200, 1000), CLEAR, "#B93F19", (400, 400, 800, 600)),
    "white.png": drawn((800, 800), "#FFFFFF", "#B93F19", (200, 300, 600, 500)),
    "dark.png": drawn((800, 800), CLEAR, "#101010", (200, 300, 600, 500)),
    "light.png": drawn((800, 800), CLEAR, "#FFFFFF", (200, 300, 600, 500)),
    "drawn.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path fill="#111" d="M0 0h40v20H0z"/></svg>',
    "tile.png": drawn((400, 200), "#E0A63A", "#E0A63A", (0, 0, 1, 1)),
}


def groups(theme: str) -> dict[str, GroupItem]:
    deck = "title: A\nlanguage: sv\nslides:\n  - title: T\n    logos:\n"
    deck += "".join(f"      {name}: {name[:-4]}\n" for name in LOGOS)
    files = {**THEME_FILES, "deck.yaml": deck.encode(), **LOGOS}
    made = Pipeline.of(MemoryWorkspace(files), "deck.yaml", theme=theme).compose()
    assert made.scene is not None and made.problems == (), made.problems
    found = [item for item in made.scene.pages[0].items if isinstance(item, GroupItem)]
    return {name[:-4]: item for name, item in zip(LOGOS, found, strict=True)}


def picture(group: GroupItem) -> PictureItem:
    return next(item for item in group.items if isinstance(item, PictureItem))


def test_the_ground_around_a_logo_is_cut_off() -> None:
    shown = {name: picture(group) for name, group in groups("motor").items()}
    for item in (shown[name] for name in shown if name != "drawn"):  # What a drawing shows is not known so early.
        assert (item.box.width, item.box.height) == pytest.approx((shown["tight"].box.width, shown["tight"].box.height), 0.03)
    assert shown["tight"].crop == (0, 0, 0, 0)
    assert all(0 <= 100_000 // 3 - cut < 1_200 for cut in shown["airy"].crop[::2]), "a little is left around what is seen"
    assert [item.alt for item in shown.values()] == list(shown)


@pytest.mark.parametrize(
    ("theme", "plated"),
    [("motor", {"light"}), ("natt", {"tight", "airy", "white", "dark", "light", "drawn", "tile"})],
)
def test_what_could_not_be_seen_lies_on_a_plate(theme: str, plated: set[str]) -> None:
    found = groups(theme)
    plates = {name: item for name, group in found.items() for item in group.items if isinstance(item, ShapeItem)}
    assert set(plates) == plated
    for name, plate in plates.items():
        inner = picture(found[name]).box
        assert plate.box.x <= inner.x and inner.right <= plate.box.right and found[name].items[0] is plate


@pytest.mark.parametrize(
    ("logo", "theme", "ground"),
    [
        ("dark", "motor", "FFFFFF"),
        ("white", "motor", "FFFFFF"),
        ("tile", "punkt", "FFFFFF"),
        ("light", "motor", ""),
        ("light", "punkt", ""),
        ("light", "natt", ""),
        ("light", "pale", "1B1B1B"),
    ],
)
def test_the_logo_of_a_deck_is_seen_on_its_plate(logo: str, theme: str, ground: str) -> None:
    deck = f"title: A\nlogo: {logo}.png\nslides: [{{cover: {{}}}}]\n"
    pale = b"label: P\nextends: motor\ncolours: {deep: F4E9C8, paper: 101010, ink: FFFFFF}\ndark: true\n"
    files = {**THEME_FILES, "themes/pale/theme.yaml": pale, "deck.yaml": deck.encode(), **LOGOS}
    scene = Pipeline.of(MemoryWorkspace(files), "deck.yaml", theme=theme).compose().scene
    assert scene is not None
    layout = next(one for one in scene.layouts if one.name == "cover")
    (plate,) = [item for item in scene.pages[0].items if isinstance(item, ShapeItem) and item.name.endswith("/plate")]
    assert isinstance(plate.fill, Color) and plate.fill.rgb == (ground or layout.background.rgb)


def test_rows_are_full_where_they_can_be() -> None:
    area = Box(0, 0, points(852), points(340))
    forms = [Form(5.5, 0.4), Form(1.0, 0.5), Form(0.7, 0.8)]
    assert [wall(forms * times, area, 0).columns for times in (1, 2)] == [3, 3]


def test_a_wide_logo_does_not_keep_the_others_of_a_row_small() -> None:
    area = Box(0, 0, points(852), points(340))
    wide, other = (wall([Form(ratio, 0.45), Form(1.0, 0.45), Form(0.7, 0.45)], area, 0).spots[1].ink for ratio in (5.5, 1.0))
    assert wide.height > 0.8 * other.height and wide.height > 0.35 * area.height


def test_three_stand_in_a_row_on_a_narrow_page_too() -> None:
    """With two by two one place would be empty, though each logo would be larger."""
    narrow = Box(points(54), points(130), points(612), points(340))
    for forms in ([Form(4.6, 0.3), Form(1, 0.4), Form(0.7, 0.6)], [Form(1, 0.4)] * 3, [Form(3, 0.2)] * 3):
        assert wall(forms, narrow, 0).columns in (1, 3)


@pytest.mark.parametrize(("theme", "is_cleared"), [("motor", True), ("flik", False)])
def test_a_white_ground_is_no_box_on_paper_that_is_nearly_white(theme: str, is_cleared: bool) -> None:
    """It is clear there; flik's paper is white."""
    shown = {name: picture(group).media for name, group in groups(theme).items()}
    assert {name for name, media in shown.items() if "#" in media} == ({"white"} if is_cleared else set())


@pytest.mark.parametrize("coding", ["png", "jpeg"])
@pytest.mark.parametrize("ground", ["#FFFFFF", "#FCFDFE"])
def test_what_is_cleared_looks_as_before_on_white(coding: str, ground: str) -> None:
    whole = Image.new("RGB", (900, 600), ground)
    pen = ImageDraw.Draw(whole)
    pen.ellipse((250, 100, 650, 500), outline="#114488", width=30)
    pen.ellipse((350, 200, 550, 400), fill="#CC3311")
    pen.ellipse((400, 250, 500, 350), fill="#FFFFFF")
    small = whole.resize((300, 200), Image.Resampling.LANCZOS)  # With edges that are mixed.
    file = io.BytesIO()
    small.save(file, coding)
    before = Image.open(file).convert("RGB")
    after = Image.open(io.BytesIO(cleared(file.getvalue())))
    alpha = after.getchannel("A").tobytes()
    assert alpha[2 * 300 + 2] < 5, "the ground is clear"
    assert alpha[100 * 300 + 150] == alpha[100 * 300 + 105] == 255, "what is white inside stays"
    on_white = Image.alpha_composite(Image.new("RGBA", after.size, "white"), after).convert("RGB")
    assert max(ImageChops.difference(on_white, before).tobytes()) <= 3
