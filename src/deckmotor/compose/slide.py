"""One slide to one page: title, content in the places of its layout, footers."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.compose.assign import assigned, called
from deckmotor.compose.choose import WAYS, Choice, choose
from deckmotor.compose.footers import footers
from deckmotor.compose.kinds import KINDS, draw
from deckmotor.compose.lines import no_place, title_and
from deckmotor.compose.look import Arrangement, Look, on_line, paragraph, plain_paragraph
from deckmotor.compose.place import Place, in_slot
from deckmotor.compose.standing import MOST_TOGETHER, Standing
from deckmotor.compose.text import text_item
from deckmotor.messages import problem
from deckmotor.model.blocks import Block
from deckmotor.model.deck import Head, Slide
from deckmotor.model.text import Note, Text, unbroken
from deckmotor.scene.page import Item, Layout, Paragraph, Slot, TextItem
from deckmotor.style import Bullet, ParagraphStyle


class Filled(Struct, frozen=True, gc=False):
    """What stands on a page."""

    items: tuple[Item, ...]
    """In reading order."""
    standing: tuple[Standing, ...]
    """The groups of blocks in their places."""
    arrangement: Arrangement | None
    """How these are arranged, where no layout is made for just them."""
    clicks: int = 0
    """How many clicks it takes until all of it is there."""


def fill(slide: Slide, head: Head, look: Look) -> Filled:
    """Everything on the page of a slide."""
    page = KINDS[type(slide.blocks[0])].page if slide.blocks else None
    standing: tuple[Standing, ...] = ()
    arrangement, clicks = None, 0
    if page is not None:
        items = page(slide, slide.blocks[0], head, look)
    else:
        title = _title(slide, look)
        standing = _only_list(slide, look) if len(slide.blocks) == 1 else ()
        only = bool(standing) and not _is_built(slide, head)
        airy = standing[0].place if only and _may_air(slide, title, look) else None
        look = replace(look, title=_title_size(title, look), airy=airy)
        if only:  # As most slides are: nothing is to be decided.
            items = [*title, *standing[0].items(look)]
        else:
            choice = choose(slide)
            standing, arrangement = _places(slide, choice, look)
            content, clicks = _content(choice, standing, (slide, head), look)
            items = [*title, *content]
            if arrangement is not None and arrangement.given:
                from deckmotor.compose.given import rule_below  # Few slides have columns with long words.

                items = [*title, *rule_below(look), *content]
    items += footers(head if slide.footer is None else replace(head, footer=slide.footer), look)
    if head.logo is not None:
        from deckmotor.compose.logo import logo_items  # Few decks have one; nor is there a shade on many pages.

        items += logo_items(head, items, look)
    if look.layout.shade is not None:
        from deckmotor.compose.shade import shaded

        items = shaded(items, look)
    return Filled(tuple(items), standing, arrangement, clicks)


HANG = 228_600
"""How far numbers and marks hang out in notes, for each level: PowerPoint's own, EMU."""


NUMBERS = {"1.": "arabicPeriod", "1)": "arabicParenR"}
"""DrawingML's names for numbers as people type them (ECMA-376 part 1, 20.1.10.61)."""


def notes(slide: Slide, look: Look) -> tuple[Paragraph, ...]:
    """The speaker notes; their look is the notes master's."""
    described = tuple([text for block in slide.blocks for text in _described(block, look)])
    if not slide.notes and not described:
        return ()
    body = next(slot for slot in look.theme.master.slots if slot.role == "body")
    style = ParagraphStyle(text=body.levels[0].text)
    made = (
        *(_note(text, style, look) for text in slide.notes),
        *(plain_paragraph(text, style, look) for text in described),
    )
    for run in (run for part in made for run in part.runs):
        look.fonts.take_note(run.text, run.style)
    return made


def _note(text: Text, style: ParagraphStyle, look: Look) -> Paragraph:
    if text.plain != text.typed:
        text = replace(text, runs=tuple([replace(run, text=unbroken(run.text)) for run in text.runs]))
    if not isinstance(text, Note):
        return paragraph(on_line(text), style, look)
    bullet = Bullet(char="•") if text.marker == "•" else Bullet(number=NUMBERS[text.marker])
    style = replace(style, bullet=bullet, margin=HANG * (text.level + 1), indent=-HANG)
    return paragraph(on_line(text), style, look, text.level, text.start)


def _described(block: Block, look: Look) -> Iterator[str]:
    """What a block, or those in its columns, wants to have said in the notes."""
    kind = KINDS[type(block)]
    if kind.stacks is not None:
        for column in kind.stacks(block):
            for one in column.blocks:
                yield from _described(one, look)
    elif kind.described is not None and getattr(block, "describe", None) is not None:
        yield kind.described(block, look)


