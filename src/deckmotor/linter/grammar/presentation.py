"""Elements of PresentationML (`p:`): their attributes and children, from the schemas of ECMA-376 part 1, annex A.

The notation is explained in `deckmotor.linter.grammar.read`. Taken from the schema data of Microsoft's Open XML SDK
(MIT licence), which has what later versions of PowerPoint added; `/p:sld` is the element as the root of a part.
"""

PRESENTATION: dict[str, tuple[str, str]] = {
    "p:anim": ("by from to calcmode:@animate-behavior-calculate-mode valueType:@animate-behavior", "cBhvr tavLst?"),
    "p:animClr": ("clrSpc:@animate-color-space dir:@animate-color-direction", "cBhvr by? from? to?"),
    "p:animEffect": ("transition:@animate-effect-transition filter prLst", "cBhvr progress?"),
    "p:animMotion": (
        ("origin:@animate-motion-behavior-origin path pathEditMode:@animate-motion-path-edit-mode rAng:whole ptsTypes"),
        "cBhvr by? from? to? rCtr?",
    ),
    "p:animRot": ("by:whole from:whole to:whole", "cBhvr"),
    "p:animScale": ("zoomContents:yes", "cBhvr by? from? to?"),
    (
        "p:attrName p:bldAsOne p:bold p:boldItalic p:circle p:custData p:diamond p:dissolve p:endSnd "
        "p:italic p:newsflash p:plus p:present p:random p:regular p:sldAll p:sldTgt p:tags p:text p:wedge"
    ): (
        "",
        "",
    ),
    "p:attrNameLst": ("", "attrName+"),
    "p:audio": ("isNarration:yes", "cMediaNode"),
    "p:bg": ("bwMode:@black-white-mode", "(bgPr|bgRef)?"),
    "p:bgPr": ("shadeToTitle:yes", "%plain-fill %effect? extLst?"),
    "p:bgRef": ("idx!:count", "%colour?"),
    "p:bldDgm": ("spid! grpId!:count uiExpand:yes bld:@diagram-build", ""),
    "p:bldGraphic": ("spid! grpId!:count uiExpand:yes", "(bldAsOne|bldSub)"),
    "p:bldLst": ("", "(bldDgm|bldGraphic|bldOleChart|bldP)+"),
    "p:bldOleChart": ("spid! grpId!:count uiExpand:yes bld:@ole-chart-build animBg:yes", ""),
    "p:bldP": (
        (
            "spid! grpId!:count uiExpand:yes build:@paragraph-build bldLvl:count animBg:yes autoUpdateAnimBg:yes rev:yes "
            "advAuto:time"
        ),
        "tmplLst?",
    ),
    "p:bldSub": ("", "(a:bldChart|a:bldDgm)"),
    "p:blinds p:checker p:comb p:randomBar": ("dir:@direction", ""),
    "p:blipFill": ("dpi:count rotWithShape:yes", "a:blip? a:srcRect? (a:stretch|a:tile)?"),
    "p:bodyStyle p:defaultTextStyle p:notesStyle p:otherStyle p:titleStyle": ("", "%levels"),
    "p:boolVal": ("val!:yes", ""),
    "p:browse": ("showScrollbar:yes", ""),
    "p:by": ("x:whole% y:whole%", "(hsl|rgb)?"),
    "p:cBhvr": (
        (
            "additive:@behavior-additive accumulate:@behavior-accumulate xfrmType:@behavior-transform from to by "
            "rctx override:@behavior-override"
        ),
        "cTn tgtEl attrNameLst?",
    ),
    "p:cMediaNode": ("vol:0..100000% mute:yes numSld:count showWhenStopped:yes", "cTn tgtEl"),
    "p:cNvCxnSpPr": ("", "a:cxnSpLocks? a:stCxn? a:endCxn? a:extLst?"),
    "p:cNvGraphicFramePr": ("", "a:graphicFrameLocks? a:extLst?"),
    "p:cNvGrpSpPr": ("", "a:grpSpLocks? a:extLst?"),
    "p:cNvPicPr": ("preferRelativeResize:yes", "a:picLocks? a:extLst?"),
    "p:cNvPr": ("id!:count name! descr hidden:yes title", "a:hlinkClick? a:hlinkHover? a:extLst?"),
    "p:cNvSpPr": ("txBox:yes", "a:spLocks? a:extLst?"),
    "p:cSld": ("name", "bg? spTree custDataLst? controls? extLst?"),
    "p:cSldViewPr": ("snapToGrid:yes snapToObjects:yes showGuides:yes", "cViewPr guideLst?"),
    "p:cTn": (
        (
            "id:count presetID:whole presetClass:@time-node-preset-class presetSubtype:whole dur:time repeatCount:time "
            "repeatDur:time spd:whole% accel:0..100000% decel:0..100000% autoRev:yes restart:@time-node-restart "
            "fill:@time-node-fill syncBehavior:@time-node-sync tmFilter evtFilter display:yes "
            "masterRel:@time-node-master-relation bldLvl:whole grpId:count afterEffect:yes nodeType:@time-node "
            "nodePh:yes"
        ),
        "stCondLst? endCondLst? endSync? iterate? childTnLst? subTnLst?",
    ),
    "p:cViewPr": ("varScale:yes", "scale origin"),
    "p:charRg p:pRg p:sldRg": ("st!:count end!:count", ""),
    "p:childTnLst p:subTnLst": ("", "%steps+"),
    "p:clrMap": ("%colour-map", "a:extLst?"),
    "p:clrMapOvr": ("", "(a:masterClrMapping|a:overrideClrMapping)"),
    "p:clrMru": ("", "%colour*"),
    "p:clrVal p:penClr": ("", "%colour"),
    "p:cm": ("authorId!:count dt idx!:count", "pos text extLst?"),
    "p:cmAuthor": ("id!:count name! initials! lastIdx!:count clrIdx!:count", "extLst?"),
    "p:cmAuthorLst": ("", "cmAuthor*"),
    "p:cmLst": ("", "cm*"),
    "p:cmd": ("type:@command cmd", "cBhvr"),
    "p:cond p:endSync": ("evt:@trigger-event delay:time", "(rtn|tgtEl|tn)?"),
    "p:contentPart": ("bwMode:@black-white-mode", ""),
    "p:control": ("spid name showAsIcon:yes imgW:0.. imgH:0..", "extLst? pic?"),
    "p:controls": ("", "control*"),
    "p:cover p:pull": ("dir", ""),
    "p:custDataLst": ("", "custData* tags?"),
    "p:custShow": ("id!:count name", "sldLst? extLst?"),
    "p:custShowLst": ("", "custShow*"),
    "p:cut p:fade": ("thruBlk:yes", ""),
    "p:cxnSp": ("", "nvCxnSpPr spPr style? extLst?"),
    "p:embed": ("followColorScheme:@ole-object-follow-color-scheme", "extLst?"),
    "p:embeddedFont": ("", "font regular? bold? italic? boldItalic?"),
    "p:embeddedFontLst": ("", "embeddedFont*"),
    "p:endCondLst p:nextCondLst p:prevCondLst p:stCondLst": ("", "cond+"),
    "p:excl p:par": ("", "cTn"),
    "p:ext": ("uri!", "*"),
    "p:extLst": ("mod:yes", "ext*"),
    "p:fltVal": ("val!:decimal", ""),
    "p:font": ("typeface panose pitchFamily:byte charset:byte", ""),
    "p:from": ("x:whole% y:whole%", "%colour?"),
    "p:graphicEl": ("", "(a:chart|a:dgm)"),
    "p:graphicFrame": ("bwMode:@black-white-mode", "nvGraphicFramePr xfrm a:graphic extLst?"),
    "p:gridSpacing p:notesSz": ("cx!:0..2147483647 cy!:0..2147483647", ""),
    "p:grpSp p:spTree": ("", "nvGrpSpPr grpSpPr (contentPart|cxnSp|graphicFrame|grpSp|pic|sp)* extLst?"),
    "p:grpSpPr": ("bwMode:@black-white-mode", "a:xfrm? %fill? %effect? a:scene3d? a:extLst?"),
    "p:guide": ("orient:@direction pos:whole", ""),
    "p:guideLst": ("", "guide*"),
    "p:handoutMaster": ("", "cSld clrMap hf? extLst?"),
    "p:handoutMasterId p:notesMasterId": ("", "extLst?"),
    "p:handoutMasterIdLst": ("", "handoutMasterId?"),
    "p:hf": ("sldNum:yes hdr:yes ftr:yes dt:yes", "extLst?"),
    "p:hsl": ("h!:whole s!:-100000..100000% l!:-100000..100000%", ""),
    "p:htmlPubPr": ("showSpeakerNotes:yes pubBrowser:@html-publish-web-browser-support", "(custShow|sldAll|sldRg) extLst?"),
    "p:inkTgt p:subSp": ("spid!", ""),
    "p:intVal": ("val!:whole", ""),
    "p:iterate": ("type:@iterate backwards:yes", "(tmAbs|tmPct)"),
    "p:kinsoku": ("lang invalStChars! invalEndChars!", ""),
    "p:kiosk": ("restart:count", ""),
    "p:link": ("updateAutomatic:yes", "extLst?"),
    "p:modifyVerifier": (
        (
            "cryptProviderType!:@crypt-provider cryptAlgorithmClass!:@crypt-algorithm-class "
            "cryptAlgorithmType!:@crypt-algorithm cryptAlgorithmSid!:count spinCount!:count saltData! hashData! "
            "cryptProvider algIdExt:count algIdExtSource cryptProviderTypeExt:count cryptProviderTypeExtSource "
            "algorithmName hashValue saltValue spinValue:count"
        ),
        "",
    ),
    "p:normalViewPr": (
        (
            "showOutlineIcons:yes snapVertSplitter:yes vertBarState:@splitter-bar-state "
            "horzBarState:@splitter-bar-state preferSingleView:yes"
        ),
        "restoredLeft restoredTop extLst?",
    ),
    "p:notes": ("showMasterSp:yes showMasterPhAnim:yes", "cSld clrMapOvr? extLst?"),
    "p:notesMaster": ("", "cSld clrMap hf? notesStyle? extLst?"),
    "p:notesMasterIdLst": ("", "notesMasterId?"),
    "p:notesTextViewPr": ("", "cViewPr extLst?"),
    "p:notesViewPr p:slideViewPr": ("", "cSldViewPr extLst?"),
    "p:nvCxnSpPr": ("", "cNvPr cNvCxnSpPr nvPr"),
    "p:nvGraphicFramePr": ("", "cNvPr cNvGraphicFramePr nvPr"),
    "p:nvGrpSpPr": ("", "cNvPr cNvGrpSpPr nvPr"),
    "p:nvPicPr": ("", "cNvPr cNvPicPr nvPr"),
    "p:nvPr": (
        "isPhoto:yes userDrawn:yes",
        "ph? (a:audioCd|a:audioFile|a:quickTimeFile|a:videoFile|a:wavAudioFile)? custDataLst? extLst?",
    ),
    "p:nvSpPr": ("", "cNvPr cNvSpPr nvPr"),
    "p:oleChartEl": ("type!:@chart-sub-element lvl:count", ""),
    "p:oleObj": ("spid name showAsIcon:yes imgW:0.. imgH:0.. progId", "(embed|link) pic?"),
    "p:origin p:pos": ("x!:length y!:length", ""),
    "p:outlineViewPr": ("", "cViewPr sldLst? extLst?"),
    "p:ph": ("type:@placeholder orient:@direction sz:@placeholder-size idx:count hasCustomPrompt:yes", "extLst?"),
    "p:photoAlbum": ("bw:yes showCaptions:yes layout:@photo-album-layout frame:@photo-album-frame-shape", "extLst?"),
    "p:pic": ("", "nvPicPr blipFill spPr style? extLst?"),
    "p:presentation": (
        (
            "serverZoom:whole firstSlideNum:whole showSpecialPlsOnTitleSld:yes rtl:yes removePersonalInfoOnSave:yes "
            "compatMode:yes strictFirstAndLastChars:yes embedTrueTypeFonts:yes saveSubsetFonts:yes "
            "autoCompressPictures:yes bookmarkIdSeed:1..2147483647 conformance:@conformance-class"
        ),
        (
            "sldMasterIdLst? notesMasterIdLst? handoutMasterIdLst? sldIdLst? sldSz? notesSz smartTags? embeddedFontLst? "
            "custShowLst? photoAlbum? custDataLst? kinsoku? defaultTextStyle? modifyVerifier? extLst?"
        ),
    ),
    "p:presentationPr": ("", "htmlPubPr? webPr? prnPr? showPr? clrMru? extLst?"),
    "p:prnPr": (
        "prnWhat:@print-output clrMode:@print-color-mode hiddenSlides:yes scaleToFitPaper:yes frameSlides:yes",
        "extLst?",
    ),
    "p:progress": ("", "fltVal"),
    "p:push p:wipe": ("dir:@transition-slide-direction", ""),
    "p:rCtr": ("x!:whole% y!:whole%", ""),
    "p:restoredLeft p:restoredTop": ("sz!:0..100000% autoAdjust:yes", ""),
    "p:rgb": ("r!:-100000..100000% g!:-100000..100000% b!:-100000..100000%", ""),
    "p:rtn": ("val!:@trigger-runtime-node", ""),
    "p:scale": ("", "a:sx a:sy"),
    "p:seq": ("concurrent:yes prevAc:@previous-action nextAc:@next-action", "cTn prevCondLst? nextCondLst?"),
    "p:set": ("", "cBhvr to?"),
    "p:showPr": (
        "loop:yes showNarration:yes showAnimation:yes useTimings:yes",
        "(browse|kiosk|present)? (custShow|sldAll|sldRg)? penClr? extLst?",
    ),
    "/p:sld": ("showMasterSp:yes showMasterPhAnim:yes show:yes", "cSld clrMapOvr? transition? timing? extLst?"),
    "p:sldId": ("id!:256..2147483647", "extLst?"),
    "p:sldIdLst": ("", "sldId*"),
    "p:sldLayout": (
        "showMasterSp:yes showMasterPhAnim:yes matchingName type:@slide-layout preserve:yes userDrawn:yes",
        "cSld clrMapOvr? transition? timing? hf? extLst?",
    ),
    "p:sldLayoutId p:sldMasterId": ("id:2147483648..", "extLst?"),
    "p:sldLayoutIdLst": ("", "sldLayoutId*"),
    "p:sldLst": ("", "sld*"),
    "p:sldMaster": ("preserve:yes", "cSld clrMap sldLayoutIdLst? transition? timing? hf? txStyles? extLst?"),
    "p:sldMasterIdLst": ("", "sldMasterId*"),
    "p:sldSyncPr": ("serverSldId! serverSldModifiedTime! clientInsertedTime!", "extLst?"),
    "p:sldSz": ("cx!:914400..51206400 cy!:914400..51206400 type:@slide-size", ""),
    "p:snd p:sndTgt": ("name builtIn:yes", ""),
    "p:sndAc": ("", "(endSnd|stSnd)"),
    "p:sorterViewPr": ("showFormatting:yes", "cViewPr extLst?"),
    "p:sp": ("useBgFill:yes", "nvSpPr spPr style? txBody? extLst?"),
    "p:spPr": (
        "bwMode:@black-white-mode",
        "a:xfrm? (a:custGeom|a:prstGeom)? %fill? a:ln? %effect? a:scene3d? a:sp3d? a:extLst?",
    ),
    "p:spTgt": ("spid!", "(bg|graphicEl|oleChartEl|subSp|txEl)?"),
    "p:split": ("orient:@direction dir:@transition-in-out-direction", ""),
    "p:stSnd": ("loop:yes", "snd"),
    "p:strVal p:tmAbs": ("val!", ""),
    "p:strips": ("dir:@transition-corner-direction", ""),
    "p:style": ("", "a:lnRef a:fillRef a:effectRef a:fontRef"),
    "p:tag": ("name! val!", ""),
    "p:tagLst": ("", "tag*"),
    "p:tav": ("tm:time% fmla", "val?"),
    "p:tavLst": ("", "tav*"),
    "p:tgtEl": ("", "(inkTgt|sldTgt|sndTgt|spTgt)"),
    "p:timing": ("", "tnLst? bldLst? extLst?"),
    "p:tmPct": ("val!:0..%", ""),
    "p:tmpl": ("lvl:count", "tnLst"),
    "p:tmplLst": ("", "tmpl{0,9}"),
    "p:tn": ("val!:count", ""),
    "p:tnLst": ("", "par"),
    "p:to": ("x:whole% y:whole%", "(%colour|boolVal|clrVal|fltVal|intVal|strVal)?"),
    "p:transition": ("spd:@transition-speed advClick:yes advTm", "%transitions? sndAc? extLst?"),
    "p:txBody": ("", "a:bodyPr a:lstStyle? a:p+"),
    "p:txEl": ("", "(charRg|pRg)?"),
    "p:txStyles": ("", "titleStyle? bodyStyle? otherStyle? extLst?"),
    "p:val": ("", "(boolVal|clrVal|fltVal|intVal|strVal)"),
    "p:video": ("fullScrn:yes", "cMediaNode"),
    "p:viewPr": (
        "lastView:@view showComments:yes",
        ("normalViewPr? slideViewPr? outlineViewPr? notesTextViewPr? sorterViewPr? notesViewPr? gridSpacing? extLst?"),
    ),
    "p:webPr": (
        (
            "showAnimation:yes resizeGraphics:yes allowPng:yes relyOnVml:yes organizeInFolders:yes "
            "useLongFilenames:yes imgSz:@web-screen-size encoding clr:@web-color"
        ),
        "extLst?",
    ),
    "p:wheel": ("spokes:count", ""),
    "p:xfrm": ("rot:whole flipH:yes flipV:yes", "a:off? a:ext?"),
    "p:zoom": ("dir:@transition-in-out-direction", ""),
    "p159:morph": ("option:@morph-option", ""),
}
