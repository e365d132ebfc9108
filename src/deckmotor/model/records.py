"""Mappings read into the model's structs. A struct's fields are looked at once and kept as a plan."""

from functools import cache
from importlib import import_module
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from msgspec import NODEFAULT, Meta, Struct

from deckmotor.messages import MOST_PROBLEMS
from deckmotor.model.blocks import BESIDE, BLOCK_KEYS, COLUMN_KEYS, Column, block_type
from deckmotor.model.items import ListItem
from deckmotor.model.kinds import (
    ChoiceKind,
    DecimalKind,
    FlagKind,
    ListKind,
    LoadedKind,
    NameKind,
    NumberKind,
    PlainKind,
    TextKind,
    WordKind,
    WordsKind,
)
from deckmotor.model.later import named
from deckmotor.model.plan import Field, Plan
from deckmotor.model.reading import FAILED, Kind, Reading, is_blank, wrong_type
from deckmotor.model.shapes import are_keys, has_fences, in_braces, is_mistaken, is_odd, own_keys
from deckmotor.model.showing import ONLY_KEYS as ONLY_KEYS
from deckmotor.model.text import Cell, Name, Plain, Text
from deckmotor.model.words import all_of, one_of
from deckmotor.source.nodes import Mapping, Node, Scalar

OF_INCLUDE = "\0"
"""Stands before such a key, as often as includes are deep, where it is that of a slide's include: nobody can write a NUL."""


class RecordKind(Kind, frozen=True):
    """A struct: a mapping of its keys, or the value of its short form."""

    cls: type[Struct]

    @property
    def expected(self) -> str:
        """What a person is to write there."""
        plan = plan_of(self.cls)
        if plan.short:
            return plan.short.kind.expected
        examples = (*tuple(plan.fields)[:1], "bullets", "text") if plan.blocks else plan.keys[:3]
        return f"a group of keys such as {one_of(examples)}"

    def read(self, node: Node, of: str, reading: Reading) -> Any:
        """An instance of the struct."""
        plan = plan_of(self.cls)
        if plan.pairs and type(node) is Mapping and (thing := _thing_of(plan, node)) is not None:
            return wrong_type(node, of, self, reading, mistaken().thing_cures(plan, thing, node))
        if plan.pairs and type(node) is Mapping and _may_be_cut(plan, node) and mistaken().cut_by_comma(node, of, reading):
            return FAILED
        if type(node) is Mapping and (plan.cls is ListItem or plan.pair or plan.pairs or plan.mixed):
            node = _as_meant(plan, node)
        elif type(node) is Scalar and plan.cls.__name__ == "Arrow":
            from deckmotor.model.ways import arrow_with_label  # Few decks have arrows.

            node = arrow_with_label(node)
        if type(node) is not Scalar and is_odd(plan, node) and (cures := mistaken().shape_cures(plan, node)):
            return wrong_type(node, of, plan.short.kind if plan.short else self, reading, cures)
        if type(node) is Mapping and not stands_for_list(plan, node):
            made = read_record(plan, node, of, reading)
        elif plan.flag and type(node) is Scalar and node.text == plan.flag and not node.quoted:
            made = plan.cls(**{plan.flag: True, "span": node.span})
        elif plan.short:
            nested = () if type(node) is Scalar else _nested(plan, node)
            if nested:
                return wrong_type(node, of, plan.short.kind, reading, (*nested, *plan.short.kind.hints(node)))
            value = plan.short.kind.read(node, of, reading)
            made = FAILED if value is FAILED else plan.cls(**{plan.short.key: value, "span": node.span})
        elif not plan.required and not plan.blocks and is_blank(node):
            made = plan.cls(span=node.span)
        else:
            return wrong_type(node, of, self, reading)
        if plan.rule and made is not FAILED:
            plan.rule(made, node, reading)
        return made

    def hints(self, node: Node) -> tuple[str, ...]:
        """How to write what its short form, or its first key, takes."""
        plan = plan_of(self.cls)
        return plan.short.kind.hints(node) if plan.short else mistaken().record_hints(plan, node, self.example)

    @property
    def nests(self) -> bool:
        """Items of lists, columns, and pairs that list something."""
        return self.cls in (ListItem, Column) or plan_of(self.cls).below is not None

    def example(self, text: str) -> str:
        """How one is typed whose text is this."""
        from deckmotor.model.typed import pair_of

        plan = plan_of(self.cls)
        return pair_of(text, plan.pair) if plan.pair and not plan.short else text