def _only_list(slide: Slide, look: Look) -> tuple[Standing, ...]:
    """The list that is all of a slide in its place, where another one of its kind stands in one place of the layout.

    Nothing where there is none yet, or it is no list of just words.
    """
    (block,) = slide.blocks
    kind = KINDS[type(block)]
    if kind.word != "list" or (slide.layout is not None and slide.layout.text in WAYS):
        return ()
    key = ("place of a list", id(look.layout), kind.tag)
    known: tuple[Layout, Place | None] | None = look.memo.get(key)
    if known is None:
        standing, left = assigned(choose(slide), look)
        only = len(standing) == 1 and not left and len(look.layout.of("body")) == 1  # Else it may be divided.
        known = look.memo[key] = (look.layout, standing[0].place if only else None)
    place = known[1]
    return () if place is None else (Standing(place, 0, slide.blocks),)


def _may_air(slide: Slide, title: list[Item], look: Look) -> bool:
    """Whether space between the items of the list that is all of a slide may be decided before anything else is there."""
    if slide.look is not None or slide.footnotes is not None or slide.sources or look.whole is not None or look.problems:
        return False
    return True not in [isinstance(item, TextItem) and item.moved for item in title]


_TOO_MANY = f"a slide has room for {MOST_TOGETHER} things beside its title and lead: put the others on another slide"


def _places(slide: Slide, choice: Choice, look: Look) -> tuple[tuple[Standing, ...], Arrangement | None]:
    """The places of all groups; a problem that names all for which there are none."""
    free = slide.layout is None or choice.way is not None
    if choice.way is not None and slide.layout is not None:
        from deckmotor.compose.arrange import may_stand

        if not may_stand(choice):
            look.problems.append(problem("way-nowhere", slide.layout.span, way=choice.way))
    if choice.arranged and free and look.layout.slot("body") is not None:
        if len(choice.groups) <= MOST_TOGETHER:
            from deckmotor.compose.arrange import arranged  # Most slides have their one thing.

            standing, arrangement = arranged(choice, look)
            return tuple(standing), arrangement
        standing, left = [], [block for group in choice.groups for block in called(group)]
    else:
        standing, left = assigned(choice, look)
    if choice.lead is not None and look.layout.slot("lead") is None:
        left.insert(0 if choice.before_lead == 0 else len(left), ("lead", choice.lead.span))
    if left:
        hint = {} if len(left) <= MOST_TOGETHER else {"hint": _TOO_MANY}
        no_place(tuple(what for what, _ in left), left[0][1], look, **hint)
    return tuple(standing), None


def _title(slide: Slide, look: Look) -> list[Item]:
    """The title. Where it is a small line above what the page says large, and nothing is said, it is what stands there."""
    title, slot, large = slide.title, look.layout.slot("title"), look.layout.slot("body") or look.layout.slot("label")
    if slide.blocks or title is None or slot is None or large is None or not _is_larger(large, slot):
        return title_and(None, title, look)
    place = Place(
        key="title",
        box=large.box,
        slot=slot,
        scale=large.steps,
        share="title",
        native=False,
        anchor=large.anchor,
        insets=large.insets,
    )
    return [text_item(place, lambda levels: [paragraph(title, levels[0], look)], look, title.span, (title,))]


def _title_size(title: list[Item], look: Look) -> int:
    """The size of a title that leads its page, EMU; 0 where it is a small line above what the page says large."""
    slot = look.layout.slot("title")
    if slot is None or slot.levels[0].text.size < look.theme.title_size or not title:
        return 0
    item = title[0]
    return item.paragraphs[0].style.text.size if isinstance(item, TextItem) and item.paragraphs else 0


def _is_larger(slot: Slot, other: Slot) -> bool:
    return slot.levels[0].text.size > other.levels[0].text.size


def _content(choice: Choice, standing: tuple[Standing, ...], of: tuple[Slide, Head], look: Look) -> tuple[list[Item], int]:
    """The lead and all groups in the order of keys, wherever the lead stands on the page; and how many clicks they take."""
    slot = look.layout.slot("lead")
    lead = () if choice.lead is None or slot is None else draw((choice.lead,), in_slot("lead", slot), look)
    drawn = [(placed, placed.items(look)) for placed in sorted(standing, key=lambda one: one.at >= choice.before_lead)]
    clicks = 0
    if _is_built(*of):
        from deckmotor.compose.builds import built  # Most decks have none.

        drawn, clicks = built(drawn, *of)
    before = [item for placed, items in drawn if placed.at < choice.before_lead for item in items]
    after = [item for placed, items in drawn if placed.at >= choice.before_lead for item in items]
    return [*before, *lead, *after], clicks


def _is_built(slide: Slide, head: Head) -> bool:
    """Whether anything of a slide may come at a click."""
    return head.build is not None or slide.build is not None or any(map(_says_build, slide.blocks))


def _says_build(block: Block) -> bool:
    stacks = KINDS[type(block)].stacks
    inside = stacks(block) if stacks is not None else ()
    return getattr(block, "build", None) is not None or any(_says_build(one) for column in inside for one in column.blocks)
