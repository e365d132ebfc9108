"""Rows of a file for which a condition holds: `folkmängd > 20000 and län == "${county}"`.

Names in it are columns. A variable is a value, whatever its text: no quotation mark in it ends a text, no word of it joins.
"""

from collections.abc import Iterable
from functools import partial

from msgspec.structs import replace

from deckmotor.diagnostics import Diagnostic
from deckmotor.load.source import Source
from deckmotor.messages import MOST_PROBLEMS
from deckmotor.source.cells import Row
from deckmotor.source.conditions import Both, Comparison, Condition, read_condition, variables_of
from deckmotor.source.judge import Facts, holds
from deckmotor.source.nodes import Scalar
from deckmotor.source.values import Habit, habit_of
from deckmotor.source.voice import Voice

_FIRST = 0xE000
"""The letter that stands for the first value: one for private use, which nobody types."""


_OF_VALUES = ("not-a-number", "unclear-number", "unclear-date")
"""Problems of what stands in a cell, not of the condition."""


def kept(source: Source, where: Scalar, language: str, found: list[Diagnostic]) -> tuple[Row, ...] | None:
    """The rows for which the condition holds; None where it can't be judged, which is told.

    A row whose cell is empty where a number or date is compared is left out.
    """
    head = source.head
    node, values = _unfilled(where)
    condition, wrong = read_condition(node, (), columns=head, values=values)
    found += wrong
    if condition is None:
        return None
    asked = tuple(dict.fromkeys(name for name in variables_of(condition) if name in head))
    places = [head.index(name) for name in asked]
    habits = {name: source.once(("habit", at), partial(_habit, source, at)) for name, at in zip(asked, places, strict=True)}
    left: list[Row] = []
    told: list[Diagnostic] = []
    for row in _possible(condition, source):
        texts = {name: row[at].text.strip() for name, at in zip(asked, places, strict=True)}
        empty = frozenset(name for name, text in texts.items() if not text)
        known = {name: text for name, text in texts.items() if text} | values
        problems: list[Diagnostic] = []
        if holds(condition, node, Facts("", known, Voice(language, habits, empty, frozenset(head))), problems):
            left.append(row)
        told += [_at_cell(one, asked, row, places) for one in problems if one.code != "missing-value"]
        if len(told) >= MOST_PROBLEMS:
            break
    found += {(one.code, one.span): one for one in reversed(told)}.values()
    return None if told else tuple(left)


def _habit(source: Source, at: int) -> Habit:
    return habit_of(row[at].text for row in source.rows)


def _possible(condition: Condition, source: Source) -> Iterable[Row]:
    """The rows for which a condition can hold: those of one text, where that is what it asks first."""
    first = condition.parts[0] if isinstance(condition, Both) else condition
    if not isinstance(first, Comparison) or (first.left.kind, first.sign, first.right.kind) != ("variable", "==", "text"):
        return source.rows
    if first.left.text not in source.head:
        return source.rows
    numbers = source.texts(source.head.index(first.left.text)).get(first.right.text, ())
    return [source.rows[number] for number in numbers]


def _at_cell(told: Diagnostic, asked: tuple[str, ...], row: Row, places: list[int]) -> Diagnostic:
    """A problem of a row's value, at the cell that it is about."""
    values = dict(told.values)
    for name, at in zip(asked, places, strict=True) if told.code in _OF_VALUES else ():
        if values.get("name", name) == name and values.get("text") == row[at].text.strip():
            return replace(told, span=row[at].span)
    return told


def _unfilled(where: Scalar) -> tuple[Scalar, dict[str, str]]:
    """The text with a variable for each value that was put in, as long as what is written for it; and their values."""
    values: dict[str, str] = {}
    parts: list[str] = []
    at = 0
    for put in where.puts:
        parts.append(where.text[at : put.start])
        if put.is_value:
            letter = chr(_FIRST + len(values))
            values[letter] = where.text[put.start : put.end]
            parts.append(f"${{{letter.ljust(put.written - 3)}}}")
        else:
            parts.append("$${")
        at = put.end
    text = "".join((*parts, where.text[at:]))
    return Scalar(text, where.span, where.quoted, (), where.source), values
