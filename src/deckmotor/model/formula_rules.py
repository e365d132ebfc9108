"""What a formula must be: one that is understood. What is not is told where it stands."""

import re

from deckmotor.math.parse import FaultError, parse
from deckmotor.model.formula_faults import fault_problem
from deckmotor.model.formulas import Formula
from deckmotor.model.reading import Reading
from deckmotor.source.nodes import Mapping, Node, Scalar
from deckmotor.source.places import place


def formula_rule(block: Formula, node: Node, reading: Reading) -> None:
    """A formula is one that can be shown."""
    written = node.get("formula") if isinstance(node, Mapping) else node
    if isinstance(written, Scalar):
        check(block.formula.plain, written, 0, reading)


def check(formula: str, written: Scalar, begin: int, reading: Reading) -> bool:
    """Whether a formula is understood, which begins at a character of a text; tells what is not."""
    raw = written.source.raw if written.source is not None else ""
    if raw.startswith('"') and (swallowed := re.search(r"(?<!\\)(?:\\\\)*(\\[nrt])[a-zA-Z]", raw)):
        hints = ("in double quotes each `\\` is written twice; without quotes, or in single ones, once",)
        reading.report("formula-character", written.span, hints, name=swallowed[1], column=swallowed.start(1))
        return False
    try:
        parse(formula)
    except FaultError as fault:
        span = place(written, begin + fault.start, begin + min(fault.end, len(formula)))
        reading.problems.append(fault_problem(fault, span))
        return False
    return True
