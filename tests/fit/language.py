"""Random text in four languages: words, compounds, numbers with units, dates, with and without inline marks."""

import random

from msgspec import Struct

LANGUAGES = ("sv", "en", "de", "fi")

WORDS = {
    "sv": """vi kan att och i på av med den det en ett för till som men när hur skolan vägen året deltagarna arbete jobb
        studier vuxna handledare kommunalråd näringsliv omställning tillsammans Östersund Ånge Älvdalen växthuset försök
        kvalitet nämnden lärcentrum möjligheter steg tvåspråkiga ungefär fjärrundervisning yrkeshögskola (delvis) t.ex.
        SFI-studerande IT-stöd 3M-nätverket ”en väg in” and/eller vuxenutbildningsförvaltningen
        arbetsmarknadspolitiska kompetensförsörjningsstrategi samverkansöverenskommelse validering""",
    "en": """we the a of and to in is on for with how why people work study regional growth adult learners council
        engine partners together quality funding Tuesday workshop fast first office fifth (partly) e.g. life-long
        part-time “one door” and/or UK-wide Wales Yorkshire internationalisation responsibilities
        cross-departmental multidisciplinary AVAILABLE Typical""",
    "de": """wir die der das und in mit von zu für auf ist nicht auch Arbeit Bildung Menschen gemeinsam Qualität
        Straße Öffnung Übung groß Ämter z. B. (teilweise) „eine Tür“ Stadt-Land Tarif Vorarlberg
        Erwachsenenbildung Fachkräftesicherung Bundesausbildungsförderungsgesetz Weiterbildungsberatungsstelle
        Zuständigkeitsbereich Wirtschaftsförderungsgesellschaft""",
    "fi": """me ja on ei se että kun myös vain työ koulu kunta yhdessä laatu ihmiset aikuiset tänään Äänekoski Öljymäki
        (osittain) esim. ”yksi ovi” ja/tai koulutus opiskelijat osaaminen yhteistyöverkosto
        elinikäinen aluekehittäminen työllisyydenhoito yhdenvertaisuussuunnitelma
        jatkuvanoppimisenkeskus ammattikorkeakouluopinnot""",
}

NUMBERS = {
    "sv": ("40 procent", "1 250 000 kr", "12 mars 2026", "kl. 10.30", "2019–2026", "15 hp", "7,5 mnkr", "§ 14", "3–5 år"),
    "en": ("40 percent", "$1,250", "12 March 2026", "10:30", "2019–2026", "7.5 million", "No. 14", "3–5 years", "24/7"),
    "de": ("40 Prozent", "1.250 €", "12. März 2026", "10.30 Uhr", "2019–2026", "7,5 Mio.", "Nr. 14", "3–5 Jahre"),
    "fi": ("40 prosenttia", "1 250 €", "12. maaliskuuta 2026", "2019–2026", "7,5 kg", "3–5 vuotta"),
}

LONG = ("example.org/larcentrum/rapport-2026", "kompetensutvecklingsinsatser", "Donaudampfschifffahrtsgesellschaft")


class Said(Struct, frozen=True):
    """Text as it is typed, with marks, and the words that a reader is to see."""

    typed: str
    plain: str


def sentence(chance: random.Random, language: str, count: int, *, marks: bool = True) -> Said:
    """About `count` words with an upper-case letter first; a few of them marked where `marks` says so."""
    words = [_word(chance, language) for _ in range(count)]
    words[0] = words[0][0].upper() + words[0][1:]
    typed = list(words)
    if marks and chance.random() < 0.3:
        at = chance.randrange(count)
        typed[at], words[at] = _marked(chance, words[at])
    end = chance.choice(("", "", ".", "?", ":")) if count > 3 else ""
    return Said(" ".join(typed) + end, " ".join(words) + end)


def prose(chance: random.Random, language: str, count: int) -> Said:
    """A paragraph of about `count` words, in sentences of 4 to 22."""
    parts = []
    while count > 0:
        long = min(count, chance.randint(4, 22))
        part = sentence(chance, language, long)
        parts.append(Said(part.typed.rstrip(".?:") + ".", part.plain.rstrip(".?:") + "."))
        count -= long
    return Said(" ".join(part.typed for part in parts), " ".join(part.plain for part in parts))


def _word(chance: random.Random, language: str) -> str:
    kind = chance.random()
    if kind < 0.06:
        return chance.choice(NUMBERS[language])
    if kind < 0.065:
        return chance.choice(LONG)
    return chance.choice(WORDS[language].split())


def _marked(chance: random.Random, word: str) -> tuple[str, str]:
    """A word with a mark around it, or a formula: typed and as it is seen."""
    if set(word) & set("()”“„"):
        return word, word
    formats = (
        "**{}**", "*{}*", "`{}`", "***{}***", "{} H~2~O", "{} m^2^", "**{} och** mer",
        "[{}](https://example.org/a)", "[{} on the long way to somewhere else](https://example.org/a)",
    )  # fmt: skip
    typed = chance.choice(formats).format(word)
    plain = typed.replace("(https://example.org/a)", "")
    return typed, "".join(character for character in plain if character not in "*`[]~^")
