"""Names of the file format that the rules speak of: namespaces, relationship types, content types."""

import functools
import re

NAMESPACES: dict[str, str] = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "dsp": "http://schemas.microsoft.com/office/drawing/2008/diagram",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "p188": "http://schemas.microsoft.com/office/powerpoint/2018/8/main",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "p159": "http://schemas.microsoft.com/office/powerpoint/2015/09/main",
    "p15": "http://schemas.microsoft.com/office/powerpoint/2012/main",
    "a14": "http://schemas.microsoft.com/office/drawing/2010/main",
    "a16": "http://schemas.microsoft.com/office/drawing/2014/main",
    "c16": "http://schemas.microsoft.com/office/drawing/2014/chart",
    "cs": "http://schemas.microsoft.com/office/drawing/2012/chartStyle",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "thm15": "http://schemas.microsoft.com/office/thememl/2012/main",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "cust": "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    "ep": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
}
"""Prefixes that messages use, and the namespaces they stand for."""

CORE = tuple("{" + NAMESPACES[prefix] + "}" for prefix in ("p", "a", "c", "cs", "dgm", "dsp", "m", "rel", "ct", "cp"))
"""How the tags of the elements begin whose grammar is known."""

_UNDERSTOOD = ("http://schemas.openxmlformats.org/", "http://schemas.microsoft.com/office/", "urn:schemas-microsoft-com:")

PRESENTATION_TYPES = frozenset(
    f"application/vnd.{kind}.main+xml"
    for kind in (
        "openxmlformats-officedocument.presentationml.presentation",
        "openxmlformats-officedocument.presentationml.slideshow",
        "openxmlformats-officedocument.presentationml.template",
        "ms-powerpoint.presentation.macroEnabled",
        "ms-powerpoint.slideshow.macroEnabled",
        "ms-powerpoint.template.macroEnabled",
    )
)
"""Content types of the part that lists the slides."""

_PML = "application/vnd.openxmlformats-officedocument.presentationml."
_DOC = "application/vnd.openxmlformats-officedocument."

TYPES: dict[str, tuple[str, str]] = {
    "slide": (f"{_PML}slide+xml", "p:sld"),
    "slideLayout": (f"{_PML}slideLayout+xml", "p:sldLayout"),
    "slideMaster": (f"{_PML}slideMaster+xml", "p:sldMaster"),
    "notesSlide": (f"{_PML}notesSlide+xml", "p:notes"),
    "notesMaster": (f"{_PML}notesMaster+xml", "p:notesMaster"),
    "handoutMaster": (f"{_PML}handoutMaster+xml", "p:handoutMaster"),
    "presProps": (f"{_PML}presProps+xml", "p:presentationPr"),
    "viewProps": (f"{_PML}viewProps+xml", "p:viewPr"),
    "tableStyles": (f"{_PML}tableStyles+xml", "a:tblStyleLst"),
    "diagramData": (f"{_DOC}drawingml.diagramData+xml", "dgm:dataModel"),
    "diagramLayout": (f"{_DOC}drawingml.diagramLayout+xml", "dgm:layoutDef"),
    "diagramQuickStyle": (f"{_DOC}drawingml.diagramStyle+xml", "dgm:styleDef"),
    "diagramColors": (f"{_DOC}drawingml.diagramColors+xml", "dgm:colorsDef"),
    "diagramDrawing": ("application/vnd.ms-office.drawingml.diagramDrawing+xml", "dsp:drawing"),
    "chartStyle": ("application/vnd.ms-office.chartstyle+xml", "cs:chartStyle"),
    "chartColorStyle": ("application/vnd.ms-office.chartcolorstyle+xml", "cs:colorStyle"),
    "commentAuthors": (f"{_PML}commentAuthors+xml", "p:cmAuthorLst"),
    "tags": (f"{_PML}tags+xml", "p:tagLst"),
    "theme": (f"{_DOC}theme+xml", "a:theme"),
    "themeOverride": (f"{_DOC}themeOverride+xml", "a:themeOverride"),
    "chart": (f"{_DOC}drawingml.chart+xml", "c:chartSpace"),
    "core-properties": ("application/vnd.openxmlformats-package.core-properties+xml", "cp:coreProperties"),
    "extended-properties": (f"{_DOC}extended-properties+xml", "ep:Properties"),
    "custom-properties": (f"{_DOC}custom-properties+xml", "cust:Properties"),
    "font": ("application/x-fontdata", ""),
}
"""By the last word of a relationship's type: content type of the part it leads to, and the part's root."""

