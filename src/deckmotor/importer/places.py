"""What a slide inherits: places and markers, from its layout and master (ECMA-376 part 1, 19.3.1.36: `p:ph`)."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from deckmotor.finished import Place
from deckmotor.importer.names import q
from deckmotor.importer.text import Marker, level_properties, marker_in, size_in

EMU_IN_POINT = 12_700
USUAL_SIZE = 18.0
"""Points of text whose size nobody names (21.1.2.3.9, `sz`)."""
SHAPES = tuple(q(f"p:{name}") for name in ("sp", "pic", "graphicFrame", "cxnSp", "grpSp"))
TITLES = ("title", "ctrTitle")
_KIN = {"ctrTitle": "title", "subTitle": "body", "obj": "body", "tbl": "body", "chart": "body", "pic": "body", "dgm": "body"}
"""The type of the master's placeholder that one of another type inherits from."""


class Frame(Struct, frozen=True):
    """How coordinates inside a group become the page's."""

    across: float = 1
    down: float = 1
    left: float = 0
    top: float = 0

    def place(self, transform: Any) -> Place | None:
        """The place that an `a:xfrm` or `p:xfrm` gives, in points of the page; None where it gives none."""
        numbers = numbers_of(transform, ("a:off", "a:ext"))
        if numbers is None:
            return None
        x, y, width, height = numbers
        page = (x * self.across + self.left, y * self.down + self.top, width * self.across, height * self.down)
        left, top, wide, high = (round(value / EMU_IN_POINT) for value in page)
        return left, top, wide, high

    def inside(self, transform: Any) -> "Frame":
        """The frame of what stands in a group with that transform."""
        outer, inner = numbers_of(transform, ("a:off", "a:ext")), numbers_of(transform, ("a:chOff", "a:chExt"))
        if outer is None or inner is None or not inner[2] or not inner[3]:
            return self
        across, down = outer[2] / inner[2], outer[3] / inner[3]
        left, top = outer[0] - inner[0] * across, outer[1] - inner[1] * down
        return Frame(self.across * across, self.down * down, self.left + left * self.across, self.top + top * self.down)


def numbers_of(transform: Any, names: tuple[str, str]) -> tuple[int, int, int, int] | None:
    """x, y, cx, cy of two children of a transform, EMU; None where one is missing or no number."""
    if transform is None:
        return None
    point, extent = transform.find(q(names[0])), transform.find(q(names[1]))
    if point is None or extent is None:
        return None
    try:
        x, y, width, height = (
            int(one.get(key, "")) for one, key in ((point, "x"), (point, "y"), (extent, "cx"), (extent, "cy"))
        )
    except ValueError:
        return None
    most = 1 << 40
    return (x, y, width, height) if max(abs(x), abs(y), abs(width), abs(height)) < most else None


class Inherited:
    """What slides of one layout inherit from it and from its master."""

    def __init__(self, layout: Any, master: Any) -> None:
        self._layout = _placeholders(layout)
        self._master = _placeholders(master)
        styles = master.find(q("p:txStyles")) if master is not None else None
        self._styles = {
            name: None if styles is None else styles.find(q(f"p:{name}Style")) for name in ("title", "body", "other")
        }
        self.name = _name(layout)
        self._places: dict[tuple[str, str], Place | None] = {}
        """By index and type of a placeholder; most slides of a layout fill the same ones."""
        self._looks: dict[tuple[str, str, int], tuple[Marker, float]] = {}
        """The same by level too; of a text in no placeholder the type is empty."""

    def place(self, mark: Any) -> Place | None:
        """The place of a placeholder that has none of its own."""
        key = _index(mark), type_of(mark)
        if key not in self._places:
            self._places[key] = self._place(mark)
        return self._places[key]

    def marker(self, mark: Any, level: int) -> Marker:
        """What stands before a paragraph of a level in a placeholder whose own text does not say."""
        return self._look(mark, level)[0]

    def size(self, mark: Any, level: int) -> float:
        """Points of the type of a level where neither the text nor its own list style says so; `mark` is None for a box."""
        return self._look(mark, level)[1]

    def _place(self, mark: Any) -> Place | None:
        for shape in self._kin(mark):
            transforms = shape.findall(f"{q('p:spPr')}/{q('a:xfrm')}")
            place = Frame().place(transforms[0]) if transforms else None
            if place is not None:
                return place
        return None

    def _look(self, mark: Any, level: int) -> tuple[Marker, float]:
        """Marker and size of a level."""
        key = ("", "", level) if mark is None else (_index(mark), type_of(mark), level)
        known = self._looks.get(key)
        if known is None:
            written = list(self._levels(mark, level))
            marker: Marker = next((found for one in written if (found := marker_in(one)) is not None), "")
            size = next(filter(None, (size_in(one.find(q("a:defRPr"))) for one in written)), USUAL_SIZE)
            known = self._looks[key] = marker, size
        return known

    def _levels(self, mark: Any, level: int) -> Iterator[Any]:
        """The properties of a level that a text inherits, the nearest first."""
        for shape in () if mark is None else self._kin(mark):
            if (found := level_properties(shape.find(f"{q('p:txBody')}/{q('a:lstStyle')}"), level)) is not None:
                yield found
        kind = "" if mark is None else type_of(mark)
        style = "title" if kind in TITLES else "body" if _KIN.get(kind, kind) == "body" else "other"
        if (found := level_properties(self._styles[style], level)) is not None:
            yield found

    def _kin(self, mark: Any) -> list[Any]:
        """The layout's placeholder of the same index, and the master's that this one inherits from."""
        index, kind = _index(mark), type_of(mark)
        laid = next((shape for at, of, shape in self._layout if at == index and (index != "0" or _alike(of, kind))), None)
        kind = type_of(_mark(laid)) if laid is not None and kind == "obj" else kind
        master = next((shape for _, of, shape in self._master if _alike(of, kind)), None)
        return [shape for shape in (laid, master) if shape is not None]


def _index(mark: Any) -> str:
    """The index of a placeholder."""
    return str(mark.get("idx", "0"))


def type_of(mark: Any) -> str:
    """The type of a placeholder; `obj` where it does not say (19.3.1.36)."""
    return str(mark.get("type", "obj"))


def _alike(one: str, other: str) -> bool:
    return _KIN.get(one, one) == _KIN.get(other, other)


def _placeholders(root: Any) -> list[tuple[str, str, Any]]:
    shapes = [] if root is None else list(root.iter(q("p:sp")))
    marked = ((_mark(shape), shape) for shape in shapes)
    return [(mark.get("idx", "0"), type_of(mark), shape) for mark, shape in marked if mark is not None]


def _mark(shape: Any) -> Any:
    return shape.find(f"{q('p:nvSpPr')}/{q('p:nvPr')}/{q('p:ph')}")


def _name(layout: Any) -> str:
    held = None if layout is None else layout.find(q("p:cSld"))
    return "" if held is None else str(held.get("name", ""))
