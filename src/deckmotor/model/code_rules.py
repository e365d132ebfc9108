"""How code is read, and what must hold of it. Loaded with a deck's first code."""

import re
from typing import Any

from deckmotor.listing.languages import is_language, names, of_file
from deckmotor.messages import nearest
from deckmotor.model.code import Code, Listing, line_range
from deckmotor.model.reading import Kind, Reading, is_blank, wrong_type
from deckmotor.model.words import shortened
from deckmotor.source.nodes import Mapping, Node, Scalar
from deckmotor.source.places import cut, place

MOST_LINES, MOST_WIDE = 400, 400
"""Lines of one code, and characters of one line: far more than anybody reads, and little enough that it takes no time."""

MOST_ABOVE = 20_000
"""Characters above an excerpt that are looked at to colour it."""


class ListingKind(Kind, frozen=True):
    """Lines of code to the letter."""

    @property
    def expected(self) -> str:
        """What a person is to write there."""
        return "lines of code, as a block that begins with `|`"

    def read(self, node: Node, of: str, reading: Reading) -> Any:
        """A Listing."""
        if type(node) is not Scalar or is_blank(node):
            return wrong_type(node, of, self, reading)
        found = re.match(r"(?:[^\S\n]*\n)*", node.text)
        start = found.end() if found else 0
        end = max(len(node.text.rstrip()), start)
        is_of_file = node.source is not None and not node.source.span.line  # `load.listings` has it begin above the first.
        of_file = node.source.text if node.source is not None and is_of_file else ""
        shown = cut(node, start, end)
        lines = shown.text.split("\n")
        if len(lines) > MOST_LINES:
            return reading.report("code-too-long", place(shown, 0, 1), lines=f"{len(lines):,}", limit=MOST_LINES)
        widest = max(lines, key=len)
        if len(widest) > MOST_WIDE:
            at = shown.text.index(widest)
            where = place(shown, at + MOST_WIDE, at + MOST_WIDE + 1)
            return reading.report("code-line-too-long", where, length=f"{len(widest):,}", limit=MOST_WIDE)
        indents = [len(line) - len(line.lstrip(" ")) for line in lines if line.strip()]
        return Listing(
            text=shown.text,
            first=1 + of_file.count("\n", 0, shown.begin),
            above=of_file[max(0, shown.begin - MOST_ABOVE) : shown.begin],
            indent=min(indents) if of_file and not any("\t" in line for line in lines) else 0,
            span=shown.span,
            written=shown,
        )


def code_rule(code: Code, node: Node, reading: Reading) -> None:
    """Code has lines, a language that there is, and lights lines that it has."""
    if code.text is None:
        reading.report("missing-key", node.span, of="`code`", keys="`text:` or `file:`")
        return
    if code.language is not None and not is_language(code.language):
        hints = nearest(code.language.strip().lower(), tuple(names()))
        reading.report("code-language", _place(node, "language"), hints, name=shortened(code.language))
    if code.file is None:
        for key in ("lines", "region"):
            if getattr(code, key) is not None:
                reading.report("code-no-file", _place(node, key), key=key)
    first, last = code.text.first, code.text.first + code.text.text.count("\n")
    for at, written in enumerate(code.highlight):
        lit = line_range(written)
        if lit is None or lit[0] < first or lit[1] > last:
            span = _item(node, at)
            hints = (f"write one line, `{first}`, or several, `{first}-{last}`" if last > first else f"write `{first}`",)
            reading.report("code-highlight", span, hints, value=shortened(written), first=first, last=last)


def language_of(code: Code) -> str:
    """The language that a code says it is in, or that its file's name says."""
    if code.language is not None:
        return code.language.strip().lower()
    return of_file(code.file.text) if code.file is not None else "text"


def _place(node: Node, key: str) -> Any:
    value = node.get(key) if isinstance(node, Mapping) else None
    return value.span if value else node.span


def _item(node: Node, at: int) -> Any:
    value = node.get("highlight") if isinstance(node, Mapping) else None
    items = getattr(value, "items", ())
    return items[at].span if at < len(items) else _place(node, "highlight")
