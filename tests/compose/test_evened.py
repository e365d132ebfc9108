"""Pages whose places share sizes: what was set before is kept only where it would be set alike, and room follows size."""

import pytest

from deckmotor.compose.composed import Composed
from deckmotor.compose.fit import Composer, Floors, shown_of
from deckmotor.scene.page import PictureItem, TextItem
from tests.compose.combinations import FONTS, material

Kinds = tuple[str, ...]

SLIDES: tuple[tuple[Kinds, str], ...] = (
    (("columns", "questions", "text"), "4:3"),
    (("columns", "questions", "bullets"), "4:3"),
    (("picture", "quote", "numbered"), "4:3"),
    (("quote", "columns", "bullets", "text"), "16:9"),
)


def composed(kinds: Kinds, page: str, floors: Floors = ()) -> Composed:
    """A slide of these kinds, composed by nobody before."""
    stuff = material(page)
    composer = Composer(
        head=stuff.deck.head,
        theme=stuff.theme,
        fonts=FONTS,
        media=stuff.media,
        memo={},
        shown=shown_of(stuff.deck.head, {}),
        sections={},
        plans={},
    )
    return composer.slide(stuff.slide(kinds, "normal"), floors)


@pytest.mark.parametrize(("kinds", "page"), SLIDES)
def test_a_page_made_even_is_that_of_beginning_at_its_sizes(kinds: Kinds, page: str) -> None:
    made = composed(kinds, page)
    assert composed(kinds, page, tuple(made.steps.items())).pages == made.pages


def test_a_picture_takes_the_room_that_smaller_text_leaves() -> None:
    heights = []
    for floors in ((), (("body", 4),)):
        (picture,) = (
            item for item in composed(("columns", "picture"), "16:9", floors).pages[0].items if isinstance(item, PictureItem)
        )
        heights.append(picture.box.height)
    assert heights[0] < heights[1]


def test_lists_get_no_air_where_anything_was_moved() -> None:
    (page,) = composed(("picture", "quote", "numbered"), "4:3").pages
    (numbered,) = (item for item in page.items if isinstance(item, TextItem) and item.name.endswith("/numbered"))
    first, second = numbered.paragraphs
    assert numbered.moved
    assert first.style.before == second.style.before
