"""Work per problem times number of things: a thousand wrong names among a thousand right ones take no time to speak of."""

import random
import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmotor.build import Pipeline
from deckmotor.messages import nearest
from deckmotor.nearest import FEW
from deckmotor.workspace import MemoryWorkspace, builtin_themes

MANY = range(1_000)
MOST_SECONDS = 8.0
"""Of processor time, on a machine that others use too; most took from ten seconds to minutes, or gigabytes."""


def slides(line: Callable[[int], str], count: int = 1_000) -> str:
    return "title: T\nslides:\n" + "".join(f"  - {line(number)}\n" for number in range(count))


def lines(line: Callable[[int], str], count: int = 1_000) -> str:
    return "".join(f"{line(number)}\n" for number in range(count))


COVER = slides(lambda _: "cover: {}", 1)
LONG = "z" * 3_000
MANY_WORK: dict[str, dict[str, str]] = {
    "changes": {
        "deck.yaml": slides(lambda n: f"{{id: slide-number-{n}, title: a}}"),
        "variants.yaml": "variants: {a: {}}\nchanges:\n" + lines(lambda n: f"  slied-numbr-{n}x: {{notes: a}}"),
    },
    "changes, and no items": {
        "deck.yaml": slides(lambda n: f"{{id: s{n}, title: a, text: b, notes: c}}", 2_500),
        "variants.yaml": "variants: {a: {}}\nchanges:\n" + lines(lambda n: f"  x{n}: {{notes: a}}", 800),
    },
    "links": {"deck.yaml": slides(lambda n: f"{{id: slide-number-{n}, title: a, text: '[a](#slied-numbr-{n}x)'}}")},
    "long ids": {"deck.yaml": slides(lambda n: f"{{id: {LONG}-{n}, title: a, text: '[a](#q{n}x)'}}")},
    "includes": {
        "deck.yaml": slides(lambda n: f"include: many/slied-{n}.yaml", 500),
        **{f"many/slide-{n}.yaml": "- {title: a}" for n in MANY},
    },
    "moves": {
        "deck.yaml": slides(lambda n: f"{{id: s{n}, title: a}}", 4_000),
        "variants.yaml": "variants: {a: {}}\nmove:\n" + lines(lambda n: f"  - {{id: s{n * 7 % 4_001}, after: s0}}", 3_999),
    },
    "rows": {"deck.yaml": COVER, "variants.yaml": "each: t.yaml", "t.yaml": "- {id: v}\n" * 20_000},
    "themes": {
        "deck.yaml": "theme: t0\n" + COVER,
        **{f"themes/t{n}/theme.yaml": f"extends: {'motor' if n == 199 else f't{n + 1}'}\nlabel: L" for n in range(200)},
    },
    "sections": {"deck.yaml": slides(lambda n: f"section: s{n}", 2_000)},
    "odd characters": {"deck.yaml": slides(lambda n: f"title: 'a{chr(0xE000 + n)}b'", 5_000)},
    "wrong keys of variants": {
        "deck.yaml": slides(lambda n: "{id: s, title: a}", 1),
        "variants.yaml": "each: t.yaml\nchanges:\n  s:\n" + lines(lambda n: f"    nyckel{n}: '${{ort}}'"),
        "t.yaml": lines(lambda n: f"- {{id: v{n}, ort: o{n}}}", 100),
    },
    "rows of a file": {
        "deck.yaml": slides(lambda n: f"{{title: a, table: {{file: n.csv, sort: {'n' if n % 2 else 'v'}, limit: 2}}}}", 150)
        + "".join(f"  - {{title: a, table: {{file: n.csv, where: n == 'n{at}', limit: 2}}}}\n" for at in range(150)),
        "n.csv": "n;v\n" + lines(lambda n: f"n{n};{n * 7919 % 10_000}", 10_000),
    },
    "a file of numbers": {
        "deck.yaml": slides(lambda n: "{title: a, chart: {file: n.csv, bars: v}}", 100),
        "n.csv": "n;v\n" + lines(lambda n: f"n{n};x", 2_000),
    },
    "missing pictures": {
        "deck.yaml": slides(lambda n: f"{{title: a, picture: p/x{n}.png}}"),
        **{f"p/y{n}.png": "" for n in MANY},
    },
    "a quote that never ends": {"deck.yaml": COVER, "variants.yaml": "each: t.csv", "t.csv": 'id;a\nv;"' + "ord;\n" * 800_000},
    "texts in quotes": {"deck.yaml": f"{COVER}variables:\n" + lines(lambda n: f"  v{n}: '{n:040}'", 50_000)},
    "conditions": {
        "deck.yaml": slides(
            lambda n: "{title: a, bullets: [" + ", ".join(f"{{only: [x{n}-{k}], text: a}}" for k in range(10)) + "]}", 520
        ),
    },
    "conditions of one list": {
        "deck.yaml": "title: T\nslides:\n  - title: a\n    bullets:\n"
        + lines(lambda n: f"      - {{except: ['${{v{n}}} == \"a\"', '{n} <'], text: a}}", 6_000),
    },
    "values in conditions": {
        "deck.yaml": "title: T\nslides:\n  - title: a\n    bullets:\n" + "      - {only: '${v} == 1', text: a}\n" * 5_100,
    },
    "circles": {
        "deck.yaml": f"{COVER}variables:\n"
        + lines(lambda n: f"  v{n}: '{''.join(f'${{v{m}}}' for m in range(0, 400, 12))}'", 400),
    },
}  # fmt: skip


@pytest.mark.parametrize("what", MANY_WORK)
def test_it_takes_no_time(what: str) -> None:
    files = {path: text.encode() for path, text in MANY_WORK[what].items()}
    files["themes/motor/theme.yaml"] = (builtin_themes() / "motor" / "theme.yaml").read_bytes()
    start = time.process_time()
    pipeline = Pipeline.of(MemoryWorkspace(files), "deck.yaml")
    found = (one for edition in pipeline.project.editions for one in pipeline.compose(edition).problems)
    problems = list({one.same: one for one in found}.values())
    assert time.process_time() - start < MOST_SECONDS
    assert len(problems) <= 5_000
    assert sum(len(hint) for one in problems for hint in one.hints) < 5_000_000


def test_variables_refer_to_each_other_however_deep() -> None:
    chain = lines(lambda n: f"  v{n}: 'a${{v{n + 1}}}'", 400)
    deck = "variables:\n" + chain + "  v400: x\n" + slides(lambda _: "{title: a, text: '${v0}'}", 1)
    composed = Pipeline.of(MemoryWorkspace({"deck.yaml": deck.encode()}), "deck.yaml").compose()
    assert {one.code for one in composed.problems} == {"unknown-theme"}


def names(chance: random.Random) -> list[str]:
    """Names as decks have them: no patterns of a few letters, of which any is as near as another."""
    return ["".join(chance.choices("abcdefghij", k=chance.randint(6, 12))) for _ in range(chance.randint(FEW + 1, FEW + 40))]


@given(st.integers(0, 1_000_000))
def test_of_many_names_the_one_is_meant_that_lacks_a_letter(seed: int) -> None:
    chance = random.Random(seed)
    known = names(chance)
    meant = chance.choice(known)
    at = chance.randrange(len(meant))
    wrong = meant[:at] + meant[at + 1 :]
    (hint,) = nearest(wrong, known)
    assert hint.startswith("did you mean")
