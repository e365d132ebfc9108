"""A file opened for python-pptx: its sizes looked at first, show files, templates and the Strict form made ordinary."""

import io
import zipfile
from collections import Counter
from typing import Any

from deckmotor.diagnostics import Diagnostic
from deckmotor.linter.archive import WHOLE_PART, Archive, open_archive
from deckmotor.linter.found import Found
from deckmotor.linter.lint import other_kind
from deckmotor.linter.parts import read_package
from deckmotor.linter.report import report
from deckmotor.linter.strict import is_strict, transitional
from deckmotor.messages import problem
from deckmotor.span import Span

_MAIN = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_LIKE_MAIN = (
    b"application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml",
    b"application/vnd.openxmlformats-officedocument.presentationml.template.main+xml",
    b"application/vnd.ms-powerpoint.slideshow.macroEnabled.main+xml",
    b"application/vnd.ms-powerpoint.template.macroEnabled.main+xml",
)
"""Content types of the same thing under other names, which python-pptx refuses."""

_TYPES, _LINKS = "[Content_Types].xml", "_rels/.rels"


def open_presentation(data: bytes, name: str) -> tuple[Any, tuple[Diagnostic, ...]]:
    """python-pptx's presentation of a file; None and the reason where it is none, or is larger inside than anyone means."""
    archive, faults = open_archive(data)
    if archive is None:
        return None, report(faults, Counter(), None, None, name)
    from pptx import Presentation

    try:
        return Presentation(io.BytesIO(data) if _is_plain(archive) else _packed_plainly(archive)), ()
    except Exception as error:  # What a broken file makes python-pptx and lxml raise is no list that anybody has.
        return None, _refused(archive, name, error)


def _refused(archive: Archive, name: str, error: Exception) -> tuple[Diagnostic, ...]:
    """Why python-pptx does not read a file, where the file says it better than python-pptx."""
    package = read_package(archive)
    kind = other_kind(package)
    if kind:
        return report([Found("package-other-kind", {"kind": kind})], Counter(), None, None, name)
    return (problem("no-presentation", Span(name), path=name, reason=in_words(error)),)


def _is_plain(archive: Archive) -> bool:
    """Whether python-pptx may open the file as it is: every entry is a part, and holds what it says."""
    types = archive.read(_TYPES) or b""
    if is_strict(archive.read(_LINKS) or b""):
        return False
    if len(archive.file.infolist()) != len(archive.entries) or any(kind in types for kind in _LIKE_MAIN):
        return False
    return all(entry.file_size <= WHOLE_PART and archive.fault(name) is None for name, entry in archive.entries.items())


def _packed_plainly(archive: Archive) -> io.BytesIO:
    """The parts as a zip file without compression. An entry that lies about its size would fill the memory otherwise."""
    plain = io.BytesIO()
    with zipfile.ZipFile(plain, "w", zipfile.ZIP_STORED) as packed:
        for name in archive.entries:
            data = archive.read(name)
            if data is None:
                continue
            if name == _TYPES:
                for kind in _LIKE_MAIN:
                    data = data.replace(kind, _MAIN)
            packed.writestr(zipfile.ZipInfo(name), transitional(data) if name.endswith((".xml", ".rels")) else data)
    plain.seek(0)
    return plain


def in_words(error: Exception) -> str:
    """What a library says of a broken file, in a line."""
    text = " ".join(str(error).split()) or type(error).__name__
    return f"something that it names is missing ({text[:80]})" if isinstance(error, KeyError) else text[:100]
