"""A whole deck as one HTML file: its pages, fonts and pictures, and what presents them."""

from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.export.web.draw import draw, shapes, svg, words
from deckmotor.export.web.faces import Faces
from deckmotor.export.web.paper import Outlines, Paper, Pictures, Styles
from deckmotor.export.web.words import color, escaped, number, target
from deckmotor.scene.page import Layout, Page, Run, Scene
from deckmotor.scene.paint import backdrop, ground, note_marks, paint
from deckmotor.scene.paint import paper as colour_of
from deckmotor.scene.said import Listed, Said, said
from deckmotor.units import to_points


class Shell(Struct, frozen=True):
    """What presents the pages: a style sheet, and a script that the pages can be read without."""

    style: str
    script: str


class Parts(Struct, frozen=True):
    """A deck for a browser, in parts that belong together."""

    style: str
    """The rules of its text and its fonts."""
    kept: str
    """Pictures and backgrounds, which its pages refer to."""
    pages: tuple[str, ...]


class DrawnPage(Struct, frozen=True):
    """A page as it is drawn, and what it needs of its document."""

    page: Page
    """Kept, so that its identity stays its own."""
    place: int
    text: str
    faces: Faces
    styles: Styles
    pictures: Pictures


class Memo:
    """The pages of a deck that is drawn again and again, with the same fonts: one that is the same object is drawn once.

    It never changes a result.
    """

    def __init__(self) -> None:
        self.scene: Scene | None = None
        """The one that was drawn last."""
        self.pages: dict[tuple[int, int], DrawnPage] = {}
        """By the identity of pages, and their places."""
        self.last: dict[str, DrawnPage] = {}
        """By the ids of pages, as they were drawn last."""
        self.outlines: Outlines = {}

    def known(self, page: Page, place: int) -> DrawnPage | None:
        """A page as it was drawn, or one that is alike: its words may only stand elsewhere in their file."""
        known = self.pages.get((id(page), place))
        last = self.last.get(page.id)
        if known is None and last is not None and last.place == place and last.page == page:
            known = self.keep(replace(last, page=page))
        return known

    def keep(self, drawn: DrawnPage) -> DrawnPage:
        """Remember a page."""
        self.pages[id(drawn.page), drawn.place] = self.last[drawn.page.id] = drawn
        return drawn

    def begin(self, scene: Scene) -> None:
        """Forget all pages where what else is drawn, or linked to, is not what it was."""
        last, self.scene = self.scene, scene
        if last is None or _around(last) != _around(scene):
            self.pages, self.last, self.outlines = {}, {}, {}


def _around(scene: Scene) -> tuple[object, ...]:
    """All of a scene that its pages are drawn with."""
    ids = [page.id for page in scene.pages]
    return scene.width, scene.height, scene.properties.language, scene.layouts, scene.media, scene.drawn_with, ids


def parts(scene: Scene, read: Callable[[str], bytes], fonts: str = "", memo: Memo | None = None) -> Parts:
    """The parts of the file. `read` gives the bytes of a font file by its name, or raises FileNotFoundError.

    `fonts` is the address under which the font files are served, where they are to be no part of it.
    """
    memo = memo or Memo()
    memo.begin(scene)
    layouts = {layout.name: layout for layout in scene.layouts}
    faces, paper = _blank(scene, read, fonts, memo.outlines)
    made: list[str] = []
    for place, page in scene.numbered:
        known = memo.known(page, place)
        if known is None:
            own, sheet = _blank(scene, read, fonts, memo.outlines)
            text = _page(page, place, layouts[page.layout], sheet)
            known = memo.keep(DrawnPage(page, place, text, own, sheet.styles, sheet.pictures))
        made.append(known.text)
        faces.take(known.faces)
        paper.styles.take(known.styles)
        paper.pictures.take(known.pictures)
    grounds = [_ground(layouts[name], paper) for name in dict.fromkeys(page.layout for page in scene.pages)]
    kept = f"{''.join(paper.pictures.definitions())}{''.join(grounds)}"
    return Parts("\n".join([_size(scene), *paper.styles.rules(), *faces.rules()]), kept, tuple(made))


def _blank(scene: Scene, read: Callable[[str], bytes], fonts: str, outlines: Outlines) -> tuple[Faces, Paper]:
    """Paper on which nothing is drawn yet, and the faces that it is drawn with."""
    faces = Faces(scene.drawn_with, read, fonts, scene.emoji)
    styles, pictures = Styles(scene.width, faces), Pictures(scene.media)
    pages = frozenset([page.id for page in scene.pages])
    paper = Paper(0, 0, scene.width, scene.height, scene.properties.language, styles, pictures, pages, outlines)
    return faces, paper


