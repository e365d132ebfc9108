"""Work of which a half is done by a second thread: all of it, in order, and what fails is heard."""

import threading

import pytest

from deckmotor.beside import by_two
from deckmotor.ooxml.package import Draft, make_part, make_parts


@pytest.mark.parametrize("count", [0, 1, 2, 7, 300])
def test_what_is_made_by_two_is_all_there_and_in_order(count: int) -> None:
    assert by_two(str, range(count)) == [str(one) for one in range(count)]


def test_a_half_is_made_by_another_thread() -> None:
    assert len(set(by_two(lambda _: threading.get_ident(), range(2)))) == 2


@pytest.mark.parametrize("wrong", [0, 9])
def test_what_fails_in_either_half_is_heard(wrong: int) -> None:
    with pytest.raises(ZeroDivisionError):
        by_two(lambda one: 1 / (one - wrong), range(10))


def test_where_there_is_no_second_thread_one_makes_all(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refused)
    assert by_two(str, range(5)) == ["0", "1", "2", "3", "4"]


def test_parts_are_the_same_however_many_are_deflated_at_once() -> None:
    drafts = [Draft(f"{number}.xml", "a", f"<a>{number}</a>".encode() * number) for number in range(200)]
    alone = [make_part(one.name, one.content_type, one.data) for one in drafts]
    assert make_parts([*drafts, alone[0]]) == [*alone, alone[0]]
    assert [one for draft in drafts for one in make_parts([draft])] == alone
