"""What answers of the API look like: the published contract of records, and around it what a store knows of them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from pourparler.desk.api.answers import JSON, LINES
from pourparler.desk.problem import MEDIA_TYPE
from pourparler.exports.schema import json_schema
from pourparler.records.kinds import RECORD_KINDS

Schema = dict[str, Any]
Responses = dict[int | str, dict[str, Any]]

_COMPONENTS = "#/components/schemas/"
_TEXT: Schema = {"type": "string"}
_MAYBE_TEXT: Schema = {"type": ["string", "null"]}
_NUMBER: Schema = {"type": "integer", "minimum": 0}
_DAY: Schema = {"type": "string", "format": "date"}
_MAYBE_DAY: Schema = {"type": ["string", "null"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
_TIME: Schema = {"type": "string", "format": "date-time"}
_MAYBE_TIME: Schema = {"type": ["string", "null"], "format": "date-time"}
_YES_NO: Schema = {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class Shape:
    """What one thing or item looks like: the name of its component, and that of its example."""

    name: str

    @property
    def schema(self) -> Schema:
        """A reference to the component."""
        return _of(self.name)


def entry_of(kind: str) -> Shape:
    """A record of a kind, as lists tell it."""
    return Shape(f"{_CLASSES[kind]}Entry")


_CLASSES = {record.kind: record.__name__ for record in RECORD_KINDS}
ANY_ENTRY, ARTICLE, FOUND, TALLY = Shape("Entry"), Shape("FiledArticle"), Shape("Found"), Shape("Tally")
JUDGED, LINE, HOLDER, COUNTERPART = Shape("Judged"), Shape("LineState"), Shape("Holder"), Shape("Counterpart")
REVIEWED, HEALTH = Shape("ReviewTaken"), Shape("Health")


def pages_of(item: Shape) -> Responses:
    """The answers of an address that lists items."""
    page: Schema = _object(
        {
            "items": {"type": "array", "items": item.schema},
            "next": {
                "type": ["string", "null"], "format": "uri-reference",
                "description": "The address of the next page, null on the last; the header Link tells it too.",
            },
        }
    )  # fmt: skip
    example = examples().get(item.name)
    return _answers(
        {
            JSON: _content(page, {"items": [example], "next": None} if example else None),
            LINES: _content(_TEXT, f"{json.dumps(example, ensure_ascii=False)}\n" if example else None),
        },
        {"Link": {"description": "The next page, where there is one.", "schema": _TEXT}},
    )


def one_of(thing: Shape) -> Responses:
    """The answers of an address that tells one thing."""
    return _answers({JSON: _content(thing.schema, examples().get(thing.name))}, {})


def _answers(content: dict[str, Any], headers: dict[str, Any]) -> Responses:
    tag = {"ETag": {"description": "Names this answer; show it again as If-None-Match.", "schema": _TEXT}}
    return {
        200: {"description": "What was asked for.", "content": content, "headers": headers | tag},
        304: {"description": "It is what If-None-Match names; nothing is sent."},
        400: _problem("It cannot be asked for so; where a parameter makes no sense, errors tell which and why."),
        401: _problem("This desk demands a token, and none that holds was shown."),
        404: _problem("There is no such thing in the store."),
        429: _problem("That was too much at once; Retry-After tells how long to wait."),
        503: _problem("The store is busy, or did not answer in time."),
    }


def taking(thing: Shape) -> Responses:
    """The answers of an address that takes something."""
    answers = _answers({JSON: _content(thing.schema, examples().get(thing.name))}, {})
    del answers[304], answers[200]["headers"]
    return answers | {403: _problem("This is for reviewers.")}


def _problem(told: str) -> dict[str, Any]:
    return {"description": told, "content": {MEDIA_TYPE: {"schema": _of("Problem")}}}


def _content(schema: Schema, example: Any) -> dict[str, Any]:
    return {"schema": schema} if example is None else {"schema": schema, "example": example}


@lru_cache(1)
def examples() -> dict[str, Any]:
    """An example of each shape, made of articles in our own words."""
    told = (files(__package__) / "examples.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(told)
    return found


def components() -> dict[str, Schema]:
    """All schemas that answers refer to, by their names."""
    contract = json_schema()["$defs"]
    told: dict[str, Schema] = json.loads(json.dumps(contract).replace("#/$defs/", _COMPONENTS))
    entries = {f"{name}Entry": {"allOf": [_of(name), _of("Kept")]} for name in _CLASSES.values()}
    mapping = {kind: f"{_COMPONENTS}{name}Entry" for kind, name in _CLASSES.items()}
    either: Schema = {
        "oneOf": [_of(name) for name in entries],
        "discriminator": {"propertyName": "kind", "mapping": mapping},
    }
    return told | entries | {"Entry": either} | _KEPT | _RECKONED | _OFFICES


def _of(name: str) -> Schema:
    return {"$ref": f"{_COMPONENTS}{name}"}


def _object(properties: dict[str, Schema], description: str = "", optional: tuple[str, ...] = ()) -> Schema:
    needed = [name for name in properties if name not in optional]
    told: Schema = {"type": "object", "properties": properties, "required": needed}
    return told | ({"description": description} if description else {})


def _maybe(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _list(schema: Schema) -> Schema:
    return {"type": "array", "items": schema}


#: What a store knows of a record and of an article.
_KEPT: dict[str, Schema] = {
    "Kept": _object(
        {
            "of_article": _object(
                {
                    "outlet": _MAYBE_TEXT, "title": _MAYBE_TEXT, "url": _MAYBE_TEXT, "published": _MAYBE_DAY,
                    "family": {"type": "string", "description": "Names the articles that tell this text."},
                }
            ),
            "deed": _object(
                {
                    "id": {"type": "string", "description": "Names all records that tell this step."},
                    "thread": {"type": "string", "description": "Names the steps of its contact."},
                    "reports": _NUMBER, "origins": _NUMBER,
                }
            ),
            "review": _maybe(
                _object(
                    {
                        "verdict": {"type": "string", "enum": ["accepted", "corrected", "rejected"]},
                        "by": _TEXT, "at": _TEXT, "corrected_by": _list(_TEXT), "read_anew": _YES_NO,
                    }
                )
            ),
        },
        "The article of a record, its deed, and what people said of it.",
    ),
    "FiledArticle": _object(
        {"article": _of("Article"), "reader": _TEXT, "read_at": _TIME, "records": _list(_of("Entry"))},
        "An article, the fingerprint of its reader, and its records.",
    ),
    "Found": _object(
        {
            "article": _TEXT, "published": _MAYBE_DAY, "outlet": _MAYBE_TEXT, "title": _MAYBE_TEXT, "url": _MAYBE_TEXT,
            "words": {"type": "string", "description": "The words around what was found, that between « and »."},
        },
        "An article that holds what was looked for.",
    ),
    "Judged": _object(
        {
            "id": _TEXT, "kind": {"type": "string", "enum": ["link", "holder", "review"]}, "relation": _TEXT,
            "subject": _TEXT, "object": _MAYBE_TEXT, "value": {"description": "What the relation demands."},
            "score": {"type": ["number", "null"]}, "reasons": _list(_TEXT), "by": _TEXT, "at": _TIME,
            "withdrawn_by": _MAYBE_TEXT, "withdrawn_at": _MAYBE_TIME, "holds": _YES_NO,
        },
        "A judgement about a record, link or article.",
    ),
    "Problem": _object(
        {
            "type": {"type": "string", "format": "uri-reference"}, "title": _TEXT,
            "status": {"type": "integer", "minimum": 400, "maximum": 599}, "detail": _TEXT,
            "errors": _list(_object({"at": _TEXT, "why": _TEXT}, "A parameter, what was expected of it and given.")),
        },
        "What went wrong (RFC 9457); errors are there where parameters make no sense.",
        optional=("errors",),
    ),
    "ReviewTaken": _object(
        {
            "review": {"type": "string", "description": "The id of the review, by which it can be undone."},
            "by": _TEXT, "record": _maybe(_of("Entry")),
        },
        "A review that was taken, and the record as it is shown from now on; null where a link or article was meant.",
    ),
    "Health": _object({"status": {"const": "ok"}, "version": _TEXT, "contract": _TEXT}, "The desk is there."),
}  # fmt: skip

_RECKONED: dict[str, Schema] = {
    "LineState": {"allOf": [_of("Line")]},
    "Tally": _object(
        {"events": _NUMBER, "records": _NUMBER, "reports": _NUMBER, "origins": _NUMBER},
        "Counts of what has the groups in common, each of which is a further field: month, type, pair ...",
    )
    | {"additionalProperties": _TEXT},
}

_TERM = {"person": _TEXT, "start": _MAYBE_DAY, "end": _MAYBE_DAY, "as_of": _DAY, "source": _TEXT}
_LEARNED = {
    "person": _TEXT, "office": _TEXT, "side": _MAYBE_TEXT, "start": _MAYBE_TEXT, "end": _MAYBE_TEXT, "record": _TEXT,
    "on": _MAYBE_TEXT,
}  # fmt: skip
_SEAT = {
    "office": _TEXT, "title": _MAYBE_TEXT, "side": _MAYBE_TEXT, "organisation": _MAYBE_TEXT, "level": _TEXT, "on": _DAY,
    "holders": _list(_object(_TERM)), "unsure": _YES_NO, "gap": _MAYBE_TEXT, "last": _list(_object(_TERM)),
    "next": _maybe(_object(_TERM)), "learned": _list(_object(_LEARNED)),
}  # fmt: skip
_WHY = {"words": _TEXT, "source": _MAYBE_TEXT, "as_of": {"type": ["string", "null"], "format": "date"}}


def _kind(name: str) -> dict[str, Schema]:
    return {"kind": {"const": name}}


def _answering(name: str) -> Schema:
    """A counterpart; where the state has no such office, that is null and nothing else is told of it."""
    told = _kind(name) | {"by": _list({"enum": ["rank", "function"]}), "why": _list(_object(_WHY))}
    missing = _object(told | {"office": {"type": "null"}})
    return {"oneOf": [_object(told | _SEAT), missing]}


_OFFICE = _object(_kind("office") | _SEAT, "An office and who held it.")
_TOLD_OFFICES = _list(_object({"side": _MAYBE_TEXT, "office": _TEXT}))
_OFFICES: dict[str, Schema] = {
    "Holder": {
        "oneOf": [
            _OFFICE,
            _answering("instead"),
            _object(_kind("term") | _TERM | {"office": _TEXT, "side": _MAYBE_TEXT}, "A term of a person."),
            _object(_kind("learned") | _LEARNED, "A holder that a text told of."),
        ]
    },
    "Counterpart": {
        "oneOf": [
            _OFFICE,
            _answering("counterpart"),
            _object(_kind("remark") | _WHY, "What is said of the office at home."),
            _object(
                _kind("evidence")
                | dict.fromkeys(("day", "asker", "reason_by", "outlet", "title", "url", "published"), _MAYBE_TEXT)
                | dict.fromkeys(("record", "what", "reason", "according_to", "words", "article"), _TEXT)
                | {"wanted": _TOLD_OFFICES, "named": _TOLD_OFFICES},
                "A contact for which a side gave protocol as a reason.",
            ),
            _object(
                _kind("looked_at")
                | {"records": {"type": ["integer", "null"]}, "beside": _NUMBER, "store": {"type": "null"}}
                | {"differ": _YES_NO},
                "How many records gave protocol as a reason, and how many of them name none of these offices.",
            ),
        ]
    },
}
