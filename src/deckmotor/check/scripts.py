"""Which characters belong to scripts that are not set rightly yet, or that most fonts lack, and which are emoji."""

from bisect import bisect_right

_SCRIPTS = (
    ("Hebrew", "0590-05FF FB1D-FB4F"),
    ("Arabic", "0600-06FF 0750-077F 0860-08FF FB50-FDCF FDF0-FDFF FE70-FEFE 10E60-10E7E 1EE00-1EEFF"),
    ("Syriac", "0700-074F"),
    ("Thaana", "0780-07BF"),
    ("N’Ko", "07C0-07FF"),
    ("Devanagari (Hindi)", "0900-0963 0966-097F A8E0-A8FF"),
    ("Indian", "0964-0965"),
    ("Bengali", "0980-09FF"),
    ("Gurmukhi (Punjabi)", "0A00-0A7F"),
    ("Gujarati", "0A80-0AFF"),
    ("Odia", "0B00-0B7F"),
    ("Tamil", "0B80-0BFF"),
    ("Telugu", "0C00-0C7F"),
    ("Kannada", "0C80-0CFF"),
    ("Malayalam", "0D00-0D7F"),
    ("Sinhala", "0D80-0DFF"),
    ("Thai", "0E00-0E7F"),
    ("Lao", "0E80-0EFF"),
    ("Tibetan", "0F00-0FFF"),
    ("Burmese", "1000-109F A9E0-A9FF AA60-AA7F"),
    ("Khmer", "1780-17FF 19E0-19FF"),
    ("Korean", "1100-11FF 3130-318F A960-A97F AC00-D7FF"),
    ("Japanese", "3040-30FF 31F0-31FF FF65-FF9F 1B000-1B16F"),
    (
        "Chinese or Japanese",
        "2E80-303F 3100-312F 3190-31EF 3200-4DBF 4E00-9FFF F900-FAFF FE30-FE4F FF00-FF64 FFA0-FFEE 16FE0-16FFF 20000-3FFFD",
    ),
)
"""Blocks of Unicode 15.1 by script: written from the right, joined, stacked, or broken elsewhere than at spaces."""

_INDIAN = ("Devanagari (Hindi)", "Bengali", "Gurmukhi (Punjabi)", "Gujarati", "Odia", "Tamil", "Telugu", "Kannada", "Malayalam")

_SHARED = {"Chinese or Japanese": ("Japanese", "Korean"), "Indian": _INDIAN}
"""Characters of several scripts: Han, the full stops of India. Each with those that they belong to where they stand too."""

_BORROWED = (
    ("Armenian", "0530-058F FB13-FB17"),
    ("Georgian", "10A0-10FF 1C90-1CBF 2D00-2D2F"),
    ("Ethiopic (Amharic)", "1200-139F 2D80-2DDF AB01-AB2F"),
    ("Cherokee", "13A0-13FF AB70-ABBF"),
    ("Canadian Aboriginal", "1400-167F 18B0-18FF"),
    ("Runic", "16A0-16FF"),
    ("Coptic", "2C80-2CFF"),
    ("Glagolitic", "2C00-2C5F"),
    ("Tifinagh", "2D30-2D7F"),
    ("Lisu", "A4D0-A4FF"),
    ("Vai", "A500-A63F"),
)
"""Scripts written as Latin is, letter by letter with spaces between words, which only some fonts have."""

_EMOJI = (
    "20E3 231A-231B 23E9-23EC 23F0 23F3 25FD-25FE 2614-2615 2648-2653 267F 2693 26A1 26AA-26AB 26BD-26BE 26C4-26C5 26CE 26D4 "
    "26EA 26F2-26F3 26F5 26FA 26FD 2705 270A-270B 2728 274C 274E 2753-2755 2757 2795-2797 27B0 27BF 2B1B-2B1C 2B50 2B55 "
    "1F000-1F0FF 1F18E 1F191-1F19A 1F1E6-1F1FF 1F200-1F265 1F300-1F64F 1F680-1F6FF 1F7E0-1F7EB 1F7F0 1F900-1FAFF"
)
"""Characters that are shown as coloured pictures (`Emoji_Presentation` of Unicode 15.1), and the frame of keys."""


def _ranges() -> list[tuple[int, int, str]]:
    named = [(name, part) for name, parts in (*_SCRIPTS, *_BORROWED, ("emoji", _EMOJI)) for part in parts.split()]
    return sorted((int(part[:5].rstrip("-"), 16), int(part.rpartition("-")[2], 16), name) for name, part in named)


_RANGES = _ranges()
_STARTS = [first for first, _, _ in _RANGES]

EMOJI = "emoji"

BORROWED = tuple(name for name, _ in _BORROWED)


def group(character: str) -> str | None:
    """The script of a character that is not set rightly yet or that most fonts lack, `emoji`, or None."""
    code = ord(character)
    at = bisect_right(_STARTS, code) - 1
    return _RANGES[at][2] if at >= 0 and code <= _RANGES[at][1] else None


def in_words(scripts: list[str]) -> str:
    """`Thai`, `Arabic and Hebrew`: each once, but for those whose characters are of another that stands beside them."""
    found = dict.fromkeys(scripts)
    named = [one for one in found if not any(other in found for other in _SHARED.get(one, ()))]
    return " and ".join([", ".join(named[:-1]), named[-1]]) if len(named) > 1 else named[0]
