"""Decks as values, made at random, and what people do to them."""

from typing import Any

from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from deckmotor.diff.compare import KNOWN_BY
from deckmotor.finished import (
    Cell,
    Chart,
    Finished,
    Identity,
    Mark,
    Other,
    Paragraph,
    Picture,
    Point,
    Series,
    Slide,
    Table,
    Words,
)  # fmt: skip

WORDS = st.sampled_from(("", "a", "Kalix", "Motala", "urval av kommuner", "lärcentrum är en motor", "1 234", "mål\nvägar"))
NAMES = st.sampled_from(("", "Title 1", "start/bullets", "start/table", "Picture 3"))
PLACES = st.tuples(*[st.sampled_from((0, 10, 20))] * 4)
MARKS = st.lists(st.builds(Mark, st.just(0), st.integers(1, 3), st.booleans(), st.booleans()), max_size=1).map(tuple)


def _few(values: st.SearchStrategy[Any], most: int = 4) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(values, max_size=most).map(tuple)


PARAGRAPHS = _few(st.builds(Paragraph, WORDS, st.integers(0, 2), st.sampled_from(("", "bullet", "number")), MARKS))
ROWS = _few(_few(st.builds(Cell, WORDS, st.integers(1, 2), marks=MARKS), 3))
SERIES = _few(st.builds(Series, WORDS, _few(st.builds(Point, WORDS, WORDS))), 2)
PARTS = st.one_of(
    st.builds(
        Words, name=NAMES, role=st.sampled_from(("title", "body", "")), paragraphs=PARAGRAPHS, size=st.sampled_from((0, 18.5)),
        place=PLACES,
    ),
    st.builds(Table, name=NAMES, rows=ROWS),
    st.builds(Picture, name=NAMES, digest=st.sampled_from(("", "ab", "cd")), alt=WORDS, place=PLACES),
    st.builds(Chart, name=NAMES, kind=st.sampled_from(("bar", "line")), series=SERIES, alt=WORDS),
    st.builds(Other, kind=st.sampled_from(("video", "diagram")), text=WORDS),
)  # fmt: skip
IDENTITIES = st.builds(Identity, st.sampled_from(("", "start", "mål", "urval")), st.integers(0, 4), st.integers(0, 3))
SLIDES = st.builds(
    Slide, identity=IDENTITIES, parts=_few(PARTS), notes=PARAGRAPHS, footer=WORDS, hidden=st.booleans(), section=WORDS,
)  # fmt: skip
DECKS = st.builds(Finished, title=WORDS, size=st.sampled_from(((960, 540), (720, 540))), slides=_few(SLIDES, 6))


@st.composite
def edited(draw: st.DrawFn, deck: Finished) -> Finished:
    """The deck as somebody has left it: slides in another order, some gone, some new, some with other parts."""
    slides = [slide for slide in draw(st.permutations(deck.slides)) if draw(st.integers(0, 5))]
    slides = [replace(slide, parts=draw(_few(PARTS))) if not draw(st.integers(0, 3)) else slide for slide in slides]
    return replace(deck, slides=(*slides, *draw(_few(SLIDES, 2))))


def said(value: Any) -> Any:
    """What a value says: all of it but what it is known by."""
    if isinstance(value, tuple):
        return tuple(said(one) for one in value)
    if not isinstance(value, Struct):
        return value
    known_by = () if isinstance(value, Series) else KNOWN_BY
    rest = ((name, getattr(value, name)) for name in value.__struct_fields__ if name not in known_by)
    return type(value).__name__, tuple((name, said(one)) for name, one in rest)
