"""Characters as readers see them: a flag, a letter with its accents, a family of emoji is one, and is never cut.

Unicode text segmentation (UAX #29, section 3), a little wider: nothing is cut after a joiner or a virama, whatever follows.
"""

ALWAYS_ALONE = 0x300
"""No character before this one belongs to the one before it."""

JOINER = "\u200d"
SKIN_TONES = ("\U0001f3fb", "\U0001f3ff")
TAGS = ("\U000e0020", "\U000e007f")
FLAG_LETTERS = ("\U0001f1e6", "\U0001f1ff")
"""Two of them are a flag."""
LEADING_JAMO, OTHER_JAMO = ("\u1100", "\u115f"), ("\u1160", "\u11ff")
VIRAMA = 9
"""Canonical combining class of the sign that joins two letters of an Indian script."""


def begins_cluster(text: str, at: int) -> bool:
    """Whether text may be cut before the character at `at`: whether a reader sees a new one begin there."""
    if not 0 < at < len(text):
        return True
    before, after = text[at - 1], text[at]
    if ord(after) < ALWAYS_ALONE and before < JOINER:
        return (before, after) != ("\r", "\n")
    if before == JOINER or _joins(after):
        return False
    if _within(after, FLAG_LETTERS):
        return _flag_letters_before(text, at) % 2 == 0
    if _within(before, LEADING_JAMO) and _within(after, LEADING_JAMO):
        return False
    import unicodedata  # 1 ms of start-up, and such text is rare.

    return unicodedata.combining(before) != VIRAMA or not after.isalpha()


def _joins(character: str) -> bool:
    """Whether a character is drawn with the one before it."""
    import unicodedata

    special = character == JOINER or any(_within(character, span) for span in (SKIN_TONES, TAGS, OTHER_JAMO))
    return special or unicodedata.category(character).startswith("M")


def _flag_letters_before(text: str, at: int) -> int:
    start = at
    while start and _within(text[start - 1], FLAG_LETTERS):
        start -= 1
    return at - start


def _within(character: str, span: tuple[str, str]) -> bool:
    return span[0] <= character <= span[1]
