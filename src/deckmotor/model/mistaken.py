"""What is said of keys and shapes that are not the language's, by what belongs there. Loaded with a first mistake."""

import re
from collections.abc import Callable
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.model.blocks import PAGE_KEYS, Closing, Column, Cover, Section
from deckmotor.model.cures import (
    as_pair,
    column_of,
    first_line_of,
    meant_choice,
    named,
    of_choice,
    of_key,
    of_shape,
    without_space,
)
from deckmotor.model.deck import Slide
from deckmotor.model.diagrams import Unit
from deckmotor.model.flows import Named
from deckmotor.model.kinds import ChoiceKind, DecimalKind, FlagKind, ListKind, NumberKind, TextKind, WordKind
from deckmotor.model.panels import MatrixCell, Side
from deckmotor.model.plan import Plan
from deckmotor.model.reading import Reading, is_blank
from deckmotor.model.records import block_kind
from deckmotor.model.roadmaps import Bar
from deckmotor.model.sequences import Event, Point, Step
from deckmotor.model.typed import shown, texts_of, typed
from deckmotor.model.unknown import NOT_YET, OF_HEAD, comma_hints, could_mean, key_hints, left, meant_key
from deckmotor.model.words import one_of, shortened
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence
from deckmotor.source.quotes import quoted

FEW_KEYS = 12
"""As many keys are named to one who wrote a list."""

MOST_LOOKED_AT, MOST_MEANT = 50, 20
"""Keys beside a wrong one that are looked at, and wrong ones above it of which it is asked what they mean."""


ELSEWHERE: dict[tuple[type[Struct], str], tuple[str, ...]] = {
    (cls, key): (f"write `{key}:` beside `{block}:`, on the slide itself",)
    for cls, block, keys in (
        (Cover, "cover", ("title", "subtitle", "notes", "id", "background")),
        (Section, "section", ("subtitle", "notes", "id", "language", "background")),
        (Closing, "closing", ("subtitle", "notes", "id", "language", "background")),
    )
    for key in keys
} | {
    (Slide, "link"): ("in a text it is `[text](https://…)`; a `picture:` has one of its own",),
    (Slide, "by"): ("it belongs to a `quote:`, which is not there or has one",),
    (Slide, "caption"): ("it belongs to a `picture:` or `table:`, which is not there or has one",),
    (Slide, "alt"): ("it belongs to a `picture:`, `chart:` or `map:`, which is not there or has one",),
    (Slide, "source"): ("where all of a slide comes from is `sources:`; below a `picture:` or `table:` it is `caption:`",),
}
"""Keys that people write in a block or beside it, and where they belong."""

WITHIN = {
    ("closing", "text"): "lines below it are written within: `closing: {title: …, text: …}`",
    ("cover", "text"): "lines on the cover are written within: `cover: {credits: …}`",
    ("cover", "lead"): "a line below the title is `subtitle:`",
    ("section", "lead"): "a line below the title is `subtitle:`",
    ("closing", "lead"): "a line below the title is `subtitle:`",
}
"""What is said instead of blocks on pages that stand alone."""

LIGHTS = ("highlight", "highlighted", "lit", "active", "current", "emphasis", "focus", "marked", "selected")
LIT: dict[type[Struct], tuple[str, str]] = {
    **dict.fromkeys((Step, Unit), ("label", "items")),
    **dict.fromkeys((Side, MatrixCell), ("title", "items")),
    Event: ("date", "items"),
    Point: ("text", "items"),
    Bar: ("text", "lanes"),
    Named: ("name", "nodes"),
}
"""Things of which a block lights one: by which of their keys it names it, and what this stands beside."""


def within(alone: str, key: str) -> str:
    """What to do about a block that stands beside what should stand alone on its slide."""
    return WITHIN.get((alone, key), "give it a slide of its own")


def elsewhere(plan: Plan, key: str) -> tuple[str, ...]:
    """Where a key belongs that stands in the wrong place; empty where that is not known."""
    return ELSEWHERE.get((plan.cls, key), ())


