"""Numbers by name, read from YAML: `{2022: 310, 2023: 355}`, with lists for several series, or names of series beside them."""

import re
from typing import Any

from deckmotor.model.data import Data, Datum
from deckmotor.model.reading import FAILED, Kind, Reading, is_blank, wrong_type, wrong_value
from deckmotor.model.text import Text, TextRun
from deckmotor.model.words import shortened
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence

MISSING = ("–", "—", "-", "~", "")
"""What people write for a number that is not there."""

MOST = 1_000
"""Names that data may have; a chart with more can't be read."""

_NUMBER = r"[-+−]?(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d{1,15})(?:[.,]\d{1,12})?"
_GROUPS = r"[-+−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?"
_WITH_UNIT = r"([-+−]?[\d \u00a0.,]*\d)\s*(\D{1,12})"


def number(text: str) -> float | None:
    """A number as people write it: `1 250,5`, `-3.5`, `−4`. None where it is none, or could be two: `1,250`."""
    text = text.strip()
    if not re.fullmatch(_NUMBER, text) or re.fullmatch(r"[-+−]?\d{1,3},\d{3}", text):
        return None
    return float(re.sub(r"[ \u00a0\u202f]", "", text).replace(",", ".").replace("−", "-"))


class DataKind(Kind, frozen=True):
    """Numbers by name: of each one, a list, or more names; or a table whose first row is a header."""

    @property
    def expected(self) -> str:
        """What a person is to write there."""
        return "names with their numbers"

    def hints(self, node: Node) -> tuple[str, ...]:
        """How they are written."""
        return ("write each as `name: number`, for instance `{2022: 310, 2023: 355}`",)

    def read(self, node: Node, of: str, reading: Reading) -> Any:
        """A Data, or FAILED."""
        if type(node) is Sequence and node.items and all(type(row) is Sequence for row in node.items):
            return self._table(node, of, reading)
        if type(node) is not Mapping or not node.entries:
            return wrong_type(node, of, self, reading, _of_file(node, of.strip("`")))
        if any(key.text == "file" for key, _ in node.entries) and (hints := _of_file(node, of.strip("`"))):
            return wrong_type(node, of, self, reading, hints)
        if _too_many(len(node.entries), node, of, reading):
            return FAILED
        series = _series_names(node)
        texts = tuple(key.text for key in series)
        if any(type(value) is Scalar and value.is_null for _, value in node.entries) and (cut := _cut_name(node)):
            name, hint = cut
            return reading.report(
                "wrong-value", name.span, (hint,), of=of, value=shortened(name.text), expected="a name and its number"
            )
        return _whole([self._row(name, value, texts, reading) for name, value in node.entries], series, node, reading)

    def _table(self, node: Sequence, of: str, reading: Reading) -> Any:
        """A list of rows: names of the series in the first, a name and its numbers in each further one."""
        head, *body = node.items
        if not body or _too_many(len(body), node, of, reading):
            return FAILED if body else wrong_type(node, of, self, reading)
        names = [cell for cell in _cells(head)[1:] if type(cell) is Scalar]
        rows = []
        for row in body:
            first, *rest = _cells(row) or (row,)
            if type(first) is not Scalar:
                rows.append(wrong_type(first, "the first cell of a row", _OneName(), reading))
            else:
                rows.append(self._row(first, Sequence(tuple(rest), row.span), (), reading))
        made = _whole(rows, tuple(names), node, reading)
        if made is not FAILED and len(names) != made.width:
            expected = f"a name and {len(names)} numbers, as its first row has"
            return reading.report("wrong-length", body[0].span, of="a row", expected=expected, found=made.width + 1)
        return made

    def _row(self, name: Scalar, value: Node, series: tuple[str, ...], reading: Reading) -> Any:
        of = f"`{shortened(name.text)}`"
        if type(value) is Mapping:
            numbers = [self._number(child, f"`{shortened(key.text)}` of {of}", reading) for key, child in value.entries]
            unknown = [key for key, _ in value.entries if key.text not in series]
            for key in unknown:
                hints = (f"the first of them has: {', '.join(series)}",)
                reading.report("unknown-key", key.span, hints, key=key.text, of=of)
            by_name = {key.text: one for (key, _), one in zip(value.entries, numbers, strict=True)}
            values = [by_name.get(one) for one in series]
            failed = FAILED in numbers or bool(unknown)
        else:
            nodes = value.items if type(value) is Sequence else (value,)
            values = [self._number(child, of, reading) for child in nodes]
            failed = FAILED in values
        return FAILED if failed else Datum(_text(name), tuple(values), value.span)

    def _number(self, node: Node, of: str, reading: Reading) -> Any:
        """A float, None for a missing one, or FAILED."""
        if type(node) is not Scalar:
            return wrong_type(node, of, _OneNumber(), reading)
        if is_blank(node) or node.text.strip() in MISSING:
            return None
        value = number(node.text)
        return wrong_value(node, of, _OneNumber(), reading, number_hints(node.text.strip())) if value is None else value


