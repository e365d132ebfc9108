"""What goes wrong when people write YAML, as a table: what libyaml says and what stands there, to a plain sentence and a hint.

libyaml speaks of tokens, block mappings and simple keys. None of that reaches a user: what is in none of the rows above falls
into the last one.
"""

import re
from typing import Any, Literal

from msgspec import Struct

from deckmotor.diagnostics import Diagnostic
from deckmotor.messages import problem
from deckmotor.source.quotes import quoted
from deckmotor.span import Span


class Trap(Struct, frozen=True, kw_only=True):
    """A row of the table. It fits where all its patterns do; the first that fits is taken."""

    says: str
    """Found in libyaml's `context: problem` (or PyYAML's, whose wording differs a little)."""
    before: str = ""
    """Found at the end of the line's text before the place."""
    after: str = ""
    """Found at the start of the line's text from the place on."""
    above: str = ""
    """Found at the start of the nearest line above that is not empty."""
    place: Literal["", "opening", "line", "above", "backslash"] = ""
    """Where the mark belongs, if not where the parser gave up: where the unfinished thing begins, at the start of the line's
    text, of the line's above, or at the backslash before."""
    code: str
    """Of the message. Its braces and the hint's take the names of `_words`."""
    hint: str


_QUOTE = "put the text in quotes: {corrected}"
_VARIABLE = 'between brackets a variable needs quotes: "${{name}}"'
_ALIKE = "indent it as the lines that it belongs with"
_TAB = r"cannot start|tab character"
_FLOW = r"flow (sequence|mapping|node)"
_BLOCK = r"block (mapping|collection)"
_UNFINISHED = r"quoted scalar.*(end of stream|document (indicator|separator))"
_COLONS = r"(mapping values|values) are not allowed"

_GLUED = "write a space after the dash: {spaced}"

