"""Problems as they are shown: the place, the line, a mark under the place, each once."""

import json

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmotor.cli.formats import write
from deckmotor.cli.gather import MOST_TOLD, Finding, count, gather, told
from deckmotor.cli.report import _columns, _is_readable, render, report
from deckmotor.diagnostics import Diagnostic
from deckmotor.span import Span

DECK = "title: Studien\nslides:\n  - id: vad\n    bulets: [a, b]\n"


def wrong_key(**changes: object) -> Diagnostic:
    span = Span("deck/deck.yaml", 4, 5, DECK.index("bulets"), DECK.index("bulets") + 6)
    values = {"code": "unknown-key", "values": (("key", "bulets"), ("of", "a slide")), "span": span}
    return Diagnostic(**{**values, **changes})  # type: ignore[arg-type]


def shown(problem: Diagnostic, text: str | None, width: int = 80, variants: tuple[str, ...] = ()) -> str:
    return click.unstyle(render(Finding(problem, variants), text, problem.span.file, width))


def test_a_problem_is_quoted_with_a_mark_under_it() -> None:
    assert shown(wrong_key(hints=("did you mean `bullets`?",)), DECK, variants=("kalix", "motala")) == (
        "deck/deck.yaml:4:5: error: `bulets` is not a key of a slide [unknown-key]\n"
        "   4 |     bulets: [a, b]\n"
        "     |     ^^^^^^\n"
        "     = did you mean `bullets`?\n"
        "     = only in kalix, motala"
    )


def test_without_the_file_the_message_stands_alone() -> None:
    assert shown(wrong_key(), None) == "deck/deck.yaml:4:5: error: `bulets` is not a key of a slide [unknown-key]"


def test_the_mark_stands_under_wide_letters_and_tabs() -> None:
    text = "title:\t日本 é x"
    start = text.index("x")
    lines = shown(wrong_key(span=Span("d.yaml", 1, start + 1, start, start + 1)), text).split("\n")
    assert lines[1:] == ["   1 | title: 日本 é x", "     |               ^"]


def test_a_span_over_several_lines_is_marked_on_its_first() -> None:
    lines = shown(wrong_key(span=Span("d.yaml", 1, 8, 7, 30)), DECK).split("\n")
    assert lines[2] == "     |        ^^^^^^^"


def test_a_place_after_the_last_character_is_marked() -> None:
    lines = shown(wrong_key(span=Span("d.yaml", 1, 15, 14, 14)), DECK).split("\n")
    assert lines[2] == "     |               ^"


def test_a_line_that_is_not_there_is_not_quoted() -> None:
    assert "\n" not in shown(wrong_key(span=Span("d.yaml", 99, 1)), DECK)


def test_what_a_terminal_obeys_is_not_passed_on() -> None:
    assert "\x1b" not in shown(wrong_key(values=(("key", "\x1b[2J"), ("of", "a slide"))), "a: \x1b]0;x\x07\n", 80)


@given(st.text(st.characters(exclude_characters="\n\r\x85\u2028\u2029"), max_size=300), st.data(), st.integers(40, 120))
def test_a_quoted_line_keeps_to_the_width_and_the_mark_to_its_word(row: str, data: st.DataObject, width: int) -> None:
    start = data.draw(st.integers(0, len(row)))
    end = data.draw(st.integers(start, len(row)))
    lines = shown(wrong_key(span=Span("d.yaml", 1, start + 1, start, end)), row, width).split("\n")
    if not _is_readable(row):
        assert len(lines) == 1, "a line of a binary file, or an empty one, shows nothing"
        return
    _, quoted, mark = lines
    assert _columns(quoted) <= width
    assert _columns(mark) <= width
    begin = mark.index("^")
    if end > start and row[start].isprintable() and _columns(row[start]) == 1 and not row[start].isspace():
        columns = [character for character in quoted for _ in range(_columns(character))]
        assert columns[begin] == row[start]


