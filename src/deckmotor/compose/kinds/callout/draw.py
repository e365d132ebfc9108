"""A callout: a native shape with its text, and a tab before it whose icon and colour say what it is, as its first words do."""

import re
from colorsys import rgb_to_hls
from functools import partial

from msgspec.structs import replace

from deckmotor.color import Color, contrast
from deckmotor.compose.kinds.along import coloured, sized
from deckmotor.compose.kinds.callout.words import said
from deckmotor.compose.kinds.chart.colours import token
from deckmotor.compose.kinds.code.colours import ground, readable
from deckmotor.compose.kinds.icon import filled
from deckmotor.compose.kinds.kind import Levels, Want
from deckmotor.compose.kinds.lists import list_paragraphs
from deckmotor.compose.kinds.text import unmarked
from deckmotor.compose.look import Look, link_to, own_word, paragraph, plain_paragraph
from deckmotor.compose.padding import LARGE, LEAST
from deckmotor.compose.place import Place
from deckmotor.compose.setting import set_text
from deckmotor.compose.text import text_item
from deckmotor.model.boxes import Callout
from deckmotor.scene.page import GroupItem, Item, Paragraph, ShapeItem, TextItem, lowered
from deckmotor.style import Box, Insets, ParagraphStyle
from deckmotor.theme.theme import Scale
from deckmotor.units import inches

ICONS = {"note": "info", "tip": "lightbulb", "warning": "warning", "law": "scales"}
RED = 10 / 360
"""The hue of warnings."""

TAB, LARGE_TAB = inches(0.8), inches(1.7)
"""Width of the tab, and of that of a callout which is its whole page."""

SLIM, NARROW = inches(0.12), inches(2.9)
"""Width of the tab, which has no icon then, of a callout in a place so narrow that words would be cut."""

ICON = 0.62
"""Side of the icon over the tab's width."""

ACROSS, ABOVE = inches(0.25), inches(0.18)
"""Between the ground's edges and the text."""

AIRY = 2.0
"""How much more space there is around the text that is a whole page."""

FULL = 0.8
"""Share of its place's height that such a callout takes at least."""

LABEL = 0.8
"""Size of the word that says what it is over that of its text; at least the smallest of lists."""


# What it says


