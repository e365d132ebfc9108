"""Transitions (`p:transition`, ECMA-376 part 1, 19.3.1.50), as PowerPoint writes them itself.

What came after the standard stands in a choice (ECMA-376 part 3, 7.6): how long it takes ([MS-PPTX] 2.2.2.1, `p14:dur`, in
milliseconds) and the morph ([MS-PPTX], `p159:morph`). Others take a fade for it.
"""

from deckmotor.ooxml.names import COMPATIBILITY, POWERPOINT_2010, POWERPOINT_2015
from deckmotor.scene.page import Transition

_FADE = "<p:fade/>"


def transition(kind: Transition) -> str:
    """The transition of a slide."""
    match kind:
        case "push":
            return _plain("slow", "<p:push/>")
        case "fade":
            return _choice("p14", POWERPOINT_2010, _lasting("med", 700, _FADE), _plain("med", _FADE))
        case "morph":
            return _choice(
                "p159", POWERPOINT_2015, _lasting("slow", 2000, '<p159:morph option="byObject"/>'), _plain("slow", _FADE)
            )


def _choice(prefix: str, namespace: str, new: str, old: str) -> str:
    choice = f'<mc:Choice xmlns:{prefix}="{namespace}" Requires="{prefix}">{new}</mc:Choice>'
    return f'<mc:AlternateContent xmlns:mc="{COMPATIBILITY}">{choice}<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>'


def _lasting(speed: str, duration: int, inner: str) -> str:
    return f'<p:transition xmlns:p14="{POWERPOINT_2010}" spd="{speed}" p14:dur="{duration}">{inner}</p:transition>'


def _plain(speed: str, inner: str) -> str:
    return f'<p:transition spd="{speed}">{inner}</p:transition>'
