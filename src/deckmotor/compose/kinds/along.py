"""What stands along a line: its styles at every size, its columns, and the line itself as native shapes."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.color import Color
from deckmotor.compose.breaks import SOFT_HYPHEN
from deckmotor.compose.ends import with_good_ends
from deckmotor.compose.kinds.chart.colours import alone, lit, toned
from deckmotor.compose.kinds.chart.words import said
from deckmotor.compose.kinds.kind import Levels
from deckmotor.compose.look import Look, filled_in
from deckmotor.compose.place import Place
from deckmotor.compose.setting import set_text
from deckmotor.compose.text import text_item
from deckmotor.model.text import Text, unbroken
from deckmotor.scene.page import Commands, Paragraph, ShapeItem, Slot, TextItem
from deckmotor.style import Box, Line, ParagraphStyle
from deckmotor.units import inches, points

GUTTER = inches(0.4)
"""Between two columns that are not the layout's."""

STROKE = points(3)
"""Thickness of the line."""

NARROW = 0.55
"""Share of the page's width that a place has in which things stand beside each other."""

DIVIDED = 4
"""Items of a list that is divided over two columns, at least."""

MOST_CALLED = 48
"""Characters of what a box is called in its name."""

SLASH = re.compile(r"[/\s]+")
"""What stands between a slide's id and the rest of a name, and spaces, which are one."""

COMING = 1.6
"""Contrast with the page of what only decorates: the line after today."""


class Styles(Struct, frozen=True, kw_only=True):
    """The paragraph styles of one size: what is said, what is added below it, and the large figures of the theme."""

    main: ParagraphStyle
    more: ParagraphStyle
    figure: ParagraphStyle


def styles(look: Look) -> tuple[Styles, ...]:
    """The sizes of lists in the theme, the largest first, without their marks."""
    figure = look.theme.looks["fact"][0][0]
    return tuple([_styles(levels, figure) for levels in look.theme.looks["list"]])


def _styles(levels: Levels, figure: ParagraphStyle) -> Styles:
    main = ParagraphStyle(text=levels[0].text, line_spacing=95)
    more = ParagraphStyle(text=levels[1].text, line_spacing=100, before=round(levels[1].text.size * 0.35))
    return Styles(main=main, more=more, figure=figure)


def sized(style: ParagraphStyle, size: float, **other: int) -> ParagraphStyle:
    """A style at another size, its letters as close as before; and other fields of it."""
    text = style.text
    tracking = round(text.tracking * size / text.size)
    return replace(style, text=replace(text, size=_whole(size), tracking=tracking), **other)


def _whole(size: float) -> int:
    """A size in whole points."""
    return points(round(size / points(1)))


def coloured(style: ParagraphStyle, color: Color, *, bold: bool | None = None) -> ParagraphStyle:
    """A style in another colour."""
    text = style.text
    return replace(style, text=replace(text, color=color, bold=text.bold if bold is None else bold))


# Columns


def slots_of(count: int, place: Place) -> tuple[Slot, ...]:
    """A slot for each, where the layout has as many; none otherwise."""
    slots = () if place.slot is None else (place.slot, *place.others)
    return slots[:count] if len(slots) >= count else ()


def whole_page(place: Place, look: Look) -> bool:
    """Whether a block has all places of its layout, so that it may reach from margin to margin."""
    bodies = look.layout.of("body")
    return place.slot is not None and (place.slot, *place.others) == bodies and len(bodies) > 1


def area(place: Place, look: Look) -> Box:
    """Where a block stands: between the page's margins, where it has the page to itself."""
    box = place.box
    return replace(box, width=look.theme.width - 2 * box.x) if whole_page(place, look) else box


def columns(count: int, box: Box, slots: Sequence[Slot]) -> list[Box]:
    """Boxes side by side: those of slots, or equal parts of a box with gutters between them."""
    if slots:
        return [replace(box, x=slot.box.x, width=slot.box.width) for slot in slots]
    pitch = (box.width + GUTTER) / count
    return [replace(box, x=box.x + round(at * pitch), width=round(pitch) - GUTTER) for at in range(count)]


