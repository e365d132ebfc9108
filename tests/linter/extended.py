"""What later versions of PowerPoint add to the sound package: the style and colours of a chart, things in extensions."""

from deckmotor.linter.grammar.chart_style import CHART_STYLE
from tests.linter.sound_package import Parts, replace, slide

MS = "http://schemas.microsoft.com/office"
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
CS = f'xmlns:cs="{MS}/drawing/2012/chartStyle"'
STYLE, COLORS = "ppt/charts/style1.xml", "ppt/charts/colors1.xml"

_LOOK = (
    '<cs:lnRef idx="0"/><cs:fillRef idx="0"><cs:styleClr val="auto"/></cs:fillRef><cs:effectRef idx="0"/>'
    '<cs:fontRef idx="minor"><a:schemeClr val="tx1"><a:lumMod val="65000"/></a:schemeClr></cs:fontRef>'
)
_NAMES = [token.rstrip("?") for token in CHART_STYLE["cs:chartStyle"][1].split()[:-1]]
_ENTRIES = {name: f"<cs:{name}>{_LOOK}</cs:{name}>" for name in _NAMES}
_ENTRIES["dataPointMarkerLayout"] = '<cs:dataPointMarkerLayout symbol="circle" size="5"/>'
_ENTRIES["plotArea"] = (
    f'<cs:plotArea mods="allowNoFillOverride">{_LOOK}<cs:spPr><a:ln w="9525"><a:round/></a:ln></cs:spPr>'
    '<cs:defRPr sz="900"/><cs:bodyPr rot="0"/></cs:plotArea>'
)
_PARTS = {
    STYLE: ("chartStyle", "chartstyle", f'<cs:chartStyle {CS} {A} id="201">{"".join(_ENTRIES.values())}</cs:chartStyle>'),
    COLORS: (
        "chartColorStyle", "chartcolorstyle",
        f'<cs:colorStyle {CS} {A} meth="cycle" id="10"><a:schemeClr val="accent1"/><cs:variation/>'
        '<cs:variation><a:lumMod val="60000"/></cs:variation></cs:colorStyle>',
    ),
}  # fmt: skip

_GUIDES = (
    '<p:ext uri="{EFAFB233-063F-42B5-8137-9DF3F51BA10A}">'
    f'<p15:sldGuideLst xmlns:p15="{MS}/powerpoint/2012/main"><p15:guide id="1" orient="horz" pos="2160">'
    '<p15:clr><a:srgbClr val="A4A3A4"/></p15:clr></p15:guide></p15:sldGuideLst></p:ext>'
)
_HIDDEN = (
    '<a:extLst><a:ext uri="{909E8E84-426E-40DD-AFC4-6F175D3DCCD1}">'
    f'<a14:hiddenFill xmlns:a14="{MS}/drawing/2010/main"><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a14:hiddenFill>'
    '</a:ext><a:ext uri="{91240B29-F687-4F45-9708-019B960494DF}">'
    f'<a14:hiddenLine xmlns:a14="{MS}/drawing/2010/main" w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
    "</a14:hiddenLine></a:ext></a:extLst>"
)
_DPI = (
    '<a:extLst><a:ext uri="{28A0092B-C50C-407E-A947-70E740481C1C}">'
    f'<a14:useLocalDpi xmlns:a14="{MS}/drawing/2010/main" val="0"/></a:ext></a:extLst>'
)


def extended(parts: Parts) -> None:
    """Add them to a chart, the presentation, a shape and a picture."""
    links = types = ""
    for name, (kind, content_type, text) in _PARTS.items():
        parts[name] = text.encode()
        links += f'<Relationship Id="x{kind}" Type="{MS}/2011/relationships/{kind}" Target="{name.rpartition("/")[2]}"/>'
        types += f'<Override PartName="/{name}" ContentType="application/vnd.ms-office.{content_type}+xml"/>'
    replace(parts, "ppt/charts/_rels/chart1.xml.rels", "</Relationships>", f"{links}</Relationships>")
    replace(parts, "[Content_Types].xml", "</Types>", f"{types}</Types>")
    replace(parts, slide(4), "</a:solidFill></p:spPr>", f"</a:solidFill>{_HIDDEN}</p:spPr>")
    replace(parts, slide(4), '<a:blip r:embed="rId2"/>', f'<a:blip r:embed="rId2">{_DPI}</a:blip>')
    replace(parts, "ppt/presentation.xml", "</p:extLst></p:presentation>", f"{_GUIDES}</p:extLst></p:presentation>")
