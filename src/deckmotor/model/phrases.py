"""The few words that the product itself puts on slides, by language."""

from typing import Literal

from msgspec import Struct

from deckmotor.model.deck import Head


class Phrases(Struct, frozen=True, kw_only=True):
    """The words of one language. `{names}` stands for names, joined."""

    conjunction: str
    """The word between the last two of several names."""
    made_by: str
    made_by_one: str | None = None
    """Where one name needs other words than several."""
    asked_by: str
    asked_by_one: str | None = None


_NORWEGIAN = Phrases(conjunction="og", made_by="gjennomført av {names}", asked_by="på oppdrag fra {names}")

PHRASES: dict[str, Phrases] = {
    "sv": Phrases(conjunction="och", made_by="genomförd av {names}", asked_by="på uppdrag av {names}"),
    "en": Phrases(conjunction="and", made_by="by {names}", asked_by="commissioned by {names}"),
    # Finnish would inflect the names; a colon spares them that.
    "fi": Phrases(
        conjunction="ja",
        made_by="tekijät: {names}",
        made_by_one="tekijä: {names}",
        asked_by="toimeksiantajat: {names}",
        asked_by_one="toimeksiantaja: {names}",
    ),
    "nb": _NORWEGIAN,
    "no": _NORWEGIAN,
    "nn": Phrases(conjunction="og", made_by="gjennomført av {names}", asked_by="på oppdrag frå {names}"),
    "da": Phrases(conjunction="og", made_by="udarbejdet af {names}", asked_by="bestilt af {names}"),
    "de": Phrases(conjunction="und", made_by="erstellt von {names}", asked_by="im Auftrag von {names}"),
}


def phrases(language: str) -> Phrases:
    """The words of a BCP 47 tag's language, or English where there are none."""
    return PHRASES.get(language.split("-")[0].lower(), PHRASES["en"])


def join(names: tuple[str, ...], language: str) -> str:
    """Names as one reads them aloud: `Kalix, Motala och Varberg`."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {phrases(language).conjunction} {names[-1]}"


def credits(head: Head) -> tuple[str, ...]:
    """The lines of the cover on who made the deck and who asked for it; those that the head says nothing about are left out."""
    makers = ((head.organisation,) if head.organisation else ()) + head.authors
    return _credit("made_by", makers, head.language) + _credit("asked_by", head.commissioned_by, head.language)


def _credit(name: Literal["made_by", "asked_by"], names: tuple[str, ...], language: str) -> tuple[str, ...]:
    words = phrases(language)
    several, one = (words.made_by, words.made_by_one) if name == "made_by" else (words.asked_by, words.asked_by_one)
    template = one if one and len(names) == 1 else several
    return (template.replace("{names}", join(names, language)),) if names else ()


def continued(part: int, parts: int) -> str:
    """The mark after the title of a slide that continues on others: `(1/2)`. The same in all languages."""
    return f"({part}/{parts})"
