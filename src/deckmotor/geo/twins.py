"""Features of one name: parts of one area, as what else is said of them is the same; or two that must be told apart."""

import re
from collections.abc import Sequence
from typing import Any

_COUNTED = re.compile(
    r"(?:.*[_ ])?(?:object|global|feature|f|g|o)?id|.*(?:area|areal|le?ngth|leng|perimeter|yta)", re.IGNORECASE
)
"""Properties that differ between parts of one area: numbers that a program gave them, and what was measured of each."""

Twins = tuple[list[int], str, tuple[str, ...]]
"""Which features they are, from 1; the property that all of them differ in, or ""; and what that says of each."""


def twins(features: Sequence[tuple[int, dict[str, Any]]], key: str) -> Twins | None:
    """What tells features of one name apart, each with its number and properties; None for parts of one area."""
    if len(features) < 2:
        return None
    told = [{name: value for name, value in said.items() if name != key and _tells(name, value)} for _, said in features]
    if told[0] and all(one == told[0] for one in told):
        return None
    numbers = [number for number, _ in features]
    for name in told[0]:
        values = [str(one.get(name)) for one in told]
        if len({*values}) == len(values):
            return numbers, name, tuple(values)
    return numbers, "", ()


def _tells(name: str, value: Any) -> bool:
    """Whether a property says which area this is: a text or a code, no measure."""
    return type(value) in (str, int) and not _COUNTED.fullmatch(name)
