"""`only:` and `except:`: the slides, blocks, columns, rows and items that an edition has.

A part whose condition holds is there with `only:`, and is not with `except:`. What leaves nothing behind goes with it: a list
without items, a table without rows below its header, and a slide of whose content nothing is left, even where a lead line is.
"""

from collections.abc import Callable
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.diagnostics import Diagnostic
from deckmotor.load.memo import Memo
from deckmotor.load.project import Project
from deckmotor.load.variants import Version
from deckmotor.messages import MOST_PROBLEMS, problem
from deckmotor.model.blocks import BESIDE, BLOCK_KEYS
from deckmotor.model.deck import Slide
from deckmotor.model.items import ListItem
from deckmotor.model.kinds import ListKind
from deckmotor.model.plan import Plan
from deckmotor.model.reading import Kind
from deckmotor.model.records import OF_INCLUDE, ONLY_KEYS, RecordKind, block_kind, plan_of, stands_for_list
from deckmotor.model.shapes import is_mistaken, own_keys
from deckmotor.model.slides import overlong
from deckmotor.model.ways import each_alone, item_with_items, mixed, paired, with_beside
from deckmotor.source.conditions import Condition, read_condition, variables_of
from deckmotor.source.describe import describe
from deckmotor.source.judge import Facts, holds
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence

_SLIDE = RecordKind(Slide)


class Term(Struct, frozen=True):
    """One condition of a part."""

    node: Scalar
    condition: Condition
    wanted: bool
    """Whether it is an `only:`."""


class Part(Struct, frozen=True):
    """A slide, or something on it, that not all editions have."""

    node: Mapping
    only: tuple[tuple[Term, ...], ...]
    """Any of each must hold: its own, and those of the includes that it stands in."""
    but: tuple[Term, ...]
    """None of them may."""


class Parts(Struct, frozen=True):
    """All such parts of a slide, and what is wrong with their conditions."""

    slide: Node
    parts: tuple[Part, ...]
    problems: tuple[Diagnostic, ...]
    names: tuple[str, ...] = ()
    """The variables that their conditions ask for."""

    @property
    def variables(self) -> tuple[str, ...]:
        """What their conditions ask for."""
        terms = (term for part in self.parts for term in (*chain(*part.only), *part.but))
        return tuple(name for term in terms for name in variables_of(term.condition))


def narrowed_slides(
    slides: list[Node], project: Project, version: Version, memo: Memo
) -> tuple[list[Node], tuple[Diagnostic, ...]]:
    """The slides as an edition has them, and what is wrong with conditions. What two editions have alike is one object.

    All that is wrong with a condition is an error: after so many no deck is made, and slides have all their parts. So does one
    that is refused for its length.
    """
    kept: list[Node] = []
    problems: list[Diagnostic] = []
    facts: Facts | None = None
    for slide in slides:
        if len(problems) >= MOST_PROBLEMS or overlong(slide):
            kept.append(_kept(slide, _SLIDE, lambda _: True) or slide)
            continue
        parts = memo.parts.get(id(slide))
        if parts is None:
            parts = memo.parts[id(slide)] = parts_of(slide, tuple(project.audiences))
        problems += parts.problems
        if not parts.parts:
            kept.append(slide)
            continue
        facts = facts or Facts(version.edition.audience, version.variables, version.voice)
        verdicts = _verdicts(parts, facts, memo, problems)
        key = (id(slide), verdicts)
        if key not in memo.narrowed:
            memo.narrowed[key] = narrowed(parts, verdicts)
        left = memo.narrowed[key]
        kept += [] if left is None else [left]
    return kept, tuple(problems)


def _verdicts(parts: Parts, facts: Facts, memo: Memo, problems: list[Diagnostic]) -> tuple[bool, ...]:
    """What `judged` decides, asked once of editions whose variables have the same values where conditions ask for them."""
    voice, names = facts.voice, parts.names
    known = [(facts.variables.get(name), name in voice.missing, name in voice.elsewhere) for name in names]
    key = (id(parts), facts.audience, id(voice.habits), *known)
    verdicts = memo.verdicts.get(key)
    if verdicts is None:
        is_judged = len(problems) < MOST_PROBLEMS
        verdicts, more = judged(parts, facts) if is_judged else ((True,) * len(parts.parts), ())
        problems += more
        if is_judged and not more:  # What is wrong is told of each edition.
            memo.verdicts[key] = verdicts
            memo.habits[id(voice.habits)] = voice.habits
    return verdicts