def test_a_problem_of_all_decks_names_none() -> None:
    problems = [wrong_key(variant=variant) for variant in (None, "a", "b")]
    assert gather(problems, (None, "a", "b")) == (Finding(problems[0], ()),)


def test_a_problem_of_every_variant_looked_at_names_none() -> None:
    assert [one.variants for one in gather([wrong_key(variant="a")], ("a",))] == [()]


def test_variants_are_named_in_their_order_and_many_are_counted() -> None:
    looked = (None, "c", "b", "a", "d", "e")
    few = gather([wrong_key(variant=variant) for variant in ("a", "b", "b")], looked)
    assert [one.variants for one in few] == [("b", "a")]
    many = gather([wrong_key(variant=variant) for variant in "abcd"], looked)
    assert many[0].all_but_base is False
    assert "only in 4 variants" in shown(many[0].problem, None, variants=many[0].variants)


def test_what_all_variants_but_not_the_base_deck_have_says_so() -> None:
    (finding,) = gather([wrong_key(variant=variant) for variant in "abcd"], (None, *"abcd"))
    assert "= in all 4 variants" in click.unstyle(render(finding, None, "d.yaml", 80))


def test_what_is_no_utf_8_is_quoted_as_it_was_meant() -> None:
    problem = wrong_key(span=Span("d.yaml", 1, 9, 8, 9))
    text = report(gather([problem], (None,)), lambda _: "title: Lärcentrum\n".encode("cp1252"), lambda file: file, 80)
    assert "1 | title: Lärcentrum\n     |         ^" in click.unstyle(text)


def test_problems_come_by_file_and_line() -> None:
    spans = [Span("b.yaml", 1), Span("a.yaml", 10), Span("a.yaml", 9, 2), Span("a.yaml", 9, 1)]
    found = gather([wrong_key(span=span) for span in spans], (None,))
    assert [str(one.problem.span) for one in found] == ["a.yaml:9:1", "a.yaml:9:2", "a.yaml:10:1", "b.yaml:1:1"]


def test_a_byte_order_mark_does_not_shift_the_mark() -> None:
    text = report(gather([wrong_key()], (None,)), lambda _: b"\xef\xbb\xbf" + DECK.encode(), lambda file: file, 80)
    assert "4 |     bulets: [a, b]\n     |     ^^^^^^" in click.unstyle(text)


def test_problems_are_counted_in_words() -> None:
    warning = wrong_key(code="lost-text", values=())
    assert count([Finding(wrong_key(), ()), Finding(warning, ()), Finding(warning, ())]) == "1 error, 2 warnings"
    assert count([]) == "no problems"


def test_of_very_many_the_rest_is_summed_up_and_errors_go_first() -> None:
    warnings = [Finding(wrong_key(code="lost-text", values=(), span=Span("a.yaml", line)), ()) for line in range(1, 701)]
    errors = [Finding(wrong_key(span=Span("b.yaml", line)), ()) for line in range(1, 701)]
    some, more = told([*warnings, *errors])
    assert len(some) == MOST_TOLD and [one.problem.severity for one in some].count("error") == 700
    assert more == "and 400 more: 400 warnings"
    assert told(warnings) == (warnings, "")


@pytest.mark.parametrize("form", ["json", "sarif", "github"])
def test_the_limit_holds_in_every_format(form: str) -> None:
    findings = [Finding(wrong_key(span=Span("b.yaml", line)), ()) for line in range(1, MOST_TOLD + 8)]
    text = write(form, findings, lambda _: DECK.encode(), str).decode()
    assert text.count("is not a key of a slide") == MOST_TOLD
    assert text.count("and 7 more: 7 errors") == 1
    if form == "json":
        assert json.loads(text)["errors"] == MOST_TOLD + 7


def test_long_values_are_shortened() -> None:
    text = shown(wrong_key(values=(("key", "x" * 100_000), ("of", "a slide"))), None)
    assert len(text) < 500 and "…` is not a key" in text
