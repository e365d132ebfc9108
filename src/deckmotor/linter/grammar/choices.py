"""Attributes that take one of a few words (the simple types of ECMA-376 part 1, annex A), by a name of ours."""

CHOICES: dict[str, str] = {
    "animate-behavior": "str num clr",
    "animate-behavior-calculate-mode": "discrete lin fmla",
    "animate-color-direction": "cw ccw",
    "animate-color-space": "rgb hsl",
    "animate-effect-transition": "in out none",
    "animate-motion-behavior-origin": "parent layout",
    "animate-motion-path-edit-mode": "relative fixed",
    "axis-position": "b l r t",
    "bar-direction": "bar col",
    "behavior-accumulate": "none always",
    "behavior-additive": "base sum repl mult none",
    "behavior-override": "normal childStyle",
    "behavior-transform": "pt img",
    "bevel-preset": "relaxedInset circle slope cross angle softRound convex coolSlant divot riblet hardEdge artDeco",
    "black-white-mode": "clr auto gray ltGray invGray grayWhite blackGray blackWhite black white hidden",
    "blend-mode": "over mult screen darken lighten",
    "blip-compression": "email screen print hqprint none",
    "boolean-style": "on off def",
    "built-in-unit": "hundreds thousands tenThousands hundredThousands millions tenMillions hundredMillions billions trillions",
    "chart-build-step": "category ptInCategory series ptInSeries allPts gridLegend",
    "chart-sub-element": "gridLegend series category ptInSeries ptInCategory",
    "color-scheme-index": "dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink",
    "command": "evt call verb",
    "compound-line": "sng dbl thickThin thinThick tri",
    "conformance-class": "strict transitional",
    "cross-between": "between midCat",
    "crosses": "autoZero max min",
    "crypt-algorithm": "typeAny invalid",
    "crypt-algorithm-class": "hash invalid",
    "crypt-provider": "rsaAES rsaFull invalid",
    "data-label-position": "bestFit b ctr inBase inEnd l outEnd r t",
    "diagram-algorithm": "composite conn cycle hierChild hierRoot pyra lin sp tx snake",
    "diagram-branch": "l r hang std init",
    "diagram-colours": "span cycle repeat",
    "diagram-comparison": "equ neq gt lt gte lte",
    "diagram-connection": "parOf presOf presParOf unknownRelationship",
    "diagram-constraint": (
        "none alignOff begMarg bendDist begPad b bMarg bOff ctrX ctrXOff ctrY ctrYOff connDist diam endMarg endPad h "
        "hArH hOff l lMarg lOff r rMarg rOff primFontSz pyraAcctRatio secFontSz sibSp secSibSp sp stemThick t tMarg "
        "tOff userA userB userC userD userE userF userG userH userI userJ userK userL userM userN userO userP userQ "
        "userR userS userT userU userV userW userX userY userZ w wArH wOff"
    ),
    "diagram-direction": "norm rev",
    "diagram-element": "all doc node norm nonNorm asst nonAsst parTrans pres sibTrans",
    "diagram-function": "cnt pos revPos posEven posOdd var depth maxDepth",
    "diagram-handles": "exact rel",
    "diagram-levels": "none lvl ctr",
    "diagram-one-by-one": "none one branch",
    "diagram-operator": "none equ gte lte",
    "diagram-order": "b t",
    "diagram-parameter": (
        "horzAlign vertAlign chDir chAlign secChAlign linDir secLinDir stElem bendPt connRout begSty endSty dim "
        "rotPath ctrShpMap nodeHorzAlign nodeVertAlign fallback txDir pyraAcctPos pyraAcctTxMar txBlDir txAnchorHorz "
        "txAnchorVert txAnchorHorzCh txAnchorVertCh parTxLTRAlign parTxRTLAlign shpTxLTRAlignCh shpTxRTLAlignCh "
        "autoTxRot grDir flowDir contDir bkpt off hierAlign bkPtFixedVal stBulletLvl stAng spanAng ar lnSpPar "
        "lnSpAfParP lnSpCh lnSpAfChP rtShortDist alignTx pyraLvlNode pyraAcctBkgdNode pyraAcctTxNode srcNode dstNode "
        "begPts endPts"
    ),
    "diagram-point": "node asst doc pres parTrans sibTrans",
    "diagram-whose": "self ch des",
    "diagram-build": (
        "whole depthByNode depthByBranch breadthByNode breadthByLvl cw cwIn cwOut ccw ccwIn ccwOut inByRing "
        "outByRing up down allAtOnce cust"
    ),
    "diagram-build-step": "sp bg",
    "direction": "horz vert",
    "display-blanks-as": "span gap zero",
    "effect-container": "sib tree",
    "error": "cust fixedVal percentage stdDev stdErr",
    "error-bar": "both minus plus",
    "error-bar-direction": "x y",
    "font-collection-index": "major minor none",
    "grouping": "percentStacked clustered standard stacked",
    "html-publish-web-browser-support": "v4 v3 v3v4",
    "iterate": "el wd lt",
    "label-alignment": "ctr l r",
    "layout-mode": "edge factor",
    "layout-target": "inner outer",
    "legend-position": "b tr l r t",
    "light-rig": (
        "legacyFlat1 legacyFlat2 legacyFlat3 legacyFlat4 legacyNormal1 legacyNormal2 legacyNormal3 "
        "legacyNormal4 legacyHarsh1 legacyHarsh2 legacyHarsh3 legacyHarsh4 threePt balanced soft harsh flood "
        "contrasting morning sunrise sunset chilly freezing flat twoPt glow brightRoom"
    ),
    "light-rig-direction": "tl t tr l r bl b br",
    "line-cap": "rnd sq flat",
    "line-end": "none triangle stealth diamond oval arrow",
    "line-end-length": "sm med lg",
    "line-end-width": "sm med lg",
    "marker-style": "auto circle dash diamond dot none picture plus square star triangle x",
    "maths-across": "left right center centerGroup",
    "maths-brackets": "centered match",
    "maths-column": "left center right",
    "maths-fraction": "bar skw lin noBar",
    "maths-limits": "undOvr subSup",
    "maths-script": "roman script fraktur double-struck sans-serif monospace",
    "maths-side": "top bot",
    "maths-style": "p b i bi",
    "maths-vertical": "top center bottom bot",
    "maths-yes": "true false on off 0 1",
    "morph-option": "byObject byWord byChar",
    "next-action": "none seek",
    "of-pie": "pie bar",
    "ole-chart-build": "allAtOnce series category seriesEl categoryEl",
    "ole-object-follow-color-scheme": "none full textAndBackground",
    "orientation": "maxMin minMax",
    "page-setup-orientation": "default portrait landscape",
    "paragraph-build": "allAtOnce p cust whole",
    "path-fill-mode": "none norm lighten lightenLess darken darkenLess",
    "path-shade": "shape circle rect",
    "pen-alignment": "ctr in",
    "photo-album-frame-shape": "frameStyle1 frameStyle2 frameStyle3 frameStyle4 frameStyle5 frameStyle6 frameStyle7",
    "photo-album-layout": "fitToSlide 1pic 2pic 4pic 1picTitle 2picTitle 4picTitle",
    "picture-format": "stretch stack stackScale",
    "placeholder": "title body ctrTitle subTitle dt sldNum ftr hdr obj chart tbl clipArt dgm media sldImg pic",
    "placeholder-size": "full half quarter",
    "preset-camera": (
        "legacyObliqueTopLeft legacyObliqueTop legacyObliqueTopRight legacyObliqueLeft legacyObliqueFront "
        "legacyObliqueRight legacyObliqueBottomLeft legacyObliqueBottom legacyObliqueBottomRight "
        "legacyPerspectiveTopLeft legacyPerspectiveTop legacyPerspectiveTopRight legacyPerspectiveLeft "
        "legacyPerspectiveFront legacyPerspectiveRight legacyPerspectiveBottomLeft legacyPerspectiveBottom "
        "legacyPerspectiveBottomRight orthographicFront isometricTopUp isometricTopDown isometricBottomUp "
        "isometricBottomDown isometricLeftUp isometricLeftDown isometricRightUp isometricRightDown "
        "isometricOffAxis1Left isometricOffAxis1Right isometricOffAxis1Top isometricOffAxis2Left "
        "isometricOffAxis2Right isometricOffAxis2Top isometricOffAxis3Left isometricOffAxis3Right "
        "isometricOffAxis3Bottom isometricOffAxis4Left isometricOffAxis4Right isometricOffAxis4Bottom "
        "obliqueTopLeft obliqueTop obliqueTopRight obliqueLeft obliqueRight obliqueBottomLeft obliqueBottom "
        "obliqueBottomRight perspectiveFront perspectiveLeft perspectiveRight perspectiveAbove perspectiveBelow "
        "perspectiveAboveLeftFacing perspectiveAboveRightFacing perspectiveContrastingLeftFacing "
        "perspectiveContrastingRightFacing perspectiveHeroicLeftFacing perspectiveHeroicRightFacing "
        "perspectiveHeroicExtremeLeftFacing perspectiveHeroicExtremeRightFacing perspectiveRelaxed "
        "perspectiveRelaxedModerately"
    ),
    "preset-color": (
        "aliceBlue antiqueWhite aqua aquamarine azure beige bisque black blanchedAlmond blue blueViolet brown "
        "burlyWood cadetBlue chartreuse chocolate coral cornflowerBlue cornsilk crimson cyan dkBlue dkCyan "
        "dkGoldenrod dkGray dkGreen dkKhaki dkMagenta dkOliveGreen dkOrange dkOrchid dkRed dkSalmon dkSeaGreen "
        "dkSlateBlue dkSlateGray dkTurquoise dkViolet deepPink deepSkyBlue dimGray dodgerBlue firebrick "
        "floralWhite forestGreen fuchsia gainsboro ghostWhite gold goldenrod gray green greenYellow honeydew "
        "hotPink indianRed indigo ivory khaki lavender lavenderBlush lawnGreen lemonChiffon ltBlue ltCoral "
        "ltCyan ltGoldenrodYellow ltGray ltGreen ltPink ltSalmon ltSeaGreen ltSkyBlue ltSlateGray ltSteelBlue "
        "ltYellow lime limeGreen linen magenta maroon medAquamarine medBlue medOrchid medPurple medSeaGreen "
        "medSlateBlue medSpringGreen medTurquoise medVioletRed midnightBlue mintCream mistyRose moccasin "
        "navajoWhite navy oldLace olive oliveDrab orange orangeRed orchid paleGoldenrod paleGreen paleTurquoise "
        "paleVioletRed papayaWhip peachPuff peru pink plum powderBlue purple red rosyBrown royalBlue "
        "saddleBrown salmon sandyBrown seaGreen seaShell sienna silver skyBlue slateBlue slateGray snow "
        "springGreen steelBlue tan teal thistle tomato turquoise violet wheat white whiteSmoke yellow "
        "yellowGreen darkBlue darkCyan darkGoldenrod darkGray darkGrey darkGreen darkKhaki darkMagenta "
        "darkOliveGreen darkOrange darkOrchid darkRed darkSalmon darkSeaGreen darkSlateBlue darkSlateGray "
        "darkSlateGrey darkTurquoise darkViolet lightBlue lightCoral lightCyan lightGoldenrodYellow lightGray "
        "lightGrey lightGreen lightPink lightSalmon lightSeaGreen lightSkyBlue lightSlateGray lightSlateGrey "
        "lightSteelBlue lightYellow mediumAquamarine mediumBlue mediumOrchid mediumPurple mediumSeaGreen "
        "mediumSlateBlue mediumSpringGreen mediumTurquoise mediumVioletRed dkGrey dimGrey dkSlateGrey grey "
        "ltGrey ltSlateGrey slateGrey"
    ),
    "preset-line-dash": "solid dot dash lgDash dashDot lgDashDot lgDashDotDot sysDash sysDot sysDashDot sysDashDotDot",
    "preset-material-type": (
        "legacyMatte legacyPlastic legacyMetal legacyWireframe matte plastic metal warmMatte translucentPowder "
        "powder dkEdge softEdge clear flat softmetal"
    ),
    "preset-pattern": (
        "pct5 pct10 pct20 pct25 pct30 pct40 pct50 pct60 pct70 pct75 pct80 pct90 horz vert ltHorz ltVert dkHorz "
        "dkVert narHorz narVert dashHorz dashVert cross dnDiag upDiag ltDnDiag ltUpDiag dkDnDiag dkUpDiag "
        "wdDnDiag wdUpDiag dashDnDiag dashUpDiag diagCross smCheck lgCheck smGrid lgGrid dotGrid smConfetti "
        "lgConfetti horzBrick diagBrick solidDmnd openDmnd dotDmnd plaid sphere weave divot shingle wave "
        "trellis zigZag"
    ),
    "preset-shadow": (
        "shdw1 shdw2 shdw3 shdw4 shdw5 shdw6 shdw7 shdw8 shdw9 shdw10 shdw11 shdw12 shdw13 shdw14 shdw15 shdw16 "
        "shdw17 shdw18 shdw19 shdw20"
    ),
    "previous-action": "none skipTimed",
    "print-color-mode": "bw gray clr",
    "print-output": "slides handouts1 handouts2 handouts3 handouts4 handouts6 handouts9 notes outline",
    "radar-style": "standard marker filled",
    "rectangle-alignment": "tl t tr l ctr r bl b br",
    "scatter-style": "line lineMarker marker smooth smoothMarker",
    "scheme-color": "bg1 tx1 bg2 tx2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink phClr dk1 lt1 dk2 lt2",
    "shape": "cone coneToMax box cylinder pyramid pyramidToMax",
    "shape-type": (
        "line lineInv triangle rtTriangle rect diamond parallelogram trapezoid nonIsoscelesTrapezoid pentagon "
        "hexagon heptagon octagon decagon dodecagon star4 star5 star6 star7 star8 star10 star12 star16 star24 "
        "star32 roundRect round1Rect round2SameRect round2DiagRect snipRoundRect snip1Rect snip2SameRect "
        "snip2DiagRect plaque ellipse teardrop homePlate chevron pieWedge pie blockArc donut noSmoking "
        "rightArrow leftArrow upArrow downArrow stripedRightArrow notchedRightArrow bentUpArrow leftRightArrow "
        "upDownArrow leftUpArrow leftRightUpArrow quadArrow leftArrowCallout rightArrowCallout upArrowCallout "
        "downArrowCallout leftRightArrowCallout upDownArrowCallout quadArrowCallout bentArrow uturnArrow "
        "circularArrow leftCircularArrow leftRightCircularArrow curvedRightArrow curvedLeftArrow curvedUpArrow "
        "curvedDownArrow swooshArrow cube can lightningBolt heart sun moon smileyFace irregularSeal1 "
        "irregularSeal2 foldedCorner bevel frame halfFrame corner diagStripe chord arc leftBracket rightBracket "
        "leftBrace rightBrace bracketPair bracePair straightConnector1 bentConnector2 bentConnector3 "
        "bentConnector4 bentConnector5 curvedConnector2 curvedConnector3 curvedConnector4 curvedConnector5 "
        "callout1 callout2 callout3 accentCallout1 accentCallout2 accentCallout3 borderCallout1 borderCallout2 "
        "borderCallout3 accentBorderCallout1 accentBorderCallout2 accentBorderCallout3 wedgeRectCallout "
        "wedgeRoundRectCallout wedgeEllipseCallout cloudCallout cloud ribbon ribbon2 ellipseRibbon "
        "ellipseRibbon2 leftRightRibbon verticalScroll horizontalScroll wave doubleWave plus flowChartProcess "
        "flowChartDecision flowChartInputOutput flowChartPredefinedProcess flowChartInternalStorage "
        "flowChartDocument flowChartMultidocument flowChartTerminator flowChartPreparation flowChartManualInput "
        "flowChartManualOperation flowChartConnector flowChartPunchedCard flowChartPunchedTape "
        "flowChartSummingJunction flowChartOr flowChartCollate flowChartSort flowChartExtract flowChartMerge "
        "flowChartOfflineStorage flowChartOnlineStorage flowChartMagneticTape flowChartMagneticDisk "
        "flowChartMagneticDrum flowChartDisplay flowChartDelay flowChartAlternateProcess "
        "flowChartOffpageConnector actionButtonBlank actionButtonHome actionButtonHelp actionButtonInformation "
        "actionButtonForwardNext actionButtonBackPrevious actionButtonEnd actionButtonBeginning "
        "actionButtonReturn actionButtonDocument actionButtonSound actionButtonMovie gear6 gear9 funnel "
        "mathPlus mathMinus mathMultiply mathDivide mathEqual mathNotEqual cornerTabs squareTabs plaqueTabs "
        "chartX chartStar chartPlus"
    ),
    "size-represents": "area w",
    "slide-layout": (
        "title tx twoColTx tbl txAndChart chartAndTx dgm chart txAndClipArt clipArtAndTx titleOnly blank "
        "txAndObj objAndTx objOnly obj txAndMedia mediaAndTx objOverTx txOverObj txAndTwoObj twoObjAndTx "
        "twoObjOverTx fourObj vertTx clipArtAndVertTx vertTitleAndTx vertTitleAndTxOverChart twoObj "
        "objAndTwoObj twoObjAndObj cust secHead twoTxTwoObj objTx picTx"
    ),
    "slide-size": (
        "screen4x3 letter A4 35mm overhead banner custom ledger A3 B4ISO B5ISO B4JIS B5JIS hagakiCard screen16x9 screen16x10"
    ),
    "split": "cust percent pos val",
    "splitter-bar-state": "minimized restored maximized",
    "system-color": (
        "scrollBar background activeCaption inactiveCaption menu window windowFrame menuText windowText "
        "captionText activeBorder inactiveBorder appWorkspace highlight highlightText btnFace btnShadow "
        "grayText btnText inactiveCaptionText btnHighlight 3dDkShadow 3dLight infoText infoBk hotLight "
        "gradientActiveCaption gradientInactiveCaption menuHighlight menuBar"
    ),
    "target-mode": "External Internal",
    "text-alignment-type": "l ctr r just justLow dist thaiDist",
    "text-anchoring-type": "t ctr b",
    "text-auto-number-scheme": (
        "alphaLcParenBoth alphaUcParenBoth alphaLcParenR alphaUcParenR alphaLcPeriod alphaUcPeriod "
        "arabicParenBoth arabicParenR arabicPeriod arabicPlain romanLcParenBoth romanUcParenBoth romanLcParenR "
        "romanUcParenR romanLcPeriod romanUcPeriod circleNumDbPlain circleNumWdBlackPlain circleNumWdWhitePlain "
        "arabicDbPeriod arabicDbPlain ea1ChsPeriod ea1ChsPlain ea1ChtPeriod ea1ChtPlain ea1JpnChsDbPeriod "
        "ea1JpnKorPlain ea1JpnKorPeriod arabic1Minus arabic2Minus hebrew2Minus thaiAlphaPeriod thaiAlphaParenR "
        "thaiAlphaParenBoth thaiNumPeriod thaiNumParenR thaiNumParenBoth hindiAlphaPeriod hindiNumPeriod "
        "hindiNumParenR hindiAlpha1Period"
    ),
    "text-caps": "none small all",
    "text-font-alignment": "auto t ctr base b",
    "text-horizontal-overflow": "overflow clip",
    "text-shape": (
        "textNoShape textPlain textStop textTriangle textTriangleInverted textChevron textChevronInverted "
        "textRingInside textRingOutside textArchUp textArchDown textCircle textButton textArchUpPour "
        "textArchDownPour textCirclePour textButtonPour textCurveUp textCurveDown textCanUp textCanDown "
        "textWave1 textWave2 textDoubleWave1 textWave4 textInflate textDeflate textInflateBottom "
        "textDeflateBottom textInflateTop textDeflateTop textDeflateInflate textDeflateInflateDeflate "
        "textFadeRight textFadeLeft textFadeUp textFadeDown textSlantUp textSlantDown textCascadeUp "
        "textCascadeDown"
    ),
    "text-strike": "noStrike sngStrike dblStrike",
    "text-tab-alignment": "l ctr r dec",
    "text-underline": (
        "none words sng dbl heavy dotted dottedHeavy dash dashHeavy dashLong dashLongHeavy dotDash dotDashHeavy "
        "dotDotDash dotDotDashHeavy wavy wavyHeavy wavyDbl"
    ),
    "text-vertical": "horz vert vert270 wordArtVert eaVert mongolianVert wordArtVertRtl",
    "text-vertical-overflow": "overflow ellipsis clip",
    "text-wrapping": "none square",
    "tick-label-position": "high low nextTo none",
    "tick-mark": "cross in none out",
    "tile-flip": "none x y xy",
    "time-node": "clickEffect withEffect afterEffect mainSeq interactiveSeq clickPar withGroup afterGroup tmRoot",
    "time-node-fill": "remove freeze hold transition",
    "time-node-master-relation": "sameClick nextClick",
    "time-node-preset-class": "entr exit emph path verb mediacall",
    "time-node-restart": "always whenNotActive never",
    "time-node-sync": "none canSlip locked",
    "time-unit": "days months years",
    "transition-corner-direction": "lu ru ld rd",
    "transition-in-out-direction": "out in",
    "transition-slide-direction": "l u r d",
    "transition-speed": "slow med fast",
    "trendline": "exp linear log movingAvg poly power",
    "trigger-event": (
        "none onBegin onEnd begin end onClick onDblClick onMouseOver onMouseOut onNext onPrev onStopAudio onMediaBookmark"
    ),
    "trigger-runtime-node": "first last all",
    "view": "sldView sldMasterView notesView handoutView notesMasterView outlineView sldSorterView sldThumbnailView",
    "web-color": "none browser presentationText presentationAccent whiteTextOnBlack blackTextOnWhite",
    "web-screen-size": "544x376 640x480 720x512 800x600 1024x768 1152x882 1152x900 1280x1024 1600x1200 1800x1400 1920x1200",
}
