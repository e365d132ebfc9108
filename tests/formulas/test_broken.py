"""Long formulas over several lines: none wider than its place, nothing lost, and on one line where that is large enough."""

import re
from xml.etree import ElementTree

import pytest

from deckmotor.build import Pipeline
from deckmotor.math.broken import broken
from deckmotor.math.parse import parse
from deckmotor.math.size import size
from deckmotor.math.tree import Grid
from deckmotor.math.words import plain
from deckmotor.scene.page import FormulaItem
from deckmotor.units import points
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES
from tests.formulas.test_formulas import FORMULAS

SERIES = r"f(x) = a_0 + b_1 \sin\frac{\pi x}{L} + b_2 \sin\frac{2 \pi x}{L} + b_3 \sin\frac{3 \pi x}{L} + b_4 + R_N(x) \leq M"
POWERS = "(a+b)^4 = (a+b)(a+b)^3 = (a+b)(a^3 + 3a^2b + 3ab^2 + b^3) = a^4 + 4a^3b + 6a^2b^2 + 4ab^3 + b^4"


def signs(text: str) -> str:
    return re.sub(r"[\s&;,]", "", text)


@pytest.mark.parametrize("width", [4.0, 7.0, 10.0, 16.0])
def test_no_line_is_too_wide_and_nothing_is_lost(width: float) -> None:
    broke = 0
    for formula in (*FORMULAS, SERIES, POWERS):
        tree = parse(formula)
        made = broken(tree, width)
        if made is None:
            assert size(tree).width > width
            continue
        assert size(made).width <= width + 0.01, formula
        if made is tree:
            continue
        broke += 1
        assert isinstance(made, Grid) and made.kind == "aligned" and len(made.rows) > 1
        assert signs("".join(plain(cell) for cells in made.rows for cell in cells)) == signs(plain(tree)), formula
    assert broke


def test_lines_begin_with_relations_and_sums_stand_further_in() -> None:
    made = broken(parse(POWERS), 22)
    assert isinstance(made, Grid)
    assert [plain(cells[1]).strip()[:1] for cells in made.rows] == ["="] * 3
    narrow = broken(parse(SERIES), 13)
    assert isinstance(narrow, Grid)
    assert [plain(cells[1]).strip()[:1] for cells in narrow.rows] == ["=", "+", "+", "+"]


def drawn(formula: str) -> FormulaItem:
    deck = f"title: A\nlanguage: sv\nsize: '4:3'\nslides:\n  - {{title: T, formula: '{formula}'}}\n"
    made = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": deck.encode()}), "deck.yaml", theme="motor").compose()
    assert made.problems == () and made.scene is not None, made.problems
    return next(item for item in made.scene.pages[0].items if isinstance(item, FormulaItem))


def test_a_long_formula_is_broken_before_it_is_smaller_than_text() -> None:
    long, short = drawn(SERIES), drawn("a = b")
    assert "<m:eqArr>" in long.notation.omml and "mtable" in long.notation.mathml
    assert size(parse(SERIES)).width * long.style.size > long.box.width
    assert long.notation.plain == plain(parse(SERIES))
    assert "eqArr" not in short.notation.omml


@pytest.mark.parametrize("theme", ["motor", "flik", "punkt"])
@pytest.mark.parametrize("count", [3, 4, 5])
def test_lines_take_the_largest_whole_point_that_there_is_room_for(theme: str, count: int) -> None:
    """The theme's steps left up to a fifth of the place."""
    line = r"x + \frac{p}{2} &= \pm \sqrt{\left(\frac{p}{2}\right)^2 - q}"
    lines = " \\\\\n      ".join([line] * count)
    deck = f"title: A\nlanguage: sv\nsize: '4:3'\nslides:\n  - title: T\n    formula: |\n      {lines}\n"
    made = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": deck.encode()}), "deck.yaml", theme=theme).compose()
    assert made.problems == () and made.scene is not None
    (page,) = made.scene.pages
    (item,) = (item for item in page.items if isinstance(item, FormulaItem))
    (slot,) = (slot for one in made.scene.layouts if one.name == page.layout for slot in one.slots if slot.role == "body")
    larger = item.box.height * (item.style.size + points(1)) // item.style.size
    assert item.box.height <= slot.box.height < larger


@pytest.mark.parametrize("theme", ["motor", "flik"])
def test_a_formula_is_rather_a_little_smaller_than_over_more_lines(theme: str) -> None:
    """Each term stood on a line of its own."""
    long = r"\ln\left(\frac{p}{1 - p}\right) = \beta_0 + \beta_1 x_{ålder} + \beta_2 x_{betyg} + \beta_3 x_{avstånd}"
    long += r" + \beta_4 x_{språk} + \beta_5 x_{barn}"
    deck = f"title: A\nlanguage: sv\nsize: '4:3'\nslides:\n  - title: T\n    formula: {long}\n"
    made = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": deck.encode()}), "deck.yaml", theme=theme).compose()
    assert made.problems == () and made.scene is not None
    (item,) = (item for item in made.scene.pages[0].items if isinstance(item, FormulaItem))
    (lines,) = ElementTree.fromstring(f'<all xmlns:m="m" xmlns:a="a">{item.notation.omml}</all>')
    assert len(lines) == 3
