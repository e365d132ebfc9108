"""The file format's own knowledge: names, elements in schema order, packages, and the identity of slides."""
