"""Reading back what was written, for tests."""

import io
import re
import zipfile
from pathlib import PurePosixPath
from xml.etree import ElementTree

from lxml import etree

from deckmotor.ooxml.names import DRAWING, PRESENTATION, RELATIONS

NAMES = {"a": DRAWING, "p": PRESENTATION, "r": RELATIONS}


def opened(data: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(data))


def tree(package: zipfile.ZipFile, name: str) -> ElementTree.Element:
    """The root element of a part."""
    return ElementTree.fromstring(package.read(name))


def find_all(root: ElementTree.Element, path: str) -> list[ElementTree.Element]:
    """Elements by a path with the prefixes a, p and r."""
    return root.findall(path, NAMES)


def relations(package: zipfile.ZipFile, name: str) -> dict[str, str]:
    """Relationship ids of a part, and the names of the parts or the addresses they lead to."""
    place = PurePosixPath(name)
    found = {}
    for row in tree(package, str(place.parent / "_rels" / f"{place.name}.rels")):
        target = row.attrib["Target"]
        external = row.get("TargetMode") == "External"
        found[row.attrib["Id"]] = target if external else _resolved(place.parent, target)
    return found


def _resolved(folder: PurePosixPath, target: str) -> str:
    parts = list(folder.parts)
    for step in target.split("/"):
        if step == "..":
            parts.pop()
        else:
            parts.append(step)
    return "/".join(parts)


def readable(data: bytes) -> str:
    """A part as indented XML, attributes in one order, the three usual namespaces left out: equal when the trees are."""
    # Only elements without text of their own are indented, so that no text of the document changes.
    root = etree.fromstring(data, etree.XMLParser(remove_blank_text=False))
    etree.indent(root)
    written = ElementTree.canonicalize(etree.tostring(root, encoding="unicode"))
    without_names = re.sub(r' xmlns:(?:a|p|r)="[^"]*"', "", written)
    return re.sub(r"<([^\s<>]+)([^<>]*)></\1>", r"<\1\2/>", without_names) + "\n"
