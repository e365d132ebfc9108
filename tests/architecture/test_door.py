"""All that is written, moved or taken away goes through `saving`, which says what it promises."""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.test_imports import MAY_SEE_OUTSIDE, modules

OF_OS = {
    "open", "write", "replace", "rename", "renames", "unlink", "remove", "rmdir", "removedirs", "mkdir", "makedirs", "link",
    "symlink", "truncate", "ftruncate", "chmod", "utime", "mkfifo",
}  # fmt: skip
OF_PATHS = {"write_bytes", "write_text", "touch", "rename", "unlink", "rmdir", "mkdir", "symlink_to", "hardlink_to"}
READERS = {"workspace": {"os.open", "open"}, "cli.streams": {"os.open"}, "cli.compiled": {"os.open", "open"}}
"""Modules that open what they read or print on."""


def effects(source: str) -> Iterator[str]:
    """What a module calls that may change files."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Name) and node.id == "open":
            yield "open"
        if isinstance(node, ast.Attribute):
            of_os = isinstance(node.value, ast.Name) and node.value.id == "os"
            if of_os and node.attr in OF_OS:
                yield f"os.{node.attr}"
            elif not of_os and node.attr in OF_PATHS:
                yield node.attr


def test_only_one_module_writes() -> None:
    """`test_imports` holds that the others see no files at all."""
    seeing = {name: source for name, source in modules().items() if name.split(".")[0] in MAY_SEE_OUTSIDE - {"saving"}}
    found = {name: {*effects(source)} - READERS.get(name, set()) for name, source in seeing.items()}
    assert {name: names for name, names in found.items() if names} == {}


@pytest.mark.parametrize("line", ["path.write_bytes(b'')", "os.replace(a, b)", "open(path)", "self.folder.mkdir()"])
def test_a_write_is_seen(line: str) -> None:
    assert [*effects(line)]


def test_what_reads_never_opens_to_write() -> None:
    source = modules()["workspace"]
    assert "O_WRONLY" not in source and "O_RDWR" not in source and "O_CREAT" not in source
