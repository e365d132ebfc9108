"""What a person reads when a project has problems: files in, the whole output of `check` out."""

from pathlib import Path

from tests.casefile import Case, cases
from tests.cli.conftest import Run


@cases("cli")
def test_problems_as_they_are_printed(case: Case, run: Run, here: Path) -> None:
    for name, data in case.files.items():
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        (here / name).write_bytes(data)
    result = run("check", *case.options.get("arguments", "").split())
    assert result.stderr == ""
    case.expect(f"exit code {result.exit_code}", result.stdout)
