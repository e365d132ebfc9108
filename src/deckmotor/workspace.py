"""Every read and write of a project goes through a workspace: a folder on disk, or memory in tests."""

import os
from pathlib import Path
from typing import Protocol


class Workspace(Protocol):
    """Files by path. Paths are relative to the project's folder and use forward slashes."""

    def read(self, path: str) -> bytes:
        """The bytes of a file. Raises OSError where it can't be read, PermissionError where the path leaves the project."""

    def exists(self, path: str) -> bool:
        """Whether a file or folder stands there."""

    def names(self, folder: str) -> tuple[str, ...]:
        """Names of what a folder holds, sorted; empty where there is no such folder. The project's own folder is ""."""

    def write(self, path: str, data: bytes) -> None:
        """Write a file whole or not at all, making its folder where needed."""


class DiskWorkspace:
    """A folder on disk. What it lacks under `themes/` is looked for in `themes`, the folder of the built-in ones."""

    def __init__(self, root: Path, themes: Path | None = None) -> None:
        self.root = root.resolve()
        self.themes = themes.resolve() if themes is not None else None

    def read(self, path: str) -> bytes:
        """The bytes of a file; see `Workspace`."""
        return self._place(path).read_bytes()

    def exists(self, path: str) -> bool:
        """Whether a file or folder stands there."""
        return self._place(path).exists()

    def names(self, folder: str) -> tuple[str, ...]:
        """Names of what a folder holds, sorted."""
        places = [_inside(self.root, folder)]
        if folder == "themes" and self.themes is not None:
            places.append(self.themes)
        return tuple(sorted({name for place in places if place.is_dir() for name in os.listdir(place)}))

    def write(self, path: str, data: bytes) -> None:
        """Write a file whole or not at all."""
        write_file(self.root / path, data)

    def _place(self, path: str) -> Path:
        place = _inside(self.root, path)
        if self.themes is None or not path.startswith("themes/") or place.exists():
            return place
        return _inside(self.themes, path.removeprefix("themes/"))


class MemoryWorkspace:
    """Files in a dictionary, for tests and previews."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files

    def read(self, path: str) -> bytes:
        """The bytes of a file; see `Workspace`."""
        if path not in self.files:
            raise FileNotFoundError(path)
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


def _inside(root: Path, path: str) -> Path:
    place = (root / path).resolve()
    if place != root and root not in place.parents:
        raise PermissionError(path)
    return place


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
    temporary = place.with_name(f".{place.name[:100]}.{os.urandom(6).hex()}.part")
    try:
        with open(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666), "wb") as file:
            file.write(data)
        os.replace(temporary, place)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
