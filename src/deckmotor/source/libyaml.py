"""libyaml's parser, without the rest of PyYAML.

`import yaml` runs all of PyYAML first: a reader, scanner, constructor and writer in Python, which take 20 ms of every start
and of which nothing is used here. So only what the parser in C needs is loaded. The package that others then find under the
name `yaml` completes itself when they first use it.
"""

import sys
from importlib.machinery import PathFinder
from types import ModuleType, SimpleNamespace
from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from importlib.util import module_from_spec
else:
    from _frozen_importlib import module_from_spec  # Python's own, which is there; `importlib.util` would be loaded for this.

_ERRORS = {
    "scanner": "ScannerError", "parser": "ParserError", "composer": "ComposerError", "constructor": "ConstructorError",
    "emitter": "EmitterError", "serializer": "SerializerError", "representer": "RepresenterError",
}  # fmt: skip
"""Modules of PyYAML that its part in C takes nothing from but a class of errors."""


class QuickScalar(Struct):
    """The event of a scalar, in the place of PyYAML's own, which takes ten times as long to make: each value is one."""

    anchor: Any
    tag: Any
    implicit: Any
    value: str
    start_mark: Any = None
    end_mark: Any = None
    style: Any = None


def _c_parser() -> Any:
    """The class of libyaml's parser; None where this build of PyYAML lacks it, or has been loaded already."""
    spec = None if "yaml" in sys.modules else PathFinder.find_spec("yaml")
    if spec is None or spec.loader is None:
        return None
    package = sys.modules["yaml"] = module_from_spec(spec)
    try:
        from yaml import error, events, nodes, tokens  # noqa: F401  (it finds them as attributes of the package)

        _stand_in(package, error)
        vars(events)["ScalarEvent"] = QuickScalar
        from yaml._yaml import CParser
    except (ImportError, AttributeError):
        # Without libyaml, or of another make than those known: then all of it is loaded, from the beginning.
        for name in [name for name in sys.modules if name.split(".")[0] == "yaml"]:
            del sys.modules[name]
        return None
    _complete_when_used(package, spec.loader)
    return CParser


def _stand_in(package: ModuleType, error: Any) -> None:
    """Give the package what its part in C reads of it: modules with nothing in them but errors."""

    class ReaderError(error.YAMLError):  # type: ignore[misc]
        """A character that no YAML can hold."""

        def __init__(self, *about: object) -> None:
            self.name, self.position, self.character, self.encoding, self.reason = about

    package.__dict__["reader"] = SimpleNamespace(ReaderError=ReaderError)
    for module, name in _ERRORS.items():
        package.__dict__[module] = SimpleNamespace(**{name: type(name, (error.MarkedYAMLError,), {})})


def _complete_when_used(package: ModuleType, loader: Any) -> None:
    """Have the package load all of PyYAML when something is asked of it that it does not have yet (PEP 562)."""
    for module in ("reader", *_ERRORS):
        package.__dict__.pop(module, None)

    def complete(name: str) -> Any:
        del package.__dict__["__getattr__"]
        loader.exec_module(package)
        return getattr(package, name)

    package.__dict__["__getattr__"] = complete


Parser: Any = _c_parser()
if Parser is None:
    import yaml

    # libyaml, which is fifteen times faster, is not in every build of PyYAML.
    Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# These have to be loaded after the parser, which decides how much of PyYAML they bring along.
from yaml.error import MarkedYAMLError, YAMLError  # noqa: E402
from yaml.events import (  # noqa: E402
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

__all__ = [
    "AliasEvent",
    "DocumentStartEvent",
    "MappingEndEvent",
    "MappingStartEvent",
    "MarkedYAMLError",
    "Parser",
    "ScalarEvent",
    "SequenceEndEvent",
    "SequenceStartEvent",
    "StreamEndEvent",
    "YAMLError",
]
