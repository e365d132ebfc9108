"""The independent judge: LibreOffice draws random boxes, and the lines it draws are compared with those predicted."""

import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec import Struct

from deckmotor.typeset.flow import FlowLine, flow
from deckmotor.typeset.fonts import shipped_fonts
from deckmotor.units import to_points
from tests.typeset.boxes import TALL, Box, DrawnLine, drawn_by_libreoffice, random_boxes, tall_boxes, tight_boxes

needed = [tool for tool in ("soffice", "pdftotext") if shutil.which(tool) is None]
pytestmark = pytest.mark.skipif(bool(needed), reason=f"needs {' and '.join(needed)}")


class Compared(Struct, frozen=True):
    """A box's lines as predicted and as drawn."""

    box: Box
    predicted: tuple[FlowLine, ...]
    drawn: list[DrawnLine]

    @property
    def same_lines(self) -> bool:
        return ["".join(line.text.split()) for line in self.predicted] == [line.text for line in self.drawn]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(tmp_path_factory.mktemp("oracle"))


@pytest.fixture(scope="module")
def all_boxes(folder: Path) -> list[Compared]:
    """Tight boxes, random ones, and after them some that are drawn in a font whose lines would be much higher than others'."""
    fonts = shipped_fonts()
    made = tight_boxes(fonts) + random_boxes(seed=7, count=240)
    drawn = drawn_by_libreoffice([*made, *tall_boxes(TALL)], folder)
    made += tall_boxes("Arial")
    flowed = [flow(box.paragraphs, box.width, fonts).paragraphs for box in made]
    return [Compared(box, sum(lines, ()), seen) for box, lines, seen in zip(made, flowed, drawn, strict=True)]


@pytest.fixture(scope="module")
def boxes(all_boxes: list[Compared]) -> list[Compared]:
    return all_boxes[len(tight_boxes(shipped_fonts())) : -len(tall_boxes(TALL))]


def test_lines_are_as_high_in_a_font_that_asks_for_more(all_boxes: list[Compared], folder: Path) -> None:
    """Programs set text of presentations by the size alone: 1.2 em, whatever height of a line a font file has."""
    fonts = subprocess.run(["pdffonts", str(folder / "boxes.pdf")], check=True, capture_output=True).stdout.decode()
    assert TALL.replace(" ", "") in fonts
    for each in all_boxes[-len(tall_boxes(TALL)) :]:
        assert each.same_lines
        size, spacing = (each.box.paragraphs[0].style.text.size, each.box.paragraphs[0].style.line_spacing)
        pitches = [after.top - before.top for before, after in pairwise(each.drawn)]
        assert len(pitches) > 3
        assert pitches == pytest.approx([to_points(size) * 1.2 * spacing / 100] * len(pitches), abs=0.15)


def test_all_text_is_drawn(boxes: list[Compared]) -> None:
    for each in boxes:
        said = "".join("".join(run.text.split()) for paragraph in each.box.paragraphs for run in paragraph.runs)
        assert "".join(line.text for line in each.drawn) == said


def test_there_are_never_more_lines_than_predicted(all_boxes: list[Compared]) -> None:
    assert [each for each in all_boxes if len(each.drawn) > len(each.predicted)] == []
    tight = all_boxes[: len(tight_boxes(shipped_fonts()))]
    assert {len(each.drawn) for each in tight} == {1, 2} == {len(each.predicted) for each in tight}


def test_there_are_seldom_fewer_lines_than_predicted(boxes: list[Compared]) -> None:
    fewer = sum(len(each.drawn) < len(each.predicted) for each in boxes)
    assert fewer <= 0.04 * len(boxes)


def test_most_boxes_break_at_the_same_words(boxes: list[Compared]) -> None:
    same = sum(each.same_lines for each in boxes)
    assert same >= 0.8 * len(boxes)


def test_lines_stand_where_they_were_predicted(boxes: list[Compared]) -> None:
    for each in boxes:
        if each.same_lines:
            first, top = each.predicted[0], each.drawn[0].top
            for line, drawn in zip(each.predicted, each.drawn, strict=True):
                # LibreOffice rounds each line to 1/100 mm, which adds up over many lines.
                assert to_points(line.baseline - first.baseline) == pytest.approx(
                    drawn.top - top, abs=0.3 + 0.05 * len(each.drawn)
                )
