"""DrawingML for text: characters, paragraphs, list levels and text bodies (ECMA-376 part 1, 21.1.2).

Everything is written as a difference from a base, the style that the text inherits: what the layout holds never stands on the
slide a second time. Without a base everything is written.
"""

from collections.abc import Sequence

from deckmotor.color import Color
from deckmotor.ooxml.drawing import color, fill, same_color
from deckmotor.ooxml.languages import NO_LANGUAGE, office_language
from deckmotor.ooxml.xml import attribute, escape
from deckmotor.style import Anchor, Bullet, Insets, ParagraphStyle, TextStyle
from deckmotor.units import points, to_centipoints

LEVELS = 9
"""List levels that a text body can have (`lvl1pPr` to `lvl9pPr`, 21.1.2.4)."""

PLAIN = ParagraphStyle(text=TextStyle(family="", font_role="body", size=points(18), color=Color("000000", "tx1")))
"""What text inherits that stands in no placeholder: our `defaultTextStyle` (19.2.1.8) and `otherStyle` are made from it."""

_ALIGNS = {"left": "l", "center": "ctr", "right": "r"}
_ANCHORS = {"top": "t", "middle": "ctr", "bottom": "b"}
# PowerPoint kerns only where `kern` says from which size on; the widths we measured are kerned ones.
_KERNING = ' kern="1200"'
# Arial has every mark that a theme may choose and is on every machine; most other families lack some.
_BULLET_FONT = '<a:buFont typeface="Arial" panose="020B0604020202020204" pitchFamily="34" charset="0"/>'
_NUMBER_FONT = '<a:buFont typeface="+mj-lt"/>'


EMOJI_FONT = "Segoe UI Emoji"
"""The font of coloured pictures on Windows; other systems take their own in its place. Its widest are 1.37 em."""


def run_properties(tag: str, style: TextStyle, base: TextStyle | None, language: str | None = None, *, link: str = "") -> str:
    """`a:rPr`, `a:endParaRPr` or `a:defRPr` (21.1.2.3.9): what differs from `base`. `link` is an `a:hlinkClick` element."""
    written = "" if language is None else f' lang="{office_language(language)}"'
    if language == NO_LANGUAGE:
        written += ' noProof="1"'
    inner = link
    if style is not base:
        written += _character_attributes(style, base, linked=bool(link))
        inner = _character_children(style, base) + link
    return f"<{tag}{written}>{inner}</{tag}>" if inner else f"<{tag}{written}/>"


def _character_attributes(style: TextStyle, base: TextStyle | None, *, linked: bool) -> str:
    written = ""
    if base is None or style.size != base.size:
        written += f' sz="{to_centipoints(style.size)}"'
    if base is None or style.bold != base.bold:
        written += f' b="{int(style.bold)}"'
    if base is None or style.italic != base.italic:
        written += f' i="{int(style.italic)}"'
    # A link is underlined by every program already.
    if not linked and style.underline != (base is not None and base.underline):
        written += ' u="sng"' if style.underline else ' u="none"'
    if style.strike != (base is not None and base.strike):
        written += ' strike="sngStrike"' if style.strike else ' strike="noStrike"'
    if base is None:
        written += _KERNING
    if style.tracking != (0 if base is None else base.tracking):
        written += f' spc="{to_centipoints(style.tracking)}"'
    if style.baseline != (0 if base is None else base.baseline):
        written += f' baseline="{style.baseline}"'
    return written


def _character_children(style: TextStyle, base: TextStyle | None) -> str:
    written = "" if base is not None and same_color(style.color, base.color) else fill(style.color)
    if style.ground is not None:
        written += f"<a:highlight>{color(style.ground)}</a:highlight>"
    if base is None or not _same_font(style, base):
        written += _typefaces(style)
    return written


def _same_font(one: TextStyle, other: TextStyle) -> bool:
    if one.font_role is None and other.font_role is None:
        return one.family == other.family
    return one.font_role == other.font_role


def _typefaces(style: TextStyle) -> str:
    """The theme's font where it is one, so that it follows the theme (20.1.4.1.16), else the family by name."""
    if style.family == EMOJI_FONT:
        return f'<a:latin typeface="{EMOJI_FONT}"/><a:ea typeface="{EMOJI_FONT}"/>'
    if style.font_role is None:
        return f'<a:latin typeface="{attribute(style.family)}"/><a:cs typeface="{attribute(style.family)}"/>'
    kind = "+mj" if style.font_role == "heading" else "+mn"
    return f'<a:latin typeface="{kind}-lt"/><a:ea typeface="{kind}-ea"/><a:cs typeface="{kind}-cs"/>'


def paragraph_properties(style: ParagraphStyle, base: ParagraphStyle | None, level: int = 0, start: int = 1) -> str:
    """`a:pPr` (21.1.2.2.7): what differs from `base`; empty where nothing does."""
    written = f' lvl="{level}"' if level else ""
    inner = ""
    if style is not base or (start != 1 and style.bullet is not None):
        written = _paragraph_attributes(style, base) + written
        inner = _paragraph_children(style, base, start)
    if inner:
        return f"<a:pPr{written}>{inner}</a:pPr>"
    return f"<a:pPr{written}/>" if written else ""


def _paragraph_attributes(style: ParagraphStyle, base: ParagraphStyle | None) -> str:
    written = ""
    if base is None or style.margin != base.margin:
        written += f' marL="{style.margin}"'
    if base is None or style.indent != base.indent:
        written += f' indent="{style.indent}"'
    if base is None or style.align != base.align:
        written += f' algn="{_ALIGNS[style.align]}"'
    return written


