"""Pictures that lie or burst: a clear error, and never one opened by a reader of a kind that PowerPoint does not show."""

from pathlib import Path

import pytest

from tests.hostile.attack import build, write
from tests.hostile.pictures import PICTURES

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


@pytest.mark.parametrize("count", [1_000])
def test_a_picture_on_every_slide_is_held_once(tmp_path: Path, count: int) -> None:
    write(tmp_path, {"deck/deck.yaml": "title: T\nslides:\n" + SLIDE.format("a.png") * count})
    write(tmp_path, {"deck/a.png": PICTURES["barely"][0] + b"\0" * 20_000_000})
    assert build(tmp_path).decks[0].stat().st_size < 40_000_000
