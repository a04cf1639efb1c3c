"""Articles, people and outlets, each with what the store holds of it."""
