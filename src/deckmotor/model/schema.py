"""JSON Schema (2020-12) of the files that people write, made from the plans that read them: editors complete from it.

A schema is for editors, so it judges files as YAML parsers see them: where text belongs, a number and a truth value are
welcome, because deckmotor takes them as typed.
"""

from typing import Any, Literal

from msgspec import Struct

from deckmotor.model.blocks import CHART_KINDS, Chart, ListItem, Picture, Table
from deckmotor.model.code import Code
from deckmotor.model.deck import Head, Slide
from deckmotor.model.kinds import ChoiceKind, DecimalKind, FlagKind, ListKind, LoadedKind, NumberKind, TextKind, WordsKind
from deckmotor.model.numbers import DataKind
from deckmotor.model.places import OutlinesKind, PlacesKind
from deckmotor.model.plan import Field, Plan
from deckmotor.model.reading import Kind
from deckmotor.model.records import RecordKind, plan_of
from deckmotor.model.ways import BESIDE
from deckmotor.model.words import one_of

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_SCALAR: Schema = {"type": ["string", "number", "boolean"]}
_OPTIONAL: Schema = {"type": ["string", "number", "boolean", "null"]}
_ID: Schema = {"type": ["string", "number"]}
_IDS: Schema = {"type": "array", "items": _ID}
_VALUE: Schema = {"anyOf": [_OPTIONAL, {"type": "array", "items": _OPTIONAL}]}
"""The value of a variable: a text, or a list that is joined."""
_VARIABLES: Schema = {"type": "object", "additionalProperties": _VALUE}

_PLAIN_ITEM: Schema = {
    "type": "object",
    "propertyNames": {"not": {"enum": list(plan_of(ListItem).keys)}},
    "minProperties": 1,
    "maxProperties": 1,
    "additionalProperties": _SCALAR,
}
"""A text with a colon, which YAML takes for a key with its value (`model.ways`)."""

_NUMBERS: Schema = {"anyOf": [{"type": ["number", "string", "null"]}, {"type": "array"}, {"type": "object"}]}
_DATA: Schema = {"anyOf": [{"type": "object", "additionalProperties": _NUMBERS, "minProperties": 1}, {"type": "array"}, _ID]}
"""Names with their numbers, a table of them (`model.numbers`), or a column of a file."""

_PLACES: Schema = {
    "anyOf": [{"type": "object", "minProperties": 1}, {"type": "array", "items": _ID, "minItems": 1}],
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
        "name": {"description": "The name that it is shown under.", **_SCALAR},
        "unit": {"description": "What its numbers count, said once in its name.", **_SCALAR},
        "decimals": {"description": "Decimals of its numbers.", "type": "integer", "minimum": 0, "maximum": 6},
        "format": {"description": "How its dates, or truth values, are written.", "enum": ["long", "short", "yes/no"]},
    },
    "additionalProperties": False,
}
_LOADED: dict[str, Schema] = {
    "columns": {
        "anyOf": [
            {"type": "array", "items": {"anyOf": [_ID, {"type": "object"}]}, "minItems": 1},
            {"type": "object", "additionalProperties": {"anyOf": [_OPTIONAL, _COLUMN]}, "minProperties": 1},
        ]
    },
    "where": {"anyOf": [{"type": "string"}, _VARIABLES]},
    "sort": {"anyOf": [_ID, {"type": "object", "additionalProperties": {"enum": ["up", "down"]}}]},
}
"""What chooses rows and columns of a file (`load.chosen`, `load.shown`)."""

_SHEET: Schema = {
    "type": "object",
    "properties": {
        "file": {"description": "The path of a workbook.", "type": "string"},
        "sheet": {"description": "Its sheet; the first that is not hidden if left out.", **_SCALAR},
        "range": {"description": "The cells of the sheet: `A3:F30`.", "type": "string"},
    },
    "required": ["file"],
    "additionalProperties": False,
}
_PIPES: Schema = {"description": "Rows that are written with pipes, as in Markdown.", "type": "string", "pattern": r"\|"}

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
_ONLY: Schema = {
    "only": {"description": "Only for this audience, or where this condition holds; of a list, any of them.", **_CONDITION},
    "except": {"description": "Not for this audience, or where this condition holds; of a list, any of them.", **_CONDITION},
}
"""What may stand on a slide and its parts (`load.narrow`)."""

_INCLUDE: Schema = {
    "type": "object",
    "description": "The slides of another file, in this place.",
    "properties": {"include": {"type": "string", "description": "The file's path, from the folder of this one."}, **_ONLY},
    "required": ["include"],
    "additionalProperties": False,
}


Which = Literal["deck", "slides", "variants", "variant", "audiences", "table"]
"""The kinds of file in a project's folder."""

