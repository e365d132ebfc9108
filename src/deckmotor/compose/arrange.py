"""How the things on a slide stand together where no layout is made for just them: below each other or side by side.

All ways that keep the reading order are measured, and the one that a person would take is taken: large text, tables that need
not wrap, pictures that can be seen, text over the whole width, short things beside each other. What stands together is
decided once for a slide (`Arrangement`) and handed on to its parts. Other compositions of a slide have their place here.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.compose.choose import Choice, grouped
from deckmotor.compose.kinds import KINDS, Group, Want, draw, kind_of, want, word_of
from deckmotor.compose.look import Arrangement, Look, Rows, paragraph, set_text, text_item, trial
from deckmotor.compose.place import Place, for_looks, in_slot
from deckmotor.model.blocks import Block
from deckmotor.model.text import Text
from deckmotor.scene.page import Item, Slot
from deckmotor.span import Span
from deckmotor.style import Box
from deckmotor.units import inches

GAP, WIDE_GAP = inches(0.2), inches(0.4)
"""Between things that stand below each other: where room is scarce, and where it is not."""

HEADING_AIR = inches(0.1)
"""Between a heading and its column."""

ENDLESS = inches(1_000)
"""Height of a place in which something is measured."""

NARROW = 0.45
"""What uses less of the width than this has room beside it."""

MOST_TOGETHER = 4
"""Things on one slide; with more of them nothing would be large enough to read."""


class Part(Struct, frozen=True):
    """A group and the place that it gets."""

    at: int
    """Which of the slide's groups it is, or is in."""
    key: str
    group: Group
    slot: Slot
    loose: bool
    """Whether the slot is another's, and only lends its looks."""


class Stack(Struct, frozen=True):
    """Parts below each other, and the heading above them."""

    parts: tuple[Part, ...]
    at: int
    """Which of the slide's groups it begins with, or is in."""
    heading: Text | None = None
    above: Slot | None = None
    """The slot of the heading."""
    column: bool = False
    """Whether it is one of the columns of a block."""


Band = tuple[Stack, ...]
"""Stacks side by side."""


class Standing(Struct, frozen=True):
    """A group or a heading in its place."""

    place: Place
    at: int
    """Which of the slide's groups it is, or is in."""
    group: Group | None
    heading: Text | None = None

    def items(self, look: Look) -> tuple[Item, ...]:
        """Its items."""
        if self.group is not None:
            return draw(self.group, self.place, look)
        text = self.heading
        if text is None:
            return ()
        return (text_item(self.place, lambda levels: [paragraph(text, levels[0], look)], look, text.span),)


def arranged(choice: Choice, look: Look) -> tuple[list[Standing], Arrangement]:
    """The places of all groups of a slide in reading order, and how they are arranged."""
    words = tuple(word_of(group) for group in choice.groups)
    known = None if look.whole is None else look.whole.arrangement
    if known is None or known.words != words:
        known = Arrangement(words, _decided(choice, look))
    bands = _bands(choice.groups, known.rows, look)
    arranger = Arranger(look)
    return list(arranger.standing(bands)), known


Left = tuple[str, Span]
"""What has no place, as people call it, and where it is written."""


def assigned(choice: Choice, look: Look) -> tuple[list[Standing], list[Left]]:
    """The groups in the slots of their layout as they are, and what it has no slot for."""
    bodies, headings = list(look.layout.of("body")), list(look.layout.of("heading"))
    if len(choice.groups) == 1 and len(bodies) > 1 and not headings and len(choice.groups[0]) == 1:
        divided = _divided(choice.groups[0][0], bodies, look)
        if divided:
            return divided, []
    standing: list[Standing] = []
    left: list[Left] = []
    for at, group in enumerate(choice.groups):
        kind = kind_of(group)
        own = _own_slot(group, look, standing)
        if kind.stacks is not None and len(kind.stacks(group[0])) <= len(bodies):
            slots = bodies[: len(kind.stacks(group[0]))]
            band = tuple(_columns(at, group, bodies, headings, slots[-1]))
            missing = (stack.heading for stack in band if stack.heading is not None and stack.above is None)
            left += [("heading", heading.span) for heading in missing][:1]
            standing += Arranger(look).in_columns(band, slots)
        elif kind.stacks is None and (own is not None or bodies):
            slot = own or bodies.pop(0)
            place = in_slot(_key(group), slot) if own else for_looks(_key(group), kind.looks, slot, look.theme)
            standing.append(Standing(place, at, group))
        else:
            left += called(group)
    return standing, left


