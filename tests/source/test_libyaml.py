"""PyYAML is only half loaded by us, and whole for all others."""

import subprocess
import sys
from pathlib import Path

SOURCES = Path(__file__).parents[2] / "src"


def run(program: str) -> str:
    """What a program prints in a process of its own."""
    begin = f"import sys; sys.path.insert(0, {str(SOURCES)!r})\n"
    return subprocess.run([sys.executable, "-c", begin + program], capture_output=True, text=True, check=True).stdout


def test_only_the_parser_is_loaded() -> None:
    loaded = run("import deckmotor.source.parse\nprint(*sorted(name for name in sys.modules if name.startswith('yaml')))")
    assert loaded.split() == ["yaml", "yaml._yaml", "yaml.error", "yaml.events", "yaml.nodes", "yaml.tokens"]


OTHERS = """
import yaml
assert yaml.safe_load("a: [1, yes]") == {"a": [1, True]}
assert yaml.load("a: [1, yes]", yaml.CSafeLoader) == {"a": [1, True]}
assert yaml.dump({"a": 1}) == "a: 1\\n"
for broken in ("a: 'x", "a: [", "a\\0b", "- a\\n b: c: d"):
    for loader in (yaml.SafeLoader, yaml.CSafeLoader):
        try:
            yaml.load(broken, loader)
        except yaml.YAMLError:
            continue
        raise AssertionError(broken)
from yaml.reader import ReaderError
from yaml import scanner
assert ReaderError is yaml.reader.ReaderError and scanner is yaml.scanner
"""


def test_others_find_all_of_it() -> None:
    run(f"import deckmotor.source.parse\n{OTHERS}")


def test_we_take_what_others_have_loaded() -> None:
    parsed = "from deckmotor.source.parse import parse\nnode, problems = parse(b'a: 1', 'x')"
    program = f"import yaml\n{parsed}\nprint(node is not None, problems)"
    assert run(program + OTHERS) == "True ()\n"


def test_it_does_without_libyaml() -> None:
    program = (
        "sys.modules['yaml._yaml'] = None\nfrom deckmotor.source.parse import parse\nprint(parse(b'a: [1', 'x')[1][0].code)"
    )
    assert run(program) == "unclosed\n"
