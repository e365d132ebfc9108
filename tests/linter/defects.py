"""Ways to break the sound package, each by one change: the code that names it, and what the change is."""

import re
from collections.abc import Callable

from tests.linter.extended import COLORS as CHART_COLORS
from tests.linter.extended import STYLE as CHART_STYLE
from tests.linter.extended import extended
from tests.linter.smart_art import COLORS, DATA, DGM, DRAWING, LAYOUT, smart_art
from tests.linter.sound_package import PIXEL, Parts, replace, slide

Defect = Callable[[Parts], None]

DEFECTS: list[tuple[str, Defect]] = []
"""Pairs of code and defect; a code may have several."""

TYPES = "[Content_Types].xml"
MAIN = "ppt/presentation.xml"
MAIN_RELS = "ppt/_rels/presentation.xml.rels"
MASTER = "ppt/slideMasters/slideMaster1.xml"
CHART = "ppt/charts/chart1.xml"
CORE = "docProps/core.xml"
CUSTOM = "docProps/custom.xml"
THEME = "ppt/theme/theme1.xml"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BODY = "<a:p><a:r><a:t>02</a:t></a:r></a:p>"

MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
P14 = 'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"'


def breaks(code: str) -> Callable[[Defect], Defect]:
    def keep(defect: Defect) -> Defect:
        DEFECTS.append((code, defect))
        return defect

    return keep


def changing(*first: Defect) -> Callable[[str, str, str, str], None]:
    """What keeps defects that only change text of one part, after something sound was added to the package."""

    def keep(code: str, name: str, old: str, new: str) -> None:
        def defect(parts: Parts) -> None:
            for add in first:
                add(parts)
            replace(parts, name, old, new)

        DEFECTS.append((code, defect))

    return keep


change, art, later = changing(), changing(smart_art), changing(extended)
"""Of any part; of one of a SmartArt graphic, or of the formula in it; of what later versions of PowerPoint add."""


def rels(name: str) -> str:
    folder, _, file = name.rpartition("/")
    return f"{folder}/_rels/{file}.rels"


# Zip names and XML


@breaks("package-name-case")
def a_name_in_other_capitals(parts: Parts) -> None:
    parts["ppt/Media/Image1.png"] = PIXEL


@breaks("package-bad-name")
def a_name_with_backslashes(parts: Parts) -> None:
    replace(parts, rels(slide(4)), "media/image1.png", "media\\image1.png")
    parts["ppt/media\\image1.png"] = parts.pop("ppt/media/image1.png")


@breaks("package-bad-xml")
def a_part_cut_short(parts: Parts) -> None:
    parts[slide(1)] = parts[slide(1)][:-20]


@breaks("package-bad-xml")
def an_undeclared_prefix(parts: Parts) -> None:
    replace(parts, slide(1), "</p:clrMapOvr>", "<x:y/></p:clrMapOvr>")


@breaks("package-control-character")
def a_bell_in_the_text(parts: Parts) -> None:
    replace(parts, slide(1), "one</a:t>", "one\x07</a:t>")


@breaks("package-control-character")
def a_bell_by_its_number(parts: Parts) -> None:
    replace(parts, slide(1), "one</a:t>", "one&#7;</a:t>")


@breaks("package-doctype")
def a_document_type(parts: Parts) -> None:
    replace(parts, slide(1), "<p:sld ", '<!DOCTYPE p:sld [<!ENTITY e "x">]><p:sld ')


@breaks("package-doctype")
def a_document_type_in_utf_16(parts: Parts) -> None:
    replace(parts, slide(1), "<p:sld ", "<!DOCTYPE p:sld><p:sld ")
    parts[slide(1)] = parts[slide(1)].decode().replace("UTF-8", "UTF-16").encode("utf-16")


change("package-bad-xml", slide(1), "version='1.0'", "version='1.1'")
change("package-bad-encoding", slide(1), "UTF-8", "ISO-8859-1")
change("package-bad-encoding", slide(1), "UTF-8", "klingon")


@breaks("package-part-too-large")
def a_part_of_a_million_elements(parts: Parts) -> None:
    replace(parts, slide(1), "</p:clrMapOvr>", "</p:clrMapOvr>" + "<p:x/>" * 400_000)


@breaks("package-too-many-elements")
def parts_that_seem_full_of_elements(parts: Parts) -> None:
    for name in sorted(parts):
        if name.startswith("ppt/slideLayouts/slideLayout"):
            parts[name] = parts[name].replace(b"<p:cSld", b"<!--" + b"<" * 390_000 + b"--><p:cSld", 1)


@breaks("package-wrong-root")
def a_slide_that_is_a_layout(parts: Parts) -> None:
    parts[slide(4)] = parts["ppt/slideLayouts/slideLayout7.xml"]


@breaks("package-strict")
def the_strict_form(parts: Parts) -> None:
    in_strict_form(parts)


def in_strict_form(parts: Parts) -> None:
    for name in parts:
        if name.endswith((".xml", ".rels")):
            strict = re.sub(
                rb"http://schemas\.openxmlformats\.org/(presentationml|drawingml|officeDocument)/2006/",
                rb"http://purl.oclc.org/ooxml/\1/", parts[name],
            )  # fmt: skip
            parts[name] = strict.replace(b"/extended-properties", b"/extendedProperties")
    replace(parts, MAIN, "<p:presentation ", '<p:presentation conformance="strict" ')


