"""`git-setup`: lets git show PowerPoint files in words, name the slide above each change of a deck's YAML, and merge decks."""

import shlex
import shutil
import sys
from pathlib import Path

import click

from deckmotor.cli.base import Command, option
from deckmotor.cli.git import MISSING, GitError, git, top_of
from deckmotor.cli.screen import shown_path
from deckmotor.messages import reason
from deckmotor.saving import write_file
from deckmotor.workspace import TEXT_LIMIT, read_file

ATTRIBUTES = (
    "*.pptx diff=deckmotor",
    "*.potx diff=deckmotor",
    "*.ppsx diff=deckmotor",
    "**/deck/**/*.yaml diff=deckmotor-yaml",
    "**/deck/**/*.yaml merge=deckmotor-yaml",
)
"""Lines of `.gitattributes`, which is for everybody."""

HEADS = r"^[[:space:]]*(- (id|title|section|cover|fact|closing|include):.*)$"
"""What git names above a change of a deck: the beginning of its slide."""


@click.command(cls=Command, name="git-setup")
@option("--print", "only", is_flag=True, help="Only say what would be written, and write nothing.")
def command(only: bool) -> None:
    """Let git show PowerPoint files in words, and merge decks so that they parse. For the repository of this folder.

    Writes lines into its `.gitattributes`, to be committed, and settings into its own git configuration, which git keeps from
    travelling with a repository: everybody runs this once. Running it again changes nothing.

    \b
      deckmotor git-setup
      git log -p sent/talk.pptx

    docs/git.md has recipes that put `deckmotor diff` on pull requests.
    """
    if shutil.which("git") is None:
        raise click.UsageError(MISSING)
    top = top_of(Path())
    if top is None:
        raise click.UsageError("this folder is in no git repository; `git init` makes one")
    _write_attributes(top / ".gitattributes", only)
    for name, value in _settings():
        _set(top, name, value, only)
    if not only:
        click.echo(
            "`git diff` and `git log -p` now show PowerPoint files in words, and a merge leaves decks that parse. "
            "Commit `.gitattributes`; others run this once."
        )


def _settings() -> tuple[tuple[str, str], ...]:
    return (
        ("diff.deckmotor.textconv", f"{_program()} words --textconv"),
        ("diff.deckmotor.cachetextconv", "true"),
        ("diff.deckmotor-yaml.xfuncname", HEADS),
        ("merge.deckmotor-yaml.name", "a deck that still parses"),
        ("merge.deckmotor-yaml.driver", f"{_program()} merge %O %A %B %P"),
    )


def _program() -> str:
    """How git starts deckmotor: by its name, else by the Python that runs it now."""
    if shutil.which("deckmotor") is not None:
        return "deckmotor"
    python, script = shlex.quote(Path(sys.executable).as_posix()), Path(sys.argv[0])
    if script.suffix == ".py" and script.is_file():
        return f"{python} {shlex.quote(script.resolve().as_posix())}"
    return f"{python} -c 'from deckmotor.cli import main; main()'"


def _write_attributes(file: Path, only: bool) -> None:
    try:
        text = read_file(str(file), TEXT_LIMIT, file.name)
    except FileNotFoundError:
        text = b""
    except OSError as error:
        raise click.UsageError(f"`{shown_path(file)}` can't be read: {reason(error)}") from error
    end = b"\r\n" if b"\r\n" in text else b"\n"
    there = {b" ".join(line.split()) for line in text.splitlines()}
    missing = [line for line in ATTRIBUTES if line.encode() not in there]
    for line in ATTRIBUTES:
        click.echo(f"{shown_path(file)}: {_did(line not in missing, only)} `{line}`")
    if missing and not only:
        start = text if not text or text.endswith(b"\n") else text + end
        write_file(file, start + b"".join(line.encode() + end for line in missing))


def _set(top: Path, name: str, value: str, only: bool) -> None:
    try:
        now = git(top, "config", "--local", "--get", name).decode("utf-8", "replace").rstrip("\n")
    except GitError:
        now = ""
    click.echo(f"git config: {_did(now == value, only)} `{name} = {value}`")
    if now != value and not only:
        try:
            git(top, "config", "--local", name, value)
        except GitError as error:
            raise click.UsageError(f"git: {error}") from error


def _did(is_so: bool, only: bool) -> str:
    return "already has" if is_so else "would get" if only else "got"
