"""What the file says of itself: core, extended and custom properties (ECMA-376 part 2, 8; part 1, 22.2 and 22.3)."""

from collections.abc import Iterable
from functools import lru_cache

from msgspec.structs import replace

from deckmotor.ooxml.names import (
    CORE_PROPERTIES,
    CUSTOM_PROPERTIES,
    DUBLIN_CORE,
    DUBLIN_CORE_TERMS,
    EXTENDED_PROPERTIES,
    SCHEMA_INSTANCE,
    TYPE_APP,
    TYPE_CORE,
    TYPE_CUSTOM,
    VARIANT_TYPES,
)
from deckmotor.ooxml.package import Part, make_part
from deckmotor.ooxml.xml import attribute, document, escape
from deckmotor.scene.page import Properties, Scene

CORE, APP, CUSTOM = "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"

WHEN = "2000-01-01T00:00:00Z"
"""The date that files are created and modified at unless one is given: the same deck is always the same bytes."""

_CUSTOM_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The format id that all custom properties have (part 1, 22.3.2.2)."""

_FIRST_PROPERTY_ID = 2
"""0 and 1 are reserved."""


def property_parts(scene: Scene, custom: Iterable[tuple[str, str]], when: str = WHEN) -> tuple[Part, Part, Part]:
    """`docProps/core.xml`, `app.xml` and `custom.xml`. `when` is a moment as W3CDTF: `2000-01-01T00:00:00Z`."""
    return (
        _core(replace(scene.properties, edition=()), when),
        _app(scene.properties.organisation, len(scene.pages), sum([1 for page in scene.pages if page.notes])),
        _custom(scene.properties, custom),
    )


@lru_cache(maxsize=100)
def _core(properties: Properties, when: str) -> Part:
    authors = escape("; ".join(properties.authors))
    moment = f'xsi:type="dcterms:W3CDTF">{when}<'
    values = (
        ("dc:title", escape(properties.title)),
        ("dc:subject", escape(properties.subject)),
        ("dc:creator", authors),
        ("cp:keywords", escape("; ".join(properties.keywords))),
        ("cp:lastModifiedBy", authors),
        ("dc:language", escape(properties.language)),
    )
    inner = "".join(f"<{tag}>{value}</{tag}>" for tag, value in values if value)
    inner += f"<dcterms:created {moment}/dcterms:created><dcterms:modified {moment}/dcterms:modified>"
    root = (
        f'<cp:coreProperties xmlns:cp="{CORE_PROPERTIES}" xmlns:dc="{DUBLIN_CORE}" xmlns:dcterms="{DUBLIN_CORE_TERMS}" '
        f'xmlns:xsi="{SCHEMA_INSTANCE}">{inner}</cp:coreProperties>'
    )
    return make_part(CORE, TYPE_CORE, document(root))


@lru_cache(maxsize=100)
def _app(company: str, slides: int, notes: int) -> Part:
    inner = (
        f"<TotalTime>0</TotalTime><Application>deckmotor</Application><Slides>{slides}</Slides><Notes>{notes}</Notes>"
        f"{f'<Company>{escape(company)}</Company>' if company else ''}<AppVersion>16.0000</AppVersion>"
    )
    root = f'<Properties xmlns="{EXTENDED_PROPERTIES}" xmlns:vt="{VARIANT_TYPES}">{inner}</Properties>'
    return make_part(APP, TYPE_APP, document(root))


def _custom(properties: Properties, custom: Iterable[tuple[str, str]]) -> Part:
    edition = [(f"deckmotor-{name}", value) for name, value in properties.edition]
    rows = "".join(
        f'<property fmtid="{_CUSTOM_FORMAT}" pid="{number}" name="{attribute(name)}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate([*edition, *custom], start=_FIRST_PROPERTY_ID)
    )
    root = f'<Properties xmlns="{CUSTOM_PROPERTIES}" xmlns:vt="{VARIANT_TYPES}">{rows}</Properties>'
    return make_part(CUSTOM, TYPE_CUSTOM, document(root))
