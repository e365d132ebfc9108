"""One slide: what stands on it, in reading order (ECMA-376 part 1, 19.3.1.38)."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.finished import Cell, Chart, Identity, Other, Paragraph, Part, Picture, Place, Slide, Table, Words
from deckmotor.importer.chart import read_chart
from deckmotor.importer.names import COMPATIBILITY, MATHS, q
from deckmotor.importer.places import SHAPES, Frame, Inherited, type_of
from deckmotor.importer.text import (
    A_T,
    R_ID,
    Marker,
    as_read,
    in_one,
    largest_size,
    level_properties,
    marker_in,
    no_marker,
    paragraphs,
    size_in,
    text_of,
)
from deckmotor.ooxml.identity import MARKER, PAIRED
from deckmotor.ooxml.names import CHART, TABLE_GRAPHIC

ROLES: dict[str, Literal["title", "subtitle", "body"]] = {
    "title": "title", "ctrTitle": "title", "subTitle": "subtitle", "body": "body", "obj": "body",
}  # fmt: skip
COLOURS = ("a:srgbClr", "a:schemeClr", "a:sysClr")
FEET = ("ftr", "dt")
NUMBER = "sldNum"
TRUE = ("1", "true")
LINE_HEIGHT = 12
"""Points: what begins so little below something else stands beside it, for reading."""


class Around(Struct, frozen=True):
    """What a slide is read with, besides its own part."""

    inherited: Inherited
    slides: dict[str, str]
    """What to call the slides that links lead to, by part name."""
    digests: Callable[[Any], str]
    """The digest of a picture's part."""


