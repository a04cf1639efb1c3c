"""``python -m tests.desk.api.making``: the examples of the API's description, made of articles in our own words.

Say it again when the contract or an answer has grown: a test compares each example with what is described.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from fastapi.testclient import TestClient
from tests.store.making import TEXT, article, coded, day, reading, state

from pourparler.desk import create_app
from pourparler.desk.guard import GuardSettings
from pourparler.records import (
    Dispute,
    Factuality,
    Incident,
    Measure,
    Position,
    Reading,
    Record,
    Span,
    Stance,
    Status,
    Tenure,
)
from pourparler.records.ids import IdMaker
from pourparler.store import open_store

FILE = Path(__file__).parents[3] / "src" / "pourparler" / "desk" / "api" / "examples.json"
_MORE = f"{TEXT} A Swedish frigate shadowed a Norwegian trawler. Norway banned the frigate. Kari Lund is minister."
_OFFICE = "office=Secretary%20of%20Defense&in=USA&on=2021-05-20"


def make_store(path: Path) -> None:
    """A request, a refusal and a call of Norway and Sweden, and one record of every other kind."""
    told = [("2024-03-04", Status.REQUESTED), ("2024-03-06", Status.DECLINED), ("2024-05-02", Status.HELD)]
    with open_store(path, create=True) as store, store.writing() as writer:
        for number, (published, status) in enumerate(told):
            one = article(_MORE if status is Status.HELD else TEXT, key=f"n{number}", published=published)
            one = replace(one, url=f"https://fjord.example/{published}")
            read = coded(reading(one, status))
            if status is Status.HELD:
                read = replace(read, records=(*read.records, *_others(read)))
            writer.file(writer.keep(one), read)


def _others(read: Reading) -> tuple[Record, ...]:
    ids, text = IdMaker(read.article.id), read.article.text
    norway, sweden, said = state("NOR"), state("SWE", "MIL"), read.records[0].id

    def common(kind: str, words: str) -> dict[str, Any]:
        start = text.index(words)
        anchor = Span(start=start, end=start + len(words), text=words)
        return {
            "id": ids.make(kind, words, text), "article": read.article.id, "anchor": anchor, "evidence": (anchor,),
            "confidence": 0.8, "reader": f"{kind}:example",
        }  # fmt: skip

    when = day("2024-05-02")
    return (
        Incident(
            **common("incident", "shadowed"), by=(sweden,), parties=(norway, sweden), platforms=(), action="shadow",
            factuality=Factuality.ACTUAL, when=when,
        ),
        Measure(**common("measure", "banned"), type="ban", imposed_by=(norway,), on=(sweden,), when=when,
                status="announced"),
        Tenure(**common("tenure", "is minister"), person="Kari Lund", office="minister", country="NOR"),
        Dispute(
            **common("dispute", "citing protocol"), about=read.contacts[0].id,
            positions=(Position(by=norway, stance=Stance.ASSERTS, statement=said),),
        ),
    )  # fmt: skip


def make_examples(client: TestClient) -> dict[str, Any]:
    """An example of each shape that the description names."""

    def ask(address: str) -> Any:
        return client.get(f"/api/v1{address}").json()

    def first(address: str) -> Any:
        return ask(address)["items"][0]

    kinds = ("contact", "event", "statement", "incident", "measure", "tenure", "dispute")
    contact = first("/contacts?type=declined")
    whole = ask(f"/articles/{contact['article']}")
    taken = client.post(f"/api/v1/records/{contact['id']}/review", json={"verb": "accept"}).json()
    counterparts = ask(f"/counterpart?{_OFFICE}&of=CHN")["items"]
    return {
        **{f"{kind.capitalize()}Entry": first(f"/{kind}s") for kind in kinds},
        "Entry": contact,
        "Found": first("/search?words=protocol"),
        "Tally": first("/series?by=month&by=type"),
        "LineState": first("/line/NOR/SWE?on=2024-06-01"),
        "Holder": first(f"/who?{_OFFICE}"),
        "Counterpart": next(one for one in counterparts if one["kind"] == "counterpart"),
        "FiledArticle": whole | {"records": [one for one in whole["records"] if one["kind"] == "contact"]},
        "ReviewTaken": taken | {"record": None},
        "Judged": first(f"/history/{contact['id']}") | {"value": None},
        "Health": ask("/health"),
    }


def main() -> None:
    """Writes the examples where the description finds them."""
    with TemporaryDirectory() as folder:
        make_store(path := Path(folder) / "store.db")
        with TestClient(create_app(path, GuardSettings(reviewer="anna")), base_url="http://127.0.0.1:8765") as client:
            FILE.write_text(json.dumps(make_examples(client), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
