"""A project: the base deck with its includes, and its variants, before any of them is put together."""

import posixpath

from msgspec import Struct

from deckmotor.diagnostics import Diagnostic
from deckmotor.load.files import Files
from deckmotor.load.rows import check_number
from deckmotor.load.variants import Base, Variant, assigned, read_variants
from deckmotor.model.deck import Deck
from deckmotor.model.slides import Memo as SlideMemo
from deckmotor.source.ids import name_slides, slug
from deckmotor.source.merge import put
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence
from deckmotor.workspace import Workspace

LONGEST_MADE = 100
"""Characters of a file's name that is made from a title."""


class Memo(Struct, frozen=True):
    """What the decks of a project share, so that it is done once. All by the identity of nodes, which are kept alive here."""

    names: dict[int, tuple[Node, tuple[str, ...]]]
    """A slide's node, and the variables that it names."""
    filled: dict[tuple[int, tuple[str | None, ...]], tuple[Node, tuple[Diagnostic, ...], int]]
    """A slide's node with the values of its variables: what `fill` makes of it with them."""
    slides: SlideMemo
    """The memo of `read_deck`."""
    shared: list[tuple[Mapping, tuple[Diagnostic, ...]]]
    """The deck with what all variants change; empty until it is made."""
    base: list[tuple[Deck | None, tuple[Diagnostic, ...]]]
    """The base deck and its problems; empty until it is read."""


class Project(Struct, frozen=True, kw_only=True):
    """All files of a deck and its variants, read."""

    path: str
    """Of `deck.yaml`, from the project's folder."""
    workspace: Workspace
    """Reads from the folders too that the deck's head allows."""
    deck: Mapping | None
    """The base deck: includes in place, every slide with an id. None where its file can't be read."""
    layer: Mapping | None
    """What `variants.yaml` changes for all variants."""
    variants: tuple[Variant, ...]
    """In the order of the table; after them those that have only a file."""
    by_id: dict[str, Variant]
    problems: tuple[Diagnostic, ...]
    """Of all files and of how they fit together; those of single decks come from `load_deck`."""
    broken: bool
    """Whether a file could not be read, so that names that seem to lead nowhere may stand in it."""
    memo: Memo


def load_project(workspace: Workspace, path: str) -> Project:
    """Read `deck.yaml` at a path, the files that it includes, `variants.yaml` and `variants/` beside it, and the table."""
    files = Files(workspace)
    deck = _read_deck(files, path)
    base = base_of(deck) if deck is not None else Base("deck", {}, "en")
    layer, variants = read_variants(files, posixpath.dirname(path), base)
    return Project(
        path=path,
        workspace=files.workspace,
        deck=deck,
        layer=layer,
        variants=variants,
        by_id={variant.id: variant for variant in variants},
        problems=tuple(dict.fromkeys(files.problems)),
        broken=files.broken,
        memo=Memo({}, {}, {}, [], []),
    )


def base_of(deck: Mapping) -> Base:
    """What variants need to know of the base deck: its file's name (`file:`, or made from the title), variables, language."""
    file, title, variables, language = (deck.get(key) for key in ("file", "title", "variables", "language"))
    if isinstance(file, Scalar) and not file.is_null:
        name = file.text
    else:
        name = (slug(title.text)[:LONGEST_MADE].rstrip("-") if isinstance(title, Scalar) else "") or "deck"
    values = assigned(variables)
    slides = deck.get("slides")
    return Base(
        name,
        values,
        language.text if isinstance(language, Scalar) else "en",
        len(slides.items) if isinstance(slides, Sequence) else 0,
    )


def _read_deck(files: Files, path: str) -> Mapping | None:
    node = files.read(path)
    if node is None:
        return None
    if not isinstance(node, Mapping):
        files.wrong("a deck", "a group of keys, such as `title: …`", node)
        return None
    _allow(files, node.get("allow"))
    if isinstance(variables := node.get("variables"), Mapping):
        check_number(files, variables)
    slides = node.get("slides")
    if not isinstance(slides, Sequence):
        # `read_deck` tells that they are missing, or are no list.
        return node
    expanded = Sequence(files.slides(slides, (path,)), slides.span)
    return put(node, Scalar("slides", slides.span), name_slides(expanded))


def _allow(files: Files, folders: Node | None) -> None:
    """Let the workspace read from the folders of the head's `allow:`. `read_deck` tells what is no list of folders."""
    named = folders.items if isinstance(folders, Sequence) else (folders,)
    names = [name for name in named if isinstance(name, Scalar) and name.text.strip()]
    files.workspace = files.workspace.allowing([files.place(name) for name in names])
    for name in names:
        if not files.workspace.exists(files.place(name)):
            files.report("folder-missing", name.span, path=name.text)
