"""Records of many articles together: pure functions, records in, judgements out. Nothing here opens a file."""
