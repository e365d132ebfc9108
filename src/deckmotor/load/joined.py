"""Tables of a slide from sheets with merged cells."""

import re
from collections.abc import Callable

from deckmotor.load.chosen import Chosen, Reading
from deckmotor.load.merged import Cover, covers, joined, without_wide
from deckmotor.load.written import plain
from deckmotor.source.cells import Row
from deckmotor.source.nodes import Node, Scalar
from deckmotor.source.nodes import Sequence as Listed

_NUMBER = re.compile(r"[-+−]?\d[\d\s.,]*%?")
"""What would be added to a sum."""

Writer = Callable[[tuple[Row, ...]], list[Row]]
"""Some rows as they are shown, below the names of their columns, above their sums."""


def with_joined(
    rows: tuple[Row, ...], places: list[int], file: Chosen, total: Scalar | None, reading: Reading, write: Writer
) -> list[Node]:
    """The rows as they are shown, merged as they are in the sheet where that can be. `places` are those of the columns."""
    found = covers(file.source, rows, places)
    apart = next((cover for cover in found if not cover.stands_together), None)
    if apart is not None:
        reading.report("merged-apart", file.wanted.named, area=apart.name, path=file.wanted.path)
    texts = [tuple([plain(row[at]) for at in places]) for row in rows]
    deep = [cover for cover in found if len(cover.rows) > 1 and cover.columns[-1] > 0]
    if total is not None and any(_NUMBER.fullmatch(texts[cover.rows[0]][cover.columns[-1]].text) for cover in deep):
        reading.report("total-merged", total)  # Each row has the number, which would be added as often.
    shown = write(without_wide(rows, found, places))
    body = joined(shown[1 : len(rows) + 1], found, texts)
    last = [Listed(row, row[0].span) for row in shown[len(rows) + 1 :]]
    return [*_header(shown[0], places, file), *body, *last]


def _header(shown: Row, places: list[int], file: Chosen) -> list[Node]:
    """The names of columns, in two rows where they are so in the sheet and all that one goes over stands together."""
    over = file.source.over
    found: list[Cover] = covers(file.source, over, places) if over else []
    if not any(cover.is_wide for cover in found) or not all(cover.stands_together for cover in found):
        return [Listed(shown, shown[0].span)]
    above, below = (tuple([plain(row[at]) for at in places]) for row in over)
    names = [file.source.names[at].text.strip() for at in places]
    own = [cell if cell.text.strip() == name else None for cell, name in zip(shown, names, strict=True)]
    second = tuple([low if kept else cell for kept, low, cell in zip(own, below, shown, strict=True)])
    return joined((above, second), found, (above, second))