def _own_slot(group: Group, look: Look, standing: Sequence[Standing]) -> Slot | None:
    """The slot that is made for a group: the first of its role, where there are as many as it takes, and none stands there."""
    kind = kind_of(group)
    slots = look.layout.of(kind.role) if kind.role != "body" else ()
    needed = 1 if kind.count is None else kind.count(group[0])
    taken = any(one.place.slot is slot for one in standing for slot in slots)
    return slots[0] if len(slots) >= needed and not taken else None


def _divided(block: Block, bodies: Sequence[Slot], look: Look) -> list[Standing]:
    """A list that is alone on a layout of several bodies, divided over them evenly. Nothing where it is no list."""
    kind = KINDS[type(block)]
    units = kind.units(block)
    if kind.word != "list" or kind.cut is None or len(units) < 2:
        return []
    each = -(-len(units) // len(bodies))
    standing: list[Standing] = []
    for number, slot in enumerate(bodies):
        mine = units[number * each : (number + 1) * each]
        if mine:
            key = kind.tag if not number else f"{kind.tag}-{number + 1}"
            part = kind.cut(block, mine, number * each)
            standing.append(Standing(for_looks(key, kind.looks, slot, look.theme), 0, (part,)))
    return standing


def _decided(choice: Choice, look: Look) -> Rows:
    """The way of arranging that is least bad. Looked at without what neighbours have agreed on, so that it never changes."""
    ways = list(_ways(choice.groups))
    if len(ways) == 1:
        return ways[0]
    arranger = Arranger(trial(look, {}))
    return min(ways, key=lambda rows: arranger.badness(_bands(choice.groups, rows, look)))


def _ways(groups: Sequence[Group]) -> Iterator[Rows]:
    """All ways to arrange groups that keep their order: side by side first, then rows, then two stacks side by side."""
    count = len(groups)
    alone = [KINDS[type(group[0])].stacks is not None for group in groups]
    for breaks in range(count):
        for ends in combinations(range(1, count), breaks):
            rows = [tuple(range(a, b)) for a, b in pairwise((0, *ends, count))]
            if not any(alone[index] for row in rows if len(row) > 1 for index in row):
                yield tuple(tuple((index,) for index in row) for row in rows)
    if count > 2 and not any(alone):
        for end in range(1, count):
            yield ((tuple(range(end)), tuple(range(end, count))),)


def _bands(groups: Sequence[Group], rows: Rows, look: Look) -> tuple[Band, ...]:
    """The rows as bands of stacks, each with a slot of the layout as far as there are any."""
    bodies, headings = list(look.layout.of("body")), list(look.layout.of("heading"))
    last = bodies[-1]
    bands: list[Band] = []
    for row in rows:
        stacks: list[Stack] = []
        for stack in row:
            if KINDS[type(groups[stack[0]][0])].stacks is not None:
                stacks += _columns(stack[0], groups[stack[0]], bodies, headings, last)
            else:
                stacks.append(Stack(tuple([_part(index, groups[index], bodies, last) for index in stack]), stack[0]))
        bands.append(tuple(stacks))
    return tuple(bands)


def _part(at: int, group: Group, bodies: list[Slot], like: Slot) -> Part:
    """A group with the next slot of those left, or else with a box of its own that looks like one."""
    loose = not bodies
    return Part(at, _key(group), group, like if loose else bodies.pop(0), loose)


def _columns(at: int, group: Group, bodies: list[Slot], headings: list[Slot], like: Slot) -> Iterator[Stack]:
    """The columns of a block, each with the next slots of those left."""
    columns = KINDS[type(group[0])].stacks
    for number, column in enumerate(columns(group[0]) if columns is not None else (), 1):
        slot = bodies.pop(0) if bodies else None
        above = headings.pop(0) if headings else None
        parts = _column_parts(at, column.blocks, f"columns-{number}", slot or like, loose=slot is None)
        yield Stack(tuple(parts), at, column.heading, above, column=True)


def _column_parts(at: int, blocks: tuple[Block, ...], key: str, slot: Slot, *, loose: bool) -> Iterator[Part]:
    """The groups of a column. One placeholder holds one thing: the first text has it, or else the first of all."""
    groups = grouped(blocks)
    texts = [index for index, group in enumerate(groups) if KINDS[type(group[0])].draw is None]
    first = texts[0] if texts else 0
    for index, group in enumerate(groups):
        own = f"{key}-{index + 1}" if len(groups) > 1 else key
        yield Part(at, own, group, slot, loose or index != first)


def _key(group: Group) -> str:
    """The key that a person typed for a group's first block."""
    return KINDS[type(group[0])].tag


def called(group: Group) -> list[Left]:
    """What people call the blocks of a group that has no place, and where they are written."""
    left: list[Left] = []
    for block in group:
        stacks = KINDS[type(block)].stacks
        left.append((KINDS[type(block)].tag if stacks is None else f"{len(stacks(block))} columns", block.span))
    return left


class Arranger:
    """Measures and places bands on the page of a look."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.trial = trial(look)
        slots = [*look.layout.of("body"), *look.layout.of("heading")]
        left, top = min(slot.box.x for slot in slots), min(slot.box.y for slot in slots)
        right, bottom = max(slot.box.right for slot in slots), max(slot.box.bottom for slot in slots)
        self.area = Box(left, top, right - left, bottom - top)
        self._wants: dict[tuple[str, int, int], Want] = {}

    # Widths

    def _boxes(self, bands: Sequence[Band], band: Band) -> list[Box]:
        """The width and left edge of each stack of a band, over the whole height: those of the layout with as many columns."""
        count = len(band)
        bodies = self.look.layout.of("body")
        if len(bodies) != count or len(bands) > 1:
            name = f"columns-{count}" if count > 1 else self._full(band[0])
            layout = self.look.theme.layout(name) or self.look.layout
            bodies = layout.of("table" if name == "table" else "body")
        return [replace(slot.box, y=self.area.y, height=self.area.height) for slot in bodies]

    def _full(self, stack: Stack) -> str:
        """The layout whose content is as wide as a row of its own is for a stack."""
        return "table" if any(kind_of(part.group).wide for part in stack.parts) else "content"

    # Heights

    def _place(self, part: Part, box: Box) -> Place:
        kind = kind_of(part.group)
        return for_looks(part.key, kind.looks, part.slot, self.look.theme, box, loose=part.loose)

    def _want(self, part: Part, box: Box, step: int) -> Want:
        key = (part.key, box.width, step)
        if key not in self._wants:
            place = self._place(part, replace(box, height=ENDLESS))
            step = max(step, self.look.floors.get(place.share, 0))
            self._wants[key] = want(part.group, place, step, self.trial)
        return self._wants[key]

    def _heading_height(self, band: Band, boxes: Sequence[Box], step: int) -> int:
        heights = [0]
        for stack, box in zip(band, boxes, strict=True):
            if stack.heading is not None and stack.above is not None:
                levels = stack.above.at(min(step, len(stack.above.smaller)))
                item, _ = set_text([paragraph(stack.heading, levels[0], self.trial)], box, self.trial)
                heights.append(item.height + HEADING_AIR)
        return max(heights)

    def _stack_wants(self, stack: Stack, box: Box, step: int) -> list[Want]:
        return [self._want(part, box, step) for part in stack.parts]

    def _band_want(self, band: Band, boxes: Sequence[Box], step: int) -> Want:
        """What a band wants: as much as its highest stack."""
        head = self._heading_height(band, boxes, step)
        stacks = [_below_each_other(self._stack_wants(stack, box, step)) for stack, box in zip(band, boxes, strict=True)]
        rigid = max((one.height for one in stacks if not one.grows), default=0)
        least = max(max(one.least for one in stacks), rigid)
        return Want(
            height=head + max(max(one.height for one in stacks), least),
            least=head + least,
            broken=any(one.broken for one in stacks),
            ratio=max(one.ratio for one in stacks),
            divides=any(one.divides for one in stacks),
        )

    def _step(self, bands: Sequence[Band]) -> tuple[int, list[Want], bool]:
        """The first step at which all of it fits, or else the last; what the bands want at it; and whether it fits."""
        boxes = [self._boxes(bands, band) for band in bands]
        parts = (part for band in bands for stack in band for part in stack.parts)
        last = max((len(self._place(part, self.area).scale) for part in parts), default=1)
        for step in range(last if self.look.shrinks else 1):
            wants = [self._band_want(band, these, step) for band, these in zip(bands, boxes, strict=True)]
            together = _below_each_other(wants)
            fits = together.least <= self.area.height and not together.broken
            if fits:
                break
        return step, wants, fits

    # Choosing

    def badness(self, bands: Sequence[Band]) -> float:
        """How bad a way of arranging is, in steps of the type scale."""
        step, wants, fits = self._step(bands)
        heights = _heights(wants, self.area.height)
        bad = 2.0 * step + (0 if fits else 50 + 50 * sum(one.least for one in wants) / self.area.height)
        for band, height in zip(bands, heights, strict=True):
            boxes = self._boxes(bands, band)
            bad += self._crowded(band, boxes, step)
            for stack, box in zip(band, boxes, strict=True):
                inside = self._stack_wants(stack, box, step)
                for one, high in zip(inside, _heights(inside, height), strict=True):
                    bad += self._unlike(one, box.width, high, alone=len(band) == 1)
        return bad

    def _crowded(self, band: Band, boxes: Sequence[Box], step: int) -> float:
        """What it costs to stand side by side: for those who do not like it, and where one is much higher than the other."""
        if len(band) == 1 or band[0].column:
            return 0.0
        wants = [_below_each_other(self._stack_wants(stack, box, step)) for stack, box in zip(band, boxes, strict=True)]
        if any(one.grows for one in wants):
            return 0.0
        unwilling = sum(kind_of(part.group).beside for stack in band for part in stack.parts)
        heights = [one.height for one in wants]
        return unwilling + 0.5 * (1 - min(heights) / max(max(heights), 1))

    def _unlike(self, one: Want, width: int, height: int, *, alone: bool) -> float:
        """What a person would not do: wrap cells, waste width, make a picture small."""
        if one.ratio:
            shown = min(width, height / one.ratio)
            share = shown * shown * one.ratio / (self.area.width * self.area.height)
            return max(0.0, 0.35 - share) * 12
        wasted = 1.0 if alone and one.width < NARROW * self.area.width else 0.0
        return wasted + min(3.0, 1.0 * one.wraps)

    # Placing

    def standing(self, bands: Sequence[Band]) -> Iterator[Standing]:
        """Everything in its place, in reading order."""
        if len(bands) == 1 and all(len(stack.parts) == 1 or stack.column for stack in bands[0]):
            yield from self.in_columns(bands[0], self.look.layout.of("body"))
            return
        step, wants, _ = self._step(bands)
        top = self.area.y
        for band, height in zip(bands, _heights(wants, self.area.height), strict=True):
            boxes = self._boxes(bands, band)
            head = self._heading_height(band, boxes, step)
            for stack, box in zip(band, boxes, strict=True):
                if stack.heading is not None and stack.above is not None:
                    above = replace(box, y=top, height=head - HEADING_AIR)
                    yield Standing(in_slot(stack.above.name, stack.above, above), stack.at, None, stack.heading)
                yield from self._stacked(stack, replace(box, y=top + head, height=height - head), step)
            top += height + _gap(wants, self.area.height)

    def in_columns(self, band: Band, bodies: Sequence[Slot]) -> Iterator[Standing]:
        """One band, whose stacks stand in slots as they are."""
        for stack, slot in zip(band, bodies, strict=False):
            if stack.heading is not None and stack.above is not None:
                yield Standing(in_slot(stack.above.name, stack.above), stack.at, None, stack.heading)
            if len(stack.parts) == 1:
                yield Standing(self._place(stack.parts[0], slot.box), stack.at, stack.parts[0].group)
            elif stack.parts:
                yield from self._stacked(stack, slot.box, self._step_in(stack, slot.box))

    def _step_in(self, stack: Stack, box: Box) -> int:
        last = max(len(self._place(part, box).scale) for part in stack.parts) if self.look.shrinks else 1
        for step in range(last):
            together = _below_each_other(self._stack_wants(stack, box, step))
            if together.least <= box.height and not together.broken:
                break
        return step

    def _stacked(self, stack: Stack, box: Box, step: int) -> Iterator[Standing]:
        top = box.y
        wants = self._stack_wants(stack, box, step)
        for part, height in zip(stack.parts, _heights(wants, box.height), strict=True):
            yield Standing(self._place(part, replace(box, y=top, height=height)), part.at, part.group)
            top += height + _gap(wants, box.height)


def _below_each_other(wants: Sequence[Want]) -> Want:
    """What things want that stand below each other."""
    gaps = GAP * max(0, len(wants) - 1)
    return Want(
        height=sum(one.height for one in wants) + gaps,
        least=sum(one.least or one.height for one in wants) + gaps,
        broken=any(one.broken for one in wants),
        ratio=max((one.ratio for one in wants), default=0.0),
        divides=any(one.divides for one in wants),
    )


def _heights(wants: Sequence[Want], height: int) -> list[int]:
    """How a height is shared by things below each other.

    Each has what it needs; pictures take what is left as far as they can use it, and the last thing the rest. Where there is
    too little, the highest give way, all to the same height.
    """
    room = height - _gap(wants, height) * (len(wants) - 1)
    needs = [one.least or one.height for one in wants]
    if sum(needs) > room:
        return _given_way(wants, needs, room)
    more = [max(0, one.height - need) if one.grows else 0 for one, need in zip(wants, needs, strict=True)]
    heights = [need + extra for need, extra in zip(needs, _capped(more, room - sum(needs)), strict=True)]
    if wants and not wants[-1].grows:
        heights[-1] += room - sum(heights)
    return heights


def _gap(wants: Sequence[Want], height: int) -> int:
    """The space between things below each other in a height."""
    needs = sum(one.least or one.height for one in wants)
    return WIDE_GAP if needs + WIDE_GAP * (len(wants) - 1) <= height else GAP


def _given_way(wants: Sequence[Want], needs: Sequence[int], room: int) -> list[int]:
    """What things get that need more than there is: those give way first that can go on on another slide."""
    stays = sum(need for one, need in zip(wants, needs, strict=True) if not one.divides)
    left = room - stays
    if stays == sum(needs) or left < room // 4:
        return _capped(needs, room)
    shared = iter(_capped([need for one, need in zip(wants, needs, strict=True) if one.divides], left))
    return [next(shared) if one.divides else need for one, need in zip(wants, needs, strict=True)]


def _capped(needs: Sequence[int], room: int) -> list[int]:
    """What things get of some room: what they need, but where that is more than there is, none more than the others."""
    rest, left = max(room, 0), len(needs)
    for need in sorted(needs):
        cap = rest // left
        if need > cap:
            return [min(need, cap) for need in needs]
        rest, left = rest - need, left - 1
    return list(needs)
