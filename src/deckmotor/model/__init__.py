"""What a deck says: its types, and the reading of YAML nodes into them."""
