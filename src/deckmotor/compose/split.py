"""A slide that is too full becomes several: the same title, the content cut at sensible places, in parts of like height.

Splitting works on what a slide says, not on pages: each part is a slide like any other, and is composed like one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, groupby, pairwise
from math import inf
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.compose.kinds import KINDS, Group, Said
from deckmotor.compose.place import PART_MARK
from deckmotor.model.blocks import Block, Column
from deckmotor.model.deck import Slide
from deckmotor.model.items import ListItem
from deckmotor.model.text import Text, TextRun

Address = tuple[int, ...]
"""Where a block stands: its index on the slide; in columns the index of its column and that of the block in it follow."""


class Unit(Struct, frozen=True):
    """What stays together."""

    address: Address
    """Where its block stands."""
    said: Said
    """An item with the items below it, a paragraph, a row; or, more finely, a sentence, or an item with some of those below."""
    whole: ListItem | Text | None = None
    """What a finer one is from, and which of its characters, or of the ends of its branches, it is."""
    begin: int = 0
    end: int = 0


HALVINGS = 40
"""Steps of the search for the lowest height: to a millionth of a millionth of the whole."""

TINY = 1e-9
"""What sums of the same numbers in another order may differ by."""

LINE = 30
"""What a line that is not full is counted as, in characters."""


def streams(slide: Slide, groups: Iterable[tuple[str, Group]]) -> dict[str, tuple[Unit, ...]]:
    """By the key of its place, what each group on a slide can be cut between. What has no units can't be cut."""
    addresses = dict(_addresses(slide.blocks, ()))
    return {
        key: tuple(Unit(addresses[id(block)], said) for block in group for said in KINDS[type(block)].units(block))
        for key, group in groups
        if all(id(block) in addresses for block in group)  # Not the parts of a list that is divided over columns.
    }


def _addresses(blocks: Sequence[Block], above: Address) -> Iterator[tuple[int, Address]]:
    """Where each block stands, by its identity."""
    for index, block in enumerate(blocks):
        here = (*above, index)
        yield id(block), here
        stacks = KINDS[type(block)].stacks
        for number, column in enumerate(stacks(block) if stacks is not None else ()):
            yield from _addresses(column.blocks, (*here, number))


def finer(given: Sequence[Unit], heights: Sequence[float], language: str) -> tuple[tuple[Unit, ...], tuple[float, ...]]:
    """The same units cut further, for those that are too long for a page, and about how high each is.

    Paragraphs are cut into sentences. Items are cut between the items below them, and stand above each part of those; cut
    once more, between the items two levels below.
    """
    found: list[tuple[Unit, float]] = []
    for unit, height in zip(given, heights, strict=True):
        whole = unit.whole or unit.said
        if not isinstance(whole, ListItem | Text):
            found.append((unit, height))
            continue
        pieces = [Unit(unit.address, _stretch(whole, *cut), whole, *cut) for cut in _cuts(unit, language)]
        lengths = [_length(piece.said) for piece in pieces]
        found += [(piece, height * length / sum(lengths)) for piece, length in zip(pieces, lengths, strict=True)]
    return tuple(unit for unit, _ in found), tuple(height for _, height in found)


def _cuts(unit: Unit, language: str) -> Iterator[tuple[int, int]]:
    """Where each piece of a unit begins and ends: in characters of its paragraph, or in ends of branches of its item."""
    said = unit.said
    if isinstance(said, Text):
        yield from sentences(said, language) if unit.whole is None else [(unit.begin, unit.end)]
    elif isinstance(said, ListItem):
        while len(below := (*said.bullets, *said.numbered)) == 1:
            said = below[0]
        yield from pairwise(accumulate((_ends(one) for one in below or (said,)), initial=unit.begin))


def _ends(item: ListItem) -> int:
    """How many items end a branch: that have none below them."""
    return sum(_ends(below) for below in (*item.bullets, *item.numbered)) or 1


def _length(said: Said) -> int:
    """About how long it is: characters, and more for each new line."""
    if isinstance(said, ListItem):
        return _length(said.text) + sum(_length(below) for below in (*said.bullets, *said.numbered))
    return LINE + len(said.plain) if isinstance(said, Text) else LINE


def _stretch(whole: ListItem | Text, begin: int, end: int) -> ListItem | Text:
    """Some characters of a paragraph; or an item with the items above some of its branches' ends."""
    return between(whole, begin, end) if isinstance(whole, Text) else _branches(whole, begin, end)