# Content types


@breaks("package-no-content-types")
def no_list_of_types(parts: Parts) -> None:
    del parts[TYPES]


@breaks("package-part-without-type")
def a_part_without_type(parts: Parts) -> None:
    replace(parts, TYPES, '<Default Extension="jpeg" ContentType="image/jpeg"/>', "")


@breaks("package-wrong-type")
def a_slide_whose_override_is_gone(parts: Parts) -> None:
    found = re.search(r'<Override PartName="/ppt/slides/slide3.xml"[^>]*>', parts[TYPES].decode())
    assert found
    replace(parts, TYPES, found[0], "")


change("package-wrong-type", TYPES, "presentationml.notesSlide+xml", "presentationml.notesPage+xml")
change("package-override-without-part", TYPES, "</Types>", '<Override PartName="/ppt/x.xml" ContentType="text/xml"/></Types>')
change("package-duplicate-type", TYPES, "</Types>", '<Default Extension="PNG" ContentType="image/png"/></Types>')
change("package-bad-override-name", TYPES, '"/docProps/app.xml"', '"docProps/app.xml"')

# Relationships


@breaks("package-no-presentation")
def no_way_to_the_presentation(parts: Parts) -> None:
    replace(parts, "_rels/.rels", "relationships/officeDocument", "relationships/extended-properties")
    replace(parts, TYPES, "presentationml.presentation.main+xml", "presentationml.presentation.main2+xml")
    # What then has the wrong type is not what this case is about.
    replace(parts, TYPES, "presentationml.presentation.main2+xml", "extended-properties+xml")
    for name in (MAIN, "docProps/app.xml"):
        parts[name] = parts["docProps/app.xml"]


change("package-dangling-relationship", rels(slide(1)), 'https://example.org/" TargetMode="External', "gone.xml")
change("package-relationship-outside", rels(slide(1)), 'https://example.org/" TargetMode="External', "../../../../etc/passwd")
change(
    "package-duplicate-relationship-id",
    rels(slide(1)),
    "</Relationships>",
    f'<Relationship Id="rId3" Type="{REL}/hyperlink" Target="https://example.org/" TargetMode="External"/></Relationships>',
)
change(
    "package-bad-relationship-id",
    rels(slide(1)),
    "</Relationships>",
    f'<Relationship Id="3" Type="{REL}/hyperlink" Target="https://example.org/" TargetMode="External"/></Relationships>',
)
change("package-unknown-relationship", slide(4), 'r:embed="rId2"', 'r:embed="rId77"')
change("package-wrong-relationship", slide(4), 'r:embed="rId2"', 'r:embed="rId1"')
change("package-wrong-relationship", slide(4), 'r:id="rId3"', 'r:id="rId2"')
change("package-bad-address", rels(slide(1)), "https://example.org/", "https://[example.org/")
change("package-bad-address", rels(slide(1)), "https://example.org/", "https://example.org/a b")


@breaks("package-relationships-without-part")
def relationships_of_nothing(parts: Parts) -> None:
    parts["ppt/slides/_rels/slide99.xml.rels"] = parts[rels(slide(4))]


@breaks("package-orphan-part")
def a_part_that_nothing_leads_to(parts: Parts) -> None:
    parts["ppt/media/image99.png"] = PIXEL


# The grammar

change(
    "package-wrong-order",
    slide(4),
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>',
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm>',
)


@breaks("package-wrong-order")
def timing_before_the_colour_map(parts: Parts) -> None:
    text = parts[slide(1)].decode()
    found = re.search(r"<p:timing>.*</p:timing>", text)
    assert found
    text = text.replace(found[0], "").replace("<p:clrMapOvr>", found[0] + "<p:clrMapOvr>")
    parts[slide(1)] = text.encode()


@breaks("package-wrong-order")
def the_list_of_notes_masters_too_late(parts: Parts) -> None:
    found = re.search(r"<p:notesMasterIdLst>.*</p:notesMasterIdLst>", parts[MAIN].decode())
    assert found
    replace(parts, MAIN, found[0], "")
    replace(parts, MAIN, "</p:sldIdLst>", "</p:sldIdLst>" + found[0])


@breaks("package-wrong-order")
def a_series_with_its_values_first(parts: Parts) -> None:
    text = parts[CHART].decode()
    found = re.search(r"<c:cat>.*?</c:cat>", text)
    assert found
    parts[CHART] = text.replace(found[0], "", 1).replace("</c:val>", "</c:val>" + found[0], 1).encode()


change("package-repeated-element", slide(4), "<a:stretch>", "<a:srcRect/><a:srcRect/><a:stretch>")
change(
    "package-repeated-element",
    CHART,
    '<c:axId val="2113994440"/></c:barChart>',
    '<c:axId val="2113994440"/><c:axId val="2113994440"/></c:barChart>',
)
change("package-unexpected-element", slide(4), "<a:stretch>", "<a:p/><a:stretch>")
change("package-unexpected-element", slide(1), "<p:txBody>", "<a:avLst/><p:txBody>")
change("package-missing-attribute", slide(4), ' name="Oval 3"', "")
change("package-jump-to-nothing", slide(4), ' r:id="rId3"', "")
change("package-missing-attribute", slide(4), ' cx="2100000"', "")
change("package-unknown-attribute", slide(4), 'anchor="ctr"', 'anker="ctr"')


