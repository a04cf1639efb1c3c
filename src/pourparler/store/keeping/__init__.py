"""What is kept for those who use the store: tokens, watches, the state of feeds."""
