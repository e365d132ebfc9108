"""What a flow is cut between where it has no room on one page: the arrows that leave a box, all of them together.

A box whose arrows stand on several pages stands on each of these, open, so that it is known again.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.compose.kinds import KINDS
from deckmotor.compose.kinds.flow.layers import Link, layered
from deckmotor.compose.look import Look
from deckmotor.model.blocks import Block
from deckmotor.model.flows import Arrow, Flow, Joint, Leg
from deckmotor.model.text import Name


def legs(block: Flow) -> tuple[Leg, ...]:
    """A flow's legs: as written, or each before those of the boxes that it leads to, where fewer boxes are cut through so."""
    leaving: dict[str, list[Joint]] = {}
    for joint in block.joints:
        leaving.setdefault(joint.begin, []).append(joint)
    written = {name: Leg(tuple(map(_arrow, joints))) for name, joints in leaving.items()}
    deep = [written[name] for name in _deep(block, leaving)]
    return tuple(min([*written.values()], deep, key=_cut_through))


def _arrow(joint: Joint) -> Arrow:
    """One of the arrows that were written in a row, as one of its own."""
    name = Name(f"{joint.begin} {'<->' if joint.both else '->'} {joint.end}", joint.span)
    return Arrow(arrow=name, label=joint.label, span=joint.span)


def _deep(block: Flow, leaving: dict[str, list[Joint]]) -> Iterator[str]:
    """The boxes that lead on, those that one leads to right after it."""
    led = {joint.end for joint in block.joints}
    seen: set[str] = set()
    for start in sorted(leaving, key=lambda name: name in led):
        waiting = [start]
        while waiting:
            name = waiting.pop()
            if name in leaving and name not in seen:
                seen.add(name)
                yield name
                waiting += [joint.end for joint in reversed(leaving[name])]


def _cut_through(ordered: Iterable[Leg]) -> int:
    """How many boxes stand on both sides of a cut, all cuts together."""
    met: dict[str, list[int]] = {}
    for at, leg in enumerate(ordered):
        for name in leg.boxes:
            met.setdefault(name, []).append(at)
    return sum(at[-1] - at[0] for at in met.values())


def part(block: Flow, said: Sequence[Leg]) -> Flow:
    """The flow of some legs."""
    return replace(block, arrows=tuple([arrow for leg in said for arrow in leg.arrows]))


def may_be_parted(block: Flow, look: Look) -> bool:
    """Whether a flow goes on on further pages where it has no room."""
    fit = look.said and look.said[0].fit
    leaves = {joint.begin for joint in block.joints}
    return look.whole is None and (fit or look.theme.fit.policy) == "split" and len(leaves) > 1


class Marks(Struct, frozen=True):
    """How boxes look by where they stand in all of a flow."""

    first: frozenset[str]
    """Those where it begins."""
    open: frozenset[str]
    """Those that stand on other pages too."""


def marks(block: Flow, look: Look) -> Marks:
    """Of a flow, or of a part of one on its page."""
    whole = block if look.whole is None else next(_alike(block, look.whole.slide.blocks), block)
    names = {name: at for at, name in enumerate(whole.boxes)}
    links = [Link(names[one.begin], names[one.end]) for one in whole.joints]
    back, _ = layered(len(names), links)
    led = {link.end for link, turned in zip(links, back, strict=True) if not turned}
    return Marks(
        frozenset(name for name, at in names.items() if at not in led),
        frozenset() if whole is block else frozenset(_elsewhere(block, whole)),
    )


def _alike(block: Flow, blocks: Sequence[Block]) -> Iterator[Flow]:
    """The flow that one is a part of."""
    for one in blocks:
        stacks = KINDS[type(one)].stacks
        if isinstance(one, Flow) and one.span == block.span:
            yield one
        for column in stacks(one) if stacks is not None else ():
            yield from _alike(block, column.blocks)


def _elsewhere(block: Flow, whole: Flow) -> Iterator[str]:
    own = {(one.begin, one.end, one.span) for one in block.joints}
    for joint in whole.joints:
        if (joint.begin, joint.end, joint.span) not in own:
            yield from (joint.begin, joint.end)
