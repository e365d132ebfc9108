"""What came of composing a slide: its pages, and what there is to know of them before they are settled."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from deckmotor.compose.look import Arrangement, Taken
from deckmotor.compose.standing import Standing
from deckmotor.diagnostics import Diagnostic
from deckmotor.model.deck import Slide
from deckmotor.scene.page import Page, TextItem

if TYPE_CHECKING:  # Few slides are split.
    from deckmotor.compose.split import Plan

Settled = Mapping[str, tuple[TextItem, Taken]]
"""Texts with which all is well, by the keys of their places."""

NOTHING: Settled = {}

EVENED = 4
"""How often a page is composed again so that places which share a size have it: smaller text may change where things stand."""

LOUDEST = 1.5
"""How large the heading of a column is at most, over its text."""

AT_ONCE = 2
"""How many steps it goes down at once: the text below has more room then, and may be larger itself."""


class Composed(Struct, frozen=True, kw_only=True, gc=False):
    """A slide as pages."""

    slide: Slide
    """Kept so that its identity, which memos go by, stays its own."""
    pages: tuple[Page, ...]
    problems: tuple[Diagnostic, ...]
    steps: dict[str, int]
    """The smallest step that places took on these pages, by what they share it with."""
    plan: "Plan | None" = None
    """How it is split, where it is."""
    like: "Plan | None" = None
    """The plan that it was to be split by. Kept for its identity, too."""


class Drawn(Struct, frozen=True, kw_only=True, gc=False):
    """One page, and what there is to know of it."""

    page: Page
    problems: tuple[Diagnostic, ...]
    over: set[str]
    """Keys of the places that are too full."""
    taken: dict[str, Taken]
    steps: dict[str, int]
    """The smallest step that places took, by what they share it with."""
    standing: tuple[Standing, ...]
    arrangement: Arrangement | None

    @property
    def settled(self) -> Settled:
        """Its texts by the keys of their places, where all is well with it."""
        if self.problems:
            return NOTHING
        begin = len(self.page.id) + 1
        texts = ((item.name[begin:], item) for item in self.page.items if isinstance(item, TextItem))
        return {key: (item, self.taken[key]) for key, item in texts if key in self.taken}

    @property
    def uneven(self) -> dict[str, int]:
        """The smallest step of places that share one and do not have it."""
        return uneven(self.taken, self.steps)

    @property
    def too_full(self) -> tuple[Standing, ...]:
        """The groups of blocks that have too little room."""
        return tuple(placed for placed in self.standing if placed.place.key in self.over)


def smallest_steps(taken: Mapping[str, Taken]) -> dict[str, int]:
    """The smallest step of some places, by what they share it with."""
    steps: dict[str, int] = {}
    for one in taken.values():
        if one.step >= steps.get(one.share, 0):
            steps[one.share] = one.step
    return steps


def uneven(taken: Mapping[str, Taken], smallest: Mapping[str, int]) -> dict[str, int]:
    """The smallest step of places that share one and do not have it."""
    if len(smallest) == len(taken) and "heading" not in smallest:
        return {}  # Each place has a step of its own.
    found = {one.share: smallest[one.share] for one in taken.values() if one.step < smallest[one.share]}
    if "heading" not in smallest:
        return found
    texts = [one for one in taken.values() if one.scale]
    return {**found, **_above_headings(texts, smallest, found), **_shouting(texts, smallest)}


def _above_headings(texts: Sequence[Taken], smallest: Mapping[str, int], uneven: Mapping[str, int]) -> dict[str, int]:
    """The steps at which the text of columns is no larger than their headings, below its scale where these are small."""
    heading = min((size_at(one, one.step) for one in texts if one.share == "heading"), default=0)
    found: dict[str, int] = {}
    for one in texts:
        step = max(one.step, uneven.get(one.share, 0))
        if one.share == "body" and size_at(one, step) > heading:
            own = (at for at in range(step, len(one.scale)) if size_at(one, at) <= heading)
            found[one.share] = next(own, None) or _deep(one, heading)
    return {share: step for share, step in found.items() if step > smallest[share]}


def _shouting(texts: Sequence[Taken], smallest: Mapping[str, int]) -> dict[str, int]:
    """The step at which the headings of columns are not far larger than the text, or the code, below them."""
    most = LOUDEST * min((size_at(one, one.step) for one in texts if one.share in ("body", "code")), default=0)
    for one in texts:
        if one.share == "heading" and most and size_at(one, one.step) > most:
            last = min(one.step + AT_ONCE, len(one.scale) - 1)
            step = next((at for at in range(one.step, last) if size_at(one, at) <= most), last)
            return {"heading": step} if step > smallest["heading"] else {}
    return {}


def _deep(taken: Taken, most: int) -> int:
    """The first step below its scale at which a text is no larger than so; the last, where it is at all."""
    from deckmotor.compose.deeper import step_below  # Few headings are so small.

    return step_below(taken.scale, most)


def size_at(taken: Taken, step: int) -> int:
    """How large the first level of a text is at a step, EMU."""
    return taken.scale[min(step, len(taken.scale) - 1)][0].text.size
