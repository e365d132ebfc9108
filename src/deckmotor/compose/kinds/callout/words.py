"""What a callout says that it is, by language: the words for a note, a tip, a warning and a law."""

WORDS: dict[str, tuple[str, str, str, str]] = {
    "bg": ("Бележка", "Съвет", "Предупреждение", "Закон"),
    "cs": ("Poznámka", "Tip", "Varování", "Zákon"),
    "da": ("Bemærk", "Tip", "Advarsel", "Lov"),
    "de": ("Hinweis", "Tipp", "Warnung", "Gesetz"),
    "el": ("Σημείωση", "Συμβουλή", "Προειδοποίηση", "Νόμος"),
    "en": ("Note", "Tip", "Warning", "Law"),
    "es": ("Nota", "Consejo", "Advertencia", "Ley"),
    "et": ("Märkus", "Nõuanne", "Hoiatus", "Seadus"),
    "fi": ("Huomaa", "Vinkki", "Varoitus", "Laki"),
    "fr": ("Remarque", "Conseil", "Avertissement", "Loi"),
    "ga": ("Nóta", "Leid", "Rabhadh", "Dlí"),
    "hr": ("Napomena", "Savjet", "Upozorenje", "Zakon"),
    "hu": ("Megjegyzés", "Tipp", "Figyelmeztetés", "Törvény"),
    "is": ("Athugið", "Ábending", "Viðvörun", "Lög"),
    "it": ("Nota", "Suggerimento", "Avvertenza", "Legge"),
    "lt": ("Pastaba", "Patarimas", "Įspėjimas", "Įstatymas"),
    "lv": ("Piezīme", "Padoms", "Brīdinājums", "Likums"),
    "mt": ("Nota", "Suġġeriment", "Twissija", "Liġi"),
    "nb": ("Merk", "Tips", "Advarsel", "Lov"),
    "nl": ("Opmerking", "Tip", "Waarschuwing", "Wet"),
    "nn": ("Merk", "Tips", "Åtvaring", "Lov"),
    "no": ("Merk", "Tips", "Advarsel", "Lov"),
    "pl": ("Uwaga", "Wskazówka", "Ostrzeżenie", "Ustawa"),
    "pt": ("Nota", "Dica", "Aviso", "Lei"),
    "ro": ("Notă", "Sfat", "Avertisment", "Lege"),
    "ru": ("Примечание", "Совет", "Предупреждение", "Закон"),
    "sk": ("Poznámka", "Tip", "Varovanie", "Zákon"),
    "sl": ("Opomba", "Nasvet", "Opozorilo", "Zakon"),
    "sv": ("Observera", "Tips", "Varning", "Lag"),
    "tr": ("Not", "İpucu", "Uyarı", "Kanun"),
    "uk": ("Примітка", "Порада", "Попередження", "Закон"),
}

ORDER = ("note", "tip", "warning", "law")


def said(kind: str, language: str) -> str:
    """The word for a kind in a BCP 47 tag's language, or in English."""
    return WORDS.get(language.partition("-")[0].lower(), WORDS["en"])[ORDER.index(kind)]
