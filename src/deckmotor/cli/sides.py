"""What the words of `diff` name: variants of the deck here, decks, PowerPoint files, revisions of git; and what they say."""

from collections.abc import Callable
from pathlib import Path

import click
from msgspec import Struct

from deckmotor.build import Pipeline
from deckmotor.cache import Cache
from deckmotor.cli.gather import Finding
from deckmotor.cli.git import MISSING, GitError, commit_of, file_at, names_in, top_of, workspace_at
from deckmotor.cli.options import cache_folder, open_project
from deckmotor.cli.packages import NOTHING_TO_QUOTE, PACKAGE_LIMIT
from deckmotor.cli.place import Place, find_place
from deckmotor.cli.screen import Sources, sources_of
from deckmotor.diagnostics import Diagnostic, has_errors
from deckmotor.edition import BASE, Edition
from deckmotor.finished import Finished
from deckmotor.load import load_project
from deckmotor.messages import nearest, reason
from deckmotor.scene.page import Scene
from deckmotor.workspace import read_file

ENDINGS = (".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm")

VARIANT, REVISION = "variant:", "git:"
"""What may stand before a word that could mean several things."""


class Side(Struct, frozen=True, kw_only=True):
    """One of the two decks that are compared."""

    name: str
    data: bytes
    """Its .pptx; empty where it has errors."""
    scene: Scene | None = None
    """What its pages can be drawn from, where it is made by us."""
    problems: tuple[Diagnostic, ...] = ()
    sources: Sources = NOTHING_TO_QUOTE

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Its errors, to be told."""
        return tuple(Finding(one, ()) for one in self.problems if one.severity == "error")

    def read(self) -> "tuple[Finished | None, tuple[Diagnostic, ...]]":
        """What it says, and what of it can't be read."""
        from deckmotor.importer import read_finished  # It loads python-pptx.

        return read_finished(self.data, self.name)


Make = Callable[[], Side]