def _paragraph_children(style: ParagraphStyle, base: ParagraphStyle | None, start: int) -> str:
    """lnSpc, spcBef, spcAft, then the bullet's colour, size, font and mark, and tabs: in this order (21.1.2.2.7)."""
    written = ""
    if base is None or style.line_spacing != base.line_spacing:
        written += f'<a:lnSpc><a:spcPct val="{style.line_spacing * 1000}"/></a:lnSpc>'
    if base is None or style.before != base.before:
        written += f'<a:spcBef><a:spcPts val="{to_centipoints(style.before)}"/></a:spcBef>'
    if base is None or style.after != base.after:
        written += f'<a:spcAft><a:spcPts val="{to_centipoints(style.after)}"/></a:spcAft>'
    if base is None or style.bullet != base.bullet or (start != 1 and style.bullet is not None):
        written += _bullet(style.bullet, None if base is None else base.bullet, start)
    if style.tab:  # A stop of its own does away with those before it at each inch (21.1.2.1.1).
        written += f'<a:tabLst><a:tab pos="{style.margin}" algn="l"/></a:tabLst>'
    return written


MARK = "mark:"
"""How what stands for the relationship of an icon begins until the slide is written, which alone has relationships."""


def mark_key(bullet: Bullet) -> str:
    """What stands for the picture of an icon: its name and colour."""
    return "" if bullet.icon is None or bullet.color is None else f"{MARK}{bullet.icon.name}-{bullet.color.rgb}"


def _bullet(bullet: Bullet | None, base: Bullet | None, start: int) -> str:
    if bullet is None:
        return "<a:buNone/>"
    written = ""
    if bullet.color is not None:
        written += f"<a:buClr>{color(bullet.color)}</a:buClr>"
    elif base is not None and base.color is not None:
        written += "<a:buClrTx/>"
    if bullet.size != (100 if base is None else base.size):
        written += f'<a:buSzPct val="{bullet.size * 1000}"/>'
    if bullet.icon is not None:
        return f'{written}<a:buBlip><a:blip r:embed="{mark_key(bullet)}"/></a:buBlip>'
    if bullet.char is not None:
        return f'{written}{_BULLET_FONT}<a:buChar char="{attribute(bullet.char)}"/>'
    begins = f' startAt="{start}"' if start != 1 else ""
    return f'{written}{_NUMBER_FONT}<a:buAutoNum type="{bullet.number}"{begins}/>'


def level_properties(level: int, style: ParagraphStyle, base: ParagraphStyle | None = None) -> str:
    """`a:lvl1pPr` to `a:lvl9pPr` of a list style (21.1.2.4.13), `level` counting from 0; empty where nothing differs."""
    written = _paragraph_attributes(style, base)
    if base is None:
        written += ' defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"'
    characters = run_properties("a:defRPr", style.text, None if base is None else base.text)
    inner = _paragraph_children(style, base, 1) + ("" if characters == "<a:defRPr/>" else characters)
    tag = f"a:lvl{level + 1}pPr"
    return f"<{tag}{written}>{inner}</{tag}>" if written or inner else ""


def list_style(levels: Sequence[ParagraphStyle], bases: Sequence[ParagraphStyle], tag: str = "a:lstStyle") -> str:
    """The levels that differ from those inherited (21.1.2.4.12); with no `bases`, nine complete levels, the last repeated."""
    if bases:
        inner = "".join(level_properties(n, style, level_of(bases, n)) for n, style in enumerate(levels))
    else:
        inner = "".join(level_properties(n, level_of(levels, n)) for n in range(LEVELS))
    return f"<{tag}>{inner}</{tag}>" if inner else f"<{tag}/>"


def level_of(levels: Sequence[ParagraphStyle], level: int) -> ParagraphStyle:
    """The style of a level; the deepest one there is for those below it."""
    return levels[min(level, len(levels) - 1)]


def body_properties(anchor: Anchor, insets: Insets, *, shrinks: bool = False, box: bool = False) -> str:
    """`a:bodyPr` written in full (21.1.2.1.1). `shrinks`: an edit that overflows makes the text smaller. `box`: a text box."""
    written = ' wrap="square" rtlCol="0"' if box else ""
    written += f' lIns="{insets.left}" tIns="{insets.top}" rIns="{insets.right}" bIns="{insets.bottom}"'
    inner = "<a:normAutofit/>" if shrinks else ""
    return f'<a:bodyPr{written} anchor="{_ANCHORS[anchor]}">{inner}</a:bodyPr>'


def run(text: str, properties: str) -> str:
    """`a:r` (21.1.2.3.8), with `a:br` for each newline; `properties` is its `a:rPr`."""
    if "\n" not in text:
        return f"<a:r>{properties}<a:t>{escape(text)}</a:t></a:r>"
    lines = [f"<a:r>{properties}<a:t>{escape(line)}</a:t></a:r>" if line else "" for line in text.split("\n")]
    return f"<a:br>{properties}</a:br>".join(lines)


def slide_number(text: str, properties: str) -> str:
    """The field that PowerPoint fills with the slide's number (21.1.2.2.4); `text` is its value now."""
    return f'<a:fld id="{_NUMBER_FIELD}" type="slidenum">{properties}<a:t>{escape(text)}</a:t></a:fld>'


# Any GUID: PowerPoint copies the layout's to every slide, so that all fields of one kind share it.
_NUMBER_FIELD = "{6D22F896-40B5-4ADD-8801-0D06FADFA095}"
