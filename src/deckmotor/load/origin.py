"""Where every value of a slide comes from: which layer brought it, from which file and line, and what it took the place of.

The layers are laid one by one, as for a build, and the slide is looked at after each. Nodes keep their own places, so a value
belongs to the first layer after which it is there.
"""

import posixpath
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.edition import Edition
from deckmotor.load.deck import laid, narrowed
from deckmotor.load.files import Files
from deckmotor.load.memo import Memo
from deckmotor.load.project import Project
from deckmotor.load.rows import read_rows
from deckmotor.model.records import OF_INCLUDE, ONLY_KEYS
from deckmotor.source.ids import slide_ids
from deckmotor.source.layer import is_gone
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence
from deckmotor.source.variables import names, substitute
from deckmotor.span import Span

Way = tuple[str, ...]
"""Keys, ids of items and numbers from a slide to a value: `("bullets", "2")`."""

HEAD_OF_COVER = ("title", "subtitle", "date", "authors", "organisation", "commissioned_by")
"""Keys of the deck's head that a cover shows."""


class Was(Struct, frozen=True, kw_only=True):
    """A value as one layer has it."""

    text: str
    layer: str
    span: Span


class Variable(Struct, frozen=True, kw_only=True):
    """A variable that stands in a value."""

    name: str
    text: str
    layer: str = ""
    """Empty, and no span, where no file sets it."""
    span: Span | None = None


class Value(Struct, frozen=True, kw_only=True):
    """A value of a slide."""

    way: Way
    text: str
    """With its variables put in."""
    layer: str
    span: Span
    written: str = ""
    """As it stands in its file, where variables make another text of it."""
    variables: tuple[Variable, ...] = ()
    replaced: tuple[Was, ...] = ()
    """What it took the place of, the last first."""


class Gone(Struct, frozen=True, kw_only=True):
    """A value that a layer has taken out of the slide."""

    way: Way
    was: Was
    by: str
    """The layer that took it out."""


class Origin(Struct, frozen=True, kw_only=True):
    """Where a slide and all of its values come from."""

    slide: str
    number: int
    """Which of the deck's slides it is, from 1, before any is split; 0 where a layer has taken it out."""
    layer: str
    """The one that brought it."""
    span: Span
    values: tuple[Value, ...] = ()
    gone: tuple[Gone, ...] = ()
    taken_out: str = ""
    """The layer that took the whole slide out, if one did."""


CONDITIONS = "its `only:` or `except:`"
"""What takes out what is for others: not a layer, and called like one."""

Stage = tuple[str, Mapping]
"""A layer's name, and the deck after it."""


def slides_of(project: Project, edition: Edition) -> tuple[str, ...]:
    """The ids of an edition's slides, and of those that its layers have taken out."""
    found: dict[str, None] = {}
    for _, deck in reversed(_stages(project, edition)):
        found |= dict.fromkeys(id for id, _ in _slides(deck))
    return tuple(found)


def origin(project: Project, edition: Edition, slide: str) -> Origin | None:
    """Where all that an edition says on a slide comes from; None where it has no such slide in any layer."""
    stages = _stages(project, edition)
    last = next((at for at in range(len(stages) - 1, -1, -1) if slide in dict(_slides(stages[at][1]))), None)
    if last is None:
        return None
    node = dict(_slides(stages[last][1]))[slide]
    seen = [_same_slide(deck, slide, node) for _, deck in stages[: last + 1]]
    first = next(at for at, found in enumerate(seen) if found is not None)
    trace = _Trace(project, edition, stages, [_values(found, deck) for found, (_, deck) in zip(seen, stages, strict=False)])
    out = last < len(stages) - 1
    return Origin(
        slide=slide,
        number=0 if out else [id for id, _ in _slides(stages[-1][1])].index(slide) + 1,
        layer=stages[first][0],
        span=node.span,
        values=tuple(trace.value(way) for way in trace.last),
        gone=tuple(trace.gone()),
        taken_out=stages[last + 1][0] if out else "",
    )


def _stages(project: Project, edition: Edition) -> list[Stage]:
    """The deck after each layer. A translation comes after what it translates, in the deck and in each layer."""
    plain = replace(edition, language="")
    tongue = f"the language {edition.language}"
    stages = [("the deck", project.deck_of(plain))]
    if edition.language:
        stages.append((tongue, project.deck_of(edition)))
    layers = project.layers(edition)
    for number, (layer, written) in enumerate(zip(layers, project.layers(plain) or layers, strict=True)):
        keeps_places = number == 0 and edition.audience != ""  # As when it is built.
        before = stages[-1][1]
        for name, one in ((_layer_name(written, edition), written), (tongue, layer)):
            if name != tongue or layer is not written:
                stages.append((name, laid(before, one, keeps_places=keeps_places)[0]))
    left, _ = narrowed(project, stages[-1][1], project.versions[edition], Memo())
    return stages if left is stages[-1][1] else [*stages, (CONDITIONS, left)]


def _layer_name(layer: Mapping, edition: Edition) -> str:
    """What people call a layer, by the file that it stands in."""
    if posixpath.basename(layer.span.file) == "audiences.yaml":
        return f"the audience {edition.audience}"
    return "all variants" if _names_rows(layer) else f"the variant {edition.variant}"


