"""Where a line may break: where both PowerPoint and LibreOffice break, by what was measured (facts.md 2).

Where renderers differ a break is not counted on: text that may break in fewer places never takes fewer lines. So there
is no break after a slash (UAX 14 has one), between a hyphen and a digit, or before and after symbols and emoji.
"""

from functools import lru_cache

SPACES = " \t\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
"""Spaces that a line may break after, and that hang at its end. The others (no-break, figure space) never break."""

SOFT_HYPHEN = "\u00ad"
"""Drawn only where a line breaks after it."""

ZERO_WIDTH_SPACE = "\u200b"

HANGING = SPACES + "\n" + ZERO_WIDTH_SPACE
"""What takes no room at the end of a line."""

DASHES = "\u2010\u2012\u2013\u2014"
"""Dashes that a line may break after, the ASCII hyphen apart."""

CLOSING = "!),.:;?]}»”’…\u3001\u3002\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f"
"""Characters that stay with the dash or wide character before them."""

FIRST_ELSEWHERE, FIRST_SIGN, FIRST_HAN = "\u0590", "\u1800", "\u2e80"
"""Scripts that each program sets with fonts of its own begin at the first; from the second to the third are signs, quotes and
letters of Latin and Greek."""


def may_be_elsewhere(char: str) -> bool:
    """Whether a character may be of such a script, as far as its range tells."""
    return char >= FIRST_ELSEWHERE and not FIRST_SIGN <= char < FIRST_HAN


FIRST_BREAKING = "\u0e00"
"""All that a line may break at comes from here on, but for the ASCII hyphen, the soft one and plain spaces."""


@lru_cache(maxsize=16)
def pieces(text: str) -> tuple[str, ...]:
    """The stretches that a line break may separate, in order. Each holds the spaces or the newline at its end.

    Those of the last few texts are known: a text is set in many widths and sizes, one after the other.
    """
    found = []
    start = 0
    for at in range(1, len(text)):
        if _breaks(text, at):
            found.append(text[start:at])
            start = at
    return (*found, text[start:]) if text else ()


def inner_breaks(word: str) -> tuple[int, ...]:
    """The places inside a word without spaces where a line may break: how many characters stand before each."""
    if "-" not in word and SOFT_HYPHEN not in word and (word.isascii() or max(word) < FIRST_BREAKING):
        return ()
    return tuple(at for at in range(1, len(word)) if _breaks(word, at))


def _breaks(text: str, at: int) -> bool:
    """Whether a line may end before the character at `at`, which is neither the first nor behind the last."""
    before, after = text[at - 1], text[at]
    if before == "\n":
        return True
    if after == "\n" or after in SPACES:
        return False
    if before in SPACES or before in (SOFT_HYPHEN, ZERO_WIDTH_SPACE):
        return True
    if before == "-":
        return at > 1 and after.isalpha() and text[at - 2] not in "-\n" and text[at - 2] not in SPACES
    if before in DASHES:
        return after not in CLOSING and after not in DASHES and after not in "-\u2015"
    return (may_be_elsewhere(before) or may_be_elsewhere(after)) and _breaks_unspaced(text, at)


def _breaks_unspaced(text: str, at: int) -> bool:
    """The same between two characters of which at least one may be of a script without spaces."""
    from deckmotor.typeset.scripts import NOT_FIRST, NOT_LAST, is_unspaced, is_wide  # Such text is rare.

    before, after = text[at - 1], text[at]
    if after in NOT_FIRST or before in NOT_LAST:
        return False
    if is_unspaced(after):
        from deckmotor.clusters import begins_cluster

        return after.isalpha() and (is_unspaced(before) or is_wide(before) or _ends(before)) and begins_cluster(text, at)
    return _begins(after) and (is_wide(before) or is_unspaced(before) or (is_wide(after) and _ends(before)))


def _begins(char: str) -> bool:
    return char.isalnum() or char in "(["


def _ends(char: str) -> bool:
    return char.isalnum() or char in ")],.\u3001\u3002"
