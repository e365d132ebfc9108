"""Lines and their places."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from deckmotor.style import Bullet, ParagraphStyle, TextStyle
from deckmotor.typeset.flow import Flow, FlowParagraph, flow
from deckmotor.typeset.fonts import shipped_fonts
from deckmotor.units import points
from tests.typeset.boxes import INK, WORDS, Piece

FONTS = shipped_fonts()
ARIAL = TextStyle(family="Arial", size=points(20), color=INK)
CALIBRI_BOLD = TextStyle(family="Calibri", size=points(24), color=INK, bold=True)
CODE = TextStyle(family="Courier New", size=points(16), color=INK)
TIGHT = TextStyle(family="Courier New", size=points(16), color=INK, tracking=-points(1.5))


def paragraph(*texts: str | Piece, mark: str | None = None, **look: object) -> FlowParagraph:
    runs = tuple(Piece(text, ARIAL) if isinstance(text, str) else text for text in texts)
    return FlowParagraph(runs=runs, style=ParagraphStyle(text=ARIAL, **look), mark=mark)  # type: ignore[arg-type]


def texts(measured: Flow) -> list[list[str]]:
    return [[line.text for line in lines] for lines in measured.paragraphs]


words = st.sampled_from(
    [*sorted({word for text in WORDS.values() for word in text.split()}), "中文字", "😀", "x" * 60, "a\u00adb"]
)
spaces = st.sampled_from((" ", " ", " ", "  ", "\n", "\u00a0", " \n ", ""))
paragraphs = st.lists(st.tuples(words, spaces), max_size=25).map(lambda parts: "".join(word + space for word, space in parts))
runs = st.lists(st.tuples(paragraphs, st.sampled_from((ARIAL, CALIBRI_BOLD, CODE))), min_size=1, max_size=3).map(
    lambda parts: tuple(Piece(text, look) for text, look in parts)
)
widths = st.integers(points(1), points(700))


@settings(deadline=None)
@given(runs, widths)
def test_lines_joined_give_the_paragraph_back(runs: tuple[Piece, ...], width: int) -> None:
    text = "".join(run.text for run in runs)
    (lines,) = flow([paragraph(*runs)], width, FONTS).paragraphs
    assert [line.start for line in lines] == [0, *(line.end for line in lines[:-1])]
    assert lines[-1].end == len(text)
    for line in lines:
        assert line.text == "".join(stretch.text for stretch in line.stretches)
        assert line.text.removesuffix("-").replace("\u00ad", "") in text.replace("\u00ad", "")


@pytest.mark.parametrize("tracking", [-1.5, 0, 1.5])
def test_soft_hyphens_that_no_line_ends_at_take_no_room(tracking: float) -> None:
    tracked = replace(ARIAL, tracking=points(tracking))
    plain, softened = "Digitalisierungsstrategie", "Digi\u00adta\u00adli\u00adsie\u00adrungs\u00adstra\u00adte\u00adgie"
    wide = [flow([paragraph(Piece(text, tracked))], points(900), FONTS).widest for text in (plain, softened)]
    assert wide[0] == pytest.approx(wide[1], abs=points(0.1))
    cut = flow([paragraph(Piece(softened, tracked))], wide[0] - points(0.2), FONTS)
    assert len(cut.paragraphs[0]) == 2 and not cut.broken_words


@settings(deadline=None)
@given(runs, widths)
def test_no_line_is_wider_than_the_box_but_of_one_character(runs: tuple[Piece, ...], width: int) -> None:
    for line in flow([paragraph(*runs)], width, FONTS).paragraphs[0]:
        assert line.width <= width or len(line.text.removesuffix("-")) <= 1


@settings(deadline=None)
@given(runs, widths, widths)
def test_a_wider_box_never_takes_more_lines(runs: tuple[Piece, ...], one: int, other: int) -> None:
    narrow, wide = (flow([paragraph(*runs)], width, FONTS) for width in sorted((one, other)))
    assert len(wide.paragraphs[0]) <= len(narrow.paragraphs[0])
    assert wide.height <= narrow.height or len(runs) > 1


@settings(deadline=None)
@given(paragraphs, widths, st.sampled_from((CODE, TIGHT)))
def test_cutting_a_run_where_nothing_kerns_changes_no_line(text: str, width: int, style: TextStyle) -> None:
    whole = flow([paragraph(Piece(text, style))], width, FONTS)
    cut = flow([paragraph(*(Piece(char, style) for char in text))], width, FONTS)
    assert texts(whole) == texts(cut)


@pytest.mark.parametrize("style", [CODE, TIGHT])
def test_a_line_is_as_wide_as_its_text_also_after_a_word_that_breaks_at_its_hyphen(style: TextStyle) -> None:
    text = "state-of-the-art decision-making well-being fifty-five long-term"
    for width in range(points(120), points(400), points(9)):
        for line in flow([paragraph(Piece(text, style))], width, FONTS).paragraphs[0]:
            assert line.width == pytest.approx(FONTS.width(line.text, style), abs=2)


@settings(deadline=None)
@given(runs, widths)
def test_the_stretches_of_a_line_follow_each_other(runs: tuple[Piece, ...], width: int) -> None:
    for line in flow([paragraph(*runs)], width, FONTS).paragraphs[0]:
        for one, other in pairwise(line.stretches):
            assert one.run < other.run
            assert abs(one.x + FONTS.width(one.text, runs[one.run].style) - other.x) <= 2
        if line.stretches:
            last = line.stretches[-1]
            assert abs(last.x + last.width - line.width) <= 2


def test_an_empty_paragraph_takes_a_line() -> None:
    measured = flow(
        [paragraph(""), FlowParagraph(runs=(), style=ParagraphStyle(text=ARIAL)), paragraph("a")], points(100), FONTS
    )
    assert texts(measured) == [[""], [""], ["a"]]
    assert measured.height == 3 * points(24)


def test_a_written_line_break_begins_a_line_even_at_the_end() -> None:
    assert texts(flow([paragraph("ett\ntvå"), paragraph("\n"), paragraph("tre\n")], points(100), FONTS)) == [
        ["ett", "två"],
        ["", ""],
        ["tre", ""],
    ]


def test_a_word_wider_than_the_box_breaks_between_characters_on_a_line_of_its_own() -> None:
    measured = flow([paragraph("en kompetensutvecklingsinsats till")], points(120), FONTS)
    assert texts(measured) == [["en", "kompetensut", "vecklingsinsa", "ts till"]]
    assert measured.broken_words == ("kompetensutvecklingsinsats",)
    assert flow([paragraph("en till")], points(120), FONTS).broken_words == ()


def test_a_soft_hyphen_is_drawn_only_where_the_line_breaks_at_it() -> None:
    text = "kompetens\u00adutveckling"
    assert texts(flow([paragraph(text)], points(300), FONTS)) == [["kompetensutveckling"]]
    assert texts(flow([paragraph(text)], points(120), FONTS)) == [["kompetens-", "utveckling"]]
    hyphen = FONTS.width("kompetens-", ARIAL)
    assert flow([paragraph(text)], points(120), FONTS).paragraphs[0][0].width == pytest.approx(hyphen, abs=2)


@pytest.mark.parametrize("text", ["ordet\u00ad", "ord\u00ad\u00ad", "ordet\u00ad\nnytt", "ordet\u00ad nytt", "ordet\u00ad  "])
def test_a_soft_hyphen_after_which_no_word_goes_on_is_not_drawn(text: str) -> None:
    measured = flow([paragraph(text)], points(60), FONTS)
    plain = flow([paragraph(text.replace("\u00ad", ""))], points(60), FONTS)
    assert texts(measured) == texts(plain)
    assert [line.width for line in measured.paragraphs[0]] == [line.width for line in plain.paragraphs[0]]


@pytest.mark.parametrize(
    ("spacing", "height", "ascent"),
    [(100, 24.0, 20.0), (90, 21.6, 17.28), (120, 28.8, 24.8), (150, 36.0, 32.0)],
)
def test_lines_stand_as_facts_md_2_measured_them(spacing: int, height: float, ascent: float) -> None:
    measured = flow([paragraph("a\nb", line_spacing=spacing)], points(100), FONTS)
    first, second = measured.paragraphs[0]
    assert (first.height, first.baseline) == (points(height), points(ascent))
    assert second.baseline == points(ascent) + points(height)
    assert measured.height == 2 * points(height)


def test_a_lowered_letter_makes_its_line_a_sixth_of_an_em_deeper_and_a_raised_one_does_not() -> None:
    plain, lowered, raised = (
        flow([paragraph("H", Piece("2", replace(ARIAL, baseline=shift)), "O\nluft")], points(300), FONTS)
        for shift in (0, -25_000, 30_000)
    )
    assert lowered.height - plain.height == round(points(20) / 6)
    assert raised.height == plain.height
    assert [line.baseline for line in lowered.paragraphs[0]] == [line.baseline for line in plain.paragraphs[0]]


def test_space_before_the_first_and_after_the_last_paragraph_is_left_out() -> None:
    one = paragraph("a", before=points(10), after=points(5))
    assert flow([one], points(100), FONTS).height == points(24)
    assert flow([one, one], points(100), FONTS).height == points(24 + 5 + 10 + 24)


def test_the_largest_size_of_a_line_makes_its_height() -> None:
    measured = flow([paragraph("liten\n", Piece("stor", CALIBRI_BOLD), " liten")], points(500), FONTS)
    assert [line.height for line in measured.paragraphs[0]] == [points(24), points(28.8)]


def test_text_stands_at_its_margin_after_the_bullet() -> None:
    item = paragraph("ord " * 20, margin=points(40), indent=points(-20), bullet=Bullet(char="•"))
    (lines,) = flow([item], points(200), FONTS).paragraphs
    assert len(lines) > 2
    assert {line.x for line in lines} == {points(40)}


def test_a_number_wider_than_its_indent_pushes_the_first_line() -> None:
    number = Bullet(number="arabicPeriod")
    item = paragraph("ord " * 20, mark="100.", margin=points(20), indent=points(-20), bullet=number)
    (lines,) = flow([item], points(200), FONTS).paragraphs
    assert lines[0].x == FONTS.width("100.", ARIAL) > points(20)
    assert {line.x for line in lines[1:]} == {points(20)}


def test_a_first_line_may_be_indented() -> None:
    (lines,) = flow([paragraph("ord " * 20, margin=points(10), indent=points(30))], points(200), FONTS).paragraphs
    assert [line.x for line in lines] == [points(40), *[points(10)] * (len(lines) - 1)]


@pytest.mark.parametrize("align", ["left", "center", "right"])
def test_lines_are_aligned_between_margin_and_right_edge(align: str) -> None:
    measured = flow([paragraph("ord " * 20, margin=points(40), align=align)], points(300), FONTS)
    for line in measured.paragraphs[0]:
        left, right = line.x - points(40), points(300) - line.x - line.width
        assert {"left": left, "center": abs(left - right) // 2, "right": right}[align] == 0
    assert measured.widest == max(line.x + line.width for line in measured.paragraphs[0])


@pytest.mark.parametrize("mark", ["\u0301", "\u20dd", "\u064b", "\u0e31"])
def test_a_letter_is_not_cut_from_its_mark(mark: str) -> None:
    for width in range(points(40), points(120), points(3)):
        (lines,) = flow([paragraph(f"e{mark}" * 40)], width, FONTS).paragraphs
        assert len(lines) > 1
        assert all(line.text.startswith("e") for line in lines)


def test_an_address_wider_than_the_box_is_cut_after_a_slash() -> None:
    address = "https://www.exempel.se/kommunalt/lärcentrum/startsida"
    assert texts(flow([paragraph(address)], points(200), FONTS)) == [
        ["https://www.exempel.s", "e/kommunalt/", "lärcentrum/startsida"]
    ]


def test_each_number_of_a_list_pushes_its_own_line() -> None:
    style = ParagraphStyle(text=ARIAL, margin=points(20), indent=points(-20), bullet=Bullet(number="arabicPeriod"))
    items = [FlowParagraph(runs=(Piece("ord", ARIAL),), style=style, mark=mark) for mark in ("9.", "100.", "1000.")]
    assert [lines[0].x for lines in flow(items, points(200), FONTS).paragraphs] == [
        points(20),
        FONTS.width("100.", ARIAL),
        FONTS.width("1000.", ARIAL),
    ]
