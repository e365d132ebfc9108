"""What Office writes itself though a strict reading of the standard forbids it, each as one change to the sound package.

Nothing is found in any of them.
"""

import re
from collections.abc import Callable

from tests.linter.defects import (
    AUTHORS,
    CHART,
    COMMENT,
    CORE,
    GUID,
    LABELS,
    LINE,
    MAIN,
    MAIN_RELS,
    MASTER,
    MC,
    MODERN_AUTHORS,
    MODERN_COMMENT,
    P14,
    REL,
    THEME,
    TYPES,
    commented,
    rels,
)  # fmt: skip
from tests.linter.extended import extended
from tests.linter.smart_art import smart_art
from tests.linter.sound_package import Parts, replace, slide

Change = Callable[[Parts], None]

TOLERATED: dict[str, Change] = {}
"""By what it is."""

R = f'xmlns:r="{REL}"'
C15 = 'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"'
A14 = 'xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main"'
PACKAGE_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
APP = "docProps/app.xml"


def tolerated(change: Change) -> Change:
    TOLERATED[change.__name__.replace("_", " ")] = change
    return change


def says(what: str, name: str, old: str, new: str) -> None:
    """A change of text in one part."""

    def change(parts: Parts) -> None:
        replace(parts, name, old, new)

    TOLERATED[what] = change


def linked(parts: Parts, source: str, kind: str, target: str, more: str = "") -> None:
    """A further relationship of a part (of the package: an empty name)."""
    home = rels(source) if source else "_rels/.rels"
    kind = kind if "/" in kind else f"{REL}/{kind}"
    entry = f'<Relationship Id="n{parts[home].count(b"<Relationship ")}" Type="{kind}" Target="{target}"{more}/>'
    replace(parts, home, "</Relationships>", f"{entry}</Relationships>")


def typed(parts: Parts, name: str, data: bytes, kind: str) -> None:
    """A further part with its content type."""
    parts[name] = data
    replace(parts, TYPES, "</Types>", f'<Override PartName="/{name}" ContentType="{kind}"/></Types>')


def part(what: str, source: str, kind: str, name: str, data: bytes, content_type: str) -> None:
    """A further part that one of the package leads to, by an address from the top."""

    def change(parts: Parts) -> None:
        typed(parts, name, data, content_type)
        linked(parts, source, kind, f"/{name}")

    TOLERATED[what] = change


# Values

FONT = '<a:rPr lang="ja-JP"><a:latin typeface="X" pitchFamily="%s" charset="%s"/><a:ea typeface="X" charset="-128"/></a:rPr>'
for pitch, charset in (("34", "-122"), ("-2", "-79"), ("82", "204"), ("0", "0"), ("18", "-128")):
    says(f"a font with pitch {pitch} and charset {charset}", slide(1), "<a:t>two", FONT % (pitch, charset) + "<a:t>two")
EMBEDDED = (
    '<p:embeddedFontLst><p:embeddedFont><p:font typeface="X" pitchFamily="50" charset="-127"/></p:embeddedFont>'
    "</p:embeddedFontLst>"
)
says("an embedded font of Korea", MAIN, "<p:defaultTextStyle", EMBEDDED + "<p:defaultTextStyle")
COLOUR = '<a:srgbClr val="C01010"><a:lumMod val="75%"/><a:alpha val="12.5%"/><a:tint val="40%"/></a:srgbClr>'
says("percentages of a colour", slide(4), '<a:srgbClr val="C01010"/>', COLOUR)
says("percentages of a crop", slide(4), "<a:stretch>", '<a:srcRect l="-10%" r="5%"/><a:stretch>')
SPACE = '<a:pPr algn="ctr"><a:lnSpc><a:spcPct val="90%"/></a:lnSpc><a:buSzPct val="75%"/></a:pPr>'
says("percentages of a paragraph", slide(4), '<a:pPr algn="ctr"/>', SPACE)
says(
    "a text fitted by percentages",
    slide(1),
    "<a:bodyPr/>",
    '<a:bodyPr><a:normAutofit fontScale="92.5%" lnSpcReduction="10%"/></a:bodyPr>',
)
says("a raised letter by percentage", slide(1), "<a:t>two", '<a:rPr baseline="30%"/><a:t>two')
says("insets in inches", slide(1), "<a:bodyPr/>", '<a:bodyPr lIns="0.1in" tIns="2mm"/>')
says("a sound by percentage", slide(1), '<p:cTn id="1" dur', '<p:cTn id="1" accel="50%" dur')


@tolerated
def a_gap_by_percentage(parts: Parts) -> None:
    parts[CHART] = re.sub(rb'<c:gapWidth val="\d+"/>', b'<c:gapWidth val="150%"/>', parts[CHART])


