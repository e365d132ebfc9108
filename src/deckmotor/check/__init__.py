"""Rules over decks, scenes and finished files; all of them answer with diagnostics."""
