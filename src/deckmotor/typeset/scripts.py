"""Scripts that each program sets with fonts of its own: how wide their letters and how high their lines are taken to be.

Measured in ordinary prose of 16 languages, regular and bold, in all Noto fonts of these scripts and in DejaVu Sans, and in
what LibreOffice 7.4 draws with them. Fonts of other machines are not known.
"""

from bisect import bisect_right
from itertools import pairwise

LETTERS = (
    ("\u0590", "\u08ff", 0.62),  # Hebrew 0.59, Arabic 0.58
    ("\u0900", "\u0b7f", 0.62),  # Devanagari 0.58, Bengali 0.58
    ("\u0b80", "\u0bff", 0.95),  # Tamil 0.93
    ("\u0c00", "\u0cff", 0.8),  # Telugu 0.73
    ("\u0d00", "\u0dff", 0.9),  # Malayalam 0.86
    ("\u0e00", "\u0e7f", 0.65),  # Thai 0.61
    ("\u0e80", "\u0eff", 0.7),  # Lao 0.65
    ("\u0f00", "\u109f", 0.88),  # Burmese 0.81
    ("\u1780", "\u17ff", 0.67),  # Khmer 0.61
    ("\uac00", "\ud7af", 0.95),  # Hangul 0.92
)
"""First and last character, and the ems of a letter. Beside it, what 95 of 100 lines of 20 letters take at most in the widest
of the fonts, regular.

Marks above and below letters take no room. Thai, Lao, Burmese and Khmer lines end between words, which are not known here:
they have some more for that.
"""

_STARTS = [first for first, _, _ in LETTERS]

UNSPACED = (("\u0e00", "\u109f"), ("\u1780", "\u17ff"))
"""Thai, Lao, Tibetan, Burmese, Khmer: between their spaces stand clauses, not words."""

WIDE = (("\u2e80", "\u312f"), ("\u3190", "\uabff"), ("\uf900", "\ufaff"), ("\uff10", "\uff9f"), ("\U00020000", "\U0003fffd"))
"""Han and kana: a line may end between any two. (Hangul has spaces, and LibreOffice ends lines only there.)"""

HANGUL = (("\u1100", "\u11ff"), ("\u3130", "\u318f"), ("\uac00", "\ud7af"), ("\uffa0", "\uffdc"))

NOT_FIRST = frozenset("ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶー々ゝゞヽヾ〻ะาำๅๆฯະາຳໆຯ")
"""Letters that no line begins with (JIS X 4051, 6.1.2), and vowels that are written after their consonant."""

NOT_LAST = frozenset("〈《「『【〔〖〘〝（［｛｟￥＄เแโใไເແໂໃໄ")
"""What no line ends with: opening brackets, and vowels that are written before their consonant."""

BESIDE = 0.25
"""Ems that programs leave free between a Han, kana or hangul letter and a Latin one or a digit."""

LEAST_WORD = 6
"""Ems that a column of a table has for text without spaces, where it has no room for all of it: its words are not known."""

TALL_PERCENT = 146
"""Height of a line in percent of its size, in a table: LibreOffice draws lines there as high as their font asks for, which for
Noto Sans CJK is 145 (131 for the fonts of all other such scripts)."""


HANGING = (("\u0600", "\u06ff"), ("\u0900", "\u109f"), ("\u1780", "\u17ff"))
"""Arabic (as Urdu is written), Indic scripts, Thai, Lao, Tibetan, Burmese, Khmer: their marks reach far below the line."""

DEEP = 0.35
"""Ems that they reach below the last line's own room, at most, in what LibreOffice draws with Noto fonts."""


def hangs(text: str) -> bool:
    """Whether a text holds letters whose marks reach far below the line."""
    return any(_within(char, HANGING) for char in text)


def letter(char: str) -> float | None:
    """The ems that a letter of these scripts takes; None for characters of others."""
    at = bisect_right(_STARTS, char) - 1
    return LETTERS[at][2] if at >= 0 and char <= LETTERS[at][1] else None


def air(text: str) -> float:
    """The ems that programs leave free in a text, where Han, kana or hangul and Latin letters or digits meet."""
    meet = [pair for pair in pairwise(text) if _within(pair[0], WIDE + HANGUL) != _within(pair[1], WIDE + HANGUL)]
    return BESIDE * sum(one.isalnum() and other.isalnum() for one, other in meet)


def is_wide(char: str) -> bool:
    """Whether a character is Han or kana: a line may break on either side of each."""
    return _within(char, WIDE)


def is_unspaced(char: str) -> bool:
    """Whether a character is of a script whose words have no spaces between them."""
    return _within(char, UNSPACED)


def holds_unspaced(text: str) -> bool:
    """Whether a text holds letters of scripts whose words have no spaces between them."""
    return any(is_wide(char) or is_unspaced(char) for char in text)


def is_set_elsewhere(text: str) -> bool:
    """Whether a text holds any letter of these scripts."""
    return any(letter(char) is not None or _within(char, WIDE + HANGUL) for char in text)


def _within(char: str, spans: tuple[tuple[str, str], ...]) -> bool:
    return any(first <= char <= last for first, last in spans)
