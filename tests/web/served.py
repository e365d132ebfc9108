"""A preview that runs, for tests in a real browser."""

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from msgspec import Struct
from playwright.sync_api import Page

from tests.built import ROOT

DECK = """\
title: Studien
language: sv
slides:
  - id: start
    cover: {}
  - id: ett
    title: Första
    bullets: [Kalix, "Orten är ${ort}"]
    notes: Säg välkommen.
  - id: tva
    title: Andra
    text: Ett stycke.
variables: {ort: ingen}
"""
VARIANTS = "variants:\n  a: {name: Aaa, set: {ort: Alfa}}\n  b: {name: Bbb, remove: [tva]}\n"


class Served(Struct, frozen=True):
    """A preview that runs."""

    folder: Path
    address: str
    port: int
    token: str

    def write(self, text: str) -> None:
        (self.folder / "deck.yaml").write_text(text, "utf-8")


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[Served]:
    """A preview of a folder while it is needed."""
    command = [sys.executable, str(ROOT / "make_deck.py"), "preview", str(folder), "--no-open", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        found = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/\?token=([\w-]+)", address)
        assert found, address + process.stdout.read()
        yield Served(folder, address, int(found[1]), found[2])
        process.send_signal(signal.SIGINT)
        process.wait(10)
    assert process.returncode in (0, 130)


def shows(page: Page, words: str) -> None:
    """Wait until the large picture has these words."""
    page.wait_for_selector(f'#large:has-text("{words}")', timeout=5000)


def found_by_axe(page: Page) -> list[tuple[str, str]]:
    return [(one["id"], one["nodes"][0]["html"][:120]) for one in Axe().run(page).response["violations"]]
