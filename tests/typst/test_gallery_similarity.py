"""Every page of the gallery looks as LibreOffice draws it, in every theme, and would not if a thing on it were missing.

A run looks at every page in one theme, and leaves out all things of every fourth of them, one by one. With
`DECKMOTOR_ALL_COMBINATIONS=1` (`make trials`) it is every page in every theme, and every thing.
"""

import os
from collections.abc import Iterator
from functools import cache

import pytest
from msgspec.structs import replace
from PIL import Image, ImageChops

from deckmotor.scene.choice import only
from deckmotor.scene.page import ConnectorItem, GroupItem, Item, Page, Scene, ShapeItem
from tests.built import GALLERY, THEMES, pipeline
from tests.typst.looks import alike, as_libreoffice_draws, as_we_draw, changed, difference, place

ALL = bool(os.environ.get("DECKMOTOR_ALL_COMBINATIONS"))

FLOOR = {"motor": 24, "natt": 24, "punkt": 29, "flik": 30}
"""Pages that differ by more are not alike (`looks.difference`): edges of a large motif, and thick words of Carlito."""

LEAST = 0.5
"""Of what there is to see where a thing stands, the other page has at least this share (`looks.alike`)."""

LIBREOFFICES_OWN: dict[str, dict[str, int]] = {
    "a line has room for a word more": {"quote-full": 161, "flik/inline": 124, "punkt/comparison-full": 101, "table-full": 84},
    "a line of text or of a table stands a little lower": {
        "flik/timeline": 145, "flik/cycle": 61, "table-file-formats": 57, "table-file-total": 39, "flik/table-merged": 30,
        "punkt/table": 48, "questions-full": 36, "punkt/columns-four": 48, "punkt/facts-four": 48, "punkt/quote": 40,
    },
    "very large figures have sharper edges": {"fact": 100, "fact-share": 100},
    "lines below links are others": {"inline-sources": 115, "list-levels": 50},
    "formulas in a line are characters": {"inline-formulas": 188, "inline-formulas-table": 112},
    "charts are native: words and lines stand a little elsewhere": {
        "chart-line": 119, "chart-scatter": 40, "chart-slope": 33, "punkt/chart-bars-and-line": 32, "chart-across": 28,
        "motor/chart-and-list": 27,
    },
    "connectors are sharper": {"hierarchy": 45, "hierarchy-full": 51, "hierarchy-short": 41},
    "pictures as marks are smaller": {"icons-marks": 105, "icons-marks-list": 111},
    "drawings and pictures have other edges": {
        "flik/ruta-tips": 56, "punkt/ruta-varning": 56, "pictures-six": 35, "punkt/pictures-four": 48, "logos": 42,
        "logos-full": 27, "logos-short": 34, "punkt/map-list": 34,
    },
    "white lines between the parts of a gauge": {"flik/steg-och-tid": 67},
    "a picture below a whole page is not cropped": {"ground": 40},
    "emoji have room for PowerPoint's font of them, which is wider": {"emoji": 80},
}  # fmt: skip
"""Pages that LibreOffice draws otherwise than PowerPoint or we, in a theme or in all: how, and how much that makes at most."""

OWN = {page: much for pages in LIBREOFFICES_OWN.values() for page, much in pages.items()}


@cache
def looked_at(theme: str) -> tuple[Scene, list[Image.Image], list[Image.Image]]:
    """The pages of the gallery whose turn it is in a theme, as LibreOffice draws them, and we."""
    scene = pipeline(GALLERY, "deck.yaml", theme).compose().scene
    assert scene is not None
    chosen = scene if ALL else only(scene, range(1 + THEMES.index(theme), len(scene.pages) + 1, len(THEMES)))
    return chosen, as_libreoffice_draws(chosen), as_we_draw(chosen)


@pytest.mark.parametrize("theme", THEMES)
def test_every_page_looks_as_in_libreoffice(theme: str) -> None:
    unlike: list[tuple[str, float]] = []
    for page, theirs, ours in zip(*_listed(theme), strict=True):
        if (much := difference(theirs, ours)) > floor(page, theme):
            unlike.append((page.id, much))
        shares = ((thing.name, alike(theirs, ours, place(thing))) for thing in things(page))
        unlike += [(name, share) for name, share in shares if share < LEAST]
    assert unlike == []


@pytest.mark.parametrize("theme", THEMES)
def test_whatever_is_missing_is_seen(theme: str) -> None:
    """But what stands out from its surroundings by less than such pages differ, and legs of arrows beside their others."""
    scene, theirs, ours = looked_at(theme)
    tried, faint, unseen = 0, list[tuple[str, int]](), list[tuple[str, int]]()
    for number in range(0, len(scene.pages), 1 if ALL else 4):
        page = scene.pages[number]
        for thing in things(page):
            without = replace(scene, pages=(*scene.pages[:number], lacking(page, thing), *scene.pages[number + 1 :]))
            (mutant,) = as_we_draw(without, [number + 1])
            tried += 1
            if is_seen(page, theme, thing, theirs[number], ours[number], mutant):
                continue
            stands_out = max(int(most) for _, most in ImageChops.difference(ours[number], mutant).getextrema())  # type: ignore[misc]
            is_leg = isinstance(thing, ConnectorItem) or (isinstance(thing, ShapeItem) and "-bend-" in thing.name)
            (faint if is_leg or stands_out <= floor(page, theme) else unseen).append((thing.name, stands_out))
    assert unseen == []
    assert tried > 80 and len(faint) < tried / 4, (tried, faint)


def is_seen(page: Page, theme: str, thing: Item, theirs: Image.Image, ours: Image.Image, mutant: Image.Image) -> bool:
    """Whether the test above would fail with a picture of the page without a thing. The rest of it is as it was."""
    if ImageChops.difference(ours, mutant).getbbox() is None:
        return False
    much = difference(theirs, mutant, changed(ours, mutant))
    return much > floor(page, theme) or alike(theirs, mutant, place(thing)) < LEAST


def floor(page: Page, theme: str) -> int:
    return max(FLOOR[theme], OWN.get(page.id, 0), OWN.get(f"{theme}/{page.id}", 0))


def things(page: Page) -> Iterator[Item]:
    """All that stands on a page, and what stands in groups."""
    for item in page.items:
        yield item
        if isinstance(item, GroupItem):
            yield from item.items


def lacking(page: Page, thing: Item) -> Page:
    """The page without something."""
    kept = (
        replace(item, items=tuple(one for one in item.items if one is not thing)) if isinstance(item, GroupItem) else item
        for item in page.items
        if item is not thing
    )
    return replace(page, items=tuple(kept))


def _listed(theme: str) -> tuple[tuple[Page, ...], list[Image.Image], list[Image.Image]]:
    scene, theirs, ours = looked_at(theme)
    return scene.pages, theirs, ours
