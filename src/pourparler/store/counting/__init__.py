"""Counts: the tables that keep them, and what is read off them."""
