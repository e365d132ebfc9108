"""Keys that there are none of: what was probably meant, what comes nearest, where it belongs."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from deckmotor.messages import listed
from deckmotor.source.nodes import Mapping, Scalar
from deckmotor.source.traps import quoted

SYNONYMS = {
    "film": "video", "movie": "video", "videos": "video", "sound": "audio", "ljud": "audio",
    "image": "picture", "img": "picture", "bild": "picture", "photo": "picture", "foto": "picture", "src": "file",
    "path": "file", "list": "bullets", "items": "bullets", "points": "bullets", "punkter": "bullets", "ol": "numbered",
    "steps": "process numbered", "heading": "title", "header": "title", "name": "title label", "rubrik": "title",
    "titel": "title",
    "underrubrik": "subtitle", "content": "text", "body": "text", "paragraph": "text", "paragraphs": "text",
    "intro": "lead", "author": "authors by", "speaker_notes": "notes", "anteckningar": "notes", "lang": "language",
    "source": "by source caption", "källa": "by source caption", "format": "size", "template": "theme",
    "organization": "organisation",
    "cite": "by", "citation": "quote", "citat": "quote", "tabell": "table", "ul": "bullets", "q": "questions",
    "bildtext": "caption", "note": "notes", "charts": "chart",
    "formulas": "formula", "equation": "formula", "math": "formula", "latex": "formula", "formel": "formula",
    "facts": "fact", "kpi": "fact", "metric": "fact", "graph": "chart", "diagram": "chart", "plot": "chart",
    "animation": "build", "animations": "build", "animate": "build", "fragment": "build", "fragments": "build",
    "transitions": "transition", "övergång": "transition", "skip": "hidden", "hide": "hidden", "dold": "hidden",
    "qrcode": "qr", "qr_code": "qr", "qr-kod": "qr", "qrkod": "qr",
    "karta": "map", "maps": "map", "steg": "process", "timelines": "timeline", "tidslinje": "timeline",
    **dict.fromkeys(("box", "infobox", "ruta", "faktaruta", "admonition", "info", "alert"), "callout"),
    **dict.fromkeys(("tip", "tips", "warning", "varning", "law", "lag"), "callout"),
    **dict.fromkeys(("definition", "glossary", "terms", "dl", "ordlista", "begrepp"), "definitions"), "word": "term label",
    "from": "date source", "year": "date", "when": "date time", "until": "to", "datum": "date", "events": "items",
    "toc": "agenda", "contents": "agenda", "innehåll": "agenda", "dagordning": "agenda", "program": "agenda", "tid": "time",
    "codeblock": "code", "code_block": "code", "listing": "code", "snippet": "code", "source_code": "code", "kod": "code",
    "person": "people", "team": "people", "persons": "people", "personer": "people", "medarbetare": "people",
    "portrait": "picture", "mail": "contact", "email": "contact", "phone": "contact", "telefon": "contact", "roll": "role",
    "compare": "comparison", "comparisons": "comparison", "versus": "comparison", "jämförelse": "comparison",
    "partners": "logos",
    "sponsors": "logos", "logotypes": "logos", "logotyper": "logos",
    "swot": "matrix", "quadrant": "matrix", "quadrants": "matrix",
    "matris": "matrix",
    "sides": "items", "cells": "items",
    "who": "by people", "org": "hierarchy", "orgchart": "hierarchy", "tree": "hierarchy", "organisation_chart": "hierarchy",
    "column": "bars", "bar": "bars", "staplar": "bars", "lines": "line", "linje": "line", "enhet": "unit",
    "gantt": "roadmap", "färdplan": "roadmap", "tidplan": "roadmap", "milestone": "at", "circle": "cycle", "loop": "cycle",
    "cykel": "cycle", "center": "centre",
    "flowchart": "flow", "mermaid": "flow", "flöde": "flow", "edges": "arrows", "connections": "arrows", "boxes": "nodes",
    "images": "pictures", "photos": "pictures", "bilder": "pictures", "gallery": "pictures", "galleri": "pictures",
}  # fmt: skip
"""What people write for a key, where the letters alone would not lead there: the first word that is a key there."""

_LOOKS = "how slides look is the theme's; nearest is `layout:`, or another `theme:` in the deck's head"
_SHOWN = "nearest is a `table:`, or a `picture:` of it"
_PLAYED = "nearest is a link in a text: `[film](https://…)`"
_ONE_BY_ONE = "nearest is `build:`, which has things come at a click each"

NOT_YET: dict[str, str] = {
    **dict.fromkeys(("footnote", "reference", "references", "bibliography"), "nearest is `footnotes:`, or `sources:`"),
    **dict.fromkeys(("embed", "iframe"), _PLAYED),
    **dict.fromkeys(("smartart", "mindmap", "kanban"), _SHOWN),
    **dict.fromkeys(
        ("calendar", "schedule"),
        "nearest is `agenda:`, `timeline:`, `roadmap:`, or a `table:` with a column of dates",
    ),
    **dict.fromkeys(("icons", "emoji", "shape"), "nearest is an `icon:`"),
    **dict.fromkeys(("markdown", "md", "html"), "nearest is `text:` with marks such as `**bold**`"),
    "pause": _ONE_BY_ONE,
    **dict.fromkeys(("color", "colour", "font", "style", "class", "css", "align", "width", "height"), _LOOKS),
    **dict.fromkeys(("logotype",), "a logo is `logo:` in the deck's head, or in its theme"),
    **dict.fromkeys(("footers", "page_number"), "the foot of all pages is `footer:` in the deck's head"),
    "checklist": "nearest is `bullets:`",
    **dict.fromkeys(("poll", "quiz", "survey"), "nearest is `questions:`"),
    "button": "nearest is a link in a text: `[text](https://…)`",
}
"""What many look for and is not there yet, and what comes nearest. A key that is there is never looked up here."""


OF_HEAD = (
    "allow", "authors", "commissioned_by", "ignore", "logo", "organisation", "theme", "variables",
)  # fmt: skip
"""Keys of the deck's head that are written on slides."""


