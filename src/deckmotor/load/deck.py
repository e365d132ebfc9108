"""A project's decks: layers put on the base deck, variables put in, and the result read."""

from operator import is_

from msgspec.structs import replace

from deckmotor.diagnostics import Diagnostic
from deckmotor.edition import Edition
from deckmotor.load.filed import with_files
from deckmotor.load.files import MOST_SLIDES
from deckmotor.load.layers import HEAD_KEYS
from deckmotor.load.memo import Memo
from deckmotor.load.naming import file_name_problems
from deckmotor.load.project import Project
from deckmotor.load.variants import Version
from deckmotor.messages import MOST_PROBLEMS, nearest, problem
from deckmotor.model.blocks import BLOCK_KEYS, block_type
from deckmotor.model.deck import Deck
from deckmotor.model.plan import Plan
from deckmotor.model.read import read_deck
from deckmotor.model.records import plan_alone, plan_of
from deckmotor.source.layer import is_gone
from deckmotor.source.merge import Form, alike, put
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence
from deckmotor.source.variables import MOST_PUT_IN_DECK, fill, names, spoken, substitute
from deckmotor.source.voice import Trouble
from deckmotor.span import Span

Problems = tuple[Diagnostic, ...]

MAY_BE_IN_BROKEN = (
    "unknown-slide", "unknown-variant", "unknown-audience", "unknown-item", "no-slides", "change-nowhere", "item-nowhere",
)  # fmt: skip
"""Problems of things that may stand in a file that could not be read."""

OF_LAYERS = ("change-nowhere", "item-nowhere", "same-as-before", "unknown-item", "unknown-key")
"""What a layer may have because of another one below it: a variant changes what an audience has taken out already."""


def load_deck(project: Project, edition: Edition, memo: Memo | None = None) -> tuple[Deck | None, Problems]:
    """The deck of an edition, and all that is wrong with it and with the project's files.

    Problems that the base deck has too carry no variant. With a memo, what two decks share is the same object.
    """
    if project.deck is None:
        return None, project.problems
    memo = Memo() if memo is None else memo
    version = project.versions.get(edition)
    if version is None:
        return None, _all(project, (_unknown(project, edition),), memo)
    deck, base_problems = _base(project, edition, memo)
    if edition.is_base:
        return deck, _all(project, base_problems, memo)
    deck, problems = _read(project, version, memo)
    return deck, told(project, edition, problems, memo)


def told(project: Project, edition: Edition, problems: Problems, memo: Memo) -> Problems:
    """What is told of an edition, and of its project: what the base deck has too carries no variant."""
    if edition.is_crossing and any(one.code in OF_LAYERS for one in problems):
        alone = {(one.code, one.values, one.span) for part in edition.alone for one in load_deck(project, part, memo)[1]}
        problems = tuple(one for one in problems if one.code not in OF_LAYERS or (one.code, one.values, one.span) in alone)
    for last, known in memo.told:
        if len(last) == len(problems) and all(map(is_, last, problems)):
            return known
    memo.told[:] = [(problems, _told(project, edition, problems, memo))]
    return memo.told[0][1]


def _told(project: Project, edition: Edition, problems: Problems, memo: Memo) -> Problems:
    if any(one.variant is not None for one in problems):
        shared = {replace(one, variant=None) for one in _base(project, edition, memo)[1]}
        problems = tuple(plain if (plain := replace(one, variant=None)) in shared else one for one in problems)
    return _all(project, problems, memo)


def _unknown(project: Project, edition: Edition) -> Diagnostic:
    if edition.language and edition.language not in project.languages:
        hints = nearest(edition.language, list(project.languages))
        return problem("unknown-language", Span(project.path), name=edition.language, hints=hints)
    if edition.language and Edition(edition.variant, edition.audience) in project.versions:
        return problem("language-alone", Span(project.path), name=edition.language)
    if edition.audience and edition.audience not in project.audiences:
        hints = nearest(edition.audience, list(project.audiences))
        return problem("unknown-audience", Span(project.path), name=edition.audience, hints=hints)
    hints = nearest(edition.variant, list(project.variants))
    return problem("unknown-variant", Span(project.path), variant_id=edition.variant, hints=hints)


