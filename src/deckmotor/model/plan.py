"""How structs of the model are read: their keys, and the ways in which people may write one."""

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from deckmotor.model.reading import Kind, Reading
from deckmotor.source.nodes import Node


class Field(Struct, frozen=True, kw_only=True):
    """A key that a struct is written with."""

    key: str
    of: str
    """How messages call it: `key` in backticks."""
    kind: Kind
    required: bool
    description: str


class Plan(Struct, frozen=True, kw_only=True):
    """How a struct is read."""

    cls: type[Struct]
    fields: dict[str, Field]
    blocks: tuple[str, ...]
    """The keys that are collected in `blocks`, in the order of the mapping."""
    required: tuple[str, ...]
    short: Field | None
    """The field that a value without keys fills."""
    pair: tuple[str, str] | None
    """The fields that one key with its value fills."""
    no_names: tuple[str, ...]
    """Words that are not meant as the first of these, as they are of other things."""
    below: str | None
    """The field that a list fills in place of the second of these: what is below it."""
    nests: bool
    """Whether these are such things too, so that keys with their values may stand for the list."""
    flag: str | None
    """The field that its own name alone, in place of the block, sets to true: `agenda: sections`."""
    mixed: bool
    """Whether they may stand as keys beside its own."""
    pairs: bool
    """Whether it lists such things, so that keys with their values may stand for the list."""
    beside: tuple[str, ...]
    """Keys that may stand there but are read elsewhere."""
    renamed: dict[str, str]
    """The fields of keys that Python has another use for: `from`."""
    keys: tuple[str, ...]
    """All keys that may be written: fields, blocks, and those beside them."""
    rule: Callable[[Any, Node, Reading], None] | None
