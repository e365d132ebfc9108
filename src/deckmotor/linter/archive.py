"""The zip file: whether it can be read at all, its limits, and the names in it (ECMA-376 part 2, §7 and annex B)."""

import io
import lzma
import re
import struct
import zipfile
import zlib

from msgspec import Struct

from deckmotor.linter.found import Findings, Found, found
from deckmotor.linter.kinds import kind_of_bytes

MEGABYTE = 1 << 20
LARGEST = 2048 * MEGABYTE
"""What a file may unpack to, bytes."""
BOMB_SIZE = 64 * MEGABYTE
BOMB_RATIO = 200
"""A file that unpacks to more than `BOMB_SIZE` and to `BOMB_RATIO` times its own size is not read."""
MOST_PARTS = 40_000
"""Five thousand slides with notes have twenty thousand."""
WHOLE_PART = 64 * MEGABYTE
"""Largest part that is held in memory; of larger ones (films) only the checksum is read."""

TRASH = "[trash]/"
"""Where PowerPoint leaves what it has thrown away (ECMA-376 part 2, §7.3.5: entries that are no parts)."""

_CONTENT_TYPES = "[Content_Types].xml"
_STRANGE = re.compile(r"[^\w\-.~!$&'()*+,;=:@%/]", re.ASCII)
"""Signs that no name of a part may have, among them the blank (ECMA-376 part 2, §6.2.2; RFC 3986, `pchar`)."""

_CLIPPED = re.compile(r"%(?![0-9A-Fa-f]{2})|%2F|%5C", re.IGNORECASE)

BROKEN = (
    zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, LookupError, OverflowError,
    struct.error, zlib.error, lzma.LZMAError,
)  # fmt: skip
"""All that the standard library is seen to raise on damaged zip files."""


class Archive(Struct, frozen=True):
    """A zip file whose sizes are harmless. Entries are in the file's order, folders left out."""

    file: zipfile.ZipFile
    entries: dict[str, zipfile.ZipInfo]

    def read(self, name: str) -> bytes | None:
        """The bytes of an entry, never more than it says it has; None where it is missing, damaged or huge."""
        entry = self.entries.get(name)
        if entry is None or entry.file_size > WHOLE_PART or _unknown(entry):
            return None
        try:
            return self._inflate(entry)
        except BROKEN:
            return None

    def fault(self, name: str) -> Found | None:
        """Whether an entry can't be unpacked as it says."""
        entry = self.entries[name]
        if _unknown(entry):
            return found("package-compression", part=name)
        try:
            with self.file.open(entry) as stream:
                while stream.read(MEGABYTE):
                    pass
        except BROKEN as error:
            return Found("package-unreadable-part", {"reason": reason_of(error)}, part=name)
        return None

    def _inflate(self, entry: zipfile.ZipInfo) -> bytes:
        # `ZipFile.read` would inflate all there is before it cuts to the size the entry names; a lying entry fills memory.
        with self.file.open(entry) as stream:
            return stream.read(entry.file_size) + stream.read(1)


def open_archive(data: bytes) -> tuple[Archive | None, list[Found]]:
    """Open the zip file, unless it is no zip file, locked, or larger inside than anyone means it to be."""
    kind = kind_of_bytes(data)
    if kind == "locked":
        return None, [found("package-encrypted")]
    if kind:
        return None, [found("package-other-kind", kind=kind)]
    if not data.startswith(b"PK"):
        return None, [found("package-not-zip", reason="it does not begin as a zip file" if data else "it is empty")]
    count = data.count(b"PK\x01\x02")
    if count > MOST_PARTS:
        return None, [found("package-too-many-parts", count=count, limit=MOST_PARTS)]
    try:
        file = zipfile.ZipFile(io.BytesIO(data))
    except BROKEN as error:
        return None, [found("package-not-zip", reason=reason_of(error))]
    entries = [entry for entry in file.infolist() if not entry.filename.endswith("/") and not entry.filename.startswith(TRASH)]
    if any(entry.flag_bits & 0x1 for entry in entries):
        return None, [found("package-encrypted")]
    size = sum(entry.file_size for entry in entries)
    if size > LARGEST + len(data) or (size > BOMB_SIZE and size > BOMB_RATIO * len(data)):
        return None, [found("package-too-large", size=size // MEGABYTE, packed=round(len(data) / MEGABYTE, 1))]
    return Archive(file, {entry.filename: entry for entry in entries}), list(check_names([entry.filename for entry in entries]))


def check_names(names: list[str]) -> Findings:
    """Names that are there twice, differ in capitals only, or are none (ECMA-376 part 2, §6.2.2)."""
    for name in names:
        if name != _CONTENT_TYPES and (
            _STRANGE.search(name)
            or _CLIPPED.search(name)
            or any(segment.endswith(".") or not segment for segment in name.split("/"))
        ):
            yield found("package-bad-name", part=name)
    yield from _repeated(names)


def _repeated(names: list[str]) -> Findings:
    seen: dict[str, str] = {}
    for name in names:
        other = seen.get(name.lower())
        if other is None:
            seen[name.lower()] = name
        elif other == name:
            yield found("package-duplicate-part", part=name)
        else:
            yield Found("package-name-case", {"other": other}, part=name)


def reason_of(error: Exception) -> str:
    """What the library says, in one plain line."""
    text = " ".join(str(error).split()) or type(error).__name__
    return text[:100]


def _unknown(entry: zipfile.ZipInfo) -> bool:
    return entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
