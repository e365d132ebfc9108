"""A theme that extends no other goes on building when a kind of block is new: no size of a kind has to be given."""

import msgspec

from deckmotor.theme.tokens import Sizes

GENERAL = {"title", "body", "small", "footer", "span"}
"""What every page has."""


def test_only_sizes_that_every_page_has_must_be_given() -> None:
    assert {field.name for field in msgspec.structs.fields(Sizes) if field.required} == GENERAL
