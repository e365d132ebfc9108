"""Emoji: one warning in all outputs, measured, and PowerPoint is told the font that it has for them."""

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdf
import pytest
from fontTools.colorLib.builder import buildCOLR, buildCPAL
from fontTools.subset import Subsetter
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from deckmotor import browsed
from deckmotor.build import ComposedDeck, Pipeline
from deckmotor.color import Color
from deckmotor.drawn import press
from deckmotor.export.pptx import write
from deckmotor.finished import words_of
from deckmotor.importer import read_finished
from deckmotor.style import TextStyle
from deckmotor.typeset.fonts import shipped_fonts
from deckmotor.units import points
from deckmotor.workspace import MemoryWorkspace, read_package_file
from tests import oracles
from tests.built import THEME_FILES

FONT = '<a:latin typeface="Segoe UI Emoji"/><a:ea typeface="Segoe UI Emoji"/>'


def made(*texts: str) -> ComposedDeck:
    slides = "".join(f'  - {{title: "{text}", bullets: ["{text}", Ord, Ord, Ord]}}\n' for text in texts)
    deck = f"title: T\nlanguage: sv\nslides:\n{slides}"
    return Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": deck.encode()}), "deck.yaml").compose()


def pages(deck: ComposedDeck) -> list[str]:
    assert deck.scene is not None
    package = zipfile.ZipFile(io.BytesIO(write(deck.scene)))
    return [package.read(name).decode() for name in sorted(package.namelist()) if name.startswith("ppt/slides/slide")]


@pytest.mark.parametrize("emoji", ["😀", "👩‍🏫", "👍🏽", "🇸🇪", "🎓📚", "1️⃣", "❤️", "☎️", "©️"])
def test_a_row_of_signs_is_a_run_in_powerpoints_own_font(emoji: str) -> None:
    (page,) = pages(made(f"Hej {emoji} du"))
    assert page.count(FONT) == 2, "in the title and in the list"
    assert f"<a:t>{emoji}</a:t>" in page and "<a:t>Hej </a:t>" in page


@pytest.mark.parametrize("sign", ["❤️", "☎️", "©️", "ℹ️", "😀"])
def test_a_sign_is_as_wide_as_powerpoints_font_for_it_draws_it(sign: str) -> None:
    """At most 1.37 em there; what asks for it made no difference, and a text face's sign is half as wide."""
    style = TextStyle(family="Arial", size=points(20), color=Color("000000"))
    fonts = shipped_fonts()
    assert 1.37 <= fonts.width(sign, style) / style.size <= 1.5
    assert fonts.width(f"{sign}{sign}", style) == pytest.approx(2 * fonts.width(sign, style), abs=points(1))
    assert fonts.width("© ℹ", style) < 1.5 * style.size, "not asked for"


def test_text_without_them_has_none_of_it() -> None:
    assert all(FONT not in page for page in pages(made("Hej → ❤ © du", "Ord")))


def test_they_are_told_once_and_read_back_whole() -> None:
    deck = made("Hej 😀", "Du **👍🏽** där ❤️")
    assert [one.code for one in deck.problems] == ["emoji"]
    assert deck.scene is not None
    data = write(deck.scene)
    assert oracles.audit(data) == [] and oracles.flaws(data) == []
    finished, problems = read_finished(data, "a.pptx")
    assert finished is not None and problems == ()
    assert [slide.title for slide in finished.slides] == ["Hej 😀", "Du 👍🏽 där ❤️"]
    assert all("Ord" in words_of(slide) for slide in finished.slides)


@settings(max_examples=25)
@given(st.text(st.sampled_from("a1 😀👍🏽\u200d\ufe0f🇸🇪é"), min_size=1).filter(str.strip))
def test_no_character_is_lost(text: str) -> None:
    deck = made(f"Ord {text}.")
    assert deck.scene is not None
    item = deck.scene.pages[0].items[0]
    wanted = "".join(run.text for part in getattr(item, "paragraphs", ()) for run in part.runs)
    (page,) = pages(deck)
    title = page.partition("</p:sp>")[0]
    said = "".join(part.partition("</a:t>")[0] for part in title.split("<a:t>")[1:])
    assert said == wanted.replace("\u00ad", "-")


MAGENTA = (255, 0, 255)


def coloured_font(folder: Path) -> None:
    """An open font of emoji that has one, in a colour that no theme has; and what makes a machine have only this."""
    font = TTFont(io.BytesIO(read_package_file("fonts/DejaVuSans-Regular.ttf")))
    del font["FFTM"]
    subsetter = Subsetter()
    subsetter.populate(unicodes=[ord("😀")])
    subsetter.subset(font)
    for place in (1, 4, 16):
        font["name"].setName("Noto Color Emoji", place, 3, 1, 0x409)
    face = font.getBestCmap()[ord("😀")]
    font["COLR"] = buildCOLR({face: [(face, 0)]})
    font["CPAL"] = buildCPAL([[tuple(part / 255 for part in (*MAGENTA, 255))]])
    font.save(folder / "emoji.ttf")
    told = f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{folder}</dir></fontconfig>'
    (folder / "fonts.conf").write_text(told)


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], None]]:
    """A machine without such a font; what is handed out installs one."""
    monkeypatch.setenv("FONTCONFIG_FILE", str(tmp_path / "fonts.conf"))
    (tmp_path / "fonts.conf").write_text("<fontconfig></fontconfig>")

    def install() -> None:
        coloured_font(tmp_path)
        browsed.coloured_font.cache_clear()

    browsed.coloured_font.cache_clear()
    yield install
    browsed.coloured_font.cache_clear()


def test_they_are_drawn_in_outlines_where_none_is_installed(machine: object) -> None:
    """Each as one picture, in the same font, and the file is one for screen readers."""
    for sign in ("🚀", "😀", "👩‍👧", "🇸🇪", "1️⃣", "❤️", "🫩"):
        scene = made(f"Hej {sign} du").scene
        assert scene is not None
        data, refused = press(borrow=True).pdf(scene)
        assert refused == "" and b"NotoEmoji" in data, sign
        page = pypdf.PdfReader(io.BytesIO(data)).pages[0]
        fonts = {str(font.get_object()["/BaseFont"])[8:] for font in page["/Resources"]["/Font"].values()}  # type: ignore[index]
        assert fonts == {"NotoEmoji-Regular", "Arimo-Bold", "Arimo-Regular"}, sign


def test_they_are_drawn_in_colour_where_an_open_font_of_them_is_installed(machine: Callable[[], None]) -> None:
    """The one that lends characters has an outline of it, which is drawn elsewhere."""
    scene = made("Hej 😀 du").scene
    assert scene is not None
    seen = []
    for is_installed in (False, True):
        if is_installed:
            machine()
        (page,) = press(borrow=True).png(scene, 40)
        seen.append(MAGENTA in {color for _, color in Image.open(io.BytesIO(page)).convert("RGB").getcolors(1 << 20) or ()})
    assert seen == [False, True]
