"""Git, asked through its own command: what a word names, and the files of a revision. Nothing is checked out or changed."""

import posixpath
import subprocess
from pathlib import Path

from deckmotor.workspace import MemoryWorkspace, builtin_themes

MISSING = "git is not installed here"


class GitError(Exception):
    """Git can't do what was asked; its text says why."""


def git(folder: Path, *words: str) -> bytes:
    """What a git command prints, run in a folder. Raises GitError with git's last words where it fails."""
    try:
        done = subprocess.run(("git", "-C", str(folder), *words), capture_output=True, check=False, stdin=subprocess.DEVNULL)
    except FileNotFoundError:
        raise GitError(MISSING) from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise GitError((said[-1] if said else f"git {words[0]} failed").removeprefix("fatal: "))
    return done.stdout


def top_of(folder: Path) -> Path | None:
    """The top folder of the repository that a folder is in; None where it is in none."""
    try:
        return Path(git(folder, "rev-parse", "--show-toplevel").decode().rstrip("\n"))
    except GitError:
        return None


def commit_of(folder: Path, word: str) -> str | None:
    """The commit that a word names (`HEAD`, `v1.2`, `main~3`); None where it names none."""
    if not word or word.startswith("-"):
        return None
    try:
        return git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{word}^{{commit}}").decode().strip()
    except GitError:
        return None


def names_in(folder: Path) -> tuple[str, ...]:
    """Branches and tags."""
    try:
        listed = git(folder, "for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags")
    except GitError:
        return ()
    return tuple(listed.decode("utf-8", "replace").split())


def file_at(folder: Path, commit: str, path: str) -> bytes:
    """A file of a commit, its path from the folder where it does not begin at the top. Raises GitError."""
    return git(folder, "cat-file", "blob", f"{commit}:{path}")


class Revision(dict[str, bytes]):
    """The files of a commit by their path from a project's folder, each read when it is asked for.

    As they would be checked out: what `.gitattributes` has filters for, such as large files, comes through them.
    """

    def __init__(self, top: Path, commit: str, project: str) -> None:
        """`project` is the path of the project's folder from the repository's top."""
        self._top, self._commit = top, commit
        self._modes: dict[str, str] = {}
        listed = git(top, "ls-tree", "-r", "-z", commit).decode("utf-8", "surrogateescape")
        for entry in listed.split("\0"):
            about, _, path = entry.partition("\t")
            if path and " blob " in about:
                name = posixpath.relpath(path, project)
                self[name] = b""
                self._modes[name] = f"{about.split()[0]} {path}"

    def __getitem__(self, name: str) -> bytes:
        mode, _, path = self._modes.pop(name, "").partition(" ")
        if mode:
            self[name] = self._read(name, mode, path)
        return super().__getitem__(name)

    def _read(self, name: str, mode: str, path: str) -> bytes:
        if mode != "120000":
            try:
                return git(self._top, "cat-file", "--filters", f"{self._commit}:{path}")
            except GitError as error:
                raise OSError(str(error)) from error
        target = file_at(self._top, self._commit, path).decode("utf-8", "surrogateescape")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(name), target))
        if target == name or target not in self:
            raise FileNotFoundError(name)
        return self[target]


def _before(top: Path, commit: str, path: str) -> str:
    """What a file was called at a commit, as git pairs renamed files; empty where it finds none."""
    listed = git(top, "diff", "--find-renames", "--diff-filter=R", "--name-status", "-z", commit, "--").decode(
        "utf-8", "surrogateescape"
    )
    words = listed.split("\0")
    return next((old for old, new in zip(words[1::3], words[2::3], strict=False) if new == path), "")


def workspace_at(root: Path, deck: str, commit: str) -> tuple[MemoryWorkspace, str]:
    """A project's files as a commit has them, and its deck's path then; themes that it lacks are the built-in ones.

    `root` is the project's folder, `deck` its deck's path from there. Either may have had another name.
    """
    top = top_of(root)
    if top is None:
        raise GitError(f"`{root}` is in no repository")
    project = posixpath.normpath(root.resolve().relative_to(top.resolve()).as_posix())
    files = Revision(top, commit, project)
    if deck not in files and (before := _before(top, commit, posixpath.normpath(posixpath.join(project, deck)))):
        if f"/{before}".endswith(f"/{deck}"):
            files = Revision(top, commit, posixpath.normpath(before.removesuffix(deck)))
        else:
            deck = posixpath.relpath(before, project)
    own = {name.split("/")[1] for name in files if name.startswith("themes/")}
    for theme in builtin_themes().iterdir():
        if theme.name not in own:
            for place in theme.rglob("*"):
                if place.is_file():
                    files[f"themes/{place.relative_to(builtin_themes()).as_posix()}"] = place.read_bytes()
    return MemoryWorkspace(files), deck
