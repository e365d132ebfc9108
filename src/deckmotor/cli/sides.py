"""What the words of `diff` name: variants of the deck here, decks, PowerPoint files, revisions of git; and what they say."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct
from msgspec.structs import astuple, replace

from deckmotor.cache import Cache
from deckmotor.cli.choice import Choice, named_edition, unknown
from deckmotor.cli.gather import Finding
from deckmotor.cli.git import MISSING, GitError, commit_of, file_at, names_in, top_of, workspace_at
from deckmotor.cli.options import cache_folder, open_project
from deckmotor.cli.packages import NOTHING_TO_QUOTE, PACKAGE_LIMIT
from deckmotor.cli.place import Place, find_place, looked_at
from deckmotor.cli.screen import Sources, sources_of
from deckmotor.diagnostics import Diagnostic, has_errors
from deckmotor.edition import Edition
from deckmotor.finished import Finished
from deckmotor.messages import nearest, reason
from deckmotor.workspace import read_file

if TYPE_CHECKING:  # A comparison of two finished files builds nothing.
    from deckmotor.build import Pipeline
    from deckmotor.scene.page import Scene

ENDINGS = (".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm")

NO_DECK = "there is no deck here whose revisions could be compared; `--deck` names one elsewhere"

VARIANT, REVISION = "variant:", "git:"
"""What may stand before a word that could mean several things."""


class Side(Struct, frozen=True, kw_only=True):
    """One of the two decks that are compared."""

    name: str
    data: bytes
    """Its .pptx; empty where it has errors."""
    scene: "Scene | None" = None
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

    def __init__(self, here: Place | None, choice: Choice, *, closed: bool = False) -> None:
        self.here = here
        self.edition = Edition(*(next(iter(named), "") for named in (choice.variants, choice.audiences, choice.languages)))
        """What decks and revisions are built for."""
        self._closed = closed
        self._pipelines: dict[Place, Pipeline] = {}
        self._names: tuple[str, ...] | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """What the editions of the deck here are called: `kalix`, `politiker`, `kalix/politiker`."""
        if self._names is None:
            editions = () if self.here is None else self._pipeline(self.here).project.editions
            self._names = tuple(edition.name for edition in editions if edition.name)
        return self._names

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
            return {"variant": lambda: self.variant(id)} if id in self.names else {}
        if word.startswith(REVISION):
            return self._revision(word.removeprefix(REVISION))
        found: dict[str, Make] = {}
        path = Path(word)
        with looked_at(path):
            is_file = path.is_file()
        if is_file and path.suffix.lower() in ENDINGS:
            found["file"] = lambda: _file(word)
        elif not _is_other_file(path) and (place := find_place(path)) is not None:
            found["deck"] = lambda: self.deck(place, word)
        if word.startswith((".", "/")) and found:
            return found
        if word in self.names:
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
        known = (*self.names, *names_in(self.folder))
        id = word.removeprefix(VARIANT).removeprefix(REVISION)
        return "; ".join((f"there is no {what} `{id}`", *nearest(id, list(dict.fromkeys(known)))))

    # Sides

    def variant(self, name: str) -> Side:
        """An edition of the deck here; what its name does not say, the options do."""
        assert self.here is not None, "variants are those of the deck here"
        pipeline = self._pipeline(self.here)
        named = named_edition(pipeline.project, name)
        assert named is not None, "a word that means one is its name"
        edition = Edition(*(own or wanted for own, wanted in zip(astuple(named), astuple(self.edition), strict=True)))
        return _built(pipeline, edition, edition.name, sources_of(self.here, pipeline.workspace))

    def base(self) -> Side:
        """The deck here without what a word has named: for the audience and in the language of the options."""
        assert self.here is not None, "variants are those of the deck here"
        pipeline = self._pipeline(self.here)
        edition = replace(self.edition, variant="")
        return _built(pipeline, edition, edition.name or "base deck", sources_of(self.here, pipeline.workspace))

    def deck(self, place: Place, name: str) -> Side:
        """A deck on disk, in the wanted edition."""
        pipeline = self._pipeline(place)
        return _built(pipeline, self.edition, self._named(name), sources_of(place, pipeline.workspace))

    def revision(self, word: str, commit: str) -> Side:
        """The deck here as a commit has it."""
        if self.here is None:
            raise click.UsageError(NO_DECK)
        try:
            workspace, deck = workspace_at(self.here.root, self.here.deck, commit)
        except GitError as error:
            raise click.UsageError(f"git: {error}") from error
        if not workspace.exists(deck):
            raise click.UsageError(f"there is no `{self.here.deck}` at `{word}`")
        from deckmotor.build import Pipeline
        from deckmotor.load import load_project

        pipeline = Pipeline(load_project(workspace, deck), cache=Cache(cache_folder()))
        sources = Sources(workspace.read, lambda file: f"{word}:{file}")
        return _built(pipeline, self.edition, self._named(word), sources)

    def _file_at(self, word: str, commit: str, path: str) -> Side:
        try:
            return Side(name=word, data=file_at(Path(), commit, path))
        except GitError as error:
            raise click.UsageError(f"git: {error}") from error

    def _named(self, word: str) -> str:
        return f"{word} ({self.edition.name})" if self.edition.name else word

    def _pipeline(self, place: Place) -> "Pipeline":
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


def _built(pipeline: "Pipeline", edition: Edition, name: str, sources: Sources) -> Side:
    project = pipeline.project
    known = {"variant": tuple(project.variants), "audience": tuple(project.audiences), "language": project.languages}
    for what, id in edition.parts:
        if id not in known[what] and not has_errors(project.problems):
            raise click.UsageError(f"{name}: {unknown(what, id, known[what])}")
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
