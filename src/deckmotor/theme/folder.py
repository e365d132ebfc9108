"""Where themes lie: `themes/<name>/theme.yaml`, the project's own and those that travel with deckmotor."""

from deckmotor.workspace import Workspace

FOLDER = "themes"
FILE = "theme.yaml"


def theme_names(workspace: Workspace) -> tuple[str, ...]:
    """The themes that a project can name: its own, and those that travel with deckmotor."""
    return tuple(name for name in workspace.names(FOLDER) if workspace.exists(theme_file(name)))


def is_theme(workspace: Workspace, name: str) -> bool:
    """Whether there is such a theme, be it in a folder that may not be listed: then reading it tells what is wrong."""
    return bool(name) and "/" not in name and workspace.exists(theme_file(name))


def theme_file(name: str) -> str:
    """The path of a theme's file."""
    return f"{FOLDER}/{name}/{FILE}"
