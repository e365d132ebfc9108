"""A project's decks: layers put on the base deck, variables put in, and the result read."""

from msgspec.structs import replace

from deckmotor.diagnostics import Diagnostic
from deckmotor.edition import BASE, Edition
from deckmotor.load.files import MOST_SLIDES
from deckmotor.load.memo import Memo
from deckmotor.load.naming import file_name_problems
from deckmotor.load.project import Project, base_of
from deckmotor.load.rows import HEAD_KEYS
from deckmotor.load.variants import Variant, joining_word
from deckmotor.messages import MOST_PROBLEMS, nearest, problem
from deckmotor.model.blocks import BLOCK_KEYS
from deckmotor.model.deck import Deck
from deckmotor.model.read import read_deck
from deckmotor.model.records import plan_of
from deckmotor.source.merge import Form, put
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence
from deckmotor.source.overlay import apply
from deckmotor.source.variables import MOST_PUT_IN_DECK, fill, names, resolve, substitute
from deckmotor.span import Span
from deckmotor.workspace import Workspace

Problems = tuple[Diagnostic, ...]

MAY_BE_IN_BROKEN = ("unknown-slide", "unknown-item", "unknown-variant", "no-slides")
"""Problems of things that may stand in a file that could not be read."""


def load_deck(project: Project, edition: Edition, memo: Memo | None = None) -> tuple[Deck | None, Problems]:
    """The deck of an edition, and all that is wrong with it and with the project's files.

    Problems that the base deck has too carry no variant. With a memo, what two decks share is the same object.
    """
    if project.deck is None:
        return None, project.problems
    memo = Memo() if memo is None else memo
    deck, base_problems = _base(project, project.deck, memo)
    if edition.is_base:
        return deck, _all(project, base_problems)
    found = project.variants.get(edition.variant)
    if found is None:
        hints = nearest(edition.variant, list(project.variants))
        return None, _all(project, (problem("unknown-variant", Span(project.path), variant_id=edition.variant, hints=hints),))
    deck, problems = _variant(project, project.deck, found, memo)
    shared = {replace(one, variant=None) for one in base_problems}
    own = tuple(plain if (plain := replace(one, variant=None)) in shared else one for one in problems)
    return deck, _all(project, own)


def _base(project: Project, node: Mapping, memo: Memo) -> tuple[Deck | None, Problems]:
    known = memo.base.get(id(node))
    if known is None:
        known = memo.base[id(node)] = (node, *_read_base(project, node, memo))
    return known[1:]


def _read_base(project: Project, node: Mapping, memo: Memo) -> tuple[Deck | None, Problems]:
    base = base_of(node)
    variables, problems = resolve(base.variables, joining_word(base.language))
    filled, more = _filled(node, variables, memo)
    wrong_name = file_name_problems(project.file, (node.get("file") or node).span)
    filled, unread = _with_data(filled, project.workspace, memo)
    deck, reading = read_deck(filled, BASE, project.file, memo.slides)
    return deck, problems + more + wrong_name + unread + reading


def _variant(project: Project, base: Mapping, variant: Variant, memo: Memo) -> tuple[Deck | None, Problems]:
    """The variant's deck. What is wrong with `variants.yaml` itself carries no variant; all else does."""
    node, shared_problems = (base, ()) if project.layer is None else _laid_once(base, project.layer, memo)
    problems = list(variant.problems)
    for layer in variant.layers:
        node, more = laid(node, layer)
        problems += more
    filled, more = _filled(node, variant.variables, memo)
    filled, unread = _with_data(filled, project.workspace, memo)
    deck, reading = read_deck(filled, Edition(variant=variant.id), variant.file, memo.slides)
    marked = (replace(one, variant=variant.id) for one in (*problems, *more))
    return deck, (*shared_problems, *marked, *unread, *reading)


def _laid_once(deck: Mapping, layer: Mapping, memo: Memo) -> tuple[Mapping, Problems]:
    """What `laid` gives, made once for all variants."""
    key = (id(deck), id(layer))
    known = memo.laid.get(key)
    if known is None:
        known = memo.laid[key] = (deck, layer, *laid(deck, layer))
    return known[2:]


