"""Whether the desk is there, for whoever watches over it."""

from __future__ import annotations

import json

from fastapi import APIRouter
from fastapi.responses import Response

from pourparler.desk.api.answers import told_alone
from pourparler.desk.api.problems import ProblemRoute
from pourparler.desk.api.shapes import HEALTH, one_of
from pourparler.desk.dependencies import Opened
from pourparler.desk.version import VERSION
from pourparler.records.kinds import CONTRACT

router = APIRouter(route_class=ProblemRoute, tags=["desk"])


@router.get("/health", responses=one_of(HEALTH), summary="Tell whether the desk is well")
def tell_health(store: Opened) -> Response:
    """Answers while a store can be asked: the version of the program and of the record contract."""
    store.watches()
    return told_alone(json.dumps({"status": "ok", "version": VERSION, "contract": CONTRACT}))
