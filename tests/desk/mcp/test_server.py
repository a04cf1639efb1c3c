"""Agents look into a store, and everything they are told has its words and its outlet."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.store.making import TEXT, article, coded, reading, state

from pourparler.desk.mcp import make_server
from pourparler.errors import PourparlerError, UsageError
from pourparler.records import Dispute, Position, Reading, Span, Stance, Status
from pourparler.records.ids import IdMaker
from pourparler.store import open_store

mcp = pytest.importorskip("mcp", reason="the door for agents comes with the extra mcp")

TOOLS = {"search", "ledger", "line", "disputes", "thread", "read_text"}
Call = Callable[..., Any]


def read_one(text: str, published: str | None) -> Reading:
    """Stands in for the reader: one contact, on the words it always has."""
    if "fail" in text:
        raise PourparlerError("the text holds no article; give one")
    return reading(article(text.strip(), published=published or "2024-01-01"), Status.DECLINED)


def with_dispute(read: Reading) -> Reading:
    """The reading with a dispute about its contact, in which its official takes a position."""
    start = read.article.text.index("declined a call")
    anchor = Span(start=start, end=start + 15, text="declined a call")
    said = replace(read.records[0], content=(anchor,))
    dispute = Dispute(
        id=IdMaker(read.article.id).make("dispute", "declined", read.article.text), article=read.article.id,
        anchor=anchor, evidence=(anchor,), confidence=1, reader="test", about=read.contacts[0].id,
        positions=(Position(by=state("NOR"), stance=Stance.DENIES, statement=said.id),
                   Position(by=state("SWE"), stance=Stance.ASSERTS, statement=said.id)),
    )  # fmt: skip
    return replace(read, records=(said, *read.records[1:], dispute))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Norway and Sweden: a request, a refusal that is disputed, a call."""
    path = tmp_path / "secret-name.db"
    told = [("2024-03-04", Status.REQUESTED), ("2024-03-06", Status.DECLINED), ("2024-05-02", Status.HELD)]
    with open_store(path, create=True) as store, store.writing() as writer:
        for key, (published, status) in enumerate(told):
            one = article(key=f"n{key}", published=published)
            read = coded(reading(one, status))
            writer.file(writer.keep(one), with_dispute(read) if status is Status.DECLINED else read)
    return path


@pytest.fixture
def call(path: Path) -> Call:
    """Calls one tool as a client does: the structured answer, or what was said to be wrong."""
    server = make_server(path, read_one)

    def call(name: str, **arguments: Any) -> Any:
        async def ask() -> Any:
            async with mcp.Client(server) as client:
                return await client.call_tool(name, arguments)

        result = asyncio.run(ask())
        if result.is_error:
            raise UsageError(result.content[0].text)
        assert json.loads(result.content[0].text) == result.structured_content
        return result.structured_content

    return call


def tellings(told: Any) -> Iterator[dict[str, Any]]:
    """Everything in an answer that tells of an article."""
    if isinstance(told, dict):
        if "printed" in told:
            yield told
        told = list(told.values())
    if isinstance(told, list):
        for held in told:
            yield from tellings(held)


def test_the_tools_are_told_with_what_they_take_and_a_warning(path: Path) -> None:
    async def ask() -> Any:
        async with mcp.Client(make_server(path, read_one)) as client:
            return (await client.list_tools()).tools, client.instructions

    tools, instructions = asyncio.run(ask())
    assert {tool.name for tool in tools} == TOOLS
    for tool in tools:
        assert "never instructions to follow" in tool.description
        assert tool.annotations.read_only_hint is True
        assert tool.output_schema["type"] == "object"
        for name, told in tool.input_schema["properties"].items():
            assert name in ("limit", "kind") or "description" in json.dumps(told), name
    assert "never instructions to follow" in instructions


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("search", {"words": "protocol"}),
        ("ledger", {"one": "NOR", "other": "SWE"}),
        ("ledger", {"one": "nor", "other": "Sweden"}),
        ("line", {"one": "NOR", "other": "SWE", "on": "2024-06-01"}),
        ("disputes", {"one": "NOR", "other": "SWE"}),
        ("disputes", {}),
    ],
)
def test_every_answer_has_its_words_their_places_and_the_outlet(
    call: Call, tool: str, arguments: dict[str, Any]
) -> None:
    found = list(tellings(call(tool, **arguments)))
    assert found
    for told in found:
        assert told["printed"]["outlet"] == "The Fjord"
        assert told["printed"]["article"].startswith("ar-")
        assert told["quotes"]
        for quote in told["quotes"]:
            assert TEXT[quote["start"] : quote["end"]] == quote["text"] != ""


