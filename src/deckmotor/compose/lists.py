"""Lists and running text: what stands in a text slot."""

from msgspec.structs import replace

from deckmotor.compose.look import Look, paragraph
from deckmotor.model.blocks import Block, Bullets, Item, Numbered, Paragraphs, Questions
from deckmotor.scene.page import Paragraph
from deckmotor.style import Bullet, ParagraphStyle

Levels = tuple[ParagraphStyle, ...]

DIGIT = 0.56
"""Width of a digit over the font size: the same in Arial and, a little less, in Calibri."""


def prose(blocks: tuple[Block, ...], levels: Levels, look: Look) -> list[Paragraph]:
    """The paragraphs of lists and text that follow each other in one slot."""
    paragraphs: list[Paragraph] = []
    for block in blocks:
        match block:
            case Paragraphs():
                paragraphs += [paragraph(text, unmarked(levels[0]), look) for text in block.paragraphs]
            case Numbered() | Questions():
                paragraphs += list_paragraphs(block.items, levels, look, numbered=True, start=block.start)
            case Bullets():
                paragraphs += list_paragraphs(block.items, levels, look)
            case _:
                raise AssertionError(f"{block} stands in no text slot")
    return paragraphs


def list_paragraphs(
    items: tuple[Item, ...], levels: Levels, look: Look, *, level: int = 0, numbered: bool = False, start: int = 1
) -> list[Paragraph]:
    """One paragraph for each item, with the items below it one level down."""
    style = levels[min(level, len(levels) - 1)]
    if numbered:
        style = _numbered(style, start + len(items) - 1)
    paragraphs: list[Paragraph] = []
    for item in items:
        paragraphs.append(paragraph(item.text, style, look, level, start))
        if item.bullets:
            paragraphs += list_paragraphs(item.bullets, levels, look, level=level + 1)
        if item.numbered:
            paragraphs += list_paragraphs(item.numbered, levels, look, level=level + 1, numbered=True, start=item.start)
    return paragraphs


def unmarked(style: ParagraphStyle) -> ParagraphStyle:
    """The style of text among list items: flush left, without a mark. A slot made for text is that already."""
    return style if style.bullet is None else replace(style, bullet=None, margin=0, indent=0)


def _numbered(style: ParagraphStyle, last: int) -> ParagraphStyle:
    """The style with numbers up to `last` in place of marks. Numbers are wider than marks, so they hang further out."""
    if style.bullet is not None and style.bullet.number is not None:
        return style
    color = None if style.bullet is None else style.bullet.color
    hang = round(style.text.size * (0.7 + DIGIT * len(str(last))))
    return replace(
        style,
        bullet=Bullet(number="arabicPeriod", color=color),
        margin=style.margin + style.indent + hang,
        indent=-hang,
    )
