"""New values for old ones in a slide: what a layer's `changes:` do to the keys and items of a slide."""

from collections.abc import Callable, Iterable

from msgspec import Struct

from deckmotor.diagnostics import Diagnostic
from deckmotor.messages import MOST_PROBLEMS, nearest, problem
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence


class Form(Struct, frozen=True):
    """How a value may be written without keys: `bullets: [a, b]` is `bullets: {items: [a, b]}`."""

    short: str
    """The key that such a value fills: `items`."""
    keys: tuple[str, ...]
    """All keys of the long form."""
    alone: "Form | None" = None
    """The form of the only one of the things that it lists, which may stand for the list: `fact: 6`, `fact: {value: 6}`."""


FormOf = Callable[[str], Form | None]
"""The form of a key's value; None where it has no short one."""


def no_form(key: str) -> Form | None:
    """For nodes of which nothing is known: no key has a short form."""
    return None


def nothing_there(id: str) -> tuple[str, ...]:
    """Where nothing is known of other slides."""
    return ()


class Merging(Struct, frozen=True):
    """New values laid over old ones, what is wrong with them, and which values have two forms."""

    problems: list[Diagnostic]
    form_of: FormOf
    elsewhere: Callable[[str], tuple[str, ...]] = nothing_there
    """What to say of the id of an item that is not in its list: where it is."""

    def slide(self, slide: Mapping, change: Mapping) -> Mapping:
        """The slide with a variant's change: mappings are merged, all else is replaced; `order:` puts the keys in order."""
        order = change.get("order")
        changed = self.merged(slide, put(change, Scalar("order", change.span), Scalar("", change.span)))
        if (title := change.get("title")) is not None and is_null(title) and slide.get("title") is not None:
            # It stays as an empty one, so that a slide that needs a title can tell where it lost it.
            changed = Mapping((*changed.entries, (Scalar("title", title.span), title)), changed.span)
        return changed if order is None else _ordered(changed, order, self.problems)

    def merged(self, base: Mapping, change: Mapping, of: str = "this slide") -> Mapping:
        """A mapping with new values: deep in mappings, by id in lists; `~` takes a key or an item out. `of` is for messages."""
        if not change.entries:
            return base
        entries = {key.text: (key, value) for key, value in base.entries}
        for key, value in change.entries:
            name, old = entries.get(key.text, (key, None))
            if old is not None and alike(old, value):
                self.same(value)
            if isinstance(value, Mapping) and old is not None:
                value = self._value(key.text, old, value)
            if not is_null(value):
                entries[key.text] = (name, value)
            elif entries.pop(key.text, None) is None:
                self._unknown(key, base, of)
        return Mapping(tuple(entries.values()), base.span)

    def _value(self, key: str, old: Node, change: Mapping) -> Node:
        """A value and its change in one form: the long one, where the change has keys of it."""
        form = self.form_of(key)
        if isinstance(old, Mapping):
            if (
                form is not None
                and form.alone is not None
                and old.get(form.short) is None
                and change.get(form.short) is not None
            ):
                return change  # A list takes the place of the only one.
            if form is not None:
                change = _long(form, old.get(form.short), change)
            return self.merged(old, change, f"this `{key}`")
        ids = ids_in(old)
        names = tuple(change.keys())
        if form is not None and not is_null(old) and any(key in form.keys and key not in ids for key in names):
            long = Mapping(((Scalar(form.short, old.span), old),), old.span)
            return self.merged(long, _long(form, old, change), f"this `{key}`")
        if form is not None and form.alone is not None and isinstance(old, Scalar) and set(names) & set(form.alone.keys):
            return self.merged(Mapping(((Scalar(form.alone.short, old.span), old),), old.span), change, f"this `{key}`")
        return self._items(old, change) if isinstance(old, Sequence) else change

    def _items(self, base: Sequence, change: Mapping) -> Sequence:
        """A list whose items are changed by their ids: taken out, given another text, or merged."""
        items: dict[int, Node] = dict(enumerate(base.items))
        places = places_of(base)
        for key, value in change.entries:
            at = places.get(key.text)
            if at is None:
                self._below(items, key, value, ids_in(Sequence(tuple(items.values()), base.span)))
                continue
            item = items[at]
            assert isinstance(item, Mapping), "only mappings have ids"
            if is_null(value):
                del items[at], places[key.text]
            elif isinstance(value, Mapping):
                items[at] = self.merged(item, value, "this item")
            elif isinstance(value, Scalar):
                name = "label" if item.get("label") is not None and item.get("value") is None else "text"
                if (old := item.get(name)) is not None and alike(old, value):
                    self.same(value)
                items[at] = put(item, Scalar(name, value.span), value)
            else:
                wrong(self.problems, "a change of an item", "its new text, or a group of keys with new values", value, ())
        return Sequence(tuple(items.values()), base.span)

    def _below(self, items: dict[int, Node], key: Scalar, value: Node, ids: list[str]) -> None:
        """Change an item that stands below another, at any depth."""
        for at, item in items.items():
            if isinstance(item, Sequence) and key.text in ids_in(item):  # A row of a table, with a cell of that id.
                items[at] = self._items(item, Mapping(((key, value),), value.span))
                return
            if not isinstance(item, Mapping):
                continue
            for name, inner in item.entries:
                if isinstance(inner, Sequence) and key.text in ids_in(inner):
                    changed = self._items(inner, Mapping(((key, value),), value.span))
                    alone = not changed.items and len(item.entries) == 1  # `Library: []` is `Library`.
                    items[at] = name if alone else put(item, name, changed)
                    return
        self._unknown_item("unknown-item" if is_null(value) else "item-nowhere", key, ids)

    def same(self, value: Node) -> None:
        """Tell that a value is what stands there already."""
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(problem("same-as-before", value.span))

    def _unknown(self, key: Scalar, base: Mapping, of: str) -> None:
        if len(self.problems) < MOST_PROBLEMS:
            hints = nearest(key.text, list(base.keys()))
            self.problems.append(problem("unknown-key", key.span, key=key.text, of=of, hints=hints))

    def _unknown_item(self, code: str, key: Scalar, ids: Iterable[str]) -> None:
        if len(self.problems) < MOST_PROBLEMS:
            hints = (
                self.elsewhere(key.text) or nearest(key.text, list(ids)) or (f"give the item that you mean `id: {key.text}`",)
            )
            self.problems.append(problem(code, key.span, id=key.text, hints=hints))