class Reading:
    """One slide on its way to a value."""

    def __init__(self, part: Any, around: Around) -> None:
        self.part = part
        self.around = around
        self.marked = ""
        """Id that a marker shape of ours names."""
        self.feet: list[tuple[int, str]] = []
        """Footer and date, each with its place in `FEET`."""
        self.aside: list[str] = []
        """Texts that only decorate."""

    def slide(self, number: int, section: str) -> Slide:
        """The slide. `number` is its `p:sldId/@id`."""
        root = self.part._element
        tree = root.find(f"{q('p:cSld')}/{q('p:spTree')}")
        parts = [] if tree is None else list(self._inside(tree, Frame()))
        ours = bool(self.marked)
        if ours:
            parts = [self._own_name(part) for part in parts]
        return Slide(
            identity=Identity(self.marked, number, _creation(root)),
            parts=tuple(parts if ours else _in_reading_order(parts)),
            notes=self._notes(),
            footer="\n".join(text for _, text in sorted(self.feet)),
            hidden=root.get("show") in ("0", "false"),
            transition=_transition(root),
            clicks=sum(1 for node in root.iter(q("p:cTn")) if node.get("nodeType") == "clickEffect"),
            background=self._background(root),
            aside="\n".join(self.aside),
            layout=self.around.inherited.name,
            section=section,
        )

    def _own_name(self, part: Part) -> Part:
        """A part by the name that it has where no morph pairs it."""
        key = part.name.removeprefix(PAIRED)
        return part if key == part.name else replace(part, name=f"{self.marked}/{key}")

    def _inside(self, tree: Any, frame: Frame) -> Iterator[Part]:
        for shape in _shapes(tree):
            if shape.tag == q("p:grpSp"):
                properties = shape.find(q("p:grpSpPr"))
                transform = None if properties is None else properties.find(q("a:xfrm"))
                yield from _described_group(shape, frame.place(transform))
                yield from self._inside(shape, frame.inside(transform))
                continue
            named = next(shape.iter(q("p:cNvPr")), None)
            name = "" if named is None else named.get("name", "")
            if name.startswith(MARKER):
                self.marked = self.marked or name.removeprefix(MARKER)
            elif shape.tag == q("p:sp") and _decorates(shape):
                body = shape.find(q("p:txBody"))
                self.aside += [] if body is None else filter(None, [text_of(body)])
            elif (part := self._part(shape, frame)) is not None:
                alt = "" if named is None else as_read(named.get("descr", ""))
                yield replace(part, name=name, alt=alt)

    def _part(self, shape: Any, frame: Frame) -> Part | None:
        mark = next(shape.iter(q("p:ph")), None)
        place = self._place(shape, frame, mark)
        if shape.tag == q("p:pic"):
            return self._picture(shape, place)
        if shape.tag == q("p:graphicFrame"):
            return self._frame(shape, place)
        body = shape.find(q("p:txBody"))
        kind = "" if mark is None else type_of(mark)
        if kind in FEET or kind == NUMBER:
            text = "" if body is None or kind == NUMBER else text_of(body)
            self.feet += [(FEET.index(kind), text)] if text else []
            return None
        said = () if body is None else self._paragraphs(body, mark)
        link = self._leads(shape, "p:nvSpPr")
        if not said and not link and not _described(shape):
            return None  # An empty placeholder, or what only decorates.
        size = 0 if body is None else self._size(body, mark)
        return Words(role=ROLES.get(kind, ""), paragraphs=said, link=link, size=size, place=place)

    def _place(self, shape: Any, frame: Frame, mark: Any) -> Place:
        transform = shape.find(q("p:xfrm"))
        if transform is None:
            transform = shape.find(f"{q('p:spPr')}/{q('a:xfrm')}")
        own = frame.place(transform)
        if own is None and mark is not None:
            own = self.around.inherited.place(mark)
        return own or (0, 0, 0, 0)

    def _paragraphs(self, body: Any, mark: Any) -> tuple[Paragraph, ...]:
        own = body.find(q("a:lstStyle"))
        inherited = self.around.inherited

        def marker(level: int) -> Marker:
            properties = level_properties(own, level)
            found = None if properties is None else marker_in(properties)
            return found if found is not None else "" if mark is None else inherited.marker(mark, level)

        return paragraphs(body, marker, self._address)

    def _cell(self, cell: Any) -> Cell:
        body = cell.find(q("a:txBody"))
        said = () if body is None else paragraphs(body, no_marker, self._address)
        text, marks = in_one(said)
        return Cell(text, _span(cell, "gridSpan"), _span(cell, "rowSpan"), marks)

    def _size(self, body: Any, mark: Any) -> float:
        own, inherited = body.find(q("a:lstStyle")), self.around.inherited

        def size(level: int) -> float:
            properties = level_properties(own, level)
            found = 0.0 if properties is None else size_in(properties.find(q("a:defRPr")))
            return found or inherited.size(mark, level)

        return largest_size(body, size)

    def _address(self, relation: str) -> str:
        """Where a link leads: an address, or `#` and what the slide is called. Empty where it leads nowhere."""
        found = self.part.rels.get(relation)
        if found is None:
            return ""
        if found.is_external:
            return str(found.target_ref)
        return f"#{self.around.slides.get(str(found.target_part.partname), found.target_part.partname)}"

    def _leads(self, shape: Any, properties: str) -> str:
        """Where a click on all of a shape leads; empty where it leads nowhere."""
        click = shape.find(f"{q(properties)}/{q('p:cNvPr')}/{q('a:hlinkClick')}")
        return "" if click is None else self._address(click.get(R_ID, ""))

    def _target(self, relation: str | None) -> Any:
        """The part that a relationship leads to, or None."""
        found = self.part.rels.get(relation) if relation else None
        return None if found is None or found.is_external else found.target_part

    # Kinds of parts

    def _picture(self, shape: Any, place: Place) -> Part:
        for kind in ("video", "audio"):
            if next(shape.iter(q(f"a:{kind}File")), None) is not None:
                shown = self._shown(shape)
                poster = "" if shown is None else self.around.digests(shown)
                return Other(kind=kind, digest=self._film(shape), poster=poster, place=place)
        filled = shape.find(q("p:blipFill"))
        target = self._shown(shape)
        cut = None if filled is None else filled.find(q("a:srcRect"))
        ending = "" if target is None else str(target.partname).rpartition(".")[2].lower()
        return Picture(
            link=self._leads(shape, "p:nvPicPr"),
            digest="" if target is None else self.around.digests(target),
            kind={"jpg": "jpeg"}.get(ending, ending),
            decorative=_decorates(shape),
            crop=(0, 0, 0, 0)
            if cut is None
            else (_percent(cut, "l"), _percent(cut, "t"), _percent(cut, "r"), _percent(cut, "b")),
            place=place,
        )

    def _shown(self, shape: Any) -> Any:
        """The part of the file that a picture, or the poster of a film, shows."""
        blip = shape.find(f"{q('p:blipFill')}/{q('a:blip')}")
        return None if blip is None else self._target(blip.get(q("r:embed")))

    def _film(self, shape: Any) -> str:
        """The digest of the file that is played, which PowerPoint names in an extension; empty where it is elsewhere."""
        media = next(shape.iter("{http://schemas.microsoft.com/office/powerpoint/2010/main}media"), None)
        target = None if media is None else self._target(media.get(q("r:embed")))
        return "" if target is None else self.around.digests(target)

    def _background(self, root: Any) -> str:
        """What a slide of its own background stands on (19.3.1.1)."""
        own = root.find(f"{q('p:cSld')}/{q('p:bg')}")
        if own is None:
            return ""
        blip = next(own.iter(q("a:blip")), None)
        if blip is not None:
            target = self._target(blip.get(q("r:embed")))
            return "a picture" if target is None else f"a picture ({self.around.digests(target)})"
        colour = next((one.get("val", "") for name in COLOURS for one in own.iter(q(name))), "")
        filled = own.find(f"{q('p:bgPr')}/{q('a:solidFill')}")
        return colour.lower() if filled is not None and colour else "one of its own"

    def _frame(self, shape: Any, place: Place) -> Part:
        data = next(shape.iter(q("a:graphicData")), None)
        kind = "" if data is None else data.get("uri", "")
        if data is not None and kind == TABLE_GRAPHIC:
            heads: Any = next(data.iter(q("a:tblPr")), {})
            return Table(
                rows=tuple(tuple(self._cell(cell) for cell in row.iterchildren(q("a:tc"))) for row in data.iter(q("a:tr"))),
                header=heads.get("firstRow") in TRUE,
                header_column=heads.get("firstCol") in TRUE,
                place=place,
            )
        if data is not None and kind == CHART:
            drawn = data.find(q("c:chart"))
            target = None if drawn is None else self._target(drawn.get(R_ID))
            if target is not None and hasattr(target, "_element"):
                read = read_chart(target._element)
                return Chart(kind=read.kind, title=read.title, series=read.series, place=place)
        word = next((word for word in ("diagram", "chart", "ole", "table") if word in kind), "object")
        return Other(kind={"ole": "object"}.get(word, word), text=self._text_behind(data), place=place)

    def _text_behind(self, data: Any) -> str:
        """What can be read in the parts that a frame names: the points of a diagram."""
        from lxml import etree

        named = None if data is None else data.find("{*}relIds")
        target = None if named is None else self._target(named.get(q("r:dm")))
        try:
            root = None if target is None else etree.fromstring(target.blob, etree.XMLParser(resolve_entities=False))
        except etree.XMLSyntaxError:
            root = None
        return "\n".join(as_read(text) for one in root.iter(A_T) if (text := one.text)) if root is not None else ""

    def _notes(self) -> tuple[Paragraph, ...]:
        notes = next((one.target_part for one in self.part.rels.values() if one.reltype.endswith("/notesSlide")), None)
        if notes is None:
            return ()
        reading = Reading(notes, self.around)
        for shape in notes._element.iter(q("p:sp")):
            mark, body = next(shape.iter(q("p:ph")), None), shape.find(q("p:txBody"))
            if (
                mark is not None and body is not None and mark.get("type") == "body"
            ):  # By type: the index is every program's own.
                return paragraphs(body, no_marker, reading._address)
        return ()


