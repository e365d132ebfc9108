"""Reads the tables of the grammar.

Each line of a table is `names: (attributes, children)`; the names are separated by spaces.

An attribute is `name`, `name!` (it must be there), and after a colon what it holds: `yes` (true or false), `whole`, `count`
(0 and up), `1..90`, `byte` (with or without sign), `length` (EMU, or a number with a unit), `time` (milliseconds or
`indefinite`), `decimal`, `hex` (six digits), `guid`, or `@choice` (a word of `CHOICES`); `%` after a number's means that it may
be a percentage.

Children are written in their order as in a DTD: `name`, `name?`, `name*`, `name+`, `name{2,3}`, `(one|other)`; `%fill` is a
set of names below, `%levels` a row of them, and a lone `*` is anything. A child without prefix has its parent's.
"""

import functools
import re

from msgspec import Struct

from deckmotor.linter.grammar.chart import CHART
from deckmotor.linter.grammar.chart_style import CHART_STYLE
from deckmotor.linter.grammar.choices import CHOICES
from deckmotor.linter.grammar.diagram import ALIKE, DIAGRAM
from deckmotor.linter.grammar.drawing import DRAWING
from deckmotor.linter.grammar.extensions import EXTENSIONS
from deckmotor.linter.grammar.maths import MATHS
from deckmotor.linter.grammar.packaging import PACKAGING
from deckmotor.linter.grammar.presentation import PRESENTATION
from deckmotor.linter.names import tag

SETS: dict[str, str] = {
    "%colour": "a:scrgbClr a:srgbClr a:hslClr a:sysClr a:schemeClr a:prstClr",
    "%style-colour": "a:scrgbClr a:srgbClr a:hslClr a:sysClr a:schemeClr a:prstClr cs:styleClr",
    "%theme-colour": "a:scrgbClr a:srgbClr a:hslClr a:sysClr a:prstClr",
    "%fill": "a:noFill a:solidFill a:gradFill a:blipFill a:pattFill a:grpFill",
    "%line-fill": "a:noFill a:solidFill a:gradFill a:pattFill",
    "%plain-fill": "a:noFill a:solidFill a:gradFill a:blipFill a:pattFill",
    "%effect": "a:effectLst a:effectDag",
    "%change": (
        "a:alpha a:alphaMod a:alphaOff a:blue a:blueMod a:blueOff a:comp a:gamma a:gray a:green a:greenMod a:greenOff a:hue "
        "a:hueMod a:hueOff a:inv a:invGamma a:lum a:lumMod a:lumOff a:red a:redMod a:redOff a:sat a:satMod a:satOff a:shade "
        "a:tint"
    ),
    "%picture-effects": (
        "a:alphaBiLevel a:alphaCeiling a:alphaFloor a:alphaInv a:alphaMod a:alphaModFix a:alphaRepl a:biLevel a:blur "
        "a:clrChange a:clrRepl a:duotone a:fillOverlay a:grayscl a:hsl a:lum a:tint"
    ),
    "%effects": (
        "a:alphaBiLevel a:alphaCeiling a:alphaFloor a:alphaInv a:alphaMod a:alphaModFix a:alphaOutset a:alphaRepl a:biLevel "
        "a:blend a:blur a:clrChange a:clrRepl a:cont a:duotone a:effect a:fill a:fillOverlay a:glow a:grayscl a:hsl "
        "a:innerShdw a:lum a:outerShdw a:prstShdw a:reflection a:relOff a:softEdge a:tint a:xfrm"
    ),
    "%plots": (
        "c:area3DChart c:areaChart c:bar3DChart c:barChart c:bubbleChart c:doughnutChart c:line3DChart c:lineChart "
        "c:ofPieChart c:pie3DChart c:pieChart c:radarChart c:scatterChart c:stockChart c:surface3DChart c:surfaceChart"
    ),
    "%diagram": ("dgm:alg dgm:choose dgm:constrLst dgm:extLst dgm:forEach dgm:layoutNode dgm:presOf dgm:ruleLst dgm:shape"),
    "%maths": (
        "m:acc m:bar m:borderBox m:box m:d m:eqArr m:f m:func m:groupChr m:limLow m:limUpp m:m m:nary m:oMath m:phant m:r "
        "m:rad m:sPre m:sSub m:sSubSup m:sSup"
    ),
    "%steps": (
        "p:anim p:animClr p:animEffect p:animMotion p:animRot p:animScale p:audio p:cmd p:excl p:par p:seq p:set p:video"
    ),
    "%transitions": (
        "p:blinds p:checker p:circle p:comb p:cover p:cut p:diamond p:dissolve p:fade p:newsflash p:plus p:pull p:push "
        "p:random p:randomBar p:split p:strips p:wedge p:wheel p:wipe p:zoom"
    ),
}
"""Names that stand in each other's place, often."""

ROWS: dict[str, str] = {
    "%levels": "a:defPPr? " + " ".join(f"a:lvl{level}pPr?" for level in range(1, 10)) + " a:extLst?",
    "%colour-map": " ".join(
        f"{name}!:@color-scheme-index"
        for name in (
            "bg1",
            "tx1",
            "bg2",
            "tx2",
            "accent1",
            "accent2",
            "accent3",
            "accent4",
            "accent5",
            "accent6",
            "hlink",
            "folHlink",
        )
    ),
}
"""Rows of children or attributes that several elements share, where a row is all there is."""

