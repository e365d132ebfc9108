"""Facts: one to four large numbers, each with what it is, what it means, and its share of a whole."""

from collections.abc import Iterator
from functools import partial

from msgspec.structs import replace

from deckmotor.compose.breaks import SOFT_HYPHEN
from deckmotor.compose.captions import caption, caption_item, caption_room, own_slot
from deckmotor.compose.kinds.fact_rows import FactRows, down, draw_rows, in_rows
from deckmotor.compose.kinds.kind import Kind, Levels, Want
from deckmotor.compose.look import Look, Taken, paragraph
from deckmotor.compose.place import Place, in_slot
from deckmotor.compose.setting import set_text
from deckmotor.compose.text import Build, text_item
from deckmotor.model.figures import Fact, Figure
from deckmotor.model.text import Text, TextRun
from deckmotor.scene.page import GroupItem, Item, Paragraph, Run, Slot, TextItem
from deckmotor.style import Box
from deckmotor.units import inches

BRIEF = 4.5
"""Characters of a number that stands in half of the page, one of its unit counted half."""

ALONE = 2
"""The same of one that has no words beside it."""

LONG = 14
"""Characters of a number that stands on one line over the page's width."""

LOW = 0.86
"""Where the line of a number stands that nothing stands below: a share of the page's height."""

NEXT, ABOVE = 1.35, 0.25
"""From the last line of what a number is to the first of what it means, over the size of the latter and of the former."""

DESCENT = 0.26
"""How far figures reach below their line in the fonts where they do, and a little more, over their size."""

OLD_FIGURES = ("Georgia", "Gelasio")
"""Fonts whose figures are not all as tall."""

HANGING = frozenset("34579")
"""Those of them that reach below the line."""

HANG = 0.2
"""How far, over their size."""

UNIT = 0.42
"""Size of the unit over the number's."""

GUTTER = inches(0.35)
"""Between two numbers that stand beside each other, and between two rows of them."""

NARROW = inches(2.85)
"""Numbers in columns narrower than this stand two by two, and three below each other, where the page is theirs."""

SHARE = inches(0.16)
"""Height of the bar that draws a share."""

LOWER = 0.3
"""How much of what they leave of their place stands above numbers that are all of a page."""

BESIDE = 2
"""Step of the scale at which the room of numbers is measured that share their page."""

QUIETER = 0.55
"""Size of what numbers are that stand beside each other, at most, over theirs."""

AIR = inches(0.14)
"""Above and below that bar."""

FOOT = SHARE + 2 * AIR + inches(0.12)
"""Below the line of a number that is drawn as a share."""


def _layout(block: Fact) -> str:
    """One number is the page; several have a column each."""
    if len(block.items) > 1:
        return f"columns-{len(block.items)}"
    (figure,) = block.items
    wide = len(figure.value.plain) + len(figure.unit or "") / 2
    told = figure.label is not None or figure.text is not None
    return "fact" if wide <= (BRIEF if told else ALONE) else "fact-wide" if wide <= LONG else ""


def _draw(block: Fact, place: Place, look: Look) -> tuple[Item, ...]:
    if look.layout.slot("value") is not None and len(block.items) == 1:
        items = tuple(_alone(block.items[0], place, look))
    else:
        items = tuple(_beside(block, place, look))
    return (*items, *_source(block, place, look))


def _source(block: Fact, place: Place, look: Look) -> tuple[Item, ...]:
    text, slot = _sources(block, look), own_slot(look)
    if text is None:
        return ()
    if slot is not None:
        return (caption_item(text, in_slot(f"{place.key}-caption", slot), 0, look),)
    low = replace(place.box, height=place.box.height - caption_room(text, place.box, look))
    return caption(text, place.key, low, place.box, look)


def _sources(block: Fact, look: Look) -> Text | None:
    """The sources of all numbers, each once."""
    from deckmotor.compose.kinds.chart.words import source_line

    written = [one for one in (block.source, *(figure.source for figure in block.items)) if one is not None]
    unique = list({one.plain: one for one in written}.values())
    if not unique:
        return None
    runs = [run for number, one in enumerate(unique) for run in ((TextRun(text="; "),) if number else ()) + one.runs]
    return source_line(replace(unique[0], runs=tuple(runs)), look)


