"""The theme part: twelve colours, two fonts, three steps of fills, lines and effects (ECMA-376 part 1, 14.2.7)."""

from deckmotor.ooxml.names import DRAWING, TYPE_THEME
from deckmotor.ooxml.package import HARD, Part, make_part
from deckmotor.ooxml.xml import attribute, document
from deckmotor.theme.theme import SCHEME_COLORS

# Flat on purpose: what people draw in PowerPoint then has neither gradients nor shadows. All four lists need three entries.
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_FORMATS = (
    f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>"
    + "".join(
        f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">{_FILL}<a:prstDash val="solid"/><a:miter lim="800000"/></a:ln>'
        for width in (6350, 12700, 19050)
    )
    + f"</a:lnStyleLst><a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst>"
)


def theme_part(name: str, label: str, scheme: dict[str, str], fonts: tuple[str, str]) -> Part:
    """The part `name`. `scheme` holds six hexadecimal digits for each of `SCHEME_COLORS`; `fonts` are heading and body."""
    title = attribute(label)
    colours = "".join(f'<a:{key}><a:srgbClr val="{scheme[key].upper()}"/></a:{key}>' for key in SCHEME_COLORS)
    heading, body = (f'<a:latin typeface="{attribute(font)}"/><a:ea typeface=""/><a:cs typeface=""/>' for font in fonts)
    root = (
        f'<a:theme xmlns:a="{DRAWING}" name="{title}"><a:themeElements><a:clrScheme name="{title}">{colours}</a:clrScheme>'
        f'<a:fontScheme name="{title}"><a:majorFont>{heading}</a:majorFont><a:minorFont>{body}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="{title}">{_FORMATS}</a:fmtScheme></a:themeElements>'
        "<a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )
    return make_part(name, TYPE_THEME, document(root), level=HARD)
