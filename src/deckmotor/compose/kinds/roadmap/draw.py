"""A roadmap in its place: a row of periods, quiet bands for lanes, bars with their words, diamonds for milestones, today."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.color import Color
from deckmotor.compose.captions import caption_room
from deckmotor.compose.kinds.along import accent, brand, coloured, lit_words, picked, set_well, sized
from deckmotor.compose.kinds.chart.colours import on, toned
from deckmotor.compose.kinds.chart.words import source_line
from deckmotor.compose.kinds.kind import Want
from deckmotor.compose.kinds.roadmap.rows import Bar as Span
from deckmotor.compose.kinds.roadmap.rows import rows
from deckmotor.compose.kinds.sourced import sourced
from deckmotor.compose.kinds.timeline.words import now as now_word
from deckmotor.compose.look import Look, Taken, link_to, own_word, paragraph, plain_paragraph
from deckmotor.compose.place import Place
from deckmotor.compose.setting import set_text
from deckmotor.messages import problem
from deckmotor.model.dates import shown
from deckmotor.model.roadmap_rules import bar_stretch, stretch_of
from deckmotor.model.roadmaps import Bar, Lane, Roadmap
from deckmotor.scene.page import GroupItem, Item, Paragraph, ShapeItem
from deckmotor.scene.presets import WHOLE
from deckmotor.style import Anchor, Box, Insets, ParagraphStyle
from deckmotor.units import points

NAMES = (0.12, 0.16, 0.2, 0.26)
"""How wide the column with the names of lanes may be, over the width of the place."""

SMALLEST = points(12)
"""The smallest type that is read from the back of a room."""

TONE, LINE_TONE = 1.1, 1.35
"""Contrast with the page of every second band, and of lines between periods."""

ASIDE, OVER = 0.45, 0.22
"""Between a bar's edge and its words: at the sides, and above and below, over their size."""

PAD, BETWEEN = 0.42, 0.3
"""Above and below the bars of a lane, and between its rows, over the size of words."""

HEAD_AIR = 0.5
"""Below the names of periods, over their size."""

FOOT = 1.5
"""Height of the word for today, over its size."""

AIRS, FULL = (3.4, 2.8, 2.3, 1.9, 1.6, 1.3, 1.15), 0.98
"""How much more air there may be, and how much of its place a roadmap fills then."""

MOST_AIR = 2.2
"""How much more air there may be in a bar."""

MOST_LINES = 2
"""Lines of words in a bar."""

GAP = points(3)
"""Between two bars of a row, half of it at each end."""

ROUND = points(4)
"""Radius of a bar's corners."""

RULE, NOW = points(0.75), points(2)
"""Thickness of lines between periods, and of today's."""


class Spot(Struct, frozen=True):
    """Where a bar stands across the page, and its words."""

    bar: Bar
    x: int
    right: int
    words: Box | None
    """Where words stand that have no room in the bar, from the left; its height is that of the words."""
    takes: Span


class Packed(Struct, frozen=True):
    """The bars of a lane in rows."""

    spots: tuple[Spot, ...]
    rows: tuple[int, ...]
    """The row of each."""
    heights: tuple[int, ...]
    """How high each row is."""
    name: int
    """The height that the lane's name needs."""


class Set(Struct, frozen=True):
    """A roadmap at a size."""

    step: int
    names: int
    """Width of the column of names."""
    head: int
    """Height of the row of periods."""
    lanes: tuple[Packed, ...]
    size: int
    air: float
    foot: int
    """Height of the word for today, below all lanes."""

    def lane_height(self, at: int) -> int:
        """How high a lane is."""
        return max(self.bars_height(at), self.lanes[at].name) + 2 * round(self.size * PAD * self.air)

    def bars_height(self, at: int) -> int:
        """How high the bars of a lane are, with the space between them."""
        heights = self.lanes[at].heights
        return sum(heights) + (len(heights) - 1) * round(self.size * BETWEEN)

    @property
    def height(self) -> int:
        """All of it."""
        return self.head + sum(map(self.lane_height, range(len(self.lanes)))) + self.foot


def draw(block: Roadmap, place: Place, look: Look) -> tuple[Item, ...]:
    """The roadmap, and its source in the layout's slot for it or below."""
    return sourced(block.source, place, look, lambda own: _fitted(block, own, look))


