"""One layer of changes on a deck's nodes: the keys `changes`, `add`, `move` and `remove`, in this order, by the ids of slides.

What a layer does not touch comes back as the same object. Values that a layer brings keep their own file and line.
"""

from collections.abc import Iterator

from deckmotor.diagnostics import Diagnostic
from deckmotor.messages import MOST_PROBLEMS, nearest, problem
from deckmotor.source.describe import hints_for_keys
from deckmotor.source.ids import free_id, name_slides, slide_ids
from deckmotor.source.layer import GONE, LAYER_KEYS, Made
from deckmotor.source.merge import FormOf, Merging, ids_in, is_null, items_of, no_form, put, wrong
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence
from deckmotor.source.order import END, Order
from deckmotor.span import Span

MOST_CHANGED = 50_000
"""Characters of what a layer changes in one slide."""


def apply(
    deck: Mapping, layer: Mapping, form_of: FormOf = no_form, *, keeps_places: bool = False, made: Made | None = None
) -> tuple[Mapping, tuple[Diagnostic, ...]]:
    """The deck with the layer's changes. Other keys of the layer are left to others; a step that can't be done is a problem.

    `form_of` knows which keys have a short form. With `keeps_places`, slides that are removed stay, marked (`is_gone`), so that
    a further layer, which may know nothing of this one, still finds the places that it names. `made` is given by a caller who
    lays layers on several decks.
    """
    slides = deck.get("slides")
    if not any(key.text in LAYER_KEYS for key, _ in layer.entries) or not isinstance(slides, Sequence):
        return deck, ()
    slides = name_slides(slides)
    work = _Slides(slides, form_of, {} if made is None else made, keeps_places=keeps_places)
    for key in LAYER_KEYS:
        step = layer.get(key)
        if step is not None and not is_null(step):
            getattr(work, key)(step)
    changed = Sequence(tuple(work.order), slides.span)
    return put(deck, Scalar("slides", slides.span), changed), tuple(work.problems)


