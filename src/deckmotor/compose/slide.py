"""One slide to one page: title, content in the slots of its layout, footers."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.compose.choose import OWN_SLOT, Choice, Group, choose, grouped, kind
from deckmotor.compose.lists import Levels, prose, unmarked
from deckmotor.compose.look import Look, check_glyphs, paragraph, plain_paragraph, text_item
from deckmotor.compose.picture import picture
from deckmotor.compose.table import table
from deckmotor.messages import problem
from deckmotor.model.blocks import Closing, Column, Columns, Cover, Picture, Quote, Section, Table
from deckmotor.model.deck import Head, Slide
from deckmotor.model.phrases import credits
from deckmotor.model.text import Text
from deckmotor.scene.page import Item, Paragraph, Run, Slot, TextItem
from deckmotor.span import Span
from deckmotor.style import Box
from deckmotor.units import inches

GAP = inches(0.2)
"""Space between two things that share a column."""


LEAST_HEIGHT = inches(1.2)
"""What a picture keeps of a column that text stands in too."""


def layout_name(slide: Slide) -> str:
    """The layout that a slide gets when it names none."""
    match slide.blocks:
        case (Cover(),):
            return "cover"
        case (Section(),):
            return "section"
        case (Closing(),):
            return "closing"
        case _:
            return choose(slide).layout


def items(slide: Slide, head: Head, look: Look) -> tuple[Item, ...]:
    """Everything on the page, in reading order."""
    placed: list[Item] = []
    match slide.blocks:
        case (Cover() as cover,):
            placed += _cover(slide, cover, head, look)
        case (Section() as section,):
            placed += _title_and(slide.subtitle, section.title, look)
        case (Closing() as closing,):
            placed += _title_and(slide.subtitle, closing.title, look)
            placed += _lines("closing", "credits", closing.text, look)
        case _:
            placed += _title_and(None, slide.title, look)
            placed += _content(slide, look)
    placed += _footers(head, look)
    check_glyphs(placed, look, lambda character: _place_of(character, slide, head))
    return tuple(placed)


def _place_of(character: str, slide: Slide, head: Head) -> Span:
    """The text of a slide, or of the deck's head, that holds a character; the slide where none does."""
    found = (text.span for text in (*_texts(slide), *_texts(head)) if character in text.plain)
    return next(found, slide.span)


def _texts(part: Struct) -> Iterator[Text]:
    """All texts of a part of the model, in order."""
    for name in part.__struct_fields__:
        value = getattr(part, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Text):
                yield one
            elif isinstance(one, Struct):
                yield from _texts(one)


def notes(slide: Slide, look: Look) -> tuple[tuple[Run, ...], ...]:
    """The speaker notes; their look is the notes master's."""
    body = next(slot for slot in look.theme.master.slots if slot.name == "body")
    return tuple(paragraph(text, body.levels[0], look).runs for text in slide.notes)


# Loud pages


def _cover(slide: Slide, cover: Cover, head: Head, look: Look) -> list[Item]:
    placed = _title_and(slide.subtitle or head.subtitle, slide.title or head.title, look)
    if cover.credits is not None:
        return [*placed, *_lines("credits", "credits", cover.credits, look)]
    slot = look.layout.slot("credits")
    lines = credits(head)
    if slot is not None and lines:
        placed.append(_plain_lines("credits", slot, lines, look, slide.span))
    return placed


def _title_and(subtitle: Text | None, title: Text | None, look: Look) -> list[Item]:
    placed: list[Item] = []
    if title is not None:
        placed += _lines("title", "title", (title,), look)
    if subtitle is not None:
        placed += _lines("subtitle", "subtitle", (subtitle,), look)
    return placed


