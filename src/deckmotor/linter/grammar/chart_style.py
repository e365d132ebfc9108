"""Elements of the style and colours of a chart (`cs:`), parts of their own since 2013: MS-ODRAWXML, §2.24.

From the schema data of Microsoft's Open XML SDK (MIT licence); the notation is explained in `deckmotor.linter.grammar.read`.
"""

_ENTRIES = (
    "axisTitle categoryAxis chartArea dataLabel dataLabelCallout? dataPoint dataPoint3D dataPointLine dataPointMarker "
    "dataPointMarkerLayout? dataPointWireframe dataTable downBar dropLine errorBar floor gridlineMajor gridlineMinor hiLoLine "
    "leaderLine legend plotArea plotArea3D seriesAxis seriesLine title trendline trendlineLabel upBar valueAxis wall"
)
"""What of a chart has a look."""

_LOOKS = " ".join(f"cs:{name}" for name in _ENTRIES.replace("?", "").split() if name != "dataPointMarkerLayout")

CHART_STYLE: dict[str, tuple[str, str]] = {
    "cs:chartStyle": ("id:count", f"{_ENTRIES} extLst?"),
    "cs:colorStyle": ("meth! id:count", "%colour+ variation* extLst?"),
    "cs:dataPointMarkerLayout": ("symbol:@marker-style size:2..72", ""),
    "cs:effectRef cs:fillRef cs:lnRef": ("idx!:count mods", "%style-colour?"),
    "cs:fontRef": ("idx!:@font-collection-index mods", "%style-colour?"),
    "cs:lineWidthScale": ("", ""),
    "cs:styleClr": ("val", "%change*"),
    "cs:variation": ("", "%change*"),
    _LOOKS: ("mods", "lnRef lineWidthScale? fillRef effectRef fontRef spPr? defRPr? bodyPr? extLst?"),
}
