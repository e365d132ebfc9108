"""Good line breaks: what belongs together stays on one line, and a word that is too long breaks where a reader would.

Characters are added only at the breaks that need them, in the run that is drawn: no-break spaces where a line would have
ended inside `12 mars`, a soft hyphen where a line ends inside a compound. The deck's own text is not changed.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from msgspec.structs import replace

from deckmotor.scene.page import Paragraph, Run, TextItem, ends_of, widths_of
from deckmotor.typeset.flow import Flow

NO_BREAK_SPACE = "\u00a0"
NO_BREAK_HYPHEN = "\u2011"
SOFT_HYPHEN = "\u00ad"

LONGER = 1.012
"""How much longer than ours the lines of a program may be that measures a little otherwise."""

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

SHORT = {
    "sv": "att av den det dem dess din ditt där ett för från han hon hos hur här inför inom kan med men min mitt mot "
    "nog när och om oss per samt ska som till tog ur utan vad vem vid vår vårt än är åt över under eller inte mellan",
    "en": "a an and are as at but by can for from has how if in into its not of on or our per than that the their to via "
    "was who why with",
    "de": "am an auf aus bei das dem den der des die ein eine für hat im in ist mit nach nur oder sich um und uns vom von "
    "vor wie zu zum zur über",
    "fi": "ei eli en ja jos kuin kun me mutta on se sen tai vai",
}
SHORTEST = 2
"""By language the short words that no line should end with, as they belong to what follows; in all, words of so few letters."""

LONG_ENOUGH = 0.7
"""A line that gave a word to the next may end with a short one where it is this share of the longest at least."""

LEAST_LAST = 0.3
"""A last line is this share of the longest at least, where words of the line before can join it."""

MOST_JOINED = 2
"""How many words may."""

MOST_ALONE = 3
"""Where no more lines than this end badly, each is mended alone if not all can be."""

MOST_REPAIRS = 4
"""Keeping words together moves the breaks after them, so it is looked at again; longer chains are left as they are."""

GERMAN = ("de", "lb")
"""Languages whose nouns have capitals: there a capital says nothing about a name."""

LEAST_LETTERS, MOST_LETTERS = 6, 100
"""Shorter words are never hyphenated, and longer ones are none of any language."""


ADDRESS = r"[/@\\]|\w[._]\w"
"""What addresses and names of files have and words do not: a hyphen inside would seem to be a part of them."""


INNER = r"[^\W\d_]\d|\d[^\W\d_]|[a-zåäöéü][A-ZÅÄÖÉÜ]"
"""What names of products and firms have, and words do not: figures, or a capital inside (`CampusVarberg`)."""


@cache
def _together(language: str) -> re.Pattern[str]:
    """What no line may break inside, in a language. Made when first needed: most slides have no number at all."""
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


may_belong = re.compile(r"[\d-]").search
"""Whether a text holds a character that all of that does."""


def needs_care(paragraphs: Sequence[Paragraph], measured: Flow) -> bool:
    """Whether there may be anything in paragraphs that these rules are for, but for the ends of lines (`well_ended`)."""
    for paragraph, lines in zip(paragraphs, measured.paragraphs, strict=True):
        runs = paragraph.runs
        if len(runs) != 1 or runs[0].link is not None or SOFT_HYPHEN in runs[0].text:
            return True
        if len(lines) > 1 and may_belong(runs[0].text):
            return True
    return False


def kept_together(paragraphs: Sequence[Paragraph], measured: Flow) -> tuple[Paragraph, ...] | None:
    """The paragraphs with no-break characters where a line ended inside what belongs together; None where none did."""
    if max(map(len, measured.paragraphs), default=0) < 2:
        return None
    changed = False
    result = []
    for paragraph, lines in zip(paragraphs, measured.paragraphs, strict=True):
        places: dict[int, str] = {}
        if len(lines) > 1:
            ends = [line.end for line in lines[:-1]]
            places = dict(_bad_breaks(paragraph.text, ends, paragraph.language))
        changed = changed or bool(places)
        result.append(_with(paragraph, places) if places else paragraph)
    return tuple(result) if changed else None


def _bad_breaks(text: str, ends: Sequence[int], language: str) -> Iterator[tuple[int, str]]:
    """The characters before bad breaks, by their index, and what takes their place."""
    if not may_belong(text):
        return
    for match in _together(language).finditer(text):
        inside = [end - 1 for end in ends if match.start() < end < match.end()]
        yield from ((at, NO_BREAK_HYPHEN) for at in inside if text[at] == "-")
        if any(text[at] == " " for at in inside):  # At once: one after the other they would take a repair each.
            yield from ((at, NO_BREAK_SPACE) for at in range(match.start(), match.end()) if text[at] == " ")


def well_ended(paragraph: Paragraph, width: int) -> Iterator[Paragraph]:
    """The paragraph with no-break spaces after short words that end lines, and a lonely last word; nothing where all is well.

    The best way comes first: where short words follow each other all of them join the next line, then the last one alone, and
    at last those of one line only.
    `width` is that of its longest line. The one who asks sees to it that the paragraph takes no more lines than before.
    """
    if len(paragraph.lines) < 2 or paragraph.has_links:  # Those are cut where lines end: `links_cut`.
        return
    text, last = paragraph.text, ends_of(paragraph.lines)[-2]
    short = short_words(paragraph.language)
    ends = [end for end in ends_of(paragraph.lines)[:-1] if text[end - 1] == " " and _ends_short(text, end, short)]
    chains = {end - 1: [end - 1, *_chain(text, end, short)] for end in ends}
    joined = list(chains)
    if widths_of(paragraph.lines)[-1] < LEAST_LAST * width and text[last - 1] == " ":
        left = text[last:].strip().replace(NO_BREAK_SPACE, " ").split(" ")
        joined += [last - 1] if len(left) <= MOST_JOINED and last - 1 not in chains else []
    chained = list(dict.fromkeys([*joined, *(at for chain in chains.values() for at in chain)]))
    alone = [chains.get(at, [at]) for at in joined] if 1 < len(joined) <= MOST_ALONE else []
    for places in (chained if len(chained) > len(joined) else [], joined, *alone):
        if places:
            yield _with(paragraph, dict.fromkeys(places, NO_BREAK_SPACE))


def _chain(text: str, end: int, short: frozenset[str]) -> Iterator[int]:
    """Where short words stand before the one that ends a line: they would end it in its place."""
    at = text.rfind(" ", 0, end - 1)
    while at > 0 and _ends_short(text, at + 1, short):
        yield at
        at = text.rfind(" ", 0, at)


def joined_in_vain(paragraph: Paragraph) -> bool:
    """Whether a line ends with a short word that was to join the next, and took the one before it along instead.

    Or ends with the word before that one, and is a short line among longer ones now: that is no better than before.
    """
    text = paragraph.text
    if NO_BREAK_SPACE not in text:
        return False
    short, widths = short_words(paragraph.language), widths_of(paragraph.lines)
    long = LONG_ENOUGH * max(widths) if len(widths) > 2 else 0
    for end, width in zip(ends_of(paragraph.lines)[:-1], widths, strict=False):
        if width < long and NO_BREAK_SPACE in text[end:].partition(" ")[0] and _ends_short(text, end, short):
            return True
        last = text[:end].rstrip(" ").rpartition(" ")[2]
        if NO_BREAK_SPACE in last and _ends_short(last.replace(NO_BREAK_SPACE, " ") + " ", len(last) + 1, short):
            return True
    return False


def _ends_short(text: str, end: int, short: frozenset[str]) -> bool:
    """Whether a line that breaks after a space ends with a short word that belongs to the next, and is more than that."""
    if text[end - 1] != " ":
        return False
    stop = end - 1 if text[end - 2] != " " else len(text[:end].rstrip(" "))
    begin = text.rfind(" ", 0, stop) + 1
    return begin > 0 and is_short(text[begin:stop], short)


def is_short(word: str, short: frozenset[str]) -> bool:
    """Whether a word is one that no line should end with."""
    word = word.lstrip("(")
    return word.isalpha() and (word.lower() in short or (len(word) <= SHORTEST and word.islower()))


@cache
def short_words(language: str) -> frozenset[str]:
    """The words of a language that no line should end with."""
    return frozenset(SHORT.get(language.partition("-")[0].lower(), "").split())


def glued(text: str, language: str) -> str:
    """The text with no-break spaces in all that belongs together."""
    return _together(language).sub(lambda match: match[0].replace(" ", NO_BREAK_SPACE), text) if " " in text else text


def hyphenated(paragraphs: Sequence[Paragraph], broken: Sequence[str]) -> tuple[Paragraph, ...] | None:
    """The paragraphs with soft hyphens at every place where the broken words may break; None where none may.

    A hyphen in code would seem to be a part of it, and so would one in a name.
    """
    changed = False
    result = []
    for paragraph in paragraphs:
        if paragraph.is_name:
            result.append(paragraph)
            continue
        text = "".join("\n" * len(run.text) if run.style.font_role is None else run.text for run in paragraph.runs)
        places: dict[int, str] = {}
        for word in sorted(set(broken)):
            if len(word) >= LEAST_LETTERS:
                for begin in _occurrences(text, word):
                    if _is_name(text, begin, paragraph.language):
                        continue
                    places |= {begin + at - 1: text[begin + at - 1] + SOFT_HYPHEN for at in _places(word, paragraph.language)}
        changed = changed or bool(places)
        result.append(_with(paragraph, places) if places else paragraph)
    return tuple(result) if changed else None


def _is_name(text: str, at: int, language: str) -> bool:
    """Whether the word that begins there seems to be a name: its first letter is a capital, though no sentence begins."""
    first = re.compile(r"[^\W_]").search(text, at)
    if first is None or not first[0].isupper() or language.partition("-")[0].lower() in GERMAN:
        return False
    before = text[: first.start()].rstrip(" (”“\"'«»„" + NO_BREAK_SPACE)
    return bool(before) and before[-1] not in ".!?:\n"


def only_needed(paragraphs: Sequence[Paragraph], measured: Flow) -> tuple[Paragraph, ...]:
    """The paragraphs without the soft hyphens that no line ends at."""
    result = []
    for paragraph, lines in zip(paragraphs, measured.paragraphs, strict=True):
        text = paragraph.text
        if SOFT_HYPHEN not in text:
            result.append(paragraph)
            continue
        ends = {line.end - 1 for line in lines[:-1]}
        places = {at: "" for at, character in enumerate(text) if character == SOFT_HYPHEN and at not in ends}
        result.append(_with(paragraph, places) if places else paragraph)
    return tuple(result)


def links_cut(paragraphs: Sequence[Paragraph], measured: Flow) -> tuple[Paragraph, ...] | None:
    """The paragraphs with links cut where lines end inside them; None where none do.

    LibreOffice sets a link as one thing: on a line of its own where the rest of a line is too short for it, and broken in
    the middle of words where that is too. Cut where it breaks anyway, it breaks there in every program.
    """
    changed = False
    result = []
    for paragraph, lines in zip(paragraphs, measured.paragraphs, strict=True):
        if len(lines) > 1 and paragraph.has_links:
            runs = tuple(_cut_at(paragraph.runs, {line.end for line in lines[:-1]}))
            changed = changed or len(runs) > len(paragraph.runs)
            paragraph = replace(paragraph, runs=runs)
        result.append(paragraph)
    return tuple(result) if changed else None


def _cut_at(runs: Sequence[Run], ends: set[int]) -> Iterator[Run]:
    """The runs, those of links cut at some places of the paragraph. The space that a line breaks after is no link."""
    at = 0
    for run in runs:
        begin, end = at, at + len(run.text)
        at = end
        places = sorted(place - begin for place in ends if begin < place < end) if run.link is not None else []
        for first, last in pairwise((0, *places, len(run.text))):
            text = run.text[first:last]
            word = text.rstrip(" ") if last < len(run.text) else text
            yield run if word == run.text else replace(run, text=word)
            if word != text:
                yield replace(run, text=text[len(word) :], link=None, style=replace(run.style, underline=False))


def _occurrences(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


def _places(word: str, language: str) -> list[int]:
    """After how many of a word's characters it may break."""
    if re.search(ADDRESS, word) or re.search(INNER, word):
        return []
    from deckmotor.typeset.hyphens import hyphen_places  # Few texts are so narrow.

    return [
        part.start() + at
        for part in re.finditer(r"[^\W\d_]+", word)
        if LEAST_LETTERS <= len(part[0]) <= MOST_LETTERS
        for at in hyphen_places(part[0], language)
    ]


def _with(paragraph: Paragraph, places: dict[int, str]) -> Paragraph:
    """The paragraph with some characters, by their index in all its text, replaced."""
    runs = []
    at = 0
    if len(paragraph.runs) == 1 and len(places) == 1:  # Nearly always.
        ((place, character),) = places.items()
        (run,) = paragraph.runs
        return replace(paragraph, runs=(replace(run, text=run.text[:place] + character + run.text[place + 1 :]),))
    for run in paragraph.runs:
        text, done = "", 0
        for place in sorted(index - at for index in places if at <= index < at + len(run.text)):
            text += run.text[done:place] + places[at + place]
            done = place + 1
        at += len(run.text)
        runs.append(replace(run, text=text + run.text[done:]) if done else run)
    return replace(paragraph, runs=tuple(runs))


def hyphenates(item: TextItem) -> bool:
    """Whether a line of a text ends with a hyphen that the text does not have."""
    return any(hyphens(part) for part in item.paragraphs)


def hyphens(part: Paragraph) -> int:
    """How many lines of a paragraph do."""
    return part.text.count(SOFT_HYPHEN)
