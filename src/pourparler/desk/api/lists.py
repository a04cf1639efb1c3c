"""Lists of the API: the records of one kind that fit, newest first, as ``pourparler contacts`` prints them."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import ConfigDict, field_validator

from pourparler.desk.api.answers import Told, listed, next_of
from pourparler.desk.api.problems import ProblemRoute
from pourparler.desk.api.shapes import entry_of, pages_of
from pourparler.desk.dependencies import Opened
from pourparler.desk.filters import Asked
from pourparler.desk.paging import read_leaf
from pourparler.desk.unchanged import told_anew
from pourparler.errors import UsageError
from pourparler.exports.entries import entry_json
from pourparler.records.kinds import KINDS

router = APIRouter(route_class=ProblemRoute, tags=["records"])


class Listed(Asked):
    """The filters of a list, and nothing else: a word that is none of them is refused, not passed over."""

    model_config: ClassVar[ConfigDict] = ConfigDict(frozen=True, extra="forbid")

    format: Any = None  # `answers.Told` reads it

    @field_validator("between")
    @classmethod
    def _two(cls, told: list[str]) -> list[str]:
        if len(told) == 1:
            raise ValueError("expected two sides, as between=USA&between=CHN; for one say involving")
        return told


def _list_of(kind: str) -> None:
    def list_records(request: Request, asked: Annotated[Listed, Query()], told: Told, store: Opened) -> Response:
        if "kind" in asked.model_fields_set and asked.kind != kind:
            raise UsageError(f"this is the list of {kind}s; ask for {asked.kind}s under their own address")
        wanted = asked.model_copy(update={"kind": kind}).named(store)

        def make() -> Response:
            leaf = read_leaf(store, wanted)
            more = leaf.on.after if leaf.on else None
            return listed(entry_json(leaf.entries), told, more and next_of(request, more))

        return told_anew(request, make)

    router.add_api_route(
        f"/{kind}s", list_records, methods=["GET"], operation_id=f"list_{kind}s", summary=f"List {kind}s",
        description=f"The {kind}s that fit, newest first, each with its article, its deed and what people said of it.",
        responses=pages_of(entry_of(kind)),
    )  # fmt: skip


for each in ("contact", *(kind for kind in KINDS if kind != "contact")):
    _list_of(each)
