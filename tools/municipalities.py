"""Make the table of `examples/sverige/`: all municipalities of Sweden, from the names and codes of `src/deckmotor/geo`.

    python tools/municipalities.py > examples/sverige/deck/municipalities.csv

Columns: id (the name in letters of file names; with its code where two would be alike: Habo and Håbo), name, code (Statistics
Sweden's, four digits), county (its name), neighbours (how many other municipalities its county has).
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from deckmotor.geo.sweden import sweden
from deckmotor.source.ids import slug


def main() -> None:
    """Print the table, in the order of the codes."""
    country = sweden()
    counties = {county.code: county.name for county in country.counties}
    members = {code: sum(one.code[:2] == code for one in country.municipalities) for code in counties}
    ids = [slug(one.name) for one in country.municipalities]
    print("id;name;code;county;neighbours")
    for one in sorted(country.municipalities, key=lambda area: area.code):
        county, id = one.code[:2], slug(one.name)
        id = id if ids.count(id) == 1 else f"{id}-{one.code}"
        print(id, one.name, one.code, counties[county], members[county] - 1, sep=";")


main()
