"""States, offices, outlets, forums and waters: tables anybody can read and extend, and lookups over them."""

from pourparler.knowledge.cities import City
from pourparler.knowledge.entries import Category, Entry, Found, Head, Office, State, Term
from pourparler.knowledge.knowledge import Knowledge

__all__ = ["Category", "City", "Entry", "Found", "Head", "Knowledge", "Office", "State", "Term"]
