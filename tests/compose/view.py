"""A scene as the cases of compose show it: what stands in which slot, at which step, broken into which lines.

    page steg [content-lead]
      title: Ett möte i fyra steg
      lead: Räkna med en timme
      numbered in body, step 1                     <- its slot where that is not its name; the step where it is not the first
        1. Läs studien och välj tre frågor som / ni vill samtala om
           • Fyra i varje {bold accent2: grupp}    <- what looks another way than its paragraph
      picture “Kullar” 20,43 297×116 mm            <- a box (left, top, width, height) where the slot does not say it

Slots' own boxes, sizes in points, footers and decoration are left out, so that a case changes only when its rule does;
`show: footers` in a case's options shows those, `show: clicks` what appears at which click, `show: parts` what diagrams
are made of, with colours. `␣` is a no-break space, `¬` a
soft hyphen.
"""

from collections.abc import Iterator, Sequence

from deckmotor.color import Color
from deckmotor.scene.page import (
    Cell,
    ChartItem,
    ConnectorItem,
    FormulaItem,
    GroupItem,
    Item,
    Link,
    MeasuredLine,
    Page,
    Paragraph,
    PathShape,
    PictureItem,
    Run,
    Scene,
    ShapeItem,
    TableItem,
    TextItem,
    inside,
)
from deckmotor.style import Box, Fade, TextStyle
from deckmotor.units import to_points

FOOTERS = ("footer", "date", "number")
VISIBLE = {0x00A0: "␣", 0x00AD: "¬", 0x2028: "⏎", 0x0009: "→"}
MM = 72 / 25.4


def view(scene: Scene, show: Sequence[str] = ()) -> str:
    """All pages of a scene."""
    return "\n".join(line for page in scene.pages for line in _page(page, show))


def _page(page: Page, show: Sequence[str]) -> Iterator[str]:
    shown = f"{' hidden' if page.hidden else ''}{f' comes with a {page.transition}' if page.transition else ''}"
    yield f"page {page.id} [{page.layout}]{f' {page.language}' if 'language' in show else ''}{shown}"
    for item in page.items:
        if "footers" in show or getattr(item, "slot", None) not in FOOTERS:
            yield from (f"  {line}" for line in _item(item))
    if "parts" in show:
        yield from (f"  {line}" for item in inside(page.items) for line in _part(item))
    if "clicks" in show:
        yield from (f"  at click {clicks}: {name}" for name, clicks in _clicks(page) if clicks)
    for note in page.notes:
        yield f"  note: {note.text}"


def _part(item: Item) -> Iterator[str]:
    """A shape or connector of a diagram: where it is, what it is filled with, what it says at which size."""
    name = item.name.partition("/")[2]
    if isinstance(item, ConnectorItem):
        ends = " → ".join(f"{_mm(end.x)},{_mm(end.y)}" for end in (item.begin, item.end))
        yield f"{name} {item.kind} {ends} bent {round((item.bend or 0) / 1000)} %"
    if isinstance(item, ShapeItem):
        kind = item.outline if isinstance(item.outline, str) else "outline"
        fill = f" {item.fill.rgb}" if isinstance(item.fill, Color) else ""
        said = " | ".join(" / ".join(line.text for line in part.lines) for part in item.paragraphs)
        size = (
            f" {to_points(item.paragraphs[0].style.text.size):g} pt {item.paragraphs[0].runs[0].style.color.rgb}"
            if said
            else ""
        )
        yield f"{name} {kind}{fill} {_box(item.box)}{size} {said}".rstrip()


def _clicks(page: Page) -> Iterator[tuple[str, str]]:
    for item in page.items:
        parts = item.paragraphs if isinstance(item, TextItem) and not item.click else ()
        clicks = [part.click for part in parts] if any(part.click for part in parts) else [item.click] * bool(item.click)
        yield item.name.partition("/")[2], " ".join(map(str, clicks))


