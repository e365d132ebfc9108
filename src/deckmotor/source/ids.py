"""Every slide has an id: written, or made from its title. Variants, links and diffs refer to it."""

import re
import unicodedata
from collections.abc import Iterable

from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence

_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i"})
"""Letters that are no plain letter with a mark, so that Unicode does not take them apart."""

_TITLED = ("title", "section", "closing")
"""Keys whose text is the slide's title, the first that is there."""


def slug(text: str) -> str:
    """A text as an id or file name: `Med vilka?` is `med-vilka`. Empty where the text has neither letters nor digits.

    Letters lose their marks (å and ä are a, ö is o); other scripts stay as they are. Addresses of links, names of
    footnotes and commands in formulas are left out.
    """
    if not text.isascii():
        apart = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
        text = unicodedata.normalize("NFC", "".join([char for char in apart if char.isascii() or _is_seen(char)]))
    if "[^" in text:
        text = re.sub(r"\[\^[^\[\]\s]+\]", "", text)
    if "](" in text:
        text = re.sub(r"\]\([^)]*\)", "", text)
    if "$" in text and "\\" in text:
        text = re.sub(r"\$[^$]+\$", lambda formula: re.sub(r"\\[A-Za-z]+", " ", formula[0]), text)
    return re.sub(r"[\W_]+", "-", text.lower()).strip("-")


def _is_seen(character: str) -> bool:
    """Whether it is neither a mark on a letter nor a sign that only says how others are set, as a soft hyphen does."""
    return not (unicodedata.combining(character) or unicodedata.category(character) == "Cf")


def slide_ids(slides: Iterable[Node]) -> list[str]:
    """The id of each slide, in order. Written ids stand as they are; made ones give way: `vad`, `vad-2`.

    An item that is no slide at all (no mapping) has the id "".
    """
    slides = list(slides)
    written = [_written(slide) for slide in slides]
    taken = set(written)
    last: dict[str, int] = {}
    ids = []
    for slide, own in zip(slides, written, strict=True):
        if own or not isinstance(slide, Mapping):
            ids.append(own)
        else:
            ids.append(free_id(_made(slide), taken, last))
            taken.add(ids[-1])
    return ids


def name_slides(slides: Sequence) -> Sequence:
    """The slides with their ids in them, so that a later change of a title changes no id. The rest stays as it is."""
    ids = slide_ids(slides.items)
    items = tuple(_named(slide, id) for slide, id in zip(slides.items, ids, strict=True))
    return slides if all(a is b for a, b in zip(items, slides.items, strict=True)) else Sequence(items, slides.span)


def free_id(base: str, taken: set[str], last: dict[str, int]) -> str:
    """The id itself, or with the first number (from 2) that makes it one of its own.

    `last` remembers the number each base has come to, so that of 10,000 slides with one title not each begins at 2.
    """
    if base not in taken:
        return base
    number = last.get(base, 1) + 1
    while f"{base}-{number}" in taken:
        number += 1
    last[base] = number
    return f"{base}-{number}"


def _written(slide: Node) -> str:
    own = slide.get("id") if isinstance(slide, Mapping) else None
    return own.text if isinstance(own, Scalar) and not own.is_null else ""


def _made(slide: Mapping) -> str:
    title = _title(slide)
    if title is not None and (made := slug(title.text)):
        return made
    return next((key.text for key, _ in slide.entries if key.text in ("cover", "section", "closing")), "slide")


def _title(slide: Mapping) -> Scalar | None:
    for key in _TITLED:
        value = slide.get(key)
        if isinstance(value, Mapping):
            value = value.get("title")
        if isinstance(value, Scalar) and not value.is_null:
            return value
    return None


def _named(slide: Node, id: str) -> Node:
    if not isinstance(slide, Mapping) or slide.get("id") is not None:
        return slide
    span = (_title(slide) or slide).span
    return Mapping(((Scalar("id", span), Scalar(id, span)), *slide.entries), slide.span)
