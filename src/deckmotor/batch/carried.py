"""A project's files on a machine that does not have them: what was asked before is carried along, all else is asked at home."""

import pickle
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from deckmotor.witness import ask, reading
from deckmotor.workspace import TEXT_LIMIT, Workspace

Answers = Mapping[str, bytes]
"""By question, as a `Witness` has them: the answer, or the OSError that it was, pickled."""


class UnansweredError(Exception):
    """A question that only the machine with the project can answer."""

    def __init__(self, question: str) -> None:
        super().__init__(question)
        self.question = question


def answers(workspace: Workspace, questions: Iterable[str]) -> dict[str, bytes]:
    """What a workspace says to some questions."""
    found = {}
    for question in questions:
        try:
            answer = ask(workspace, question)
        except OSError as error:
            answer = error
        found[question] = pickle.dumps(answer)
    return found


class Carried:
    """A workspace that knows some answers, and raises UnansweredError where it has none. `lent` are more, for a while."""

    def __init__(self, workspace: Workspace, known: Answers) -> None:
        self.allowed: Sequence[Any] = tuple(workspace.allowed)
        self.closed = workspace.closed
        self.foreign = dict(workspace.foreign)
        self.lent: Answers = {}
        self._known = known

    def read(self, path: str, limit: int = TEXT_LIMIT) -> bytes:
        """See `Workspace`."""
        data: bytes = self._answer(reading(path, limit))
        if self.allowed and limit <= TEXT_LIMIT and self.is_outside(path):
            self.foreign[path] = data
        return data

    def exists(self, path: str) -> bool:
        """See `Workspace`."""
        return bool(self._answer(f"exists {path}"))

    def entries(self, folder: str) -> tuple[str, ...]:
        """See `Workspace`."""
        return tuple(self._answer(f"entries {folder}"))

    def names(self, folder: str) -> tuple[str, ...]:
        """See `Workspace`."""
        return tuple(self._answer(f"names {folder}"))

    def is_outside(self, path: str) -> bool:
        """See `Workspace`."""
        return bool(self._answer(f"outside {path}"))

    def write(self, path: str, data: bytes) -> None:
        """Files are written at home."""
        raise PermissionError(path)

    def allowing(self, folders: Sequence[str]) -> "Carried":
        """See `Workspace`. What is allowed is settled when a project is loaded, before it is carried anywhere."""
        return self

    def _answer(self, question: str) -> Any:
        known = self.lent if question in self.lent else self._known
        if question not in known:
            raise UnansweredError(question)
        answer = pickle.loads(known[question])
        if isinstance(answer, OSError):
            raise answer
        return answer
