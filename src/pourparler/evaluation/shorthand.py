"""The short form in which articles are annotated by hand, compiled to the contract.

``corpus/gold/GUIDELINES.md`` describes it: one YAML file for each article, spans given as their words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from pourparler.errors import DataError
from pourparler.evaluation.gold import GoldArticle
from pourparler.records.kinds import RECORD_KINDS, Article
from pourparler.records.loading import from_json
from pourparler.sources import article_from_text

Json = dict[str, Any]


class _Loader(yaml.SafeLoader):
    """YAML in which ``on`` and ``no`` are words, as in YAML 1.2: ``on`` is a field of measures."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))

_MARKED = re.compile(r"\[\[(.+?)\]\]")
_ACTOR_FIELDS = {"source", "addressee", "by", "initiator", "target"}
_ACTORS_FIELDS = {"via", "participants", "mediators", "parties", "imposed_by", "on", "actors", "recipients"}
_DATE_FIELDS = {"said", "when", "due", "start", "end"}
_SPANS_FIELDS = {"content", "topics"}
_QUOTED_FIELDS = {"reasons", "conditions", "characterisations"}
#: What a coded event takes from its contact, incident or measure where the annotation does not say otherwise.
_INHERITED = ("factuality", "count", "when", "where", "according_to")


def read_shorthand(path: Path) -> GoldArticle:
    """One annotated article. Raises DataError: words that do not occur, an actor or id that nobody declared."""
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    if not isinstance(data, dict) or "text" not in data:
        raise DataError(f"{path}: no annotated article; expected a YAML mapping with text, actors and records")
    title = str(data.get("title") or "")
    article = article_from_text(
        data["text"].removeprefix(title), key=path.stem, source=str(path), title=title or None,
        outlet=data.get("outlet"), published=str(data["published"]) if data.get("published") else None,
    )  # fmt: skip
    try:
        return GoldArticle(article=article, records=tuple(map(from_json, _Compiler(article, data).records())))
    except DataError as error:
        raise DataError(f"{path}: {error}") from error


