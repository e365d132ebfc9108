"""Numbers below each other: each at the left of its row, and at its right, on its line, what it is and what it means."""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.compose.breaks import SOFT_HYPHEN
from deckmotor.compose.kinds.kind import Levels
from deckmotor.compose.look import Look, paragraph
from deckmotor.compose.place import Place
from deckmotor.compose.setting import set_text
from deckmotor.compose.text import Build, text_item
from deckmotor.model.figures import Figure
from deckmotor.scene.page import Paragraph, Slot, TextItem, lowered
from deckmotor.style import Box
from deckmotor.units import inches

GUTTER = inches(0.35)
"""Between a number and its words, and between two rows."""

Value = Callable[[Figure, Levels], Paragraph]
"""Makes the paragraph of a number, with its unit."""


class Row(Struct, frozen=True):
    """The places of a number and of its words."""

    value: Box
    words: Box


class FactRows(Struct, frozen=True):
    """The rows of some numbers, at the largest step at which all fit."""

    step: int
    levels: Levels
    """Looks of a number, of what it is, and of what it means."""
    rows: tuple[Row, ...]


def in_rows(figures: Sequence[Figure], columns: Sequence[Box], foot: int, value: Value, look: Look) -> FactRows | None:
    """Rows over the area of some columns, `foot` free below numbers that are shares; None where some would fit at no step."""
    rows = _rows(columns)
    pairs = tuple(zip(figures, rows, strict=True))
    scale = look.theme.looks["fact"]
    for step, levels in enumerate(scale):
        if step < look.floors.get("fact", 0):
            continue
        feet = (foot if one.of is not None else 0 for one in figures)
        if not all(
            _on_a_line([value(one, levels)], row.value, below, look) for (one, row), below in zip(pairs, feet, strict=True)
        ):
            continue
        for words in scale[: step + 1]:
            own = (levels[0], *words[1:])
            if all(_fits(_words(one, own, look), row.words, look) for one, row in pairs):
                return FactRows(step, own, rows)
    return None


def draw_rows(
    made: FactRows, figures: Sequence[Figure], slots: Sequence[Slot], keys: Sequence[str], value: Value, look: Look
) -> Iterator[tuple[TextItem, TextItem | None]]:
    """Each number, in its placeholder, and its words, whose last line stands on the number's where they are no higher."""
    for figure, row, slot, key in zip(figures, made.rows, slots, keys, strict=True):
        own = Place(key=key, box=row.value, slot=slot, scale=(made.levels,), share="fact", native=False)
        item = text_item(own, _only(figure, value), look, figure.span, (figure,))
        yield item, _beside(item, figure, row, f"{key}-words", made.levels, look)


def down(item: TextItem, by: int) -> TextItem:
    """Text moved down the page."""
    parts = tuple([replace(part, lines=lowered(part.lines, by)) for part in item.paragraphs])
    return replace(item, box=replace(item.box, y=item.box.y + by), moved=True, paragraphs=parts)


def _only(figure: Figure, value: Value) -> Build:
    return lambda levels: [value(figure, levels)]


def _beside(item: TextItem, figure: Figure, row: Row, key: str, levels: Levels, look: Look) -> TextItem | None:
    if figure.label is None and figure.text is None:
        return None
    own = Place(key=key, box=row.words, slot=None, scale=(levels,), share="fact", native=False)
    words = text_item(own, lambda levels: _words(figure, levels, look), look, figure.span, (figure,))
    line, last = item.paragraphs[-1].lines[-1].baseline, words.paragraphs[-1].lines[-1].baseline
    return down(words, max(0, line - last))


def _rows(columns: Sequence[Box]) -> tuple[Row, ...]:
    first, count = columns[0], len(columns)
    width = columns[-1].right - first.x
    height = (first.height - (count - 1) * GUTTER) // count
    left = (width - GUTTER) // 2
    tops = (first.y + at * (height + GUTTER) for at in range(count))
    return tuple(
        Row(Box(first.x, y, left, height), Box(first.x + left + GUTTER, y, width - left - GUTTER, height)) for y in tops
    )


def _on_a_line(parts: Sequence[Paragraph], box: Box, foot: int, look: Look) -> bool:
    """Whether a number fits its place on one line, with its foot below that."""
    item, broken = set_text(parts, box, look)
    (line, *more) = item.paragraphs[0].lines
    return not broken and not more and max(line.baseline + foot, box.y + item.height) <= box.bottom


def _fits(parts: Sequence[Paragraph], box: Box, look: Look) -> bool:
    """Whether words fit their place, none of them cut."""
    item, broken = set_text(parts, box, look)
    cut = any(SOFT_HYPHEN in run.text for part in item.paragraphs for run in part.runs)
    return not broken and not cut and item.height <= box.height


def _words(figure: Figure, levels: Levels, look: Look) -> list[Paragraph]:
    """What a number is, and what it means."""
    told = ((1, figure.label), (2, figure.text))
    return [paragraph(text, levels[level], look, level=level) for level, text in told if text is not None]
