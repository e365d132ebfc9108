"""Rules on speaker notes: one slide, one notes master, and the presentation knows it (ECMA-376 part 1, §13.3.5)."""

from deckmotor.linter.found import Findings, Found
from deckmotor.linter.names import tag
from deckmotor.linter.parts import Package


def check_notes(package: Package) -> Findings:
    """Notes and the slides they belong to; the notes master."""
    owners: dict[str, str] = {}
    noted: set[str] = set()
    for source, link in package.all_of("notesSlide"):
        if link.part is None:
            continue
        if source in noted:
            yield Found("package-second-notes", {"name": link.part}, link.index, link.home)
            continue
        noted.add(source)
        if link.part not in owners:
            owners[link.part] = source
            slides = package.links(link.part, "slide")
            if not slides:
                yield Found("package-notes-without-slide", {"wanted": source}, part=link.part)
            for back in slides:
                if back.part != source:
                    yield Found("package-notes-other-slide", {"found": back.part, "wanted": source}, back.index, back.home)
        elif owners[link.part] != source:
            yield Found("package-notes-shared", {"name": link.part}, link.index, link.home)
    yield from _master(package, bool(owners))


def _master(package: Package, notes: bool) -> Findings:
    if not package.main:
        return
    links = package.links(package.main, "notesMaster")
    for link in links[1:]:
        yield Found("package-second-notes-master", {"name": link.part}, link.index, link.home)
    if notes and not links:
        yield Found("package-no-notes-master", {}, part=package.main)
    root = package.tree(package.main) if links else None
    if root is not None and root.find(f"{tag('p:notesMasterIdLst')}/{tag('p:notesMasterId')}") is None:
        yield Found("package-notes-master-unlisted", {}, part=package.main)
