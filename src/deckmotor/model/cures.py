"""What to write instead of a shape that is not the language's. Loaded with a first mistake, and by no sound deck."""

import re
from collections.abc import Callable
from functools import lru_cache

from msgspec.structs import replace

from deckmotor.model.figures import CHART_KINDS
from deckmotor.model.typed import DASHES, as_key, each_typed, listed_so, several, shown, texts_of, typed
from deckmotor.model.words import plural, shortened
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence
from deckmotor.source.quotes import quoted

CHOICES = {
    **dict.fromkeys(("crossfade", "dissolve", "smooth", "soft", "tona", "toning", "övertoning", "fade-in", "fadein"), "fade"),
    **dict.fromkeys(("widescreen", "wide", "16x9", "16/9", "bredbild"), "16:9"),
    **dict.fromkeys(("standard", "fullscreen", "4x3", "4/3"), "4:3"),
    "true": "items fade values", "cover": "fill push", "contain": "fit", "whole": "fit", "crop": "fill", "stretch": "fill",
    **dict.fromkeys(("slide", "wipe", "reveal", "swipe", "skjut", "svep"), "push"),
    **dict.fromkeys(("magic", "magic move", "morf", "morfa"), "morph"),
    **dict.fromkeys(("off", "no", "false", "nej", "inget", "ingen", "never", "cut", "instant"), "none"),
    **dict.fromkeys(
        ("yes", "on", "ja", "1", "bullets", "numbered", "list", "lists", "points", "rows", "steps", "lines", "one-by-one",
         "one by one", "each", "click", "clicks", "on click", "on-click", "onclick", "stepwise", "fade", "appear",
         "punkter"),
        "items values",
    ),
    **dict.fromkeys(("all", "at once", "samtidigt"), "together"),
    **dict.fromkeys(("block", "columns", "boxes", "pictures"), "blocks"),
    **dict.fromkeys(("varning", "caution", "danger", "important", "attention", "obs", "alert", "viktigt"), "warning"),
    **dict.fromkeys(("info", "information", "anteckning", "notis", "notice", "fakta"), "note"),
    **dict.fromkeys(("hint", "råd", "tips", "idea", "idé"), "tip"),
    **dict.fromkeys(("lag", "legal", "regel", "rule"), "law"),
}  # fmt: skip
"""What people write for a word of a choice, where the letters alone would not lead there."""

OF_KEYS = (
    ("Axis", "low high min max", "write both ends in a list: `steps: [low, high]`"),
    ("Roadmap", "milestones milestone milstolpar", "a milestone stands in a lane: `- {text: …, at: …}`"),
    ("Flow", "direction layout orientation", "which way a flow goes is chosen by itself: take it away"),
    ("Unit", "parent boss manager over chef", "write the box among the `items:` of the one above"),
    ("Hierarchy", "label name title text", "its boxes are a list: `- {label: …, items: […]}`, or `- Name: […]`"),
    ("Video Audio", "autoplay loop start controls muted", "films and sounds play at a click: take it away"),
    ("Video Audio", "url href link", "films and sounds are files: save it beside the deck, and write its path as `file:`"),
    ("Icon", "color colour size style", "an icon has the theme's colour, and its place's size: take it away"),
    (
        "Picture", "position placement align",
        "keys of a slide stand in the order of the page: write `picture:` above the others to have it at the left",
    ),
    ("Picture", "size width height", "a picture is as large as its place; `layout: picture-full` fills the page with it"),
    ("Chart", "type kind", "its key says what a chart is: `bars: {…}`, `line: {…}`, `pie: {…}`"),
    (
        "Chart", "data labels categories x y datasets",
        "the numbers stand below what they are: `bars: {2022: 310, 2023: 355}`",
    ),
    (
        "Slide", "data labels categories series values",
        "what a chart shows stands within: `chart: {bars: {2022: 310, 2023: 355}}`",
    ),
    ("Chart", "title heading", "the slide's own `title:` says what a chart shows"),
    (
        "Slide", "bars pie line area doughnut donut scatter slope",
        "write it below `chart:`, as in `chart: {bars: {2022: 310, 2023: 355}}`",
    ),
    (
        "Slide", "left right column col1 column1",
        "what stands side by side is a list: `columns: [{bullets: […]}, {text: …}]`",
    ),
    (
        "Slide", "type kind",
        "what a slide holds says what it is: `cover: {}`, `section: …`, `bullets: […]`; `layout:` names another look",
    ),
    (
        "Column", "left right first second side",
        "its place in the list says where a column stands; in it are `heading:`, `text:`, `bullets:` …",
    ),
    ("Slide", "slide page sida", "leave it out: a slide begins with a hyphen and its first key: `- title: …`"),
    ("Slide", "format output export", "what a deck is built as is said to the command: `deckmotor build --to html`"),
    ("Table", "headers head heading titles", "the first of the `rows:` names the columns"),
    ("Section", "text lead bullets numbered lines body content", "a line below it is `subtitle:`, beside `section:`"),
    ("Closing", "bullets numbered lead lines body content items", "lines below it are its text: `text: [one line, another]`"),
    ("Cover", "text lead bullets lines body content", "a line below the title is `subtitle:`, beside `cover:`"),
    ("Cover", "author authors date organisation", "it stands in the deck's head, above `slides:`"),
    ("Head", "presentation deck meta metadata", "leave it out: `title:`, `theme:` and `slides:` begin at the left margin"),
)  # fmt: skip
"""What to do about keys that some kinds have elsewhere: the structs that they are written in, the keys, and a hint."""