@breaks("package-missing-element")
def a_frame_without_place(parts: Parts) -> None:
    found = re.search(r"<p:xfrm>.*?</p:xfrm>", parts[slide(2)].decode())
    assert found
    replace(parts, slide(2), found[0], "")


# Values

change("package-bad-colour", slide(4), 'srgbClr val="C01010"', 'srgbClr val="#C01010"')
change("package-bad-colour", slide(4), 'srgbClr val="C01010"', 'srgbClr val="red"')
change("package-fractional-number", slide(4), 'cx="2100000"', 'cx="2100000.5"')
change("package-not-a-number", slide(4), 'cx="2100000"', 'cx="wide"')
change("package-number-range", slide(4), '<a:pPr algn="ctr"/>', '<a:pPr algn="ctr"/><a:endParaRPr sz="50"/>')
change("package-negative-size", slide(4), 'cx="2100000"', 'cx="-2100000"')
change("package-bad-choice", slide(4), 'prst="ellipse"', 'prst="oval"')
change(
    "package-bad-choice",
    slide(1),
    "<p:fade/></p:transition></mc:Choice>",
    '<p159:morph xmlns:p159="http://schemas.microsoft.com/office/powerpoint/2015/09/main" option="byThing"/>'
    "</p:transition></mc:Choice>",
)
change("package-bad-yes-no", slide(4), 'rtlCol="0"', 'rtlCol="False"')
change("package-bad-guid", MAIN, "{6A0B3B06-28D4-4C3F-9B1E-0C0C0C0C0C01}", "one")
change("package-bad-guid", slide(2), "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}", "Medium Style 2")

# The presentation


@breaks("package-duplicate-slide-id")
def a_slide_id_twice(parts: Parts) -> None:
    replace(parts, MAIN, '<p:sldId id="259"', '<p:sldId id="258"')
    replace(parts, MAIN, '<p14:sldId id="259"/>', "")


@breaks("package-slide-id-range")
def a_slide_id_below_256(parts: Parts) -> None:
    replace(parts, MAIN, 'sldId id="259"', 'sldId id="255"', 2)


@breaks("package-slide-listed-twice")
def a_slide_in_the_list_twice(parts: Parts) -> None:
    replace(parts, MAIN, '<p:sldId id="259"', '<p:sldId id="300" r:id="rId7"/><p:sldId id="259"')
    replace(parts, MAIN, '<p14:sldId id="259"/>', '<p14:sldId id="259"/><p14:sldId id="300"/>')


@breaks("package-slide-unlisted")
def a_slide_left_out(parts: Parts) -> None:
    replace(parts, MAIN, '<p:sldId id="259" r:id="rId11"/>', "")
    replace(parts, MAIN, '<p14:sldId id="259"/>', "")


change("package-slide-size", MAIN, 'cx="9144000"', 'cx="914"')
change("package-duplicate-layout-id", MASTER, 'sldLayoutId id="2147483650"', 'sldLayoutId id="2147483651"')
change("package-duplicate-layout-id", MAIN, 'sldMasterId id="2147483648"', 'sldMasterId id="2147483650"')
change("package-layout-id-range", MASTER, 'sldLayoutId id="2147483650"', 'sldLayoutId id="2050"')
change("package-slide-without-layout", rels(slide(4)), "relationships/slideLayout", "relationships/other")
change(
    "package-layout-without-master",
    "ppt/slideLayouts/_rels/slideLayout4.xml.rels",
    "relationships/slideMaster",
    "relationships/o",
)


@breaks("package-no-master")
def no_master(parts: Parts) -> None:
    replace(parts, MAIN_RELS, "relationships/slideMaster", "relationships/other")
    replace(parts, MAIN, '<p:sldMasterId id="2147483648" r:id="rId1"/>', "")


@breaks("package-master-without-theme")
def a_master_without_theme(parts: Parts) -> None:
    replace(parts, rels(MASTER), "relationships/theme", "relationships/other")


@breaks("package-layout-unlisted")
def a_layout_left_out(parts: Parts) -> None:
    found = re.search(r"<p:sldLayoutId [^>]*/>", parts[MASTER].decode())
    assert found
    replace(parts, MASTER, found[0], "")


@breaks("package-layout-of-other-master")
def a_layout_of_another_master(parts: Parts) -> None:
    """A second master takes the first layout as its own, which still names the first master."""
    second = "ppt/slideMasters/slideMaster2.xml"
    text = re.sub(
        rb"<p:sldLayoutIdLst>.*</p:sldLayoutIdLst>",
        b'<p:sldLayoutIdLst><p:sldLayoutId id="2147484000" r:id="rId1"/></p:sldLayoutIdLst>',
        parts[MASTER],
    )
    parts[second] = text
    parts["ppt/theme/theme3.xml"] = parts[THEME]
    start = parts[rels(MASTER)].split(b"<Relationship ")[0].decode()
    parts[rels(second)] = (
        f'{start}<Relationship Id="rId1" Type="{REL}/slideLayout" Target="../slideLayouts/slideLayout1.xml"/>'
        f'<Relationship Id="rId2" Type="{REL}/theme" Target="../theme/theme3.xml"/></Relationships>'
    ).encode()
    replace(parts, MAIN, "</p:sldMasterIdLst>", '<p:sldMasterId id="2147484001" r:id="rId80"/></p:sldMasterIdLst>')
    replace(
        parts,
        MAIN_RELS,
        "</Relationships>",
        f'<Relationship Id="rId80" Type="{REL}/slideMaster" Target="slideMasters/slideMaster2.xml"/></Relationships>',
    )
    for name, kind in ((second, "presentationml.slideMaster"), ("ppt/theme/theme3.xml", "theme")):
        entry = f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-officedocument.{kind}+xml"/></Types>'
        replace(parts, TYPES, "</Types>", entry)


