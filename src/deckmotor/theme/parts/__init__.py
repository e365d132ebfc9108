"""The parts of a theme's base package, one module a part: theme, master, layouts, notes master, table style."""
