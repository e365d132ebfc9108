"""The word for today on a timeline, by language."""

NOW = {
    "bg": "сега", "cs": "nyní", "da": "nu", "de": "jetzt", "el": "τώρα", "en": "now", "es": "ahora", "et": "praegu",
    "fi": "nyt", "fr": "maintenant", "ga": "anois", "hr": "sada", "hu": "most", "is": "núna", "it": "adesso", "lt": "dabar",
    "lv": "tagad", "mt": "issa", "nb": "nå", "nl": "nu", "nn": "no", "no": "nå", "pl": "teraz", "pt": "agora", "ro": "acum",
    "ru": "сейчас", "sk": "teraz", "sl": "zdaj", "sv": "nu", "tr": "şimdi", "uk": "зараз",
}  # fmt: skip


def now(language: str) -> str:
    """The word in a BCP 47 tag's language, or in English."""
    return NOW.get(language.partition("-")[0].lower(), NOW["en"])
