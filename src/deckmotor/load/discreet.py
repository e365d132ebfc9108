"""What stands in files outside the project is not told: a stranger's deck that names a folder of yours must not make a
message, which may go to a public log, say what you keep there."""

import re
from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from deckmotor.diagnostics import Diagnostic
from deckmotor.source.ids import slug
from deckmotor.source.table import PACKED, decoded
from deckmotor.span import CellSpan
from deckmotor.workspace import Workspace

HIDDEN = "…"
_WORD = r"\w\w+"


def words_outside(outside: Iterable[bytes], own: frozenset[str]) -> frozenset[str]:
    """The words, and ids made of them, that only files outside the project hold."""
    only = words_of(outside) - own
    return only | {part for word in only for part in slug(word).split("-") if len(part) > 1}


def words_of(files: Iterable[bytes]) -> frozenset[str]:
    """The words of texts, in whichever encoding they are read."""
    texts = (text for data in files for part in _parts(data) for text in {part.decode("utf-8", "replace"), decoded(part)})
    return frozenset(word.casefold() for text in texts for word in re.findall(_WORD, text))


def _parts(data: bytes) -> tuple[bytes, ...]:
    """The texts of a file: of a workbook, those of its parts."""
    if not data.startswith(PACKED):
        return (data,)
    from deckmotor.source.archive import parts_of  # Few tables outside a project are workbooks.

    return parts_of(data)


def discreet(problem: Diagnostic, hidden: frozenset[str], workspace: Workspace) -> Diagnostic:
    """The problem without words from outside; of one in a theme outside, only what kind it is, and where."""
    file = problem.span.file
    # The words of themes are not known here, nor how dates and numbers of a workbook are shown.
    is_hidden = file.startswith("themes/") or isinstance(problem.span, CellSpan)
    is_outside = is_hidden and workspace.is_outside(file)

    def shown(value: Any) -> Any:
        return HIDDEN if isinstance(value, str | tuple) and (is_outside or _tells(str(value), hidden)) else value

    values = tuple((name, shown(value)) for name, value in problem.values)
    hints = tuple(hint for hint in problem.hints if not is_outside and not _tells(hint, hidden))
    span = problem.span
    if is_outside and isinstance(span, CellSpan):
        span = replace(span, sheet=HIDDEN)
    # Ids of variants stand in a table, which may be outside too.
    variant = HIDDEN if problem.variant and _tells(problem.variant, hidden) else problem.variant
    same = (values, hints, span, variant) == (problem.values, problem.hints, problem.span, problem.variant)
    return problem if same else replace(problem, values=values, hints=hints, span=span, variant=variant)


def _tells(text: str, hidden: frozenset[str]) -> bool:
    if any(word.casefold() in hidden for word in re.findall(_WORD, text)):
        return True
    cut = tuple(word.casefold() for word in re.findall(f"({_WORD}){HIDDEN}", text))
    return bool(cut) and any(word.startswith(cut) for word in hidden)
