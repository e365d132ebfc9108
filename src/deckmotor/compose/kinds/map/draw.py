"""A map in its place: areas as native shapes in one group, dots over them, their names beside, a legend to numbers."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.color import Color, luminance
from deckmotor.compose.captions import caption, caption_item, caption_room, own_slot
from deckmotor.compose.kinds.chart.colours import DARK, alone, lit, steps, toned
from deckmotor.compose.kinds.chart.words import source_line
from deckmotor.compose.kinds.map import legend
from deckmotor.compose.kinds.map.ground import Bounds
from deckmotor.compose.kinds.map.names import Named, Weight, placed
from deckmotor.compose.kinds.map.shown import Dot, Shade, Shown, shown
from deckmotor.compose.kinds.map.words import alt_text, written
from deckmotor.compose.look import Look, Taken, plain_paragraph
from deckmotor.compose.place import Place, in_slot
from deckmotor.compose.setting import set_text
from deckmotor.messages import problem
from deckmotor.model.figures import Map
from deckmotor.scene.page import GroupItem, Item, ShapeItem, TextItem
from deckmotor.style import Align, Box, Line, ParagraphStyle, TextStyle
from deckmotor.units import points

DOT, LIT_DOT, RING = points(11), points(15), points(1.5)
"""Width of a place's dot, of a lit one, and of the ring around both."""

BORDER, LIT_BORDER = points(0.75), points(2.25)

LAND, HOLDS, STRONGEST = 1.22, 1.5, 11.0
"""Contrast with the page of areas without a number, of those that hold a place, and of the strongest tone."""

ON_DARK = 1.3
"""The same contrast is seen less on dark pages: there areas without a number have so much more."""

KEY_AIR = points(14)
"""Between the legend and what stands beside or above it."""

FRAMED = points(100)
"""How much land the edge of a frame weighs as, half of it, where a name may stand."""

SPARE = 1.04
"""How much wider the place of a name is than it measures, as programs differ."""


