"""Many decks at once: made and written, in several processes where that pays, and none again that would be the same."""
