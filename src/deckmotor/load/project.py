"""A project: the base deck with its includes, and its variants, before any of them is put together."""

import posixpath
from typing import TYPE_CHECKING

from msgspec import Struct

from deckmotor.diagnostics import Diagnostic
from deckmotor.edition import Edition
from deckmotor.load.files import Files, Trees
from deckmotor.load.layers import check_number
from deckmotor.load.naming import FileName, alike, file_name_of
from deckmotor.load.variants import Base, Tongue, Version, assigned, read_versions
from deckmotor.source.ids import name_slides
from deckmotor.source.merge import put
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence
from deckmotor.span import Span
from deckmotor.workspace import Workspace

if TYPE_CHECKING:  # Most decks have one language.
    from deckmotor.load.languages import Strings


class Project(Struct, frozen=True, kw_only=True):
    """All files of a deck and its variants, read. A value without memory: it can be pickled and sent to another process."""

    path: str
    """Of `deck.yaml`, from the project's folder."""
    workspace: Workspace
    """Reads from the folders too that the deck's head allows."""
    deck: Mapping | None
    """The base deck: includes in place, every slide with an id. None where its file can't be read."""
    decks: dict[str, Mapping] = {}
    """The base deck in other languages, by their tags."""
    audiences: dict[str, Mapping]
    """What each audience changes, by name."""
    versions: dict[Edition, Version]
    """All that can be built: the base edition, audiences, then variants in the order of the table, each with audiences."""
    owners: dict[str, Edition]
    """By `alike` of the names of files: the first edition that is written to it."""
    problems: tuple[Diagnostic, ...]
    """Of all files and of how they fit together; those of single decks come from `load_deck`."""
    broken: bool
    """Whether a file could not be read, so that names that seem to lead nowhere may stand in it."""
    words: frozenset[str] = frozenset()
    """Those of the project's own files, where it may read others too: what only stands in these, no message tells."""
    has_conditions: bool = False
    """Whether a file has the words `only` or `except` in it."""

    @property
    def editions(self) -> tuple[Edition, ...]:
        """All that can be built, the base edition first."""
        return tuple(self.versions)

    @property
    def variants(self) -> dict[str, Version]:
        """By id: those for no audience in particular."""
        return {
            edition.variant: one
            for edition, one in self.versions.items()
            if edition.variant and not (edition.audience or edition.language)
        }

    @property
    def languages(self) -> tuple[str, ...]:
        """The tags of the languages that it has beside its own."""
        return tuple(self.decks)

    def deck_of(self, edition: Edition) -> Mapping:
        """The base deck in the language of an edition."""
        deck = self.decks.get(edition.language, self.deck)
        assert deck is not None, "only a project with a deck has editions"
        return deck

    def layers(self, edition: Edition) -> tuple[Mapping, ...]:
        """What an edition changes in the base deck, in order."""
        return self.versions[edition].layers if edition in self.versions else ()

    def place_of(self, edition: Edition, key: str) -> Span:
        """Where the value of a key of the head is written for an edition; the head itself where it is left out."""
        if self.deck is None:
            return Span(self.path)
        values = (layer.get(key) for layer in reversed((self.deck_of(edition), *self.layers(edition))))
        return next((value for value in values if value is not None), self.deck).span


def load_project(workspace: Workspace, path: str, trees: Trees | None = None) -> Project:
    """Read `deck.yaml` at a path, the files that it includes, `variants.yaml` and `variants/` beside it, and the table.

    `trees` keeps what was parsed for the next time; it never changes a result.
    """
    files = Files(workspace, trees)
    deck = _read_deck(files, path)
    own = posixpath.basename(path)
    files.tell_misnamed(
        posixpath.dirname(path), "variants.yaml", "audiences.yaml", *(["deck.yaml"] if own == "deck.yaml" else [])
    )
    base = base_of(deck) if deck is not None else Base(FileName(Scalar("deck", Span(path))), {}, "en")
    folder = posixpath.dirname(path)
    spoken: dict[str, tuple[Strings, Mapping]] = {}
    if deck is not None and files.workspace.exists(posixpath.join(folder, "languages")):
        from deckmotor.load.followed import followed  # Most decks have one language.
        from deckmotor.load.languages import read_languages, translated_deck

        named = {code: followed(one, deck) for code, one in read_languages(files, folder).items()}
        spoken = {code: (one, translated_deck(deck, one)) for code, one in named.items()}
    tongues = tuple(Tongue(strings, base_of(other)) for strings, other in spoken.values())
    audiences, versions = read_versions(files, folder, base, deck, tongues)
    return Project(
        path=path,
        workspace=files.workspace,
        deck=deck,
        decks={code: other for code, (_, other) in spoken.items()},
        audiences=audiences,
        versions=versions,
        owners=_owners(versions),
        problems=tuple(dict.fromkeys(files.problems)),
        broken=files.broken,
        words=_words(files),
        has_conditions=files.has_conditions,
    )


def _words(files: Files) -> frozenset[str]:
    if not files.workspace.allowed:
        return frozenset()
    from deckmotor.load.discreet import words_of  # Few decks have anything outside their project.

    return words_of(files.own)


def _owners(versions: dict[Edition, Version]) -> dict[str, Edition]:
    owners: dict[str, Edition] = {}
    for edition, version in versions.items():
        owners.setdefault(alike(version.file), edition)
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