# One number that is the page


def _alone(figure: Figure, place: Place, look: Look) -> Iterator[Item]:
    """The number; what it is and what it means stand at its right, on its line, or below it."""
    slots = [look.layout.slot(name) for name in ("value", "label", "meaning")]
    value, label, meaning = (slot for slot in slots if slot is not None)
    below = label.box.y >= value.box.bottom
    room = replace(in_slot("fact", value), share="value")
    if below and figure.label is None and figure.text is None:
        room = replace(room, box=replace(value.box, height=round(look.theme.height * LOW) - value.box.y))
    number = text_item(room, lambda levels: [_value(figure, levels, look)], look, figure.value.span, (figure.value,))
    yield number
    line = number.paragraphs[0].lines[-1].baseline
    low = 0
    if figure.of is not None:
        size = number.paragraphs[0].style.text.size
        hanging = round(size * DESCENT) if below else max(AIR * 2, _hanging(figure, size, look) + AIR)
        bar = Box(value.box.x, line + hanging, value.box.width, SHARE)
        low = bar.bottom + AIR
        yield _share(figure, bar, "fact", look)
    words = [("label", label, figure.label), ("meaning", meaning, figure.text)]
    told = [(key, slot, text) for key, slot, text in words if text is not None]
    yield from _below(told, low, look) if below else _on_line(told, line, look)


def _hanging(figure: Figure, size: int, look: Look) -> int:
    """How far figures reach below their line; their font's name says whether any do."""
    if look.theme.heading_font not in OLD_FIGURES:
        return 0
    if not HANGING.isdisjoint(figure.value.plain):
        return round(size * HANG)
    return 0 if HANGING.isdisjoint(figure.unit or "") else round(size * UNIT * HANG)


def _below(told: list[tuple[str, Slot, Text]], low: int, look: Look) -> Iterator[Item]:
    """What a number is, and right below that what it means; nothing above `low`."""
    end: int | None = None
    for key, slot, text in told:
        item = text_item(in_slot(f"fact-{key}", slot), _only(text, look), look, text.span, (text,))
        first = item.paragraphs[0]
        if end is None:
            item = down(item, low - item.box.y) if low > item.box.y else item
        else:
            item = down(item, end + round(first.style.text.size * NEXT) - first.lines[0].baseline)
        end = item.paragraphs[-1].lines[-1].baseline + round(first.style.text.size * ABOVE)
        yield item


def _on_line(told: list[tuple[str, Slot, Text]], line: int, look: Look) -> Iterator[Item]:
    """What it means ends on the number's line, and above it stands what it is."""
    bottom: int | None = None
    for key, slot, text in reversed(told):
        item = text_item(in_slot(f"fact-{key}", slot), _only(text, look), look, text.span, (text,))
        size = item.paragraphs[0].style.text.size
        foot = line if bottom is None else bottom - round(size * ABOVE)
        moved = down(item, foot - item.paragraphs[-1].lines[-1].baseline)
        bottom = moved.paragraphs[0].lines[0].baseline - round(size * NEXT)
        yield moved


def _only(text: Text, look: Look) -> Build:
    return lambda levels: [paragraph(text, levels[0], look)]


def _all(figure: Figure, look: Look, shared: bool) -> Build:
    return lambda levels: _paragraphs(figure, levels, look, shared)


# Numbers beside each other


