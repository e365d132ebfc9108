"""What a person meant by a mapping: keys, an item that looks like one, or what a list holds. It is told by its plan alone."""

from deckmotor.model.items import ListItem
from deckmotor.model.kinds import ListKind
from deckmotor.model.plan import Plan
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence


def is_odd(plan: Plan, node: Node) -> bool:
    """Whether a list or a group of keys stands where neither belongs."""
    if type(node) is Sequence:
        return plan.short is None or not isinstance(plan.short.kind, ListKind)
    return type(node) is Mapping and is_mistaken(plan, node)


def has_fences(node: Mapping) -> bool:
    """Whether a text of a slide or column has lines of code within it."""
    return True in [name.text == "text" and isinstance(value, Scalar) and "```" in value.text for name, value in node.entries]


def own_keys(plan: Plan, node: Mapping) -> tuple[str, ...] | None:
    """Keys and misspelt ones, where the others were meant as items; None where there is a list of these, or are no others."""
    if plan.short is None or node.get(plan.short.key) is not None:
        return None
    keys = plan.keys
    own = tuple([name.text for name, value in node.entries if name.text in keys or _is_nearly(plan, name.text, value)])
    others = [entry for entry in node.entries if entry[0].text not in own]
    if not others or (len(others) == 1 and wraps(plan, *others[0])):
        return None
    return own


def _is_nearly(plan: Plan, name: str, value: Node) -> bool:
    """Whether a key of an item or of a list's block is a misspelt one. A list's key has a list, or it is one of its things."""
    if not name.islower():
        return False
    meant = _meant(name, plan.keys, 0.82, is_key=False)
    is_list = plan.short is not None and meant == plan.short.key and (plan.pairs or plan.mixed)
    return meant is not None and not (is_list and type(value) is Scalar)


def _meant(name: str, keys: tuple[str, ...], nearness: float, *, is_key: bool = True) -> str | None:
    from deckmotor.model.unknown import meant_key  # Few decks have keys that are none.

    return meant_key(name, keys, nearness, is_key=is_key)


def are_keys(names: list[str], leads: str, keys: tuple[str, ...]) -> bool:
    """Whether names are meant as the keys of one thing, right or not, that is called by one: `{label: Chef, children: [A]}`."""
    if not 1 < len(names) <= len(keys) or not all(map(str.islower, names)):
        return False
    meant = {_meant(name, keys, 1.0) for name in names}
    return None not in meant and len(meant) == len(names) and leads in meant


def in_braces(node: Mapping) -> bool:
    """Whether its keys are meant as keys: no text has braces around it by accident."""
    return bool(node.entries) and node.span.start < node.entries[0][0].span.start


def is_mistaken(plan: Plan, node: Mapping) -> bool:
    """Whether a mapping was not meant as one: no key of it is known or nearly known. `- Tid: 3:45` is such an item."""
    keys = (*plan.keys, *plan.no_names)
    if not node.entries or any(name.text in keys for name, _ in node.entries):
        return False
    # Nearer than for a hint: `tid` is no misspelt `id`.
    return not any(_is_nearly(plan, name.text, value) for name, value in node.entries) and not _is_wrapped(plan, node)


def _is_wrapped(plan: Plan, node: Mapping) -> bool:
    """Whether keys that mean none alone are meant as keys: several in one item, or a word for its list in a list's block."""
    if plan.pairs:
        return len(node.entries) == 1 and wraps(plan, *node.entries[0])
    names = [name.text for name, _ in node.entries[:8]]
    if plan.pair is None and plan.cls is not ListItem:  # Nothing else can be meant there.
        return any(name.islower() and _meant(name, plan.keys, 1.0) is not None for name in names)
    are_known = len(names) > 1 and all(name.islower() and _meant(name, plan.keys, 1.0) is not None for name in names)
    return plan.pair is not None and are_known


def wraps(plan: Plan, name: Scalar, value: Node) -> bool:
    """Whether a key of a block stands for its list: `steps:` in a cycle."""
    kind = plan.short.kind if plan.short is not None else None
    if type(value) is Scalar or plan.short is None or not isinstance(kind, ListKind) or not name.text.islower():
        return False
    if kind.least < 2 and getattr(getattr(kind.item, "cls", None), "below", None) is not None:
        return False  # One box with those below it.
    return _meant(name.text, (plan.short.key,), 1.0) is not None
