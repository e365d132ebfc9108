"""Pictures (`p:pic`, ECMA-376 part 1, 19.3.1.37)."""

from msgspec import Struct

from deckmotor.ooxml.drawing import identified
from deckmotor.ooxml.names import EXT_MEDIA, EXT_SVG, EXT_TRACKS, POWERPOINT_2010, POWERPOINT_2017, SVG_PICTURE
from deckmotor.ooxml.xml import attribute

WITHIN = "<a:stretch><a:fillRect/></a:stretch>"


class Shown(Struct, frozen=True, gc=False):
    """What is shown of a picture."""

    relation: str
    """The id of the relationship that leads to its part."""
    opacity: int
    """Percent."""
    crop: tuple[int, int, int, int]
    """What is cut off left, top, right and bottom, in 1/100,000 of its size."""
    click: str = ""
    """`a:hlinkClick`, where it leads somewhere."""
    plays: str = ""
    """What says that it plays (`clip`), where it does."""
    vector: str = ""
    """The id of the relationship that leads to it as a drawing (SVG), where it is one."""


def picture(shape_id: int, name: str, shown: Shown, looks: str, *, mark: str = "", alt: str | None = None) -> str:
    """A picture in a placeholder, where `mark` is its `p:ph`, or on its own. `looks` is what stands in `p:spPr`.

    Without an alternative text it is marked as decorative.
    """
    named = identified(shape_id, name, alt=alt or "", decorative=alt is None, click=shown.click)
    locks = f'<a:picLocks{" noGrp=" + _ONE if mark else ""} noChangeAspect="1"/>'
    return (
        f"<p:pic><p:nvPicPr>{named}<p:cNvPicPr>{locks}</p:cNvPicPr><p:nvPr>{mark}{shown.plays}</p:nvPr></p:nvPicPr>"
        f"<p:blipFill>{_blip(shown)}{_crop(shown.crop)}{WITHIN}</p:blipFill><p:spPr>{looks}</p:spPr></p:pic>"
    )


_ONE = '"1"'


PLAY = '<a:hlinkClick r:id="" action="ppaction://media"/>'
"""A click on it has it play."""


def clip(kind: str, linked: str, embedded: str, tracks: str = "") -> str:
    """What stands in `p:nvPr` of a picture that plays: the relationships to its film or sound (20.1.3, [MS-PPTX] 2.2.8).

    `tracks` is what says that it has captions.
    """
    tag = "videoFile" if kind == "video" else "audioFile"
    held = f'<p14:media xmlns:p14="{POWERPOINT_2010}" r:embed="{embedded}"'
    held += f"><p14:extLst>{tracks}</p14:extLst></p14:media>" if tracks else "/>"
    return f'<a:{tag} r:link="{linked}"/><p:extLst><p:ext uri="{EXT_MEDIA}">{held}</p:ext></p:extLst>'


def captions(relation: str, name: str, language: str) -> str:
    """Captions of a film or sound, in a language ([MS-PPTX] 2.2.4.1, CT_Track). Their id is made of the shape's `name`."""
    from hashlib import blake2b  # Few decks have any.

    digits = blake2b(name.encode(), digest_size=16).hexdigest().upper()
    guid = f"{{{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}}}"
    track = f'<p173:track id="{guid}" label="{attribute(language)}" lang="{attribute(language)}" r:embed="{relation}"/>'
    return (
        f'<p:ext uri="{EXT_TRACKS}"><p173:tracksInfo xmlns:p173="{POWERPOINT_2017}" displayLoc="media">'
        f"<p173:trackLst>{track}</p173:trackLst></p173:tracksInfo></p:ext>"
    )


def picture_fill(shown: Shown) -> str:
    """A picture that fills a page (20.1.8.14)."""
    return f'<a:blipFill dpi="0" rotWithShape="1">{_blip(shown)}{_crop(shown.crop)}{WITHIN}</a:blipFill>'


def _blip(shown: Shown) -> str:
    """The picture itself, what it lets through of the page, and the drawing that it is ([MS-ODRAWXML] 2.22)."""
    inner = "" if shown.opacity == 100 else f'<a:alphaModFix amt="{shown.opacity * 1000}"/>'
    if shown.vector:
        drawing = f'<asvg:svgBlip xmlns:asvg="{SVG_PICTURE}" r:embed="{shown.vector}"/>'
        inner += f'<a:extLst><a:ext uri="{EXT_SVG}">{drawing}</a:ext></a:extLst>'
    return f'<a:blip r:embed="{shown.relation}">{inner}</a:blip>' if inner else f'<a:blip r:embed="{shown.relation}"/>'


def _crop(crop: tuple[int, int, int, int]) -> str:
    """What is cut off each side (20.1.8.55)."""
    if not any(crop):
        return ""
    left, top, right, bottom = crop
    return f'<a:srcRect l="{left}" t="{top}" r="{right}" b="{bottom}"/>'
