"""Galleries of any pictures in any place: nothing outside it, a gutter between all, no more cut off than may be."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from deckmotor.compose.gallery import COLUMNS, MOST_CUT, Cell, Shape, placed
from deckmotor.style import Box
from deckmotor.theme.grid import GUTTER
from deckmotor.units import inches

LINE = inches(0.27)
SHARE = 0.01
"""Of a picture's shape that whole EMU, and what is left uncut, may change."""

shapes = st.builds(Shape, ratio=st.floats(0.3, 3.5), cut=st.sampled_from((0.0, MOST_CUT, MOST_CUT, 0.999)), told=st.booleans())
galleries = st.lists(shapes, min_size=2, max_size=6)
areas = st.sampled_from(
    (
        (Box(inches(0.75), inches(1.9), inches(11.83), inches(4.75)), COLUMNS),
        (Box(inches(0.75), inches(1.9), inches(8.5), inches(4.75)), COLUMNS),
        (Box(inches(0.75), inches(2.7), inches(8.5), inches(3.95)), COLUMNS),
        (Box(inches(6.8), inches(1.9), inches(5.6), inches(4.75)), 6),
        (Box(inches(0.75), inches(1.9), inches(2.6), inches(4.75)), 3),
    )
)


def laid(gallery: list[Shape], area: Box, columns: int) -> tuple[Cell, ...]:
    """Captions of one line, or of two where they are narrow."""
    return placed(gallery, area, columns, lambda at, width: (1 + (width < inches(2))) * LINE if gallery[at].told else 0)


def apart(one: Box, other: Box) -> bool:
    across = max(one.x, other.x) - min(one.right, other.right)
    down = max(one.y, other.y) - min(one.bottom, other.bottom)
    return max(across, down) >= GUTTER - 1


@settings(max_examples=300, deadline=None)
@given(galleries, areas)
def test_pictures_stand_inside_their_place_and_apart(gallery: list[Shape], place: tuple[Box, int]) -> None:
    area, columns = place
    cells = laid(gallery, area, columns)
    assert len(cells) == len(gallery)
    for shape, cell in zip(gallery, cells, strict=True):
        for box in (cell.picture, cell.caption) if shape.told else (cell.picture,):
            assert area.x <= box.x and area.y <= box.y
            assert box.right <= area.right + 2 and box.bottom <= area.bottom + 2
    assert all(apart(one.picture, other.picture) for one, other in combinations(cells, 2))


@settings(max_examples=300, deadline=None)
@given(galleries, areas)
def test_no_more_is_cut_off_than_may_be(gallery: list[Shape], place: tuple[Box, int]) -> None:
    for shape, cell in zip(gallery, laid(gallery, *place), strict=True):
        ratio = cell.picture.width / cell.picture.height
        assert 1 - min(ratio, shape.ratio) / max(ratio, shape.ratio) <= shape.cut + SHARE


@settings(max_examples=200, deadline=None)
@given(galleries, areas)
def test_captions_stand_at_their_pictures(gallery: list[Shape], place: tuple[Box, int]) -> None:
    for shape, cell in zip(gallery, laid(gallery, *place), strict=True):
        if shape.told:
            below = cell.caption.y - cell.picture.bottom
            beside = cell.caption.x - cell.picture.right
            assert (cell.caption.x == cell.picture.x and 0 < below < GUTTER) or beside == GUTTER


def test_where_rows_leave_the_page_unfilled_the_first_and_the_last_are_as_high_as_it() -> None:
    gallery = [
        Shape(ratio=ratio, cut=cut, told=False)
        for ratio, cut in ((0.8, 0.34), (1.78, 0.34), (1.5, 0.34), (1.5, 0.34), (0.5, 0))
    ]
    area = Box(inches(0.75), inches(2.1), inches(11.83), inches(4.5))
    first, *between, last = laid(gallery, area, COLUMNS)
    assert first.picture.height == last.picture.height == area.height
    assert abs(last.picture.right - area.right) <= 2 and len({cell.picture.y for cell in between}) == 2
