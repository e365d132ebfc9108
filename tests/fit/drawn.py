"""What LibreOffice draws of decks: the words of each page and where they stand, in points from its top left corner."""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from html import unescape
from pathlib import Path

from msgspec import Struct

from tests.oracles import missing, with_fonts

EM = 1.3
"""Height of poppler's boxes over the font size, for the fonts that LibreOffice embeds: all of them have the same box."""

BASELINE = 0.95
"""Share of the font size that stands above the baseline in such a box."""

BATCH = 12
"""Decks in one call: given hundreds at once, LibreOffice leaves some out and says nothing (rivals.md)."""

_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>', re.DOTALL)


class DrawnWord(Struct, frozen=True):
    """A word as it is drawn. Lengths are points."""

    text: str
    left: float
    right: float
    baseline: float
    size: float


class DrawnPage(Struct, frozen=True):
    """A page, its words in the order in which they are drawn."""

    width: float
    height: float
    words: tuple[DrawnWord, ...]


def drawn(decks: Mapping[str, bytes]) -> dict[str, tuple[DrawnPage, ...]]:
    """The pages of some .pptx files, by the files' names without ending. Needs soffice and pdftotext, else it skips."""
    for program in ("soffice", "pdftotext"):
        if shutil.which(program) is None:
            missing(f"{program} is not installed")
    names = sorted(decks)
    pages: dict[str, tuple[DrawnPage, ...]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for begin in range(0, len(names), BATCH):
            batch = names[begin : begin + BATCH]
            _convert({name: decks[name] for name in batch}, Path(folder))
            pages |= {name: pages_of(Path(folder) / f"{name}.pdf") for name in batch}
    return pages


def _convert(decks: Mapping[str, bytes], folder: Path) -> None:
    for name, data in decks.items():
        (folder / f"{name}.pptx").write_bytes(data)
    files = [str(folder / f"{name}.pptx") for name in decks]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=600, env=with_fonts(folder))
    lost = [name for name in decks if not (folder / f"{name}.pdf").exists()]
    assert not lost, f"LibreOffice left out {lost}"


def pages_of(pdf: Path) -> tuple[DrawnPage, ...]:
    """The pages of a PDF. `-raw` keeps the order in which the file draws, which is that of the slide's shapes."""
    command = ["pdftotext", "-raw", "-bbox", str(pdf), "-"]
    told = subprocess.run(command, check=True, capture_output=True, timeout=300).stdout.decode()
    return tuple(
        DrawnPage(float(width), float(height), tuple(_word(*found) for found in _WORD.findall(inner)))
        for width, height, inner in _PAGE.findall(told)
    )


def _word(left: str, top: str, right: str, bottom: str, text: str) -> DrawnWord:
    size = (float(bottom) - float(top)) / EM
    return DrawnWord(unescape(text), float(left), float(right), float(top) + BASELINE * size, size)
