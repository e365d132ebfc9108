"""The series of a chart in XML: their data, looks and labels."""

from collections.abc import Sequence

from msgspec.structs import replace

from deckmotor.charts.chart import MARKER_SIZE, SEPARATOR, Kind, NativeChart, PointLabel, Series
from deckmotor.charts.text import UNBROKEN, text_properties
from deckmotor.charts.workbook import area, number
from deckmotor.color import Color
from deckmotor.ooxml.drawing import fill, outline
from deckmotor.ooxml.xml import attribute, escape
from deckmotor.style import TextStyle

LABEL_PLACES = {"bars": "outEnd", "columns": "outEnd", "line": "t", "scatter": "r", "pie": "outEnd"}
"""Where a value stands beside what it belongs to. Area and doughnut charts must not say: PowerPoint repairs a file that does.
Stacked bars stand in the middle, as `outEnd` is not allowed there."""


NO_LEADERS = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:showLeaderLines val="0"/></c:ext></c:extLst>'
)


def series_xml(chart: NativeChart, at: int, series: Series, drawn_as: Kind) -> str:
    """A series; the order of its parts is the schema's (21.2.2.170 for bars, .171 for lines, .169 for scatter)."""
    lined = drawn_as in ("line", "scatter")
    name = _name(series.name, at + 1)
    parts = [f'<c:idx val="{at}"/><c:order val="{at}"/><c:tx>{name}</c:tx>', _looks(chart, series, drawn_as)]
    if drawn_as in ("bars", "columns"):
        parts.append('<c:invertIfNegative val="0"/>')
    if lined:
        parts.append(_marker(series.fill, shown=chart.markers or drawn_as == "scatter"))
    parts += [_point(chart, place, color, drawn_as) for place, color in series.points]
    parts.append(_labels(chart, series, drawn_as))
    rows = len(series.values)
    if drawn_as == "scatter":
        parts.append(f"<c:xVal>{_numbers(area(0, 1, rows), series.x, 'General')}</c:xVal>")
        parts.append(f"<c:yVal>{_numbers(area(at + 1, 1, rows), series.values, chart.format)}</c:yVal>")
    else:
        parts.append(f"<c:cat>{_names(area(0, 1, rows), chart.categories)}</c:cat>")
        parts.append(f"<c:val>{_numbers(area(at + 1, 1, rows), series.values, chart.format)}</c:val>")
    if lined:
        parts.append('<c:smooth val="0"/>')
    return f"<c:ser>{''.join(parts)}</c:ser>"


def _looks(chart: NativeChart, series: Series, drawn_as: Kind) -> str:
    if drawn_as == "scatter":
        return f"<c:spPr>{outline(None)}</c:spPr>"
    if drawn_as == "line":
        line = f'<a:ln w="{chart.stroke}" cap="rnd">{fill(series.fill)}<a:round/></a:ln>'
        return f"<c:spPr>{line}</c:spPr>"
    return f"<c:spPr>{fill(series.fill)}{_edge(chart)}</c:spPr>"


def _edge(chart: NativeChart) -> str:
    return "" if chart.edge is None else outline(chart.edge)


def _marker(color: Color, *, shown: bool = True) -> str:
    if not shown:
        return '<c:marker><c:symbol val="none"/></c:marker>'
    looks = f"<c:spPr>{fill(color)}{outline(None)}</c:spPr>"
    return f'<c:marker><c:symbol val="circle"/><c:size val="{MARKER_SIZE}"/>{looks}</c:marker>'


def _point(chart: NativeChart, place: int, color: Color, drawn_as: Kind) -> str:
    """A point in a colour of its own (21.2.2.52)."""
    if drawn_as in ("line", "scatter"):
        return f'<c:dPt><c:idx val="{place}"/>{_marker(color)}<c:bubble3D val="0"/></c:dPt>'
    invert = '<c:invertIfNegative val="0"/>' if drawn_as in ("bars", "columns") else ""
    return f'<c:dPt><c:idx val="{place}"/>{invert}<c:bubble3D val="0"/><c:spPr>{fill(color)}{_edge(chart)}</c:spPr></c:dPt>'