def _base(project: Project, edition: Edition, memo: Memo) -> tuple[Deck | None, Problems]:
    node = project.deck_of(edition)
    known = memo.base.get(id(node))
    if known is None:
        version = project.versions[edition.base]
        deck, problems = _read(project, version, memo)
        wrong_name = file_name_problems(version.file, (node.get("file") or node).span)
        known = memo.base[id(node)] = (node, deck, problems + wrong_name)
    return known[1:]


def _read(project: Project, version: Version, memo: Memo) -> tuple[Deck | None, Problems]:
    """The deck of a version. What is wrong with a layer that others have too carries no variant; all else does."""
    edition = version.edition
    node, shared, problems = merged(project, edition, memo)
    node, more = _filled(node, version, memo)
    problems += more
    node, unread = with_files(node, project.workspace, version.voice.language, memo)
    deck, reading = read_deck(node, edition, version.file, memo.slides, memo.blocks)
    return deck, (*shared, *marked(problems, edition), *unread, *reading)


def marked(problems: Problems, edition: Edition) -> Problems:
    """Problems that are an edition's own."""
    return problems if edition.is_base else tuple([replace(one, variant=edition.name) for one in problems])


def merged(project: Project, edition: Edition, memo: Memo) -> tuple[Mapping, Problems, Problems]:
    """The deck of an edition under its layers, with what it has of them; variables are yet to be put in, and files to be read.

    With it what is wrong with layers that others have too, and all else that is wrong. Slides that editions share are the same
    nodes.
    """
    version, deck = project.versions[edition], project.deck_of(edition)
    key = (id(version), id(deck))
    known = memo.merged.get(key)
    if known is None:
        known = memo.merged[key] = (version, deck, *_merged(project, deck, version, memo))
    return known[2:]


def _merged(project: Project, node: Mapping, version: Version, memo: Memo) -> tuple[Mapping, Problems, Problems]:
    edition = version.edition
    shared: list[Diagnostic] = []
    problems = list(version.problems)
    for number, layer in enumerate(version.shared):
        alone = _laid_once(project.deck_of(edition), layer, memo)[1] if number else ()
        node, more = _laid_once(node, layer, memo, keeps_places=number == 0 and edition.audience != "")
        crossed = frozenset(more).difference(alone) if number else frozenset()  # What only this audience's variants have.
        shared += [one for one in more if one not in crossed] if crossed else more
        problems += [one for one in more if one in crossed] if crossed else ()
    for layer in version.own:
        node, more = laid(node, layer, memo)
        problems += more
    node, more = narrowed(project, node, version, memo)
    return node, tuple(shared), (*problems, *more)


def _laid_once(deck: Mapping, layer: Mapping, memo: Memo, *, keeps_places: bool = False) -> tuple[Mapping, Problems]:
    """What `laid` gives, made once for all that have it."""
    key = (id(deck), id(layer), keeps_places)
    known = memo.laid.get(key)
    if known is None:
        known = memo.laid[key] = (deck, layer, *laid(deck, layer, memo, keeps_places=keeps_places))
    return known[2:]


def laid(deck: Mapping, layer: Mapping, memo: Memo | None = None, *, keeps_places: bool = False) -> tuple[Mapping, Problems]:
    """The deck under one more layer: its slides changed, its head overridden."""
    from deckmotor.source.overlay import apply  # Most decks are as they are written.

    changed, problems = apply(deck, layer, form_of, keeps_places=keeps_places, made=None if memo is None else memo.made)
    slides = changed.get("slides")
    if isinstance(slides, Sequence) and len(slides.items) > MOST_SLIDES:
        many = problem("too-many-slides", (layer.get("add") or layer).span, limit=f"{MOST_SLIDES:,}")
        problems = (*problems, many)
    else:
        deck = changed
    for key, value in layer.entries:
        if key.text in HEAD_KEYS:
            if (old := deck.get(key.text)) is not None and alike(old, value):
                problems = (*problems, problem("same-as-before", value.span))
            deck = put(deck, key, value)
    return deck, problems


