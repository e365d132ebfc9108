"""What a deck names may be anything: it reads plain files of its project, and of the folders that its head allows."""

import os
import socket
from pathlib import Path

import pytest

from tests.hostile.attack import Files, build, problems, run, write

SLIDES = "title: T\n{head}slides:\n  - {{id: a, title: A, text: a}}\n"

OUT: dict[str, str] = {
    "up": "../../../../../../../../etc/passwd",
    "absolute": "/etc/passwd",
    "a device": "/dev/zero",
    "a drive": r"C:\Windows\win.ini",
    "a drive with slashes": "C:/Windows/win.ini",
    "another computer": r"\\server\share\x.yaml",
    "another computer with slashes": "//server/share/x.yaml",
    "a link out": "link/secret.yaml",
    "a link to a device": "zero.yaml",
}
THERE: dict[str, str] = {
    "its folder": ".",
    "the folder above": "..",
    "a pipe": "pipe.yaml",
    "a socket": "socket.yaml",
    "a link to itself": "loop.yaml",
    "a gigabyte": "large.yaml",
    "a file that may not be read": "locked.yaml",
}
NOWHERE: dict[str, str] = {
    "very long": "x" * 5_000,
    "very deep": "x/" * 2_000 + "y",
    "a line break": '"a\\nb"',
    "a home": "~/x.yaml",
    "a web address": "https://example.org/x.yaml",
    "a stream": "deck.yaml:x",
    "a device of Windows": "CON",
    "a pattern": '"*"',
    "a command": '"| ls"',
    "a variable of the shell": '"$HOME/x"',
    "a direction": '"a\\u202exslx"',
    "NUL": '"a\\0b"',
    "a bell": '"a\\ab"',
}
HIDDEN = ("NUL", "a bell")
"""Paths with a character that the parser refuses."""

SOUND = ""

