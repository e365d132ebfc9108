"""Nothing is made again that would be the same, and everything is that would not."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from deckmotor.batch.ledger import Ledger
from deckmotor.batch.run import Batch
from deckmotor.cache import Cache
from tests.batch.trial import DECK, FILES, Files, build, differing, fresh, order, standing, workspace
from tests.pictures.made import png

ITEM = "En punkt som säger så mycket att bara några av dem får rum på en och samma bild, hur litet de än sätts"

LONG: Files = {
    **FILES,
    "deck.yaml": f"""{DECK}
  - title: Lång
    bullets: [{", ".join(f"{ITEM} {number}" for number in range(30))}]
  - title: Få
    bullets: [Ja, Nej]
""",
}
"""With a slide that is split, and one whose layout is chosen: the base deck has a say in how others have them."""

EDITS: dict[str, tuple[str, str, str]] = {
    "a comment": ("deck.yaml", "\ntitle", "\n# Ny rad\ntitle"),
    "a bullet": ("deck.yaml", "- Ett", "- Ett till"),
    "a bullet of an audience": ("deck.yaml", "text: Två", "text: Andra"),
    "an item of what is split": ("deck.yaml", f"{ITEM} 7", "Kort"),
    "one of few points": ("deck.yaml", "[Ja, Nej]", "[Ja, Nej, Kanske]"),
    "a condition": ("deck.yaml", "> 10", "> 20"),
    "the language": ("deck.yaml", "language: sv", "language: en"),
    "the theme": ("deck.yaml", "language: ", "theme: natt\nlanguage: "),
    "the default of a variable": ("deck.yaml", "kind: lång", "kind: ny"),
    "an audience's layer": ("audiences.yaml", "lista: {notes: Bara här}", "lista: {notes: Bara där}"),
    "another audience": ("audiences.yaml", "politiker:", "personal: {}\npolitiker:"),
    "the layer of all variants": ("variants.yaml", "Till ", "Hej "),
    "a cell": ("table.csv", "Motala;kort", "Motala;ny"),
    "a number in a condition": ("table.csv", "12", "5"),
    "a column that nothing uses": ("table.csv", "folk\nkalix;Kalix;kort;9", "folk;x\nkalix;Kalix;kort;9;1"),
    "a row less": ("table.csv", "varberg;Varberg;lång;30\n", ""),
    "a row more": ("table.csv", "folk\n", "folk\nlund;Lund;ny;1\n"),
    "a variant's own file": ("variants/kalix.yaml", "En, Två", "En, Tre"),
    "the numbers of a chart": ("tal.csv", "A;1", "A;5"),
    "a picture": ("bild.png", "", ""),
    "the tokens of a theme": ("themes/motor/theme.yaml", "", ""),
}


def edited(files: Files, edit: str) -> Files:
    """With one edit, where there still is what it edits."""
    path, old, new = EDITS[edit]
    if edit == "a picture":
        return {**files, path: png(Image.new("RGB", (700, 900), "teal"))}
    text = files.get(path) or workspace(files).read(path).decode()
    assert isinstance(text, str)
    if edit == "the tokens of a theme":
        return {**files, path: text.replace("accent: B93F19", "accent: 8A1F5C")}
    return {**files, path: text.replace(old, new, 1) if new == "" or new not in text else text}


@settings(max_examples=2, deadline=None)
@given(st.lists(st.sampled_from(sorted(EDITS)), min_size=3, max_size=3, unique=True))
def test_after_any_edits_the_folder_has_what_a_fresh_build_makes(
    tmp_path_factory: pytest.TempPathFactory, edits: list[str]
) -> None:
    folder, files = tmp_path_factory.mktemp("built"), LONG
    made = build(files, folder / "out", folder / "cache")
    for edit in edits:
        files = edited(files, edit)
        made = build(files, folder / "out", folder / "cache")
        expected = fresh(files)
        stands = standing(folder / "out")
        assert differing({name: stands[name] for name in expected}, expected) == {}, edit
    again = build(files, folder / "out", folder / "cache")
    assert [one.touched for one in again.values()] == [0] * len(made)
    assert {name: one.problems for name, one in again.items()} == {name: one.problems for name, one in made.items()}


MADE_AGAIN = {
    "a comment": set(),
    "a cell": {"motala", "motala/politiker"},
    "a number in a condition": {"motala", "motala/politiker"},
    "an audience's layer": {"politiker", "kalix/politiker", "motala/politiker", "varberg/politiker"},
    "a variant's own file": {"kalix", "kalix/politiker"},
}


@pytest.mark.parametrize("edit", MADE_AGAIN)
def test_only_what_changed_is_made_again(tmp_path: Path, edit: str) -> None:
    build(FILES, tmp_path / "out", tmp_path / "cache")
    before = times(tmp_path / "out")
    made = build(edited(FILES, edit), tmp_path / "out", tmp_path / "cache")
    assert {name for name, one in made.items() if one.touched} == MADE_AGAIN[edit]
    assert sum(before[name] != time for name, time in times(tmp_path / "out").items()) == len(MADE_AGAIN[edit])


ALL, POLITICIANS = {"", "kalix", "motala", "varberg"}, {"politiker", "kalix/politiker", "motala/politiker", "varberg/politiker"}

LOOKED_AT = {
    **MADE_AGAIN,
    "a bullet of an audience": POLITICIANS - {"kalix/politiker"},
    "a condition": {"motala", "motala/politiker"},
    "the default of a variable": {"", "politiker"},
    "a column that nothing uses": set(),
    "an item of what is split": ALL | POLITICIANS,
    "a picture": (ALL | POLITICIANS) - {"kalix", "kalix/politiker"},
    "the tokens of a theme": ALL | POLITICIANS,
    "another audience": {"personal", "kalix/personal", "motala/personal", "varberg/personal"},
    "a row less": set(),
}


def test_only_decks_that_show_it_are_looked_at(tmp_path: Path) -> None:
    build(LONG, tmp_path / "out", tmp_path / "cache")
    for edit, expected in LOOKED_AT.items():
        asked = order(edited(LONG, edit), tmp_path / "out", tmp_path / "cache")
        missing = {edition.name for edition in Batch(asked, asked.project.editions)._missing()}
        assert missing == expected, edit


READING: Files = {
    "deck.yaml": """title: Tal
