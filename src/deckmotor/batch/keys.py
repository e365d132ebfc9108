"""What an edition is made from, as a short text: where two are alike, so are the files."""

import re
import sys
from importlib.machinery import PathFinder
from pathlib import Path

from msgspec import Struct, json

from deckmotor.batch.target import Target
from deckmotor.cache import digest_of, key_of
from deckmotor.edition import Edition
from deckmotor.load import Project
from deckmotor.load.naming import alike

LIBRARIES = ("msgspec", "yaml", "uharfbuzz", "pyphen", "PIL", "typst")
"""What has a part in the bytes of files."""

_SPAN = re.compile(rb'\{"file":"(?:[^"\\]|\\.)*","line":\d+,"column":\d+,"start":\d+,"end":\d+\}')
"""A `Span` as JSON. No text can look like it: in JSON each `"` of a text follows a backslash."""


class Key(Struct, frozen=True):
    """What an edition is made from."""

    content: str
    """Without the places at which it stands in files: these have no part in what is built."""
    placed: str
    """With them: problems name places."""


def machine() -> str:
    """Changes with this program, with Python, and with the libraries that have a part in what is made."""
    found = [sys.version]
    for name in LIBRARIES:
        spec = PathFinder.find_spec(name)
        if spec is not None and spec.origin is not None:
            found.append(f"{name} {spec.origin} {Path(spec.origin).stat().st_mtime_ns}")
    return key_of("machine", *(text.encode() for text in found))


class Keys:
    """The keys of a project's editions, for one theme and one target."""

    def __init__(self, project: Project, target: Target, theme: str | None) -> None:
        self._project = project
        self._parts: dict[int, tuple[str, str]] = {}
        """By the identity of what editions share, which the project keeps alive: its digests, without and with places."""
        common = (theme, target.outputs, target.how, project.has_conditions, project.path, sorted(project.audiences))
        self._common = digest_of(json.encode(common))

    def of(self, edition: Edition) -> Key:
        """The key of an edition. It holds that of the base edition, whose slides say how others are split."""
        version = self._project.versions[edition]
        shared = [self._part(node) for node in (self._project.deck_of(edition), self._project.versions[edition.base].variables)]
        shared += [self._part(self._project.problems), *map(self._part, version.layers)]
        voice = version.voice
        shared += [self._part(voice.habits), self._part(voice.elsewhere)]
        content, placed = digests((version.columns, version.problems))
        values = sorted(version.voice.missing), sorted(version.variables.items())
        own = digest_of(json.encode((*alone(self._project, edition), *values)))
        return Key(
            content=digest_of("".join((self._common, own, content, *(part for part, _ in shared))).encode()),
            placed=digest_of("".join((self._common, own, placed, *(part for _, part in shared))).encode()),
        )

    def _part(self, value: object) -> tuple[str, str]:
        known = self._parts.get(id(value))
        if known is None:
            known = self._parts[id(value)] = digests(value)
        return known


def alone(project: Project, edition: Edition) -> tuple[object, ...]:
    """What is an edition's alone, and stands nowhere in a file, but for the values of its variables."""
    version = project.versions[edition]
    owner = project.owners.get(alike(version.file), edition)
    return edition, version.name, version.file, owner, version.voice.language


def digests(value: object) -> tuple[str, str]:
    """The digests of a value without and with the places in it."""
    plain = sorted(value) if isinstance(value, frozenset) else sorted(value.items()) if isinstance(value, dict) else value
    data = json.encode(plain)
    return digest_of(_SPAN.sub(b"0", data)), digest_of(data)
