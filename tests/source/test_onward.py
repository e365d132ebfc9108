"""Errors of syntax after the first one: all are told, and nothing that is sound."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmotor.catalogue.syntax import ENTRIES
from deckmotor.source.onward import MOST_ERRORS
from deckmotor.source.parse import parse
from tests.hostile.mutations import PROJECTS

DAMAGES = {
    "colon": "text: Tid: 3:45", "quote": 'text: "Ett ord', "apostrophe": "text: 'Ett ord", "bracket": "text: [a, b",
    "open brackets": "text: [,,,", "brace": "text: {a: b", "closing": "text: [a]]", "at": "text: @namn", "percent": "text: %s",
    "backtick": "text: `kod`", "star": "text: *fet* text", "ampersand": "text: &c", "exclamation": "text: !viktigt",
    "escape": 'text: "C:\\mapp"', "after": 'text: "Ett" ord', "tab": "\ttext: a", "dash": "text: - a", "twice": "title: a",
    "nothing": "bara ord", "sign": "text: a\x07b", "no space": "text:[a]",
}  # fmt: skip
"""Lines that no slide can have; most would be texts if they stood in quotes."""

SOUND = ("lead: Ord", 'lead: "Ord: [ett"', "bullets: [a, b]", "bullets:\n    - a\n    - b", "lead: |\n      Ord: [\n      Ord")
slides = st.lists(st.tuples(st.sampled_from(SOUND), st.sampled_from([None, None, *DAMAGES])), min_size=1, max_size=10)


@settings(max_examples=200)
@given(slides=slides)
def test_each_error_is_told_at_its_line_and_nothing_else(slides: list[tuple[str, str | None]]) -> None:
    deck, wrong = "title: T\nslides:\n", []
    for body, damage in slides:
        deck += f"  - title: Ord\n    {body}\n"
        if damage is not None:
            deck += f"    {DAMAGES[damage]}\n".replace("    \t", "\t")
            wrong.append(deck.count("\n"))
        deck += "    notes: Ord\n"
    _, problems = parse(deck.encode(), "deck.yaml")
    # A forgotten quote or colon is told where it was forgotten, or on the line that it has made unreadable.
    told = [one.span.line for one in problems]
    assert len(told) == len(wrong), (deck, told)
    assert all(abs(line - place) <= 1 for line, place in zip(told, wrong, strict=True)), (deck, told, wrong)


LINES = [
    (name, number)
    for name, files in PROJECTS.items()
    for number, line in enumerate(files["deck/deck.yaml"].decode().split("\n"))
    if re.match(r" *(- )?\w+: \S", line) and not line.endswith(("|", ">", "|-", ">-"))
]


@pytest.mark.parametrize("sign", ["@", '"', "[", "{", "a: b: ", "*", "'", "]", "%", "`", '"\\x'])
def test_one_damage_is_one_error(sign: str) -> None:
    """In front of any value of a real deck."""
    for name, number in LINES[:: len(LINES) // 40]:
        lines = PROJECTS[name]["deck/deck.yaml"].decode().split("\n")
        lines[number] = lines[number].replace(": ", f": {sign}", 1)
        _, problems = parse("\n".join(lines).encode(), "deck.yaml")
        errors = [one for one in problems if one.code in ENTRIES and one.severity == "error"]
        assert len(errors) <= 1, (lines[number], errors)
        assert all(one.span.line == number + 1 for one in errors), (lines[number], errors)


VALUES = (":", "ord", '"ord', "[", "[]]", "@", "- a", "{a", "'", "a: b", "&", "%")
BELOW = "  # ord\n\n  - title: a\n    text: a: b\n    lead: b\n  - text: *a\n"


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("start", ["title: T\nslides:", "slides:\n  - columns:"])
def test_what_stands_below_a_broken_value_is_read(value: str, start: str) -> None:
    below = BELOW if start.startswith("title") else re.sub("^(?=.)", "    ", BELOW, flags=re.MULTILINE)
    _, problems = parse(f"{start} {value}\n{below}".encode(), "deck.yaml")
    first, *rest = [one.span.line for one in problems]
    assert first in (2, 5)
    assert rest == [6, 8]


def test_as_many_as_are_looked_for() -> None:
    start = time.process_time()
    _, problems = parse(b"- a: b: c\n" * 200_000, "deck.yaml")
    assert 2 < len(problems) <= MOST_ERRORS
    _, few = parse(b"- a: b: c\n" * 500, "deck.yaml")
    assert [one.span.line for one in few] == [*range(1, MOST_ERRORS + 1)]
    assert time.process_time() - start < 5


WOUNDS = (": b: c", " @ord", " [ord", ' "ord" och', ' "\\q"', " %ord", " *ord")
"""Texts that break a line, behind the colon of its key."""


@pytest.mark.parametrize("upper", [*WOUNDS, ' "ord'])
def test_an_error_hides_none_on_the_line_below(upper: str) -> None:
    for lower in WOUNDS:
        text = f"title: T\nslides:\n  - title:{upper}\n    lead:{lower}\n    notes:{lower}\n    text: ord\n"
        _, problems = parse(text.encode(), "deck.yaml")
        assert [one.span.line for one in problems if one.severity == "error"] == [3, 4, 5], (text, problems)


ITEMS = {name: line.replace("text: ", "- ").replace("text:", "-") for name, line in DAMAGES.items() if "text:" in line}
ITEMS |= {"tab": "\t- a", "colon": "- Tid: 3: 45", "no space": "-a"}
del ITEMS["dash"]
"""The same as items of a list."""


@pytest.mark.parametrize("upper", ITEMS)
def test_two_broken_items_below_each_other_are_both_told(upper: str) -> None:
    for lower in ITEMS.values():
        items = f"      {ITEMS[upper]}\n      {lower}\n".replace("      \t", "\t")
        text = f"title: T\nslides:\n  - title: Ord\n    bullets:\n{items}      - ord\n    layout: x\n"
        _, problems = parse(text.encode(), "deck.yaml")
        assert {one.span.line for one in problems} == {5, 6}, (text, problems)


def test_a_text_that_begins_with_a_minus_is_no_item() -> None:
    for start in ("text: -5 grader", "text: >\n      -5 grader"):
        _, problems = parse(f"slides:\n  - title: a\n    {start}\n      - och\n".encode(), "deck.yaml")
        assert [one.code for one in problems if one.code == "no-space"] == []


@pytest.mark.parametrize(("opened", "close"), [('"Ett ord', '"'), ("'Ett ord", "'"), ("[a, b", "]"), ("{a: b", "}")])
def test_bare_words_below_what_stays_open_are_of_its_text(opened: str, close: str) -> None:
    """So they are no error of their own: closed behind them, all is sound; closed before them, they are one."""
    deck = f"title: T\nslides:\n  - title: Ord\n    text: {opened}\n    bara ord\n    layout: x\n"
    behind, before = deck.replace("bara ord", f"bara ord{close}"), deck.replace(opened, f"{opened}{close}")
    told = [[one.span.line for one in parse(text.encode(), "d")[1]] for text in (deck, behind, before)]
    assert told == [[4], [], [5]]


@pytest.mark.parametrize(("line", "told"), [("text: |", [4]), ("text: 'Ett", [4]), ("text:", [4]), ("text: Ett", [4, 5])])
def test_words_below_a_tab_are_told_where_they_are_of_no_text(line: str, told: list[int]) -> None:
    deck = f"title: T\nslides:\n  - title: Ord\n\t{line}\n    bara ord\n    layout: x\n"
    assert [one.span.line for one in parse(deck.encode(), "d")[1]] == told


@pytest.mark.parametrize("upper", [name for name in DAMAGES if name != "twice"])
def test_two_errors_on_lines_below_each_other_are_both_told(upper: str) -> None:
    for lower in DAMAGES:
        if lower == "twice" or (lower == "nothing" and upper != "tab"):  # Bare words are where a text goes on.
            continue
        lines = (DAMAGES[upper], DAMAGES[lower].replace("text", "lead"))
        text = "title: T\nslides:\n  - title: Ord\n    {}\n    {}\n    layout: x\n".format(*lines).replace("    \t", "\t")
        _, problems = parse(text.encode(), "deck.yaml")
        assert {4, 5} <= {one.span.line for one in problems}, (text, problems)


@pytest.mark.parametrize("opening", ['- "Ett', "- {text: Ett", "- [Ett", "- 'Ett"])
@pytest.mark.parametrize("words", ["och mer", "och mer\n      och mer"])
def test_words_below_an_open_quote_or_bracket_belong_to_it(opening: str, words: str) -> None:
    """They are its text, or a mistake of their own, and what stands below them is sound in both."""
    deck = f"title: T\nslides:\n  - title: A\n    bullets:\n      {opening}\n      {words}\n      - Två\n    notes: b\n"
    for text, wrong in ((deck, []), (f"{deck}    ord\n", ["neither"])):
        _, problems = parse(text.encode(), "deck.yaml")
        assert [one.code for one in problems] == ["unclosed", *wrong], text
