"""Icons of an open set (Phosphor 2.1, MIT, weight "regular": `phosphor.tsv`, made by `tools/icons.py`)."""
