"""The foot of a page: footnotes in small type, and where it all comes from. What else stands there gets less high."""

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from deckmotor.compose.lines import no_place
from deckmotor.compose.look import Look, own_word, paragraph
from deckmotor.compose.setting import set_text
from deckmotor.compose.wide import tell_wide
from deckmotor.model.deck import Slide
from deckmotor.model.footnotes import names_in, texts_of
from deckmotor.model.sources import source_word, without_word
from deckmotor.model.text import Text, TextRun
from deckmotor.scene.page import Item, Layout, Paragraph, PictureItem, Slot, TableItem, TextItem
from deckmotor.scene.text import NoteMark
from deckmotor.style import Box
from deckmotor.units import inches

AIR = inches(0.3)
"""Between the foot and what stands above it."""

SHARE = 0.25
"""How much of the height of a page's content its foot takes at most, where a smaller size helps."""

FOOTERS = ("ftr", "dt", "sldNum")
TITLES = ("title", "ctrTitle")

NO_BREAK_SPACE = "\u00a0"


def has_foot(slide: Slide) -> bool:
    """Whether anything stands at the foot of a slide beside its footers."""
    return slide.footnotes is not None or bool(slide.sources)


def with_foot(slide: Slide, look: Look) -> tuple[Look, tuple[TextItem, ...]]:
    """The look with a layout whose places end above the slide's foot, and the foot."""
    said = _said(slide, look)
    if not said:
        return look, ()
    content = _content(look.layout) or _content(look.theme.layout("content"))
    if look.loud or not content:
        no_place(("footnotes" if slide.footnotes is not None else "sources",), said[0].span, look)
        return look, ()
    left, right = min(slot.box.x for slot in content), max(slot.box.right for slot in content)
    top, bottom = min(slot.box.y for slot in content), max(slot.box.bottom for slot in content)
    foot = _set(said, Box(left, top, right - left, bottom - top), look)
    box = Box(left, bottom - foot.height, right - left, foot.height)
    item, broken = set_text(foot.paragraphs, box, look)
    tell_wide(broken, said, said[0].span, look)
    item = replace(item, name=f"{look.page}/foot", reads="footnotes")
    return replace(look, layout=_shortened(look.layout, box.y - AIR, look.memo)), (item,)


def placed(items: Sequence[Item], foot: tuple[TextItem, ...], layout: Layout) -> tuple[Item, ...]:
    """The items of a page with its foot above the footers; those that are not where the layout has them say so."""
    made: list[Item] = []
    ends = len(items)
    for at, item in enumerate(items):
        if isinstance(item, TextItem | PictureItem | TableItem) and item.slot and (slot := layout.slot(item.slot)):
            if slot.type in FOOTERS:
                ends = min(ends, at)
            item = replace(item, moved=item.box != slot.box)
        made.append(item)
    return (*made[:ends], *foot, *made[ends:])


def _content(layout: Layout | None) -> list[Slot]:
    """The places of a layout that its title and footers do not stand in."""
    return [] if layout is None else [slot for slot in layout.slots if slot.type not in (*FOOTERS, *TITLES)]


def _said(slide: Slide, look: Look) -> list[Text]:
    """The footnotes that the slide's texts name, and the line with its sources."""
    notes = () if slide.footnotes is None else slide.footnotes.items
    named = {name for text in texts_of(slide) for name in names_in(text)}
    said = [
        replace(note.text, runs=(TextRun(text=str(number), superscript=True), TextRun(text=NO_BREAK_SPACE), *note.text.runs))
        for number, note in enumerate(notes, 1)
        if note.name in named
    ]
    return [*said, *([_sources(slide.sources, look)] if slide.sources else [])]


def _sources(sources: tuple[Text, ...], look: Look) -> Text:
    """The sources on a line, after the word for them, which the author may have written before one."""
    if len(sources) == 1 and without_word(sources[0]) is not sources[0]:
        return sources[0]
    several = len(sources) > 1
    word = own_word("sources" if several else "source", source_word(look.language, several=several), look)
    runs = [TextRun(text=f"{word}: ")]
    for at, source in enumerate(sources):
        own = without_word(source).runs
        if at < len(sources) - 1:
            own = (*own[:-1], *(replace(run, text=f"{run.text.rstrip().removesuffix('.')}; ") for run in own[-1:]))
        runs += own
    return replace(sources[0], runs=tuple(runs))


def _set(said: Sequence[Text], area: Box, look: Look) -> TextItem:
    """The foot at the largest size at which it leaves enough of the page to the content."""
    scale = look.theme.looks["caption"]
    for levels in scale:
        item, _ = set_text([_noted(paragraph(text, levels[0], look)) for text in said], area, look)
        if item.height <= area.height * SHARE:
            break
    return item


def _noted(part: Paragraph) -> Paragraph:
    """A footnote whose number leads back to where it is named; any other paragraph as it is."""
    first = part.runs[0]
    if not first.style.baseline or not first.text.isdigit():
        return part
    return replace(part, runs=(replace(first, note=NoteMark(int(first.text), begins=True)), *part.runs[1:]))


def _shortened(layout: Layout, end: int, memo: dict[Any, Any]) -> Layout:
    """The layout with its places for content ending there: higher ones are less high, small ones at its end move up."""
    key = ("foot", id(layout), end)
    known: tuple[Layout, Layout] | None = memo.get(key)
    if known is None:
        over = max((slot.box.bottom for slot in _content(layout)), default=end) - end
        known = memo[key] = (layout, replace(layout, slots=tuple([_above(slot, end, over) for slot in layout.slots])))
    return known[1]


def _above(slot: Slot, end: int, over: int) -> Slot:
    box = slot.box
    if slot.type in (*FOOTERS, *TITLES) or (box.bottom <= end and slot.role != "caption"):
        return slot
    if slot.role == "caption":
        return replace(slot, box=Box(box.x, box.y - over, box.width, box.height)) if box.bottom > end else slot
    return replace(slot, box=Box(box.x, box.y, box.width, max(end - box.y, over)))
