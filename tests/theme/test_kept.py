"""A theme from the cache is the theme that was made."""

from pathlib import Path

import pytest

from deckmotor.cache import Cache
from deckmotor.diagnostics import Diagnostic
from deckmotor.span import Span
from deckmotor.theme.kept import kept_theme
from deckmotor.theme.read import read_theme
from deckmotor.theme.theme import Theme
from deckmotor.workspace import DiskWorkspace, MemoryWorkspace, builtin_themes

PLACE = Span("deck.yaml")


@pytest.mark.parametrize("name", ["motor", "natt"])
@pytest.mark.parametrize("size", ["16:9", "4:3"])
def test_it_comes_back_as_it_was(tmp_path: Path, name: str, size: str) -> None:
    workspace, cache = DiskWorkspace(tmp_path, builtin_themes()), Cache(tmp_path / "cache")
    made = read_theme(workspace, name, size, PLACE)
    assert kept_theme(workspace, name, size, PLACE, cache) == made
    assert len(list((tmp_path / "cache").iterdir())) == 1
    assert kept_theme(workspace, name, size, PLACE, cache) == made


def test_a_theme_is_kept_for_each_shape_of_page(tmp_path: Path) -> None:
    workspace, cache = DiskWorkspace(tmp_path, builtin_themes()), Cache(tmp_path / "cache")
    for size, shape in [("16:9", 16 / 9), ("4:3", 4 / 3)] * 2:
        theme, _ = kept_theme(workspace, "motor", size, PLACE, cache)
        assert theme is not None
        assert theme.width / theme.height == pytest.approx(shape, abs=1e-4)


def test_it_is_made_anew_for_another_name_or_a_damaged_cache(tmp_path: Path) -> None:
    workspace, cache = DiskWorkspace(tmp_path, builtin_themes()), Cache(tmp_path / "cache")
    kept_theme(workspace, "motor", "16:9", PLACE, cache)
    assert kept_theme(workspace, "natt", "16:9", PLACE, cache) == read_theme(workspace, "natt", "16:9", PLACE)
    for entry in (tmp_path / "cache").iterdir():
        entry.write_bytes(b"\x93" + entry.read_bytes())
    assert kept_theme(workspace, "motor", "16:9", PLACE, cache) == read_theme(workspace, "motor", "16:9", PLACE)


def kept(workspace: MemoryWorkspace, cache: Cache) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
    """The theme `own`, made or kept: the same as one that is made without a cache."""
    found = kept_theme(workspace, "own", "16:9", PLACE, cache)
    assert found == read_theme(workspace, "own", "16:9", PLACE) == kept_theme(workspace, "own", "16:9", PLACE, cache)
    return found


def themes(**files: str) -> MemoryWorkspace:
    motor = (builtin_themes() / "motor" / "theme.yaml").read_bytes()
    more = {f"themes/{path}": text.encode() for path, text in files.items()}
    return MemoryWorkspace({"themes/motor/theme.yaml": motor, **more})


OWN = {"own/theme.yaml": "extends: between\nlabel: Egen\n", "between/theme.yaml": "{extends: motor, label: M}\n"}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("own/theme.yaml", "extends: between\nlabel: Annan\n"),
        ("between/theme.yaml", "{extends: motor, label: M, colours: {ink: '000000'}}\n"),
        ("own/pictures/logo.png", "a"),
        ("between/fonts/a/b.ttf", "a"),
    ],
)
def test_each_file_of_its_folders_counts(tmp_path: Path, path: str, text: str) -> None:
    cache = Cache(tmp_path)
    kept(themes(**OWN), cache)
    kept(themes(**OWN), cache)
    assert len(list(tmp_path.iterdir())) == 1
    for count, changed in enumerate(({path: text}, {path: text + " "}), start=2):
        kept(themes(**{**OWN, **changed}), cache)
        assert len(list(tmp_path.iterdir())) == count


def test_a_theme_that_another_was_called_before_is_not_taken_for_it(tmp_path: Path) -> None:
    kept(themes(**OWN), Cache(tmp_path))
    renamed = themes(**{"own/theme.yaml": OWN["own/theme.yaml"], "betweem/theme.yaml": OWN["between/theme.yaml"]})
    theme, problems = kept(renamed, Cache(tmp_path))
    assert theme is None and [one.code for one in problems] == ["unknown-theme"]


def test_its_warnings_are_kept_too(tmp_path: Path) -> None:
    pale = {**OWN, "own/theme.yaml": "extends: motor\nlabel: Egen\ncolours: {ink: CCCCCC}\nfonts: {body: Okänd}\n"}
    _, problems = kept(themes(**pale), Cache(tmp_path))
    assert {one.code for one in problems} == {"low-contrast", "unmeasured-font"}
    assert len(list(tmp_path.iterdir())) == 1
