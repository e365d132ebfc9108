"""What `build` does for many decks beside making them: what stops all, the manifest, the report, what is taken away."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click
import msgspec
from msgspec.structs import replace

from deckmotor import __version__
from deckmotor.batch.maker import Outcome
from deckmotor.batch.manifest import ForeignError, listed, prune, read_manifest, write_manifest
from deckmotor.batch.order import ClusterError, Order
from deckmotor.batch.run import Batch
from deckmotor.batch.target import MANIFEST
from deckmotor.build import Pipeline
from deckmotor.cache import Cache
from deckmotor.cli.asked import Asked
from deckmotor.cli.gather import Finding
from deckmotor.cli.options import cache_folder
from deckmotor.cli.screen import Sources, shown_path
from deckmotor.diagnostics import has_errors
from deckmotor.edition import Edition
from deckmotor.load import Project
from deckmotor.saving import write_file

Failed = tuple[Path, str]
"""A file that is not as it should be, and a sentence about it."""

STATES = ("built", "unchanged", "failed", "held")
"""What becomes of a deck. `held`: it is well, but not written, as another has failed and `--strict` stops all."""

FORMAT = 1
"""Of the report; raised when a key is taken away or means something else."""


def outcomes(asked: Asked, pipeline: Pipeline, wanted: Sequence[Edition]) -> Iterator[Outcome]:
    """What becomes of each deck, in order. With `--strict` none is written before all are known to be without errors."""
    order = Order(
        project=pipeline.project, theme=asked.theme, cache=Cache(cache_folder()), target=asked.target, holds=asked.strict,
        goes_on=len(wanted) > 1,
    )  # fmt: skip
    batch = Batch(order, wanted, asked.jobs, asked.dask)
    if not asked.strict:
        yield from _run(batch)
        return
    held = list(_run(batch))
    stopped = any(has_errors(one.problems) for one in held)
    for one in held:
        if one.held is None:
            yield one
        elif stopped:
            yield replace(one, held=None)
        else:
            written = batch.maker.write(one)
            batch.remember(written)
            yield written
    batch.save()


def _run(batch: Batch) -> Iterator[Outcome]:
    """What becomes of each deck; ends where a cluster can't go on."""
    try:
        yield from batch.run()
    except ClusterError as error:
        raise click.ClickException(str(error)) from error


def after(
    asked: Asked, project: Project, made: Sequence[Outcome], hidden: Sequence[Outcome], findings: Sequence[Finding],
    sources: Sources,
) -> list[Failed]:  # fmt: skip
    """Write the manifest and the report, and take away what is to be; gives what could not be written.

    `hidden` are decks that are only reported (`out_of_sight`).
    """
    folder, failed = asked.target.folder, []
    if any(one.files for one in made) or asked.prune:
        failed += _manifest(asked, project, made, folder)
    if asked.report is not None:
        document = msgspec.json.encode(_report((*made, *hidden), findings, sources, folder))
        try:
            write_file(asked.report, msgspec.json.format(document, indent=2) + b"\n")
        except OSError as error:
            failed.append((asked.report, f"Can't write {{}}: {error.strerror}."))
    return failed


def note(asked: Asked, project: Project, made: Sequence[Outcome]) -> None:
    """Note the files of a deck built alone, in a folder that has a manifest: they would seem to be changed by somebody."""
    _manifest(asked, project, made, asked.target.folder)


def _manifest(asked: Asked, project: Project, made: Sequence[Outcome], folder: Path) -> list[Failed]:
    path = _project(asked, folder)
    try:
        manifest = read_manifest(folder)
        new = listed(manifest, path, project, made)
        if asked.prune and (project.broken or has_errors(project.problems)):
            click.echo("Nothing is taken away while the project's files have errors: decks may only seem to be gone.", err=True)
        elif asked.prune:
            new, pruned = prune(folder, new, path, project)
            for one in pruned:
                kept = f"Kept, because {one.why_kept}" if one.why_kept else "Taken away, because its deck no longer exists"
                click.echo(f"{kept}: {shown_path(folder / one.name)}", err=True)
        if new != manifest:
            write_manifest(folder, new)
    except ForeignError:
        hint = " Without it nothing is taken away." if asked.prune else ""
        return [(folder / MANIFEST, f"{{}} is no manifest of ours, and was left as it is.{hint}")]
    except OSError as error:
        return [(folder / MANIFEST, f"Can't write {{}}: {error.strerror}.")]
    return []


def out_of_sight(asked: Asked, project: Project) -> list[Outcome]:
    """Decks of earlier builds that nothing can be said of, as the files that would tell of them can't be read."""
    folder = asked.target.folder
    try:
        files = read_manifest(folder).files.values()
    except (ForeignError, OSError):
        return []
    mine = [one for one in files if one.project == _project(asked, folder)]
    editions = {Edition(variant=one.variant, audience=one.audience, language=one.language) for one in mine}
    errors = tuple(one for one in project.problems if one.severity == "error")
    return [Outcome(edition=one, problems=errors) for one in sorted(editions) if one not in project.versions]


def _project(asked: Asked, folder: Path) -> str:
    """The path of the deck from the folder, as the manifest names it."""
    return Path(os.path.relpath(asked.place.root / asked.place.deck, folder)).as_posix()


def _report(made: Sequence[Outcome], findings: Sequence[Finding], sources: Sources, folder: Path) -> dict[str, Any]:
    """The document. `docs/reference.md` tells its keys; within one `format` they only become more."""
    decks = [_deck(one, findings, folder) for one in made]
    states = [deck["state"] for deck in decks]
    return {
        "format": FORMAT,
        "tool": "deckmotor",
        "version": __version__,
        **{state: states.count(state) for state in STATES},
        "decks": decks,
        "problems": [
            {
                "severity": finding.problem.severity,
                "code": finding.problem.code,
                "message": finding.problem.message,
                "file": sources.path(finding.problem.span.file),
                "line": finding.problem.span.line,
                "column": finding.problem.span.column,
                "decks": finding.variants,
            }
            for finding in findings
        ],
    }


def _deck(one: Outcome, findings: Sequence[Finding], folder: Path) -> dict[str, Any]:
    errors = [f"{problem.span}: {problem.message}" for problem in one.problems if problem.severity == "error"]
    return {
        "deck": one.edition.name,
        **dict(one.edition.parts),
        "state": "failed" if one.is_failed else "built" if one.touched else "unchanged" if one.files else "held",
        "why": [*errors, *(why.format(name) if why else f"{name} could not be made" for name, why in one.failed)],
        "slides": one.slides,
        "files": [{"path": shown_path(folder / file.name), "bytes": file.size, "digest": file.digest} for file in one.files],
    }