def _shapes(tree: Any) -> Iterator[Any]:
    """The shapes of a tree or group. Of alternatives the first, which is what newer programs show."""
    for child in tree:
        if child.tag in SHAPES:
            yield child
        elif child.tag == f"{{{COMPATIBILITY}}}AlternateContent":
            found = list(filter(None, [list(_shapes(way)) for way in child]))
            formula = bool(found) and _has(found[0], f"{{{MATHS}}}oMath")
            # A formula is read as what older programs read of it, its line of characters, where they have more than a picture.
            yield from next((shapes for shapes in found[1:] if formula and _says(shapes)), found[0] if found else [])


def _has(shapes: Sequence[Any], tag: str) -> bool:
    """Whether an element stands in some shapes."""
    return any(True for shape in shapes for _ in shape.iter(tag))


def _says(shapes: Sequence[Any]) -> bool:
    """Whether there are words in some shapes."""
    return any((text.text or "").strip() for shape in shapes for text in shape.iter(A_T))


def _decorates(shape: Any) -> bool:
    """Whether a shape only decorates, as it says itself: a picture, the numbers beside lines of code."""
    return any(mark.get("val") in TRUE for mark in shape.iter("{*}decorative"))


def _described(shape: Any) -> bool:
    named = next(shape.iter(q("p:cNvPr")), None)
    return named is not None and bool(named.get("descr"))


def _percent(cut: Any, side: str) -> int:
    try:
        return round(int(cut.get(side, "0")) / 1000)
    except ValueError:
        return 0


def _described_group(group: Any, place: Place | None) -> Iterator[Words]:
    """What words say of all that is in a group: of a flow what leads to what, which its boxes alone don't tell."""
    named = group.find(f"{q('p:nvGrpSpPr')}/{q('p:cNvPr')}")
    alt = "" if named is None else as_read(named.get("descr", ""))
    if alt:
        yield Words(name=named.get("name", ""), alt=alt, place=place or (0, 0, 0, 0))


def _span(cell: Any, name: str) -> int:
    written = cell.get(name, "1")
    return int(written) if written.isdecimal() and len(written) < 5 else 1


def _transition(root: Any) -> str:
    """What newer programs show, which is the first of alternatives."""
    found = next(root.iter(q("p:transition")), None)
    kinds = [child.tag.rpartition("}")[2] for child in found if isinstance(child.tag, str)] if found is not None else []
    return next((kind for kind in kinds if kind not in ("sndAc", "extLst")), "")


def _creation(root: Any) -> int:
    element = next(root.iter(q("p14:creationId")), None)
    written = "" if element is None else element.get("val", "")
    return int(written) if written.isdecimal() and len(written) < 11 else 0


def _in_reading_order(parts: list[Part]) -> list[Part]:
    """Titles first, then what begins at the same height from left to right, row by row."""
    by_height = sorted(parts, key=lambda part: part.place[1])
    rows: list[list[Part]] = []
    for part in by_height:
        if rows and part.place[1] - rows[-1][0].place[1] <= LINE_HEIGHT:
            rows[-1].append(part)
        else:
            rows.append([part])
    ordered = [part for row in rows for part in sorted(row, key=lambda part: part.place[0])]
    return sorted(ordered, key=lambda part: not (isinstance(part, Words) and part.role == "title"))