def _beside(block: Fact, place: Place, look: Look) -> Iterator[Item]:
    slots = _slots(block, place)
    shared = any(figure.of is not None for figure in block.items)
    columns = _boxes(block, place, look)
    ways = [(_step(block, boxes, look, shared), boxes) for boxes in (*_rows(columns, slots, look), columns)]
    step, boxes = min(ways, key=lambda way: way[0])
    if len(block.items) == 3 and _narrow(columns, slots, look):
        rows = in_rows(block.items, columns, FOOT, partial(_value, look=look), look)
        if rows is not None and rows.step <= step:
            yield from _in_rows(block, rows, slots, place, look)
            return
    room = min(box.height for box in boxes)
    levels, made = _words(block, step, boxes, room, look, shared)
    if boxes is columns and _page_is_theirs(slots, look):
        down = round(max(0, room - max(item.height for item, _ in made)) * LOWER)
        boxes = [replace(box, y=box.y + down, height=box.height - down) for box in boxes]
    for number, (figure, box) in enumerate(zip(block.items, boxes, strict=True)):
        key = _key(place, number)
        slot = slots[number] if slots else place.slot if not number else None
        own = Place(key=key, box=box, slot=slot, scale=(levels,), share="fact", native=False)
        item = text_item(own, _all(figure, look, shared), look, figure.span, (figure,))
        look.taken[key] = Taken("fact", step)  # As a text it had no other choice.
        yield item
        if figure.of is not None:
            yield _share_below(figure, item, key, look)


def _in_rows(block: Fact, rows: FactRows, slots: tuple[Slot, ...], place: Place, look: Look) -> Iterator[Item]:
    keys = [_key(place, number) for number in range(len(block.items))]
    drawn = draw_rows(rows, block.items, slots, keys, partial(_value, look=look), look)
    for figure, key, (item, words) in zip(block.items, keys, drawn, strict=True):
        look.taken[key] = Taken("fact", rows.step)
        yield item
        if figure.of is not None:
            yield _share_below(figure, item, key, look)
        if words is not None:
            yield words


def _step(block: Fact, boxes: list[Box], look: Look, shared: bool) -> int:
    """The largest step of the scale at which all numbers fit, if possible with no word cut; the smallest where none does."""
    room = min(box.height for box in boxes)
    scale = look.theme.looks["fact"]
    found: int | None = None
    for step in range(min(look.floors.get("fact", 0), len(scale) - 1), len(scale)):
        made = [_set(figure, scale[step], box, look, shared) for figure, box in zip(block.items, boxes, strict=True)]
        fits = all(item.height <= room and not broken and _on_a_line(item) for item, broken in made)
        if fits and not any(map(_hyphenated, made)):
            return step
        if fits and found is None:
            found = step
    return len(scale) - 1 if found is None else found


def _words(
    block: Fact, step: int, boxes: list[Box], room: int, look: Look, shared: bool
) -> tuple[Levels, list[tuple[TextItem, tuple[str, ...]]]]:
    """Looks of numbers at a step, with words as large as suit them: a long number makes only itself small."""
    scale = look.theme.looks["fact"]
    for words in scale[: step + 1]:
        levels = (scale[step][0], *words[1:])
        made = [_set(figure, levels, box, look, shared) for figure, box in zip(block.items, boxes, strict=True)]
        quiet = words[1].text.size <= QUIETER * levels[0].text.size
        if quiet and all(item.height <= room and not broken and not _hyphenated((item, broken)) for item, broken in made):
            break
    return levels, made


def _slots(block: Fact, place: Place) -> tuple[Slot, ...]:
    """A slot for each number, where the layout has as many and nothing else stands in them; none otherwise."""
    slots = () if place.slot is None else (place.slot, *place.others)
    return slots[: len(block.items)] if len(slots) >= len(block.items) else ()


def _boxes(block: Fact, place: Place, look: Look) -> list[Box]:
    """A column for each number: those of the layout, or equal parts of the place."""
    count = len(block.items)
    low = caption_room(_sources(block, look), place.box, look)
    slots = _slots(block, place)
    if len(slots) > 1:
        return [replace(slot.box, height=slot.box.height - low) for slot in slots]
    width = (place.box.width - (count - 1) * GUTTER) // count
    x = place.box.x
    return [Box(x + number * (width + GUTTER), place.box.y, width, place.box.height - low) for number in range(count)]


def _page_is_theirs(slots: tuple[Slot, ...], look: Look) -> bool:
    """Whether the numbers are all that stands on the page."""
    return slots == look.layout.of("body")


