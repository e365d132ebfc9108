"""Every page of the gallery looks as LibreOffice draws it, in every theme, and would not if a thing on it were missing.

Whether a thing is there is asked of each: we draw the page without it too, and LibreOffice's page has to be nearer to the one
with it. A run looks at every page in one theme, with `DECKMOTOR_ALL_COMBINATIONS=1` (`make trials`) at each in every theme.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

import pytest
from msgspec.structs import replace
from PIL import Image

from deckmotor.scene.choice import only
from deckmotor.scene.page import ConnectorItem, GroupItem, Item, Page, Scene
from tests.built import GALLERY, THEMES, pipeline
from tests.typst.looks import Area, as_libreoffice_draws, as_we_draw, blurred, difference, place, shown

ALL = bool(os.environ.get("DECKMOTOR_ALL_COMBINATIONS"))

FLOOR = {"motor": 24, "natt": 24, "punkt": 29, "flik": 30}
"""Pages that differ by more are not alike (`looks.difference`): edges of a large motif, and thick words of Carlito."""

LIBREOFFICES_OWN: dict[str, dict[str, int]] = {
    "a line has room for a word more": {"quote-full": 161, "flik/inline": 124, "comparison-full": 101, "table-full": 84},
    "a line of text or of a table stands a little lower": {
        "flik/timeline": 145, "flik/cycle": 61, "table-file-formats": 57, "table-file-total": 39, "flik/table-merged": 30,
        "punkt/table": 48, "questions-full": 36, "punkt/columns-four": 48, "punkt/facts-four": 48, "punkt/quote": 40,
    },
    "very large figures have sharper edges": {"fact": 100, "fact-share": 100},
    "lines below links are others": {"inline-sources": 115, "list-levels": 50},
    "formulas in a line are characters": {"inline-formulas": 188, "inline-formulas-table": 112},
    "formulas are larger by a hair": {"formula-full": 32, "formula-long": 25},
    "charts are native: words and lines stand a little elsewhere": {
        "chart-line": 119, "chart-scatter": 40, "chart-slope": 33, "punkt/chart-bars-and-line": 32, "chart-across": 28,
        "motor/chart-and-list": 27,
    },
    "pictures as marks are smaller": {"icons-marks": 105, "icons-marks-list": 111},
    "drawings and pictures have other edges": {
        "flik/ruta-tips": 56, "punkt/ruta-varning": 56, "pictures-six": 35, "punkt/pictures-four": 48, "logos": 42,
        "logos-full": 27, "logos-short": 34, "punkt/map-list": 34, "flik/map": 37,
    },
    "lines of a hierarchy fall on other pixels": {"hierarchy-short": 27},
    "white lines between the parts of a gauge": {"flik/steg-och-tid": 67},
    "a picture below a whole page is not cropped": {"ground": 40},
    "emoji have room for PowerPoint's font of them, which is wider": {"emoji": 80},
}  # fmt: skip
"""Pages that LibreOffice draws otherwise than PowerPoint or we, in a theme or in all: how, and how much that makes at most."""

OWN = {page: much for pages in LIBREOFFICES_OWN.values() for page, much in pages.items()}


ON_A_LINE = -0.3
"""So much speaks for a line, or a dot on one, at least (`looks.shown`): a pixel wide, they lie on others. Else it is 0."""

TRIED = 24
"""LibreOffice is given pages again without a thing, one of so many, to see that this is seen."""

Seen = tuple[Item, float | None]
"""A thing, and whether a page shows it (`looks.shown`)."""


class Pages(NamedTuple):
    """The pages of the gallery whose turn it is in a theme, as LibreOffice draws them, and we."""

    scene: Scene
    theirs: list[Image.Image]
    ours: list[Image.Image]
    lacking: dict[tuple[int, str], Image.Image]
    """Pages of LibreOffice's without a thing, by their place and its name."""


