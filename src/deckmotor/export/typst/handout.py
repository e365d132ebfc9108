"""Handouts: several pages of a deck on a sheet of paper, with lines to write on, or one with its notes."""

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from deckmotor.export.typst.accents import Read
from deckmotor.export.typst.document import Drawing, prepared
from deckmotor.export.typst.noted import SETTINGS, noted
from deckmotor.export.typst.words import block, language, length, literal
from deckmotor.export.typst.words import place as put
from deckmotor.scene.page import Page, Scene
from deckmotor.scene.said import said
from deckmotor.units import points

Form = Literal["2", "3", "4", "6", "notes"]

A4, LETTER = (points(595.28), points(841.89)), (points(612), points(792))
"""ISO 216, and ANSI/ASME Y14.1; EMU."""

WITH_LETTER = frozenset(["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"])
"""Regions whose paper is Letter (CLDR, `paperSize`)."""

MARGIN, GAP, FOOT = points(48), points(24), points(30)

LINE = points(24)
"""Between two lines to write on."""

SMALL = 9
"""Points of what stands at the foot and the head of sheets."""


class Sheet(Struct, frozen=True, kw_only=True):
    """How slides stand on a sheet."""

    columns: int
    rows: int
    lines: Literal["right", "below", "none"] = "none"
    """Where one may write."""


SHEETS: dict[str, Sheet] = {
    "2": Sheet(columns=1, rows=2),
    "3": Sheet(columns=1, rows=3, lines="right"),
    "4": Sheet(columns=2, rows=2, lines="below"),
    "6": Sheet(columns=2, rows=3),
}


def handout(scene: Scene, form: Form, *, borrow: bool = False, read: Read | None = None) -> str:
    """The typst document of a handout. `borrow` and `read` are as for slides."""
    paper = _paper(scene.properties.language)
    drawing = prepared(scene, range(1, len(scene.pages) + 1), borrow=borrow, paper=paper, read=read)
    pages, sheet = scene.numbered, SHEETS.get(form)
    if sheet is None:
        drawn = [_with_notes(page, number, paper, drawing) for number, page in pages]
    else:
        each = sheet.columns * sheet.rows
        drawn = [_sheet(pages[begin : begin + each], sheet, paper, drawing) for begin in range(0, len(pages), each)]
    title = literal(" ".join(scene.properties.title.split()))
    foot = (
        f"place(bottom + {side}, dx: {length(x)}, dy: {length(points(SMALL) - FOOT)}, text(size: {SMALL}pt, {text}))"
        for side, x, text in (("left", MARGIN, title), ("right", -MARGIN, "counter(page).display()"))
    )
    return "\n".join([*drawing.lines(), f"#set page(foreground: context pdf.artifact({block(*foot)}))", _RULED, *drawn, ""])


def _paper(tag: str) -> tuple[int, int]:
    """The paper that people print on where a deck's language is spoken, as far as it says where; A4 else."""
    return A4 if WITH_LETTER.isdisjoint(part.upper() for part in tag.split("-")[1:]) else LETTER


_RULED = """\
#let ruled(w, n, pitch) = block(width: w, stack(dir: ttb, ..range(n).map(_ => { v(pitch - 0.5pt); \
line(length: w, stroke: 0.5pt + luma(170)) })))"""


def _sheet(pages: Sequence[tuple[int, Page]], sheet: Sheet, paper: tuple[int, int], drawing: Drawing) -> str:
    placed = [part for at, (number, page) in enumerate(pages) for part in _cell(page, number, at, sheet, paper, drawing)]
    return f"#page({block(*placed)})"


def _cell(
    page: Page, number: int, at: int, sheet: Sheet, paper: tuple[int, int], drawing: Drawing
) -> Iterator[str]:  # fmt: skip
    """A slide at its place on the sheet, and what stands beside or below it."""
    across = (paper[0] - 2 * MARGIN - GAP * (sheet.columns - 1)) // sheet.columns
    down = (paper[1] - MARGIN - FOOT - GAP - GAP * (sheet.rows - 1)) // sheet.rows
    x, y = MARGIN + at % sheet.columns * (across + GAP), MARGIN + at // sheet.columns * (down + GAP)
    width = across * 6 // 10 if sheet.lines == "right" else across
    high = down - (LINE * 3 if sheet.lines == "below" else 0)
    width = min(width, high * drawing.size[0] // drawing.size[1])
    height = width * drawing.size[1] // drawing.size[0]
    yield put(x + ((across - width) // 2 if sheet.lines == "none" else 0), y, _slide(page, number, width, drawing))
    if sheet.lines == "right":
        yield _lines(x + width + GAP, y, across - width - GAP, down)
    elif sheet.lines == "below":
        yield _lines(x, y + height, width, down - height)


def _with_notes(page: Page, number: int, paper: tuple[int, int], drawing: Drawing) -> str:
    """A slide with its notes below it, which go on where this sheet ends; the next ones say whose they are."""
    sides = f"margin: (top: {length(MARGIN)}, bottom: {length(FOOT + GAP)}, x: {length(MARGIN)})"
    title = f"text(size: {SMALL}pt, {', '.join(language(page.language))}, {literal(page.title)})"
    head = f"header: context if here().page() > locate(<n{number}>).page() {{ pdf.artifact({title}) }}"
    slide = _slide(page, number, paper[0] - 2 * MARGIN, drawing)
    body = block(SETTINGS, *noted(said(page.notes), drawing.paper.styles)) if page.notes else ""
    return f"#page({sides}, {head}, {block(f'[#metadata(none)<n{number}>]', slide, f'v({length(GAP)})', body)})"


def _slide(page: Page, number: int, width: int, drawing: Drawing) -> str:
    """A page of the deck so wide (EMU), in a frame."""
    height = width * drawing.size[1] // drawing.size[0]
    size = f"width: {length(width)}, height: {length(height)}"
    shown = f"scale({100 * width / drawing.size[0]:.4f}%, origin: top + left, {drawing.whole(page, number)})"
    frame = f"rect({size}, stroke: 0.5pt + luma(150))"
    return f"block({size}, {block(put(0, 0, shown), f'pdf.artifact({put(0, 0, frame)})')})"


def _lines(x: int, y: int, width: int, height: int) -> str:
    return f"pdf.artifact({put(x, y, f'ruled({length(width)}, {height // LINE}, {length(LINE)})')})"
