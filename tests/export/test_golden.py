"""The parts of the sample deck as readable XML, compared as trees. `pytest --accept` rewrites them; then read the git diff."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from deckmotor.export.pptx import write
from deckmotor.scene.page import PageSection
from tests.casefile import accepted
from tests.export import natives, sample
from tests.export.package import opened, readable

CASES = Path(__file__).parents[1] / "cases" / "export"

PARTS = {
    "slide-cover": "ppt/slides/slide1.xml",
    "slide-list": "ppt/slides/slide2.xml",
    "slide-picture": "ppt/slides/slide3.xml",
    "slide-table": "ppt/slides/slide4.xml",
    "slide-native": "ppt/slides/slide5.xml",
    "chart-relations": "ppt/charts/_rels/chart5-1.xml.rels",
    "notes": "ppt/notesSlides/notesSlide2.xml",
    "layout-cover": "ppt/slideLayouts/slideLayout1.xml",
    "layout-content": "ppt/slideLayouts/slideLayout2.xml",
    "layout-picture": "ppt/slideLayouts/slideLayout3.xml",
    "table-style": "ppt/tableStyles.xml",
    "presentation": "ppt/presentation.xml",
    "properties-core": "docProps/core.xml",
    "properties-custom": "docProps/custom.xml",
    "map": "customXml/item1.xml",
}


@pytest.fixture(scope="module")
def parts() -> dict[str, bytes]:
    whole = sample.scene()
    pages = (*whole.pages, natives.one_of_each())
    sections = (*whole.sections, PageSection(name="Nytt", pages=("ny",)))
    package = opened(write(replace(whole, pages=pages, sections=sections)))
    return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize("case", PARTS, ids=str)
def test_a_part_is_as_accepted(case: str, parts: dict[str, bytes], request: pytest.FixtureRequest) -> None:
    file = CASES / f"{case}.xml"
    actual = readable(parts[PARTS[case]])
    if request.config.getoption("--accept"):
        accepted(file, actual)
    assert actual == file.read_text(encoding="utf-8")


def test_no_case_is_left_over() -> None:
    assert {file.stem for file in CASES.glob("*.xml")} == set(PARTS)
