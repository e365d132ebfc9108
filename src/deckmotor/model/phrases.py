"""The few words that the product itself puts on slides, by language, and as a deck says them otherwise."""

from msgspec import Struct

from deckmotor.model.deck import Head, Words
from deckmotor.model.text import Plain

NAMES = "{names}"
"""Stands for names, joined, in a line."""


class Phrases(Struct, frozen=True, kw_only=True):
    """The words of one language. None says what an author did: it may be a study, a lesson, a poem."""

    conjunction: str
    """The word between the last two of several names."""
    made_by: str = NAMES
    """Where names would have to be inflected, they stand alone, or after a noun and a colon."""
    made_by_one: str | None = None
    """Where one name needs other words than several."""
    asked_by: str
    asked_by_one: str | None = None


def _after(noun: str, nouns: str = "") -> dict[str, str]:
    """The line on who asked for it as a noun and a colon, which spares the names their endings."""
    return {"asked_by": f"{nouns or noun}: {NAMES}", "asked_by_one": f"{noun}: {NAMES}"}


_NORWEGIAN = Phrases(conjunction="og", made_by="av {names}", asked_by="på oppdrag fra {names}")

PHRASES: dict[str, Phrases] = {
    "bg": Phrases(conjunction="и", **_after("възложител", "възложители")),
    "cs": Phrases(conjunction="a", **_after("zadavatel", "zadavatelé")),
    "da": Phrases(conjunction="og", made_by="af {names}", asked_by="bestilt af {names}"),
    "de": Phrases(conjunction="und", made_by="von {names}", asked_by="im Auftrag von {names}"),
    "el": Phrases(conjunction="και", **_after("ανάθεση")),
    "en": Phrases(conjunction="and", made_by="by {names}", asked_by="commissioned by {names}"),
    "es": Phrases(conjunction="y", made_by="por {names}", asked_by="por encargo de {names}"),
    "et": Phrases(conjunction="ja", **_after("tellija", "tellijad")),
    "fi": Phrases(
        conjunction="ja",
        made_by="tekijät: {names}",
        made_by_one="tekijä: {names}",
        **_after("toimeksiantaja", "toimeksiantajat"),
    ),
    "fr": Phrases(conjunction="et", made_by="par {names}", **_after("commanditaire\u00a0", "commanditaires\u00a0")),
    "ga": Phrases(conjunction="agus", made_by="le {names}", asked_by="arna choimisiúnú ag {names}"),
    "hr": Phrases(conjunction="i", **_after("naručitelj", "naručitelji")),
    "hu": Phrases(conjunction="és", **_after("megbízó", "megbízók")),
    "is": Phrases(conjunction="og", **_after("verkkaupi", "verkkaupar")),
    "it": Phrases(conjunction="e", made_by="di {names}", asked_by="su incarico di {names}"),
    "lt": Phrases(conjunction="ir", **_after("užsakovas", "užsakovai")),
    "lv": Phrases(conjunction="un", **_after("pasūtītājs", "pasūtītāji")),
    "mt": Phrases(conjunction="u", made_by="minn {names}", asked_by="ikkummissjonat minn {names}"),
    "nb": _NORWEGIAN,
    "nl": Phrases(conjunction="en", made_by="door {names}", asked_by="in opdracht van {names}"),
    "nn": Phrases(conjunction="og", made_by="av {names}", asked_by="på oppdrag frå {names}"),
    "no": _NORWEGIAN,
    "pl": Phrases(conjunction="i", **_after("zamawiający")),
    "pt": Phrases(conjunction="e", made_by="por {names}", asked_by="por encomenda de {names}"),
    "ro": Phrases(conjunction="și", made_by="de {names}", asked_by="la comanda: {names}"),
    "ru": Phrases(conjunction="и", **_after("заказчик", "заказчики")),
    "sk": Phrases(conjunction="a", **_after("zadávateľ", "zadávatelia")),
    "sl": Phrases(conjunction="in", **_after("naročnik", "naročniki")),
    "sv": Phrases(conjunction="och", made_by="av {names}", asked_by="på uppdrag av {names}"),
    "tr": Phrases(conjunction="ve", **_after("talep eden")),
    "uk": Phrases(conjunction="і", **_after("замовник", "замовники")),
}
"""All official languages of the EU, Norwegian, Icelandic, Russian, Ukrainian and Turkish."""


def phrases(language: str) -> Phrases:
    """The words of a BCP 47 tag's language, or English where there are none."""
    return PHRASES.get(language.split("-")[0].lower(), PHRASES["en"])


def join(names: tuple[str, ...], language: str, conjunction: str | None = None) -> str:
    """Names as one reads them aloud: `Kalix, Motala och Varberg`."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {conjunction or phrases(language).conjunction} {names[-1]}"


def credits(head: Head) -> tuple[str, ...]:
    """The lines of the cover on who made the deck and who asked for it; those that the head says nothing about are left out."""
    words, own = phrases(head.language), head.words or Words(span=head.span)
    made = (own.made_by_one or own.made_by or words.made_by_one, own.made_by or words.made_by)
    asked = (own.asked_by_one or own.asked_by or words.asked_by_one, own.asked_by or words.asked_by)
    return _credit(made, head.makers, head) + _credit(asked, head.commissioned_by, head)


def _credit(lines: tuple[str | None, str], names: tuple[Plain, ...], head: Head) -> tuple[str, ...]:
    """One line: the first of the two for a single name. A line that has no place for the names has them at its end."""
    if not names:
        return ()
    line = (lines[0] if len(names) == 1 else None) or lines[1]
    joined = join(tuple([name.plain for name in names]), head.language, head.words.conjunction if head.words else None)
    return (line.replace(NAMES, joined) if NAMES in line else f"{line} {joined}",)
