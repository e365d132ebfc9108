"""`merge`: what git calls to put two versions of a deck's YAML together, as `git-setup` sets it up.

The file that is written always parses. Where both sides have changed the same lines it keeps ours, with theirs beside it as
comments, and git is told that there is a conflict: it lists the file as unmerged until `git add` says that it is settled.
"""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
from msgspec import Struct

from deckmotor.cli.base import Command
from deckmotor.cli.gather import plural
from deckmotor.cli.git import MISSING
from deckmotor.messages import reason
from deckmotor.saving import write_file
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence
from deckmotor.source.parse import parse
from deckmotor.workspace import TEXT_LIMIT, read_file

LENGTH = 40
"""Characters of git's marks: no deck has such a line."""

BOTH = "# Both sides have changed this. Theirs"
THEIRS, OURS = f"{BOTH}:", "# Ours, which stands until somebody decides:"
THEIRS_GONE, OURS_GONE = f"{BOTH} have taken it away. Ours:", "# Ours have taken it away."


class Hunk(Struct, frozen=True):
    """Some lines of a merge: what is agreed on (`theirs` is None), or what each side has."""

    ours: list[str]
    theirs: list[str] | None = None


@click.command(cls=Command)
@click.argument("base")
@click.argument("ours")
@click.argument("theirs")
@click.argument("path")
def command(base: str, ours: str, theirs: str, path: str) -> None:
    """Merge two versions of a deck's YAML into the file OURS, as git asks for it (gitattributes(5), merge drivers).

    \b
      deckmotor merge %O %A %B %P       what `deckmotor git-setup` tells git
    """
    try:
        before = read_file(ours, TEXT_LIMIT, path)
        hunks = tuple(_hunks(_merged(base, ours, theirs)))
    except UnicodeDecodeError:
        click.echo(f"{path}: it is no UTF-8 text, and left as ours. Theirs: {_shown(path)}", err=True)
        sys.exit(1)
    except OSError as error:
        raise click.UsageError(f"`{path}` can't be read: {reason(error)}") from error
    conflicts = [hunk for hunk in hunks if hunk.theirs is not None]
    kept = "".join(line for hunk in hunks for line in hunk.ours)
    said = _wrong(kept, path)
    if said and _wrong(before.decode("utf-8", "replace"), path) != said:
        click.echo(
            f"{path}: put together it would not be a deck ({said}); it is left as ours. Theirs: {_shown(path)}", err=True
        )
        sys.exit(1)
    if conflicts:
        kept = _with_comments(hunks, kept, path)
    write_file(Path(ours), kept.encode())
    if conflicts:
        places = [number for number, line in enumerate(kept.splitlines(), 1) if line.strip().startswith(BOTH)]
        where = f" on {'line' if len(places) == 1 else 'lines'} {', '.join(map(str, places))}" if places else ""
        beside = f"theirs are comments beside them{where}" if places else "theirs would not be comments there"
        rest = f"; all of theirs: {_shown(path)}" if len(places) < len(conflicts) else ""
        click.echo(
            f"{path}: both sides have changed {plural(len(conflicts), 'passage')}. Ours stand; {beside}{rest}. "
            f"Decide{', take the comments away,' if places else ''} and `git add` the file.",
            err=True,
        )
        sys.exit(1)


def _shown(path: str) -> str:
    """How git shows what theirs say, in a merge, rebase or cherry-pick."""
    return f"git show :3:{shlex.quote(path)}"


def _merged(base: str, ours: str, theirs: str) -> str:
    words = ("git", "merge-file", "-p", f"--marker-size={LENGTH}", ours, base, theirs)
    try:
        done = subprocess.run(words, capture_output=True, check=False)
    except FileNotFoundError:
        raise click.UsageError(MISSING) from None
    if done.returncode < 0 or done.returncode > 127:
        raise click.UsageError(done.stderr.decode("utf-8", "replace").strip() or "git can't merge these")
    return done.stdout.decode("utf-8")


def _hunks(text: str) -> Iterator[Hunk]:
    """A merge with git's marks, as hunks."""
    ours: list[str] = []
    theirs: list[str] | None = None
    for line in text.splitlines(keepends=True):
        sign = re.fullmatch(rf"([<=>])\1{{{LENGTH - 1}}}(?: .*)?\r?\n?", line)
        if sign is None:
            (ours if theirs is None else theirs).append(line)
        elif sign[1] == "=":
            theirs = []
        else:
            yield Hunk(ours, theirs)
            ours, theirs = [], None
    yield Hunk(ours, theirs)


def _with_comments(hunks: tuple[Hunk, ...], kept: str, path: str) -> str:
    """The text with what was not taken as comments, but where these would change what it says: in a block of text."""
    wanted, said = _plain(parse(kept.encode(), path)[0]), [hunk.ours for hunk in hunks]
    end = "\r\n" if "\r\n" in kept else "\n"
    for at, hunk in enumerate(hunks):
        if hunk.theirs is not None:
            tried = [*said[:at], [*_remark(hunk.ours, hunk.theirs, end), *hunk.ours], *said[at + 1 :]]
            text = "".join(line for lines in tried for line in lines)
            if _plain(parse(text.encode(), path)[0]) == wanted:
                said = tried
    return "".join(line for lines in said for line in lines)


def _remark(ours: list[str], theirs: list[str], end: str) -> list[str]:
    """The comments above what stands."""
    indent = re.match(r"[ \t]*", (ours or theirs or [""])[0])
    start = indent[0] if indent is not None else ""
    if not theirs:
        return [f"{start}{THEIRS_GONE}{end}"]
    quoted = [f"{start}# {line}".rstrip() + end for line in theirs]
    return [f"{start}{THEIRS}{end}", *quoted, f"{start}{OURS if ours else OURS_GONE}{end}"]


def _plain(node: Node | None) -> object:
    """What a node says, without its places."""
    if isinstance(node, Mapping):
        return [(key.text, _plain(value)) for key, value in node.entries]
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    return (node.text, node.is_null) if isinstance(node, Scalar) else None


def _wrong(text: str, path: str) -> str:
    """Why a text is no deck; empty where it may be one."""
    node, problems = parse(text.encode(), path)
    errors = [str(one.message) for one in problems if one.severity == "error"]
    slides = node.get("slides") if isinstance(node, Mapping) else node
    ids = [item.get("id") for item in slides.items if isinstance(item, Mapping)] if isinstance(slides, Sequence) else []
    named = [id.text for id in ids if isinstance(id, Scalar)]
    twice = sorted({id for id in named if named.count(id) > 1})
    return errors[0] if errors else f"two slides have the id `{twice[0]}`" if twice else ""
