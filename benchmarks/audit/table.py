"""``python benchmarks/audit/table.py``: how true the records of unread articles were, from counts.csv.

Fifteen articles (``judge`` in urls.txt) were read by somebody who saw only each article and its rows and marked every
row true, partly true or false, and on true and partly true rows each date and each actor right or wrong. Before any
row was seen, the contacts of each article were listed; a listed contact is found where a true or partly true row
tells it. The texts are not kept; counts.csv has one line for each article and kind.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
NUMBERS = ("true", "partly", "false", "dates", "dates_right", "actors", "actors_right", "listed", "found")


def sums(path: Path) -> dict[str, Counter[str]]:
    """The columns of counts.csv summed for each kind, and over all kinds under "all"."""
    table: dict[str, Counter[str]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            for kind in (line["kind"], "all"):
                table.setdefault(kind, Counter()).update({name: int(line[name] or 0) for name in NUMBERS})
    return table


def share(part: int, whole: int) -> str:
    """A share to two decimals; a dash of nothing.

    >>> share(3, 4), share(0, 0)
    ('0.75', '-')
    """
    return f"{part / whole:.2f}" if whole else "-"


def lines(table: dict[str, Counter[str]]) -> list[str]:
    """The table as text: rows by kind, the share that is true, that is at least partly true, and the parts' shares."""
    out = [f"{'kind':12}{'rows':>6}{'true':>7}{'or partly':>11}{'dates':>8}{'actors':>8}{'listed found':>14}"]
    for kind, n in table.items():
        rows = n["true"] + n["partly"] + n["false"]
        shares = (share(n["true"], rows), share(n["true"] + n["partly"], rows))
        parts = (share(n["dates_right"], n["dates"]), share(n["actors_right"], n["actors"]))
        found = share(n["found"], n["listed"])
        out.append(f"{kind:12}{rows:6}{shares[0]:>7}{shares[1]:>11}{parts[0]:>8}{parts[1]:>8}{found:>14}")
    return out


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("counts", nargs="?", type=Path, default=HERE / "counts.csv")
    print("\n".join(lines(sums(options.parse_args().counts))))
