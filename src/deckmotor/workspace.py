"""Every read of a project goes through a workspace: a folder on disk, or memory in tests.

What a deck names may be anything: a path out of the project, a file of many gigabytes, a pipe that never ends. A workspace
reads plain files inside the project only, and asks for their size before it reads them.
"""

import errno
import os
import posixpath
import stat
from collections.abc import Iterable, Sequence
from contextlib import suppress
from importlib.machinery import PathFinder
from pathlib import Path
from typing import Any, Protocol
from unicodedata import normalize

from deckmotor.saving import write_file

TEXT_LIMIT = 10_000_000
"""Bytes of a file of text. A deck of 5,000 slides has about 3 million."""

PICTURE_LIMIT = 100_000_000
"""Bytes of a picture. PowerPoint becomes slow long before."""


class OutsideProjectError(PermissionError):
    """A path leads out of the project, into no folder that the deck's head allows. `final`: nor could it allow that."""

    def __init__(self, path: str, *, final: bool = False) -> None:
        super().__init__(path)
        self.final = final


class TooLargeError(OSError):
    """A file has more bytes than whoever reads it can use."""

    def __init__(self, path: str, size: int, limit: int) -> None:
        super().__init__(errno.EFBIG, "it is too large", path)
        self.path = path
        self.size = size
        self.limit = limit

    def __reduce__(self) -> tuple[type["TooLargeError"], tuple[str, int, int]]:
        """It travels between processes with what it was made of."""
        return TooLargeError, (self.path, self.size, self.limit)


class Workspace(Protocol):
    """Files by path. Paths are relative to the project's folder and use forward slashes."""

    def read(self, path: str, limit: int = TEXT_LIMIT) -> bytes:
        """The bytes of a file, `limit` at most.

        Raises OSError where it can't be read: OutsideProjectError, TooLargeError, or one of the system's own.
        """

    def exists(self, path: str) -> bool:
        """Whether something stands there, be it a link that leads nowhere; it may be that it can't be read."""

    def entries(self, folder: str) -> tuple[str, ...]:
        """Names of what a folder holds, sorted. Raises OSError where it can't be listed or is none."""

    def names(self, folder: str) -> tuple[str, ...]:
        """Names of what a folder holds, sorted; empty where there is no such folder. The project's own folder is ""."""

    def write(self, path: str, data: bytes) -> None:
        """Write a file whole or not at all, making its folder where needed."""

    @property
    def allowed(self) -> Sequence[Any]:
        """The folders outside the project that are read too."""

    @property
    def foreign(self) -> dict[str, bytes]:
        """The texts that have been read outside the project, by path."""

    @property
    def closed(self) -> bool:
        """Whether no folder outside the project is read, whatever the deck allows."""

    def allowing(self, folders: Sequence[str]) -> "Workspace":
        """The same files, and those below these folders outside the project (paths from the project's folder)."""

    def is_outside(self, path: str) -> bool:
        """Whether a path leads out of the project, by its name or by a link."""


def path_from(file: str, name: str) -> str:
    """The path from the project's folder of what a file names, which counts from the folder of that file.

    In one form of Unicode: an `å` that was typed on another system is the same.
    """
    if is_foreign(name):
        return name
    path = posixpath.normpath(posixpath.join(posixpath.dirname(file), name.strip()))
    return path if path.isascii() else normalize("NFC", path)


def is_foreign(path: str) -> bool:
    """Whether a path names a drive or a computer, as only Windows has them: `C:\\x`, `\\\\server\\x`."""
    return path[1:3] in (":\\", ":/") or path.startswith("\\\\")


class DiskWorkspace:
    """A folder on disk. What it lacks under `themes/` is looked for in `themes`, the folder of the built-in ones."""

    def __init__(self, root: Path, themes: Path | None = None, allowed: tuple[Path, ...] = (), *, closed: bool = False) -> None:
        self.root = root.resolve()
        self.themes = themes.resolve() if themes is not None else None
        self.allowed = allowed
        """Folders outside that may be read too, without symbolic links."""
        self.closed = closed
        self.foreign: dict[str, bytes] = {}

    def read(self, path: str, limit: int = TEXT_LIMIT) -> bytes:
        """The bytes of a file; see `Workspace`."""
        try:
            data = read_file(self._place(path), limit, path)
            if self.allowed and limit <= TEXT_LIMIT and self.is_outside(path):
                self.foreign[path] = data
            return data
        except FileNotFoundError:
            if os.path.islink(self.root / path):
                raise OSError(errno.EINVAL, "it is a link to something that is not there", path) from None
            raise

    def exists(self, path: str) -> bool:
        """Whether something stands there; see `Workspace`."""
        try:
            return _stands(self._place(path)) or os.path.islink(self.root / path)
        except OutsideProjectError:
            # A link that leads out is told when it is read; what is outside by its name is nobody's business.
            return not posixpath.normpath(path).startswith(("..", "/")) and os.path.islink(self.root / path)
        except OSError:
            return False

    def entries(self, folder: str) -> tuple[str, ...]:
        """Names of what a folder holds; see `Workspace`."""
        return _unicode_names(os.listdir(self._place(folder)))

    def names(self, folder: str) -> tuple[str, ...]:
        """Names of what a folder holds, sorted; without those that are no Unicode text, which no file can name."""
        try:
            listed = self.entries(folder)
        except OSError:
            listed = ()
        return listed if folder != "themes" or self.themes is None else _unicode_names({*listed, *os.listdir(self.themes)})

    def write(self, path: str, data: bytes) -> None:
        """Write a file whole or not at all."""
        write_file(self.root / path, data)

    def allowing(self, folders: Sequence[str]) -> "DiskWorkspace":
        """The same files, and those below these folders."""
        if self.closed or not folders:
            return self
        more = (Path(_real(self.root / folder, folder)) for folder in folders)
        return DiskWorkspace(self.root, self.themes, (*self.allowed, *more))

    def is_outside(self, path: str) -> bool:
        """Whether a path leads out of the project; see `Workspace`."""
        try:
            place = _real(self.root / _as_written(self.root, path), path)
        except OSError:
            return False
        return not _holds(str(self.root), place)

    def _place(self, path: str) -> str:
        place = self._inside(self.root, path)
        if self.themes is None or not path.startswith("themes/") or _stands(place) or os.path.islink(self.root / path):
            return place
        return self._inside(self.themes, path.removeprefix("themes/"))

    def _inside(self, root: Path, path: str) -> str:
        """Where a path leads, symbolic links followed."""
        if os.name != "nt" and is_foreign(path):
            raise OutsideProjectError(path, final=True)
        place = _real(root / _as_written(root, path), path)
        if not any(_holds(str(folder), place) for folder in (root, *self.allowed)):
            raise OutsideProjectError(path, final=self.closed)
        return place


