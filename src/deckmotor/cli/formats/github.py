"""Problems as workflow commands: GitHub shows them beside the lines of a pull request."""

from deckmotor.cli.formats.place import Placed, Run
from deckmotor.cli.report import notes


def write(run: Run) -> str:
    """One line a problem; nothing where there is none."""
    more = f"::notice title=deckmotor::{_escaped(run.more)}\n" if run.more else ""
    return "".join(_command(one) for one in run.problems) + more


def _command(one: Placed) -> str:
    problem = one.finding.problem
    span = problem.span
    properties = {"file": one.path, "line": span.line, "endLine": one.end_line}
    if one.end_line == span.line:
        # Columns belong to one line; here the end is the last character itself.
        properties |= {"col": span.column, "endColumn": max(span.column, one.end_column - 1)}
    properties["title"] = problem.code
    shown = ",".join(f"{key}={_escaped(str(value), within=True)}" for key, value in properties.items())
    return f"::{problem.severity} {shown}::{_escaped(chr(10).join((problem.message, *notes(one.finding))))}\n"


def _escaped(text: str, *, within: bool = False) -> str:
    """A text as a command can hold it; `within` its properties, colons and commas have a meaning too."""
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if within else text
