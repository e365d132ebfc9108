"""How messages call things: a text, a list, a choice."""


def shortened(text: str, length: int = 40) -> str:
    """The beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1].rstrip()}…"


def plural(noun: str) -> str:
    """Several of them: `items`, `boxes`."""
    return f"{noun}es" if noun.endswith(("x", "s", "ch")) else f"{noun}s"


def list_of(noun: str) -> str:
    """`a list of items`."""
    return f"a list of {plural(noun)}"


def all_of(values: tuple[str, ...]) -> str:
    """`a`, `b` and `c`."""
    marked = [f"`{value}`" for value in values]
    return marked[0] if len(marked) == 1 else f"{', '.join(marked[:-1])} and {marked[-1]}"


def one_of(values: tuple[str, ...]) -> str:
    """`a`, `b` or `c`."""
    marked = [f"`{value}`" for value in values]
    return marked[0] if len(marked) == 1 else f"{', '.join(marked[:-1])} or {marked[-1]}"
