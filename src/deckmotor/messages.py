"""The catalogue of messages: one stable code for each kind of problem, in plain words.

A message says what is wrong and what was expected. Hints (the nearest right thing) are added where the problem is found.
"""

from typing import Any

from deckmotor.diagnostics import Diagnostic, Severity
from deckmotor.span import Span

CATALOGUE: dict[str, tuple[Severity, str]] = {
    # Files
    "file-missing": ("error", "there is no file `{path}`"),
    "file-unreadable": ("error", "the file `{path}` can't be read: {reason}"),
    "file-outside": ("error", "`{path}` lies outside the project's folder"),
    # YAML
    "yaml-syntax": ("error", "this is not readable as YAML: {reason}"),
    "duplicate-key": ("error", "the key `{key}` is written twice; the first is on line {line}"),
    # Keys and values
    "unknown-key": ("error", "`{key}` is not a key of {of}"),
    "missing-key": ("error", "{of} needs `{key}:`"),
    "wrong-type": ("error", "{of} is {expected}, but here is {found}"),
    "wrong-value": ("error", "`{value}` is not {expected}"),
    # Names that lead nowhere
    "unknown-slide": ("error", "there is no slide `{id}`"),
    "unknown-layout": ("error", "theme `{theme}` has no layout `{layout}`"),
    "unknown-theme": ("error", "there is no theme `{theme}`"),
    "unknown-variant": ("error", "there is no variant `{variant}`"),
    "unknown-variable": ("error", "there is no variable `{name}`"),
    "duplicate-id": ("error", "the id `{id}` is used twice; the first is on line {line} of {file}"),
    "include-circle": ("error", "`{path}` includes itself: {circle}"),
    # Slides
    "missing-title": ("error", "the slide has no title; every slide needs one, for screen readers and for finding it"),
    "missing-alt": ("error", "the picture has no `alt:`, and is not marked `decorative: true`"),
    "no-place": ("error", "the layout `{layout}` has no place for {what}"),
    "overflow": ("warning", "{what} does not fit: it is {over} points too high for its place"),
    "word-too-wide": ("warning", "the word `{word}` is wider than its place and breaks in the middle"),
    "missing-glyph": ("warning", "the font {font} has no character `{character}` (U+{codepoint})"),
}


def problem(code: str, span: Span, /, *, hints: tuple[str, ...] = (), variant: str | None = None, **values: Any) -> Diagnostic:
    """A diagnostic of the catalogue. `values` fill the braces of its text."""
    severity, text = CATALOGUE[code]
    return Diagnostic(severity=severity, code=code, message=text.format(**values), span=span, hints=hints, variant=variant)


def nearest(word: str, known: "tuple[str, ...] | list[str]") -> tuple[str, ...]:
    """A hint naming what was probably meant, or what there is; empty where nothing is known."""
    import difflib  # Only on the way of an error: 4 ms of start-up.

    close = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    if close:
        return (f"did you mean `{close[0]}`?",)
    return (f"there is: {', '.join(known)}",) if known else ()
