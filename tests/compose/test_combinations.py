"""Whatever kinds a slide holds, in whatever order, amount and layout: what always holds of its pages.

Every order of up to three kinds is composed and a third of those of four, and a part of their product with amounts, layouts
and shapes of the page, always the same one. `DECKMOTOR_ALL_COMBINATIONS=1` runs every order with all amounts and shapes, and
every set in every layout, which takes an hour; `=3/10` the third tenth of that.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, islice

import pytest
from msgspec import Struct
from msgspec.structs import replace

from deckmotor.export.pptx import Memo, write
from deckmotor.linter import lint_package
from deckmotor.scene.page import Page
from tests.compose.combinations import COMBINATIONS, MOST, PAGES, SIZES, SLOW, Material, faults, material, tried_with

ALL = os.environ.get("DECKMOTOR_ALL_COMBINATIONS", "")

SETS = tuple(kinds for count in range(MOST + 1) for kinds in combinations(tried_with(count), count))
"""The combinations in one order each."""

LAYOUTS = tuple(layout.name for layout in material("16:9").theme.layouts)

Kinds = tuple[str, ...]
Sample = tuple[Kinds, str, str | None, str]
"""Kinds, amount, layout (None: the one that is chosen), shape of the page."""


class Known(Struct, frozen=True):
    """A fault that is known, until it is mended."""

    fault: str
    why: str
    has: Callable[[Kinds, str, str | None], bool]
    """Which slides may have it, by kinds, amount and layout."""
    example: Sample
    """One that has it; when it has it no longer, this entry goes."""


FLOWING = ("text", "bullets", "numbered")

KNOWN: tuple[Known, ...] = ()


MOST_CHOSEN, MOST_NAMED = 800, 1_200
"""Slides of each sort that are tried each time."""


def sampled(samples: Iterator[Sample], most: int) -> Iterator[Sample]:
    """So many of them, spread over all, always the same ones."""
    known = list(samples)
    yield from (known[at * len(known) // most] for at in range(most)) if len(known) > most else known


def chosen() -> Iterator[Sample]:
    """A part of the slides that get the layout that suits them."""
    yield from sampled(_chosen(), MOST_CHOSEN)


def named() -> Iterator[Sample]:
    """A part of the slides that name a layout."""
    yield from sampled(_named(), MOST_NAMED)


def _chosen() -> Iterator[Sample]:
    """Slides that get the layout that suits them: every order, and more amounts and shapes in one order."""
    for number, kinds in enumerate(COMBINATIONS):
        if (len(kinds) <= 2 and not SLOW.intersection(kinds)) or number % 7 == 0:
            yield kinds, SIZES[number % 7 % 2], None, PAGES[number % 2]
    for number, kinds in enumerate(SETS):
        if SLOW.intersection(kinds):
            continue
        yield from ((kinds, size, None, page) for size in ("short", "normal") for page in PAGES)
        if len(kinds) <= 2 or number % 27 == 0:  # Splitting takes time.
            yield kinds, "brimful", None, PAGES[number % 2]


def _named() -> Iterator[Sample]:
    """Slides that name a layout: each set of kinds with some of the layouts, each pair with all of them."""
    for number, kinds in enumerate(SETS):
        for at, layout in enumerate(LAYOUTS):
            if (number + at) % (19 if SLOW.intersection(kinds) else 2 if len(kinds) <= 2 else 11) == 0:
                page = PAGES[(number + at) % 2]
                order = kinds if (number + at) % 3 else kinds[::-1]
                yield order, "brimful" if (number + at) % 72 == 0 else SIZES[at % 2], layout, page


def everything() -> Iterator[Sample]:
    """Both without gaps, or the share of it that was asked for. Layouts are tried brimful with two kinds at most."""
    part, _, parts = ALL.partition("/")
    yield from islice(_everything(), int(part) - 1 if parts else 0, None, int(parts or 1))


def _everything() -> Iterator[Sample]:
    yield from ((kinds, size, None, page) for kinds in COMBINATIONS for size in SIZES for page in PAGES)
    for number, kinds in enumerate(SETS):
        for at, layout in enumerate(LAYOUTS):
            order = kinds if (number + at) % 2 else kinds[::-1]
            sizes = SIZES if len(kinds) <= 2 else SIZES[:-1]
            yield from ((order, size, layout, PAGES[(number + at + n) % 2]) for n, size in enumerate(sizes))


def found_in(sample: Sample) -> tuple[list[str], tuple[Page, ...]]:
    """What is wrong with a slide, and its pages where nothing is, not even what its author has to mend."""
    kinds, size, layout, page = sample
    stuff = material(page)
    slide = stuff.slide(kinds, size, layout)
    try:
        scene, problems = stuff.compose(slide)
    except Exception as error:
        return [type(error).__name__], ()
    found = list(faults(slide, scene, problems))
    return found, () if found or problems else scene.pages


def is_known(fault: str, sample: Sample) -> bool:
    return any(known.fault == fault and known.has(*sample[:3]) for known in KNOWN)


@pytest.mark.parametrize("samples", [chosen, named, *([everything] if ALL else [])])
def test_pages_of_any_combination(samples: Callable[[], Iterator[Sample]]) -> None:
    unknown: list[tuple[str, Sample]] = []
    sound: dict[str, list[Page]] = {page: [] for page in PAGES}
    for sample in samples():
        found, pages = found_in(sample)
        unknown += [(fault, sample) for fault in found if not is_known(fault, sample)]
        sound[sample[3]] += pages
    assert [f"{fault}: {' '.join(kinds)} ({size}, {layout}, {page})" for fault, (kinds, size, layout, page) in unknown] == []
    for page, drawn in sound.items():
        assert_opens(material(page), drawn[:: 1 if ALL else 12])


def assert_opens(stuff: Material, pages: Sequence[Page]) -> None:
    """Our linter finds nothing in a file of these pages."""
    scene, _ = stuff.compose(*stuff.deck.slides[:1])
    unique = {page.id: page for page in pages}
    one = replace(scene, pages=tuple(unique.values()), sections=())
    assert list(lint_package(write(one, Memo()), "alla.pptx")) == []


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: f"{known.fault}-{'-'.join(known.example[0])}")
def test_known_faults_are_still_there(known: Known) -> None:
    assert known.fault in found_in(known.example)[0], f"mended: take this entry out of KNOWN ({known.why})"