class _Compiler:
    """Turns one annotation to JSON objects of the contract."""

    def __init__(self, article: Article, data: Mapping[str, Any]) -> None:
        self._article = article
        self._text = article.text
        self._data = data
        self._declared: Mapping[str, Json] = data.get("actors") or {}
        entries = (entry for cls in RECORD_KINDS for entry in data.get(f"{cls.kind}s") or ())
        self._named: Mapping[Any, Json] = {entry["id"]: entry for entry in entries if "id" in entry}

    def records(self) -> list[Json]:
        made = [record for cls in RECORD_KINDS for record in self._of_kind(cls.kind)]
        known = {record["id"] for record in made}
        for record in made:
            for wanted in record.get("according_to", ()):
                if wanted not in known:
                    raise DataError(f"{record['id']}: according_to names {wanted!r}, which no statement has as its id")
        return made

    def _of_kind(self, kind: str) -> Iterator[Json]:
        for number, entry in enumerate(self._data.get(f"{kind}s") or (), 1):
            record = self._record(kind, entry, str(entry.get("id") or f"{kind}{number}"))
            yield record
            if coded := entry.get("codes"):
                yield self._coded(record, entry, coded)

    def _coded(self, record: Json, entry: Json, coded: Json) -> Json:
        """The event that codes a contact, incident or measure."""
        inherited = {name: entry[name] for name in _INHERITED if name in entry}
        event = {"factuality": "actual", "anchor": entry["anchor"]} | inherited | coded
        return self._record("event", event, f"{record['id']}-event") | {"of": record["id"]}

    def _record(self, kind: str, entry: Json, record_id: str) -> Json:
        try:
            anchor = self._span(self._trigger(entry), None)
            record = {"kind": kind, "id": record_id, "article": self._article.id, "confidence": 1.0, "reader": "gold"}
            record |= {"anchor": anchor, "evidence": [anchor]} | (_DEFAULTS.get(kind) or {})
            near = int(anchor["start"])
            fields = {name: self._field(name, value, near) for name, value in entry.items() if value is not None}
        except DataError as error:
            raise DataError(f"{record_id}: {error}") from error
        if kind == "statement":
            record["cue"] = anchor if "cue" not in entry else None
        return record | {name: value for name, value in fields.items() if name not in ("id", "anchor", "codes", "cue")}

    def _field(self, name: str, value: Any, near: int) -> Any:
        if name in _ACTOR_FIELDS:
            return self._by(value, near)
        if name in _ACTORS_FIELDS:
            return self._actors_of(value, near)
        if name in _DATE_FIELDS:
            return self._date(value, near)
        if name in _SPANS_FIELDS:
            return [self._span(words, near) for words in value]
        if name in _QUOTED_FIELDS:
            return [self._quoted(item, near) for item in value]
        if name == "positions":
            return [item | {"by": self._actor(item.get("by"), near)} for item in value]
        if name == "platforms":
            return [{"name": None, "type": None, "operator": None} | item for item in value]
        if name in ("count", "where"):
            return {key: v for key, v in value.items() if key != "text"} | self._span(value["text"], near)
        if name == "reason":
            return self._span(value, near)
        return self._span(value, near) if name == "about" and value not in self._named else value

    def _trigger(self, entry: Json) -> Any:
        """The words of the anchor; a dispute has those of the record, or the words, that it is about."""
        if "anchor" in entry:
            return entry["anchor"]
        about = entry.get("about")
        return self._named[about]["anchor"] if about in self._named else about

    def _by(self, value: Any, near: int) -> Any:
        return self._actors_of(value, near) if isinstance(value, list) else self._actor(value, near)

    def _actors_of(self, values: list[Json], near: int) -> list[Json]:
        """The actors that the text names; a party it does not name is none."""
        return [actor for value in values if (actor := self._actor(value, near)) is not None]

    def _actor(self, value: Json | None, near: int) -> Json | None:
        """``{key: words}``: a declared actor under the words that name it here."""
        if not value:
            return None
        ((key, words),) = value.items()
        if words is None:  # a party that the text does not name
            return None
        if key not in self._declared:
            raise DataError(f"nobody is declared under the key {key!r}")
        declared = dict(self._declared[key] or {})
        code = str(declared.get("code") or "")
        sectors = declared.pop("sectors", None) or code.split()[1:] or code.split()
        return declared | {"sectors": list(sectors)} | self._span(words, near)

    def _quoted(self, item: Json, near: int) -> Json:
        """A reason, condition or characterisation: its words and by whom."""
        words = item["text"]
        return (
            item
            | {"by": self._actor(item.get("by"), near), "statement": item.get("statement")}
            | self._span(words, near)
        )

    def _date(self, value: Json, near: int) -> Json:
        first = _iso(value.get("from"))
        last = _iso(value["to"]) if "to" in value else first
        span = self._span(value["text"], near) if value.get("text") else {"text": None, "start": None, "end": None}
        return {"earliest": first, "latest": last, "precision": _precision(first, last), "how": "stated"} | span

    def _span(self, words: Any, near: int | None) -> Json:
        """Where the words stand, nearest to ``near``; ``[[ ]]`` mark a span in a longer stretch."""
        marked = _MARKED.search(str(words))
        searched = _MARKED.sub(r"\1", str(words)) if marked else str(words)
        found = [m.start() for m in re.finditer(re.escape(searched), self._text)]
        if not found:
            raise DataError(f"the words {searched!r} do not occur in the text")
        if len(found) > 1 and near is None:
            raise DataError(f"the words {searched!r} occur {len(found)} times; mark the anchor in a longer stretch")
        at = min(found, key=lambda start: abs(start - (near or 0)))
        start = at + marked.start() if marked else at
        text = marked.group(1) if marked else searched
        return {"start": start, "end": start + len(text), "text": text}


#: What a record kind needs beside what the annotation says.
_DEFAULTS: dict[str, Json] = {
    "statement": {"source": None, "content": []},
    "contact": {"factuality": "actual"},
    "incident": {"factuality": "actual"},
    "event": {"factuality": "actual", "quad": 0, "intensity": 0.0},
}


def _iso(value: Any) -> str | None:
    return None if value is None else str(value).replace(" ", "T")


def _precision(first: str | None, last: str | None) -> str:
    if first is None or last is None:
        return "before" if first is None else "after"
    if first != last:
        return "range"
    return "minute" if "T" in first else "day"
