"""The base package of a theme: everything of a presentation that does not depend on its slides.

Made once for a theme and page size, deflated as hard as zlib can, and kept in the cache; every deck takes the same parts.
"""

from deckmotor.color import Color
from deckmotor.ooxml.names import TYPE_PRESENTATION_PROPERTIES, TYPE_VIEW_PROPERTIES
from deckmotor.ooxml.package import FIRST_MASTER_ID, HARD, BasePackage, Part, make_part
from deckmotor.ooxml.shapes import rooted
from deckmotor.scene.page import Layout
from deckmotor.theme.parts.layout import layout_parts
from deckmotor.theme.parts.master import master_parts
from deckmotor.theme.parts.notes_master import notes_master_parts
from deckmotor.theme.parts.table_style import table_style_part
from deckmotor.theme.parts.theme_part import theme_part
from deckmotor.theme.theme import Master, TableLook

_MASTER = "ppt/slideMasters/slideMaster1.xml"
_NOTES_MASTER = "ppt/notesMasters/notesMaster1.xml"
_THEME = "ppt/theme/theme1.xml"
_NOTES_THEME = "ppt/theme/theme2.xml"


def base_package(
    *,
    name: str,
    label: str,
    width: int,
    height: int,
    scheme: dict[str, str],
    dark: bool,
    heading_font: str,
    body_font: str,
    master: Master,
    layouts: tuple[Layout, ...],
    table: TableLook,
    link: Color,
    language: str = "en",
) -> BasePackage:
    """Theme, master, layouts, notes master, table style, and the two parts of settings that PowerPoint expects.

    The arguments are the fields of `Theme`; `width` and `height` are EMU. `language` is that of the prompts in the layouts.
    """
    names = {layout.name: f"ppt/slideLayouts/slideLayout{number}.xml" for number, layout in enumerate(layouts, start=1)}
    numbered = [(part, FIRST_MASTER_ID + number) for number, part in enumerate(names.values(), start=1)]
    colours = {**scheme, "hlink": link.rgb}
    fonts = (heading_font, body_font)
    styles, table_defaults = table_style_part(name, label, table)
    parts: list[Part] = [
        theme_part(_THEME, label, colours, fonts),
        *master_parts(_MASTER, master, numbered, _THEME, dark=dark, language=language),
    ]
    for layout in layouts:
        parts += layout_parts(names[layout.name], layout, master, _MASTER, language)
    parts += (
        *notes_master_parts(_NOTES_MASTER, _NOTES_THEME, (width, height), language),
        # A theme part of its own: two masters that share one make PowerPoint repair the file.
        theme_part(_NOTES_THEME, label, colours, fonts),
        styles,
        *_settings(),
    )
    return BasePackage(
        parts=tuple(parts),
        layouts=names,
        master=_MASTER,
        notes_master=_NOTES_MASTER,
        theme=_THEME,
        table=table_defaults,
    )


def _settings() -> tuple[Part, Part]:
    """`presProps.xml` and `viewProps.xml` with nothing in them but what the schema asks for (13.3.7, 13.3.13)."""
    view = '<p:gridSpacing cx="76200" cy="76200"/>'
    return (
        make_part("ppt/presProps.xml", TYPE_PRESENTATION_PROPERTIES, rooted("p:presentationPr", "", ""), level=HARD),
        make_part("ppt/viewProps.xml", TYPE_VIEW_PROPERTIES, rooted("p:viewPr", "", view), level=HARD),
    )
