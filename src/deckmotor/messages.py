"""The catalogue of messages: one stable code for each kind of problem, in plain words.

A message says what is wrong and what was expected. Hints (the nearest right thing) are added where the problem is found.
"""

from collections.abc import Sequence
from typing import Any

from deckmotor.diagnostics import Diagnostic, Severity
from deckmotor.span import Span
from deckmotor.workspace import OutsideProjectError, TooLargeError

MOST_PROBLEMS = 1_000
"""Problems told of one deck or file: who has more is not helped by the rest, and a hostile file has millions."""

CATALOGUE: dict[str, tuple[Severity, str]] = {
    # Files
    "file-missing": ("error", "there is no file `{path}`"),
    "file-unreadable": ("error", "the file `{path}` can't be read: {reason}"),
    "file-outside": ("error", "`{path}` lies outside the project's folder"),
    "file-too-large": ("error", "`{path}` has {size}; at most {limit} are read"),
    "files-too-large": ("error", "the files of this deck have more than {limit} together"),
    "folder-missing": ("error", "there is no folder `{path}`"),
    "file-binary": ("error", "this is {kind}, but decks, tables and themes are files of plain text"),
    "file-encoding": ("error", "the file is saved as {encoding}, not as UTF-8"),
    "file-taken": ("error", "`{file}` is the name of the file of {owner} too; each deck needs its own `file:`"),
    # YAML
    "yaml-syntax": ("error", "this is not readable as YAML: something is out of place here"),
    "odd-space": ("error", "an invisible character (U+{codepoint}) stands here, which is no plain space"),
    "bad-character": ("error", "an invisible character (U+{codepoint}) stands here, which no text can hold"),
    "nested-too-deep": ("error", "lists and groups of keys stand more than {limit} deep inside each other"),
    "too-many-values": ("error", "the file has more than {limit} values"),
    "several-documents": ("error", "a second document begins here, but a file holds one"),
    "tab": ("error", "a tab stands here, where only spaces may"),
    "needs-quotes": ("error", "a text can begin with {shown} only in quotes"),
    "variable-in-brackets": ("error", "a variable stands between brackets without quotes"),
    "unclosed": ("error", "the {shown} that opens here is never closed"),
    "unopened": ("error", "the {shown} here closes nothing"),
    "escape": ("error", "`{escape}` means nothing inside double quotes"),
    "text-after": ("error", "more text follows after the closing `{last_sign}`"),
    "second-colon": ("error", "a second colon stands on this line, where only one `key: …` can"),
    "no-space": ("error", "a space is missing after the first `{mark}` of this line"),
    "no-colon-above": ("error", "this key does not fit below the line above, which is no key: it has no colon"),
    "neither": ("error", "this line is neither `key: …` nor an item (`- …`)"),
    "no-key": ("error", "nothing stands before this colon"),
    "bad-key": ("error", "a key is plain text, but here a bracket begins"),
    "list-on-line": ("error", "a list can't begin on the line of its key"),
    "item-in-text": ("error", "this item is read as part of the text above it"),
    "lost-text": ("warning", "what follows from this `#` on is a comment, and is shown nowhere"),
    "split-number": ("warning", "between brackets, each comma ends a value; this number becomes several"),
    "comment-within": ("error", "this text does not go on with the line above, which ends in a comment"),
    "too-far-in": ("error", "this key stands further in than the line above, which already has its text"),
    "stray-item": ("error", "this item (`- …`) stands among keys, or is not indented as the items above"),
    "stray-key": ("error", "this key stands among the items of a list"),
    "indentation": ("error", "this line is not indented as any line above that it could belong with"),
    "duplicate-key": ("error", "the key `{key}` is written twice; the first is on line {line}"),
    # Keys and values
    "unknown-key": ("error", "`{key}` is not a key of {of}"),
    "missing-key": ("error", "{of} needs {keys}"),
    "wrong-type": ("error", "{of} is {expected}, but here is {found}"),
    "wrong-value": ("error", "`{value}` is not {expected}"),
    "wrong-length": ("error", "{of} should have {expected}, but has {found}"),
    "empty": ("error", "{of} is empty"),
    "bad-language": ("error", "`{tag}` is not the tag of a language"),
    "bad-link": ("error", "`{link}` is not an address that a link can lead to"),
    "link-without-address": ("error", "the link has no address"),
    "link-without-text": ("error", "the link to `{link}` has no text to click on"),
    "bad-file-name": ("error", "`{name}` can't be the name of a file"),
    "bad-id": ("error", "`{id}` can't be an id: an id is made of letters, digits, `-` and `_`"),
    # Names that lead nowhere
    "unknown-slide": ("error", "there is no slide `{id}`"),
    "unknown-layout": ("error", "theme `{theme}` has no layout `{layout}`"),
    "unknown-theme": ("error", "there is no theme `{theme}`"),
    "unknown-variant": ("error", "there is no variant `{variant_id}`"),
    "unknown-variable": ("error", "there is no variable `{name}`"),
    "open-variable": ("error", "the `${{` that opens a variable here is not closed with `}}`"),
    "variable-circle": ("error", "the variable `{name}` refers to itself: {circle}"),
    "variable-too-long": ("error", "the variable `{name}` is longer than {limit} characters"),
    "unknown-warning": ("error", "there is no warning `{name}`"),
    "not-a-warning": ("error", "`{name}` is an error; only warnings can be ignored"),
    "unknown-item": ("error", "there is no item `{id}` in this list"),
    "either-or": ("error", "{of} has `{one}:` or `{other}:`, not both"),
    "unmatched-file": ("error", "this file is for a variant `{variant_id}`, but there is none"),
    "duplicate-id": ("error", "the id `{id}` is used twice; the first is on line {line} of {file}"),
    "include-circle": ("error", "`{path}` includes itself: {circle}"),
    "include-too-deep": ("error", "files include each other more than {limit} deep"),
    # Too much
    "too-many-slides": ("error", "the deck has more than {limit} slides and includes"),
    "too-many-variants": ("error", "there are more than {limit} variants"),
    "too-many-decks": ("error", "{variants} variants of {slides} slides are more than {limit} slides together"),
    "too-many-variables": ("error", "here are {count} variables; at most {limit} are possible"),
    "too-much-text": ("error", "{of} has {size} characters; at most {limit} are possible"),
    "variables-too-long": ("error", "the variables put more than {limit} characters into {of}"),
    "extends-circle": ("error", "the theme `{theme}` extends itself: {circle}"),
    # Themes
    "low-contrast": ("warning", "`{one}` on `{other}` is hard to read: their contrast is {ratio} to 1"),
    "unmeasured-font": ("warning", "`{font}` can't be measured, so text gets room as for the widest fonts of offices"),
    # Slides
    "no-slides": ("error", "the deck has no slides"),
    "missing-title": ("error", "the slide has no title; every slide needs one, for screen readers and for finding it"),
    "stands-alone": ("error", "`{key}:` stands alone on its slide, but here is `{other}:` too"),
    "subtitle-place": ("error", "only a slide with `cover:`, `section:` or `closing:` has a subtitle"),
    "too-deep": ("error", "lists nest at most three levels deep, and this item is on the fourth"),
    "missing-alt": ("error", "the picture has no `alt:`, and is not marked `decorative: true`"),
    "alt-and-decorative": ("error", "the picture has an `alt:` and is marked `decorative: true`; only one of them can be true"),
    "alt-is-file-name": ("warning", "`{alt}` is the name of a file, and says to nobody what the picture shows"),
    "picture-unreadable": ("error", "`{path}` is no picture, or it is damaged"),
    "picture-kind": ("error", "`{path}` is a {kind} picture; PowerPoint shows PNG, JPEG and GIF everywhere"),
    "picture-too-large": ("error", "`{path}` has {size} pixels; at most 100 million are possible"),
    "no-place": ("error", "the layout `{layout}` has no place for {what}"),
    "overflow": (
        "error",
        "{what} does not fit: at the smallest size that it may take, it is {over} points too high for its place",
    ),
    "word-too-wide": ("warning", "the word `{word}` is wider than its place and breaks in the middle"),
    "missing-glyph": ("warning", "the font {font} has no {characters}"),
}