def form_of(key: str) -> Form | None:
    """The forms of a block of that key, where it may be written without keys."""
    return _form(plan_of(block_type(key))) if key in BLOCK_KEYS else None


def _form(plan: Plan) -> Form | None:
    alone = plan_alone(plan)
    return None if plan.short is None else Form(plan.short.key, plan.keys, None if alone is None else _form(alone))


def narrowed(project: Project, deck: Mapping, version: Version, memo: Memo) -> tuple[Mapping, Problems]:
    """The deck with what this edition has of it: without what its audience takes out, and what is for others alone."""
    slides = deck.get("slides")
    removes = version.edition.audience != "" and version.shared[0].get("remove") is not None
    if not isinstance(slides, Sequence) or not (removes or project.has_conditions):
        return deck, ()
    items = [slide for slide in slides.items if not is_gone(slide)] if removes else list(slides.items)
    problems: Problems = ()
    if project.has_conditions:
        from deckmotor.load.narrow import narrowed_slides  # Most decks are whole for everybody.

        items, problems = narrowed_slides(items, project, version, memo)
    if len(items) == len(slides.items) and all(map(_same, items, slides.items)):
        return deck, problems
    return put(deck, Scalar("slides", slides.span), Sequence(tuple(items), slides.span)), problems


def _same(one: Node, other: Node) -> bool:
    return one is other


def _filled(deck: Mapping, version: Version, memo: Memo) -> tuple[Mapping, Problems]:
    """The deck with variables put into its texts."""
    found: list[Diagnostic] = []
    entries: list[tuple[Scalar, Node]] = []
    for key, value in deck.entries:
        if key.text == "slides" and isinstance(value, Sequence):
            value = Sequence(filled_slides(value.items, version, memo, found), value.span)
        elif key.text != "variables":
            value, more = substitute(value, version.naming if key.text == "file" else version.variables, version.voice)
            found += more
        entries.append((key, value))
    return Mapping(tuple(entries), deck.span), tuple(found)


def values_in(node: Node, version: Version, memo: Memo) -> tuple[str | Trouble | None, ...]:
    """The values of the variables that a node names, as they are written in a version."""
    known = memo.names.get(id(node))
    if known is None:
        known = memo.names[id(node)] = (node, tuple(sorted(names(node))))
    if not known[1]:
        return ()
    variables = version.variables
    return tuple([variables[name] if name in variables else spoken(name, variables, version.voice) for name in known[1]])


def filled_slides(slides: tuple[Node, ...], version: Version, memo: Memo, found: list[Diagnostic]) -> tuple[Node, ...]:
    """The slides with their variables put in; each is the same object for all decks in which these have the same values."""
    filled: list[Node] = []
    variables = version.variables
    put_in = 0
    for slide in slides:
        values = values_in(slide, version, memo)
        if not values or put_in > MOST_PUT_IN_DECK or len(found) > MOST_PROBLEMS:
            filled.append(slide)
            continue
        key = (id(slide), values)
        done = memo.filled.get(key)
        if done is None:
            done = memo.filled[key] = fill(slide, variables, version.voice)
        filled.append(done[0])
        found += done[1]
        put_in += done[2]
        if put_in > MOST_PUT_IN_DECK:
            found.append(problem("variables-too-long", slide.span, limit=f"{MOST_PUT_IN_DECK:,}", of="the deck"))
    return tuple(filled)


def _all(project: Project, problems: Problems, memo: Memo) -> Problems:
    """With those of the project, each once. What a broken file may hold is not reported as missing."""
    if project.broken:
        problems = tuple(one for one in problems if one.code not in MAY_BE_IN_BROKEN)
    if any(one.code in ("unknown-slide", "change-nowhere") for one in problems):
        from deckmotor.load.elsewhere import with_owners  # Only for mistakes.

        problems = with_owners(project, problems, memo)
    own = project.problems
    if any(one.code == "split-number" for one in own):
        told = {(one.span.file, one.span.line, one.hints) for one in problems}
        own = tuple(one for one in own if one.code != "split-number" or (one.span.file, one.span.line, one.hints) not in told)
    return tuple(dict.fromkeys((*own, *problems)))
