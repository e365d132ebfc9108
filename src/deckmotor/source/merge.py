"""New values for old ones in a slide: what a layer's `changes:` do to the keys and items of a slide."""

from deckmotor.diagnostics import Diagnostic
from deckmotor.messages import nearest, problem
from deckmotor.source.describe import describe, hints_for_list
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence


def changed_slide(slide: Mapping, change: Mapping, problems: list[Diagnostic]) -> Mapping:
    """The slide with a variant's change: mappings are merged, all else is replaced; `order:` puts the keys in order."""
    order = change.get("order")
    changed = merged(slide, put(change, Scalar("order", change.span), Scalar("", change.span)), problems)
    if (title := change.get("title")) is not None and is_null(title) and slide.get("title") is not None:
        # It stays as an empty one, so that a slide that needs a title can tell where it lost it.
        changed = Mapping((*changed.entries, (Scalar("title", title.span), title)), changed.span)
    return changed if order is None else _ordered(changed, order, problems)


def merged(base: Mapping, change: Mapping, problems: list[Diagnostic], of: str = "this slide") -> Mapping:
    """A mapping with new values: deep in mappings, by id in lists; `~` takes a key or an item out. Messages call it `of`."""
    if not change.entries:
        return base
    entries = {key.text: (key, value) for key, value in base.entries}
    for key, value in change.entries:
        name, old = entries.get(key.text, (key, None))
        if isinstance(value, Mapping) and isinstance(old, Mapping):
            value = merged(old, value, problems, f"this `{key.text}`")
        elif isinstance(value, Mapping) and isinstance(old, Sequence):
            value = _changed_items(old, value, problems)
        if is_null(value):
            if entries.pop(key.text, None) is None:
                hints = nearest(key.text, list(base.keys()))
                problems.append(problem("unknown-key", key.span, key=key.text, of=of, hints=hints))
        else:
            entries[key.text] = (name, value)
    return Mapping(tuple(entries.values()), base.span)


def put(mapping: Mapping, key: Scalar, value: Node) -> Mapping:
    """The mapping with a key's value replaced, or added at the end; a null value takes the key out."""
    if is_null(value):
        return Mapping(tuple(entry for entry in mapping.entries if entry[0].text != key.text), mapping.span)
    if mapping.get(key.text) is None:
        return Mapping((*mapping.entries, (key, value)), mapping.span)
    return Mapping(tuple((name, value if name.text == key.text else old) for name, old in mapping.entries), mapping.span)


def is_null(node: Node) -> bool:
    """Whether it is an empty value or a bare `~`."""
    return isinstance(node, Scalar) and node.is_null


def items_of(problems: list[Diagnostic], of: str, node: Node) -> tuple[Node, ...]:
    """The items of a list; none, and a problem, where it is none. `of` names it in the message."""
    if isinstance(node, Sequence):
        return node.items
    wrong(problems, of, "a list", node, hints_for_list(node))
    return ()


def wrong(problems: list[Diagnostic], of: str, expected: str, node: Node, hints: tuple[str, ...]) -> None:
    """Tell that something else stands where `expected` belongs."""
    problems.append(problem("wrong-type", node.span, of=of, expected=expected, found=describe(node), hints=hints))


def _changed_items(base: Sequence, change: Mapping, problems: list[Diagnostic]) -> Sequence:
    """A list whose items are changed by their ids: taken out, given another text, or merged."""
    items: list[Node] = list(base.items)
    for key, value in change.entries:
        own = [item.get("id") if isinstance(item, Mapping) else None for item in items]
        ids = [id.text if isinstance(id, Scalar) else "" for id in own]
        if not key.text or key.text not in ids:
            hints = nearest(key.text, list(filter(None, ids))) or (f"give the item that you mean `id: {key.text}`",)
            problems.append(problem("unknown-item", key.span, id=key.text, hints=hints))
            continue
        at = ids.index(key.text)
        item = items[at]
        assert isinstance(item, Mapping), "only mappings have ids"
        if is_null(value):
            del items[at]
        elif isinstance(value, Mapping):
            items[at] = merged(item, value, problems, "this item")
        elif isinstance(value, Scalar):
            items[at] = put(item, Scalar("text", value.span), value)
        else:
            wrong(problems, "a change of an item", "its new text, or a group of keys with new values", value, ())
    return Sequence(tuple(items), base.span)


def _ordered(slide: Mapping, order: Node, problems: list[Diagnostic]) -> Mapping:
    """The slide with the keys that `order` names in that order, in the places that they had. All others stay where they are."""
    wanted: list[str] = []
    for name in items_of(problems, "`order:`", order):
        if not isinstance(name, Scalar):
            wrong(problems, "an item of `order:`", "a key of the slide", name, ())
        elif slide.get(name.text) is None:
            hints = nearest(name.text, list(slide.keys()))
            problems.append(problem("unknown-key", name.span, key=name.text, of="this slide", hints=hints))
        elif name.text not in wanted:
            wanted.append(name.text)
    entries = {key.text: (key, value) for key, value in slide.entries}
    keys = list(slide.keys())
    turn = iter(wanted)
    return Mapping(tuple(entries[next(turn) if key in wanted else key] for key in keys), slide.span)
