"""Good line breaks: what belongs together stays on one line, and a word that is too long breaks where a reader would.

Characters are added only at the breaks that need them, in the run that is drawn: no-break spaces where a line would have
ended inside `12 mars`, a soft hyphen where a line ends inside a compound. The deck's own text is not changed.
"""

import re
from collections.abc import Callable, Iterator, Sequence
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

SHORT = {
    "bg": "във към над под при със без или как",
    "cs": "pro při nad pod bez před přes nebo ale jak aby kde",
    "da": "der det den for fra med mod men når og som til ved har kan skal efter over under eller",
    "de": "am an auf aus bei das dem den der des die ein eine für hat im in ist mit nach nur oder sich um und uns vom von "
    "vor wie zu zum zur über",
    "el": "και στο στη την τον της του των τις τους από για που στον στην στα στις",
    "en": "a an and are as at but by can for from has how if in into its not of on or our per than that the their to via "
    "was who why with",
    "es": "los las una uno del con por para que sin sus como sobre entre",
    "et": "kui ning või",
    "fi": "ei eli en ja jos kuin kun me mutta on se sen tai vai",
    "fr": "les des une aux par sur pour dans que qui avec sans sous chez mais son ses leur est",
    "hr": "nad pod bez ili kao kod",
    "hu": "egy hogy vagy mint",
    "it": "gli una uno del dei della delle dello con per tra fra che nel nella sul sulla dal dalla come",
    "nb": "der det den for fra med mot men når som til ved har kan skal etter over under eller",
    "nl": "een het van voor met naar bij aan uit over door dat die den der maar zijn hun",
    "pl": "nad pod dla bez oraz lub ale jak czy przez przed przy",
    "pt": "uma dos das com por para que sem nos nas aos como sobre entre",
    "ro": "din pentru prin sau care",
    "ru": "для при над под без про или что как",
    "sk": "pre pri nad pod bez pred cez alebo ale ako aby kde",
    "sl": "nad pod brez ali kot pri",
    "sv": "att av den det dem dess din ditt där ett för från han hon hos hur här inför inom kan med men min mitt mot "
    "nog när och om oss per samt ska som till tog ur utan vad vem vid vår vårt än är åt över under eller inte mellan",
    "uk": "для при над під без про або",
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
"""Languages whose nouns have capitals."""

LEAST_LETTERS, MOST_LETTERS = 6, 100
"""Shorter words are never hyphenated, and longer ones are none of any language."""


ADDRESS = r"[/@\\]|\w[._]\w"
"""What addresses and names of files have and words do not: a hyphen inside would seem to be a part of them."""


INNER = r"[^\W\d_]\d|\d[^\W\d_]|[a-zåäöéü][A-ZÅÄÖÉÜ]"
"""What names of products and firms have, and words do not: figures, or a capital inside (`CampusVarberg`)."""


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
    from deckmotor.compose.together import together  # Most slides have no number at all.

    for match in together(language).finditer(text):
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
    alone_letters = [end for end in ends if is_letter(text[:end].rstrip(" ").rpartition(" ")[2])]
    onward = list(dict.fromkeys([*joined, *(at for end in alone_letters for at in _onward(text, end, short))]))
    longer, further = len(chained) > len(joined), len(onward) > len(joined)
    for places in (chained if longer else [], joined, *alone, onward if further else []):
        if places:
            yield _with(paragraph, dict.fromkeys(places, NO_BREAK_SPACE))


def _chain(text: str, end: int, short: frozenset[str]) -> Iterator[int]:
    """Where short words stand before the one that ends a line: they would end it in its place."""
    at = text.rfind(" ", 0, end - 1)
    while at > 0 and _ends_short(text, at + 1, short):
        yield at
        at = text.rfind(" ", 0, at)


def _onward(text: str, begin: int, short: frozenset[str]) -> Iterator[int]:
    """What follows the short words that begin a line: joined with one before them they may end that in its place."""
    at = text.find(" ", begin)
    while at > 0 and is_short(text[begin:at], short):
        yield at
        begin = at + 1
        at = text.find(" ", begin)


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


def is_letter(word: str) -> bool:
    """Whether a word is one small letter, which is lost at the end of a line: even a ragged paragraph is better than that."""
    return len(word) == 1 and word.islower()


def last_words(part: Paragraph) -> Iterator[str]:
    """The last word of each line but the last."""
    return (part.text[:end].rstrip(" ").rpartition(" ")[2] for end in ends_of(part.lines)[:-1])


@cache
def short_words(language: str) -> frozenset[str]:
    """The words of a language that no line should end with."""
    return frozenset(SHORT.get(language.partition("-")[0].lower(), "").split())


def hyphenated(
    paragraphs: Sequence[Paragraph], broken: Sequence[str], is_named: Callable[[str], bool] | None = None
) -> tuple[Paragraph, ...] | None:
    """The paragraphs with soft hyphens at every place where the broken words may break; None where none may.

    A hyphen in code would seem to be a part of it, and so would one in a name. `is_named` says of a word that begins a
    sentence whether it is one.
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
                    if _is_name(text, begin, word, paragraph.language, is_named):
                        continue
                    places |= {begin + at - 1: text[begin + at - 1] + SOFT_HYPHEN for at in _places(word, paragraph.language)}
        changed = changed or bool(places)
        result.append(_with(paragraph, places) if places else paragraph)
    return tuple(result) if changed else None


def _is_name(text: str, at: int, word: str, language: str, is_named: Callable[[str], bool] | None) -> bool:
    """Whether the word that begins there seems to be a name: its first letter is a capital, though no sentence begins.

    Or one does, and the word has its capital elsewhere too.
    """
    first = re.compile(r"[^\W_]").search(text, at)
    if first is None or not first[0].isupper() or says_nothing(language):
        return False
    return not begins_sentence(text[: first.start()]) or (is_named is not None and is_named(word))


def says_nothing(language: str) -> bool:
    """Whether a capital says nothing about a name in a language: all its nouns have one."""
    return language.partition("-")[0].lower() in GERMAN


def begins_sentence(before: str) -> bool:
    """Whether a sentence begins after a text."""
    before = before.rstrip(" (”“\"'«»„" + NO_BREAK_SPACE)
    return not before or before[-1] in ".!?:\n"


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
