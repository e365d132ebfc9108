"""Keys that there are none of: what was probably meant, what comes nearest, where it belongs."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from deckmotor.messages import listed
from deckmotor.source.nodes import Mapping, Scalar
from deckmotor.source.quotes import quoted

SYNONYMS = {
    "film": "video", "movie": "video", "videos": "video", "sound": "audio", "ljud": "audio",
    "image": "picture", "img": "picture", "bild": "picture", "photo": "picture", "foto": "picture", "src": "file",
    "path": "file", "list": "bullets", "items": "bullets", "points": "bullets", "punkter": "bullets", "ol": "numbered",
    "steps": "process numbered", "heading": "title", "header": "title heading", "name": "title label",
    "rubrik": "title heading", "titel": "title",
    "span": "columns", "colspan": "columns", "rowspan": "rows",
    "underrubrik": "subtitle", "content": "text", "body": "text", "paragraph": "text", "paragraphs": "text",
    "intro": "lead", "author": "authors by", "speaker_notes": "notes", "anteckningar": "notes", "lang": "language",
    "språk": "language", "sprak": "language",
    "source": "by source caption", "källa": "by source caption", "format": "size", "template": "theme",
    "organization": "organisation",
    "cite": "by", "citation": "quote", "citat": "quote", "tabell": "table", "ul": "bullets", "q": "questions",
    "bildtext": "caption", "note": "notes", "charts": "chart",
    "formulas": "formula", "equation": "formula", "math": "formula", "latex": "formula", "formel": "formula",
    "facts": "fact", "kpi": "fact", "metric": "fact", "graph": "chart", "diagram": "chart", "plot": "chart",
    "incremental": "build", "stegvis": "build",
    "animation": "build", "animations": "build", "animate": "build", "fragment": "build", "fragments": "build",
    "transitions": "transition", "övergång": "transition", "skip": "hidden", "hide": "hidden", "dold": "hidden",
    "qrcode": "qr", "qr_code": "qr", "qr-kod": "qr", "qrkod": "qr",
    "karta": "map", "maps": "map", "steg": "process", "timelines": "timeline", "tidslinje": "timeline",
    **dict.fromkeys(("box", "infobox", "ruta", "faktaruta", "admonition", "info", "alert"), "callout"),
    **dict.fromkeys(("tip", "tips", "warning", "varning", "law", "lag"), "callout"),
    **dict.fromkeys(("definition", "glossary", "terms", "dl", "ordlista", "begrepp"), "definitions"), "word": "term label",
    "from": "date source by", "year": "date", "when": "date time", "until": "to", "datum": "date", "events": "items",
    "toc": "agenda", "contents": "agenda", "innehåll": "agenda", "dagordning": "agenda", "program": "agenda", "tid": "time",
    "codeblock": "code", "code_block": "code", "listing": "code", "snippet": "code", "source_code": "code", "kod": "code",
    "person": "people", "team": "people", "persons": "people", "personer": "people", "medarbetare": "people",
    "portrait": "picture", **dict.fromkeys(("mail", "email", "phone", "telefon"), "contact text"), "roll": "role",
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
    **dict.fromkeys(("x_axis", "x-axis", "xaxis", "xlabel"), "x"),
    **dict.fromkeys(("y_axis", "y-axis", "yaxis", "ylabel"), "y"),
    "columns": "x", "rows": "y",
    "images": "pictures", "photos": "pictures", "bilder": "pictures", "gallery": "pictures", "galleri": "pictures",
}  # fmt: skip
"""What people write for a key, where the letters alone would not lead there: the first word that is a key there."""

GERMAN = {
    "überschrift": "title heading", "untertitel": "subtitle", "inhalt": "text agenda", "absatz": "text",
    **dict.fromkeys(("aufzählung", "aufzählungen", "stichpunkte", "liste"), "bullets items"), "punkte": "bullets points items",
    **dict.fromkeys(("nummeriert", "nummerierung"), "numbered"), **dict.fromkeys(("spalten", "spalte"), "columns"),
    "datei": "file", "tabelle": "table", "zeilen": "rows", "diagramm": "chart", "balken": "bars", "linie": "line",
    **dict.fromkeys(("ablauf", "prozess", "schritte"), "process items"), "kreislauf": "cycle", "fluss": "flow",
    **dict.fromkeys(("zeitstrahl", "zeitleiste", "zeitachse"), "timeline"), "fahrplan": "roadmap",
    **dict.fromkeys(("vergleich", "gegenüberstellung"), "comparison"), "organigramm": "hierarchy",
    "zitat": "quote", "von": "by from", "bis": "to", "quelle": "source by caption", "quellen": "sources",
    **dict.fromkeys(("fußnoten", "fussnoten"), "footnotes"), **dict.fromkeys(("notizen", "sprechernotizen"), "notes"),
    "abschnitt": "section", **dict.fromkeys(("titelfolie", "deckblatt"), "cover"),
    **dict.fromkeys(("abschluss", "schluss", "schlussfolie"), "closing"), "fragen": "questions",
    **dict.fromkeys(("inhaltsverzeichnis", "tagesordnung"), "agenda"), "zeit": "time", "sprache": "language",
    **dict.fromkeys(("autor", "autoren", "verfasser"), "authors by"), **dict.fromkeys(("hinweis", "kasten"), "callout"),
    "karte": "map", "orte": "places", **dict.fromkeys(("kennzahl", "kennzahlen", "zahl"), "fact value"), "wert": "value",
    **dict.fromkeys(("bildunterschrift", "beschriftung"), "caption"), **dict.fromkeys(("begriffe", "glossar"), "definitions"),
    "begriff": "term", "personen": "people", "rolle": "role", "folien": "slides", "vorlage": "theme", "einheit": "unit",
    "hintergrund": "background", "hervorheben": "highlight", "einleitung": "lead", "farbe": "fill", "ereignis": "text",
}  # fmt: skip
"""What people write for a key in German: for hints, as below."""

OF_ITEMS = {
    **GERMAN,
    "type": "kind", "variant": "kind", "definition": "text",
    **dict.fromkeys(("description", "desc", "beskrivning"), "text alt caption label"),
    "alt": "name", "alttext": "alt name", "alt_text": "alt name", "company": "name", "namn": "name",
    "logotyp": "file", "logo": "file", "image_file": "file", "url": "address link file", "address": "file", "link": "address",
    **dict.fromkeys(("meaning", "explanation", "betydelse", "förklaring", "händelse", "ämne", "code"), "text"),
    **dict.fromkeys(("event", "task", "activity", "aktivitet", "item", "topic"), "text label term"),
    **dict.fromkeys(("step", "stage", "phase"), "label text"), "name": "term heading by",
    "title": "label role heading name term text", "heading": "label name term", "header": "label name",
    "label": "title heading name caption text role",
    **dict.fromkeys(("speaker", "presenter", "talare", "ansvarig", "vem"), "by"), "klockan": "time", "date": "at from",
    "start": "from date time", "begin": "from", "begins": "from", "börjar": "from", "från": "from", "startdate": "from date",
    **dict.fromkeys(("end", "ends", "slut", "slutar", "till", "stop"), "to"),
    **dict.fromkeys(("tracks", "track", "streams", "workstreams", "swimlanes", "spår", "teams"), "lanes"), "lane": "name lanes",
    **dict.fromkeys(("quarters", "years", "months", "weeks", "perioder", "terminer", "sprints", "time"), "periods"),
    **dict.fromkeys(("children", "reports", "subordinates", "below", "barn", "units", "content"), "items bullets"),
    **dict.fromkeys(("sub", "nested", "subitems", "sublist", "underpunkter", "undernivå"), "bullets items"),
    **dict.fromkeys(("members", "team", "persons"), "items"),
    **dict.fromkeys(("entries", "elements", "words", "options", "rows", "columns", "steps", "bars"), "items arrows"),
    "points": "items arrows places", "list": "points items", "bullets": "points items", "items": "points arrows lanes",
    **dict.fromkeys(("file", "image", "picture", "img", "path", "src", "color", "colour", "färg"), "fill"),
    **dict.fromkeys(("opacity", "veil", "overlay", "dim"), "scrim"),
    "källa": "sources", **dict.fromkeys(("källor", "referenser"), "sources"), "fotnoter": "footnotes", "fotnot": "footnotes",
    "bygg": "build", **dict.fromkeys(("talarstöd", "talarmanus", "manus", "speakernotes"), "notes"),
    **dict.fromkeys(("avsnitt", "kapitel", "chapter", "part"), "section"), **dict.fromkeys(("omslag", "framsida"), "cover"),
    **dict.fromkeys(("avslutning", "slutsida", "thanks", "ending"), "closing"), "frågor": "questions", "spalter": "columns",
    "ingress": "lead", "lista": "bullets items", "numrerad": "numbered", "platser": "places", "affisch": "poster",
    "av": "by", "punkt": "text", **dict.fromkeys(("punktlista", "todo", "todos"), "bullets items"),
    **dict.fromkeys(("kpis", "metrics", "stats", "nyckeltal"), "fact"),
    **dict.fromkeys(("presenter_notes", "notes_text", "comment", "comments"), "notes"),
    "år": "date", "href": "link address", "fil": "file", "ikon": "icon mark",
    **dict.fromkeys(("icon", "icons", "marker", "markers", "symbol"), "mark"),
    "today": "now", "idag": "now",
    **dict.fromkeys(("low", "high", "levels"), "steps"),
    "edge": "arrow", "connection": "arrow", "links": "arrows", "pilar": "arrows", "noder": "nodes", "rutor": "nodes",
    **dict.fromkeys(("thumbnail", "preview", "cover_image"), "poster"), "subtitles": "captions", "undertexter": "captions",
    **dict.fromkeys(("bg", "backdrop", "bakgrund", "background_image"), "background"),
    **dict.fromkeys(("job", "befattning"), "role"), "position": "place role",
    **dict.fromkeys(("number", "figure", "amount", "tal"), "value"), "text": "caption label points",
    "quote": "text", **dict.fromkeys(("attribution", "who_said"), "by"),
    **dict.fromkeys(("cities", "towns", "municipalities", "markers", "locations", "kommuner", "orter", "städer"), "places"),
    **dict.fromkeys(("aspect_ratio", "aspect", "ratio", "aspectratio", "bildformat"), "size"), "contact": "text",
    **dict.fromkeys(("region", "county", "län"), "zoom"), "two_columns": "columns",
    **dict.fromkeys(("tel", "e-post", "epost"), "contact"), "page": "number", "page_number": "number", "pages": "slides",
    **dict.fromkeys(("avatar", "headshot", "porträtt"), "picture"),
    **dict.fromkeys(("middle", "mitten", "core"), "centre"),
    **dict.fromkeys(("emphasis", "focus", "markera", "marked"), "highlight"),
    **dict.fromkeys(("line_numbers", "linenos", "line_number", "radnummer"), "numbers"),
}  # fmt: skip
"""The same where others of its keys stand beside them, or for a hint: alone, they may be what a text begins with."""

_LOOKS = "how slides look is the theme's; nearest is `layout:`, or another `theme:` in the deck's head"
_SHOWN = "nearest is a `table:`, or a `picture:` of it"
_PLAYED = "nearest is a link in a text: `[film](https://…)`"
_ONE_BY_ONE = "nearest is `build:`, which has things come at a click each"

NOT_YET: dict[str, str] = {
    **dict.fromkeys(
        ("footnote", "reference", "references", "bibliography"),
        "nearest is `footnotes: {1: …}`, named `[^1]` in a text, or `sources:`",
    ),
    **dict.fromkeys(("embed", "iframe"), _PLAYED),
    **dict.fromkeys(("smartart", "mindmap", "kanban"), _SHOWN),
    **dict.fromkeys(
        ("calendar", "schedule"),
        "nearest is `agenda:`, `timeline:`, `roadmap:`, or a `table:` with a column of dates",
    ),
    **dict.fromkeys(("icons", "emoji", "shape"), "nearest is an `icon:`"),
    **dict.fromkeys(("markdown", "md", "html"), "nearest is `text:` with marks such as `**bold**`"),
    "pause": _ONE_BY_ONE,
    **dict.fromkeys(
        (
            "color",
            "colour",
            "colors",
            "colours",
            "palette",
            "font",
            "style",
            "class",
            "_class",
            "css",
            "align",
            "width",
            "height",
        ),
        _LOOKS,
    ),
    **dict.fromkeys(("logotype",), "a logo is `logo:` in the deck's head, or in its theme"),
    **dict.fromkeys(("footers", "page_number"), "the foot of all pages is `footer:` in the deck's head"),
    **dict.fromkeys(
        ("number", "slide_number", "slidenumber", "sidnummer"), "write `footer: {number: false}`, or `footer: none`"
    ),
    "checklist": "nearest is `bullets:`",
    **dict.fromkeys(("poll", "quiz", "survey"), "nearest is `questions:`"),
    "button": "nearest is a link in a text: `[text](https://…)`",
}
"""What many look for and is not there yet, and what comes nearest. A key that is there is never looked up here."""


OF_HEAD = (
    "allow", "authors", "commissioned_by", "ignore", "logo", "organisation", "theme", "variables",
)  # fmt: skip
"""Keys of the deck's head that are written on slides."""


