"""JSON Schemas of the model's structs and of the kinds of their values, made from the plans that read them."""

from typing import Any

from msgspec import Struct

from deckmotor.model.blocks import BESIDE
from deckmotor.model.cells import WrittenCell
from deckmotor.model.code import Code
from deckmotor.model.deck import Slide
from deckmotor.model.figures import CHART_KINDS, Chart
from deckmotor.model.items import ListItem
from deckmotor.model.kinds import ChoiceKind, DecimalKind, FlagKind, ListKind, LoadedKind, NumberKind, TextKind, WordsKind
from deckmotor.model.numbers import DataKind
from deckmotor.model.pictures import Picture
from deckmotor.model.places import OutlinesKind, PlacesKind
from deckmotor.model.plan import Field, Plan
from deckmotor.model.reading import Kind
from deckmotor.model.records import CellKind, RecordKind, block_kind, plan_of
from deckmotor.model.tables import Table
from deckmotor.model.words import one_of

Schema = dict[str, Any]

SCALAR: Schema = {"type": ["string", "number", "boolean"]}
_OPTIONAL: Schema = {"type": ["string", "number", "boolean", "null"]}
ID: Schema = {"type": ["string", "number"]}
VALUE: Schema = {"anyOf": [_OPTIONAL, {"type": "array", "items": _OPTIONAL}]}
"""The value of a variable: a text, or a list that is joined."""
VARIABLES: Schema = {"type": "object", "additionalProperties": VALUE}

_PLAIN_ITEM: Schema = {
    "type": "object",
    "propertyNames": {"not": {"enum": list(plan_of(ListItem).keys)}},
    "minProperties": 1,
    "maxProperties": 1,
    "additionalProperties": SCALAR,
}
"""A text with a colon, which YAML takes for a key with its value (`model.ways`)."""

_NUMBERS: Schema = {"anyOf": [{"type": ["number", "string", "null"]}, {"type": "array"}, {"type": "object"}]}
_DATA: Schema = {"anyOf": [{"type": "object", "additionalProperties": _NUMBERS, "minProperties": 1}, {"type": "array"}, ID]}
"""Names with their numbers, a table of them (`model.numbers`), or a column of a file."""

_PLACES: Schema = {
    "anyOf": [{"type": "object", "minProperties": 1}, {"type": "array", "items": ID, "minItems": 1}],
}
"""Places with their positions, or the names of municipalities (`model.places`)."""

_AREAS: Schema = {
    "anyOf": [
        {"type": "string"},
        {
            "type": "object",
            "properties": {
                "file": {"description": "The path of a file of GeoJSON.", "type": "string"},
                "name": {"description": "The property that is the name of an area.", "type": "string"},
            },
            "required": ["file"],
            "additionalProperties": False,
        },
    ]
}
"""The areas of a map (`load.outlines`)."""

_COLUMN: Schema = {
    "type": "object",
    "properties": {
        "name": {"description": "The name that it is shown under.", **SCALAR},
        "unit": {"description": "What its numbers count, said once in its name.", **SCALAR},
        "decimals": {"description": "Decimals of its numbers.", "type": "integer", "minimum": 0, "maximum": 6},
        "format": {"description": "How its dates, or truth values, are written.", "enum": ["long", "short", "yes/no"]},
    },
    "additionalProperties": False,
}
_SORT: list[Schema] = [ID, {"type": "object", "additionalProperties": {"enum": ["up", "down"]}}]
_LOADED: dict[str, Schema] = {
    "columns": {
        "anyOf": [
            {"type": "array", "items": {"anyOf": [ID, {"type": "object"}]}, "minItems": 1},
            {"type": "object", "additionalProperties": {"anyOf": [_OPTIONAL, _COLUMN]}, "minProperties": 1},
        ]
    },
    "where": {"anyOf": [{"type": "string"}, VARIABLES]},
    "sort": {"anyOf": [*_SORT, {"type": "array", "items": {"anyOf": _SORT}, "minItems": 1}]},
}
"""What chooses rows and columns of a file (`load.chosen`, `load.shown`)."""