def problem(code: str, span: Span, /, *, hints: tuple[str, ...] = (), variant: str | None = None, **values: Any) -> Diagnostic:
    """A diagnostic of the catalogue. `values` fill the braces of its text."""
    severity, text = CATALOGUE[code]
    message = text.format(**values)
    return Diagnostic(
        severity=severity, code=code, message=message, span=span, hints=hints, variant=variant, over=values.get("over", 0)
    )


def missing_glyphs(font: str, characters: Sequence[str], span: Span, **rest: Any) -> Diagnostic:
    """A font lacks characters that stand in one text."""
    if len(characters) == 1:
        named = f"character `{characters[0]}` ({' '.join(f'U+{ord(part):04X}' for part in characters[0])})"
    else:
        first, others = characters[:MOST_CHARACTERS], len(characters) - MOST_CHARACTERS
        named = f"characters {', '.join(f'`{one}`' for one in first)}{f' and {others} others' if others > 0 else ''}"
    return problem("missing-glyph", span, font=font, characters=named, **rest)


def warnings() -> tuple[str, ...]:
    """The codes of all warnings: what a deck's `ignore:` may name."""
    return tuple(code for code, (severity, _) in CATALOGUE.items() if severity == "warning")


MOST_CHARACTERS = 8
"""As many that a font lacks are named."""

