"""Names of the files to build: written as `file:`, or made from the deck's title; what can be none is told."""

import re
from collections.abc import Callable
from functools import lru_cache
from unicodedata import normalize

from msgspec import Struct

from deckmotor.diagnostics import Diagnostic
from deckmotor.edition import Edition
from deckmotor.messages import problem
from deckmotor.source.ids import slug
from deckmotor.source.nodes import Mapping, Scalar
from deckmotor.source.variables import substitute
from deckmotor.span import Span

LONGEST_NAME = 200
"""Bytes of a file's name in UTF-8. Most file systems hold 255, with the ending."""

LONGEST_MADE = 100
"""Characters of a name that is made from a title."""

_RESERVED = ("con", "prn", "aux", "nul", *(port + number for port in ("com", "lpt") for number in "0123456789¹²³"))
"""Names that are devices on Windows, with any ending."""


class FileName(Struct, frozen=True):
    """What the name of a deck's file is made from; each edition puts its own variables in."""

    pattern: Scalar
    """The text of `file:`, or the deck's title."""
    is_title: bool = False

    def filled(self, variables: dict[str, str]) -> tuple[str, tuple[Diagnostic, ...]]:
        """The name with the values of variables, and which of them are missing. Those of a title are told where it is read."""
        text = self.pattern.text
        problems: tuple[Diagnostic, ...] = ()
        if "${" in text:
            node, problems = substitute(self.pattern, variables)
            text = node.text if isinstance(node, Scalar) else ""
        if not self.is_title:
            return text, problems
        return slug(text)[:LONGEST_MADE].rstrip("-") or "deck", ()


def file_name(pattern: FileName, edition: Edition, by: str, filled: Callable[[FileName], str]) -> str:
    """The name of an edition's file. What its pattern does not name of what the edition is for comes at the end.

    `by` is the field of the edition whose own layer wrote the pattern, and so tells its decks apart by itself.
    """
    named = _fields_in(pattern.pattern.text)
    text = filled(pattern)
    if any(not getattr(edition, field) for field in named):
        text = re.sub(r"([-_. ])[-_. ]+", r"\1", text).strip("-_. ")  # `studien--` where there is nothing between.
    return "-".join((text, *(value for field, value in edition.parts if field not in named and field != by)))


@lru_cache(maxsize=100)
def _fields_in(pattern: str) -> frozenset[str]:
    """What a pattern names of what an edition is for; it is the same for all rows of a table."""
    return frozenset(re.findall(r"\$\{\s*(\w+)\s*\}", pattern)).intersection(Edition.__struct_fields__)


def file_name_of(deck: Mapping) -> FileName:
    """The pattern of the name of a deck's file."""
    file, title = deck.get("file"), deck.get("title")
    if isinstance(file, Scalar) and not file.is_null:
        return FileName(file)
    return FileName(title if isinstance(title, Scalar) else Scalar("deck", deck.span), is_title=True)


def alike(name: str) -> str:
    """The same text for names that some system takes for one: `A` and `a`, `å` as one character and as two."""
    return normalize("NFC", normalize("NFC", name).casefold())


def file_name_problems(name: str, span: Span) -> tuple[Diagnostic, ...]:
    """What keeps a name from being that of a file to build, on any system; `span` is where it is written."""
    if name.lower().endswith(".pptx"):
        return (problem("bad-file-name", span, name=name, hints=("leave out the ending",)),)
    if re.search(r'^[.\s]|^$|[\\/:*?"<>|\x00-\x1f]|[.\s]$', name):
        hint = "a name has letters, digits, spaces, `-`, `_` or dots within; the folder is chosen when building"
        return (problem("bad-file-name", span, name=name, hints=(hint,)),)
    if not name.isprintable():
        return (problem("bad-file-name", span, name=name, hints=("it holds an invisible character",)),)
    if name.partition(".")[0].lower() in _RESERVED:
        return (problem("bad-file-name", span, name=name, hints=("on Windows, it is the name of a device",)),)
    if len(name.encode()) > LONGEST_NAME:
        return (problem("bad-file-name", span, name=f"{name[:40]}…", hints=(f"it is longer than {LONGEST_NAME} letters",)),)
    return ()
