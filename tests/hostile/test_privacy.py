"""What a stranger's deck names outside the project: no message says what is in it, and `--no-allow` keeps it unread."""

import json
from contextlib import chdir
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from deckmotor.cli.commands import commands
from deckmotor.cli.place import DeckArgument
from tests.hostile.attack import write
from tests.pictures.made import png, quarters
from tests.workbooks import workbook

SECRETS = ("hemligheten", "lösen4711", "Kuvertet", "kassa-skåp", "nyckelord")
HEAD = "title: T\nallow: ../shared\n"
COVER = "slides: [{cover: {}}]\n"

UTF_16 = "utf-16"


def _encoded(how: str, text: str) -> bytes:
    return workbook(text) if how == "xlsx" else text.encode(how)


DECKS: dict[str, dict[str, str | tuple[str, str]]] = {
    "a file of keys": {
        "deck.yaml": f"{HEAD}slides: [{{include: ../shared/s.yaml}}]\n",
        "../shared/s.yaml": "- {hemligheten: lösen4711, title: Kuvertet}\n- {title: [Kuvertet]}\n",
    },
    "text that is no YAML": {
        "deck.yaml": f"{HEAD}slides: [{{include: ../shared/s.yaml}}]\n",
        "../shared/s.yaml": "hemligheten:lösen4711\nKuvertet: 'nyckelord: [\n",
    },
    "a password file": {
        "deck.yaml": f"{HEAD}slides: [{{include: ../shared/s.yaml}}]\n",
        "../shared/s.yaml": "hemligheten:x:0:0:Kuvertet:/lösen4711:/bin/bash\n" * 20,
    },
    "slides with ids and links": {
        "deck.yaml": f"{HEAD}slides:\n  - {{include: ../shared/s.yaml}}\n  - {{title: a, text: '[x](#hemlighetn)'}}\n",
        "../shared/s.yaml": "- {id: hemligheten, title: Kuvertet}\n- {title: Nyckelord kassa-skåp}\n",
    },
    "a table of variants": {
        "deck.yaml": f"{HEAD}variables: {{a: b}}\nslides: [{{title: '${{aa}}', text: '${{a}}'}}]\n",
        "variants.yaml": "each: ../shared/t.yaml\nchanges: {nope: {}}\n",
        "../shared/t.yaml": f"- {{id: hemligheten, a: {'nyckelord' * 60}, nyckelord: x}}\n- {{id: hemligheten}}\n- Kuvertet\n",
    },
    "a workbook": {
        "deck.yaml": f"{HEAD}variables: {{a: b}}\nslides:\n  - {{title: '${{nyckelor}}'}}\n"
        "  - {title: a, table: {file: ../shared/t.xlsx, sheet: Kuverte}}\n"
        "  - {title: a, table: {file: ../shared/t.xlsx, columns: [hemlighete]}}\n"
        "  - {title: a, table: {file: ../shared/t.xlsx, where: nyckelord > 3}}\n"
        "  - {title: a, table: {file: ../shared/t.xlsx, highlight: x}}\n",
        "variants.yaml": "each: ../shared/t.xlsx\n",
        "../shared/t.xlsx": ("xlsx", "== Kuvertet\nid;hemligheten;nyckelord\nkassa-skåp;lösen4711;a\n;=nyckelord();2\n"),
    },
    "a file that is no text": {
        "deck.yaml": f"{HEAD}{COVER}",
        "variants.yaml": "each: ../shared/t.csv\n",
        "../shared/t.csv": "hemligheten;lösen4711\n\x01\x02Kuvertet;nyckelord\n",
    },
    "a table in the two bytes of Windows": {
        "deck.yaml": f"{HEAD}variables: {{a: b}}\nslides: [{{title: '${{aa}}', text: '${{nyckelor}} ${{hemlighete}}'}}]\n",
        "variants.yaml": "each: ../shared/t.csv\nchanges: {nope: {}}\n",
        "../shared/t.csv": (UTF_16, "id;hemligheten;nyckelord\nKuvertet;lösen4711;kassa-skåp\nKuvertet;x;y\n"),
    },
    "numbers of a chart": {
        "deck.yaml": f"{HEAD}slides:\n  - {{title: a, chart: {{file: ../shared/n.csv, values: [nyckelor], bars: {{}}}}}}\n"
        "  - {title: a, chart: {file: ../shared/n.csv, bars: {}}, highlight: hemlighetn}\n"
        "  - {title: a, chart: {file: ../shared/n.csv, where: {hemlighete: 1}, bars: {}}}\n",
        "../shared/n.csv": "namn;hemligheten;nyckelord\nKuvertet;lösen4711;kassa-skåp\n",
    },
    "numbers of a chart in the two bytes of Windows": {
        "deck.yaml": f"{HEAD}slides:\n  - {{title: a, chart: {{file: ../shared/n.csv, values: [nyckelor], bars: {{}}}}}}\n"
        "  - {title: a, chart: {file: ../shared/n.csv, bars: {}}, highlight: hemlighetn}\n",
        "../shared/n.csv": (UTF_16, "namn;hemligheten;nyckelord\nKuvertet;lösen4711;kassa-skåp\n"),
    },
    "a picture that is none": {
        "deck.yaml": f"{HEAD}slides: [{{title: a, picture: ../shared/p.png}}]\n",
        "../shared/p.png": "hemligheten lösen4711",
    },
    "a drawing with parts of its own": {
        "deck.yaml": f"{HEAD}slides: [{{title: a, picture: ../shared/d.svg}}]\n",
        "../shared/d.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><hemligheten/><path d="M0 0h9"/></svg>',
    },
    "a theme that is a link": {
        "deck.yaml": f"{HEAD}theme: lan\n{COVER}",
        "../shared/theme/theme.yaml": "hemligheten: lösen4711\nextends: motor\nlabel: [Kuvertet]\npalette: {ink: nyckelord}\n",
    },
}  # fmt: skip