IMAGES = ("image/", "application/pdf", "application/postscript", "application/x-msmetafile")
"""How the content types of pictures begin: PowerPoint for the Mac keeps PDF pages and EPS as they are."""

ROOTS: dict[str, str] = {kind: root for kind, root in TYPES.values() if root} | dict.fromkeys(
    PRESENTATION_TYPES, "p:presentation"
)
"""Root of a part, by content type."""

REFERENCES: dict[str, str] = {
    "r:id": (
        "p:sld p:sldId p:sldMasterId p:sldLayoutId p:notesMasterId p:handoutMasterId p:control p:oleObj p:contentPart p:tags "
        "p:custData p:regular p:bold p:italic p:boldItalic p:htmlPubPr p:smartTags a:hlinkClick a:hlinkHover a:hlinkMouseOver "
        "a:themeManager c:chart c:externalData c:userShapes c:legacyDrawingHF"
    ),
    "r:embed": "p:snd p:sndTgt a:snd a:wavAudioFile a:blip p14:media asvg:svgBlip a14:imgLayer",
    "r:link": "a:blip a:audioFile a:videoFile a:quickTimeFile p14:media asvg:svgBlip",
    "r:pict": "a:objectEmbed",
    "r:blip": "dgm:shape",
    **dict.fromkeys(("r:dm", "r:lo", "r:qs", "r:cs"), "dgm:relIds"),
}
"""Attributes that name relationships, and the elements they may stand on (ECMA-376 part 1, annex A)."""

P14_ATTRIBUTES = frozenset(("bounceEnd", "presetBounceEnd", "dur", "bwMode"))
"""Attributes that PowerPoint 2010 added to elements of its own (MS-PPTX, §2.2)."""

P14_ELEMENTS = frozenset(
    re.findall(
        r"\w+",
        """
        bmk bmkLst bmkTgt browseMode cNvContentPartPr cNvPr conveyor creationId defaultImageDpi discardImageEditData doors
        extLst fade ferris flash flip flythrough gallery glitter honeycomb laserClr media modId nullEvt nvContentPartPr nvPr
        pan pauseEvt playEvt prism resumeEvt reveal ripple section sectionLst sectionPr seekEvt showEvtLst showMediaCtrls
        shred sldId sldIdLst stopEvt switch triggerEvt trim vortex warp wheelReverse window xfrm
        """,
    )
)
"""Elements that PowerPoint 2010 added (MS-PPTX, §2.2 and §2.6)."""

MC_ATTRIBUTES = frozenset(("Ignorable", "MustUnderstand", "ProcessContent", "PreserveElements", "PreserveAttributes"))
"""Attributes of markup compatibility (ECMA-376 part 3, §7)."""

LINKS: dict[str, tuple[str, ...]] = {
    "p:sldId": ("slide",),
    "p:sldMasterId": ("slideMaster",),
    "p:sldLayoutId": ("slideLayout",),
    "p:notesMasterId": ("notesMaster",),
    "p:handoutMasterId": ("handoutMaster",),
    "c:chart": ("chart",),
    "a:blip": ("image",),
    "a:hlinkClick": ("hyperlink", "slide", "audio", "video", "media"),
    "a:hlinkMouseOver": ("hyperlink", "slide", "audio", "video", "media"),
    "c:externalData": ("package", "oleObject"),
}
"""By element: the relationships its `r:id` (or `r:embed`) may name."""

RELATIONSHIPS = "_rels/"


CORE_PROPERTIES = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
"""The relationship that a package has once. PowerPoint writes others of that name beside it, which it does not read."""


def is_understood(namespace: str) -> bool:
    """Whether Office knows a namespace: those of the standard, and its own extensions."""
    return namespace.startswith(_UNDERSTOOD)


@functools.cache
def tag(name: str) -> str:
    """The full tag of `p:sld`, as the parser gives it."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def short(full: str) -> str:
    """A full tag as a message names it: `p:sld`, or the bare name in a namespace that is not known."""
    namespace, _, local = full.rpartition("}")
    for prefix, known in NAMESPACES.items():
        if namespace == "{" + known:
            return f"{prefix}:{local}"
    return local


def kind_of(relationship: str) -> str:
    """The last word of a relationship's type: `slide` of `http://…/relationships/slide`."""
    return relationship.rstrip("/").rpartition("/")[2]
