"""`explain` and `list --matrix`: where values come from, and which slides each deck has."""

import json
from pathlib import Path

import pytest

from deckmotor.cli.matrix import in_words
from tests.cli.conftest import Run
from tests.cli.test_build import change


def test_a_slide_is_explained_value_by_value(run: Run, talk: Path) -> None:
    result = run("explain", "harbour", "start", "--deck", "talk")
    assert result.exit_code == 0
    assert "Slide 1 of harbour, `start`: from the deck, deck/deck.yaml:" in result.stdout
    assert "  subtitle: Evening hours at Harbour branch\n      all variants, deck/variants.yaml:9, written " in result.stdout
    assert "${name} is Harbour branch  (the table, deck/branches.yaml:" in result.stdout


def test_a_number_names_a_slide_too(run: Run, talk: Path) -> None:
    assert run("explain", "1", "--deck", "talk").stdout == run("explain", "start", "--deck", "talk").stdout


def test_the_deck_may_stand_before_or_after_the_other_words(run: Run, talk: Path) -> None:
    named = run("explain", "harbour", "start", "--deck", "talk").stdout
    assert run("explain", "talk", "harbour", "start").stdout == named
    assert run("explain", "harbour", "start", "talk").stdout == named
    assert run("translate", "sv", "talk", "--check").stdout == run("translate", "sv", "--deck", "talk", "--check").stdout != ""


def test_a_room_is_named_by_its_name_or_by_options(run: Run, talk: Path) -> None:
    (talk / "deck/audiences.yaml").write_text("staff: {changes: {start: {subtitle: Till personalen}}}\n", "utf-8")
    named = run("explain", "harbour/staff", "start", "--deck", "talk")
    assert "Slide 1 of harbour/staff, `start`" in named.stdout
    assert "instead of Till personalen  (the audience staff, deck/audiences.yaml:1)" in named.stdout
    assert run("explain", "start", "--variant", "harbour", "--audience", "staff", "--deck", "talk").stdout == named.stdout
    data = json.loads(run("explain", "start", "--audience", "staff", "--deck", "talk", "--format", "json").stdout)
    assert (data["variant"], data["audience"], data["language"]) == (None, "staff", None)
    assert run("explain", "harbour", "start", "--audience", "staff", "--deck", "talk").stdout == named.stdout
    both = run("explain", "harbour/staff", "start", "--variant", "hillside", "--deck", "talk").stderr
    assert "`harbour/staff` and --variant hillside name two decks; leave out one" in both
    unknown = run("explain", "harbour", "start", "--audience", "stuff", "--deck", "talk").stderr
    assert "there is no audience `stuff`; did you mean `staff`?" in unknown


def test_data_is_for_programs(run: Run, talk: Path) -> None:
    data = json.loads(run("explain", "harbour", "start", "--deck", "talk", "--format", "json").stdout)
    assert (data["variant"], data["slide"], data["number"]) == ("harbour", "start", 1)
    subtitle = next(one for one in data["values"] if one["way"] == ["subtitle"])
    assert subtitle["span"]["file"] == "deck/variants.yaml" and subtitle["variables"][0]["name"] == "name"


def test_a_slide_that_a_layer_takes_out_says_so(run: Run, talk: Path) -> None:
    assert (
        "`hours` is not in harbour: the variant harbour takes it out"
        in run("explain", "harbour", "hours", "--deck", "talk").stdout
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("harbor", "start"), "there is no variant `harbor`; did you mean `harbour`?"),
        (("harbour", "strat"), "the variant `harbour` has no slide `strat`; did you mean `start`?"),
        (("strat",), "the base deck has no slide `strat`; did you mean `start`?"),
        (("99",), "the base deck has no slide `99`"),
        (("a", "b", "c"), "`c` is a third word"),
        ((), "Missing argument"),
    ],
)
def test_wrong_words_are_answered_with_the_nearest(run: Run, talk: Path, words: tuple[str, ...], said: str) -> None:
    result = run("explain", *words, "--deck", "talk")
    assert result.exit_code == 2
    assert said in result.stderr


def test_files_that_can_t_be_read_are_told(run: Run, talk: Path) -> None:
    change(talk / "deck/variants.yaml", "each: branches.yaml", "each: branchs.yaml")
    result = run("explain", "start", "--deck", "talk")
    assert result.exit_code == 1
    assert "branchs.yaml" in result.stderr


@pytest.mark.parametrize("words", ["--matrix --variant harbour", "--matrix slides", "slides --format json"])
def test_the_matrix_is_of_all_decks(run: Run, talk: Path, words: str) -> None:
    result = run("list", "talk", *words.split())
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--matrix" in result.stderr


def test_the_matrix_shows_which_slides_each_deck_has(run: Run, talk: Path) -> None:
    lines = [line.split() for line in run("list", "talk", "--matrix").stdout.splitlines()]
    assert lines[0] == ["base", "harbour", "hillside"]
    assert ["start", "=", "~", "~"] in lines
    assert ["talk", ".", "~", "~"] in lines
    assert ["hours", "=", ".", "="] in lines
    data = json.loads(run("list", "talk", "--matrix", "--format", "json").stdout)
    assert data["decks"] == ["base", "harbour", "hillside"]
    assert {"base": "same", "harbour": None, "hillside": "same"} in [slide["decks"] for slide in data["slides"]]


def test_of_many_decks_each_slide_is_told_in_words() -> None:
    names = [f"k{number}" for number in range(20)]
    assert in_words("=" * 20, names) == "all"
    assert in_words("=" * 19 + ".", names) == "all but k19"
    assert in_words("~~" + "." * 18, names) == "k0, k1"
    assert in_words("=" * 8 + "~" + "." * 11, names) == "9 of 20; its own in k8"
