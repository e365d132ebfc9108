"""Placeholders of masters and layouts, and what decorates them."""

from collections.abc import Mapping

from deckmotor.ooxml.drawing import path_shape, transform
from deckmotor.ooxml.names import REL_IMAGE
from deckmotor.ooxml.picture import Shown, picture
from deckmotor.ooxml.relationships import Relationships
from deckmotor.ooxml.shapes import FOOTERS, RECTANGLE, placeholder, placeholder_mark, text_box
from deckmotor.ooxml.text import (
    body_properties,
    list_style,
    paragraph_properties,
    run,
    run_properties,
    slide_number,
)
from deckmotor.scene.page import PathShape, PictureItem, Slot, TextItem
from deckmotor.theme.parts.prompts import ROLES, Asked

_SHRINKING = ("title", "ctrTitle", "subTitle", "body", "obj")
"""Placeholders whose text gets smaller when somebody edits it beyond its box (21.1.2.1.3)."""

_UNSEEN = "\N{NO-BREAK SPACE}"
"""Text of date and footer on master and layouts: LibreOffice forgets the place of a footer that has no text there, and
PowerPoint copies the text to new slides, where a word would be seen."""


def master_placeholder(shape_id: int, slot: Slot, kind: str, prompts: tuple[str, ...], language: str) -> str:
    """A placeholder of the master. Styles of title and body stand in `p:txStyles`; those of footers here."""
    style = list_style(slot.levels[:1], ()) if kind in FOOTERS else "<a:lstStyle/>"
    body = body_properties(slot.anchor, slot.insets, shrinks=kind in _SHRINKING)
    text = f"{body}{style}{_prompt(slot, kind, prompts, language)}"
    return placeholder(shape_id, slot.label, placeholder_mark(kind, slot.idx), transform(slot.box) + RECTANGLE, text)


def layout_placeholder(shape_id: int, slot: Slot, base: Slot, asked: Asked) -> str:
    """A placeholder of a layout: what differs from `base`, the master's placeholder that it inherits from."""
    shrinks = slot.type in _SHRINKING
    if (slot.anchor, slot.insets) == (base.anchor, base.insets):
        body = "<a:bodyPr><a:normAutofit/></a:bodyPr>" if shrinks else "<a:bodyPr/>"
    else:
        body = body_properties(slot.anchor, slot.insets, shrinks=shrinks)
    # Title and footers take their place from the master, so that moving them there moves them everywhere. Content does not:
    # that one column of three stands where the master's body begins is chance.
    inherited = slot.box == base.box and slot.type == base.type
    place = "" if inherited else transform(slot.box)
    named = bool(slot.prompt) and slot.role in ROLES and slot.role != "title"
    said = asked[1][slot.role] if named else slot.prompt
    mark = placeholder_mark(slot.type, slot.idx, custom_prompt=named)
    text = f"{body}{list_style(slot.levels, base.levels)}{_prompt(slot, slot.type, (said,), asked[0])}"
    return placeholder(shape_id, slot.label, mark, place, text)


def _prompt(slot: Slot, kind: str, prompts: tuple[str, ...], language: str) -> str:
    """The text of a placeholder on master and layouts: on slides it is seen only where it is a custom prompt."""
    properties = run_properties("a:rPr", slot.levels[0].text, slot.levels[0].text, language)
    if kind == "sldNum":
        return f"<a:p>{slide_number('‹#›', properties)}</a:p>"
    end = run_properties("a:endParaRPr", slot.levels[0].text, slot.levels[0].text, language)
    lines = prompts if any(prompts) else (slot.label,)
    if kind in FOOTERS:
        lines = (_UNSEEN,)
    return "".join(f"<a:p>{_level(level)}{run(text, properties)}{end}</a:p>" for level, text in enumerate(lines))


def _level(level: int) -> str:
    return f'<a:pPr lvl="{level}"/>' if level else ""


def decoration(
    shape_id: int, item: PathShape | TextItem | PictureItem, pictures: Mapping[str, str], relations: Relationships
) -> str:
    """A shape under the content of a layout: an outline, a picture, or text that says nothing (a large quotation mark).

    `pictures` are part names by their keys.
    """
    if isinstance(item, PictureItem):
        shown = Shown(relations.part(REL_IMAGE, pictures[item.media]), item.opacity, item.crop)
        return picture(shape_id, item.name, shown, transform(item.box) + RECTANGLE)
    if isinstance(item, PathShape):
        return path_shape(shape_id, item.name, item.commands, item.fill, item.line)
    paragraphs = "".join(
        f"<a:p>{paragraph_properties(part.style, None)}"
        + "".join(run(piece.text, run_properties("a:rPr", piece.style, None, piece.language)) for piece in part.runs)
        + f"{run_properties('a:endParaRPr', part.style.text, None, part.language)}</a:p>"
        for part in item.paragraphs
    )
    text = f"{body_properties(item.anchor, item.insets, box=True)}<a:lstStyle/>{paragraphs}"
    return text_box(shape_id, item.name, item.box, text, decorative=True)