QUALIFIED = "m"
"""The prefix whose attributes have it too."""

MANY = 1_000_000_000
_OCCURS: dict[str, tuple[int, int]] = {"": (1, 1), "?": (0, 1), "*": (0, MANY), "+": (1, MANY)}


class Slot(Struct, frozen=True):
    """A place in the order of children, for one of some elements."""

    names: tuple[str, ...]
    """With prefixes, as a message names them."""
    least: int
    most: int


class Attribute(Struct, frozen=True):
    """What an attribute may hold."""

    kind: str = ""
    low: int | None = None
    high: int | None = None
    words: frozenset[str] = frozenset()
    percent: bool = False
    """Whether it may be written with a percent sign, too."""


class Model(Struct, frozen=True):
    """What an element may have."""

    attributes: dict[str, Attribute]
    required: tuple[str, ...]
    slots: tuple[Slot, ...]
    places: dict[str, int]
    """Index into `slots` of each child, by its full tag."""
    anything: bool
    """Whether any child goes."""
    needs: bool
    """Whether some child must be there."""


@functools.cache
def models() -> dict[str, Model]:
    """All elements by full tag; a series by `parent tag>tag`, the root of a slide by `>tag` (tags have slashes in them)."""
    table: dict[str, Model] = {}
    tables = PRESENTATION | DRAWING | CHART | CHART_STYLE | DIAGRAM | MATHS | EXTENSIONS | PACKAGING
    for names, (attributes, children) in tables.items():
        for name in names.split():
            prefix = name.lstrip("/").partition(":")[0]
            table[">".join(tag(each) if each else "" for each in name.split("/"))] = _model(prefix, attributes, children)
    for names, alike in ALIKE.items():
        table.update(dict.fromkeys(map(tag, names.split()), table[tag(alike)]))
    return table


@functools.cache
def _model(prefix: str, attributes: str, children: str) -> Model:
    slots = () if children == "*" else tuple(_slot(token, prefix) for token in _spread(children))
    places = {tag(name): index for index, slot in enumerate(slots) for name in slot.names}
    before = tag(f"{prefix}:") if prefix == QUALIFIED else ""
    held = {before + name: attribute for name, attribute in map(_attribute, _spread(attributes))}
    return Model(
        attributes={name.rstrip("!"): attribute for name, attribute in held.items()},
        required=tuple(name.rstrip("!") for name in held if name.endswith("!")),
        slots=slots,
        places=places,
        anything=children == "*",
        needs=any(slot.least for slot in slots),
    )


def _spread(text: str) -> list[str]:
    return ROWS.get(text, text).split()


def _slot(token: str, prefix: str) -> Slot:
    match = re.fullmatch(r"\(?([^)?*+{]+)\)?([?*+]|\{(\d+),(\d*)\})?", token)
    if match is None:
        raise ValueError(token)
    names: list[str] = []
    for name in match[1].split("|"):
        names.extend(SETS[name].split() if name in SETS else [name if ":" in name else f"{prefix}:{name}"])
    if match[3]:
        return Slot(tuple(names), int(match[3]), int(match[4] or MANY))
    return Slot(tuple(names), *_OCCURS[match[2] or ""])


def _attribute(token: str) -> tuple[str, Attribute]:
    name, _, kind = token.partition(":")
    if kind.startswith("@"):
        return name, Attribute(kind="choice", words=frozenset(CHOICES[kind[1:]].split()))
    percent = kind.endswith("%")
    kind = kind.removesuffix("%")
    if ".." in kind:
        low, high = kind.split("..")
        return name, Attribute("whole", int(low), int(high) if high else None, percent=percent)
    low_high = _BOUNDS.get(kind, (None, None))
    return name, Attribute("whole" if kind == "byte" else kind, low_high[0], low_high[1], percent=percent)


_BOUNDS: dict[str, tuple[int, int]] = {
    "whole": (-(2**31), 2**31 - 1),
    "count": (0, 2**32 - 1),
    "byte": (-128, 255),
    "length": (-27_273_042_329_600, 27_273_042_316_900),
}

UNCHECKED = (
    "p:sld p:smartTags a:headers a:header a:cNvCxnSpPr a:cNvGraphicFramePr a:cNvGrpSpPr a:cNvPicPr a:cNvPr a:cNvSpPr a:cxnSp "
    "a:graphicFrame a:grpSp a:nvCxnSpPr a:nvGraphicFramePr a:nvGrpSpPr a:nvPicPr a:nvSpPr a:objectEmbed a:objectLink a:pic "
    "a:sp a:txSp a:useSpRect"
)
"""Elements of the standard that are not in the tables: those of locked drawings (ECMA-376 part 1, §20.1.2.2, §20.3)."""


@functools.cache
def names_of() -> frozenset[str]:
    """The full tags of all elements of the standard."""
    table = models()
    held = {child for model in table.values() for child in model.places}
    return frozenset(held | {full.rpartition(">")[2] for full in table} | set(map(tag, UNCHECKED.split())))