class _Slides:
    """The slides on their way through the steps of a layer. A step's method is named as its key."""

    def __init__(self, slides: Sequence, form_of: FormOf, made: Made, *, keeps_places: bool) -> None:
        self.keeps_places = keeps_places
        self.made = made
        self.order = Order(slides.items, slide_ids(slides.items))
        self.problems: list[Diagnostic] = []
        self.items: dict[str, tuple[str, str]] | None = None
        """Which slide and key have an item, filled when it is first asked."""
        self.merging = Merging(self.problems, form_of, self._slide_of_item)

    def changes(self, step: Node) -> None:
        """`changes: {slide: {key: value}}`."""
        if not isinstance(step, Mapping):
            wrong(
                self.problems, "`changes:`", "a group of slide ids, each with its changes below it", step, hints_for_keys(step)
            )
            return
        for name, change in step.entries:
            at = self._find(name, may_be_gone=True)
            if at is None:
                continue
            slide = self.order[at]
            size = change.span.end - change.span.start
            if size > MOST_CHANGED:
                found = problem("too-much-text", name.span, of="this change", size=f"{size:,}", limit=f"{MOST_CHANGED:,}")
                self.problems.append(found)
            elif isinstance(change, Mapping) and isinstance(slide, Mapping):
                self.order[at] = self._changed(slide, change)
                if isinstance(id := change.get("id"), Scalar) and not id.is_null:
                    self.order.rename(at, id.text)
            elif is_null(change):
                hints = (f"to take the slide out, write `remove: [{name.text}]`",)
                wrong(self.problems, "a change of a slide", "a group of keys with new values", change, hints)
            else:
                wrong(self.problems, "a change of a slide", "a group of keys with new values", change, hints_for_keys(change))

    def _changed(self, slide: Mapping, change: Mapping) -> Mapping:
        known = self.made.get((id(slide), id(change)))
        if known is not None:
            return known[2]
        before = len(self.problems)
        changed = self.merging.slide(slide, change)
        if len(self.problems) == before < MOST_PROBLEMS:
            self.made[id(slide), id(change)] = (slide, change, changed)
        return changed

    def add(self, step: Node) -> None:
        """`add: [{after: slide, …}]`. Slides added after the same slide stand in the order in which they are written."""
        self.order.begin()
        taken = set(self.order.ids())
        numbers: dict[str, int] = {}
        for item in items_of(self.problems, "`add:`", step):
            if not isinstance(item, Mapping):
                wrong(self.problems, "an item of `add:`", "a slide", item, hints_for_keys(item))
                continue
            slide = Mapping(tuple(entry for entry in item.entries if entry[0].text not in ("after", "before")), item.span)
            own = slide_ids([slide])[0]
            if slide.get("id") is None:
                own = free_id(own, taken, numbers)
                slide = Mapping(((Scalar("id", slide.span), Scalar(own, slide.span)), *slide.entries), slide.span)
            elif own in taken:
                first = self.order[self.order.find(own) or 0].span
                self.problems.append(problem("duplicate-id", _place(slide, "id"), id=own, line=first.line, file=first.file))
                continue
            taken.add(own)
            slide = self.made.setdefault((id(item), own), (item, item, slide))[2]
            target = self._target(item)
            self._put(self.order.new(slide, own), END if target is None else target, item)

    def move(self, step: Node) -> None:
        """`move: [{id: slide, after: other}]`; to the end where neither `after` nor `before` is there."""
        self.order.begin()
        for item in items_of(self.problems, "`move:`", step):
            name = item.get("id") if isinstance(item, Mapping) else None
            if not isinstance(item, Mapping) or not isinstance(name, Scalar):
                wrong(self.problems, "an item of `move:`", "`{id: slide, after: other slide}`", item, ())
                continue
            self._check_keys(item, ("id", "after", "before"), "an item of `move:`")
            at = self._find(name)
            if at is None or self._is_own_target(item, name.text):
                continue
            target = self._target(item)
            if target is not None:
                self._put(at, target, item)

    def _put(self, at: int, target: int, item: Mapping) -> None:
        if target != END and item.get("after") is not None:
            self.order.put_after(at, target)
        else:
            self.order.put_before(at, target)

    def remove(self, step: Node) -> None:
        """`remove: [slide, …]`."""
        for name in items_of(self.problems, "`remove:`", step):
            if not isinstance(name, Scalar):
                wrong(self.problems, "an item of `remove:`", "the id of a slide", name, _hints_for_id(name))
            elif (at := self._find(name)) is not None:
                slide = self.order[at]
                if self.keeps_places and isinstance(slide, Mapping):
                    self.order[at] = Mapping(((GONE, name), *slide.entries), slide.span)
                else:
                    self.order.remove(at)

    def _is_own_target(self, item: Mapping, id: str) -> bool:
        """Whether a slide is to be moved after or before itself, which is told."""
        targets = [target for key in ("after", "before") if isinstance(target := item.get(key), Scalar) and target.text == id]
        for target in targets:
            self.problems.append(problem("wrong-value", target.span, value=id, expected="another slide"))
        return bool(targets)

    def _target(self, item: Mapping) -> int | None:
        """The slide that an item's `after:` or `before:` names, END where it has neither. None where that is wrong."""
        after, before = item.get("after"), item.get("before")
        name = after if after is not None else before
        if name is None:
            return END
        if after is not None and before is not None:
            self.problems.append(problem("either-or", before.span, of="a slide", one="after", other="before"))
        if not isinstance(name, Scalar):
            wrong(self.problems, "`after:`" if after is not None else "`before:`", "the id of a slide", name, ())
            return None
        return self._find(name)

    def _find(self, name: Scalar, *, may_be_gone: bool = False) -> int | None:
        """The place of a slide. A change of one that is gone is told; what a step takes out or goes by must be there."""
        at = self.order.find(name.text)
        if at is None and len(self.problems) < MOST_PROBLEMS:
            code = "change-nowhere" if may_be_gone else "unknown-slide"
            hints = self._slide_of_item(name.text) or nearest(name.text, self.order.ids())
            self.problems.append(problem(code, name.span, id=name.text, hints=hints))
        return at

    def _slide_of_item(self, id: str) -> tuple[str, ...]:
        """Which slide has an item of an id, in any list of it; empty where none has."""
        if self.items is None:
            self.items = dict(self._items())
        found = self.items.get(id)
        if found is None:
            return ()
        slide, key = found
        return (f"the slide `{slide}` has an item `{id}`, which is changed so: changes: {{{slide}: {{{key}: {{{id}: …}}}}}}",)

    def _items(self) -> Iterator[tuple[str, tuple[str, str]]]:
        """The ids of all items, and the slide and its key that have each: of two with the same the first."""
        for slide in reversed(self.order.ids()):
            at = self.order.find(slide)
            node = None if at is None else self.order[at]
            for key, value in node.entries if isinstance(node, Mapping) else ():
                lists = [inner for _, inner in value.entries] if isinstance(value, Mapping) else [value]
                yield from ((id, (slide, key.text)) for one in lists for id in ids_in(one))

    def _check_keys(self, item: Mapping, known: tuple[str, ...], of: str) -> None:
        for key, _ in item.entries:
            if key.text not in known:
                hints = nearest(key.text, known)
                self.problems.append(problem("unknown-key", key.span, key=key.text, of=of, hints=hints))


def _hints_for_id(node: Node) -> tuple[str, ...]:
    id = node.get("id") if isinstance(node, Mapping) else None
    return (f"write the id alone: - {id.text}",) if isinstance(id, Scalar) else ()


def _place(slide: Mapping, key: str) -> Span:
    return (slide.get(key) or slide).span