def places_of(items: Sequence) -> dict[str, int]:
    """Where in a list the items stand that have an id; of two with the same the first."""
    places: dict[str, int] = {}
    for at, item in enumerate(items.items):
        id = item.get("id") if isinstance(item, Mapping) else None
        if isinstance(id, Scalar) and id.text:
            places.setdefault(id.text, at)
    return places


def ids_in(items: Node | None) -> list[str]:
    """The ids of the items of a list, and of those below them."""
    if not isinstance(items, Sequence):
        return []
    below: list[str] = []
    for item in items.items:
        if isinstance(item, Mapping):
            below += [id for _, value in item.entries for id in ids_in(value)]
        elif isinstance(item, Sequence):
            below += ids_in(item)
    return [*places_of(items), *below]


def _long(form: Form, items: Node | None, change: Mapping) -> Mapping:
    """A change in the long form: what it says of items by their ids comes under the key that holds the items."""
    ids = ids_in(items)
    own = [entry for entry in change.entries if entry[0].text in ids and entry[0].text not in form.keys]
    if not own or change.get(form.short) is not None:
        return change
    rest = tuple(entry for entry in change.entries if entry not in own)
    return Mapping((*rest, (Scalar(form.short, change.span), Mapping(tuple(own), change.span))), change.span)


def alike(one: Node, other: Node) -> bool:
    """Whether two nodes say the same, wherever they stand."""
    if isinstance(one, Scalar) or isinstance(other, Scalar):
        return isinstance(one, Scalar) and isinstance(other, Scalar) and one.text == other.text and one.is_null == other.is_null
    if isinstance(one, Sequence) or isinstance(other, Sequence):
        both = isinstance(one, Sequence) and isinstance(other, Sequence) and len(one.items) == len(other.items)
        return both and all(map(alike, one.items, other.items))  # type: ignore[union-attr]
    # A mapping is merged key by key, and told there.
    return False


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
    from deckmotor.source.describe import hints_for_list  # Only for mistakes.

    wrong(problems, of, "a list", node, hints_for_list(node))
    return ()


def wrong(problems: list[Diagnostic], of: str, expected: str, node: Node, hints: tuple[str, ...]) -> None:
    """Tell that something else stands where `expected` belongs."""
    from deckmotor.source.describe import describe

    problems.append(problem("wrong-type", node.span, of=of, expected=expected, found=describe(node), hints=hints))


def _ordered(slide: Mapping, order: Node, problems: list[Diagnostic]) -> Mapping:
    """The slide with the keys that `order` names in that order, in the places that they had. All others stay where they are."""
    wanted: dict[str, None] = {}
    known = dict.fromkeys(slide.keys())
    for name in items_of(problems, "`order:`", order):
        if not isinstance(name, Scalar):
            wrong(problems, "an item of `order:`", "a key of the slide", name, ())
        elif name.text not in known:
            hints = nearest(name.text, list(known))
            problems.append(problem("unknown-key", name.span, key=name.text, of="this slide", hints=hints))
        else:
            wanted[name.text] = None
    entries = {key.text: (key, value) for key, value in slide.entries}
    turn = iter(wanted)
    return Mapping(tuple(entries[next(turn) if key in wanted else key] for key in known), slide.span)
