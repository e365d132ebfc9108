"""What a file is that is no PowerPoint file: named, so that nobody looks for faults in it."""

from collections.abc import Collection

from deckmotor.linter.names import PRESENTATION_TYPES

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Begins the compound files of Office 97 to 2003 (MS-CFB, §2.2), in which locked files of today are wrapped too."""

_STREAMS: dict[str, str] = {
    "EncryptedPackage": "locked",
    "PowerPoint Document": "a PowerPoint file of before 2007 (.ppt)",
    "WordDocument": "a Word document of before 2007 (.doc)",
    "Workbook": "an Excel workbook of before 2007 (.xls)",
}
"""Streams of compound files (MS-OFFCRYPTO, §2.3.2; MS-PPT, §2.1), and what has them."""

_BEGINNINGS: dict[bytes, str] = {
    b"%PDF": "a PDF file",
    b"{\\rtf": "a text file of the kind RTF (.rtf)",
    b"<!DOCTYPE html": "a web page",
    b"<html": "a web page",
    b"<?xml": "an XML file",
    b"\x89PNG": "a picture (PNG)",
    b"\xff\xd8\xff": "a picture (JPEG)",
    b"GIF8": "a picture (GIF)",
    b"7z\xbc\xaf": "an archive of the kind 7z",
    b"Rar!": "an archive of the kind RAR",
    b"\x1f\x8b": "an archive of the kind gzip",
}

OPEN_DOCUMENT: dict[str, str] = {
    "application/vnd.oasis.opendocument.presentation": "an OpenDocument presentation (.odp)",
    "application/vnd.oasis.opendocument.presentation-template": "an OpenDocument template (.otp)",
    "application/vnd.oasis.opendocument.text": "an OpenDocument text (.odt)",
    "application/vnd.oasis.opendocument.spreadsheet": "an OpenDocument spreadsheet (.ods)",
    "application/vnd.oasis.opendocument.graphics": "an OpenDocument drawing (.odg)",
    "application/epub+zip": "an electronic book (.epub)",
}
"""By the text of the first entry, `mimetype` (OpenDocument 1.3 part 2, §3.3)."""

_MAIN: tuple[tuple[str, str], ...] = (
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.template", "a Word template (.dotx)"),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.", "a Word document (.docx)"),
    ("application/vnd.ms-word.", "a Word document with macros (.docm)"),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.template", "an Excel template (.xltx)"),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.", "an Excel workbook (.xlsx)"),
    ("application/vnd.ms-excel.", "an Excel workbook with macros or of the binary kind (.xlsm, .xlsb)"),
    ("application/vnd.openxmlformats-officedocument.themeManager+xml", "an Office theme (.thmx)"),
    ("application/vnd.ms-visio.", "a Visio drawing (.vsdx)"),
    ("application/vnd.ms-package.xps", "an XPS document (.xps)"),
)
"""By the beginning of the content type of the main part."""

_ENDINGS: dict[str, str] = {
    "openxmlformats-officedocument.presentationml.presentation": "pptx",
    "openxmlformats-officedocument.presentationml.slideshow": "ppsx",
    "openxmlformats-officedocument.presentationml.template": "potx",
    "ms-powerpoint.presentation.macroEnabled": "pptm",
    "ms-powerpoint.slideshow.macroEnabled": "ppsm",
    "ms-powerpoint.template.macroEnabled": "potm",
}

ENDINGS: dict[str, str] = {f"application/vnd.{kind}.main+xml": ending for kind, ending in _ENDINGS.items()}
"""The ending of a file's name, by the content type of its presentation (ECMA-376 part 1, §13.3.6; MS-OFFMACRO2, §1.3)."""


def kind_of_bytes(data: bytes) -> str:
    """What a file is, from its bytes, if it is no zip file: in words, `locked`, or empty where nothing is known."""
    if data.startswith(COMPOUND[:4]):
        return next((kind for name, kind in _STREAMS.items() if name.encode("utf-16-le") in data), "locked")
    start = data[:200].removeprefix(b"\xef\xbb\xbf").lstrip()
    return next((kind for mark, kind in _BEGINNINGS.items() if start[: len(mark)].lower() == mark.lower()), "")


def kind_of_entries(names: Collection[str], mimetype: bytes) -> str:
    """What a zip file without a list of content types is, from its entries and the text of the one called `mimetype`."""
    declared = mimetype[:200].decode("latin-1").strip()
    if declared in OPEN_DOCUMENT:
        return OPEN_DOCUMENT[declared]
    if any(name.endswith(".iwa") for name in names):
        return "a presentation of Apple's Keynote (.key), or another of its documents"
    return "" if any(name.startswith(("ppt/", "_rels/")) for name in names) else "a zip file with other things in it"


def kind_of_main(content_type: str) -> str:
    """What a package is, from the content type of its main part; empty for presentations and where nothing is known."""
    if content_type in PRESENTATION_TYPES:
        return ""
    return next((kind for start, kind in _MAIN if content_type.startswith(start)), "")


def wanted_type(name: str) -> str:
    """The content type of the presentation in a file of this name: without macros where its ending says nothing."""
    ending = name.rpartition(".")[2].lower()
    return next((kind for kind, own in ENDINGS.items() if own == ending), next(iter(ENDINGS)))