# fmt: off
TRAPS: tuple[Trap, ...] = (
    Trap(says=_TAB, before=r"^\s*", after=r"\t", code="tab", hint="indent with spaces, two for each level"),
    Trap(says=_TAB, after=r"\t", code="tab", hint="write a space instead"),
    # Texts that begin with a sign that YAML has a use for.
    Trap(says=r"cannot start", after=r"[@`%]", code="needs-quotes", hint=_QUOTE),
    Trap(says=r"alias", place="opening", before=r"^\s*", after=r"\* +\S", code="needs-quotes",
         hint="an item of a list begins with a hyphen: - {after_sign}"),
    Trap(says=r"scanning a tag", place="opening", after=r"!\[[^\]]*\]\([^)\s]+\)", code="needs-quotes",
         hint="a picture is written so: `picture: {pictured}`"),
    Trap(says=r"alias|anchor|scanning a (block scalar|directive|tag)", place="opening", code="needs-quotes", hint=_QUOTE),
    Trap(says=_BLOCK, before=r"^\s*(- +)*([\w-]+: +)?[*&]\w+ +$", after=r"\w", code="yaml-syntax", hint=_QUOTE),
    Trap(says=r"mapping keys are not allowed", after=r"\? ", code="needs-quotes", hint=_QUOTE),
    Trap(says=r"incompatible", code="needs-quotes", hint=_QUOTE),
    Trap(says=r"block node.*node content", after=r"[\]},]", code="needs-quotes", hint=_QUOTE),
    # Quotes.
    Trap(says=_UNFINISHED, place="opening", before=r"(- |: )", after=r"'\w", code="unclosed",
         hint="close it, or if the text begins with an apostrophe, put all of it in quotes: {corrected}"),
    Trap(says=_UNFINISHED, place="opening", code="unclosed", hint="close it where the text ends"),
    Trap(says=r"escape|hexa?decimal", before=r"\"[^\"]*", after=r"[^\"]*\.\w{2,5}\"", code="escape", place="backslash",
         hint="write folders with `/`, on Windows too: {slashed}"),
    Trap(says=r"escape|hexa?decimal", code="escape", place="backslash",
         hint=r"write each `\` twice, or the text in single quotes"),
    Trap(says=_BLOCK, before=r"[\"'] *", after=r"[^\s\]}]", code="text-after", hint=_QUOTE),
    # Brackets.
    Trap(says=_BLOCK, before=r"(- |: )\s*[\[{].*[\]}]\s*", after=r"[^\s\]}]", code="text-after", hint=_QUOTE),
    Trap(says=_BLOCK, after=r"[\]}]", code="unopened", hint="delete it, or put the text in quotes: {corrected}"),
    Trap(says=_FLOW, before=r"[\[{,]\s*", after=r",", code="no-value", hint="delete it, or write before it what belongs there"),
    Trap(says=_FLOW, before=r"\$", after=r"\{", code="variable-in-brackets", hint=_VARIABLE),
    Trap(says=_FLOW, before=r"[\"']\s*", after=r"[^\s:\]}]", code="text-after",
         hint="write a comma between two values, or put quotes round the whole text{quoted_whole}"),
    Trap(says=_FLOW, before=r"[^\s]+: .*", after=r": ", code="second-colon", hint="put the text in quotes"),
    Trap(says=_FLOW, place="opening", code="unclosed",
         hint="close it with `{closing}`; if it belongs to the text, put the text in quotes: {corrected}"),
    # A key that stands in quotes with its text, and keys below it.
    Trap(says=rf"{_BLOCK}|{_COLONS}", above=r"\s*- +([\"'])[\w-]+:\s.*\1\s*$", place="above", code="key-in-quotes",
         hint="leave out the quotes: - {unquoted}"),
    # Colons.
    Trap(says=_COLONS, before=r"^\s*(- +)*(picture|video|audio): [^,]+\.\w+, \w+$", code="second-colon",
         hint="several keys on one line stand between braces: {braced}"),
    Trap(says=_COLONS, before=r"^\s*(- +)*[^\s-][^:]*:\s.*", code="second-colon", hint=_QUOTE + "{whole}"),
    Trap(says=_COLONS, above=r"\s*(- +)*[\w-]+:[^\s:/]", code="no-space", place="above",
         hint="write a space after the colon: {spaced}"),
    Trap(says=_COLONS, above=r"\s*-[^\s-].*$", place="above", code="no-space", hint=_GLUED),
    Trap(says=_COLONS, above=r"\s*- +[^:]+$", after=r"\s*:", before=r"^\s*(bullets|numbered)", code="no-colon-above",
         place="line", hint="the text above has a key too, where others stand below it: - text: {item}"),
    Trap(says=_COLONS, above=r"[^:]+$", code="no-colon-above", place="line", hint="if it is one, write the colon: {above}:"),
    Trap(says=_COLONS, above=r".", code="too-far-in", place="line",
         hint="indent it as the line above if both are keys of the same thing; otherwise put the text above in quotes"),
    Trap(says=r"simple key", place="opening", after=r"[\w-]+:[^\s:/]", code="no-space",
         hint="write a space after the colon: {spaced}"),
    Trap(says=r"simple key", place="opening", after=r"-[^\s-]", code="no-space", hint=_GLUED),
    Trap(says=r"simple key", place="opening", after=r"[–—•·▪‣◦●*+]\s+\S", code="neither",
         hint="an item begins with a hyphen and a space: - {after_sign}"),
    Trap(says=r"simple key", place="opening", after=r"\d{1,2}[.)]\s+\S", code="neither",
         hint="items of `numbered:` begin with a hyphen, and are counted by themselves: - {after_number}"),
    Trap(says=r"simple key", place="opening", after=r"[^\t]*\S\t+\S", code="neither",
         hint="rows that are copied from a sheet stand below `table: |`, further in than that"),
    Trap(says=r"simple key", place="opening", code="neither",
         hint="a key ends with a colon, an item begins with a dash and a space, and a text that goes on is indented"),
    Trap(says=_BLOCK, after=r":(\s|$)", code="no-key", hint="write a key before the colon, or put the text in quotes"),
    # Lines in the wrong place.
    Trap(says=r"sequence entries are not allowed", code="list-on-line",
         hint="write each item on a line of its own below the key"),
    Trap(says=_BLOCK, before=r"^\s*", after=r"-(\s|$)", code="stray-item",
         hint="{aligned}"),
    Trap(says=r"block collection", before=r"^\s*", after=r"-[^\s-].*:(\s|$)", code="no-space", hint=_GLUED),
    Trap(says=r"block collection", before=r"^\s*", after=r"\S.*:(\s|$)", code="stray-key",
         hint="indent it as the other keys of the same thing, or begin it with `- ` if it is an item"),
    Trap(says=_BLOCK, before=r"^\s*", after=r"[^:]*$", above=r".*\S\s+#", code="comment-within",
         hint="put the text in quotes, or the comment on a line of its own"),
    Trap(says=r"document start", above=r"\.\.\.", code="several-documents", hint="delete the line `...`"),
    Trap(says=rf"{_BLOCK}|document start", before=r"^\s*", code="indentation", hint=_ALIKE),
    Trap(says=r"", code="yaml-syntax", hint="put texts with signs such as : # [ ] {{ }} \" ' in quotes, and indent with care"),
)
# fmt: on

