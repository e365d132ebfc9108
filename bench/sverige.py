"""All of Sweden: `examples/sverige` for two audiences in two languages, cold and after changes; beside others with its words.

    python bench/sverige.py [--rivals] [--jobs N]

Prints a table: seconds on the clock, seconds of processor time, files written. `--rivals` also builds the decks with those of
`bench/setup.py` that are there; they get titles and points only, as they know neither maps nor variants. Linux only.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from compileall import compile_dir
from pathlib import Path

from contenders import CONTENDERS, OUR_PYTHON, OURS, PYTHON, RIVALS, ROOT
from measure import Run, run

sys.path.insert(0, str(ROOT / "src"))

from deckmotor.build import Pipeline
from deckmotor.load import load_project
from deckmotor.model.blocks import Bullets
from deckmotor.workspace import DiskWorkspace, builtin_themes

AUDIENCES = ("politiker", "personal")
OF_PANDOC = 8
"""Of so many decks pandoc makes one: all of them would take it minutes, and each call costs what the others do."""

LIMIT = 600.0
"""Seconds after which a program is ended."""

EDITS: dict[str, Callable[[Path], None]] = {
    "cold: no cache, no files": lambda project: None,
    "nothing changed": lambda project: None,
    "one row changed": lambda project: change(project / "deck/municipalities.csv", "län;13", "län;14"),
    "one point changed": lambda project: change(project / "deck/deck.yaml", "En lokal med", "Ett hus med"),
    "one point of an audience changed": lambda project: change(project / "deck/deck.yaml", "Vem som har", "Vem som får"),
}


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rivals", action="store_true")
    parser.add_argument("--jobs")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        project, folder = Path(scratch) / "sverige", Path(scratch) / "out"
        shutil.copytree(ROOT / "examples" / "sverige", project)
        own = {"DECKMOTOR_CACHE": str(Path(scratch) / "cache"), "NODE_PATH": str(RIVALS / "node_modules")}
        # Installed programs have their modules compiled: ours are by this, and all find what they were compiled to.
        environment = {name: value for name, value in {**os.environ, **own}.items() if name != "PYTHONDONTWRITEBYTECODE"}
        compile_dir(str(ROOT / "src"), quiet=2)
        who = [word for audience in AUDIENCES for word in ("--audience", audience)]
        jobs = ["--jobs", options.jobs] if options.jobs else []
        line = (*OURS, "build", str(project), "--all", *who, *jobs, "-o", str(folder))
        print(f"{os.cpu_count()} processors\n\n| | seconds | processor | files written | memory |\n|---|---|---|---|---|")
        for name, edit in EDITS.items():
            edit(project)
            before = times(folder)
            done = run(line, environment, Path(scratch) / "log", LIMIT, sample=True)
            told(f"deckmotor, {name}", done, sum(before.get(file) != at for file, at in times(folder).items()))
        if options.rivals:
            rivals(project, Path(scratch), environment)


def rivals(project: Path, scratch: Path, environment: dict[str, str]) -> None:
    """The same decks by others, one process for all where they can; pandoc makes one deck a call."""
    decks = written(project, scratch / "json")
    if shutil.which("pandoc") is not None:
        out, few = scratch / "pandoc", decks[::OF_PANDOC]
        out.mkdir()
        texts = [deck.with_suffix(".md") for deck in few]
        line = ("sh", str(ROOT / "bench/rivals/with_pandoc.sh"), str(out), *map(str, texts))
        told(f"pandoc, each {OF_PANDOC}th deck", run(line, environment, scratch / "log", LIMIT, sample=True), len(times(out)))
    for contender in CONTENDERS:
        program = contender.program
        if contender.key == "python-pptx" and not Path(PYTHON).exists():
            program = (OUR_PYTHON, *program[1:])  # We have it too, to read decks.
        if contender.reads != "json" or (program[0] == PYTHON and not Path(PYTHON).exists()):
            continue
        out = scratch / contender.key
        out.mkdir()
        done = run((*program, str(out), *map(str, decks)), environment, scratch / "log", LIMIT, sample=True)
        told(contender.name, done, len(times(out)))


def written(project: Path, folder: Path) -> list[Path]:
    """The decks as JSON: titles, and points as far as they are a list."""
    folder.mkdir()
    loaded = load_project(DiskWorkspace(project, builtin_themes()), "deck/deck.yaml")
    pipeline = Pipeline(loaded)
    places = []
    for edition in (edition for edition in loaded.editions if edition.audience):
        deck = pipeline.compose(edition).deck
        assert deck is not None
        slides = [{"title": text(slide.title), "bullets": points(slide.blocks)} for slide in deck.slides[1:]]
        content = {"title": text(deck.head.title), "subtitle": "Underlag", "slides": slides}
        places.append(folder / f"{deck.file}.json")
        places[-1].write_text(json.dumps(content), "utf-8")
        lines = [
            line for slide in slides for line in ("", f"# {slide['title']}", "", *(f"- {one}" for one in slide["bullets"]))
        ]
        head = f"---\ntitle: {json.dumps(content['title'])}\nsubtitle: Underlag\n---\n"
        places[-1].with_suffix(".md").write_text(head + "\n".join(lines) + "\n", "utf-8")
    return places


def points(blocks: Sequence[object]) -> list[str]:
    items = [text(item.text) for block in blocks if isinstance(block, Bullets) for item in block.items]
    return items or ["Vilka behöver utbildning nära hemma?", "Vad finns redan i dag?", "Vem äger frågan?"]


def text(value: object) -> str:
    runs = getattr(value, "runs", ())
    return "".join(getattr(run_of, "text", "") for run_of in runs) or str(getattr(value, "text", ""))


def times(folder: Path) -> dict[str, int]:
    """When each deck of a folder was written."""
    return {path.name: path.stat().st_mtime_ns for path in folder.glob("*.pptx")}


def told(name: str, done: Run, files: int) -> None:
    failure = f" {done.failure}" if done.failure else ""
    print(f"| {name}{failure} | {done.wall:.2f} | {done.cpu:.2f} | {files} | {done.memory / 1e6:.0f} MB |", flush=True)


if __name__ == "__main__":
    began = time.perf_counter()
    main()
    print(f"\n{time.perf_counter() - began:.0f} s in all")
