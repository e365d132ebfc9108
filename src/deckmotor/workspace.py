"""Every read and write of a project goes through a workspace: a folder on disk, or memory in tests.

What a deck names may be anything: a path out of the project, a file of many gigabytes, a pipe that never ends. A workspace
reads plain files inside the project only, and asks for their size before it reads them.
"""

import errno
import os
import posixpath
import stat
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

TEXT_LIMIT = 10_000_000
"""Bytes of a file of text. A deck of 5,000 slides has about 3 million."""

PICTURE_LIMIT = 100_000_000
"""Bytes of a picture. PowerPoint becomes slow long before."""


class OutsideProjectError(PermissionError):
    """A path leads out of the project, into no folder that the deck's head allows."""


class TooLargeError(OSError):
    """A file has more bytes than whoever reads it can use."""

    def __init__(self, path: str, size: int, limit: int) -> None:
        super().__init__(errno.EFBIG, "it is too large", path)
        self.size = size
        self.limit = limit


class Workspace(Protocol):
    """Files by path. Paths are relative to the project's folder and use forward slashes."""

    def read(self, path: str, limit: int = TEXT_LIMIT) -> bytes:
        """The bytes of a file, `limit` at most.

        Raises OSError where it can't be read: OutsideProjectError, TooLargeError, or one of the system's own.
        """

    def exists(self, path: str) -> bool:
        """Whether a file or folder stands there that may be read."""

    def names(self, folder: str) -> tuple[str, ...]:
        """Names of what a folder holds, sorted; empty where there is no such folder. The project's own folder is ""."""

    def write(self, path: str, data: bytes) -> None:
        """Write a file whole or not at all, making its folder where needed."""

    def allowing(self, folders: Sequence[str]) -> "Workspace":
        """The same files, and those below these folders outside the project (paths from the project's folder)."""


def path_from(file: str, name: str) -> str:
    """The path from the project's folder of what a file names, which counts from the folder of that file."""
    if is_foreign(name):
        return name
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), name.strip()))


def is_foreign(path: str) -> bool:
    """Whether a path names a drive or a computer, as only Windows has them: `C:\\x`, `\\\\server\\x`."""
    return path[1:3] in (":\\", ":/") or path.startswith("\\\\")


class DiskWorkspace:
    """A folder on disk. What it lacks under `themes/` is looked for in `themes`, the folder of the built-in ones."""

    def __init__(self, root: Path, themes: Path | None = None, allowed: tuple[Path, ...] = ()) -> None:
        self.root = root.resolve()
        self.themes = themes.resolve() if themes is not None else None
        self.allowed = allowed
        """Folders outside that may be read too, without symbolic links."""

    def read(self, path: str, limit: int = TEXT_LIMIT) -> bytes:
        """The bytes of a file; see `Workspace`."""
        return read_file(self._place(path), limit, path)

    def exists(self, path: str) -> bool:
        """Whether a file or folder stands there that may be read."""
        try:
            return os.path.exists(self._place(path))
        except OSError:
            return False

    def names(self, folder: str) -> tuple[str, ...]:
        """Names of what a folder holds, sorted; without those that are no Unicode text, which no file can name."""
        places = [self._inside(self.root, folder)] if self.exists(folder) else []
        if folder == "themes" and self.themes is not None:
            places.append(str(self.themes))
        return tuple(sorted({name for place in places for name in _listed(place) if _is_unicode(name)}))

    def write(self, path: str, data: bytes) -> None:
        """Write a file whole or not at all."""
        write_file(self.root / path, data)

    def allowing(self, folders: Sequence[str]) -> "DiskWorkspace":
        """The same files, and those below these folders."""
        if not folders:
            return self
        more = (Path(_real(self.root / folder, folder)) for folder in folders)
        return DiskWorkspace(self.root, self.themes, (*self.allowed, *more))

    def _place(self, path: str) -> str:
        place = self._inside(self.root, path)
        if self.themes is None or not path.startswith("themes/") or os.path.lexists(place):
            return place
        return self._inside(self.themes, path.removeprefix("themes/"))

    def _inside(self, root: Path, path: str) -> str:
        """Where a path leads, symbolic links followed."""
        if os.name != "nt" and is_foreign(path):
            raise OutsideProjectError(path)
        place = _real(root / path, path)
        if not any(_holds(str(folder), place) for folder in (root, *self.allowed)):
            raise OutsideProjectError(path)
        return place


