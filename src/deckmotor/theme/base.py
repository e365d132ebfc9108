"""The base package of a theme: everything of a presentation that does not depend on its slides.

Made once for a theme and page size, deflated as hard as zlib can, and kept in the cache; every deck takes the same parts.
"""

from collections.abc import Sequence

from deckmotor.ooxml.names import TYPE_PRESENTATION_PROPERTIES, TYPE_VIEW_PROPERTIES
from deckmotor.ooxml.package import FIRST_MASTER_ID, HARD, BasePackage, Part, make_part
from deckmotor.ooxml.shapes import rooted
from deckmotor.theme.parts.layout import layout_parts
from deckmotor.theme.parts.master import master_parts
from deckmotor.theme.parts.notes_master import notes_master_parts
from deckmotor.theme.parts.prompts import prompts
from deckmotor.theme.parts.table_style import table_style_part
from deckmotor.theme.parts.theme_part import theme_part
from deckmotor.theme.theme import Theme

_MASTER = "ppt/slideMasters/slideMaster1.xml"
_NOTES_MASTER = "ppt/notesMasters/notesMaster1.xml"
_THEME = "ppt/theme/theme1.xml"
_NOTES_THEME = "ppt/theme/theme2.xml"


def base_package(theme: Theme, language: str = "en", own: Sequence[str | None] = ()) -> BasePackage:
    """Theme, master, layouts, notes master, table style, and the two parts of settings that PowerPoint expects.

    The theme's own `base` is not looked at. `language` is that of the prompts in the layouts,
    `own` are those that a deck says otherwise (`prompts`).
    """
    names = {layout.name: f"ppt/slideLayouts/slideLayout{number}.xml" for number, layout in enumerate(theme.layouts, start=1)}
    numbered = [(part, FIRST_MASTER_ID + number) for number, part in enumerate(names.values(), start=1)]
    colours = {**theme.scheme, "hlink": theme.link.rgb}
    fonts = (theme.heading_font, theme.body_font)
    styles, table_defaults = table_style_part(theme.name, theme.label, theme.table)
    pictures, asked = _pictures(theme), prompts(language, own)
    parts: list[Part] = [
        theme_part(_THEME, theme.label, colours, fonts),
        *master_parts(_MASTER, theme.master, (numbered, _THEME, pictures), dark=theme.dark, asked=(language, asked)),
    ]
    for layout in theme.layouts:
        parts += layout_parts(names[layout.name], layout, theme.master, (_MASTER, pictures), (language, asked))
    parts += (
        *notes_master_parts(_NOTES_MASTER, _NOTES_THEME, (theme.width, theme.height), language),
        # A theme part of its own: two masters that share one make PowerPoint repair the file.
        theme_part(_NOTES_THEME, theme.label, colours, fonts),
        styles,
        *_settings(),
    )
    return BasePackage(
        parts=tuple(parts),
        layouts=names,
        master=_MASTER,
        notes_master=_NOTES_MASTER,
        theme=_THEME,
        pictures=pictures,
        table=table_defaults,
    )


def _pictures(theme: Theme) -> dict[str, str]:
    """Part names for the pictures of the motif."""
    paths = dict.fromkeys(picture.path for picture in theme.pictures)
    return {path: f"ppt/media/motif{number}.{_ending(path)}" for number, path in enumerate(paths, start=1)}


def _ending(path: str) -> str:
    return "png" if path.lower().endswith(".png") else "jpeg"


def _settings() -> tuple[Part, Part]:
    """`presProps.xml` and `viewProps.xml` with nothing in them but what the schema asks for (13.3.7, 13.3.13)."""
    view = '<p:gridSpacing cx="76200" cy="76200"/>'
    return (
        make_part("ppt/presProps.xml", TYPE_PRESENTATION_PROPERTIES, rooted("p:presentationPr", "", ""), level=HARD),
        make_part("ppt/viewProps.xml", TYPE_VIEW_PROPERTIES, rooted("p:viewPr", "", view), level=HARD),
    )
