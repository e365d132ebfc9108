"""Relationships: how one part names another (ECMA-376 part 2, 6.5)."""

import re

from deckmotor.ooxml.names import PACKAGE_RELATIONS, TYPE_RELATIONS
from deckmotor.ooxml.package import QUICK, Draft, Part, make_part
from deckmotor.ooxml.xml import attribute, document

# RFC 3986, 2: characters of ASCII that no address holds unescaped, and a % that begins no escape. Letters beyond ASCII stay:
# Office writes them as they are.
_NOT_IN_ADDRESSES = r'[\x00-\x20<>"{}|\\^`\x7f]|%(?![0-9A-Fa-f]{2})'


class Relationships:
    """The relationships of one part, numbered from `rId1` in the order they are added. The same target is added once."""

    def __init__(self, source: str) -> None:
        """`source` is the part's name in the zip; targets are written relative to it."""
        self._source = source
        self._folder = source.rpartition("/")[0]
        self._ids: dict[str, str] = {}

    def part(self, kind: str, target: str) -> str:
        """The id of a relationship of type `kind` to another part, by its name in the zip."""
        return self._add(f'Type="{kind}" Target="{relative_target(self._folder, target)}"')

    def external(self, kind: str, address: str) -> str:
        """The id of a relationship to an address outside the file."""
        return self._add(f'Type="{kind}" Target="{attribute(valid_address(address))}" TargetMode="External"')

    def _add(self, written: str) -> str:
        number = self._ids.get(written)
        if number is None:
            number = self._ids[written] = f"rId{len(self._ids) + 1}"
        return number

    def to_part(self, *, level: int = QUICK) -> Part:
        """The part that holds them."""
        draft = self.to_draft()
        return make_part(draft.name, draft.content_type, draft.data, level=level)

    def to_draft(self) -> Draft:
        """The same, yet to be deflated."""
        rows = "".join([f'<Relationship Id="{number}" {written}/>' for written, number in self._ids.items()])
        root = f'<Relationships xmlns="{PACKAGE_RELATIONS}">{rows}</Relationships>'
        return Draft(relations_name(self._source), TYPE_RELATIONS, document(root))


def relations_name(source: str) -> str:
    """Name of the part that holds a part's relationships; of the package's own for an empty name."""
    folder, _, name = source.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"


def relative_target(folder: str, target: str) -> str:
    """The way from a folder of the package to a part: `../media/a.png`."""
    up = ""
    while folder:
        if target.startswith(folder) and target[len(folder)] == "/":
            return up + target[len(folder) + 1 :]
        folder = folder.rpartition("/")[0]
        up += "../"
    return up + target


def valid_address(address: str) -> str:
    """An address with what addresses can't hold as percent escapes; PowerPoint repairs a file with a malformed one."""
    return re.sub(_NOT_IN_ADDRESSES, lambda match: f"%{ord(match.group()):02X}", address.strip())
