"""Which decks a command is about: the options, and the editions that they ask for."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct

from deckmotor.cli.base import option
from deckmotor.cli.place import place_so_far
from deckmotor.diagnostics import has_errors
from deckmotor.edition import Edition
from deckmotor.messages import nearest

if TYPE_CHECKING:  # A comparison of two finished files builds nothing, and the Tab key is seldom pressed.
    from click.shell_completion import CompletionItem

    from deckmotor.build import Pipeline
    from deckmotor.load import Project


class Choice(Struct, frozen=True, kw_only=True):
    """What a command line says of the decks that it is about."""

    variants: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    every: bool = False

    def editions(self, pipeline: "Pipeline", *, otherwise_all: bool = False) -> tuple[Edition, ...]:
        """The editions that are asked for, each once. With `otherwise_all`, what is not named means all there is of it.

        Where the project's files have errors, a variant that is not there is no wrong command line: they say why it is not.
        """
        project = pipeline.project
        known = {"variant": tuple(project.variants), "audience": tuple(project.audiences), "language": project.languages}
        named = {"variant": self.variants, "audience": self.audiences, "language": self.languages}
        for what, names in named.items():
            for name in names:
                if name not in known[what] and not has_errors(project.problems):
                    raise click.UsageError(unknown(what, name, known[what]))
        self._check(known)
        variants, audiences, languages = _once(self.variants), _once(self.audiences), _once(self.languages)
        if self.where:
            variants = _matching(project, self.where)
        if self.every or otherwise_all:
            variants, audiences = variants or ("", *known["variant"]), audiences or ("", *known["audience"])
            languages = languages or ("", *known["language"])
        every = tuple(
            Edition(variant=variant, audience=audience, language=language)
            for variant in variants or ("",)
            for audience in audiences or ("",)
            for language in languages or ("",)
        )
        # A language may be there for the deck alone; what was named and is not there is told when it is built.
        there = tuple(one for one in every if one in project.versions or not one.language)
        return there or every

    def _check(self, known: dict[str, tuple[str, ...]]) -> None:
        """A usage error where two options say different things."""
        if self.variants and self.where:
            raise click.UsageError("--where chooses among all variants; leave out --variant or --where")
        named = {"variant": self.variants, "audience": self.audiences, "language": self.languages}
        given = [what for what in named if named[what]]
        if self.every and given and not any(known[what] and not named[what] for what in named):
            raise click.UsageError(f"--all already means every {given[0]}; leave out --{given[0]} or --all")

    def edition(self, pipeline: "Pipeline") -> Edition:
        """The one edition that is asked for, where the options of `edition_options` are all that there is."""
        return self.editions(pipeline)[0]


def _once(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def unknown(what: str, name: str, known: Sequence[str]) -> str:
    """That there is no such thing, and what comes nearest."""
    return "; ".join((f"there is no {what} `{name}`", *nearest(name, list(known))))


def _matching(project: "Project", wheres: Sequence[str]) -> tuple[str, ...]:
    """The variants whose rows are as all of `--where` say."""
    from deckmotor.cli.where import Where  # Seldom used.

    tests = [Where.read(text, tuple(project.variants.values())) for text in wheres]
    found = tuple(id for id, version in project.variants.items() if all(test.holds(version) for test in tests))
    if not found:
        near = dict.fromkeys(hint for test in tests for hint in test.near(project.variants.values()))
        raise click.UsageError("; ".join((f"no variant is as --where says: {' and '.join(wheres)}", *near)))
    return found


def _complete(names: "Callable[[Project], dict[str, str]]") -> Callable[..., "list[CompletionItem]"]:
    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
        from click.shell_completion import CompletionItem

        from deckmotor.load import load_project

        place = place_so_far(ctx)
        if place is None:
            return []
        found = names(load_project(place.workspace(), place.deck))
        return [CompletionItem(id, help=name) for id, name in found.items() if id.startswith(incomplete)]

    return complete


complete_variant = _complete(lambda project: {id: one.name for id, one in project.variants.items()})
complete_audience = _complete(
    lambda project: {name: project.versions[Edition(audience=name)].name for name in project.audiences}
)
complete_language = _complete(lambda project: dict.fromkeys(project.languages, ""))

_OPTIONS = (
    option("--variant", "variants", multiple=True, metavar="ID", shell_complete=complete_variant,
           help="Only this variant; may be given several times."),
    option("--audience", "audiences", multiple=True, metavar="NAME", shell_complete=complete_audience,
           help="For this audience; may be given several times."),
    option("--language", "languages", multiple=True, metavar="TAG", shell_complete=complete_language,
           help="In this language; may be given several times."),
    option("--where", "where", multiple=True, metavar="CONDITION",
           help="Only the variants whose row says so: county=\"Skåne län\", \"population > 20000 and not coastal\"."),
    option("--all", "every", is_flag=True,
           help="The base deck and all variants, each for everybody and for every audience, in every language."),
)  # fmt: skip


def choice_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options for its decks, which it gets as one argument, `choice`."""

    @wraps(command)
    def with_choice(
        *args: Any, variants: tuple[str, ...], audiences: tuple[str, ...], languages: tuple[str, ...], where: tuple[str, ...],
        every: bool, **rest: Any,
    ) -> None:  # fmt: skip
        choice = Choice(variants=variants, audiences=audiences, languages=languages, where=where, every=every)
        command(*args, choice=choice, **rest)

    for option_of in reversed(_OPTIONS):
        with_choice = option_of(with_choice)
    return with_choice


_OF_ONE = (
    option("--variant", metavar="ID", shell_complete=complete_variant, help="As this variant has it."),
    option("--audience", metavar="NAME", shell_complete=complete_audience, help="As this audience has it."),
    option("--language", metavar="TAG", shell_complete=complete_language, help="In this language."),
)


def edition_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options for one deck, which it gets as one argument, `choice`."""

    @wraps(command)
    def with_choice(*args: Any, variant: str | None, audience: str | None, language: str | None, **rest: Any) -> None:
        given = [(name,) if name else () for name in (variant, audience, language)]
        command(*args, choice=Choice(variants=given[0], audiences=given[1], languages=given[2]), **rest)

    for option_of in reversed(_OF_ONE):
        with_choice = option_of(with_choice)
    return with_choice


def named_edition(project: "Project", name: str) -> Edition | None:
    """The edition that people call so: `kalix`, `politiker`, `kalix/politiker`, `kalix/politiker/en`."""
    return next((edition for edition in project.editions if edition.name == name), None)