_WINDOW = 1_000
"""Characters of a line that are looked at before and after a place: a line can have a million."""

_NEAR = 200
"""Lines above in which the item is looked for that one belongs with."""

_CLOSING = {"[": "]", "{": "}", '"': '"', "'": "'"}
_LINE = r"(?P<lead>\s*(?:- +)*)(?P<key>[^\s:#'\"\[\]{}-][^:'\"\[\]{}]*:\s+)?(?P<value>.*)"


def bad_syntax(error: Any, text: str, file: str, last: Any, bracket: Any) -> Diagnostic:
    """The problem that an error of the parser tells of.

    `last` is the event of the scalar read last, `bracket` the mark of the innermost open bracket; None where there is none.
    """
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return problem("yaml-syntax", Span(file), hints=(TRAPS[-1].hint.format(),))
    opening = error.context_mark or mark
    if bracket is not None and ("flow node" in (error.context or "") or not text[opening.index :].strip()):
        opening = bracket
    if last is not None and last.style in ("'", '"') and _closes_late(last, mark, text):
        start = last.start_mark
        span = Span(file, start.line + 1, start.column + 1, start.index, start.index + 1)
        hint = f"it is closed only on line {last.end_mark.line + 1}, and more text follows there"
        return problem("unclosed", span, shown=_shown(last.style), hints=(hint,))
    says = f"{error.context}: {error.problem}"
    for trap in TRAPS:
        at = min((opening if trap.place == "opening" else mark).index, len(text))
        if _fits(trap, says, text, at):
            return _told(trap, text, file, _moved(trap, text, at))
    raise AssertionError("the last trap fits everything")


def bad_start(text: str, span: Span) -> Diagnostic:
    """A text that begins with `*`, `&`, `!` or `#`, which YAML takes for a reference, a name, a type or a comment."""
    hints = [_QUOTE.format(**_words(text, span.start))]
    if text[span.start] == "#":
        hints.append("if it is a comment, write a space after the `#`")
    return problem("needs-quotes", _sign(span), shown=_shown(text[span.start]), hints=tuple(hints))


def bad_key(text: str, span: Span) -> Diagnostic:
    """A list or mapping where a key was expected: `{name}: …`, or `{{name}}` meant as a variable."""
    hints = [_QUOTE.format(**_words(text, span.start))]
    if text.startswith("{", span.start):
        hints.insert(0, "a variable is written `${name}`")
    return problem("bad-key", _sign(span), hints=tuple(hints))