class CellKind(TextKind, frozen=True):
    """A text, or a cell that goes over several columns or rows."""

    def read(self, node: Node, of: str, reading: Reading) -> Any:
        """A Text, or a Cell."""
        if type(node) is not Mapping:
            return super().read(node, of, reading)
        from deckmotor.model.cells import WrittenCell  # Few tables have such cells.

        if is_mistaken(plan_of(WrittenCell), node):
            from deckmotor.model.ways import plain_item

            return super().read(plain_item(node) or node, of, reading)
        made = RecordKind(WrittenCell).read(node, of, reading)
        if made is FAILED:
            return FAILED
        said: Text = made.text
        sizes = {"columns": made.columns, "rows": made.rows, "id": made.id}
        return Cell(runs=said.runs, span=node.span, written=said.written, **sizes)


def _as_meant(plan: Plan, node: Mapping) -> Node:
    """What a mapping stands for that was not meant as one, or whose keys are also things that it lists."""
    from deckmotor.model import ways

    if is_mistaken(plan, node):
        if plan.cls is ListItem:
            return ways.plain_item(node) or ways.item_with_items(node) or node
        if plan.pair:
            return ways.paired(plan, plan.pair, node) or node
        if plan.pairs:
            return ways.each_alone(node)
    own = own_keys(plan, node) if plan.mixed else None
    return ways.mixed(node, plan.short.key, own) if plan.short and own is not None else node


def _nested(plan: Plan, node: Node) -> tuple[str, ...]:
    """What to do where items stand below an item without its text."""
    if plan.cls is not ListItem:
        return ()
    from deckmotor.source.describe import hints_for_nested  # Only for mistakes.

    return hints_for_nested(node)


def read_record(plan: Plan, node: Mapping, of: str, reading: Reading) -> Any:
    """An instance of a plan's struct, or FAILED. An optional value that is blank counts as left out."""
    if plan.short and is_mistaken(plan, node):
        hints = (
            _nested(plan, node)
            or mistaken().choice_cures(plan, node)
            or mistaken().own_cures(plan, node)
            or (() if in_braces(node) and not isinstance(plan.short.kind, ListKind) else plan.short.kind.hints(node))
            or (f"its keys are {one_of(plan.keys)}",)
        )
        return wrong_type(node, of, plan.short.kind, reading, hints)
    written = len(node.entries)
    if plan.blocks and True in [isinstance(value, Scalar) and value.is_null for _, value in node.entries]:
        node = import_module("deckmotor.model.indented").indented(plan, node, reading)  # It knows plans too; mostly a mistake.
    is_cut = len(node.entries) < written
    if plan.blocks and has_fences(node):
        from deckmotor.model.fences import with_fences  # Few texts have code in them.

        found = len(reading.problems)
        node = with_fences(node, reading)
        is_cut = is_cut or len(reading.problems) > found
    if plan.blocks and True in [name.text in BESIDE for name, _ in node.entries]:
        from deckmotor.model.ways import with_beside

        node = with_beside(node)
    values: dict[str, Any] = {"span": node.span}
    blocks = []
    unknown: list[tuple[str, tuple[str, ...]]] = []
    for at, (name, child) in enumerate(node.entries):
        key = name.text
        if field := plan.fields.get(key):
            if field.required and is_blank(child) and not _may_be_blank(field.kind):
                values[key] = reading.report("empty", child.span, (f"write {field.kind.expected}",), of=field.of)
            elif field.required or not is_blank(child):
                values[key] = field.kind.read(child, field.of, reading)
        elif key in plan.blocks:
            blocks.append(_block(block_kind(key), child, f"`{key}`", reading))
        elif key not in plan.beside:
            unknown.append((key, ()))
            from deckmotor.model.unknown import comma_hints  # Only for mistakes.

            hints = comma_hints(node, at)
            if hints and at and comma_hints(node, at - 1) == hints:
                continue  # The same text goes on.
            if len(reading.problems) < MOST_PROBLEMS:
                hints = mistaken().elsewhere(plan, key) or hints or mistaken().key_cures(plan, name, child, node)
                unknown[-1] = (key, hints)
                reading.report("unknown-key", name.span, hints, key=key, of=of)
                if hints and hints[0].startswith("did you mean"):
                    mistaken().read_as_meant(plan, name, child, node, reading)
    missing = [key for key in plan.required if key not in values]
    if missing and (told := mistaken().untold(missing, unknown)):
        reading.report("missing-key", node.span, of=of, keys=all_of(tuple(f"{key}:" for key in told)))
    if is_cut or unknown or missing or FAILED in blocks or FAILED in values.values():
        return FAILED
    if blocks:
        values["blocks"] = tuple(blocks)
    for typed, own in plan.renamed.items():
        if typed in values:
            values[own] = values.pop(typed)
    return plan.cls(**values)


