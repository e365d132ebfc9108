"""How values are written in the texts of one edition: what formats, and conditions, need to know beside the values."""

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:  # Most decks have no variables.
    from deckmotor.source.values import Habit

Trouble = tuple[str, tuple[str, ...], tuple[tuple[str, str], ...]]
"""Why there is no text: a code, hints, and the values of its sentence."""


class Voice(Struct, frozen=True):
    """The language of an edition, and what is known of its variables beside their texts."""

    language: str = "en"
    habits: "dict[str, Habit]" = {}
    """By the name of a column: how its values are written in the table."""
    missing: frozenset[str] = frozenset()
    """Variables that have no value."""
    elsewhere: frozenset[str] = frozenset()
    """All variables of the project: those that other editions have can have a default here, and nothing else."""


ENGLISH = Voice()


def missing_value(name: str) -> Trouble:
    """A variable without a value stands where one is needed."""
    return "missing-value", (f"fill it in, or say what stands for it: `${{{name}|default …}}`",), (("name", name),)
