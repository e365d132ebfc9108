"""How a deck looks: tokens of a theme folder, and the palette, layouts and base package made from them."""
