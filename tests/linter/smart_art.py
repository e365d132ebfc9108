"""A SmartArt graphic and a formula for the sound package, as PowerPoint writes them, cut short."""

from tests.linter.sound_package import Parts, replace, slide

DGM = 'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
DSP = 'xmlns:dsp="http://schemas.microsoft.com/office/drawing/2008/diagram"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
A14 = 'xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main"'
M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
FORMULA = (
    f'<a14:m {A14}><m:oMathPara {M}><m:oMathParaPr><m:jc m:val="centerGroup"/></m:oMathParaPr><m:oMath><m:f><m:fPr><m:ctrlPr>'
    '<a:rPr lang="en-US"/></m:ctrlPr></m:fPr><m:num><m:r><m:rPr><m:sty m:val="p"/></m:rPr><a:rPr lang="en-US"/><m:t>1</m:t>'
    "</m:r></m:num><m:den><m:r><m:t>x</m:t></m:r></m:den></m:f></m:oMath></m:oMathPara></a14:m>"
)
"""It stands as it is in the drawing of a SmartArt graphic, and in alternatives elsewhere."""

DATA, LAYOUT, STYLE, COLORS, DRAWING = (
    f"ppt/diagrams/{name}1.xml" for name in ("data", "layout", "quickStyle", "colors", "drawing")
)

_ONE, _TWO = (f"{{00000000-0000-4000-8000-{number:012}}}" for number in (1, 2))
_KIND = "application/vnd.openxmlformats-officedocument.drawingml.diagram"
_PARTS: dict[str, tuple[str, str, str]] = {
    DATA: (
        f"{REL}/diagramData", f"{_KIND}Data+xml",
        f'<dgm:dataModel {DGM} {A}><dgm:ptLst><dgm:pt modelId="{_ONE}" type="doc"><dgm:prSet loTypeId="urn:l" phldr="1"/>'
        f'<dgm:spPr/><dgm:t><a:bodyPr/><a:p/></dgm:t></dgm:pt><dgm:pt modelId="{_TWO}"/></dgm:ptLst><dgm:cxnLst>'
        f'<dgm:cxn modelId="7" srcId="{_ONE}" destId="{_TWO}" srcOrd="0" destOrd="0"/></dgm:cxnLst><dgm:bg/><dgm:whole/>'
        f'<dgm:extLst><a:ext uri="http://schemas.microsoft.com/office/drawing/2008/diagram"><dsp:dataModelExt {DSP} '
        'relId="rd5" minVer="http://schemas.openxmlformats.org/drawingml/2006/diagram"/></a:ext></dgm:extLst></dgm:dataModel>',
    ),
    LAYOUT: (
        f"{REL}/diagramLayout", f"{_KIND}Layout+xml",
        f'<dgm:layoutDef {DGM} uniqueId="urn:l"><dgm:title val=""/><dgm:catLst><dgm:cat type="list" pri="1"/></dgm:catLst>'
        '<dgm:layoutNode name="n"><dgm:varLst><dgm:dir/></dgm:varLst><dgm:choose name="c">'
        '<dgm:if name="i" func="var" arg="dir" op="equ" val="norm"><dgm:alg type="snake"><dgm:param type="off" val="ctr"/>'
        '</dgm:alg></dgm:if><dgm:else name="e"/>'
        '</dgm:choose><dgm:constrLst><dgm:constr type="w" for="ch" forName="n" refType="w"/></dgm:constrLst><dgm:ruleLst/>'
        '<dgm:forEach name="f" axis="ch" ptType="node"><dgm:presOf/></dgm:forEach></dgm:layoutNode></dgm:layoutDef>',
    ),
    STYLE: (
        f"{REL}/diagramQuickStyle", f"{_KIND}Style+xml",
        f'<dgm:styleDef {DGM} {A} uniqueId="urn:s"><dgm:styleLbl name="node0"><dgm:scene3d><a:camera prst="orthographicFront"/>'
        '<a:lightRig rig="threePt" dir="t"/></dgm:scene3d><dgm:sp3d/><dgm:txPr/><dgm:style><a:lnRef idx="2"/>'
        '<a:fillRef idx="1"/><a:effectRef idx="0"/><a:fontRef idx="minor"/></dgm:style></dgm:styleLbl></dgm:styleDef>',
    ),
    COLORS: (
        f"{REL}/diagramColors", f"{_KIND}Colors+xml",
        f'<dgm:colorsDef {DGM} {A} uniqueId="urn:c"><dgm:styleLbl name="node0"><dgm:fillClrLst meth="repeat">'
        '<a:schemeClr val="accent1"/></dgm:fillClrLst></dgm:styleLbl></dgm:colorsDef>',
    ),
    DRAWING: (
        "http://schemas.microsoft.com/office/2007/relationships/diagramDrawing",
        "application/vnd.ms-office.drawingml.diagramDrawing+xml",
        f'<dsp:drawing {DSP} {A}><dsp:spTree><dsp:nvGrpSpPr><dsp:cNvPr id="0" name=""/><dsp:cNvGrpSpPr/></dsp:nvGrpSpPr>'
        f'<dsp:grpSpPr/><dsp:sp modelId="{_TWO}"><dsp:nvSpPr><dsp:cNvPr id="0" name=""/><dsp:cNvSpPr/></dsp:nvSpPr><dsp:spPr/>'
        f"<dsp:txBody><a:bodyPr/><a:p>{FORMULA}</a:p></dsp:txBody></dsp:sp></dsp:spTree></dsp:drawing>",
    ),
}  # fmt: skip
_FRAME = (
    '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="40" name="SmartArt"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>'
    '<p:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></p:xfrm><a:graphic>'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/diagram">'
    f'<dgm:relIds {DGM} r:dm="rd1" r:lo="rd2" r:qs="rd3" r:cs="rd4"/></a:graphicData></a:graphic></p:graphicFrame>'
)


def smart_art(parts: Parts) -> None:
    """Put it on the fourth slide."""
    home = "ppt/slides/_rels/slide4.xml.rels"
    replace(parts, slide(4), "</p:spTree>", _FRAME + "</p:spTree>")
    for number, (name, (kind, content_type, text)) in enumerate(_PARTS.items(), start=1):
        parts[name] = text.encode()
        link = f'<Relationship Id="rd{number}" Type="{kind}" Target="/{name}"/>'
        replace(parts, home, "</Relationships>", f"{link}</Relationships>")
        override = f'<Override PartName="/{name}" ContentType="{content_type}"/>'
        replace(parts, "[Content_Types].xml", "</Types>", f"{override}</Types>")