def parts_of(slide: Node, audiences: tuple[str, ...]) -> Parts:
    """The parts of a slide, the slide itself perhaps among them, that have conditions."""
    found: list[Part] = []
    problems: list[Diagnostic] = []
    if not _has_key(slide):
        return Parts(slide, (), ())

    def note(node: Mapping) -> bool:
        found.append(_part(node, audiences, problems))
        return True

    _kept(slide, _SLIDE, note)
    parts = Parts(slide, tuple(found), tuple(problems))
    names = dict.fromkeys(name.partition("|")[0].strip() for name in parts.variables)
    return replace(parts, names=tuple(names))


def judged(parts: Parts, facts: Facts) -> tuple[tuple[bool, ...], tuple[Diagnostic, ...]]:
    """For each part whether an edition has it, and what is wrong with the values that its conditions ask for."""
    problems: list[Diagnostic] = []
    verdicts = []
    for part in parts.parts:
        if len(problems) >= MOST_PROBLEMS:
            verdicts.append(True)
            continue
        only = [[holds(term.condition, term.node, facts, problems) for term in terms] for terms in part.only]
        but = [holds(term.condition, term.node, facts, problems) for term in part.but]
        verdicts.append(all(True in some for some in only) and True not in but)
    return tuple(verdicts), tuple(problems)


def narrowed(parts: Parts, verdicts: tuple[bool, ...]) -> Node | None:
    """The slide with the parts that an edition has; None where it has none of it."""
    has = {id(part.node): verdict for part, verdict in zip(parts.parts, verdicts, strict=True)}
    return _kept(parts.slide, _SLIDE, lambda node: has.get(id(node), True))


def _has_key(node: Node) -> bool:
    """Whether there is such a key anywhere, be it a name in a chart's numbers."""
    if isinstance(node, Mapping):
        return any(_is_condition(key) or _has_key(value) for key, value in node.entries)
    return isinstance(node, Sequence) and any(map(_has_key, node.items))


def _part(node: Mapping, audiences: tuple[str, ...], problems: list[Diagnostic]) -> Part:
    only: list[tuple[Term, ...]] = []
    but: list[Term] = []
    for key, value in node.entries:
        if _is_condition(key):
            terms = _terms(key, value, audiences, problems)
            if _key(key) == "except":
                but += terms
            elif terms:
                only.append(terms)
    return Part(node, tuple(only), tuple(but))


def _terms(key: Scalar, value: Node, audiences: tuple[str, ...], problems: list[Diagnostic]) -> tuple[Term, ...]:
    terms = []
    for one in value.items if isinstance(value, Sequence) and value.items else (value,):
        if len(problems) >= MOST_PROBLEMS:
            break
        if not isinstance(one, Scalar) or one.is_null or not one.text.strip():
            expected = 'the name of an audience, or a condition such as `${county} == "Skåne län"`'
            of, found = f"`{_key(key)}:`", describe(one)
            problems.append(problem("wrong-type", one.span, of=of, expected=expected, found=found))
            continue
        condition, wrong = read_condition(one, audiences)
        problems += wrong
        if condition is not None:
            terms.append(Term(one, condition, _key(key) == "only"))
    return tuple(terms)


def _is_condition(key: Scalar) -> bool:
    text = key.text
    return text in ONLY_KEYS or (text[:1] == OF_INCLUDE and _key(key) in ONLY_KEYS)


def _key(key: Scalar) -> str:
    """The key, or that of an include."""
    return key.text.lstrip(OF_INCLUDE)


