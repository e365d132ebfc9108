"""What `build` makes and where it goes: the options."""

import os
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from deckmotor.batch.target import Target
from deckmotor.built import RESOLUTION, Handout, How, Output
from deckmotor.cli.base import from_home, option
from deckmotor.messages import nearest

if TYPE_CHECKING:  # It is needed when the Tab key is pressed.
    from click.shell_completion import CompletionItem

KNOWN: tuple[Output, ...] = get_args(Output)
LEAST_RESOLUTION, MOST_RESOLUTION = 20, 600
LEAST_WIDTH, MOST_WIDTH = 20, 8000


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
        """The path; says what is no folder, or was meant as an option or the name of a file."""
        path = Path(from_home(value))
        if not str(value).strip():
            self.fail("the folder has no name; `-o .` is the current one", param, ctx)
        if os.path.isdir(path):
            return path
        if str(path).startswith("-"):
            self.fail(f"`{path}` is no folder; `-o ./{path}` is one", param, ctx)
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
        "--to", "lists", type=OutputList(), default=["pptx"], show_default=True, multiple=True, metavar="LIST",
        help="What to make, with commas between: pptx, pdf, png, html, svg, sheet (all pages on one picture).",
    ),
    option(
        "--resolution", type=click.IntRange(LEAST_RESOLUTION, MOST_RESOLUTION), metavar="DPI",
        help=f"Dots per inch of PNG pictures; the usual {RESOLUTION} make 1920 × 1080.",
    ),
    option(
        "--width", type=click.IntRange(LEAST_WIDTH, MOST_WIDTH), metavar="PIXELS",
        help="Width of PNG pictures instead; pages on a contact sheet are a third as wide.",
    ),
    option(
        "--slides", multiple=True, metavar="LIST",
        help="Only these slides, by number or id, with commas between: 3-5,urval,9-. Their files say which.",
    ),
    option(
        "--handout", type=click.Choice(get_args(Handout)),
        help="A PDF for paper: so many slides a sheet, or one with its notes.",
    ),
    option("--steps", is_flag=True, help="A PDF has a page for each click that `build:` asks for."),
    option("--output", "-o", metavar="DIR", type=OutputFolder(), help="Where the files go."),
)  # fmt: skip


def target_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options for its target, which it gets as one argument, `target`: a function of the usual folder."""

    @wraps(command)
    def with_target(
        *,
        lists: tuple[tuple[Output, ...], ...],
        resolution: int | None,
        width: int | None,
        slides: tuple[str, ...],
        handout: Handout | None,
        steps: bool,
        output: Path | None,
        **rest: Any,
    ) -> None:
        to = tuple(one for one in KNOWN if any(one in wanted for wanted in lists))
        if steps and handout is not None:
            raise click.UsageError(
                "--steps makes a page for each click, and a handout has slides as they are at last; leave out one"
            )
        if not all(wanted.strip() for wanted in slides):
            raise click.UsageError("--slides names no slide; leave it out for all of them")
        if (width or resolution) and not {"png", "sheet"} & set(to):
            named = "--width" if width else "--resolution"
            raise click.UsageError(f"{named} says how large pictures are, and none are made; add `--to png` or `--to sheet`")
        if width and resolution:
            raise click.UsageError("--width and --resolution both say how large pictures are; leave out one")
        # A handout is a PDF, and so are steps, whatever else is made.
        outputs = to if (handout is None and not steps) or "pdf" in to else (*(one for one in to if one != "pptx"), "pdf")
        how = How(resolution=resolution or RESOLUTION, width=width or 0, handout=handout, slides=",".join(slides), steps=steps)
        command(target=lambda usual: Target(folder=output or usual, outputs=outputs, how=how), **rest)

    given: Callable[..., None] = with_target
    for add in reversed(_OPTIONS):
        given = add(given)
    return given
