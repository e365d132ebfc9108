"""A thousand charts in one deck, beside python-pptx and PptxGenJS with the same numbers: writes `bench/CHARTS.md`.

    python bench/charts.py [--charts 1000] [--rounds 3] [--write]

A slide a chart: bars, stacked bars, lines, areas and parts of a whole in turn. Each file is read back with python-pptx, and
has every number. Ours also measures all labels, chooses axes and orders, writes alt texts, and draws for other outputs where
asked; a second row builds the deck to PDF as well. Without `--write` the table is only printed. Linux only.
"""

import argparse
import json
import os
import platform
import random
import statistics
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from contenders import BENCH, NODE_PROGRAM, OUR_PYTHON, OURS, PYTHON, RIVALS
from measure import Run, run

KINDS = ("bars", "stacked", "line", "area", "pie")
NAMES = ("Kalix", "Motala", "Varberg", "Västervik", "Söderhamn")
YEARS = ("2021", "2022", "2023", "2024", "2025")
SERIES = ("Kvinnor", "Män", "Uppgift saknas")
LIMIT = 600.0
"""Seconds after which a program is ended."""

ABOUT = """# A thousand charts

Made by `python bench/charts.py --write`; `bench/setup.py` installs the rivals. One deck, a slide a chart, the same numbers for
all: bars, stacked bars, lines, areas and parts of a whole in turn, each with its embedded workbook. Whole processes, from start
to end; medians of {rounds} rounds in turn. Each file is read back with python-pptx: *numbers* says how many of {numbers:,}
pairs of a name and a number it holds as they were given. Others draw what they are told; ours also measures every label,
chooses axes, orders and colours, and writes alt texts.

- {machine}

| | wall, s | CPU, s | peak, MB | file, MB | charts | numbers |
|---|--:|--:|--:|--:|--:|--:|
"""


def slides(count: int) -> Iterator[dict[str, Any]]:
    """What each slide shows: the same every time."""
    chance = random.Random(12)
    for number in range(count):
        kind = KINDS[number % len(KINDS)]
        several = 1 if kind == "pie" or kind == "bars" else 2 + number % 2
        names = YEARS if kind in ("line", "area") else NAMES
        series = [{"name": SERIES[one], "values": [chance.randint(12, 9800) for _ in names]} for one in range(several)]
        yield {"title": f"Studerande, bild {number + 1}", "kind": kind, "names": list(names), "series": series}


def as_yaml(content: Sequence[dict[str, Any]]) -> str:
    """The same as a deck of ours."""
    lines = ["title: Tusen diagram\nlanguage: sv\nslides:\n"]
    for slide in content:
        key = {"stacked": "bars"}.get(slide["kind"], slide["kind"])
        series = ", ".join(one["name"] for one in slide["series"])
        lines.append(f"  - title: {slide['title']}\n    chart:\n")
        lines.append("      stacked: values\n" if slide["kind"] == "stacked" else "")
        lines.append(f"      series: [{series}]\n" if len(slide["series"]) > 1 else "")
        lines.append(f"      sort: none\n      {key}:\n" if key == "bars" else f"      {key}:\n")
        for at, name in enumerate(slide["names"]):
            values = [str(one["values"][at]) for one in slide["series"]]
            lines.append(f"        {name}: {values[0] if len(values) == 1 else '[' + ', '.join(values) + ']'}\n")
    return "".join(lines)


READ_BACK = """
import json, sys
from pptx import Presentation
found = []
for slide in Presentation(sys.argv[1]).slides:
    for shape in slide.shapes:
        if shape.has_chart:
            plots = list(shape.chart.plots)
            rows = [[*series.values] for plot in plots for series in plot.series]
            found.append([[str(one) for one in plots[0].categories], rows])
print(json.dumps(found))
"""
"""A program of its own: it needs more memory than the one that measures may have."""


def named(slide: dict[str, Any]) -> set[tuple[str, float]]:
    """Each number of a slide with its name."""
    return {(name, value) for one in slide["series"] for name, value in zip(slide["names"], one["values"], strict=True)}


def held(file: Path, content: Sequence[dict[str, Any]], scratch: Path) -> tuple[int, int]:
    """How many charts a file has, and how many of the numbers, each at its name."""
    done = run((OUR_PYTHON, "-c", READ_BACK, str(file)), dict(os.environ), scratch / "read", LIMIT, sample=False)
    if done.failure:
        return 0, 0
    charts = json.loads((scratch / "read").read_text("utf-8").splitlines()[-1])
    right = 0
    for (names, rows), slide in zip(charts, content, strict=False):
        right += len(named(slide) & {(name, value) for row in rows for name, value in zip(names, row, strict=True)})
    return len(charts), right


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--charts", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    content = list(slides(options.charts))
    with tempfile.TemporaryDirectory() as place:
        page = _page(content, options.rounds, Path(place))
    print(page)
    if options.write:
        (BENCH / "CHARTS.md").write_text(page, "utf-8")


def _page(content: Sequence[dict[str, Any]], rounds: int, scratch: Path) -> str:
    (scratch / "deck.yaml").write_text(as_yaml(content), "utf-8")
    (scratch / "deck.json").write_text(json.dumps({"slides": content}), "utf-8")
    environment = {**os.environ, "DECKMOTOR_CACHE": str(scratch / "cache"), "NODE_PATH": str(RIVALS / "node_modules")}
    source, python = str(scratch / "deck.json"), PYTHON if Path(PYTHON).exists() else OUR_PYTHON
    ours = (*OURS, "build", str(scratch / "deck.yaml"))
    programs = {
        "**deckmotor**": (*ours, "-o", str(scratch / "ours")),
        "**deckmotor**, PowerPoint and PDF": (*ours, "--to", "pptx,pdf", "-o", str(scratch / "both")),
        "python-pptx": (python, str(BENCH / "rivals/charts_python_pptx.py"), str(scratch / "python.pptx"), source),
        "PptxGenJS": (NODE_PROGRAM[0], str(BENCH / "rivals/charts_pptxgenjs.cjs"), str(scratch / "node.pptx"), source),
    }
    found: dict[str, list[Run]] = {name: [] for name in programs}
    for _ in range(rounds):
        for name, command in programs.items():
            found[name].append(run(command, environment, scratch / "log", LIMIT, sample=True))
    places = (scratch / "ours", scratch / "both", scratch / "python.pptx", scratch / "node.pptx")
    total = sum(len(named(slide)) for slide in content)
    lines = [ABOUT.format(rounds=rounds, numbers=total, machine=_machine())]
    for (name, runs), place in zip(found.items(), places, strict=True):
        made = next(place.glob("*.pptx"), None) if place.is_dir() else place
        lines.append(_line(name, runs, made, content, scratch))
    return "".join(lines)


def _line(name: str, runs: Sequence[Run], file: Path | None, content: Sequence[dict[str, Any]], scratch: Path) -> str:
    failure = next((one.failure for one in runs if one.failure), "")
    if failure or file is None:
        return f"| {name} | {failure} | | | | | |\n"
    charts, right = held(file, content, scratch)
    wall, cpu = (statistics.median(getattr(one, what) for one in runs) for what in ("wall", "cpu"))
    memory = max(one.memory for one in runs) / 1e6
    return f"| {name} | {wall:.2f} | {cpu:.2f} | {memory:.0f} | {file.stat().st_size / 1e6:.1f} | {charts:,} | {right:,} |\n"


def _machine() -> str:
    load = os.getloadavg()[0]
    return f"{platform.system()}, {os.cpu_count()} cores, Python {platform.python_version()}; load when it began {load:.1f}"


if __name__ == "__main__":
    main()