def _item(item: Item) -> Iterator[str]:
    name = item.name.partition("/")[2] or item.name
    match item:
        case TextItem():
            lines = list(_paragraphs(item.paragraphs))
            head = f"{name}{_place(name, item)}{_step(item)}"
            if len(lines) == 1:
                yield f"{head}: {lines[0]}"
            else:
                yield head
                yield from (f"  {line}" for line in lines)
        case PictureItem():
            alt = "decorative" if item.alt is None else f"“{item.alt}”"
            crop = f", cut {' '.join(str(round(cut / 1000)) for cut in item.crop)} %" if any(item.crop) else ""
            box = "" if item.moved or item.slot is None else f" {_box(item.box)}"
            dimmed = "" if item.opacity == 100 else f", at {item.opacity} %"
            link = "" if item.link is None else f" → {item.link.address or '#' + str(item.link.page)}"
            cut = ", round" if item.round else ""
            yield f"{name}{_place(name, item)} {alt}{box}{crop}{dimmed}{cut}{link}"
        case TableItem():
            yield f"{name}{_place(name, item)}{_step(item)}, columns {' '.join(_mm(width) for width in item.widths)} mm"
            yield f"  rows {' '.join(_mm(height) for height in item.heights)} mm, padding {to_points(item.insets.top):g} pt"
            yield f"  align {' '.join(cell.paragraphs[0].style.align for cell in item.rows[-1])}"
            for number, row in enumerate(item.rows):
                cells = " | ".join(_cell(cell) for cell in row)
                yield f"  {'header ' if number < item.header else ''}{cells}"
        case FormulaItem():
            yield f"{name} {_box(item.box)} {to_points(item.style.size):g} pt {item.notation.plain}"
            yield f"  alt: {item.alt}"
        case PathShape():
            yield f"path {name}"
        case ShapeItem(fill=Fade() as fill):
            yield f"shape {name} {_box(item.box)}, fading to {fill.opacity} %"
        case ShapeItem(link=Link() as link):
            yield f"shape {name} {_box(item.box)} “{item.alt}” → {link.address or f'#{link.page}'}"
        case ShapeItem(reads="text", paragraphs=parts) if parts:
            yield f"{name} {_box(item.box)}{'' if item.alt is None else f' “{item.alt}”'}"
            yield from (f"  {line}" for line in _paragraphs(parts))
        case GroupItem():
            inner = [one.alt for one in item.items if isinstance(one, ShapeItem) and one.alt]
            said = " ".join(inner) if inner and item.alt is None else item.alt
            yield f"{name} {_box(item.box)} “{said}”" if said is not None else f"{name} {_box(item.box)}"
            if said is None:
                yield from (f"  {line}" for one in item.items for line in _item(one))
        case ChartItem():
            slot = " free" if item.slot is None else "" if item.slot == name else f" in {item.slot}"
            yield f"{name}{slot} {_box(item.box)}"
            yield f"  alt: {item.alt}"
            written = [line.text for part in item.drawing if isinstance(part, TextItem) for line in part.paragraphs[0].lines]
            yield f"  labels: {' | '.join(written)}"


def _cell(cell: Cell) -> str:
    """Its text; in braces on a ground of its own, with an asterisk where it is coloured like what is highlighted."""
    text = " ¶ ".join(_paragraphs(cell.paragraphs))
    if cell.is_covered:
        text = "<" if cell.across else "^"
    elif cell.columns > 1 or cell.rows > 1:
        text += f" ({cell.columns}×{cell.rows}{', low' if cell.low else ''})"
    named = any(part.style.text.color.scheme == "accent2" for part in cell.paragraphs)
    return f"{'*' if named else ''}{text}" if cell.fill is None else f"{{{'*' if named else ''}{text}}}"


def _place(name: str, item: TextItem | PictureItem | TableItem) -> str:
    slot = " free" if item.slot is None else "" if item.slot == name else f" in {item.slot}"
    shown = item.slot is None or (item.moved and not isinstance(item, TableItem))
    return f"{slot} {_box(item.box)}" if shown else slot


def _step(item: TextItem | TableItem) -> str:
    return f", step {item.step}" if item.step else ""


def _paragraphs(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    counts: dict[int, int] = {}
    for part in paragraphs:
        bullet, level = part.style.bullet, part.level
        counts = {known: count for known, count in counts.items() if known <= level}
        mark = ""
        if bullet is not None and bullet.number is not None:
            counts[level] = counts.get(level, part.start - 1) + 1
            mark = f"{counts[level]}. "
        elif bullet is not None:
            mark = f"{bullet.char} " if bullet.icon is None else f"({bullet.icon.name}) "
        text = " / ".join(_line(line, part) for line in part.lines)
        tab = " →" if part.defines == "beside" else ""  # What it means stands beside it.
        yield f"{'   ' * level}{mark}{text.translate(VISIBLE)}{tab}"


def _line(line: MeasuredLine, paragraph: Paragraph) -> str:
    if not line.parts:
        return line.text
    return "".join(_marked(part.text, paragraph.runs[part.run], paragraph) for part in line.parts)


def _marked(text: str, run: Run, paragraph: Paragraph) -> str:
    text = text if run.maths is None else run.said
    words = [*_differs(run.style, paragraph.style.text)]
    if run.language != paragraph.language:
        words.append(run.language)
    if run.link is not None:
        words.append(run.link.address or f"#{run.link.page}")
    return f"{{{' '.join(words)}: {text}}}" if words else text


def _differs(style: TextStyle, usual: TextStyle) -> Iterator[str]:
    for mark in ("bold", "italic", "underline"):
        if getattr(style, mark) != getattr(usual, mark):
            yield mark if getattr(style, mark) else f"not {mark}"
    if style.color != usual.color:
        yield style.color.scheme or style.color.rgb
    if style.family != usual.family:
        yield style.family
    if style.baseline != usual.baseline:
        yield f"shift {style.baseline}"
    if style.room is not None:
        yield "formula"
    if style.strike:
        yield "struck"
    if style.ground is not None:
        yield f"on {style.ground.rgb}"


def _box(box: Box) -> str:
    return f"{_mm(box.x)},{_mm(box.y)} {_mm(box.width)}×{_mm(box.height)} mm"


def _mm(emu: int) -> str:
    return str(round(to_points(emu) / MM))
