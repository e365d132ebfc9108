"""Elements of DrawingML (`a:`): their attributes and children, from the schemas of ECMA-376 part 1, annex A.

The notation is explained in `deckmotor.linter.grammar.read`. Taken from the schema data of Microsoft's Open XML SDK
(MIT licence), which has what later versions of PowerPoint added.
"""

DRAWING: dict[str, tuple[str, str]] = {
    "a:accent1 a:accent2 a:accent3 a:accent4 a:accent5 a:accent6 a:dk1 a:dk2 a:folHlink a:hlink a:lt1 a:lt2": (
        "",
        "%theme-colour",
    ),
    "a:ahLst": ("", "(ahPolar|ahXY)*"),
    "a:ahPolar": ("gdRefR minR maxR gdRefAng minAng maxAng", "pos"),
    "a:ahXY": ("gdRefX minX maxX gdRefY minY maxY", "pos"),
    "a:alpha a:shade": ("val!:0..100000%", ""),
    "a:alphaBiLevel a:biLevel": ("thresh!:0..100000%", ""),
    (
        "a:alphaCeiling a:alphaFloor a:buClrTx a:buFontTx a:buNone a:buSzTx a:close a:comp a:gamma a:gray a:grayscl "
        "a:grpFill a:inv a:invGamma a:masterClrMapping a:noAutofit a:noFill a:round a:spAutoFit a:t a:tableStyleId "
        "a:themeManager a:uFillTx a:uLnTx"
    ): (
        "",
        "",
    ),
    "a:alphaInv a:solidFill": ("", "%colour?"),
    "a:alphaMod": ("val:0..%", "cont?"),
    "a:alphaModFix": ("amt:0..%", ""),
    "a:alphaOff": ("val!:-100000..100000%", ""),
    "a:alphaOutset": ("rad:length", ""),
    "a:alphaRepl": ("a!:0..100000%", ""),
    "a:anchor": ("x!:length y!:length z!:length", ""),
    "a:arcTo": ("wR! hR! stAng! swAng!", ""),
    "a:audioCd": ("", "st end extLst?"),
    "a:audioFile a:quickTimeFile a:videoFile": ("", "extLst?"),
    "a:avLst a:gdLst": ("", "gd*"),
    "a:backdrop": ("", "anchor norm up extLst?"),
    (
        "a:band1H a:band1V a:band2H a:band2V a:firstCol a:firstRow a:lastCol a:lastRow a:neCell a:nwCell a:seCell "
        "a:swCell a:wholeTbl"
    ): (
        "",
        "tcTxStyle? tcStyle?",
    ),
    "a:bevel a:bevelB a:bevelT": ("w:0..2147483647 h:0..2147483647 prst:@bevel-preset", ""),
    "a:bgClr a:buClr a:clrFrom a:clrRepl a:clrTo a:contourClr a:extrusionClr a:fgClr a:highlight": ("", "%colour"),
    "a:bgFillStyleLst a:fillStyleLst": ("", "%fill{3,}"),
    "a:bldChart": ("bld animBg:yes", ""),
    "a:bldDgm": ("bld rev:yes", ""),
    "a:blend": ("blend!:@blend-mode", "cont"),
    "a:blip": ("cstate:@blip-compression", "%picture-effects* extLst?"),
    "a:blipFill": ("dpi:count rotWithShape:yes", "blip? srcRect? (stretch|tile)?"),
    (
        "a:blue a:blueMod a:blueOff a:green a:greenMod a:greenOff a:hueOff a:lumMod a:lumOff a:red a:redMod a:redOff "
        "a:sat a:satMod a:satOff"
    ): (
        "val!:whole%",
        "",
    ),
    "a:blur": ("rad:0..2147483647 grow:yes", ""),
    "a:bodyPr": (
        (
            "rot:whole spcFirstLastPara:yes vertOverflow:@text-vertical-overflow "
            "horzOverflow:@text-horizontal-overflow vert:@text-vertical wrap:@text-wrapping lIns:length tIns:length "
            "rIns:length bIns:length numCol:1..16 spcCol:0.. rtlCol:yes fromWordArt:yes anchor:@text-anchoring-type "
            "anchorCtr:yes forceAA:yes upright:yes compatLnSpc:yes"
        ),
        "prstTxWarp? (noAutofit|normAutofit|spAutoFit)? scene3d? (flatTx|sp3d)? extLst?",
    ),
    "a:bottom a:insideH a:insideV a:left a:right a:tl2br a:top a:tr2bl": ("", "(ln|lnRef)"),
    "a:br": ("", "rPr?"),
    "a:buAutoNum": ("type!:@text-auto-number-scheme startAt:1..32767", ""),
    "a:buBlip": ("", "blip"),
    "a:buChar": ("char!", ""),
    "a:buFont a:cs a:ea a:latin a:sym": ("typeface panose pitchFamily:byte charset:byte", ""),
    "a:buSzPct": ("val!:25000..400000%", ""),
    "a:buSzPts": ("val!:100..400000", ""),
    "a:camera": ("prst!:@preset-camera fov:0..10800000 zoom:0..%", "rot?"),
    "a:cell3D": ("prstMaterial:@preset-material-type", "bevel lightRig? extLst?"),
    "a:chExt": ("cx!:0..2147483647 cy!:0..2147483647", ""),
    "a:chOff a:off": ("x!:length y!:length", ""),
    "a:chart": ("seriesIdx:whole categoryIdx:whole bldStep!:@chart-build-step", ""),
    "a:clrChange": ("useA:yes", "clrFrom clrTo"),
    "a:clrMap a:overrideClrMapping": ("%colour-map", "extLst?"),
    "a:clrScheme": ("name!", "dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink extLst?"),
    "a:cont a:effectDag": ("type:@effect-container name", "%effects*"),
    "a:cubicBezTo": ("", "pt{3,3}"),
    "a:custClr": ("name", "%colour"),
    "a:custClrLst": ("", "custClr*"),
    "a:custDash": ("", "ds*"),
    "a:custGeom": ("", "avLst? gdLst? ahLst? cxnLst? rect? pathLst"),
    "a:cxn": ("ang!", "pos"),
    "a:cxnLst": ("", "cxn*"),
    "a:cxnSpLocks": (
        (
            "noGrp:yes noSelect:yes noRot:yes noChangeAspect:yes noMove:yes noResize:yes noEditPoints:yes "
            "noAdjustHandles:yes noChangeArrowheads:yes noChangeShapeType:yes"
        ),
        "extLst?",
    ),
    "a:defPPr a:lvl1pPr a:lvl2pPr a:lvl3pPr a:lvl4pPr a:lvl5pPr a:lvl6pPr a:lvl7pPr a:lvl8pPr a:lvl9pPr a:pPr": (
        (
            "marL:0..51206400 marR:0..51206400 lvl:0..8 indent:-51206400..51206400 algn:@text-alignment-type "
            "defTabSz:length rtl:yes eaLnBrk:yes fontAlgn:@text-font-alignment latinLnBrk:yes hangingPunct:yes"
        ),
        (
            "lnSpc? spcBef? spcAft? (buClr|buClrTx)? (buSzPct|buSzPts|buSzTx)? (buFont|buFontTx)? "
            "(buAutoNum|buBlip|buChar|buNone)? tabLst? defRPr? extLst?"
        ),
    ),
    "a:defRPr a:endParaRPr a:rPr": (
        (
            "kumimoji:yes lang altLang sz:100..400000 b:yes i:yes u:@text-underline strike:@text-strike "
            "kern:0..400000 cap:@text-caps spc:-400000..400000 normalizeH:yes baseline:whole% noProof:yes dirty:yes "
            "err:yes smtClean:yes smtId:count bmk"
        ),
        (
            "ln? %fill? %effect? highlight? (uLn|uLnTx)? (uFill|uFillTx)? latin? ea? cs? sym? hlinkClick? "
            "hlinkMouseOver? rtl? extLst?"
        ),
    ),
    "a:dgm": ("id:guid bldStep:@diagram-build-step", ""),
    "a:ds": ("d!:0..% sp!:0..%", ""),
    "a:duotone": ("", "%colour+"),
    "a:effect": ("ref", "%effect?"),
    "a:effectLst": ("", "blur? fillOverlay? glow? innerShdw? outerShdw? prstShdw? reflection? softEdge?"),
    "a:effectRef a:fillRef a:lnRef": ("idx!:count", "%colour?"),
    "a:effectStyle": ("", "%effect scene3d? sp3d?"),
    "a:effectStyleLst": ("", "effectStyle{3,}"),
    "a:end a:st": ("track!:count time:count", ""),
    "a:endCxn a:stCxn": ("id!:count idx!:count", ""),
    "a:ext": ("uri cx:0..2147483647 cy:0..2147483647", "*"),
    "a:extLst": ("", "ext*"),
    "a:extraClrScheme": ("", "clrScheme clrMap?"),
    "a:extraClrSchemeLst": ("", "extraClrScheme*"),
    "a:fill a:uFill": ("", "%fill"),
    "a:fillOverlay": ("blend!:@blend-mode", "%fill"),
    "a:fillRect a:fillToRect a:srcRect a:tileRect": ("l:whole% t:whole% r:whole% b:whole%", ""),
    "a:flatTx": ("z:length", ""),
    "a:fld": ("id!:guid type", "rPr? pPr? t?"),
    "a:fmtScheme": ("name", "fillStyleLst lnStyleLst effectStyleLst bgFillStyleLst"),
    "a:font": ("script typeface", "latin? ea? cs? font* extLst?"),
    "a:fontRef": ("idx!:@font-collection-index", "%colour?"),
    "a:fontScheme": ("name!", "majorFont minorFont extLst?"),
    "a:gd": ("name! fmla!", ""),
    "a:glow": ("rad:0..2147483647", "%colour"),
    "a:gradFill": ("flip:@tile-flip rotWithShape:yes", "gsLst? (lin|path)? tileRect?"),
    "a:graphic": ("", "graphicData"),
    "a:graphicData": ("uri!", "*"),
    "a:graphicFrameLocks": ("noGrp:yes noDrilldown:yes noSelect:yes noChangeAspect:yes noMove:yes noResize:yes", "extLst?"),
    "a:gridCol": ("w!:length", "extLst?"),
    "a:grpSpLocks": ("noGrp:yes noUngrp:yes noSelect:yes noRot:yes noChangeAspect:yes noMove:yes noResize:yes", "extLst?"),
    "a:grpSpPr": ("bwMode:@black-white-mode", "xfrm? %fill? %effect? scene3d? extLst?"),
    "a:gs": ("pos!:0..100000%", "%colour"),
    "a:gsLst": ("", "gs{2,}"),
    "a:headEnd a:tailEnd": ("type:@line-end w:@line-end-width len:@line-end-length", ""),
    "a:hlinkClick a:hlinkHover a:hlinkMouseOver": (
        "invalidUrl action tgtFrame tooltip history:yes highlightClick:yes endSnd:yes",
        "snd? extLst?",
    ),
    "a:hsl": ("hue:0..21599999 sat:-100000..100000% lum:-100000..100000%", ""),
    "a:hslClr": ("hue!:0..21599999 sat!:whole% lum!:whole%", "%change*"),
    "a:hue": ("val!:0..21599999", ""),
    "a:hueMod": ("val!:0..%", ""),
    "a:innerShdw": ("blurRad:0..2147483647 dist:0..2147483647 dir:0..21599999", "%colour"),
    "a:lightRig": ("rig!:@light-rig dir!:@light-rig-direction", "rot?"),
    "a:lin": ("ang:0..21599999 scaled:yes", ""),
    "a:ln a:lnB a:lnBlToTr a:lnL a:lnR a:lnT a:lnTlToBr a:uLn": (
        "w:0..20116800 cap:@line-cap cmpd:@compound-line algn:@pen-alignment",
        "%line-fill? (custDash|prstDash)? (bevel|miter|round)? headEnd? tailEnd? extLst?",
    ),
    "a:lnDef a:spDef a:txDef": ("", "spPr bodyPr lstStyle style? extLst?"),
    "a:lnSpc a:spcAft a:spcBef": ("", "(spcPct|spcPts)"),
    "a:lnStyleLst": ("", "ln{3,}"),
    "a:lnTo a:moveTo": ("", "pt"),
    "a:lstStyle": ("", "%levels"),
    "a:lum": ("val:whole% bright:-100000..100000% contrast:-100000..100000%", ""),
    "a:majorFont a:minorFont": ("", "latin ea cs font* extLst?"),
    "a:miter": ("lim:0..%", ""),
    "a:norm a:up": ("dx!:length dy!:length dz!:length", ""),
    "a:normAutofit": ("fontScale:1000..100000% lnSpcReduction:0..13200000%", ""),
    "a:objectDefaults": ("", "spDef? lnDef? txDef? extLst?"),
    "a:outerShdw": (
        (
            "blurRad:0..2147483647 dist:0..2147483647 dir:0..21599999 sx:whole% sy:whole% kx:-5399999..5399999 "
            "ky:-5399999..5399999 algn:@rectangle-alignment rotWithShape:yes"
        ),
        "%colour",
    ),
    "a:p": ("", "pPr? (br|fld|r|a14:m)* endParaRPr?"),
    "a:path": (
        "path:@path-shade w:0..2147483647 h:0..2147483647 fill:@path-fill-mode stroke:yes extrusionOk:yes",
        "(arcTo|close|cubicBezTo|lnTo|moveTo|quadBezTo|fillToRect)*",
    ),
    "a:pathLst": ("", "path*"),
    "a:pattFill": ("prst:@preset-pattern", "fgClr? bgClr?"),
    "a:picLocks": (
        (
            "noGrp:yes noSelect:yes noRot:yes noChangeAspect:yes noMove:yes noResize:yes noEditPoints:yes "
            "noAdjustHandles:yes noChangeArrowheads:yes noChangeShapeType:yes noCrop:yes"
        ),
        "extLst?",
    ),
    "a:pos a:pt": ("x! y!", ""),
    "a:prstClr": ("val!:@preset-color", "%change*"),
    "a:prstDash": ("val:@preset-line-dash", ""),
    "a:prstGeom": ("prst!:@shape-type", "avLst?"),
    "a:prstShdw": ("prst!:@preset-shadow dist:0..2147483647 dir:0..21599999", "%colour"),
    "a:prstTxWarp": ("prst!:@text-shape", "avLst?"),
    "a:quadBezTo": ("", "pt{2,2}"),
    "a:r": ("", "rPr? t"),
    "a:rect": ("l! t! r! b!", ""),
    "a:reflection": (
        (
            "blurRad:0..2147483647 stA:0..100000% stPos:0..100000% endA:0..100000% endPos:0..100000% dist:0..2147483647 "
            "dir:0..21599999 fadeDir:0..21599999 sx:whole% sy:whole% kx:-5399999..5399999 ky:-5399999..5399999 "
            "algn:@rectangle-alignment rotWithShape:yes"
        ),
        "",
    ),
    "a:relOff": ("tx:whole ty:whole", ""),
    "a:rot": ("lat!:0..21599999 lon!:0..21599999 rev!:0..21599999", ""),
    "a:rtl": ("val:yes", ""),
    "a:scene3d": ("", "camera lightRig backdrop? extLst?"),
    "a:schemeClr": ("val!:@scheme-color", "%change*"),
    "a:scrgbClr": ("r!:whole% g!:whole% b!:whole%", "%change*"),
    "a:snd a:wavAudioFile": ("name builtIn:yes", ""),
    "a:softEdge": ("rad!:0..2147483647", ""),
    "a:sp3d": (
        "z:length extrusionH:0..2147483647 contourW:0..2147483647 prstMaterial:@preset-material-type",
        "bevelT? bevelB? extrusionClr? contourClr? extLst?",
    ),
    "a:spLocks": (
        (
            "noGrp:yes noSelect:yes noRot:yes noChangeAspect:yes noMove:yes noResize:yes noEditPoints:yes "
            "noAdjustHandles:yes noChangeArrowheads:yes noChangeShapeType:yes noTextEdit:yes"
        ),
        "extLst?",
    ),
    "a:spPr": ("bwMode:@black-white-mode", "xfrm? (custGeom|prstGeom)? %fill? ln? %effect? scene3d? sp3d? extLst?"),
    "a:spcPct": ("val!:0..13200000%", ""),
    "a:spcPts": ("val!:0..158400", ""),
    "a:srgbClr": ("val!:hex", "%change*"),
    "a:stretch": ("", "fillRect?"),
    "a:style": ("", "lnRef fillRef effectRef fontRef"),
    "a:sx a:sy": ("n!:whole d!:whole", ""),
    "a:sysClr": ("val!:@system-color lastClr:hex", "%change*"),
    "a:tab": ("pos:length algn:@text-tab-alignment", ""),
    "a:tabLst": ("", "tab{0,32}"),
    "a:tableStyle a:tblStyle": (
        "styleId!:guid styleName!",
        (
            "tblBg? wholeTbl? band1H? band2H? band1V? band2V? lastCol? firstCol? lastRow? seCell? swCell? firstRow? "
            "neCell? nwCell? extLst?"
        ),
    ),
    "a:tbl": ("", "tblPr? tblGrid tr{1,1000}"),
    "a:tblBg": ("", "(fill|fillRef)? (effect|effectRef)?"),
    "a:tblGrid": ("", "gridCol{1,1000}"),
    "a:tblPr": (
        "rtl:yes firstRow:yes firstCol:yes lastRow:yes lastCol:yes bandRow:yes bandCol:yes",
        "%fill? %effect? (tableStyle|tableStyleId)? extLst?",
    ),
    "a:tblStyleLst": ("def!:guid", "tblStyle*"),
    "a:tc": ("id rowSpan:whole gridSpan:whole hMerge:yes vMerge:yes", "txBody? tcPr? extLst?"),
    "a:tcBdr": ("", "left? right? top? bottom? insideH? insideV? tl2br? tr2bl? extLst?"),
    "a:tcPr": (
        (
            "marL:length marR:length marT:length marB:length vert:@text-vertical anchor:@text-anchoring-type "
            "anchorCtr:yes horzOverflow:@text-horizontal-overflow"
        ),
        "lnL? lnR? lnT? lnB? lnTlToBr? lnBlToTr? cell3D? %fill? headers? extLst?",
    ),
    "a:tcStyle": ("", "tcBdr? (fill|fillRef)? cell3D?"),
    "a:tcTxStyle": ("b:@boolean-style i:@boolean-style", "(font|fontRef)? %colour? extLst?"),
    "a:theme": ("name", "themeElements objectDefaults? extraClrSchemeLst? custClrLst? extLst?"),
    "a:themeElements": ("", "clrScheme fontScheme fmtScheme extLst?"),
    "a:themeOverride": ("", "clrScheme? fontScheme? fmtScheme?"),
    "a:tile": ("tx:length ty:length sx:whole% sy:whole% flip:@tile-flip algn:@rectangle-alignment", ""),
    "a:tint": ("val:0..100000% hue:0..21599999 amt:-100000..100000%", ""),
    "a:tr": ("h!:length", "tc* extLst?"),
    "a:txBody": ("", "bodyPr lstStyle? p+"),
    "a:xfrm": (
        ("sx:whole% sy:whole% kx:-5399999..5399999 ky:-5399999..5399999 tx:length ty:length rot:whole flipH:yes flipV:yes"),
        "off? ext? chOff? chExt?",
    ),
}
