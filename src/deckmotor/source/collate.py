"""The order of names in a language: å after z in Swedish, with a in English; capitals and small letters alike."""

from unicodedata import normalize

_LAST = {
    **dict.fromkeys(("sv", "fi"), "åäö"),
    **dict.fromkeys(("nb", "nn", "no", "da"), "æøå"),
}
"""By language the letters that stand after z. Others are sorted as the letters that they are made of."""


def collated(text: str, language: str) -> tuple[str, str]:
    """What to sort a text by."""
    last = _LAST.get(language.partition("-")[0].lower(), "")
    letters = []
    for letter in normalize("NFC", text.casefold()):
        at = last.find(letter)
        letters.append(f"z\U0010fff0{at}" if at >= 0 else normalize("NFD", letter)[0])
    return "".join(letters), text