def _cut_name(node: Mapping) -> tuple[Scalar, str] | None:
    """The first part of a name that a comma cuts between braces, and what to write: `{Sala, Heby: 3}`; None without one."""
    for at, (name, value) in enumerate(node.entries):
        if type(value) is Scalar and value.is_null and value.span.start == name.span.end > node.span.start + len(name.text):
            whole = ", ".join(key.text for key, _ in node.entries[at : at + 2])
            return name, f'between braces a comma ends a name; put it in quotes: "{whole}": …'
    return None


def _of_file(node: Node, key: str) -> tuple[str, ...] | None:
    """What to write for a chart's file that is named where its numbers stand; None where it is something else."""
    from deckmotor.model.cures import of_file  # Only for mistakes.

    return of_file(node, key) or None


def _whole(rows: list[Any], series: tuple[Scalar, ...], node: Node, reading: Reading) -> Any:
    """All rows together, if they are sound and of one length."""
    if FAILED in rows:
        return FAILED
    width = len(rows[0].values)
    for row in rows:
        if len(row.values) != width:
            expected = f"{width} numbers, as `{shortened(rows[0].name.plain)}` has"
            return reading.report(
                "wrong-length", row.span, of=f"`{shortened(row.name.plain)}`", expected=expected, found=len(row.values)
            )
    return Data(tuple(rows), tuple(map(_text, series)), node.span)


def _too_many(count: int, node: Node, of: str, reading: Reading) -> bool:
    if count > MOST:
        reading.report("wrong-length", node.span, of=of, expected=f"at most {MOST} names", found=f"{count:,}")
    return count > MOST


def _cells(row: Node) -> tuple[Node, ...]:
    return row.items if type(row) is Sequence else ()


def _text(name: Scalar) -> Text:
    """A name as text without marks."""
    text = " ".join(name.text.split())
    return Text(runs=(TextRun(text=text),) if text else (), span=name.span)


class _OneNumber(Kind, frozen=True):
    @property
    def expected(self) -> str:
        return "a number"


class _OneName(Kind, frozen=True):
    @property
    def expected(self) -> str:
        return "a name"


def _series_names(node: Mapping) -> tuple[Scalar, ...]:
    """The names beside the numbers, where they have some: those of the first entry."""
    first = next((value for _, value in node.entries if type(value) is Mapping), None)
    return () if first is None else tuple(key for key, _ in first.entries)


def number_hints(text: str) -> tuple[str, ...]:
    """What to do about a text that should be a number."""
    if re.fullmatch(_GROUPS, text):
        return (f"is it {text.replace(',', '')}, or {text.replace(',', '.')}? Write it without the comma",)
    with_unit = re.fullmatch(_WITH_UNIT, text)
    if with_unit and number(with_unit[1]) is not None:
        return (f"write the number alone: {with_unit[1].strip()}, and `unit: {with_unit[2].strip()}` beside it",)
    return ("a number that is missing is written as –",)