# Links


def link(what: str, target: str) -> None:
    says(f"a link to {what}", rels(slide(1)), "https://example.org/", target)


link("a file with a place in it", "file:///C:\\My%20Documents\\a.pptx#-1,2,Slide")
link("a file with blanks", "file:///\\\\server\\share\\My talk.pptx#1. Title")
link("a file of the same folder", "my talk.xlsx#Sheet1!A1")
link("a file with a bare number sign", "file:///C:/x/#y")
link("mail", "mailto:a@b.se?subject=Hej du")
link("letters of Sweden", "https://sv.wikipedia.org/wiki/Ö#Å")
link("nothing in particular", "#")


@tolerated
def a_click_without_relationship(parts: Parts) -> None:
    replace(
        parts,
        slide(4),
        'name="Oval 3"/>',
        'name="Oval 3"><a:hlinkClick action="ppaction://hlinkshowjump?jump=nextslide"/></p:cNvPr>',
    )


@tolerated
def a_click_that_only_lights_up(parts: Parts) -> None:
    replace(
        parts,
        slide(4),
        'name="Oval 3"/>',
        'name="Oval 3"><a:hlinkClick r:id="" action="ppaction://noaction" highlightClick="1"/></p:cNvPr>',
    )


@tolerated
def a_sound_that_is_built_in(parts: Parts) -> None:
    click = '<a:hlinkClick r:id="" action="ppaction://noaction"><a:snd r:embed="" name="x.wav"/></a:hlinkClick>'
    replace(parts, slide(4), 'name="Oval 3"/>', f'name="Oval 3">{click}</p:cNvPr>')


# Parts and relationships


@tolerated
def a_picture_that_could_not_be_saved(parts: Parts) -> None:
    replace(parts, rels(slide(4)), "../media/image1.png", "../media/NULL")
    del parts["ppt/media/image1.png"]


@tolerated
def a_picture_linked_to_nothing(parts: Parts) -> None:
    linked(parts, slide(4), "image", "NULL")
    linked(parts, slide(4), "image", "NULL", ' TargetMode="External"')


@tolerated
def a_picture_that_is_a_pdf_page(parts: Parts) -> None:
    parts["ppt/media/image1.pdf"] = b"%PDF-1.4"
    linked(parts, slide(4), "image", "../media/image1.pdf")
    replace(parts, TYPES, "<Override", '<Default Extension="pdf" ContentType="application/pdf"/><Override')


for ending, kind, start in (
    ("emf", "image/x-emf", b"\1\0\0\0"), ("wmf", "image/x-wmf", b"\xd7\xcd\xc6\x9a"), ("svg", "image/svg+xml", b"<svg/>"),
    ("wdp", "image/vnd.ms-photo", b"II\xbc"), ("eps", "application/postscript", b"%!PS"),
    ("jpg", "image/jpg", b"\xff\xd8\xff\xc0\0\x0b\x08\0\1\0\1\1"),
    ("tiff", "image/tiff", b"II*\0"), ("gif", "image/gif", b"GIF89a\1\0\1\0"),
    ("bmp", "image/bmp", b"BM" + bytes(12) + b"\x28\0\0\0\1\0\0\0\xff\xff\xff\xff"),
):  # fmt: skip
    part(f"a picture that is {ending}", slide(4), "image", f"ppt/media/image7.{ending}", start, kind)


@tolerated
def properties_of_two_kinds(parts: Parts) -> None:
    kind = "application/vnd.openxmlformats-package.core-properties+xml"
    typed(parts, "docProps/core0.xml", parts[CORE], kind)
    linked(
        parts,
        "",
        "http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties",
        "docProps/core0.xml",
    )
    typed(parts, "docProps/app0.xml", parts[APP], "application/vnd.openxmlformats-officedocument.extended-properties+xml")
    linked(parts, "", "extendedProperties", "docProps/app0.xml")


@tolerated
def what_was_thrown_away(parts: Parts) -> None:
    parts["[trash]/0000.dat"] = bytes(100)


@tolerated
def data_of_ones_own_at_the_top(parts: Parts) -> None:
    typed(parts, "customXml/item1.xml", b"<x/>", "application/xml")
    linked(parts, "", "customXml", "../customXml/item1.xml")
    typed(parts, "customXml/itemProps1.xml", b"<x/>", "application/vnd.openxmlformats-officedocument.customXmlProperties+xml")
    parts["customXml/_rels/item1.xml.rels"] = (
        f'<Relationships xmlns="{PACKAGE_REL}"><Relationship Id="rId1" Type="{REL}/customXmlProps" Target="itemProps1.xml"/>'
        "</Relationships>"
    ).encode()


