"""Lines in the PDF are the lines that were measured: each at its baseline, its parts where they were measured to begin."""

import io
from collections.abc import Iterator

import pytest
from msgspec import Struct
from msgspec.structs import replace
from PIL import Image

from deckmotor.build import Pipeline
from deckmotor.diagnostics import has_errors
from deckmotor.scene.page import Page, Paragraph, Run, Scene, TableItem, TextItem
from deckmotor.style import Align, Box, ParagraphStyle
from deckmotor.units import points, to_points
from tests.built import MUNICIPALITIES, THEMES
from tests.fit import generated
from tests.typst.drawn import DECKS, PLAIN, TEXT, WIDTH, document_of, measured, page, pdf, scene, scene_of, text, the_press
from tests.typst.reading import Document, Shown

NEAR = 0.1
"""Points."""

SOFT_HYPHEN = "\u00ad"
AS_READ = {"\u00a0": " ", "\u2011": "-"}
INVISIBLE = str.maketrans(dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\ufe0f", "") | AS_READ)


class Expected(Struct, frozen=True):
    """A line as it was measured, in points."""

    text: str
    baseline: float
    starts: tuple[float, ...]
    """Where each of its parts begins."""
    shifts: tuple[float, ...]
    """How far each stands below the baseline: superscripts and subscripts."""
    end: float


def expected(page: Page) -> Iterator[Expected]:
    for item in page.items:
        parts = item.paragraphs if isinstance(item, TextItem) else ()
        if isinstance(item, TableItem):
            parts = tuple(part for row in item.rows for cell in row for part in cell.paragraphs)
        if any(run.field for part in parts for run in part.runs):
            continue
        yield from (line for part in parts for line in lines_of(part))


def lines_of(part: Paragraph) -> Iterator[Expected]:
    for line in part.lines:
        if line.text:
            styles = [part.runs[piece.run].style for piece in line.parts]
            yield Expected(
                line.text,
                to_points(line.baseline),
                tuple(to_points(piece.x) for piece in line.parts),
                tuple(-to_points(style.size * style.baseline // 100_000) for style in styles),
                to_points(line.x + line.width),
            )


def drawn_as(line: Expected, shown: tuple[Shown, ...]) -> list[Shown]:
    """The text on the page that is this line's: on its baseline, and not beside it."""
    heights = {round(line.baseline + shift, 3) for shift in (0.0, *line.shifts)}
    on_it = [one for one in shown if any(abs(one.baseline - height) <= NEAR for height in heights)]
    within = (one for one in on_it if line.starts[0] - NEAR <= one.x <= line.end + NEAR)
    return sorted(within, key=lambda one: one.x)


def check(page: Page, shown: tuple[Shown, ...]) -> int:
    """How many lines a page has. Fails where one is drawn otherwise than it was measured."""
    count = 0
    for line in expected(page):
        count += 1
        drawn = drawn_as(line, shown)
        assert words(drawn) == line.text.rstrip().translate(INVISIBLE), (page.id, line, drawn)
        for start, shift in zip(line.starts, line.shifts, strict=True):
            near = min((abs(one.x - start) for one in drawn if abs(one.baseline - line.baseline - shift) <= NEAR), default=99)
            assert near <= NEAR, (page.id, line, drawn)
    return count


def words(drawn: list[Shown]) -> str:
    together = "".join(one.text for one in drawn).replace(SOFT_HYPHEN * 2, SOFT_HYPHEN)
    return together.replace(SOFT_HYPHEN, "-").rstrip().translate(INVISIBLE)


def check_all(made: Scene, document: Document) -> int:
    return sum(check(page, shown) for page, shown in zip(made.pages, document.pages, strict=True))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("deck", DECKS)
def test_every_measured_line_is_one_line_at_its_baseline(deck: str, theme: str) -> None:
    assert check_all(scene_of(deck, theme), document_of(deck, theme)) > 50


@pytest.mark.parametrize("variant", MUNICIPALITIES)
def test_the_same_in_every_variant(variant: str) -> None:
    made = scene_of("study", None, variant)
    assert check_all(made, Document(pdf(made))) > 50


@pytest.mark.parametrize("seed", range(2))
def test_the_same_in_random_decks(seed: int) -> None:
    """Every block, from one word to far too much, in four languages and both sizes; slides that fit nowhere are left out."""
    made = generated.deck(seed + 700, 24)
    whole = Pipeline.of(made.workspace(), "deck.yaml").compose()
    first = len(made.head) + 2  # The line of the first slide, one a line.
    full = frozenset(f"s{one.span.line - first}" for one in whole.problems if one.severity == "error")
    composed = Pipeline.of(made.workspace(full), "deck.yaml").compose()
    assert not has_errors(composed.problems)
    assert composed.scene is not None
    assert check_all(composed.scene, Document(pdf(composed.scene))) > 150


def boxed(*parts: Paragraph, width: float = 300) -> tuple[Scene, Document]:
    made = scene(page(measured(parts, Box(points(80), points(90), points(width), points(400)))))
    return made, Document(pdf(made))


PROSE = "Lärcentrum är en plats där vuxna möter utbildning, arbetsliv och varandra, nära dem som bor i kommunen."


@pytest.mark.parametrize("align", ["left", "center", "right"])
def test_alignments(align: Align) -> None:
    made, document = boxed(text(PROSE, replace(PLAIN, align=align)), text("Kort\noch brutet", replace(PLAIN, align=align)))
    assert check_all(made, document) >= 7


def test_lines_of_different_heights_and_left_edges() -> None:
    large, small = replace(TEXT, size=points(31)), replace(TEXT, size=points(11))
    style = replace(PLAIN, margin=points(40), indent=points(-40), line_spacing=90)
    mixed = Paragraph(
        runs=(
            Run(text="Litet som löper över en rad och lite till ", style=small, language="sv"),
            Run(text="STORT i mitten ", style=large, language="sv"),
            Run(text="litet igen med " + PROSE, style=small, language="sv"),
            Run(text="sist", style=large, language="sv"),
        ),
        style=style,
        language="sv",
    )
    made, document = boxed(mixed, text(PROSE, style))
    assert check_all(made, document) >= 7


def test_empty_lines_keep_their_height() -> None:
    made, document = boxed(text("Ett\n\nTvå\n\n\nTre\n"), text(PROSE))
    assert check_all(made, document) >= 7


@pytest.mark.parametrize("size", [9, 11.5, 12, 18, 40])
@pytest.mark.parametrize("family", ["Arial", "Calibri", "Courier New"])
def test_widths_are_those_that_were_measured(family: str, size: float) -> None:
    """Kerned from 12 points on, and never with joined letters: a part that follows another one would begin elsewhere."""
    style = replace(TEXT, family=family, size=points(size))
    pieces = ("Tova AVTAL fi AV\u00a0To ", "fluffig ", "Wy; Yta. ", "11 To ", "slut")
    runs = tuple(
        Run(text=piece, style=replace(style, bold=number % 2 == 1, tracking=points(number % 3)), language="sv")
        for number, piece in enumerate(pieces)
    )
    part = Paragraph(runs=runs, style=replace(PLAIN, text=style), language="sv")
    made, document = boxed(part, width=900)
    assert check_all(made, document) >= 2


@pytest.mark.parametrize(
    "hard",
    [
        "Två  mellanslag   här",
        "Radbrytare\u2028och\u2029stycken\x85och\x0bsidor\x0c",
        "Osynliga\u200b tec\u200dken\u2060 \ufeffoch\ufe0f",
        "AT\u2011AV\u00a0To\u2011Y. fasta\u00a0mellan\u202fslag och smala\u2009också",
        'Citat ”så” – tre … punkter, \\ " # $ * _ ` @ < > [ ] { }',
        "שלום och Привет och Γειά",
        "e\u0301 och a\u030a sammansatt",
    ],
)
def test_hard_text_stands_on_its_line(hard: str) -> None:
    made, document = boxed(text(f"Före {hard} efter {PROSE}"), text("Sist"), width=700)
    for line in expected(made.pages[0]):
        drawn = [one for one in document.pages[0] if abs(one.baseline - line.baseline) <= NEAR]
        assert drawn, line
    baselines = {round(line.baseline, 1) for line in expected(made.pages[0])}
    assert {round(one.baseline, 1) for one in document.pages[0]} == baselines


@pytest.mark.parametrize("size", [20, 100])
def test_a_line_below_text_is_as_thick_as_its_size_asks(size: int) -> None:
    """Not as that of what stands around it: links of 28 points had a line of two thirds of a point."""
    style = replace(TEXT, size=points(size), underline=True)
    part = text("n" + "\u00a0" * 8 + "n", ParagraphStyle(text=style))
    (data,) = the_press().png(scene(page(measured([part], Box(0, points(200), WIDTH, points(200))))), 144)
    picture = Image.open(io.BytesIO(data)).convert("L")
    column = picture.crop((2 * size, 400, 2 * size + 1, 800)).tobytes()  # Between the letters.
    assert sum(value < 128 for value in column) == pytest.approx(0.06 * 2 * size, abs=1)
