"""Where a word of a language may be hyphenated: by the patterns of TeX, as pyphen carries them.

Its files are read here: pyphen itself takes 0.12 s to be loaded and to take a file's patterns apart, nearly as long as a whole
build of a small deck. Here a pattern is taken apart when a word holds its letters, which few of 15,000 ever are.
"""

import re
from functools import cache

from deckmotor.workspace import library_files

LEAST_LEFT = LEAST_RIGHT = 3
"""Letters that stay before and after a hyphen."""

_VOWELS = {"fi": "aeiouyäöå", "tr": "aeıioöuüâîû"}
"""Languages without patterns whose syllables begin with the consonant before a vowel, and their vowels (Kielitoimiston
ohjepankki, "Tavutus"; Türk Dil Kurumu, "Hece yapısı ve satır sonunda kelimelerin bölünmesi")."""

_DIGITS = dict.fromkeys(map(ord, "0123456789"))

_ENCODINGS = {"microsoft-cp1251": "cp1251"}


def hyphen_places(word: str, language: str) -> tuple[int, ...]:
    """After how many of a word's letters it may be hyphenated; none for a language (BCP 47) without patterns."""
    vowels = _VOWELS.get(language.partition("-")[0].lower())
    if vowels is not None:
        return _syllables(word, vowels)
    patterns = _patterns(language)
    return () if patterns is None else patterns.places(word)


def _syllables(word: str, vowels: str) -> tuple[int, ...]:
    """After how many letters its syllables end that begin with a vowel or consonants: `yh-den-ver-tai-suus`."""
    begins = range(LEAST_LEFT, len(word) - LEAST_RIGHT + 1)
    is_vowel = [letter.lower()[0] in vowels for letter in word]
    return tuple([at for at in begins if is_vowel[at + 1] and not is_vowel[at] and any(is_vowel[:at])])


class Patterns:
    """The patterns of a file: letters with digits between them, odd where a hyphen may stand. The largest digit counts.

    Franklin Mark Liang, Word Hy-phen-a-tion by Com-put-er (1983).
    """

    def __init__(self, data: bytes) -> None:
        first, _, rest = data.partition(b"\n")
        encoding = first.decode("ascii").strip().lower()
        text = rest.decode(_ENCODINGS.get(encoding, encoding)).replace("\r", "")
        text = re.sub("(?m)/.*=.*", "", text) if "/" in text else text  # How the letters change, which no slide shows.
        text = re.sub("(?m) +$", "", text) if " \n" in text else text
        text = re.sub(r"\^\^([0-9a-f]{2})", lambda found: chr(int(found[1], 16)), text)
        lines = zip(text.translate(_DIGITS).split("\n"), text.split("\n"), strict=True)
        self._written = {letters: written for letters, written in lines if letters != written}
        self._longest = max(map(len, self._written))

    def places(self, word: str) -> tuple[int, ...]:
        """After how many of a word's letters it may be hyphenated."""
        pointed = f".{word.lower()}."
        ends = len(pointed)
        values = [0] * (ends + self._longest)
        for begin in range(ends - 1):
            for end in range(begin + 1, min(begin + self._longest, ends) + 1):
                written = self._written.get(pointed[begin:end])
                if written is not None:
                    _raise(values, begin, written)
        last = len(word) - LEAST_RIGHT
        return tuple([at - 1 for at, value in enumerate(values) if value % 2 and LEAST_LEFT <= at - 1 <= last])


def _raise(values: list[int], at: int, written: str) -> None:
    """Raise values from `at` on to those of a pattern, each before the letter that it stands before."""
    for place, (value, _) in enumerate(re.findall(r"(\d?)(\D?)", written), at):
        if value:
            values[place] = max(values[place], int(value))


@cache
def _patterns(language: str) -> Patterns | None:
    """Those of the language itself, of the language without its region, or of another region's."""
    files = library_files("pyphen", "dictionaries", ".dic")
    named = {name[len("hyph_") : -len(".dic")].lower(): name for name in sorted(files, reverse=True)}
    parts = language.replace("-", "_").lower().split("_")
    for count in range(len(parts), 0, -1):
        plain = "_".join(parts[:count])
        name = named.get(plain) or next((named[other] for other in sorted(named) if other.split("_")[0] == plain), None)
        if name is not None:
            return Patterns(files[name].read_bytes())
    return None
