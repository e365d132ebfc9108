"""One rich sound package, made with python-pptx: notes, tables, pictures, charts, sections, builds, links, connectors."""

import base64
import functools
import io
import re
import zipfile
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.util import Emu

Parts = dict[str, bytes]

PIXEL = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")

SECTIONS = (
    '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}">'
    '<p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">'
    '<p14:section name="One" id="{6A0B3B06-28D4-4C3F-9B1E-0C0C0C0C0C01}"><p14:sldIdLst>'
    '<p14:sldId id="256"/><p14:sldId id="257"/></p14:sldIdLst></p14:section>'
    '<p14:section name="Two" id="{6A0B3B06-28D4-4C3F-9B1E-0C0C0C0C0C02}"><p14:sldIdLst>'
    '<p14:sldId id="258"/><p14:sldId id="259"/></p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst>'
)

TRANSITION = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main" Requires="p14">'
    '<p:transition spd="slow" p14:dur="2000"><p:fade/></p:transition></mc:Choice>'
    '<mc:Fallback><p:transition spd="slow"><p:fade/></p:transition></mc:Fallback></mc:AlternateContent>'
)

TIMING = (
    '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>'
    '<p:seq concurrent="1" nextAc="seek"><p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst><p:par>'
    '<p:cTn id="3" fill="hold"><p:stCondLst><p:cond delay="indefinite"/></p:stCondLst><p:childTnLst><p:par>'
    '<p:cTn id="4" fill="hold"><p:stCondLst><p:cond delay="0"/></p:stCondLst><p:childTnLst><p:par>'
    '<p:cTn id="5" presetID="1" presetClass="entr" presetSubtype="0" fill="hold" grpId="0" nodeType="clickEffect">'
    '<p:stCondLst><p:cond delay="0"/></p:stCondLst><p:childTnLst><p:set><p:cBhvr><p:cTn id="6" dur="1" fill="hold">'
    '<p:stCondLst><p:cond delay="0"/></p:stCondLst></p:cTn><p:tgtEl><p:spTgt spid="3"><p:txEl><p:pRg st="0" end="1"/>'
    "</p:txEl></p:spTgt></p:tgtEl><p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr>"
    '<p:to><p:strVal val="visible"/></p:to></p:set></p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par>'
    "</p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn>"
    '<p:prevCondLst><p:cond evt="onPrev" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:prevCondLst>'
    '<p:nextCondLst><p:cond evt="onNext" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:nextCondLst></p:seq>'
    '</p:childTnLst></p:cTn></p:par></p:tnLst><p:bldLst><p:bldP spid="3" grpId="0" build="p"/></p:bldLst></p:timing>'
)

CREATION = (
    '<a:extLst><a:ext uri="{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}">'
    '<a16:creationId xmlns:a16="http://schemas.microsoft.com/office/drawing/2014/main" id="{%s}"/></a:ext></a:extLst>'
)

SLIDE_MARK = (
    '<p:extLst><p:ext uri="{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}">'
    '<p14:creationId xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main" val="%d"/>'
    "</p:ext></p:extLst></p:cSld>"
)

CUSTOM = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="variant"><vt:lpwstr>a</vt:lpwstr></property>'
    '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="3" name="map"><vt:lpwstr>b</vt:lpwstr></property>'
    "</Properties>"
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@functools.cache
def _entries() -> tuple[tuple[str, bytes], ...]:
    deck = Presentation()
    _text_slide(deck)
    _table_slide(deck)
    _chart_slide(deck)
    _picture_slide(deck)
    deck.slides[0].shapes[1].text_frame.paragraphs[0].runs[0].hyperlink.address = "https://example.org/"
    deck.slides[3].shapes[1].click_action.target_slide = deck.slides[0]
    buffer = io.BytesIO()
    deck.save(buffer)
    parts = unpack(buffer.getvalue())
    _finish(parts)
    return tuple(parts.items())


def sound_parts() -> Parts:
    """The parts of the sound package, for a test to break."""
    return dict(_entries())


