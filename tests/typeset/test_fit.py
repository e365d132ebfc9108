"""Even lines."""

from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from deckmotor.style import ParagraphStyle, TextStyle
from deckmotor.typeset.fit import balanced_width
from deckmotor.typeset.flow import FlowParagraph, flow
from deckmotor.typeset.fonts import shipped_fonts
from deckmotor.typeset.lines import break_text, line_ends
from deckmotor.units import points
from tests.typeset.boxes import INK, WORDS, Piece

FONTS = shipped_fonts()
TITLE = TextStyle(family="Arial", size=points(32), color=INK, bold=True)


def title(text: str) -> list[FlowParagraph]:
    return [FlowParagraph(runs=(Piece(text, TITLE),), style=ParagraphStyle(text=TITLE))]


def lines(text: str, width: int) -> list[str]:
    return [line.text for line in flow(title(text), width, FONTS).paragraphs[0]]


def test_a_title_with_a_lonely_last_word_gets_even_lines() -> None:
    text = "Så kan kommunen och arbetsförmedlingen samverka bättre"
    width = points(700)
    assert lines(text, width) == ["Så kan kommunen och arbetsförmedlingen", "samverka bättre"]
    assert lines(text, balanced_width(title(text), width, FONTS)) == [
        "Så kan kommunen och",
        "arbetsförmedlingen samverka bättre",
    ]


def test_even_lines_are_the_same_in_a_box_that_is_a_little_narrower_or_wider() -> None:
    text = "Så kan kommunen och arbetsförmedlingen samverka bättre"
    balanced = balanced_width(title(text), points(700), FONTS)
    expected = lines(text, balanced)
    same = [width for width in range(points(100), points(700), points(0.5)) if lines(text, width) == expected]
    assert abs((same[0] + same[-1]) / 2 - balanced) <= points(1)
    assert same[-1] - same[0] > points(20)


def test_a_title_on_one_line_keeps_its_width() -> None:
    assert balanced_width(title("En kort titel"), points(700), FONTS) == points(700)
    assert balanced_width([], points(700), FONTS) == points(700)


def test_even_lines_never_cut_a_word() -> None:
    text = "Verksamhetsutvecklingsprojekt för alla"
    width = points(520)
    assert lines(text, width) == ["Verksamhetsutvecklingsprojekt", "för alla"]
    assert lines(text, balanced_width(title(text), width, FONTS)) == ["Verksamhetsutvecklingsprojekt", "för alla"]


words = st.sampled_from(sorted({word for text in WORDS.values() for word in text.split()}))
titles = st.lists(words, min_size=1, max_size=16).map(" ".join)


@settings(deadline=None)
@given(titles, st.integers(points(150), points(900)))
def test_even_lines_are_as_many_and_the_longest_is_no_longer(text: str, width: int) -> None:
    balanced = balanced_width(title(text), width, FONTS)
    assert balanced <= width
    before, after = (flow(title(text), each, FONTS).paragraphs[0] for each in (width, balanced))
    assert len(after) == len(before)
    assert max(line.width for line in after) <= max(line.width for line in before)


@settings(deadline=None)
@given(titles, st.integers(points(40), points(900)), st.integers(points(20), points(900)), st.sampled_from([0, points(1.5)]))
@example("Verksamhetsutvecklingsprojekt för alla", points(100), points(100), 0)
@example("Beslut: state-of-the-art och 3M-nätverket, kommun/region", points(120), points(160), 0)
def test_lines_that_are_only_counted_end_where_those_do_that_are_set(text: str, first: int, rest: int, tracking: int) -> None:
    run = Piece(text, replace(TITLE, tracking=tracking))
    set_lines, broken = break_text((run,), first, rest, FONTS)
    assert line_ends(run, first, rest, FONTS) in (None, [] if broken else [line.end for line in set_lines])
    assert (line_ends(run, first, rest, FONTS) is None) == ("  " in text)
