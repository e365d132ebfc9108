"""Text set in a width: measured, its lines broken well, and placed on the page."""

from collections.abc import Sequence
from operator import is_

from msgspec.structs import replace

from deckmotor.compose.breaks import MOST_REPAIRS, hyphenated, kept_together, links_cut, needs_care, only_needed
from deckmotor.compose.look import Look
from deckmotor.compose.place import NO_INSETS
from deckmotor.compose.plain import PlainText, marks_of, plain_text
from deckmotor.scene.page import (
    LinePart,
    MeasuredLine,
    Paragraph,
    TextItem,
)
from deckmotor.style import Anchor, Box, Insets
from deckmotor.typeset.flow import Flow, FlowParagraph, flow


def set_text(
    paragraphs: Sequence[Paragraph], box: Box, look: Look, anchor: Anchor = "top", insets: Insets = NO_INSETS
) -> tuple[TextItem, tuple[str, ...]]:
    """Text in a box, measured, its lines in page coordinates; and the words that break between two characters."""
    width = box.width - insets.left - insets.right
    plain = plain_text(paragraphs, width, look.fonts)
    if plain is not None and not plain.is_cut:
        return placed(plain, box, anchor, insets), ()
    return set_with_care(paragraphs, box, look, anchor, insets)


def set_with_care(
    paragraphs: Sequence[Paragraph],
    box: Box,
    look: Look,
    anchor: Anchor,
    insets: Insets,
    measured: Flow | None = None,
) -> tuple[TextItem, tuple[str, ...]]:
    """The same of paragraphs that are not so plain. `measured` says how they flow as they are, where that is known."""
    paragraphs, measured = well_broken(paragraphs, box.width - insets.left - insets.right, look, measured)
    y = box.y + insets.top + _down(box, measured.height, anchor, insets)
    lines = with_lines(paragraphs, measured, box.x + insets.left, y)
    item = TextItem(name="", box=box, paragraphs=lines, anchor=anchor, insets=insets, height=measured.height)
    return item, measured.broken_words


def placed(plain: PlainText, box: Box, anchor: Anchor, insets: Insets) -> TextItem:
    """Plain text in a box."""
    height = plain.height
    y = box.y + insets.top + _down(box, height, anchor, insets)
    paragraphs = tuple(plain.at(box.x + insets.left, y))
    return TextItem(name="", box=box, paragraphs=paragraphs, anchor=anchor, insets=insets, height=height)


def _down(box: Box, height: int, anchor: Anchor, insets: Insets) -> int:
    """How far down in its box a text of a height begins."""
    if anchor == "top":
        return 0
    free = box.height - insets.top - insets.bottom - height
    return free if anchor == "bottom" else free // 2


def well_broken(
    paragraphs: Sequence[Paragraph], width: int, look: Look, measured: Flow | None = None
) -> tuple[Sequence[Paragraph], Flow]:
    """The paragraphs with good line breaks in a width, and how they flow then."""
    measured = measured or measure(paragraphs, width, look)
    if not measured.broken_words and not needs_care(paragraphs, measured):
        return paragraphs, measured
    if measured.broken_words:
        softened = hyphenated(paragraphs, measured.broken_words, look.is_named)
        if softened is not None:
            paragraphs = only_needed(softened, measure(softened, width, look))
            measured = measure(paragraphs, width, look)
    for _ in range(MOST_REPAIRS):
        kept = kept_together(paragraphs, measured)
        if kept is None:
            break
        tried = measure(kept, width, look)
        if len(tried.broken_words) > len(measured.broken_words):
            break  # A line that ends inside `10 mnkr` is better than one that ends inside a word.
        paragraphs, measured = kept, tried
    needed = only_needed(paragraphs, measured)
    cut = links_cut(needed, measured)
    if cut is None and all(map(is_, needed, paragraphs)):
        return paragraphs, measured
    return cut or needed, measure(cut or needed, width, look)


def with_lines(paragraphs: Sequence[Paragraph], measured: Flow, x: int, y: int) -> tuple[Paragraph, ...]:
    """The paragraphs with their lines, placed from the text area's top left corner (EMU)."""
    placed = []
    for paragraph, lines in zip(paragraphs, measured.paragraphs, strict=True):
        # Loops, as most of a deck's time is spent here.
        made = []
        for line in lines:
            left, parts = x + line.x, []
            for part in line.stretches:
                parts.append(LinePart(part.run, part.text, left + part.x, part.width))
            made.append(MeasuredLine(line.text, left, y + line.baseline, line.width, line.end, tuple(parts)))
        placed.append(replace(paragraph, lines=tuple(made)))
    return tuple(placed)


def measure(paragraphs: Sequence[Paragraph], width: int, look: Look) -> Flow:
    """How paragraphs break in a width (EMU)."""
    return flow(to_flow(paragraphs), width, look.fonts, None if look.whole is None else look.whole.broken)


def to_flow(paragraphs: Sequence[Paragraph]) -> list[FlowParagraph]:
    """The paragraphs as they are measured, those of numbered lists with their numbers."""
    marks = marks_of(paragraphs)
    return [
        FlowParagraph(runs=part.runs, style=part.style, mark=mark, beside=part.defines == "beside")
        for part, mark in zip(paragraphs, marks, strict=True)
    ]
