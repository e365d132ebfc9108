"""Footers: deck title, date and page number, where the layout has places for them."""

from msgspec.structs import replace

from deckmotor.compose.lines import plain_lines
from deckmotor.compose.look import Look, text_item, trial
from deckmotor.compose.place import in_slot
from deckmotor.model.deck import Head
from deckmotor.scene.page import Paragraph, Run, Slot, TextItem
from deckmotor.span import Span
from deckmotor.style import ParagraphStyle


def footers(head: Head, look: Look) -> list[TextItem]:
    """The footers of a page: measured once for all pages that have them."""
    date = head.date and head.date.plain
    key = ("footers", id(look.layout), head.title.plain, date, look.language, look.shrinks, *look.floors.items())
    made: list[TextItem] | None = look.memo.get(key)
    if made is None:
        told = len(look.problems)
        made = _made(head, look)
        if len(look.problems) == told:
            look.memo[key] = made
    return [replace(item, name=f"{look.page}/{item.slot}") for item in made]


def _made(head: Head, look: Look) -> list[TextItem]:
    title = " ".join(head.title.plain.split())
    said = [("footer", title)]
    if head.date is not None and look.layout.slot("date") is not None:
        said.append(("date", head.date.plain))
    elif head.date is not None:
        said = [("footer", f"{head.date.plain} · {title}")]  # Half a page has one place for both.
    placed: list[TextItem] = []
    for name, text in said:
        slot = look.layout.slot(name)
        if slot is not None:
            placed.append(plain_lines(slot, (_shortened(text, slot, look, head.span),), look, head.span))
    slot = look.layout.slot("number")
    if slot is not None:
        placed.append(_number(slot, look, head.span))
    return placed


def _shortened(text: str, slot: Slot, look: Look, span: Span) -> str:
    """As many words as a footer has room for. All of them stand on the cover."""
    words = text.split(" ")
    for count in range(len(words), 1, -1):
        shown = text if count == len(words) else f"{' '.join(words[:count])}…"
        tried = trial(look)
        plain_lines(slot, (shown,), tried, span)
        if not tried.over:
            return shown
    return words[0]


def _number(slot: Slot, look: Look, span: Span) -> TextItem:
    """The page number: a field, whose value only the finished deck knows."""

    def build(levels: tuple[ParagraphStyle, ...]) -> list[Paragraph]:
        run = Run(text="‹#›", style=levels[0].text, language=look.language, field="slidenum")
        return [Paragraph(runs=(run,), style=levels[0], language=look.language)]

    return text_item(in_slot("number", slot), build, look, span)
