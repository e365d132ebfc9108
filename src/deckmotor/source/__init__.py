"""From YAML text to positioned nodes, and what acts on nodes before anybody knows what they mean: ids, overlays, variables."""
