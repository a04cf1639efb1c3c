"""Whether a deed is told as done, planned, asked for, possible, conditional, negated or habitual."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.pipeline import Reader
from pourparler.reading.factuality import factuality
from pourparler.reading.syntax import Syntax
from pourparler.records import Reading, Record

MEETINGS = [
    ("The Norwegian minister met his Russian counterpart.", "held actual"),
    ("The Norwegian minister did not meet his Russian counterpart.", "held negated"),
    ("The Norwegian minister never met his Russian counterpart.", "held negated"),
    ("The Norwegian minister will meet his Russian counterpart on Friday.", "scheduled planned"),
    ("The Norwegian minister may meet his Russian counterpart.", "held possible"),
    ("The Norwegian minister would meet his Russian counterpart if the truce held.", "held conditional"),
    ("The ministry said the Norwegian minister would meet his Russian counterpart.", "scheduled planned"),
    ("The Norwegian minister regularly meets his Russian counterpart.", "held habitual"),
    ("The Norwegian minister plans to meet his Russian counterpart.", "scheduled planned"),
    ("The Norwegian minister wants to meet his Russian counterpart.", "sought actual"),
    ("The Norwegian minister refused to meet his Russian counterpart.", "declined actual"),
    ("No talks were held between Oslo and Moscow.", "held negated"),
    ("Talks between Oslo and Moscow did not take place.", "held negated"),
    ("There is little chance of a meeting between Oslo and Moscow.", "held possible"),
    ("The Norwegian minister is due to meet his Russian counterpart.", "scheduled planned"),
    ("The Norwegian minister denied having met his Russian counterpart.", "held negated"),
]  # fmt: skip

DEEDS = [
    ("A Russian frigate rammed a Norwegian patrol boat.", "actual"),
    ("A Russian frigate did not enter Norwegian waters.", "negated"),
    ("A Russian frigate may have rammed a Norwegian patrol boat.", "possible"),
    ("Russian frigates regularly shadow Norwegian patrol boats.", "habitual"),
    ("Russia denied that its frigate had rammed a Norwegian patrol boat.", "negated"),
    ("Moscow denied the claim that a Russian frigate had rammed a Norwegian boat.", "negated"),
    ("Oslo said a Russian frigate had rammed a Norwegian boat. Moscow denied it.", "actual"),
]


def told(records: tuple[Record, ...]) -> list[str]:
    return [" ".join([*([r.status] if hasattr(r, "status") else []), r.factuality]) for r in records]  # type: ignore[attr-defined]


@pytest.mark.parametrize(("text", "expected"), MEETINGS)
def test_a_contact_is_told_as_its_sentence_tells_it(read: Callable[[str], Reading], text: str, expected: str) -> None:
    assert told(read(text).contacts) == [expected]


@pytest.mark.parametrize(("text", "expected"), DEEDS)
def test_an_incident_is_told_as_its_sentence_tells_it(read: Callable[[str], Reading], text: str, expected: str) -> None:
    assert told(read(text).incidents) == [expected]


@pytest.mark.parametrize(("text", "expected"), [*MEETINGS[:-2], *DEEDS])
def test_the_event_that_codes_a_deed_is_as_factual_as_the_deed(
    read: Callable[[str], Reading], text: str, expected: str
) -> None:
    assert [e.factuality for e in read(text).events if e.of] == [expected.split()[-1]]


@pytest.mark.parametrize(
    "text",
    [
        "Norway threatened to close its border with Russia.",
        "Norway has not condemned Russia.",
        pytest.param(
            "Norway will expel two Russian diplomats.",
        ),
        "Norway refused to apologise to Russia.",
    ],
)
def test_what_is_not_done_gives_no_actual_event_of_it(read: Callable[[str], Reading], text: str) -> None:
    done = {(e.type, e.mode) for e in read(text).events if e.factuality == "actual"}
    assert not done & {("COERCE", "restrict"), ("ACCUSE", "disapprove"), ("SANCTION", "expel"), ("CONCEDE", None)}


def test_a_sanction_not_imposed_is_no_measure(read: Callable[[str], Reading]) -> None:
    assert read("Norway imposed no sanctions on Russia.").measures == ()


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Moscow pledged to begin withdrawing its troops.", "withdraw", "planned"),
        ("Moscow, pledging to free the crew and pay for the boat, left.", "pay", "planned"),
        ("Moscow pledged to free the crew and paid for the boat.", "pay", "actual"),
        ("Oslo imposed sanctions in an effort to force Moscow to withdraw.", "withdraw", "requested"),
        ("The crash forced Oslo to withdraw.", "withdraw", "actual"),
        ("Oslo was one of several capitals to expel envoys.", "expel", "actual"),
        ("Oslo was the first to expel an envoy.", "expel", "actual"),
        ("Oslo sent a ship to expel the trawler.", "expel", "planned"),
        ("Oslo has yet to expel an envoy.", "expel", "negated"),
    ],
)
def test_the_words_above_a_deed_tell_how_far_it_has_come(reader: Reader, text: str, verb: str, expected: str) -> None:
    doc = reader.language(text)
    syntax = Syntax(doc, doc.text)
    (found,) = (i for i in range(syntax.size) if syntax.lemma[i] == verb)
    assert factuality(syntax, found) == expected
