"""What `benchmarks/store.py` is made of: a made-up world of news, and what is timed in a store that holds it."""
