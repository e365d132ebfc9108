"""Running text, and the line that leads into a slide."""

from typing import Any

from msgspec.structs import replace

from deckmotor.compose.kinds.kind import Kind, Levels, Said
from deckmotor.compose.look import Look, paragraph
from deckmotor.compose.place import Place
from deckmotor.model.blocks import Lead, Paragraphs
from deckmotor.scene.page import Paragraph
from deckmotor.style import ParagraphStyle

FEW = 160
"""Characters of a sentence that is all of its page: about as many as fill it at twice the size of running text."""


def unmarked(style: ParagraphStyle) -> ParagraphStyle:
    """The style of text among list items: flush left, without a mark. A slot made for text is that already."""
    return style if style.bullet is None else replace(style, bullet=None, margin=0, indent=0)


def _text(block: Paragraphs, levels: Levels, place: Place, look: Look) -> list[Paragraph]:
    style = unmarked(levels[0])
    return [paragraph(text, style, look) for text in block.paragraphs]


def _lead(block: Lead, levels: Levels, place: Place, look: Look) -> list[Paragraph]:
    return [paragraph(block.text, levels[0], look)]


def _terse(block: Paragraphs) -> str:
    """Text so short that it is set very large instead of standing lost on its page."""
    return "statement" if len(block.paragraphs) == 1 and len(block.paragraphs[0].plain) <= FEW else ""


def _paragraphs(block: Paragraphs) -> tuple[Said, ...]:
    return block.paragraphs


def _cut(block: Paragraphs, said: tuple[Any, ...], before: int) -> Paragraphs:
    return replace(block, paragraphs=said)


TEXT = Kind(
    block=Paragraphs,
    example="title: Running text\ntext: A paragraph that says in a few lines what this is about, and why it matters to us.\n",
    layout="text",
    terse=_terse,
    looks=("text", "list", "statement", "quote"),
    flows=True,
    beside=1.0,
    paragraphs=_text,
    units=_paragraphs,
    cut=_cut,
)
LEAD = Kind(
    block=Lead,
    example="title: A list with a lead\nlead: One line says what follows\nbullets: [The first, The second]\n",
    role="lead",
    paragraphs=_lead,
)
