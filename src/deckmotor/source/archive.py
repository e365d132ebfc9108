"""Whether some bytes are a workbook that can be read: known by what they hold, whatever they are called, and within bounds.

Nothing is trusted that the file says of itself: each part is inflated once, in small pieces, before a library sees any of it.
"""

import re
import zipfile
import zlib
from io import BytesIO

MOST_BYTES = 64_000_000
"""Bytes of all parts of a workbook, inflated."""

MOST_PARTS = 2_000

MOST_TAGS = 800_000
"""Of one part: as many as about 150,000 cells have, start and end."""

MOST_STYLES = 3_000_000
"""Bytes of the styles, which take longest to read. Workbooks that were copied together for years have two million."""

_PIECE = 65_536

_DOCTYPE = tuple("<!DOCTYPE".encode(way) for way in ("utf-8", "utf-16-le", "utf-16-be"))

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Of the container of old Office files, and of encrypted new ones (MS-CFB 2.2)."""

_BINARY = ("xl/workbook.bin", "a binary workbook (.xlsb)")

_OTHERS = {
    b"spreadsheetml.sheet.main+xml": "",
    b"ms-excel.sheet.macroEnabled.main+xml": "a workbook with macros (.xlsm)",
    b"spreadsheetml.template.main+xml": "a template of a workbook (.xltx)",
    b"ms-excel.template.macroEnabled.main+xml": "a template of a workbook with macros (.xltm)",
    b"wordprocessingml.": "a document of Word",
    b"presentationml.": "a PowerPoint file",
}
"""What a package's list of parts names, and what it is then; empty for a workbook (ECMA-376 part 1, 12.3.1 and 12.3.2)."""

_OPEN = {
    b"opendocument.spreadsheet": "a workbook of LibreOffice (.ods)",
    b"opendocument.text": "a document of LibreOffice (.odt)",
    b"opendocument.presentation": "a presentation of LibreOffice (.odp)",
}


class NoWorkbookError(Exception):
    """What stands there is no workbook that can be read; `reason` says why, as a person reads it after "it is"."""

    def __init__(self, reason: str, *, instead: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.instead = instead
        """Whether saving it as .xlsx helps."""


def is_packed(data: bytes) -> bool:
    """Whether some bytes are no text: a zip file, or an old file of Office."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06", _OLE))


def checked(data: bytes) -> BytesIO:
    """A workbook for a library to read. Raises NoWorkbookError."""
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:  # MS-OFFCRYPTO 2.3.4.
            raise NoWorkbookError("locked with a password; save it without one")
        raise NoWorkbookError("a workbook of old Excel (.xls), or another old file of Office", instead=True)
    if not is_packed(data):
        raise NoWorkbookError("no workbook, but something else under its name")
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            _check(package)
    except NoWorkbookError:
        raise
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        KeyError,
        ValueError,
        OSError,
    ) as error:
        raise NoWorkbookError("damaged: not all of it is there") from error
    return BytesIO(data)


def parts_of(data: bytes) -> tuple[bytes, ...]:
    """What the parts of a workbook hold; nothing of one that can't be read."""
    try:
        with zipfile.ZipFile(checked(data)) as package:
            return tuple(package.read(part) for part in package.infolist())
    except NoWorkbookError:
        return ()


def _check(package: zipfile.ZipFile) -> None:
    parts = package.infolist()
    names = {part.filename for part in parts}
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
        raise NoWorkbookError(f"too large: its parts have more than {MOST_BYTES // 1_000_000} MB together")
    if any(part.flag_bits & 1 for part in parts):
        raise NoWorkbookError("locked with a password; save it without one")
    if len(names) < len(parts):
        raise NoWorkbookError("damaged: two of its parts have one name")
    kind = _kind(package, names)
    if kind:
        raise NoWorkbookError(kind, instead="workbook" in kind)
    for part in parts:
        _check_part(package, part)


def _kind(package: zipfile.ZipFile, names: set[str]) -> str:
    """What a package is, where it is no workbook; else empty."""
    if _BINARY[0] in names:
        return _BINARY[1]
    listed, known = ("mimetype", _OPEN) if "mimetype" in names else ("[Content_Types].xml", _OTHERS)
    if listed not in names:
        return "a zip file with something else in it"
    with package.open(listed) as part:
        types = part.read(1_000_000)
    return next((kind for mark, kind in known.items() if mark in types), "a zip file with something else in it")


def _check_part(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Inflate a part, a piece at a time: what says less of itself than it is fails at its checksum."""
    if part.filename == "xl/styles.xml" and part.file_size > MOST_STYLES:
        raise NoWorkbookError("too large: it has more styles than can be read; copy the sheet into a new workbook")
    tags, before = 0, b""
    is_text = re.search(r"\.(xml|rels)$", part.filename) is not None
    with package.open(part) as stream:
        while piece := stream.read(_PIECE):
            tags += piece.count(b"<")
            seam = before[-20:] + piece
            if any(mark in seam for mark in _DOCTYPE):
                raise NoWorkbookError("no workbook that Excel writes: it declares entities")
            if tags > MOST_TAGS and is_text:
                raise NoWorkbookError("too large: a sheet has more cells than can be read; copy what is needed to a new one")
            before = piece
