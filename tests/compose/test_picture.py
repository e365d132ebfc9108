"""Pictures keep their shape: fitted whole, or cropped around their focus point."""

from hypothesis import given
from hypothesis import strategies as st

from deckmotor.compose.kinds.picture import contain
from deckmotor.scene.crop import WHOLE, filling_crop
from deckmotor.scene.page import Media
from deckmotor.style import Box

sizes = st.integers(min_value=1, max_value=20_000)
boxes = st.builds(Box, st.just(0), st.just(0), st.integers(100_000, 12_000_000), st.integers(100_000, 7_000_000))
percents = st.tuples(st.integers(0, 100), st.integers(0, 100))


@given(sizes, sizes, boxes, percents)
def test_a_filled_place_is_cropped_on_one_side_only_and_not_stretched(
    width: int, height: int, box: Box, focus: tuple[int, int]
) -> None:
    left, top, right, bottom = filling_crop((width, height), box, focus)
    assert min(left, top, right, bottom) >= 0
    assert left + right == 0 or top + bottom == 0
    shown = (width * (WHOLE - left - right)) / (height * (WHOLE - top - bottom) or 1)
    if min(WHOLE - left - right, WHOLE - top - bottom) > WHOLE // 100:
        assert abs(shown / (box.width / box.height) - 1) < 0.01


@given(sizes, sizes, boxes)
def test_a_fitted_picture_stays_inside_and_keeps_its_shape(width: int, height: int, box: Box) -> None:
    shown = contain(Media(data=b"", type="png", width=width, height=height), box, high=False)
    assert shown.x >= box.x
    assert shown.y >= box.y
    assert shown.right <= box.right
    assert shown.bottom <= box.bottom
    assert shown.width == box.width or shown.height == box.height


def test_the_focus_point_is_kept() -> None:
    square = Box(0, 0, 1_000_000, 1_000_000)
    assert filling_crop((2000, 1000), square, (0, 50)) == (0, 0, 50_000, 0)
    assert filling_crop((2000, 1000), square, (100, 50)) == (50_000, 0, 0, 0)
    assert filling_crop((2000, 1000), square, (50, 50)) == (25_000, 0, 25_000, 0)
