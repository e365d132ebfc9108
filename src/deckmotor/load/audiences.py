"""Who is in the room: the names of `audiences.yaml`, each with a layer of its own."""

import re

from deckmotor.load.files import Files
from deckmotor.load.layers import OWN_KEYS
from deckmotor.load.rows import check_layer
from deckmotor.source.merge import is_null
from deckmotor.source.nodes import Mapping, Node, Scalar

MOST = 50
"""Audiences of a deck."""

_RESERVED = ("and", "or", "not")
"""Words of conditions, in which audiences are named (`source.conditions`)."""

_is_name = re.compile(r"(?!\d)\w[\w-]*").fullmatch


def read_audiences(files: Files, path: str) -> dict[str, Mapping]:
    """The layer of each audience, in order; an empty one where it changes nothing."""
    node = files.read(path)
    if node is None or is_null(node):
        return {}
    if not isinstance(node, Mapping):
        hints = ("write the name of each with a colon: `politiker: {}`",)
        files.wrong("`audiences.yaml`", "a group of names, each with its changes below it", node, *hints)
        return {}
    found: dict[str, Mapping] = {}
    for key, layer in node.entries:
        if _is_sound(files, key, layer) and len(found) < MOST:
            found[key.text] = layer if isinstance(layer, Mapping) else Mapping((), key.span)
    if len(node.entries) > MOST:
        files.report(
            "wrong-length", node.span, of="`audiences.yaml`", expected=f"at most {MOST} audiences", found=len(node.entries)
        )
    return found


def _is_sound(files: Files, key: Scalar, layer: Node) -> bool:
    name = key.text
    if name in OWN_KEYS:
        hint = (f"write it below the name of an audience: `politiker: {{{name}: …}}`",)
        files.report("unknown-key", key.span, *hint, key=name, of="`audiences.yaml`, which names audiences")
        return False
    if not _is_name(name) or name in _RESERVED:
        likely = re.sub(r"[^\w-]+", "-", name).strip("-")
        hints = (f"did you mean `{likely}`?",) if _is_name(likely) and likely not in _RESERVED else ()
        files.report("bad-audience", key.span, *hints, name=name)
        return False
    if isinstance(layer, Mapping):
        check_layer(files, layer, OWN_KEYS, "an audience")
    elif not is_null(layer):
        meant = (f"did you mean `{name}: {{name: {layer.text}}}`?",) if isinstance(layer, Scalar) else ()
        files.wrong(f"the audience `{name}`", "a group of keys with its changes", layer, *meant)
    return True
