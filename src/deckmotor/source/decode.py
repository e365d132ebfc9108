"""The bytes of a file to text: UTF-8 with or without a byte-order mark, and a clear word about everything else."""

import re

from deckmotor.diagnostics import Diagnostic
from deckmotor.messages import problem, unreadable
from deckmotor.span import Span
from deckmotor.workspace import TEXT_LIMIT, TooLargeError

# A pattern is compiled when it is first needed: each costs a millisecond of start-up.
NONCHARACTER = f"[\ufdd0-\ufdef{''.join(chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))}]"
"""What Unicode keeps for programs themselves; libyaml lets them through."""

BEYOND = "[\ufdd0-\U0010ffff]"
"""What any of them is in: one range is searched for in a tenth of the time that it takes to search for all of them."""

BAD_CHARACTER = f"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|{NONCHARACTER}"
"""Characters that neither YAML nor XML (so no slide) can hold: YAML 1.1, section 5.1; XML 1.0, section 2.2."""

ODD_SPACES = tuple(
    "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\u2060\u3000\ufeff"
)
"""What looks like a space, or like nothing, and indents nothing: it is pasted from web pages and chats."""

_KINDS = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a PowerPoint, Word or zip file",
    b"\xd0\xcf\x11\xe0": "an old PowerPoint or Word file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a zip file",
}

_SAVE_AGAIN = "save it again with the encoding UTF-8 (in the editor's “Save as”, or in its bottom line)"


def decode(data: bytes, file: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The text without its byte-order mark, or None and the reason."""
    if len(data) > TEXT_LIMIT:
        return None, (unreadable(TooLargeError(file, len(data), TEXT_LIMIT), Span(file), file),)
    for start, kind in _KINDS.items():
        if data.startswith(start):
            return None, (problem("file-binary", Span(file), kind=kind),)
    if _is_utf_16(data):
        return None, (problem("file-encoding", Span(file), encoding="UTF-16 (“Unicode”)", hints=(_SAVE_AGAIN,)),)
    data = data.removeprefix(b"\xef\xbb\xbf")
    if b"\0" in data:
        return None, (problem("file-binary", _span(data, data.index(b"\0"), file), kind="no text"),)
    try:
        text = data.decode("utf-8")
        # A carriage return alone ends a line too, in YAML and in editors. So all that follows needs to know one sign.
        return re.sub("\r(?!\n)", "\n", text) if b"\r" in data else text, ()
    except UnicodeDecodeError as error:
        return None, (_not_utf_8(data, error.start, file),)


def first_bad_character(text: str, file: str) -> Diagnostic | None:
    """The first character that can't stand in a file of text, if there is one."""
    found = re.search(BAD_CHARACTER, text)
    if found is None:
        return None
    line = text.count("\n", 0, found.start()) + 1
    column = found.start() - text.rfind("\n", 0, found.start())
    span = Span(file, line, column, found.start(), found.end())
    return problem("bad-character", span, codepoint=f"{ord(found[0]):04X}", hints=("delete it: it is not visible",))


def odd_space(span: Span, text: str) -> Diagnostic:
    """A text or key that begins with a space that is none."""
    first = Span(span.file, span.line, span.column, span.start, span.start + 1)
    hints = ("delete it, and type a space if one belongs there",)
    return problem("odd-space", first, codepoint=f"{ord(text[0]):04X}", hints=hints)


def _is_utf_16(data: bytes) -> bool:
    """By its mark, or by the zero byte that every Latin letter has in it (UTF-32 has three of them)."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return True
    head = data[:1000]
    return len(head) >= 4 and head.count(0) * 3 >= len(head) and (not any(head[1::2]) or not any(head[::2]))


def _not_utf_8(data: bytes, at: int, file: str) -> Diagnostic:
    controls = sum(byte < 9 or 13 < byte < 32 for byte in data[:1000])
    span = _span(data, at, file)
    if controls > 10:
        return problem("file-binary", span, kind="no text")
    letter = data[at : at + 1].decode("cp1252", "replace")
    if not letter.isalpha():
        return problem("file-encoding", span, encoding="something other than UTF-8", hints=(_SAVE_AGAIN,))
    encoding = f"Latin-1 or Windows-1252 (the `{letter}` here shows it)"
    return problem("file-encoding", span, encoding=encoding, hints=(_SAVE_AGAIN,))


def _span(data: bytes, at: int, file: str) -> Span:
    before = re.sub("\r(?!\n)", "\n", data[:at].decode("utf-8", "replace"))
    return Span(file, before.count("\n") + 1, len(before) - before.rfind("\n"), len(before), len(before) + 1)


_PAIR = r"(?<!\\)((?:\\\\)*)(\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})"
"""How JSON escapes a character beyond U+FFFF (RFC 8259, section 7). YAML does not know pairs of surrogates."""

_MARKED = r"\\U000[0-9A-F]{5}\\0"


def pairs_for_yaml(text: str) -> str:
    """The text with JSON's pairs as YAML's escapes. They are followed by an escaped zero, so that all places stay."""

    def escape(found: re.Match[str]) -> str:
        character = json.loads(f'"{found[2]}"')
        return f"{found[1]}\\U{ord(character):08X}\\0"

    import json  # Only such files need it.

    return re.sub(_PAIR, escape, text)


def from_yaml(value: str, raw: str, style: str | None) -> str:
    """What was meant by a scalar of such a text: elsewhere than in double quotes, the very characters that stood there."""
    if style == '"':
        return re.sub("([\U00010000-\U0010ffff])\0", r"\1", value)
    written = (found[2] for found in re.finditer(_PAIR, raw))
    return re.sub(_MARKED, lambda found: next(written, found[0]), value)
