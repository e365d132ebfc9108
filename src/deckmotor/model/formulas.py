"""Formulas, as they are typed. Docstrings here are the help that people read."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta as Help
from msgspec import Struct

from deckmotor.model.showing import OwnBuild
from deckmotor.model.text import Plain
from deckmotor.span import Span


class Formula(Struct, frozen=True, kw_only=True, tag="formula"):
    """A formula, typed as in LaTeX: `formula: E = mc^2`."""

    short: ClassVar[str] = "formula"
    checked_by: ClassVar[str] = "formula_rules.formula_rule"

    formula: Annotated[
        Plain,
        Help(description=r"The formula, a subset of LaTeX without dollar signs; after `|`, over several lines. `\\` breaks."),
    ]
    alt: Annotated[str | None, Help(description="The formula in words; made from it if left out, in Swedish or English.")] = (
        None
    )
    build: OwnBuild = None
    span: Span
