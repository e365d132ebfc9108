"""What a portrait is called, and the initials of a name."""

from deckmotor.clusters import begins_cluster
from deckmotor.compose.look import Look, filled_in, own_word

PORTRAITS = {
    "bg": "Портрет: {name}", "cs": "Portrét: {name}", "da": "Portræt af {name}", "de": "Porträt von {name}",
    "el": "Πορτρέτο: {name}", "en": "Portrait of {name}", "es": "Retrato de {name}", "et": "Portree: {name}",
    "fi": "Muotokuva: {name}", "fr": "Portrait : {name}", "ga": "Portráid: {name}", "hr": "Portret: {name}",
    "hu": "Portré: {name}", "is": "Andlitsmynd: {name}", "it": "Ritratto di {name}", "lt": "Portretas: {name}",
    "lv": "Portrets: {name}", "mt": "Ritratt: {name}", "nb": "Portrett av {name}", "nl": "Portret van {name}",
    "nn": "Portrett av {name}", "no": "Portrett av {name}", "pl": "Portret: {name}", "pt": "Retrato de {name}",
    "ro": "Portret: {name}", "ru": "Портрет: {name}", "sk": "Portrét: {name}", "sl": "Portret: {name}",
    "sv": "Porträtt av {name}", "tr": "Portre: {name}", "uk": "Портрет: {name}",
}  # fmt: skip
"""By language. Where a name would have to be inflected, it stands after a colon."""


def portrait(name: str, look: Look) -> str:
    """The alternative text of somebody's picture."""
    return filled_in(own_word("portrait", usual(look.language), look), name=" ".join(name.split()))


def usual(language: str) -> str:
    """What it is in a BCP 47 tag's language, or in English."""
    return PORTRAITS.get(language.partition("-")[0].lower(), PORTRAITS["en"])


def initials(name: str) -> str:
    """The first letters of the first and the last name: `ÅÖ`."""
    words = [letters for word in name.split() if (letters := word.strip("“”\"'()").lstrip("-–"))]
    taken = words[:1] + words[1:][-1:]
    return "".join(_first(word).upper() for word in taken)


def _first(word: str) -> str:
    """What a reader sees as its first letter."""
    end = next((at for at in range(1, len(word)) if begins_cluster(word, at)), len(word))
    return word[:end]