@breaks("package-shared-theme")
def one_theme_for_two_masters(parts: Parts) -> None:
    replace(parts, rels("ppt/notesMasters/notesMaster1.xml"), "theme2.xml", "theme1.xml")
    del parts["ppt/theme/theme2.xml"]
    replace(
        parts,
        TYPES,
        '<Override PartName="/ppt/theme/theme2.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>',
        "",
    )


@breaks("package-theme-formats")
def a_theme_with_two_effects(parts: Parts) -> None:
    text = parts[THEME].decode()
    found = re.search(r"<a:effectStyle>.*?</a:effectStyle>", text, re.DOTALL)
    assert found
    parts[THEME] = text.replace(found[0], "", 1).encode()


# Notes

change(
    "package-notes-without-master", rels("ppt/notesSlides/notesSlide1.xml"), "relationships/notesMaster", "relationships/other"
)


@breaks("package-notes-shared")
def notes_of_two_slides(parts: Parts) -> None:
    replace(parts, rels(slide(2)), "notesSlide2.xml", "notesSlide1.xml")
    for name in ("ppt/notesSlides/notesSlide2.xml", rels("ppt/notesSlides/notesSlide2.xml")):
        del parts[name]
    found = re.search(r'<Override PartName="/ppt/notesSlides/notesSlide2.xml"[^>]*>', parts[TYPES].decode())
    assert found
    replace(parts, TYPES, found[0], "")


change("package-notes-without-slide", rels("ppt/notesSlides/notesSlide1.xml"), 'relationships/slide"', 'relationships/other"')
change(
    "package-second-notes",
    rels(slide(1)),
    "</Relationships>",
    f'<Relationship Id="rId80" Type="{REL}/notesSlide" Target="../notesSlides/notesSlide1.xml"/></Relationships>',
)
change("package-notes-other-slide", rels("ppt/notesSlides/notesSlide1.xml"), "slides/slide1.xml", "slides/slide3.xml")
change("package-notes-master-unlisted", MAIN, '<p:notesMasterId r:id="rId8"/>', "")


@breaks("package-no-notes-master")
def no_notes_master(parts: Parts) -> None:
    replace(parts, MAIN_RELS, "relationships/notesMaster", "relationships/other")
    replace(parts, MAIN, '<p:notesMasterIdLst><p:notesMasterId r:id="rId8"/></p:notesMasterIdLst>', "")


change(
    "package-second-notes-master",
    MAIN_RELS,
    "</Relationships>",
    f'<Relationship Id="rId80" Type="{REL}/notesMaster" Target="notesMasters/notesMaster1.xml"/></Relationships>',
)

# Sections

change("package-section-unknown-slide", MAIN, '<p14:sldId id="259"/>', '<p14:sldId id="259"/><p14:sldId id="999"/>')
change("package-section-missing-slide", MAIN, '<p14:sldId id="259"/>', "")
change("package-section-repeated-slide", MAIN, '<p14:sldId id="259"/>', '<p14:sldId id="259"/><p14:sldId id="256"/>')

# Shapes

change("package-duplicate-shape-id", slide(4), '<p:cNvPr id="5"', '<p:cNvPr id="4"')
change("package-shape-id-range", slide(4), '<p:cNvPr id="5"', '<p:cNvPr id="-5"')
change("package-loose-connector", slide(4), '<a:stCxn id="3"', '<a:stCxn id="33"')
change("package-second-title", slide(1), '<p:ph idx="1"/>', '<p:ph type="ctrTitle"/>')


@breaks("package-duplicate-placeholder")
def two_placeholders_in_one_place(parts: Parts) -> None:
    replace(parts, slide(4), "<p:nvPr/></p:nvSpPr>", '<p:nvPr><p:ph idx="1"/></p:nvPr></p:nvSpPr>', 2)


change("package-foreign-placeholder", slide(1), '<p:ph idx="1"/>', '<p:ph type="hdr" idx="1"/>')

# Text and tables

