"""`list` and `check`: what there is, and what is wrong; neither writes anything."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_build import change
from tests.cli.test_program import complete


def test_everything_is_listed_under_headings(run: Run, talk: Path) -> None:
    result = run("list", "talk")
    assert result.exit_code == 0
    headings = [line.split(":")[0] for line in result.stdout.splitlines() if line and not line.startswith(" ")]
    assert headings == ["Variants", "Slides", "Themes", "Layouts of the theme"]
    assert not (talk / "build").exists()


def test_one_kind_comes_bare_for_other_programs(run: Run, talk: Path) -> None:
    assert [line.split()[0] for line in run("list", "talk", "variants").stdout.splitlines()] == ["harbour", "hillside"]
    assert [line.split()[0] for line in run("list", "slides", "talk").stdout.splitlines()][:3] == ["start", "why", "reasons"]
    assert {"motor", "natt"} <= {line.split()[0] for line in run("list", "themes", "talk").stdout.splitlines()}
    assert "cover" in [line.split()[0] for line in run("list", "layouts", "talk").stdout.splitlines()]


def test_slides_are_listed_as_a_variant_has_them(run: Run, talk: Path) -> None:
    base = run("list", "talk", "slides").stdout
    harbour = run("list", "talk", "slides", "--variant", "harbour").stdout
    assert "What about Harbour branch?" in harbour
    assert "What about" not in base
    assert "\nhours " in base
    assert "\nhours " not in harbour


def test_slides_are_listed_in_a_language(run: Run, talk: Path) -> None:
    assert run("translate", "sv", "--deck", "talk").exit_code == 0
    assert run("list", "languages", "talk").stdout == "sv\n"
    assert run("list", "slides", "talk", "--language", "sv").stdout
    assert "there is no language `de`" in run("list", "talk", "--language", "de").stderr


def test_slides_show_their_layout_in_a_column(run: Run, talk: Path) -> None:
    lines = run("list", "talk", "slides").stdout.splitlines()
    assert len({line.index(line.split()[1], len(line.split()[0])) for line in lines}) == 1


@pytest.mark.parametrize("words", [["slidse"], ["talk", "other"], ["talk", "slides", "--variant", "harbor"]])
def test_a_wrong_word_is_2(run: Run, talk: Path, words: list[str]) -> None:
    assert run("list", *words).exit_code == 2


def test_a_broken_deck_is_listed_as_far_as_it_goes(run: Run, talk: Path) -> None:
    change(talk / "deck/deck.yaml", "    columns:  ", "    colums:  ")
    result = run("list", "talk")
    assert result.exit_code == 1
    assert "harbour" in result.stdout
    assert "`colums`" in result.stderr


def test_a_sound_project_has_no_problems(run: Run, talk: Path) -> None:
    result = run("check", "talk")
    assert (result.exit_code, result.output) == (0, "")
    assert not (talk / "build").exists()


def test_check_looks_at_every_variant(run: Run, talk: Path) -> None:
    change(talk / "deck/variants/harbour.yaml", "remove: [hours]", "remove: [hour]")
    result = run("check", "talk")
    assert result.exit_code == 1
    assert "only in harbour" in result.stdout
    assert result.stdout.endswith("3 decks checked: 1 error\n")
    assert run("check", "talk", "--variant", "hillside").exit_code == 0


def test_a_warning_is_told_but_fails_nothing(run: Run, talk: Path) -> None:
    change(talk / "deck/deck.yaml", "      - Pupils look for a quiet place\n", "      - Pupils look for 𒀀 and peace\n")
    result = run("check", "talk")
    assert result.exit_code == 0
    assert "warning: " in result.stdout
    assert "[missing-glyph]" in result.stdout
    assert run("build", "talk").exit_code == 0


def test_tab_completes_variants_and_themes(talk: Path, here: Path) -> None:
    assert complete("build talk --variant h", here) == ["harbour", "hillside"]
    assert complete("build talk --theme na", here) == ["natt"]
    assert "slides" in complete("list s", here)


@pytest.mark.parametrize(
    ("said", "instead"), [("en-da", "en→da"), ("svenska", "sv"), ("sv-XX", "sv"), ("xx", "en"), ("en→fin", "fi"), ("", "en")]
)
def test_what_is_no_language_gets_no_file(run: Run, talk: Path, said: str, instead: str) -> None:
    result = run("translate", said, "--deck", "talk")
    assert result.exit_code == 2
    assert "is no language; " in result.stderr
    assert f"`{instead}`" in result.stderr
    assert not (talk / "languages").exists()
