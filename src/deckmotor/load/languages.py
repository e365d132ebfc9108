"""A deck in other languages: `languages/en.yaml` beside it has a translation for each text of the deck and of its layers.

Texts are put in their places before any layer is laid, so all that comes after knows nothing of it. A text is known by its
group (the head, a slide, a layer) and the way to it (`bullets.2`, or the id of an item). What it was translated from is kept as
a short digest beside that of the translation, and a sketch: a text that moved is found again, within its group where it has
changed a little, too. One whose original has changed is stale until its translation changes as well.
"""

import posixpath
from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec import Struct

from deckmotor.cache import digest_of
from deckmotor.diagnostics import Diagnostic
from deckmotor.load.files import Files
from deckmotor.load.likeness import MOST_APART, apart, sketch
from deckmotor.load.walk import Walk, Way
from deckmotor.messages import problem
from deckmotor.model.tags import is_tag, language_hints
from deckmotor.nearest import closest
from deckmotor.source.ids import slide_ids
from deckmotor.source.merge import is_null, put
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence
from deckmotor.span import Span

FOLDER = "languages"

Group = tuple[str, ...]
"""Where texts belong together: `("deck",)`, `("slides", "urval")`, `("audiences", "politiker")`, `("variants", "kalix")`."""

GROUPS = {"deck": 1, "slides": 2, "audiences": 2, "each": 1, "variants": 2}
"""By the first word of a group how many words it has. `each` is `variants.yaml` itself."""

KEPT = "made_from"
"""The key of what the command `translate` keeps."""

KEYS = ("only", *GROUPS, KEPT)


class Text(Struct, frozen=True, kw_only=True):
    """A text that can be translated."""

    group: Group
    way: Way
    node: Scalar


class Line(Struct, frozen=True):
    """A line of a language's file."""

    key: Scalar
    text: Scalar


class Strings(Struct, frozen=True, kw_only=True):
    """The file of a language."""

    code: str
    path: str
    lines: dict[Group, dict[Way, Line]]
    kept: dict[Group, dict[Way, str]]
    """Digests of original and translation, as they were when `translate` last saw that they fit, and the original's sketch."""
    is_deck_alone: bool = False
    """Whether only the deck itself is made in this language, without variants and audiences."""

    def matched(self, group: Group, texts: tuple[Text, ...]) -> dict[Way, tuple[Way, Line]]:
        """By the way of each text of a group the line that translates it, and that line's own way; not where there is none.

        First come lines that were made from the text as it is, at its way or elsewhere; then those made from one that was much
        like it; then those at its way that no other has.
        """
        lines = {way: line for way, line in self.lines.get(group, {}).items() if not is_null(line.text)}
        kept = self.kept.get(group, {})
        own = {text.way: digest(text.node.text) for text in texts}
        found = {way: way for way in own if way in lines and kept.get(way, own[way]).startswith(own[way])}
        made_from: dict[str, list[Way]] = {}
        for way, mark in kept.items():
            if way in lines and way not in found:
                made_from.setdefault(mark[:DIGITS], []).append(way)
        for way in own:
            if way not in found and made_from.get(own[way]):
                found[way] = made_from[own[way]].pop(0)
        taken = {*found.values()}
        found |= _alike([text for text in texts if text.way not in found], {
            way: mark[MADE:] for way, mark in kept.items() if way in lines and way not in taken
        })  # fmt: skip
        taken = {*found.values()}
        found |= {way: way for way in own if way not in found and way in lines and way not in taken}
        return {way: (at, lines[at]) for way, at in found.items()}

    def is_stale(self, text: Text, way: Way, line: Line) -> bool:
        """Whether the original has changed, and the translation has not, since both were seen to fit."""
        mark = self.kept.get(text.group, {}).get(way)
        return (
            mark is not None
            and mark[:DIGITS] != digest(text.node.text)
            and mark[DIGITS + 1 : MADE - 1] == digest(line.text.text)
        )


