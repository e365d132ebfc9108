"""Code in the colours of its language: names of languages, and what each stretch of it is. Loaded with a deck's first code."""
