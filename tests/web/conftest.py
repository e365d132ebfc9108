"""Chromium, started once, and the page that a deck is shown on."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.oracles import missing
from tests.web.served import DECK, VARIANTS, Served, serving

ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        missing("Chromium is not installed")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window as large as a page is in points; a mistake in a script fails the test."""
    # What a deck forbids itself (evaluation of words) is how tests ask a browser.
    opened = browser.new_page(viewport={"width": 960, "height": 540}, bypass_csp=True)
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    opened.context.close()
    assert errors == []


@pytest.fixture(scope="session")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where files for the browser are written."""
    return tmp_path_factory.mktemp("shown")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """A preview of a small deck with two variants."""
    (tmp_path / "deck.yaml").write_text(DECK, "utf-8")
    (tmp_path / "variants.yaml").write_text(VARIANTS, "utf-8")
    with serving(tmp_path) as running:
        yield running