_LAYER_HEAD = ("title", "subtitle", "date", "theme", "language", "subject")
"""Keys of the deck's head that a layer may say anew (`load.variants`)."""

_PLACE: dict[str, Schema] = {
    "after": {"description": "The id of the slide that it stands after.", **_ID},
    "before": {"description": "The id of the slide that it stands before.", **_ID},
}


def json_schema(which: Which) -> Schema:
    """The schema of a kind of file: `deck.yaml`, slides that it includes, `variants.yaml`, one variant's file, a table."""
    makers = {
        "deck": deck_schema,
        "slides": slides_schema,
        "variants": variants_schema,
        "variant": variant_schema,
        "audiences": audiences_schema,
        "table": table_schema,
    }
    return makers[which]()


def deck_schema() -> Schema:
    """The schema of `deck.yaml`."""
    definitions: dict[str, Schema] = {}
    head = _record(Head, definitions)
    head["properties"]["slides"] = {"description": "The slides, in order.", **_slides(definitions)}
    head["required"] = [*head["required"], "slides"]
    return _finished("A deck of deckmotor", head, definitions)


def slides_schema() -> Schema:
    """The schema of a file of slides that a deck includes."""
    definitions: dict[str, Schema] = {}
    return _finished("Slides of a deck", _slides(definitions), definitions)


def variants_schema() -> Schema:
    """The schema of `variants.yaml`."""
    definitions: dict[str, Schema] = {}
    layer = _layer(definitions)
    definitions["Variant"] = {**_layer(definitions), "type": ["object", "null"]}
    layer["properties"] |= {
        "each": {
            "description": "The path of a table (YAML, CSV, XLSX), or its rows: one deck for each of them.",
            "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "object"}}, _SHEET],
        },
        "variants": {
            "description": "The variants by their ids, where there is no table.",
            "type": "object",
            "additionalProperties": {"$ref": "#/$defs/Variant"},
        },
    }
    return _finished("The variants of a deck", {**layer, "not": {"required": ["each", "variants"]}}, definitions)


def variant_schema() -> Schema:
    """The schema of a file in `variants/`: what only one variant has."""
    definitions: dict[str, Schema] = {}
    return _finished("A variant of a deck", {**_layer(definitions), "type": ["object", "null"]}, definitions)


def audiences_schema() -> Schema:
    """The schema of `audiences.yaml`: what each audience changes, by its name."""
    definitions: dict[str, Schema] = {}
    layer = {**_layer(definitions), "type": ["object", "null"]}
    audiences = {"type": "object", "propertyNames": {"pattern": r"^\D[\w-]*$"}, "additionalProperties": layer}
    return _finished("The audiences of a deck", audiences, definitions)


def table_schema() -> Schema:
    """The schema of a table: a list of rows with ids, or rows by their ids. Its columns are the project's own."""
    row: Schema = {"type": "object", "additionalProperties": {"anyOf": [*_VALUE["anyOf"], {"type": "object"}]}}
    listed = {"type": "array", "items": {**row, "anyOf": [{"required": ["id"]}, {"required": ["name"]}]}}
    return _finished("A table of variants", {"anyOf": [listed, {"type": "object", "additionalProperties": row}]}, {})


def struct_schema(cls: type[Struct], title: str) -> Schema:
    """The schema of a file that is read into a struct: a theme."""
    definitions: dict[str, Schema] = {}
    return _finished(title, _record(cls, definitions), definitions)


def _finished(title: str, schema: Schema, definitions: dict[str, Schema]) -> Schema:
    described = {"description": schema["description"]} if "description" in schema else {}
    return {"$schema": DIALECT, "title": title, **described, **schema, "$defs": dict(sorted(definitions.items()))}


def _slides(definitions: dict[str, Schema]) -> Schema:
    return {"type": "array", "minItems": 1, "items": {"anyOf": [_reference(Slide, definitions), _INCLUDE]}}


def _layer(definitions: dict[str, Schema]) -> Schema:
    """The keys of one layer of changes (`source.overlay`)."""
    head = _record(Head, definitions)["properties"]
    properties: dict[str, Schema] = {
        "name": {"description": "What people call the variant.", **_SCALAR},
        "file": {"description": "Name of the file that is built, without its ending.", **_SCALAR},
        "set": {"description": "Variables, and their values.", **_VARIABLES},
        **{key: head[key] for key in _LAYER_HEAD},
        "changes": {
            "description": "By the ids of slides: keys with new values. `~` takes a key out.",
            "type": "object",
            "additionalProperties": _change(definitions),
        },
        "add": {"description": "Slides that are added.", "type": "array", "items": _added(definitions)},
        "move": {
            "description": "Slides that move.",
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"id": {"description": "The slide's id.", **_ID}, **_PLACE},
                "required": ["id"],
                "additionalProperties": False,
            },
        },
        "remove": {"description": "The ids of slides that are taken out.", **_IDS},
    }
    return {
        "type": "object",
        "description": "Changes to the slides of the deck, by their ids.",
        "properties": properties,
        "additionalProperties": False,
    }