def _rows(boxes: list[Box], slots: tuple[Slot, ...], look: Look) -> Iterator[list[Box]]:
    """Four narrow columns two by two over the same area, where the page is theirs."""
    if len(boxes) != 4 or not _narrow(boxes, slots, look):
        return
    area = boxes[0]
    width = (boxes[-1].right - area.x - GUTTER) // 2
    height = (area.height - GUTTER) // 2
    places = [divmod(number, 2) for number in range(4)]
    yield [Box(area.x + (width + GUTTER) * at, area.y + (height + GUTTER) * row, width, height) for row, at in places]


def _narrow(boxes: list[Box], slots: tuple[Slot, ...], look: Look) -> bool:
    """Whether columns are narrow, and the page theirs, so that numbers may stand in rows instead."""
    return boxes[0].width < NARROW and _page_is_theirs(slots, look)


def _on_a_line(item: TextItem) -> bool:
    """Whether a number stands on one line."""
    return len(item.paragraphs[0].lines) == 1


def _hyphenated(made: tuple[TextItem, tuple[str, ...]]) -> bool:
    """Whether a word is cut."""
    return any(SOFT_HYPHEN in run.text for part in made[0].paragraphs for run in part.runs)


def _set(figure: Figure, levels: Levels, box: Box, look: Look, shared: bool) -> tuple[TextItem, tuple[str, ...]]:
    return set_text(_paragraphs(figure, levels, look, shared), box, look)


def _paragraphs(figure: Figure, levels: Levels, look: Look, shared: bool) -> list[Paragraph]:
    """The number, what it is, and what it means, with room for a share below the number where any has one."""
    parts = [_value(figure, levels, look)]
    for level, text in ((1, figure.label), (2, figure.text)):
        if text is not None:
            parts.append(paragraph(text, levels[level], look, level=level))
    if shared and len(parts) > 1:
        style = parts[1].style
        parts[1] = replace(parts[1], style=replace(style, before=style.before + SHARE + 2 * AIR))
    return parts


def _value(figure: Figure, levels: Levels, look: Look) -> Paragraph:
    """The number, and its unit smaller beside it: on one line, and set no tighter than other text of its size."""
    value = paragraph(figure.value, levels[0], look)
    if not figure.unit:
        return value
    style = value.runs[-1].style
    small = replace(style, size=round(style.size * UNIT), tracking=round(style.tracking * UNIT))
    unit = Run(text="\u00a0".join(("", *figure.unit.split())), style=small, language=look.language)
    return replace(value, runs=(*value.runs, unit))


def _key(place: Place, number: int) -> str:
    """The key of a number, counted from 0."""
    return place.key if not number else f"{place.key}-{number + 1}"


def _share_below(figure: Figure, item: TextItem, key: str, look: Look) -> GroupItem:
    first = item.paragraphs[0]
    low = first.lines[-1].baseline + first.style.text.size // 5
    return _share(figure, Box(item.box.x, low + AIR, item.box.width, SHARE), key, look)


def _share(figure: Figure, box: Box, key: str, look: Look) -> GroupItem:
    from deckmotor.compose.kinds.share import share  # Most facts are no part of a whole.

    return share(figure, box, f"{look.page}/{key}-share", look)


def _want(block: Fact, place: Place, step: int, look: Look) -> Want:
    boxes = _boxes(block, place, look)
    scale = look.theme.looks["fact"]
    levels = scale[min(BESIDE + step, len(scale) - 1)]
    shared = any(figure.of is not None for figure in block.items)
    made = [_set(figure, levels, box, look, shared) for figure, box in zip(block.items, boxes, strict=True)]
    height = max(item.height for item, _ in made) + caption_room(_sources(block, look), place.box, look)
    return Want(height=height, width=place.box.width, broken=any(broken for _, broken in made))


FACT = Kind(
    block=Fact,
    example="title: Where we are\nfact: {value: 6, label: places, text: 'from Kalix to Varberg', of: 8}\n",
    terse=_layout,
    role="value",
    looks=("fact",),
    draw=_draw,
    want=_want,
    begins=TextItem,
    stretch=1.4,
)