change("package-text-without-paragraph", slide(4), '<a:p><a:pPr algn="ctr"/></a:p>', "")
change("package-escaped-control", slide(1), "one</a:t>", "one_x0007_</a:t>")
change("package-cell-without-paragraph", slide(2), BODY, "")
change("package-cell-without-paragraph", slide(2), f"<a:txBody><a:bodyPr/><a:lstStyle/>{BODY}</a:txBody>", "")
change("package-table-cells", slide(2), f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{BODY}</a:txBody><a:tcPr/></a:tc>", "")
change("package-table-span", slide(2), ' vMerge="1"', "")
change("package-table-span", slide(2), 'rowSpan="2" gridSpan="2"', "")
change("package-table-span", slide(2), 'rowSpan="2" gridSpan="2"', 'rowSpan="2" gridSpan="4"')
change(
    "package-unknown-table-style", slide(2), "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}", "{00000000-7EE6-4342-B048-85BDC9FD1C3A}"
)

# Charts

change("package-chart-axes", CHART, '<c:axId val="2113994440"/></c:barChart>', '<c:axId val="7"/></c:barChart>')
change("package-chart-axes", CHART, '<c:crossAx val="2113994440"/>', '<c:crossAx val="7"/>')


change("package-chart-axes", CHART, '<c:axId val="2113994440"/></c:barChart>', '<c:axId val="2068027336"/></c:barChart>')
change("package-number-range", CHART, "</c:valAx>", '<c:majorUnit val="0"/></c:valAx>')


change("package-chart-series", CHART, '<c:idx val="1"/>', '<c:idx val="0"/>')
change("package-chart-series", CHART, '<c:order val="1"/>', '<c:order val="0"/>')
change("package-chart-points", CHART, '<c:ptCount val="3"/>', '<c:ptCount val="2"/>')
change("package-chart-points", CHART, '<c:pt idx="1"><c:v>b', '<c:pt idx="0"><c:v>b')


@breaks("package-chart-workbook")
def a_workbook_that_is_none(parts: Parts) -> None:
    parts["ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"] = b"PK\x03\x04 not a zip file"


# Builds

change("package-timing-shape", slide(1), '<p:spTgt spid="3">', '<p:spTgt spid="33">')
change("package-timing-shape", slide(1), '<p:bldP spid="3"', '<p:bldP spid="33"')
change("package-timing-paragraph", slide(1), 'st="0" end="1"', 'st="0" end="2"')
change("package-timing-span", slide(1), 'st="0" end="1"', 'st="1" end="0"')
change("package-timing-id", slide(1), '<p:cTn id="6"', '<p:cTn id="5"')
change("package-timing-build", slide(1), "</p:bldLst>", '<p:bldP spid="3" grpId="0"/></p:bldLst>')

# Properties, pictures, compatibility

change(
    "package-properties-twice",
    "_rels/.rels",
    "</Relationships>",
    '<Relationship Id="rId91" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"'
    ' Target="docProps/core.xml"/></Relationships>',
)
change("package-properties-repeated", CORE, "<dc:subject/>", "<dc:subject/><dc:subject/>")
change("package-properties-language", CORE, "<dc:subject/>", '<dc:subject xml:lang="en"/>')
change("package-properties-date", CORE, "2013-01-27T09:14:16Z", "27 January 2013")
change("package-properties-date", CORE, 'xsi:type="dcterms:W3CDTF"', "")
change("package-custom-properties", CUSTOM, 'pid="3"', 'pid="2"')
change("package-custom-properties", CUSTOM, 'pid="2"', 'pid="1"')
change("package-custom-properties", CUSTOM, 'name="map"', 'name="Variant"')


change("package-properties-date", CORE, "2013-01-27T09:14:16Z", "2013-01-27 09:14")


@breaks("package-picture-kind")
def a_png_that_is_a_gif(parts: Parts) -> None:
    parts["ppt/media/image1.png"] = b"GIF89a" + PIXEL


change("package-undeclared-prefix", slide(1), 'Requires="p14"', 'Requires="p14 a14"')
change(
    "package-undeclared-prefix",
    slide(4),
    "<p:sld ",
    '<p:sld xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="p15" ',
)


@breaks("package-no-choice")
def nothing_to_choose(parts: Parts) -> None:
    parts[slide(1)] = re.sub(rb"<mc:Choice.*</mc:Choice>", b"", parts[slide(1)])


change("package-choice-needs-nothing", slide(1), ' Requires="p14"', "")
change("package-choice-needs-nothing", slide(1), 'Requires="p14"', 'Requires=" "')
change("package-after-fallback", slide(1), "</mc:Fallback>", "</mc:Fallback><mc:Fallback/>")
change("package-after-fallback", slide(1), "</mc:Fallback>", f'</mc:Fallback><mc:Choice {P14} Requires="p14"/>')
change("package-must-understand", slide(4), "<p:sld ", f'<p:sld {MC} xmlns:x="urn:x" mc:MustUnderstand="x" ')
change("package-undeclared-prefix", slide(4), "<p:sld ", f'<p:sld {MC} mc:ProcessContent="x:*" ')
change("package-foreign-element", slide(4), "<a:stretch>", '<x:y xmlns:x="urn:x"/><a:stretch>')
change("package-foreign-element", slide(4), "<p:nvPr/>", f"<p:nvPr><p14:media {P14}/></p:nvPr>")
change("package-foreign-element", slide(4), "</p:spTree>", f'<p14:creationId {P14} val="1"/></p:spTree>')
change("package-unexpected-element", slide(4), "<a:stretch>", f"<mc:Choice {MC}/><a:stretch>")

# Letters, elements and attributes that nobody knows

change("package-stray-text", slide(4), "<p:sp>", "<p:sp>hello")
change("package-stray-text", slide(4), "</p:sp>", "</p:sp>hello")
change("package-stray-text", slide(1), "<a:p>", "<a:p>hello")
change("package-stray-text", CHART, "<c:plotArea>", "<c:plotArea>hello")
change("package-unknown-element", slide(4), "<p:nvPr/>", "<p:nvPr><p:zebra/></p:nvPr>")
change("package-unknown-element", slide(4), "<a:stretch>", "<a:zebra/><a:stretch>")
change("package-unknown-element", CHART, "<c:plotArea>", "<c:plotArea><c:zebra/>")
change("package-unknown-element", MAIN, "<p14:sectionLst", f"<p14:zebra {P14}/><p14:sectionLst")
change("package-unknown-attribute", slide(1), 'p14:dur="2000"', 'p14:zebra="2000"')
change("package-unknown-attribute", slide(4), "<a:stretch>", '<a:stretch r:id="">')
change("package-unknown-attribute", slide(4), "<a:stretch>", '<a:stretch r:zebra="">')
change("package-unknown-attribute", slide(4), "<a:stretch>", '<a:stretch a:x="1">')
change("package-unknown-attribute", slide(4), "<a:stretch>", '<a:stretch xmlns:x="urn:x" x:y="1">')
change("package-unknown-attribute", slide(4), "<p:sld ", f'<p:sld {MC} mc:Zebra="" ')

# Names, depth, pictures


@breaks("package-bad-name")
def a_name_with_a_blank(parts: Parts) -> None:
    replace(parts, rels(slide(4)), "media/image1.png", "media/image%201.png")
    parts["ppt/media/image 1.png"] = parts.pop("ppt/media/image1.png")


@breaks("package-bad-name")
def a_name_that_ends_in_a_dot(parts: Parts) -> None:
    replace(parts, rels(slide(4)), "media/image1.png", "media./image1.png")
    parts["ppt/media./image1.png"] = parts.pop("ppt/media/image1.png")


@breaks("package-too-deep")
def groups_in_groups(parts: Parts) -> None:
    replace(parts, slide(4), "</p:spTree>", "<p:grpSp>" * 300 + "</p:grpSp>" * 300 + "</p:spTree>")


def picture(code: str, name: str, data: bytes) -> None:
    """A defect that is another picture in the place of the one there is."""

    def defect(parts: Parts) -> None:
        ending = name.rpartition(".")[2]
        del parts["ppt/media/image1.png"]
        parts[f"ppt/media/{name}"] = data
        replace(parts, rels(slide(4)), "image1.png", name)
        if f'"{ending}"' not in parts[TYPES].decode():
            replace(parts, TYPES, "<Override", f'<Default Extension="{ending}" ContentType="image/{ending}"/><Override')

    DEFECTS.append((code, defect))


HEADER = PIXEL[:16]
picture("package-picture-size", "image1.png", HEADER + b"\x7f\xff\xff\xff\x7f\xff\xff\xff" + PIXEL[24:])
picture("package-picture-size", "image1.png", HEADER + bytes(8) + PIXEL[24:])
picture("package-picture-size", "image1.png", HEADER[:12])
picture("package-picture-size", "image1.gif", b"GIF89a\xff\xff\xff\xff")
picture("package-picture-size", "image1.bmp", b"BM" + bytes(12) + b"\x28\0\0\0\xff\xff\xff\x7f\xff\xff\xff\x7f")
picture("package-picture-size", "image1.jpeg", b"\xff\xd8\xff\xe0\0\4ab\xff\xc0\0\x11\x08\xff\xff\xff\xff\3")
picture("package-picture-size", "image1.jpeg", b"\xff\xd8\xff\xe0\0\4ab")

# Layouts and comments


@breaks("package-layout-unlisted")
def a_layout_in_no_list(parts: Parts) -> None:
    """No master knows it, though it says that it has one, and a slide takes it."""
    master = parts[rels(MASTER)].decode()
    link = re.search(r'<Relationship Id="(\w+)" [^>]*slideLayout7.xml"/>', master) or re.search(
        r'<Relationship [^>]*Id="(\w+)"[^>]*slideLayout7.xml"[^>]*/>', master
    )
    assert link
    replace(parts, rels(MASTER), link[0], "")
    parts[MASTER] = re.sub(rf'<p:sldLayoutId [^>]*r:id="{link[1]}"/>'.encode(), b"", parts[MASTER])


def commented(parts: Parts, kind: str, comment: str, authors: str) -> None:
    """A comment on the fourth slide, and a list of authors."""
    pml = "application/vnd.openxmlformats-officedocument.presentationml"
    names = {"comments": ("ppt/comments/comment1.xml", comment), kind: ("ppt/commentAuthors.xml", authors)}
    types = {"comments": f"{pml}.comments+xml", "commentAuthors": f"{pml}.commentAuthors+xml"}
    for number, (one, (name, text)) in enumerate(names.items()):
        home, target = (rels(slide(4)), f"../{name[4:]}") if one == "comments" else (MAIN_RELS, name[4:])
        link = f'<Relationship Id="c{number}" Type="{REL}/{one}" Target="{target}"/></Relationships>'
        replace(parts, home, "</Relationships>", link)
        override = f'<Override PartName="/{name}" ContentType="{types.get(one, "application/xml")}"/></Types>'
        replace(parts, TYPES, "</Types>", override)
        parts[name] = text.encode()


PML = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
MODERN = 'xmlns:m="http://schemas.microsoft.com/office/powerpoint/2018/8/main"'
COMMENT = f'<p:cmLst {PML}><p:cm authorId="%s" idx="1"><p:pos x="1" y="1"/><p:text>good</p:text></p:cm></p:cmLst>'
AUTHORS = f'<p:cmAuthorLst {PML}><p:cmAuthor id="0" name="A" initials="A" lastIdx="1" clrIdx="0"/></p:cmAuthorLst>'
GUID = "{00000000-0000-4000-8000-00000000000%s}"
MODERN_COMMENT = f'<m:cmLst {MODERN}><m:cm id="{GUID % 1}" authorId="%s"/></m:cmLst>'
MODERN_AUTHORS = f'<m:authorLst {MODERN}><m:author id="{GUID % 2}" name="A" userId="a" providerId="None"/></m:authorLst>'


@breaks("package-comment-author")
def a_comment_of_nobody(parts: Parts) -> None:
    commented(parts, "commentAuthors", COMMENT % "7", AUTHORS)


@breaks("package-comment-author")
def a_comment_of_today_of_nobody(parts: Parts) -> None:
    commented(parts, "authors", MODERN_COMMENT % (GUID % 3), MODERN_AUTHORS)


# What charts hold

LABELS = '<c:dLbls><c:dLblPos val="%s"/><c:showLegendKey val="0"/><c:showVal val="1"/></c:dLbls>'
LINE, PIE = "ppt/charts/chart2.xml", "ppt/charts/chart3.xml"


def labels(name: str, place: str, stacked: bool = False) -> None:
    def defect(parts: Parts) -> None:
        parts[name] = parts[name].replace(b"<c:cat>", (LABELS % place).encode() + b"<c:cat>", 1)
        if stacked:
            replace(parts, name, 'grouping val="clustered"', 'grouping val="stacked"')
            replace(parts, name, "<c:axId", '<c:overlap val="100"/><c:axId')

    DEFECTS.append(("package-chart-label-place", defect))


ONE = '<c:dLbls><c:numFmt formatCode="0" sourceLinked="0"/><c:dLbl><c:idx val="0"/>%s<c:showVal val="1"/></c:dLbl></c:dLbls>'
NAMED = "<c:numFmt formatCode='0' sourceLinked='0'/><c:tx><c:rich><a:bodyPr/><a:p/></c:rich></c:tx>"
change("package-loose-order", CHART, "<c:cat>", ONE % "" + "<c:cat>")
change("package-loose-order", CHART, "<c:cat>", ONE % NAMED + "<c:cat>")
labels(CHART, "r")
labels(CHART, "outEnd", stacked=True)
labels(LINE, "outEnd")
labels(PIE, "inBase")


@breaks("package-chart-label-place")
def labels_of_a_ring(parts: Parts) -> None:
    parts[PIE] = parts[PIE].replace(b"c:pieChart>", b"c:doughnutChart>")
    replace(parts, PIE, "<c:cat>", LABELS % "ctr" + "<c:cat>")


@breaks("package-chart-label-place")
def one_label_of_an_area(parts: Parts) -> None:
    text = re.sub(r"<c:marker.*?</c:marker>|<c:smooth[^>]*>|<c:marker val[^>]*>", "", parts[LINE].decode())
    one = LABELS.replace("<c:dLbls>", '<c:dLbls><c:dLbl><c:idx val="0"/>') % "t"
    one = one.replace("</c:dLbls>", '</c:dLbl><c:showVal val="1"/></c:dLbls>')
    parts[LINE] = text.replace("c:lineChart>", "c:areaChart>").replace("<c:cat>", one + "<c:cat>", 1).encode()


change("package-chart-value", CHART, "<c:v>3</c:v>", "<c:v>three</c:v>")
change("package-chart-value", CHART, "<c:v>3</c:v>", "<c:v>nan</c:v>")
change("package-chart-value", CHART, "<c:v>3</c:v>", "<c:v>3,5</c:v>")


@breaks("package-chart-no-workbook")
def a_chart_without_workbook(parts: Parts) -> None:
    """Nothing leads to the workbook then, so that it goes, too."""
    parts[CHART] = re.sub(rb"<c:externalData.*</c:externalData>", b"", parts[CHART])


@breaks("package-chart-shared-workbook")
def one_workbook_for_two_charts(parts: Parts) -> None:
    books = [re.search(r"embeddings/([^\"]*)", parts[rels(name)].decode()) for name in (CHART, LINE)]
    assert books[0] and books[1]
    replace(parts, rels(LINE), books[1][1], books[0][1])
    del parts[f"ppt/embeddings/{books[1][1]}"]


@breaks("package-chart-overlap")
def bars_beside_each_other(parts: Parts) -> None:
    replace(parts, CHART, 'grouping val="clustered"', 'grouping val="stacked"')
    parts[CHART] = re.sub(rb"<c:overlap[^>]*>", b"", parts[CHART])


@breaks("package-chart-scale")
def a_scale_that_falls(parts: Parts) -> None:
    text = parts[CHART].decode()
    at = text.index("<c:valAx>")
    scale = re.sub(
        r"<c:scaling/>|<c:scaling>.*?</c:scaling>",
        '<c:scaling><c:max val="1"/><c:min val="5"/></c:scaling>',
        text[at:],
        count=1,
    )
    parts[CHART] = (text[:at] + scale).encode()


# SmartArt and formulas


art("package-missing-attribute", DATA, ' destOrd="0"', "")
art("package-wrong-order", DATA, "</dgm:t></dgm:pt>", "</dgm:t><dgm:spPr/></dgm:pt>")
art("package-unknown-element", LAYOUT, "<dgm:ruleLst/>", "<dgm:rules/>")
art("package-bad-choice", LAYOUT, 'func="var"', 'func="size"')
art("package-unexpected-element", COLORS, "<dgm:fillClrLst", '<a:tint val="1"/><dgm:fillClrLst')
art("package-missing-attribute", COLORS, ' val="accent1"', "")
art("package-missing-element", DRAWING, "<dsp:spPr/>", "")
art("package-missing-element", slide(4), f"<dgm:relIds {DGM}", '<a:x xmlns:a="urn:x"')
art("package-missing-attribute", slide(4), ' r:lo="rd2"', "")
art("package-unknown-relationship", slide(4), 'r:qs="rd3"', 'r:qs="rd33"')
art("package-missing-element", DRAWING, "<m:den><m:r><m:t>x</m:t></m:r></m:den>", "")
art("package-unknown-element", DRAWING, "<m:t>x</m:t>", "<m:text/>")
art("package-bad-choice", DRAWING, 'm:val="p"', 'm:val="q"')
art("package-missing-attribute", DRAWING, '<m:sty m:val="p"/>', "<m:sty/>")

# The style of a chart, and extensions


later("package-wrong-order", CHART_STYLE, '<cs:lnRef idx="0"/>', '<cs:lineWidthScale>1</cs:lineWidthScale><cs:lnRef idx="0"/>')
later("package-unknown-element", CHART_STYLE, '<cs:styleClr val="auto"/>', '<cs:colour val="auto"/>')
later("package-missing-attribute", CHART_STYLE, ' idx="minor"', "")
later("package-bad-choice", CHART_STYLE, 'symbol="circle"', 'symbol="round"')
later("package-missing-attribute", CHART_COLORS, ' meth="cycle"', "")
later("package-missing-element", CHART_COLORS, '<a:schemeClr val="accent1"/>', "")
later("package-bad-choice", MAIN, 'orient="horz"', 'orient="flat"')
later("package-missing-attribute", MAIN, '<p15:guide id="1"', "<p15:guide")
later("package-bad-colour", slide(4), 'val="FFFFFF"', 'val="white"')
later("package-unexpected-element", slide(4), '<a:srgbClr val="000000"/></a:solidFill></a14', "<a:round/></a:solidFill></a14")
later("package-bad-yes-no", slide(4), 'main" val="0"', 'main" val="no"')
change("package-bad-guid", slide(2), 'main" id="{', 'main" id="{x')

# Names that two elements have, guides, times, frames, and the package's own lists

change("package-missing-attribute", slide(4), '<a:srgbClr val="C01010"/>', '<a:srgbClr val="C01010"><a:tint/></a:srgbClr>')
change("package-missing-attribute", THEME, '<a:font script="Jpan"', "<a:font")
change("package-missing-attribute", THEME, "</a:theme>", "<a:extLst><a:ext><x xmlns='urn:x'/></a:ext></a:extLst></a:theme>")
change("package-bad-guide", slide(4), "<a:avLst/>", '<a:avLst><a:gd name="adj" fmla="half w"/></a:avLst>')
change("package-bad-guide", slide(4), "<a:avLst/>", '<a:avLst><a:gd name="adj" fmla="*/ w 1"/></a:avLst>')
change("package-not-a-number", slide(1), 'delay="indefinite"', 'delay="soon"')
change("package-number-range", slide(1), 'presetID="1"', 'presetID="4294967296"')
change("package-unknown-element", TYPES, "</Types>", "<Standard/></Types>")
change("package-unknown-attribute", TYPES, "<Default ", '<Default Kind="x" ')
change("package-unknown-element", rels(slide(4)), "</Relationships>", "<Link/></Relationships>")
change("package-unknown-attribute", rels(slide(1)), 'TargetMode="External"', 'TargetMode="External" Kind="x"')
change("package-unknown-element", CORE, "</cp:coreProperties>", "<cp:author/></cp:coreProperties>")


@breaks("package-missing-element")
def a_chart_without_a_plot(parts: Parts) -> None:
    parts[CHART] = re.sub(rb"<c:plotArea>.*</c:plotArea>", b"", parts[CHART], flags=re.DOTALL)


@breaks("package-missing-element")
def a_table_that_is_not_in_its_frame(parts: Parts) -> None:
    parts[slide(2)] = re.sub(rb"<a:tbl>.*</a:tbl>", b"", parts[slide(2)], flags=re.DOTALL)


@breaks("package-slide-without-layout")
def a_layout_elsewhere(parts: Parts) -> None:
    text = parts[rels(slide(4))].decode()
    parts[rels(slide(4))] = re.sub(r'(Target="[^"]*slideLayout)', r'TargetMode="External" \1', text).encode()


@breaks("package-master-unlisted")
def a_list_without_its_master(parts: Parts) -> None:
    parts[MAIN] = re.sub(rb"<p:sldMasterId [^>]*/>", b"", parts[MAIN])


@breaks("package-listed-twice")
def a_master_listed_twice(parts: Parts) -> None:
    parts[MAIN] = re.sub(rb"(<p:sldMasterId )[^>]*( r:id=[^>]*/>)", rb'\g<0>\1id="4000000000"\2', parts[MAIN])


@breaks("package-listed-twice")
def a_layout_listed_twice(parts: Parts) -> None:
    parts[MASTER] = re.sub(rb"(<p:sldLayoutId )[^>]*( r:id=[^>]*/>)", rb'\g<0>\1id="4000000000"\2', parts[MASTER], count=1)