def _styles(look: Look) -> tuple[ParagraphStyle, ...]:
    """The sizes of lists but the largest, and the smaller ones of charts that can still be read."""
    lists = [levels[0].text.size for levels in look.theme.looks["list"]]
    charts = look.theme.looks["chart"]
    sizes = [*(lists[1:] or lists), *(one[0].text.size for one in charts if SMALLEST < one[0].text.size < lists[-1]), SMALLEST]
    return tuple([replace(sized(charts[0][0], size), align="left") for size in dict.fromkeys(sizes)])


def _fitted(block: Roadmap, place: Place, look: Look) -> tuple[Item, ...]:
    """At the largest size at which all has room, with as much air as there is."""
    found = _styles(look)
    for step in range(min(look.floors.get("roadmap", 0), len(found) - 1), len(found)):
        made = _at_step(block, step, found[step], place.box, look)
        if made is not None and made.height <= place.box.height:
            look.taken[place.key] = Taken("roadmap", step)
            return (_group(block, _airy(block, made, found[step], place.box, look), found[step], place, look),)
    look.over.add(place.key)
    look.taken[place.key] = Taken("roadmap", len(found) - 1)
    count = sum(len(lane.items) for lane in block.lanes.items)
    look.problems.append(problem("roadmap-crowded", block.span, count=count))
    return ()


def _airy(block: Roadmap, made: Set, style: ParagraphStyle, box: Box, look: Look) -> Set:
    for air in AIRS:
        tried = _at_step(block, made.step, style, box, look, air)
        if tried is not None and tried.height <= box.height * FULL:
            return tried
    return made


def _at_step(block: Roadmap, step: int, style: ParagraphStyle, box: Box, look: Look, air: float = 1.0) -> Set | None:
    """All of it at a size; None where a word is cut."""
    lanes = block.lanes.items
    names: list[int] | None = None
    for share in NAMES:
        width = round(box.width * share)
        names = _heights([paragraph(lane.name, _bold(style), look) for lane in lanes], width - 2 * _aside(style), look)
        if names is not None:
            break
    if names is None:
        return None
    rest = replace(box, x=box.x + width, width=box.width - width)
    pitch = rest.width // len(block.periods)
    heads = _heights([paragraph(one, _bold(style), look) for one in block.periods], pitch - _aside(style), look)
    spots = [_spots(lane, block, style, rest, look) for lane in lanes]
    if heads is None or any(one is None for one in spots):
        return None
    over = 2 * round(style.text.size * OVER * min(air, MOST_AIR))
    packed = tuple(
        [_packed(lane, name, over, block, style, look) for lane, name in zip(spots, names, strict=True) if lane is not None]
    )
    head = max(heads) + round(style.text.size * HEAD_AIR)
    foot = round(style.text.size * FOOT) if block.now is not None else 0
    return Set(step, width, head, packed, style.text.size, air, foot)


def _packed(spots: list[Spot], name: int, over: int, block: Roadmap, style: ParagraphStyle, look: Look) -> Packed:
    found = rows([spot.takes for spot in spots], GAP)
    lines = [_lines(spot, block, style, look) + over for spot in spots]
    heights = [max(high for high, own in zip(lines, found, strict=True) if own == row) for row in range(max(found) + 1)]
    return Packed(tuple(spots), tuple(found), tuple(heights), name)


def _bold(style: ParagraphStyle) -> ParagraphStyle:
    return coloured(style, style.text.color, bold=True)


def _aside(style: ParagraphStyle) -> int:
    return round(style.text.size * ASIDE)


def _heights(parts: Sequence[Paragraph], width: int, look: Look) -> list[int] | None:
    """How high some words are in a width; None where one is cut."""
    made = [set_well([part], Box(0, 0, width, 0), look) for part in parts] if width > 0 else []
    return [item.height for item, _ in made] if made and all(whole for _, whole in made) else None


def _spots(lane: Lane, block: Roadmap, style: ParagraphStyle, rest: Box, look: Look) -> list[Spot] | None:
    """Where the bars of a lane stand across the page; None where one and its words have no room."""
    found = []
    for bar in lane.items:
        stretch = bar_stretch(bar, block)
        assert stretch is not None, "a rule has checked that"
        x, right = (rest.x + round(rest.width * at / len(block.periods)) for at in stretch)
        spot = _spot(bar, block, (x, right), style, rest, look)
        if spot is None:
            return None
        found.append(spot)
    return found


