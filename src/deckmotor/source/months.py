"""Dates as languages write them: `4 maj 2026`, `maj 2026`, `2026-05-04`. All are CLDR's (cldr.unicode.org), but that years have
four digits, a Frenchman's first of a month is `1er`, and a short date of a language that is not here is `2026-05-04`.

`tests/source/test_tongues.py` holds them against what Babel makes of CLDR.
"""

_NORWEGIAN = "januar februar mars april mai juni juli august september oktober november desember"

_FINNISH = "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu"

_IN_DATES = {
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "en": "January February March April May June July August September October November December",
    "fi": " ".join(f"{month}kuuta" for month in _FINNISH.split()),
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    **dict.fromkeys(("nb", "nn", "no"), _NORWEGIAN),
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "bg": "януари февруари март април май юни юли август септември октомври ноември декември",
    "cs": "ledna února března dubna května června července srpna září října listopadu prosince",
    "el": "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου",
    "et": "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember",
    "ga": "Eanáir Feabhra Márta Aibreán Bealtaine Meitheamh Iúil Lúnasa Meán_Fómhair Deireadh_Fómhair Samhain Nollaig",
    "hr": "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca",
    "hu": "január február március április május június július augusztus szeptember október november december",
    "is": "janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember",
    "lt": "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio",
    "lv": "janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris",
    "mt": "Jannar Frar Marzu April Mejju Ġunju Lulju Awwissu Settembru Ottubru Novembru Diċembru",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "sk": "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
    "sl": "januar februar marec april maj junij julij avgust september oktober november december",
    "tr": "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
}

_ALONE = {
    "fi": " ".join(f"{month}kuu" for month in _FINNISH.split()),
    "cs": "leden únor březen duben květen červen červenec srpen září říjen listopad prosinec",
    "el": "Ιανουάριος Φεβρουάριος Μάρτιος Απρίλιος Μάιος Ιούνιος Ιούλιος Αύγουστος Σεπτέμβριος Οκτώβριος Νοέμβριος Δεκέμβριος",
    "hr": "siječanj veljača ožujak travanj svibanj lipanj srpanj kolovoz rujan listopad studeni prosinac",
    "lt": "sausis vasaris kovas balandis gegužė birželis liepa rugpjūtis rugsėjis spalis lapkritis gruodis",
    "pl": "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
    "ru": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "sk": "január február marec apríl máj jún júl august september október november december",
    "uk": "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень",
}


def _listed(names: dict[str, str]) -> dict[str, tuple[str, ...]]:
    return {tongue: tuple(name.replace("_", " ") for name in months.split()) for tongue, months in names.items()}


MONTHS = _listed(_IN_DATES)
"""Names of months as they stand in a date with its day."""

ALONE = {**MONTHS, **_listed(_ALONE)}
"""As they stand without a day."""

_LONG = {
    **dict.fromkeys(("fi", "de", "da", "nb", "nn", "no", "cs", "et", "is", "sk", "sl"), "{day}. {month} {year}"),
    **dict.fromkeys(("es", "pt"), "{day} de {month} de {year}"), **dict.fromkeys(("en-us", "en-ca"), "{month} {day}, {year}"),
    "bg": "{day} {month} {year}\u00a0г.", "hr": "{day}. {month} {year}.", "hu": "{year}. {month} {day}.",
    "lt": "{year} m. {month} {day} d.", "lv": "{year}. gada {day}. {month}", "mt": "{day} ta’ {month} {year}",
    "ru": "{day} {month} {year}\u00a0г.", "uk": "{day} {month} {year}\u00a0р.",
}  # fmt: skip
"""Long dates, where they are not written `4 maj 2026`."""

_OF_MONTHS = {
    **dict.fromkeys(("es", "pt"), "{month} de {year}"), **dict.fromkeys(("bg", "ru"), "{month} {year}\u00a0г."),
    "hr": "{month} {year}.", "hu": "{year}. {month}", "lt": "{year} m. {month}", "lv": "{year}. gada {month}",
    "uk": "{month} {year}\u00a0р.",
}  # fmt: skip
"""Months of a year, where they are not written `maj 2026`."""

_SHORT = {
    **dict.fromkeys(("fi", "is", "sv-fi"), "{day}.{month}.{year}"), "en-us": "{month}/{day}/{year}",
    **dict.fromkeys(("de", "da", "nb", "nn", "no", "cs", "et", "lv", "ro", "ru", "uk"), "{day:02d}.{month:02d}.{year}"),
    **dict.fromkeys(("fr", "es", "pt", "it", "mt", "en-gb"), "{day:02d}/{month:02d}/{year}"),
    "nl": "{day:02d}-{month:02d}-{year}",
    **dict.fromkeys(("pl", "tr"), "{day}.{month:02d}.{year}"), **dict.fromkeys(("el", "ga"), "{day}/{month}/{year}"),
    "bg": "{day}.{month:02d}.{year}\u00a0г.", "hr": "{day:02d}. {month:02d}. {year}.",
    "hu": "{year}. {month:02d}. {day:02d}.", **dict.fromkeys(("sk", "sl"), "{day}. {month}. {year}"),
}  # fmt: skip
"""Short dates, where they are not written `2026-05-04`."""


def long_date(year: int, month: int, day: int | None, language: str) -> str | None:
    """A day, or a month, as a language writes it. None where its months are not known."""
    language = language.casefold()
    tongue = language.partition("-")[0]
    if tongue not in MONTHS:
        return None
    if day is None:
        return _OF_MONTHS.get(tongue, "{month} {year}").format(month=ALONE[tongue][month - 1], year=year)
    form = _LONG.get(language) or _LONG.get(tongue, "{day} {month} {year}")
    return form.format(day="1er" if (tongue, day) == ("fr", 1) else day, month=MONTHS[tongue][month - 1], year=year)


def short_date(year: int, month: int, day: int, language: str) -> str:
    """A day in figures."""
    language = language.casefold()
    form = _SHORT.get(language) or _SHORT.get(language.partition("-")[0], "{year}-{month:02d}-{day:02d}")
    return form.format(year=year, month=month, day=day)
