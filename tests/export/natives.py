"""Pages with shapes, connectors, groups and a chart, built by hand as compose would: their text is measured."""

import io
from datetime import UTC, datetime
from functools import cache

from msgspec.structs import replace
from xlsxwriter import Workbook  # type: ignore[import-untyped]

from deckmotor.ooxml.names import (
    CHART,
    DRAWING,
    REL_CHART,
    REL_EMBEDDED,
    RELATIONS,
    TYPE_CHART,
    TYPE_WORKBOOK,
)
from deckmotor.ooxml.package import Attached, make_part
from deckmotor.ooxml.xml import document
from deckmotor.scene.connect import glued
from deckmotor.scene.page import (
    ChartItem,
    Commands,
    ConnectorItem,
    End,
    GroupItem,
    Item,
    Link,
    Page,
    PictureItem,
    Preset,
    Scene,
    ShapeItem,
    TextItem,
)
from deckmotor.scene.presets import rectangle, text_area
from deckmotor.style import Box, Insets, Line, ParagraphStyle
from deckmotor.typeset.flow import FlowParagraph, flow
from deckmotor.units import inches, points
from tests.export import sample
from tests.typst.drawn import FONTS, flow_into
from tests.typst.test_complete import with_lines

INK = Line(color=sample.DEEP, width=points(1.5))
LABEL = replace(sample.style(14, sample.PAPER), align="center")
DARK_LABEL = replace(sample.style(12), align="center")
INSETS = Insets(points(3), points(3), points(3), points(3))


