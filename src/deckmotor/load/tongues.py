"""The layers of a deck in another language, and what its file lacks for them."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from deckmotor.diagnostics import Diagnostic
from deckmotor.load.languages import Group, Strings, Text, deck_texts, problems_of, texts, translated
from deckmotor.load.layers import Room
from deckmotor.source.nodes import Mapping

Audiences = dict[str, Mapping]


def in_language(
    strings: Strings, deck: Mapping, rooms: tuple[Room, ...], audiences: Audiences
) -> tuple[tuple[Diagnostic, ...], tuple[Room, ...], Audiences]:
    """What a language's file lacks, and the rooms and audiences in that language; none where it is for the deck alone."""
    if strings.is_deck_alone:
        return problems_of(strings, deck_texts(deck)), (), {}
    told = problems_of(strings, all_texts(deck, _layers(rooms, audiences)))
    shared: dict[int, Mapping] = {}
    return told, tuple(_room(one, strings, shared) for one in rooms), {
        name: translated(layer, ("audiences", name), strings) for name, layer in audiences.items()
    }  # fmt: skip


def all_texts(deck: Mapping, layers: Iterable[tuple[Group, Mapping]]) -> Iterator[Text]:
    """All texts of a project that can be translated: the deck's, then those of its layers."""
    yield from deck_texts(deck)
    for group, layer in layers:
        yield from texts(layer, group)


def _layers(rooms: tuple[Room, ...], audiences: Audiences) -> Iterator[tuple[Group, Mapping]]:
    """All layers, each once."""
    yield from ((("audiences", name), layer) for name, layer in audiences.items())
    for number, room in enumerate(rooms):
        for layer in room.layers:
            if layer is not room.shared or not number:
                yield _group(layer, room), layer


def _group(layer: Mapping, room: Room) -> Group:
    return ("each",) if layer is room.shared else ("variants", room.id)


def _room(room: Room, strings: Strings, shared: dict[int, Mapping]) -> Room:
    """A room in another language. What all rooms share stays shared."""
    layers = []
    for layer in room.layers:
        if layer is not room.shared:
            layers.append(translated(layer, _group(layer, room), strings))
            continue
        if id(layer) not in shared:
            shared[id(layer)] = translated(layer, ("each",), strings)
        layers.append(shared[id(layer)])
    return replace(room, layers=tuple(layers), shared=layers[0] if room.shared is not None else None)
