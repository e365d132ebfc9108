"""QR codes (ISO/IEC 18004): dark squares as one native shape, on a light ground that keeps the margin a reader needs."""

from re import finditer

from deckmotor.color import Color, contrast, relit
from deckmotor.compose.captions import caption, caption_room
from deckmotor.compose.kinds.kind import Kind, Want
from deckmotor.compose.kinds.picture import LEAST
from deckmotor.compose.look import Look, filled_in, link_to, own_word, paragraph
from deckmotor.compose.place import Place
from deckmotor.compose.squares import squares
from deckmotor.compose.text import text_item
from deckmotor.model.codes import Qr
from deckmotor.model.links import link_problem
from deckmotor.model.text import Text, TextRun
from deckmotor.scene.page import Commands, GroupItem, Item, ShapeItem, TextItem
from deckmotor.style import Box, Line
from deckmotor.theme.grid import GUTTER
from deckmotor.units import inches, points

QUIET = 4
"""Squares of margin on each side (ISO/IEC 18004, 5.3.8)."""

WIDE = inches(3.5)
"""How wide the room beside a code is at least that its line stands in."""

READABLE = 7
"""Contrast of squares and ground: readers do with less, projectors take some away."""

WEB = ("https://", "http://", "mailto:", "tel:")

WORDS = {
    "bg": "QR код: {name}", "cs": "QR kód: {name}", "da": "QR-kode til {name}", "de": "QR-Code: {name}",
    "el": "Κωδικός QR: {name}", "en": "QR code to {name}", "es": "Código QR: {name}", "et": "QR-kood: {name}",
    "fi": "QR-koodi: {name}", "fr": "Code QR : {name}", "ga": "Cód QR: {name}", "hr": "QR kod: {name}", "hu": "QR-kód: {name}",
    "is": "QR-kóði: {name}", "it": "Codice QR: {name}", "lt": "QR kodas: {name}", "lv": "QR kods: {name}",
    "mt": "Kodiċi QR: {name}", "nb": "QR-kode til {name}", "nl": "QR-code: {name}", "nn": "QR-kode til {name}",
    "no": "QR-kode til {name}", "pl": "Kod QR: {name}", "pt": "Código QR: {name}", "ro": "Cod QR: {name}",
    "ru": "QR-код: {name}", "sk": "QR kód: {name}", "sl": "Koda QR: {name}", "sv": "QR-kod till {name}", "tr": "QR kod: {name}",
    "uk": "QR-код: {name}",
}  # fmt: skip
"""What a code is, by language."""


def _draw(block: Qr, place: Place, look: Look) -> tuple[Item, ...]:
    """The code as large as its place lets it be, and the line at it: beside it in the size of text, or small below."""
    text, area = _caption(block), place.box
    name, side = f"{look.page}/{place.key}", min(area.width, area.height)
    box = Box(area.x, area.y + (area.height - side) // 2, side, side)
    right = box.right + 2 * GUTTER
    if area.right - right >= WIDE:
        beside = Box(right, box.y, area.right - right, side)
        return (_code(block, box, name, look), _beside(text, f"{place.key}-caption", beside, look))
    room = caption_room(text, area, look)
    side = min(area.width, area.height - room)
    box = Box(area.x, area.y, side, side)  # At the top, so that codes beside each other begin alike.
    return (_code(block, box, name, look), *caption(text, place.key, box, area, look))


def _beside(text: Text, key: str, box: Box, look: Look) -> TextItem:
    """The line beside a code that has room there."""
    scale = look.theme.looks["text"]
    own = Place(key=key, box=box, slot=None, scale=scale, share="text", native=False, anchor="middle")
    return text_item(own, lambda levels: [paragraph(text, levels[0], look)], look, text.span, (text,))


def _caption(block: Qr) -> Text:
    """Its own line, else the address, which leads there too."""
    if block.caption is not None:
        return block.caption
    return Text(runs=(TextRun(text=_short(block.address), link=_link(block.address)),), span=block.span)


def _link(address: str) -> str | None:
    return address if address.lower().startswith(WEB) and link_problem(address, address) is None else None


def _short(address: str) -> str:
    """An address as people say it."""
    begin = next((scheme for scheme in WEB if address.lower().startswith(scheme)), "")
    return address[len(begin) :].removesuffix("/")


def _code(block: Qr, box: Box, name: str, look: Look) -> GroupItem:
    dark, light = _colours(look)
    usual = WORDS.get(look.language.partition("-")[0].lower(), WORDS["en"])
    drawn = ShapeItem(
        name=f"{name}-code",
        box=box,
        outline=_outline(squares(block.address), box),
        fill=dark,
        alt=block.alt or filled_in(own_word("qr", usual, look), name=_short(block.address)),
        link=link_to(_link(block.address)),
    )
    page = look.layout.background
    edge = Line(color=relit(page, 84), width=points(0.75)) if light.rgb == page.rgb else None
    ground = ShapeItem(name=f"{name}-ground", box=box, outline="rect", fill=light, line=edge)
    return GroupItem(name=name, box=box, items=(ground, drawn))


def _colours(look: Look) -> tuple[Color, Color]:
    """Text and page, the darker for the squares: codes that are light on dark, few readers read."""
    pair = (look.theme.looks["list"][0][0].text.color, look.layout.background)
    if contrast(pair[0].rgb, pair[1].rgb) < READABLE:
        return Color("000000"), Color("FFFFFF")
    dark, light = sorted(pair, key=lambda color: contrast(color.rgb, "000000"))
    return dark, light


def _outline(rows: list[str], box: Box) -> Commands:
    """The outline of all dark squares, a rectangle for those beside each other."""
    count = len(rows) + 2 * QUIET
    edges = [round(box.width * at / count) for at in range(count + 1)]
    commands: list[tuple[str | int, ...]] = []
    for down, row in enumerate(rows, QUIET):
        top, bottom = box.y + edges[down], box.y + edges[down + 1]
        for dark in finditer("1+", row):
            left, right = box.x + edges[dark.start() + QUIET], box.x + edges[dark.end() + QUIET]
            commands += [("M", left, top), ("L", right, top), ("L", right, bottom), ("L", left, bottom), ("Z",)]
    return tuple(commands)


def _want(block: Qr, place: Place, step: int, look: Look) -> Want:
    width, below = place.box.width, caption_room(_caption(block), place.box, look)
    return Want(height=width + below, least=LEAST + below, width=width, ratio=1.0, below=below)


QR = Kind(
    block=Qr,
    example="title: Tell us\nqr: https://example.org/survey\n",
    draw=_draw,
    want=_want,
)