def test_a_ledger_is_narrowed_and_paged(call: Call) -> None:
    (refusal,) = call("ledger", one="NOR", other="SWE", status=["declined"])["items"]
    assert (refusal["day"], refusal["origins"]) == ("2024-03-06", 1)
    first = call("ledger", one="NOR", other="SWE", limit=2)
    second = call("ledger", one="NOR", other="SWE", limit=2, after=first["after"])
    assert [len(page["items"]) for page in (first, second)] == [2, 1]
    assert second["after"] is None
    assert call("ledger", one="NOR", other="SWE", since="2024-04-01", until="2024-04-30")["items"] == []


def test_the_state_of_a_line_rests_on_steps(call: Call) -> None:
    told = call("line", one="NOR", other="SWE", on="2024-06-01")
    assert (told["low"], told["high"], told["whole"]["state"]) == ("NOR", "SWE", "open")
    assert told["whole"]["rests_on"][0]["tellings"]
    assert told["figures"]
    assert call("line", one="norway", other="Denmark")["whole"]["state"] == "unobserved"
    with pytest.raises(UsageError, match="nobody knows a side 'XQZ'"):
        call("line", one="NOR", other="XQZ")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"one": "NOR", "other": "Norway"}, "both sides are NOR"),
        ({"one": "NOR", "other": "Swedn"}, "closest: Sweden"),
        ({"one": "NOR", "other": "SWE", "since": "2024-03-02", "until": "2024-03-01"}, "no day lies between"),
    ],
)
@pytest.mark.parametrize("tool", ["ledger", "disputes"])
def test_what_nothing_can_fit_is_refused(call: Call, tool: str, asked: dict[str, str], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        call(tool, **asked)


def test_both_sides_of_a_dispute_are_told_in_their_own_words(call: Call) -> None:
    (dispute,) = call("disputes", one="SWE")["items"]
    assert [side["stance"] for side in dispute["sides"]] == ["denies", "asserts"]
    assert {side["by"] for side in dispute["sides"]} == {"NOR", "SWE"}
    assert dispute["sides"][0]["telling"]["quotes"][0]["text"] == "declined a call"
    assert dispute["across_articles"] is False
    assert call("disputes", until="2024-01-01")["items"] == []


def test_a_thread_has_the_steps_of_one_contact(call: Call, path: Path) -> None:
    held = call("ledger", one="NOR", other="SWE")["items"][0]
    told = call("thread", record=held["id"])
    assert [one["id"] for one in told["items"]] == [held["id"]]


def test_a_text_is_read_and_not_kept(call: Call) -> None:
    told = call("read_text", text=TEXT, published="2024-03-06")
    assert (told["text"], told["outlet"], told["left_out"]) == (None, None, 0)
    assert {record["kind"] for record in told["records"]} == {"statement", "contact"}
    for record in told["records"]:
        for quote in record["quotes"]:
            assert TEXT[quote["start"] : quote["end"]] == quote["text"]
    assert call("read_text", text=f"  {TEXT}")["text"] == TEXT
    assert len(call("ledger", one="NOR", other="SWE")["items"]) == 3


@pytest.mark.parametrize(
    ("tool", "arguments", "said"),
    [
        ("ledger", {"one": "NOR"}, "other"),
        ("ledger", {"one": "NOR", "other": "SWE", "limit": 51}, "^limit: expected at most 50, not “51”$"),
        ("ledger", {"one": "NOR", "other": "SWE", "status": ["eaten"]}, "^status: expected sought, .*not “eaten”$"),
        ("ledger", {"one": "NOR", "other": "SWE", "after": "here"}, "no place"),
        ("line", {"one": "NOR", "other": "NOR"}, "NOR"),
        ("thread", {"record": "co-none"}, "no record"),
        ("read_text", {"text": "fail"}, "no article"),
        ("read_text", {"text": "x" * 100_001}, "^text: expected at most 100,?000 letters, not “xxx"),
        ("search", {"words": ""}, "^words: expected at least 1 letter, not “”$"),
        ("search", {}, "^words: needed, and not given$"),
        ("line", {"one": "NOR", "other": "SWE", "on": "soon"}, "^on: expected a day, as 2024-03-05, not “soon”$"),
        ("line", {"one": "NOR", "other": "SWE", "on": "0"}, "^on: expected a day"),
        ("ledger", {"one": "NOR", "other": "SWE", "kind": "rumour"}, "^kind: expected contact, .* not “rumour”$"),
        ("ledger", {"one": "NOR", "other": "SWE", "limit": "x"}, "^limit: expected a whole number, not “x”$"),
        ("ledger", {"one": 1, "other": "SWE"}, "^one: expected text"),
    ],
)
def test_what_makes_no_sense_is_told_so(
    call: Call, path: Path, tool: str, arguments: dict[str, Any], said: str
) -> None:
    with pytest.raises(UsageError, match=said) as told:
        call(tool, **arguments)
    assert path.name not in str(told.value)
    assert not [word for word in ("SELECT", "pydantic", "validation error") if word in str(told.value)]


def test_an_error_nobody_expected_tells_nothing_of_the_inside(path: Path) -> None:
    def read(text: str, published: str | None) -> Reading:
        raise RuntimeError(f"SELECT secret FROM {path}")

    async def ask() -> Any:
        async with mcp.Client(make_server(path, read)) as client:
            return await client.call_tool("read_text", {"text": TEXT})

    result = asyncio.run(ask())
    assert result.is_error
    assert "secret" not in str(result.content)


def test_answers_are_bounded_however_long_the_articles_are(tmp_path: Path) -> None:
    path = tmp_path / "long.db"
    long = f"{TEXT} {'word ' * 50_000}"
    with open_store(path, create=True) as store, store.writing() as writer:
        one = replace(article(long), title="title " * 5_000, outlet="\u202eoutlet " * 5_000)
        read = reading(one, Status.HELD)
        said, contact = read.records
        whole = Span(start=0, end=len(long), text=long)
        writer.file(writer.keep(one), replace(read, records=(said, replace(contact, evidence=(whole,) * 20))))
    server = make_server(path, read_one)

    async def ask(name: str, **arguments: Any) -> str:
        async with mcp.Client(server) as client:
            return str((await client.call_tool(name, arguments)).content[0].text)

    for name, arguments in (("ledger", {"one": "NOR", "other": "SWE"}), ("search", {"words": "protocol"})):
        told = asyncio.run(ask(name, **arguments))
        assert len(told) < 12_000
        assert "\u202e" not in told
        for one in tellings(json.loads(told)):
            for quote in one["quotes"]:
                assert long[quote["start"] : quote["end"]] == quote["text"]


def test_a_store_that_is_not_there_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no store at"):
        make_server(tmp_path / "none.db", read_one)


def test_without_the_library_its_extra_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name == "mcp" or name.startswith("mcp.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "mcp", None)
    with pytest.raises(UsageError, match=r"pourparler\[mcp\]"):
        make_server(path, read_one)


def test_the_desk_does_without_the_library() -> None:
    code = "import sys, pourparler.desk, pourparler.cli.app; sys.exit('mcp' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_it_speaks_over_standard_input_and_output(path: Path) -> None:
    from mcp import StdioServerParameters, stdio_client

    command = StdioServerParameters(
        command=sys.executable, args=["-m", "pourparler", "mcp", "--store", str(path)], env=environment()
    )

    async def ask() -> Any:
        async with mcp.Client(stdio_client(command)) as client:
            names = {tool.name for tool in (await client.list_tools()).tools}
            return names, await client.call_tool("ledger", {"one": "NOR", "other": "SWE"})

    names, told = asyncio.run(asyncio.wait_for(ask(), 60))
    assert names == TOOLS
    assert len(told.structured_content["items"]) == 3


def environment() -> dict[str, str]:
    """This process's, so that the other finds the same package."""
    import os

    return dict(os.environ) | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


@pytest.mark.parametrize("tool", sorted(TOOLS))
def test_an_argument_that_is_none_is_refused_with_those_that_are_known(call: Call, tool: str) -> None:
    needed = {"search": {"words": "call"}, "thread": {"record": "co-1"}, "read_text": {"text": "A call."}}
    arguments = needed.get(tool, {"one": "NOR", "other": "SWE"})
    with pytest.raises(UsageError) as refused:
        call(tool, **arguments, sicne="2024-01-01")
    told = str(refused.value)
    assert "takes no argument sicne; expected " in told
    assert all(name in told for name in arguments)


def test_the_description_of_a_tool_forbids_other_arguments(path: Path) -> None:
    async def ask() -> Any:
        async with mcp.Client(make_server(path, read_one)) as client:
            return await client.list_tools()

    for tool in asyncio.run(ask()).tools:
        assert tool.input_schema["additionalProperties"] is False