def _labels(chart: NativeChart, series: Series, drawn_as: Kind) -> str:
    """Values beside their bars or points, the names of slices, a line's name at its end (21.2.2.49)."""
    style = chart.text if series.label_fill is None else replace(chart.text, color=series.label_fill)
    sliced = drawn_as in ("pie", "doughnut")
    own = "".join(_own_label(chart, style, drawn_as, one) for one in sorted(series.own, key=lambda one: one.at))
    usual = PointLabel(at=0, value=series.labelled)
    return f"<c:dLbls>{own}{_label(chart, style, drawn_as, usual, slices=sliced)}{_no_leaders(series, sliced=sliced)}</c:dLbls>"


def _no_leaders(series: Series, *, sliced: bool) -> str:
    """That no line leads from a label that was moved to what it names: LibreOffice draws one where nothing is said.

    Parts of a circle have a word for it (21.2.2.183), all others an extension ([MS-ODRAWXML] 2.24.3.66).
    """
    if not any(label.across or label.down for label in series.own):
        return ""
    return '<c:showLeaderLines val="0"/>' if sliced else NO_LEADERS


def _own_label(chart: NativeChart, style: TextStyle, drawn_as: Kind, label: PointLabel) -> str:
    head = f'<c:idx val="{label.at}"/>'
    if not (label.value or label.name):
        return f'<c:dLbl>{head}<c:delete val="1"/></c:dLbl>'
    if label.across or label.down:
        moved = f'<c:x val="{round(label.across, 6)}"/><c:y val="{round(label.down, 6)}"/>'
        head += f"<c:layout><c:manualLayout>{moved}</c:manualLayout></c:layout>"
    style = replace(style, bold=label.bold, color=label.color or style.color)
    return f"<c:dLbl>{head}{_label(chart, style, drawn_as, label, slices=drawn_as in ('pie', 'doughnut'))}</c:dLbl>"


def _label(chart: NativeChart, style: TextStyle, drawn_as: Kind, label: PointLabel, *, slices: bool) -> str:
    """What a label shows and where; nothing but flags where it shows nothing. Slices show their names too."""
    flags = {"LegendKey": False, "Val": label.value, "CatName": slices and label.value, "SerName": label.name}
    shown = {**flags, "Percent": False, "BubbleSize": False}
    written = "".join(f'<c:show{flag} val="{int(on)}"/>' for flag, on in shown.items())
    if not any(flags.values()):
        return written
    place = label.place or _label_place(chart, drawn_as)
    code = f'<c:numFmt formatCode="{attribute(chart.format)}" sourceLinked="0"/>'
    head = f"{code}<c:spPr><a:noFill/></c:spPr>{text_properties(style, body=UNBROKEN)}"
    separator = "\n" if label.above else SEPARATOR
    between = f"<c:separator>{separator}</c:separator>" if sum(flags.values()) > 1 else ""
    return head + (f'<c:dLblPos val="{place}"/>' if place else "") + written + between


def _label_place(chart: NativeChart, drawn_as: Kind) -> str | None:
    if drawn_as in ("bars", "columns") and chart.grouping != "clustered":
        return "ctr"
    return LABEL_PLACES.get(drawn_as)


def _name(name: str, at: int) -> str:
    formula = area(at, 0, 0)
    cache = f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{escape(name)}</c:v></c:pt></c:strCache>'
    return f"<c:strRef><c:f>{formula}</c:f>{cache}</c:strRef>"


def _names(formula: str, names: Sequence[str]) -> str:
    points = "".join(f'<c:pt idx="{at}"><c:v>{escape(name)}</c:v></c:pt>' for at, name in enumerate(names))
    return f'<c:strRef><c:f>{formula}</c:f><c:strCache><c:ptCount val="{len(names)}"/>{points}</c:strCache></c:strRef>'


def _numbers(formula: str, values: Sequence[float | None], code: str) -> str:
    """A missing value has no point, and an empty cell (21.2.2.122)."""
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{number(value)}</c:v></c:pt>' for at, value in enumerate(values) if value is not None
    )
    cache = f'<c:formatCode>{escape(code)}</c:formatCode><c:ptCount val="{len(values)}"/>{points}'
    return f"<c:numRef><c:f>{formula}</c:f><c:numCache>{cache}</c:numCache></c:numRef>"
