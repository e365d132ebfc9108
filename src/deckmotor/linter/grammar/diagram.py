"""Elements of SmartArt (`dgm:`) and of its drawing (`dsp:`): attributes and children, from ECMA-376 part 1, annex A, and
MS-ODRAWXML, §2.3.

The notation is explained in `deckmotor.linter.grammar.read`. Taken from the schema data of Microsoft's Open XML SDK
(MIT licence).
"""

_RANGE = "axis ptType hideLastTrans st cnt step"
"""Which points of the data something is made for; lists of words and numbers, one for each step from point to point."""

_PLACED = "presAssocID presName presStyleLbl presStyleIdx:whole presStyleCnt:whole"
_KINDS = "loTypeId loCatId qsTypeId qsCatId csTypeId csCatId"
_MOVED = (
    "custAng:whole custFlipVert:yes custFlipHor:yes custSzX:whole custSzY:whole custScaleX:whole% custScaleY:whole% custT:yes "
    "custLinFactX:whole% custLinFactY:whole% custLinFactNeighborX:whole% custLinFactNeighborY:whole% custRadScaleRad:whole% "
    "custRadScaleInc:whole%"
)

DIAGRAM: dict[str, tuple[str, str]] = {
    "dgm:adj": ("idx!:1.. val!:decimal", ""),
    "dgm:adjLst": ("", "adj*"),
    "dgm:alg": ("type!:@diagram-algorithm rev:count", "param* extLst?"),
    "dgm:animLvl": ("val:@diagram-levels", ""),
    "dgm:animOne": ("val:@diagram-one-by-one", ""),
    "dgm:bg": ("", "%fill? %effect?"),
    "dgm:bulletEnabled dgm:orgChart": ("val:yes", ""),
    "dgm:cat": ("type! pri!:count", ""),
    "dgm:catLst": ("", "cat*"),
    "dgm:chMax dgm:chPref": ("val:-1..", ""),
    "dgm:choose": ("name", "if+ else?"),
    "dgm:clrData dgm:sampData dgm:styleData": ("useDef:yes", "dataModel?"),
    "dgm:colorsDef": ("uniqueId minVer", "title* desc* catLst? styleLbl* extLst?"),
    "dgm:constr": (
        "type!:@diagram-constraint for:@diagram-whose forName ptType:@diagram-element refType:@diagram-constraint "
        "refFor:@diagram-whose refForName refPtType:@diagram-element op:@diagram-operator val:decimal fact:decimal",
        "extLst?",
    ),
    "dgm:constrLst": ("", "constr*"),
    "dgm:cxn": (
        "modelId! type:@diagram-connection srcId! destId! srcOrd!:count destOrd!:count parTransId sibTransId presId",
        "extLst?",
    ),
    "dgm:cxnLst": ("", "cxn*"),
    "dgm:dataModel": ("", "ptLst cxnLst? bg? whole? extLst?"),
    "dgm:dir": ("val:@diagram-direction", ""),
    "dgm:effectClrLst dgm:fillClrLst dgm:linClrLst dgm:txEffectClrLst dgm:txFillClrLst dgm:txLinClrLst": (
        "meth:@diagram-colours hueDir:@animate-color-direction",
        "(%colour)*",
    ),
    "dgm:else": ("name", "(%diagram)*"),
    "dgm:forEach": (f"name ref {_RANGE}", "(%diagram)*"),
    "dgm:hierBranch": ("val:@diagram-branch", ""),
    "dgm:if": (f"name {_RANGE} func!:@diagram-function arg op!:@diagram-comparison val!", "(%diagram)*"),
    "dgm:layoutDef": (
        "uniqueId minVer defStyle",
        "title* desc* catLst? sampData? styleData? clrData? layoutNode extLst?",
    ),
    "dgm:layoutNode": ("name styleLbl chOrder:@diagram-order moveWith", "(%diagram|varLst)*"),
    "dgm:param": ("type!:@diagram-parameter val!", ""),
    "dgm:prSet": (
        f"{_PLACED} {_KINDS} coherent3DOff:yes phldrT phldr:yes {_MOVED}",
        "presLayoutVars? style?",
    ),
    "dgm:presLayoutVars dgm:varLst": (
        "",
        "orgChart? chMax? chPref? bulletEnabled? dir? hierBranch? animOne? animLvl? resizeHandles?",
    ),
    "dgm:presOf": (_RANGE, "extLst?"),
    "dgm:pt": ("modelId! type:@diagram-point cxnId", "prSet? spPr? t? extLst?"),
    "dgm:ptLst": ("", "pt*"),
    "dgm:relIds": ("", ""),
    "dgm:resizeHandles": ("val:@diagram-handles", ""),
    "dgm:rule": (
        "type!:@diagram-constraint for:@diagram-whose forName ptType:@diagram-element val:decimal fact:decimal max:decimal",
        "extLst?",
    ),
    "dgm:ruleLst": ("", "rule*"),
    "dgm:shape": ("rot:decimal type zOrderOff:whole hideGeom:yes lkTxEntry:yes blipPhldr:yes", "adjLst? extLst?"),
    "dgm:styleDef": ("uniqueId minVer", "title* desc* catLst? scene3d? styleLbl+ extLst?"),
    "dgm:styleLbl": (
        "name!",
        "fillClrLst? linClrLst? effectClrLst? txLinClrLst? txFillClrLst? txEffectClrLst? scene3d? sp3d? txPr? style? extLst?",
    ),
    "dgm:title dgm:desc": ("lang val!", ""),
    "dgm:txPr": ("", "(a:sp3d|a:flatTx)?"),
    "dgm:whole": ("", "a:ln? %effect?"),
    "dsp:dataModelExt": ("relId minVer", ""),
    "dsp:drawing": ("", "spTree"),
    "dsp:grpSp dsp:spTree": ("", "nvGrpSpPr grpSpPr (sp|grpSp)* extLst?"),
    "dsp:nvGrpSpPr": ("", "cNvPr cNvGrpSpPr"),
    "dsp:nvSpPr": ("", "cNvPr cNvSpPr"),
    "dsp:sp": ("modelId!", "nvSpPr spPr style? txBody? txXfrm? extLst?"),
}

ALIKE: dict[str, str] = {
    "a14:hiddenLine": "a:ln",
    "cs:bodyPr": "a:bodyPr",
    "cs:defRPr": "a:defRPr",
    "cs:extLst dgm:extLst dsp:extLst": "a:extLst",
    "cs:spPr": "p:spPr",
    "dgm:scene3d": "a:scene3d",
    "dgm:sp3d": "a:sp3d",
    "dgm:spPr dsp:spPr": "p:spPr",
    "dgm:style dsp:style": "p:style",
    "dgm:t dsp:txBody": "p:txBody",
    "dsp:cNvGrpSpPr": "p:cNvGrpSpPr",
    "dsp:cNvPr": "p:cNvPr",
    "dsp:cNvSpPr": "p:cNvSpPr",
    "dsp:grpSpPr": "p:grpSpPr",
    "dsp:txXfrm": "a:xfrm",
}
"""Elements that are those of others under another name."""
