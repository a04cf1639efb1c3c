"""Reviewing: what people say of records and links, each saying a judgement of its own, never written over."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pourparler.errors import UsageError
from pourparler.records import Judgement, JudgementKind, Record, Relation
from pourparler.records.judgements import LEDGER
from pourparler.records.lines import as_json
from pourparler.records.loading import from_json
from pourparler.store.filing.writing import Writer
from pourparler.store.judging.correcting import correct
from pourparler.store.judging.judge import VERDICTS, judged
from pourparler.store.judging.reviews import standing

#: Reviews that change nothing of what they are about.
NOTES = ("note", "close")
_ID = re.compile(r"(st|co|in|me|te|ev|di)-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class _State:
    """What reviews make of a record: whether it is rejected, and what is shown of it."""

    rejected: bool
    shown: Record


class Reviewer:
    """Reviews records and links in somebody's name, in the caller's transaction.

    Each verb returns the id of the review that now stands; saying the same again keeps nothing new. ``undo`` withdraws.
    All raise UsageError: there is no such record or link, or the verb makes no sense of it.
    """

    def __init__(self, connection: sqlite3.Connection, by: str) -> None:
        self.by = " ".join(by.split())
        if not self.by or self.by == LEDGER:
            raise UsageError(f"{by!r} is no reviewer's name; give your own with --by or POURPARLER_REVIEWER")
        self._db = connection
        self._writer = Writer(connection)
        self._judge = self._writer.judge

    def accept(self, subject: str) -> str:
        """Marks a record or link as checked."""
        return self._give_verdict("accept", subject)

    def reject(self, subject: str) -> str:
        """Takes a record out of lists and counts; a rejected link, and those of a rejected record, hold no more."""
        return self._give_verdict("reject", subject)

    def correct(self, record: str, changes: Mapping[str, Any]) -> str:
        """Corrects fields of a record, plain JSON values by path, as {"when.earliest": "2024-03-04"}."""
        body, text = self._read(record)
        shown = standing(self._db, body, text).record
        if not changes:
            raise UsageError(f"nothing to correct of {record}; write FIELD=VALUE, as status=declined")
        self._check_references(correct(shown, changes, text), shown)
        return self._give_verdict("correct", record, dict(changes))

    def kind_of(self, record: str) -> str:
        """The kind of a record, which decides what fields it has."""
        return self._read(record)[0].kind

    def merge(self, one: str, other: str) -> str:
        """Lets two records of one kind tell one deed."""
        records = {name: self._read(name)[0] for name in (one, other)}
        if len(records) < 2:
            raise UsageError(f"{one} cannot be merged with itself; name another record")
        if len({record.kind for record in records.values()}) > 1:
            told = ", ".join(f"{name} is a {record.kind}" for name, record in records.items())
            raise UsageError(f"only records of one kind tell one deed, but {told}")
        for name in records:
            if self._judge.verdict(name) == "reject":
                raise UsageError(f"{name} is rejected and tells no deed; `pourparler undo {name}` first")
        low, high = sorted(records)
        return self._keep(Judgement(kind=JudgementKind.REVIEW, relation="merge", subject=low, object=high, by=self.by))

    def split(self, record: str) -> str:
        """Lets a record tell a deed of its own, whatever the ledger or somebody before has found the same."""
        self._read(record)
        return self._keep(Judgement(kind=JudgementKind.REVIEW, relation="split", subject=record, by=self.by))

    def note(self, subject: str, words: str) -> str:
        """Keeps a note on a record, link or article, unless its notes are closed."""
        self._check_notable(subject)
        if not words.strip():
            raise UsageError(f"the note on {subject} is empty; write what is to be remembered")
        if closed := self._closed(subject):
            name, by, at = closed
            told = f"`pourparler note {subject} --reopen` opens them, `pourparler undo {name}` does too"
            raise UsageError(f"{by} closed the notes on {subject} at {at}, and no more are taken; {told}")
        return self._keep(
            Judgement(kind=JudgementKind.REVIEW, relation="note", subject=subject, value={"note": words}, by=self.by)
        )

    def close(self, subject: str) -> str:
        """Closes a record, link or article to further notes; those that stand are shown as before."""
        self._check_notable(subject)
        if closed := self._closed(subject):
            return closed[0]
        return self._keep(Judgement(kind=JudgementKind.REVIEW, relation="close", subject=subject, by=self.by))

    def reopen(self, subject: str) -> str:
        """Withdraws the review that closed the notes on something, and returns its id."""
        self._check_notable(subject)
        if (closed := self._closed(subject)) is None:
            raise UsageError(
                f"the notes on {subject} are not closed; `pourparler history {subject}` tells what was said"
            )
        return self.undo(closed[0])

    def undo(self, name: str) -> str:
        """Withdraws a review by its id, or the last one that stands of a record or link; returns the review's id."""
        found = self._db.execute(
            "SELECT id, relation, subject, object FROM judgement WHERE kind = 'review' AND withdrawn_at IS NULL"
            " AND (id = ?1 OR subject = ?1 OR object = ?1) ORDER BY no DESC LIMIT 1",
            (name,),
        ).fetchone()
        if found is None:
            raise UsageError(self._nothing_to_undo(name))
        review, relation, subject, other = found
        before = self._states(subject, other)
        self._judge.withdraw(review, self.by)
        self._settle(before, relation)
        return str(review)

    def author_of(self, review: str) -> str:
        """In whose name a review was made, standing or withdrawn; of several that were alike, the last."""
        lines = "SELECT by FROM judgement WHERE id = ? AND kind = 'review' ORDER BY no DESC LIMIT 1"
        found: tuple[str] = self._db.execute(lines, (review,)).fetchone()
        return found[0]

    def _nothing_to_undo(self, name: str) -> str:
        gone = self._db.execute(
            "SELECT withdrawn_by, withdrawn_at FROM judgement WHERE id = ? AND kind = 'review'", (name,)
        ).fetchone()
        if gone:
            return f"{name} was withdrawn by {gone[0]} at {gone[1]}; nothing is left to undo"
        link = self._db.execute("SELECT by FROM judgement WHERE id = ? AND kind <> 'review'", (name,)).fetchone()
        if link:
            return f"nobody has reviewed {name}, a link by {link[0]}; `pourparler reject {name}` lets it hold no more"
        return f"no review of {name} stands; `pourparler history {name}` tells what was said of it"

    # --- keeping -------------------------------------------------------------------------------------

    def _give_verdict(self, verb: str, subject: str, changes: dict[str, Any] | None = None) -> str:
        value: dict[str, Any] = {"changes": changes} if changes else {}
        if self._is_record(subject):
            value["read"] = as_json(self._read(subject)[0])
        else:
            self._check_known(subject)
        return self._keep(
            Judgement(kind=JudgementKind.REVIEW, relation=verb, subject=subject, value=value or None, by=self.by)
        )

    def _keep(self, review: Judgement) -> str:
        """Puts the review beside the others, unless it stands already and nobody has said otherwise since."""
        if known := self._known(review):
            return known
        before = self._states(review.subject, review.object)
        name = self._judge.add(review)
        self._settle(before, review.relation)
        return name

    def _known(self, review: Judgement) -> str | None:
        """The id of the same review where it stands and is the last word."""
        about = (review.subject, review.object)
        rows = self._db.execute(
            "SELECT id, kind, relation, subject, object, value, score, reasons, by FROM judgement"
            " WHERE kind = 'review' AND withdrawn_at IS NULL AND (subject IN (?1, ?2) OR object IN (?1, ?2))"
            " ORDER BY no DESC",
            about,
        )
        for name, *row in rows:
            other = judged(*row)
            if other == review:
                return str(name)
            if _contradict(other, review):
                return None
        return None

    # --- what follows from it ------------------------------------------------------------------------

    def _states(self, *things: str | None) -> dict[str, _State | None]:
        """What these are; None of what is no record."""
        return {name: self._state(name) for name in things if name}

    def _state(self, name: str) -> _State | None:
        if not self._is_record(name):
            return None
        return _State(self._judge.verdict(name) == "reject", standing(self._db, *self._read(name)).record)

    def _settle(self, before: Mapping[str, _State | None], relation: str) -> None:
        """Lists, groups and marks for linking whatever a review or its withdrawal has made different."""
        if relation in NOTES:
            return
        for name, state in before.items():
            if state is None:
                self._regroup_ends(name)
                continue
            around = self._judge.companions(name)
            if self._state(name) != state:
                self._writer.links.mark_record(name)
                self._writer.relist(name)
                self._writer.links.mark_record(name)
                around |= self._writer.links.drop_strays(name)
            self._judge.regroup(around)

    def _regroup_ends(self, name: str) -> None:
        """Groups anew what a link holds together, or held."""
        for relation, subject, other in self._db.execute(
            "SELECT DISTINCT relation, subject, object FROM judgement WHERE id = ? AND withdrawn_at IS NULL", (name,)
        ).fetchall():
            if relation == Relation.FAMILY:
                self._writer.relatives.regroup([subject, other])
            else:
                self._judge.regroup(end for end in (subject, other) if end and self._is_record(end))

    # --- what is there -------------------------------------------------------------------------------

    def _read(self, record: str) -> tuple[Record, str]:
        """A record as it was read, and the text of its article."""
        found = self._db.execute(
            "SELECT body, text FROM record JOIN article ON article.no = record.article WHERE record.id = ?", (record,)
        ).fetchone()
        if found is None:
            self._check_known(record)
            raise UsageError(f"{record} is no record; accept, reject and note are all that can be said of a link")
        read: Record = from_json(json.loads(found[0]))
        return read, found[1]

    def _is_record(self, name: str) -> bool:
        return self._db.execute("SELECT 1 FROM record WHERE id = ?", (name,)).fetchone() is not None

    def _closed(self, subject: str) -> tuple[str, str, str] | None:
        """The review that closed the notes on something, by whom and when; None where they are open."""
        found: tuple[str, str, str] | None = self._db.execute(
            "SELECT id, by, at FROM judgement WHERE kind = 'review' AND relation = 'close' AND subject = ?"
            " AND withdrawn_at IS NULL",
            (subject,),
        ).fetchone()
        return found

    def _check_notable(self, subject: str) -> None:
        """Raises UsageError where notes cannot be kept on this."""
        if not self._is_article(subject):
            self._check_known(subject)

    def _is_article(self, name: str) -> bool:
        return self._db.execute("SELECT 1 FROM article WHERE id = ?", (name,)).fetchone() is not None

    def _check_known(self, name: str) -> None:
        """Raises UsageError where this is neither a record nor a link that stands."""
        if self._is_record(name):
            return
        found = self._db.execute("SELECT kind FROM judgement WHERE id = ? AND withdrawn_at IS NULL", (name,)).fetchone()
        if found is None:
            raise UsageError(f"no record or link {name} in the store; ids stand in the lists and in `history`")
        if found[0] == JudgementKind.REVIEW:
            raise UsageError(f"{name} is itself a review; `pourparler undo {name}` withdraws it")

    def _check_references(self, corrected: Record, shown: Record) -> None:
        """Raises UsageError where a correction names a record that the article does not have."""
        named = set(_ids_in(as_json(corrected))) - set(_ids_in(as_json(shown)))
        known = {
            name for (name,) in self._db.execute(
                "SELECT id FROM record WHERE article = (SELECT article FROM record WHERE id = ?)", (shown.id,)
            )
        }  # fmt: skip
        if unknown := sorted(named - known):
            raise UsageError(f"{shown.id}: no record {unknown[0]} in its article; name one that is read from it")


def _contradict(one: Judgement, other: Judgement) -> bool:
    """Whether two reviews of the same thing cannot both be the last word."""
    verbs = {one.relation, other.relation}
    if verbs <= set(VERDICTS):
        return (one.relation, one.value) != (other.relation, other.value)
    return verbs == {"merge", "split"}


def _ids_in(value: Any) -> Iterator[str]:
    """The record ids among the values of a record, those of its own and of its article included."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for held in value:
            yield from _ids_in(held)
    elif isinstance(value, str) and _ID.fullmatch(value):
        yield value
