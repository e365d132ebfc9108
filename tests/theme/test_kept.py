"""A theme from the cache is the theme that was made."""

from pathlib import Path

import pytest

from deckmotor.cache import Cache
from deckmotor.span import Span
from deckmotor.theme.kept import kept_theme
from deckmotor.theme.read import read_theme
from deckmotor.workspace import DiskWorkspace, builtin_themes

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
