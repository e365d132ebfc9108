"""Problems for other programs. Each format is one module, loaded when it is asked for; its `write` gives text in UTF-8."""

from collections.abc import Callable, Sequence
from importlib import import_module

from deckmotor.cli.formats.place import Run, Written, placed
from deckmotor.cli.gather import Finding, told

NOTHING = Written()


def write(
    name: str,
    findings: Sequence[Finding],
    read: Callable[[str], bytes],
    path_of: Callable[[str], str],
    written: Written = NOTHING,
    unseen: int = 0,
) -> bytes:
    """The findings in the format of that module. `read` and `path_of` are as for `report`.

    `written` is what a build has made, `unseen` how many decks were not looked at.
    """
    some, more = told(findings, unseen)
    severities = [finding.problem.severity for finding in findings]
    run = Run(
        problems=placed(some, read, path_of),
        more=more,
        errors=severities.count("error"),
        warnings=severities.count("warning"),
        written=written,
    )
    text: str = import_module(f"deckmotor.cli.formats.{name}").write(run)
    return text.encode("utf-8", "replace")
