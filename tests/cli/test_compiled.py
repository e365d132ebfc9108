"""The compiled modules of a build in one file: taken where all is as it was, and never in the way where it is not."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(not hasattr(os, "pread"), reason="Windows has none, and no such file")

LOADERS = """\
from deckmotor.cli.compiled import take
take()
import deckmotor.workspace, deckmotor.color, deckmotor.span
print(*(type(module.__spec__.loader).__name__ for module in (deckmotor.workspace, deckmotor.color, deckmotor.span)))
print(deckmotor.color.__file__, deckmotor.workspace.__cached__, deckmotor.__path__)
loader = deckmotor.color.__spec__.loader
print(len(getattr(loader, "code", "")), type(loader.get_code("deckmotor.color")).__name__)
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the package that has built a deck."""
    folder = tmp_path_factory.mktemp("package")
    shutil.copytree(TOP / "src" / "deckmotor", folder / "src" / "deckmotor", ignore=shutil.ignore_patterns("*.all"))
    shutil.copytree(TOP / "themes", folder / "themes")
    (folder / "deck.yaml").write_text("title: T\nslides:\n  - title: A\n    text: Hej.\n", encoding="utf-8")
    ran(folder, written=True)
    yield folder


def ran(package: Path, code: str = "", *, written: bool = False) -> str:
    """What a process says that builds a deck, or runs some code."""
    env = {**os.environ, "PYTHONPATH": str(package / "src"), "PYTHONDONTWRITEBYTECODE": "" if written else "1"}
    build = f"import sys; sys.argv[1:] = ['build', {str(package)!r}]; from deckmotor.cli import main; main()"
    run = subprocess.run([sys.executable, "-c", code or build], capture_output=True, text=True, env=env, check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout


def kept(package: Path) -> Path:
    (file,) = package.rglob("*.all")
    return file


def test_modules_come_from_the_file_and_know_where_they_are(package: Path) -> None:
    loaders, places, left = ran(package, LOADERS).splitlines()
    assert loaders.split() == ["_Loader"] * 3
    color, cached, path = places.split()
    assert color == str(package / "src" / "deckmotor" / "color.py")
    assert Path(cached).is_file()
    assert path == repr([str(package / "src" / "deckmotor")])
    assert left == "0 code"  # What was read is let go, and found again where it is asked for.


def test_a_source_that_has_changed_is_read_and_then_kept_anew(package: Path) -> None:
    source = package / "src" / "deckmotor" / "color.py"
    before = source.read_text(encoding="utf-8")
    source.write_text(before + "\nNEW = 1\n", encoding="utf-8")
    assert ran(package, LOADERS).split()[:3] == ["_Loader", "SourceFileLoader", "_Loader"]
    ran(package, written=True)
    assert ran(package, LOADERS).split()[:3] == ["_Loader"] * 3
    assert ran(package, "from deckmotor.cli.compiled import take\ntake()\nimport deckmotor.color as c\nprint(c.NEW)") == "1\n"


@pytest.mark.parametrize("left", [0, 10, 9_000, 0.5])
def test_a_damaged_file_is_as_good_as_none(package: Path, left: float) -> None:
    file = kept(package)
    before, deck = file.read_bytes(), package / "build" / "t.pptx"
    whole = int(left if left >= 1 else left * len(before))
    try:
        for damaged in (before[:whole], before[:whole].ljust(len(before), b"\0")):
            file.write_bytes(damaged)
            deck.unlink()
            ran(package)
            assert deck.is_file()
    finally:
        file.write_bytes(before)


def test_none_is_written_where_python_writes_none(package: Path) -> None:
    file = kept(package)
    before = file.read_bytes()
    file.unlink()
    ran(package)
    assert not file.exists()
    file.write_bytes(before)


def test_a_closed_stream_keeps_its_place(package: Path) -> None:
    code = "import os\nos.close(0)\nfrom deckmotor.cli.compiled import take\ntake()\nprint(os.open('/dev/null', os.O_RDONLY))"
    assert ran(package, code) == "0\n"


def test_a_copied_package_runs_its_own_modules(package: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(package, copy)
    source = copy / "src" / "deckmotor" / "color.py"
    source.write_text(source.read_text(encoding="utf-8") + "\nNEW = 1\n", encoding="utf-8")
    assert ran(copy, LOADERS).split()[:3] == ["_Loader", "SourceFileLoader", "_Loader"]
    code = "from deckmotor.cli.compiled import take\ntake()\nfrom deckmotor import color, workspace\n"
    said = ran(copy, code + "print(color.NEW, workspace.__file__)")
    assert said.split() == ["1", str(copy / "src" / "deckmotor" / "workspace.py")]