def _paragraphs(block: Callout, look: Look, levels: Levels) -> list[Paragraph]:
    """What it is in a word, what it is about, what it says, and where that comes from."""
    first = unmarked(levels[0])
    quiet = replace(unmarked(levels[1]), before=first.before // 2)
    label = coloured(quiet, _label(block, look), bold=True)
    parts = [plain_paragraph(own_word(block.kind, said(block.kind, look.language), look), replace(label, before=0), look)]
    if block.title is not None:
        parts.append(paragraph(block.title, _close(coloured(first, first.text.color, bold=True)), look))
    body = [*(paragraph(text, first, look) for text in block.text), *list_paragraphs(block.bullets, levels, look)]
    if block.title is None or block.text:
        body[0] = replace(body[0], style=_close(body[0].style))
    parts += body
    if block.source is not None:
        parts.append(paragraph(block.source, replace(quiet, before=first.before), look))
    return parts


def _close(style: ParagraphStyle) -> ParagraphStyle:
    """What stands right below the word that says what it is."""
    return replace(style, before=style.before // 4)


def _label(block: Callout, look: Look) -> Color:
    return readable(_color(block, look), (ground(look).rgb,))


def _color(block: Callout, look: Look) -> Color:
    """The colour of its tab. Of the theme's two own colours the redder one warns: which that is differs."""
    if block.kind in ("tip", "law"):
        return token("third", look) if block.kind == "tip" else look.theme.looks["list"][0][0].text.color
    warning, note = sorted((token("accent", look), token("brand", look)), key=_from_red)
    return warning if block.kind == "warning" else note


def _from_red(color: Color) -> float:
    """How far a hue is from that of warnings, 0 to 0.5."""
    red, green, blue = (int(color.rgb[at : at + 2], 16) / 255 for at in (0, 2, 4))
    off = abs(rgb_to_hls(red, green, blue)[0] - RED)
    return min(off, 1 - off)


# Where it stands


def _fills(place: Place, look: Look) -> bool:
    """Whether it has its page to itself."""
    return place.slot is not None and place.slot.role == "table" and place.box == place.slot.box


def _tab(place: Place, look: Look) -> int:
    if _fills(place, look):
        return LARGE_TAB
    return TAB if place.box.width > NARROW else SLIM


def _inside(place: Place, look: Look) -> Place:
    """The place of its text: the whole of what is left of its own beside the tab, with the space around it."""
    box, tab = place.box, _tab(place, look)
    air = AIRY if _fills(place, look) else 1.0
    across, above, closer = (round(one * air) for one in (ACROSS, ABOVE, ABOVE * LEAST))
    own = {
        "box": replace(box, x=box.x + tab, width=box.width - tab), "slot": None, "native": False,
        "insets": Insets(across, above, across, above), "closer": Insets(across, closer, across, closer),
    }  # fmt: skip
    if _fills(place, look):
        return replace(place, **own, scale=_large(look), share="callout")
    return replace(place, **own)


def _large(look: Look) -> Scale:
    """The styles of lists at the sizes of quotations, as far as they are larger, and then at their own."""
    lists = look.theme.looks["list"]
    sizes = [levels[0].text.size for levels in look.theme.looks["quote"]]
    return (*(_enlarged(lists[0], size) for size in sizes if size > lists[0][0].text.size), *lists)


def _enlarged(levels: Levels, size: int) -> Levels:
    ratio = size / levels[0].text.size
    return tuple(
        [
            sized(
                style, style.text.size * ratio,
                margin=round(style.margin * ratio), indent=round(style.indent * ratio), before=round(style.before * ratio),
            )
            for style in levels
        ]
    )  # fmt: skip


def draw(block: Callout, place: Place, look: Look) -> tuple[Item, ...]:
    """The callout in its place: as high as its text, or a whole page where it is alone there."""
    inside = _inside(place, look)
    parts = (block.title, *block.text, *block.bullets, block.source)
    text = text_item(
        inside, partial(_paragraphs, block, look), look, block.span, tuple([part for part in parts if part is not None])
    )
    box = _box(text, place, look)
    free = box.height - text.height - text.insets.top - text.insets.bottom
    text = _lowered(text, box.y - inside.box.y + (max(0, free) // 2 if _fills(place, look) else 0))
    return (_drawn(block, text, box, place, look),)


def _box(text: TextItem, place: Place, look: Look) -> Box:
    """The box around it: at the foot of the page where it ends what stands there."""
    least = round(_tab(place, look) * ICON) + 2 * ABOVE
    height = max(text.height + text.insets.top + text.insets.bottom, least)
    box = place.box
    if _fills(place, look):
        return replace(box, height=max(height, round(box.height * FULL)))
    area = look.layout.of("body")
    first = re.fullmatch(r"columns-\d+(-1)?", place.key)
    last = not first and any(slot.box.bottom == box.bottom and slot.box.y < box.y for slot in area)
    height = min(height, max(box.height, least))
    return replace(box, y=box.bottom - height, height=height) if last else replace(box, height=height)


def _lowered(text: TextItem, down: int) -> TextItem:
    return replace(text, paragraphs=tuple([replace(part, lines=lowered(part.lines, down)) for part in text.paragraphs]))


def _drawn(block: Callout, text: TextItem, box: Box, place: Place, look: Look) -> GroupItem:
    name, width, color = text.name, _tab(place, look), _color(block, look)
    fills = _fills(place, look)
    side = round(width * ICON)
    top = box.y + (box.height - side) // 2 if fills else box.y + (width - side) // 2
    on_tab = max(
        (look.layout.background, look.theme.looks["list"][0][0].text.color), key=lambda one: contrast(one.rgb, color.rgb)
    )
    tab = ShapeItem(name=f"{name}-tab", box=replace(box, width=width), outline="rect", fill=color)
    icon = filled(ICONS[block.kind], Box(box.x + (width - side) // 2, top, side, side), f"{name}-icon", on_tab)
    words = ShapeItem(
        name=f"{name}-text", box=replace(box, x=box.x + width, width=box.width - width), outline="rect", fill=ground(look),
        paragraphs=text.paragraphs, anchor="middle" if fills else "top", insets=text.insets,
        link=link_to(block.link),
    )  # fmt: skip
    return GroupItem(name=name, box=box, items=(tab, words) if width == SLIM else (tab, icon, words))


def want(block: Callout, place: Place, step: int, look: Look) -> Want:
    """The room that it needs."""
    inside = _inside(place, look)
    levels = inside.scale[min(step, len(inside.scale) - 1)]
    item, broken = set_text(_paragraphs(block, look, levels), inside.box, look, insets=inside.insets)
    least = round(_tab(place, look) * ICON) + 2 * ABOVE
    height = max(item.height + inside.insets.top + inside.insets.bottom, least)
    around = inside.insets if inside.closer is None or levels[0].text.size > LARGE else inside.closer
    padding = height - max(item.height + around.top + around.bottom, least)
    return Want(height=height, padding=padding, width=place.box.width, broken=bool(broken))
