"""Where it all comes from: a page made of the sources of all slides (`sources: all`), a list like any other.

So it is fitted, split and read aloud as one. Each source stands there once, at the place of the first slide that names it,
and leads to that slide where it does not lead elsewhere.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from deckmotor.model.blocks import Bullets
from deckmotor.model.deck import Slide
from deckmotor.model.items import ListItem
from deckmotor.model.reading import Reading
from deckmotor.model.text import Text, TextRun
from deckmotor.model.walk import parts_of

ALL = "all"
"""What asks for them."""

SOURCES = {
    "bg": ("Източник", "Източници"), "cs": ("Zdroj", "Zdroje"), "da": ("Kilde", "Kilder"), "de": ("Quelle", "Quellen"),
    "el": ("Πηγή", "Πηγές"), "en": ("Source", "Sources"), "es": ("Fuente", "Fuentes"), "et": ("Allikas", "Allikad"),
    "fi": ("Lähde", "Lähteet"), "fr": ("Source", "Sources"), "ga": ("Foinse", "Foinsí"), "hr": ("Izvor", "Izvori"),
    "hu": ("Forrás", "Források"), "is": ("Heimild", "Heimildir"), "it": ("Fonte", "Fonti"), "lt": ("Šaltinis", "Šaltiniai"),
    "lv": ("Avots", "Avoti"), "mt": ("Sors", "Sorsi"), "nb": ("Kilde", "Kilder"), "nl": ("Bron", "Bronnen"),
    "nn": ("Kjelde", "Kjelder"), "no": ("Kilde", "Kilder"), "pl": ("Źródło", "Źródła"), "pt": ("Fonte", "Fontes"),
    "ro": ("Sursă", "Surse"), "ru": ("Источник", "Источники"), "sk": ("Zdroj", "Zdroje"), "sl": ("Vir", "Viri"),
    "sv": ("Källa", "Källor"), "tr": ("Kaynak", "Kaynaklar"), "uk": ("Джерело", "Джерела"),
}  # fmt: skip
"""The word before a source and before several, by language."""

_WORDS = sorted({word for pair in SOURCES.values() for word in pair}, key=len, reverse=True)
_NAMED = rf"(?i)\s*(?:{'|'.join(_WORDS)})\s*:\s*"
"""How a caption begins that says where something comes from."""

_NAME = r"(?:(?!\s*[,:;(–—\n]|\.\s*$|\.\s+[^\W\d_a-zåäöæøü]).)+"
"""What a source is called, before the first sign: that alone leads somewhere, so that the rest stays quiet."""


class SourceList(Bullets, frozen=True, kw_only=True, tag="sources"):
    """The collected sources: a list that is known by what was typed."""


def source_word(language: str, *, several: bool) -> str:
    """The word before a source, or before several."""
    return SOURCES.get(language.partition("-")[0].lower(), SOURCES["en"])[several]


def collects(slide: Slide) -> bool:
    """Whether a slide is to show the sources of all others."""
    return len(slide.sources) == 1 and slide.sources[0].plain == ALL


def with_sources(slides: Sequence[Slide], reading: Reading) -> tuple[Slide, ...]:
    """The slides, those that ask for it with the list of all sources."""
    items = tuple(_items(slides))
    made = []
    for slide in slides:
        if collects(slide):
            (asked,) = slide.sources
            if not items:
                reading.report("sources-none", asked.span)
            blocks = (*slide.blocks, SourceList(items=items, span=asked.span)) if items else slide.blocks
            slide = replace(slide, blocks=blocks, sources=())
        made.append(slide)
    return tuple(made)


def _items(slides: Sequence[Slide]) -> Iterator[ListItem]:
    """The sources in the order of the slides; those of hidden slides are left out, as nobody sees what they are for."""
    seen: set[str] = set()
    for slide in slides:
        if slide.hidden or collects(slide):
            continue
        for text in (*slide.sources, *_in_blocks(slide)):
            text = without_word(text)
            key = " ".join(text.plain.split()).rstrip(".").casefold()
            if key and key not in seen:
                seen.add(key)
                yield ListItem(text=_linked(text, f"#{slide.id}"), span=text.span)


def _in_blocks(slide: Slide) -> Iterator[Text]:
    """What charts, maps and numbers say of their source, and captions that begin with that word."""
    for block in slide.blocks:
        for part in parts_of(block):
            source, caption = getattr(part, "source", None), getattr(part, "caption", None)
            if isinstance(source, Text):
                yield source
            if isinstance(caption, Text) and re.match(_NAMED, caption.plain):
                yield caption


def without_word(text: Text) -> Text:
    """A source without the word for it, where it begins with that in any language."""
    if not text.runs or not (found := re.match(_NAMED, text.runs[0].text)):
        return text
    first = replace(text.runs[0], text=text.runs[0].text[found.end() :])
    return replace(text, runs=(*((first,) if first.text else ()), *text.runs[1:]))


def _linked(text: Text, to: str) -> Text:
    """The source with its name leading to its slide; as it is where it leads somewhere."""
    if any(run.link is not None for run in text.runs):
        return text
    runs: list[TextRun] = []
    for at, run in enumerate(text.runs):
        found = None if at else re.match(_NAME, run.text)
        if found is None:
            runs.append(run)
            continue
        rest = run.text[found.end() :]
        runs += (replace(run, text=found[0], link=to), *((replace(run, text=rest),) if rest else ()))
    return replace(text, runs=tuple(runs))
