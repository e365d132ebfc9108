"""Elements that later versions of PowerPoint put into `p:ext`, `a:ext` and `c:ext`: marks, guides, media, hidden looks.

From MS-PPTX, §2.2 and §2.6 to 2.7, and MS-ODRAWXML, §2.3 to 2.24, after the schema data of Microsoft's Open XML SDK (MIT
licence). The notation is explained in `deckmotor.linter.grammar.read`. What stands in an extension and is not here is its
owner's business.
"""

EXTENSIONS: dict[str, tuple[str, str]] = {
    "a14:hiddenEffects": ("", "%effect?"),
    "a14:hiddenFill": ("", "*"),
    "a14:imgEffect": ("visible:yes", "*"),
    "a14:imgLayer": ("", "imgEffect*"),
    "a14:imgProps": ("", "imgLayer"),
    "a14:shadowObscured a14:useLocalDpi adec:decorative": ("val:yes", ""),
    "a16:colId a16:rowId": ("val!:count", ""),
    "a16:creationId": ("id:guid", ""),
    "asvg:svgBlip": ("", ""),
    "c16:uniqueId": ("val!:guid", ""),
    "p14:bmk": ("name time", ""),
    "p14:bmkLst": ("", "bmk*"),
    "p14:browseMode": ("showStatus:yes", ""),
    "p14:creationId p14:defaultImageDpi p14:modId": ("val!:count", ""),
    "p14:discardImageEditData p14:showMediaCtrls": ("val!:yes", ""),
    "p14:fade": ("in out", ""),
    "p14:laserClr p15:clr": ("", "%colour"),
    "p14:media": ("", "trim? fade? bmkLst? extLst?"),
    "p14:section": ("name! id!:guid", "sldIdLst? extLst?"),
    "p14:sectionLst": ("", "section*"),
    "p14:sldId": ("id!:count", "extLst?"),
    "p14:sldIdLst": ("", "sldId*"),
    "p14:trim": ("st end", ""),
    "p14:extLst p15:extLst": ("", "p:ext*"),
    "p15:chartTrackingRefBased": ("val!:yes", ""),
    "p15:guide": ("id!:count name orient:@direction pos:whole userDrawn:yes", "clr? extLst?"),
    "p15:notesGuideLst p15:sldGuideLst": ("", "guide* extLst?"),
    "p15:presenceInfo": ("userId! providerId!", ""),
    "thm15:themeFamily": ("name! id! vid!", "extLst?"),
    "thm15:extLst": ("", "a:ext*"),
}
