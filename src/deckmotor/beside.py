"""The one place of a second thread: work of which a half is done beside the other. What comes of it is the same without."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Thread
from typing import TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")


def by_two(make: Callable[[Given], Made], given: Sequence[Given]) -> list[Made]:
    """What is made of each thing given, a half by a second thread.

    For what leaves Python nearly all of its time, as deflating does, and for all of what each of two has to do: where one has
    Python to run as well, the other waits for it at every turn, and nothing is won.
    """
    half = len(given) // 2
    later: list[Made] = []

    def work() -> None:
        with suppress(Exception):  # What fails is done again by the first thread, where it is heard.
            later.extend([make(one) for one in given[half:]])

    other = Thread(target=work)
    with suppress(RuntimeError):  # Some systems allow none.
        other.start()
    sooner = [make(one) for one in given[:half]]
    if other.ident is not None:
        other.join()
    return sooner + (later or [make(one) for one in given[half:]])