def _alike(texts: list[Text], sketches: dict[Way, str]) -> dict[Way, Way]:
    """By the ways of texts those of lines that were made from texts much like them, the most alike first."""
    if not texts or not sketches or len(texts) * len(sketches) > MOST_PAIRS:
        return {}
    own = {text.way: sketch(text.node.text) for text in texts}
    pairs = [(apart(mine, theirs), way != at, way, at) for way, mine in own.items() for at, theirs in sketches.items()]
    found: dict[Way, Way] = {}
    taken: set[Way] = set()
    for _far, _elsewhere, way, at in sorted(pair for pair in pairs if pair[0] <= MOST_APART):
        if way not in found and at not in taken:
            found[way] = at
            taken.add(at)
    return found


def digest(text: str) -> str:
    """Eight digits that tell one text from another."""
    return digest_of(text.encode("utf-8", "backslashreplace"))[:DIGITS]


def mark_of(original: str, translation: str) -> str:
    """What is kept of a text and its translation."""
    return f"{digest(original)}-{digest(translation)}-{sketch(original)}"


DIGITS = 8
MADE = 2 * DIGITS + 2
"""Where the sketch begins in what is kept; older files have none."""

MOST_PAIRS = 100_000
"""Of texts and lines of a group that are compared by their sketches."""


def read_languages(files: Files, folder: str) -> dict[str, Strings]:
    """All languages that a deck has beside its own, by their tags."""
    found: dict[str, Strings] = {}
    for name in files.listed(posixpath.join(folder, FOLDER)):
        code, ending = posixpath.splitext(name)
        if ending in (".yaml", ".yml") and not name.startswith("."):
            path = posixpath.join(folder, FOLDER, name)
            node = files.read(path)
            if not is_tag(code):
                files.report("bad-language-file", Span(path), *language_hints(code), name=code)
            elif isinstance(node, Mapping):
                found[code] = _strings(files, code, path, node)
            elif node is None or is_null(node):
                found[code] = Strings(code=code, path=path, lines={}, kept={})
            else:
                files.wrong(f"the file `{path}`", "a group of keys, such as `slides:`", node)
    return found


def _strings(files: Files, code: str, path: str, node: Mapping) -> Strings:
    files.known_keys(node, KEYS, "a file of translations")
    only = node.get("only")
    if only is not None and not (isinstance(only, Scalar) and only.text == "deck"):
        files.wrong("`only:`", "`deck`, where the language is not for variants and audiences", only)
    lines: dict[Group, dict[Way, Line]] = {}
    for first, depth in GROUPS.items():
        for group, mapping in _groups(files, (first,), node.get(first), depth):
            lines[group] = {}
            for key, value in mapping.entries:
                if isinstance(value, Scalar):
                    lines[group][key.text] = Line(key, value)
                else:
                    files.wrong(f"`{key.text}`", "the translation, as a text", value)
    kept: dict[Group, dict[Way, str]] = {}
    marks = node.get(KEPT)
    for key, value in marks.entries if isinstance(marks, Mapping) else ():
        pairs = value.entries if isinstance(value, Mapping) else ()
        kept[tuple(key.text.split("/", 1))] = {way.text: mark.text for way, mark in pairs if isinstance(mark, Scalar)}
    return Strings(code=code, path=path, lines=lines, kept=kept, is_deck_alone=only is not None)


def _groups(files: Files, group: Group, node: Node | None, depth: int) -> Iterator[tuple[Group, Mapping]]:
    if node is None or is_null(node):
        return
    if not isinstance(node, Mapping):
        files.wrong(f"`{group[-1]}:`", "a group of keys", node)
    elif len(group) == depth:
        yield group, node
    else:
        for key, value in node.entries:
            yield from _groups(files, (*group, key.text), value, depth)


# Texts of nodes