# Text


def set_well(paragraphs: Sequence[Paragraph], box: Box, look: Look) -> tuple[TextItem, bool]:
    """Text in a box, its lines ending well, and whether no word of it is cut."""
    item, broken = set_text(paragraphs, box, look)
    item = with_good_ends(item, look, even=False)
    return item, not broken and not any(SOFT_HYPHEN in run.text for part in item.paragraphs for run in part.runs)


def picked(text: Text) -> bool:
    """Whether all of a text is what the slide's `highlight:` picks out."""
    return bool(text.runs) and all(run.lit for run in text.runs)


def lit_words(name: str, look: Look) -> str:
    """That something is lit, for those who can't see it."""
    light = filled_in(said(look).lit, name=name)
    return light[:1].upper() + light[1:]


Listing = Callable[[range, Levels], list[Paragraph]]
"""Makes the paragraphs of some of the items, by their numbers from 0, in the styles of a list."""


def wide(place: Place, look: Look) -> bool:
    """Whether things may stand beside each other in a place."""
    return area(place, look).width >= NARROW * look.theme.width


def lists(block: Any, share: str, place: Place, look: Look, make: Listing, *, most: int = 2) -> Iterator[TextItem]:
    """The items of a block as a native list, for places too narrow for columns; or as two where there is the width."""
    count = len(block.items)
    boxes = columns(most if wide(place, look) and count >= DIVIDED else 1, area(place, look), ())
    slots = slots_of(len(boxes), place)
    each = -(-count // len(boxes))
    for number, box in enumerate(boxes):
        numbers = range(number * each, min(number * each + each, count))
        own = Place(
            key=f"{place.key}-{number + 1}" if number else place.key, box=box, slot=slots[number] if slots else None,
            scale=look.theme.looks["list"], share=share, native=False,
        )  # fmt: skip
        yield text_item(own, partial(make, numbers), look, block.span, tuple([block.items[at] for at in numbers]))


def below(part: Paragraph, more: Paragraph) -> Paragraph:
    """A paragraph with another's text on a line below it: items of a list that say two things stay one item."""
    first, *rest = more.runs
    return replace(part, runs=(*part.runs, replace(first, text=f"\n{first.text}"), *rest))


def names_of_boxes(name: str, keys: Sequence[str]) -> list[str]:
    """Names of boxes by what they are called: the same wherever they stand, so that a morph knows them. Twins have numbers."""
    called = [f"{name}-{SLASH.sub('-', unbroken(key))[:MOST_CALLED].strip()}" for key in keys]
    return [one if called.count(one) == 1 else f"{one}-{at}" for at, one in enumerate(called, 1)]


# The line


def brand(look: Look) -> Color:
    """The colour of a line, of numerals and of what has been."""
    return alone(look)


def accent(look: Look) -> Color:
    """The colour of what is lit."""
    return lit(look)


def coming(look: Look) -> Color:
    """The colour of a line that is yet to come."""
    paper = look.layout.background
    return toned(paper, paper.rgb, COMING, 1.0)


def stroke(name: str, commands: Commands, color: Color, width: int = STROKE) -> ShapeItem:
    """A line along some points."""
    xs = [int(one[at]) for one in commands for at in range(1, len(one), 2)]
    ys = [int(one[at]) for one in commands for at in range(2, len(one), 2)]
    box = Box(min(xs), min(ys), max(1, max(xs) - min(xs)), max(1, max(ys) - min(ys)))
    return ShapeItem(name=name, box=box, outline=commands, line=Line(color=color, width=width))


def bar(name: str, box: Box, color: Color, alt: str | None = None) -> ShapeItem:
    """A filled rectangle."""
    return ShapeItem(name=name, box=box, outline="rect", fill=color, alt=alt)