class Frame(Struct, frozen=True):
    """Where the map lies on the page."""

    scale: float
    """EMU a metre."""
    west: float
    """Metres east of which the box begins, and north of which it ends."""
    north: float
    box: Box

    def at(self, point: tuple[int, int]) -> tuple[int, int]:
        """A point on the page."""
        return self.all((point,))[0]

    def all(self, points: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Points on the page."""
        left, top, scale, west, north = self.box.x, self.box.y, self.scale, self.west, self.north
        return [(round(left + (x - west) * scale), round(top + (north - y) * scale)) for x, y in points]


def draw(block: Map, place: Place, look: Look) -> tuple[Item, ...]:
    """The map in its place, and its source in the layout's slot for it or below."""
    source = source_line(block.source, look)
    own = place.slot is not None and place.slot.role == "map"
    foot = own_slot(look) if own else None
    box = place.box if foot else replace(place.box, height=place.box.height - caption_room(source, place.box, look))
    map_of = shown(block)
    if block.areas is not None:
        from deckmotor.compose.kinds.map.inset import roomier  # Sweden has no land that far.

        map_of = roomier(map_of, box)
    write, said = written(block, map_of, look.language)
    lines = legend.entries(map_of, write, said, look)
    items, key = _sized(map_of, lines, box, place, look, block)
    alt = block.alt or alt_text(block, map_of, look)
    name = f"{look.page}/{place.key}"
    groups = (_group(name, items, alt, look), *([_group(f"{name}-key", key, None, look)] if key else []))
    if source is not None and foot is not None:
        return *groups, caption_item(source, in_slot(f"{place.key}-caption", foot), 0, look)
    return (*groups, *caption(source, place.key, box, place.box, look))


def _group(name: str, items: Sequence[ShapeItem | TextItem], alt: str | None, look: Look) -> GroupItem:
    """Items as one, each named: an area of the same number is one object on all maps that lie alike."""
    known: dict[tuple[int, int], tuple[ShapeItem, ShapeItem]] = look.memo.setdefault(("named", name), {})
    named: Drawn = []
    for number, item in enumerate(items, 1):
        if isinstance(item, TextItem) or isinstance(item.outline, str):
            named.append(replace(item, name=f"{name}-{number}"))
            continue
        pair = known.get((id(item), number))
        if pair is None:
            pair = known[id(item), number] = (item, replace(item, name=f"{name}-{number}"))
        named.append(pair[1])
    return GroupItem(name=name, box=_around(named), items=tuple(named), alt=alt)


def _around(items: Sequence[ShapeItem | TextItem]) -> Box:
    """The box around some items."""
    boxes = [item.box for item in items]
    x, y = min(box.x for box in boxes), min(box.y for box in boxes)
    return Box(x, y, max(box.right for box in boxes) - x, max(box.bottom for box in boxes) - y)


Drawn = list[ShapeItem | TextItem]


def _sized(map_of: Shown, lines: list[legend.Entry], box: Box, place: Place, look: Look, block: Map) -> tuple[Drawn, Drawn]:
    """The map at the largest size of its names at which all have room, and its legend."""
    scale = place.scale if place.native else look.theme.looks["chart"]
    first = min(look.floors.get(place.share, 0), len(scale) - 1)
    boxes: list[Box] | None = None
    for step in range(first, len(scale)):
        style = replace(scale[step][0].text, color=look.theme.looks["text"][0][0].text.color)
        wide, high = legend.size(lines, style, look)
        frame, key = _framed(map_of, box, Box(box.x, box.y, wide, high), place, look)
        sizes = [_size(dot, frame, style, look) for dot in map_of.dots]
        boxes = placed(sizes, box, [key] if lines else [], Weight(_lands_once(map_of, frame, sizes, look)))
        if boxes is not None:
            break
    if boxes is None:
        look.over.add(place.key)
        look.problems.append(problem("map-crowded", block.span, count=len(map_of.dots)))
        boxes = [Box(one.x + one.radius, one.y - one.height // 2, one.width, one.height) for one in sizes]
    look.taken[place.key] = Taken(place.share, step)
    tones = len(map_of.limits) + 1
    items = _areas(map_of.shades, frame, tones, look)
    items += [_rule(bounds, frame, look) for bounds in map_of.frames]
    items += [_disc(dot, frame, look) for dot in map_of.dots]
    for dot, text_box, one in zip(map_of.dots, boxes, sizes, strict=True):
        align: Align = "right" if text_box.right < one.x else "left" if text_box.x > one.x else "center"
        items.append(_text(dot.name, text_box, replace(style, bold=dot.lit), align, look))
    return items, list(_legend(lines, key, style, tones, look))


def _framed(map_of: Shown, box: Box, key: Box, place: Place, look: Look) -> tuple[Frame, Box]:
    """The largest map in a box, and the place of its legend.

    On its own layout the map is at the right, and the legend at the left: at the foot where nothing else stands there, else
    where the land leaves room, or beside or above it. Elsewhere the map is at the left, and the legend beside it or above.
    """
    own = place.slot is not None and place.slot.role == "map"
    foot = look.layout.slot("caption") if own else None
    extent = _extent_once(map_of, look)
    if foot is not None and look.layout.slot("body") is None:
        return _frame(extent, box, right=True), replace(key, x=foot.box.x, y=foot.box.y - KEY_AIR - key.height)
    whole = _frame(extent, box, right=own)
    if not key.width or (own and not _under(map_of, whole, key)):
        return whole, key
    wide, high = key.width + KEY_AIR, key.height + KEY_AIR
    beside = _frame(extent, replace(box, x=box.x + wide * own, width=max(1, box.width - wide)), right=own)
    below = _frame(extent, replace(box, y=box.y + high, height=max(1, box.height - high)), right=own)
    if below.scale > beside.scale:
        return below, key
    return beside, key if own else replace(key, x=beside.at(extent[2:])[0] + KEY_AIR)


def _extent_once(map_of: Shown, look: Look) -> Bounds:
    """How far the land of a map reaches, found once for all maps of the same areas."""
    if map_of.dots:
        return map_of.extent
    rings = [shade.rings for shade in map_of.shades]
    key = ("extent", frozenset(map(id, rings)), map_of.frames)
    known: tuple[object, Bounds] | None = look.memo.get(key)
    if known is None:
        known = look.memo[key] = (rings, map_of.extent)
    return known[1]


def _frame(extent: Bounds, box: Box, *, right: bool) -> Frame:
    """The largest map in a box, at its right or its left, in the middle of its height."""
    pad = LIT_DOT // 2
    west, south, east, north = extent
    scale = min((box.width - 2 * pad) / (east - west), (box.height - 2 * pad) / (north - south))
    x = box.right - pad - (east - west) * scale if right else box.x + pad
    y = box.y + (box.height - (north - south) * scale) / 2
    return Frame(scale, west - (x - box.x) / scale, north + (y - box.y) / scale, box)


def _under(map_of: Shown, frame: Frame, key: Box) -> bool:
    """Whether land, or a frame, would lie under the legend in the upper left corner."""
    corners = [(west, north) for west, _, _, north in map_of.frames]
    rings = [corners, *(ring for shade in map_of.shades for ring in shade.rings)]
    return any(x < key.right and y < key.bottom for ring in rings for x, y in frame.all(ring))


def _size(dot: Dot, frame: Frame, style: TextStyle, look: Look) -> Named:
    x, y = frame.at(dot.at)
    width = round(look.fonts.width(dot.name, replace(style, bold=dot.lit)) * SPARE)
    return Named(x, y, (LIT_DOT if dot.lit else DOT) // 2 + RING, width, round(style.size * 1.2))


def _lands_once(map_of: Shown, frame: Frame, dots: Sequence[Named], look: Look) -> list[Box]:
    """The same for all maps of these areas that lie alike on their pages."""
    if not dots:
        return []
    rings = tuple([shade.rings for shade in map_of.shades])
    key = ("lands", frame, tuple(map(id, rings)), tuple([(dot.y, dot.height) for dot in dots]))
    known: tuple[object, list[Box]] | None = look.memo.get(key)
    if known is None:
        known = look.memo[key] = (rings, _lands(map_of, frame, dots))
    return known[1]


def _lands(map_of: Shown, frame: Frame, dots: Sequence[Named]) -> list[Box]:
    """Strips of land at the heights of the dots."""
    rings = [frame.all(ring) for shade in map_of.shades for ring in shade.rings]
    heights = [(min(y for _, y in spots), max(y for _, y in spots)) for spots in rings]
    strips = []
    for dot in dots:
        crossed = []
        for spots, (top, bottom) in zip(rings, heights, strict=True):
            if not top <= dot.y <= bottom:
                continue
            x1, y1 = spots[-1]
            for x2, y2 in spots:
                if (y1 > dot.y) != (y2 > dot.y):
                    crossed.append(round(x1 + (x2 - x1) * (dot.y - y1) / (y2 - y1)))
                x1, y1 = x2, y2
        crossed.sort()
        half = dot.height // 2
        pairs = zip(crossed[::2], crossed[1::2], strict=False)
        strips += [Box(left, dot.y - half, right - left, 2 * half) for left, right in pairs]
        for framed in (_framed_box(bounds, frame) for bounds in map_of.frames):  # A frame through a name is worse than land.
            if framed.y <= dot.y <= framed.bottom:
                strips += [Box(edge - FRAMED, dot.y - half, 2 * FRAMED, 2 * half) for edge in (framed.x, framed.right)]
    return strips


# The items


def _areas(shades: Sequence[Shade], frame: Frame, tones: int, look: Look) -> Drawn:
    """The areas, each made once for all maps that lie alike on pages of a layout."""
    kept: tuple[object, dict[object, tuple[object, ShapeItem]]]
    kept = look.memo.setdefault(("areas", frame, tones, id(look.layout), id(look.theme)), ((look.layout, look.theme), {}))
    items: Drawn = []
    for shade in shades:
        key = (id(shade.rings), shade.tone, shade.holds, shade.lit)
        known = kept[1].get(key)
        if known is None:
            known = kept[1][key] = (shade.rings, _area(shade, frame, tones, look))
        items.append(known[1])
    return items


def _area(shade: Shade, frame: Frame, tones: int, look: Look) -> ShapeItem:
    outline, box = _outline(shade, frame, look)
    paper = look.layout.background
    line = Line(color=paper, width=BORDER)
    fill = _fill(shade.tone, shade.holds, tones, look)
    if shade.lit and shade.tone is None:
        fill = lit(look)
    elif shade.lit:
        line = Line(color=lit(look), width=LIT_BORDER)
    return ShapeItem(name="", box=box, outline=outline, fill=fill, line=line)


def _rule(bounds: Bounds, frame: Frame, look: Look) -> ShapeItem:
    """The thin frame around what was moved nearer."""
    line = Line(color=look.theme.table.rule, width=BORDER)
    return ShapeItem(name="", box=_framed_box(bounds, frame), outline="rect", line=line)


def _framed_box(bounds: Bounds, frame: Frame) -> Box:
    west, south, east, north = bounds
    (left, top), (right, bottom) = frame.all(((west, north), (east, south)))
    return Box(left, top, right - left, bottom - top)


Outline = tuple[tuple[str | int, ...], ...]


def _outline(shade: Shade, frame: Frame, look: Look) -> tuple[Outline, Box]:
    """An area's outline and its box, made once for all maps that lie alike: it may have thousands of points."""
    key = ("outline", id(shade.rings), frame)
    known: tuple[object, Outline, Box] | None = look.memo.get(key)
    if known is None:
        commands: list[tuple[str | int, ...]] = []
        for ring in shade.rings:
            spots = frame.all(ring)
            spots = [spot for at, spot in enumerate(spots) if spot != spots[at - 1]] or spots[:1]
            commands += [("M", *spots[0]), *(("L", *spot) for spot in spots[1:]), ("Z",)]
        known = look.memo[key] = (shade.rings, tuple(commands), _bounds(commands))
    return known[1:]


def _bounds(commands: Sequence[tuple[str | int, ...]]) -> Box:
    xs, ys = [int(one[1]) for one in commands if len(one) > 1], [int(one[2]) for one in commands if len(one) > 1]
    return Box(min(xs), min(ys), max(1, max(xs) - min(xs)), max(1, max(ys) - min(ys)))


def _fill(tone: int | None, holds: bool, tones: int, look: Look) -> Color:
    """The colour of an area: its tone, or that of land."""
    if tone is not None:
        return steps(("brand",) * tones, look, STRONGEST)[::-1][tone]
    paper = look.layout.background
    more = ON_DARK if luminance(paper.rgb) < DARK else 1.0
    return toned(paper, paper.rgb, more * (HOLDS if holds else LAND), 1.0)


def _disc(dot: Dot, frame: Frame, look: Look) -> ShapeItem:
    x, y = frame.at(dot.at)
    width = (LIT_DOT if dot.lit else DOT) + RING
    box = Box(x - width // 2, y - width // 2, width, width)
    ring = Line(color=look.layout.background, width=RING)
    return ShapeItem(name="", box=box, outline="ellipse", fill=lit(look) if dot.lit else alone(look), line=ring)


def _text(text: str, box: Box, style: TextStyle, align: Align, look: Look) -> TextItem:
    made, _ = set_text([plain_paragraph(text, ParagraphStyle(text=style, align=align), look)], box, look, "middle")
    return made


def _legend(lines: list[legend.Entry], key: Box, style: TextStyle, tones: int, look: Look) -> Iterator[ShapeItem | TextItem]:
    for at, line in enumerate(lines):
        if line.tone != -1:
            box = legend.swatch(at, key, style)
            yield ShapeItem(name="", box=box, outline="rect", fill=_fill(line.tone, False, tones, look))
        yield _text(line.text, legend.words_box(at, line, key, style), style, "left", look)
