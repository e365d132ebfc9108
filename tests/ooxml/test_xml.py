from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from deckmotor.ooxml.xml import attribute, document, element, escape

ANYTHING = st.text(st.characters(codec=None, categories=None))


def legal(text: str) -> str:
    """What XML 1.0 (2.2 Char) lets stand of a text."""
    return "".join(c for c in text if c in "\t\n\r" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c >= "\U00010000")


@given(ANYTHING)
@example("a\x00b\x0b\x1f\ufffe\uffff\ud800c")
@example("]]> & <b> \"'\r\n\t")
def test_text_and_attributes_read_back_as_written(text: str) -> None:
    root = ElementTree.fromstring(document(f'<a b="{attribute(text)}">{escape(text)}</a>'))
    assert root.get("b", "") == legal(text)
    assert (root.text or "") == legal(text)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (element("a:off", {"x": 1, "y": None}), '<a:off x="1"/>'),
        (element("a:t", None, "x", "<b/>"), "<a:t>x<b/></a:t>"),
        (element("p", {"name": 'a"<'}), '<p name="a&quot;&lt;"/>'),
    ],
)
def test_an_element_is_written_in_the_order_given(written: str, expected: str) -> None:
    assert written == expected