PATHS = {**OUT, **THERE, **NOWHERE}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with all that may stand in a folder; beside it a secret."""
    folder = tmp_path / "project"
    write(
        tmp_path, {"secret/secret.yaml": "- {title: Hemligt, text: a}\n", "project/deck/locked.yaml": "- {title: B, text: b}\n"}
    )
    deck = folder / "deck"
    (deck / "link").symlink_to(tmp_path / "secret")
    (deck / "zero.yaml").symlink_to("/dev/zero")
    (deck / "loop.yaml").symlink_to("loop.yaml")
    os.mkfifo(deck / "pipe.yaml")
    here = Path.cwd()
    os.chdir(deck)  # The path of a socket has a hundred characters at most.
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("socket.yaml")
    os.chdir(here)
    with (deck / "large.yaml").open("wb") as file:
        file.truncate(1 << 30)
    (deck / "locked.yaml").chmod(0)
    return folder


def slides(line: str) -> Files:
    """A deck with a slide for each path."""
    return {"deck/deck.yaml": SLIDES.format(head="") + "".join(line.format(path) for path in PATHS.values())}


def variants(line: str) -> Files:
    """A deck with a variant for each path."""
    each = "".join(f"  v{number}: {{{{{line}}}}}\n".format(path) for number, path in enumerate(PATHS.values()))
    return {"deck/deck.yaml": SLIDES.format(head=""), "deck/variants.yaml": f"variants:\n{each}"}


def wanted(name: str) -> str:
    """The code that a path is told with where it should name a file to read."""
    if name in HIDDEN:
        return "bad-character"
    if name in OUT:
        return "file-outside"
    if name in THERE:
        return "file-too-large" if name == "a gigabyte" else "file-unreadable"
    return "file-unreadable" if name == "very long" else "file-missing"


def codes_by_path(folder: Path, first: int) -> dict[str, set[str]]:
    """The codes that each path is told with; the first of them stands on line `first`."""
    found: dict[str, set[str]] = {name: set() for name in PATHS}
    names = list(PATHS)
    for one in problems(folder):
        found[names[one["line"] - first]].add(one["code"])
    return found


@pytest.mark.parametrize("line", ["  - include: {}\n", "  - {{title: B, picture: {{file: {}, alt: x}}}}\n"])
def test_only_plain_files_of_the_project_are_read(project: Path, line: str) -> None:
    write(project, slides(line))
    readable = "a file that may not be read" if os.access(project / "deck/locked.yaml", os.R_OK) else ""  # By root.
    found = codes_by_path(project, 4)
    assert [name for name in PATHS if wanted(name) not in found[name] and name != readable] == []


@pytest.mark.parametrize("name", ["up", "another computer", "a link to a device", "a pipe", "a link to itself", "a gigabyte"])
def test_a_table_is_a_plain_file_of_the_project(project: Path, name: str) -> None:
    write(project, {"deck/deck.yaml": SLIDES.format(head=""), "deck/variants.yaml": f"each: {PATHS[name]}\n"})
    assert [one["code"] for one in problems(project)] == [wanted(name)]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("  - {{title: B, text: b, layout: {}}}\n", "unknown-layout"),
        ("  - {{title: B, text: b, id: {}}}\n", "bad-id"),
        ("  - {{title: B, text: b, language: {}}}\n", "bad-language"),
        ("  - {{title: B, text: '[a](#{})'}}\n", "unknown-slide"),
    ],
)
def test_names_are_no_paths(project: Path, line: str, code: str) -> None:
    write(project, slides(line))
    for codes in codes_by_path(project, 4).values():
        assert codes <= {code, "bad-character", "bad-link", "duplicate-id"}
    assert not list(project.parent.rglob("*.pptx"))


@pytest.mark.parametrize("themes", [variants("theme: {}"), slides("  - {{title: B, text: b}}\n")], ids=["theme", "extends"])
def test_themes_are_names_of_folders(project: Path, themes: Files) -> None:
    write(project, themes)
    if "deck/variants.yaml" not in themes:
        own = {f"themes/t{number}/theme.yaml": f"extends: {path}\n" for number, path in enumerate(PATHS.values())}
        write(project, {**own, **variants("theme: own"), "deck/variants.yaml": all_themes(len(own))})
    codes = [one["code"] for one in build(project).problems]  # The base deck has a theme that is there.
    assert codes.count("bad-character") == len(HIDDEN)
    assert set(codes) == {"bad-character", "unknown-theme"}
    assert codes.count("unknown-theme") >= len(PATHS) - len(HIDDEN)


def all_themes(count: int) -> str:
    return "variants:\n" + "".join(f"  v{number}: {{theme: t{number}}}\n" for number in range(count))


def test_decks_are_written_into_their_folder_only(project: Path) -> None:
    write(project, variants("file: {}"))
    bad = {one["line"] - 2 for one in problems(project)}
    sound = [path for number, path in enumerate(PATHS.values()) if number not in bad]
    assert sound == [path for name, path in PATHS.items() if path.endswith(".yaml") and "/" not in path and "\\" not in path]
    assert not list(project.parent.rglob("*.pptx"))


ALLOWED = "title: T\nallow: [../../shared]\nslides:\n  - include: ../../shared/slides.yaml\n"


def test_the_head_allows_folders_outside(tmp_path: Path) -> None:
    picture = Path(__file__).parents[1] / "decks/every-slide/pictures/tall.png"
    slide = "- title: B\n  picture: {file: tall.png, alt: x}\n"
    write(tmp_path, {"shared/slides.yaml": slide, "shared/tall.png": picture.read_bytes(), "project/deck/deck.yaml": ALLOWED})
    assert len(build(tmp_path / "project").decks) == 1
    write(tmp_path, {"shared/slides.yaml": "- title: B\n  pictur: x\n"})
    done = run(tmp_path / "project", "check")
    assert "shared/slides.yaml:2:3: error: `…` is not a key of a slide" in done.stdout  # What stands there is not told.
    assert "| " not in done.stdout, "the line is not quoted"


def test_it_allows_those_alone(tmp_path: Path) -> None:
    write(tmp_path, {"shared/up.yaml": "- include: ../secret.yaml\n", "shared2/x.yaml": "", "secret.yaml": ""})
    (tmp_path / "shared" / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    names = ("../../shared/up.yaml", "../../shared/link.yaml", "../../shared2/x.yaml", "../../shared/../x.yaml")
    slides = "".join(f"  - include: {name}\n" for name in names)
    write(tmp_path, {"project/deck/deck.yaml": f"title: T\nallow: ../../shared\nslides:\n{slides}"})
    assert build(tmp_path / "project").codes == ("file-outside",) * 4


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    write(tmp_path, {"deck/deck.yaml": SLIDES.format(head="allow: [../../nowhere]\n")})
    assert build(tmp_path).codes == ("folder-missing",)


def test_neither_layers_nor_included_files_allow_anything(tmp_path: Path) -> None:
    write(tmp_path, {"secret.yaml": "- {title: a, text: b}\n"})
    deck = SLIDES.format(head="") + "  - include: s.yaml\n"
    files: Files = {
        "deck/deck.yaml": deck,
        "deck/s.yaml": "allow: ../..\nslides:\n  - include: ../../secret.yaml\n",
        "deck/variants.yaml": "allow: ../..\nvariants: {a: {}}\n",
    }
    write(tmp_path / "project", files)
    codes = build(tmp_path / "project").codes
    assert "file-outside" in codes
    assert codes.count("unknown-key") == 2


def odd_project(folder: Path) -> None:
    """Where a folder of variants or themes is expected, all kinds of things."""
    write(folder, {"deck/deck.yaml": SLIDES.format(head=""), "themes/a/theme.yaml/x": "", "deck/variants/b.yaml/x": ""})
    (folder / "themes" / "loop").symlink_to("loop")
    (folder / "themes" / "etc").symlink_to("/etc")
    (folder / "themes" / "pipe").mkdir()
    os.mkfifo(folder / "themes" / "pipe" / "theme.yaml")
    (folder / "deck" / "variants" / "passwd.yaml").symlink_to("/etc/passwd")
    os.mkfifo(folder / "deck" / "variants" / "pipe.yaml")
    (folder / os.fsdecode(b"themes/\xff\xfe")).mkdir()
    (folder / os.fsdecode(b"deck/variants/\xff.yaml")).write_text("name: a\n")


def test_odd_files_among_themes_and_variants(tmp_path: Path) -> None:
    odd_project(tmp_path)
    assert build(tmp_path).codes == ("file-unreadable", "file-outside", "file-unreadable")
    assert run(tmp_path, "list", "themes").returncode == 1


@pytest.mark.parametrize("name", ["deck/variants", "themes", "build", "deck/variants.yaml/x", "deck/deck.yaml/x"])
def test_a_file_for_a_folder_and_the_other_way(tmp_path: Path, name: str) -> None:
    if not name.startswith("deck/deck.yaml"):
        write(tmp_path, {"deck/deck.yaml": SLIDES.format(head="")})
    write(tmp_path, {name: ""})
    run(tmp_path, "build")
    run(tmp_path, "list")


def test_a_deck_whose_place_is_taken_by_a_folder(tmp_path: Path) -> None:
    write(tmp_path, {"deck/deck.yaml": SLIDES.format(head=""), "build/t.pptx/x": ""})
    done = run(tmp_path, "build")
    assert done.returncode == 1
    assert "Can't write build/t.pptx" in done.stderr
    assert [place.name for place in (tmp_path / "build").iterdir()] == ["t.pptx"]
