"""Tags of languages (BCP 47): `sv`, `de-CH`, `zh-Hant-TW`. Spelling checkers and screen readers go by them."""

import re
from typing import TYPE_CHECKING

from deckmotor.model.words import shortened

if TYPE_CHECKING:  # Few decks have links.
    from deckmotor.model.links import Trouble

# Text until a tag needs it (`re` keeps what it compiled).
_TAG = r"([A-Za-z]{2,3})(?:-[A-Za-z]{4})?(?:-([A-Za-z]{2}|[0-9]{3}))?(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*"

_LANGUAGES = (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo "
    "es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik in io is it iu iw ja ji "
    "jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt my na nb nd "
    "ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss "
    "st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu "
)
"""All of two letters (ISO 639-1, with older ones)."""

_REGIONS = (
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC "
    "CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET EU FI FJ FK FM FO FR GA GB "
    "GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG "
    "KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV "
    "MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB "
    "SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US "
    "UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW "
)
"""All of two letters (ISO 3166-1), with the European Union and Kosovo."""

_TAGS = {
    "svenska": "sv", "swedish": "sv", "engelska": "en", "english": "en", "gb": "en", "finska": "fi", "suomi": "fi",
    "finnish": "fi", "norska": "nb", "norsk": "nb", "norwegian": "nb", "danska": "da", "dansk": "da", "dk": "da",
    "danish": "da", "tyska": "de", "deutsch": "de", "german": "de", "franska": "fr", "french": "fr", "spanska": "es",
    "spanish": "es", "eng": "en", "swe": "sv", "fin": "fi", "nor": "nb", "dan": "da", "deu": "de", "ger": "de", "fra": "fr",
    "fre": "fr", "spa": "es", "en-uk": "en-GB",
}  # fmt: skip
"""What people write for a language, and its tag."""

_OF_CODE = ("python", "javascript", "typescript", "java", "bash", "shell", "sql", "html", "css", "json", "yaml", "rust", "c++")


def language_problem(tag: str) -> "Trouble | None":
    """What is wrong with a language's tag, or None."""
    if not is_tag(tag):
        return "bad-language", language_hints(tag), {"tag": shortened(tag)}
    return None


def is_tag(tag: str) -> bool:
    """Whether it is a tag of a language and, if it names one, of a region that there are. Those of three letters are many."""
    if len(tag) == 2 or tag.lower() in _TAGS:
        return tag.lower() in _LANGUAGES.split()
    found = re.fullmatch(_TAG, tag)
    if found is None:
        return False
    language, region = found[1].lower(), (found[2] or "").upper()
    return (len(language) == 3 or language in _LANGUAGES.split()) and (len(region) != 2 or region in _REGIONS.split())


def language_hints(tag: str) -> tuple[str, ...]:
    """What was probably meant by a wrong tag."""
    likely = meant(tag)
    if likely is not None:
        return (f"did you mean `{likely}`?",)
    if tag.lower() in _OF_CODE:
        return (f"the language of code is written within: `code: {{language: {tag}, text: …}}`",)
    return ("a language is written as its tag: `sv`, `en`, `fi`, `de-CH`",)


def meant(tag: str) -> str | None:
    """The tag that is probably meant by a wrong one: of a language's name, or without a region that there is not."""
    from deckmotor.nearest import closest  # Only for mistakes.

    written = tag.strip().replace("_", "-")
    near = closest(written.lower(), tuple(_TAGS)) if len(written) > 4 and written.isalpha() else None
    likely = (_TAGS.get(near or written.lower()), written, written.partition("-")[0])
    return next((one for one in likely if one is not None and one != tag and is_tag(one)), None)
