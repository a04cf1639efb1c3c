"""Judgements beside the records: links and reviews, what they make of a record, and their history."""