def shape(name: str, box: Box, outline: Preset | Commands, words: str = "", *, style: ParagraphStyle = LABEL) -> ShapeItem:
    """A shape with words in its middle, or one that decorates."""
    item = ShapeItem(name=name, box=box, outline=outline, fill=sample.BRAND, line=INK, insets=INSETS)
    if not words:
        return item
    area, part = text_area(item), sample.paragraph(words, style)
    width = area.width - INSETS.left - INSETS.right
    high = flow([FlowParagraph(runs=part.runs, style=style)], width, FONTS).height
    room = Box(area.x + INSETS.left, area.y + (area.height - high) // 2, width, high)
    return replace(item, paragraphs=flow_into([part], room))


def box(x: float, y: float, width: float = 1.6, height: float = 0.9) -> Box:
    """In inches."""
    return Box(inches(x), inches(y), inches(width), inches(height))


def presets() -> Page:
    """Each outline by its name with text, and three more: with another adjust value, a path of its own, a decoration."""
    names: tuple[Preset, ...] = (
        "rect", "roundRect", "ellipse", "diamond", "triangle", "chevron", "homePlate", "rightArrow",
    )  # fmt: skip
    drawn = [
        shape(f"former/{name}", box(0.75 + 2.2 * (at % 4), 2 + 1.4 * (at // 4), 1.8, 1.2), name, "Ord")
        for at, name in enumerate(names)
    ]
    place = box(0.75, 5, 1.8, 1.2)
    wave: Commands = (
        ("M", place.x, place.y),
        ("C", place.x + 600_000, place.y + 500_000, place.x + 900_000, place.y - 100_000, place.right, place.y + 200_000),
        ("L", place.right, place.bottom),
        ("L", place.x, place.bottom),
        ("Z",),
    )
    own = replace(shape("former/våg", place, wave), alt="En våg")
    round_one = replace(shape("former/rund", box(2.95, 5, 1.8, 1.2), "roundRect", "Rund"), adjust=(50_000,))
    decorates = replace(shape("former/ram", box(5.15, 5, 1.8, 1.2), "rect"), fill=None)
    drawn[0] = replace(drawn[0], link=Link(address="https://example.org"))
    return sample.page("former", "Former", *drawn, own, round_one, decorates, number=1)


def flowing() -> Page:
    """Shapes that connectors of each kind lead to and from, in every direction."""
    mid = replace(shape("flöde/mitt", box(4.2, 3.6), "roundRect", "Mitt"), link=Link(page="diagram"))
    west, east = shape("flöde/väst", box(0.8, 2.2), "rect", "Väst"), shape("flöde/öst", box(7.6, 5.2), "ellipse", "Öst")
    north, south = shape("flöde/nord", box(6.4, 2.1), "rect", "Nord"), shape("flöde/syd", box(1.4, 5.3), "diamond", "Syd")
    lines: tuple[Item, ...] = (
        glued("flöde/a", (west, 3), (mid, 1), INK, "elbow"),
        glued("flöde/b", (mid, 3), (east, 0), INK, "elbow"),
        glued("flöde/c", (mid, 0), (north, 2), INK, "elbow"),
        glued("flöde/d", (mid, 2), (south, 0), INK, "curved"),
        glued("flöde/e", (north, 3), (east, 6), replace(INK, width=points(3)), "straight", arrow=False),
        glued("flöde/f", (south, 3), (east, 2), INK, "curved"),
        glued("flöde/g", (west, 2), (south, 1), INK, "straight"),
        ConnectorItem(
            name="flöde/fri",
            kind="curved",
            begin=End(x=inches(5.8), y=inches(6.6), arrow=True),
            end=End(x=inches(3), y=inches(6.3)),
            line=Line(color=sample.LINK, width=points(3)),
            alt="Tillbaka",
        ),
    )
    return sample.page("flöde", "Flöde", west, mid, north, east, south, *lines, number=2)


def groups() -> Page:
    """A group that is read one by one, with a group and a picture in it; and one that is read as one."""
    left = shape("grupper/ett", box(0.8, 2.2), "rect", "Ett")
    right = shape("grupper/två", box(3, 2.2), "rect", "Två")
    picture = PictureItem(name="grupper/bild", box=box(3.4, 3.4, 0.8, 0.8), media="a.png", alt="En ruta")
    inner = GroupItem(name="grupper/inre", box=box(3, 2.2, 1.6, 2), items=(right, picture))
    link = glued("grupper/pil", (left, 3), (right, 1), INK)
    outer = GroupItem(name="grupper/yttre", box=box(0.8, 2.2, 3.8, 2), items=(left, inner, link))
    bars = tuple(shape(f"grupper/stapel-{n}", box(6 + n * 0.7, 4 - n * 0.5, 0.5, 0.5 + n * 0.5), "rect") for n in range(3))
    label = with_lines(
        TextItem(name="grupper/text", box=box(5.8, 4.6, 2.4, 0.4), paragraphs=(sample.paragraph("Växer", DARK_LABEL),))
    )
    whole = GroupItem(name="grupper/helhet", box=box(5.8, 3, 2.4, 2), items=(*bars, label), alt="Tre staplar som växer")
    return sample.page("grupper", "Grupper", outer, whole, number=3)


# A chart


VALUES = (("Kalix", 12.0), ("Motala", 30.0), ("Sala", 21.0))


def workbook() -> bytes:
    """The chart's figures as Excel opens them; always the same bytes."""
    made = io.BytesIO()
    book = Workbook(made, {"in_memory": True})
    book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC)})
    sheet = book.add_worksheet("Blad1")
    sheet.write(0, 1, "Deltagare")
    for row, (name, value) in enumerate(VALUES, start=1):
        sheet.write(row, 0, name)
        sheet.write(row, 1, value)
    book.close()
    return made.getvalue()


def chart_xml() -> bytes:
    """A bar chart (ECMA-376 part 1, 21.2) whose figures stand in its workbook, `rId1`."""

    def cache(kind: str, values: list[str]) -> str:
        held = "".join(f'<c:pt idx="{at}"><c:v>{value}</c:v></c:pt>' for at, value in enumerate(values))
        return f'<c:{kind}><c:ptCount val="{len(values)}"/>{held}</c:{kind}>'

    names, values = [name for name, _ in VALUES], [str(value) for _, value in VALUES]
    series = (
        '<c:ser><c:idx val="0"/><c:order val="0"/>'
        f"<c:tx><c:strRef><c:f>Blad1!$B$1</c:f>{cache('strCache', ['Deltagare'])}</c:strRef></c:tx>"
        '<c:spPr><a:solidFill><a:schemeClr val="accent1"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>'
        f"<c:cat><c:strRef><c:f>Blad1!$A$2:$A$4</c:f>{cache('strCache', names)}</c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>Blad1!$B$2:$B$4</c:f>{cache('numCache', values)}</c:numRef></c:val></c:ser>"
    )
    axis = '<c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>'
    plot = (
        '<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="60"/><c:axId val="1"/><c:axId val="2"/></c:barChart>'
        f'<c:catAx><c:axId val="1"/>{axis}<c:axPos val="b"/><c:crossAx val="2"/></c:catAx>'
        f'<c:valAx><c:axId val="2"/>{axis}<c:axPos val="l"/><c:crossAx val="1"/></c:valAx>'
    )
    inner = (
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>{plot}</c:plotArea><c:plotVisOnly val="1"/></c:chart>'
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>'
    )
    return document(f'<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}" xmlns:r="{RELATIONS}">{inner}</c:chartSpace>')


@cache
def bar_chart(name: str = "diagram/chart", slot: str | None = "body") -> ChartItem:
    """The chart, and what is drawn of it elsewhere."""
    place = sample.BODY_BOX
    bars = tuple(
        replace(
            shape(
                f"{name}/{word}",
                Box(place.x + inches(1.2 + 2.4 * at), place.bottom - round(height := value * inches(0.12)) - inches(0.5),
                    inches(1.4), round(height)),
                "rect",
            ),
            line=None,
        )
        for at, (word, value) in enumerate(VALUES)
    )  # fmt: skip
    words = tuple(
        with_lines(
            TextItem(
                name=f"{bar.name}/ord",
                box=Box(bar.box.x, place.bottom - inches(0.45), bar.box.width, inches(0.4)),
                paragraphs=(sample.paragraph(word, DARK_LABEL),),
            )
        )
        for bar, (word, _) in zip(bars, VALUES, strict=True)
    )
    book = Attached(
        relation=REL_EMBEDDED, part=make_part("ppt/embeddings/workbook.xlsx", TYPE_WORKBOOK, workbook(), stored=True)
    )
    native = Attached(relation=REL_CHART, part=make_part("ppt/charts/chart.xml", TYPE_CHART, chart_xml()), below=(book,))
    return ChartItem(name=name, box=place, slot=slot, chart=native, drawing=(*bars, *words), alt="Motala har flest deltagare")


def charts() -> Page:
    return sample.page("diagram", "Diagram", bar_chart(), number=4)


def one_of_each() -> Page:
    """As little as shows how each is written."""
    left = replace(shape("ny/ett", box(1, 2), "roundRect", "Ett"), adjust=(30_000,), link=Link(page="ny"))
    place = box(5, 4)
    own = replace(shape("ny/två", place, rectangle(place)), line=None)
    group = GroupItem(name="ny/grupp", box=box(7, 2), items=(shape("ny/tre", box(7, 2), "rect"),), alt="En ruta")
    link = glued("ny/pil", (left, 2), (own, 0), INK, "elbow")
    title = sample.text("ny", "title", sample.paragraph("Ny", sample.TITLE))
    return Page(
        id="ny", title="Ny", layout="content", language="sv", items=(title, left, own, link, group, bar_chart("ny/diagram"))
    )


@cache
def scene() -> Scene:
    """A deck of these pages, with the lines of everything that stands in a slot too."""
    made = sample.scene(presets(), flowing(), groups(), charts())
    return replace(
        made,
        pages=tuple(
            replace(one, items=tuple(with_lines(it) if isinstance(it, TextItem) else it for it in one.items))
            for one in made.pages
        ),
        drawn_with={"Arial": ("Arimo",), "Courier New": ("Cousine",)},
        media={key: replace(media, data=sample.png(size=16)) for key, media in made.media.items()},
    )
