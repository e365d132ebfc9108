"""Lines in a slot of their own: titles, leads, credits; and what to say where a layout has no place."""

from collections.abc import Hashable, Iterable

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.compose.look import Look, Taken, name_paragraph, paragraph, plain_paragraph
from deckmotor.compose.place import Place, in_slot
from deckmotor.compose.text import Build, text_item
from deckmotor.messages import problem
from deckmotor.model.text import Text
from deckmotor.model.words import all_of
from deckmotor.scene.page import Item, Layout, Slot, TextItem
from deckmotor.span import Span

_ELSEWHERE = "put it on a slide of its own; a slide without `layout:` gets one that suits what it holds"


def lines(key: str, texts: tuple[Text, ...], look: Look, slot_name: str = "") -> list[Item]:
    """Paragraphs in the first style of a slot: the one with that name, or with the name of their key."""
    if not texts:
        return []
    slot = look.layout.slot(slot_name or key)
    if slot is None:
        no_place((key,), texts[0].span, look)
        return []
    of_text = name_paragraph if key == "credits" else paragraph
    build: Build = lambda levels: [of_text(text, levels[0], look) for text in texts]  # noqa: E731
    return [once(in_slot(key, slot), texts, build, look, texts[0].span, texts)]


def title_and(subtitle: Text | None, title: Text | None, look: Look) -> list[Item]:
    """The title and the line below it, as far as there are any."""
    placed: list[Item] = []
    if title is not None:
        placed += lines("title", (title,), look)
    if subtitle is not None:
        placed += lines("subtitle", (subtitle,), look)
    return placed


def plain_lines(slot: Slot, said: tuple[str, ...], look: Look, span: Span, parts: Iterable[Struct] = ()) -> TextItem:
    """The product's own lines in a slot: credits, footers. `parts` of the model stand in them."""
    of_names = slot.role in ("credits", "organisation")
    build: Build = lambda levels: [replace(plain_paragraph(line, levels[0], look), is_name=of_names) for line in said]  # noqa: E731
    return once(in_slot(slot.name, slot), said, build, look, span, parts)


def once(place: Place, said: Hashable, build: Build, look: Look, span: Span, parts: Iterable[Struct]) -> TextItem:
    """What stands in a place, set once for all decks of a base that say it there: their covers differ in one line."""
    if not look.varies:
        return text_item(place, build, look, span, parts)
    floor = look.floors.get(place.share, 0)
    stands = (id(look.layout), look.page, place.key, place.box, place.anchor)
    key = ("line", stands, said, look.language, look.shrinks, floor, look.title)
    known: tuple[Layout, TextItem, Taken] | None = look.memo.get(key)
    if known is None:
        before = (len(look.problems), len(look.asked))
        item = text_item(place, build, look, span, parts)
        if (len(look.problems), len(look.asked)) == before:
            look.memo[key] = (look.layout, item, look.taken[place.key])
        return item
    _, item, look.taken[place.key] = known
    if item.slot is not None:
        look.filled.add(item.slot)
    return item


def no_place(what: tuple[str, ...], span: Span, look: Look, hint: str = _ELSEWHERE) -> None:
    """A problem that names all that the layout has no place for."""
    look.problems.append(problem("no-place", span, hints=(hint,), layout=look.layout.name, what=all_of(what)))
