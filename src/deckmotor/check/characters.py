"""Characters that can't be shown as they should: those that fonts lack, emoji, scripts that are not set rightly yet.

What is found here holds for every output: `check` and all that is built tell the same at the same places.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from unicodedata import normalize

from msgspec import Struct

from deckmotor.check.scripts import BORROWED, EMOJI, group, in_words
from deckmotor.compose.place import PART_MARK
from deckmotor.diagnostics import Diagnostic
from deckmotor.messages import missing_glyphs, problem
from deckmotor.model.code import Listing
from deckmotor.model.deck import Deck, Head, Slide
from deckmotor.model.text import Plain, Text
from deckmotor.model.walk import parts_of
from deckmotor.scene.page import FormulaItem, Page, Scene, all_paragraphs, inside
from deckmotor.source.nodes import Node, Scalar
from deckmotor.source.places import place
from deckmotor.source.variables import set_at
from deckmotor.span import Span
from deckmotor.typeset.fonts import Fonts

_ASKED = re.compile(r"[^\x00-\x7f](?=\ufe0f)")
"""A sign that is asked for as a coloured picture: heart, tick, telephone (Unicode Technical Standard 51, 2.3)."""

OF_FORMULAS = "Cambria Math"
"""The typeface in which PowerPoint shows formulas, as it is told to."""


class Odd(Struct, frozen=True):
    """The characters of a page that are not as plain as Latin letters: each once, in order, with its typeface."""

    lacking: tuple[tuple[str, str], ...] = ()
    """Typeface and character, where the typeface has no glyph for it."""
    grouped: tuple[tuple[str, str], ...] = ()
    """Script (or `emoji`) and character, where it belongs to one that is told once a deck."""


class _Written(Struct, frozen=True, kw_only=True):
    """Where texts are written."""

    head: Head
    slides: dict[str | None, Slide]
    values: Mapping[str, Node]
    """Of variables."""
    memo: "Memo"


Memo = dict[Any, tuple[Any, Any]]
"""What editions share is looked at once: by the identity of a page, itself and its `Odd`; by that of a slide and a character,
the slide and the spot at which the character is written in it (None where it is not)."""

Spot = tuple[Span, str]
"""Where a character is written, and the variable that puts it there, if one does."""


class Found(Struct, frozen=True):
    """What there is to say about a deck's characters."""

    problems: tuple[Diagnostic, ...] = ()
    lacking: bool = False
    """Whether other fonts have to lend some of them."""
    emoji: frozenset[str] = frozenset()


def characters(deck: Deck, scene: Scene, fonts: Fonts, memo: Memo, values: Mapping[str, Node]) -> Found:
    """What to say about a deck's characters, of which some stand in the values of variables."""
    pages = [(page, odd) for page in scene.pages if (odd := _odd(page, fonts, memo)) != Odd()]
    grouped = [(page, *one) for page, odd in pages for one in odd.grouped]
    slides = {slide.id: slide for slide in deck.slides} if pages else {}
    written = _Written(head=deck.head, slides=slides, values=values, memo=memo)
    problems = [
        *_once("emoji", [one for one in grouped if one[1] == EMOJI], written),
        *_once("unready-script", [one for one in grouped if one[1] not in (EMOJI, *BORROWED)], written),
        *_once("borrowed-script", [one for one in grouped if one[1] in BORROWED], written),
        *_missing(pages, written),
    ]
    return Found(tuple(problems), bool(pages), frozenset([sign for _, script, sign in grouped if script == EMOJI]))


def _odd(page: Page, fonts: Fonts, memo: Memo) -> Odd:
    known = memo.get(id(page))
    if known is None:
        known = memo[id(page)] = (page, _looked_at(page, fonts))
    odd: Odd = known[1]
    return odd


