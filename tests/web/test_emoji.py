"""Emoji in a real browser: in the pictures of the machine that made the file."""

import io
import re
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

from deckmotor.browsed import drawn_page, for_browser, presentation
from tests.inline.test_emoji import MAGENTA, machine, made

__all__ = ["machine"]


def test_browsers_get_a_font_of_them_with_what_is_used_of_it(machine: Callable[[], None], page: Page, tmp_path: Path) -> None:
    """The same that is drawn in PDF, in web pages and drawings; where the machine has none, that of who reads."""
    scene = made("Hej 😀 *du 😀*").scene
    assert scene is not None
    seen = []
    for is_installed in (False, True):
        if is_installed:
            machine()
        for name, text in (("a.html", presentation(scene).decode()), ("a.svg", drawn_page(scene, 1))):
            rule = next(part for part in re.findall("@font-face{[^}]*}", text) if "local(" in part)
            assert len(rule) < 3000 and rule.count("tech(color-COLRv0)") == is_installed
            assert rule in for_browser(scene, "/fonts/").style
            (tmp_path / name).write_text(text, "utf-8")
            page.goto(f"file://{tmp_path / name}")
            page.evaluate("document.fonts.ready")
            colors = Image.open(io.BytesIO(page.screenshot())).convert("RGB").getcolors(1 << 20) or ()
            seen.append(MAGENTA in {color for _, color in colors})
    assert seen == [False, False, True, True]


def test_a_key_is_drawn_with_what_stands_in_it(machine: Callable[[], None]) -> None:
    machine()
    for text, has in (("1️⃣ 😀", True), ("1 😀", False)):
        scene = made(text).scene
        assert scene is not None
        assert ("U+31," in presentation(scene).decode()) is has


def test_browsers_take_them_from_the_machine_that_shows_them_and_nothing_else(machine: object) -> None:
    scene = made("Hej 😀 → du").scene
    assert scene is not None
    page = presentation(scene).decode()
    (rule,) = (line for line in page.splitlines() if line.startswith("@font-face") and "local(" in line)
    assert 'local("Noto Color Emoji")' in rule and "U+1F600" in rule and "U+2192" not in rule
    assert '"Arimo", "emoji in colour", "DejaVu Sans"' in page
    assert "emoji in colour" not in presentation(made("Hej → du").scene or scene).decode()
