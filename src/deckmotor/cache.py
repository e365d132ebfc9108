"""A content-addressed cache in a folder: a key is made of everything that its value is made of.

A cache is never needed: what can't be read or written, or was damaged, counts as not there.
"""

import contextlib
import os
from pathlib import Path
from stat import S_ISREG
from typing import Any
from zlib import crc32

from deckmotor import __version__
from deckmotor.saving import clear_parts, take_away, write_file
from deckmotor.workspace import read_file

MOST_ENTRIES = 500
"""Themes in daily use are a handful, pictures of a deck some dozens."""

MOST_TOGETHER = 200_000_000
"""Bytes of all entries. A base package has about 30 kB, a picture made ready up to a few million."""

MOST_BYTES = 50_000_000
"""Of an entry."""


class Cache:
    """Values by key, kept in a folder; with no folder it keeps nothing."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def get(self, key: str) -> bytes | None:
        """What was put under the key, or None."""
        if self.folder is None:
            return None
        place = self.folder / key
        try:
            if not S_ISREG(place.lstat().st_mode):  # A link, a pipe, a device: not ours.
                return None
            entry = read_file(str(place), MOST_BYTES, key)
        except OSError:
            return None
        data = entry[:-4]
        return data if entry[-4:] == _checksum(key, data) else None

    def put(self, key: str, data: bytes) -> None:
        """Keep a value. Another process that puts the same key at the same moment is no harm: the bytes are the same."""
        if self.folder is None:
            return
        with contextlib.suppress(OSError):
            clear_parts(self.folder)
            write_file(self.folder / key, data + _checksum(key, data), lasting=False)
            self._forget_oldest(self.folder)

    def _forget_oldest(self, folder: Path) -> None:
        with os.scandir(folder) as found:
            stats = [(one.stat(follow_symlinks=False), one.path) for one in found if one.is_file(follow_symlinks=False)]
        entries = sorted(((stat.st_mtime, path, stat.st_size) for stat, path in stats), reverse=True)
        if len(entries) <= MOST_ENTRIES and sum(size for *_, size in entries) <= MOST_TOGETHER:
            return
        together = 0
        for number, (_, path, size) in enumerate(entries, 1):
            together += size
            if number > MOST_ENTRIES // 2 or together > MOST_TOGETHER // 2:
                take_away(Path(path))


def key_of(kind: str, *contents: bytes, without: frozenset[str] = frozenset()) -> str:
    """The key of a value made from these contents by this very code; a file name.

    Contents count one by one: `(b"ab", b"c")` and `(b"a", b"bc")` are different. `without` are rooms whose code has no part in
    the value.
    """
    digest = _blake2b()
    for content in (__version__.encode(), _code_stamp(without), *contents):
        digest.update(len(content).to_bytes(8, "big"))
        digest.update(content)
    return f"{kind}-{digest.hexdigest()}"


def digest_of(data: bytes) -> str:
    """BLAKE2b of 20 bytes, as hexadecimal digits."""
    return str(_blake2b(data).hexdigest())


def checksum_of(data: bytes) -> str:
    """CRC-32, as hexadecimal digits: enough to see that a finished file is another one by now, and not meant against one that a
    person forges. Of all bytes of many variants BLAKE2b would take a twentieth of the time that they take."""
    return f"{crc32(data):08x}"


def _blake2b(data: bytes = b"") -> Any:
    try:
        from _blake2 import blake2b  # What hashlib has it from: hashlib itself loads all of OpenSSL, which takes 4 ms.
    except ImportError:
        from hashlib import blake2b
    return blake2b(data, digest_size=20)


def _code_stamp(without: frozenset[str]) -> bytes:
    """Changes whenever a source file of the package does: between two releases the version alone would serve old values."""
    package = os.path.dirname(__file__)
    changed: list[tuple[str, int]] = []
    folders = [package]
    left_out = without | {"__pycache__"}
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.name.endswith(".py"):
                    changed.append((entry.path[len(package) :], entry.stat().st_mtime_ns))
                elif entry.name not in left_out and entry.is_dir():
                    folders.append(entry.path)
    return repr(sorted(changed)).encode()


def _checksum(key: str, data: bytes) -> bytes:
    """Enough to see an entry that is torn, damaged or another key's; not meant against one that a person forges at home."""
    return crc32(data, crc32(key.encode())).to_bytes(4, "big")
