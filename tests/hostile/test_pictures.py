"""Pictures that lie or burst: a clear error, and never one opened by a reader of a kind that PowerPoint does not show."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmotor.pictures.clips import look as look_at_clip
from deckmotor.pictures.clips import wrong_captions
from deckmotor.pictures.look import DamagedError, TooLargeError
from deckmotor.pictures.pixels import check, look
from deckmotor.pictures.svg import UnsafeError
from deckmotor.pictures.svg import read as read_svg
from tests.hostile.attack import build, write
from tests.hostile.pictures import PICTURES, still
from tests.pictures.test_clips import MP3, VTT, WAV, mp4
from tests.pictures.test_drawings import MARK

SLIDE = "  - title: a\n    picture: {{file: {}, alt: x, fit: fill, focus: [0, 100]}}\n"


def test_each_is_told_or_shown(tmp_path: Path) -> None:
    names = {name: f"pictures/{number}.png" for number, name in enumerate(PICTURES)}
    for name, (data, _) in PICTURES.items():
        write(tmp_path, {f"deck/{names[name]}": data})
    for wrong in (True, False):
        wanted = [name for name, (_, code) in PICTURES.items() if bool(code) == wrong]
        slides = "".join(SLIDE.format(names[name]) for name in wanted)
        write(tmp_path, {"deck/deck.yaml": f"title: T\nignore: [few-pixels]\nslides:\n{slides}"})
        outcome = build(tmp_path)
        told = outcome.codes
        assert dict(zip(wanted, told, strict=False)) == {name: PICTURES[name][1] for name in wanted if wrong}
        assert len(told) == (len(wanted) if wrong else 0)


def test_a_picture_of_a_gigabyte_is_not_read(tmp_path: Path) -> None:
    write(tmp_path, {"deck/deck.yaml": "title: T\nslides:\n" + SLIDE.format("large.png"), "deck/large.png": b"\x89PNG"})
    with (tmp_path / "deck/large.png").open("ab") as file:
        file.truncate(1 << 30)
    assert build(tmp_path).codes == ("file-too-large",)


@pytest.mark.parametrize("count", [200])
def test_a_picture_on_every_slide_is_held_once(tmp_path: Path, count: int) -> None:
    write(tmp_path, {"deck/deck.yaml": "title: T\nslides:\n" + SLIDE.format("a.png") * count})
    write(tmp_path, {"deck/a.png": PICTURES["barely"][0] + b"\0" * 20_000_000})
    assert build(tmp_path).decks[0].stat().st_size < 40_000_000


def _drawn(data: bytes) -> None:
    look(data)
    check(io.BytesIO(data))


READERS: dict[str, tuple[bytes, Callable[[bytes], object]]] = {
    **{kind: (still(kind), _drawn) for kind in ("AVIF", "WEBP", "TIFF", "BMP", "GIF")},
    "SVG": (MARK.encode(), read_svg), "MP4": (mp4(), look_at_clip), "MP3": (MP3, look_at_clip), "WAV": (WAV, look_at_clip),
    "VTT": (VTT.encode(), wrong_captions),
}  # fmt: skip


@pytest.mark.parametrize("kind", READERS)
@settings(max_examples=60)
@given(st.data())
def test_damage_of_any_kind_is_told_or_harmless(kind: str, data: st.DataObject) -> None:
    sound, reads = READERS[kind]
    made = bytearray(sound)
    for _ in range(data.draw(st.integers(1, 6))):
        made[data.draw(st.integers(0, len(made) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(len(made) // 2, 2 * len(made)))
    try:
        reads(bytes(made[:end]))
    except (DamagedError, TooLargeError, UnsafeError):
        return