MOST_COMPARED = 1_000
LONGEST_COMPARED = 200

MOST_NAMED = 24
"""As many names a hint lists."""


def nearest(word: str, known: "tuple[str, ...] | list[str]") -> tuple[str, ...]:
    """A hint naming what was probably meant, or what there is; empty where nothing is known."""
    import difflib  # Only on the way of an error: 4 ms of start-up.

    # What is so long, or one of so many, is no slip of the pen; comparing all would take minutes.
    close = difflib.get_close_matches(word, known[:MOST_COMPARED], n=1, cutoff=0.6) if len(word) <= LONGEST_COMPARED else ()
    if close:
        return (f"did you mean `{close[0]}`?",)
    return listed(known)


def listed(known: "tuple[str, ...] | list[str]") -> tuple[str, ...]:
    """A hint naming what there is; empty where nothing is known."""
    if len(known) > MOST_NAMED:
        known = [*known[: MOST_NAMED - 1], "…"]
    return (f"there {'is' if len(known) == 1 else 'are'}: {', '.join(known)}",) if known else ()


def unreadable(error: OSError, span: Span, path: str, written: str = "") -> Diagnostic:
    """What to say at `span` of a file that can't be read. `path` is from the project's folder, `written` as the deck has it."""
    if isinstance(error, OutsideProjectError):
        return problem("file-outside", span, path=written or path, hints=(_ALLOW,))
    if isinstance(error, TooLargeError):
        return problem("file-too-large", span, path=path, size=megabytes(error.size), limit=megabytes(error.limit))
    return problem("file-unreadable", span, path=path, reason=reason(error))


_ALLOW = "copy it into the project, or name its folder in the deck's head: `allow: [folder]`"


def megabytes(size: int) -> str:
    """A number of bytes, for people."""
    return f"{size / 1_000_000:,.0f} MB"


def reason(error: OSError) -> str:
    """Why a file can't be read, in plain words."""
    if isinstance(error, IsADirectoryError):
        return "it is a folder"
    if isinstance(error, PermissionError):
        return "you are not allowed to read it"
    return error.strerror or "the system refuses"
