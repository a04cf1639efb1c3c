"""Readings as people and programs want to see them. Views only: nothing here reads text again."""