_FILE = re.compile(r"\S[^\n]*\.(?:csv|tsv|txt|xlsx|xlsm)", re.IGNORECASE)
"""What a file of numbers is called."""

_NUMBER = r"[\d .,%–-]+"
"""What a number is typed with."""


def of_file(node: Node, kind: str) -> tuple[str, ...]:
    """What to write where a file is named in the place of numbers of a chart or map, alone or as a key; empty where none is."""
    if isinstance(node, Mapping):
        node = node.get("file") or node
    if not isinstance(node, Scalar) or not _FILE.fullmatch(node.text.strip()):
        return ()
    if kind == "values":
        return ("the numbers of a map stand in the deck: write each as `name: number`, as in `values: {Kalix: 12, Sala: 9}`",)
    if kind not in CHART_KINDS:
        return ()
    written = f"chart: {{file: {shown(node.text.strip())}, {kind}: …}}"
    return (f"the file has a key of its own, and `{kind}:` is its column of names: {written}",)


def of_key(record: str, key: str, child: Node, node: Mapping) -> tuple[str, ...]:
    """What to write for a key that a struct does not have, where its values say it; empty where nothing is known."""
    if record == "Arrow" and key in ("from", "to", "source", "target", "begin", "end"):
        ends = [value.text for name, value in node.entries if isinstance(value, Scalar) and name.text not in ("label", "id")]
        label = next((value.text for name, value in node.entries if name.text == "label" and isinstance(value, Scalar)), None)
        written = " -> ".join(ends) if len(ends) == 2 else "one box -> another"
        return (f"an arrow is one text: {as_key(written)}{f': {shown(label)}' if label else ''}",)
    if record == "Flow" and key in ("steps", "boxes", "items") and isinstance(child, Sequence):
        texts = [item.text for item in child.items if isinstance(item, Scalar)]
        return (f"write what leads to what: - {shortened(' -> '.join(texts), 100)}",)
    if record == "Chart" and all(isinstance(value, Scalar) and re.fullmatch(_NUMBER, value.text) for _, value in node.entries):
        return (f"the numbers stand below what they are: bars: {typed(node)}",)
    if record == "Slide" and key == "lines":
        if isinstance(child, Mapping):
            return (f"write it below `chart:`, as in `chart: {{line: {typed(child)}}}`",)
        return ("did you mean `bullets`? Lines of a text are one `text:` that begins with `|`",)
    if record == "Slide" and (hints := of_file(child, key)):
        return hints
    if record == "Slide" and key in ("author", "cite", "attribution", "source_of") and node.get("quote") is not None:
        return ("did you mean `by`?",)
    if record == "Slide" and key in ("label", "unit", "caption") and isinstance(fact := node.get("fact"), Scalar):
        label = shown(child.text) if isinstance(child, Scalar) else "…"
        return (f"write it within: fact: {{value: {shown(fact.text)}, label: {label}}}",)
    if record == "ListItem" and _has_text_for_key(child, node):
        return (f"the text has a key too, where others stand below it: - text: {as_key(key)}",)
    if record == "Map" and isinstance(child, Scalar) and re.fullmatch(_NUMBER, child.text):
        return (f"the numbers stand below `values:`: map: {{values: {typed(node)}}}",)
    if record == "Head" and key in _keys_of_slides():
        return ("it belongs to a slide: indent it as the other keys of the slide, below its first letter",)
    if record == "Slide" and key == "organisation" and not isinstance(child, Scalar):
        return ("did you mean `hierarchy`?",)
    return _of_key(record, key.lower())


