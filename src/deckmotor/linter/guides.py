"""Rules on the guides of shapes: formulas of an operator and its arguments (ECMA-376 part 1, §20.1.9.11)."""

from xml.etree.ElementTree import Element

from deckmotor.linter.found import Findings, found

ARGUMENTS: dict[str, int] = {
    "*/": 3, "+-": 3, "+/": 3, "?:": 3, "abs": 1, "at2": 2, "cat2": 3, "cos": 2, "max": 2, "min": 2, "mod": 3, "pin": 3,
    "sat2": 3, "sin": 2, "sqrt": 1, "tan": 2, "val": 1,
}  # fmt: skip
"""How many arguments each operator takes. PowerPoint passes over more of them, and writes such itself."""


def check_guide(element: Element) -> Findings:
    """One `a:gd`."""
    formula = element.get("fmla", "")
    operator, *arguments = formula.split() or [""]
    if len(arguments) < ARGUMENTS.get(operator, len(arguments) + 1):
        yield found("package-bad-guide", element, value=formula)
