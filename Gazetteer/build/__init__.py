"""Derives the shipped gazetteer from packages and from the hand-compiled tables beside it."""