def _kept(node: Node, kind: Kind, keeps: Callable[[Mapping], bool]) -> Node | None:
    """A value without the parts that are not kept; None where nothing of it is left. The same object where nothing changes."""
    if isinstance(kind, ListKind):
        return _list(node, kind, keeps)
    if not isinstance(kind, RecordKind):
        return node
    plan = plan_of(kind.cls)
    if isinstance(node, Mapping):
        if plan.cls is ListItem and is_mistaken(plan, node):
            node = item_with_items(node) or node
        elif plan.pair and is_mistaken(plan, node):
            node = paired(plan, plan.pair, node) or node
        elif plan.pairs and is_mistaken(plan, node):
            return _kept(each_alone(node), kind, keeps)
        elif plan.mixed and plan.short and (own := own_keys(plan, node)) is not None:
            node = mixed(node, plan.short.key, own)
        if plan.short and isinstance(plan.short.kind, ListKind) and stands_for_list(plan, node):
            return _kept(node, plan.short.kind.item, keeps)
        return _record(node, plan, keeps)
    return _list(node, plan.short.kind, keeps) if plan.short and isinstance(plan.short.kind, ListKind) else node


def _list(node: Node, kind: ListKind, keeps: Callable[[Mapping], bool]) -> Node | None:
    if not isinstance(node, Sequence):
        return _kept(node, kind.item, keeps) if kind.alone else node
    items = [kept for item in node.items if (kept := _kept(item, kind.item, keeps)) is not None]
    if len(items) == len(node.items) and all(map(_same, items, node.items)):
        return node
    return Sequence(tuple(items), node.span) if items else None


def _same(one: Node, other: Node) -> bool:
    return one is other


def _record(node: Mapping, plan: Plan, keeps: Callable[[Mapping], bool]) -> Node | None:
    conditional = "only" in plan.beside and any(_is_condition(key) for key, _ in node.entries)
    if conditional and not keeps(node):
        return None
    if plan.blocks and any(key.text in BESIDE for key, _ in node.entries):
        node = with_beside(node)
    entries: list[tuple[Scalar, Node]] = []
    gone: list[str] = []
    for key, value in node.entries:
        if conditional and _is_condition(key):
            continue
        field = plan.fields.get(key.text)
        kind = field.kind if field else block_kind(key.text) if key.text in plan.blocks else None
        kept = value if kind is None else _kept(value, kind, keeps)
        settled = ((key, value),) if kept is value else _settled(key, value, kept, node)
        entries += settled
        gone += () if settled else (key.text,)
    if plan.blocks and any(key in BLOCK_KEYS for key in gone) and not _has_content(entries):
        return None
    if plan.short and plan.short.key in gone:
        return None
    if len(entries) == len(node.entries) and all(one[1] is other[1] for one, other in zip(entries, node.entries, strict=True)):
        return node
    return Mapping(tuple(entries), node.span)


def _has_content(entries: list[tuple[Scalar, Node]]) -> bool:
    """Whether there is more than a line that leads to it."""
    return any(key.text in BLOCK_KEYS and key.text != "lead" for key, _ in entries)


def _settled(key: Scalar, before: Node, after: Node | None, around: Mapping) -> tuple[tuple[Scalar, Node], ...]:
    """What stands for a block of which parts are gone: nothing, itself, or what suits the one thing that is left."""
    if after is None:
        return ()
    if key.text in BLOCK_KEYS:
        from deckmotor.load.parted import without_names  # Most decks have no conditions.

        after = without_names(before, after)
    if key.text == "table" and len(_listed(after, "rows")) == 1 < len(_listed(before, "rows")):
        header = after.get("header") if isinstance(after, Mapping) else None
        return ((key, after),) if isinstance(header, Scalar) and header.text == "false" else ()
    left = _listed(after, "items") if key.text in ("pictures", "columns") else ()
    if len(left) != 1 or not isinstance(only := left[0], Mapping):
        return ((key, after),)
    if key.text == "pictures":
        return ((Scalar("picture", key.span), only),)
    beside = {other.text for other, _ in around.entries}
    entries = tuple((Scalar("lead", name.span) if name.text == "heading" else name, value) for name, value in only.entries)
    # Where the slide has such a key already, one of the two would be lost: that there is one column is told instead.
    return ((key, after),) if beside & {name.text for name, _ in entries} else entries


def _listed(block: Node, key: str) -> tuple[Node, ...]:
    """The things that a block lists, in its short or its long form."""
    inner = block.get(key) if isinstance(block, Mapping) else block
    return inner.items if isinstance(inner, Sequence) else ()