def _change(definitions: dict[str, Schema]) -> Schema:
    """New values for keys of a slide. A mapping is merged; in a list it changes items by their ids."""
    if "Change" not in definitions:
        properties = _record(Slide, definitions)["properties"]
        changed = {key: {"anyOf": [schema, {"type": ["object", "null"]}]} for key, schema in properties.items()}
        order = {"description": "Keys of the slide in a new order.", "type": "array", "items": {"type": "string"}}
        definitions["Change"] = {"type": "object", "properties": changed | {"order": order}, "additionalProperties": False}
    return {"$ref": "#/$defs/Change"}


def _added(definitions: dict[str, Schema]) -> Schema:
    """A slide, and where it is put in."""
    if "AddedSlide" not in definitions:
        slide = _record(Slide, definitions)
        definitions["AddedSlide"] = {**slide, "properties": {**_PLACE, **slide["properties"]}}
    return {"$ref": "#/$defs/AddedSlide"}


def _reference(cls: type[Struct], definitions: dict[str, Schema]) -> Schema:
    """A struct's schema by name; it is written into the definitions once, so structs may hold themselves."""
    name = cls.__name__
    if name not in definitions:
        definitions[name] = {}
        definitions[name] = _with_short_form(cls, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _with_short_form(cls: type[Struct], definitions: dict[str, Schema]) -> Schema:
    plan = plan_of(cls)
    record = _record(cls, definitions)
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
    return {**_PLAIN_ITEM, "propertyNames": {"not": {"enum": list(plan.keys)}}, "additionalProperties": _values(plan)}


def _values(plan: Plan) -> Schema:
    """What such a key may have: a text, and a list where that stands below it."""
    return {"anyOf": [_SCALAR, {"type": "array", "minItems": 1}]} if plan.below else _SCALAR


def _pairs(plan: Plan, record: Schema) -> Schema:
    """A list of such items, written as keys with their texts; with the block's own keys beside them where they may be mixed."""
    listed = plan.short.kind if plan.short is not None else None
    item = listed.item if isinstance(listed, ListKind) else None
    values = _values(plan_of(item.cls)) if isinstance(item, RecordKind) else _SCALAR
    own = {key: value for key, value in record["properties"].items() if plan.short is None or key != plan.short.key}
    named = {"propertyNames": {"not": {"enum": [key for key in plan.keys if key not in own or not plan.mixed]}}}
    mixed = {"properties": own} if plan.mixed else {}
    return {"type": "object", **named, **mixed, "minProperties": 1, "additionalProperties": values}


def _record(cls: type[Struct], definitions: dict[str, Schema]) -> Schema:
    plan = plan_of(cls)
    properties = {key: _field(field, definitions) for key, field in plan.fields.items()}
    properties |= {key: _kind(kind, True, definitions) for key, kind in plan.blocks.items()}
    if plan.blocks:
        properties |= {
            key: {"description": f"Of {one_of(tuple(blocks))} beside it.", **_SCALAR} for key, blocks in BESIDE.items()
        }
    if "only" in plan.beside:
        properties |= _ONLY
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
            return _reference(kind.cls, definitions)
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
            return dict(_VARIABLES)
        case LoadedKind():
            return dict(_LOADED[kind.name])
    if isinstance(kind, TextKind) and kind.empty:
        return dict(_OPTIONAL)
    return {**_SCALAR, "minLength": 1} if filled else dict(_SCALAR)


def _item_with_items(definitions: dict[str, Schema]) -> Schema:
    """An item with items below it that is written as a key with a list (`model.ways`)."""
    return {**_PLAIN_ITEM, "additionalProperties": {"type": "array", "items": _reference(ListItem, definitions), "minItems": 1}}


def _list(kind: ListKind, definitions: dict[str, Schema]) -> Schema:
    item = _kind(kind.item, True, definitions)
    schema: Schema = {"type": "array", "items": {"anyOf": [item, _PLAIN_ITEM]} if isinstance(kind.item, TextKind) else item}
    if kind.least:
        schema["minItems"] = kind.least
    if kind.most is not None:
        schema["maxItems"] = kind.most
    if not kind.alone:
        return schema
    return {"anyOf": [item if isinstance(kind.item, RecordKind) else dict(_SCALAR), schema]}
