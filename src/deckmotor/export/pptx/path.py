"""Outlines that decorate a slide."""

from deckmotor.ooxml.drawing import path_shape as outline_shape
from deckmotor.scene.page import PathShape


def path_shape(item: PathShape, shape_id: int) -> str:
    """`p:sp` with an outline of its own, marked as decorative."""
    return outline_shape(shape_id, item.name, item.commands, item.fill, item.line)
