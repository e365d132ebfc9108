"""Lists: marks, numbers, and questions for the room."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from deckmotor.color import contrast
from deckmotor.compose.kinds.kind import Kind, Levels, Said
from deckmotor.compose.look import Look, paragraph
from deckmotor.compose.place import Place
from deckmotor.model.blocks import Bullets, Numbered, Questions
from deckmotor.model.items import ListItem
from deckmotor.model.text import Name
from deckmotor.scene.page import Paragraph
from deckmotor.style import Bullet, Icon, ParagraphStyle

if TYPE_CHECKING:
    from deckmotor.model.sequences import Process

DIGIT = 0.56
"""Width of a digit over the font size: the same in Arial and, a little less, in Calibri."""

PERIOD, AFTER = 0.28, 0.42
"""Width of the period of a number, and of the air after it, over the font size."""

LARGE_NUMERALS = 4
"""Questions that have large numerals, at most: more of them are a list to choose from."""

QUIET_HANG = 1.6
"""How far numerals of the text's size hang out, over it."""


ICON_HANG = 1.45
"""How far icons hang out, over the size of the text: they are as wide as that, with air before the text."""

SEEN = 3.0
"""Contrast of what means something (WCAG 2.2, 1.4.11)."""


def _bulleted(block: Bullets, levels: Levels, place: Place, look: Look) -> list[Paragraph]:
    return list_paragraphs(block.items, levels, look, mark=block.mark)


def _questions(block: Questions, levels: Levels, place: Place, look: Look) -> list[Paragraph]:
    """Numbered; one alone that is its page is not."""
    if _alone(block) and place.slot is not None and place.slot.look == "statement":
        return [paragraph(block.items[0].text, levels[0], look)]
    page = place.slot is not None and place.slot.look == "questions"
    return _numbered(block, levels if page and len(block.items) <= LARGE_NUMERALS else tuple(_quiet(levels)), place, look)


def _quiet(levels: Levels) -> Iterator[ParagraphStyle]:
    """The styles of questions with numerals of the text's size."""
    first = levels[0]
    if first.bullet is None or first.bullet.size == 100:
        yield from levels
        return
    less = first.margin - round(first.text.size * QUIET_HANG)
    bullet = replace(first.bullet, size=100)
    yield replace(first, bullet=bullet, margin=first.margin - less, indent=first.indent + less)
    yield from (replace(style, margin=style.margin - less) for style in levels[1:])


def _alone(block: Questions) -> str:
    """One question is set very large instead of standing lost on its page."""
    (first, *more) = block.items
    return "" if more or first.bullets or first.numbered else "statement"


def _numbered(block: Numbered | Questions, levels: Levels, place: Place, look: Look) -> list[Paragraph]:
    return list_paragraphs(block.items, levels, look, numbered=True, start=block.start)


def list_paragraphs(
    items: tuple[ListItem, ...],
    levels: Levels,
    look: Look,
    *,
    level: int = 0,
    numbered: bool = False,
    start: int = 1,
    mark: Name | None = None,
    numeral: int = 100,
) -> list[Paragraph]:
    """One paragraph for each item, with the items below it one level down, under its text. `mark` is an icon for all, and
    `numeral` the size of numbers, percent of the text's."""
    style = levels[min(level, len(levels) - 1)]
    has_icons = not numbered and has_icon(items, mark)
    if has_icons:
        wide = _with_room(style)
        levels = tuple([replace(one, margin=one.margin + wide.margin - style.margin) for one in levels])
        style = wide
    if numbered:
        wide = _with_numbers(style, start + len(items) - 1, numeral)
        levels = tuple([replace(one, margin=one.margin + wide.margin - style.margin) for one in levels])
        style = wide
    paragraphs: list[Paragraph] = []
    for item in items:
        marked = _marked(style, item.icon or mark, look) if has_icons else style
        paragraphs.append(paragraph(item.text, marked, look, level, start))
        if item.bullets:
            paragraphs += list_paragraphs(item.bullets, levels, look, level=level + 1)
        if item.numbered:
            paragraphs += list_paragraphs(item.numbered, levels, look, level=level + 1, numbered=True, start=item.start)
    return paragraphs


