"""Widths of text: those of HarfBuzz over the whole text, and what is said of families and characters that are not there."""

from math import sqrt
from pathlib import Path

import pytest
import uharfbuzz
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmotor.style import TextStyle
from deckmotor.typeset import fonts as fonts_module
from deckmotor.typeset.advances import CHARACTERS
from deckmotor.typeset.face import FontFile
from deckmotor.typeset.fonts import FALLBACK_FACTOR, MONOSPACED, Fonts, shipped_fonts, stand_in
from deckmotor.units import points
from deckmotor.workspace import read_package_file
from tests.casefile import accepted
from tests.typeset.boxes import INK, WORDS

FONTS = shipped_fonts()
FILES = {"Arial": "Arimo-Regular.ttf", "Calibri": "Carlito-Regular.ttf", "Courier New": "Cousine-Regular.ttf"}


def style(family: str = "Arial", size: float = 20, **look: bool | int) -> TextStyle:
    return TextStyle(family=family, size=points(size), color=INK, **look)  # type: ignore[arg-type]


def harfbuzz_width(file: str, text: str, size: float) -> float:
    face = uharfbuzz.Face(read_package_file(f"fonts/{file}"))
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.script = "Latn"
    uharfbuzz.shape(uharfbuzz.Font(face), buffer, {"liga": False, "clig": False})
    return float(sum(position.x_advance for position in buffer.glyph_positions) / face.upem * points(size))


@pytest.mark.parametrize("family", FILES)
@pytest.mark.parametrize("language", WORDS)
def test_word_by_word_is_as_wide_as_all_at_once(family: str, language: str) -> None:
    text = " ".join(WORDS[language].split())
    assert abs(FONTS.width(text, style(family)) - harfbuzz_width(FILES[family], text, 20)) <= 1


@settings(deadline=None)
@given(st.text(st.sampled_from("AVTYLPaevotyrfi1.,-’ åÄö\u00a0–"), min_size=1, max_size=30), st.sampled_from(list(FILES)))
def test_any_text_is_as_wide_word_by_word(text: str, family: str) -> None:
    assert abs(FONTS.width(text, style(family)) - harfbuzz_width(FILES[family], text, 20)) <= 1


def test_kerning_counts_and_ligatures_do_not() -> None:
    assert FONTS.width("AV", style()) < FONTS.width("A", style()) + FONTS.width("V", style())
    assert FONTS.width("fi", style("Calibri")) == pytest.approx(
        sum(FONTS.width(char, style("Calibri")) for char in "fi"), abs=1
    )


@pytest.mark.parametrize("size", [8, 12, 14, 20, 28, 44])
def test_the_room_of_a_line_is_a_little_less_than_its_width(size: int) -> None:
    for width in (points(20 * size), points(5 * size)):
        assert 0.97 * width < FONTS.room(width, style(size=size)) < width


def test_what_is_left_free_is_twice_the_scatter_of_a_lines_roundings() -> None:
    """At 60 points whole pixels make no text wider; a line of 400 points has about 13 letters, each rounded by half a dot."""
    dot, letters = points(72 / 600), 2 * 400 / 60
    assert points(400) - FONTS.room(points(400), style(size=60)) >= 2 * sqrt(letters / 12) * dot


def test_spaced_letters_have_less_room_as_libreoffice_loses_some_of_their_space() -> None:
    width, letters = points(300), 2 * 300 / 20
    for tracking in (points(0.2), -points(0.2)):
        lost = FONTS.room(width, style(size=20)) - FONTS.room(width, style(size=20, tracking=tracking))
        assert lost == pytest.approx(letters * points(0.05) + max(0, -tracking)), "none of it after the last letter"


def test_there_is_no_room_in_no_width() -> None:
    assert FONTS.room(0, style()) <= 0
    assert FONTS.room(-points(10), style()) < 0


def test_width_grows_with_size_tracking_and_weight() -> None:
    assert FONTS.width("ord", style(size=40)) == pytest.approx(2 * FONTS.width("ord", style(size=20)), abs=1)
    assert FONTS.width("ord", style(tracking=100)) == FONTS.width("ord", style()) + 300
    assert FONTS.width("ord", style(bold=True)) > FONTS.width("ord", style())
    assert FONTS.width("2", style(baseline=30_000)) == pytest.approx(FONTS.width("2", style()) * 2 / 3, abs=1)


