"""Decks in a browser."""
