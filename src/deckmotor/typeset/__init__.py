"""How wide and how high text is: the measuring fonts, where lines break, and what fits."""
