"""The problems of a run: kept once while they are found, bounded, and the rest summed up in every format."""

import json
import time
import tracemalloc
from pathlib import Path

import pytest
from msgspec.structs import replace

from deckmotor.cli.formats import write
from deckmotor.cli.gather import MOST_FOUND, MOST_TOLD, Gathering, told
from deckmotor.cli.options import FORMATS
from deckmotor.diagnostics import Diagnostic
from deckmotor.span import Span
from tests.hostile.attack import run
from tests.hostile.attack import write as write_files

NAMES = (None, *(f"v{number}" for number in range(5_000)))


def wrong(number: int, variant: str | None = None, code: str = "unknown-key") -> Diagnostic:
    span = Span("deck.yaml", number + 1, 1, number, number + 1)
    return Diagnostic(code=code, values=(("key", "a"), ("of", "b")), span=span, variant=variant)


def test_many_variants_with_the_same_problems_take_little_memory_and_time() -> None:
    tracemalloc.start()
    gathering, start = Gathering(NAMES), time.process_time()
    gathering.add(())
    for variant in NAMES[1:501]:
        gathering.add([wrong(number, variant, "tab-in-text") for number in range(100)])
    findings = gathering.findings()
    assert time.process_time() - start < 10
    assert tracemalloc.get_traced_memory()[1] < 10_000_000
    tracemalloc.stop()
    assert len(findings) == 100
    assert gathering.unseen == 4_500
    assert {len(finding.variants) for finding in findings} == {500}
    assert all(finding.all_but_base for finding in findings)
    assert len({id(finding.variants) for finding in findings}) == 1


def test_a_problem_is_told_once_however_its_hints_differ() -> None:
    gathering = Gathering(NAMES[:3])
    for variant, hint in zip(NAMES[:3], ("set it", "there are: a", "there are: a, b"), strict=True):
        gathering.add([replace(wrong(1, variant), hints=(hint,))])
    (finding,) = gathering.findings()
    assert (finding.problem.hints, finding.variants) == (("set it",), ())


def test_problems_that_decks_share_count_as_those_of_each() -> None:
    decks = [(name, [*map(wrong, range(3)), wrong(4 + place % 2, name)]) for place, name in enumerate(NAMES[:6])]
    shared, apart = Gathering(NAMES[:6]), Gathering(NAMES[:6])
    for _, problems in decks:
        shared.add([*decks[0][1][:3], problems[3]])
        apart.add(problems)
    assert shared.findings() == apart.findings()
    assert shared.has_errors
    assert not shared.unseen


def test_the_same_warnings_in_5_000_decks_are_weighed_once() -> None:
    thousand = [wrong(number, None, "change-nowhere") for number in range(1_000)]
    gathering, start = Gathering(NAMES), time.process_time()
    for _ in NAMES[:2_000]:
        gathering.add(thousand)
    assert time.process_time() - start < 3  # It took a minute.


def test_after_so_many_errors_no_further_deck_is_looked_at_and_warnings_never_end_a_run() -> None:
    gathering = Gathering(NAMES)
    thousand = [wrong(number, "v0") for number in range(1_000)]
    for _ in range(MOST_FOUND // 1_000 + 1):
        assert not gathering.is_enough
        gathering.add(thousand)
    assert gathering.is_enough
    warned = Gathering(NAMES)
    for _ in range(MOST_FOUND // 1_000 + 1):
        assert not warned.add([wrong(number, "v0", "tab-in-text") for number in range(1_000)])
    assert not warned.is_enough


@pytest.mark.parametrize("form", FORMATS[1:])
def test_every_format_says_how_many_problems_and_decks_it_does_not_tell(form: str) -> None:
    gathering = Gathering(NAMES)
    gathering.add([wrong(number) for number in range(MOST_TOLD + 5)])
    findings = gathering.findings()
    text = write(form, findings, lambda _: b"", str, unseen=gathering.unseen).decode()
    assert "and 5 more: 5 errors; 5,000 decks not looked at after so many errors" in text
    assert told(findings[:1], 1)[1] == "1 deck not looked at after so many errors"


def test_a_run_ends_after_so_many_errors(tmp_path: Path) -> None:
    removed = "".join(f"  - nope-{number}\n" for number in range(1_000))
    rows = "".join(f"- {{id: v{number}}}\n" for number in range(300))
    write_files(tmp_path, {
        "deck.yaml": "title: T\nslides:\n  - cover: {}\n",
        "variants.yaml": f"each: t.yaml\nremove:\n{removed}",
        "t.yaml": rows,
    })  # fmt: skip
    answer = json.loads(run(tmp_path, "build", "--all", "--format", "json").stdout)
    assert (answer["errors"], answer["files"]) == (1_000, ["build/t.pptx"])
    assert answer["more"] == "249 decks not looked at after so many errors"
    assert "249 decks not looked at" in run(tmp_path, "check").stdout
