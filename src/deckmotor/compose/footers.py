"""Footers: deck title, date and page number, where the layout has places for them."""

from collections.abc import Iterator

from msgspec.structs import replace

from deckmotor.clusters import begins_cluster
from deckmotor.compose.lines import plain_lines
from deckmotor.compose.look import Look, trial
from deckmotor.compose.place import in_slot
from deckmotor.compose.text import text_item
from deckmotor.messages import problem
from deckmotor.model.deck import Head
from deckmotor.scene.page import Paragraph, Run, Slot, TextItem
from deckmotor.span import Span
from deckmotor.style import ParagraphStyle


def footers(head: Head, look: Look) -> list[TextItem]:
    """The footers of a page: measured once for all pages that have them."""
    words: tuple[Head, tuple[str, str, bool]] | None = look.memo.get(("footer words", id(head)))
    if words is None:
        words = look.memo["footer words", id(head)] = (head, _words(head))
    key = ("footers", id(look.layout), words[1], look.language, look.shrinks, *look.floors.items())
    made: list[TextItem] | None = look.memo.get(key)
    if made is None:
        told = len(look.problems)
        made = _made(head, look)
        if len(look.problems) == told:
            look.memo[key] = made
    return [replace(item, name=f"{look.page}/{item.slot}") for item in made]


def _words(head: Head) -> tuple[str, str, bool]:
    """What stands for the title and for the date, empty where nothing does; and whether there is a page number."""
    asked = head.footer
    if asked is not None and asked.is_none:
        return "", "", False
    title = head.title if asked is None or asked.text is None else asked.text
    words = " ".join(title.plain.split()) if asked is None or asked.title else ""
    date = head.date.plain if head.date is not None and (asked is None or asked.date) else ""
    return words, date, asked is None or asked.number


def _made(head: Head, look: Look) -> list[TextItem]:
    title, date, numbered = _words(head)
    own = head.footer is not None and head.footer.text is not None  # A deck's title stands whole on its cover.
    footer, beside, number = (look.layout.slot(name) for name in ("footer", "date", "number"))
    placed: list[TextItem] = []
    after = date if beside is None else ""  # Half a page has one place for both.
    if footer is not None and (title or after):
        placed.append(plain_lines(footer, (_shortened(title, after, footer, look, _span(head), told=own),), look, _span(head)))
    if beside is not None and date:
        span = head.date.span if head.date else head.span
        placed.append(plain_lines(beside, (_shortened(date, "", beside, look, span, told=True),), look, span))
    if number is not None and numbered:
        placed.append(_number(number, look, head.span))
    return placed


def _span(head: Head) -> Span:
    """Where that is written which stands at the left of the foot."""
    return head.footer.text.span if head.footer is not None and head.footer.text is not None else head.title.span


def _shortened(text: str, date: str, slot: Slot, look: Look, span: Span, *, told: bool) -> str:
    """As many words as a footer has room for, with the date after them. That some are left out is `told` at `span`."""
    for said in (text, *_beginnings(text)):
        shown = " · ".join(part for part in (said, date) if part)
        tried = trial(look)
        plain_lines(slot, (shown,), tried, span)
        if not tried.over:
            if told and said is not text:
                look.problems.append(problem("footer-shortened", span, what=slot.name))
            return shown
    return date or text.split(" ")[0]


def _beginnings(text: str) -> Iterator[str]:
    """The beginnings of a text, the longest first: so many words, and where the first has no room, of its characters."""
    words = text.split(" ")
    for count in range(len(words) - 1, 0, -1):
        yield f"{' '.join(words[:count])}…"
    for end in range(len(words[0]) - 1, 0, -1):
        if begins_cluster(words[0], end):
            yield f"{words[0][:end]}…"


def _number(slot: Slot, look: Look, span: Span) -> TextItem:
    """The page number: a field, whose value only the finished deck knows."""

    def build(levels: tuple[ParagraphStyle, ...]) -> list[Paragraph]:
        run = Run(text="‹#›", style=levels[0].text, language=look.language, field="slidenum")
        return [Paragraph(runs=(run,), style=levels[0], language=look.language)]

    return text_item(in_slot("number", slot), build, look, span)