def item_in_text(text: str, span: Span) -> Diagnostic | None:
    """An item written below an item of text, which YAML reads as the same text going on; None where there is none."""
    found = re.search(r"\n[ \t]*[-*•] ", text[span.start : span.end])
    if found is None or (text[span.start] in "*•" and "-" not in found[0]):  # A list with other marks: that is told.
        return None
    alone = not text[text.rfind("\n", 0, span.start) + 1 : span.start].strip()
    if alone and re.match(r"-[^\s-]", text[span.start : span.end]):
        return _told(Trap(code="no-space", says="", hint=_GLUED), text, span.file, span.start)
    at = span.start + found.end() - 2
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    first = " ".join(text[span.start : span.start + found.start()].split())
    before = re.fullmatch(r"\s*(?:- +)?([^\s:][^:]*): +", text[text.rfind("\n", 0, span.start) + 1 : span.start])
    hint = _below(before[1] if before is not None else "", first)
    return problem("item-in-text", Span(span.file, line, column, at, at + 1), hints=(hint,))


_OVER = ("title", "text", "lead", "heading", "subtitle")
"""Keys that items are written below, where a list beside them is meant."""


def _below(key: str, value: str) -> str:
    """How items are written that stand below an item or a key with its text."""
    if key in _OVER:
        return f"write `bullets:` on a line of its own above the items, as far in as `{key}:`"
    whole = f"{key}: {value}" if key else value
    said = whole if re.fullmatch(r"[\w.][\w ./()%€-]*", whole) else quoted(whole)
    return f"items below an item are written so: `- {{text: {said}, bullets: […]}}`, or `text:` and `bullets:` on two lines"


def corrected_line(text: str, at: int) -> str:
    """The line at a place with its value in quotes."""
    return str(_words(text, at)["corrected"])


def _closes_late(last: Any, mark: Any, text: str) -> bool:
    """Whether the place comes right after a quoted text of several lines: most likely the quote was forgotten on the first."""
    return bool(last.start_mark.line < last.end_mark.line == mark.line and not text[last.end_mark.index : mark.index].strip())


def _fits(trap: Trap, says: str, text: str, at: int) -> bool:
    before, after = _around(text, at)
    return (
        re.search(trap.says, says) is not None
        and re.search(rf"(?:{trap.before})\Z", before) is not None
        and re.match(trap.after, after) is not None
        and (not trap.above or re.match(trap.above, _above(text, at)) is not None)
    )


def _told(trap: Trap, text: str, file: str, at: int) -> Diagnostic:
    words = _words(text, at)
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    span = Span(file, line, column, at, min(at + 1, len(text)))
    return problem(trap.code, span, hints=(trap.hint.format(**words),), **words)


def _words(text: str, at: int) -> dict[str, Any]:
    """What messages and hints may name, for a place in the text."""
    before, after = _around(text, at)
    parts = re.fullmatch(_LINE, before + after)
    assert parts is not None, "every line fits"
    key, value = parts["key"] or "", parts["value"].strip()
    if len(before) < parts.start("value"):
        key, value = "", (key + value).strip()
    # Keys of the language have small letters: what begins otherwise may all be the text of an item.
    also = f", or all of it: - {quoted(key + value)}" if parts["lead"].strip() and key[:1].strip() and not key.islower() else ""
    shown = (parts["lead"] + key).lstrip()
    within = before[parts.start("value") :]
    inside = within.strip("[{ ") or (within and after[:1] not in ("[", "{"))
    if value[:1] in ("[", "{") and inside and not re.search(r"[\]}]\s*$", before):
        # Between brackets, only the value itself.
        shown, value = "", re.split(r"[,\]}]", after)[0].strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"" and not re.search(r"[\"']\s+$", before):
        value = value[1:-1]
    escape = text.rfind("\\", 0, at + 1)
    return {
        "shown": _shown(after[:1]),
        "after_sign": after[1:].strip(),
        "after_number": re.sub(r"^\d+[.)]\s+", "", after).strip(),
        "closing": _CLOSING.get(after[:1], "]"),
        "last_sign": before.rstrip()[-1:],
        "escape": text[escape : escape + 2],
        "corrected": shown + quoted(value),
        "braced": f"{shown}{{file: {value}}}",
        "whole": also,
        "slashed": (before.rpartition('"')[2] + after.partition('"')[0]).replace("\\", "/"),
        "pictured": re.sub(r"^!\[([^\]]*)\]\(([^)\s]+)\).*", r"{file: \2, alt: \1}", after),
        "quoted_whole": _quoted_whole(before, after),
        "spaced": _spaced(after.rstrip()),
        "above": _above(text, at).strip(),
        "item": _above(text, at).strip().lstrip("- "),
        "unquoted": _unquoted(before + after),
        "aligned": _aligned(text, at),
        "mark": "-" if re.match(r"-\S", after) else ":",
    }


