"""Lists with numbers of a few short steps that are all of a slide, as processes: where the theme shows them so.

It is a matter of looks. The deck still says a list: its items have their ids, variants and translations change them as such.
"""

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from deckmotor.compose.kinds import KINDS
from deckmotor.model.deck import Slide


def with_processes(slides: Sequence[Slide], memo: dict[Any, Any]) -> tuple[Slide, ...]:
    """The slides, those of a few short steps with a process. Slides that variants share are the same object again."""
    return tuple([_shown(slide, memo) for slide in slides])


def _shown(slide: Slide, memo: dict[Any, Any]) -> Slide:
    if slide.look is not None or slide.layout is not None:
        return slide
    key = ("steps", id(slide))
    known: tuple[Slide, Slide] | None = memo.get(key)
    if known is None:
        known = memo[key] = (slide, _as_process(slide))
    return known[1]


def _as_process(slide: Slide) -> Slide:
    """The slide with its list as a process, where nothing else stands on it but a lead."""
    rest = [block for block in slide.blocks if KINDS[type(block)].role != "lead"]
    make = KINDS[type(rest[0])].stepped if len(rest) == 1 else None
    made = None if make is None else make(rest[0])
    if made is None:
        return slide
    return replace(slide, blocks=tuple([made if block is rest[0] else block for block in slide.blocks]))
