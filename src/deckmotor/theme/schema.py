"""JSON Schema of `theme.yaml`, made from the tokens, for editors."""

from typing import Any

from deckmotor.model.schema import struct_schema
from deckmotor.theme.scheme import SCHEME_NAMES
from deckmotor.theme.tokens import Tokens

_GROUPS = ("Colours", "FontNames", "Sizes", "Fit", "Loud", "Motif", "GridTokens", "FactPage")
"""What a theme that extends another may say only a part of."""


def theme_schema() -> dict[str, Any]:
    """The schema of a theme. Nothing but `extends` is needed where it extends another."""
    schema = struct_schema(Tokens, "A theme of deckmotor")
    schema["anyOf"] = [{"required": ["extends"]}, {"required": schema.pop("required")}]
    for name in _GROUPS:
        del schema["$defs"][name]["required"]
    colours = schema["$defs"]["Colours"]["properties"]
    for name in SCHEME_NAMES:
        # A pattern says nothing about numbers, and `000000` without quotes is one.
        colours[name]["pattern"] = "^#?[0-9A-Fa-f]{6}$"
    return schema
