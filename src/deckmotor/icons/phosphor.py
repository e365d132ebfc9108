"""The icons by name, read when a deck first shows one."""

import re
from functools import cache

from deckmotor.nearest import closest
from deckmotor.workspace import read_package_file

SIDE = 2_560
"""How wide and high the box of an icon is, in steps."""

MOST_NAMED = 6
"""As many icons are named for a word."""

Outline = tuple[tuple[str, tuple[int, ...]], ...]
"""Commands of a filled outline in steps: `M` and `L` with a point, `C` with three, `Z`. Holes are holes by either fill rule."""

_COMMAND = re.compile("([MLCZ])([-0-9 ]*)")


@cache
def outline(name: str) -> Outline | None:
    """The outline of an icon; None where there is none of that name."""
    table = _table()
    at = table.find(f"\n{name}\t")
    if at < 0 or "\t" in name or not name:
        return None
    _, _, drawn = table[at + 1 : table.index("\n", at + 1)].split("\t")
    commands, x, y = [], 0, 0
    for letter, numbers in _COMMAND.findall(drawn):
        ways = [int(number) for number in numbers.split()]
        points = [(x + right, y + down) for right, down in zip(ways[::2], ways[1::2], strict=True)]
        x, y = points[-1] if points else (x, y)
        commands.append((letter, tuple([value for point in points for value in point])))
    return tuple(commands)


def meant_by(word: str) -> tuple[str, ...]:
    """Names of icons that a word may mean: those that it is a tag of, or the one that is spelled nearly so."""
    sought = f" {word.lower()} "
    tagged = [name for name, tags in _tags() if sought in tags]
    if tagged:
        return tuple(sorted(tagged, key=lambda name: (len(name), name))[:MOST_NAMED])
    near = closest(word, names())
    return () if near is None else (near,)


@cache
def names() -> tuple[str, ...]:
    """The names of all icons."""
    return tuple(line.partition("\t")[0] for line in _table().splitlines()[1:])


@cache
def _tags() -> tuple[tuple[str, str], ...]:
    """The name of each icon, and its tags in small letters, each between spaces."""
    lines = (line.split("\t") for line in _table().splitlines()[1:])
    return tuple((name, f" {tags.lower()} ") for name, tags, _ in lines)


@cache
def _table() -> str:
    """The icons, each on a line after the break before it."""
    return f"\n{read_package_file('icons/phosphor.tsv').decode()}"
