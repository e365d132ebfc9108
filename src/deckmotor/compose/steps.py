"""Lists with numbers of a few short steps that are all of a slide, as processes: where the theme shows them so.

It is a matter of looks. The deck still says a list: its items have their ids, variants and translations change them as such.
"""

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from deckmotor.compose.kinds import KINDS
from deckmotor.model.blocks import Numbered, Process
from deckmotor.model.deck import Slide
from deckmotor.model.sequences import Step

COUNTS = range(3, 6)
"""How many steps are few."""

LONGEST = 40
"""Letters of a step that is short."""


def with_processes(slides: Sequence[Slide], memo: dict[Any, Any]) -> tuple[Slide, ...]:
    """The slides, those of a few short steps with a process. Slides that variants share are the same object again."""
    return tuple([_shown(slide, memo) for slide in slides])


def _shown(slide: Slide, memo: dict[Any, Any]) -> Slide:
    at = next((at for at, block in enumerate(slide.blocks) if KINDS[type(block)].role != "lead"), None)
    block = None if at is None else slide.blocks[at]
    if at is None or not isinstance(block, Numbered) or not _is_shown(slide, block, at):
        return slide
    key = ("steps", id(slide))
    known: tuple[Slide, Slide] | None = memo.get(key)
    if known is None:
        steps = tuple([Step(label=item.text, id=item.id, span=item.span) for item in block.items])
        process = Process(items=steps, build=block.build, span=block.span)
        known = memo[key] = (slide, replace(slide, blocks=(*slide.blocks[:at], process, *slide.blocks[at + 1 :])))
    return known[1]


def _is_shown(slide: Slide, block: Numbered, at: int) -> bool:
    """Whether a list is one of few short steps, and nothing else stands on its slide but a lead."""
    rest = [one for one in slide.blocks if KINDS[type(one)].role != "lead"]
    return (
        type(block) is Numbered
        and len(rest) == 1
        and slide.look is None
        and slide.layout is None
        and block.start == 1
        and len(block.items) in COUNTS
        and all(len(item.text.plain) <= LONGEST and not item.bullets and not item.numbered for item in block.items)
    )
