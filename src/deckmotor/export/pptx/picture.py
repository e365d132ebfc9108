"""Pictures (`p:pic`, ECMA-376 part 1, 19.3.1.37)."""

from deckmotor.export.pptx.context import Context
from deckmotor.ooxml.drawing import identified, transform
from deckmotor.ooxml.names import REL_IMAGE
from deckmotor.ooxml.shapes import RECTANGLE, placeholder_mark
from deckmotor.scene.page import PictureItem


def picture_shape(item: PictureItem, shape_id: int, context: Context) -> str:
    """The picture in its slot's placeholder, or on its own. Without an alternative text it is marked as decorative."""
    number = context.relationships.part(REL_IMAGE, context.media[item.media])
    mark, looks = "", transform(item.box) + RECTANGLE
    if item.slot is not None:
        slot = context.slot(item.slot)
        mark = placeholder_mark(slot.type, slot.idx)
        looks = looks if item.moved else ""
    named = identified(shape_id, item.name, alt=item.alt or "", decorative=item.alt is None)
    locks = f'<a:picLocks{" noGrp=" + _ONE if mark else ""} noChangeAspect="1"/>'
    return (
        f"<p:pic><p:nvPicPr>{named}<p:cNvPicPr>{locks}</p:cNvPicPr><p:nvPr>{mark}</p:nvPr></p:nvPicPr>"
        f"<p:blipFill>{_blip(number, item.opacity)}{_crop(item.crop)}<a:stretch><a:fillRect/></a:stretch></p:blipFill>"
        f"<p:spPr>{looks}</p:spPr></p:pic>"
    )


_ONE = '"1"'


def _blip(number: str, opacity: int) -> str:
    """The picture itself, and what it lets through of the page (20.1.8.13, 20.1.8.4)."""
    if opacity == 100:
        return f'<a:blip r:embed="{number}"/>'
    return f'<a:blip r:embed="{number}"><a:alphaModFix amt="{opacity * 1000}"/></a:blip>'


def _crop(crop: tuple[int, int, int, int]) -> str:
    """What is cut off each side, in 1/100,000 of the picture (20.1.8.55)."""
    if not any(crop):
        return ""
    left, top, right, bottom = crop
    return f'<a:srcRect l="{left}" t="{top}" r="{right}" b="{bottom}"/>'
