"""Typst at work: the document of a scene compiled into a PDF or into pictures."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from deckmotor.export.typst.document import source
from deckmotor.scene.page import Page, Run, Scene, inside, paragraphs_of

_LACKING = re.compile(r'the text `"(.+?)"` could not be displayed with font')
"""What typst says of each stretch of text that its font has no glyphs for, in PDFs for screen readers."""


class Lacking(Struct, frozen=True):
    """A character that the font of some text does not have."""

    character: str
    """With the characters that join it, if any do."""
    family: str
    """Name of the typeface as PowerPoint knows it."""
    page: str
    """Id of the first page that has it."""


class Press:
    """Draws scenes with the fonts of one folder, which are read once. The folder has those that text was measured with.

    What another font would draw is not what was measured. `borrow` lets those of the machine draw what all of these lack.
    Raises ModuleNotFoundError where typst, a library of 80 MB that only these outputs need, is not installed.
    """

    def __init__(self, fonts: str, *, borrow: bool = False) -> None:
        import typst  # Only these outputs load it.

        faces = typst.Fonts(include_system_fonts=borrow, include_embedded_fonts=False, font_paths=[fonts])
        self._borrow = borrow
        self._compiler: Any = typst.Compiler(font_paths=faces)
        self._refused = typst.TypstError

    def pdf(self, scene: Scene) -> tuple[bytes, tuple[Lacking, ...]]:
        """The scene as PDF/UA-1 (ISO 14289-1), or no bytes and the characters that its fonts lack.

        The same scene gives the same bytes: the document has no date.
        """
        try:
            pdf = self._compiler.compile(
                source(scene, borrow=self._borrow).encode(), format="pdf", pdf_standards=["ua-1"], timestamp=0
            )
        except self._refused as refused:
            lacking = _lacking(refused.diagnostic, scene)
            if not lacking:
                raise
            return b"", lacking
        return bytes(pdf), ()

    def png(self, scene: Scene, resolution: float, numbers: Sequence[int] | None = None) -> tuple[bytes, ...]:
        """Pages as PNG pictures: all, or those of the given numbers (from 1). `resolution` is dots per inch."""
        pages = self._compiler.compile(source(scene, numbers, borrow=self._borrow).encode(), format="png", ppi=resolution)
        return tuple(pages) if isinstance(pages, list) else (pages,)


def _lacking(said: str, scene: Scene) -> tuple[Lacking, ...]:
    """The characters that typst names, with the first page and typeface that each stands in."""
    found = []
    for character in dict.fromkeys(_LACKING.findall(said)):
        place = next(((page.id, run.style.family) for page, run in _runs(scene) if character in run.text), None)
        if place is not None:
            found.append(Lacking(character, place[1], place[0]))
    return tuple(found)


def _runs(scene: Scene) -> Iterator[tuple[Page, Run]]:
    """Every run that is drawn, with its page."""
    for page in scene.pages:
        for item in inside(page.items):
            for part in paragraphs_of(item):
                for run in part.runs:
                    yield page, run
