"""Random decks with every block, from one word to far too much, and the words that a reader is to find on their pages."""

import io
import json
import random
from collections.abc import Callable
from functools import cache
from typing import Any

from msgspec import Struct

from deckmotor.workspace import MemoryWorkspace, builtin_themes
from tests.fit.language import LANGUAGES, Said, prose, sentence

Slide = dict[str, Any]
Told = list[str]
"""Words in reading order."""

PICTURES = {"wide.png": (640, 360), "tall.png": (240, 700), "square.png": (400, 400), "strip.png": (900, 90)}


class GeneratedSlide(Struct, frozen=True, kw_only=True):
    """A slide as it is typed, and what a reader is to find."""

    typed: Slide
    title: str
    lead: str = ""
    header: Told = []
    """What every part of a split repeats above its content: the header of a table."""
    content: Told
    beside: bool = False
    """Whether things stand side by side on it."""


class GeneratedDeck(Struct, frozen=True, kw_only=True):
    """A deck in one language, theme and page size."""

    seed: int
    head: dict[str, Any]
    slides: list[GeneratedSlide]

    def workspace(self, without: frozenset[str] = frozenset()) -> MemoryWorkspace:
        """Its project, each slide on one line of `deck.yaml`, less the slides of some ids."""
        kept = [slide.typed for slide in self.slides if slide.typed["id"] not in without]
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in self.head.items()]
        lines += ["slides:", *(f"- {json.dumps(slide, ensure_ascii=False)}" for slide in kept)]
        return MemoryWorkspace({"deck.yaml": "\n".join(lines).encode(), **_files()})


@cache
def _files() -> dict[str, bytes]:
    """The pictures and the themes that every deck may use."""
    from PIL import Image

    files = {}
    for name, size in PICTURES.items():
        made = io.BytesIO()
        Image.new("RGB", size, "#88aabb").save(made, "PNG")
        files[name] = made.getvalue()
    return files | {f"themes/{place.parent.name}/theme.yaml": place.read_bytes() for place in builtin_themes().glob("*/*.yaml")}


def deck(seed: int, count: int, *, language: str = "", theme: str = "", size: str = "") -> GeneratedDeck:
    """A deck of `count` random slides: its language, theme and size drawn from the seed where they are not given."""
    chance = random.Random(seed)
    language = language or chance.choice(LANGUAGES)
    maker = SlideMaker(chance, language)
    title = maker.line(1, 9, marks=False).plain
    head = {
        "title": title,
        "subtitle": maker.line(2, 9).typed,
        "authors": ["Åsa Öberg", "Jörg Müßig", "Äijö Yö"][: chance.randint(1, 3)],
        "date": "12 mars 2026",
        "language": language,
        "theme": theme or chance.choice(("motor", "natt")),
        "size": size or chance.choice(("16:9", "4:3")),
    }
    return GeneratedDeck(seed=seed, head=head, slides=[maker.slide(number) for number in range(count)])