def test_what_a_font_lacks_is_taken_from_another() -> None:
    em = points(20)
    assert FONTS.missing("✓ 😀漢 3M\u2011nät", style("Calibri")) == ("✓", "😀", "漢")
    assert FONTS.width("3M\u2011nät", style("Calibri")) == FONTS.width("3M-nät", style("Calibri"))
    assert FONTS.width("漢字", style()) == 2 * em
    # What other programs lend them from: Segoe UI Symbol, Segoe UI Emoji.
    assert 0.79 * em < FONTS.width("✓", style()) < 1.1 * em
    assert FONTS.width("🎓", style()) >= 1.37 * em


def test_aliases_measure_with_the_same_file() -> None:
    assert {FONTS.measuring_family(name) for name in ("Arial", "arial", "Helvetica", "Liberation Sans", "Arimo")} == {"Arimo"}
    assert FONTS.measuring_family("Calibri") == FONTS.measuring_family("Carlito") == "Carlito"
    assert FONTS.measuring_family("Courier New") == "Cousine"
    assert FONTS.measuring_family("Cambria") == "Caladea"


def test_an_unknown_family_is_taken_to_be_wide() -> None:
    assert FONTS.knows("Calibri")
    assert not FONTS.knows("Verdana")
    assert FONTS.width("ord", style("Verdana")) == pytest.approx(FONTS.width("ord", style()) * FALLBACK_FACTOR, abs=1)


@pytest.mark.parametrize("family", ["Consolas", "Cascadia Code", "JetBrains Mono", "Lucida Console", "Menlo"])
def test_an_unknown_monospaced_family_is_taken_to_be_one(family: str) -> None:
    assert stand_in(family) == MONOSPACED
    assert FONTS.width("illi", style(family)) == FONTS.width("mmmm", style(family)) > 4 * 0.602 * points(20)


def test_characters_that_a_face_lacks_are_named_and_take_room() -> None:
    assert FONTS.missing("Ja ✓ åäö • – ✓ 😀", style()) == ("✓", "😀")
    assert FONTS.missing("Räksmörgås\n\t\u00a0\u00ad\u200b", style("Calibri")) == ()
    assert FONTS.width("😀", style(size=20)) >= points(20)


def test_below_twelve_points_nothing_is_kerned_as_powerpoint_does_not() -> None:
    assert FONTS.width("AV", style(size=11)) == pytest.approx(
        FONTS.width("A", style(size=11)) + FONTS.width("V", style(size=11)), abs=1
    )


def test_a_table_is_read_when_first_measured_and_the_font_when_the_table_is_not_enough() -> None:
    read: list[str] = []

    def reading(name: str) -> bytes:
        read.append(name)
        return read_package_file(f"fonts/{name}")

    fonts = Fonts(reading)
    assert fonts.knows("Arial")
    assert read == []
    for look in (style(), style(), style("Helvetica"), style(size=10), style(bold=True)):
        fonts.width("ord", look)
    assert read == ["Arimo-Regular.advances", "Arimo-Bold.advances"]
    fonts.width("слово", style())
    assert read[2:] == ["Arimo-Regular.ttf"]


def test_a_font_without_a_table_is_measured_by_harfbuzz() -> None:
    def reading(name: str) -> bytes:
        if name.endswith(".advances"):
            raise FileNotFoundError(name)
        return read_package_file(f"fonts/{name}")

    assert Fonts(reading).width("Tyvärr AVA", style()) == FONTS.width("Tyvärr AVA", style())


FONT_FOLDER = Path(fonts_module.__file__).parent.parent / "fonts"
FONT_NAMES = sorted(path.stem for path in FONT_FOLDER.glob("*.advances"))


