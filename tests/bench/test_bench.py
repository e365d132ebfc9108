"""The benchmark measures what it says: the same words for everybody, whole processes, and files that are read back."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml

import contenders
import decks
import measure
import report
import verify

PYTHON_PPTX = Path(verify.__file__).parent / "rivals/with_python_pptx.py"


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """Three variants of a deck in all its forms, and a folder with them built by python-pptx."""
    decks.write(tmp_path, decks.content(14), decks.variants(3))
    (tmp_path / "out").mkdir()
    sources = sorted(str(place) for place in (tmp_path / "json").iterdir())
    subprocess.run([sys.executable, str(PYTHON_PPTX), str(tmp_path / "out"), *sources], check=True)
    return tmp_path


def test_all_forms_of_a_deck_say_the_same(tmp_path: Path) -> None:
    decks.write(tmp_path, decks.content(40), ())
    ours = yaml.safe_load((tmp_path / "yaml/deck.yaml").read_text(encoding="utf-8"))
    theirs = json.loads((tmp_path / "json/deck.json").read_bytes())
    pandocs = (tmp_path / "markdown/deck.md").read_text(encoding="utf-8")
    assert len(ours["slides"]) == 40
    assert [{"title": slide["title"], "bullets": slide["bullets"]} for slide in ours["slides"][1:]] == theirs["slides"]
    assert [line[2:] for line in pandocs.splitlines() if line.startswith("# ")] == [
        slide["title"] for slide in theirs["slides"]
    ]
    assert len({slide["title"] for slide in theirs["slides"]}) == 39


def test_a_variant_is_the_deck_with_one_slide_more_and_another_subtitle(written: Path) -> None:
    ours = yaml.safe_load((written / "yaml/deck.yaml").read_text(encoding="utf-8"))
    rows = yaml.safe_load((written / "yaml/rows.yaml").read_text(encoding="utf-8"))
    changes = yaml.safe_load((written / "yaml/variants.yaml").read_text(encoding="utf-8"))
    after = [slide.get("id") for slide in ours["slides"]].index(changes["add"][0]["after"])
    for row in rows:
        theirs = json.loads((written / f"json/{row['id']}.json").read_bytes())
        own = theirs["slides"].pop(after)
        assert own["title"] == changes["add"][0]["title"].replace("${place}", row["name"])
        assert own["bullets"] == [row[f"punkt_{number}"] for number in range(1, 6)]
        assert theirs["subtitle"] == changes["changes"]["start"]["subtitle"].replace("${name}", row["name"])
        assert [slide["title"] for slide in theirs["slides"]] == [slide["title"] for slide in ours["slides"][1:]]


def test_there_are_enough_words_for_the_largest_task() -> None:
    assert len({slide.title for slide in decks.content(5000).slides}) == 4999
    assert len({variant.name for variant in decks.variants(290)}) == 290


def test_a_run_counts_the_programs_that_it_starts(tmp_path: Path) -> None:
    busy = "import time\nwhile time.process_time() < 0.3: pass"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {busy!r}])"
    ended = measure.run((sys.executable, "-c", parent), os.environ, tmp_path / "log", 30, sample=True)
    assert not ended.failure
    assert ended.cpu > 0.3
    assert ended.wall > 0.3
    assert ended.memory > 5_000_000


def test_a_run_is_killed_at_its_limit_with_all_that_it_started(tmp_path: Path) -> None:
    number = tmp_path / "number"
    program = f"sleep 600 & echo $! >{number}; sleep 600"
    ended = measure.run(("sh", "-c", program), os.environ, tmp_path / "log", 1, sample=False)
    assert ended.failure == "killed after 1 s"
    stat = Path(f"/proc/{number.read_text().strip()}/stat")
    for _ in range(500):
        if not stat.exists() or ") Z" in stat.read_text():
            break
        time.sleep(0.01)
    else:
        pytest.fail("what it started lives on")


@pytest.mark.parametrize(
    ("program", "reason"),
    [
        (("sh", "-c", "echo begun; echo no such deck; exit 3"), "exit code 3: no such deck"),
        (("sh", "-c", "echo ImportError: x; echo please report; exit 70"), "exit code 70: ImportError: x"),
        (("no-such-program-here",), "no-such-program-here: No such file or directory"),
    ],
)
def test_a_failing_rival_is_told_with_its_reason(program: tuple[str, ...], reason: str, tmp_path: Path) -> None:
    ended = measure.run(program, os.environ, tmp_path / "log", 30, sample=False)
    assert ended.failure == reason
    task = contenders.Task(key="15", title="15 slides", slides=15, decks=1)
    page = report.markdown([report.Result(contender=contenders.CONTENDERS[0], task=task, failure=ended.failure)], (), ())
    assert f"| {reason} |" in page


def test_files_that_hold_all_texts_pass(written: Path) -> None:
    found = verify.check(written / "out", written / "json")
    assert found["problems"] == []
    assert found["files"] == 3
    assert found["in_placeholders"] == found["texts"] == 3 * (2 + 14 * 6)


def test_files_that_lack_something_are_told(written: Path) -> None:
    (written / "out/v001.pptx").unlink()
    backwards = json.loads((written / "json/v002.json").read_bytes())
    backwards["slides"][3]["bullets"].reverse()
    (written / "json/v002.json").write_text(json.dumps(backwards), encoding="utf-8")
    short = json.loads((written / "json/v003.json").read_bytes())
    short["slides"].pop()
    (written / "json/v003.json").write_text(json.dumps(short), encoding="utf-8")
    assert verify.check(written / "out", written / "json")["problems"] == [
        "1 of 3 files missing",
        "v002: slide 5 does not hold its texts in order",
        "v003: 15 slides, not 14",
    ]


def test_the_cost_of_one_more_slide_is_told_between_sizes() -> None:
    def result(slides: int, wall: float) -> report.Result:
        task = contenders.Task(key=str(slides), title="", slides=slides, decks=1)
        return report.Result(contender=contenders.CONTENDERS[0], task=task, runs=(measure.Run(wall=wall, cpu=wall, memory=0),))

    page = report.markdown([result(15, 0.1), result(1000, 1.085), result(5000, 9.085)], (), ())
    assert "| deckmotor | 1.000 | 2.000 |" in page
