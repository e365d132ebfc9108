"""How the things on a slide stand together where no layout is made for just them: below each other or side by side.

All ways that keep the reading order are measured, and the one that a person would take is taken: large text, tables that need
not wrap, pictures that can be seen, text over the whole width, short things beside each other. What stands together is
decided once for a slide (`Arrangement`) and handed on to its parts. Other compositions of a slide have their place here.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from msgspec.structs import replace

from deckmotor.compose.bands import Band, Part, Stack, in_bands
from deckmotor.compose.choose import Choice
from deckmotor.compose.heights import CLOSE, GAP, below_each_other, beside_each_other, gap, shared_height
from deckmotor.compose.kinds import KINDS, Group, Want, kind_of, want
from deckmotor.compose.look import Arrangement, Look, Rows, paragraph, trial
from deckmotor.compose.place import Place, for_looks
from deckmotor.compose.setting import set_text
from deckmotor.compose.spans import moved, nearby, spans, unequal
from deckmotor.compose.standing import Standing
from deckmotor.scene.page import Slot
from deckmotor.style import Box
from deckmotor.units import inches

HEADING_AIR = inches(0.1)
"""Between a heading and its column."""

ENDLESS = inches(1_000)
"""Height of a place in which something is measured."""

NARROW = 0.45
"""What uses less of the width than this has room beside it."""

SPACES = (GAP, CLOSE)
"""What may stand between things below each other before their type is smaller."""

Tried = tuple[int, list[Want], bool, int]
"""A step, what bands want at it, whether all of it fits so, and with how much space between them."""


def arranged(choice: Choice, look: Look) -> tuple[list[Standing], Arrangement]:
    """The places of all groups of a slide in reading order, and how they are arranged."""
    whole = None if look.whole is None else look.whole.arrangement
    rows = _decided(choice, look) if whole is None else _of_part(whole, choice.groups)
    bands = in_bands(choice.groups, rows, look)
    taken = _spans(bands, look) if whole is None else whole.spans
    keys = tuple([tuple([KINDS[type(block)].tag for block in group]) for group in choice.groups])
    more = _given(bands, look) if look.whole is None else () if whole is None else whole.given
    return list(Arranger(look, taken, more).standing(bands)), Arrangement(keys, rows, taken, more)


def _of_part(whole: Arrangement, groups: Sequence[Group]) -> Rows:
    """How a part of a slide stands: as the whole does, without the groups of which it shows nothing."""
    places: dict[int, int] = {}
    for mine, group in enumerate(groups):
        tag = KINDS[type(group[0])].tag
        found = [at for at, keys in enumerate(whole.keys) if tag in keys and at not in places]
        after = [at for at in found if at > max(places, default=-1)]  # A key may be there twice: those before it have gone.
        places[(after or found)[0]] = mine
    rows = [[tuple([places[at] for at in stack if at in places]) for stack in row] for row in whole.rows]
    return tuple([kept for row in rows if (kept := tuple([stack for stack in row if stack]))])


def _decided(choice: Choice, look: Look) -> Rows:
    """The way of arranging that is least bad. Looked at without what neighbours have agreed on, so that it never changes."""
    ways = _wanted(choice) or list(_ways(choice.groups))
    if len(ways) == 1:
        return ways[0]
    arranger = Arranger(trial(look, {}))
    return min(ways, key=lambda rows: arranger.badness(in_bands(choice.groups, rows, look)))


def _spans(bands: Sequence[Band], look: Look) -> tuple[int, ...]:
    """How many columns of the grid each of some unequal columns takes; empty where there are none.

    As the author asked; where a word is too wide for its column, one moves where that makes all text larger, and two where
    the word would else be cut.
    """
    asked = next((tuple([stack.width for stack in band]) for band in bands if band[0].width), ())
    if not asked:
        return ()
    ways, alone = nearby(spans(asked)), trial(look, {})
    if not Arranger(alone, ways[0]).cuts(bands):
        return ways[0]
    tried = [(*Arranger(alone, way).uncut(bands), way) for way in ways]
    return min(tried, key=lambda one: (one[0], moved(one[2], ways[0]) > 1, one[1]))[2]


def _given(bands: Sequence[Band], look: Look) -> tuple[int, ...]:
    """How much wider than its place each of some equal columns is; empty where they are not all that there is."""
    if not _in_slots(bands) or not all(stack.column for stack in bands[0]):
        return ()
    from deckmotor.compose.given import given  # Few slides have columns.

    return given(bands[0], look, lambda tried, more: Arranger(tried, (), more).standing(bands))


def _wanted(choice: Choice) -> list[Rows]:
    """The ways that the author's word leaves: all below each other, or all side by side."""
    if choice.way is None:
        return []
    ways = [rows for rows in _ways(choice.groups) if all(len(stack) == 1 for row in rows for stack in row)]
    if choice.way == "beside":
        return [rows for rows in ways if len(rows) == 1]
    return [rows for rows in ways if all(len(row) == 1 for row in rows)]