def _lines(key: str, slot_name: str, texts: tuple[Text, ...], look: Look) -> list[Item]:
    """Paragraphs in the first style of a slot."""
    if not texts:
        return []
    slot = look.layout.slot(slot_name)
    if slot is None:
        _no_place(key, texts[0].span, look)
        return []
    return [text_item(key, slot, lambda levels: [paragraph(text, levels[0], look) for text in texts], look, texts[0].span)]


# Content


def _content(slide: Slide, look: Look) -> list[Item]:
    choice = choose(slide)
    placed: list[Item] = []
    if choice.lead is not None:
        placed += _lines("lead", "lead", (choice.lead.text,), look)
    placed += _groups(choice, look)
    order = [block.__struct_config__.tag for block in slide.blocks]
    if order and order[0] != "lead" and choice.lead is not None:
        placed.append(placed.pop(0))  # The order of keys is the reading order, wherever the lead stands on the page.
    return placed


def _groups(choice: Choice, look: Look) -> list[Item]:
    bodies = [slot for slot in look.layout.slots if slot.name.startswith("body")]
    placed: list[Item] = []
    for group in choice.groups:
        block = group[0]
        if isinstance(block, Columns):
            placed += _columns(block, bodies, look)
            continue
        own = look.layout.slot(OWN_SLOT.get(kind(group), ""))
        slot = own or (bodies.pop(0) if bodies else None)
        if slot is None:
            _no_place(_key(group), block.span, look)
        else:
            placed += _group(group, _key(group), slot, look)
    return placed


def _group(group: Group, key: str, slot: Slot, look: Look, box: Box | None = None) -> tuple[Item, ...]:
    """The items of one group in its slot."""
    block = group[0]
    match block:
        case Picture():
            return picture(block, key, slot, look, box)
        case Table():
            return table(block, key, slot, look, box)
        case Quote():
            return _quote(block, key, slot, look, box)
        case _:
            return (text_item(key, slot, lambda levels: prose(group, levels, look), look, block.span, box),)


def _quote(block: Quote, key: str, slot: Slot, look: Look, box: Box | None) -> tuple[Item, ...]:
    """The words, and who said them one level down: the quote layout has a style for each."""

    def build(levels: Levels) -> list[Paragraph]:
        paragraphs = [paragraph(block.text, unmarked(levels[0]), look)]
        if block.by is not None:
            level = min(1, len(levels) - 1)
            paragraphs.append(paragraph(block.by, unmarked(levels[level]), look, level=level))
        return paragraphs

    return (text_item(key, slot, build, look, block.span, box),)


# Columns


def _columns(block: Columns, bodies: list[Slot], look: Look) -> list[Item]:
    if len(bodies) < len(block.items):
        _no_place(f"{len(block.items)} columns", block.span, look)
        return []
    placed: list[Item] = []
    for number, column in enumerate(block.items):
        slot = bodies[number]
        placed += _heading(column, number, look)
        placed += _column(column, f"columns-{number + 1}", slot, look)
    return placed


def _heading(column: Column, number: int, look: Look) -> list[Item]:
    if column.heading is None:
        return []
    suffix = f"-{number + 1}" if number else ""
    return _lines(f"heading{suffix}", f"heading{suffix}", (column.heading,), look)


def _column(column: Column, key: str, slot: Slot, look: Look) -> list[Item]:
    """The groups of a column below each other: text as high as it is, pictures and tables in what is left."""
    groups = grouped(column.blocks)
    if len(groups) == 1:
        return list(_group(groups[0], key, slot, look))
    placed: list[Item] = []
    heights = _heights(groups, slot, look)
    y = slot.box.y
    taken = False
    for number, (group, height) in enumerate(zip(groups, heights, strict=True)):
        box = Box(slot.box.x, y, slot.box.width, height)
        for item in _group(group, f"{key}-{number + 1}", slot, look, box):
            # One placeholder holds one thing: the first text keeps it, the rest of the column stands beside it.
            keeps = not taken and isinstance(item, TextItem)
            taken = taken or keeps
            placed.append(item if keeps else _loose(item))
        y += height + GAP
    return placed


