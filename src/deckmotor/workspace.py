"""Every read and write of a project goes through a workspace: a folder on disk, or memory in tests."""

import os
import tempfile
from pathlib import Path
from typing import Protocol


class Workspace(Protocol):
    """Files by path. Paths are relative to the project's folder and use forward slashes."""

    def read(self, path: str) -> bytes:
        """The bytes of a file. Raises OSError where it can't be read, PermissionError where the path leaves the project."""

    def exists(self, path: str) -> bool:
        """Whether a file or folder stands there."""

    def names(self, folder: str) -> tuple[str, ...]:
        """Names of what a folder holds, sorted; empty where there is no such folder."""

    def write(self, path: str, data: bytes) -> None:
        """Write a file whole or not at all, making its folder where needed."""


class DiskWorkspace:
    """A folder on disk. `also` names folders outside it that may be read (`built-in/…` is one such root)."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()

    def read(self, path: str) -> bytes:
        return self._inside(path).read_bytes()

    def exists(self, path: str) -> bool:
        return self._inside(path).exists()

    def names(self, folder: str) -> tuple[str, ...]:
        place = self._inside(folder)
        return tuple(sorted(os.listdir(place))) if place.is_dir() else ()

    def write(self, path: str, data: bytes) -> None:
        write_file(self.root / path, data)

    def _inside(self, path: str) -> Path:
        place = (self.root / path).resolve()
        if place != self.root and self.root not in place.parents:
            raise PermissionError(path)
        return place


class MemoryWorkspace:
    """Files in a dictionary, for tests and previews."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files

    def read(self, path: str) -> bytes:
        if path not in self.files:
            raise FileNotFoundError(path)
        return self.files[path]

    def exists(self, path: str) -> bool:
        return path in self.files or any(name.startswith(f"{path}/") for name in self.files)

    def names(self, folder: str) -> tuple[str, ...]:
        inside = (name[len(folder) + 1 :] for name in self.files if name.startswith(f"{folder}/"))
        return tuple(sorted({name.split("/")[0] for name in inside}))

    def write(self, path: str, data: bytes) -> None:
        self.files[path] = data


def write_file(place: Path, data: bytes) -> None:
    """Write a file whole or not at all: into a temporary file beside it that then takes its name."""
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(temporary, 0o644)
        os.replace(temporary, place)
    except BaseException:
        os.unlink(temporary)
        raise
