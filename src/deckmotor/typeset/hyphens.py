"""Where a word of a language may be hyphenated: the patterns of TeX, as pyphen carries them."""

from functools import cache
from typing import Any

LEAST_LEFT = LEAST_RIGHT = 3
"""Letters that stay before and after a hyphen."""


def hyphen_places(word: str, language: str) -> tuple[int, ...]:
    """After how many of a word's letters it may be hyphenated; none for a language (BCP 47) without patterns."""
    hyphenator = _hyphenator(language)
    return () if hyphenator is None else tuple(int(place) for place in hyphenator.positions(word))


@cache
def _hyphenator(language: str) -> Any:
    import pyphen  # 0.1 s for its list of dictionaries, which only a word wider than its place needs.

    plain = language.split("-")[0]
    known = pyphen.language_fallback(language) or pyphen.language_fallback(plain)
    known = known or next((name for name in sorted(pyphen.LANGUAGES) if name.split("_")[0] == plain), None)
    return pyphen.Pyphen(lang=known, left=LEAST_LEFT, right=LEAST_RIGHT) if known else None
