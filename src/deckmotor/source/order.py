"""Slides in a row, where any can be put in another place in a moment, however many there are."""

from collections.abc import Iterator, Sequence

from deckmotor.source.nodes import Node

END = 0
"""The place before the first slide and after the last."""


class Order:
    """Slides at numbered places, each of which knows the one after it: a place keeps its number wherever it moves."""

    def __init__(self, slides: Sequence[Node], ids: Sequence[str]) -> None:
        self._slides = dict(enumerate(slides, 1))
        self._ids = dict(enumerate(ids, 1))
        self._places: dict[str, list[int]] = {}
        """By id; an id that is written twice, which is an error told elsewhere, has several."""
        for at, id in enumerate(ids, 1):
            self._places.setdefault(id, []).append(at)
        count = len(slides)
        self._next = [*range(1, count + 1), END]
        self._previous = [count, *range(count)]  # A ring that is closed at END.
        self._followers: dict[int, list[tuple[int, int, int]]] = {}
        """By place those that this step put after it, each with the turns of both at that moment."""
        self._turns: dict[int, int] = {}
        """How often this step has moved a place: who was put after it before its last move no longer is."""

    def begin(self) -> None:
        """Begin a step, which looks at no place that another one gave."""
        self._followers, self._turns = {}, {}

    def __iter__(self) -> Iterator[Node]:
        at = self._next[END]
        while at != END:
            yield self._slides[at]
            at = self._next[at]

    def ids(self) -> list[str]:
        """The ids that are not empty, in no order of note."""
        return [id for id, places in self._places.items() if id and places]

    def find(self, id: str) -> int | None:
        """The place of a slide."""
        places = self._places.get(id) if id else None
        return places[0] if places else None

    def __getitem__(self, at: int) -> Node:
        return self._slides[at]

    def __setitem__(self, at: int, slide: Node) -> None:
        self._slides[at] = slide

    def rename(self, at: int, id: str) -> None:
        """Give a slide another id."""
        self._places[self._ids[at]].remove(at)
        self._ids[at] = id
        self._places.setdefault(id, []).append(at)

    def new(self, slide: Node, id: str) -> int:
        """A place for a further slide, not yet in the row: it is to be put somewhere."""
        at = len(self._next)
        self._slides[at], self._ids[at] = slide, id
        self._places.setdefault(id, []).append(at)
        self._next.append(at)
        self._previous.append(at)
        return at

    def remove(self, at: int) -> None:
        """Take a slide out for good."""
        self._places[self._ids[at]].remove(at)
        self._take_out(at)

    def put_before(self, at: int, other: int) -> None:
        """Move a slide, and have it stand right before another, or last where that is END."""
        self._take_out(at)
        self._link(at, self._previous[other])

    def put_after(self, at: int, other: int) -> None:
        """Move a slide behind another, and behind what this step has put after that already and what was put after those."""
        self._take_out(at)
        last = other
        while (follower := self._last_follower(last)) is not None:
            last = follower
        self._followers.setdefault(other, []).append((at, self._turns[at], self._turns.get(other, 0)))
        self._link(at, last)

    def _last_follower(self, at: int) -> int | None:
        """The last that was put after a place, if neither of them has been moved since."""
        followers = self._followers.get(at, [])
        while followers:
            follower, own, others = followers[-1]
            if self._turns[follower] == own and self._turns.get(at, 0) == others:
                return follower
            followers.pop()
        return None

    def _take_out(self, at: int) -> None:
        before, after = self._previous[at], self._next[at]
        self._next[before], self._previous[after] = after, before
        self._turns[at] = self._turns.get(at, 0) + 1

    def _link(self, at: int, before: int) -> None:
        after = self._next[before]
        self._next[before] = self._previous[after] = at
        self._previous[at], self._next[at] = before, after