def _quoted_whole(before: str, after: str) -> str:
    """A text between brackets that is only in part in quotes, with quotes round all of it."""
    part = re.search(r"([\"'])(?:(?!\1).)*\1\s*$", before)
    rest = re.split(r"[,\]}]", after)[0].rstrip()
    return "" if part is None else f": {quoted(part[0] + rest)}"


def _unquoted(line: str) -> str:
    """An item that stands in quotes as a key and its text, the text in quotes where it has a colon itself."""
    key, _, value = line.strip().lstrip("- ")[1:-1].partition(":")
    value = value.strip()
    return f"{key}: {quoted(value) if ': ' in value or ' #' in value else value}"


_ALL_ALIKE = "indent all items of a list alike, and keys as the other keys of the same thing"


def _aligned(text: str, at: int) -> str:
    """How an item is indented as those above it: as the last that begins with its key, or as the one just above.

    One that stands below the text of an item, as far in as this, is meant to be below it.
    """
    start = text.rfind("\n", 0, at) + 1
    line = re.match(r"[ \t]*(- [^\n]{0,80})", text[start:])
    if line is None:
        return _ALL_ALIKE
    over = re.match(r"(\s*- +)([^\s:\"'#{\[-][^:\n]{0,80}): +([^\s|>].{0,200})", _above(text, at))
    if over is not None and len(over[1]) == len(line[0]) - len(line[1]):
        return _below(over[2], over[3].strip())
    key = re.match(r"- +[\w-]+:", line[1])
    alike = [one for one in text[:start].splitlines()[-_NEAR:] if key is not None and one.lstrip().startswith(key[0])]
    last = next(reversed(alike), _above(text, at))
    if not last.lstrip().startswith("- ") or last.startswith(line[0][: -len(line[1])] + "-"):
        return _ALL_ALIKE
    spaces = len(last) - len(last.lstrip(" "))
    counted = "no space" if spaces == 0 else "one space" if spaces == 1 else f"{spaces} spaces"
    return f"{_ALL_ALIKE}: {counted} before the hyphen, as in `{' ' * spaces}{line[1].rstrip()}`"


def _shown(sign: str) -> str:
    return "a backtick" if sign == "`" else f"`{sign}`"


def _spaced(line: str) -> str:
    return re.sub(r"^((?:- +)*)(-|[\w-]+:)(?=\S)", r"\1\2 ", line, count=1)


def _around(text: str, at: int) -> tuple[str, str]:
    """The text of the line before the place, and from the place on."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    end = end if end >= 0 else len(text)
    return text[max(start, at - _WINDOW) : at], text[at : min(end, at + _WINDOW)].rstrip("\r")


def _above(text: str, at: int) -> str:
    """The nearest line above that is neither empty nor a comment."""
    lines = text[: text.rfind("\n", 0, at) + 1].splitlines()
    return next((line for line in reversed(lines) if line.strip() and not line.lstrip().startswith("#")), "")


def _moved(trap: Trap, text: str, at: int) -> int:
    """The place that the trap wants marked."""
    start = text.rfind("\n", 0, at) + 1
    if trap.place == "backslash":
        return max(text.rfind("\\", start, at + 1), start)
    if trap.place == "above":
        start = text.rfind(_above(text, at), 0, start)
    if trap.place in ("above", "line"):
        return start + len(text[start:]) - len(text[start:].lstrip(" "))
    return at


def _sign(span: Span) -> Span:
    return Span(span.file, span.line, span.column, span.start, span.start + 1)
