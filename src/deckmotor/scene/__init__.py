"""The finished positioned pages: what exporters draw and nothing else."""
