"""Puts findings in words: the message of the rule, the line and column in the part, the number of the slide."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import islice

from deckmotor.diagnostics import Diagnostic
from deckmotor.linter.archive import Archive
from deckmotor.linter.found import Found
from deckmotor.linter.names import NAMESPACES, tag
from deckmotor.linter.parts import Package, relationships_name
from deckmotor.linter.tree import positions
from deckmotor.span import Span

MOST = 100
"""How many problems of one code are shown; the last says how many more there are."""

ENOUGH = 5_000
"""After so many problems in one part, the rest of it is not looked at: a file made to have millions takes no minutes."""

_Place = tuple[int, int]


def keep(findings: Iterable[Found], counts: Counter[str]) -> list[Found]:
    """The findings up to the limit of each code, which `counts` counts on over the whole file."""
    kept: list[Found] = []
    for problem in islice(findings, ENOUGH):
        counts[problem.code] += 1
        if counts[problem.code] <= MOST:
            kept.append(problem)
    return kept


def report(
    problems: list[Found], counts: Counter[str], archive: Archive | None, package: Package | None, name: str
) -> tuple[Diagnostic, ...]:
    """The diagnostics, in the order of the parts. `name` is the file's; a part is named as if the file were a folder."""
    places = _places(problems, archive)
    slides = _slides(package) if package is not None and problems else {}
    ordered = sorted(problems, key=lambda each: (_natural(each.part), *places.get(_key(each), (each.line, each.column))))
    last = {each.code: index for index, each in enumerate(ordered)}
    return tuple(
        _diagnostic(each, places, slides.get(each.part, ""), counts[each.code] - MOST if last[each.code] == index else 0, name)
        for index, each in enumerate(ordered)
    )


def _diagnostic(problem: Found, places: dict[tuple[str, int], _Place], slide: str, more: int, name: str) -> Diagnostic:
    values = {key: _plain(value) for key, value in ({"name": problem.part} | problem.values).items()}
    line, column = places.get(_key(problem), (problem.line or 1, problem.column or 1))
    hints = [slide] if slide else []
    hints += [f"and at least {more} more of this kind"] if more > 0 else []
    return Diagnostic(
        code=problem.code,
        values=tuple(values.items()),
        span=Span(f"{name}/{problem.part}" if problem.part else name, line, column),
        hints=tuple(hints),
    )


def _plain(value: object) -> str:
    text = re.sub(r"[\x00-\x1f\x7f\ud800-\udfff]", "·", str(value)[:301])
    return text if len(text) <= 300 else text[:299] + "…"


def _key(problem: Found) -> tuple[str, int]:
    return problem.part, problem.element if isinstance(problem.element, int) else -1


def _natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """Sorts `slide2` before `slide10`."""
    return tuple(
        (0, int(bit), "") if bit.isascii() and bit.isdigit() else (1, 0, bit) for bit in re.split(r"(\d{1,9})", name) if bit
    )


def _places(problems: list[Found], archive: Archive | None) -> dict[tuple[str, int], _Place]:
    wanted: dict[str, set[int]] = defaultdict(set)
    for problem in problems:
        if isinstance(problem.element, int):
            wanted[problem.part].add(problem.element)
    places: dict[tuple[str, int], _Place] = {}
    for part, indexes in wanted.items():
        data = archive.read(part) if archive is not None else None
        for index, place in positions(data or b"", indexes).items():
            places[part, index] = place
    return places


def _slides(package: Package) -> dict[str, str]:
    """Which slide a part is, or belongs to, in words: slides, their relationships, notes and charts."""
    root = package.tree(package.main) if package.main else None
    links = {link.id: link for link in package.relationships.get(package.main, ())}
    words: dict[str, str] = {}
    for number, element in enumerate(root.iter(tag("p:sldId")) if root is not None else (), start=1):
        link = links.get(element.get("{" + NAMESPACES["r"] + "}id", ""))
        if link is None or link.part is None or link.part in words:
            continue
        words.setdefault(link.part, f"this is slide {number}")
        words.setdefault(relationships_name(link.part), f"this belongs to slide {number}")
        for chart in package.links(link.part, "chart"):
            words.setdefault(chart.part or "", f"this chart is on slide {number}")
        for notes in package.links(link.part, "notesSlide"):
            words.setdefault(notes.part or "", f"these are the notes of slide {number}")
    return words
