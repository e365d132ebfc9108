"""A slide that is too full becomes several: the same title, the content cut at sensible places, in parts of like height.

Splitting works on what a slide says, not on pages: each part is a slide like any other, and is composed like one.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from deckmotor.model.blocks import Block, Bullets, Item, Lead, Numbered, Paragraphs, Questions, Row, Table
from deckmotor.model.deck import Slide
from deckmotor.model.text import Text, TextRun

Unit = tuple[int, Item | Text | Row]
"""What stays together: an item with the items below it, a paragraph, a row; and the index of its block on the slide."""

LISTS = (Bullets, Numbered, Questions)

PART_MARK = "~"
"""Between a slide's id and the number of its part. Nobody can type it into an id, so a part's id is never taken."""

SENTENCE_END = re.compile(r"(?<=[.!?…])[”\"')\]]*\s+(?=[^\s])")


def units(slide: Slide) -> tuple[Unit, ...]:
    """What a slide can be cut between; empty where it holds something that can't be cut."""
    found: list[Unit] = []
    content = [block for block in slide.blocks if not isinstance(block, Lead)]
    if any(isinstance(block, Table) for block in content) and len(content) > 1:
        return ()
    for index, block in enumerate(slide.blocks):
        match block:
            case Lead():
                continue
            case Bullets() | Numbered() | Questions():
                found += [(index, item) for item in block.items]
            case Paragraphs():
                found += [(index, text) for text in block.paragraphs]
            case Table():
                found += [(index, row) for row in block.rows[int(block.header) :]]
            case _:
                return ()
    return tuple(found)


def finer(given: Sequence[Unit]) -> tuple[Unit, ...]:
    """The same units with paragraphs cut into sentences, for text that is too long as paragraphs."""
    return tuple((index, part) for index, unit in given for part in (sentences(unit) if isinstance(unit, Text) else (unit,)))


def sentences(text: Text) -> tuple[Text, ...]:
    """A paragraph's sentences; joined by spaces they are the paragraph again."""
    plain = text.plain
    cuts = [match.end() for match in SENTENCE_END.finditer(plain)]
    return tuple(_between(text, begin, end) for begin, end in pairwise((0, *cuts, len(plain))))


def _between(text: Text, begin: int, end: int) -> Text:
    """The characters from `begin` to `end` with their marks, without space at the end."""
    runs: list[TextRun] = []
    at = 0
    end = begin + len(text.plain[begin:end].rstrip())
    for run in text.runs:
        piece = run.text[max(begin - at, 0) : max(end - at, 0)]
        if piece:
            runs.append(replace(run, text=piece))
        at += len(run.text)
    return Text(runs=tuple(runs), span=text.span)


def balanced(heights: Sequence[float], count: int) -> tuple[int, ...] | None:
    """Where to cut so that the highest of `count` parts is as low as can be: the index after each part's last unit.

    No part is a lone last unit where there are four or more. None where there are too few units.
    """
    total = len(heights)
    least_last = 2 if total >= 4 and total > count else 1
    if total < count:
        return None
    sums = [0.0]
    for height in heights:
        sums.append(sums[-1] + height)
    # best[k][i]: the lowest highest part when the first i units make k parts, and where the last of them begins.
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for part in range(1, count + 1):
        row: dict[int, tuple[float, int]] = {}
        ends = [total] if part == count else range(part, total)
        for end in ends:
            starts = [at for at in best[-1] if at < end and (part < count or end - at >= least_last)]
            if starts:
                row[end] = min((max(best[-1][at][0], sums[end] - sums[at]), at) for at in starts)
        best.append(row)
    if total not in best[count]:
        return None
    cuts = [total]
    for part in range(count, 1, -1):
        cuts.append(best[part][cuts[-1]][1])
    return tuple(reversed(cuts))


def parts(slide: Slide, given: Sequence[Unit], cuts: Sequence[int], words: str) -> tuple[Slide, ...]:
    """The slides of a split. `words` is added to each title, with `{part}` and `{parts}` filled in.

    Speaker notes stay with the first part, and so does the id, which links and variants know.
    """
    begins = (0, *cuts[:-1])
    made = []
    for number, (begin, end) in enumerate(zip(begins, cuts, strict=True), 1):
        title = None
        if slide.title is not None:
            mark = TextRun(text=" " + words.format(part=number, parts=len(cuts)))
            title = replace(slide.title, runs=(*slide.title.runs, mark))
        made.append(
            replace(
                slide,
                id=slide.id if number == 1 else f"{slide.id}{PART_MARK}{number}",
                title=title,
                blocks=tuple(_blocks(slide, given, begin, end)),
                notes=slide.notes if number == 1 else (),
            )
        )
    return tuple(made)


def _blocks(slide: Slide, given: Sequence[Unit], begin: int, end: int) -> Iterator[Block]:
    for index, block in enumerate(slide.blocks):
        mine = [unit for owner, unit in given[begin:end] if owner == index]
        before = sum(owner == index for owner, _ in given[:begin])
        match block:
            case Lead():
                yield block
            case Numbered() if mine:
                yield replace(block, items=tuple(mine), start=block.start + before)
            case Questions() if mine:
                yield replace(block, items=tuple(mine), start=block.start + before)
            case Bullets() if mine:
                yield replace(block, items=tuple(mine))
            case Paragraphs() if mine:
                yield replace(block, paragraphs=tuple(mine))
            case Table() if mine:
                yield replace(block, rows=(*block.rows[: int(block.header)], *mine))
            case _:
                continue
