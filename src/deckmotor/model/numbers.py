"""Numbers by name, read from YAML: `{2022: 310, 2023: 355}`, with lists for several series, or names of series beside them."""

import re
from typing import Any

from deckmotor.model.data import Data, Datum
from deckmotor.model.kinds import FAILED, Kind, Reading, is_blank, wrong_type, wrong_value
from deckmotor.model.words import shortened
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence

MISSING = ("–", "—", "-", "~", "")
"""What people write for a number that is not there."""

MOST = 1_000
"""Names that data may have; a chart with more can't be read."""

_NUMBER = re.compile(r"[-+−]?(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d{1,15})(?:[.,]\d{1,12})?")
_GROUPS = re.compile(r"[-+−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_WITH_UNIT = re.compile(r"([-+−]?[\d \u00a0.,]*\d)\s*(\D{1,12})")


def number(text: str) -> float | None:
    """A number as people write it: `1 250,5`, `-3.5`, `−4`. None where it is none, or could be two: `1,250`."""
    text = text.strip()
    if not _NUMBER.fullmatch(text) or re.fullmatch(r"[-+−]?\d{1,3},\d{3}", text):
        return None
    return float(re.sub(r"[ \u00a0\u202f]", "", text).replace(",", ".").replace("−", "-"))


class DataKind(Kind, frozen=True):
    """Numbers by name."""

    @property
    def expected(self) -> str:
        """What a person is to write there."""
        return "names with their numbers"

    def hints(self, node: Node) -> tuple[str, ...]:
        """How they are written."""
        return ("write each as `name: number`, for instance `{2022: 310, 2023: 355}`",)

    def read(self, node: Node, of: str, reading: Reading) -> Any:
        """A Data, or FAILED."""
        if type(node) is not Mapping or not node.entries:
            return wrong_type(node, of, self, reading)
        if len(node.entries) > MOST:
            limit = f"at most {MOST} names"
            return reading.report("wrong-length", node.span, of=of, expected=limit, found=len(node.entries))
        series = _series_names(node)
        rows = [self._row(name, value, series, reading) for name, value in node.entries]
        if FAILED in rows:
            return FAILED
        for row in rows:
            if len(row.values) != len(rows[0].values):
                expected = f"{len(rows[0].values)} numbers, as `{shortened(rows[0].name)}` has"
                return reading.report("wrong-length", row.span, of=f"`{row.name}`", expected=expected, found=len(row.values))
        return Data(tuple(rows), series, node.span)

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
        return FAILED if failed else Datum(name.text.strip(), tuple(values), name.span)

    def _number(self, node: Node, of: str, reading: Reading) -> Any:
        """A float, None for a missing one, or FAILED."""
        if type(node) is not Scalar:
            return wrong_type(node, of, _OneNumber(), reading)
        if is_blank(node) or node.text.strip() in MISSING:
            return None
        value = number(node.text)
        return wrong_value(node, of, _OneNumber(), reading, _number_hints(node.text.strip())) if value is None else value


class _OneNumber(Kind, frozen=True):
    @property
    def expected(self) -> str:
        return "a number"


def _series_names(node: Mapping) -> tuple[str, ...]:
    """The names beside the numbers, where they have some: those of the first entry."""
    first = next((value for _, value in node.entries if type(value) is Mapping), None)
    return () if first is None else tuple(key.text for key, _ in first.entries)


def _number_hints(text: str) -> tuple[str, ...]:
    if _GROUPS.fullmatch(text):
        return (f"is it {text.replace(',', '')}, or {text.replace(',', '.')}? Write it without the comma",)
    with_unit = _WITH_UNIT.fullmatch(text)
    if with_unit and number(with_unit[1]) is not None:
        return (f"write the number alone: {with_unit[1].strip()}, and `unit: {with_unit[2].strip()}` beside it",)
    return ("a number that is missing is written as –",)
