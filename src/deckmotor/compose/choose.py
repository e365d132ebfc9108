"""Which layout a slide gets, from what it holds."""

from msgspec import Struct

from deckmotor.compose.kinds import KINDS, Group, kind_of, word_of
from deckmotor.model.blocks import Block
from deckmotor.model.deck import Slide

PAIRS: dict[tuple[str, ...], str] = {
    ("list", "picture"): "picture-right",
    ("text", "picture"): "picture-right",
    ("picture", "list"): "picture-left",
    ("picture", "text"): "picture-left",
    ("list", "map"): "map-right",
    ("text", "map"): "map-right",
    ("table", "map"): "map-right",
    ("map", "list"): "map-right",
    ("map", "text"): "map-right",
    ("map", "table"): "map-right",
    ("list", "words", "map"): "map-words",
}
"""Layouts that are made for two things, by their words. Other combinations are arranged on a layout of columns."""

MOST_COLUMNS = 4
"""The layout with the most columns."""

COUNTS = {"two": 2, "three": 3, "four": 4, "två": 2, "tre": 3, "fyra": 4, "2": 2, "3": 3, "4": 4}
"""What people write for how many columns there are."""

WAYS = ("stacked", "beside")
"""What `layout:` may say in place of a layout's name: how things stand on a layout for as many."""

LONGEST_ABOVE = 70
"""Letters of a title that is a small line above large words: a longer one would be too small, and is a title as others are."""


class Choice(Struct, frozen=True):
    """What a content slide holds, and the layout that suits it."""

    lead: Block | None
    before_lead: int
    """How many groups stand before the lead in the order of keys, which is the reading order."""
    groups: tuple[Group, ...]
    layout: str
    arranged: bool
    """Whether the groups are arranged together, as no layout is made for just them."""
    way: str | None = None
    """How the author wants them to stand (`WAYS`)."""


def way_of(slide: Slide) -> str | None:
    """How the things on a slide are to stand, where its author says no more than that."""
    return slide.layout.text if slide.layout is not None and slide.layout.text in WAYS else None


def as_called(name: str) -> str:
    """A layout's name as layouts are called, where a person called it `two-columns`."""
    import re  # Only on the way of an error.

    count = next((number for word, number in COUNTS.items() if word in name.lower()), None)
    is_columns = re.search("colum|kolumn|spalt", name.lower()) is not None
    return f"columns-{count}" if count and is_columns else name


def layout_name(slide: Slide) -> str:
    """The layout that a slide gets when it names none."""
    first = KINDS[type(slide.blocks[0])] if slide.blocks else None
    if first is None or first.page is None:
        return choose(slide).layout
    return first.led or first.layout if slide.subtitle is not None else first.layout


def choose(slide: Slide) -> Choice:
    """The groups of a content slide and the layout chosen for them; the slide's own `layout:` is not looked at."""
    leads = [index for index, block in enumerate(slide.blocks) if KINDS[type(block)].role == "lead"]
    at = leads[0] if leads else None
    lead = None if at is None else slide.blocks[at]
    groups = grouped(slide.blocks if at is None else tuple([block for block in slide.blocks if block is not lead]))
    way = way_of(slide)
    if not groups and lead is None and slide.title is not None and slide.look is None:
        return Choice(None, 0, (), "statement", arranged=False, way=way)  # The title is what the page says.
    large = lead is None and slide.look is None and (slide.title is None or len(slide.title.plain) <= LONGEST_ABOVE)
    layout, arranged = _layout(groups, led=lead is not None, large=large and way is None, free=way is not None)
    return Choice(lead, len(grouped(slide.blocks[:at])) if at else 0, groups, layout, arranged, way)


def grouped(blocks: tuple[Block, ...]) -> tuple[Group, ...]:
    """Blocks in groups: lists and text that follow each other flow into one text."""
    groups: list[tuple[Block, ...]] = []
    for block in blocks:
        if groups and KINDS[type(block)].flows and KINDS[type(groups[-1][-1])].flows:
            groups[-1] = (*groups[-1], block)
        else:
            groups.append((block,))
    return tuple(groups)


def _layout(groups: tuple[Group, ...], *, led: bool, large: bool, free: bool) -> tuple[str, bool]:
    """The layout for some groups, and whether they are arranged on it. `large`: a few words may be all that the page is.

    `free`: their author says how they stand, so no layout is made for just them.
    """
    if not groups:
        return ("content-lead" if led else "title-only"), False
    kind = kind_of(groups[0])
    if len(groups) == 1 and kind.stacks is None:
        terse = kind.terse(groups[0][0]) if kind.terse is not None and len(groups[0]) == 1 and large else ""
        layout = kind.layout if kind.count is None else f"{kind.layout}-{kind.count(groups[0][0])}"
        return terse or (kind.led or f"{layout}-lead" if led else layout), False
    pair = PAIRS.get(tuple(map(_word, groups))) if (not led or len(groups) == 2) and not free else None
    name = pair or _columns(groups)
    return (f"{name}-lead" if led else name), pair is None


def _word(group: Group) -> str:
    """What a group is called; columns of a few words each are `words`."""
    brief = KINDS[type(group[0])].brief
    return "words" if brief is not None and brief(group[0]) else word_of(group)


def _columns(groups: tuple[Group, ...]) -> str:
    """The layout with a column for each group, and for each column of a group that is columns.

    Headings have places, and rules below these, only where the columns are all, and alike: else they stand wherever their
    columns do.
    """
    count, headed = 0, False
    widths = KINDS[type(groups[0][0])].widths
    unequal = widths is not None and bool(widths(groups[0][0]))
    for group in groups:
        stacks = KINDS[type(group[0])].stacks
        columns = stacks(group[0]) if stacks is not None else ()
        count += len(columns) or 1
        headed = headed or any(column.heading is not None for column in columns)
    return f"{'compare' if headed and len(groups) == 1 and not unequal else 'columns'}-{min(count, MOST_COLUMNS)}"
