"""A text that was read, as far as it could be."""

from msgspec import Struct

from deckmotor.diagnostics import Diagnostic
from deckmotor.source.nodes import Node


class Broken(Struct, frozen=True):
    """Where the parser gave up."""

    problem: Diagnostic
    start: int
    """Where what is broken begins: at the place of the problem, or where the brackets or quotes around it open."""


class Reading(Struct, frozen=True):
    """A text that was read."""

    root: Node | None
    problems: tuple[Diagnostic, ...]
    """Errors of syntax are not among them."""
    broken: Broken | None = None
