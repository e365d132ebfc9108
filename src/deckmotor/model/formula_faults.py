"""What is wrong with a formula, as a problem."""

from deckmotor.diagnostics import Diagnostic
from deckmotor.math.symbols import GRIDS, KNOWN
from deckmotor.math.tokens import FaultError
from deckmotor.messages import nearest, problem
from deckmotor.span import Span


def fault_problem(fault: FaultError, span: Span) -> Diagnostic:
    """What is wrong with a formula, at its place, with the nearest right thing."""
    hints: tuple[str, ...] = ()
    if fault.code == "formula-unknown":
        hints = tuple(hint.replace("`", "`\\", 1) for hint in nearest(fault.values["name"][1:], KNOWN))
    elif fault.code == "formula-environment":
        hints = nearest(fault.values["name"], tuple(GRIDS))
    return problem(fault.code, span, hints=hints, column=fault.start + 1, **fault.values)
