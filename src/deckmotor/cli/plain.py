"""Text as it may be printed."""


def plain(text: str) -> str:
    """Without what a terminal obeys: a stranger's deck must not move the cursor. All that is some kind of space becomes one."""
    return "".join(
        character if character.isprintable() else " " if character.isspace() else "\N{REPLACEMENT CHARACTER}"
        for character in text
    )