def _has_text_for_key(child: Node, node: Mapping) -> bool:
    """Whether an item was typed as `- Text:`, with its `bullets:` below."""
    return isinstance(child, Scalar) and child.is_null and any(node.get(name) is not None for name in ("bullets", "numbered"))


def _keys_of_slides() -> frozenset[str]:
    from deckmotor.model.blocks import BLOCK_KEYS

    return frozenset(BLOCK_KEYS)


@lru_cache(maxsize=1_000)  # Variants have the same wrong keys, thousands of times.
def _of_key(record: str, key: str) -> tuple[str, ...]:
    return tuple([hint for records, keys, hint in OF_KEYS if record in records.split() and key in keys.split()][:1])


def meant_choice(word: str, values: tuple[str, ...]) -> str | None:
    """The word of a choice that was probably meant; None where nothing comes near."""
    from deckmotor.nearest import closest

    plain = word.strip().lower()
    meant = next((word for word in CHOICES.get(plain, "").split() if word in values), None)
    return meant if meant is not None else closest(plain, values)


def word_alone(node: Node, values: tuple[str, ...]) -> tuple[str, ...]:
    """A word that stands in braces with others, or is a list of one."""
    if isinstance(node, Scalar):
        return ()
    inner = node.items if isinstance(node, Sequence) else tuple([value for _, value in node.entries])
    words = [meant_choice(one.text, values) for one in inner if isinstance(one, Scalar)]
    return next(((f"write the word alone: {word}",) for word in words if word is not None), ())


def as_pair(node: Node, pair: tuple[str, str]) -> tuple[str, ...]:
    """What to write for a list of two where a key with its value belongs: `- [9.00, Welcome]`."""
    if isinstance(node, Mapping) and pair[0] == "arrow":
        name, below = node.entries[0]
        texts = texts_of(below)
        return (
            (f"write an arrow for each: {' and '.join(f'`- {name.text} -> {text}`' for text in texts[:4])}",) if texts else ()
        )
    if isinstance(node, Mapping) and (texts := texts_of(node.entries[0][1])):
        return (f"one text belongs to it: - {as_key(node.entries[0][0].text)}: {shown(', '.join(texts))}",)
    texts = texts_of(node)
    if len(texts) < 2:
        return ()
    if pair[0] == "arrow":
        return (f"write the arrow between them: {shortened(' -> '.join(texts), 80)}",)
    return (f"write a key with its value: {as_key(texts[0])}: {shown(', '.join(texts[1:]))}",)


def named(node: Node, pair: tuple[str, str], keys: tuple[str, ...]) -> tuple[str, ...]:
    """What to write where the keys of an item stand below its name: `Ann: {role: Chief}`."""
    from deckmotor.model.unknown import left, meant_key

    if not isinstance(node, Mapping) or len(node.entries) != 1 or not isinstance(inner := node.entries[0][1], Mapping):
        return ()
    name = node.entries[0][0].text
    free = keys if inner.get(pair[0]) is not None else left(keys, (pair[0],))
    meant = [(replace(key, text=meant_key(key.text, free) or key.text), value) for key, value in inner.entries]
    inside = tuple(each_typed(Mapping(tuple(meant), inner.span)))
    if pair[0] in [key.text for key, _ in inner.entries]:
        return (f"leave out `{shortened(name)}:`, and begin each with a hyphen: - {{{', '.join(inside)}}}",)
    return (f"its name is a key of its own: - {{{', '.join((f'{pair[0]}: {shown(name)}', *inside))}}}",)


