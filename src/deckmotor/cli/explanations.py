"""What each code means."""

EXPLANATIONS: dict[str, str] = {}
