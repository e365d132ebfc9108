"""How things below each other share a height."""

from collections.abc import Sequence

from deckmotor.compose.kinds import Want
from deckmotor.units import inches

CLOSE, GAP, WIDE_GAP = inches(0.1), inches(0.2), inches(0.4)
"""Between things that stand below each other: where type would else be smaller, where room is scarce, and where it is not."""


def below_each_other(wants: Sequence[Want], space: int = GAP) -> Want:
    """What things want that stand below each other, with so much space between them."""
    gaps = space * max(0, len(wants) - 1)
    return Want(
        height=sum(want.height for want in wants) + gaps,
        least=sum(want.least or want.height for want in wants) + gaps,
        padding=sum(want.padding for want in wants),
        broken=any(want.broken for want in wants),
        cuts=any(want.cuts for want in wants),
        ratio=max((want.ratio for want in wants), default=0.0),
        divides=any(want.divides for want in wants),
    )


def beside_each_other(wants: Sequence[Want]) -> Want:
    """What things of a kind want that are to be alike side by side: as much as the one that wants most."""
    below = max(want.below for want in wants)
    least = max((want.least or want.height) + below - want.below for want in wants)
    return Want(
        height=max(want.height + below - want.below for want in wants),
        least=least,
        padding=least - max(want.tight + below - want.below for want in wants),
        broken=any(want.broken for want in wants),
        cuts=any(want.cuts for want in wants),
        ratio=max(want.ratio for want in wants),
        divides=any(want.divides for want in wants),
        below=below,
    )


def shared_height(wants: Sequence[Want], height: int) -> list[int]:
    """How a height is shared by things below each other.

    Each has what it needs; pictures take what is left as far as they can use it, and the last thing the rest. Where there is
    too little, padding gives way, and then the highest, all to the same height.
    """
    room = height - gap(wants, height) * (len(wants) - 1)
    needs = [want.least or want.height for want in wants]
    over, padding = sum(needs) - room, sum(want.padding for want in wants)
    if over > padding:
        return _given_way(wants, [want.tight for want in wants], room)
    if over > 0:
        return [need - -(-want.padding * over // padding) for want, need in zip(wants, needs, strict=True)]
    more = [max(0, want.height - need) if want.grows else 0 for want, need in zip(wants, needs, strict=True)]
    heights = [need + extra for need, extra in zip(needs, _capped(more, room - sum(needs)), strict=True)]
    if wants and not wants[-1].grows:
        heights[-1] += room - sum(heights)
    return heights


def gap(wants: Sequence[Want], height: int) -> int:
    """The space between things below each other in a height."""
    count = max(1, len(wants) - 1)
    most = (height - sum(want.least or want.height for want in wants)) // count
    return WIDE_GAP if most >= WIDE_GAP else max(CLOSE, min(GAP, most))


def _given_way(wants: Sequence[Want], needs: Sequence[int], room: int) -> list[int]:
    """What things get that need more than there is: those give way first that can go on on another slide."""
    stays = sum(need for want, need in zip(wants, needs, strict=True) if not want.divides)
    left = room - stays
    if stays == sum(needs) or left < room // 4:
        return _capped(needs, room)
    shared = iter(_capped([need for want, need in zip(wants, needs, strict=True) if want.divides], left))
    return [next(shared) if want.divides else need for want, need in zip(wants, needs, strict=True)]


def _capped(needs: Sequence[int], room: int) -> list[int]:
    """What things get of some room: what they need, but where that is more than there is, none more than the others."""
    rest, left = max(room, 0), len(needs)
    for need in sorted(needs):
        cap = rest // left
        if need > cap:
            return [min(need, cap) for need in needs]
        rest, left = rest - need, left - 1
    return list(needs)
