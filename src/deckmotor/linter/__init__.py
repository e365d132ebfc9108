"""The package linter: finds in a .pptx what makes PowerPoint repair or refuse it, though every schema passes.

`lint_package(data, name)` is all that other rooms need, with a `Sound` for many files; `catalogue.package` lists the causes.
"""

from deckmotor.linter.lint import lint_package
from deckmotor.linter.sound import Sound

__all__ = ["Sound", "lint_package"]
