"""How things below each other share a height: who has what it needs, who grows, and who gives way."""

import pytest

from deckmotor.compose.heights import CLOSE, GAP, WIDE_GAP, gap, shared_height
from deckmotor.compose.kinds import Want


def text(height: int) -> Want:
    return Want(height=height, divides=True)


def table(height: int) -> Want:
    return Want(height=height)


def callout(height: int, padding: int) -> Want:
    return Want(height=height, padding=padding)


def picture(height: int, least: int) -> Want:
    return Want(height=height, least=least, ratio=0.75)


SHARED = {
    "the last has what is left": ([text(100), table(200)], 500, [100, 400]),
    "a picture grows before the last": ([picture(400, 100), text(50)], 300, [250, 50]),
    "a picture takes no more than it can use": ([picture(120, 100), text(50)], 300, [120, 180]),
    "two pictures grow alike": ([picture(400, 100), picture(400, 100)], 500, [250, 250]),
    "what can go on elsewhere gives way": ([text(400), table(200)], 500, [300, 200]),
    "what can't go on elsewhere stays, be it the highest": ([table(300), text(200)], 400, [300, 100]),
    "the highest of those gives way": ([text(400), text(50), table(100)], 400, [250, 50, 100]),
    "nothing that can go on": ([table(400), table(100)], 400, [300, 100]),
    "padding gives way before text": ([text(200), callout(200, 60)], 360, [200, 160]),
    "padding gives way alike": ([callout(200, 40), callout(300, 80)], 470, [190, 280]),
    "all padding, and then text": ([text(300), callout(200, 60)], 340, [200, 140]),
    "too little left for what can go on": ([text(400), table(390)], 400, [200, 200]),
}


@pytest.mark.parametrize(("wants", "room", "heights"), SHARED.values(), ids=list(SHARED))
def test_a_height_is_shared(wants: list[Want], room: int, heights: list[int]) -> None:
    space = GAP if sum(want.least or want.height for want in wants) <= room else CLOSE
    height = room + space * (len(wants) - 1)
    given = shared_height(wants, height)
    assert given == heights
    assert sum(given) + gap(wants, height) * (len(wants) - 1) <= height


def test_the_gap_is_wide_only_where_all_have_what_they_need_beside_it() -> None:
    wants = [text(100), table(200)]
    assert gap(wants, 300 + WIDE_GAP) == WIDE_GAP
    assert gap(wants, 299 + WIDE_GAP) == GAP


def test_the_gap_gives_way_down_to_a_half() -> None:
    wants = [text(100), table(200)]
    assert gap(wants, 300 + GAP - 7) == GAP - 7
    assert gap(wants, 300) == CLOSE == GAP // 2
