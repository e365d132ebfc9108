"""Accents that no letter of a font has: they stand over their letters, and are read once, as they are written."""

import io
import shutil
import subprocess
from pathlib import Path
from unicodedata import normalize

import pytest
from msgspec.structs import replace
from PIL import ImageChops
from pypdf import PdfReader

from deckmotor.export.typst.accents import Accent, Accents
from deckmotor.export.typst.document import source
from deckmotor.style import Box
from deckmotor.units import points
from deckmotor.workspace import read_font
from tests.oracles import missing
from tests.typst.drawn import PLAIN, measured, page, pdf, scene, text, the_press
from tests.typst.looks import opened

FAMILIES = {"Arial": "Arimo", "Calibri": "Carlito", "Georgia": "Gelasio", "Cambria": "Caladea", "Courier New": "Cousine"}
WORDS = "Me\u0302d x\u0302 och X\u0302\u0304, q\u0323\u0302, e\u0323\u0301 och text till sist, å z"
"""Accents that a letter has and that none has, one and two of them, above and below; and letters that stand alone as well."""

WAYS = [(bold, italic) for bold in (False, True) for italic in (False, True)]


@pytest.mark.parametrize("family", FAMILIES)
def test_they_are_read_as_they_are_written(family: str, tmp_path: Path) -> None:
    styles = [replace(PLAIN, text=replace(PLAIN.text, family=family, bold=bold, italic=italic)) for bold, italic in WAYS]
    boxes = [Box(0, points(60) * at, points(900), points(50)) for at in range(1, len(WAYS) + 1)]
    lines = [measured([text(WORDS, style)], box) for style, box in zip(styles, boxes, strict=True)]
    made = replace(scene(page(*lines)), drawn_with={"Arial": ("Arimo",), family: (FAMILIES[family], "DejaVu Sans")})
    written = pdf(made)
    read = normalize("NFD", PdfReader(io.BytesIO(written)).pages[0].extract_text())  # Two accents may come in another order.
    assert read.split("\n") == ["Rubrik", *[normalize("NFD", WORDS)] * len(WAYS)]
    if shutil.which("pdftotext") is None:
        missing("pdftotext (poppler) is not installed")
    (tmp_path / "a.pdf").write_bytes(written)
    # Ordered by places: an accent may come before its letter.
    found = subprocess.run(("pdftotext", tmp_path / "a.pdf", "-"), capture_output=True, check=True, text=True).stdout
    assert sorted("".join(found.split())) == sorted("Rubrik" + WORDS.replace(" ", "") * len(WAYS))


def test_they_stand_where_they_stood() -> None:
    """Drawn apart, they are where HarfBuzz puts them over their letters."""
    line = measured([text(WORDS, PLAIN)], Box(0, points(60), points(900), points(50)))
    made = replace(scene(page(line)), drawn_with={"Arial": ("Arimo",)})
    apart, together = (
        the_press()._made(source(made, read=given).encode(), format="png", ppi=288) for given in (read_font, None)
    )
    difference = ImageChops.difference(opened(bytes(apart)), opened(bytes(together))).convert("L")
    assert max(difference.tobytes()) <= 128  # Whole pixels would differ by 255.


def test_what_a_font_lacks_is_left_as_it_is() -> None:
    """Where no font has an accent, and where a font has the letter with it."""
    accents = Accents(read_font, {"Arial": ("Arimo",)})
    assert list(accents.parted("ba\u0302t", PLAIN.text)) == ["ba\u0302t"]
    either = [next(accents.parted(f"e{marks}", PLAIN.text)) for marks in ("\u0301\u0323", "\u0323\u0301")]
    assert either == ["e\u0323", "e\u0323"]  # It has ẹ: that is its letter, however the two are typed.
    lacking = Accents(read_font, {"Arial": ("Carlito",)})
    assert list(lacking.parted("x\u0302", PLAIN.text)) == ["x\u0302"]
    first, accent, last = accents.parted("ax\u0302b", PLAIN.text)
    assert (first, last) == ("ax", "b") and isinstance(accent, Accent)
    assert list(Accents(read_font, {}).parted("x\u0302", PLAIN.text)) == ["x\u0302"]
