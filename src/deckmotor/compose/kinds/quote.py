"""Somebody's words, large, in quotation marks wherever they stand."""

from msgspec.structs import replace

from deckmotor.compose.kinds.kind import Kind, Levels, speaker
from deckmotor.compose.kinds.text import unmarked
from deckmotor.compose.look import Look, name_paragraph, paragraph
from deckmotor.compose.place import Place
from deckmotor.model.blocks import Quote
from deckmotor.model.text import Text, TextRun
from deckmotor.scene.page import Paragraph

MARKS = {
    **dict.fromkeys(("sv", "fi"), "””"),
    **dict.fromkeys(("bg", "cs", "de", "et", "is", "lt", "sk", "sl"), "„“"),
    **dict.fromkeys(("hr", "hu", "pl", "ro"), "„”"),
    **dict.fromkeys(("el", "es", "fr", "it", "nb", "nn", "no", "pt", "ru", "uk"), "«»"),
    "da": "»«",
    "nl": "‘’",
}
"""Quotation marks by language; others have those of English."""

TYPED = "\"'“”„»«‘’‚›‹"
"""A quotation that begins with one of these has its marks already."""


def _quote(block: Quote, levels: Levels, place: Place, look: Look) -> list[Paragraph]:
    """The words, and who said them one level down."""
    words = block.text if _layout_has_marks(place, look) else _in_marks(block.text, look.language)
    paragraphs = [paragraph(words, unmarked(levels[0]), look)]
    if block.by is not None and speaker(place, look) is None:
        level = min(1, len(levels) - 1)
        paragraphs.append(name_paragraph(block.by, unmarked(levels[level]), look, level=level))
    return paragraphs


def _layout_has_marks(place: Place, look: Look) -> bool:
    """Whether the words stand in their own layout, and the theme draws quotation marks there."""
    own = place.slot is not None and place.slot.look == "quote"
    return own and len(look.layout.decoration) > len(look.theme.master.decoration)


def _in_marks(text: Text, language: str) -> Text:
    if text.plain[:1] in TYPED:
        return text
    marks = MARKS.get(language.partition("-")[0].lower(), "“”")
    before, after = marks[0], marks[1]
    first, last = text.runs[0], text.runs[-1]
    marked = (replace(first, text=before + first.text), *text.runs[1:])
    if _is_apart(first):
        marked = (TextRun(text=before), *text.runs)
    if _is_apart(last):
        return replace(text, runs=(*marked, TextRun(text=after)))
    return replace(text, runs=(*marked[:-1], replace(marked[-1], text=marked[-1].text + after)))


def _is_apart(run: TextRun) -> bool:
    """Whether a quotation mark is no part of a run, as it looks otherwise."""
    return (
        run.formula is not None or run.code or run.key or run.struck or run.link is not None or run.superscript or run.subscript
    )


QUOTE = Kind(
    block=Quote,
    example="title: In their own words\nquote: {text: Without it I could never have gone on, by: A student}\n",
    layout="quote",
    led="content-lead",
    looks=("quote",),
    beside=0.5,
    paragraphs=_quote,
    signed=lambda block: block.by,
)