class Meanings:
    """Finds what words mean. `here` is the deck that variants and revisions are of; None where there is none."""

    def __init__(self, here: Place | None, edition: str, *, closed: bool = False) -> None:
        self.here = here
        self.edition = Edition(variant=edition) if edition else BASE
        """What decks and revisions are built for."""
        self._closed = closed
        self._pipelines: dict[Place, Pipeline] = {}
        self._variants: tuple[str, ...] | None = None

    @property
    def variants(self) -> tuple[str, ...]:
        """Ids of the variants of the deck here."""
        if self._variants is None:
            self._variants = () if self.here is None else tuple(self._pipeline(self.here).project.variants)
        return self._variants

    @property
    def folder(self) -> Path:
        """Where git is asked."""
        return self.here.root if self.here is not None else Path()

    def of(self, word: str) -> tuple[str, Make]:
        """What a word means (`file`, `deck`, `variant`, `revision`) and how its side is made. A wrong one ends the command."""
        found = self._all(word)
        if len(found) == 1:
            return next(iter(found.items()))
        if found:
            ways = {
                "file": f"`./{word}` for the file", "deck": f"`./{word}` for the deck in that folder",
                "variant": f"`{VARIANT}{word}` for the variant", "revision": f"`{REVISION}{word}` for what git calls so",
            }  # fmt: skip
            raise click.UsageError(f"`{word}` may mean several things; write {' or '.join(ways[one] for one in found)}")
        raise click.UsageError(self._unknown(word))

    def _all(self, word: str) -> dict[str, Make]:
        if word.startswith(VARIANT):
            id = word.removeprefix(VARIANT)
            return {"variant": lambda: self.variant(id)} if id in self.variants else {}
        if word.startswith(REVISION):
            return self._revision(word.removeprefix(REVISION))
        found: dict[str, Make] = {}
        path = Path(word)
        if path.is_file() and path.suffix.lower() in ENDINGS:
            found["file"] = lambda: _file(word)
        elif not _is_other_file(path) and (place := find_place(path)) is not None:
            found["deck"] = lambda: self.deck(place, word)
        if word.startswith((".", "/")) and found:
            return found
        if word in self.variants:
            found["variant"] = lambda: self.variant(word)
        return found | self._revision(word)

    def _revision(self, word: str) -> dict[str, Make]:
        start, colon, path = word.partition(":")
        commit = commit_of(self.folder, start)
        if commit is None:
            return {}
        if colon:
            return {"file": lambda: self._file_at(word, commit, path)} if path.lower().endswith(ENDINGS) else {}
        return {"revision": lambda: self.revision(word, commit)}

    def _unknown(self, word: str) -> str:
        if Path(word).is_file():
            return f"`{word}` is neither a deck nor a PowerPoint file ({', '.join(ENDINGS)})"
        if Path(word).is_dir():
            return f"there is no deck in `{word}`"
        what = "file" if word.lower().endswith((*ENDINGS, ".yaml", ".yml")) else "file, variant or git revision"
        if what == "file":
            beside = [str(one) for one in Path(word).parent.glob("*") if one.suffix.lower() == Path(word).suffix.lower()]
            return "; ".join((f"there is no file `{word}`", *nearest(word, sorted(beside))))
        known = (*self.variants, *names_in(self.folder))
        id = word.removeprefix(VARIANT).removeprefix(REVISION)
        return "; ".join((f"there is no {what} `{id}`", *nearest(id, list(dict.fromkeys(known)))))

    # Sides

    def variant(self, id: str) -> Side:
        """A variant of the deck here; the base deck where the id is empty."""
        assert self.here is not None, "variants are those of the deck here"
        pipeline = self._pipeline(self.here)
        return _built(pipeline, Edition(variant=id), id or "base deck", sources_of(self.here, pipeline.workspace))

    def deck(self, place: Place, name: str) -> Side:
        """A deck on disk, in the wanted edition."""
        pipeline = self._pipeline(place)
        return _built(pipeline, self.edition, self._named(name), sources_of(place, pipeline.workspace))

    def revision(self, word: str, commit: str) -> Side:
        """The deck here as a commit has it."""
        if self.here is None:
            raise click.UsageError("there is no deck here whose revisions could be compared; `--deck` names one elsewhere")
        try:
            workspace = workspace_at(self.here.root, commit)
        except GitError as error:
            raise click.UsageError(f"git: {error}") from error
        if not workspace.exists(self.here.deck):
            raise click.UsageError(f"there is no `{self.here.deck}` at `{word}`")
        pipeline = Pipeline(load_project(workspace, self.here.deck), cache=Cache(cache_folder()))
        sources = Sources(workspace.read, lambda file: f"{word}:{file}")
        return _built(pipeline, self.edition, self._named(word), sources)

    def _file_at(self, word: str, commit: str, path: str) -> Side:
        try:
            return Side(name=word, data=file_at(Path(), commit, path))
        except GitError as error:
            raise click.UsageError(f"git: {error}") from error

    def _named(self, word: str) -> str:
        return f"{word} ({self.edition.name})" if self.edition.name else word

    def _pipeline(self, place: Place) -> Pipeline:
        if place not in self._pipelines:
            self._pipelines[place] = open_project(place, closed=self._closed)
        return self._pipelines[place]

    def head(self) -> tuple[str, Make]:
        """The last commit, where the deck here is in a repository."""
        if self.here is None:
            raise click.UsageError("there is no deck here; name two decks, files, variants or git revisions")
        if top_of(self.folder) is None:
            raise click.UsageError(f"{MISSING} or this is no repository; name what to compare: `deckmotor diff kalix motala`")
        commit = commit_of(self.folder, "HEAD")
        if commit is None:
            raise click.UsageError("nothing is committed here yet")
        return "revision", lambda: self.revision("HEAD", commit)


def _built(pipeline: Pipeline, edition: Edition, name: str, sources: Sources) -> Side:
    project = pipeline.project
    if edition.variant and edition.variant not in project.variants and not has_errors(project.problems):
        hints = nearest(edition.variant, list(project.variants))
        raise click.UsageError("; ".join((f"{name}: there is no variant `{edition.variant}`", *hints)))
    built = pipeline.build(edition)
    scene = pipeline.compose(edition).scene
    return Side(name=name, data=built.data, scene=scene, problems=built.problems, sources=sources)


def _is_other_file(path: Path) -> bool:
    return path.is_file() and path.suffix.lower() not in (".yaml", ".yml")


def _file(path: str) -> Side:
    try:
        return Side(name=path, data=read_file(path, PACKAGE_LIMIT, path))
    except OSError as error:
        raise click.UsageError(f"`{path}` can't be read: {reason(error)}") from error