class SlideMaker:
    """Makes slides in one language."""

    def __init__(self, chance: random.Random, language: str) -> None:
        self.chance = chance
        self.language = language
        kinds: list[tuple[int, Callable[[], tuple[Slide, GeneratedSlide]]]] = [
            (1, self._section),
            (1, self._closing),
            (6, self._list),
            (5, self._text),
            (2, self._mixed),
            (6, self._columns),
            (2, self._quote),
            (6, self._table),
            (1, self._picture),
            (4, self._beside),
            (2, self._questions),
            (3, self._listed_table),
        ]
        self._kinds = [kind for weight, kind in kinds for _ in range(weight)]

    def slide(self, number: int) -> GeneratedSlide:
        """A random slide, its id from its number."""
        typed, told = self.chance.choice(self._kinds)()
        title = self._title()
        first: Slide = {"id": f"s{number}"}
        if "section" not in typed and "closing" not in typed:
            first["title"] = title.typed
            told = _with(told, title=title.plain)
        if {"bullets", "numbered", "text", "columns", "table", "picture"} & set(typed) and self.chance.random() < 0.25:
            lead = self.line(1, 12)
            first["lead"] = lead.typed
            told = _with(told, lead=lead.plain)
        return _with(told, typed=first | typed)

    def line(self, least: int, most: int, *, marks: bool = True) -> Said:
        """A line of text, short more often than long."""
        count = min(self.chance.randint(least, most), self.chance.randint(least, most))
        return sentence(self.chance, self.language, count, marks=marks)

    def _title(self) -> Said:
        return self.line(8, 14) if self.chance.random() < 0.2 else self.line(1, 9)

    def _amount(self, usual: int, far_too_much: int) -> int:
        """How many of something: one, a usual number, many, or far too many."""
        kind = self.chance.random()
        if kind < 0.1:
            return 1
        if kind < 0.65:
            return self.chance.randint(2, usual)
        if kind < 0.88:
            return self.chance.randint(usual, 3 * usual)
        return self.chance.randint(min(3 * usual, far_too_much), far_too_much)

    # Blocks: what is typed, and the words

    def _items(self, count: int, depth: int = 1, lengths: tuple[int, ...] = (3, 8, 8, 14, 30)) -> tuple[list[Any], Told]:
        typed: list[Any] = []
        told: Told = []
        longest = self.chance.choice(lengths)
        for _ in range(count):
            said = self.line(1, longest)
            told.append(said.plain)
            typed.append(said.typed)
            if depth < 3 and self.chance.random() < 0.2:
                below, words = self._items(self.chance.randint(1, 4), depth + 1, lengths)
                typed[-1] = {"text": said.typed, self.chance.choice(("bullets", "bullets", "numbered")): below}
                told += words
        return typed, told

    def _list(self, usual: int = 6, most: int = 40) -> tuple[Slide, GeneratedSlide]:
        typed, told = self._items(self._amount(usual, most))
        key = self.chance.choice(("bullets", "bullets", "numbered"))
        value = {"items": typed, "start": self.chance.choice((9, 98))} if key == "numbered" and len(typed) > 3 else typed
        return {key: value}, _told(told)

    def _paragraphs(self, usual: int, most: int) -> tuple[str, Told]:
        count = 1 if self.chance.random() < 0.4 else self.chance.randint(2, 5)
        said = [prose(self.chance, self.language, max(1, self._amount(usual, most) // count)) for _ in range(count)]
        return "\n\n".join(part.typed for part in said), [part.plain for part in said]

    def _text(self) -> tuple[Slide, GeneratedSlide]:
        typed, told = self._paragraphs(60, 600)
        return {"text": typed}, _told(told)

    def _mixed(self) -> tuple[Slide, GeneratedSlide]:
        text, words = self._paragraphs(25, 160)
        listed, more = self._list()
        return {"text": text, **listed}, _told(words + more.content)

    def _questions(self) -> tuple[Slide, GeneratedSlide]:
        typed, told = [], []
        for _ in range(self._amount(4, 14)):
            said = self.line(3, 20)
            typed.append(said.typed)
            told.append(said.plain)
        return {"questions": typed}, _told(told)

    def _quote(self) -> tuple[Slide, GeneratedSlide]:
        said, by = prose(self.chance, self.language, self.chance.choice((1, 8, 20, 35, 50))), self.line(2, 9)
        return {"quote": {"text": said.typed, "by": by.typed}}, _told([said.plain, by.plain])

    def _section(self) -> tuple[Slide, GeneratedSlide]:
        title, subtitle = self.line(1, 9), self.line(2, 12)
        return {"section": title.typed, "subtitle": subtitle.typed}, _told([title.plain, subtitle.plain])

    def _closing(self) -> tuple[Slide, GeneratedSlide]:
        title, lines = self.line(1, 6), [self.line(2, 8) for _ in range(self.chance.randint(1, 4))]
        typed = {"closing": {"title": title.typed, "text": [line.typed for line in lines]}}
        return typed, _told([title.plain, *(line.plain for line in lines)])

    def _picture(self) -> tuple[Slide, GeneratedSlide]:
        value: Slide = {
            "file": self.chance.choice(list(PICTURES)),
            "alt": "Something",
            "fit": self.chance.choice(("fit", "fill")),
        }
        told = []
        if self.chance.random() < 0.6:
            said = self.line(2, 14)
            value["caption"] = said.typed
            told.append(said.plain)
        return {"picture": value}, _told(told)

    def _beside(self) -> tuple[Slide, GeneratedSlide]:
        """A list or text and a picture, in either order."""
        listed, words = self._list(4, 14) if self.chance.random() < 0.7 else self._short_text()
        shown, caption = self._picture()
        if self.chance.random() < 0.5:
            return {**listed, **shown}, _told(words.content + caption.content, beside=True)
        return {**shown, **listed}, _told(caption.content + words.content, beside=True)

    def _short_text(self) -> tuple[Slide, GeneratedSlide]:
        typed, told = self._paragraphs(25, 90)
        return {"text": typed}, _told(told)

    def _listed_table(self) -> tuple[Slide, GeneratedSlide]:
        """A list and a table side by side."""
        listed, words = self._list(4, 10)
        typed, header, told = self._rows(self.chance.randint(2, 6), self.chance.randint(2, 3), 3)
        return {**listed, "table": typed}, _told(words.content + header + told, beside=True)

    def _table(self) -> tuple[Slide, GeneratedSlide]:
        columns = self.chance.choice((1, 2, 3, 3, 4, 4, 5, 6, 8))
        rows, header, told = self._rows(
            1 + self._amount(7, 40), columns, self.chance.choice((1, 2, 4, 8)) if columns < 7 else 2
        )
        table: Slide = {"rows": rows}
        kind = self.chance.random()
        if kind < 0.2:
            table["align"] = [self.chance.choice(("left", "center", "right")) for _ in range(columns)]
        elif kind < 0.4 and columns < 6:
            table["widths"] = [self.chance.randint(2, 4) for _ in range(columns)]
        if kind > 0.85:
            table["header"] = False
            header, told = [], header + told
        return {"table": table}, _with(_told(told), header=header)

    def _rows(self, count: int, columns: int, longest: int) -> tuple[list[list[str]], Told, Told]:
        """Rows of cells, the words of the first row, and those of the others. Some cells are empty or hold much."""
        typed, told = [], []
        for _ in range(count):
            lengths = [self.chance.choice((longest, longest, 1, 3 * longest if columns < 6 else 1)) for _ in range(columns)]
            cells = [self.line(1, length, marks=longest > 1) for length in lengths]
            empty = [self.chance.random() < 0.06 for _ in cells]
            typed.append(["" if gone else cell.typed for cell, gone in zip(cells, empty, strict=True)])
            told.append([cell.plain for cell, gone in zip(cells, empty, strict=True) if not gone])
        return typed, told[0], [word for row in told[1:] for word in row]

    def _columns(self) -> tuple[Slide, GeneratedSlide]:
        count = self.chance.choice((2, 2, 3, 4))
        headed = self.chance.random() < 0.5
        columns, told = [], []
        for _ in range(count):
            column: Slide = {}
            if headed:
                heading = self.line(1, 4)
                column["heading"] = heading.typed
                told.append(heading.plain)
            typed, words = self._column(count)
            columns.append(column | typed)
            told += words
        return {"columns": columns}, _told(told, beside=True)

    def _column(self, count: int) -> tuple[Slide, Told]:
        kind = self.chance.random()
        if kind < 0.6:
            typed, words = self._items(
                min(self._amount(5 - count // 2, 14), 14), depth=2 if count < 4 else 3, lengths=(3, 24 // count)
            )
            return {"bullets": typed}, words
        if kind < 0.85:
            text, words = self._paragraphs(60 // count, 240 // count)
            return {"text": text}, words
        if kind < 0.93:
            return {"picture": {"file": self.chance.choice(list(PICTURES)), "decorative": True}}, []
        typed, words = self._items(2, depth=3)
        return {"bullets": typed, "picture": {"file": "wide.png", "decorative": True}}, words


def _told(content: Told, *, beside: bool = False) -> GeneratedSlide:
    return GeneratedSlide(typed={}, title="", content=content, beside=beside)


def _with(slide: GeneratedSlide, **changes: Any) -> GeneratedSlide:
    from msgspec.structs import replace

    return replace(slide, **changes)
