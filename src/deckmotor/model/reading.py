"""What reading leads to: values, or problems where they stand; and what every kind of value can say of itself."""

import re
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from deckmotor.diagnostics import Diagnostic
from deckmotor.messages import problem
from deckmotor.model.words import shortened
from deckmotor.source.nodes import Node, Scalar
from deckmotor.span import Span

if TYPE_CHECKING:
    from deckmotor.model.drawings import Portrait
    from deckmotor.model.grounds import Background
    from deckmotor.model.logos import Mark
    from deckmotor.model.pictures import Picture

FAILED: Final[Any] = object()
"""What a kind gives where it could not read a value; it has said why."""


class Reading(Struct):
    """What is found along the way of reading one slide or head: its problems, and the slides that its links lead to."""

    problems: list[Diagnostic]
    links: list[tuple[str, Span]]
    names_footnotes: bool = False
    """Whether a text names a footnote."""
    pictures: "list[Picture | Portrait | Mark | Background]" = []
    """All pictures, those of unsound slides too, so that what is wrong with their files is told at once."""
    blocks: "Blocks | None" = None
    """Blocks that were read before, and are to be kept."""

    def report(self, code: str, span: Span, hints: tuple[str, ...] = (), **values: Any) -> Any:
        """Note a problem. Gives FAILED, for the reader to return."""
        self.problems.append(problem(code, span, hints=hints, **values))
        return FAILED


Blocks = dict[tuple[int, ...], tuple[Any, Any]]
"""Blocks of which nothing else is to be known, by the identities of their kind and of their node, with the node, and heads by
those of their keys and values. Those that several editions have in common are the same objects, and so are composed once."""


class Kind(Struct, frozen=True):
    """A kind of value. Each says what it expects and reads it."""

    @property
    def expected(self) -> str:
        """What a person is to write, with its article: `a list of items`."""
        raise NotImplementedError

    def read(self, node: Node, of: str, reading: Reading) -> Any:
        """The value of a node, or FAILED. `of` is what the node is, for messages: "`title`", "an item of `bullets`"."""
        raise NotImplementedError

    def hints(self, node: Node) -> tuple[str, ...]:
        """How to write what belongs there, to someone who wrote something else."""
        from deckmotor.source.describe import hints_for_text

        return hints_for_text(node) if self.expected == "text" else ()

    @property
    def nests(self) -> bool:
        """Whether items may stand below such a one: `- Before:`, and a list."""
        return False

    def example(self, text: str) -> str:
        """How one is typed whose text is this."""
        return text


_UNSEEN = (
    "[\\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]+"
)
"""What shows nothing: white space, what any program may leave out (Default_Ignorable_Code_Point), the empty Braille cell."""


def is_blank(node: Node) -> bool:
    """Whether nothing is written there, or nothing that anybody could see."""
    if type(node) is not Scalar:
        return False
    first = node.text[:1]
    if "!" <= first < "~":  # As nearly all text begins.
        return False
    text = node.text.strip()
    if not text or node.is_null:
        return True
    seen = text.isascii() or "!" <= text[0] <= "~" or "!" <= text[-1] <= "~"
    return not seen and re.fullmatch(_UNSEEN, text) is not None


def wrong_type(node: Node, of: str, kind: Kind, reading: Reading, hints: tuple[str, ...] | None = None) -> Any:
    """Report that a node is not of the kind that belongs there. Gives FAILED. `hints` stand instead of the kind's own."""
    from deckmotor.source.describe import describe  # Only for mistakes, as all that makes hints.

    if is_blank(node):
        return reading.report("empty", node.span, hints or (f"write {kind.expected}, or take it away",), of=of)
    if hints is None:
        hints = kind.hints(node)
    return reading.report("wrong-type", node.span, hints, of=of, expected=kind.expected, found=describe(node))


def wrong_value(node: Scalar, of: str, kind: Kind, reading: Reading, hints: tuple[str, ...] = ()) -> Any:
    """Report a text that is not one of those that belong there. Gives FAILED."""
    what = of if of.startswith("a ") else f"a value of {of}"
    expected = f"{what}, which is {kind.expected}"
    return reading.report("wrong-value", node.span, hints, value=shortened(node.text), expected=expected)