PML = "application/vnd.openxmlformats-officedocument.presentationml"
part("settings of a printer", MAIN, "printerSettings", "ppt/printerSettings/p1.bin", b"x", f"{PML}.printerSettings")
part(
    "what changed", MAIN, "http://schemas.microsoft.com/office/2016/11/relationships/changesInfo", "ppt/changesInfos/c1.xml",
    b'<pc:chgInfo xmlns:pc="http://schemas.microsoft.com/office/powerpoint/2013/main/command"/>',
    "application/vnd.ms-powerpoint.changesinfo+xml",
)  # fmt: skip
part(
    "what was revised", MAIN, "http://schemas.microsoft.com/office/2015/10/relationships/revisionInfo", "ppt/revisionInfo.xml",
    b'<r:revInfo xmlns:r="http://schemas.microsoft.com/office/powerpoint/2015/10/main"/>',
    "application/vnd.ms-powerpoint.revisioninfo+xml",
)  # fmt: skip
part(
    "a drawing of old", slide(4), "vmlDrawing", "ppt/drawings/vmlDrawing1.vml", b"<xml><br></xml>",
    "application/vnd.openxmlformats-officedocument.vmlDrawing",
)  # fmt: skip
part("an embedded font", MAIN, "font", "ppt/fonts/font1.fntdata", b"x", "application/x-fontdata")
part(
    "a film",
    slide(4),
    "http://schemas.microsoft.com/office/2007/relationships/media",
    "ppt/media/media1.mp4",
    b"x",
    "video/mp4",
)
part("a thumbnail", "", f"{PACKAGE_REL}/metadata/thumbnail", "docProps/thumbnail.wmf", b"x", "image/x-wmf")
part(
    "a model to turn", slide(4), "http://schemas.microsoft.com/office/2017/06/relationships/model3d", "ppt/media/m.glb", b"x",
    "model/gltf.binary",
)  # fmt: skip
part("a drawing with a pen", slide(4), "customXml", "ppt/ink/ink1.xml", b"<ink/>", "application/inkml+xml")
TAGS = b'<p:tagLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:tag name="A" val="b"/></p:tagLst>'
part("tags", slide(4), "tags", "ppt/tags/tag1.xml", TAGS, f"{PML}.tags+xml")


@tolerated
def a_file_without_look_of_tables(parts: Parts) -> None:
    link = re.search(r"<Relationship [^>]*tableStyles.xml[^>]*/>", parts[MAIN_RELS].decode())
    override = re.search(r"<Override [^>]*tableStyles.xml[^>]*/>", parts[TYPES].decode())
    assert link and override
    replace(parts, MAIN_RELS, link[0], "")
    replace(parts, TYPES, override[0], "")
    del parts["ppt/tableStyles.xml"]


@tolerated
def comments_with_authors(parts: Parts) -> None:
    commented(parts, "commentAuthors", COMMENT % "0", AUTHORS)


@tolerated
def comments_of_today_with_authors(parts: Parts) -> None:
    commented(parts, "authors", MODERN_COMMENT % (GUID % 2), MODERN_AUTHORS)


TOLERATED["smart art with a formula in its drawing"] = smart_art
TOLERATED["the style of a chart, guides and hidden looks"] = extended

# Shapes

LAYOUT = "ppt/slideLayouts/slideLayout4.xml"
for index in ("", ' idx="4294967295"'):
    follows = f"<p:nvPr><p:ph{index}/></p:nvPr></p:nvSpPr>"
    TOLERATED[f"placeholders that follow none{index}"] = lambda parts, follows=follows: replace(  # type: ignore[misc]
        parts, slide(4), "<p:nvPr/></p:nvSpPr>", follows, 2
    )
says("a shape with the id of the tree", slide(4), '<p:cNvPr id="5"', '<p:cNvPr id="1"')
says("a slide with its twin's mark", slide(2), 'val="1002"', 'val="1001"')
says("a shape with its twin's mark", slide(2), "000000000002}", "000000000001}")
says("a layout with an id twice", LAYOUT, '<p:cNvPr id="3"', '<p:cNvPr id="2"')

# Extensions and alternatives

