"""The presentation is HTML by the letter: a strict parser (html5lib) finds nothing in it to mend, and no id twice."""

from collections import Counter
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from deckmotor.browsed import presentation
from deckmotor.scene.choice import only
from tests.built import EVERY_SLIDE, GALLERY, STUDY, pipeline

NAMELESS = ("code", "div", "em", "kbd", "p", "pre", "s", "span", "strong", "sub", "sup")
"""Elements that may have no name of their own (ARIA in HTML) unless their role is another."""

html5lib = pytest.importorskip("html5lib")


@pytest.mark.parametrize(
    ("folder", "path", "only_of"),
    [(STUDY, "deck/deck.yaml", ""), (EVERY_SLIDE, "deck.yaml", ""), (GALLERY, "deck.yaml", "kod")],
    ids=["study", "every slide", "code of the gallery"],
)
def test_a_strict_parser_has_nothing_to_mend(folder: Path, path: str, only_of: str) -> None:
    made = pipeline(folder, path).compose().scene
    assert made is not None
    pages = [number for number, page in enumerate(made.pages, 1) if page.id.startswith(only_of)]
    assert len(pages) > 3
    parser = html5lib.HTMLParser()
    root = parser.parse(presentation(only(made, pages)).decode())
    assert [(line, code) for (line, _), code, _ in parser.errors] == []
    ids = Counter(one.get("id") for one in root.iter() if one.get("id"))
    assert [id for id, times in ids.items() if times > 1] == []
    odd = [tag for one in root.iter() if (tag := str(one.tag).rpartition("}")[2]) in NAMELESS and _is_named(one)]
    assert odd == []


def _is_named(element: Element) -> bool:
    return "aria-label" in element.attrib and "role" not in element.attrib
