"""Texts that change on their way elsewhere are the same in the preview, on handouts and on the contact sheet as on pages."""

import io
import re
from functools import cache
from html import unescape
from math import ceil, sqrt
from unicodedata import normalize

import pypdf
import pytest
from PIL import Image, ImageChops

from deckmotor.browsed import for_browser, presentation
from deckmotor.build import Pipeline
from deckmotor.built import How, Output
from deckmotor.export.typst import contact
from deckmotor.export.typst.contact import GAP
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES

TEXTS = {
    "flags": ("🇸🇪🇳🇴", "🇸🇪🇳🇴"),
    "skin": ("👩🏽\u200d🚀👍🏾", "👩🏽\u200d🚀👍🏾"),
    "keycaps": ("1️⃣2️⃣", "1️⃣2️⃣"),
    "marks": ("ẹ\u0301 ọ\u0300 q\u0323\u0303", "ẹ\u0301 ọ\u0300 q\u0323\u0303"),
    "backslashes": (r"\\server\x ..\..\y C:\temp\_arkiv", r"\\server\x ..\..\y C:\temp\_arkiv"),
    "soft-hyphens": ("Flyg\u00adplans\u00admotor\u00adtur", "Flygplansmotortur"),
    "tab": ("a\tb", "a b"),
    "lines": ("ett\u2028två\u2029tre\x85fyra", "ett två tre fyra"),
}
"""What is typed, and what is read."""

EMOJI = ("flags", "skin", "keycaps")
"""In a PDF they are what this machine has a font for."""


def quoted(text: str) -> str:
    escapes = {"\\": "\\\\", "\x85": "\\N", "\u2028": "\\L", "\u2029": "\\P", "\t": "\\t"}
    return f'"{"".join(escapes.get(character, character) for character in text)}"'


@cache
def pipeline() -> Pipeline:
    slides = (
        f"  - {{id: {id}, title: A, bullets: [{quoted(text)}, b], notes: {quoted(text)}}}\n" for id, (text, _) in TEXTS.items()
    )
    deck = f"title: T\nlanguage: sv\nignore: [emoji, tab-in-text, missing-glyph]\nslides:\n{''.join(slides)}"
    return Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": deck.encode()}), "deck.yaml", theme="motor")


def made(output: Output, **how: object) -> list[bytes]:
    built = pipeline().build(outputs=(output,), how=How(**how))  # type: ignore[arg-type]
    assert built.problems == ()
    return [file.data for file in built.files]


def read(markup: str) -> str:
    """The words of a page for browsers."""
    return " ".join(unescape(re.sub("<br[^>]*>|</(?:p|li|div|span|h1|pre)>", " ", markup).replace("\n", " ")).split())


def test_the_preview_shows_what_html_does() -> None:
    scene = pipeline().compose().scene
    assert scene is not None
    whole = presentation(scene).decode()
    for page, (_, wanted) in zip(for_browser(scene, "/fonts").pages, TEXTS.values(), strict=True):
        words = re.sub("<[^>]+>", "", read(page))
        assert normalize("NFC", words).count(normalize("NFC", wanted)) == 2, "on the page, and in its notes"
        assert page in whole


@pytest.mark.parametrize("handout", [None, "2", "6", "notes"])
def test_handouts_say_what_pages_do(handout: str | None) -> None:
    (data,) = made("pdf", handout=handout)
    said = normalize(
        "NFC", " ".join("\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages).split())
    )
    wanted = {id: normalize("NFC", text) for id, (_, text) in TEXTS.items() if id not in EMOJI}
    times = 2 if handout == "notes" else 1
    assert {id: said.count(text) for id, text in wanted.items()} == dict.fromkeys(wanted, times)
    assert "\u00ad" not in said


@pytest.mark.parametrize("most", [200, 5])
def test_the_contact_sheet_is_made_of_the_pages(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contact, "MOST_PAGES", most)
    pages = [Image.open(io.BytesIO(data)).convert("L") for data in made("png", resolution=72)]
    sheet = Image.open(io.BytesIO(made("sheet", resolution=216)[0])).convert("L")
    width, height = pages[0].size
    columns = ceil(sqrt(len(pages) * height / width))
    for at, page in enumerate(pages):
        left, top = GAP + at % columns * (width + GAP), GAP + at // columns * (height + GAP)
        differing = ImageChops.difference(page, sheet.crop((left, top, left + width, top + height)))
        assert differing.getextrema()[1] < 48, f"page {at + 1}"  # type: ignore[operator]
    assert sheet.size == (GAP + columns * (width + GAP), GAP + ceil(len(pages) / columns) * (height + GAP))


def test_a_contact_sheet_is_no_larger_than_memory_allows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contact, "MOST_PIXELS", 100_000)
    sheet = Image.open(io.BytesIO(made("sheet")[0]))
    assert 60_000 < sheet.width * sheet.height < 300_000, "the gaps stay"
