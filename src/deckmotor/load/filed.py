"""What slides have in files of their own: numbers of charts and tables, areas of maps, lines of code."""

from deckmotor.diagnostics import Diagnostic
from deckmotor.load.memo import Memo
from deckmotor.source.merge import put
from deckmotor.source.nodes import Mapping, Node, Sequence
from deckmotor.workspace import Workspace

Problems = tuple[Diagnostic, ...]


def with_files(deck: Mapping, workspace: Workspace, language: str, memo: Memo) -> tuple[Mapping, Problems]:
    """The deck with what its slides have in files. A slide that decks share stays shared."""
    slides = deck.get("slides")
    if not isinstance(slides, Sequence) or True not in [has_files(slide, memo) for slide in slides.items]:
        return deck, ()
    made = [slide_with_files(slide, workspace, language, memo) for slide in slides.items]
    key = next(key for key, _ in deck.entries if key.text == "slides")
    found = tuple([problem for _, problems in made for problem in problems])
    return put(deck, key, Sequence(tuple([slide for slide, _ in made]), slides.span)), found


def has_files(slide: Node, memo: Memo) -> bool:
    """Whether a slide may have something in files."""
    return True in _reads(slide, memo)


def slide_with_files(slide: Node, workspace: Workspace, language: str, memo: Memo) -> tuple[Node, Problems]:
    """A slide with what it has in files, and what is wrong with that: the same object for all decks that have the slide."""
    problems: Problems = ()
    if _reads(slide, memo)[0]:
        slide, problems = _with_data(slide, workspace, language, memo)
    if _reads(slide, memo)[1]:
        slide, more = _with_listings(slide, workspace, memo)
        problems += more
    return slide, problems


def _reads(slide: Node, memo: Memo) -> tuple[bool, bool]:
    """Whether a slide may have numbers in files, and code, looked at once for all decks that have it."""
    known = memo.reads.get(id(slide))
    if known is None:
        known = memo.reads[id(slide)] = (slide, (_names_data(slide), _may_have_code(slide)))
    return known[1]


def _with_data(slide: Node, workspace: Workspace, language: str, memo: Memo) -> tuple[Node, Problems]:
    from deckmotor.load.chosen import Reading  # Most decks have all their numbers in their slides.
    from deckmotor.load.data import needs_data, with_data

    known = memo.data.get((id(slide), language))
    if known is None:
        reading = Reading(workspace, memo.tables, language, [], memo.areas)
        made = with_data(slide, reading) if needs_data(slide) else (slide, ())
        known = memo.data[id(slide), language] = (slide, *made)
    return known[1:]


def _with_listings(slide: Node, workspace: Workspace, memo: Memo) -> tuple[Node, Problems]:
    from deckmotor.load.listings import with_listings  # Most decks have no code.

    known = memo.listings.get(id(slide))
    if known is None:
        known = memo.listings[id(slide)] = (slide, *with_listings(slide, workspace, memo.code))
    return known[1:]


def _may_have_code(slide: Node) -> bool:
    """Whether a slide, or a column of it, has code that may stand in a file."""
    if not isinstance(slide, Mapping):
        return False
    for key, value in slide.entries:
        if key.text == "code" and isinstance(value, Mapping):
            return True
        if key.text == "columns" and isinstance(value, Sequence) and any(map(_may_have_code, value.items)):
            return True
    return False


def _names_data(part: Node) -> bool:
    """Whether a slide, or a column of it, may have a chart, table or map that stands in a file, or is written with pipes."""
    entries = part.entries if isinstance(part, Mapping) else ()
    return any(
        (key.text == "columns" and isinstance(value, Sequence) and any(map(_names_data, value.items)))
        or (key.text == "table" and not isinstance(value, Sequence))
        or (key.text == "chart" and isinstance(value, Mapping) and value.get("file") is not None)
        or (key.text == "map" and isinstance(value, Mapping) and value.get("areas") is not None)
        for key, value in entries
    )
