"""Builds of a slide (`p:timing`, ECMA-376 part 1, 19.5.87), as PowerPoint writes them itself: "Appear", click by click.

Three time nodes stand around each other: what a click starts, what follows it at once, and an effect for each shape or
paragraph. The first effect of a click is its own, the others go with it. A text whose paragraphs all come so is built by
paragraphs, so that one that somebody adds comes at a click too.
"""

from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct

from deckmotor.export.pptx.context import numbered
from deckmotor.ooxml.shapes import FIRST_SHAPE_ID
from deckmotor.scene.page import ChartItem, Item, Page, PathShape, PictureItem, ShapeItem, TextItem
from deckmotor.scene.text import joined

_AT_ONCE = '<p:stCondLst><p:cond delay="0"/></p:stCondLst>'

_AT_A_CLICK = '<p:stCondLst><p:cond delay="indefinite"/></p:stCondLst>'

_TURNS = "".join(
    f'<p:{way}CondLst><p:cond evt="on{way.capitalize()}" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:{way}CondLst>'
    for way in ("prev", "next")
)


class Effect(Struct, frozen=True):
    """A shape, or one of its paragraphs, that appears."""

    target: str
    """`p:spTgt` (19.5.72)."""
    grouped: bool
    """Whether it is part of a build of its shape."""


def timing(page: Page) -> str:
    """The builds of a page that has clicks."""
    clicks: defaultdict[int, list[Effect]] = defaultdict(list)
    builds, played = [], []
    for shape_id, item in numbered(page.items, FIRST_SHAPE_ID):
        for click, effect in _effects(item, shape_id):
            clicks[click].append(effect)
        builds.append(_build(item, shape_id))
        if isinstance(item, PictureItem) and item.plays is not None:
            played.append((shape_id, item.plays))
    ids = iter(range(3, 10_000_000))
    steps = "".join(_step(clicks[click], ids) for click in sorted(clicks))
    main = f'<p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst>{steps}</p:childTnLst></p:cTn>'
    sequence = f'<p:seq concurrent="1" nextAc="seek">{main}{_TURNS}</p:seq>' if clicks else ""
    sequence += "".join(_player(shape_id, key, ids) for shape_id, key in played)
    root = f'<p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>{sequence}</p:childTnLst></p:cTn>'
    listed = "".join(builds)
    after = f"<p:bldLst>{listed}</p:bldLst>" if listed else ""
    return f"<p:timing><p:tnLst><p:par>{root}</p:par></p:tnLst>{after}</p:timing>"


def _player(shape_id: int, key: str, ids: Iterator[int]) -> str:
    """What plays a film or sound when it is asked for (19.5.94, 19.5.7)."""
    tag = "audio" if key.lower().endswith((".mp3", ".m4a", ".wav")) else "video"
    waits = f'<p:cTn id="{next(ids)}" fill="hold" display="0">{_AT_A_CLICK}</p:cTn>'
    node = f'<p:cMediaNode vol="80000">{waits}<p:tgtEl><p:spTgt spid="{shape_id}"/></p:tgtEl></p:cMediaNode>'
    return f"<p:{tag}>{node}</p:{tag}>"


def _effects(item: Item, shape_id: int) -> Iterator[tuple[int, Effect]]:
    """The clicks at which an item or its paragraphs appear."""
    if item.click:
        yield item.click, Effect(f'<p:spTgt spid="{shape_id}"/>', bool(_build(item, shape_id)))
    elif isinstance(item, TextItem):
        for at, part in enumerate(joined(item.paragraphs)):
            if part.click:
                span = f'<p:txEl><p:pRg st="{at}" end="{at}"/></p:txEl>'
                yield part.click, Effect(f'<p:spTgt spid="{shape_id}">{span}</p:spTgt>', _by_paragraph(item))


def _by_paragraph(item: TextItem) -> bool:
    return all(part.click for part in item.paragraphs)


def _build(item: Item, shape_id: int) -> str:
    """What stands in the list of builds (19.5.14) for an item: nothing for one that is no shape, text or chart."""
    start = f'spid="{shape_id}" grpId="0"'
    match item:
        case TextItem() if not item.click:
            return f'<p:bldP {start} build="p"/>' if item.paragraphs and _by_paragraph(item) else ""
        case TextItem():
            return f"<p:bldP {start}/>"
        case ShapeItem() | PathShape() if item.click:
            return f'<p:bldP {start} animBg="1"/>'
        case ChartItem() if item.click:
            return f"<p:bldGraphic {start}><p:bldAsOne/></p:bldGraphic>"
        case _:
            return ""


def _step(effects: list[Effect], ids: Iterator[int]) -> str:
    """What one click starts."""
    outer, inner = next(ids), next(ids)
    drawn = "".join(_effect(effect, "withEffect" if at else "clickEffect", ids) for at, effect in enumerate(effects))
    together = f'<p:par><p:cTn id="{inner}" fill="hold">{_AT_ONCE}<p:childTnLst>{drawn}</p:childTnLst></p:cTn></p:par>'
    return f'<p:par><p:cTn id="{outer}" fill="hold">{_AT_A_CLICK}<p:childTnLst>{together}</p:childTnLst></p:cTn></p:par>'


def _effect(effect: Effect, kind: str, ids: Iterator[int]) -> str:
    """ "Appear" (preset 1 of those that bring something in): what was hidden is visible (19.5.66)."""
    own, inner = next(ids), next(ids)
    group = ' grpId="0"' if effect.grouped else ""
    behaves = (
        f'<p:cBhvr><p:cTn id="{inner}" dur="1" fill="hold">{_AT_ONCE}</p:cTn><p:tgtEl>{effect.target}</p:tgtEl>'
        "<p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr>"
    )
    shown = f'<p:set>{behaves}<p:to><p:strVal val="visible"/></p:to></p:set>'
    preset = 'presetID="1" presetClass="entr" presetSubtype="0" fill="hold"'
    return (
        f'<p:par><p:cTn id="{own}" {preset}{group} nodeType="{kind}">{_AT_ONCE}'
        f"<p:childTnLst>{shown}</p:childTnLst></p:cTn></p:par>"
    )