class MemoryWorkspace:
    """Files in a dictionary, for tests and previews."""

    closed = False

    def __init__(self, files: dict[str, bytes], allowed: tuple[str, ...] = ()) -> None:
        self.files = files
        self.allowed = allowed
        self.foreign: dict[str, bytes] = {}

    def read(self, path: str, limit: int = TEXT_LIMIT) -> bytes:
        """The bytes of a file; see `Workspace`."""
        if self.is_outside(path) and not any(_holds(folder, path) for folder in self.allowed):
            raise OutsideProjectError(path)
        path = self._named(path)
        if path not in self.files:
            raise FileNotFoundError(path)
        if len(self.files[path]) > limit:
            raise TooLargeError(path, len(self.files[path]), limit)
        if limit <= TEXT_LIMIT and self.is_outside(path):
            self.foreign[path] = self.files[path]
        return self.files[path]

    def exists(self, path: str) -> bool:
        """Whether a file or folder stands there."""
        path = self._named(path)
        return path in self.files or any(name.startswith(f"{path}/") for name in self.files)

    def entries(self, folder: str) -> tuple[str, ...]:
        """Names of what a folder holds; see `Workspace`."""
        if folder in self.files:
            raise NotADirectoryError(folder)
        found = self.names(folder)
        if not found:
            raise FileNotFoundError(folder)
        return found

    def _named(self, path: str) -> str:
        """The name of a file as it was put here, which may be in another form of Unicode."""
        if path in self.files or path.isascii():
            return path
        return next((name for name in self.files if normalize("NFC", name) == normalize("NFC", path)), path)

    def names(self, folder: str) -> tuple[str, ...]:
        """Names of what a folder holds, sorted."""
        start = f"{folder}/" if folder else ""
        inside = (name[len(start) :] for name in self.files if name.startswith(start))
        return tuple(sorted({name.split("/")[0] for name in inside}))

    def write(self, path: str, data: bytes) -> None:
        """Write a file whole or not at all."""
        self.files[path] = data

    def is_outside(self, path: str) -> bool:
        """Whether a path leads out of the project."""
        return path == ".." or path.startswith(("../", "/")) or is_foreign(path)

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


def _stands(place: str) -> bool:
    """Whether something stands at a place, or may: where that can't be seen, reading it tells why."""
    try:
        os.lstat(place)
    except OSError as error:
        return error.errno not in (errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG, errno.EINVAL)
    return True


def _as_written(root: Path, path: str) -> str:
    """A path with the names that the disk has, which may be in another form of Unicode than the deck's."""
    if path.isascii() or os.path.lexists(root / path):
        return path
    found = ""
    for name in path.split("/"):
        if not name.isascii() and not os.path.lexists(root / found / name):
            with suppress(OSError):
                others = (other for other in os.listdir(root / found) if normalize("NFC", other) == normalize("NFC", name))
                name = next(others, name)
        found = f"{found}/{name}" if found else name
    return found


def _unicode_names(names: Iterable[str]) -> tuple[str, ...]:
    """Names sorted, without those that are no Unicode text, which no file can name."""
    return tuple(sorted(filter(_is_unicode, names)))


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


def read_font(name: str) -> bytes:
    """The bytes of a font file. That of formulas has a folder of its own: typst, which brings one, reads all of the other."""
    return read_package_file(f"{'math' if name.startswith('LatinModernMath') else 'fonts'}/{name}")


def library_files(library: str, folder: str, ending: str) -> dict[str, Path]:
    """The files of a library that is read from, but not imported, by their names; none where it is not there."""
    found = PathFinder.find_spec(library)
    places = [] if found is None else found.submodule_search_locations or []
    return {place.name: place for inside in places for place in (Path(inside) / folder).glob(f"*{ending}")}


def fonts_folder() -> str:
    """The folder of the font files that travel with the package, for programs that read fonts themselves."""
    return str(Path(__file__).parent / "fonts")
