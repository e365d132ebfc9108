"""Formulas: a subset of LaTeX as a tree, its size, and what is written of it. Loaded with a deck's first formula."""