variables: {ort: A}
slides:
  - {title: "Tal för ${ort}", chart: {file: tal.csv, line: år, values: [tal], where: {ort: "${ort}"}}}
  - {title: Kod, only: politiker, code: {file: kod.py, lines: 1-2}}
""",
    "audiences.yaml": "politiker: {}\n",
    "variants.yaml": "each: table.csv\n",
    "table.csv": "id;ort\nbe;B\nce;C\n",
    "tal.csv": "ort;år;tal\nA;2020;1\nA;2021;2\nB;2020;3\nB;2021;4\nC;2020;5\nC;2021;6\n",
    "kod.py": "print(1)\nprint(2)\n",
}


def test_what_stands_in_files_makes_only_decks_again_that_show_it(tmp_path: Path) -> None:
    everybody = {"", "politiker", "be", "be/politiker", "ce", "ce/politiker"}
    build(READING, tmp_path / "out", tmp_path / "cache")
    for file, old, new, expected in (
        ("tal.csv", "B;2021;4", "B;2021;40", {"be", "be/politiker"}),
        ("tal.csv", "C;2021;6", "C;2021;6\nD;2020;7", set()),
        ("tal.csv", "ort;år;tal", "ort;När;tal", everybody),
        ("tal.csv", "A;2020;1\n", "", {"", "politiker"}),
        ("kod.py", "print(2)", "print(3)", {"politiker", "be/politiker", "ce/politiker"}),
    ):
        text = READING[file]
        assert isinstance(text, str)
        asked = order({**READING, file: text.replace(old, new)}, tmp_path / "out", tmp_path / "cache")
        missing = {edition.name for edition in Batch(asked, asked.project.editions)._missing()}
        assert missing == expected, new


def times(folder: Path) -> dict[str, int]:
    """When each file was last written. What is written from now on has another time, however coarse the clock of files is."""
    stand = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    probe = folder.parent / "probe"
    while not probe.exists() or probe.stat().st_mtime_ns <= max(stand.values()):
        probe.write_bytes(b"")
    return stand


def test_a_file_that_comes_out_the_same_is_not_touched(tmp_path: Path) -> None:
    build(FILES, tmp_path / "out", tmp_path / "cache")
    before = times(tmp_path / "out")
    made = build(edited(FILES, "a bullet of an audience"), tmp_path / "out", tmp_path / "cache")
    assert {name for name, one in made.items() if one.touched} == {name for name in made if "politiker" in name} - {
        "kalix/politiker"
    }
    assert sum(before[name] != time for name, time in times(tmp_path / "out").items()) == 3
    made = build(edited(FILES, "a picture"), tmp_path / "out", tmp_path / "cache")
    assert {name for name, one in made.items() if not one.touched} == {"kalix", "kalix/politiker"}


def test_a_file_that_somebody_changed_or_took_away_is_made_again(tmp_path: Path) -> None:
    build(FILES, tmp_path / "out", tmp_path / "cache")
    whole = standing(tmp_path / "out")
    times(tmp_path / "out")
    damaged, gone, moved = sorted((tmp_path / "out").iterdir())[:3]
    damaged.write_bytes(damaged.read_bytes()[:-1] + b"x")
    gone.unlink()
    os.utime(moved, (1, 1))
    made = build(FILES, tmp_path / "out", tmp_path / "cache")
    assert sum(one.touched for one in made.values()) == 2
    assert differing(standing(tmp_path / "out"), whole) == {}


@pytest.mark.parametrize("harm", ["deleted", "cut", "noise", "a folder"])
def test_a_damaged_memory_is_none(tmp_path: Path, harm: str) -> None:
    build(FILES, tmp_path / "out", tmp_path / "cache")
    (memory,) = (tmp_path / "cache").glob("builds-*")
    data = memory.read_bytes()
    memory.unlink()
    if harm == "a folder":
        memory.mkdir()
    elif harm != "deleted":
        memory.write_bytes({"cut": data[:-20], "noise": bytes(byte ^ 1 for byte in data)}[harm])
    changed = edited(FILES, "a cell")
    assert {name for name, one in build(changed, tmp_path / "out", tmp_path / "cache").items() if one.touched} == {
        "motala",
        "motala/politiker",
    }
    assert differing(standing(tmp_path / "out"), fresh(changed)) == {}


def test_the_memory_forgets_decks_that_are_gone_and_keeps_those_of_another_build(tmp_path: Path) -> None:
    build(FILES, tmp_path / "out", tmp_path / "cache")
    build(edited(FILES, "a row less"), tmp_path / "out", tmp_path / "cache")
    files = edited(edited(FILES, "a row less"), "a cell")
    build(files, tmp_path / "out", tmp_path / "cache")
    ledger = Ledger(Cache(tmp_path / "cache"), workspace(files), tmp_path / "out", "/deck.yaml", "pptx")
    names = {slot.rpartition("|")[0] for slot in ledger._record.decks}
    assert names == {"", "politiker", "kalix", "kalix/politiker", "motala", "motala/politiker"}
    assert len([*(tmp_path / "cache").glob("builds-*")]) == 1


def test_without_a_cache_all_is_made_and_nothing_touched(tmp_path: Path) -> None:
    build(FILES, tmp_path / "out", None)
    before = times(tmp_path / "out")
    assert not any(one.touched for one in build(FILES, tmp_path / "out", None).values())
    assert times(tmp_path / "out") == before


def crowded(items: int, words: int, few: str) -> Files:
    """A long list, a longer one, and two of few points; the variant has neither the first nor the third of these slides."""
    lists = [[" ".join([f"ord{at}"] * count) for at in range(number)] for number, count in ((items, words), (11, 9))]
    first, second = (", ".join(one) for one in lists)
    slides = f"  - {{id: a, title: A, bullets: [{first}]}}\n  - {{id: b, title: B, bullets: [{second}]}}\n"
    slides += f"  - {{id: f, title: F, bullets: [{few}]}}\n  - {{id: g, title: G, bullets: [Ja, Nej, Kanske]}}\n"
    return {"deck.yaml": f"title: T\nslides:\n{slides}", "variants.yaml": "each: [{id: v, name: V}]\nremove: [a, f]\n"}


def test_what_the_base_deck_decides_of_slides_counts_for_variants(tmp_path: Path) -> None:
    """How a slide is split and laid out in the base deck depends on slides that a variant does not have."""
    changed = []
    for files in (crowded(2, 5, "Ja"), crowded(8, 9, "Ja"), crowded(8, 9, "Ja, Nej")):
        before = standing(tmp_path / "out").get("t-v.pptx")
        build(files, tmp_path / "out", tmp_path / "cache")
        expected = fresh(files)
        stands = standing(tmp_path / "out")
        assert differing({name: stands[name] for name in expected}, expected) == {}
        changed.append(before != expected["t-v.pptx"])
    assert changed == [True, True, False]
