"""What a kept theme is made by: a room that has a part in it has one in its key."""

from deckmotor.theme.kept import NO_PART
from tests.architecture.test_imports import imports, modules


def test_a_theme_is_made_by_no_room_that_its_key_leaves_out() -> None:
    sources = modules()
    assert {name.partition(".")[0] for name in sources} >= NO_PART - {"starter"}, "all are rooms"
    reached, waiting = {"theme.read"}, ["theme.read"]
    while waiting:
        for name in imports(sources[waiting.pop()]):
            inside = name.removeprefix("deckmotor.")
            found = {inside, inside.rpartition(".")[0]} & sources.keys() - reached if inside != name else set()
            reached |= found
            waiting += found
    assert len(reached) > 40
    assert not {name.partition(".")[0] for name in reached} & NO_PART
