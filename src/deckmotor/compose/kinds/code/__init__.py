"""Code: lines to the letter. What draws them is loaded with the first of them: most decks have none."""

from typing import Any

from msgspec.structs import replace

from deckmotor.compose.kinds.kind import Kind, Said, Want
from deckmotor.compose.look import Look
from deckmotor.compose.place import Place
from deckmotor.model.code import Chunk, Code
from deckmotor.scene.page import Item


def _draw(block: Code, place: Place, look: Look) -> tuple[Item, ...]:
    from deckmotor.compose.kinds.code.draw import draw

    return draw(block, place, look)


def _want(block: Code, place: Place, step: int, look: Look) -> Want:
    from deckmotor.compose.kinds.code.draw import want

    return want(block, place, step, look)


def _chunks(block: Code) -> tuple[Said, ...]:
    """The lines between two empty ones, with the empty ones below them."""
    listing = block.listing
    lines = listing.lines
    begins = [0, *(at for at in range(1, len(lines)) if lines[at].strip() and not lines[at - 1].strip())]
    ends = [*begins[1:], len(lines)]
    return tuple([Chunk(begin, end, listing.place_of(begin, 0)) for begin, end in zip(begins, ends, strict=True)])


def _cut(block: Code, said: tuple[Any, ...], before: int) -> Code:
    """Some of the lines; those above them are remembered, as they may begin what goes on."""
    listing = block.listing
    lines = listing.text.split("\n")
    begin, end = said[0].begin, said[-1].end
    while end > begin + 1 and not lines[end - 1].strip():
        end -= 1
    above = "".join(f"{line}\n" for line in lines[:begin])
    text = "\n".join(lines[begin:end])
    return replace(block, text=replace(listing, text=text, first=listing.first + begin, above=listing.above + above))


CODE = Kind(
    block=Code,
    example="title: Code\ncode:\n  language: python\n  text: |\n    def double(number):\n        return 2 * number\n",
    layout="table",
    role="table",
    looks=("code",),
    wide=True,
    beside=0.5,
    draw=_draw,
    want=_want,
    units=_chunks,
    cut=_cut,
)
