"""What is wrong with a formula, as a problem."""

from deckmotor.diagnostics import Diagnostic
from deckmotor.math.symbols import GRIDS, KNOWN
from deckmotor.math.tokens import FaultError
from deckmotor.messages import nearest, problem
from deckmotor.span import Span

DOLLARS = ("$", "\\[", "\\(", "\\]", "\\)")
"""Signs that TeX has around formulas."""

ALONE = ("equation", "equation*", "displaymath", "math", "eqnarray", "eqnarray*")
"""Surroundings that TeX has for formulas of their own."""


def fault_problem(fault: FaultError, span: Span) -> Diagnostic:
    """What is wrong with a formula, at its place, with the nearest right thing."""
    hints: tuple[str, ...] = ()
    name = fault.values.get("name")
    if name in DOLLARS:
        hints = (f"a formula of its own needs no signs around it: leave out `{name}` and what closes it",)
    elif fault.code == "formula-environment" and name in ALONE:
        hints = (f"a formula of its own needs none: leave out `\\begin{{{name}}}` and `\\end{{{name}}}`",)
    elif fault.code == "formula-unknown":
        hints = tuple(hint.replace("`", "`\\", 1) for hint in nearest(fault.values["name"][1:], KNOWN))
    elif fault.code == "formula-environment":
        hints = nearest(fault.values["name"], tuple(GRIDS))
    return problem(fault.code, span, hints=hints, column=fault.start + 1, **fault.values)
