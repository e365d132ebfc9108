"""Texts as they are written in quotes: hints show what to write."""


def quoted(value: str) -> str:
    """A text in the quotes that need no change within it, where there are such."""
    if "\\" not in value and '"' not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"