def html(scene: Scene, read: Callable[[str], bytes], shell: Shell) -> str:
    """The file. `read` gives the bytes of a font file by its name (`Arimo-Bold.ttf`), or raises FileNotFoundError.

    The same scene gives the same text. It asks nothing of a network: fonts and pictures are in it.
    """
    about, made, script = scene.properties, parts(scene, read), f"\n{shell.script}\n"
    return "\n".join(
        [
            f'<!doctype html>\n<html lang="{escaped(about.language)}">\n<head>\n<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_allowed(script)}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escaped(about.title)}</title>",
            *_about(scene),
            f"<style>\n{shell.style}\n{made.style}\n</style>\n</head>\n<body>",
            f'<svg class="kept" aria-hidden="true"><defs>{made.kept}</defs></svg>',
            f'<main>\n<h1 class="kept">{escaped(about.title)}</h1>',
            *made.pages,
            f"</main>\n<script>{script}</script>\n</body>\n</html>\n",
        ]
    )


def _allowed(script: str) -> str:
    """What a browser lets the page do: run its own script, and show what is in it. It can't ask anything of a network."""
    from hashlib import sha256  # Few builds make web pages.

    digest = b64encode(sha256(script.encode()).digest()).decode()
    may = {"default": "'none'", "script": f"'sha256-{digest}'", "style": "'unsafe-inline'"}
    may |= dict.fromkeys(("img", "font", "media"), "data:")
    return "; ".join([*(f"{kind}-src {where}" for kind, where in may.items()), "base-uri 'none'", "form-action 'none'"])


def _size(scene: Scene) -> str:
    """The shape of the pages, for the style sheet and for print."""
    width, height = to_points(scene.width), to_points(scene.height)
    return (
        f":root{{--ratio:{number(width / height)}}}\n.slide{{aspect-ratio:{number(width)}/{number(height)}}}\n"
        f"@page{{size:{number(width)}pt {number(height)}pt;margin:0}}"
    )


def _about(scene: Scene) -> Iterator[str]:
    about = scene.properties
    for name, value in (
        ("author", ", ".join(about.authors)),
        ("description", about.subject),
        ("keywords", ", ".join(about.keywords)),
    ):
        if value:
            yield f'<meta name="{name}" content="{escaped(value)}">'


def _ground(layout: Layout, paper: Paper) -> str:
    """What a layout draws under its pages, without text."""
    return f'<g id="ground-{layout.name}">{shapes(backdrop(layout), paper)}</g>'


def _page(page: Page, place: int, layout: Layout, paper: Paper) -> str:
    """A page with its notes."""
    language = f' lang="{escaped(page.language)}"' if page.language != paper.language else ""
    spoken = _speaking(paper, page)
    signs = (words(element, spoken) for element in ground(page, layout))
    elements = tuple(paint(page, layout, place))
    if notes := note_marks(page, elements):
        spoken = replace(spoken, page=page.id, notes=notes)
    inside = "\n".join([*filter(None, signs), *(draw(element, spoken) for element in elements)])
    under = f'<use href="#ground-{layout.name}"/>' if page.ground is None else shapes(ground(page, layout), paper)
    back = svg(under, paper, ' aria-hidden="true"')
    spoken_of = f"\n<aside hidden>{''.join(map(_said, said(page.notes)))}</aside>" if page.notes else ""
    named = f'id="{escaped(page.id)}" class="slide" role="group" aria-label="{place}. {escaped(page.title)}" tabindex="-1"'
    named += f' data-clicks="{page.clicks}"' if page.clicks else ""
    named += f' data-transition="{page.transition}"' if page.transition else ""
    named += f'{language} style="background:{color(colour_of(page, layout))}"'
    return f"<section {named}>\n{back}\n{inside}{spoken_of}\n</section>"


def _speaking(paper: Paper, page: Page) -> Paper:
    return paper if page.language == paper.language else replace(paper, language=page.language)


def _said(part: Said) -> str:
    """A paragraph or list of the notes."""
    if not isinstance(part, Listed):
        return f"<p>{_words(part.runs)}</p>"
    items = "".join(f"<li>{_words(item.runs)}{''.join(map(_said, below))}</li>" for item, below in part.items)
    if not part.start:
        return f"<ul>{items}</ul>"
    return f"<ol>{items}</ol>" if part.start == 1 else f'<ol start="{part.start}">{items}</ol>'


def _words(runs: Sequence[Run]) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    """Notes keep weight, slant and links; a line break is one."""
    shown = escaped(run.text).replace("\n", "<br>")
    if run.style.bold:
        shown = f"<strong>{shown}</strong>"
    if run.style.italic:
        shown = f"<em>{shown}</em>"
    where = "" if run.link is None or run.link.page is not None else target(run.link)
    return f'<a href="{where}">{shown}</a>' if where else shown
