"""Parts of the model that are loaded when a deck first uses them, by the module and the name that they have there."""

from importlib import import_module
from typing import Any


def named(place: str) -> Any:
    """What a module of the model holds: `tables.Table`."""
    module, _, name = place.partition(".")
    return getattr(import_module(f"deckmotor.model.{module}"), name)
