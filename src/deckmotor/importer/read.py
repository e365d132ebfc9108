"""A .pptx file, anybody's, as values: what stands in it, and what of it can't be read."""

from collections import Counter
from hashlib import sha256
from typing import Any

from msgspec.structs import replace

from deckmotor.diagnostics import Diagnostic
from deckmotor.finished import Finished, Slide
from deckmotor.importer.names import q
from deckmotor.importer.package import in_words, open_presentation
from deckmotor.importer.places import EMU_IN_POINT, Inherited
from deckmotor.importer.slide import Around, Reading
from deckmotor.importer.text import A_RPR
from deckmotor.messages import problem
from deckmotor.ooxml.identity import MARKER
from deckmotor.span import Span

DIGITS = 16
MOST_SLIDES = 5_000
"""As many are read: the largest decks that people make have some hundreds."""


def read_finished(data: bytes, name: str) -> tuple[Finished | None, tuple[Diagnostic, ...]]:
    """What the bytes of a .pptx, .potx or .ppsx say; `name` is what problems call the file.

    None where it can't be read at all. A slide that can't be read is a problem, and all others are there. Works on anybody's
    file: what is broken or hostile is a diagnostic in bounded time and memory, never an exception.
    """
    presentation, problems = open_presentation(data, name)
    if presentation is None:
        return None, problems
    try:
        return _Deck(presentation, name).read()
    except Exception as error:  # As in `open_presentation`: parts are only parsed when they are asked for.
        return None, (problem("no-presentation", Span(name), path=name, reason=in_words(error)),)


class _Deck:
    """A presentation of python-pptx on its way to values."""

    def __init__(self, presentation: Any, name: str) -> None:
        self.presentation = presentation
        self.root = presentation.part._element
        self.name = name
        self._layouts: dict[int, Inherited] = {}
        self._digests: dict[int, str] = {}
        self._kept: list[Any] = []

    def read(self) -> tuple[Finished, tuple[Diagnostic, ...]]:
        listed = [(int(one.get("id")), one.get(q("r:id"))) for one in self.root.iter(q("p:sldId")) if one.get(q("r:id"))]
        problems = []
        if len(listed) > MOST_SLIDES:
            problems.append(
                problem("too-many-slides-read", Span(self.name), limit=f"{MOST_SLIDES:,}", count=f"{len(listed):,}")
            )
        sections = _sections(self.root)
        called, slides = self._called(listed), []
        for place, (number, relation) in enumerate(listed[:MOST_SLIDES], start=1):
            try:
                part = self.presentation.part.related_part(relation)
                around = Around(self._inherited(part), called, self._digest)
                slides.append(Reading(part, around).slide(number, sections.get(number, "")))
            except Exception as error:  # As above: all other slides can be read.
                problems.append(problem("slide-unreadable", Span(self.name), number=place, reason=in_words(error)))
        size = self.root.find(q("p:sldSz"))
        width, height = (0, 0) if size is None else (round(int(size.get(one, "0")) / EMU_IN_POINT) for one in ("cx", "cy"))
        deck = Finished(
            title=str(self.presentation.core_properties.title or ""),
            language=self._language(listed),
            size=(width, height),
            **self._theme(),
            slides=_each_id_once(slides),
        )
        return deck, tuple(problems)

    def _called(self, listed: list[tuple[int, str]]) -> dict[str, str]:
        """What links call each slide: the id that its marker names, or its number in the file's own list."""
        called = {}
        for number, relation in listed[:MOST_SLIDES]:
            part = self.presentation.part.rels[relation].target_part if relation in self.presentation.part.rels else None
            if part is not None and hasattr(part, "_element"):
                names = (one.get("name", "") for one in part._element.iter(q("p:cNvPr")))
                called[str(part.partname)] = next(
                    (name.removeprefix(MARKER) for name in names if name.startswith(MARKER)), str(number)
                )
        return called

    def _inherited(self, part: Any) -> Inherited:
        layout = next((one.target_part for one in part.rels.values() if one.reltype.endswith("/slideLayout")), None)
        known = self._layouts.get(id(layout))
        if known is None:
            relations = () if layout is None else layout.rels.values()
            master = next((one.target_part for one in relations if one.reltype.endswith("/slideMaster")), None)
            known = self._layouts[id(layout)] = Inherited(_element(layout), _element(master))
            self._kept.append(layout)  # An identity is only good as long as its object lives.
        return known

    def _digest(self, part: Any) -> str:
        if id(part) not in self._digests:
            self._digests[id(part)] = sha256(part.blob).hexdigest()[:DIGITS]
            self._kept.append(part)
        return self._digests[id(part)]

    def _theme(self) -> dict[str, str]:
        """Name, colours and fonts of the first master's theme (20.1.6.9), which python-pptx keeps as bytes."""
        from lxml import etree

        listed = next(self.root.iter(q("p:sldMasterId")), None)
        master = None if listed is None else self.presentation.part.rels.get(listed.get(q("r:id")))
        related = () if master is None or master.is_external else master.target_part.rels.values()
        part = next((one.target_part for one in related if one.reltype.endswith("/theme") and not one.is_external), None)
        try:
            root: Any = None if part is None else etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False))
        except etree.XMLSyntaxError:
            root = None
        if root is None:
            return {}
        colours = [(one.tag.rpartition("}")[2], one[0]) for one in root.iterfind(f".//{q('a:clrScheme')}/{{*}}*") if len(one)]
        faces = (root.find(f".//{q(f'a:{which}Font')}/{q('a:latin')}") for which in ("major", "minor"))
        return {
            "theme": root.get("name", ""),
            "colors": ", ".join(f"{name} {(one.get('lastClr') or one.get('val', '')).lower()}" for name, one in colours),
            "fonts": ", ".join(one.get("typeface", "") for one in faces if one is not None),
        }

    def _language(self, listed: list[tuple[int, str]]) -> str:
        """The language of most runs on the first slides."""
        counts: Counter[str] = Counter()
        for _, relation in listed[:20]:
            found = self.presentation.part.rels.get(relation)
            root = None if found is None or found.is_external else _element(found.target_part)
            counts.update(lang for one in ([] if root is None else root.iter(A_RPR)) if (lang := one.get("lang")))
        return counts.most_common(1)[0][0] if counts else ""


def _element(part: Any) -> Any:
    return getattr(part, "_element", None)


def _sections(root: Any) -> dict[int, str]:
    """The section of each slide, by its number ([MS-PPTX] 2.2.2.2)."""
    held = {}
    for section in root.iter(q("p14:section")):
        for entry in section.iter(q("p14:sldId")):
            if entry.get("id", "").isdecimal():
                held[int(entry.get("id"))] = section.get("name", "")
    return held


def _each_id_once(slides: list[Slide]) -> tuple[Slide, ...]:
    """A copied slide brings its marker: the first of them in order keeps the id."""
    seen: set[str] = set()
    kept = []
    for slide in slides:
        if slide.identity.id in seen:
            slide = replace(slide, identity=replace(slide.identity, id=""))
        seen.add(slide.identity.id or "\0")
        kept.append(slide)
    return tuple(kept)
