"""Language tags as PowerPoint writes them: with a region, because that is how it finds its dictionaries."""

NO_LANGUAGE = "zxx"
"""Text in no language, such as code (ISO 639-2): nothing in it is misspelt."""

_REGIONS = {
    "ar": "SA", "bg": "BG", "bs": "BA", "ca": "ES", "cs": "CZ", "cy": "GB", "da": "DK", "de": "DE", "el": "GR",
    "en": "GB", "es": "ES", "et": "EE", "eu": "ES", "fa": "IR", "fi": "FI", "fo": "FO", "fr": "FR", "ga": "IE",
    "gl": "ES", "he": "IL", "hi": "IN", "hr": "HR", "hu": "HU", "is": "IS", "it": "IT", "ja": "JP", "ko": "KR",
    "lt": "LT", "lv": "LV", "mk": "MK", "mt": "MT", "nb": "NO", "nl": "NL", "nn": "NO", "no": "NO", "pl": "PL",
    "pt": "PT", "ro": "RO", "ru": "RU", "se": "SE", "sk": "SK", "sl": "SI", "so": "SO", "sq": "AL", "sr": "RS",
    "sv": "SE", "th": "TH", "tr": "TR", "uk": "UA", "ur": "PK", "vi": "VN", "zh": "CN",
}  # fmt: skip


def office_language(tag: str) -> str:
    """The value of `lang` for a BCP 47 tag: `sv` becomes `sv-SE`; a tag that has a region, or is not known, stays."""
    region = _REGIONS.get(tag.lower())
    return tag if region is None else f"{tag.lower()}-{region}"
