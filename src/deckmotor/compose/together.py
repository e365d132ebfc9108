"""What no line may break inside: numbers with their units, dates, paragraphs of laws."""

import re
from functools import cache

NO_BREAK_SPACE = "\u00a0"

UNITS = (
    "% ‰ ° °C kr kronor mkr tkr mnkr mdkr SEK EUR euro € $ £ ₽ ₺ ₴ zł Kč Ft km m cm mm mil ha g kg ton l dl h tim timmar min s "
    "år mån dagar veckor poäng hp st sidor MB GB px pt years days hours months weeks points million miljoner miljarder tusen "
    "procent percent Prozent Jahre Tage Stunden Mio. Uhr vuotta päivää tuntia euroa prosenttia ans jours jaar lat let év yıl "
    "лет χρόνια aastat § §§"
)
"""Words that stay with the number before them."""

_NORDIC = "jan feb mar apr jun jul aug sep sept okt nov dec"
_NORWEGIAN = "januar februar mars april mai juni juli august september oktober november desember"

MONTHS = {
    "bg": "януари февруари март април май юни юли август септември октомври ноември декември",
    "cs": "ledna února března dubna května června července srpna září října listopadu prosince",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "de": "Januar Februar März Mai Juni Juli Oktober Dezember",
    "el": "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου",
    "en": "January February March April May June July August September October November December",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "et": "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember",
    "fi": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta "
    "marraskuuta joulukuuta",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "hr": "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca",
    "is": "janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "nb": _NORWEGIAN,
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "nn": _NORWEGIAN,
    "no": _NORWEGIAN,
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "sk": "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
    "sl": "januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra",
    "sv": f"januari februari mars april maj juni juli augusti september oktober november december {_NORDIC}",
    "tr": "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
}
"""By language the words that stay with the day before them. Those of English and Swedish do so in all."""

BEFORE_NUMBERS = (
    "nr s. sid. kap. § §§ ca ca. cirka kl kl. No. no. p. pp. ch. Nr. S. Kap. fig. tab. bil. art. Art. Abs. Absatz Satz Buchst. "
    "lit. mom. st. stk. bd. Bd. vol. vol ust. odst. čl. pkt nr. str. ст. п. стр. № άρθρο"
)
"""Words that stay with the number after them."""


@cache
def together(language: str) -> re.Pattern[str]:
    """What no line may break inside, in a language."""
    own = {MONTHS.get(one, "") for one in ("en", "sv", language.partition("-")[0].lower())}
    either, months, before = (
        "|".join(sorted(map(re.escape, words.split()), key=len, reverse=True))
        for words in (UNITS, " ".join(sorted(own)), BEFORE_NUMBERS)
    )
    number = r"\d[\d.,]*(?: \d{3})*(?: ?[a-h](?= §|\b[,.;)]))?"
    pattern = (
        r"(?<!\w)(?:\d+[A-ZÅÄÖ]*|[A-ZÅÄÖ]{1,5}\d*|\w{1,2})-\w+|(?<![\w-])\w+-\w{1,2}(?![\w-])"
        rf"|(?<!\w)\d{{1,2}}\.?(?: de)? (?:{months})(?!\w)(?:(?: de)? \d{{4}})?"
        rf"|(?<!\w)(?:(?:{before}) )?{number}(?: (?:{before}) {number})*(?: (?:{either})(?!\w))?"
        r"|(?<!\w)[^\W\d_]+ \d{1,2}$"
    )
    return re.compile(pattern.replace(" ", f"[ {NO_BREAK_SPACE}]"))


def glued(text: str, language: str) -> str:
    """The text with no-break spaces in all that belongs together."""
    return together(language).sub(lambda match: match[0].replace(" ", NO_BREAK_SPACE), text) if " " in text else text