def _block(kind: Kind, node: Node, of: str, reading: Reading) -> Any:
    """A block, from before where it was read before and had neither problems nor anything that its slide has to know."""
    if reading.blocks is None:
        return kind.read(node, of, reading)
    key = (id(kind), id(node))
    known = reading.blocks.get(key)
    if known is not None:
        return known[1]
    alone = Reading([], [], blocks=reading.blocks)
    made = kind.read(node, of, alone)
    if alone.problems or alone.links or alone.pictures or alone.names_footnotes or made is FAILED:
        reading.problems += alone.problems
        reading.links += alone.links
        reading.pictures += alone.pictures
        reading.names_footnotes |= alone.names_footnotes
    else:
        reading.blocks[key] = (node, made)
    return made


def mistaken() -> Any:
    """What is said of shapes that are not the language's: it knows plans, so it is loaded by name, with a first mistake."""
    return import_module("deckmotor.model.mistaken")


def _thing_of(plan: Plan, node: Mapping) -> Plan | None:
    """The plan of what a block lists, where the keys of one of these stand in place of the list."""
    kind = plan.short.kind if plan.short is not None else None
    if not isinstance(kind, ListKind) or not isinstance(kind.item, RecordKind):
        return None
    inner, names = plan_of(kind.item.cls), [name.text for name, _ in node.entries]
    if inner.pair is None:
        return None
    own = [name for name in names if name in inner.keys or name not in plan.keys]
    return inner if {*inner.pair} <= {*names} <= {*inner.keys} or are_keys(own, inner.pair[0], inner.keys) else None


def _may_be_cut(plan: Plan, node: Mapping) -> bool:
    """Whether commas may have cut texts of things that stand in braces: a key has nothing after it, and none may be so."""
    kind = plan.short.kind if plan.short is not None else None
    nests = isinstance(kind, ListKind) and isinstance(kind.item, RecordKind) and plan_of(kind.item.cls).nests
    return not nests and in_braces(node) and True in [type(one) is Scalar and one.is_null for _, one in node.entries]


def plan_alone(plan: Plan) -> Plan | None:
    """The plan of the things that a block lists, of which the only one may stand for the list: `fact: {value: 6}`."""
    kind = plan.short.kind if plan.short is not None else None
    if not isinstance(kind, ListKind) or not kind.alone or not isinstance(kind.item, RecordKind):
        return None
    return plan_of(kind.item.cls)


def stands_for_list(plan: Plan, node: Mapping) -> bool:
    """Whether a mapping is the only one of those things."""
    return plan.short is not None and node.get(plan.short.key) is None and plan_alone(plan) is not None


def _may_be_blank(kind: Kind) -> bool:
    return isinstance(kind, TextKind) and kind.empty