class MemoryWorkspace:
    """Files in a dictionary, for tests and previews."""

    def __init__(self, files: dict[str, bytes], allowed: tuple[str, ...] = ()) -> None:
        self.files = files
        self.allowed = allowed

    def read(self, path: str, limit: int = TEXT_LIMIT) -> bytes:
        """The bytes of a file; see `Workspace`."""
        leaves = path == ".." or path.startswith(("../", "/")) or is_foreign(path)
        if leaves and not any(_holds(folder, path) for folder in self.allowed):
            raise OutsideProjectError(path)
        if path not in self.files:
            raise FileNotFoundError(path)
        if len(self.files[path]) > limit:
            raise TooLargeError(path, len(self.files[path]), limit)
        return self.files[path]

    def exists(self, path: str) -> bool:
        """Whether a file or folder stands there."""
        return path in self.files or any(name.startswith(f"{path}/") for name in self.files)

    def names(self, folder: str) -> tuple[str, ...]:
        """Names of what a folder holds, sorted."""
        start = f"{folder}/" if folder else ""
        inside = (name[len(start) :] for name in self.files if name.startswith(start))
        return tuple(sorted({name.split("/")[0] for name in inside}))

    def write(self, path: str, data: bytes) -> None:
        """Write a file whole or not at all."""
        self.files[path] = data

    def allowing(self, folders: Sequence[str]) -> "MemoryWorkspace":
        """The same files, and those below these folders."""
        return MemoryWorkspace(self.files, (*self.allowed, *folders)) if folders else self


def _real(place: Path, path: str) -> str:
    """A place without symbolic links. OSError where the path can be none on this system."""
    try:
        return os.path.realpath(place)
    except ValueError as error:  # A character that no path can hold.
        raise FileNotFoundError(errno.ENOENT, "no file can have such a name", path) from error


def _holds(folder: str, place: str) -> bool:
    return place == folder or place.startswith((folder.rstrip("/" + os.sep) + os.sep, f"{folder}/"))


def read_file(place: str, limit: int, path: str) -> bytes:
    """The bytes of a plain file, `limit` at most; `path` is what errors call it. Raises as `Workspace.read`."""
    _check_plain(place, path)
    # Another file may stand there by now: not to wait for a pipe, and to look at what was opened, makes that harmless.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with open(os.open(place, flags), "rb") as file:
        size = os.fstat(file.fileno()).st_size
        data = file.read(size + 1) if size <= limit else b""
    if size > limit or len(data) > limit:
        raise TooLargeError(path, size, limit)
    return data


def _check_plain(place: str, path: str) -> None:
    """Raise OSError where no plain file stands at a place: reading a device or a pipe may never end."""
    mode = os.stat(place).st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, "it is a folder", path)
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, "it is no plain file", path)


def _listed(place: str) -> list[str]:
    try:
        return os.listdir(place)
    except OSError:
        return []


def _is_unicode(name: str) -> bool:
    """Whether a name is text. What is not comes from the system with lone surrogates in it."""
    return name.isascii() or not any("\ud800" <= character <= "\udfff" for character in name)


def builtin_themes() -> Path:
    """The folder of the themes that travel with the package; in a checkout they lie at its top."""
    package = Path(__file__).parent
    installed = package / "themes"
    return installed if installed.is_dir() else package.parents[1] / "themes"


def read_package_file(name: str) -> bytes:
    """The bytes of a file that travels with the package (`fonts/Arimo-Regular.ttf`)."""
    return (Path(__file__).parent / name).read_bytes()


def fonts_folder() -> str:
    """The folder of the font files that travel with the package, for programs that read fonts themselves."""
    return str(Path(__file__).parent / "fonts")


def write_file(place: Path, data: bytes) -> None:
    """Write a file whole or not at all: into a temporary file beside it that then takes its name."""
    place.parent.mkdir(parents=True, exist_ok=True)
    # The name is made here, because the module `tempfile` alone would take 13 ms of every start.
    temporary = place.with_name(f".{place.name[:30]}.{os.urandom(6).hex()}.part")
    try:
        with open(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666), "wb") as file:
            file.write(data)
        os.replace(temporary, place)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
