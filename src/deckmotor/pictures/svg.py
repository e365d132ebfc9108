"""SVG: drawings by strangers, read part by part, and written anew of what only draws (SVG 2).

What could act, or lead out of the file, is left out: scripts, links, pages within, parts of other files. Entities are refused,
and so are drawings whose parts stand for ever more parts. Only elements that are known here are written, with attributes and
style sheets that lead nowhere else.
"""

import re
from typing import NoReturn
from xml.parsers.expat import ExpatError, ParserCreate

from msgspec import Struct, field

from deckmotor.pictures.look import DamagedError

SVG, XLINK, XML = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace"

MOST_BYTES, MOST_ELEMENTS, DEEPEST, MOST_DRAWN = 5_000_000, 50_000, 100, 200_000
"""Of a file; elements of it, and within each other; and those that are drawn, parts that are used again counted again."""

SIDE = 4_000
"""Pixels that the longer side counts as: a drawing is as sharp at every size."""

DRAWN = frozenset(
    (
        "svg", "g", "defs", "symbol", "use", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text",
        "tspan", "textPath", "image", "clipPath", "mask", "pattern", "marker", "linearGradient", "radialGradient", "stop",
        "style", "switch", "a",
    )
)  # fmt: skip
"""Elements that are kept; of `a` only what is in it."""

SILENT = frozenset(("metadata", "title", "desc"))
"""Elements that nobody sees, and nobody misses."""

_SAID = re.compile(r"data-|aria-|role$|lang$|about$|property$|typeof$|resource$|content$")
"""Attributes that nobody sees: notes of the programs that drew it, words for those who hear a page."""

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_AGAIN = re.compile(r"url\(\s*['\"]?#([^)'\"]+)['\"]?\s*\)")
_URL = re.compile(r"url\s*\(\s*(?!['\"]?#)", re.IGNORECASE)
_WILD = re.compile(r"@import|expression\s*\(|javascript:|behavior\s*:|\\|<", re.IGNORECASE)
_DATA = re.compile(r"\s*data:image/(png|jpeg|gif);base64,[A-Za-z0-9+/=\s]*", re.IGNORECASE)
_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+(?:[eE][+-]?[0-9]+)?)\s*(px|pt|pc|mm|cm|in|em|ex|Q)?\s*")
_UNITS = {"px": 1, "pt": 4 / 3, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96, "em": 16, "ex": 8, "Q": 96 / 101.6}
_NAME = re.compile(r"[A-Za-z][\w.:-]*")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"})


class UnsafeError(ValueError):
    """A drawing that is refused. Its message is why, in words that follow its name."""


class Drawing(Struct, frozen=True):
    """A drawing of what only draws."""

    data: bytes
    width: int
    """Its shape, in pixels."""
    height: int
    left_out: tuple[str, ...] = ()
    """What of it was left out that somebody may miss."""
    lettered: bool = False
    """Whether letters are drawn in it, with whatever font is there."""


def read(data: bytes) -> Drawing:
    """A drawing from its file. Raises UnsafeError, and DamagedError where it is no XML, or has no size."""
    if len(data) > MOST_BYTES:
        raise UnsafeError(f"has {len(data) / 1_000_000:.1f} MB; a drawing has {MOST_BYTES // 1_000_000} at most")
    writer = _Writer()
    parser = ParserCreate(namespace_separator=" ")
    parser.ordered_attributes = True
    parser.buffer_text = True
    parser.StartElementHandler = writer.start
    parser.EndElementHandler = writer.end
    parser.CharacterDataHandler = writer.text
    parser.EntityDeclHandler = _no_entities
    try:
        parser.Parse(data, True)
    except (ExpatError, ValueError, LookupError) as error:
        if isinstance(error, UnsafeError):
            raise
        raise DamagedError from error
    if writer.size is None:
        raise DamagedError
    writer.count_again()
    writer.forget_names()
    width, height = writer.size
    scale = SIDE / max(width, height)
    made = "".join(writer.parts).encode("utf-8", "ignore")
    size = max(1, round(width * scale)), max(1, round(height * scale))
    return Drawing(made, *size, tuple(sorted(writer.left_out)), writer.lettered)


