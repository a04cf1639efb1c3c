"""States, offices, outlets, forums and waters: tables anybody can read and extend, and lookups over them."""

from pourparler.knowledge.cities import City
from pourparler.knowledge.entries import Category, Entry, Found, Head, Office, State, Term
from pourparler.knowledge.knowledge import Knowledge
from pourparler.knowledge.posts import Gap, Holding, Post, Posts
from pourparler.knowledge.protocol import By, Counterpart, Protocol, Why

__all__ = [
    "By",
    "Category",
    "City",
    "Counterpart",
    "Entry",
    "Found",
    "Gap",
    "Head",
    "Holding",
    "Knowledge",
    "Office",
    "Post",
    "Posts",
    "Protocol",
    "State",
    "Term",
    "Why",
]
