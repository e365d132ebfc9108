"""Scene to bytes, one room a format; the rooms never import each other."""
