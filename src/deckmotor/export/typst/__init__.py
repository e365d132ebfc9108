"""Scene to PDF and PNG: the measured lines drawn by typst, without LibreOffice or PowerPoint."""

from typing import Any

from deckmotor.export.typst.document import source
from deckmotor.scene.page import Scene


def write_pdf(scene: Scene, fonts: str) -> bytes:
    """The scene as PDF/UA-1 (ISO 14289-1). `fonts` is the folder of the font files that it was measured with.

    The same scene gives the same bytes: the document has no date.
    """
    import typst  # A wheel of 80 MB, which only these outputs need.

    faces = _faces(fonts)
    pdf = typst.compile(source(scene).encode(), format="pdf", font_paths=faces, pdf_standards=["ua-1"], timestamp=0)
    assert isinstance(pdf, bytes)
    return pdf


def write_png(scene: Scene, fonts: str, resolution: float = 96) -> tuple[bytes, ...]:
    """Each page as a PNG picture. `resolution` is dots per inch."""
    import typst  # As above.

    pages = typst.compile(source(scene).encode(), format="png", font_paths=_faces(fonts), ppi=resolution)
    return tuple(pages) if isinstance(pages, list) else (pages,)


def _faces(fonts: str) -> Any:
    """Only the fonts that text was measured with: what another font would draw is not what was measured."""
    import typst  # As above.

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])