says("a guide with too many arguments", slide(4), "<a:avLst/>", '<a:avLst><a:gd name="a" fmla="+- w 0 h 0"/></a:avLst>')
HIDDEN = (
    f'<a:extLst><a:ext uri="{{909E8E84-426E-40DD-AFC4-6F175D3DCCD1}}"><a14:hiddenFill {A14}>'
    '<a:solidFill><a:srgbClr val="FFFFFF"/>'
    "</a:solidFill><a:noFill/></a14:hiddenFill></a:ext></a:extLst>"
)
says(
    "a hidden fill",
    slide(4),
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>',
    f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{HIDDEN}</p:spPr>',
)
MEDIA = (
    f'<p:nvPr><p:extLst><p:ext uri="{{DAA4B4D4-6D71-4841-9C94-3DE7FCFB9230}}"><p14:media {P14}><p14:trim st="1"/></p14:media>'
    "</p:ext></p:extLst></p:nvPr>"
)
says("a film in an extension", slide(4), "<p:nvPr/>", MEDIA)
IGNORED = f'<p:sld {MC} xmlns:x="urn:x" mc:Ignorable="x" mc:ProcessContent="x:y" x:z="1" '
says("a namespace that may be passed over", slide(4), "<p:sld ", IGNORED)


@tolerated
def an_element_that_may_be_passed_over(parts: Parts) -> None:
    replace(parts, slide(4), "<p:sld ", IGNORED)
    replace(parts, slide(4), "<a:stretch>", "<x:y/><a:stretch>")


INK = (
    f'<mc:AlternateContent {MC} {P14}><mc:Choice Requires="p14"><p:contentPart p14:bwMode="auto" r:id=""><p14:nvContentPartPr>'
    '<p14:cNvPr id="77" name="Ink"/><p14:cNvContentPartPr/><p14:nvPr/></p14:nvContentPartPr><p14:xfrm><a:off x="1" y="1"/>'
    '<a:ext cx="1" cy="1"/></p14:xfrm></p:contentPart></mc:Choice><mc:Fallback/></mc:AlternateContent>'
)
says("handwriting", slide(4), "</p:spTree>", INK + "</p:spTree>")
says("a build of handwriting", slide(1), "</p:bldLst>", '<p:bldP spid="_x0000_s1026" grpId="0"/></p:bldLst>')
MATHS = (
    f'<a:p><mc:AlternateContent {MC}><mc:Choice {A14} Requires="a14"><a14:m><m:oMath xmlns:m="urn:m"><m:r>'
    '<a:rPr lang="en-US"/><m:t>x</m:t></m:r></m:oMath></a14:m></mc:Choice><mc:Fallback/></mc:AlternateContent></a:p>'
)
says("a formula", slide(1), "<a:p>", MATHS + "<a:p>")
NESTED = (
    f'<mc:AlternateContent {MC} {P14}><mc:Choice Requires="p14"><p:transition><p14:ripple/></p:transition></mc:Choice>'
    "</mc:AlternateContent>"
)
says(
    "a transition in a choice in a choice",
    slide(4),
    "</p:clrMapOvr>",
    f'</p:clrMapOvr><mc:AlternateContent {MC} {P14}><mc:Choice Requires="p14">{NESTED}</mc:Choice></mc:AlternateContent>',
)
THEME_MARK = (
    '<a:extLst><a:ext uri="{05A4C25C-085E-4340-85A3-A5531E510DB2}">'
    '<t:themeFamily xmlns:t="http://schemas.microsoft.com/office/thememl/2012/main" name="Office Theme" '
    f'id="{GUID % 1}" vid="{GUID % 2}"/></a:ext></a:extLst>'
)
says("the family of a theme", THEME, "</a:theme>", THEME_MARK + "</a:theme>")
says(
    "names of makers of old",
    MASTER,
    "<p:sldMaster ",
    f'<p:sldMaster {MC} xmlns:mv="urn:schemas-microsoft-com:mac:vml" mc:Ignorable="mv" mc:PreserveAttributes="mv:*" ',
)

# Charts


@tolerated
def labels_over_the_end_after_the_extensions(parts: Parts) -> None:
    parts[CHART] = re.sub(
        b"</c:chart>",
        f'<c:extLst><c:ext uri="x"><c15:x {C15}/></c:ext></c:extLst><c:showDLblsOverMax val="0"/></c:chart>'.encode(),
        parts[CHART],
    )


FILTERED = (
    f'<c:extLst><c:ext uri="{{02D57815-91ED-43cb-92C2-25804820EDAC}}" {C15}><c15:filteredBarSeries><c15:ser><c:order val="9"/>'
    '<c:idx val="9"/><c:cat/><c:val><c:numRef><c:v/></c:numRef></c:val></c15:ser></c15:filteredBarSeries></c:ext>'
    f'<c:ext uri="y"><c:idx val="x"/><c15:layout {C15}>'
    '<c:manualLayout><c:w val="0.1"/><c:x/></c:manualLayout></c15:layout></c:ext></c:extLst>'
)
says("series that are filtered away", CHART, "</c:plotArea>", FILTERED + "</c:plotArea>")


