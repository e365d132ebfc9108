"""A project: the base deck with its includes, and its variants, before any of them is put together."""

import posixpath

from msgspec import Struct

from deckmotor.diagnostics import Diagnostic
from deckmotor.edition import BASE, Edition
from deckmotor.load.discreet import words_outside
from deckmotor.load.files import Files
from deckmotor.load.naming import FileName, alike, file_name_of
from deckmotor.load.rows import check_number
from deckmotor.load.variants import Base, Variant, assigned, joining_word, read_variants
from deckmotor.source.ids import name_slides
from deckmotor.source.merge import put
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence
from deckmotor.source.variables import resolve
from deckmotor.span import Span
from deckmotor.workspace import Workspace


class Project(Struct, frozen=True, kw_only=True):
    """All files of a deck and its variants, read. A value without memory: it can be pickled and sent to another process."""

    path: str
    """Of `deck.yaml`, from the project's folder."""
    workspace: Workspace
    """Reads from the folders too that the deck's head allows."""
    deck: Mapping | None
    """The base deck: includes in place, every slide with an id. None where its file can't be read."""
    layer: Mapping | None
    """What `variants.yaml` changes for all variants."""
    file: str
    """Name of the base deck's file, without its ending."""
    variants: dict[str, Variant]
    """By id, in the order of the table; after them those that have only a file."""
    owners: dict[str, Edition]
    """By `alike` of the names of files: the first edition that is written to it."""
    problems: tuple[Diagnostic, ...]
    """Of all files and of how they fit together; those of single decks come from `load_deck`."""
    broken: bool
    """Whether a file could not be read, so that names that seem to lead nowhere may stand in it."""
    outside: frozenset[str] = frozenset()
    """The words that only files outside the project hold. No message tells them."""

    @property
    def editions(self) -> tuple[Edition, ...]:
        """All that can be built, the base edition first."""
        return (BASE, *(Edition(variant=id) for id in self.variants))

    def layers(self, edition: Edition) -> tuple[Mapping, ...]:
        """What an edition changes in the base deck, in order; what all variants change comes first."""
        own = self.variants.get(edition.variant)
        return () if own is None else (*((self.layer,) if self.layer is not None else ()), *own.layers)

    def place_of(self, edition: Edition, key: str) -> Span:
        """Where the value of a key of the head is written for an edition; the head itself where it is left out."""
        if self.deck is None:
            return Span(self.path)
        values = (layer.get(key) for layer in reversed((self.deck, *self.layers(edition))))
        return next((value for value in values if value is not None), self.deck).span


def load_project(workspace: Workspace, path: str) -> Project:
    """Read `deck.yaml` at a path, the files that it includes, `variants.yaml` and `variants/` beside it, and the table."""
    files = Files(workspace)
    deck = _read_deck(files, path)
    base = base_of(deck) if deck is not None else Base(FileName(Scalar("deck", Span(path))), {}, "en")
    layer, variants = read_variants(files, posixpath.dirname(path), base)
    file, _ = base.file.filled(resolve(base.variables, joining_word(base.language))[0])
    return Project(
        path=path,
        workspace=files.workspace,
        deck=deck,
        layer=layer,
        file=file,
        variants={variant.id: variant for variant in variants},
        owners=_owners(file, variants),
        problems=tuple(dict.fromkeys(files.problems)),
        broken=files.broken,
        outside=words_outside(files.outside, files.own) if files.outside else frozenset(),
    )


def _owners(file: str, variants: tuple[Variant, ...]) -> dict[str, Edition]:
    owners = {alike(file): BASE}
    for variant in variants:
        owners.setdefault(alike(variant.file), Edition(variant=variant.id))
    return owners


def base_of(deck: Mapping) -> Base:
    """What variants need to know of the base deck: its file's name (`file:`, or made from the title), variables, language."""
    language, slides = deck.get("language"), deck.get("slides")
    return Base(
        file_name_of(deck),
        assigned(deck.get("variables")),
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
    if files.workspace.closed:
        return
    files.workspace = files.workspace.allowing([files.place(name) for name in names])
    for name in names:
        if not files.workspace.exists(files.place(name)):
            files.report("folder-missing", name.span, path=name.text)
