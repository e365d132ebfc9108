"""JSON Schema (2020-12) of the files that people write, made from the plans that read them: editors complete from it.

A schema is for editors, so it judges files as YAML parsers see them: where text belongs, a number and a truth value are
welcome, because deckmotor takes them as typed.
"""

from typing import Literal

from msgspec import Struct

from deckmotor.model.deck import Head, Slide
from deckmotor.model.schema_kinds import ID, ONLY, SCALAR, VALUE, VARIABLES, Schema, record_schema, reference_schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_IDS: Schema = {"type": "array", "items": ID}

_SHEET: Schema = {
    "type": "object",
    "properties": {
        "file": {"description": "The path of a workbook.", "type": "string"},
        "sheet": {"description": "Its sheet; the first that is not hidden if left out.", **SCALAR},
        "range": {"description": "The cells of the sheet: `A3:F30`.", "type": "string"},
    },
    "required": ["file"],
    "additionalProperties": False,
}

_INCLUDE: Schema = {
    "type": "object",
    "description": "The slides of another file, in this place.",
    "properties": {"include": {"type": "string", "description": "The file's path, from the folder of this one."}, **ONLY},
    "required": ["include"],
    "additionalProperties": False,
}


Which = Literal["deck", "slides", "variants", "variant", "audiences", "language", "table"]
"""The kinds of file in a project's folder."""

_LAYER_HEAD = ("title", "subtitle", "date", "theme", "language", "subject")
"""Keys of the deck's head that a layer may say anew (`load.variants`)."""

_PLACE: dict[str, Schema] = {
    "after": {"description": "The id of the slide that it stands after.", **ID},
    "before": {"description": "The id of the slide that it stands before.", **ID},
}


def json_schema(which: Which) -> Schema:
    """The schema of a kind of file: `deck.yaml`, slides that it includes, `variants.yaml`, one variant's file,
    `audiences.yaml`, a file of translations, a table."""
    makers = {
        "deck": deck_schema,
        "slides": slides_schema,
        "variants": variants_schema,
        "variant": variant_schema,
        "audiences": audiences_schema,
        "language": language_schema,
        "table": table_schema,
    }
    return makers[which]()


def deck_schema() -> Schema:
    """The schema of `deck.yaml`."""
    definitions: dict[str, Schema] = {}
    head = record_schema(Head, definitions)
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


def language_schema() -> Schema:
    """The schema of a file in `languages/`: the translation of each text, by the way to it (`load.languages`)."""
    texts: Schema = {"type": ["object", "null"], "additionalProperties": VALUE["anyOf"][0]}
    named: Schema = {"type": ["object", "null"], "additionalProperties": texts}
    properties: dict[str, Schema] = {
        "only": {"description": "`deck`, where the language is not for variants and audiences.", "const": "deck"},
        "deck": {"description": "Texts of the deck's head: `title: …`.", **texts},
        "slides": {"description": "Texts of slides, by their ids: `bullets.2: …`.", **named},
        "audiences": {"description": "What audiences change, by their names.", **named},
        "each": {"description": "What `variants.yaml` itself changes.", **texts},
        "variants": {"description": "What variants change, by their ids.", **named},
        "made_from": {"description": "Kept by `deckmotor translate`: of what each was translated.", "type": ["object", "null"]},
    }
    return _finished(
        "A deck in another language", {"type": ["object", "null"], "properties": properties, "additionalProperties": False}, {}
    )


def table_schema() -> Schema:
    """The schema of a table: a list of rows with ids, or rows by their ids. Its columns are the project's own."""
    row: Schema = {"type": "object", "additionalProperties": {"anyOf": [*VALUE["anyOf"], {"type": "object"}]}}
    listed = {"type": "array", "items": {**row, "anyOf": [{"required": ["id"]}, {"required": ["name"]}]}}
    return _finished("A table of variants", {"anyOf": [listed, {"type": "object", "additionalProperties": row}]}, {})


def struct_schema(cls: type[Struct], title: str) -> Schema:
    """The schema of a file that is read into a struct: a theme."""
    definitions: dict[str, Schema] = {}
    return _finished(title, record_schema(cls, definitions), definitions)


def _finished(title: str, schema: Schema, definitions: dict[str, Schema]) -> Schema:
    described = {"description": schema["description"]} if "description" in schema else {}
    return {"$schema": DIALECT, "title": title, **described, **schema, "$defs": dict(sorted(definitions.items()))}


def _slides(definitions: dict[str, Schema]) -> Schema:
    return {"type": "array", "minItems": 1, "items": {"anyOf": [reference_schema(Slide, definitions), _INCLUDE]}}


def _layer(definitions: dict[str, Schema]) -> Schema:
    """The keys of one layer of changes (`source.overlay`)."""
    head = record_schema(Head, definitions)["properties"]
    properties: dict[str, Schema] = {
        "name": {"description": "What people call the variant.", **SCALAR},
        "file": {"description": "Name of the file that is built, without its ending.", **SCALAR},
        "set": {"description": "Variables, and their values.", **VARIABLES},
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
                "properties": {"id": {"description": "The slide's id.", **ID}, **_PLACE},
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
        properties = record_schema(Slide, definitions)["properties"]
        changed = {key: {"anyOf": [schema, {"type": ["object", "null"]}]} for key, schema in properties.items()}
        order = {"description": "Keys of the slide in a new order.", "type": "array", "items": {"type": "string"}}
        definitions["Change"] = {"type": "object", "properties": changed | {"order": order}, "additionalProperties": False}
    return {"$ref": "#/$defs/Change"}


def _added(definitions: dict[str, Schema]) -> Schema:
    """A slide, and where it is put in."""
    if "AddedSlide" not in definitions:
        slide = record_schema(Slide, definitions)
        definitions["AddedSlide"] = {**slide, "properties": {**_PLACE, **slide["properties"]}}
    return {"$ref": "#/$defs/AddedSlide"}