@tolerated
def bars_in_space_with_the_axis_0(parts: Parts) -> None:
    text = parts[CHART].decode().replace("c:barChart>", "c:bar3DChart>")
    text = re.sub(r"<c:overlap[^>]*>", "", text)
    parts[CHART] = text.replace("</c:bar3DChart>", '<c:axId val="0"/></c:bar3DChart>').encode()


@tolerated
def axes_with_negative_ids(parts: Parts) -> None:
    parts[CHART] = parts[CHART].replace(b'val="2113994440"', b'val="-2113994440"')


BAR_ERRORS = '<c:errBars><c:errBarType/><c:errValType/><c:val val="1"/></c:errBars><c:cat>'
says("whiskers of the usual kind", CHART, "<c:cat>", BAR_ERRORS)
says("cells without a number", CHART, "<c:v>3</c:v>", "<c:v>#N/A</c:v>")
says("a number with a power of ten", CHART, "<c:v>3</c:v>", "<c:v>3.0E-2</c:v>")
says("labels where bars have them", CHART, "<c:cat>", LABELS % "inBase" + "<c:cat>")
says("labels where lines have them", LINE, "<c:cat>", LABELS % "r" + "<c:cat>")
for kind in ("bar", "line"):
    says(
        f"a {kind} without a label's place",
        {"bar": CHART, "line": LINE}[kind],
        "<c:cat>",
        '<c:dLbls><c:showVal val="1"/></c:dLbls><c:cat>',
    )


@tolerated
def looks_and_labels_of_points_that_are_gone(parts: Parts) -> None:
    """PowerPoint 2013 and 2016 keep them where rows of the workbook are taken out of a chart."""
    gone = (
        '<c:dPt><c:idx val="9"/><c:bubble3D val="0"/></c:dPt><c:dLbls><c:dLbl><c:idx val="8"/><c:delete val="1"/></c:dLbl>'
        '<c:showVal val="1"/></c:dLbls>'
    )
    replace(parts, "ppt/charts/chart3.xml", "<c:cat>", gone + "<c:cat>")


DRAWN = (
    b'<c:userShapes xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart">'
    b'<cdr:relSizeAnchor xmlns:cdr="http://schemas.openxmlformats.org/drawingml/2006/chartDrawing">'
    b"<cdr:from><cdr:x>0.1</cdr:x><cdr:y>0.1</cdr:y></cdr:from></cdr:relSizeAnchor></c:userShapes>"
)


@tolerated
def shapes_drawn_over_a_chart(parts: Parts) -> None:
    typed(parts, "ppt/drawings/drawing1.xml", DRAWN, "application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml")
    linked(parts, CHART, "chartUserShapes", "../drawings/drawing1.xml")
    replace(parts, CHART, "</c:chartSpace>", f'<c:userShapes {R} r:id="n1"/></c:chartSpace>')


@tolerated
def a_direction_that_goes_without_saying(parts: Parts) -> None:
    parts[CHART] = re.sub(rb'<c:barDir val="\w+"/>', b"<c:barDir/>", parts[CHART])


@tolerated
def a_ring_whose_hole_goes_without_saying(parts: Parts) -> None:
    name = "ppt/charts/chart3.xml"
    parts[name] = parts[name].replace(b"c:pieChart>", b"c:doughnutChart>")


@tolerated
def a_radar_whose_lines_say_that_they_are_not_smooth(parts: Parts) -> None:
    text = parts[LINE].decode().replace("c:lineChart>", "c:radarChart>")
    text = re.sub(r"<c:grouping[^>]*/>", '<c:radarStyle val="marker"/>', text)
    text = re.sub(r'<c:marker val="\w+"/>|<c:smooth[^>]*/>', "", text)
    parts[LINE] = text.replace("</c:val>", '</c:val><c:smooth val="0"/>').encode()


@tolerated
def a_workbook_elsewhere(parts: Parts) -> None:
    home = rels(CHART)
    far = f'Type="{REL}/oleObject" TargetMode="External" Target="file:///C:/a b.xlsx"'
    parts[home] = re.sub(rb'Type="[^"]*/package" Target="[^"]*"', far.encode(), parts[home])
    book = next(name for name in parts if name.startswith("ppt/embeddings/") and name.endswith("1.xlsx"))
    for name in [name for name in parts if name.startswith("ppt/embeddings/")]:
        if not any(name.rpartition("/")[2].encode() in data for key, data in parts.items() if key.endswith(".rels")):
            del parts[name]
    assert book not in parts