def key_cures(plan: Plan, name: Scalar, child: Node, node: Mapping) -> tuple[str, ...]:
    """What was meant by a key; what it may say, where that is a choice of words and another one stands there."""
    if plan.cls is Column and len(node.entries) == 1 and name.text.lower() in Column.sides:
        return (f"its place in the list says where a column stands: - {column_of(name, child)}",)
    if own := of_key(plan.cls.__name__, name.text, child, node):
        return own
    if name.text.lower() in LIGHTS and plan.cls in LIT:
        by, beside = LIT[plan.cls]
        thing = node.get(by)
        named = quoted(thing.text) if isinstance(thing, Scalar) else "…"
        return (f"what is lit is named once: `{{highlight: {named}, {beside}: […]}}`",)
    meant = meant_here(plan, name, child, node)
    is_heading = plan.cls is Column and len(node.entries) == 1 and name.text not in Column.no_names
    if is_heading and (meant is None or not _takes(plan, meant, child)):
        return (f"write it so: - {column_of(name, child)}",)
    if meant is not None and not _takes(plan, meant, child):
        whole = shown(", ".join(texts_of(child))) or "…"
        return (f"one text belongs there: `{meant}: {whole}`",)
    hints = (f"did you mean `{meant}`?",) if meant else key_hints(name.text, plan.keys, written(plan, name, node))
    meant = meant or meant_key(name.text, plan.keys)
    if plan.cls is Slide and meant in plan.blocks:
        alone = next((key for key in PAGE_KEYS if node.get(key) is not None), meant)
        if alone != meant:
            return (WITHIN.get((alone, meant)) or f"it is `{meant}:`; {within(alone, meant)}",)
    kind = plan.fields[meant].kind if meant in plan.fields else None
    if not isinstance(kind, ChoiceKind) or not isinstance(child, Scalar) or child.text in kind.values:
        return hints
    word = meant_choice(child.text, kind.values)
    return (f"write `{meant}: {word}`" if word else f"`{meant}:` says {kind.expected}",)


def meant_here(plan: Plan, name: Scalar, child: Node, node: Mapping) -> str | None:
    """The key that was probably meant by one in its group: none that stands there, and rather one that is missing."""
    names = _names(name, node)
    at = names.index(name.text) if name.text in names else len(names)
    if (name.text in OF_HEAD or "." in name.text) and plan.blocks:
        return None
    taken = _taken(plan.keys, plan.required, names, at)
    free, after = left(plan.keys, taken), _unknown(names[at + 1 :], plan.keys)
    meant = _meaning(name.text, free, left(plan.required, taken), after)
    if meant is not None or not isinstance(child, Scalar) or name.text.lower() in NOT_YET:
        return meant
    needed = left(plan.required, (*taken, *_claimed(after, free)))
    return needed[0] if len(needed) == 1 and len(names) > 1 and _takes(plan, needed[0], child) else None


def _names(name: Scalar, node: Mapping) -> tuple[str, ...]:
    """The keys of a group in the file of one of them. A layer's take the place of the deck's."""
    file = name.span.file
    return tuple([other.text for other, _ in node.entries[:MOST_LOOKED_AT] if other.span.file == file])


def written(plan: Plan, name: Scalar, node: Mapping) -> tuple[str, ...]:
    """The keys beside a key in its own file, and what is meant by those above it."""
    names = _names(name, node)
    return _taken(plan.keys, plan.required, names, names.index(name.text) if name.text in names else len(names))


@lru_cache(maxsize=1_000)  # Variants have the same wrong keys, thousands of times.
def _taken(known: tuple[str, ...], required: tuple[str, ...], names: tuple[str, ...], before: int) -> tuple[str, ...]:
    """Keys, and what is meant by those that stand before one of them."""
    taken = list(names)
    for other in _unknown(names[:before], known)[:MOST_MEANT]:
        there, after = tuple(taken), _unknown(names[names.index(other) + 1 :], known)
        taken.append(_meaning(other, left(known, there), left(required, there), after) or other)
    return tuple(taken)


def _unknown(names: tuple[str, ...], known: tuple[str, ...]) -> list[str]:
    return [name for name in names if name not in known]


def _meaning(key: str, free: tuple[str, ...], needed: tuple[str, ...], after: list[str]) -> str | None:
    """What is meant by a key: rather one that must be there, and nothing that a key after it alone can mean."""
    claimed = _claimed(after, free)
    rest, needed = left(free, claimed), left(needed, claimed)
    meant = could_mean(key, rest)
    if len(needed) == 1 and (needed[0] in meant or (not meant and claimed)):
        return needed[0]
    return meant_key(key, rest if meant else free)


def _claimed(after: list[str], free: tuple[str, ...]) -> tuple[str, ...]:
    """What keys mean that can mean nothing else."""
    return tuple([words[0] for other in after if len(words := could_mean(other, free)) == 1])


def _takes(plan: Plan, key: str, child: Node) -> bool:
    """Whether a key may have what stands there: of a text or a number only the shape is asked."""
    field = plan.fields.get(key)
    return isinstance(child, Scalar) or field is None or not isinstance(field.kind, _ONE_VALUE)


_ONE_VALUE = (TextKind, WordKind, NumberKind, DecimalKind, FlagKind, ChoiceKind)
"""Kinds that take a text alone."""


