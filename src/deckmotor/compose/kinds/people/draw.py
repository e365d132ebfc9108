"""People in their place: portraits or initials, and names, roles and contacts at them, as large as all of them can be."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import sqrt

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.compose.kinds.along import area, coloured, set_well, sized, slots_of, whole_page
from deckmotor.compose.kinds.chart.colours import alone, on, token, toned
from deckmotor.compose.kinds.kind import Levels, Want
from deckmotor.compose.kinds.people.contacts import linked
from deckmotor.compose.kinds.people.grid import AFTER, AIR, ASIDE, ROW, Cell, Size, Way, cells, portrait, ways
from deckmotor.compose.kinds.people.words import initials
from deckmotor.compose.kinds.people.words import portrait as called
from deckmotor.compose.kinds.picture import check_sharp
from deckmotor.compose.look import Look, Taken, name_paragraph, paragraph, plain_paragraph
from deckmotor.compose.place import Place
from deckmotor.compose.setting import set_text
from deckmotor.compose.text import text_item
from deckmotor.messages import problem
from deckmotor.model.blocks import Block, Columns
from deckmotor.model.people import People, Person
from deckmotor.model.text import leading
from deckmotor.scene.crop import filling_crop
from deckmotor.scene.page import GroupItem, Item, Paragraph, PictureItem, ShapeItem, TextItem, widths_of
from deckmotor.scene.presets import text_area
from deckmotor.style import Box, ParagraphStyle
from deckmotor.theme.theme import Scale
from deckmotor.units import points, to_points

LEAST = 14
"""The smallest size of any of it, points."""

ROLE, CONTACT = 5 / 6, 3 / 4
"""Their sizes over the name's."""

ALONE, PICTURED = (36, 32), 2
"""Larger sizes of names without pictures, points; and further steps of the scale that pictures take from names."""

SMALL, LARGE = 2.2, 5.0
"""The height of a portrait at least, and of initials at most where nobody has a picture, over the name's size."""

TURNED = 0.7
"""What sizes are worth at which a name takes two lines."""

SEEN = 0.14
"""What the side of a portrait is worth over the size of a name."""

FULL = 0.6
"""What a grid loses at most whose last row is not full."""

EMPTY = 0.45
"""What a single column loses beside which nearly all of the width is empty."""

SHORT = 0.5
"""What portraits in pictures lose at most that stand at the top of their place, with nothing below."""

LETTERS = 0.36
"""Size of initials over the portrait's shorter side."""

QUIET, LOUD = 1.3, 4.5
"""Contrast with the page of what lies under initials among pictures, and of the letters on it."""


MOST = 12
"""People on a page."""


class Found(Struct, frozen=True):
    """A way at a size."""

    way: Way
    step: int
    size: Size
    """Of its portraits."""
    words: int
    """How high the highest words at them are."""
    worth: float


