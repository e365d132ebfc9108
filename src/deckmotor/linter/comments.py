"""Rules on comments: somebody wrote them (ECMA-376 part 1, §13.3.2 and §19.4; MS-PPTX, §2.1.43 and §2.16)."""

from xml.etree.ElementTree import Element

from deckmotor.linter.found import Findings, found
from deckmotor.linter.names import tag
from deckmotor.linter.parts import Package


def check_authors(package: Package, _: str, root: Element) -> Findings:
    """The comments of one slide: each names an author of the presentation's list."""
    authors = _ids(package, "commentAuthors", "p:cmAuthor")
    for comment in root.iter(tag("p:cm")):
        if comment.get("authorId", "") not in authors:
            yield found("package-comment-author", comment, id=comment.get("authorId", ""))


def check_modern_comments(package: Package, _: str, root: Element) -> Findings:
    """The same for comments of 2018 and later, with their answers."""
    authors = _ids(package, "authors", "p188:author")
    for name in ("p188:cm", "p188:reply"):
        for comment in root.iter(tag(name)):
            if comment.get("authorId", "").upper() not in authors:
                yield found("package-comment-author", comment, id=comment.get("authorId", ""))


def _ids(package: Package, kind: str, name: str) -> set[str]:
    ids: set[str] = set()
    for part in package.targets(package.main, kind):
        root = package.tree(part)
        ids.update(element.get("id", "").upper() for element in (root.iter(tag(name)) if root is not None else ()))
    return ids