def may_stand(choice: Choice) -> bool:
    """Whether the things on a slide can stand as their author wants."""
    return len(choice.groups) > 1 and bool(_wanted(choice))


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


def _in_slots(bands: Sequence[Band]) -> bool:
    """Whether things stand in the columns of their layout as these are: side by side, each alone in one."""
    if len(bands) != 1 or bands[0][0].width or _is_lone(bands[0]):
        return False
    return all(len(stack.parts) == 1 or stack.column for stack in bands[0])


def _is_lone(band: Band) -> bool:
    """Whether a column stands alone below its heading, for which no layout has a place."""
    return len(band) == 1 and band[0].above is not None and band[0].above.slot is None


class Arranger:
    """Measures and places bands on the page of a look."""

    def __init__(self, look: Look, taken: Sequence[int] = (), given: Sequence[int] = ()) -> None:
        self.look = look
        self.taken = taken
        self.given = given
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
        if band[0].width:
            page = (self.look.theme.width, self.look.theme.height)
            return unequal(self.taken or spans([stack.width for stack in band]), page, self.area.y, self.area.height)
        bodies = self.look.layout.of("body")[:count]
        if len(bodies) < count or not _in_slots(bands):
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
            asked = want(part.group, place, step, self.trial)
            stretch = kind_of(part.group).stretch
            self._wants[key] = (
                asked
                if stretch == 1
                else replace(asked, height=round(asked.height * stretch), least=asked.least or asked.height)
            )
        return self._wants[key]

    def _heading_height(self, band: Band, boxes: Sequence[Box], step: int) -> int:
        heights = [0]
        for stack, box in zip(band, boxes, strict=True):
            if stack.heading is not None and stack.above is not None:
                own = max(step, self.look.floors.get(stack.above.share, 0))
                levels = stack.above.scale[min(own, len(stack.above.scale) - 1)]
                item, _ = set_text([paragraph(stack.heading, levels[0], self.trial)], box, self.trial)
                heights.append(item.height + HEADING_AIR)
        return max(heights)

    def _stack_wants(self, stack: Stack, box: Box, step: int) -> list[Want]:
        return [self._want(part, box, step) for part in stack.parts]

    def _band_want(self, band: Band, boxes: Sequence[Box], step: int, space: int) -> Want:
        """What a band wants: as much as its highest stack."""
        head = self._heading_height(band, boxes, step)
        stacks = [below_each_other(self._stack_wants(stack, box, step), space) for stack, box in zip(band, boxes, strict=True)]
        rigid = max((asked.height for asked in stacks if not asked.grows), default=0)
        least = max(max(asked.least for asked in stacks), rigid)
        return Want(
            height=head + max(max(asked.height for asked in stacks), least),
            least=head + least,
            padding=least - max(asked.tight for asked in stacks),
            broken=any(asked.broken for asked in stacks),
            cuts=any(asked.cuts for asked in stacks),
            ratio=max(asked.ratio for asked in stacks),
            divides=any(asked.divides for asked in stacks),
        )

    def _step(self, bands: Sequence[Band]) -> Tried:
        """The first step at which all of it fits, or else the last."""
        for tried in self._steps(bands):
            if tried[2]:
                break
        return tried

    def _steps(self, bands: Sequence[Band]) -> Iterator[Tried]:
        """All steps that the parts may take."""
        boxes = [self._boxes(bands, band) for band in bands]
        parts = (part for band in bands for stack in band for part in stack.parts)
        last = max((len(self._place(part, self.area).scale) for part in parts), default=1)
        for step in range(last if self.look.shrinks else 1):
            for space in SPACES:
                wants = [self._band_want(band, these, step, space) for band, these in zip(bands, boxes, strict=True)]
                together = below_each_other(wants, space)
                least = together.tight if space == CLOSE else together.least
                yield step, wants, least <= self.area.height and not together.broken, space

    # Choosing

    def cuts(self, bands: Sequence[Band]) -> bool:
        """Whether a word is too wide for its column at the first step."""
        _, wants, *_ = next(self._steps(bands))
        return any(asked.cuts for asked in wants)

    def uncut(self, bands: Sequence[Band]) -> tuple[bool, int]:
        """Whether words are cut at every step at which all fits (or the last), and else the first at which none is."""
        tried = list(self._steps(bands))
        fitting = [one for one in tried if one[2]] or tried[-1:]
        found = next((step for step, wants, *_ in fitting if not any(asked.cuts for asked in wants)), None)
        return found is None, found or 0

    def badness(self, bands: Sequence[Band]) -> float:
        """How bad a way of arranging is, in steps of the type scale."""
        step, wants, fits, space = self._step(bands)
        heights = shared_height(wants, self.area.height)
        bad = 2.0 * step + (space == CLOSE)
        bad += 0 if fits else 50 + 50 * sum(asked.least for asked in wants) / self.area.height
        for band, height in zip(bands, heights, strict=True):
            boxes = self._boxes(bands, band)
            bad += self._crowded(band, boxes, step)
            for stack, box in zip(band, boxes, strict=True):
                inside = self._stack_wants(stack, box, step)
                for asked, high in zip(inside, shared_height(inside, height), strict=True):
                    bad += self._unlike(asked, box.width, high, alone=len(band) == 1)
        return bad

    def _crowded(self, band: Band, boxes: Sequence[Box], step: int) -> float:
        """What it costs to stand side by side: for those who do not like it, and where one is much higher than the other."""
        if len(band) == 1 or band[0].column:
            return 0.0
        wants = [below_each_other(self._stack_wants(stack, box, step)) for stack, box in zip(band, boxes, strict=True)]
        if any(asked.ratio for asked in wants):
            return 0.0
        unwilling = sum(kind_of(part.group).beside for stack in band for part in stack.parts)
        heights = [asked.least or asked.height for asked in wants]
        return unwilling + 0.5 * (1 - min(heights) / max(max(heights), 1))

    def _unlike(self, asked: Want, width: int, height: int, *, alone: bool) -> float:
        """What a person would not do: wrap cells, waste width, make a picture small."""
        if asked.ratio:
            shown = min(width, max(0, height - asked.below) / asked.ratio)
            share = shown * shown * asked.ratio / (self.area.width * self.area.height)
            return max(0.0, 0.35 - share) * 12
        wasted = 1.0 if alone and asked.width < NARROW * self.area.width else 0.0
        return wasted + min(3.0, 1.0 * asked.wraps)

    # Placing

    def standing(self, bands: Sequence[Band]) -> Iterator[Standing]:
        """Everything in its place, in reading order."""
        if _in_slots(bands):
            yield from self.in_columns(bands[0], self.look.layout.of("body"))
            return
        step, wants, *_ = self._step(bands)
        top = self.area.y
        for band, height in zip(bands, shared_height(wants, self.area.height), strict=True):
            boxes = self._boxes(bands, band)
            head = self._heading_height(band, boxes, step)
            rows = self._rows(band, boxes, step)
            for stack, box in zip(band, boxes, strict=True):
                if stack.heading is not None and stack.above is not None:
                    above = replace(box, y=top, height=head - HEADING_AIR)
                    yield Standing(replace(stack.above, box=above), stack.at, None, stack.heading)
                yield from self._stacked(stack, replace(box, y=top + head, height=height - head), step, rows)
            top += height + gap(wants, self.area.height)

    def in_columns(self, band: Band, bodies: Sequence[Slot]) -> Iterator[Standing]:
        """One band, whose stacks stand in slots as they are."""
        boxes = list(self._widened([slot.box for slot in bodies]))
        steps = [self._step_in(stack, box) for stack, box in zip(band, boxes, strict=False)]
        rows = self._rows(band, boxes, max(steps, default=0))
        places = self._above(band)
        for stack, box, step, above in zip(band, boxes, steps, places, strict=False):
            if stack.heading is not None and above is not None:
                yield Standing(above, stack.at, None, stack.heading)
            yield from self._stacked(stack, box, max(steps) if rows else step, rows)

    def _above(self, band: Band) -> list[Place | None]:
        """The places of the headings of columns that stand in slots: as much wider, and moved, as these are."""
        places = [stack.above for stack in band]
        if not self.given:
            return places
        boxes = self._widened([place.box if place is not None else self.area for place in places])
        return [place and replace(place, box=box) for place, box in zip(places, boxes, strict=True)]

    def _widened(self, boxes: Sequence[Box]) -> Iterator[Box]:
        """Boxes of columns side by side, of which each takes as much from the others as it is given."""
        left = 0
        for box, more in zip(boxes, self.given or [0] * len(boxes), strict=False):
            yield replace(box, x=box.x + left, width=box.width + more)
            left += more

    def _step_in(self, stack: Stack, box: Box) -> int:
        """The first step at which a stack fits. What stands alone there sees to that itself."""
        if len(stack.parts) < 2 or not self.look.shrinks:
            return 0
        last = max(len(self._place(part, box).scale) for part in stack.parts)
        for step in range(last):
            together = below_each_other(self._stack_wants(stack, box, step), CLOSE)
            if together.tight <= box.height and not together.broken:
                break
        return step

    def _rows(self, band: Band, boxes: Sequence[Box], step: int) -> list[Want]:
        """What the parts of columns that hold the same kinds want, so that they begin and end together; else nothing."""
        kinds = [[type(part.group[0]) for part in stack.parts] for stack in band]
        if len(band) < 2 or not band[0].column or any(own != kinds[0] for own in kinds):
            return []
        if not any(kind_of(part.group).draw is not None for part in band[0].parts):  # Texts begin together as they are.
            return []
        wants = [self._stack_wants(stack, box, step) for stack, box in zip(band, boxes, strict=False)]
        return [beside_each_other(row) for row in zip(*wants, strict=True)]

    def _stacked(self, stack: Stack, box: Box, step: int, rows: Sequence[Want] = ()) -> Iterator[Standing]:
        """The parts of a stack below each other; as high as those of `rows`, where others stand beside them."""
        if len(stack.parts) == 1 and not rows:
            yield Standing(self._place(stack.parts[0], box), stack.at, stack.parts[0].group)
            return
        top, own = box.y, self._stack_wants(stack, box, step)
        wants = rows or own
        heights = shared_height(wants, box.height) if len(own) != 1 else [box.height]
        for part, row, mine, height in zip(stack.parts, wants, own, heights, strict=True):
            less = row.below - mine.below if rows else 0
            yield Standing(self._place(part, replace(box, y=top, height=height - less)), part.at, part.group)
            top += height + gap(wants, box.height)
