"""The compiled modules of a build in one file, beside those that Python keeps: finding and reading a hundred and fifty
files, one by one, is a twentieth of a short build.

What stands in it is what Python itself would take, and it is taken as Python takes its own: where the source has the time and
size that it had. What has not comes as ever, and the next build writes the file anew. Where that can't be written, or
Python is told to write none (`PYTHONDONTWRITEBYTECODE`), all is as if there were no such file.
"""

import _imp
import marshal
import os
import sys
from contextlib import suppress
from types import CodeType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec, SourceFileLoader
    from importlib.util import MAGIC_NUMBER, cache_from_source
else:
    # Python's own import, which is there; `importlib.util` would be loaded for this.
    from _frozen_importlib import ModuleSpec
    from _frozen_importlib_external import MAGIC_NUMBER, SourceFileLoader, cache_from_source

HEAD = 16
"""Bytes before the code in a file of Python's (PEP 552), and before the table of what stands where in this one."""

STREAMS = 3
"""Descriptors below this are of the standard streams."""

Found = tuple[str, bool, int, int, int, int]
"""Of a module its source, from the package's folder, whether it is a package, the source's time (ns) and size, and where its
code begins after the table, and how long it is."""

PACKAGE = os.path.dirname(os.path.dirname(__file__))


class _Loader(SourceFileLoader):
    """Loads a module whose code is known."""

    def __init__(self, name: str, source: str, code: bytes) -> None:
        super().__init__(name, source)
        self.code = code

    def get_code(self, fullname: str) -> CodeType | None:
        """The code, or what Python finds where that is damaged."""
        data, self.code = self.code, b""  # Loaded once: what is read of all modules is more than a megabyte.
        try:
            code: CodeType = marshal.loads(data)
        except (ValueError, TypeError, EOFError):
            return super().get_code(fullname)
        _imp._fix_co_filename(code, self.path)  # type: ignore[attr-defined]  # As Python does: the folder may be another now.
        return code


class _Finder:
    """Finds the modules that stand in the file, if their sources are as they were."""

    def __init__(self, file: int, size: int) -> None:
        self.file, self.base = file, HEAD + size
        self.kept: dict[str, Found] = marshal.loads(os.pread(file, size, HEAD))
        self.is_old = False

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        """Where a module is."""
        found = self.kept.get(name)
        if found is None:
            return None
        inside, is_package, modified, size, begin, length = found
        source = os.path.join(PACKAGE, inside)
        try:
            now = os.stat(source)
        except OSError:
            now = None
        if now is None or now.st_mtime_ns != modified or now.st_size != size:
            self.is_old = True
            return None
        loader = _Loader(name, source, os.pread(self.file, length, self.base + begin))
        spec = ModuleSpec(name, loader, origin=source, is_package=is_package)
        if is_package:
            spec.submodule_search_locations = [os.path.dirname(source)]
        spec.has_location = True
        return spec


def take() -> None:
    """Have modules loaded from the file, if it is there."""
    with suppress(OSError, ValueError, TypeError, EOFError, AttributeError):  # None, a damaged one, Windows without `pread`.
        file = os.open(_place(), os.O_RDONLY)
        if file < STREAMS:  # It has the place of a stream that is closed, which nothing else may take.
            os.close(file)
            return
        magic, size = os.pread(file, HEAD // 2, 0), int.from_bytes(os.pread(file, HEAD // 2, HEAD // 2), "big")
        if magic[: len(MAGIC_NUMBER)] == MAGIC_NUMBER:
            sys.meta_path.insert(0, _Finder(file, size))


def keep() -> None:
    """Write what this process has loaded, unless that came from the file."""
    finder = next((one for one in sys.meta_path if isinstance(one, _Finder)), None)
    if sys.dont_write_bytecode or not hasattr(os, "pread") or (finder is not None and not finder.is_old):
        return
    from pathlib import Path

    from deckmotor.saving import write_file

    # Only our own: which of others' there are, and where, is for each Python to find.
    ours = {name: module for name, module in sys.modules.items() if name.partition(".")[0] == "deckmotor"}
    made = {name: one for name, module in ours.items() if (one := _compiled(module)) is not None}
    with suppress(OSError):  # Installed by somebody else, a full disk: the next start is as slow as this one.
        write_file(Path(_place()), _packed(made), lasting=False)


def _packed(made: dict[str, tuple[str, bool, int, int, bytes]]) -> bytes:
    """The file: a head, the table, and all code."""
    begin, table = 0, {}
    for name, (*one, code) in made.items():
        table[name] = (*one, begin, len(code))
        begin += len(code)
    index = marshal.dumps(table)
    head = MAGIC_NUMBER.ljust(HEAD // 2, b"\0") + len(index).to_bytes(HEAD // 2, "big")
    return b"".join((head, index, *(code for *_, code in made.values())))


def _place() -> str:
    return cache_from_source(os.path.join(os.path.dirname(__file__), "build.py")) + ".all"


def _compiled(module: Any) -> tuple[str, bool, int, int, bytes] | None:
    """A module's source, whether it is a package, the source's time and size, and the code; None where Python keeps none."""
    spec = getattr(module, "__spec__", None)
    source = getattr(spec, "origin", None)
    if spec is None or not spec.has_location or not isinstance(spec.loader, SourceFileLoader) or source is None:
        return None
    try:
        now = os.stat(source)
        with open(cache_from_source(source), "rb") as file:
            data = file.read()
    except OSError:
        return None
    # As Python does: the time in whole seconds and the size, both in four bytes.
    written = int(now.st_mtime).to_bytes(8, "little")[:4] + now.st_size.to_bytes(8, "little")[:4]
    is_python = data[:8] == MAGIC_NUMBER + b"\0\0\0\0" and data[8:HEAD] == written
    is_package = spec.submodule_search_locations is not None
    inside = os.path.relpath(source, PACKAGE)
    return (inside, is_package, now.st_mtime_ns, now.st_size, data[HEAD:]) if is_python else None
