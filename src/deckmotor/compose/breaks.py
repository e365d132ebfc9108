"""Good line breaks: what belongs together stays on one line, and a word that is too long breaks where a reader would.

Characters are added only at the breaks that need them, in the run that is drawn: a no-break space where a line would have
ended inside `12 mars`, a soft hyphen where a line ends inside a compound. The deck's own text is not changed.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from msgspec.structs import replace

from deckmotor.scene.page import Paragraph, Run
from deckmotor.typeset.flow import Flow
from deckmotor.typeset.hyphens import hyphen_places

NO_BREAK_SPACE = "\u00a0"
NO_BREAK_HYPHEN = "\u2011"
SOFT_HYPHEN = "\u00ad"

UNITS = (
    "% ‰ ° °C kr kronor mkr tkr mnkr mdkr SEK EUR euro € $ £ km m cm mm mil ha g kg ton l dl h tim timmar min s år mån "
    "dagar veckor poäng hp st sidor MB GB px pt years days hours months weeks points million miljoner miljarder tusen procent "
    "percent Prozent Jahre Tage Stunden Mio. vuotta päivää tuntia euroa prosenttia"
)
"""Words that stay with the number before them."""

MONTHS = (
    "januari februari mars april maj juni juli augusti september oktober november december "
    "January February March April May June July August September October November December "
    "Januar Februar März Mai Juni Juli Oktober Dezember tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta "
    "kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta "
    "jan feb mar apr jun jul aug sep sept okt nov dec"
)
"""Words that stay with the day before them."""

BEFORE_NUMBERS = "nr s. sid. kap. § §§ ca ca. cirka kl kl. No. no. p. pp. ch. Nr. S. Kap. fig. tab. bil."
"""Words that stay with the number after them."""

LEAST_LETTERS = 6
"""Shorter words are never hyphenated."""


ADDRESS = re.compile(r"[/@\\]|\w[._]\w")
"""What addresses and names of files have and words do not: a hyphen inside would seem to be a part of them."""


@cache
def _together() -> re.Pattern[str]:
    """What no line may break inside. Made when first needed: most slides have no number at all."""
    either, months, before = (
        "|".join(sorted(map(re.escape, words.split()), key=len, reverse=True)) for words in (UNITS, MONTHS, BEFORE_NUMBERS)
    )
    number = r"\d[\d.,]*(?: \d{3})*"
    return re.compile(
        r"(?<!\w)(?:\d+[A-ZÅÄÖ]*|[A-ZÅÄÖ]{1,5}\d*)-\w+"
        rf"|(?<!\w)\d{{1,2}}\.? (?:{months})(?!\w)(?: \d{{4}})?"
        rf"|(?<!\w)(?:(?:{before}) )?{number}(?: (?:{either})(?!\w))?"
    )


def kept_together(paragraphs: Sequence[Paragraph], measured: Flow) -> tuple[Paragraph, ...] | None:
    """The paragraphs with no-break characters where a line ended inside what belongs together; None where none did."""
    if max(map(len, measured.paragraphs), default=0) < 2:
        return None
    changed = False
    result = []
    for paragraph, lines in zip(paragraphs, measured.paragraphs, strict=True):
        places: dict[int, str] = {}
        if len(lines) > 1:
            text = "".join(run.text for run in paragraph.runs)
            ends = [line.end for line in lines[:-1]]
            places = dict(_bad_breaks(text, ends))
        changed = changed or bool(places)
        result.append(_with(paragraph, places) if places else paragraph)
    return tuple(result) if changed else None


def _bad_breaks(text: str, ends: Sequence[int]) -> Iterator[tuple[int, str]]:
    """The characters before bad breaks, by their index, and what takes their place."""
    if "-" not in text and not any(map(str.isdigit, text)):
        return
    for match in _together().finditer(text):
        for end in ends:
            if match.start() < end < match.end():
                if text[end - 1] == " ":
                    yield end - 1, NO_BREAK_SPACE
                elif text[end - 1] == "-":
                    yield end - 1, NO_BREAK_HYPHEN


def glued(text: str) -> str:
    """The text with no-break spaces in all that belongs together."""
    return _together().sub(lambda match: match[0].replace(" ", NO_BREAK_SPACE), text) if " " in text else text


def hyphenated(paragraphs: Sequence[Paragraph], broken: Sequence[str]) -> tuple[Paragraph, ...] | None:
    """The paragraphs with soft hyphens at every place where the broken words may break; None where none may.

    A hyphen in code would seem to be a part of it.
    """
    changed = False
    result = []
    for paragraph in paragraphs:
        text = "".join("\n" * len(run.text) if run.style.font_role is None else run.text for run in paragraph.runs)
        places: dict[int, str] = {}
        for word in sorted(set(broken)):
            if len(word) >= LEAST_LETTERS:
                for begin in _occurrences(text, word):
                    places |= {begin + at - 1: text[begin + at - 1] + SOFT_HYPHEN for at in _places(word, paragraph.language)}
        changed = changed or bool(places)
        result.append(_with(paragraph, places) if places else paragraph)
    return tuple(result) if changed else None


def only_needed(paragraphs: Sequence[Paragraph], measured: Flow) -> tuple[Paragraph, ...]:
    """The paragraphs without the soft hyphens that no line ends at."""
    result = []
    for paragraph, lines in zip(paragraphs, measured.paragraphs, strict=True):
        text = "".join(run.text for run in paragraph.runs)
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
        if len(lines) > 1 and any(run.link is not None for run in paragraph.runs):
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
    if ADDRESS.search(word):
        return []
    return [
        part.start() + at
        for part in re.finditer(r"[^\W\d_]+", word)
        if len(part[0]) >= LEAST_LETTERS
        for at in hyphen_places(part[0], language)
    ]


def _with(paragraph: Paragraph, places: dict[int, str]) -> Paragraph:
    """The paragraph with some characters, by their index in all its text, replaced."""
    runs = []
    at = 0
    for run in paragraph.runs:
        text = "".join(places.get(at + index, character) for index, character in enumerate(run.text))
        at += len(run.text)
        runs.append(run if text == run.text else replace(run, text=text))
    return replace(paragraph, runs=tuple(runs))
