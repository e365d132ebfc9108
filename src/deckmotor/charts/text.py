"""The text of a chart in XML."""

from deckmotor.ooxml.drawing import fill
from deckmotor.ooxml.xml import attribute
from deckmotor.style import TextStyle
from deckmotor.units import to_points

LEVEL = '<a:bodyPr rot="0" vert="horz"/>'
"""Text that is never turned to make room."""

UNBROKEN = '<a:bodyPr rot="0" vert="horz" wrap="none"/>'
"""Text that stays on one line."""


def text_properties(style: TextStyle, *, body: str = "<a:bodyPr/>") -> str:
    """Text properties of a part of the chart (21.2.2.216)."""
    return f'<c:txPr>{body}<a:lstStyle/><a:p><a:pPr>{default_run(style)}</a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>'


def default_run(style: TextStyle) -> str:
    """The run properties that text has where none are said (21.1.2.3.2 defRPr)."""
    return f"<a:defRPr{run_properties(style)}</a:defRPr>"


def run_properties(style: TextStyle) -> str:
    """Attributes and content of run properties, without their tags' names."""
    font = {"heading": "+mj-lt", "body": "+mn-lt", None: attribute(style.family)}[style.font_role]
    size = round(to_points(style.size) * 100)
    return f' sz="{size}" b="{int(style.bold)}">{fill(style.color)}<a:latin typeface="{font}"/>'