@cache
def plan_of(cls: type[Struct]) -> Plan:
    """The plan of a struct. Made when first needed: 0.1 ms, against 4 ms for `msgspec.inspect` on all of the model."""
    hints = get_type_hints(cls, include_extras=True)
    defaults = dict(zip(reversed(cls.__struct_fields__), reversed(cls.__struct_defaults__), strict=False))
    fields = {}
    renamed = getattr(cls, "renamed", {})
    keys = {name: key for key, name in renamed.items()}
    for name in cls.__struct_fields__:
        if name not in ("span", "blocks"):
            key = keys.get(name, name)
            required = defaults.get(name, NODEFAULT) is NODEFAULT
            meta, _ = _unpacked(hints[name])
            fields[key] = Field(
                key=key,
                of=f"`{key}`",
                kind=kind_of(hints[name], required),
                required=required,
                description=" ".join(entry.description for entry in meta if entry.description),
            )
    holds = COLUMN_KEYS if cls is Column else tuple(BLOCK_KEYS)
    blocks = holds if "blocks" in hints else ()
    beside = getattr(cls, "beside", ()) + (ONLY_KEYS if str(cls.__struct_config__.tag) in BLOCK_KEYS else ())
    rule = getattr(cls, "checked_by", None)
    return Plan(
        cls=cls,
        fields=fields,
        blocks=blocks,
        required=tuple(key for key, field in fields.items() if field.required),
        short=fields.get(getattr(cls, "short", "")),
        pair=getattr(cls, "pair", None),
        no_names=getattr(cls, "no_names", ()),
        below=getattr(cls, "below", None),
        nests=_lists_pairs(fields.get(getattr(cls, "below", ""))),
        flag=getattr(cls, "flag", None),
        mixed=getattr(cls, "mixed", False),
        pairs=_lists_pairs(fields.get(getattr(cls, "short", ""))),
        beside=beside,
        renamed=renamed,
        keys=(*fields, *blocks, *beside),
        rule=None if rule is None else named(rule),
    )


@cache
def block_kind(key: str) -> RecordKind:
    """The kind of the block of a key."""
    return RecordKind(block_type(key))


def _lists_pairs(short: Field | None) -> bool:
    kind = short.kind if short is not None else None
    return isinstance(kind, ListKind) and isinstance(kind.item, RecordKind) and hasattr(kind.item.cls, "pair")


def kind_of(hint: Any, required: bool = False) -> Kind:
    """The kind of a field's type. A list that is required must not be empty."""
    meta, plain = _unpacked(hint)
    extra = {key: value for entry in meta for key, value in (entry.extra or {}).items()}
    origin, arguments = get_origin(plain), get_args(plain)
    if origin in (Union, UnionType):
        inner, *words = (argument for argument in arguments if argument is not NoneType)
        if words:  # A number, or a word in its place.
            return NumberKind(_limit(meta, "ge"), _limit(meta, "le"), get_args(words[0]))
        return kind_of(Annotated[inner, *meta] if meta else inner)
    if origin is Literal:
        return ChoiceKind(arguments)
    if origin is tuple:
        return _list_kind(arguments, meta, extra, required)
    if origin is dict:
        return WordsKind()
    if reader := getattr(plain, "read_as", None):
        kind: Kind = named(reader)()
        return kind
    if "loaded" in extra:
        return LoadedKind(extra["loaded"])
    if plain is Name:
        return NameKind()
    if plain is Plain:
        return PlainKind()
    if plain is Text and extra.get("merges"):
        return CellKind(empty=True)
    if plain is Text:
        return TextKind(empty=extra.get("empty", False))
    if plain is int:
        return NumberKind(_limit(meta, "ge"), _limit(meta, "le"))
    if plain is float:
        return DecimalKind(_limit(meta, "ge"), _limit(meta, "le"))
    if plain is str:
        return WordKind(_limit(meta, "max_length"))
    simple: dict[Any, Kind] = {bool: FlagKind()}
    return simple.get(plain) or RecordKind(plain)


def _list_kind(arguments: tuple[Any, ...], meta: tuple[Meta, ...], extra: dict[str, Any], required: bool) -> ListKind:
    repeated = arguments[-1] is Ellipsis
    _, inner = _unpacked(arguments[0])
    return ListKind(
        item=kind_of(arguments[0]),
        noun=extra.get("noun") or getattr(inner, "noun", None) or {int: "number", Text: "text"}.get(inner, "value"),
        least=(_limit(meta, "min_length") or int(required)) if repeated else len(arguments),
        most=_limit(meta, "max_length") if repeated else len(arguments),
        alone=extra.get("alone", False),
        lines=extra.get("lines", False),
        spoken=extra.get("spoken", False),
        few=extra.get("few", ""),
        many=extra.get("many", ""),
    )


def _unpacked(hint: Any) -> tuple[tuple[Meta, ...], Any]:
    if get_origin(hint) is Annotated:
        return tuple(entry for entry in hint.__metadata__ if isinstance(entry, Meta)), hint.__origin__
    return (), hint


def _limit(meta: tuple[Meta, ...], name: str) -> int | None:
    return next((limit for entry in meta if (limit := getattr(entry, name)) is not None), None)
