"""What `build` makes and where it goes: the options, and the writing of files."""

import os
import re
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click
from msgspec import Struct

from deckmotor.build import RESOLUTION, Built, File, Handout, How, Output
from deckmotor.cli.base import option
from deckmotor.cli.screen import WRITTEN, shown_path
from deckmotor.messages import nearest
from deckmotor.saving import clear_parts, take_away, write_file

if TYPE_CHECKING:  # It is needed when the Tab key is pressed.
    from click.shell_completion import CompletionItem

KNOWN: tuple[Output, ...] = get_args(Output)
PAGES = (".png", ".svg")
"""Endings of files that show one page."""

LEAST_RESOLUTION, MOST_RESOLUTION = 20, 600


class Target(Struct, frozen=True, kw_only=True):
    """What is to be made of each deck."""

    folder: Path | None
    """Where the files go, or None for `build/` in the project."""
    outputs: tuple[Output, ...]
    how: How


class OutputList(click.ParamType[tuple[Output, ...]]):
    """A list of outputs with commas; each once, in the order of `KNOWN`."""

    name = "outputs"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[Output, ...]:
        """The outputs of a list; says which one there is not, or that what makes it is not installed."""
        if isinstance(value, tuple):
            return value
        wanted = [word.strip().lower() for word in value.split(",")]
        for word in wanted:
            if word not in KNOWN:
                self.fail("; ".join((f"`{word}` can't be built", *nearest(word, KNOWN))), param, ctx)
        if set(wanted) & {"pdf", "png", "sheet"} and not _typst_is_installed():
            self.fail("PDF and PNG need the library `typst`, which is not installed here: pip install typst", param, ctx)
        return tuple(output for output in KNOWN if output in wanted)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list["CompletionItem"]:
        """Complete the last name of the list."""
        from click.shell_completion import CompletionItem

        before, comma, last = incomplete.rpartition(",")
        return [CompletionItem(f"{before}{comma}{output}") for output in KNOWN if output.startswith(last)]


class OutputFolder(click.ParamType[Path]):
    """A folder for files, which need not be there yet."""

    name = "folder"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path; says what is no folder, or was meant as the name of a file."""
        path = Path(value)
        if not str(value).strip():
            self.fail("the folder has no name; `-o .` is the current one", param, ctx)
        if os.path.isdir(path):
            return path
        if os.path.lexists(path):
            self.fail(f"`{path}` is no folder, and files go into one", param, ctx)
        if path.suffix.lower().lstrip(".") in KNOWN:
            self.fail(f"`{path}` is to be a folder; the name of the file is said by the deck: `file: {path.stem}`", param, ctx)
        return path

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list["CompletionItem"]:
        """Let the shell complete a folder."""
        from click.shell_completion import CompletionItem

        return [CompletionItem(incomplete, type="dir")]


def _typst_is_installed() -> bool:
    from importlib.util import find_spec  # Only where something else than PowerPoint is asked for.

    return find_spec("typst") is not None


_OPTIONS = (
    option(
        "--to", type=OutputList(), default="pptx", show_default=True, metavar="LIST",
        help="What to make, with commas between: pptx, pdf, png, html, svg, sheet (all pages on one picture).",
    ),
    option(
        "--resolution", type=click.IntRange(LEAST_RESOLUTION, MOST_RESOLUTION), default=RESOLUTION, metavar="DPI",
        help=f"Dots per inch of PNG pictures; the usual {RESOLUTION} make 1920 × 1080.",
    ),
    option(
        "--slides", default="", metavar="LIST", help="Only these slides, by number or id, with commas between: 3-5,urval.",
    ),
    option(
        "--handout", type=click.Choice(get_args(Handout)),
        help="A PDF for paper: so many slides a sheet, or one with its notes.",
    ),
    option("--output", "-o", metavar="DIR", type=OutputFolder(), help="Where the files go."),
)  # fmt: skip


def target_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options for its target, which it gets as one argument, `target`."""

    @wraps(command)
    def with_target(
        *, to: tuple[Output, ...], resolution: int, slides: str, handout: Handout | None, output: Path | None, **rest: Any
    ) -> None:
        # A handout is a PDF, whatever else is made.
        outputs = to if handout is None or "pdf" in to else (*(one for one in to if one != "pptx"), "pdf")
        how = How(resolution=resolution, handout=handout, slides=slides)
        command(target=Target(folder=output, outputs=outputs, how=how), **rest)

    given: Callable[..., None] = with_target
    for add in reversed(_OPTIONS):
        given = add(given)
    return given


class Written(Struct, frozen=True):
    """What became of the files of a build."""

    paths: tuple[Path, ...]
    """Those that were written, in order."""
    failed: tuple[Path, ...] = ()
    """Those that could not be made or written, and old ones that could not be taken away. Each has been told."""


def write_files(built: Sequence[Built], folder: Path) -> Written:
    """Write all files that can be written, with a word about each that can't. Old files stay until the new ones stand."""
    written: list[Path] = []
    failed = [folder / name for deck in built for name in deck.failed]
    for place in {(folder / file.name).parent for deck in built for file in deck.files}:
        clear_parts(place)
    for deck in built:
        before = len(failed)
        for file in deck.files:
            try:
                write_file(folder / file.name, file.data)
                written.append(folder / file.name)
                WRITTEN.append(folder / file.name)
            except OSError as error:
                failed.append(folder / file.name)
                hint = " Is it open in another program?" if isinstance(error, PermissionError) else ""
                click.echo(f"Can't write {shown_path(folder / file.name)}: {error.strerror}.{hint}", err=True)
        if len(failed) == before:
            failed += _clear(deck.files, folder)
    return Written(tuple(written), tuple(failed))


def _clear(files: Sequence[File], folder: Path) -> list[Path]:
    """Take away the pictures of pages that a deck no longer has: beside its new ones they would be taken for its own.

    Those that could not be taken away are the result; each is told. What only has such a name and is no file stays.
    """
    pictures = {folder / file.name for file in files if file.name.endswith(PAGES)}
    failed: list[Path] = []
    for place in {picture.parent for picture in pictures}:
        endings = "|".join(sorted({picture.suffix[1:] for picture in pictures if picture.parent == place}))
        own = re.compile(re.escape(place.name) + rf"-\d+\.({endings})")
        for path in sorted(place.iterdir()):
            if path not in pictures and own.fullmatch(path.name) and not path.is_dir():
                try:
                    take_away(path)
                except OSError as error:
                    failed.append(path)
                    click.echo(f"Can't take away the old page {shown_path(path)}: {error.strerror}.", err=True)
    return failed
