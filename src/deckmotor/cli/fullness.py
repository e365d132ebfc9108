"""How full the slides of some decks are, as `check --fit` tells it."""

from collections.abc import Iterable

from deckmotor.build import ComposedDeck
from deckmotor.check.fit import Fullness, fullness
from deckmotor.cli.screen import columns
from deckmotor.compose.place import PART_MARK
from deckmotor.compose.points import WHY

FEW = 5
"""As many are told without being asked for, on a terminal."""

HELD = {
    "statement": "a few words that are all there is",
    "text": "running text",
    "content": "a list, or text with one",
    "fact": "one short number and its words",
    "fact-wide": "one number, long or without words",
    "questions": "questions for the room",
    "quote": "somebody's words",
    "picture-tall": "a tall picture that is all there is",
}
"""Why slides have other layouts that were chosen among several; the names of the rest say it."""


def fullness_table(decks: Iterable[ComposedDeck], most: int | None) -> str:
    """The slides, the fullest first, each as the deck shows it in which it is fullest."""
    worst: dict[str, tuple[Fullness, ComposedDeck]] = {}
    for deck in decks:
        for page in () if deck.scene is None else fullness(deck.scene):
            known = worst.get(page.page)
            if known is None or _rank(page) < _rank(known[0]):
                worst[page.page] = (page, deck)
    ordered = sorted(worst.values(), key=lambda found: _rank(found[0]))
    rows = [_row(page, deck) for page, deck in ordered[:most]]
    more = len(ordered) - len(rows)
    return "\n".join(
        [
            "Slides, the fullest first: id, place, size, room left, layout",
            columns(rows),
            *([f"  … and {more} more"] if more else []),
        ]
    )


def _rank(page: Fullness) -> tuple[float, float]:
    return -page.step / page.steps, -page.share


def _row(page: Fullness, deck: ComposedDeck) -> tuple[str, ...]:
    step = f"{page.size:g} pt" + (f", step {page.step + 1} of {page.steps}" if page.step else "")
    edition = f"in {deck.edition.name}" if deck.edition.name else ""
    return page.page, page.place, step, f"{page.room:.0f} pt", _layout(page, deck), edition


def _layout(page: Fullness, deck: ComposedDeck) -> str:
    """The layout, and why the slide has it where there was a choice."""
    slide_id = page.page.partition(PART_MARK)[0]
    slides = () if deck.deck is None else deck.deck.slides
    slide = next((one for one in slides if one.id == slide_id), None)
    if slide is not None and (slide.layout is not None or slide.look is not None):
        return f"{page.layout}: as the slide says"
    chosen = {} if deck.plans is None else deck.plans.layouts
    why = WHY.get(page.layout) if chosen.get(slide_id) == page.layout else HELD.get(page.layout.removesuffix("-lead"))
    return f"{page.layout}: {why}" if why else page.layout