def _heights(groups: tuple[Group, ...], slot: Slot, look: Look) -> list[int]:
    """How high each group of a column may be: text as high as it is, the others share what is left, which is never nothing."""
    others = sum(kind(group) not in ("text", "list") for group in groups)
    free = slot.box.height - GAP * (len(groups) - 1)
    texts: dict[int, int] = {}
    for number, group in enumerate(groups):
        if kind(group) in ("text", "list"):
            room = max(0, free - LEAST_HEIGHT * others - sum(texts.values()))
            box = Box(slot.box.x, slot.box.y, slot.box.width, room)
            (item,) = _group(group, "trial", slot, replace(look, problems=[]), box)
            texts[number] = min(item.height, room) if isinstance(item, TextItem) else 0
    share = max(0, free - sum(texts.values())) // max(1, others)
    return [texts.get(number, share) for number in range(len(groups))]


def _loose(item: Item) -> Item:
    return item if not hasattr(item, "slot") else replace(item, slot=None, moved=False)


# Footers


def _footers(head: Head, look: Look) -> list[Item]:
    """Deck title, date and page number, where the layout has places for them: measured once for all pages that have them."""
    date = head.date and head.date.plain
    key = ("footers", id(look.layout), head.title.plain, date, look.language, look.shrinks, *look.floors.items())
    known = look.memo.get(key)
    if known is None:
        found = len(look.problems)
        known = _new_footers(head, look)
        if len(look.problems) == found:
            look.memo[key] = known
    return [replace(item, name=f"{look.page}/{item.slot}") for item in known]


def _new_footers(head: Head, look: Look) -> list[TextItem]:
    title = " ".join(head.title.plain.split())
    lines = [("footer", title)]
    if head.date is not None and look.layout.slot("date") is not None:
        lines.append(("date", head.date.plain))
    elif head.date is not None:
        lines = [("footer", f"{head.date.plain} · {title}")]  # Half a page has one place for both.
    placed: list[TextItem] = []
    for name, text in lines:
        slot = look.layout.slot(name)
        if slot is not None:
            placed.append(_plain_lines(name, slot, (_shortened(text, slot, look, head.span),), look, head.span))
    slot = look.layout.slot("number")
    if slot is not None:
        placed.append(_number(slot, look, head.span))
    return placed


def _plain_lines(name: str, slot: Slot, lines: tuple[str, ...], look: Look, span: Span) -> TextItem:
    """The product's own lines: credits, footers."""
    return text_item(name, slot, lambda levels: [plain_paragraph(line, levels[0], look) for line in lines], look, span)


def _shortened(text: str, slot: Slot, look: Look, span: Span) -> str:
    """As many words as a footer has room for. All of them stand on the cover."""
    words = text.split(" ")
    for count in range(len(words), 1, -1):
        shown = text if count == len(words) else f"{' '.join(words[:count])}…"
        trial = replace(look, problems=[], over=set())
        _plain_lines(slot.name, slot, (shown,), trial, span)
        if not trial.over:
            return shown
    return words[0]


def _number(slot: Slot, look: Look, span: Span) -> TextItem:
    """The page number: a field, whose value only the finished deck knows."""

    def build(levels: Levels) -> list[Paragraph]:
        run = Run(text="‹#›", style=levels[0].text, language=look.language, field="slidenum")
        return [Paragraph(runs=(run,), style=levels[0], language=look.language)]

    return text_item("number", slot, build, look, span)


def _key(group: Group) -> str:
    """The key that a person typed for a group's first block."""
    return str(group[0].__struct_config__.tag)


_ELSEWHERE = "put it on a slide of its own; a slide without `layout:` gets one that suits what it holds"


def _no_place(what: str, span: Span, look: Look) -> None:
    look.problems.append(problem("no-place", span, hints=(_ELSEWHERE,), layout=look.layout.name, what=f"`{what}`"))
