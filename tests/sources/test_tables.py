"""CSV and Parquet: columns by their usual names or by name, each row an article or a failure."""

from __future__ import annotations

import csv
import gzip
import io
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.sources.serving import PARAGRAPHS, TEXT, page

from pourparler.records import Article, Failure
from pourparler.sources import Intake, capture_sources, read_sources
from pourparler.sources.tables import rows_of_csv

Read = Callable[..., list[Article | Failure]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def read(data: bytes, name: str = "news.csv", **columns: str) -> list[Article | Failure]:
        (tmp_path / name).write_bytes(data)
        return list(read_sources([tmp_path / name], intake=Intake(columns=columns)))

    return read


def table(*rows: dict[str, str], delimiter: str = ",") -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue().encode()


ROW = {
    "id": "n1",
    "headline": "Sweden declines",
    "Body": TEXT,
    "link": "https://fjord.example/1",
    "Pub Date": "2024-03-05",
    "Source": "The Fjord",
}


def check(item: Article | Failure) -> None:
    assert isinstance(item, Article), item
    assert (item.key, item.title, item.url, item.outlet) == (
        "n1", "Sweden declines", "https://fjord.example/1", "The Fjord",
    )  # fmt: skip
    assert item.published
    assert item.published.earliest == "2024-03-05"
    assert item.text == f"Sweden declines\n\n{TEXT}"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_usual_names_of_columns_are_known_in_any_form_of_table(read: Read, delimiter: str, encoding: str) -> None:
    (item,) = read(table(ROW, delimiter=delimiter).decode().encode(encoding))
    check(item)


def test_tables_may_be_packed_and_lie_in_folders(read: Read, tmp_path: Path) -> None:
    (item,) = read(gzip.compress(table(ROW)), "news.csv.gz")
    check(item)
    (found,) = read_sources([tmp_path])
    check(found)


def test_cells_of_many_lines_and_odd_quotes_are_read_as_they_are(read: Read) -> None:
    data = (
        'title,text\r\n"Sweden ""declines""","Norway asked for a call, officials said.\r\n\r\nSweden declined it on '
        'Monday, ""for now"", they said."\r\n'
        'Norway waits,He said "no" to the call on Monday and left the room again.\r\n'
        '"Finland "writes"","Finland sent a letter to both of the governments on Monday."\n'
    )
    first, second, third = read(data.encode())
    assert isinstance(first, Article)
    assert first.text == (
        'Sweden "declines"\n\nNorway asked for a call, officials said.\n\n'
        'Sweden declined it on Monday, "for now", they said.'
    )
    assert isinstance(second, Article)
    assert 'He said "no" to' in second.text
    assert isinstance(third, Article)
    assert third.text.endswith("governments on Monday.")


def test_a_line_in_another_encoding_is_read_too(read: Read) -> None:
    data = b"text\n" + f"São Tomé: {TEXT}\n".encode() + f"São Tomé’s {TEXT}\n".encode("cp1252")
    first, second = read(data)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert first.text.startswith("São Tomé")
    assert second.text.startswith("São Tomé’s")


def test_columns_with_names_of_their_own_are_named(read: Read) -> None:
    data = table({"Überschrift": "Sweden declines", "Meldung": TEXT, "text": "no"})
    (item,) = read(data, text="Meldung", title="Überschrift")
    assert isinstance(item, Article)
    assert item.text == f"Sweden declines\n\n{TEXT}"


@pytest.mark.parametrize(
    ("data", "columns", "error", "told"),
    [
        (table({"words": TEXT, "n": "1"}), {}, "SourceError", "among words, n; name it, as --column text=words"),
        (table({"words": TEXT}), {"text": "word"}, "UsageError", "no column 'word'; the table has words"),
        (table({"text": TEXT}), {"author": "text"}, "UsageError", "no field is called 'author'"),
        (b"", {}, "SourceError", "is empty"),
        (b"text,title\n", {}, "NotAnArticle", "without rows"),
    ],
)  # fmt: skip
def test_a_table_without_what_is_needed_is_one_failure(
    read: Read, data: bytes, columns: dict[str, str], error: str, told: str
) -> None:
    (failure,) = read(data, **columns)
    assert isinstance(failure, Failure)
    assert failure.error == error
    assert told in failure.message


def test_a_bad_row_is_a_failure_named_by_its_number(read: Read) -> None:
    data = table(
        {"text": TEXT, "date": "soon"}, {"text": "", "date": "2024-03-05"}, {"text": TEXT, "date": "2024-03-05"}
    )
    soon, empty, article = read(data)
    assert isinstance(soon, Failure)
    assert soon.input.endswith("news.csv:2")
    assert "'soon' is no publication date" in soon.message
    assert isinstance(empty, Failure)
    assert (empty.input[-2:], empty.message) == (":3", "holds no text")
    assert isinstance(article, Article)


def test_a_quotation_mark_that_is_never_closed_is_told(read: Read) -> None:
    data = f'text,title\n{TEXT},One\n"{TEXT},Two\n{TEXT},Three\n'
    first, failure, _ = read(data.encode())
    assert isinstance(first, Article)
    assert isinstance(failure, Failure)
    assert failure.input.endswith(":3")
    assert "never closed" in failure.message


@pytest.mark.parametrize(
    ("told", "earliest"),
    [
        ("20240305", "2024-03-05"), ("20240305093000", "2024-03-05"), ("1709631000", "2024-03-05T09:30+00:00"),
        ("1709631000000", "2024-03-05T09:30+00:00"), ("1709631000.0", "2024-03-05T09:30+00:00"),
        ("2024-03-05 09:30:00+01:00", "2024-03-05T09:30+01:00"), ("March 5, 2024", "2024-03-05"),
        ("Tue, 05 Mar 2024 09:30:00 GMT", "2024-03-05T09:30+00:00"), ("", None),
    ],
)  # fmt: skip
def test_dates_of_tables_are_understood(read: Read, told: str, earliest: str | None) -> None:
    (item,) = read(table({"text": TEXT, "date": told}))
    assert isinstance(item, Article)
    assert (item.published and item.published.earliest) == earliest


def test_cells_may_hold_pages_and_marked_up_text(read: Read) -> None:
    whole, part = read(table({"html": page().decode()}, {"html": PARAGRAPHS}))
    assert isinstance(whole, Article)
    assert isinstance(part, Article)
    assert whole.outlet == "The Fjord"
    assert part.text.split("\n\n") == TEXT.replace("said. ", "said.\n\n").replace("week. ", "week.\n\n").replace(
        "open. ", "open.\n\n"
    ).split("\n\n")


def test_a_large_table_is_read_as_it_goes() -> None:
    """The first row is there before the second is asked for, which would never end."""

    class Endless(io.RawIOBase):
        taken = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            Endless.taken += len(buffer)
            assert Endless.taken < 10_000_000
            data = (b"" if Endless.taken > len(buffer) else b"text\n") + (f"{TEXT}\n".encode() * 1000)
            buffer[:] = data[: len(buffer)]
            return len(buffer)

    rows = rows_of_csv(io.BufferedReader(Endless()), {})
    assert [next(rows).place for _ in range(3)] == [2, 3, 4]


# --- Parquet -----------------------------------------------------------------------------------------


def test_parquet_without_pyarrow_says_what_to_install(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (failure,) = read(b"PAR1....PAR1", "news.parquet")
    assert isinstance(failure, Failure)
    assert 'pip install "pourparler[parquet]"' in failure.message


def test_parquet_is_read_by_the_same_names(read: Read, tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    columns = {name: [cell] for name, cell in ROW.items()} | {"Pub Date": [date(2024, 3, 5)], "unused": [[1, 2]]}
    parquet.write_table(arrow.table(columns), tmp_path / "a.parquet")
    (item,) = read((tmp_path / "a.parquet").read_bytes(), "a.parquet")
    check(item)
    (item,) = read((tmp_path / "a.parquet").read_bytes(), "no-suffix.data")
    check(item)


def test_parquet_rows_without_text_and_times_and_categories(read: Read, tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    parquet.write_table(
        arrow.table(
            {
                "text": [TEXT, None, TEXT],
                "published": [datetime(2024, 3, 5, 9, 30, tzinfo=UTC), None, None],
                "outlet": arrow.array(["The Fjord", "The Fjord", None]).dictionary_encode(),
                "id": [7, 8, 9],
            }
        ),
        tmp_path / "a.parquet",
        row_group_size=1,
    )
    first, failure, third = read((tmp_path / "a.parquet").read_bytes(), "a.parquet")
    assert isinstance(first, Article)
    assert (first.key, first.outlet) == ("7", "The Fjord")
    assert first.published
    assert first.published.earliest == "2024-03-05T09:30+00:00"
    assert isinstance(failure, Failure)
    assert (failure.input[-2:], failure.message) == (":2", "holds no text")
    assert isinstance(third, Article)
    assert third.published is None


def test_a_damaged_parquet_file_is_one_failure(read: Read) -> None:
    pytest.importorskip("pyarrow")
    (failure,) = read(b"PAR1" + b"x" * 100 + b"PAR1", "a.parquet")
    assert isinstance(failure, Failure)
    assert "no Parquet file that can be read" in failure.message


def test_the_meter_tells_how_far_along_the_files_are(tmp_path: Path) -> None:
    from pourparler.sources import Meter, measure

    (tmp_path / "a.csv").write_bytes(table(*[ROW] * 200))
    (tmp_path / "b.txt").write_text(TEXT)
    total = measure([str(tmp_path)])
    assert total == sum(path.stat().st_size for path in tmp_path.iterdir())
    meter = Meter(total=total)
    seen = [meter.done for _ in capture_sources([tmp_path], meter=meter)]
    assert seen == sorted(seen)
    assert 0 < seen[0] < seen[100] < total
    assert meter.done == total
    assert measure([str(tmp_path), "-"]) is None
    assert measure(["https://fjord.example/1"]) is None