def of_shape(record: str, node: Node) -> tuple[str, ...]:
    """What to write for a list or a group of keys in place of some blocks; empty where nothing is known."""
    if record == "Picture" and isinstance(node, Sequence) and len(node.items) > 1:
        return ("several stand below `pictures:`, each with its `file:` and `alt:`",)
    if record == "Icon" and isinstance(node, Sequence):
        return ("each icon stands at its text: `columns:` with an `icon:` in each",)
    if record == "Formula" and isinstance(node, Sequence):
        return (r"several lines are one text that begins with `|`, with `\\` at the end of each",)
    if record == "Code" and isinstance(node, Sequence):
        return ("the lines are one text that begins with `|`",)
    if record == "ListItem" and isinstance(node, Mapping):
        from deckmotor.model.nested import of_item

        return of_item(node)
    if record == "Unit" and isinstance(node, Sequence):
        return (f"a box has its name before those below it: - Name: {listed_so(tuple(_texts(node)))}",)
    if record == "Map" and isinstance(node, Sequence):
        names = [item.text for item in node.items if isinstance(item, Scalar)]
        return (f"write `places: {shortened(listed_so(tuple(names)), 80)}`",) if names else ()
    if record == "Chart" and isinstance(node, Scalar):
        return of_file(node, "bars") or ("what it shows stands below its kind: `chart: {bars: {2022: 310, 2023: 355}}`",)
    if record == "Map" and isinstance(node, Scalar):
        return ("what it shows stands below it: `map: {values: {Kalix: 12, Sala: 9}}`, or `places:`",)
    if record == "Column" and isinstance(node, Sequence):
        return (f"what stands in a column has its key: - {{bullets: {listed_so(tuple(_texts(node)))}}}",)
    if record == "Cover" and isinstance(node, Scalar):
        return (f"the cover's title is the deck's, or stands beside it: `title: {quoted(node.text)}` and `cover: {{}}`",)
    if record == "Row" and isinstance(node, Mapping):
        first, second = (", ".join(shown(one) for one in texts) for texts in _sides(node))
        return (f"a row is a list of cells: - [{first}] above all, and then - [{second}]",)
    if record == "Figure" and isinstance(node, Mapping):
        name, value = (side[0] for side in _sides(node))
        if re.match(r"\D*\d", value) and not re.match(r"\D*\d", name):
            name, value = value, name
        return (f"each number is a fact: - {{value: {shown(name)}, label: {shown(value)}}}",)
    if record == "Table" and isinstance(node, Mapping):
        names = [name.text for name, _ in node.entries]
        if len(names) == 1 and isinstance(node.entries[0][1], Sequence):
            return ("did you mean `rows`?",)
        return (f"write it by rows, the first with the names: - {listed_so(tuple(names[:6]))}",)
    return ()


def _texts(node: Sequence) -> list[str]:
    return [item.text if isinstance(item, Scalar) else "…" for item in node.items[:4]]


def _sides(node: Mapping) -> tuple[list[str], list[str]]:
    entries = [(name.text, value.text if isinstance(value, Scalar) else "…") for name, value in node.entries[:6]]
    return [name for name, _ in entries], [value for _, value in entries]


def of_choice(node: Node, choices: dict[str, tuple[str, ...]], short: str) -> tuple[str, ...]:
    """What to write where a word of a choice was taken for a key: `callout: {warning: …}`."""
    if not isinstance(node, Mapping) or len(node.entries) != 1:
        return ()
    name, value = node.entries[0]
    for key, values in choices.items():
        word = name.text.lower() if name.text.lower() in values else CHOICES.get(name.text.lower(), "")
        if word in values:
            said = shown(value.text) if isinstance(value, Scalar) and value.text else "…"
            return (f"write it so: {{{key}: {word}, {short}: {said}}}",)
    return ()


def link_of(node: Node) -> tuple[str, ...]:
    """A link that was typed as keys, where a text belongs: `{title: SCB, url: https://scb.se}`."""
    if not isinstance(node, Mapping):
        return ()
    values = {key.text.lower(): value.text for key, value in node.entries if isinstance(value, Scalar)}
    address = next((values[key] for key in ("url", "link", "href", "address") if values.get(key)), None)
    text = next((values[key] for key in ("text", "title", "name", "label", "källa", "source") if values.get(key)), None)
    if address is None or len(values) < len(node.entries):
        return ()
    return (f'a link stands in the text: "[{shortened(text or address)}]({shortened(address, 80)})"',)


def first_line_of(node: Scalar) -> str:
    """The first line of a text as it is typed, without the quotes or the sign around it."""
    raw = node.text if node.source is None else node.source.raw
    if node.quoted and not _is_in_quotes(node):
        raw = node.text
    return raw.replace("\\n", "\n").strip().strip("\"'").partition("\n")[0].strip()


def _is_in_quotes(node: Scalar) -> bool:
    return node.quoted and (node.source is None or node.source.raw[:1] in ("'", '"'))


def without_space(node: Scalar, keys: tuple[str, ...]) -> str | None:
    """What to write for a key that no colon and space stand after: `title:A`, `title = A`."""
    found = None if node.quoted else re.match(r"([\w-]+)\s?[:=]\s*(\S.*)", first_line_of(node))
    if found is None or found[1] not in keys:
        return None
    return f"after a key stand a colon and a space: `{found[1]}: {shortened(found[2], 60)}`"


_MARK = r"[-•*–·▪+→»✓o](?:(?<=[^o])\s*|\s+)(?=[^\W\d])"
"""What people type before an item of a list."""