def unpack(data: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def pack(parts: Parts) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def replace(parts: Parts, name: str, old: str, new: str, count: int = 1) -> None:
    """Change the text of a part; what is to be changed must be there."""
    text = parts[name].decode()
    assert old in text, f"{old!r} is not in {name}"
    parts[name] = text.replace(old, new, count).encode()


def slide(number: int) -> str:
    return f"ppt/slides/slide{number}.xml"


def _text_slide(deck: Any) -> None:
    page = deck.slides.add_slide(deck.slide_layouts[1])
    page.shapes.title.text = "Builds & links"
    frame = page.placeholders[1].text_frame
    frame.text = "one"
    frame.add_paragraph().text = "two"
    page.notes_slide.notes_text_frame.text = "notes of the first"


def _table_slide(deck: Any) -> None:
    page = deck.slides.add_slide(deck.slide_layouts[5])
    page.shapes.title.text = "Table"
    table = page.shapes.add_table(3, 3, Emu(0), Emu(1200000), Emu(6000000), Emu(900000)).table
    for row in range(3):
        for column in range(3):
            table.cell(row, column).text = f"{row}{column}"
    table.cell(0, 0).merge(table.cell(1, 1))
    page.notes_slide.notes_text_frame.text = "notes of the second"


def _chart_slide(deck: Any) -> None:
    page = deck.slides.add_slide(deck.slide_layouts[5])
    page.shapes.title.text = "Charts"
    data: Any = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = ["a", "b", "c"]
    data.add_series("first", (1, 2, 3))
    data.add_series("second", (3, 2, 1))
    for left, kind in enumerate((XL_CHART_TYPE.COLUMN_CLUSTERED, XL_CHART_TYPE.LINE_MARKERS, XL_CHART_TYPE.PIE)):
        page.shapes.add_chart(kind, Emu(left * 3000000), Emu(1500000), Emu(2900000), Emu(2900000), data)


def _picture_slide(deck: Any) -> None:
    page = deck.slides.add_slide(deck.slide_layouts[6])
    page.shapes.add_picture(io.BytesIO(PIXEL), Emu(0), Emu(0), Emu(900000), Emu(900000))
    one = page.shapes.add_shape(MSO_SHAPE.RECTANGLE, Emu(0), Emu(1000000), Emu(900000), Emu(900000))
    two = page.shapes.add_shape(MSO_SHAPE.OVAL, Emu(3000000), Emu(1000000), Emu(900000), Emu(900000))
    line = page.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, Emu(0), Emu(0), Emu(9), Emu(9))
    line.begin_connect(one, 3)
    line.end_connect(two, 1)
    two.fill.solid()
    two.fill.fore_color.rgb = RGBColor(0xC0, 0x10, 0x10)  # type: ignore[no-untyped-call]


def _finish(parts: Parts) -> None:
    """What python-pptx does not write, or writes so that it has to be mended."""
    for name in [name for name in parts if re.fullmatch(r"ppt/charts/chart\d+\.xml", name)]:
        # python-pptx gives axes negative ids, which the schema does not allow.
        parts[name] = re.sub(rb'((?:axId|crossAx) val=")-', rb"\1", parts[name])
    replace(parts, "ppt/presentation.xml", "</p:presentation>", SECTIONS + "</p:presentation>")
    replace(parts, slide(1), "</p:clrMapOvr>", "</p:clrMapOvr>" + TRANSITION + TIMING)
    # python-pptx gives the presentation its notes master, but no list of it.
    replace(
        parts, "ppt/presentation.xml", "</p:sldMasterIdLst>",
        '</p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId8"/></p:notesMasterIdLst>',
    )  # fmt: skip
    for number in range(1, 5):
        replace(parts, slide(number), "</p:cSld>", SLIDE_MARK % (1000 + number))
    for name, mark in (("Title 1", 1), ("Table 2", 2)):
        guid = f"00000000-0000-4000-8000-{mark:012}"
        replace(parts, slide(2), f'name="{name}"/>', f'name="{name}">{CREATION % guid}</p:cNvPr>')
    parts["docProps/custom.xml"] = CUSTOM.encode()
    replace(
        parts, "_rels/.rels", "</Relationships>",
        f'<Relationship Id="rId90" Type="{_OFFICE}/custom-properties" Target="docProps/custom.xml"/></Relationships>',
    )  # fmt: skip
    replace(
        parts, "[Content_Types].xml", "</Types>",
        '<Override PartName="/docProps/custom.xml"'
        ' ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>',
    )  # fmt: skip
