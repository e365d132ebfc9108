"""Rules on sections: they share out the slides, each to one (MS-PPTX, §2.6.1.9)."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from deckmotor.linter.found import Findings, found
from deckmotor.linter.names import tag


def check_sections(root: Element) -> Findings:
    """The sections of a presentation against its list of slides."""
    sections = list(root.iter(tag("p14:section")))
    if not sections:
        return
    slides = {element.get("id", ""): element for element in _listed(root)}
    seen: set[str] = set()
    for section in sections:
        for entry in section.iter(tag("p14:sldId")):
            number = entry.get("id", "")
            if number not in slides:
                yield found("package-section-unknown-slide", entry, section=section.get("name", ""), id=number)
            elif number in seen:
                yield found("package-section-repeated-slide", entry, id=number)
            seen.add(number)
    for number, element in slides.items():
        if number not in seen:
            yield found("package-section-missing-slide", element, id=number)


def _listed(root: Element) -> Iterator[Element]:
    for slides in root.findall(tag("p:sldIdLst")):
        yield from slides.findall(tag("p:sldId"))
