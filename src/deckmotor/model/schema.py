"""JSON Schema (2020-12) of the files that people write, made from the plans that read them: editors complete from it.

A schema is for editors, so it judges files as YAML parsers see them: where text belongs, a number and a truth value are
welcome, because deckmotor takes them as typed.
"""

from typing import Any

from msgspec import Struct

from deckmotor.model.blocks import Picture
from deckmotor.model.deck import Head, Slide
from deckmotor.model.kinds import ChoiceKind, DecimalKind, FlagKind, Kind, ListKind, NumberKind, TextKind, WordsKind
from deckmotor.model.records import Field, RecordKind, plan_of

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_SCALAR: Schema = {"type": ["string", "number", "boolean"]}
_WORDS: Schema = {"type": "array", "items": _SCALAR}
_AUDIENCES: Schema = {"anyOf": [_SCALAR, _WORDS]}

_BESIDE: dict[str, Schema] = {
    "only": {"description": "The audiences that see it.", **_AUDIENCES},
    "except": {"description": "The audiences that do not see it.", **_AUDIENCES},
}
"""Keys that `source.overlay` reads."""

_CONDITIONS: dict[type, Schema] = {
    Slide: {"anyOf": [{"required": [key]} for key in ("title", "cover", "section", "closing")]},
    Picture: {
        "oneOf": [{"required": ["alt"]}, {"required": ["decorative"], "properties": {"decorative": {"const": True}}}],
    },
}
"""What must hold between the keys of a struct, as `rules` and `slides` check it."""

_INCLUDE: Schema = {
    "type": "object",
    "description": "The slides of another file, in this place.",
    "properties": {"include": {"type": "string", "description": "The file's path, from the folder of this one."}},
    "required": ["include"],
    "additionalProperties": False,
}


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


def struct_schema(cls: type[Struct], title: str) -> Schema:
    """The schema of a file that is read into a struct: a theme."""
    definitions: dict[str, Schema] = {}
    return _finished(title, _record(cls, definitions), definitions)


def _finished(title: str, schema: Schema, definitions: dict[str, Schema]) -> Schema:
    described = {"description": schema["description"]} if "description" in schema else {}
    return {"$schema": DIALECT, "title": title, **described, **schema, "$defs": dict(sorted(definitions.items()))}


def _slides(definitions: dict[str, Schema]) -> Schema:
    return {"type": "array", "minItems": 1, "items": {"anyOf": [_reference(Slide, definitions), _INCLUDE]}}


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
    if plan.short and not [name for name in plan.required if name != plan.short.key] and cls not in _CONDITIONS:
        described = {"description": record.pop("description")}
        return {**described, "anyOf": [_kind(plan.short.kind, True, definitions), record]}
    if not plan.required and not plan.blocks:
        record["type"] = ["object", "null"]
    return record


def _record(cls: type[Struct], definitions: dict[str, Schema]) -> Schema:
    plan = plan_of(cls)
    properties = {key: _field(field, definitions) for key, field in plan.fields.items()}
    properties |= {key: _kind(kind, True, definitions) for key, kind in plan.blocks.items()}
    properties |= {key: _BESIDE[key] for key in plan.beside if key in _BESIDE}
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
        case NumberKind():
            limits = {"minimum": kind.least, "maximum": kind.most}
            return {"type": "integer", **{key: limit for key, limit in limits.items() if limit is not None}}
        case DecimalKind():
            return {"type": "number"}
        case WordsKind():
            return {"type": "object", "additionalProperties": {"type": ["string", "number", "boolean", "null"]}}
    if isinstance(kind, TextKind) and kind.empty:
        return {"type": ["string", "number", "boolean", "null"]}
    return {**_SCALAR, "minLength": 1} if filled else dict(_SCALAR)


def _list(kind: ListKind, definitions: dict[str, Schema]) -> Schema:
    schema: Schema = {"type": "array", "items": _kind(kind.item, True, definitions)}
    if kind.least:
        schema["minItems"] = kind.least
    if kind.most is not None:
        schema["maxItems"] = kind.most
    return {"anyOf": [dict(_SCALAR), schema]} if kind.alone else schema
