"""Two renderers that know nothing of each other agree on every page; that they would not, if a thing were missing, is tried."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from deckmotor.scene.page import Item, Page, Paragraph, TableItem, TextItem
from tests.built import THEMES
from tests.typst.drawn import DECKS, scene_of
from tests.typst.looks import as_libreoffice_draws, as_we_draw, changed, difference

FLOOR = 24
"""Pages that differ by more are not alike. Equal ones differ by 21 at most, and those that lack a thing by 27 at least."""

LIBREOFFICES_OWN = {
    "levels": 90,  # Subscripts and superscripts are 58 percent of the text's size, in PowerPoint two thirds.
    "prose": 110,  # Links to other slides have the colour of text, in PowerPoint that of links.
}
"""Pages that LibreOffice draws otherwise than PowerPoint, and how much that makes."""


THEMES_OWN = {"motor": 28, "natt": 28, "punkt": 32, "flik": 44}
"""The same by theme: edges of the large motif; in `flik` very large words of Carlito, whose letters join in LibreOffice."""


@pytest.mark.parametrize(("deck", "theme"), [(DECKS[number % 2], theme) for number, theme in enumerate(THEMES)])
def test_every_page_looks_as_in_libreoffice(deck: str, theme: str) -> None:
    scene = scene_of(deck, theme)
    pairs = zip(as_libreoffice_draws(scene), as_we_draw(scene), strict=True)
    found = {page.id: difference(*pair) for page, pair in zip(scene.pages, pairs, strict=True)}
    assert {
        page: much for page, much in found.items() if much > max(LIBREOFFICES_OWN.get(page, FLOOR), THEMES_OWN[theme])
    } == {}


def test_a_missing_thing_is_seen() -> None:
    """Every second item of all pages left out, one at a time; and marks of lists, paragraphs, and lines of tables."""
    scene = scene_of("every-slide", "motor")
    theirs, ours = as_libreoffice_draws(scene), as_we_draw(scene)
    mutants = [(number, what, page) for number, one in enumerate(scene.pages) for what, page in lacking(one)][::2]
    assert len(mutants) > 60
    unseen = []
    for number, what, page in mutants:
        (mutant,) = as_we_draw(replace(scene, pages=(*scene.pages[:number], page, *scene.pages[number + 1 :])), [number + 1])
        much = difference(theirs[number], mutant, changed(ours[number], mutant))
        if much <= FLOOR:
            unseen.append((what, much))
    assert unseen == []


def lacking(page: Page) -> Iterator[tuple[str, Page]]:
    """The page without one thing, for each thing on it."""
    for index, item in enumerate(page.items):
        yield item.name, without(page, index, ())
        if isinstance(item, TextItem) and item.paragraphs[0].style.bullet is not None:
            yield f"{item.name}, mark", without(page, index, (replace(item, paragraphs=unmarked(item.paragraphs)),))
        if isinstance(item, TextItem) and len(item.paragraphs) > 1:
            yield f"{item.name}, last paragraph", without(page, index, (replace(item, paragraphs=item.paragraphs[:-1]),))
        if isinstance(item, TableItem):
            yield f"{item.name}, lines", without(page, index, (replace(item, rule=None),))


def without(page: Page, index: int, instead: tuple[Item, ...]) -> Page:
    return replace(page, items=(*page.items[:index], *instead, *page.items[index + 1 :]))


def unmarked(parts: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    return (replace(parts[0], style=replace(parts[0].style, bullet=None)), *parts[1:])
