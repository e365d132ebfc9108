"""Random text boxes: drawn by LibreOffice from a file of python-pptx, and as the paragraphs that `flow` takes."""

import random
import subprocess
from pathlib import Path

from msgspec import Struct

import deckmotor
from deckmotor.color import Color
from deckmotor.style import Bullet, ParagraphStyle, TextStyle
from deckmotor.typeset.flow import FlowParagraph
from deckmotor.typeset.fonts import Fonts
from deckmotor.units import points
from tests.oracles import with_fonts

FONTS = Path(deckmotor.__file__).parent / "fonts"

INK = Color("000000")

WORDS = {
    "sv": """och att i för det på med som är en av till den kommunen ungdomar kompetensutveckling nätverket 3M-nätverket
        arbetsmarknadsenheten samverkan Västerås Ängelholm åtgärder försörjningsstöd utbildningsinsatser AVA-gruppen 2024
        1,5 miljoner procent (cirka Tyvärr Till Vi LSS-boende verksamhetsutvecklingsprojekt kl. 10.30 – dvs. fråga: hur?
        "Vägen" fåtal från Ytterligare offentliga fjärrvärme affär flicka""",
    "en": """the of and to in is that for with as was on are by this network municipality labour market well-being Tomorrow
        AWAY VAT Yes, To You should first office efficient affluent fifty-five percent 12 000 people (about half) can't
        long-term decision-making state-of-the-art Why? waffle fjord title attitude""",
    "de": """die der und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat
        Arbeitsmarktverwaltung Weiterbildungsmaßnahmen Zusammenarbeit größere Straße Übergang Ausländerbehörde z. B.
        Verkehrsinfrastrukturfinanzierungsgesellschaft Tür Tat Wien Vater – „Frage“ 3-mal""",
    "fi": """ja on ei se että oli hän mutta niin kuin myös vain jos kun olla voi työllisyyspalvelut yhteistyö kunta
        osaamisen kehittäminen työmarkkinavalmiudet Äänekoski päätöksenteko mahdollisuuksia Yli Työ Tässä 20-vuotiaat
        lainsäädäntövalmistelutyö vaikuttavuus hyvinvointialueella""",
}


class Piece(Struct, frozen=True):
    """A run of a box."""

    text: str
    style: TextStyle


class Box(Struct, frozen=True):
    """A box and its paragraphs."""

    width: int
    paragraphs: tuple[FlowParagraph, ...]


def random_boxes(seed: int, count: int, family: str = "") -> list[Box]:
    """Boxes of one to four paragraphs: two families, five to forty words, 12 to 44 points, bullets, indents, spacings."""
    chance = random.Random(seed)
    return [_box(chance, family or chance.choice(("Arial", "Calibri"))) for _ in range(count)]


def _box(chance: random.Random, family: str) -> Box:
    words = WORDS[chance.choice(list(WORDS))].split()
    size = chance.choice((12, 14, 16, 18, 20, 24, 28, 32, 40, 44))
    width = points(chance.uniform(9, 30) * size)
    spacing = chance.choice((100, 100, 100, 90, 95, 110, 120))
    before, after = points(chance.choice((0, 6, 10))), points(chance.choice((0, 0, 4)))
    bullets = chance.random() < 0.5
    hang = points(chance.choice((14, 18, 24)) * size / 18) if bullets else 0
    paragraphs = []
    for _ in range(chance.randint(1, 4)):
        bold, italic = chance.random() < 0.15, chance.random() < 0.1
        text = TextStyle(family=family, size=points(size), color=INK, bold=bold, italic=italic)
        level = chance.choice((0, 0, 1)) if bullets else 0
        style = ParagraphStyle(
            text=text,
            margin=hang * (level + 1),
            indent=-hang,
            line_spacing=spacing,
            before=before,
            after=after,
            bullet=Bullet(char="•") if bullets else None,
        )
        said = " ".join(chance.choices(words, k=chance.randint(2, 25)))
        paragraphs.append(FlowParagraph(runs=_runs(chance, said, text), style=style))
    return Box(width, tuple(paragraphs))


def _runs(chance: random.Random, said: str, style: TextStyle) -> tuple[Piece, ...]:
    """One run mostly, else three of which the middle one is bold (or not, where the others are)."""
    words = said.split(" ")
    if chance.random() < 0.75 or len(words) < 5:
        return (Piece(said, style),)
    i, j = sorted(chance.sample(range(1, len(words)), 2))
    other = TextStyle(family=style.family, size=style.size, color=INK, bold=not style.bold, italic=style.italic)
    parts = (" ".join(words[:i]) + " ", " ".join(words[i:j]), " " + " ".join(words[j:]))
    return tuple(Piece(part, look) for part, look in zip(parts, (style, other, style), strict=True))


class DrawnLine(Struct):
    """A line in LibreOffice's PDF: its characters without spaces, and the top of its text in points from the page's top."""

    text: str
    top: float


