"""What was read on the way from a project's nodes to its files: themes, pictures, tables of numbers, and answers about them."""

import errno
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Any, TypeVar

from deckmotor.cache import digest_of
from deckmotor.workspace import PICTURE_LIMIT, TEXT_LIMIT, Workspace

Answer = TypeVar("Answer")


class Witness:
    """A workspace that remembers each question with a digest of its answer: `seen`. Where all are answered alike, nothing that
    was made from the answers can differ."""

    def __init__(self, workspace: Workspace, seen: dict[str, str] | None = None) -> None:
        self._workspace = workspace
        self.seen: dict[str, str] = {} if seen is None else seen

    def read(self, path: str, limit: int = TEXT_LIMIT) -> bytes:
        """See `Workspace`."""
        return self._answer(reading(path, limit), lambda: self._workspace.read(path, limit))

    def exists(self, path: str) -> bool:
        """See `Workspace`."""
        return self._answer(f"exists {path}", lambda: self._workspace.exists(path))

    def entries(self, folder: str) -> tuple[str, ...]:
        """See `Workspace`."""
        return self._answer(f"entries {folder}", lambda: self._workspace.entries(folder))

    def names(self, folder: str) -> tuple[str, ...]:
        """See `Workspace`."""
        return self._answer(f"names {folder}", lambda: self._workspace.names(folder))

    def is_outside(self, path: str) -> bool:
        """See `Workspace`."""
        return self._answer(f"outside {path}", lambda: self._workspace.is_outside(path))

    def write(self, path: str, data: bytes) -> None:
        """See `Workspace`."""
        self._workspace.write(path, data)

    @property
    def allowed(self) -> Sequence[Any]:
        """See `Workspace`."""
        return self._workspace.allowed

    @property
    def foreign(self) -> dict[str, bytes]:
        """See `Workspace`."""
        return self._workspace.foreign

    @property
    def closed(self) -> bool:
        """See `Workspace`."""
        return self._workspace.closed

    def allowing(self, folders: Sequence[str]) -> "Witness":
        """See `Workspace`."""
        return Witness(self._workspace.allowing(folders), self.seen)

    def _answer(self, question: str, ask: Callable[[], Answer]) -> Answer:
        try:
            answer = ask()
        except OSError as error:
            self.seen[question] = f"{type(error).__name__} {errno.errorcode.get(error.errno or 0, '')}"
            raise
        self.seen[question] = digest_of(
            answer if isinstance(answer, bytes) else repr(answer).encode("utf-8", "backslashreplace")
        )
        return answer


def reading(path: str, limit: int) -> str:
    """The question for the bytes of a file."""
    kind = "picture" if limit == PICTURE_LIMIT else "text" if limit == TEXT_LIMIT else str(limit)
    return f"{kind} {path}"


def ask(workspace: Workspace, question: str) -> Any:
    """The answer that a workspace has to a question now; raises what it raises."""
    kind, _, path = question.partition(" ")
    asks: dict[str, Callable[[str], object]] = {
        "text": workspace.read,
        "picture": lambda path: workspace.read(path, PICTURE_LIMIT),
        "exists": workspace.exists,
        "entries": workspace.entries,
        "names": workspace.names,
        "outside": workspace.is_outside,
    }
    return asks[kind](path) if kind in asks else workspace.read(path, int(kind))


def changed(workspace: Workspace, seen: dict[str, str]) -> Iterator[str]:
    """The questions that are not answered as they were."""
    again = Witness(workspace)
    for question, answer in seen.items():
        with suppress(OSError):
            ask(again, question)
        if again.seen.get(question) != answer:
            yield question
