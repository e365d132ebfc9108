"""Formulas for programs that know none: a picture of each, in which it is read as a line of characters."""

import io
import re
import zipfile

import pytest
from PIL import Image, ImageStat

from deckmotor.build import Pipeline
from deckmotor.drawn import FORMULA_DPI
from deckmotor.finished import Words
from deckmotor.importer import read_finished
from deckmotor.units import EMU_PER_INCH
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES
from tests.formulas.test_formulas import FORMULAS

SHOWN = (r"x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}", *FORMULAS[::8])


@pytest.fixture(scope="module")
def made() -> zipfile.ZipFile:
    slides = "".join(f"  - {{title: A, formula: '{one}'}}\n" for one in SHOWN)
    deck = f"title: A\ntheme: natt\nslides:\n{slides}".encode()
    built = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": deck}), "deck.yaml").build()
    assert [one for one in built.problems if one.severity == "error"] == []
    return zipfile.ZipFile(io.BytesIO(built.files[0].data))


def test_each_is_drawn_whole_in_the_colour_of_its_text(made: zipfile.ZipFile) -> None:
    """As large as the shape that others show, with nothing cut off at its edges."""
    for number in range(1, len(SHOWN) + 1):
        slide = made.read(f"ppt/slides/slide{number}.xml").decode()
        leads = made.read(f"ppt/slides/_rels/slide{number}.xml.rels").decode()
        other = slide.partition("<mc:Fallback>")[2].partition("</mc:Fallback>")[0]
        width, height = (int(value) for value in re.findall(r'c[xy]="(\d+)"', other)[:2])
        (relation,) = re.findall(r'r:embed="(\w+)"', other)
        (target,) = re.findall(rf'Id="{relation}" [^>]*Target="\.\./([^"]+)"|Target="\.\./([^"]+)" [^>]*Id="{relation}"', leads)
        picture = Image.open(io.BytesIO(made.read(f"ppt/{''.join(target)}"))).convert("RGBA")
        assert picture.width == pytest.approx(width * FORMULA_DPI / EMU_PER_INCH, abs=1)
        assert picture.height == pytest.approx(height * FORMULA_DPI / EMU_PER_INCH, abs=1)
        box = picture.getchannel("A").getbbox()
        assert box is not None and min(box[0], box[1], picture.width - box[2], picture.height - box[3]) > 0, SHOWN[number - 1]
        solid = picture.getchannel("A").point(lambda value: 255 * (value == 255))
        assert min(ImageStat.Stat(picture.convert("RGB"), solid).mean) > 200


def test_each_is_read_back_on_one_line_and_as_maths_where_another_program_left_a_picture_only(made: zipfile.ZipFile) -> None:
    blank = io.BytesIO()
    with zipfile.ZipFile(blank, "w") as package:
        for name in made.namelist():
            package.writestr(name, re.sub(rb"(<a:noFill/></a:rPr><a:t>)[^<]*", rb"\1 ", made.read(name)))
    for file, said in ((made.fp, "x = (− b ± √(b² − 4ac))/(2a)"), (blank, "x=−b±b2−4ac2a")):
        assert file is not None
        file.seek(0)
        read, _ = read_finished(file.read(), "a.pptx")
        assert read is not None and len(read.slides) == len(SHOWN)
        found = [
            part.paragraphs[0].text for slide in read.slides for part in slide.parts if isinstance(part, Words) and part.alt
        ]
        assert said in [text.replace("\u2009", "") for text in found], found
