"""Who is compared, and with which command each builds a deck."""

from pathlib import Path
from typing import Literal

from msgspec import Struct

BENCH = Path(__file__).resolve().parent
ROOT = BENCH.parent
RIVALS = BENCH / ".rivals"
"""Where `setup.py` installs the rivals."""
WORK = BENCH / ".work"
"""Decks, outputs and caches of a run."""
PYTHON = str(RIVALS / "venv/bin/python")
OUR_PYTHON = str(ROOT / ".venv/bin/python")
OURS = (OUR_PYTHON, str(ROOT / "make_deck.py"))


class Task(Struct, frozen=True, kw_only=True):
    """What all contenders do in one table: build so many decks of so many slides, or (no decks) only start."""

    key: str
    title: str
    slides: int = 0
    decks: int = 0

    @property
    def folder(self) -> Path:
        """Where its decks are."""
        return WORK / f"decks-{self.slides}x{self.decks}"


class Contender(Struct, frozen=True, kw_only=True):
    """A program, how it is asked to build, and how its version is found."""

    key: str
    """What `--only` calls it."""
    name: str
    how: str
    """How it is used, for the notes under the tables."""
    reads: Literal["yaml", "json", "markdown", ""]
    """Which form of the decks it gets; none for those that only start."""
    program: tuple[str, ...]
    starts: tuple[str, ...]
    """The least it can be asked to do: only start."""
    version: tuple[str, ...]
    """Prints its version on the first line."""
    keeps_cache: bool = False
    """Whether its cache outlives a run. Without it every run begins with an empty one."""


def _script(name: str) -> str:
    return str(BENCH / "rivals" / name)


def _python_package(distribution: str) -> tuple[str, ...]:
    return (PYTHON, "-c", f"from importlib.metadata import version; print(version({distribution!r}))")


def _python_rival(key: str, name: str, distribution: str, how: str) -> Contender:
    program = (PYTHON, _script(f"with_{key.replace('-', '_')}.py"))
    return Contender(
        key=key, name=name, how=how, reads="json", program=program, starts=program, version=_python_package(distribution)
    )


NODE_PROGRAM = ("node", _script("with_pptxgenjs.cjs"))
NODE_VERSION = ("node", "-p", 'require(require.resolve("pptxgenjs").replace(/dist.*/, "package.json")).version')

CONTENDERS = (
    Contender(
        key="deckmotor",
        name="deckmotor",
        how="`make_deck.py build`, all checks and measuring on; the theme was used before, as on all builds but its first",
        reads="yaml",
        program=OURS,
        starts=(*OURS, "--version"),
        version=(*OURS, "--version"),
        keeps_cache=True,
    ),
    Contender(
        key="deckmotor-first",
        name="deckmotor, first build",
        how="the same command with an empty cache before every run: the theme is made from its tokens too",
        reads="yaml",
        program=OURS,
        starts=(),
        version=(*OURS, "--version"),
    ),
    Contender(
        key="pandoc",
        name="pandoc",
        how="Markdown with its reference deck; one call a deck, as it knows no other way",
        reads="markdown",
        program=("pandoc",),
        starts=("pandoc", "--version"),
        version=("pandoc", "--version"),
    ),
    _python_rival("python-pptx", "python-pptx", "python-pptx", "a plain script as its guide writes it"),
    _python_rival("power-pptx", "power-pptx", "power-pptx", "the same script; its JSON form takes a little longer"),
    Contender(
        key="pptxgenjs",
        name="PptxGenJS",
        how="masters with placeholders; its default, which stores without compression",
        reads="json",
        program=NODE_PROGRAM,
        starts=NODE_PROGRAM,
        version=NODE_VERSION,
    ),
    Contender(
        key="pptxgenjs-compressed",
        name="PptxGenJS, compressed",
        how="the same through `stream({ compression: true })`; its `writeFile` ignores the option in Node",
        reads="json",
        program=(*NODE_PROGRAM, "--compress"),
        starts=(),
        version=NODE_VERSION,
    ),
    _python_rival("gopptx", "gopptx", "gopptx", "its Go engine through its batch; measures and checks nothing"),
    _python_rival(
        "dark-slide", "dark-slide", "fancy-dark-slide", "text boxes, as it has no placeholders; stores without compression"
    ),
    Contender(
        key="bare-python",
        name="an empty Python program",
        how="the floor for all that are written in Python",
        reads="",
        program=(),
        starts=(OUR_PYTHON, "-c", "pass"),
        version=(OUR_PYTHON, "--version"),
    ),
    Contender(
        key="bare-node",
        name="an empty Node program",
        how="the floor for all that are written in JavaScript",
        reads="",
        program=(),
        starts=("node", "-e", "0"),
        version=("node", "--version"),
    ),
)


def command(contender: Contender, task: Task, out: Path) -> tuple[str, ...]:
    """The command with which a contender does a task, writing into the folder `out`; empty where it takes no part."""
    if not task.decks:
        return contender.starts
    sources = tuple(str(place) for place in sorted((task.folder / contender.reads).iterdir()))
    if contender.reads == "yaml":
        every = ("--all",) if task.decks > 1 else ()
        return (*contender.program, "build", str(task.folder / "yaml/deck.yaml"), *every, "--output", str(out))
    if contender.reads == "markdown":
        if task.decks == 1:
            return (*contender.program, *sources, "-o", str(out / "deck.pptx"))
        return ("sh", _script("with_pandoc.sh"), str(out), *sources)
    if contender.reads == "json":
        return (*contender.program, str(out), *sources)
    return ()