def key_hints(key: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """What was probably meant by a key, what comes nearest to it, or the keys that there are."""
    if key in OF_HEAD and _is_of_slides(known) and SYNONYMS.get(key, "") not in known:
        return (f"`{key}:` stands in the deck's head, above `slides:`",)
    meant = meant_key(key, known)
    if meant:
        return (f"did you mean `{meant}`?",)
    nearest = NOT_YET.get(key.lower()) if _is_of_slides(known) else None
    return (f"there is no `{key}` yet; {nearest}",) if nearest else listed(known)


def _is_of_slides(known: tuple[str, ...]) -> bool:
    return "title" in known or "bullets" in known


@lru_cache(maxsize=1_000)  # Variants have the same wrong keys, thousands of times.
def meant_key(key: str, known: tuple[str, ...], nearness: float = 0.6) -> str | None:
    """The known key that was probably meant, or None. What is known not to be there is not guessed at by its letters."""
    for meant in SYNONYMS.get(key.lower(), "").split():
        if meant in known:
            return meant
    if key.lower() in NOT_YET and _is_of_slides(known):
        return None
    import difflib  # Only on the way of an error: 4 ms of start-up.

    return next(iter(difflib.get_close_matches(key, known, n=1, cutoff=nearness)), None)


def comma_hints(node: Mapping, at: int) -> tuple[str, ...]:
    """What to do about a key that is the rest of a text cut by a comma: `{title: Hej, du}`. Empty where it is none."""
    name, value = node.entries[at]
    in_braces = node.span.start < node.entries[0][0].span.start
    if not at or not in_braces or not (isinstance(value, Scalar) and value.is_null):
        return ()
    parts = [name]
    for key, after in node.entries[at + 1 :]:
        if not (isinstance(after, Scalar) and after.is_null):
            break
        parts.insert(0, key)
    for key, before in reversed(node.entries[:at]):
        if not isinstance(before, Scalar) or before.quoted:
            return ()
        if not before.is_null:
            whole = "".join((before.text, *_cut(before, parts[::-1])))
            hint = "between braces a comma ends the value"
            return (f"{hint}; put the text in quotes: {key.text}: {quoted(whole)}",) if len(whole) < 100 else (hint,)
        parts.append(key)
    return ()


def _cut(first: Scalar, parts: list[Scalar]) -> Iterator[str]:
    """The parts of a text that commas have cut, with these, and the space after them where one is written."""
    for before, part in pairwise((first, *parts)):
        yield ("," if part.span.start - before.span.end == 1 else ", ") + part.text
