from typing import Annotated, Any

import pytest
from msgspec import Meta, Struct

from deckmotor.model.reading import FAILED, Kind, Reading
from deckmotor.model.records import kind_of, plan_of, read_record
from deckmotor.source.nodes import Mapping, Scalar
from deckmotor.span import Span

SPAN = Span("theme.yaml")
PERCENT = kind_of(Annotated[int, Meta(ge=0, le=100)])
DECIMAL = kind_of(float)


class Sizes(Struct, frozen=True, kw_only=True):
    """A struct of another room: kinds and plans know nothing of slides."""

    title: Annotated[int, Meta(description="Points.", ge=8)]
    ratio: float = 1.5
    span: Span


def read(kind: Kind, text: str) -> tuple[Any, list[str]]:
    reading = Reading([], [])
    value = kind.read(Scalar(text, SPAN), "`size`", reading)
    return value, [f"{one.message} {one.hints}" for one in reading.problems]


@pytest.mark.parametrize(("text", "value"), [("0", 0), ("100", 100), ("+7", 7), ("007", 7)])
def test_whole_numbers(text: str, value: int) -> None:
    assert read(PERCENT, text) == (value, [])


@pytest.mark.parametrize("text", ["101", "-1", "1.0", "1e2", "٣", "1_0", "0x10", "9" * 5000])
def test_what_is_no_such_number(text: str) -> None:
    value, problems = read(PERCENT, text)
    assert value is FAILED and len(problems) == 1


@pytest.mark.parametrize(("text", "value"), [("1.5", 1.5), ("-3", -3.0), ("0.125", 0.125)])
def test_decimals(text: str, value: float) -> None:
    assert read(DECIMAL, text) == (value, [])


def test_a_decimal_comma() -> None:
    assert read(DECIMAL, "1,5") == (FAILED, ["`1,5` is not a value of `size`, which is a number ('write `1.5`',)"])


def test_a_struct_of_another_room() -> None:
    reading = Reading([], [])
    node = Mapping(((Scalar("title", SPAN), Scalar("32", SPAN)),), SPAN)
    assert read_record(plan_of(Sizes), node, "the theme", reading) == Sizes(title=32, span=SPAN)
    assert plan_of(Sizes).fields["title"].description == "Points."
    node = Mapping(((Scalar("titel", SPAN), Scalar("32", SPAN)), (Scalar("ratio", SPAN), Scalar("x", SPAN))), SPAN)
    assert read_record(plan_of(Sizes), node, "the theme", reading) is FAILED
    assert [one.code for one in reading.problems] == ["unknown-key", "wrong-value"]