def has_icon(items: tuple[ListItem, ...], mark: Name | None = None) -> bool:
    """Whether any of some items has an icon as its mark."""
    return mark is not None or any(item.icon is not None for item in items)


def _with_room(style: ParagraphStyle) -> ParagraphStyle:
    """The style with room for icons, which are as wide as its text is high."""
    hang = round(style.text.size * ICON_HANG)
    return replace(style, margin=style.margin + style.indent + hang, indent=-hang)


def _marked(style: ParagraphStyle, icon: Name | None, look: Look) -> ParagraphStyle:
    """The style with an icon in place of its mark, in the mark's colour where that can be seen; without one as it is.

    What has no mark at all begins below the text of the others.
    """
    if icon is None:
        return style if style.bullet is not None else replace(style, indent=0)
    from deckmotor.icons.phosphor import SIDE, outline  # Few lists have icons.

    name = icon.text
    commands = outline(name)
    if commands is None:
        raise AssertionError("an icon that there is none of has been told")
    bullet = style.bullet or look.theme.looks["list"][0][0].bullet
    own = None if bullet is None else bullet.color
    seen = own is not None and contrast(own.rgb, look.layout.background.rgb) >= SEEN
    color = own if own is not None and seen else style.text.color
    return replace(style, bullet=Bullet(icon=Icon(name, commands, SIDE), color=color))


def _with_numbers(style: ParagraphStyle, last: int, numeral: int) -> ParagraphStyle:
    """The style with numbers up to `last` in place of marks. Numbers are wider than marks, so they hang further out."""
    if style.bullet is not None and style.bullet.number is not None:
        return style
    color = None if style.bullet is None else style.bullet.color
    hang = round(style.text.size * (AFTER + (PERIOD + DIGIT * len(str(last))) * numeral / 100))
    return replace(
        style,
        bullet=Bullet(number="arabicPeriod", color=color, size=numeral),
        margin=style.margin + style.indent + hang,
        indent=-hang,
    )


STEPS = range(3, 6)
"""How many steps are few."""

SHORT = 40
"""Letters of a step that is short."""


def _stepped(block: Numbered) -> "Process | None":
    """A list of a few short steps as a process."""
    items = block.items
    if block.start != 1 or len(items) not in STEPS:
        return None
    if any(item.bullets or item.numbered or len(item.text.plain) > SHORT for item in items):
        return None
    from deckmotor.model.sequences import Process, Step  # Few lists are shown so.

    steps = tuple([Step(label=item.text, id=item.id, span=item.span) for item in items])
    return Process(items=steps, build=block.build, span=block.span)


def _items(block: Bullets | Numbered | Questions) -> tuple[Said, ...]:
    return block.items


def _cut_bullets(block: Bullets, said: tuple[Any, ...], before: int) -> Bullets:
    return replace(block, items=said)


def _cut_numbered(block: Numbered, said: tuple[Any, ...], before: int) -> Numbered:
    return replace(block, items=said, start=block.start + before)


def _cut_questions(block: Questions, said: tuple[Any, ...], before: int) -> Questions:
    return replace(block, items=said, start=block.start + before)


BULLETS = Kind(
    block=Bullets,
    example="title: Three points\nbullets: [The first, The second, The third]\n",
    word="list",
    looks=("list", "points", "words"),
    few=("panel", "points", "words", "grid", "rows"),
    flows=True,
    paragraphs=_bulleted,
    units=_items,
    cut=_cut_bullets,
)
NUMBERED = Kind(
    block=Numbered,
    example="title: Three steps\nnumbered: [Read, Choose, Talk]\n",
    word="list",
    looks=("list", "points", "words"),
    few=("panel", "points", "rows"),
    stepped=_stepped,
    wide_marks=True,
    flows=True,
    paragraphs=_numbered,
    units=_items,
    cut=_cut_numbered,
)
QUESTIONS = Kind(
    block=Questions,
    example="title: For the room\nquestions: [What do we do today?, What is in our way?]\n",
    layout="questions",
    led="content-lead",
    terse=_alone,
    looks=("questions", "statement"),
    paragraphs=_questions,
    units=_items,
    cut=_cut_questions,
)