def deck_texts(deck: Mapping) -> Iterator[Text]:
    """All texts of a base deck whose slides have their ids: of its head, and slide by slide."""
    yield from texts(deck, ("deck",))
    slides = deck.get("slides")
    items = slides.items if isinstance(slides, Sequence) else ()
    for slide, id in zip(items, slide_ids(items), strict=True):
        if isinstance(slide, Mapping):
            yield from texts(slide, ("slides", id))


def texts(node: Mapping, group: Group, begin: tuple[str, ...] = ()) -> Iterator[Text]:
    """All texts of a node, in order, the ways to them from a beginning on."""
    found: dict[Way, Text] = {}

    def seen(way: Way, scalar: Scalar) -> Scalar:
        found.setdefault(way, Text(group=group, way=way, node=scalar))
        return scalar

    Walk(seen).mapping(node, begin)
    yield from found.values()


def translated(node: Mapping, group: Group, strings: Strings) -> Mapping:
    """A node with the translations that there are; the same object where there is none."""

    matched = strings.matched(group, tuple(texts(node, group)))

    def instead(way: Way, scalar: Scalar) -> Scalar:
        return matched[way][1].text if way in matched else scalar

    def named(way: Way, key: Scalar) -> Scalar:
        """A key of the deck itself that a layer names, as it is translated there."""
        slide, _, block = way.partition("changes.")[2].partition(".")
        line = strings.lines.get(("slides", slide), {}).get(f"{block}.names.{key.text}")
        return key if line is None or is_null(line.text) else Scalar(line.text.text, key.span, key.quoted)

    return Walk(instead, named).mapping(node, ())


def translated_deck(deck: Mapping, strings: Strings) -> Mapping:
    """A base deck in another language."""
    made = translated(deck, ("deck",), strings)
    slides = made.get("slides")
    if isinstance(slides, Sequence):
        ids = slide_ids(slides.items)
        pairs = zip(slides.items, ids, strict=True)
        items = [translated(one, ("slides", id), strings) if isinstance(one, Mapping) else one for one, id in pairs]
        made = put(made, Scalar("slides", slides.span), Sequence(tuple(items), slides.span))
    language = made.get("language")
    span = language.span if language is not None else made.span
    return put(made, Scalar("language", span), Scalar(strings.code, span, True))


def paired(strings: Strings, wanted: Iterable[Text]) -> Iterator[tuple[Text, tuple[Way, Line] | None]]:
    """Each text with the line that translates it, and that line's way."""
    for group, some in groupby(wanted, lambda text: text.group):
        together = tuple(some)
        matched = strings.matched(group, together)
        yield from ((text, matched.get(text.way)) for text in together)


def problems_of(strings: Strings, wanted: Iterable[Text]) -> tuple[Diagnostic, ...]:
    """What is missing, stale, or translates nothing any more. No errors: what is missing is shown as it was written."""
    found: list[Diagnostic] = []
    used: set[int] = set()
    known: dict[Group, None] = {}
    for text, hit in paired(strings, wanted):
        known[text.group] = None
        if hit is None:
            found.append(problem("untranslated", text.node.span, language=strings.code, file=strings.path))
            continue
        way, line = hit
        used.add(id(line))
        if strings.is_stale(text, way, line):
            found.append(problem("stale-translation", line.text.span, language=strings.code, original=text.node.text[:80]))
    for group, lines in strings.lines.items():
        for way, line in lines.items():
            if id(line) not in used and not is_null(line.text):
                found.append(problem("unused-translation", line.key.span, hints=_renamed(group, known), way=way))
    return tuple(found)


def _renamed(group: Group, known: Iterable[Group]) -> tuple[str, ...]:
    """A hint where lines belong to a slide, an audience or a variant that is gone, and another is named nearly so."""
    names = [name for kind, *names in known if kind == group[0] for name in names]
    close = None if len(group) == 1 or group[1] in names else closest(group[1], tuple(names))
    return () if close is None else (f"there is no `{group[1]}` with a text; did you mean `{close}`?",)
