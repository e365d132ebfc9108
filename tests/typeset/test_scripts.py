"""Scripts that each program sets itself: the room that is kept for their letters and lines, beside what was measured."""

import subprocess
import sys
from pathlib import Path

import pytest

from deckmotor.color import Color
from deckmotor.style import TextStyle
from deckmotor.typeset.fonts import Fonts, shipped_fonts
from deckmotor.units import points

TOP = Path(__file__).parents[2]

SIZE = points(100)

DRAWN = {
    "مركز التعلم هنا في بلدتي": 11.37,
    "מרכז למידה כאן בבית": 9.25,
    "शिक्षण केंद्र नहीं होता": 7.40,
    "শিক্ষাকেন্দ্র না থাকলে": 8.36,
    "இங்கே கற்றல் மையம் நான்கு நாட்கள்": 20.76,
    "అభ్యాస కేంద్రం లేకపోతే": 8.87,
    "പഠനകേന്ദ്രം ഇല്ലായിരുന്നെങ്കിൽ": 15.17,
    "ถ้าไม่มีศูนย์การเรียนรู้ที่นี่": 10.17,
    "ຖ້າບໍ່ມີສູນການຮຽນຮູ້ຢູ່ທີ່ນີ້": 10.63,
    "ប្រសិនបើគ្មានមជ្ឈមណ្ឌលសិក្សា": 12.22,
    "서른여섯 학습센터": 7.64,
    "每年84克朗": 5.11,
}
"""Texts, and the ems that the widest regular Noto font (or DejaVu Sans) of each script needs for them."""


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return shipped_fonts()


def style(family: str = "Arial", *, bold: bool = False) -> TextStyle:
    return TextStyle(family=family, font_role="body", size=SIZE, color=Color(rgb="000000"), bold=bold)


@pytest.mark.parametrize("text", DRAWN)
@pytest.mark.parametrize("family", ["Arial", "Calibri"])
def test_letters_have_the_room_that_they_need_and_not_half_as_much_again(text: str, family: str, fonts: Fonts) -> None:
    assert DRAWN[text] <= fonts.width(text, style(family)) / SIZE <= 1.5 * DRAWN[text]


def test_bold_letters_have_more(fonts: Fonts) -> None:
    text = "ศูนย์การเรียนรู้"
    assert fonts.width(text, style(bold=True)) == pytest.approx(1.13 * fonts.width(text, style()), rel=0.01)


@pytest.mark.parametrize(
    ("text", "family", "percent"),
    [("Hus → ✓", "Arial", 120), ("Hus", "Calibri", 122.1), ("Hus", "Georgia", 127), ("Hus", "Segoe UI", 133)]
    + [(f"Hus {word}", "Arial", 145) for word in ("中文", "かな", "문자", "ไทย", "हिन्दी", "عربي")],
)
def test_rows_of_tables_are_as_high_as_libreoffice_draws_them(text: str, family: str, percent: float, fonts: Fonts) -> None:
    assert percent <= max(120, fonts.row_percent(text, style(family))) <= percent + 5


def test_plain_text_does_not_load_what_is_known_of_them() -> None:
    code = (
        "import sys; sys.path[:0] = ['src', '.']; from tests.typeset.test_scripts import shipped_fonts, style\n"
        "from deckmotor.typeset.breaks import pieces\n"
        "fonts = shipped_fonts(); text = 'Två “ord” – Київ → ✓ är, ẞ'; fonts.width(text, style()); pieces(text)\n"
        "fonts.row_percent(text, style()); print('deckmotor.typeset.scripts' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=TOP)
    assert (done.stderr, done.stdout) == ("", "False\n")
