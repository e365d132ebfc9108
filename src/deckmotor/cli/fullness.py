"""How full the slides of some decks are, as `check --fit` tells it."""

from collections.abc import Iterable

from deckmotor.build import Composed
from deckmotor.check.fit import Fullness, fullness
from deckmotor.cli.screen import columns

FEW = 5
"""As many are told without being asked for, on a terminal."""


def fullness_table(decks: Iterable[Composed], most: int | None) -> str:
    """The slides, the fullest first, each as the deck shows it in which it is fullest."""
    worst: dict[str, tuple[Fullness, str]] = {}
    for deck in decks:
        for page in () if deck.scene is None else fullness(deck.scene):
            known = worst.get(page.page)
            if known is None or _rank(page) < _rank(known[0]):
                worst[page.page] = (page, deck.edition.name)
    ordered = sorted(worst.values(), key=lambda found: _rank(found[0]))
    rows = [_row(page, edition) for page, edition in ordered[:most]]
    more = len(ordered) - len(rows)
    return "\n".join(
        ["Slides, the fullest first: id, place, size, room left", columns(rows), *([f"  … and {more} more"] if more else [])]
    )


def _rank(page: Fullness) -> tuple[float, float]:
    return -page.step / page.steps, -page.share


def _row(page: Fullness, edition: str) -> tuple[str, ...]:
    step = f"{page.size:g} pt" + (f", step {page.step + 1} of {page.steps}" if page.step else "")
    return page.page, page.place, step, f"{page.room:.0f} pt", f"in {edition}" if edition else ""
