"""Blocks that are a whole page, in full colour: cover, section, closing."""

from deckmotor.compose.kinds.kind import Kind
from deckmotor.compose.lines import lines, plain_lines, title_and
from deckmotor.compose.look import Look
from deckmotor.model.blocks import Closing, Cover, Section
from deckmotor.model.deck import Head, Slide
from deckmotor.model.phrases import credits
from deckmotor.model.text import Text
from deckmotor.scene.page import Item


def _cover(slide: Slide, block: Cover, head: Head, look: Look) -> list[Item]:
    placed = title_and(slide.subtitle or head.subtitle, slide.title or head.title, look)
    above = look.layout.slot("organisation")
    if above is not None and head.organisation:
        placed.append(plain_lines(above, (head.organisation.plain,), look, head.organisation.span, (head.organisation,)))
    if block.credits is not None:
        return [*placed, *lines("credits", block.credits, look)]
    slot = look.layout.slot("credits")
    said = credits(head)
    if slot is not None and said:
        names = head.makers + head.commissioned_by
        longest = max(names, key=lambda name: len(name.plain))
        placed.append(plain_lines(slot, said, look, longest.span, names))
    return placed


def _section(slide: Slide, block: Section, head: Head, look: Look) -> list[Item]:
    """The name of a section; where there are several, its number and where in the deck it is."""
    placed = title_and(slide.subtitle, block.title, look)
    place, count = look.section
    if count < 2:
        return placed
    slot = look.layout.slot("ordinal")
    if slot is not None:
        placed.append(plain_lines(slot, (str(place),), look, slide.span))  # A title is read first.
    gauge = look.theme.gauge
    return placed if gauge is None else [*gauge.shapes(place, count, f"{look.page}/gauge"), *placed]


def _closing(slide: Slide, block: Closing, head: Head, look: Look) -> list[Item]:
    return [*title_and(slide.subtitle, block.title, look), *lines("closing", block.text, look, "credits")]


def _name(block: Section) -> Text:
    return block.title


COVER = Kind(block=Cover, example="cover: {}\n", layout="cover", page=_cover)
SECTION = Kind(
    block=Section,
    example="section: What we know\n",
    layout="section",
    led="section-lead",
    page=_section,
    opens=_name,
)
CLOSING = Kind(block=Closing, example="closing: {title: Thank you, text: example.org}\n", layout="closing", page=_closing)
