"""What no file of the repository may hold, and what its lock files must."""

import re
import subprocess
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock")


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_file_pins_all_and_names_no_host(name: str) -> None:
    text = (TOP / name).read_text("utf-8")
    entries = re.findall(r"^(\S+?)(==\S+)?((?: \\\n +--hash=sha256:[0-9a-f]{64})*)$", text, re.MULTILINE)
    pinned = [entry for entry in entries if not entry[0].startswith("#")]
    assert len(pinned) > 5
    assert [entry[0] for entry in pinned if not entry[1] or not entry[2]] == []
    assert re.findall(r"://|^--|@ file|WARNING", text, re.MULTILINE) == []


def test_both_locks_agree() -> None:
    run, dev = (dict(re.findall(r"^(\S+)==(\S+)", (TOP / name).read_text("utf-8"), re.MULTILINE)) for name in LOCKS)
    assert {name: dev.get(name) for name in run} == run


def test_no_file_names_a_folder_of_one_machine() -> None:
    if not (TOP / ".git").exists():
        pytest.skip("not a checkout: git lists the files to look at")
    roots = "|".join(f"/{name}/" for name in ("work", "root", "farm", "home"))
    found = subprocess.run(
        ["git", "grep", "-nIE", "--untracked", f"(^|[^a-zA-Z0-9_.])({roots})"],
        cwd=TOP,
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.stdout == ""
