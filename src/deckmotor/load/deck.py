"""A project's decks: layers put on the base deck, variables put in, and the result read."""

from msgspec.structs import replace

from deckmotor.diagnostics import Diagnostic
from deckmotor.load.files import MOST_SLIDES, file_name_problems
from deckmotor.load.project import Memo, Project, base_of
from deckmotor.load.rows import HEAD_KEYS
from deckmotor.load.variants import Variant, joining_word
from deckmotor.messages import MOST_PROBLEMS, nearest, problem
from deckmotor.model.deck import Deck
from deckmotor.model.read import read_deck
from deckmotor.source.merge import put
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence
from deckmotor.source.overlay import apply
from deckmotor.source.variables import MOST_PUT_IN_DECK, fill, names, resolve, substitute
from deckmotor.span import Span

Problems = tuple[Diagnostic, ...]


def load_deck(project: Project, variant: str | None) -> tuple[Deck | None, Problems]:
    """The deck of a variant (None: the base deck), and all that is wrong with it and with the project's files.

    Problems that the base deck has too carry no variant. Slides that two decks have in common are the same objects.
    """
    if project.deck is None:
        return None, project.problems
    if not project.memo.base:
        project.memo.base.append(_base(project, project.deck))
    deck, base_problems = project.memo.base[0]
    if variant is None:
        return deck, _all(project, base_problems)
    found = project.by_id.get(variant)
    if found is None:
        hints = nearest(variant, list(project.by_id))
        missing = problem("unknown-variant", Span(project.path), variant_id=variant, hints=hints)
        return None, (*project.problems, missing)
    deck, problems = _variant(project, project.deck, found)
    shared = {replace(one, variant=None) for one in base_problems}
    own = tuple(plain if (plain := replace(one, variant=None)) in shared else one for one in problems)
    return deck, _all(project, own)


def _base(project: Project, node: Mapping) -> tuple[Deck | None, Problems]:
    base = base_of(node)
    variables, problems = resolve(base.variables, joining_word(base.language))
    filled, more = _filled(node, variables, project.memo)
    name = base_of(filled).file
    wrong_name = file_name_problems(name, (filled.get("file") or filled).span)
    deck, reading = read_deck(filled, None, name, project.memo.slides)
    return deck, problems + more + wrong_name + reading


def _variant(project: Project, base: Mapping, variant: Variant) -> tuple[Deck | None, Problems]:
    """The variant's deck. What is wrong with `variants.yaml` itself carries no variant; all else does."""
    if not project.memo.shared:
        project.memo.shared.append(_laid(base, project.layer) if project.layer is not None else (base, ()))
    node, shared_problems = project.memo.shared[0]
    problems = list(variant.problems)
    for layer in variant.layers:
        node, more = _laid(node, layer)
        problems += more
    filled, more = _filled(node, variant.variables, project.memo)
    deck, reading = read_deck(filled, variant.id, variant.file, project.memo.slides)
    marked = (replace(one, variant=variant.id) for one in (*problems, *more))
    return deck, (*shared_problems, *marked, *reading)


def _laid(deck: Mapping, layer: Mapping) -> tuple[Mapping, Problems]:
    """The deck under one more layer: its slides changed, its head overridden."""
    changed, problems = apply(deck, layer)
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


def _all(project: Project, problems: Problems) -> Problems:
    """With those of the project, each once. What a broken file may hold is not reported as missing."""
    if project.broken:
        problems = tuple(one for one in problems if one.code not in ("unknown-slide", "unknown-item", "no-slides"))
    return tuple(dict.fromkeys((*project.problems, *problems)))
