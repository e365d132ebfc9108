"""PresentationML's shapes: the shape tree, text shapes and what makes one a placeholder (ECMA-376 part 1, 19.3.1)."""

from deckmotor.ooxml.drawing import identified, transform
from deckmotor.ooxml.names import XMLNS
from deckmotor.ooxml.xml import document
from deckmotor.style import Box

_EMPTY_GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)

RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
"""The outline of a box (20.1.9.18)."""

FIRST_SHAPE_ID = 2
"""The shape tree itself is 1. No two shapes of a slide share an id: animations and links find them by it."""

FOOTERS = ("dt", "ftr", "sldNum")
"""Types of the placeholders for date, footer and slide number."""

_SIZES = {"dt": ' sz="half"', "ftr": ' sz="quarter"', "sldNum": ' sz="quarter"'}


def shape_tree(*shapes: str) -> str:
    """`p:spTree` around shapes (19.3.1.45)."""
    return f"<p:spTree>{_EMPTY_GROUP}{''.join(shapes)}</p:spTree>"


def rooted(tag: str, attributes: str, inner: str) -> bytes:
    """The bytes of a part whose root declares the three namespaces of a presentation."""
    return document(f"<{tag} {XMLNS}{attributes}>{inner}</{tag}>")


def placeholder_mark(kind: str, idx: int, *, custom_prompt: bool = False) -> str:
    """`p:ph` (19.3.1.36). Type `obj` and index 0 are what its attributes say when left out."""
    written = "" if kind == "obj" else f' type="{kind}"{_SIZES.get(kind, "")}'
    if idx:
        written += f' idx="{idx}"'
    if custom_prompt:
        written += ' hasCustomPrompt="1"'
    return f"<p:ph{written}/>"


def placeholder(shape_id: int, name: str, mark: str, looks: str, text: str) -> str:
    """A placeholder with text. `mark` is its `p:ph`, `looks` what stands in `p:spPr`, `text` what stands in `p:txBody`."""
    spot = f"<p:spPr>{looks}</p:spPr>" if looks else "<p:spPr/>"
    return (
        f'<p:sp><p:nvSpPr>{identified(shape_id, name)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{mark}</p:nvPr></p:nvSpPr>{spot}<p:txBody>{text}</p:txBody></p:sp>"
    )


def graphic_frame(shape_id: int, name: str, box: Box, graphic: tuple[str, str], mark: str = "", alt: str = "") -> str:
    """A table or a chart (19.3.1.21). `graphic` is the URI of its kind and its element, `mark` its `p:ph` where it has one."""
    uri, element = graphic
    locks = '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
    named = f"{identified(shape_id, name, alt=alt)}{locks}<p:nvPr>{mark}</p:nvPr>"
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{named}</p:nvGraphicFramePr>{transform(box, 'p:xfrm')}"
        f'<a:graphic><a:graphicData uri="{uri}">{element}</a:graphicData></a:graphic></p:graphicFrame>'
    )


def text_box(shape_id: int, name: str, box: Box, text: str, *, decorative: bool = False) -> str:
    """Text that stands in no placeholder. `text` is what stands in `p:txBody`."""
    own = ' userDrawn="1"' if decorative else ""
    return (
        f'<p:sp><p:nvSpPr>{identified(shape_id, name, decorative=decorative)}<p:cNvSpPr txBox="1"/><p:nvPr{own}/></p:nvSpPr>'
        f"<p:spPr>{transform(box)}{RECTANGLE}<a:noFill/></p:spPr><p:txBody>{text}</p:txBody></p:sp>"
    )