def _spot(bar: Bar, block: Roadmap, ends: tuple[int, int], style: ParagraphStyle, rest: Box, look: Look) -> Spot | None:
    """A bar with its words in it, or beside it where they are too long: on the right, else on the left."""
    x, right = ends
    aside, size = _aside(style), style.text.size
    part = _part(bar, block, style, look)
    if bar.at is None:
        x, right = x + GAP // 2, right - GAP // 2
        inner = right - x - 2 * aside
        item, whole = set_well([part], Box(0, 0, inner, 0), look) if inner > size else (None, False)
        if item is not None and whole and len(item.paragraphs[0].lines) <= MOST_LINES:
            return Spot(bar, x, right, None, Span(x, right))
    else:
        half = round(size * 0.62)
        x, right = max(rest.x, x - half), min(rest.right, x + half)
    item, _ = set_text([part], Box(0, 0, rest.width, 0), look)
    wide = max(line.width for line in item.paragraphs[0].lines) + points(2)
    item, _ = set_text([part], Box(0, 0, wide, 0), look)  # Several lines may be others there.
    near = aside // 2
    if right + near + wide <= rest.right:
        return Spot(bar, x, right, Box(right + near, 0, wide, item.height), Span(x, right + near + wide))
    if x - near - wide >= rest.x:
        return Spot(bar, x, right, Box(x - near - wide, 0, wide, item.height), Span(x - near - wide, right))
    return None


def _is_lit(bar: Bar, block: Roadmap) -> bool:
    return picked(bar.text) if block.highlight is None else bar.text.plain == block.highlight


def _part(bar: Bar, block: Roadmap, style: ParagraphStyle, look: Look) -> Paragraph:
    """The words of a bar as they are drawn: those of one that is lit are bold, and so wider."""
    return paragraph(bar.text, _bold(style) if _is_lit(bar, block) else style, look)


def _lines(spot: Spot, block: Roadmap, style: ParagraphStyle, look: Look) -> int:
    """How high the words of a bar are."""
    if spot.words is not None:
        return spot.words.height
    item, _ = set_text([_part(spot.bar, block, style, look)], Box(0, 0, spot.right - spot.x - 2 * _aside(style), 0), look)
    return item.height


def _group(block: Roadmap, made: Set, style: ParagraphStyle, place: Place, look: Look) -> GroupItem:
    """All of it as one thing that is moved and read as one."""
    name = f"{look.page}/{place.key}"
    box = place.box
    items = (*_ground(name, block, made, style, box, look), *_bars(name, block, made, style, box, look))
    around, said = Box(box.x, box.y, box.width, made.height), tuple(_said(block, look))
    return GroupItem(name=name, box=around, items=items, alt=" ".join(said), said=said)


