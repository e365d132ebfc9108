"""Which layout a slide gets, from what it holds, and what goes into which slot."""

from msgspec import Struct

from deckmotor.model.blocks import Block, Bullets, Columns, Lead, Numbered, Paragraphs, Picture, Questions, Quote, Table
from deckmotor.model.deck import Slide

Group = tuple[Block, ...]
"""Blocks that share a slot: lists and text that follow each other, or one block of another kind."""

LAYOUTS: dict[tuple[str, ...], str] = {
    (): "title-only",
    ("text",): "text",
    ("list",): "content",
    ("table",): "table",
    ("picture",): "picture",
    ("quote",): "quote",
    ("questions",): "questions",
    ("list", "picture"): "picture-right",
    ("text", "picture"): "picture-right",
    ("picture", "list"): "picture-left",
    ("picture", "text"): "picture-left",
}
"""Layout by the kinds of groups on a slide, in order. Other combinations stand side by side in columns."""

FEW = 60
"""Characters: about as many as fit on two lines at the size of section titles."""

OWN_SLOT = {"picture": "picture", "table": "table"}
"""Slots that some kinds of groups take where the layout has them; all else goes into the body slots."""


class Choice(Struct, frozen=True):
    """What a slide holds, in groups, and the layout that suits it."""

    lead: Lead | None
    groups: tuple[Group, ...]
    layout: str


def choose(slide: Slide) -> Choice:
    """The groups of a content slide and the layout chosen for them; the slide's own `layout:` is not looked at."""
    lead = next((block for block in slide.blocks if isinstance(block, Lead)), None)
    rest = tuple(block for block in slide.blocks if not isinstance(block, Lead))
    if len(rest) == 1 and isinstance(rest[0], Columns):
        columns = rest[0].items
        name = "compare" if any(column.heading is not None for column in columns) else "columns"
        return Choice(lead, (rest,), _led(f"{name}-{len(columns)}", lead))
    groups = grouped(rest)
    kinds = tuple(kind(group) for group in groups)
    name = LAYOUTS.get(kinds) or f"columns-{len(groups)}"
    if name == "text" and lead is None and _is_short(groups[0]):
        name = "statement"
    return Choice(lead, groups, _led(name, lead))


def grouped(blocks: tuple[Block, ...]) -> tuple[Group, ...]:
    """Blocks in groups: lists and text that follow each other flow into one slot."""
    groups: list[Group] = []
    for block in blocks:
        if groups and _flows(block) and _flows(groups[-1][-1]):
            groups[-1] = (*groups[-1], block)
        else:
            groups.append((block,))
    return tuple(groups)


def kind(group: Group) -> str:
    """The word for what a group holds."""
    match group[0]:
        case Picture():
            return "picture"
        case Table():
            return "table"
        case Quote():
            return "quote"
        case Questions():
            return "questions"
        case Columns():
            return "columns"
        case _:
            return "text" if all(isinstance(block, Paragraphs) for block in group) else "list"


def _is_short(group: Group) -> bool:
    """Whether text is so short that it is set very large instead of standing lost on its page."""
    texts = [text for block in group if isinstance(block, Paragraphs) for text in block.paragraphs]
    return len(texts) == 1 and len(texts[0].plain) <= FEW


def _flows(block: Block) -> bool:
    return isinstance(block, Bullets | Numbered | Paragraphs)


def _led(name: str, lead: Lead | None) -> str:
    return name if lead is None else f"{name}-lead"
