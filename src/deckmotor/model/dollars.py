"""Formulas inside text, between dollar signs: which signs are a pair, and which are money.

The rule is pandoc's (`tex_math_dollars`): the opening sign has no blank after it, the closing one none before it and no
digit after it. Beyond that, what may be two sums of money is money, and a value that a variable put in is taken for one.
"""

import re

from deckmotor.diagnostics import Diagnostic
from deckmotor.math.notation import written
from deckmotor.math.parse import FaultError, parse
from deckmotor.messages import problem
from deckmotor.model.formula_faults import fault_problem
from deckmotor.model.masked import Masked
from deckmotor.source.nodes import Scalar
from deckmotor.source.places import place

_FORMULA = re.compile(r"\$(?![\s${},;.:!?)\]/…–])((?:\\[^\n]|[^$\\`\n])++)(?<!\s)\$(?![\d$])")
"""A formula may be so written: on one line, not `${`, which is a variable, nor with a sign first that ends something."""

_SIGNS = re.compile(r"[\\^_]").search
"""What no sum of money has."""

_RELATIONS = re.compile(r"[\\^_{=<>+]").search
"""The same, and what stands between two numbers of a formula."""

_SUM_ENDS = re.compile(r"(?:\d|(?<![^\W\d_])[A-Z]{1,3})\Z").search
"""What stands before the sign of a sum: `7$`, `US$`."""

_WORDS = re.compile(r"(?<![\\\w])[^\W\d_]{2,}\s+[^\W\d_]{2,}").search
"""Two words: text, not a formula, which has them in `\\text{…}`."""

_ACTS = re.compile(r"[\\{}^_$&#%~]").search
"""What a value may not bring into a formula, as it would act there."""


def end_of(text: str, at: int) -> int | None:
    """Where the formula ends that begins at a dollar sign of a text, after its closing sign; None where none does.

    In `text`, a digit stands for each value.
    """
    found = _FORMULA.match(text, at)
    if found is None:
        return None
    said, before = found[1], text[at - 1 : at]
    if before.isalnum():
        is_money = _SIGNS(said) is None
    else:
        may_be = said[0].isdigit() or (before == " " and text[at - 2 : at - 1].isdigit())
        is_money = may_be and _SUM_ENDS(said) is not None and _RELATIONS(said) is None
    return None if is_money or (_SIGNS(said) is None and _WORDS(said)) else found.end()


def read(masked: Masked, node: Scalar, start: int, end: int) -> tuple[str, str, Diagnostic | None]:
    """The formula between two places of a masked text: on a line of characters, as it is typed, and what is wrong with it."""
    typed = masked.real(start, end)
    for value, where in masked.values(start, end):
        if _ACTS(value):
            return "", typed, problem("formula-value", where, value=value)
    begin = masked.index(start)
    try:
        return written(parse(typed)).plain, typed, None
    except FaultError as fault:
        return "", typed, fault_problem(fault, place(node, begin + fault.start, begin + min(fault.end, len(typed))))