def _no_entities(*told: object) -> NoReturn:
    raise UnsafeError("declares entities, which could be anything")


class _Open(Struct):
    """An element that is being read."""

    tag: str
    """Empty where it is not written itself."""
    id: str = ""
    drawn: int = 1
    """Elements in it that are drawn, it among them."""
    used: list[str] = field(default_factory=list)
    """Ids of what is drawn again in it."""
    said: list[str] = field(default_factory=list)
    """Of a style sheet: its text."""


class _Writer:
    """Writes a drawing anew while it is read."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.size: tuple[float, float] | None = None
        self.left_out: set[str] = set()
        self.lettered = False
        self._open: list[_Open] = []
        self._skipped = 0
        self._count = 0
        self._named: list[tuple[int, str]] = []
        """The parts that have an id, and it."""
        self._styles: list[str] = []
        self._known: dict[str, tuple[int, list[str]]] = {}
        """By id: how many elements are drawn, and the ids of what is drawn again."""

    def start(self, name: str, given: list[str]) -> None:
        space, _, tag = name.rpartition(" ")
        self._count += 1
        if self._count > MOST_ELEMENTS:
            raise UnsafeError(f"has more than {MOST_ELEMENTS:,} parts; a drawing that is seen on a slide needs fewer")
        if len(self._open) + self._skipped > DEEPEST:
            raise UnsafeError(f"has parts more than {DEEPEST} deep within each other")
        if not self._open and not self._skipped and (tag != "svg" or space not in (SVG, "")):
            raise DamagedError
        if self._skipped or space not in (SVG, "") or tag not in DRAWN:
            if not self._skipped and space in (SVG, "") and tag not in SILENT:
                self.left_out.add("scripts" if tag == "script" else f"<{tag}>")
            self._skipped += 1
            return
        attributes = self._kept(tag, dict(zip(given[::2], given[1::2], strict=True)))
        if tag == "image" and "xlink:href" not in attributes:
            self._skipped = 1
            return
        if not self._open:
            attributes = self._rooted(attributes)
        self.lettered = self.lettered or tag == "text"
        one = _Open("" if tag == "a" else tag, attributes.get("id", ""))
        one.used = [match for value in attributes.values() for match in _AGAIN.findall(value)]
        led = attributes.get("xlink:href", "")
        if led.startswith("#"):
            one.used.append(led[1:])
        self._open.append(one)
        if one.tag:
            written = [f' {key}="{value.translate(_ESCAPES)}"' for key, value in attributes.items() if key != "id"]
            self.parts.append(f"<{tag}{''.join(written)}>")
            if one.id:
                self._named.append((len(self.parts) - 1, one.id))

    def end(self, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
            return
        one = self._open.pop()
        if one.tag == "style":
            self._write_style("".join(one.said))
        if one.tag:
            self.parts.append(f"</{one.tag}>")
        if one.id:
            self._known[one.id] = (one.drawn, one.used)
        if self._open:
            self._open[-1].drawn += one.drawn
            self._open[-1].used += one.used
        else:
            self._known[""] = (one.drawn, one.used)

    def text(self, said: str) -> None:
        if self._skipped or not self._open:
            return
        if self._open[-1].tag == "style":
            self._open[-1].said.append(said)
        elif any(one.tag in ("text", "tspan", "textPath") for one in self._open):
            self.parts.append(said.translate(_ESCAPES))

    def count_again(self) -> None:
        """Raise UnsafeError where what is used again, and again within that, comes to too much, or to itself."""
        total: dict[str, int] = {}

        def drawn(name: str, within: tuple[str, ...]) -> int:
            if name in within or len(within) > DEEPEST:
                raise UnsafeError("has a part that stands within itself")
            if name not in total:
                own, used = self._known.get(name, (0, []))
                total[name] = own + sum(drawn(one, (*within, name)) for one in used)
                if total[name] > MOST_DRAWN:
                    raise UnsafeError(f"draws more than {MOST_DRAWN:,} parts by using some again and again")
            return total[name]

        drawn("", ())

    def forget_names(self) -> None:
        """Write the ids that something leads to: others are names of layers, which somebody gave."""
        led, styles = set(self._known[""][1]), "".join(self._styles)
        for at, name in self._named:
            if name in led or f"#{name}" in styles:
                self.parts[at] = f'{self.parts[at][:-1]} id="{name.translate(_ESCAPES)}">'

    def _kept(self, tag: str, given: dict[str, str]) -> dict[str, str]:
        """The attributes that only draw."""
        kept = {}
        for name, value in given.items():
            space, _, key = name.rpartition(" ")
            if _SAID.match(key):
                continue
            if key == "href" and space in ("", XLINK):
                if tag == "image" and (data := _DATA.fullmatch(value)):
                    if bare := _bare(data[1].lower(), value.partition(",")[2]):
                        kept["xlink:href"] = bare
                    else:
                        self.left_out.add("a damaged picture")
                elif tag != "a" and value.startswith("#"):
                    kept["xlink:href"] = value
                elif tag != "a":
                    self.left_out.add("what other files hold")
            elif space == XML and key == "space":
                kept["xml:space"] = value
            elif space or not _NAME.fullmatch(key) or key.startswith("on"):
                if not space:
                    self.left_out.add("scripts")
            elif _URL.search(value) or _WILD.search(value):
                self.left_out.add("what other files hold")
            elif key != "filter":
                kept[key] = value
            else:
                self.left_out.add("filters")
        return kept

    def _rooted(self, given: dict[str, str]) -> dict[str, str]:
        """The attributes of the whole drawing: with a place for all of it, so that it can be drawn at any size."""
        view = [float(one) for one in re.split(r"[\s,]+", given.get("viewBox", "").strip()) if one]
        width, height = _length(given.get("width", "")), _length(given.get("height", ""))
        if len(view) == 4 and view[2] > 0 and view[3] > 0:
            width, height = (width, height) if width and height else (view[2], view[3])
        elif width and height:
            view = [0.0, 0.0, width, height]
        else:
            raise DamagedError
        if not all(abs(one) < 1e7 for one in (*view, width, height)) or not 0.001 < width / height < 1000:
            raise DamagedError
        self.size = width, height
        box = " ".join(f"{one:.9g}" for one in view)
        named = {
            "xmlns": SVG,
            "xmlns:xlink": XLINK,
            **given,
            "viewBox": box,
            "width": f"{width:.9g}",
            "height": f"{height:.9g}",
        }
        return {key: value for key, value in named.items() if key not in ("x", "y")}

    def _write_style(self, said: str) -> None:
        said = _COMMENT.sub(" ", said)
        if _URL.search(said) or _WILD.search(said):
            self.left_out.add("a style sheet that leads elsewhere")
        else:
            self.parts.append(said.translate(_ESCAPES))
            self._styles.append(said)


def _bare(kind: str, written: str) -> str:
    """A picture in a drawing as an address that holds it, without notes; nothing where it is damaged."""
    from base64 import b64decode, b64encode  # Few drawings hold pictures.
    from importlib import import_module

    try:
        data = import_module(f"deckmotor.pictures.{kind}").stripped(b64decode(written))
    except (ValueError, IndexError):
        return ""
    return f"data:image/{kind};base64,{b64encode(data).decode()}"


def _length(written: str) -> float | None:
    match = _LENGTH.fullmatch(written)
    return float(match[1]) * _UNITS[match[2] or "px"] if match else None


_PAINT = re.compile(r"""(?P<before>(?<![\w-])(?:fill|stroke|stop-color|color|flood-color)\s*(?:="|:)\s*)(?P<paint>[^;"}&]+)""")
_LEFT = re.compile(r"none|transparent|inherit|url\(.*|white|#fff(?:fff)?", re.IGNORECASE)


def recoloured(drawing: bytes, rgb: str) -> bytes:
    """A drawing that has been read, in one colour. What is white stays: it was cut out of the rest."""

    def paint(match: re.Match[str]) -> str:
        return match[0] if _LEFT.fullmatch(match["paint"].strip()) else f"{match['before']}#{rgb}"

    made = _PAINT.sub(paint, drawing.decode())
    # What says nothing of its fill has that of the whole.
    head, rest = made.split(">", 1)
    head = head if ' fill="' in head else f'{head} fill="#{rgb}"'
    return f"{head}>{rest}".encode()
