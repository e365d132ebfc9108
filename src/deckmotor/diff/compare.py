"""From two decks to changes, and from a deck and changes to the other deck.

Values are compared field by field, lists by their pairs. One rule serves slides, parts, items, rows, cells and numbers, so that
what is listed is all there is: `apply(old, compare(old, new))` is the new deck. Only what a slide or shape is known by is left
alone: by that the two are found, and programs change it as they like.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.diff.change import Change, Path, Step
from deckmotor.diff.pair import Pairs, pair
from deckmotor.finished import Series

T = TypeVar("T")

KNOWN_BY = ("identity", "name")
"""Fields that say which one something is, not what it says. A series has a name that people read; see `fields_of`."""

WHOLE = ("marks", "place", "crop", "size")
"""Fields that are one value, though they are made of several."""


NEAR = 1
"""Points that a place may differ by and be the same: programs round it."""


def compare(old: T, new: T) -> tuple[Change, ...]:
    """All that differs between two decks (or two values of any type of `finished`), in the order of the new one."""
    return tuple(_differences(old, new, ()))


def apply(old: T, changes: Iterable[Change]) -> T:
    """What comes of a deck by the changes of a comparison: the deck that it was compared with."""
    made: T = _applied(old, [(change.path, change) for change in changes])
    return made


def fields_of(value: Struct) -> tuple[str, ...]:
    """The fields of a value that say something."""
    return tuple(name for name in value.__struct_fields__ if name not in KNOWN_BY or isinstance(value, Series))


def _differences(old: Any, new: Any, path: Path) -> Iterator[Change]:
    if old == new or (path[-1:] == ("place",) and all(abs(one - other) <= NEAR for one, other in zip(old, new, strict=True))):
        return
    if isinstance(old, Struct) and type(old) is type(new):
        for name in fields_of(old):
            yield from _differences(getattr(old, name), getattr(new, name), (*path, name))
    elif isinstance(old, tuple) and isinstance(new, tuple) and not (path and path[-1] in WHOLE):
        yield from _in_lists(old, new, path)
    else:
        yield Change(kind="changed", path=path, old=old, new=new)


def _in_lists(old: Sequence[Any], new: Sequence[Any], path: Path) -> Iterator[Change]:
    pairs = pair(old, new)
    staying = _staying(pairs)
    origin = {to: at for at, to in pairs.items()}
    for at, value in enumerate(old):
        if at not in pairs:
            yield Change(kind="gone", path=(*path, at), old=value)
    for to, value in enumerate(new):
        before = origin.get(to)
        if before is None:
            yield Change(kind="new", path=(*path, to), new=value)
            continue
        if before not in staying:
            yield Change(kind="moved", path=(*path, to), old=before)
        yield from _differences(old[before], value, (*path, to))


def _staying(pairs: Pairs) -> set[int]:
    """The places in the old list of as many values as can be said to stay where they are: all others have moved past them.

    The longest run of pairs that rises in both lists (patience sorting).
    """
    tops: list[int] = []
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for at in sorted(pairs):
        pile = bisect_left(tops, pairs[at])
        before[at] = ends[pile - 1] if pile else None
        tops[pile : pile + 1] = [pairs[at]]
        ends[pile : pile + 1] = [at]
    found: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        found.add(last)
        last = before[last]
    return found


Way = tuple[Path, Change]
"""A change, and the rest of the way to it."""


def _applied(old: Any, ways: list[Way]) -> Any:
    whole = next((change for path, change in ways if not path), None)
    if whole is not None:
        return whole.new
    if isinstance(old, tuple):
        return _applied_to_list(old, ways)
    return replace(old, **{str(name): _applied(getattr(old, str(name)), below) for name, below in _grouped(ways).items()})


def _applied_to_list(old: tuple[Any, ...], ways: list[Way]) -> tuple[Any, ...]:
    listed = [change for path, change in ways if len(path) == 1 and change.kind != "changed"]
    fresh = {int(change.path[-1]): change.new for change in listed if change.kind == "new"}
    before = origins(len(old), listed)
    made = [fresh[at] if at in fresh else old[before[at]] for at in range(len(before) + len(fresh))]
    deeper = [(path, change) for path, change in ways if len(path) > 1 or change.kind == "changed"]
    for at, below in _grouped(deeper).items():
        made[int(at)] = _applied(made[int(at)], below)
    return tuple(made)


def origins(size: int, changes: Iterable[Change]) -> dict[int, int]:
    """By its place in the new list, where each value of the old one stood. `size` is the old list's, `changes` are its own."""
    here = list(changes)
    gone = {int(change.path[-1]) for change in here if change.kind == "gone"}
    moved = {int(change.path[-1]): int(change.old) for change in here if change.kind == "moved"}
    taken = {*moved, *(int(change.path[-1]) for change in here if change.kind == "new")}
    staying = [at for at in range(size) if at not in gone and at not in {*moved.values()}]
    free = (at for at in range(size - len(gone) + len(taken)) if at not in taken)
    return moved | dict(zip(free, staying, strict=False))


def _grouped(ways: list[Way]) -> dict[Step, list[Way]]:
    groups: dict[Step, list[Way]] = defaultdict(list)
    for path, change in ways:
        groups[path[0]].append((path[1:], change))
    return groups