@cache
def looked_at(theme: str) -> Pages:
    scene = pipeline(GALLERY, "deck.yaml", theme).compose().scene
    assert scene is not None
    chosen = scene if ALL else only(scene, range(1 + THEMES.index(theme), len(scene.pages) + 1, len(THEMES)))
    every = [(number, thing) for number, page in enumerate(chosen.pages) for thing in things(page) if is_loose(thing, page)]
    tried = every[::TRIED]
    without = (replace(lacking(chosen.pages[at], [thing]), id=f"lacking-{n}") for n, (at, thing) in enumerate(tried))
    theirs = as_libreoffice_draws(replace(chosen, pages=(*chosen.pages, *without), sections=()), blur=0)
    rest = theirs[len(chosen.pages) :]
    lost = {(at, thing.name): page for (at, thing), page in zip(tried, rest, strict=True)}
    return Pages(chosen, theirs[: len(chosen.pages)], as_we_draw(chosen, blur=0), lost)


@pytest.mark.parametrize("theme", THEMES)
def test_every_page_looks_as_in_libreoffice(theme: str) -> None:
    scene, theirs, ours, _ = looked_at(theme)
    found = {
        page.id: difference(blurred(one), blurred(other)) for page, one, other in zip(scene.pages, theirs, ours, strict=True)
    }
    assert {page.id: found[page.id] for page in scene.pages if found[page.id] > floor(page, theme)} == {}


@pytest.mark.parametrize("theme", THEMES)
def test_everything_is_there_in_both_and_would_be_missed(theme: str) -> None:
    scene, theirs, ours, lost = looked_at(theme)
    tried, hidden, unseen, unmissed = 0, list[str](), list[Seen](), list[Seen]()
    for number, page in enumerate(scene.pages):
        for group in apart(things(page)):
            without = replace(scene, pages=(*scene.pages[:number], lacking(page, group), *scene.pages[number + 1 :]))
            (bare,) = as_we_draw(without, [number + 1], blur=0)
            for thing in group:
                tried += 1
                area, least = place(thing), ON_A_LINE if is_line(thing) else 0
                share = shown(theirs[number], ours[number], bare, area)
                if share is None:
                    hidden.append(thing.name)
                elif share <= least:
                    unseen.append((thing, share))
                if (number, thing.name) in lost and share is not None:
                    missed = shown(lost[number, thing.name], ours[number], bare, area)
                    unmissed += [(thing, missed)] if missed is None or missed > least else []
    assert [(thing.name, share) for thing, share in unseen if not is_line(thing)] == []
    assert [(thing.name, share) for thing, share in unmissed if not is_line(thing)] == []
    assert [name for name in hidden if "-bend-" not in name] == [], "a dot may lie below the line that it bends"
    assert tried > 400 and len(lost) > 15 and len(unmissed) < 3, "a line may lie on another that is drawn as it is"
    assert len(unseen) < 2, f"of all lines one may fall on other pixels: {[thing.name for thing, _ in unseen]}"


def floor(page: Page, theme: str) -> int:
    return max(FLOOR[theme], OWN.get(page.id, 0), OWN.get(f"{theme}/{page.id}", 0))


def is_line(thing: Item) -> bool:
    return isinstance(thing, ConnectorItem) or "-bend-" in thing.name


def is_loose(thing: Item, page: Page) -> bool:
    """Whether nothing else on the page is glued to it."""
    return isinstance(thing, ConnectorItem) or not any(isinstance(one, ConnectorItem) for one in things(page))


def things(page: Page) -> Iterator[Item]:
    """All that stands on a page, and what stands in groups."""
    for item in page.items:
        yield item
        if isinstance(item, GroupItem):
            yield from item.items


def apart(every: Iterable[Item]) -> list[list[Item]]:
    """Things in groups of those that don't meet: the page is drawn without all of a group at once."""
    groups: list[list[Item]] = []
    for thing in every:
        alone = (group for group in groups if not any(meet(place(thing), place(one)) for one in group))
        group = next(alone, None)
        if group is None:
            groups.append([thing])
        else:
            group.append(thing)
    return groups


def meet(one: Area, other: Area) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def lacking(page: Page, gone: Sequence[Item]) -> Page:
    """The page without some things."""
    ids = {id(thing) for thing in gone}
    kept = (
        replace(item, items=tuple(one for one in item.items if id(one) not in ids)) if isinstance(item, GroupItem) else item
        for item in page.items
        if id(item) not in ids
    )
    return replace(page, items=tuple(kept))
