"""QR codes: what is drawn is what an encoder of the standard makes, dark on light in every theme, and says what it is."""

import io
from random import Random

import pytest
import segno
from PIL import Image

from deckmotor.build import Pipeline
from deckmotor.color import Color, contrast
from deckmotor.compose.kinds.map.words import MAPS
from deckmotor.compose.kinds.qr import QUIET, READABLE, WORDS
from deckmotor.compose.squares import squares
from deckmotor.drawn import press
from deckmotor.model.codes import MOST_BYTES
from deckmotor.scene.page import GroupItem, Scene, ShapeItem
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES, THEMES

ADDRESS = "https://example.org/anmalan"
DECK = f"title: Studien\nlanguage: sv\nslides: [{{title: Ett, qr: {ADDRESS}}}]\n"


def scene(theme: str, deck: str = DECK) -> Scene:
    made = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": deck.encode()}), "deck.yaml", theme=theme).compose()
    assert made.scene is not None and made.problems == ()
    return made.scene


def code(made: Scene) -> tuple[ShapeItem, ShapeItem]:
    (group,) = (item for item in made.pages[0].items if isinstance(item, GroupItem))
    ground, squares = group.items
    assert isinstance(ground, ShapeItem) and isinstance(squares, ShapeItem)
    return ground, squares


@pytest.mark.parametrize("theme", THEMES)
def test_squares_are_dark_on_light_with_a_margin_and_say_where_they_lead(theme: str) -> None:
    ground, squares = code(scene(theme))
    dark, light = squares.fill, ground.fill
    assert isinstance(dark, Color) and isinstance(light, Color)
    assert contrast(dark.rgb, light.rgb) >= READABLE
    assert contrast(dark.rgb, "000000") < contrast(light.rgb, "000000")
    assert squares.alt == "QR-kod till example.org/anmalan"
    assert squares.link is not None and squares.link.address == ADDRESS
    xs = [int(command[1]) for command in squares.outline if len(command) == 3]
    side = len(segno.make_qr(ADDRESS, error="m").matrix) + 2 * QUIET
    assert min(xs) - ground.box.x >= QUIET * ground.box.width // side


def test_what_is_drawn_is_the_code() -> None:
    made = scene("motor")
    ground, _ = code(made)
    picture = Image.open(io.BytesIO(press().png(made, 72)[0])).convert("L")
    rows = segno.make_qr(ADDRESS, error="m").matrix
    scale, square = picture.width / made.width, ground.box.width / (len(rows) + 2 * QUIET)
    for down, row in enumerate(rows):
        for across, dark in enumerate(row):
            x = (ground.box.x + (across + QUIET + 0.5) * square) * scale
            y = (ground.box.y + (down + QUIET + 0.5) * square) * scale
            seen = picture.getpixel((int(x), int(y)))
            assert isinstance(seen, int) and (seen < 128) == bool(dark), (across, down)


def test_the_longest_text_is_a_code_and_words_are_there_in_all_languages() -> None:
    assert set(WORDS) == set(MAPS)
    longest = ADDRESS + "a" * (MOST_BYTES - len(ADDRESS))
    code(scene("motor", DECK.replace(ADDRESS, f"{{address: {longest}, caption: Kort}}")))


def test_what_is_no_address_leads_nowhere() -> None:
    for text in ("Bara ord", "https://ex ample.org", "javascript:alert(1)"):
        assert code(scene("motor", DECK.replace(ADDRESS, f'"{text}"')))[1].link is None


def asked_square_by_square(text: str) -> list[str]:
    """The code as segno makes it alone, which tries all masks itself."""
    return ["".join(map(str, row)) for row in segno.make_qr(text, error="m").matrix]


FALSE_CORNERS = (
    "//c/c/a/bba0b/c",
    "0ab/bca0b0bba0b//000c/0/aca0cbb0/b//bac0//bccac0aa0b0aaa/abbba/aa0cacc//0bbc/ab",
)
"""Their masks differ in what looks like a corner and begins inside another."""


def test_the_mask_is_the_one_that_readers_like_best() -> None:
    chance = Random(2)
    texts = ["".join(chance.choices("0123456789/?abcå", k=length)) for length in range(1, 120, 2)]
    for text in (*texts, *FALSE_CORNERS):
        assert squares(text) == asked_square_by_square(text), text


@pytest.mark.parametrize("version", [1, 2, 6, 7, 14, 22, 32, 40])
def test_codes_of_all_sizes_are_those_of_the_standard(version: int) -> None:
    most = [0, 14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666, 711, 779, 857]
    most += [911, 997, 1059, 1125, 1190, 1264, 1370, 1452, 1538, 1628, 1722, 1809, 1911, 1989, 2099, 2213, 2331]
    made = squares("ab" * (most[version] // 2))
    assert len(made) == 17 + 4 * version and made == asked_square_by_square("ab" * (most[version] // 2))