def _names_rows(layer: Mapping) -> bool:
    return layer.get("each") is not None or layer.get("variants") is not None


def _slides(deck: Mapping) -> Iterator[tuple[str, Mapping]]:
    slides = deck.get("slides")
    items = slides.items if isinstance(slides, Sequence) else ()
    for id, node in zip(slide_ids(items), items, strict=True):
        if isinstance(node, Mapping) and not is_gone(node):
            yield id, node


def _same_slide(deck: Mapping, id: str, node: Mapping) -> Mapping | None:
    """The slide in an earlier stage: changes keep its place, even where they give it another id."""
    slides = list(_slides(deck))
    placed = next((other for _, other in slides if other.span == node.span), None)
    return placed if placed is not None else dict(slides).get(id)


def _values(slide: Mapping | None, deck: Mapping) -> dict[Way, Scalar]:
    """The texts of a slide by the way to them, without ids, which nobody sees; for a cover also what it shows of the head."""
    if slide is None:
        return {}
    found = {way: value for way, value in _leaves(slide, ()) if way[-1] != "id" and not way[0].startswith(OF_INCLUDE)}
    if slide.get("cover") is not None:
        head = Mapping(tuple((key, value) for key, value in deck.entries if key.text in HEAD_OF_COVER), deck.span)
        found |= {("head", *way): value for way, value in _leaves(head, ())}
    return found


def _leaves(node: Node, way: Way) -> Iterator[tuple[Way, Scalar]]:
    if isinstance(node, Scalar):
        yield way, node
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            yield from _leaves(value, (*way, key.text))
    else:
        for number, item in enumerate(node.items, 1):
            id = item.get("id") if isinstance(item, Mapping) else None
            yield from _leaves(item, (*way, id.text if isinstance(id, Scalar) and id.text else str(number)))


class _Trace:
    """One slide through all layers."""

    def __init__(self, project: Project, edition: Edition, stages: list[Stage], values: list[dict[Way, Scalar]]) -> None:
        self.project, self.edition = project, edition
        self.stages, self.values = stages, values
        self.last = values[-1]
        self._spans = [{value.span for value in found.values()} for found in values]
        self._variables = _Variables(project, edition)

    def value(self, way: Way) -> Value:
        """What is known of one of the slide's values."""
        scalar = self.last[way]
        at = self._begins(scalar)
        filled = self._variables.filled(scalar)
        return Value(
            way=way,
            text=filled,
            layer=self.stages[at][0],
            span=scalar.span,
            written=scalar.text if filled != scalar.text else "",
            variables=tuple(self._variables.of(scalar)),
            replaced=tuple(self._before(way, at)),
        )

    def gone(self) -> Iterator[Gone]:
        """What layers have taken out and put nothing in the place of."""
        for at in range(1, len(self.values)):
            for way, scalar in self.values[at - 1].items():
                if way not in self.values[at] and not {*way} & {*ONLY_KEYS} and scalar.span not in self._spans[at]:
                    was = Was(text=scalar.text, layer=self.stages[self._begins(scalar)][0], span=scalar.span)
                    yield Gone(way=way, was=was, by=self.stages[at][0])

    def _begins(self, scalar: Scalar) -> int:
        return next(at for at, spans in enumerate(self._spans) if scalar.span in spans)

    def _before(self, way: Way, at: int) -> Iterator[Was]:
        while at > 0 and (old := self.values[at - 1].get(way)) is not None:
            at = self._begins(old)
            yield Was(text=old.text, layer=self.stages[at][0], span=old.span)


class _Variables:
    """The variables of an edition, and where each is set."""

    def __init__(self, project: Project, edition: Edition) -> None:
        self.version = project.versions[edition]
        self.texts = self.version.variables
        self.places: dict[str, tuple[str, Span]] = {}
        self._add(project.deck_of(edition).get("variables"), "the deck")
        layers = project.layers(edition)
        table = next((layer for layer in layers if _names_rows(layer)), None)
        row = None if table is None else read_rows(Files(project.workspace), table).get(edition.variant)
        for layer in layers:
            if layer is table and row is not None:
                self.places["id"] = ("the table", row.span)
                self.places |= {name: ("the table", node.span) for name, node in row.columns.items()}
            self._add(layer.get("set"), _layer_name(layer, edition))

    def _add(self, values: Node | None, layer: str) -> None:
        if isinstance(values, Mapping):
            self.places |= {key.text: (layer, value.span) for key, value in values.entries}

    def filled(self, scalar: Scalar) -> str:
        """A text with its variables put in."""
        node, _ = substitute(scalar, self.texts, self.version.voice)
        return node.text if isinstance(node, Scalar) else scalar.text

    def of(self, scalar: Scalar) -> Iterator[Variable]:
        """The variables of a text, in the order of their names."""
        for name in sorted({inner.partition("|")[0].strip() for inner in names(scalar)} - {"$"}):
            layer, span = self.places.get(name, ("", None))
            yield Variable(name=name, text=self.texts.get(name, ""), layer=layer, span=span)
