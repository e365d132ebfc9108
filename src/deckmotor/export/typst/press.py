"""Typst at work: the document of a scene compiled into a PDF or into pictures."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from deckmotor.export.typst.accents import Read
from deckmotor.export.typst.document import source
from deckmotor.export.typst.draw import alone
from deckmotor.export.typst.words import literal
from deckmotor.scene.drawing import Formula
from deckmotor.scene.page import Scene

if TYPE_CHECKING:  # Few PDFs are for paper.
    from deckmotor.export.typst.handout import Form


class RefusedError(Exception):
    """Typst makes nothing of a scene; the text is the reason that it gives."""


def installed(families: Sequence[str]) -> str:
    """The file of the first of these families that this machine has, where `borrow` has it drawn; empty where it has none."""
    import typst  # Only drawings load it.

    found = {font.family: font.path or "" for font in typst.Fonts(include_embedded_fonts=False).fonts()}
    return next((found[family] for family in families if family in found), "")


class Press:
    """Draws scenes with the fonts of one folder, which are read once. The folder has those that text was measured with; `read`
    gives them too, for what is to be read.

    What another font would draw is not what was measured. `borrow` lets those of the machine draw what all of these lack.
    Raises ModuleNotFoundError where typst, a library of 80 MB that only these outputs need, is not installed.
    """

    def __init__(self, fonts: str, read: Read | None = None, *, borrow: bool = False) -> None:
        import typst  # Only these outputs load it.

        def compiler(*, maths: bool) -> Any:
            faces = typst.Fonts(include_system_fonts=borrow, include_embedded_fonts=maths, font_paths=[fonts])
            return typst.Compiler(font_paths=faces)

        self._read, self._borrow = read, borrow
        self._prepared = compiler
        self._compilers: dict[bool, Any] = {}
        self._refused = typst.TypstError

    def pdf(self, scene: Scene, form: "Form | None" = None) -> tuple[bytes, str]:
        """The scene, or a handout of it, as PDF/UA-1 (ISO 14289-1), which screen readers can read, and an empty text.

        Where typst refuses that, as it does for every character without a glyph, it is made without this promise, and the text
        is the reason. The same scene gives the same bytes: the document has no date.
        """
        how: Any = {"borrow": self._borrow, "read": self._read}
        if form is None:
            made = source(scene, **how)
        else:
            from deckmotor.export.typst.handout import handout

            made = handout(scene, form, **how)
        text = made.encode()
        try:
            return self.compiled(text), ""
        except RefusedError as refused:
            return bytes(self._made(text, format="pdf", timestamp=0)), str(refused)

    def compiled(self, text: bytes) -> bytes:
        """A document of typst's as PDF/UA-1. Raises RefusedError where it can't be."""
        return bytes(self._made(text, format="pdf", pdf_standards=["ua-1"], timestamp=0))

    def png(self, scene: Scene, resolution: float, numbers: Sequence[int] | None = None) -> tuple[bytes, ...]:
        """Pages as PNG pictures: all, or those of the given numbers (from 1). `resolution` is dots per inch."""
        pages = self._made(source(scene, numbers, borrow=self._borrow).encode(), format="png", ppi=resolution)
        return tuple(pages) if isinstance(pages, list) else (pages,)

    def sheet(self, scene: Scene, resolution: float) -> tuple[tuple[bytes, ...], float]:
        """All pages at so many dots per inch, or fewer where that would be too large; and at how many.

        They are on one PNG, or on several that belong below each other.
        """
        from deckmotor.export.typst.contact import contact_sheet, most_resolution  # Seldom asked for.

        resolution = min(resolution, most_resolution(scene))
        bands = contact_sheet(scene, resolution, borrow=self._borrow)
        return tuple(bytes(self._made(band.encode(), format="png", ppi=resolution)) for band in bands), resolution

    def drawing(self, svg: bytes, width: int, height: int) -> bytes:
        """A drawing (SVG) as a PNG of so many pixels, clear where nothing is drawn."""
        size = f"width: {width}pt, height: {height}pt"
        shown = f'#image(bytes({literal(svg.decode())}), format: "svg", {size}, fit: "stretch")'
        page = f'#set page({size}, margin: 0pt, fill: none)\n#set text(font: "Arimo", fallback: true)\n{shown}'
        made = self._made(page.encode(), format="png", ppi=72)
        return bytes(made[0] if isinstance(made, list) else made)

    def formula(self, formula: Formula, alt: str, resolution: float) -> bytes:
        """A formula as a PNG, as large as its box, clear where nothing is drawn."""
        made = self._made(alone(formula, alt).encode(), format="png", ppi=resolution)
        return bytes(made[0] if isinstance(made, list) else made)

    def _compiler(self, text: bytes) -> Any:
        """What compiles a document: with typst's own fonts, of which one is for maths, where there are formulas in it."""
        maths = b"math.equation(" in text
        if maths not in self._compilers:
            self._compilers[maths] = self._prepared(maths=maths)
        return self._compilers[maths]

    def _made(self, text: bytes, **how: Any) -> Any:
        try:
            return self._compiler(text).compile(text, **how)
        except self._refused as refused:
            raise RefusedError(str(refused).splitlines()[0]) from refused
