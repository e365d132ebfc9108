"""Who may import whom. The rooms and their rows are told in ARCHITECTURE.md; change both in the same commit."""

import ast
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "src" / "deckmotor"

ROWS = (
    ("units", "color", "span", "edition", "catalogue", "clusters", "saving", "beside"),
    ("style", "diagnostics", "workspace", "nearest"),
    ("messages", "cache"),
    ("source", "ooxml", "linter", "geo", "icons", "listing", "math", "witness"),
    ("model", "typeset", "scene", "charts", "finished"),
    ("theme",),
    ("compose", "load", "pictures"),
    ("export", "check", "diff", "importer"),
    ("browsed", "built", "drawn"),
    ("build", "pull"),
    ("batch", "preview"),
    ("api",),
    ("cli",),
)
"""A module imports from rows above its own, or from its own room."""

ROW_OF = {room: row for row, rooms in enumerate(ROWS) for room in rooms}

SEEN_BY_EXPORT = {"scene", "ooxml", "style", "units", "color"}

LIBRARIES: dict[str, set[str]] = {
    "yaml": {"source"},
    "pptx": {"ooxml", "export.pptx", "theme", "importer"},
    "lxml": {"ooxml", "export.pptx", "theme", "importer"},
    "uharfbuzz": {"typeset", "export.typst", "export.web"},
    "pyphen": set(),
    "typst": {"export.typst"},
    "PIL": {"pictures"},
    "segno": {"compose"},
    "openpyxl": {"source"},
    "pygments": {"listing"},
    "click": {"cli"},
    "starlette": {"preview"},
    "uvicorn": {"preview"},
    "watchfiles": {"preview"},
    "distributed": {"batch"},
    "msgspec": set(ROW_OF),
}
"""Third-party libraries, and the rooms they are for."""

OUTSIDE_WORLD = {
    "os", "pathlib", "io", "tempfile", "shutil", "glob", "subprocess", "socket", "time", "datetime", "random", "locale",
    "platform", "getpass", "secrets", "logging", "threading", "multiprocessing",
}  # fmt: skip
"""Standard modules by which a stage would see more than its arguments: files, clock, chance, the machine."""

MAY_SEE_OUTSIDE = {"saving", "beside", "workspace", "cache", "batch", "preview", "api", "cli"}

EFFECTS = {"open", "print", "input", "exec", "eval"}
"""Built-in functions that a stage does not call."""

FILES_READ = {"io": {"source", "ooxml", "theme", "importer", "pictures", "export.pptx", "linter"}}
"""`io.BytesIO` is no file; libraries want it where they are given bytes."""


PACKAGE_ITSELF = ""
"""`deckmotor` offers what `api` has when it is asked for that. All others take its version, and nothing else, from it."""


def modules() -> dict[str, str]:
    """Source text of every module by its dotted name below `deckmotor`; the package itself is the empty name."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path.read_text("utf-8")
    return found


def imports(source: str) -> Iterator[str]:
    """Every name that a module imports, wherever in it: `deckmotor.units.inches`, `click`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name the whole path"
            yield from (f"{node.module}.{name.name}" for name in node.names)


def rooms_of(module: str) -> set[str]:
    """The room of a module, and below `export` the exporter too: `export`, `export.pptx`."""
    parts = module.split(".")
    return {parts[0]} | ({".".join(parts[:2])} if parts[0] == "export" and len(parts) > 1 else set())


def broken_rules(module: str, source: str) -> list[str]:
    """What a module imports, or calls, against the rules."""
    broken = [f"{module} imports {name}" for name in imports(source) if not allowed(module, name)]
    if not rooms_of(module) & MAY_SEE_OUTSIDE:
        calls = (node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
        broken += [f"{module} calls {name.id}" for name in calls if isinstance(name, ast.Name) and name.id in EFFECTS]
    return broken


def allowed(module: str, name: str) -> bool:
    top, _, rest = name.partition(".")
    rooms = rooms_of(module)
    if top == "deckmotor":
        return allowed_inside(module, rest)
    if top in LIBRARIES:
        return bool(rooms & LIBRARIES[top])
    if top in OUTSIDE_WORLD:
        return bool(rooms & (MAY_SEE_OUTSIDE | FILES_READ.get(top, set())))
    return top in sys.stdlib_module_names


def allowed_inside(module: str, name: str) -> bool:
    room, other = module.split(".")[0], name.split(".")[0]
    if other not in ROW_OF:
        return name == "__version__"
    if room == other:
        return room != "export" or module.split(".")[1:2] == name.split(".")[1:2]
    if room == "export":
        return other in SEEN_BY_EXPORT
    return ROW_OF[other] < ROW_OF[room]


@pytest.mark.parametrize("module", sorted(set(modules()) - {""}))
def test_a_module_imports_only_what_its_room_may(module: str) -> None:
    assert module.split(".")[0] in ROW_OF, f"{module} stands in no row"
    assert broken_rules(module, modules()[module]) == []


def test_there_are_no_import_cycles() -> None:
    sources = modules()
    graph = {}
    for module, source in sources.items():
        inside = [name.removeprefix("deckmotor.") for name in imports(source) if name.startswith("deckmotor.")]
        graph[module] = {name if name in sources else name.rpartition(".")[0] for name in inside} - {module, PACKAGE_ITSELF}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as cycle:
        pytest.fail(f"these modules import each other: {' <- '.join(cycle.args[1])}")


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("units", "from deckmotor.span import Span"),
        ("model.read", "import deckmotor.theme.theme"),
        ("compose.table", "from deckmotor.load import load_deck"),
        ("export.pptx.slide", "from deckmotor.model.deck import Deck"),
        ("export.pptx.slide", "from deckmotor.messages import problem"),
        ("export.pptx.slide", "from deckmotor.export.typst import write"),
        ("compose.page", "def f():\n    import pptx"),
        ("build", "import click"),
        ("load", "import yaml"),
        ("model.read", "import numpy"),
        ("compose.page", "from datetime import date"),
        ("theme.read", "from pathlib import Path"),
        ("compose.page", "print('here')"),
    ],
)
def test_the_rules_see_a_wrong_import(module: str, line: str) -> None:
    assert broken_rules(module, line) != []
