"""All that a part of the model holds, whatever kinds of blocks there are."""

from collections.abc import Iterator

from msgspec import Struct


def parts_of(part: Struct) -> Iterator[Struct]:
    """A part of the model and all parts inside it, in order."""
    yield part
    for name in part.__struct_fields__:
        value = getattr(part, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Struct):
                yield from parts_of(one)
