"""What writes: articles, readings and links go in, reviews are kept, articles are forgotten."""
