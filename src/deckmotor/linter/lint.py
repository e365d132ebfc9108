"""The linter: opens the package, runs every rule over it, one part in memory at a time."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain
from xml.etree.ElementTree import Element

from msgspec import structs

from deckmotor.diagnostics import Diagnostic
from deckmotor.linter.archive import MEGABYTE, WHOLE_PART, open_archive
from deckmotor.linter.charts import check_workbooks
from deckmotor.linter.content_types import check_content_types, check_ending
from deckmotor.linter.found import Findings, Found
from deckmotor.linter.kinds import kind_of_entries, kind_of_main
from deckmotor.linter.media import check_media
from deckmotor.linter.notes import check_notes
from deckmotor.linter.part import PACKAGE_RULES, check_part
from deckmotor.linter.parts import CONTENT_TYPES, Package, read_package, source_of
from deckmotor.linter.presentation import check_presentation
from deckmotor.linter.properties import check_property_parts
from deckmotor.linter.relationships import check_relationships
from deckmotor.linter.report import keep, report
from deckmotor.linter.sound import Sound, digest_of
from deckmotor.linter.strict import is_strict
from deckmotor.linter.tree import order_of, read_tree

MOST_ELEMENTS = 1_000_000
"""Of a whole file, and one more for each four bytes it has: what comes after is not read, so that no file made of almost
nothing takes more than a few seconds."""


def check_form(package: Package) -> Findings:
    """Which of the two forms of the file format it is in."""
    if is_strict(package.archive.read(package.main) or b""):
        yield Found("package-strict", {}, part=package.main)


WHOLE: tuple[Callable[[Package], Findings], ...] = (check_form, check_relationships, check_property_parts, check_workbooks)
"""Rules over the package as a whole."""

PRESENTATION: tuple[Callable[[Package], Findings], ...] = (check_presentation, check_notes)
"""Rules over the slides, masters and notes as a whole."""


def lint_package(data: bytes, name: str, sound: Sound | None = None) -> tuple[Diagnostic, ...]:
    """Every cause that makes PowerPoint repair or refuse a file, each with its part, line and column.

    `data` are the bytes of a .pptx, .potx or .ppsx; `name` is what its diagnostics call it, and a part is named as if the file
    were a folder (`deck.pptx/ppt/slides/slide1.xml`). Works on anybody's file: what is broken or hostile is a diagnostic in
    bounded time and memory, never an exception, and nothing outside the bytes is read. The rules are in `catalogue.package`.
    Who looks at many files gives one `sound` for all: it saves time and changes nothing.
    """
    counts: Counter[str] = Counter()
    archive, opening = open_archive(data)
    problems = keep(opening, counts)
    if archive is None:
        return report(problems, counts, None, None, name)
    package = read_package(archive)
    kind = other_kind(package)
    if kind:
        return report([Found("package-other-kind", {"kind": kind})], counts, None, None, name)
    problems += keep(chain(check_ending(package, name), check_content_types(package, name)), counts)
    for rule in WHOLE:
        problems += keep(rule(package), counts)
    problems += keep(chain.from_iterable(rule(package) for rule in PRESENTATION), counts)
    problems += _parts(package, MOST_ELEMENTS + len(data) // 4, counts, sound or Sound())
    return report(problems, counts, archive, package, name)


def other_kind(package: Package) -> str:
    """What the file is, where that is no PowerPoint file."""
    entries = package.archive.entries
    if CONTENT_TYPES not in entries:
        return kind_of_entries(entries, package.archive.read("mimetype") or b"")
    return "" if package.main else next(filter(None, map(kind_of_main, package.main_types)), "")


def _parts(package: Package, left: int, counts: Counter[str], sound: Sound) -> list[Found]:
    """One part after the other."""
    problems: list[Found] = []
    most = left
    for name in package.archive.entries:
        if not _is_xml(package, name):
            problems += keep(_other(package, name), counts)
            continue
        data = package.archive.read(name)
        if data is None:
            problems += keep(_unread(package, name), counts)
            continue
        left -= data.count(b"<")
        if left < 0:
            problems += keep([Found("package-too-many-elements", {"limit": most})], counts)
            break
        digest = digest_of(package, name, data)
        if digest in sound.parts:
            continue
        root = read_tree(data)
        if isinstance(root, Found):
            problems += keep([structs.replace(root, part=name)], counts)
            continue
        before = counts.total()
        problems += _placed(root, name, keep(check_part(package, name, data, root, sound), counts))
        if counts.total() == before and root.tag not in PACKAGE_RULES:
            sound.add_part(digest)
    return problems


def _is_xml(package: Package, name: str) -> bool:
    if name == CONTENT_TYPES or source_of(name) is not None:
        return True
    kind = package.type_of(name) or ""
    return kind.endswith(("+xml", "/xml")) and not kind.startswith("image/")


def _other(package: Package, name: str) -> Iterator[Found]:
    data = package.archive.read(name)
    if data is not None:
        yield from check_media(name, package.type_of(name) or "", data)
        return
    fault = package.archive.fault(name)
    if fault is not None:
        yield fault


def _unread(package: Package, name: str) -> Iterator[Found]:
    fault = package.archive.fault(name)
    size = package.archive.entries[name].file_size
    if fault is not None:
        yield fault
    elif size > WHOLE_PART:
        yield Found("package-part-too-large", {"size": size // MEGABYTE, "count": "many"}, part=name)


def _placed(root: Element, name: str, problems: list[Found]) -> list[Found]:
    """The findings of one part with their part, and their elements as numbers: the tree is not kept."""
    order = order_of(root, [each.element for each in problems if isinstance(each.element, Element)])
    return [
        structs.replace(each, part=name, element=order[each.element] if isinstance(each.element, Element) else each.element)
        for each in problems
    ]