def draw(block: People, place: Place, look: Look) -> tuple[Item, ...]:
    """Each person: the portrait, then the words. More than a page has room for, or than are told apart there, are told."""
    if len(block.items) > MOST:
        look.over.add(place.key)
        look.taken[place.key] = Taken("people", 0)
        look.problems.append(problem("people-crowded", block.span, count=len(block.items)))
        return ()
    box, everybody = area(place, look), _all(block, look)
    pages = round(len(everybody.items) / len(block.items))
    texts = _Texts(everybody, look, -(-len(everybody.items) // pages))
    found = _best(texts, box, whole=whole_page(place, look))
    slots = slots_of(len(block.items), place) if found.way.rows == 1 and not found.way.beside else ()
    items: list[Item] = []
    made = cells(found.way, len(block.items), box, found.size, found.words)
    for at, (person, cell) in enumerate(zip(block.items, made, strict=True)):
        key = place.key if not at else f"{place.key}-{at + 1}"
        words = Place(
            key=key, box=cell.words, slot=slots[at] if slots else None, scale=(texts.scale[found.step],), share="people",
            native=False, anchor="middle" if found.way.beside else "top",
        )  # fmt: skip
        text = text_item(words, _build(person, look), look, person.span, (person,))
        both = (_portrait(person, cell, f"{look.page}/{key}-portrait", everybody, look), text)
        items += both if slots else [_together(both, f"{look.page}/{key}-person")]
        if key in look.over:
            look.over.add(place.key)
    look.taken[place.key] = Taken("people", found.step)
    return tuple(items)


def _together(items: Sequence[PictureItem | ShapeItem | TextItem], name: str) -> GroupItem:
    """A portrait and its words, which are moved together and read one after the other."""
    boxes = [item.box for item in items]
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return GroupItem(name=name, box=Box(left, top, right - left, bottom - top), items=tuple(items))


# Sizes


def _scale(look: Look) -> Scale:
    """The sizes of lists in the theme, a few larger ones, and smaller ones that can still be read."""
    lists = look.theme.looks["list"]
    sizes = [levels[0].text.size for levels in lists]
    sizes = [*(points(size) for size in ALONE if points(size) > sizes[0]), *sizes]
    sizes += [points(size) for size in (18, 16, LEAST) if points(size) < sizes[-1]]
    name, role = coloured(lists[0][0], lists[0][0].text.color, bold=True), lists[0][1]
    quiet = replace(role, text=replace(role.text, color=token("muted", look)))
    return tuple([(_plain(name, size), _plain(quiet, size * ROLE), _plain(quiet, size * CONTACT)) for size in sizes])


def _plain(style: ParagraphStyle, size: float) -> ParagraphStyle:
    return replace(sized(style, max(size, points(LEAST)), margin=0, indent=0, before=0, line_spacing=100), bullet=None)


def _build(person: Person, look: Look) -> Callable[[Levels], list[Paragraph]]:
    return lambda levels: _paragraphs(person, levels, look)


def _paragraphs(person: Person, levels: Levels, look: Look) -> list[Paragraph]:
    """Name, role and contacts, in the order in which they are read."""
    name, role, contact = levels
    parts = [name_paragraph(leading(person.name, person.link), name, look)]
    if person.role is not None:
        parts.append(paragraph(person.role, role, look, level=1))
    return parts + [paragraph(linked(line), contact, look, level=1) for line in person.contact]


class _Set(Struct, frozen=True):
    """Somebody's words in a width."""

    height: int
    width: int
    """Of the longest line."""
    whole: bool
    """Whether no word is cut."""
    alone: bool
    """Whether the name takes one line."""


class _Texts:
    """The words of people, each set once a size and width; and how many of them stand on the fullest page."""

    def __init__(self, block: People, look: Look, count: int) -> None:
        self.block, self.look, self.count = block, look, count
        self.scale = _scale(look)
        self._known: dict[tuple[int, int, int], _Set] = {}

    def set(self, at: int, step: int, width: int) -> "_Set":
        """Those of a person in a width."""
        key = (at, step, width)
        if key not in self._known:
            parts = _paragraphs(self.block.items[at], self.scale[step], self.look)
            item, whole = set_well(parts, Box(0, 0, width, 0), self.look)
            used = max(max(widths_of(part.lines)) for part in item.paragraphs)
            self._known[key] = _Set(item.height, used, whole, len(item.paragraphs[0].lines) == 1)
        return self._known[key]


def _all(block: People, look: Look) -> People:
    """The whole block that one is a part of, so that all parts are drawn alike; else the block itself."""
    blocks: Iterable[Block] = () if look.whole is None else look.whole.slide.blocks
    for one in blocks:
        inside = [part for column in one.items for part in column.blocks] if isinstance(one, Columns) else (one,)
        for other in inside:
            if isinstance(other, People) and other.span == block.span:
                return other
    return block


def _pictured(block: People, look: Look) -> bool:
    return any(one.picture is not None and one.picture.path in look.media for one in block.items)


def _is_round(block: People, look: Look) -> bool:
    return block.shape == "round" or (block.shape is None and not _pictured(block, look))


def _best(texts: _Texts, box: Box, *, whole: bool) -> Found:
    """The way in which names are large, on one line, and portraits too; where nothing fits, the smallest, which is told."""
    look = texts.look
    least = len(ALONE) + PICTURED if _pictured(texts.block, look) else 0 if whole else len(ALONE)
    first = max(look.floors.get("people", 0), least)
    last = len(texts.scale) - 1 if look.shrinks else min(first, len(texts.scale) - 1)
    found = [
        one
        for way in ways(texts.count, box)
        for step in range(min(first, last), last + 1)
        if (one := _tried(texts, way, step, box)) is not None
    ]
    if found:
        return max(found, key=lambda one: one.worth)
    return Found(next(iter(ways(texts.count, box))), last, (points(LEAST),) * 2, points(LEAST), 0.0)


def _tried(texts: _Texts, way: Way, step: int, box: Box) -> Found | None:
    """A way at a step; None where it has no room."""
    block, look = texts.block, texts.look
    cell, size = way.cell(box), texts.scale[step][0].text.size
    most = cell[1] if _pictured(block, look) else round(size * LARGE)
    square = _is_round(block, look)
    words = 0
    if way.beside:
        shown = portrait(way, cell, 0, most, square=square)
        width = cell[0] - shown[0] - ASIDE
    else:
        shown, width = (0, 0), cell[0] - AFTER
    if width < points(LEAST):
        return None
    set_ = [texts.set(at, step, width) for at in range(len(block.items))]
    words = max(one.height for one in set_)
    shown = shown if way.beside else portrait(way, cell, words, most, square=square)
    if not all(one.whole for one in set_) or words > cell[1] or shown[1] < size * SMALL:
        return None
    lines = 1.0 if all(one.alone for one in set_) else TURNED
    full = 1 - FULL * (1 - texts.count / (way.columns * way.rows))
    if way.beside and way.columns == 1:
        full *= 1 - EMPTY * max(0.0, 1 - (shown[0] + ASIDE + max(one.width for one in set_)) / box.width)
    if _pictured(block, look):
        row = max(shown[1], words) if way.beside else shown[1] + AIR + words
        full *= 1 - SHORT * max(0.0, 1 - (row * way.rows + ROW * (way.rows - 1)) / box.height)
    side = sqrt(to_points(shown[0]) * to_points(shown[1])) if _pictured(block, look) else 0.0
    return Found(way, step, shown, words, (to_points(size) * lines + side * SEEN) * full)


# Portraits


def _portrait(person: Person, cell: Cell, name: str, block: People, look: Look) -> PictureItem | ShapeItem:
    """The picture of somebody, cut around the face; or the initials, where there is none."""
    picture, round_ = person.picture, _is_round(block, look)
    media = look.media.get(picture.path) if picture is not None else None
    if picture is None or media is None:
        return _initials(person, cell.portrait, name, block, look)
    crop = filling_crop((media.width, media.height), cell.portrait, picture.focus)
    check_sharp(picture, media, cell.portrait, crop, look)
    return PictureItem(
        name=name,
        box=cell.portrait,
        media=picture.path,
        crop=crop,
        alt=picture.alt or called(person.name.plain, look),
        round=round_,
    )


def _initials(person: Person, box: Box, name: str, block: People, look: Look) -> ShapeItem:
    """The letters on the theme's colour, or on a quiet tone among pictures. Nobody has them read: the name follows."""
    paper = look.layout.background
    fill = toned(paper, paper.rgb, QUIET, 1.0) if _pictured(block, look) else alone(look)
    ink = toned(token("brand", look), fill.rgb, LOUD) if _pictured(block, look) else on(fill, look)
    style = look.theme.looks["fact"][0][0]
    letters = replace(coloured(sized(style, min(box.width, box.height) * LETTERS), ink), align="center", before=0)
    shape = ShapeItem(name=name, box=box, outline="ellipse" if _is_round(block, look) else "rect", fill=fill, reads="nothing")
    item, _ = set_text([plain_paragraph(initials(person.name.plain), letters, look)], text_area(shape), look, "middle")
    return replace(shape, paragraphs=item.paragraphs)


# Room


def want(block: People, place: Place, step: int, look: Look) -> Want:
    """The room that people need in the width of a place, at a step."""
    texts = _Texts(block, look, len(block.items))
    step = min(step + len(ALONE) + PICTURED, len(texts.scale) - 1)
    made = list(_needs(block, texts, step, place.box))
    if not made:
        return Want(height=place.box.height, width=place.box.width, broken=True)
    return Want(height=min(made), width=place.box.width)


def _needs(block: People, texts: _Texts, step: int, box: Box) -> Iterator[int]:
    """The height of each way at a step in a width, with the smallest portraits."""
    small = round(texts.scale[step][0].text.size * SMALL)
    for way in ways(len(block.items), box):
        width = way.cell(box)[0] - (small + ASIDE if way.beside else AFTER)
        set_ = [texts.set(at, step, width) for at in range(len(block.items))] if width > 0 else []
        if set_ and all(one.whole for one in set_):
            words = max(one.height for one in set_)
            high = max(small, words) if way.beside else small + AIR + words
            yield way.rows * high + (way.rows - 1) * ROW
