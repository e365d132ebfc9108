"""All that is written of a formula."""

from typing import NamedTuple

from deckmotor.math.mathml import mathml
from deckmotor.math.omml import omml
from deckmotor.math.tree import Node
from deckmotor.math.typst import typst
from deckmotor.math.words import plain


class Written(NamedTuple):
    """A formula in three formats, and on one line of characters."""

    omml: str
    typst: str
    mathml: str
    plain: str


def written(node: Node) -> Written:
    """A tree as each of them has it."""
    return Written(omml(node), typst(node), mathml(node), plain(node))
