"""What people are used to write in texts elsewhere, and means nothing here: it would stand on the slide as typed."""

import re
from collections.abc import Iterator

from msgspec import Struct

from deckmotor.model.text import Text
from deckmotor.model.words import shortened
from deckmotor.source.nodes import Scalar

_CALM = "x"
"""Stands for each character of code, of addresses and of values while habits are looked for."""


class Habit(Struct, frozen=True):
    """A row of the table. Patterns stay text until a text needs them."""

    signs: str
    """What it is written with has one of these."""
    pattern: str
    hint: str
    least: int = 1
    """How often it is found in one text where it is meant."""
    in_notes: bool = True
    """Whether it does no good in notes either, which are read by one person."""


_LINK = "a link is written whole where it stands: `[text](https://…)`"
_HTML = "[abiups]|em|strong|su[bp]|[uo]l|li|span|div|code|mark|ins|del|h[1-6]|img|font|small"
_PICTURE = "a picture is written as `picture: {file: …, alt: …}`"
_BULLETS = "items are written as `bullets:`, each on a line of its own"

HABITS = (
    Habit("`~", r"(?m)^ *(?:```|~~~).*", "code is written as `code:`, beside the text"),
    Habit("|", r"(?m)^ *\|.*\| *$", "a table is written as `table:`, with a list of cells for each row", least=2),
    Habit("-•", r"(?m)^ *[-•] +(?=[^\d\s]).*", _BULLETS, in_notes=False),
    Habit("-+*•", r"(?m)^ *[-+*•] +\S.*", _BULLETS, least=2, in_notes=False),
    Habit(".)", r"(?m)^ *\d{1,2}[.)] +\S.*", "items with numbers are written as `numbered:`", least=2, in_notes=False),
    Habit("#", r"(?m)^ *#{1,6} +(?=[^\W\d]).*", "a heading is the `title:` of a slide, or the `heading:` of a column"),
    Habit(">", r"(?m)^ *> *\[!\w+\].*", "a box that stands out is written as `callout: {kind: note, text: …}`", in_notes=False),
    Habit(":", r"(?m)^ *:::+ *\w.*", "a box that stands out is written as `callout: {kind: note, text: …}`", in_notes=False),
    Habit(">", r"(?m)^ *> +(?=[^\W\d]).*", "somebody's words are written as `quote:`"),
    Habit("!", r"!\[[^\[\]\n]*\]\([^()\n]*\)", _PICTURE),
    Habit("\\", r"\\\([^()\n]*[\\^_=][^\n]*?\\\)", "a formula in a text stands between dollar signs: `$x^2$`"),
    Habit(
        "$", r"\$\$[^$\n]*[\\^_=][^$\n]*\$\$", "a formula in a text stands between single signs, one of its own in `formula:`"
    ),
    Habit("_", r"(?<!\w)__(?=[^\s_])[^_\n]*[^\s_]__(?!\w)", "bold is written with asterisks: `**bold**`"),
    Habit("_", r"(?<![\w_])_(?=[^\s_])(?:[^_\n]*[^\s_])?_(?![\w_])", "italic is written with asterisks: `*italic*`"),
    Habit("=", r"==(?=[^\s=])[^=\n]*==", "what is to stand out is named by the slide's `highlight:`"),
    Habit(
        "^",
        r"(?<![\w\\^])[\w)]{1,20}\^[-−]?\d{1,3}(?![\w^])",
        "what is raised stands between two of them: `m^2^`; the sign itself has a backslash before it: `\\^`",
        in_notes=False,
    ),
    Habit(
        "-*_=",
        r"(?m)(?<=\n) *(?:-{3,}|\*{3,}|_{3,}|={3,}) *$",
        "a text has no lines across; what comes below may be a slide of its own",
    ),
    Habit("[", r"(?<!\])\[(?!\^)[^\[\]\n]+\]\[[^\[\]\n]*\]|(?m:^ *\[[^\[\]\n^]+\]: +\S+)", _LINK),
    Habit("<", r"<(?:https?|mailto):[^<>\s]+>", _LINK),
    Habit("<", r"<!--[^\n]{0,200}?-->", "a comment begins with `#`, on a line outside of texts"),
    Habit("&", r"&(?:[a-z]{2,8}|#\d{2,5}|#x[\da-fA-F]{2,5});", "write the character itself"),
    Habit("<", r"(?i)<br */?>", "a text of several lines is written as a block that begins with `|`"),
    Habit("<", r"(?i)<img\b[^<>\n]*>", _PICTURE),
    Habit("<", rf"(?i)</?(?:{_HTML})(?: [^<>\n]*)?>", "marks are `**bold**`, `*italic*`, `x^2^`"),
)


def habits(node: Scalar, text: Text, *, notes: bool) -> Iterator[tuple[int, int, str, str]]:
    """Where each habit is first met in a text: start and end, what stands there, and what to write instead."""
    calm = _calm(node, text)
    told: set[str] = set()
    for habit in HABITS:
        if habit.hint in told or (notes and not habit.in_notes) or not any(sign in calm for sign in habit.signs):
            continue
        found = list(re.finditer(habit.pattern, calm))
        if len(found) >= habit.least:
            told.add(habit.hint)
            start = found[0].start() + len(found[0][0]) - len(found[0][0].lstrip())
            yield start, found[0].end(), shortened(node.text[start : found[0].end()], 20), habit.hint
            calm = re.sub(habit.pattern, lambda one: _CALM * len(one[0]), calm)  # What is in it is told with it.


def _calm(node: Scalar, text: Text) -> str:
    """The text without what is meant as it stands: values, code, addresses of links. Every character keeps its place."""
    stretches = [(put.start, put.end) for put in node.puts]
    at = 0
    for run in text.runs:
        for part in (run.code and run.text, run.formula, run.link):
            start = node.text.find(part, at) if part else -1
            if part and start >= 0 and "\n" not in part:
                at = start + len(part)
                stretches.append((start, at))
    calm = list(node.text)
    for start, end in stretches:
        calm[start:end] = _CALM * (end - start)
    return "".join(calm)
