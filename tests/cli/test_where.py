"""`--where`: the variants whose rows say something, and what is said of a comparison that none fits."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

DECK = "title: Om ${name}\nvariables: {name: alla}\nslides: [{title: Ett, text: Två}]\n"
ROWS = "id;name;län;folk\nkalix;Kalix;Norrbottens län;15 300\nlund;Lund;Skåne län;91 900\nmalmo;Malmö;Skåne län;\n"


@pytest.fixture
def rows(here: Path) -> None:
    """A deck for three rows."""
    for name, text in {"deck.yaml": DECK, "variants.yaml": "each: rows.csv\n", "rows.csv": ROWS}.items():
        (here / name).write_text(text, "utf-8")


@pytest.mark.usefixtures("rows")
@pytest.mark.parametrize(
    ("wheres", "found"),
    [
        (("län=Skåne län",), ["lund", "malmo"]),
        (('län="Skåne län"', "name != Lund"), ["malmo"]),
        (('${län} == "Norrbottens län" or ${id} == "lund"',), ["kalix", "lund"]),
        (("${folk|default 0} > 20000",), ["lund"]),
        (("folk=",), ["malmo"]),
    ],
)
def test_rows_are_chosen(run: Run, here: Path, wheres: tuple[str, ...], found: list[str]) -> None:
    result = run("build", *(word for where in wheres for word in ("--where", where)))
    assert (result.exit_code, result.stderr) == (0, "")
    assert len(result.stdout.splitlines()) == len(list((here / "build").glob("*.pptx"))) == len(found)
    assert all(id in result.stdout for id in found)


@pytest.mark.usefixtures("rows")
@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("län=skåne län", "no variant is as --where says: län=skåne län; did you mean `Skåne län`?"),
        ("folk=15300", "no variant is as --where says: folk=15300; did you mean `15 300`?"),
        ("län=Lund", "no variant is as --where says: län=Lund; there are: Norrbottens län, Skåne län"),
        ("lan=Skåne län", "there is no variable `lan`; did you mean `län`? (variant kalix)"),
        ("folk > 1", "`folk` has no value here; fill it in, or say what stands for it: `${folk|default 0}` (variant malmo)"),
        ("name > 1", "`name` is `Kalix` here, which is not a number (variant kalix)"),
        ("Skåne", "--where is written COLUMN=VALUE"),
        ("${folk} >", "--where ${folk} >: "),
    ],
)
def test_what_fits_nothing_is_told(run: Run, where: str, said: str) -> None:
    result = run("check", "--where", where)
    assert result.exit_code == 2
    assert said in result.stderr.replace("\n", " ")
