"""Rules on pictures and on the workbooks behind charts: they are what their names say."""

import io
import zipfile

from deckmotor.check.package.found import Findings, Found

SIGNATURES: dict[str, tuple[bytes, ...]] = {
    "image/png": (b"\x89PNG\r\n\x1a\n",),
    "image/jpeg": (b"\xff\xd8\xff",),
    "image/jpg": (b"\xff\xd8\xff",),
    "image/gif": (b"GIF87a", b"GIF89a"),
    "image/bmp": (b"BM",),
    "image/tiff": (b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+"),
}
"""How files of a content type begin."""

_WORKBOOKS = (".xlsx", ".xlsm", ".xlsb")


def check_media(name: str, kind: str, data: bytes) -> Findings:
    """One part that is not XML."""
    known = SIGNATURES.get(kind.lower())
    if known is not None and not data.startswith(known):
        real = next((other for other, marks in SIGNATURES.items() if data.startswith(marks)), "not a picture Office knows")
        yield Found("package-picture-kind", {"found": kind, "wanted": real}, part=name)
    if name.lower().endswith(_WORKBOOKS) and not _is_zip(data):
        yield Found("package-chart-workbook", {}, part=name)


def _is_zip(data: bytes) -> bool:
    return data.startswith(b"PK") and zipfile.is_zipfile(io.BytesIO(data))
