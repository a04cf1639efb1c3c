"""What the API works out of many records: the state of a line, counts, office-holders and counterparts."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response
from pydantic import StringConstraints

from pourparler.desk.api.answers import Told, listed, next_of
from pourparler.desk.api.problems import ProblemRoute
from pourparler.desk.api.shapes import COUNTERPART, HOLDER, LINE, TALLY, pages_of
from pourparler.desk.dependencies import Opened, Remembered
from pourparler.desk.parameter_errors import Day
from pourparler.desk.protocol import counterparts_of, holder_of, protocol, side_of
from pourparler.desk.unchanged import told_once
from pourparler.errors import UsageError
from pourparler.exports.counterparts import counterpart_json, holder_json
from pourparler.exports.entries import tally_json
from pourparler.exports.lines import line_json
from pourparler.ledger.lines import draw_lines
from pourparler.records.kinds import KINDS
from pourparler.store import By, Filter, Store

router = APIRouter(route_class=ProblemRoute)

Side = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
Office = Annotated[str, Query(min_length=1, max_length=200, description="An office, as news calls it; or a person.")]
In = Annotated[
    str | None, Query(alias="in", max_length=80, description="The office's state or organisation.", examples=["USA"])
]
On = Annotated[Day | None, Query(description="The day asked about; by default today.", examples=["2021-05-20"])]
_CODE = "A state, organisation or armed group, by code or name."


@router.get("/line/{one}/{other}", tags=["pairs"], responses=pages_of(LINE), summary="Tell the state of a line")
def tell_line(
    request: Request,
    one: Annotated[Side, Path(description=_CODE, examples=["USA"])],
    other: Annotated[Side, Path(description=_CODE, examples=["CHN"])],
    told: Told,
    store: Opened,
    memo: Remembered,
    on: Annotated[
        Day | None,
        Query(description="The day asked about; by default today, or the day of the store's newest article where that"
              " is earlier.", examples=["2021-05-20"]),
    ] = None,
    since: Annotated[
        Day | None,
        Query(description="First day of the figures; by default two years before.", examples=["2019-01-01"]),
    ] = None,
) -> Response:  # fmt: skip
    """How two sides stand on a day, as a whole and by level and channel, with the records each state rests on."""
    day, start = on.isoformat() if on else store.last_day(), since.isoformat() if since else None

    def draw(store: Store) -> list[str]:
        return list(line_json(draw_lines(store, store.name_side(one), store.name_side(other), on=day, since=start)))

    return told_once(request, listed(memo.recall(("api line", one, other, day, start), store, draw), told))


@router.get("/series", tags=["records"], responses=pages_of(TALLY), summary="Count records")
def list_series(
    request: Request,
    told: Told,
    store: Opened,
    memo: Remembered,
    by: Annotated[
        list[By], Query(max_length=3, description="What is counted together; may be repeated.", examples=[["month"]])
    ] = [By.MONTH],  # noqa: B006 - FastAPI copies it
    kind: Annotated[str, Query(description=f"The kind of record: {', '.join(KINDS)}.")] = "contact",
    between: Annotated[
        list[Side], Query(max_length=2, description="Two sides, as between=USA&between=CHN.", examples=[["USA", "CHN"]])
    ] = [],  # noqa: B006
    involving: Annotated[list[Side], Query(max_length=5, description="A side that takes part; may be repeated.")] = [],  # noqa: B006
    type: Annotated[
        list[str], Query(max_length=20, description="Status, stance, PLOVER type or kind of measure; may be repeated.")
    ] = [],  # noqa: B006
    status: Annotated[list[str], Query(max_length=20, description="The same as type, as contacts call it.")] = [],  # noqa: B006
    stance: Annotated[list[str], Query(max_length=20, description="The same as type, as statements call it.")] = [],  # noqa: B006
    since: Annotated[Day | None, Query(description="First day.", examples=["2021-01-01"])] = None,
    until: Annotated[Day | None, Query(description="Last day.", examples=["2021-12-31"])] = None,
    limit: Annotated[int, Query(ge=1, le=5_000, description="At most so many items.")] = 1_000,
    after: Annotated[int, Query(ge=0, le=1_000_000, description="Go on behind so many items.")] = 0,
) -> Response:
    """Events, records, reports and origins by month, pair, status and the like; copies of one text are one origin."""
    if kind not in KINDS:
        raise UsageError(f"no such kind of record as {kind[:40]!r}; choose of {', '.join(KINDS)}")
    if len(between) == 1:
        raise UsageError("between takes two sides, as between=USA&between=CHN; for one say involving")
    wanted = Filter(
        kinds=(kind,),
        between=(between[0], between[1]) if between else None,
        involving=tuple(involving),
        types=(*type, *status, *stance),
        since=since.isoformat() if since else None,
        until=until.isoformat() if until else None,
    )
    groups = tuple(dict.fromkeys(by))

    def count(store: Store) -> list[str]:
        return list(tally_json(store.series(wanted, groups), groups))

    lines = memo.recall(("api series", wanted, groups), store, count)
    more = next_of(request, str(after + limit)) if len(lines) > after + limit else None
    return told_once(request, listed(lines[after : after + limit], told, more))


@router.get("/who", tags=["offices"], responses=pages_of(HOLDER), summary="Tell who held an office on a day")
def tell_holder(
    request: Request, office: Office, told: Told, store: Opened, memo: Remembered, inside: In = None, on: On = None
) -> Response:
    """Who held an office, or which offices a person held, and up to which day the tables know it.

    What the store learned from text is told apart.
    """

    def find(store: Store) -> list[str]:
        side = side_of(inside) if inside else None
        return list(holder_json(holder_of(store, office, side, day)))

    day = on or date.today()
    return told_once(request, listed(memo.recall(("api who", office, inside, day), store, find), told))


@router.get(
    "/counterpart", tags=["offices"], responses=pages_of(COUNTERPART),
    summary="Tell who answers to an office in another state",
)  # fmt: skip
def tell_counterpart(
    request: Request,
    office: Office,
    of: Annotated[str, Query(min_length=1, max_length=80, description="The other state or organisation.")],
    told: Told,
    store: Opened,
    memo: Remembered,
    inside: In = None,
    on: On = None,
) -> Response:
    """By rank and by function, and the contacts for which a side gave protocol as a reason."""

    def find(store: Store) -> list[str]:
        post = protocol().find(office, side_of(inside) if inside else None, day)
        return list(counterpart_json(counterparts_of(store, post, side_of(of), day), None))

    day = on or date.today()
    return told_once(request, listed(memo.recall(("api counterpart", office, inside, of, day), store, find), told))
