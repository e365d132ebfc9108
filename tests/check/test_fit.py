"""`check --fit`: how full every slide is, the fullest first."""

from pathlib import Path

from click.testing import CliRunner

from deckmotor.check.fit import fullness
from deckmotor.cli.commands import commands
from tests.built import EVERY_SLIDE, every_slide


def test_every_page_with_text_is_told_and_smaller_steps_come_first() -> None:
    scene = every_slide().scene
    assert scene is not None
    told = fullness(scene)
    assert {page.page for page in told} == {page.id for page in scene.pages}
    assert [page.step / page.steps for page in told] == sorted((page.step / page.steps for page in told), reverse=True)
    assert all(page.room >= 0 and 0 < page.share <= 1 for page in told)
    assert told[0].page == "long-title"


def test_the_command_tells_sizes_and_room() -> None:
    result = CliRunner().invoke(commands, ["check", "--fit", str(EVERY_SLIDE)])
    assert result.exit_code == 0
    first = result.output.splitlines()[1].split()
    assert first[:2] == ["long-title", "title"]
    assert "step 5 of 5" in result.output


def test_the_command_tells_the_layout_and_why_where_there_was_a_choice(tmp_path: Path) -> None:
    slides = """\
title: Studien
slides:
  - {title: Ett samtal, id: valt, bullets: [Läs, Välj, Samtala om det tillsammans]}
  - {title: Ett samtal, id: skrivet, layout: points, bullets: [Läs, Välj, Samtala om det tillsammans]}
  - {title: Löpande text, id: utan, text: Det som sägs här är en enda mening.}
"""
    (tmp_path / "deck.yaml").write_text(slides, "utf-8")
    result = CliRunner().invoke(commands, ["check", "--fit", str(tmp_path)])
    assert result.exit_code == 0, result.output
    told = {line.split()[0]: line for line in result.output.splitlines() if " pt " in line}
    assert "points: a few points and a short title" in told["valt"]
    assert told["skrivet"].rstrip().endswith("points: as the slide says")
    assert told["utan"].rstrip().endswith("statement: a few words that are all there is")
