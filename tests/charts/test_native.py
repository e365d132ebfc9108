"""The native chart, read back by python-pptx; its workbook; and the places of bars in it."""

import io
import zipfile
from math import isclose
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from pptx.chart import data as chart_data
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml import parse_xml
from pptx.util import Inches

from deckmotor.charts.axis import axis
from deckmotor.charts.chart import Grouping, Kind, NativeChart, Plot, PointLabel, Series
from deckmotor.charts.geometry import bars, plot_box, points, slices, value_axis
from deckmotor.charts.native import chart_part, chart_workbook
from deckmotor.color import Color
from deckmotor.style import Box, Line, TextStyle
from deckmotor.units import inches
from deckmotor.units import points as pt

BRAND, ACCENT, QUIET = Color("146A70", "accent1"), Color("D4481C", "accent2"), Color("5A696E", "accent6")
VALUES = (310.0, 355.5, -42.0, None)
NAMES = ("Kalix", "Motala & <co>", "Varberg", "Åre")


def chart(kind: Kind, grouping: Grouping = "clustered") -> NativeChart:
    pie = kind in ("pie", "doughnut")
    values = tuple(abs(value or 0) for value in VALUES) if pie or grouping == "percentStacked" else VALUES
    one = Series(name="2022", values=values, fill=BRAND, points=((1, ACCENT),), labelled=True, x=(1.0, 2.0, 3.5, 7.0))
    end = PointLabel(at=3, value=False, name=True, place="r")
    two = Series(
        name="2023",
        values=(100.0, 20.0, 50.0, 90.0),
        fill=QUIET,
        own=(end,) if kind == "line" else (),
        x=one.x,
    )
    series = (one,) if pie else (one, two)
    return NativeChart(
        kind=kind,
        grouping=grouping,
        categories=NAMES,
        series=series,
        axis=None if pie else value_axis(series, grouping, zero=True),
        x_axis=axis(one.x, zero=False) if kind == "scatter" else None,
        plot=Plot(x=0.1, y=0.05, width=0.8, height=0.8),
        text=TextStyle(family="Arial", font_role="body", size=pt(16), color=QUIET),
        grid=Line(color=QUIET, width=9525),
        base=Line(color=QUIET, width=12700),
        language="sv-SE",
    )


KINDS: list[tuple[Kind, Grouping]] = [
    ("bars", "clustered"), ("columns", "clustered"), ("columns", "stacked"), ("bars", "percentStacked"),
    ("line", "clustered"), ("area", "clustered"), ("pie", "clustered"), ("doughnut", "clustered"), ("scatter", "clustered"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "grouping"), KINDS)
def test_python_pptx_reads_the_numbers_of_the_source(kind: Kind, grouping: Grouping) -> None:
    made = chart(kind, grouping)
    deck = Presentation()
    page = deck.slides.add_slide(deck.slide_layouts[6])
    data: Any = chart_data
    data = data.CategoryChartData()
    data.categories = ["a"]
    data.add_series("b", (1,))
    frame = page.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Inches(0), Inches(0), Inches(9), Inches(5), data)
    part = frame.chart.part
    (relation,) = part.rels
    part._element = parse_xml(chart_part(made, relation))
    stream = io.BytesIO()
    deck.save(stream)
    read = Presentation(stream).slides[0].shapes[0].chart
    found = [series for plot in read.plots for series in plot.series]
    assert [series.name for series in found] == [series.name for series in made.series]
    assert [tuple(series.values) for series in found] == [series.values for series in made.series]
    if kind != "scatter":
        assert tuple(read.plots[0].categories) == NAMES
    if made.axis is not None:
        assert (read.value_axis.minimum_scale, read.value_axis.maximum_scale) == (made.axis.low, made.axis.high)
        assert read.value_axis.major_unit == made.axis.step


def test_workbook_holds_the_same_numbers_and_is_the_same_every_time() -> None:
    made = chart("columns")
    data = chart_workbook(made)
    assert data == chart_workbook(made)
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        sheet = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    names = {"m": sheet.nsmap[None]}
    cells = {cell.get("r"): "".join(map(str, cell.itertext())) for cell in sheet.iterfind(".//m:c", names)}
    assert cells == {
        "A1": "", "B1": "2022", "C1": "2023",
        "A2": "Kalix", "B2": "310", "C2": "100",
        "A3": "Motala & <co>", "B3": "355.5", "C3": "20",
        "A4": "Varberg", "B4": "-42", "C4": "50",
        "A5": "Åre", "C5": "90",
    }  # fmt: skip


BOX = Box(inches(1), inches(1), inches(10), inches(5))


@pytest.mark.parametrize("grouping", ["clustered", "stacked", "percentStacked"])
@pytest.mark.parametrize("kind", ["bars", "columns"])
def test_bars_are_as_long_as_their_values_and_never_overlap(kind: Kind, grouping: Grouping) -> None:
    made = chart(kind, grouping)
    assert made.axis is not None
    area = plot_box(made.plot, BOX)
    found = [bar for bar in bars(made, area, made.axis) if bar.value]
    lying = kind == "bars"
    length = area.width if lying else area.height
    for bar in found:
        total = sum(abs(series.values[bar.category] or 0) for series in made.series) if grouping == "percentStacked" else 1
        shown = (bar.box.width if lying else bar.box.height) / length
        assert isclose(shown, abs(bar.value) / total / (made.axis.high - made.axis.low), abs_tol=1e-5)
    for number, bar in enumerate(found):
        assert not any(_overlap(bar.box, other.box) for other in found[number + 1 :])


def _overlap(one: Box, two: Box) -> bool:
    near = 2
    return one.x + near < two.right and two.x + near < one.right and one.y + near < two.bottom and two.y + near < one.bottom


def test_points_stand_at_their_values_and_gaps_stay_gaps() -> None:
    made = chart("line")
    assert made.axis is not None
    area = plot_box(made.plot, BOX)
    found = list(points(made, area, made.axis))
    assert [(point.series, point.category) for point in found] == [(0, 0), (0, 1), (0, 2), *((1, at) for at in range(4))]
    for point in found:
        assert isclose((area.bottom - point.y) / area.height, made.axis.share(point.value), abs_tol=1e-5)


@pytest.mark.parametrize("kind", ["pie", "doughnut"])
def test_slices_fill_the_circle(kind: Kind) -> None:
    made = chart(kind)
    found = list(slices(made, plot_box(made.plot, BOX)))
    assert isclose(sum(part.share for part in found), 1)
    assert found[1].color == ACCENT