def untold(missing: list[str], unknown: list[tuple[str, tuple[str, ...]]]) -> list[str]:
    """The keys that are missing, but those that are only misspelt, or named by what is said of wrong ones."""
    said = " ".join(hint for _, hints in unknown for hint in hints if not hint.startswith("there are"))
    return [
        key
        for key in missing
        if not re.search(rf"\b{re.escape(key)}\b", said)
        and not any(meant_key(other, (key,)) for other, _ in unknown[:MOST_LOOKED_AT])
    ]


def read_as_meant(plan: Plan, name: Scalar, child: Node, node: Mapping, reading: Reading) -> None:
    """Tell at once what is wrong below a misspelt key, so that nobody who mends it meets the next mistake."""
    meant = meant_here(plan, name, child, node)
    if meant is not None and meant_key(name.text, (meant,), 0.75) is None:
        return
    field = plan.fields.get(meant or "")
    if field is not None and not isinstance(field.kind, ChoiceKind) and not is_blank(child):
        field.kind.read(child, field.of, reading)
    elif meant in plan.blocks:
        block_kind(meant).read(child, f"`{meant}`", reading)


def thing_cures(plan: Plan, thing: Plan, node: Mapping) -> tuple[str, ...]:
    """What to write where the keys of one thing stand in place of the list of these."""
    kind = plan.short.kind if plan.short is not None else None
    noun, few = (kind.noun, kind.few if kind.least > 1 else "") if isinstance(kind, ListKind) else ("thing", "")
    own = [(name, child) for name, child in node.entries if name.text in thing.keys or name.text not in plan.keys]
    meant = [(replace(name, text=meant_key(name.text, thing.keys) or name.text), child) for name, child in own]
    one = typed(Mapping(tuple(meant), node.span))
    return (f"begin each {noun} with a hyphen and a space: - {one}", *((few,) if few else ()))


def cut_by_comma(node: Mapping, of: str, reading: Reading) -> bool:
    """Tell which of the texts of a list in braces commas have cut: `{2022: Start, and more, 2023: …}`; whether any."""
    cut = [(name, hints) for at, (name, _) in enumerate(node.entries) if (hints := comma_hints(node, at))]
    told: tuple[str, ...] = ()
    for name, hints in cut:
        if hints != told:
            reading.report("unknown-key", name.span, hints, key=name.text, of=of)
            told = hints
    return bool(cut)


def shape_cures(plan: Plan, node: Node) -> tuple[str, ...]:
    """What to write where a list or a group of keys stands in place of an item, or of a block; empty where nothing is known."""
    if own := of_shape(plan.cls.__name__, node):
        return own
    if plan.pair is None:
        return ()
    if type(node) is Sequence:
        return as_pair(node, plan.pair) if plan.below is None else ()
    return (
        (as_pair(node, plan.pair) or named(node, plan.pair, plan.keys))
        if type(node) is Mapping and len(node.entries) == 1
        else ()
    )


def record_hints(plan: Plan, node: Node, example: Callable[[str], str]) -> tuple[str, ...]:
    """How to write what the first key of a group of keys takes."""
    if plan.pair and not plan.blocks and type(node) is Scalar:
        so = example(node.text)
        begin = f"write a colon after it, and then its `{plan.pair[1]}`" if so.endswith(": …") else "write a key with its value"
        return (f"{begin}: `{so}`",)
    if type(node) is Sequence and len(plan.keys) <= FEW_KEYS:
        return (f"its keys are {one_of(plan.keys)}",)
    key = "title" if "title" in plan.fields else "text" if "text" in plan.blocks else None
    if type(node) is Scalar and node.quoted and node.text.partition(":")[0] in plan.keys:
        return (f"leave out the quotes: `{shortened(first_line_of(node))}`",)
    if key and type(node) is Scalar:
        if spaced := without_space(node, plan.keys):
            return (spaced,)
        if node.text.strip() == "cover":  # The only one that needs nothing.
            return ("write a colon after it, and a pair of braces: `cover: {}`",)
        if node.text.strip() in plan.blocks:
            return (f"write a colon after it, and then what it says: `{node.text.strip()}: …`",)
        return (f"did you mean `{key}: {shortened(node.text)}`?",)
    if type(node) is Scalar and node.text.strip() in ("true", "yes", "ja", "on") and not plan.required:
        return ("write `{}`",)
    return shape_cures(plan, node) if type(node) is Scalar else ()


def own_cures(plan: Plan, node: Node) -> tuple[str, ...]:
    """What to write for a shape that is told for this kind alone."""
    return of_shape(plan.cls.__name__, node)


def choice_cures(plan: Plan, node: Node) -> tuple[str, ...]:
    """What to write where a word of a choice was taken for a key."""
    choices = {key: field.kind.values for key, field in plan.fields.items() if isinstance(field.kind, ChoiceKind)}
    if not choices or plan.short is None:
        return ()
    return of_choice(node, choices, plan.short.key)