def _ground(name: str, block: Roadmap, made: Set, style: ParagraphStyle, box: Box, look: Look) -> Iterator[ShapeItem]:
    """Bands, lines between periods, the names of both, and today."""
    paper = look.layout.background
    band, rule = toned(paper, paper.rgb, TONE, 1.0), toned(paper, paper.rgb, LINE_TONE, 1.0)
    left, width = box.x + made.names, box.width - made.names
    top = y = box.y + made.head
    for at, lane in enumerate(block.lanes.items):
        high = made.lane_height(at)
        if at % 2 == 0:
            yield ShapeItem(name=f"{name}-band-{at + 1}", box=Box(box.x, y, box.width, high), outline="rect", fill=band)
        own = Box(box.x, y, made.names, high)
        yield _words(f"{name}-lane-{at + 1}", paragraph(lane.name, _bold(style), look), own, _aside(style), look)
        y += high
    for at, period in enumerate(block.periods):
        x, right = (left + round(width * one / len(block.periods)) for one in (at, at + 1))
        line = Box(x, box.y + made.head // 6, RULE, y - box.y - made.head // 6)
        yield ShapeItem(name=f"{name}-rule-{at + 1}", box=line, outline="rect", fill=rule)
        own = Box(x, box.y, right - x, made.head)
        yield _words(f"{name}-period-{at + 1}", paragraph(period, _bold(style), look), own, _aside(style), look, "top")
    if block.now is not None and (now := stretch_of(block.now, block)) is not None:
        x = left + round(width * sum(now) / 2 / len(block.periods))
        line = Box(x - NOW // 2, top, NOW, y - top)
        yield ShapeItem(name=f"{name}-now", box=line, outline="rect", fill=accent(look))
        word = replace(coloured(style, accent(look), bold=True), align="center")
        half = min(style.text.size * 4, x - box.x, box.right - x)
        own = Box(x - half, y, 2 * half, made.foot)
        yield _words(
            f"{name}-now-word",
            plain_paragraph(own_word("now", now_word(look.language), look), word, look),
            own,
            0,
            look,
            "bottom",
        )


def _bars(name: str, block: Roadmap, made: Set, style: ParagraphStyle, box: Box, look: Look) -> Iterator[ShapeItem]:
    """Bars and milestones with their words, lane by lane."""
    y, number = box.y + made.head, 0
    for at, lane in enumerate(made.lanes):
        high, between = made.lane_height(at), round(made.size * BETWEEN)
        top = y + (high - made.bars_height(at)) // 2
        tops = [top + sum(lane.heights[:row]) + row * between for row in range(len(lane.heights))]
        for spot, row in zip(lane.spots, lane.rows, strict=True):
            number += 1
            own = Box(spot.x, tops[row], spot.right - spot.x, lane.heights[row])
            yield from _bar(f"{name}-{number}", spot, own, block, style, look)
        y += high


def _bar(name: str, spot: Spot, box: Box, block: Roadmap, style: ParagraphStyle, look: Look) -> Iterator[ShapeItem]:
    fill = accent(look) if _is_lit(spot.bar, block) else brand(look)
    part = _part(spot.bar, block, style, look)
    link = link_to(spot.bar.link)
    alt = None if link is None else spot.bar.text.plain
    if spot.bar.at is not None:
        side = min(box.width, box.height)
        square = Box(box.x + (box.width - side) // 2, box.y + (box.height - side) // 2, side, side)
        yield ShapeItem(name=name, box=square, outline="diamond", fill=fill, alt=alt, link=link)
    else:
        radius = min(WHOLE // 2, ROUND * WHOLE // min(box.width, box.height))
        shape = ShapeItem(name=name, box=box, outline="roundRect", adjust=(radius,), fill=fill, link=link)
        less, aside = min(box.width, box.height) * radius // WHOLE * 29_289 // WHOLE, _aside(style)
        if spot.words is not None:
            yield replace(shape, alt=alt)
        else:
            item, _ = set_text([_inked(part, on(fill, look))], box, look, "middle", Insets(aside, 0, aside, 0))
            yield replace(shape, paragraphs=item.paragraphs, insets=Insets(aside - less, -less, aside - less, -less))
    if spot.words is not None:
        own = Box(spot.words.x, box.y, spot.words.width, box.height)
        yield replace(_words(f"{name}-text", part, own, 0, look), link=link)


def _words(name: str, part: Paragraph, box: Box, aside: int, look: Look, anchor: Anchor = "middle") -> ShapeItem:
    """Words without a ground."""
    insets = Insets(aside, 0, 0, 0)
    item, _ = set_text([part], box, look, anchor, insets)
    return ShapeItem(name=name, box=box, outline="rect", paragraphs=item.paragraphs, anchor=anchor, insets=insets)


def _inked(part: Paragraph, ink: Color) -> Paragraph:
    return replace(part, runs=tuple([replace(run, style=replace(run.style, color=ink)) for run in part.runs]))


def _said(block: Roadmap, look: Look) -> list[str]:
    """Lane by lane what is done when: `Education: Survey (spring 2026–autumn 2026), Decision (May 2026).`"""
    parts = []
    for lane in block.lanes.items:
        bars = [f"{bar.text.plain} ({_when(bar, look.language)})" for bar in lane.items]
        parts.append(f"{lane.name.plain}: {', '.join(bars)}.")
    if block.now is not None:
        word = own_word("now", now_word(look.language), look)
        parts.append(f"{word[:1].upper()}{word[1:]}: {shown(block.now.plain, look.language)}.")
    found = (bar.text.plain for lane in block.lanes.items for bar in lane.items if _is_lit(bar, block))
    if (name := next(found, None)) is not None:  # It may be on another page.
        parts.append(f"{lit_words(name, look)}.")
    return parts


def _when(bar: Bar, language: str) -> str:
    begin, end = bar.at or bar.begin, bar.to
    assert begin is not None, "a rule has checked that"
    first = shown(begin.plain, language)
    return first if end is None or end.plain == begin.plain else f"{first}–{shown(end.plain, language)}"


def want(block: Roadmap, place: Place, step: int, look: Look) -> Want:
    """The room that a roadmap needs in the width of a place, at a step."""
    found = _styles(look)
    step = min(step * 2, len(found) - 1)
    low = caption_room(source_line(block.source, look), place.box, look)
    for at in range(step, len(found)):
        made = _at_step(block, at, found[at], place.box, look)
        if made is not None:
            return Want(height=made.height + low, width=place.box.width)
    return Want(height=place.box.height, width=place.box.width, broken=True)
