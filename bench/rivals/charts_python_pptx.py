"""Charts by python-pptx as its own guide writes them. `charts_python_pptx.py OUT DECK.json`."""

import json
import sys
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

KINDS = {
    "bars": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "stacked": XL_CHART_TYPE.COLUMN_STACKED,
    "line": XL_CHART_TYPE.LINE,
    "area": XL_CHART_TYPE.AREA_STACKED,
    "pie": XL_CHART_TYPE.PIE,
}

deck = json.loads(Path(sys.argv[2]).read_bytes())
presentation: Any = Presentation()
for content in deck["slides"]:
    slide = presentation.slides.add_slide(presentation.slide_layouts[5])
    slide.shapes.title.text = content["title"]
    data: Any = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = content["names"]
    for series in content["series"]:
        data.add_series(series["name"], series["values"])
    slide.shapes.add_chart(KINDS[content["kind"]], Inches(0.6), Inches(1.6), Inches(8.8), Inches(5.2), data)
presentation.save(sys.argv[1])
