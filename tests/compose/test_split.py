"""Splitting loses nothing, keeps its order, and leaves no lone last item."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmotor.compose.split import balanced, between, sentences
from deckmotor.model.text import Text, TextRun
from deckmotor.span import Span

HERE = Span("deck.yaml")
heights = st.lists(st.floats(min_value=1, max_value=100), min_size=1, max_size=30)


@given(heights, st.integers(min_value=1, max_value=6))
def test_cuts_are_in_order_and_end_at_the_end(given_heights: list[float], count: int) -> None:
    cuts = balanced(given_heights, count)
    if len(given_heights) < count:
        assert cuts is None
    elif cuts is not None:
        assert len(cuts) == count
        assert list(cuts) == sorted(set(cuts))
        assert cuts[-1] == len(given_heights)


@given(st.lists(st.floats(min_value=1, max_value=100), min_size=4, max_size=30), st.integers(min_value=2, max_value=6))
def test_the_last_unit_never_stands_alone(given_heights: list[float], count: int) -> None:
    cuts = balanced(given_heights, count)
    if cuts is not None and len(given_heights) > count:
        assert cuts[-1] - cuts[-2] >= 2


def test_a_high_last_unit_stands_alone_where_the_two_have_no_room_for_each_other() -> None:
    given_heights = [1.0, 1.0, 1.0, 1.0, 6.0, 6.0]
    assert balanced(given_heights, 3, 10) == (4, 5, 6)
    assert balanced(given_heights, 3, 12) == (3, 4, 6)


@pytest.mark.parametrize("total", [4, 7, 9, 13, 31])
def test_no_part_of_like_units_holds_less_than_a_third_of_another(total: int) -> None:
    for count in range(2, total // 2 + 1):
        cuts = balanced([1.0] * total, count)
        assert cuts is not None
        held = [last - first for first, last in pairwise((0, *cuts))]
        assert 3 * min(held) >= max(held), held


@given(heights)
def test_more_parts_are_never_higher(given_heights: list[float]) -> None:
    def highest(count: int) -> float | None:
        cuts = balanced(given_heights, count)
        if cuts is None:
            return None
        return max(sum(given_heights[a:b]) for a, b in zip((0, *cuts), cuts, strict=False))

    two, one = highest(2), highest(1)
    assert one is not None
    assert two is None or two <= one + 1e-9


def cut(text: Text, language: str = "sv") -> tuple[Text, ...]:
    """A paragraph's sentences, each as a text of its own."""
    return tuple(between(text, begin, end) for begin, end in sentences(text, language))


runs = st.lists(
    st.builds(TextRun, text=st.text(alphabet="ab .!? åÅ\n", min_size=1, max_size=20), bold=st.booleans()),
    min_size=1,
    max_size=5,
)


@given(runs)
def test_sentences_joined_are_the_paragraph(parts: list[TextRun]) -> None:
    text = Text(runs=tuple(parts), span=HERE)
    joined = " ".join(part.typed for part in cut(text))
    assert joined.split() == text.typed.split()


@given(runs)
def test_sentences_keep_their_marks(parts: list[TextRun]) -> None:
    text = Text(runs=tuple(parts), span=HERE)

    def bold(texts: tuple[Text, ...]) -> str:
        return "".join(re.sub(r"\s", "", run.text) for part in texts for run in part.runs if run.bold)

    assert bold(cut(text)) == bold((text,))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("En mening. En till.", ["En mening.", "En till."]),
        ("Bara en", ["Bara en"]),
        ("Sade hon ”nej.” Sedan gick hon.", ["Sade hon ”nej.”", "Sedan gick hon."]),
        (
            "Det gäller t.ex. Kalix, bl. a. Motala och s.k. Komvux. Mer?! Ja.",
            "Det gäller t.ex. Kalix, bl. a. Motala och s.k. Komvux.|Mer?!|Ja.",
        ),
        (
            "Den 1. Maj år 2019. Sedan kom dr. A. Ek (jfr. Ek 2020). Slut…",
            "Den 1. Maj år 2019.|Sedan kom dr. A. Ek (jfr. Ek 2020).|Slut…",
        ),
        (
            "»Hur då?« frågade hon. De läser språk osv. Andra gör det inte.",
            "»Hur då?« frågade hon.|De läser språk osv.|Andra gör det inte.",
        ),
        (
            "de: Am 3. Oktober gilt z. B. Abs. 2 bzw. Satz 1. Danach, z.B. Montags, nicht.",
            "Am 3. Oktober gilt z. B. Abs. 2 bzw. Satz 1. Danach, z.B. Montags, nicht.",
        ),
        ("fi: Esim. Oulu on mukana. Luokka 7. B jatkaa vrt. Liite.", "Esim. Oulu on mukana.|Luokka 7. B jatkaa vrt. Liite."),
        ("ru: В 2020 г. Калинин писал. Потом т. е. Иванов.", "В 2020 г. Калинин писал.|Потом т. е. Иванов."),
        (
            "en: See Fig. 2 of Dr. Poe, e.g. Chapter 1. No, never. Mr. Lee!",
            "See Fig. 2 of Dr. Poe, e.g. Chapter 1. No, never.|Mr. Lee!",
        ),
        (f"A{'.' * 20_000}{'b' * 20_000}. C", f"A{'.' * 20_000}{'b' * 20_000}.|C"),
    ],
)
def test_sentences(text: str, expected: str | list[str]) -> None:
    language, _, said = text.rpartition(": ")
    whole = Text(runs=(TextRun(text=said),), span=HERE)
    told = [part.plain for part in cut(whole, language or "sv")]
    assert told == (expected.split("|") if isinstance(expected, str) else expected)