def _looked_at(page: Page, fonts: Fonts) -> Odd:
    lacking: dict[tuple[str, str], None] = {}
    grouped: dict[tuple[str, str], None] = {}
    for text, family, lacks in _texts(page, fonts):
        asked = frozenset(_ASKED.findall(text))
        lacking.update(dict.fromkeys((family, character) for character in lacks if character not in asked))
        for character in dict.fromkeys(text):
            script = EMOJI if character in asked else group(character)
            if script is not None and (character in asked or character in lacks or script not in (EMOJI, *BORROWED)):
                grouped[script, character] = None
    return Odd(tuple(lacking), tuple(grouped))


def _texts(page: Page, fonts: Fonts) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """The texts of a page that are not all ASCII, each with the family that shows it and the characters which that lacks."""
    # A mark that stands above a letter is drawn with it as one, where the font has the two as one.
    formulas = [item.notation for item in inside(page.items) if isinstance(item, FormulaItem)]
    for run in (run for part in (*all_paragraphs(page.items), *page.notes) for run in part.runs):
        if run.maths is not None:
            formulas.append(run.maths.notation)
        elif not run.text.isascii():
            yield run.text, run.style.family, fonts.missing(normalize("NFC", run.text), run.style)
    for formula in formulas:
        if not formula.plain.isascii():
            text = normalize("NFC", formula.plain)
            coloured = tuple([character for character in text if group(character) == EMOJI])
            yield text, OF_FORMULAS, (*fonts.missing_in_formula(text), *coloured)


def _once(code: str, found: Sequence[tuple[Page, str, str]], written: _Written) -> Iterator[Diagnostic]:
    """One problem a deck, where the first of these characters stands."""
    if found:
        page, _, character = found[0]
        yield problem(code, _place(character, page, written), scripts=in_words([script for _, script, _ in found]))


def _missing(pages: Sequence[tuple[Page, Odd]], written: _Written) -> Iterator[Diagnostic]:
    """The other characters that fonts lack: once a slide, together where they stand on one line."""
    lines: dict[tuple[str, str, int, str], tuple[Span, list[str]]] = {}
    for page, odd in pages:
        for font, character in odd.lacking:
            if group(character) is None:
                span = _place(character, page, written)
                known = lines.setdefault((font, span.file, span.line, _slide_id(page)), (span, []))
                known[1].extend([character] if character not in known[1] else [])
    for (font, *_), (span, lacking) in lines.items():
        yield missing_glyphs(font, lacking, span)


def _slide_id(page: Page) -> str:
    return page.id.partition(PART_MARK)[0]


def _place(character: str, page: Page, written: _Written) -> Span:
    """Where a character of a page is written: in a text of its slide or of the deck's head, or else the slide.

    What a variable puts there is written where that is set, such as the cell of a table.
    """
    slide = written.slides.get(_slide_id(page))
    if slide is not None and (id(slide), character) not in written.memo:
        written.memo[id(slide), character] = (slide, _spot_in(slide, character))
    own = written.memo[id(slide), character][1] if slide is not None else None
    span, name = own or _spot_in(written.head, character) or ((slide or written.head).span, "")
    return (set_at(name, character, written.values) if name else None) or span


def _spot_in(part: Slide | Head, character: str) -> Spot | None:
    for text in (text for text in parts_of(part) if isinstance(text, Text | Plain | Listing)):
        if isinstance(text, Listing):
            if (at := text.text.find(character)) >= 0:
                return place(text.written, at, at + 1), ""
            continue
        plain = text.plain
        if character in plain:
            return text.place_of(character), _variable(text.written, character)
        if character in normalize("NFC", plain):
            return text.span, _variable(text.written, character)
    return None


def _variable(node: Scalar | None, character: str) -> str:
    """The variable whose value a character of a text is of, if it is of one."""
    if node is None or not node.puts:
        return ""
    at = node.text.find(character)  # None is there where it is made of a letter and a mark.
    for put in node.puts:
        if put.start <= at < put.end or (at < 0 and character in normalize("NFC", node.text[put.start : put.end])):
            return put.name
    return ""
