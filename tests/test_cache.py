"""The cache gives back what was put, and nothing else ever."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckmotor import cache
from deckmotor.cache import Cache, key_of


def test_it_gives_back_what_was_put(tmp_path: Path) -> None:
    key = key_of("base", b"tokens")
    Cache(tmp_path / "made" / "anew").put(key, b"value")
    assert Cache(tmp_path / "made" / "anew").get(key) == b"value"


def test_it_has_nothing_under_another_key(tmp_path: Path) -> None:
    Cache(tmp_path).put(key_of("base", b"a"), b"value")
    assert Cache(tmp_path).get(key_of("base", b"b")) is None
    assert Cache(tmp_path).get(key_of("other", b"a")) is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(data=st.binary(max_size=60), place=st.integers(0), change=st.integers(1, 255))
def test_a_damaged_entry_counts_as_none(tmp_path: Path, data: bytes, place: int, change: int) -> None:
    key = key_of("base", data)
    Cache(tmp_path).put(key, data)
    entry = bytearray((tmp_path / key).read_bytes())
    entry[place % len(entry)] ^= change
    (tmp_path / key).write_bytes(entry)
    assert Cache(tmp_path).get(key) is None
    (tmp_path / key).write_bytes(entry[: place % len(entry)])
    assert Cache(tmp_path).get(key) is None


def test_no_folder_keeps_nothing() -> None:
    Cache(None).put("base-1", b"value")
    assert Cache(None).get("base-1") is None


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    Cache(tmp_path / "file").put("base-1", b"value")
    assert Cache(tmp_path / "file").get("base-1") is None


def test_the_oldest_are_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST_ENTRIES", 10)
    for number in range(25):
        Cache(tmp_path).put(f"base-{number:02}", b"value")
    assert len(list(tmp_path.iterdir())) <= 10
    assert Cache(tmp_path).get("base-24") == b"value"


def test_the_oldest_are_forgotten_where_all_together_are_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST_TOGETHER", 10_000)
    for number in range(25):
        Cache(tmp_path).put(f"base-{number:02}", b"v" * 3_000)
        os.utime(tmp_path / f"base-{number:02}", (number, number))
        assert sum(one.stat().st_size for one in tmp_path.iterdir()) <= 10_000
    assert Cache(tmp_path).get("base-24") == b"v" * 3_000


def test_contents_count_one_by_one() -> None:
    assert key_of("base", b"ab", b"c") != key_of("base", b"a", b"bc")
    assert key_of("base", b"a") == key_of("base", b"a")


def test_an_entry_is_bound_to_its_key(tmp_path: Path) -> None:
    one, other = key_of("base", b"a"), key_of("base", b"b")
    Cache(tmp_path).put(one, b"value")
    (tmp_path / one).rename(tmp_path / other)
    assert Cache(tmp_path).get(other) is None
    (tmp_path / other).rename(tmp_path / one)
    assert Cache(tmp_path).get(one) == b"value"


def test_only_a_plain_file_is_an_entry(tmp_path: Path) -> None:
    key = key_of("base", b"a")
    Cache(tmp_path / "elsewhere").put(key, b"value")
    (tmp_path / key).symlink_to(tmp_path / "elsewhere" / key)
    assert Cache(tmp_path).get(key) is None
    (tmp_path / key).unlink()
    os.mkfifo(tmp_path / key)  # Whose end nobody would ever write.
    assert Cache(tmp_path).get(key) is None
    Cache(tmp_path).put(key, b"value")
    assert Cache(tmp_path).get(key) == b"value"
    (tmp_path / key).unlink()
    (tmp_path / key).mkdir()
    Cache(tmp_path).put(key, b"value")
    assert Cache(tmp_path).get(key) is None


def test_what_a_killed_process_left_is_taken_away(tmp_path: Path) -> None:
    (tmp_path / ".base-1.0123456789ab.part").write_bytes(b"half")
    Cache(tmp_path).put("base-2", b"value")
    assert [path.name for path in tmp_path.iterdir()] == ["base-2"]
