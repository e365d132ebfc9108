"""Reading stays in the project; writing is whole or not at all."""

import os
from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest

from deckmotor.saving import clear_parts, keep_or_write, write_file
from deckmotor.workspace import (
    DiskWorkspace,
    MemoryWorkspace,
    OutsideProjectError,
    TooLargeError,
    Workspace,
    builtin_themes,
    path_from,
)

FILES = {"deck/deck.yaml": b"title: A\n", "deck/a/b.yaml": b"1", "themes/own/theme.yaml": b"2"}


@pytest.fixture(params=["disk", "memory"])
def workspace(request: pytest.FixtureRequest, tmp_path: Path) -> Workspace:
    made: Workspace = DiskWorkspace(tmp_path) if request.param == "disk" else MemoryWorkspace({})
    for path, data in FILES.items():
        made.write(path, data)
    return made


def test_both_kinds_of_workspace_are_alike(workspace: Workspace) -> None:
    assert workspace.read("deck/deck.yaml") == FILES["deck/deck.yaml"]
    assert workspace.names("deck") == ("a", "deck.yaml")
    assert workspace.names("nowhere") == ()
    assert workspace.exists("deck/a")
    assert not workspace.exists("deck/c")
    with pytest.raises(FileNotFoundError):
        workspace.read("deck/c.yaml")


@pytest.mark.parametrize("path", ["../secret", "deck/../../secret", "/secret", "link/secret"])
def test_no_path_leads_out_of_the_project(tmp_path: Path, path: str) -> None:
    (tmp_path / "secret").write_bytes(b"no")
    (tmp_path / "project").mkdir()
    (tmp_path / "project/link").symlink_to(tmp_path)
    with pytest.raises(PermissionError):
        DiskWorkspace(tmp_path / "project").read(path)


def test_built_in_themes_stand_behind_the_projects_own(tmp_path: Path) -> None:
    builtin, project = tmp_path / "builtin", tmp_path / "project"
    for place in (
        builtin / "a/theme.yaml",
        builtin / "b/theme.yaml",
        project / "themes/b/theme.yaml",
        project / "themes/c/theme.yaml",
    ):
        write_file(place, str(place.relative_to(tmp_path)).encode())
    workspace = DiskWorkspace(project, builtin)
    assert workspace.names("themes") == ("a", "b", "c")
    assert workspace.read("themes/a/theme.yaml") == b"builtin/a/theme.yaml"
    assert workspace.read("themes/b/theme.yaml") == b"project/themes/b/theme.yaml"
    with pytest.raises(PermissionError):
        workspace.read("themes/../../secret")


def test_the_built_in_themes_are_there() -> None:
    assert {"motor", "natt"} <= set(os.listdir(builtin_themes()))


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    write_file(tmp_path / "deck.pptx", b"old")
    with pytest.raises(TypeError):
        write_file(tmp_path / "deck.pptx", "no bytes")  # type: ignore[arg-type]
    assert (tmp_path / "deck.pptx").read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["deck.pptx"]


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    write_file(tmp_path / "new/deck.pptx", b"longer than the next")
    write_file(tmp_path / "new/deck.pptx", b"short")
    assert (tmp_path / "new/deck.pptx").read_bytes() == b"short"
    assert os.listdir(tmp_path / "new") == ["deck.pptx"]


def test_what_takes_the_place_of_another_is_on_the_disk_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new file has nothing to lose, and waiting for the disk takes longer than a deck of many."""
    seen: list[int] = []
    place = tmp_path / "deck.pptx"
    monkeypatch.setattr(os, "fsync", lambda file: seen.append(os.fstat(file).st_size))
    for data, written, flushed in ((b"new", True, []), (b"new", False, []), (b"newer", True, [5])):
        assert keep_or_write(place, data) is written
        assert (place.read_bytes(), seen) == (data, flushed)


def test_only_as_much_is_read_as_was_asked_for(workspace: Workspace) -> None:
    workspace.write("deck/large", b"x" * 11)
    assert workspace.read("deck/large", 11) == b"x" * 11
    with pytest.raises(TooLargeError) as error:
        workspace.read("deck/large", 10)
    assert (error.value.size, error.value.limit) == (11, 10)


@pytest.mark.parametrize("path", ["pipe", "/dev/null", "", "loop", "a\0b", "x" * 5_000, "\ud800"])
def test_what_is_no_plain_file_is_not_read(tmp_path: Path, path: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to("loop")
    workspace = DiskWorkspace(tmp_path, allowed=(Path("/dev"),))
    with pytest.raises(OSError):
        workspace.read(path)
    assert not workspace.exists("loop/x")
    assert workspace.names("pipe") == ()


def test_folders_outside_can_be_allowed(tmp_path: Path) -> None:
    write_file(tmp_path / "shared/deep/x", b"x")
    write_file(tmp_path / "shared2/x", b"x")
    write_file(tmp_path / "project/own", b"x")
    files = {"../shared/deep/x": b"x", "../shared2/x": b"x", "own": b"x"}
    for inside in (DiskWorkspace(tmp_path / "project"), MemoryWorkspace(files)):
        workspace = inside.allowing(["../shared"])
        assert workspace.read("../shared/deep/x") == workspace.read("own") == b"x"
        for reader, path in ((inside, "../shared/deep/x"), (workspace, "../shared2/x")):
            with pytest.raises(OutsideProjectError):
                reader.read(path)


@pytest.mark.parametrize(
    ("file", "name", "path"),
    [
        ("deck/a/b.yaml", "c.yaml", "deck/a/c.yaml"),
        ("deck/b.yaml", "../../x", "../x"),
        ("deck/b.yaml", " /x/../y ", "/y"),
        ("deck/b.yaml", "C:\\x", "C:\\x"),
        ("deck/b.yaml", "\\\\server\\x", "\\\\server\\x"),
        ("b.yaml", ".", "."),
    ],
)
def test_a_path_counts_from_the_file_that_names_it(file: str, name: str, path: str) -> None:
    assert path_from(file, name) == path


def test_what_another_build_is_writing_stays(tmp_path: Path) -> None:
    import fcntl

    part = tmp_path / ".deck.pptx.0123456789ab.part"
    with part.open("wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        clear_parts(tmp_path)
        assert part.exists()
    clear_parts(tmp_path)
    assert not part.exists()


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_name_is_found_in_either_form_of_unicode(workspace: Workspace, form: Literal["NFC", "NFD"]) -> None:
    workspace.write(f"bilder {normalize(form, 'å')}/{normalize(form, 'ö')}.png", b"1")
    others: tuple[Literal["NFC", "NFD"], ...] = ("NFC", "NFD")
    for other in others:
        path = path_from("deck.yaml", normalize(other, "bilder å/ö.png"))
        assert path == normalize("NFC", path)
        assert workspace.exists(path) and workspace.read(path) == b"1"
        assert workspace.read(normalize(other, path)) == b"1"
