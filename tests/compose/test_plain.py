"""Plain text, set by numbers, has the words and lines that setting it with care gives it."""

import random

import pytest
from msgspec.structs import replace

from deckmotor.color import Color
from deckmotor.compose.air import air, aired
from deckmotor.compose.ends import with_good_ends
from deckmotor.compose.even import evened
from deckmotor.compose.look import Look
from deckmotor.compose.place import in_slot
from deckmotor.compose.plain import plain_text
from deckmotor.compose.setting import placed, set_with_care
from deckmotor.scene.page import Page, Paragraph, PlainLines, Run, TextItem, lowered
from deckmotor.style import Box, Bullet, Insets, ParagraphStyle, TextStyle
from deckmotor.typeset.fonts import shipped_fonts
from deckmotor.units import points
from tests.built import every_slide

WORDS = (
    *("och", "i", "på", "en", "av", "(för", "att", "ungdomar", "kommunen", "vägar", "arbete", "samverkan", "utbildning"),
    *("stöd", "hus", "e-post", "12", "mnkr", "Varberg,", "Åre", "Skåne–Halland", "våren—hösten", "om\u00a0året"),
)


def paragraphs(chance: random.Random, family: str) -> list[Paragraph]:
    """A list of one to four items, with marks or numbers, their letters sometimes closer."""
    tracking = chance.choice((0, 0, -points(0.3)))
    text = TextStyle(family=family, size=points(chance.choice((14, 20, 24, 28.5))), color=Color("000000"), tracking=tracking)
    bullet = Bullet(number="arabicPeriod") if chance.random() < 0.3 else Bullet(char="•")
    style = ParagraphStyle(text=text, margin=points(20), indent=-points(20), before=points(6), after=points(2), bullet=bullet)
    said = [" ".join(chance.choices(WORDS, k=chance.randint(1, 14))) for _ in range(chance.randint(1, 4))]
    return [Paragraph(runs=(Run(text=one, style=text, language="sv"),), style=style, language="sv", start=9) for one in said]


def look() -> Look:
    """What text is set with."""
    theme = every_slide().theme
    assert theme is not None
    return Look(
        theme=theme,
        fonts=shipped_fonts(),
        layout=theme.layouts[0],
        language="sv",
        page="",
        media={},
        floors={},
        shrinks=True,
        problems=[],
        over=set(),
        taken={},
        filled=set(),
        memo={},
        settled={},
    )


def seen(item: TextItem) -> list[object]:
    """All that is known of a text, its lines one by one."""
    return [item.height, *((part.text, *part.lines) for part in item.paragraphs)]


@pytest.mark.parametrize("family", ["Arial", "Calibri", "Cambria", "Georgia"])
def test_plain_text_is_set_as_with_care(family: str) -> None:
    chance, using = random.Random(family), look()
    plainly = repaired = 0
    for _ in range(300):
        given = paragraphs(chance, family)
        box = Box(points(50), points(80), points(chance.randint(130, 500)), points(400))
        insets = Insets(left=points(3), top=points(4), right=points(5))
        plain = plain_text(given, box.width - insets.left - insets.right, using.fonts)
        if plain is None or plain.is_cut:
            continue
        plainly += 1
        careful, words = set_with_care(given, box, using, "bottom", insets)
        assert (seen(placed(plain, box, "bottom", insets)), words) == (seen(careful), ())
        careful, _ = set_with_care(given, box, using, "top", insets)
        plain.end_well()
        ended = placed(plain, box, "top", insets)
        assert seen(ended) == seen(with_good_ends(careful, using, even=False))
        repaired += ended.height != careful.height or any(map(differs, ended.paragraphs, given))
    assert plainly > 50
    assert repaired > 3


@pytest.mark.parametrize("family", ["Arial", "Calibri", "Cambria", "Georgia"])
def test_titles_are_made_even_as_with_care(family: str) -> None:
    chance, using = random.Random(family), look()
    narrower = repaired = 0
    for _ in range(300):
        size, tracking = points(chance.choice((28, 36, 44.5))), chance.choice((0, -points(0.5)))
        text = TextStyle(family=family, size=size, color=Color("000000"), tracking=tracking)
        style = ParagraphStyle(text=text, margin=points(chance.choice((0, 0, 12))), line_spacing=90)
        said = " ".join(chance.choices(WORDS, k=chance.randint(3, 16)))
        given = [Paragraph(runs=(Run(text=said, style=text, language="sv"),), style=style, language="sv")]
        box, insets = Box(0, points(80), points(chance.randint(200, 800)), points(400)), Insets(left=points(3), right=points(5))
        width = box.width - insets.left - insets.right
        plain = plain_text(given, width, using.fonts)
        if plain is None or plain.is_cut or not plain.broken:
            continue
        careful, _ = set_with_care(given, box, using, "bottom", insets)
        careful = with_good_ends(careful, using, even=True)
        even = evened(plain, width, using.fonts)
        assert even is not None
        made = placed(plain, box, "bottom", Insets(left=insets.left, right=insets.right + width - even))
        assert (seen(made), made.insets) == (seen(careful), careful.insets)
        narrower += even < width
        repaired += any(map(differs, made.paragraphs, given))
    assert narrower > 30
    assert repaired > 5


def differs(one: Paragraph, other: Paragraph) -> bool:
    """Whether paragraphs have other characters."""
    return one.text != other.text


def test_lines_are_made_of_numbers() -> None:
    lines = PlainLines("ett två tre", 10, 5, 100, 20, (4, 11), (30, 60))
    first, last = lines
    assert [first, last] == [lines[0], lines[-1]] == list(lines[:])
    assert (first.text, first.x, first.baseline, first.end) == ("ett", 10, 100, 4)
    assert (last.text, last.x, last.baseline, last.end) == ("två tre", 5, 120, 11)
    assert [line.baseline for line in lowered(lines, 7)] == [line.baseline for line in lowered((first, last), 7)] == [107, 127]


def test_a_list_gets_the_air_that_its_finished_page_would_get() -> None:
    chance, using = random.Random(1), look()
    theme = using.theme
    layout = theme.layout("content")
    assert layout is not None
    slot = layout.slot("body")
    assert slot is not None
    place, different = in_slot("bullets", slot), 0
    memo: dict[object, object] = {}
    for _ in range(60):
        given = paragraphs(chance, "Arial")
        width = slot.box.width - slot.insets.left - slot.insets.right
        early, late = plain_text(given, width, using.fonts), plain_text(given, width, using.fonts)
        if early is None or late is None or early.is_cut:
            continue
        air(early, place, theme.width, memo)
        tight = replace(placed(late, slot.box, "top", slot.insets), slot="body")
        page = Page(id="", title="", layout=layout.name, language="sv", items=(tight,))
        (item,) = aired(page, layout, theme.width, {}).items
        assert isinstance(item, TextItem)
        made = placed(early, slot.box, "top", slot.insets)
        assert seen(made) == seen(item)
        assert [part.style for part in made.paragraphs] == [part.style for part in item.paragraphs]
        different += made.height != tight.height
    assert different > 10