@lru_cache(maxsize=1_000)  # Variants have the same wrong keys, thousands of times.
def key_hints(key: str, known: tuple[str, ...], written: tuple[str, ...] = ()) -> tuple[str, ...]:
    """What was probably meant by a key, what comes nearest to it, or the keys that there are. What is written is not meant."""
    if key in OF_HEAD and _is_of_slides(known) and SYNONYMS.get(key, "") not in known:
        return (f"`{key}:` stands in the deck's head, above `slides:`",)
    whole, dot, _ = key.partition(".")
    if dot and whole in known and _is_of_slides(known):
        return (f"only translations name items so; a layer changes one by its `id:`, as in `{whole}: {{that-id: …}}`",)
    meant = meant_key(key, left(known, written))
    if meant:
        return (f"did you mean `{meant}`?",)
    nearest = NOT_YET.get(key.lower())
    nearest = nearest if _is_of_slides(known) or (nearest is _LOOKS and "only" in known) else None
    if nearest:
        return (f"there is no `{key}` yet; {nearest}",)
    there = meant_key(key, known)
    return (f"did you mean `{there}`, which is there already?",) if there else listed(known)


def could_mean(key: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The known keys that may be meant by a key: by its sense, else by its letters."""
    meant = tuple([word for word in dict.fromkeys(_synonyms(key)) if word in known])
    near = None if meant else meant_key(key, known)
    return (near,) if near else meant


def _synonyms(key: str) -> list[str]:
    plain = key.lower()
    if plain not in SYNONYMS and plain not in OF_ITEMS:
        plain = plain.replace("-", "_").replace(" ", "_")
    return f"{SYNONYMS.get(plain, '')} {OF_ITEMS.get(plain, '')}".split()


def left(known: tuple[str, ...], written: tuple[str, ...]) -> tuple[str, ...]:
    """The keys that are not written yet: no key may stand twice."""
    return tuple([key for key in known if key not in written])


def _is_of_slides(known: tuple[str, ...]) -> bool:
    return "bullets" in known or "slides" in known


@lru_cache(maxsize=1_000)  # Variants have the same wrong keys, thousands of times.
def meant_key(key: str, known: tuple[str, ...], nearness: float = 0.65, *, is_key: bool = True) -> str | None:
    """The known key that was probably meant, or None. What is known not to be there is not guessed at by its letters.

    `is_key` says whether it is surely meant as one.
    """
    if key.lower() in known:
        return key.lower()
    for meant in _synonyms(key) if is_key else SYNONYMS.get(key.lower(), "").split():
        if meant in known:
            return meant
    if key.lower() in NOT_YET:
        nearness = 0.9 if not _is_of_slides(known) else 1.0
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
