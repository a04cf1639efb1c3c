"""What the commands print where, and how they end."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pourparler.cli.options import Kind
from pourparler.cli.run import in_order
from pourparler.records import Article, Failure
from pourparler.records.kinds import RECORD_KINDS

if TYPE_CHECKING:
    from conftest import Result

Command = Callable[..., "Result"]
ENVOYS = "Envoys of Norway and Sweden met in Oslo on Monday to speak about the border, both governments said."
SHIPS = "Ships of two navies left the harbour on Tuesday for an exercise in the gulf, the ministry said."
FAIL = "This one will fail, as the governments of Norway and Sweden both said in Oslo on Monday."


@pytest.fixture
def articles(tmp_path: Path) -> Callable[..., str]:
    """Write a JSON Lines file of texts; None makes a line that is no JSON."""

    def write(*texts: str | None) -> str:
        path = tmp_path / "articles.jsonl"
        lines = ["{" if text is None else json.dumps({"text": text}) for text in texts]
        path.write_text("\n".join(lines) + "\n", "utf-8")
        return str(path)

    return write


def kinds(out: str) -> list[str]:
    return [json.loads(line)["kind"] for line in out.splitlines()]


def test_piped_output_is_json_lines_and_nothing_else(run: Command, articles: Callable[..., str]) -> None:
    result = run("read", articles(ENVOYS, SHIPS))
    assert kinds(result.out) == ["header", "article", "event", "article", "event"]
    assert (result.code, result.err) == (0, "")


def test_a_bad_input_is_told_recorded_and_counted_and_the_run_goes_on(
    run: Command, articles: Callable[..., str]
) -> None:
    result = run("read", "missing.txt", articles(ENVOYS, None, FAIL, SHIPS))
    assert kinds(result.out) == ["header", "failure", "article", "event", "failure", "failure", "article", "event"]
    complaints = result.err.splitlines()
    assert complaints[0] == "pourparler: missing.txt: no such file or folder; check the name"
    assert complaints[-1] == "pourparler: 3 of 5 inputs could not be read"
    assert len(complaints) == 4
    assert result.code == 3


def test_all_inputs_failing_is_no_error_of_its_own(run: Command) -> None:
    result = run("read", "missing.txt", "--format", "report")
    assert (result.code, result.out) == (3, "")


@pytest.mark.parametrize("format", ["report", "table", "json", "jsonl"])
def test_every_format_shows_the_words(run: Command, articles: Callable[..., str], format: str) -> None:
    result = run("read", articles(ENVOYS), "--format", format)
    assert result.code == 0
    assert "Envoys" in result.out
    assert "\x1b" not in result.out


def test_json_is_one_array(run: Command, articles: Callable[..., str]) -> None:
    assert len(json.loads(run("read", articles(ENVOYS, SHIPS), "--format", "json").out)) == 5


def test_kind_narrows_and_may_be_repeated(run: Command, articles: Callable[..., str]) -> None:
    source = articles(ENVOYS)
    assert kinds(run("read", source, "--kind", "contact", "--kind", "tenure").out) == ["header", "article"]
    assert kinds(run("read", source, "--kind", "contact", "--kind", "event").out) == ["header", "article", "event"]


def test_the_kinds_to_choose_from_are_all_there_are() -> None:
    assert [str(kind) for kind in Kind] == [kind.kind for kind in RECORD_KINDS]


def test_show_text_prints_the_article_as_part_of_the_report(run: Command, articles: Callable[..., str]) -> None:
    result = run("read", articles(ENVOYS), "--show-text")
    assert "[Envoys|event] of Norway" in result.out


def test_show_text_in_another_format_is_wrong_usage(run: Command, articles: Callable[..., str]) -> None:
    result = run("read", articles(ENVOYS), "--show-text", "--format", "jsonl")
    assert (result.code, result.out) == (2, "")
    assert "--show-text is part of the report" in result.err


@pytest.mark.parametrize(
    "arguments",
    [[], ["read"], ["read", "a.txt", "--format", "xml"], ["read", "a.txt", "--kind", "war"], ["write"],
     ["read", "a.txt", "--jobs", "0"], ["read", "a.txt", "--knowledge", "missing.yaml"], ["explain", "ev-1"]],
)  # fmt: skip
def test_wrong_usage_exits_with_2(run: Command, arguments: list[str]) -> None:
    assert run(*arguments).code == 2


def test_explain_prints_the_rule_and_its_tokens(run: Command, articles: Callable[..., str]) -> None:
    result = run("explain", "ev-ships", articles(ENVOYS, SHIPS))
    assert result.code == 0
    for words in ("ev-ships", "“Ships”", "stub:first-word", "Words first.", "0.50", "NOUN"):
        assert words in result.out


def test_explain_prints_one_json_object_where_it_is_asked_to(run: Command, articles: Callable[..., str]) -> None:
    result = run("explain", "ev-ships", articles(ENVOYS, SHIPS), "--json")
    value = json.loads(result.out)
    assert (result.code, value["kind"], value["record"]["id"]) == (0, "explanation", "ev-ships")
    assert value["grounds"]["rule"] == "stub:first-word"


def test_explaining_a_record_that_nobody_has_says_where_ids_stand(run: Command, articles: Callable[..., str]) -> None:
    result = run("explain", "ev-none", articles(ENVOYS, SHIPS))
    assert result.code == 2
    assert result.err.startswith("pourparler: no record ev-none in the 2 articles searched")
    assert "Traceback" not in result.err


def test_ctrl_c_leaves_what_was_read_whole(run: Command, articles: Callable[..., str]) -> None:
    source = articles(ENVOYS, SHIPS, "interrupt " + ENVOYS, ENVOYS)
    result = run("read", source, "--format", "json")
    assert [value["kind"] for value in json.loads(result.out)] == ["header", "article", "event", "article", "event"]
    assert result.code == 130
    assert result.err == "pourparler: interrupted after 2 articles; they are printed\n"


def test_version_and_help(run: Command) -> None:
    assert re.fullmatch(r"pourparler \d+\.\d+\.\d+\S*, record contract \d+\.\d+\n", run("--version").out)
    assert run("--help").code == 0


@pytest.mark.parametrize("command", ["read", "explain", "schema"])
def test_the_help_of_each_command_ends_with_an_example(run: Command, command: str) -> None:
    assert f"Example: pourparler {command}" in run(command, "--help").out.split("\n\n")[-1]


def test_failures_keep_their_place_however_far_the_reader_runs_ahead() -> None:
    bad = [Failure(input=str(n), error="SourceError", message="is bad") for n in range(4)]
    good = [Article(id=str(n), key=str(n), sha256="", text="") for n in range(3)]
    inputs: list[Article | Failure] = [bad[0], bad[1], good[0], bad[2], good[1], good[2], bad[3]]
    by_id = {article.id: Failure(input=f"read {article.id}", error="", message="") for article in good}
    outcomes = in_order(inputs, lambda wanted: [by_id[article.id] for article in list(wanted)])
    told = [outcome.input for outcome in outcomes if isinstance(outcome, Failure)]
    assert told == ["0", "1", "read 0", "2", "read 1", "read 2", "3"]


_STUBBED = """
import sys; sys.path.insert(0, {here!r}); import conftest
from types import ModuleType, SimpleNamespace
stub = sys.modules["pourparler.pipeline"] = ModuleType("pourparler.pipeline")
vars(stub).update(open_reader=lambda **_: SimpleNamespace(header=conftest.HEADER), read_many=conftest.read_many)
from pourparler.cli import main
sys.argv = ["pourparler", *sys.argv[1:]]; main()
"""


def test_a_closed_pipe_ends_the_run_quietly(articles: Callable[..., str]) -> None:
    script = _STUBBED.format(here=str(Path(__file__).parent))
    source = articles(*[ENVOYS] * 2000)
    command = [sys.executable, "-c", script, "read", source]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


def loaded_by(code: str) -> set[str]:
    """The top-level packages in memory after the code ran in a fresh interpreter."""
    script = f"import sys\ntry:\n    {code}\nexcept SystemExit:\n    pass\nprint('|', *sys.modules)"
    out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    return {name.split(".")[0] for name in out.rsplit("|", 1)[1].split()}


HEAVY = {"spacy", "onnxruntime", "numpy", "tokenizers", "trafilatura", "lxml", "torch", "thinc"}


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert not loaded_by("import pourparler") & (HEAVY | {"rich", "typer"})


def test_help_loads_no_model() -> None:
    code = "from pourparler.cli import main; sys.argv = ['pourparler', 'read', '--help']; main()"
    assert not loaded_by(code) & HEAVY


@pytest.mark.skipif(os.name != "posix", reason="signals are sent as POSIX has them")
def test_ctrl_c_from_outside_exits_130(tmp_path: Path) -> None:
    # Whoever runs the tests in the background hands SIGINT down as ignored; a terminal does not.
    listening = "import os, signal, time\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"
    script = listening + _STUBBED.format(here=str(Path(__file__).parent))
    script = script.replace(
        "read_many=conftest.read_many", "read_many=lambda *_, **__: iter(lambda: time.sleep(60), 0)"
    )
    command = [sys.executable, "-c", script, "read", str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()  # the header: reading has begun
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
        assert b"Traceback" not in process.stderr.read()


@pytest.mark.parametrize("command", ["read", "add", "explain"])
def test_a_day_of_publication_that_is_none_stops_before_anything_is_read(
    run: Command, articles: Callable[..., str], tmp_path: Path, command: str
) -> None:
    kept = ["--store", str(tmp_path / "s.db")] if command == "add" else []
    result = run(command, articles(ENVOYS), "--published", "tomorrow", *kept)
    assert result.code == 2
    assert result.out == ""
    assert "'tomorrow' is no publication date" in result.err
    assert not (tmp_path / "s.db").exists()
