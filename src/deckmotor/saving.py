"""The one door through which everything is written: decks, pictures, cache, schemas, new projects.

What it promises, whenever the program is killed, the disk is full, or two write the same:

- A file is there whole or not at all; an old one stays until the new one takes its place at once.
- What is `lasting` is on the disk before it takes its name, so that no loss of power leaves an empty file under it: decks that
  take the place of others. Entries of the cache are not: they know their own checksum, and are made anew.
- What is only `set_aside` has no name, and leaves nothing behind.
- What a killed program has left (`.name.….part`) is taken away by the next that writes there; never what another is writing.

`tests/architecture/test_door.py` holds that nothing else in the package writes, moves or takes away files.
"""

import errno
import os
import re
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

_PART = r"(?s)\..{1,30}\.[0-9a-f]{12}\.part"
"""Names of the files that `write_file` begins with."""

_TRIES = 20
"""Of writing a file whose temporary one is taken away by others that tidy up at the same moment."""


def write_file(place: Path, data: bytes, *, lasting: bool = True) -> None:
    """Write a file whole or not at all: into a temporary file beside it that then takes its name. Makes its folder."""
    folder, name = os.path.split(place)
    for _ in range(_TRIES):
        try:
            if _write(folder, name, data, lasting=lasting):
                return
        except FileNotFoundError:
            if os.path.isdir(folder or os.curdir):
                raise
            os.makedirs(folder, exist_ok=True)
    raise OSError(errno.EAGAIN, "another program takes its temporary files", str(place))


def _write(folder: str, name: str, data: bytes, *, lasting: bool) -> bool:
    """Try to. False where another program took the temporary file for left over, in the moment before it was locked."""
    # The name is made here, because the module `tempfile` alone would take 13 ms of every start.
    place, temporary = os.path.join(folder, name), os.path.join(folder, f".{name[:30]}.{os.urandom(6).hex()}.part")
    try:
        # By the system's own calls: each of Python's files asks four more, and a thread that writes may wait after each.
        file = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        try:
            if not _locked(file, is_new=True):
                _gone(temporary)
                return False
            left = memoryview(data)
            while left:
                left = left[os.write(file, left) :]
            if lasting:
                _on_disk(file)
            if os.name != "nt":  # While it is locked; Windows lets no open file take another's name.
                os.replace(temporary, place)
        finally:
            os.close(file)
        if os.name == "nt":
            os.replace(temporary, place)
    except BaseException:
        _gone(temporary)
        raise
    return True


def _gone(place: str) -> None:
    """Take a temporary file away, if it is there."""
    with suppress(FileNotFoundError):
        os.unlink(place)


def keep_or_write(place: Path, data: bytes) -> bool:
    """Write a file unless the very same stands there already. Gives whether it was written.

    It is lasting where another stands there: what is new has nothing to lose, and the next build sees that it is not whole.
    """
    is_old = False
    with suppress(OSError):
        stands = os.lstat(place)
        is_old = True
        if stands.st_size == len(data) and stat.S_ISREG(stands.st_mode) and place.read_bytes() == data:
            return False
    write_file(place, data, lasting=is_old)
    return True


def set_aside(parts: Iterable[bytes]) -> BinaryIO | None:
    """Bytes in a file without a name, where memory would be too small; it goes when it is closed, or the program ends.

    None where no disk has room for it.
    """
    from tempfile import TemporaryFile  # Seldom needed, and it takes 13 ms to load.

    try:
        file = TemporaryFile()  # noqa: SIM115 (who asked for it closes it)
        for part in parts:
            file.write(part)
        file.seek(0)
    except OSError:
        return None
    return file


def take_away(place: Path) -> None:
    """Take a file away; no harm where it is gone already."""
    place.unlink(missing_ok=True)


def take_away_empty(folder: Path) -> None:
    """Take a folder away that nothing is left in; any other stays."""
    with suppress(OSError):
        folder.rmdir()


def clear_parts(folder: Path) -> None:
    """Take away what programs that were killed have left in a folder. What another one is writing is locked, and stays."""
    with suppress(OSError):
        for name in os.listdir(folder):
            if name.endswith(".part") and re.fullmatch(_PART, name):
                _clear_part(os.path.join(folder, name))


def _on_disk(file: int) -> None:
    """Wait until the system has written a file. A file system that can't say so is no reason to give up."""
    with suppress(OSError):
        os.fsync(file)


def _clear_part(place: str) -> None:
    with suppress(OSError):
        if not stat.S_ISREG(os.lstat(place).st_mode):
            return
        file = os.open(place, os.O_RDWR | getattr(os, "O_NONBLOCK", 0))
        try:
            if _locked(file, is_new=False):
                os.unlink(place)
                return
        finally:
            os.close(file)
    if os.name == "nt":
        with suppress(OSError):  # A file that is open elsewhere can't be taken away there.
            os.unlink(place)


def _locked(file: int, *, is_new: bool) -> bool:
    """Lock a file for this process, which its end unlocks. False where another has it, or has taken its name away.

    Where there are no locks only a file that this process has just made counts as locked.
    """
    try:
        import fcntl
    except ImportError:  # Windows.
        return os.name == "nt" and is_new
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # A file system without locks.
        return is_new
    return os.fstat(file).st_nlink > 0
