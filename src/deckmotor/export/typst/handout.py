"""Handouts: several pages of a deck on a sheet of paper, with lines to write on, or one with its notes."""

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from deckmotor.export.typst.accents import Read
from deckmotor.export.typst.document import Drawing, prepared
from deckmotor.export.typst.words import block, length, literal
from deckmotor.export.typst.words import place as put
from deckmotor.scene.lists import numbered
from deckmotor.scene.page import Page, Scene
from deckmotor.scene.said import Listed, Said, said
from deckmotor.units import points

Form = Literal["2", "3", "4", "6", "notes"]

PAPER = (points(595.28), points(841.89))
"""A4 (ISO 216), EMU."""

MARGIN, GAP, FOOT = points(48), points(24), points(30)

LINE = points(24)
"""Between two lines to write on."""

SIZES = {"notes": 12, "foot": 9}
"""Points."""


class Sheet(Struct, frozen=True, kw_only=True):
    """How slides stand on a sheet."""

    columns: int
    rows: int
    lines: Literal["right", "below", "none"] = "none"
    """Where one may write."""
    notes: bool = False


SHEETS: dict[str, Sheet] = {
    "2": Sheet(columns=1, rows=2),
    "3": Sheet(columns=1, rows=3, lines="right"),
    "4": Sheet(columns=2, rows=2, lines="below"),
    "6": Sheet(columns=2, rows=3),
    "notes": Sheet(columns=1, rows=1, notes=True),
}


def handout(scene: Scene, form: Form, *, borrow: bool = False, read: Read | None = None) -> str:
    """The typst document of a handout. `borrow` and `read` are as for slides."""
    sheet = SHEETS[form]
    each = sheet.columns * sheet.rows
    drawing = prepared(scene, range(1, len(scene.pages) + 1), borrow=borrow, paper=PAPER, read=read)
    pages = scene.numbered
    sheets = [pages[begin : begin + each] for begin in range(0, len(pages), each)]
    drawn = [_sheet(some, sheet, number, scene, drawing) for number, some in enumerate(sheets, 1)]
    return "\n".join([*drawing.lines(), _RULED, *drawn, ""])


_RULED = """\
#let ruled(w, n, pitch) = block(width: w, stack(dir: ttb, ..range(n).map(_ => { v(pitch - 0.5pt); \
line(length: w, stroke: 0.5pt + luma(170)) })))"""


def _sheet(pages: Sequence[tuple[int, Page]], sheet: Sheet, number: int, scene: Scene, drawing: Drawing) -> str:
    placed = [part for at, (place, page) in enumerate(pages) for part in _cell(page, place, at, sheet, scene, drawing)]
    title = " ".join(scene.properties.title.split())
    below = PAPER[1] - FOOT
    foot = (
        f"place(top + {side}, dx: {length(x)}, dy: {length(below)}, text(size: {SIZES['foot']}pt, {literal(text)}))"
        for side, x, text in (("left", MARGIN, title), ("right", -MARGIN, str(number)))
    )
    return f"#page({block(*placed, *(f'pdf.artifact({part})' for part in foot))})"


def _cell(page: Page, place: int, at: int, sheet: Sheet, scene: Scene, drawing: Drawing) -> Iterator[str]:
    """A slide at its place on the sheet, and what stands beside or below it."""
    across = (PAPER[0] - 2 * MARGIN - GAP * (sheet.columns - 1)) // sheet.columns
    down = (PAPER[1] - MARGIN - FOOT - GAP - GAP * (sheet.rows - 1)) // sheet.rows
    x, y = MARGIN + at % sheet.columns * (across + GAP), MARGIN + at // sheet.columns * (down + GAP)
    width = across * 6 // 10 if sheet.lines == "right" else across
    width = min(width, (down - (LINE * 3 if sheet.lines == "below" else 0)) * scene.width // scene.height)
    height = width * scene.height // scene.width
    shown = drawing.whole(page, place)
    yield put(x, y, f"scale({100 * width / scene.width:.4f}%, origin: top + left, {shown})")
    frame = f"rect(width: {length(width)}, height: {length(height)}, stroke: 0.5pt + luma(150))"
    yield f"pdf.artifact({put(x, y, frame)})"
    if sheet.lines == "right":
        yield _lines(x + width + GAP, y, across - width - GAP, down)
    elif sheet.lines == "below":
        yield _lines(x, y + height, width, down - height)
    elif sheet.notes:
        text = "; ".join(map(_said, said(page.notes)))
        body = f"text(size: {SIZES['notes']}pt, {{ {_SPACED}; {text} }})"
        if page.notes:
            yield put(x, y + height + GAP, f"block(width: {length(across)}, {body})")


_SPACED = (
    "set par(leading: 7pt, spacing: 12pt, justify: false); set text(top-edge: 9pt, bottom-edge: -2pt); "
    "set list(body-indent: 8pt, spacing: 7pt, marker: ([•], [–])); set enum(body-indent: 6pt, spacing: 7pt); "
    "set block(spacing: 12pt)"
)


def _said(part: Said) -> str:
    """A paragraph or list of the notes."""
    if not isinstance(part, Listed):
        return f"par({literal(part.text)})"
    items = ", ".join(f"{{ {'; '.join((literal(item.text), *map(_said, below)))} }}" for item, below in part.items)
    if not part.start:
        return f"list({items})"
    return f'enum(start: {part.start}, numbering: "{numbered(part.bullet.number or "", 1)}", {items})'


def _lines(x: int, y: int, width: int, height: int) -> str:
    return f"pdf.artifact({put(x, y, f'ruled({length(width)}, {height // LINE}, {length(LINE)})')})"