def drawn_by_libreoffice(boxes: list[Box], folder: Path) -> list[list[DrawnLine]]:
    """The lines of each box, each box being drawn at the top left of a page of its own. Needs soffice and pdftotext."""
    _write(boxes, folder / "boxes.pptx")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "boxes.pptx")]
    tall_font(folder / "fonts")
    subprocess.run(command, check=True, capture_output=True, timeout=300, env=with_fonts(folder, folder / "fonts"))
    layout = subprocess.run(["pdftotext", "-bbox-layout", str(folder / "boxes.pdf"), "-"], check=True, capture_output=True)
    return _read(layout.stdout)


def tall_boxes(family: str) -> list[Box]:
    """Boxes of several lines in a font that has one face only, at several sizes and spacings."""
    said = " ".join(WORDS["sv"].split()[:24])
    made = []
    for size, spacing in ((12, 100), (18, 90), (24, 100), (40, 120)):
        text = TextStyle(family=family, size=points(size), color=INK)
        style = ParagraphStyle(text=text, margin=0, indent=0, line_spacing=spacing, before=0, after=0, bullet=None)
        made.append(Box(points(18 * size), (FlowParagraph(runs=(Piece(said, text),), style=style),)))
    return made


def tight_boxes(fonts: Fonts) -> list[Box]:
    """Large text with its letters drawn together, in boxes that are just as wide as it, a little narrower or a little wider."""
    made = []
    for said, size, family in (("3,2 km", 96, "Calibri"), ("1 284 kr", 60, "Arial"), ("Var tredje elev", 44, "Calibri")):
        text = TextStyle(family=family, size=points(size), color=INK, bold=True, tracking=-points(0.02 * size))
        style = ParagraphStyle(text=text, margin=0, indent=0, line_spacing=100, before=0, after=0, bullet=None)
        for more in (-0.5, 0, 0.5, 1, 1.5, 2, 3, 6):
            width = fonts.width(said, text) + points(more)
            made.append(Box(width, (FlowParagraph(runs=(Piece(said, text),), style=style),)))
    return made


TALL = "Arimo Tall"
"""A font as Arimo is, but for the height of a line that it asks for: 1.7 em, where Arial asks for 1.15."""


def tall_font(folder: Path) -> None:
    """Write that font: with all three heights that a font file has (OpenType, hhea and OS/2)."""
    from fontTools.ttLib import TTFont

    font = TTFont(str(FONTS / "Arimo-Regular.ttf"))
    height, depth = (round(share * font["head"].unitsPerEm) for share in (1.25, 0.45))
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = height, -depth, 0
    font["OS/2"].sTypoAscender, font["OS/2"].sTypoDescender, font["OS/2"].sTypoLineGap = height, -depth, 0
    font["OS/2"].usWinAscent, font["OS/2"].usWinDescent = height, depth
    for record in font["name"].names:
        if record.nameID in (1, 4, 6, 16):
            font["name"].setName(TALL.replace(" ", "") if record.nameID == 6 else TALL, record.nameID, 3, 1, 0x409)
    font["name"].names = [record for record in font["name"].names if record.platformID == 3]
    folder.mkdir(exist_ok=True)
    font.save(str(folder / "tall.ttf"))


def _write(boxes: list[Box], place: Path) -> None:
    from pptx import Presentation
    from pptx.util import Emu

    deck = Presentation()
    deck.slide_width, deck.slide_height = Emu(points(1500)), Emu(points(3000))
    for box in boxes:
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        frame = slide.shapes.add_textbox(Emu(0), Emu(0), Emu(box.width), Emu(points(100))).text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
        for index, paragraph in enumerate(box.paragraphs):
            _write_paragraph(frame.paragraphs[0] if index == 0 else frame.add_paragraph(), paragraph)
    deck.save(str(place))


def _write_paragraph(target: object, paragraph: FlowParagraph) -> None:
    from lxml import etree
    from pptx.oxml.ns import qn
    from pptx.text.text import _Paragraph
    from pptx.util import Emu

    assert isinstance(target, _Paragraph)
    style = paragraph.style
    target.line_spacing = style.line_spacing / 100
    target.space_before, target.space_after = Emu(style.before), Emu(style.after)
    properties = target._p.get_or_add_pPr()
    properties.set("marL", str(style.margin))
    properties.set("indent", str(style.indent))
    if style.bullet:
        etree.SubElement(properties, qn("a:buChar")).set("char", style.bullet.char or "")
    for piece in paragraph.runs:
        run = target.add_run()
        run.text = piece.text
        run.font.name, run.font.size = piece.style.family, Emu(piece.style.size)
        run.font.bold, run.font.italic = piece.style.bold, piece.style.italic
        if piece.style.tracking:
            run._r.get_or_add_rPr().set("spc", str(round(piece.style.tracking / points(0.01))))


def _read(layout: bytes) -> list[list[DrawnLine]]:
    from lxml import etree

    pages = []
    for page in etree.fromstring(layout).iter("{*}page"):
        words = [(float(word.get("yMin", "")), float(word.get("xMin", "")), word.text or "") for word in page.iter("{*}word")]
        rows: list[list[tuple[float, float, str]]] = []
        for word in sorted(word for word in words if word[2] != "•"):
            if not rows or word[0] - rows[-1][0][0] > 3:
                rows.append([])
            rows[-1].append(word)
        pages.append(
            [DrawnLine("".join(text for _, _, text in sorted(row, key=lambda word: word[1])), row[0][0]) for row in rows]
        )
    return pages
