"""Links between the records of many articles: entries in, judgements out. `path` takes them through the relations."""

from pourparler.ledger.linking.path import REACH, link

__all__ = ["REACH", "link"]
