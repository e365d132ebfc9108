"""Pictures: read, made ready, and what stands in the built files."""
