"""Ids made from titles."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmotor.source.ids import name_slides, slide_ids, slug
from deckmotor.source.nodes import Mapping, Scalar, Sequence
from deckmotor.source.parse import parse


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Med vilka?", "med-vilka"),
        ("När lärcentrum är en motor", "nar-larcentrum-ar-en-motor"),
        ("Åä Öö Éé", "aa-oo-ee"),
        ("Ærø & Łódź: straße", "aero-lodz-strasse"),
        ("3M-nätverket", "3m-natverket"),
        ("  **Fet** _text_  ", "fet-text"),
        ("Läs [mer](https://example.org/x)", "las-mer"),
        ("Vad betyder det för ${name}?", "vad-betyder-det-for-name"),
        ("会议 日程", "会议-日程"),
        ("Привет, мир", "привет-мир"),
        ("Kom\u00admun\u200bala x\u0302", "kommunala-x"),
        ("?!", ""),
    ],
)
def test_slug(text: str, id: str) -> None:
    assert slug(text) == id


@given(st.text())
def test_a_slug_stays_itself(text: str) -> None:
    made = slug(text)
    assert slug(made) == made
    assert not re.search(r"\s|^-|-$|--", made)


def slides(text: str) -> Sequence:
    node, problems = parse(text.encode(), "slides.yaml")
    assert problems == ()
    assert isinstance(node, Sequence)
    return node


def test_slide_ids() -> None:
    found = slide_ids(
        slides(
            "[{title: Vad?}, {title: Vad?}, {id: vad-2, title: Hur?}, {section: Vad?}, {closing: {title: Tack!}}, {cover: {}},"
            " {closing: {}}, {bullets: [a]}, {quote: b}, text, {title: '?'}, {id: ~, title: Hur?}, {id: Ö, title: x}]"
        ).items
    )
    assert found == [
        "vad", "vad-3", "vad-2", "vad-4", "tack", "cover", "closing", "slide", "slide-2", "", "slide-3", "hur", "Ö",
    ]  # fmt: skip


def test_named_slides_keep_what_they_have() -> None:
    before = slides("[{title: Vad?}, {id: b, title: B}, text]")
    after = name_slides(before)
    first = after.items[0]
    assert isinstance(first, Mapping)
    assert isinstance(id := first.get("id"), Scalar)
    assert (id.text, str(id.span)) == ("vad", "slides.yaml:1:10")
    assert after.items[1:] == before.items[1:]
    assert after.items[1] is before.items[1]
    assert name_slides(after) is after
