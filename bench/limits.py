"""What a hostile or clumsy deck costs: the trials of limits, each run by the real command, with its time and memory.

    python bench/limits.py [WORD …]              all trials, or those whose names hold one of the words
    python bench/limits.py --builds              builds too, of those decks that are sound, in every output
    python bench/limits.py --beside CHECKOUT     beside those of another checkout, with the Python of its own .venv

No trial is to take more than 5 seconds of processor time or 300 MB. `tests/hostile/test_work.py` holds small forms of them.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

TOP = Path(__file__).parents[1]
MOST_SECONDS, MOST_MEGABYTES = 5.0, 300
OUTPUTS = ("pptx", "pdf", "html", "svg", "sheet")
FEW_SLIDES = 120
"""Decks of more are honest work where each page is drawn: they are built as PowerPoint only."""
GIVE_UP = 90
"""Seconds of processor time after which a trial is ended."""

Files = dict[str, str]


def lines(line: Callable[[int], str], count: int) -> str:
    """Numbered lines."""
    return "".join(f"{line(number)}\n" for number in range(count))


def slides(line: Callable[[int], str], count: int) -> str:
    """A deck of so many slides."""
    return "title: T\nslides:\n" + lines(lambda number: f"  - {line(number)}", count)


COVER = slides(lambda _: "cover: {}", 1)
LONG = "z" * 3_000
WORDS = "ord " * 5_000
ODD_ITEMS = ", ".join(["'a\ue000'"] * 10)
"""Each is a warning, as no font has it."""


def deck(text: str, **more: str) -> Files:
    """A project of one deck, and other files beside it."""
    return {"deck.yaml": text, **{name.replace("__", "/") + ".yaml": body for name, body in more.items()}}


def variants(rows: int, body: str, own: str = COVER) -> Files:
    """A deck with a table of variants, and what all of them change."""
    table = lines(lambda n: f"- {{id: v{n}, ort: Ort {n}}}", rows)
    return deck(own, variants="each: t.yaml\n" + body, t=table)


def one(kind: str, line: Callable[[int], str], count: int = 100_000) -> Files:
    """A deck of one slide, whose block has so many lines."""
    return deck(f"title: T\nslides:\n  - title: a\n    {kind}\n" + lines(lambda n: "      " + line(n), count))


def block(kind: str, **more: str) -> Files:
    """A deck of one slide with a block on one line, and files beside it: `n__csv` is n.csv."""
    files = deck(f"title: T\nslides:\n  - title: a\n    {kind}\n")
    return {**files, **{name.replace("__", "."): text for name, text in more.items()}}


def areas(points: int) -> str:
    """An area of so many points, as GeoJSON."""
    ring = ",".join(f"[{10 + n % 1000 / 100},{50 + n / 100_000}]" for n in range(points)) + ",[10,50]"
    shape = f'{{"type":"Polygon","coordinates":[[{ring}]]}}'
    return f'{{"type":"FeatureCollection","features":[{{"type":"Feature","properties":{{"namn":"A"}},"geometry":{shape}}}]}}'


def with_text(kind: str, text: str, count: int) -> Callable[[], Files]:
    """What makes a deck of one block that holds a text so many times."""
    return lambda: block(kind % (text * count))


MARKS = (
    "*a ",
    "**a ",
    " _a",
    "==a ",
    "~~a ",
    "`a ",
    "[a",
    "[a](",
    "[[a ",
    "[^a ",
    "{a ",
    "x^2 ",
    "${a ",
    "\\\\",
    "**a** ",
    "H~2~O ",
)
"""Marks of texts, most of them never closed."""

IN_KINDS = (
    "process: [a, %s, b]", "fact: [{value: %s, label: a}]", "quote: %s", "timeline: {2020: %s, 2021: b}", "flow: [a -> %s]",
    "people: [{name: %s, role: b}]", "hierarchy: {a: [%s, b]}", "cycle: [a, %s, c]", "definitions: {b: %s}", "callout: %s",
    "comparison: [{title: a, text: %s}, {title: b, text: a}]", "matrix: [{title: a, text: %s}, b, c, d]", "agenda: [%s, b]",
    "columns: [{text: %s}, {text: b}]", "questions: [%s]", "bullets: [%s]", "table: [[a, b], [%s, c]]",
    "chart: {bars: {%s: 1, b: 2}}",
)  # fmt: skip
"""Blocks with a text as long as a slide may be."""

TRIALS: dict[str, Callable[[], Files]] = {
    "1,000 unknown ids of 1,000": lambda: deck(
        slides(lambda n: f"{{id: slide-number-{n}, title: a}}", 1_000),
        variants="variants: {a: {}}\nchanges:\n" + lines(lambda n: f"  slied-numbr-{n}x: {{notes: a}}", 1_000),
    ),
    "1,000 unknown links of 1,000": lambda: deck(
        slides(lambda n: f"{{id: slide-number-{n}, title: a, text: '[a](#slied-numbr-{n}x)'}}", 1_000)
    ),
    "1,000 unknown links, ids of 3,000 letters": lambda: deck(
        slides(lambda n: f"{{id: {LONG}-{n}, title: a, text: '[a](#q{n}x)'}}", 1_000)
    ),
    "2,000 missing includes": lambda: {
        **deck(slides(lambda n: f"include: many/slied-{n}.yaml", 2_000)),
        **{f"many/slide-{n}.yaml": "- {title: a}" for n in range(1_000)},
    },
    "5,000 files of variants for nobody": lambda: {
        **variants(1_000, ""),
        **{f"variants/x{n}.yaml": "title: b" for n in range(5_000)},
    },
    "3,000 changes to items of one list": lambda: deck(
        "title: T\nslides:\n  - id: s\n    title: a\n    bullets:\n"
        + lines(lambda n: f"      - {{id: i{n}, text: a}}", 3_000),
        variants="variants: {a: {}}\nchanges:\n  s:\n    changes:\n" + lines(lambda n: f"      i{n}: {{text: b}}", 3_000),
    ),
    "4,000 moves": lambda: deck(
        slides(lambda n: f"{{id: s{n}, title: a}}", 4_000),
        variants="variants: {a: {}}\nmove:\n" + lines(lambda n: f"  - {{id: s{n * 7 % 4_001}, after: s0}}", 3_999),
    ),
    "4,000 null changes": lambda: deck(
        slides(lambda n: f"{{id: s{n}, title: a}}", 4_000),
        variants="variants: {a: {}}\nchanges:\n" + lines(lambda n: f"  s{n}: null", 4_000),
    ),
    "chain of 400 themes": lambda: {
        **deck("theme: t0\n" + COVER),
        **{f"themes/t{n}/theme.yaml": f"extends: {'motor' if n == 399 else f't{n + 1}'}\nlabel: L" for n in range(400)},
    },
    "400 variables that use each other": lambda: deck(
        f"{COVER}variables:\n" + lines(lambda n: f"  v{n}: '{''.join(f'${{v{m}}}' for m in range(0, 400, 12))}'", 400)
    ),
    "5,000 sections": lambda: deck(slides(lambda n: f"section: Avsnitt {n}", 5_000)),
    "a line of 1,000,000 #": lambda: deck("title: a" + "#" * 1_000_000 + "\nslides:\n  - cover: {}\n"),
    "a line of 1,000,000 quotes": lambda: deck('title: "' + '"' * 1_000_000 + "\nslides:\n  - cover: {}\n"),
    "a line of 1,000,000 brackets": lambda: deck("title: " + "[" * 1_000_000 + "\nslides:\n  - cover: {}\n"),
    "a line of 1,000,000 asterisks": lambda: deck(COVER.replace("T", "*" * 1_000_000, 1)),
    "100 titles of 20,000 letters": lambda: deck(slides(lambda n: f"title: {'o' * 20_000}", 100)),
    "100 titles of 20,000 letters in words": lambda: deck(slides(lambda n: f"title: {WORDS}", 100)),
    "100 covers and sections of 20,000 letters": lambda: deck(slides(lambda n: f"section: {WORDS}", 100)),
    "100 quotes of 20,000 letters": lambda: deck(slides(lambda n: f"{{title: a, quote: {WORDS}}}", 100)),
    "an item of 1,000,000 letters": lambda: deck(slides(lambda n: f"{{title: a, bullets: [{'ord ' * 250_000}]}}", 1)),
    "300,000 wrong cells": lambda: deck(
        "title: T\nslides:\n  - title: a\n    table:\n      columns: [a]\n      rows:\n"
        + lines(lambda _: "        - [" + "[], " * 300 + "]", 1_000)
    ),
    "300,000 cells": lambda: deck(
        "title: T\nslides:\n  - title: a\n    table:\n      columns: [a]\n      rows:\n"
        + lines(lambda _: "        - [" + "a, " * 300 + "]", 1_000)
    ),
    "300,000 items": lambda: deck("title: T\nslides:\n  - title: a\n    bullets:\n" + "      - a\n" * 300_000),
    "300,000 wrong items": lambda: deck("title: T\nslides:\n  - title: a\n    bullets:\n" + "      - {b: c}\n" * 150_000),
    "100,000 duplicate keys": lambda: deck("title: T\n" * 100_000 + COVER),
    "100,000 duplicate keys of slides": lambda: deck(slides(lambda n: "{title: a, title: b}", 100_000)),
    "100,000 unknown keys": lambda: deck(lines(lambda n: f"tilte{n}: T", 100_000) + COVER),
    "9,000 slides with 10 unknown keys": lambda: deck(
        slides(lambda n: "{title: a, " + ", ".join(f"k{k}: b" for k in range(10)) + "}", 9_000)
    ),
    "100,000 numbers cut by commas": lambda: deck(slides(lambda n: "{title: a, bullets: [Ökar 4,5 procent, b]}", 9_000)),
    "5,000 variants, 1,000 problems each": lambda: variants(
        5_000, "changes:\n" + lines(lambda n: f"  nope-{n}: {{notes: '${{ort}}'}}", 1_000)
    ),
    "5,000 variants, 1,000 unknown variables each": lambda: variants(
        5_000, "", slides(lambda n: "{title: a, bullets: [" + ", ".join(f"'${{saknas{k}}}'" for k in range(60)) + "]}", 19)
    ),
    "5,000 variants, 1,000 wrong keys of their own": lambda: variants(
        5_000,
        "changes:\n  s:\n" + lines(lambda n: f"    nyckel{n}: '${{ort}}'", 1_000),
        slides(lambda n: "{id: s, title: a}", 1),
    ),
    "1,000 variants that are sound": lambda: variants(
        1_000, "", "variables: {ort: Orten}\n" + slides(lambda n: "{title: '${ort}', bullets: [a, b]}", 4)
    ),
    "200 variants, 190 warnings each": lambda: variants(
        200, "", "variables: {ort: Orten}\n" + slides(lambda n: "{title: '${ort}', bullets: [" + ODD_ITEMS + "]}", 19)
    ),
    "500 variants, 1,000 warnings but in the deck itself": lambda: variants(
        500,
        "changes:\n" + lines(lambda n: f"  s{n}: {{bullets: [{ODD_ITEMS}]}}", 90),
        slides(lambda n: f"{{id: s{n}, title: a, bullets: [a]}}", 90),
    ),
    "20,000 rows of one id": lambda: deck(COVER, variants="each: t.yaml", t="- {id: v}\n" * 20_000),
    "200,000 highlights in one text": lambda: deck(slides(lambda n: f"{{title: a, text: '{'==a== ' * 100_000}'}}", 1)),
    "9,000 slides too full": lambda: deck(
        slides(lambda n: "{title: a, split: false, bullets: [" + ", ".join(["en punkt som är lång"] * 60) + "]}", 2_000)
    ),
    "10,000 lone odd characters": lambda: deck(slides(lambda n: f"title: 'a{chr(0xE000 + n % 6000)}{chr(0x378)}b'", 5_000)),
    "100,000 arrows of a flow": lambda: one("flow:", lambda n: f"- Ruta {n} -> Ruta {n * 7 % 100_000}"),
    "100,000 values of a chart": lambda: one("chart:\n      bars:", lambda n: f"    Namn {n}: {n}"),
    "100,000 bars of a roadmap": lambda: one("roadmap:", lambda n: f"- {{lane: L{n}, bars: [A: 2024-01 - 2025-01]}}"),
    "100,000 people": lambda: one("people:", lambda n: f"- {{name: Person {n}, role: Roll}}"),
    "100,000 lines of code": lambda: one("code:\n      language: python\n      text: |", lambda n: f"    rad_{n} = '{n}'"),
    "100,000 lines of a formula": lambda: one("formula: |", lambda n: f"x_{{{n}}} &= \\frac{{{n}}}{{y}} \\\\"),
    "100,000 letters of a formula in depth": lambda: one("formula: |", lambda n: "\\frac{1}{" if n < 50_000 else "}"),
    "100,000 footnotes": lambda: one("text: a[^1]\n    footnotes:", lambda n: f"  {n}: Not {n}"),
    "100,000 places of a map": lambda: one("map:\n      places:", lambda n: f"    - Klaix{n}"),
    "100,000 boxes of a hierarchy": lambda: one("hierarchy:\n      Chef:", lambda n: f"    - Ruta {n}"),
    "a hierarchy of a chain": lambda: deck(slides(lambda n: "{title: a, hierarchy: " + "{a: " * 150 + "b" + "}" * 151, 500)),
    "100,000 steps": lambda: one("process:", lambda n: f"- Steg {n}"),
    "100,000 events": lambda: one("timeline:", lambda n: f"- {1000 + n}: Sak"),
    "100,000 logos": lambda: one("logos:", lambda n: f"- saknas{n}.png: Namn {n}"),
    "100,000 definitions": lambda: one("definitions:", lambda n: f"  Ord {n}: Vad det är"),
    "100,000 numbers": lambda: one("fact:", lambda n: f"- {{value: {n}, label: a}}"),
    "9,000 unknown icons": lambda: deck(slides(lambda n: f"{{title: a, icon: boook{n}}}", 9_000)),
    "100,000 conditions": lambda: one("bullets:", lambda n: f"- {{only: [x{n}], text: a}}"),
    "100,000 conditions of except": lambda: one("bullets:", lambda n: f"- {{except: [x{n}], text: a}}"),
    "100,000 conditions on variables": lambda: one("bullets:", lambda n: f"- {{only: '${{v{n}}} == 1', text: a}}"),
    "90,000 conditions of 9,000 slides": lambda: deck(
        slides(lambda n: "{title: a, only: [" + ", ".join(f"x{n}-{k}" for k in range(10)) + "], text: b}", 9_000)
    ),
    "100,000 columns": lambda: one("columns:", lambda n: f"- {{text: a{n}}}"),
    "100,000 formulas in a text": lambda: deck(slides(lambda n: f"{{title: a, text: '{'$x_1$ ' * 100_000}'}}", 1)),
    "100,000 keys in a text": lambda: deck(slides(lambda n: f"{{title: a, text: '{'[[A]] ~~b~~ ' * 50_000}'}}", 1)),
    "100,000 dollars in a text": lambda: deck(slides(lambda n: f"{{title: a, text: '{'$x ' * 100_000}'}}", 1)),
    "30,000 translations of nothing": lambda: deck(COVER, languages__en=lines(lambda n: f"Text {n}: Text {n}", 30_000)),
    "1,000,000 rows of a file in a table": lambda: block(
        "table: {file: n.csv}", n__csv=lines(lambda n: f"N{n};{n}", 1_000_000)
    ),
    "45,000 rows of a file in a chart": lambda: block(
        "chart: {file: n.csv, bars: namn}", n__csv="namn;antal\n" + lines(lambda n: f"N{n};{n}", 45_000)
    ),
    "90,000 columns of a file": lambda: block("table: {file: n.csv}", n__csv=";".join(f"k{n}" for n in range(90_000)) + "\n"),
    "a cell of 9 MB of a file": lambda: block("table: {file: n.csv}", n__csv=f"namn;antal\n{WORDS * 450};1\n"),
    "words of 2,000 letters in a file": lambda: block("table: {file: n.csv}", n__csv="a;b\n" + f"{'o' * 1_990};1\n" * 50),
    "1,000,000 points of an area": lambda: block(
        "map: {areas: {file: g.geojson, name: namn}, values: {A: 1}}", g__geojson=areas(1_000_000)
    ),
    "300,000 points of an area": lambda: block(
        "map: {areas: {file: g.geojson, name: namn}, values: {A: 1}}", g__geojson=areas(300_000)
    ),
    "brackets in areas in depth": lambda: block("map: {areas: {file: g.geojson, name: namn}}", g__geojson="[" * 100_000),
    "100,000 slides that are not translated": lambda: deck(
        COVER, languages__en="slides:\n" + lines(lambda n: f"  s{n}: {{title: b}}", 100_000)
    ),
    "9,000 stale translations": lambda: deck(
        slides(lambda n: f"{{id: s{n}, title: Text {n}}}", 9_000),
        languages__en="slides:\n" + lines(lambda n: f"  s{n}: {{title: b}}", 9_000)
        + "made_from:\n  slides:\n" + lines(lambda n: f"    s{n}: {{title: 0badc0de}}", 9_000),
    ),
    "100,000 cells of a matrix": lambda: one("matrix:", lambda n: f"- C{n}: [a, b]"),
    "100,000 steps of a matrix": lambda: block(
        "matrix: {x: {label: a, steps: [" + "s, " * 100_000 + "]}, items: [a, b, c, d]}"
    ),
    "100,000 audiences": lambda: deck(COVER, audiences=lines(lambda n: f"a{n}: ~", 100_000)),
    "100,000 audiences of a slide": lambda: deck(
        slides(lambda n: "{title: a, only: [" + ", ".join(f"a{k}" for k in range(100_000)) + "], text: b}", 1),
        audiences=lines(lambda n: f"a{n}: ~", 10),
    ),
    "parentheses of a condition in depth": lambda: block("only: '" + "(" * 100_000 + "${v}" + ")" * 100_000 + "'"),
    "100,000 marks of footnotes": lambda: block("text: " + "".join(f"a[^{n}] " for n in range(100_000))),
    "100,000 links in a text": lambda: block("text: '" + "[a](https://a.se) " * 100_000 + "'"),
    "marks within marks": lambda: block("text: '" + "**_" * 100_000 + "a" + "_**" * 100_000 + "'"),
    **{f"300,000 marks, {mark.strip()}": with_text("text: '%s'", mark, 300_000) for mark in MARKS},
    "a text of 40 doublings": lambda: deck(
        "title: T\nvariables:\n  v0: abcdefghij\n" + lines(lambda n: f"  v{n + 1}: '${{v{n}}}${{v{n}}}'", 40)
        + "slides:\n  - title: '${v40}'\n"
    ),
    "includes of 30 doublings": lambda: {
        "deck.yaml": "title: T\nslides:\n  - include: f0.yaml\n", "f30.yaml": "- title: a\n",
        **{f"f{n}.yaml": f"- include: f{n + 1}.yaml\n" * 2 for n in range(30)},
    },
    "a line of code of 1,000,000 letters": lambda: block('code: {language: python, text: "' + "a = 1; " * 150_000 + '"}'),
    "roots of a formula in depth": lambda: block("formula: " + "\\sqrt{" * 90 + "x" + "}" * 90),
    "a formula of 9,000 cells": lambda: block(
        "formula: \\begin{matrix}" + (" & ".join(["x"] * 30) + "\\\\ ") * 300 + "\\end{matrix}"
    ),
    "100,000 points of a chart": lambda: one("chart:\n      scatter:", lambda n: f"    P{n}: [{n}, {n % 77}]"),
    "a number of 100,000 digits": lambda: block("chart: {bars: {A: " + "9" * 100_000 + ", B: 2}}"),
    "1,000 charts": lambda: deck(
        slides(lambda n: "{title: a, chart: {bars: {" + ", ".join(f"N{k}: {k * n % 17}" for k in range(12)) + "}}}", 1_000)
    ),
    "1,500 arrows among 40 boxes": lambda: block(
        "flow: [" + ", ".join(f"'A{a} -> A{b}'" for a in range(40) for b in range(40) if a != b) + "]"
    ),
    "an icon's name of 1,000,000 letters": lambda: block("icon: " + "b" * 1_000_000),
    "a QR code of 1,000,000 letters": lambda: block("qr: " + "b" * 1_000_000),
    "500 QR codes": lambda: deck(slides(lambda n: "{title: a, qr: https://a.se/" + str(n) + "b" * 100 + "}", 500)),
    "a drawing that draws itself again": lambda: block(
        "picture: {file: a.svg, alt: a}",
        a__svg="<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><g id='a0'><path d='M0 0L1 1'/></g>"
        + "".join(f"<g id='a{n}'>" + f"<use href='#a{n - 1}'/>" * 10 + "</g>" for n in range(1, 12)) + "</svg>",
    ),
    **{f"a word of 18,000 letters, {kind}": with_text(kind, "b", 18_000) for kind in IN_KINDS},
    **{f"18,000 letters of Chinese, {kind}": with_text(kind, "\u6f22", 18_000) for kind in IN_KINDS},
}  # fmt: skip


class Cost(NamedTuple):
    """What a run took, and how it ended."""

    seconds: float
    megabytes: float
    code: int
    printed: int
    """Bytes."""

    def __str__(self) -> str:
        return f"{self.seconds:6.1f} s {self.megabytes:6.0f} MB {self.printed / 1e6:6.2f} MB out, exit {self.code:3}"


def run(tree: Path, folder: Path, *words: str) -> Cost:
    """Run the command of a checkout in a folder."""
    python = tree / ".venv" / "bin" / "python"
    limited = ["sh", "-c", f'ulimit -t {GIVE_UP}; exec "$@"', "sh"]
    command = [*limited, str(python if python.exists() else sys.executable), str(tree / "make_deck.py"), *words]
    with tempfile.TemporaryFile() as out:
        child = subprocess.Popen(
            command, cwd=folder, env={**os.environ, "DECKMOTOR_CACHE": ""}, stdin=subprocess.DEVNULL, stdout=out, stderr=out
        )
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        size = out.seek(0, os.SEEK_END)
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, child.returncode, size)


def trial(make: Callable[[], Files], trees: list[Path], words: list[str], *, builds: bool = False) -> list[tuple[str, Cost]]:
    """A trial in each of the checkouts, and what it tries: the last one's builds too, where the deck is sound."""
    with tempfile.TemporaryDirectory() as scratch:
        costs = []
        for number, tree in enumerate(trees):
            folder = Path(scratch) / str(number)
            files = make()
            for name, text in files.items():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_text(text, encoding="utf-8")
            costs.append((words[0], run(tree, folder, *words)))
            if builds and tree is trees[-1] and costs[-1][1].code == 0:
                outputs = OUTPUTS if files["deck.yaml"].count("\n  - ") <= FEW_SLIDES else OUTPUTS[:1]
                costs += [(output, run(tree, folder, "build", "--to", output, "-o", "out")) for output in outputs]
            shutil.rmtree(folder)
    return costs


def main() -> None:
    """Print a table; the exit code is 1 where one of this checkout is over the limits."""
    parser = argparse.ArgumentParser()
    parser.add_argument("words", nargs="*")
    parser.add_argument("--beside", type=Path)
    parser.add_argument("--command", default="check", help="of deckmotor, with its options")
    parser.add_argument("--builds", action="store_true", help="build what is sound, too")
    given = parser.parse_args()
    trees = [*([given.beside.absolute()] if given.beside else []), TOP]
    over = 0
    for name, make in TRIALS.items():
        if given.words and not any(word in name for word in given.words):
            continue
        costs = trial(make, trees, given.command.split(), builds=given.builds)
        for at, (what, cost) in enumerate(costs):
            bad = cost.seconds > MOST_SECONDS or cost.megabytes > MOST_MEGABYTES or cost.code not in (0, 1)
            over += bad and at >= len(trees) - 1
            print(f"{name:50} {what:6} {cost}{'  OVER' if bad else ''}", flush=True)
    print(f"{over} over {MOST_SECONDS:g} s or {MOST_MEGABYTES} MB")
    sys.exit(over > 0)


if __name__ == "__main__":
    main()
