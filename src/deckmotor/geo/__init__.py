"""Sweden's counties and municipalities: their names, codes and outlines (`sweden.json`, made by `tools/sweden.py`)."""
