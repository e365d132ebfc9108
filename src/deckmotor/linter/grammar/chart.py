"""Elements of charts (`c:`): their attributes and children, from the schemas of ECMA-376 part 1, annex A.

The notation is explained in `deckmotor.linter.grammar.read`. Taken from the schema data of Microsoft's Open XML SDK
(MIT licence). A series is written differently in each kind of chart, so `c:ser` stands under its parent's name.
"""

CHART: dict[str, tuple[str, str]] = {
    (
        "c:applyToEnd c:applyToFront c:applyToSides c:auto c:autoTitleDeleted c:autoUpdate c:bubble3D c:chartObject "
        "c:data c:date1904 c:delete c:dispEq c:dispRSqr c:formatting c:invertIfNegative c:noEndCap c:noMultiLvlLbl "
        "c:overlay c:plotVisOnly c:rAngAx c:roundedCorners c:selection c:showBubbleSize c:showCatName "
        "c:showDLblsOverMax c:showHorzBorder c:showKeys c:showLeaderLines c:showLegendKey c:showNegBubbles "
        "c:showOutline c:showPercent c:showSerName c:showVal c:showVertBorder c:smooth c:userInterface c:varyColors "
        "c:wireframe"
    ): (
        "val:yes",
        "",
    ),
    "c:area3DChart": ("", "grouping? varyColors? ser* dLbls? dropLines? gapDepth? axId{2,3} extLst?"),
    "c:areaChart": ("", "grouping? varyColors? ser* dLbls? dropLines? axId{2,2} extLst?"),
    "c:areaChart/c:ser c:area3DChart/c:ser": (
        "",
        "idx order tx? spPr? pictureOptions? dPt* dLbls? trendline* errBars{0,2} cat? val? extLst?",
    ),
    "c:axId c:crossAx": ("val!:-2147483648..4294967295", ""),
    "c:explosion c:fmtId c:idx c:ptCount c:secondPiePt": ("val!:count", ""),
    "c:axPos": ("val!:@axis-position", ""),
    "c:backWall c:floor c:sideWall": ("", "thickness? spPr? pictureOptions? extLst?"),
    (
        "c:backward c:crossesAt c:custUnit c:forward c:h c:intercept c:logBase c:majorUnit c:max c:min c:minorUnit "
        "c:pictureStackUnit c:splitPos c:w c:x c:y"
    ): (
        "val!:decimal",
        "",
    ),
    "c:bandFmt": ("", "idx spPr?"),
    "c:bandFmts": ("", "bandFmt*"),
    "c:bar3DChart": ("", "barDir grouping? varyColors? ser* dLbls? gapWidth? gapDepth? shape? axId{2,3} extLst?"),
    "c:barChart": ("", "barDir grouping? varyColors? ser* dLbls? gapWidth? overlap? serLines* axId{2,2} extLst?"),
    "c:barChart/c:ser c:bar3DChart/c:ser": (
        "",
        ("idx order tx? spPr? invertIfNegative? pictureOptions? dPt* dLbls? trendline* errBars? cat? val? shape? extLst?"),
    ),
    "c:barDir": ("val:@bar-direction", ""),
    "c:baseTimeUnit c:majorTimeUnit c:minorTimeUnit": ("val:@time-unit", ""),
    "c:bubbleChart": ("", "varyColors? ser* dLbls? bubble3D? bubbleScale? showNegBubbles? sizeRepresents? axId{2,2} extLst?"),
    "c:bubbleChart/c:ser": (
        "",
        (
            "idx order tx? spPr? pictureOptions? invertIfNegative? dPt* dLbls? trendline* errBars{0,2} xVal? yVal? "
            "bubbleSize? bubble3D? extLst?"
        ),
    ),
    "c:bubbleScale": ("val:0..300%", ""),
    "c:bubbleSize c:minus c:plus c:yVal": ("", "(numLit|numRef)"),
    "c:builtInUnit": ("val:@built-in-unit", ""),
    "c:cat c:xVal": ("", "(multiLvlStrRef|numLit|numRef|strLit|strRef)"),
    "c:catAx": (
        "",
        (
            "axId scaling delete? axPos majorGridlines? minorGridlines? title? numFmt? majorTickMark? "
            "minorTickMark? tickLblPos? spPr? txPr? crossAx (crosses|crossesAt)? auto? lblAlgn? lblOffset? "
            "tickLblSkip? tickMarkSkip? noMultiLvlLbl? extLst?"
        ),
    ),
    "c:chart": (
        "",
        (
            "title? autoTitleDeleted? pivotFmts? view3D? floor? sideWall? backWall? plotArea? legend? plotVisOnly? "
            "dispBlanksAs? (showDLblsOverMax|extLst){0,2}"
        ),
    ),
    "c:chartSpace": (
        "version featureList fallbackImg",
        (
            "date1904? lang? roundedCorners? style? clrMapOvr? pivotSource? protection? chart spPr? txPr? "
            "externalData? printSettings? userShapes? extLst?"
        ),
    ),
    "c:clrMapOvr": ("%colour-map", "a:extLst?"),
    "c:crossBetween": ("val!:@cross-between", ""),
    "c:crosses": ("val!:@crosses", ""),
    "c:custSplit": ("", "secondPiePt*"),
    "c:dLbl": (
        "",
        (
            "idx delete? layout? tx? numFmt? spPr? txPr? dLblPos? showLegendKey? showVal? showCatName? showSerName? "
            "showPercent? showBubbleSize? separator? extLst?"
        ),
    ),
    "c:dLblPos": ("val!:@data-label-position", ""),
    "c:dLbls": (
        "",
        (
            "dLbl* delete? numFmt? spPr? txPr? dLblPos? showLegendKey? showVal? showCatName? showSerName? "
            "showPercent? showBubbleSize? separator? showLeaderLines? leaderLines? extLst?"
        ),
    ),
    "c:dPt": ("", "idx invertIfNegative? marker? bubble3D? explosion? spPr? pictureOptions? extLst?"),
    "c:dTable": ("", "showHorzBorder? showVertBorder? showOutline? showKeys? spPr? txPr? extLst?"),
    "c:dateAx": (
        "",
        (
            "axId scaling delete? axPos majorGridlines? minorGridlines? title? numFmt? majorTickMark? "
            "minorTickMark? tickLblPos? spPr? txPr? crossAx (crosses|crossesAt)? auto? lblOffset? baseTimeUnit? "
            "majorUnit? majorTimeUnit? minorUnit? minorTimeUnit? extLst?"
        ),
    ),
    "c:depthPercent": ("val:20..2000%", ""),
    "c:dispBlanksAs": ("val:@display-blanks-as", ""),
    "c:dispUnits": ("", "(builtInUnit|custUnit) dispUnitsLbl? extLst?"),
    "c:dispUnitsLbl": ("", "layout? tx? spPr? txPr?"),
    "c:doughnutChart": ("", "varyColors? ser* dLbls? firstSliceAng? holeSize? extLst?"),
    "c:downBars c:dropLines c:hiLowLines c:leaderLines c:majorGridlines c:minorGridlines c:serLines c:upBars": ("", "spPr?"),
    "c:errBarType": ("val:@error-bar", ""),
    "c:errBars": ("", "errDir? errBarType errValType noEndCap? plus? minus? val? spPr? extLst?"),
    "c:errDir": ("val!:@error-bar-direction", ""),
    "c:errValType": ("val:@error", ""),
    (
        "c:evenFooter c:evenHeader c:f c:firstFooter c:firstHeader c:formatCode c:legacyDrawingHF c:name c:oddFooter "
        "c:oddHeader c:separator c:v"
    ): (
        "",
        "",
    ),
    "c:ext": ("uri!", "*"),
    "c:extLst": ("", "ext*"),
    "c:externalData": ("", "autoUpdate?"),
    "c:firstSliceAng c:rotY": ("val:0..360", ""),
    "c:gapDepth c:gapWidth": ("val:0..500%", ""),
    "c:grouping": ("val:@grouping", ""),
    "c:hMode c:wMode c:xMode c:yMode": ("val:@layout-mode", ""),
    "c:hPercent": ("val:5..500%", ""),
    "c:headerFooter": (
        "alignWithMargins:yes differentOddEven:yes differentFirst:yes",
        "oddHeader? oddFooter? evenHeader? evenFooter? firstHeader? firstFooter?",
    ),
    "c:holeSize": ("val:1..90%", ""),
    "c:lang c:order": ("val!", ""),
    "c:layout": ("", "manualLayout? extLst?"),
    "c:layoutTarget": ("val:@layout-target", ""),
    "c:lblAlgn": ("val!:@label-alignment", ""),
    "c:lblOffset": ("val:0..1000%", ""),
    "c:legend": ("", "legendPos? legendEntry* layout? overlay? spPr? txPr? extLst?"),
    "c:legendEntry": ("", "idx (delete|txPr)? extLst?"),
    "c:legendPos": ("val:@legend-position", ""),
    "c:line3DChart": ("", "grouping varyColors? ser* dLbls? dropLines? gapDepth? axId{3,3} extLst?"),
    "c:lineChart": (
        "",
        "grouping varyColors? ser* dLbls? dropLines? hiLowLines? upDownBars? marker? smooth? axId{2,2} extLst?",
    ),
    "c:lineChart/c:ser c:line3DChart/c:ser c:stockChart/c:ser": (
        "",
        "idx order tx? spPr? marker? pictureOptions? dPt* dLbls? trendline* errBars? cat? val? smooth? extLst?",
    ),
    "c:lvl": ("", "pt*"),
    "c:majorTickMark c:minorTickMark": ("val:@tick-mark", ""),
    "c:manualLayout": ("", "layoutTarget? xMode? yMode? wMode? hMode? x? y? w? h? extLst?"),
    "c:marker": ("val:yes", "symbol? size? spPr? extLst?"),
    "c:multiLvlStrCache": ("", "ptCount? lvl* extLst?"),
    "c:multiLvlStrRef": ("", "f multiLvlStrCache? extLst?"),
    "c:numCache c:numLit": ("", "formatCode? ptCount? pt* extLst?"),
    "c:numFmt": ("formatCode! sourceLinked:yes", ""),
    "c:numRef": ("", "f numCache? extLst?"),
    "c:ofPieChart": (
        "",
        ("ofPieType varyColors? ser* dLbls? gapWidth? splitType? splitPos? custSplit? secondPieSize? serLines* extLst?"),
    ),
    "c:ofPieType": ("val:@of-pie", ""),
    "c:orientation": ("val:@orientation", ""),
    "c:overlap": ("val:-100..100%", ""),
    "c:pageMargins": ("l!:decimal r!:decimal t!:decimal b!:decimal header!:decimal footer!:decimal", ""),
    "c:pageSetup": (
        (
            "paperSize:count firstPageNumber:whole orientation:@page-setup-orientation blackAndWhite:yes draft:yes "
            "useFirstPageNumber:yes horizontalDpi:whole verticalDpi:whole copies:count"
        ),
        "",
    ),
    "c:period": ("val!:2..", ""),
    "c:perspective": ("val:0..240", ""),
    "c:pictureFormat": ("val!:@picture-format", ""),
    "c:pictureOptions": ("", "applyToFront? applyToSides? applyToEnd? pictureFormat? pictureStackUnit?"),
    "c:pie3DChart": ("", "varyColors? ser* dLbls? extLst?"),
    "c:pieChart": ("", "varyColors? ser* dLbls? firstSliceAng? extLst?"),
    "c:pieChart/c:ser c:pie3DChart/c:ser c:doughnutChart/c:ser c:ofPieChart/c:ser": (
        "",
        "idx order tx? spPr? pictureOptions? explosion? dPt* dLbls? cat? val? extLst?",
    ),
    "c:pivotFmt": ("", "idx spPr? marker? dLbl? extLst?"),
    "c:pivotFmts": ("", "pivotFmt*"),
    "c:pivotSource": ("", "name fmtId extLst?"),
    "c:plotArea": ("", "layout? %plots+ (catAx|dateAx|serAx|valAx){0,4} dTable? spPr? extLst?"),
    "c:printSettings": ("", "headerFooter? pageMargins? pageSetup? legacyDrawingHF?"),
    "c:protection": ("", "chartObject? data? formatting? selection? userInterface?"),
    "c:pt": ("idx!:count formatCode", "v"),
    "c:radarChart": ("", "radarStyle varyColors? ser* dLbls? axId{2,2} extLst?"),
    # `smooth` is beyond the schema: python-pptx writes it, as PowerPoint's own radars have it.
    "c:radarChart/c:ser": ("", "idx order tx? spPr? pictureOptions? marker? dPt* dLbls? cat? val? smooth? extLst?"),
    "c:radarStyle": ("val:@radar-style", ""),
    "c:rich c:txPr": ("", "a:bodyPr a:lstStyle? a:p+"),
    "c:rotX": ("val:-90..90", ""),
    "c:scaling": ("", "logBase? orientation? max? min? extLst?"),
    "c:scatterChart": ("", "scatterStyle varyColors? ser* dLbls? axId{2,2} extLst?"),
    "c:scatterChart/c:ser": (
        "",
        "idx order tx? spPr? marker? dPt* dLbls? trendline* errBars{0,2} xVal? yVal? smooth? extLst?",
    ),
    "c:scatterStyle": ("val:@scatter-style", ""),
    "c:secondPieSize": ("val:5..200%", ""),
    "c:serAx": (
        "",
        (
            "axId scaling delete? axPos majorGridlines? minorGridlines? title? numFmt? majorTickMark? "
            "minorTickMark? tickLblPos? spPr? txPr? crossAx (crosses|crossesAt)? tickLblSkip? tickMarkSkip? extLst?"
        ),
    ),
    "c:shape": ("val:@shape", ""),
    "c:size": ("val:2..72", ""),
    "c:sizeRepresents": ("val:@size-represents", ""),
    "c:spPr": (
        "bwMode:@black-white-mode",
        "a:xfrm? (a:custGeom|a:prstGeom)? %fill? a:ln? %effect? a:scene3d? a:sp3d? a:extLst?",
    ),
    "c:splitType": ("val:@split", ""),
    "c:stockChart": ("", "ser{3,4} dLbls? dropLines? hiLowLines? upDownBars? axId{2,2} extLst?"),
    "c:strCache c:strLit": ("", "ptCount? pt* extLst?"),
    "c:strRef": ("", "f strCache? extLst?"),
    "c:style": ("val:1..48", ""),
    "c:surface3DChart": ("", "wireframe? varyColors? ser* bandFmts? axId{3,3} extLst?"),
    "c:surfaceChart": ("", "wireframe? ser* bandFmts? axId{2,3} extLst?"),
    "c:surfaceChart/c:ser c:surface3DChart/c:ser": ("", "idx order tx? spPr? pictureOptions? cat? val? bubble3D? extLst?"),
    "c:symbol": ("val!:@marker-style", ""),
    "c:thickness": ("val:0..100%", ""),
    "c:tickLblPos": ("val:@tick-label-position", ""),
    "c:tickLblSkip c:tickMarkSkip": ("val!:1..", ""),
    "c:title": ("", "tx? layout? overlay? spPr? txPr? extLst?"),
    "c:trendline": (
        "",
        ("name? spPr? trendlineType order? period? forward? backward? intercept? dispRSqr? dispEq? trendlineLbl? extLst?"),
    ),
    "c:trendlineLbl": ("", "layout? tx? numFmt? spPr? txPr? extLst?"),
    "c:trendlineType": ("val:@trendline", ""),
    "c:tx": ("", "(rich|strLit|strRef|v)"),
    "c:upDownBars": ("", "gapWidth? upBars? downBars? extLst?"),
    "c:val": ("val:decimal", "(numLit|numRef)?"),
    "c:userShapes": ("", "*"),
    "c:valAx": (
        "",
        (
            "axId scaling delete? axPos majorGridlines? minorGridlines? title? numFmt? majorTickMark? "
            "minorTickMark? tickLblPos? spPr? txPr? crossAx (crosses|crossesAt)? crossBetween? majorUnit? "
            "minorUnit? dispUnits? extLst?"
        ),
    ),
    "c:view3D": ("", "rotX? hPercent? rotY? depthPercent? rAngAx? perspective? extLst?"),
}