@pytest.mark.parametrize("name", FONT_NAMES)
def test_the_shipped_tables_are_those_that_harfbuzz_makes(name: str, request: pytest.FixtureRequest) -> None:
    """`pytest --accept` writes them anew, after a change of fonts or of the characters that tables hold."""
    accept = request.config.getoption("--accept")
    if not accept and not name.endswith("-Regular"):
        pytest.skip("a second each; the random texts of the next test are set in all of them")
    made = FontFile(lambda file: read_package_file(f"fonts/{file}"), name).table()
    if accept:
        accepted(FONT_FOLDER / f"{name}.advances", made)
    assert made == read_package_file(f"fonts/{name}.advances")


@settings(deadline=None)
@given(st.text(st.sampled_from(CHARACTERS), min_size=1, max_size=20), st.sampled_from(FONT_NAMES), st.booleans())
def test_a_table_gives_the_width_that_harfbuzz_gives(text: str, name: str, kerned: bool) -> None:
    file = FILES_BY_NAME.setdefault(name, FontFile(lambda file: read_package_file(f"fonts/{file}"), name))
    if all(map(file.has, text)):
        assert sum(file.shape(text, kerned)) == sum(file.shape_by_harfbuzz(text, kerned))


FILES_BY_NAME: dict[str, FontFile] = {}


PROSE = {
    "มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ ต่างมีเหตุผลและมโนธรรม และควรปฏิบัติต่อกันด้วยเจตนารมณ์แห่งภราดรภาพ": 56.5,
    "सभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता और समानता प्राप्त है। उन्हें बुद्धि और अन्तरात्मा की देन प्राप्त है और परस्पर "
    "उन्हें भाईचारे के भाव से बर्ताव करना चाहिए।": 66.5,
    "সমস্ত মানুষ স্বাধীনভাবে সমান মর্যাদা এবং অধিকার নিয়ে জন্মগ্রহণ করে। তাঁদের বিবেক এবং বুদ্ধি আছে; সুতরাং সকলেরই একে অপরের প্রতি ভ্রাতৃত্বসুলভ "
    "মনোভাব নিয়ে আচরণ করা উচিত।": 72.6,
    "மனிதப் பிறிவியினர் சகலரும் சுதந்திரமாகவே பிறக்கின்றனர்; அவர்கள் மதிப்பிலும், உரிமைகளிலும் சமமானவர்கள், அவர்கள் நியாயத்தையும் "
    "மனச்சாட்சியையும் இயற்பண்பாகப் பெற்றவர்கள்.": 99.9,
    "មនុស្សទាំងអស់ កើតមកមានសេរីភាព និងសមភាព ក្នុងផ្នែកសេចក្ដីថ្លៃថ្នូរនិងសិទ្ធិ។ មនុស្ស មានវិចារណញ្ញាណនិងសតិសម្បជញ្ញៈជាប់ពីកំណើត": 50.2,
    "လူတိုင်းသည် တူညီ လွတ်လပ်သော ဂုဏ်သိက္ခာဖြင့် လည်းကောင်း၊ တူညီလွတ်လပ်သော အခွင့်အရေးများဖြင့် လည်းကောင်း၊ မွေးဖွားလာသူများ ဖြစ်သည်။": 63.3,
    "മനുഷ്യരെല്ലാവരും തുല്യാവകാശങ്ങളോടും അന്തസ്സോടും സ്വാതന്ത്ര്യത്തോടുംകൂടി ജനിച്ചിട്ടുള്ളവരാണ്. അന്യോന്യം ഭ്രാതൃഭാവത്തോടെ "
    "പെരുമാറുവാനാണ് മനുഷ്യന് വിവേകബുദ്ധിയും മനസ്സാക്ഷിയും സിദ്ധമായിരിക്കുന്നത്.": 104.3,
}
"""Prose of scripts that no font here has (from article 1 of the declaration of human rights), and how many ems it takes in
Noto Sans, by HarfBuzz."""


@pytest.mark.parametrize("text", PROSE)
def test_letters_that_no_font_has_are_measured_with_a_margin_that_makes_nothing_tiny(text: str) -> None:
    size = style().size
    measured = FONTS.width(text, style()) / size
    assert 1.15 * PROSE[text] < measured < 1.8 * PROSE[text]
