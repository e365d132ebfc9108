"""Speaker notes on paper: text that flows from sheet to sheet, with all that a person marked in it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from deckmotor.color import Color
from deckmotor.export.typst.styles import FRAMED, KEYED, Styles
from deckmotor.export.typst.words import block, color, literal
from deckmotor.scene.lists import numbered
from deckmotor.scene.page import Run
from deckmotor.scene.said import Listed, Said
from deckmotor.scene.text import KEY
from deckmotor.units import points

SIZE = points(12)

INK, LINK, BEHIND = Color(rgb="000000"), Color(rgb="1A4FA3"), Color(rgb="E4E4E4")
"""Of text, of what leads somewhere and of what lies behind keys: paper is white whatever a theme's pages are."""

SETTINGS = (
    "set par(leading: 7pt, spacing: 12pt, justify: false); set text(size: 12pt, top-edge: 9pt, bottom-edge: -2pt); "
    "set list(body-indent: 8pt, spacing: 7pt, marker: ([•], [–])); set enum(body-indent: 6pt, spacing: 7pt); "
    "set block(spacing: 12pt)"
)
"""What stands before notes in their block of code."""


def noted(notes: Iterable[Said], styles: Styles) -> Iterator[str]:
    """The paragraphs and lists of notes."""
    return (_part(part, styles) for part in notes)


def _part(part: Said, styles: Styles) -> str:
    if not isinstance(part, Listed):
        return f"par({_words(part.runs, styles)})"
    items = (block(_words(item.runs, styles), *(_part(one, styles) for one in below)) for item, below in part.items)
    if not part.start:
        return f"list({', '.join(items)})"
    return f'enum(start: {part.start}, numbering: "{numbered(part.bullet.number or "", 1)}", {", ".join(items)})'


def _words(runs: Sequence[Run], styles: Styles) -> str:
    """Runs, those in a row that lead to the same address inside one link. None leads to a slide: its page is no page here."""
    parts = []
    for link, together in groupby(runs, lambda run: None if run.link is None else run.link.address):
        words = block(*(_run(run, styles, leads=link is not None) for run in together))
        parts.append(words if link is None else f"link({literal(link)}, {words})")
    return block(*parts)


def _run(run: Run, styles: Styles, *, leads: bool) -> str:
    style = replace(run.style, size=SIZE, color=LINK if leads else INK, tracking=0)
    name = styles.text(style, run.language)
    parts = filter(None, re.split(KEYED, run.said))
    words = block(*(f"{name}({literal(part)}{f', font: {FRAMED}' if KEY in part else ''})" for part in parts))
    if style.ground is not None:
        words = f"key({color(BEHIND)}, {words})"
    return f"under(12, {words})" if leads or style.underline else f"struck(12, {words})" if style.strike else words
