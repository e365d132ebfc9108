"""The package linter: finds in a .pptx what makes PowerPoint repair or refuse it, though every schema passes.

`lint_package(data, name)` is all that other rooms need; `catalogue.package` lists the causes.
"""

from deckmotor.linter.lint import lint_package

__all__ = ["lint_package"]
