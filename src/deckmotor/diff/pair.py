"""Which value of one list is which of another: what is equal first, then what says that it is the same, then what is alike.

For slides the order is measured (300 edits of real decks): ids decide, and where they are lost a share of title, text and
nearness finds 98 in 100.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any

from deckmotor.diff.likeness import likeness, pieces, words
from deckmotor.finished import Cell, Paragraph, Point, Series, Slide, Words, words_of

Pairs = dict[int, int]
"""Places in the old list, and those in the new one."""

TITLE, TEXT, NEAR = 0.35, 0.65, 0.06
"""What a slide's title, its text and its place count."""
FLOOR = 0.5
"""Slides less alike than this are two."""
FLOOR_OF_PARTS = 0.4
BELIEVED = 0.3
"""As alike slides have to be that have the same number: programs give numbers anew."""

MOST_COMPARED = 60_000
"""Pairs of values that are compared with each other. In longer lists only what stands near."""


def pair(old: Sequence[Any], new: Sequence[Any]) -> Pairs:
    """The pairs of two lists. None pairs twice; only values of one type pair."""
    work = _Pairing(old, new)
    work.equal_ends()
    for key in _keys(next(iter([*old, *new]), None)):
        work.by_key(key)
    work.by_key(_itself)
    if len(old) == len(new) and all(isinstance(one, Cell) for one in (*old, *new)):
        work.in_order()  # The columns of a table stay what they are.
    work.alike()
    if len(old) == len(new) == 1 and type(old[0]) is type(new[0]) and isinstance(old[0], Paragraph | Cell):
        work.in_order()
    return work.pairs


def _itself(value: Any) -> Hashable:
    return value  # type: ignore[no-any-return]


Key = Callable[[Any], Hashable]


def _keys(sample: Any) -> tuple[Key, ...]:
    """What values of a list are known by, the most trusted first. A value without it has None."""
    match sample:
        case Slide():
            return (_id, _creation, _number)
        case Series():
            return (lambda one: one.name or None,)
        case Point():
            return (lambda one: one.label or None,)
        case tuple():
            return (lambda row: row[0].text or None if row else None,)  # A row of a table goes by its first cell.
        case Paragraph() | Cell():
            return ()
        case _:
            return (_role, _name)


def _id(slide: Slide) -> Hashable:
    return slide.identity.id or None


def _creation(slide: Slide) -> Hashable:
    return slide.identity.creation or None


def _number(slide: Slide) -> Hashable:
    return slide.identity.number or None


def _role(part: Any) -> Hashable:
    return (part.role or None) if isinstance(part, Words) and part.role != "body" else None


def _name(part: Any) -> Hashable:
    """In decks of ours a name begins with the slide's id, which the same part of another slide has not."""
    return (type(part), part.name.rpartition("/")[2]) if part.name else None


class _Pairing:
    def __init__(self, old: Sequence[Any], new: Sequence[Any]) -> None:
        self.old, self.new = old, new
        self.pairs: Pairs = {}
        self._taken: set[int] = set()
        self._known: dict[tuple[str, int], frozenset[str]] = {}

    def put(self, at: int, to: int) -> None:
        self.pairs[at] = to
        self._taken.add(to)

    def left(self) -> tuple[list[int], list[int]]:
        """Places that have no pair yet."""
        return (
            [at for at in range(len(self.old)) if at not in self.pairs],
            [at for at in range(len(self.new)) if at not in self._taken],
        )

    def equal_ends(self) -> None:
        """What both lists begin and end with: one of many equal lines that is added is then found where it was added."""
        size = min(len(self.old), len(self.new))
        start = next((at for at in range(size) if self.old[at] != self.new[at]), size)
        end = next((at for at in range(size - start) if self.old[-1 - at] != self.new[-1 - at]), size - start)
        for at in range(start):
            self.put(at, at)
        for at in range(end):
            self.put(len(self.old) - 1 - at, len(self.new) - 1 - at)

    def by_key(self, key: Key) -> None:
        """The first, second … of a key with the first, second … of the same."""
        places: dict[Hashable, list[int]] = defaultdict(list)
        old, new = self.left()
        for to in new:
            places[key(self.new[to])].append(to)
        turns = {name: iter(found) for name, found in places.items()}
        for at in old:
            name = key(self.old[at])
            if name is None or name not in turns:
                continue
            found = next(turns[name], None)
            if found is not None and self._believed(key, at, found):
                self.put(at, found)

    def _believed(self, key: Key, at: int, to: int) -> bool:
        """Whether two values with the same key are the same: numbers of slides are given anew, an id of ours says another."""
        one, other = self.old[at], self.new[to]
        if type(one) is not type(other):
            return False
        if key not in (_number, _creation):
            return True
        if one.identity.id and other.identity.id:
            return False
        return key is _creation or self._likeness(one, other) >= BELIEVED

    def in_order(self) -> None:
        for at, to in zip(*self.left(), strict=True):
            self.put(at, to)

    def alike(self) -> None:
        """The most alike first."""
        for at, to in _best_first(self._scores()):
            if at not in self.pairs and to not in self._taken:
                self.put(at, to)

    def _scores(self) -> Iterator[tuple[float, int, int]]:
        old, new = self.left()
        if not old or not new:
            return
        span = max(len(self.old), len(self.new))
        reach = span if len(old) * len(new) <= MOST_COMPARED else max(MOST_COMPARED // max(len(old), len(new)) // 2, 1)
        for rank, at in enumerate(old):
            middle = rank * len(new) // len(old)
            for to in new[max(middle - reach, 0) : middle + reach]:
                one, other = self.old[at], self.new[to]
                if type(one) is not type(other) or self._said_to_differ(one, other):
                    continue
                score = self._likeness(one, other) + NEAR * (1 - abs(at - to) / span)
                if score >= (FLOOR if isinstance(one, Slide) else FLOOR_OF_PARTS) + NEAR / 2:
                    yield score, at, to

    def _said_to_differ(self, one: Any, other: Any) -> bool:
        return isinstance(one, Slide) and bool(one.identity.id and other.identity.id)

    def _likeness(self, one: Any, other: Any) -> float:
        if isinstance(one, Slide):
            return TITLE * likeness(self._title(one), self._title(other)) + TEXT * likeness(self._text(one), self._text(other))
        return likeness(self._text(one), self._text(other))

    def _title(self, slide: Slide) -> frozenset[str]:
        return self._cut("title", slide, lambda: pieces(slide.title))

    def _text(self, value: Any) -> frozenset[str]:
        cut = words if isinstance(value, Slide) else pieces  # Two hundred unlike slides are compared each with each.
        return self._cut("text", value, lambda: cut(words_of(value)))

    def _cut(self, what: str, value: Any, make: Callable[[], frozenset[str]]) -> frozenset[str]:
        known = self._known.get((what, id(value)))
        if known is None:
            known = self._known[what, id(value)] = make()
        return known


def _best_first(scores: Iterator[tuple[float, int, int]]) -> Iterator[tuple[int, int]]:
    for _, at, to in sorted(scores, key=lambda one: (-one[0], one[1], one[2])):
        yield at, to