def told(folder: Path, *words: str) -> str:
    with chdir(folder):
        done = CliRunner().invoke(commands, words)
    assert done.exit_code in (0, 1), done.output
    assert "Traceback" not in done.output
    return str(done.output)


def project(tmp_path: Path, files: dict[str, str | tuple[str, str]]) -> Path:
    folder = tmp_path / "stranger"
    folder.mkdir()
    write(folder, {name: text if isinstance(text, str) else _encoded(*text) for name, text in files.items()})
    if "theme: lan" in str(files["deck.yaml"]):
        (folder / "themes").mkdir()
        (folder / "themes" / "lan").symlink_to("../../shared/theme")
    return folder


@pytest.mark.parametrize("name", DECKS)
def test_no_message_says_what_stands_in_an_allowed_file(tmp_path: Path, name: str) -> None:
    folder = project(tmp_path, DECKS[name])
    for words in (("check",), ("build", "--all", "--format", "sarif"), ("check", "--format", "json")):
        text = told(folder, *words)
        assert [secret for secret in SECRETS if secret.casefold() in text.casefold()] == []
    if name not in ("a file that is no text",):
        assert json.loads(told(folder, "check", "--format", "json"))["problems"]


def test_what_stands_in_the_project_is_still_named(tmp_path: Path) -> None:
    files = DECKS["slides with ids and links"]
    folder = project(tmp_path, {**files, "deck.yaml": f"{files['deck.yaml']}tilte: x\n"})
    assert "`tilte` is not a key" in told(folder, "check")


@pytest.mark.parametrize("command", ["build", "check", "list"])
def test_no_allow_makes_a_boundary(tmp_path: Path, command: str) -> None:
    folder = project(tmp_path, {
        "deck.yaml": f"{HEAD}slides:\n  - {{title: a, picture: ../shared/p.png}}\n  - {{include: ../shared/s.yaml}}\n",
        "variants.yaml": "each: ../shared/t.yaml\n",
        "../shared/s.yaml": "- {title: b}\n",
        "../shared/t.yaml": "- {id: c}\n",
    })  # fmt: skip
    (tmp_path / "shared" / "p.png").write_bytes(png(quarters()))
    assert "outside" not in told(folder, command)
    text = told(folder, command, "--no-allow")
    assert text.count("lies outside the project's folder") == 3
    assert "`allow" not in text, "a hint that leads to the same refusal"


def test_every_command_that_reads_a_deck_can_be_told_to_stay_inside() -> None:
    context = click.Context(commands)
    reading = [
        command
        for name in commands.list_commands(context)
        if (command := commands.get_command(context, name)) is not None
        and any(isinstance(one.type, DeckArgument) or one.metavar in ("[DECK]", "DECK") for one in command.params)
    ]
    assert len(reading) >= 4
    assert [command.name for command in reading if "closed" not in {one.name for one in command.params}] == []
