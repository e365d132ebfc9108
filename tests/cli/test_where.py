"""`--where`: the variants whose rows say something, and what is said of a comparison that none fits."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

DECK = "title: Om ${name}\nvariables: {name: alla}\nslides: [{title: Ett, text: Två}]\n"
ROWS = """\
id;name;län;folk;kust;kod;antal barn
kalix;Kalix;Norrbottens län;15 300;ja;0114;7
lund;Lund;Skåne län;91 900;nej;114;
malmo;Malmö;Skåne län;;ja;A12;9
"""


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
        (("folk != '' and folk > 20000",), ["lund"]),
        (("län == 'Skåne län' and not name == 'Lund' or id == \"kalix\"",), ["kalix", "malmo"]),
        (("kust",), ["kalix", "malmo"]),
        (("not kust",), ["lund"]),
        (("id != '' and not kust",), ["lund"]),
        (("kod=0114",), ["kalix"]),
        (("kod==0114",), ["kalix"]),
        (("kod != 0114",), ["lund", "malmo"]),
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
        ("folk > 1", "`folk` has no value here; rows without one are left out by --where \"folk != '' and …\" (variant malmo)"),
        ("antal barn > 1", "rows without one are left out by --where \"'antal barn' != '' and …\" (variant lund)"),
        ("${folk} > 1", "fill it in, or say what stands for it: `${folk|default 0}` (variant malmo)"),
        (
            "folk",
            "`folk` is `15 300` here, neither yes nor no, and is compared with nothing. `>` and `<` stand in quotes: a shell",
        ),
        ("län=Skåne län and folk > 5", "`=` stands where `==` belongs; write `==`; as in --where"),
        ("folk > 5 and nam == 'x'", "there is no column `nam`; did you mean `name`?; as in --where"),
        ("folk gt 5", '`gt` stands where `and`, `or` or its end belongs; as in --where county="Skåne län", or --where "county'),
        ("", "the condition ends where a column, a text in quotes or a number belongs"),
        ("name > 1", "`name` is `Kalix` here, which is not a number (variant kalix)"),
        ("Skåne", "there is no column `Skåne`; there are: "),
        ("${folk} >", "--where ${folk} >: "),
    ],
)
def test_what_fits_nothing_is_told(run: Run, where: str, said: str) -> None:
    result = run("check", "--where", where)
    assert result.exit_code == 2
    assert said in result.stderr.replace("\n", " ")