_PIPES: Schema = {"description": "Rows with pipes, as in Markdown, or with tabs.", "type": "string", "pattern": r"\||\t"}

_CONDITIONS: dict[type, Schema] = {
    Chart: {"anyOf": [{"required": [key]} for key in (*CHART_KINDS, "file")]},
    Code: {"anyOf": [{"required": [key]} for key in ("text", "file")]},
    Slide: {"anyOf": [{"required": [key]} for key in ("title", "cover", "section", "closing")]},
    Picture: {
        "oneOf": [{"required": ["alt"]}, {"required": ["decorative"], "properties": {"decorative": {"const": True}}}],
    },
}
"""What must hold between the keys of a struct, as `rules` and `slides` check it."""

_CONDITION: Schema = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]}
ONLY: Schema = {
    "only": {"description": "Only for this audience, or where this condition holds; of a list, any of them.", **_CONDITION},
    "except": {"description": "Not for this audience, or where this condition holds; of a list, any of them.", **_CONDITION},
}
"""What may stand on a slide and its parts (`load.narrow`)."""


def reference_schema(cls: type[Struct], definitions: dict[str, Schema]) -> Schema:
    """A struct's schema by name; it is written into the definitions once, so structs may hold themselves."""
    name = cls.__name__
    if name not in definitions:
        definitions[name] = {}
        definitions[name] = _with_short_form(cls, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _with_short_form(cls: type[Struct], definitions: dict[str, Schema]) -> Schema:
    plan = plan_of(cls)
    record = record_schema(cls, definitions)
    pair = [_pair(plan)] if plan.pair else [_pairs(plan, record)] if plan.pairs else []
    if plan.short and not [name for name in plan.required if name != plan.short.key] and cls not in _CONDITIONS:
        described = {"description": record.pop("description")}
        others = [_PIPES] if cls is Table else pair
        others = [_PLAIN_ITEM, _item_with_items(definitions)] if cls is ListItem else others
        return {**described, "anyOf": [_kind(plan.short.kind, True, definitions), record, *others]}
    if not plan.required and not plan.blocks:
        record["type"] = ["object", "null"]
    return {"description": record.pop("description"), "anyOf": [record, *pair]} if pair else record


def _pair(plan: Plan) -> Schema:
    """An item that is written as one key with its text: `1998: The first courses`."""
    return {**_PLAIN_ITEM, "propertyNames": _names(plan), "additionalProperties": _values(plan)}


def _names(plan: Plan) -> Schema:
    """What such a key may be called: not as the others are."""
    return {"not": {"enum": [*plan.keys, *plan.no_names]}}


def _values(plan: Plan) -> Schema:
    """What such a key may have: a text, a list where that stands below it, or other keys of the item."""
    if plan.pair is None:
        return SCALAR
    others = {
        "type": "object",
        "minProperties": 1,
        "propertyNames": {"enum": [key for key in plan.keys if key != plan.pair[0]]},
    }
    below = [{"type": "array", "minItems": 1}] if plan.below else []
    nested = [{"type": "null"}, {"type": "object", "propertyNames": {"not": {"enum": list(plan.keys)}}}] if plan.nests else []
    return {"anyOf": [SCALAR, *below, others, *nested]}


def _pairs(plan: Plan, record: Schema) -> Schema:
    """A list of such items, written as keys with their texts; with the block's own keys beside them where they may be mixed."""
    listed = plan.short.kind if plan.short is not None else None
    item = listed.item if isinstance(listed, ListKind) else None
    values = _values(plan_of(item.cls)) if isinstance(item, RecordKind) else SCALAR
    own = {key: value for key, value in record["properties"].items() if plan.short is None or key != plan.short.key}
    named = {"propertyNames": {"not": {"enum": [key for key in plan.keys if key not in own or not plan.mixed]}}}
    mixed = {"properties": own} if plan.mixed else {}
    return {"type": "object", **named, **mixed, "minProperties": 1, "additionalProperties": values}


def record_schema(cls: type[Struct], definitions: dict[str, Schema]) -> Schema:
    """A struct's schema, all of its keys written out; those of other structs are written into the definitions."""
    plan = plan_of(cls)
    properties = {key: _field(field, definitions) for key, field in plan.fields.items()}
    properties |= {key: _kind(block_kind(key), True, definitions) for key in plan.blocks}
    if plan.blocks:
        properties |= {
            key: {"description": f"Of {one_of(tuple(blocks))} beside it.", **SCALAR} for key, blocks in BESIDE.items()
        }
    if "only" in plan.beside:
        properties |= ONLY
    return {
        "type": "object",
        "description": (cls.__doc__ or "").split("\n\n")[0].strip(),
        "properties": properties,
        "required": list(plan.required),
        "additionalProperties": False,
        **_CONDITIONS.get(cls, {}),
    }


def _field(field: Field, definitions: dict[str, Schema]) -> Schema:
    schema = _kind(field.kind, field.required, definitions)
    if not field.required:
        schema = _or_blank(schema)
    return {"description": field.description, **schema} if field.description else schema


def _or_blank(schema: Schema) -> Schema:
    """A value that is optional may also be left blank, which counts as left out."""
    if "anyOf" in schema:
        return {**schema, "anyOf": [*schema["anyOf"], {"type": "null"}]}
    if "type" not in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return {**schema, "type": [*kinds, "null"]}


def _kind(kind: Kind, filled: bool, definitions: dict[str, Schema]) -> Schema:
    match kind:
        case RecordKind():
            return reference_schema(kind.cls, definitions)
        case ListKind():
            return _list(kind, definitions)
        case ChoiceKind():
            return {"enum": list(kind.values)}
        case FlagKind():
            return {"type": "boolean"}
        case NumberKind() | DecimalKind():
            limits = {"minimum": kind.least, "maximum": kind.most}
            type = "integer" if isinstance(kind, NumberKind) else "number"
            number = {"type": type, **{key: limit for key, limit in limits.items() if limit is not None}}
            words = kind.words if isinstance(kind, NumberKind) else ()
            return {"anyOf": [number, {"enum": list(words)}]} if words else number
        case DataKind():
            return dict(_DATA)
        case PlacesKind():
            return dict(_PLACES)
        case OutlinesKind():
            return dict(_AREAS)
        case WordsKind():
            return dict(VARIABLES)
        case LoadedKind():
            return dict(_LOADED[kind.name])
    if isinstance(kind, CellKind):
        return {"anyOf": [dict(_OPTIONAL), reference_schema(WrittenCell, definitions)]}
    if isinstance(kind, TextKind) and kind.empty:
        return dict(_OPTIONAL)
    return {**SCALAR, "minLength": 1} if filled else dict(SCALAR)


def _item_with_items(definitions: dict[str, Schema]) -> Schema:
    """An item with items below it that is written as a key with a list (`model.ways`)."""
    return {
        **_PLAIN_ITEM,
        "additionalProperties": {"type": "array", "items": reference_schema(ListItem, definitions), "minItems": 1},
    }


def _list(kind: ListKind, definitions: dict[str, Schema]) -> Schema:
    item = _kind(kind.item, True, definitions)
    schema: Schema = {"type": "array", "items": {"anyOf": [item, _PLAIN_ITEM]} if isinstance(kind.item, TextKind) else item}
    if kind.least:
        schema["minItems"] = kind.least
    if kind.most is not None:
        schema["maxItems"] = kind.most
    if kind.lines:
        return {"anyOf": [{"type": "string", "minLength": 1}, schema]}
    if not kind.alone:
        return schema
    return {"anyOf": [item if isinstance(kind.item, RecordKind) else dict(SCALAR), schema]}