def _cells(line: str) -> str:
    return listed_so(tuple([cell.strip() for cell in re.split(r"[|;,\t]", line) if cell.strip()]))


def _is_of_columns(key: str) -> bool:
    from deckmotor.model.blocks import COLUMN_KEYS, Column

    return key in COLUMN_KEYS or key in ("only", "except") or key in set(Column.__struct_fields__) - {"blocks", "span"}


def column_of(name: Scalar, node: Node) -> str:
    """How a column is typed that was written as a key with what stands below it: `left: [a, b]`, `Before: a`."""
    from deckmotor.model.blocks import Column

    heading = "" if name.text.lower() in Column.sides else f"heading: {shown(name.text)}, "
    if isinstance(node, Mapping):
        keys = [key for key in each_typed(node) if not heading or not key.startswith("heading:")]
        return f"{{{heading}{', '.join(keys)}}}"
    if isinstance(node, Scalar):
        return f"{{{heading}text: {shown(node.text) if node.text else '…'}}}"
    return f"{{{heading}bullets: {listed_so(tuple(_texts(node)))}}}"


def lists_so(node: Node, noun: str, least: int, example: Callable[[str], str]) -> tuple[str, ...]:
    """How a list is typed, to someone who typed a text; `example` makes an item of one."""
    begin = f"begin each {noun} with a hyphen and a space"
    if isinstance(node, Mapping) and node.entries:
        first = node.entries[0][1]
        if noun == "item" and isinstance(first, Scalar) and all(name.text.strip(".)").isdecimal() for name, _ in node.entries):
            return (f"{begin}, and leave out its number: - {shown(first.text)}",)
        if noun == "arrow" and isinstance(first, Scalar):
            return (f"{begin}: - {node.entries[0][0].text} -> {first.text}",)
        if noun == "column" and not _is_of_columns(node.entries[0][0].text):
            return (f"{begin}: - {column_of(*node.entries[0])}",)
        if isinstance(first, Mapping):
            return (f"leave out `{shortened(node.entries[0][0].text)}:`, and {begin}: - {typed(first)}",)
        return (f"{begin}: - {as_key(node.entries[0][0].text)}: {shown(first.text) if isinstance(first, Scalar) else '…'}",)
    if not isinstance(node, Scalar):
        return (begin,)
    text = node.text.strip()
    if text[:1] + text[-1:] == "()":
        text = text[1:-1]
    lines = node.text if node.quoted or node.source is None else node.source.raw
    if noun == "row" and not node.quoted and re.search(r"\S\t.*\n", lines):
        return ("write `|` after the key: rows that are copied from a sheet may then stand below it as they are",)
    if "\n" in lines.strip() or re.match(_MARK, text):
        opens = "" if not node.quoted else "the quotes" if _is_in_quotes(node) else "the sign before the lines"
        line = re.sub(rf"^(?:{_MARK}|(?:\d{{1,2}}|[a-z])[.)]\s+)", "", first_line_of(node))
        item = _cells(line) if noun == "row" else line if ": " in line else example(line)
        return (f"leave out {opens}, and {begin}: - {item}" if opens else f"{begin}: - {item}",)
    if text in ("true", "yes", "ja", "on", "auto") and noun == "point":
        return ("did you mean `agenda: sections`?",)
    if text in ("true", "yes", "ja", "on", "auto"):
        return (f"write the {plural(noun)} below it, each after a hyphen and a space",)
    if noun == "column" and text.isdecimal():
        return (f"a list in {text} columns is `layout: columns-{text}`; `columns:` lists what stands in each",)
    if noun == "row" and re.fullmatch(r"\S+\.(csv|xlsx?|tsv|txt)", text):
        return (f"write `{{file: {text}}}`",)
    ends = re.split(DASHES, text)
    if noun == "period" and len(ends) == 2:
        return (f"name each period: [{shown(ends[0])}, …, {shown(ends[1])}]",)
    parts = several(text, least)
    if parts and sum(map(len, parts)) < 200 and example(parts[0]) != parts[0]:
        return (f"write the {plural(noun)} between braces: {{{', '.join(example(part) for part in parts)}}}",)
    if parts and sum(map(len, parts)) < 200:
        return (f"write the {plural(noun)} between brackets: {listed_so(parts)}",)
    if noun == "row":
        return (f"a row is a list of cells: - [{shown(text)}, …]",)
    return (f"{begin}: - {example(text)}",) if 0 < len(text) <= 60 else (begin,)
