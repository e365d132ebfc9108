"""The package linter: finds in a .pptx what makes PowerPoint repair or refuse it, though every schema passes.

`lint_package(data, name)` is all that other rooms need; `rules.RULES` lists the causes.
"""

from deckmotor.check.package.lint import lint_package
from deckmotor.check.package.rules import RULES

__all__ = ["RULES", "lint_package"]
