"""What a list is narrowed by, as it stands in an address: the words of the command line, checked."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self
from urllib.parse import urlencode

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from pourparler.desk.parameter_errors import Day, one_of
from pourparler.errors import UsageError
from pourparler.records.kinds import KINDS
from pourparler.store import Cursor, Filter, Store

#: Rows of a page, and the most that may be asked for.
PAGE, MOST = 50, 500


def _known(kind: str) -> str:
    if kind not in KINDS:
        raise ValueError(f"expected {one_of(KINDS)}")
    return kind


def _place(told: str) -> str:
    try:
        return str(Cursor.parse(told))
    except UsageError as error:
        raise ValueError("expected the place that the page before ended with") from error


#: Where a list goes on, as `Cursor` tells it.
Place = Annotated[str, AfterValidator(_place)]


_Word = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]
Side = Annotated[str, StringConstraints(strip_whitespace=True, max_length=80)]

#: Fields that a filter of the store has under the same name.
_ALIKE = ("by", "person", "forum", "according_to", "outlet", "words", "since", "until", "rejected", "reviewed")


class Asked(BaseModel):
    """The filters of a list. ``between`` is one side or two: ``between=USA&between=CHN``.

    ``status`` and ``stance`` are what contacts and statements call their ``type``, and stand there once they are read.
    ``after`` goes on behind a place in the order that is asked for, ``before`` back from it.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    kind: Annotated[str, AfterValidator(_known)] = "contact"
    between: Annotated[list[Side], Field(max_length=2)] = []
    involving: Annotated[list[Side], Field(max_length=5)] = []
    by: Side | None = None
    person: _Word | None = None
    type: Annotated[list[_Word], Field(max_length=20)] = []
    status: Annotated[list[_Word], Field(max_length=20)] = []
    stance: Annotated[list[_Word], Field(max_length=20)] = []
    channel: Annotated[list[_Word], Field(max_length=20)] = []
    level: Annotated[list[_Word], Field(max_length=20)] = []
    reason: Annotated[list[_Word], Field(max_length=20)] = []
    forum: _Word | None = None
    according_to: Side | None = None
    outlet: _Word | None = None
    words: _Word | None = None
    since: Day | None = None
    until: Day | None = None
    rejected: bool = False
    reviewed: bool | None = None
    once: bool = False
    order: Literal["newest", "oldest"] = "newest"
    after: Place | None = None
    before: Place | None = None
    limit: Annotated[int, Field(ge=1, le=MOST)] = PAGE

    @model_validator(mode="before")
    @classmethod
    def _leave_out_empty(cls, told: Any) -> Any:
        """What a form of a page sends of untouched fields; of an address `empty_parameters.Given` leaves them out."""
        if not isinstance(told, dict):
            return told
        held = {name: [one for one in v if one != ""] if isinstance(v, list) else v for name, v in told.items()}
        return {name: value for name, value in held.items() if value not in ("", [])}

    @model_validator(mode="after")
    def _call_it_type(self) -> Self:
        if not (self.status or self.stance):
            return self
        types = [*self.type, *self.status, *self.stance]
        return self.model_copy(update={"type": types, "status": [], "stance": []})

    @classmethod
    def of(cls, wanted: Filter) -> Self:
        """The address of a filter of one kind of record; of several, that of the first.

        >>> Asked.of(Filter(kinds=("contact",), between=("USA", "CHN"), types=("declined",))).query()
        'between=USA&between=CHN&type=declined'
        """
        told = {
            "kind": wanted.kinds[0] if wanted.kinds else "contact",
            "between": list(wanted.between or ()), "involving": list(wanted.involving),
            "type": list(wanted.types), "channel": list(wanted.channels), "level": list(wanted.levels),
            "reason": list(wanted.reasons),
            **{name: getattr(wanted, name) for name in _ALIKE},
        }  # fmt: skip
        return cls.model_validate(told)

    @property
    def wanted(self) -> Filter:
        """The store's filter, with sides as they are told."""
        two = len(self.between) == 2
        return Filter(
            kinds=(self.kind,),
            between=(self.between[0], self.between[1]) if two else None,
            involving=(*self.involving, *(() if two else self.between)),
            by=self.by,
            person=self.person,
            types=tuple(self.type),
            channels=tuple(self.channel),
            levels=tuple(self.level),
            reasons=tuple(self.reason),
            forum=self.forum,
            according_to=self.according_to,
            outlet=self.outlet,
            words=self.words,
            since=self.since.isoformat() if self.since else None,
            until=self.until.isoformat() if self.until else None,
            rejected=self.rejected,
            reviewed=self.reviewed,
        )

    def named(self, store: Store) -> Self:
        """The same with sides as the store codes them. Raises UsageError as `Store.resolve` does."""
        store.resolve(self.wanted)
        return self.model_copy(
            update={
                "between": [store.name_side(side) for side in self.between],
                "involving": [store.name_side(side) for side in self.involving],
                "by": self.by and store.name_side(self.by),
                "according_to": self.according_to and store.name_side(self.according_to),
            }
        )

    @property
    def behind(self) -> Cursor | None:
        """Where the page begins."""
        return Cursor.parse(self.after) if self.after else None

    def but(self, **changed: object) -> Self:
        """The same with some fields changed, on the first page."""
        return self.model_copy(update={"after": None, "before": None} | changed)

    def query(self) -> str:
        """The address's part after the question mark: only what is asked for, lists as repeated words.

        >>> Asked(between=["USA", "CHN"], since="2021-01-01").query()
        'between=USA&between=CHN&since=2021-01-01'
        """
        told = self.model_dump(mode="json", exclude_defaults=True, exclude_none=True)
        return urlencode({name: str(v).lower() if isinstance(v, bool) else v for name, v in told.items()}, doseq=True)
