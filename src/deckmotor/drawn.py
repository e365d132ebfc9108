"""Scenes drawn by typst: PDFs, and why there is none; pictures and their names."""

from collections.abc import Iterator

from msgspec import Struct

from deckmotor.compose.split import PART_MARK
from deckmotor.diagnostics import Diagnostic
from deckmotor.export.typst import Lacking, Press
from deckmotor.messages import problem
from deckmotor.model.deck import Deck
from deckmotor.model.text import Text
from deckmotor.scene.page import Scene
from deckmotor.span import Span
from deckmotor.workspace import fonts_folder


def press(*, borrow: bool = False) -> Press:
    """What draws with the fonts that text is measured with; `borrow` adds this machine's, for characters that those lack.

    Raises ModuleNotFoundError where typst is not installed.
    """
    return Press(fonts_folder(), borrow=borrow)


def drawn_pdf(press: Press, scene: Scene, deck: Deck) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """The PDF of a deck, or an error for each character that keeps it from being made."""
    pdf, lacking = press.pdf(scene)
    found: dict[tuple[str, Span], list[str]] = {}
    for one in lacking:
        found.setdefault((one.family, _place(one, deck)), []).append(one.character)
    return pdf, tuple(
        problem("pdf-glyph", span, font=font, characters=tuple(characters), variant=deck.edition.name or None)
        for (font, span), characters in found.items()
    )


def _place(lacking: Lacking, deck: Deck) -> Span:
    """Where the character is written: in a text of the slide, in the deck's head, or else the slide."""
    slide_id = lacking.page.partition(PART_MARK)[0]
    slides = [slide for slide in deck.slides if slide.id == slide_id]
    for text in _texts((*slides, deck.head)):
        if lacking.character in text.plain:
            return text.span
    return slides[0].span if slides else deck.head.span


def _texts(value: object) -> Iterator[Text]:
    """Every text inside a slide, a head, or a tuple of such."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from _texts(getattr(value, name))


def drawn_pictures(press: Press, scene: Scene, file: str, resolution: float) -> tuple[tuple[str, bytes], ...]:
    """A picture of each page and its name, in a folder of the deck's name. Numbers have as many digits, so that names sort."""
    digits = max(2, len(str(len(scene.pages))))
    pages = press.png(scene, resolution)
    return tuple((f"{file}/{file}-{number:0{digits}}.png", data) for number, data in enumerate(pages, 1))