def laid(deck: Mapping, layer: Mapping) -> tuple[Mapping, Problems]:
    """The deck under one more layer: its slides changed, its head overridden."""
    changed, problems = apply(deck, layer, form_of)
    slides = changed.get("slides")
    if isinstance(slides, Sequence) and len(slides.items) > MOST_SLIDES:
        many = problem("too-many-slides", (layer.get("add") or layer).span, limit=f"{MOST_SLIDES:,}")
        problems = (*problems, many)
    else:
        deck = changed
    for key, value in layer.entries:
        if key.text in HEAD_KEYS:
            deck = put(deck, key, value)
    return deck, problems


def form_of(key: str) -> Form | None:
    """The forms of a block of that key, where it may be written without keys."""
    short = plan_of(BLOCK_KEYS[key]).short if key in BLOCK_KEYS else None
    return None if short is None else Form(short.key, plan_of(BLOCK_KEYS[key]).keys)


def _filled(deck: Mapping, variables: dict[str, str], memo: Memo) -> tuple[Mapping, Problems]:
    """The deck with variables put into its texts."""
    found: list[Diagnostic] = []
    entries: list[tuple[Scalar, Node]] = []
    for key, value in deck.entries:
        if key.text == "slides" and isinstance(value, Sequence):
            value = Sequence(_filled_slides(value.items, variables, memo, found), value.span)
        elif key.text != "variables":
            value, more = substitute(value, variables)
            found += more
        entries.append((key, value))
    return Mapping(tuple(entries), deck.span), tuple(found)


def _filled_slides(
    slides: tuple[Node, ...], variables: dict[str, str], memo: Memo, found: list[Diagnostic]
) -> tuple[Node, ...]:
    """The slides with their variables put in; each is the same object for all decks in which these have the same values."""
    filled: list[Node] = []
    put_in = 0
    for slide in slides:
        known = memo.names.get(id(slide))
        if known is None:
            known = memo.names[id(slide)] = (slide, tuple(sorted(names(slide))))
        if not known[1] or put_in > MOST_PUT_IN_DECK or len(found) > MOST_PROBLEMS:
            filled.append(slide)
            continue
        key = (id(slide), tuple([variables.get(name) for name in known[1]]))
        done = memo.filled.get(key)
        if done is None:
            done = memo.filled[key] = fill(slide, variables)
        filled.append(done[0])
        found += done[1]
        put_in += done[2]
        if put_in > MOST_PUT_IN_DECK:
            found.append(problem("variables-too-long", slide.span, limit=f"{MOST_PUT_IN_DECK:,}", of="the deck"))
    return tuple(filled)


def _with_data(deck: Mapping, workspace: Workspace, memo: Memo) -> tuple[Mapping, Problems]:
    """The deck with the numbers that stand in files. A slide that decks share stays shared."""
    slides = deck.get("slides")
    if not isinstance(slides, Sequence) or not any(map(_names_data, slides.items)):
        return deck, ()
    from deckmotor.load.data import needs_data, with_data  # Most decks have all their numbers in their slides.

    found: list[Diagnostic] = []
    filled: list[Node] = []
    for slide in slides.items:
        known = memo.data.get(id(slide))
        if known is None:
            made = with_data(slide, workspace) if needs_data(slide) else (slide, ())
            known = memo.data[id(slide)] = (slide, *made)
        filled.append(known[1])
        found += known[2]
    return put(deck, _key_of(deck, "slides"), Sequence(tuple(filled), slides.span)), tuple(found)


def _names_data(slide: Node) -> bool:
    """Whether a slide may have a chart whose numbers stand in a file."""
    return isinstance(slide, Mapping) and any(key.text in ("chart", "columns") for key, _ in slide.entries)


def _key_of(mapping: Mapping, name: str) -> Scalar:
    return next(key for key, _ in mapping.entries if key.text == name)


def _all(project: Project, problems: Problems) -> Problems:
    """With those of the project, each once. What a broken file may hold is not reported as missing."""
    if project.broken:
        problems = tuple(one for one in problems if one.code not in MAY_BE_IN_BROKEN)
    return tuple(dict.fromkeys((*project.problems, *problems)))
