"""What is asked of the records: filters, pages, look-ups, searches, threads, disputes, news."""