def _branches(item: ListItem, begin: int, end: int) -> ListItem:
    bullets, _ = _kept(item.bullets, begin, end)
    marked = sum(_ends(below) for below in item.bullets)
    numbered, before = _kept(item.numbered, begin - marked, end - marked)
    return replace(item, bullets=bullets, numbered=numbered, start=item.start + before)


def _kept(items: Sequence[ListItem], begin: int, end: int) -> tuple[tuple[ListItem, ...], int]:
    """The items that have some of these ends, less their other branches; and how many come before them."""
    kept: list[ListItem] = []
    before = at = 0
    for item in items:
        ends = _ends(item)
        if begin >= at + ends:
            before += 1
        elif end > at:
            kept.append(_branches(item, begin - at, end - at))
        at += ends
    return tuple(kept), before


def sentences(text: Text, language: str) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends, the space after it included."""
    from deckmotor.compose.sentences import sentence_ends  # Few paragraphs are too long for a page.

    return sentence_ends(text.typed, language)


def between(text: Text, begin: int, end: int) -> Text:
    """The characters from `begin` to `end` with their marks, without space at the end."""
    runs: list[TextRun] = []
    at = 0
    for run in text.runs:
        if at >= end:
            break
        whole = run.formula is not None  # It stands where it begins.
        piece = run.text * (begin <= at < end) if whole else run.text[max(begin - at, 0) : max(end - at, 0)]
        if piece:
            runs.append(replace(run, text=piece))
        at += len(run.text)
    while runs and not (kept := runs[-1].text.rstrip()):
        runs.pop()
    if runs:
        runs[-1] = replace(runs[-1], text=kept)
    return Text(runs=tuple(runs), span=text.span)


def balanced(heights: Sequence[float], count: int, room: float = inf) -> tuple[int, ...] | None:
    """Where to cut so that the highest of `count` parts is as low as can be: the index after each part's last unit.

    The parts are of like height as far as that allows. No part is a lone last unit where there are four or more, and the last
    two have room for each other. None where there are too few units. Takes time in proportion to the units.
    """
    total = len(heights)
    if total < count:
        return None
    joined = list(heights)
    if total >= 4 and total > count and joined[-2] + joined[-1] <= room:
        joined[-2:] = [joined[-2] + joined[-1]]
    lowest = _lowest(joined, count)
    # From the end: where each part can begin at the earliest so that it and those after it stay as low.
    begins = _earliest_begins(joined, count, lowest)
    cuts: list[int] = []
    at, rest = 0, sum(joined)
    for part in range(count - 1, 0, -1):
        share, height, end = rest / (part + 1), joined[at], at + 1
        while end < len(joined) - part and (end < begins[part] or height + joined[end] / 2 <= share):
            height += joined[end]
            end += 1
        cuts.append(end)
        at, rest = end, rest - height
    return (*cuts, total)


def _lowest(heights: Sequence[float], count: int) -> float:
    """How low the highest of `count` parts can be."""
    least, most = max(max(heights), sum(heights) / count), sum(heights)
    for _ in range(HALVINGS):
        middle = (least + most) / 2
        if _needed(heights, middle) <= count:
            most = middle
        else:
            least = middle
    return most


def _needed(heights: Sequence[float], room: float) -> int:
    """How many parts it takes when each is filled as far as `room` goes."""
    count, height = 1, 0.0
    for one in heights:
        if height and height + one > room:
            count, height = count + 1, 0.0
        height += one
    return count


def _earliest_begins(heights: Sequence[float], count: int, room: float) -> list[int]:
    """For 0, 1, … last parts: the first unit that they can begin with when none is higher than `room`."""
    begins = [len(heights)]
    at = len(heights)
    for _ in range(count):
        height = 0.0
        while at and (not height or height + heights[at - 1] <= room * (1 + TINY)):
            at -= 1
            height += heights[at]
        begins.append(at)
    return begins


class Share(Struct, frozen=True):
    """What one part shows of a place that is cut: of all units those from `begin` to `end`."""

    key: str
    """Of the place."""
    units: Sequence[Unit]
    begin: int
    end: int


def shared_out(
    attempt: Mapping[str, tuple[Sequence[Unit], Sequence[float]]], cuts: Mapping[str, Sequence[int] | None], count: int
) -> tuple[tuple[Share, ...], ...]:
    """For each part what it shows of every place. Places with fewer units than there are parts are empty on the last ones."""
    shares: list[list[Share]] = [[] for _ in range(count)]
    for name, (units, _) in attempt.items():
        ends = cuts[name] or (len(units),)
        ends = (*ends, *(len(units),) * (count - len(ends)))
        for mine, begin, end in zip(shares, (0, *ends), ends, strict=False):
            mine.append(Share(name, units, begin, end))
    return tuple(map(tuple, shares))


class Plan(Struct, frozen=True):
    """How a slide is split."""

    cut: dict[str, tuple[Unit, ...]]
    """What is cut, by the key of its place: its units, before any is cut more finely."""
    shares: tuple[tuple[Share, ...], ...]
    """For each part what it shows of that."""
    deep: bool = False
    """Whether text goes below the smallest size of its scale."""
    each: int = 0
    """How many of its columns stand on each part, where they stand apart."""


def parts(slide: Slide, plan: Plan, words: str) -> tuple[Slide, ...]:
    """The slides of a split. `words` is added to each title, `{part}` and `{parts}` filled in.

    What is not cut stands on every part, as the picture beside a list does; but a column stands only where it has something
    to show, and one that is not cut on the first part alone, unless it asks to be repeated. Speaker notes stay with the first
    part, and so does the id, which links and variants know.
    """
    made = []
    for number, mine in enumerate(plan.shares, 1):
        title = None
        if slide.title is not None:
            mark = TextRun(text=" " + words.replace("{parts}", str(len(plan.shares))).replace("{part}", str(number)))
            title = replace(slide.title, runs=(*slide.title.runs, mark))
        made.append(
            replace(
                slide,
                id=slide.id if number == 1 else f"{slide.id}{PART_MARK}{number}",
                title=title,
                blocks=tuple(_apart(_blocks(slide.blocks, (), mine, number), mine, plan.each)),
                notes=slide.notes if number == 1 else (),
            )
        )
    return tuple(made)


def _apart(blocks: Iterable[Any], shares: Sequence[Share], each: int) -> Iterator[Any]:
    """The blocks of a part, of columns that stand apart only those that it is for."""
    for block in blocks:
        if each and KINDS[type(block)].stacks is not None:
            shown = next(share.units[share.begin] for share in shares if share.begin < share.end)
            first = shown.address[1] // each * each
            yield replace(block, items=block.items[first : first + each])
        else:
            yield block


def _blocks(blocks: Sequence[Any], above: Address, shares: Sequence[Share], part: int) -> Iterator[Any]:
    """The blocks of the first, second, … part; those of which it shows nothing are left out."""
    for index, block in enumerate(blocks):
        here = (*above, index)
        share = next((share for share in shares if any(unit.address == here for unit in share.units)), None)
        stacks = KINDS[type(block)].stacks
        if stacks is not None:
            yield replace(block, items=tuple(_columns(stacks(block), here, shares, part)))
        elif share is None:
            yield block
        else:
            mine = [unit for unit in share.units[share.begin : share.end] if unit.address == here]
            earlier = [unit for unit in share.units[: share.begin] if unit.address == here]
            if mine:
                yield _cut(block, mine, earlier)


def _columns(columns: Sequence[Column], above: Address, shares: Sequence[Share], part: int) -> Iterator[Column]:
    """The columns of a part; those that have nothing to show keep their place, empty."""
    for number, column in enumerate(columns):
        here = (*above, number)
        cut = [share for share in shares if _among(share.units, here)]
        if any(_among(share.units[share.begin : share.end], here) for share in cut) if cut else part == 1 or column.repeat:
            yield replace(column, blocks=tuple(_blocks(column.blocks, here, shares, part)))
        else:
            yield replace(column, heading=None, blocks=())


def _among(units: Iterable[Unit], place: Address) -> bool:
    """Whether one of some units stands in a column."""
    return any(unit.address[: len(place)] == place for unit in units)


def _cut(block: Block, mine: Sequence[Unit], earlier: Sequence[Unit]) -> Block:
    """A block with a part of its units; the `earlier` ones stand on the slides before."""
    cut = KINDS[type(block)].cut
    if cut is None:
        raise AssertionError(f"{type(block).__name__} has no units")
    goes_on = bool(earlier) and mine[0].whole is not None and mine[0].whole is earlier[-1].whole
    return cut(block, tuple(_joined(mine)), len(tuple(_joined(earlier))) - goes_on)


def _joined(units: Sequence[Unit]) -> Iterator[Said]:
    """What is said, the parts of one paragraph or item that follow each other being one again."""
    for _, group in groupby(units, key=lambda unit: id(unit.whole or unit.said)):
        mine = list(group)
        whole = mine[0].whole
        yield mine[0].said if whole is None else _stretch(whole, mine[0].begin, mine[-1].end)
