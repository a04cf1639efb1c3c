"""Word classes that the rules of contacts ask for, from ``tables/contact_words.csv``."""

from __future__ import annotations

from pourparler.reading.tables import rows


def _of(name: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("contact_words") if row["class"] == name)


#: Nouns that stand between a step and its core and change nothing: "a series of talks", "its offer to hold talks".
TRANSPARENT = _of("transparent")
#: Verbs with little meaning of their own: "hold talks", "leave for talks".
LIGHT = _of("light")
#: Verbs and adjectives by which one is inside a contact: "take part in talks".
JOINING = _of("joining")
#: Verbs whose subject is the hand that takes a request, and all those by which it passes from hand to hand.
RECEIVING = _of("receiving")
PASSING_ON = _of("passing on")
#: "no reason to talk", "no plans to meet": with "no", a refusal.
GROUNDS = _of("ground")
#: What makes a contact one that was told before: "the meeting", "their second call".
DEFINITE = _of("definite")
DAYS = _of("day")
#: What stands before a contact noun and does not say whose it is: other compounds ("cabinet meeting") do.
NEUTRAL = _of("neutral")
#: What two of may be the two sides.
MONTHS = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november"}
) | {"december"}
#: Whose leaders and delegates speak for no state: "her meeting with the *spiritual* leader".
PRIVATE = frozenset(
    {"spiritual", "religious", "opposition", "exiled", "tribal", "community", "church", "business", "student", "union"}
    | {
        "party",
        "clan",
        "civic",
        "labour",
        "labor",
        "industry",
        "settler",
        "jewish",
        "muslim",
        "christian",
        "indigenous",
    }
)
PARTIES = _of("party")
#: What contacts are measured in: "four days of talks".
SPANS = _of("span")
#: Parts of a contact, and what comes of it: "at the *end* of talks", "as a *result* of talks".
PHASES = _of("phase")
#: What tells of a contact as having been: "his recent talks with".
GONE_BY = _of("gone by")
#: Verbs whose object is what one deals with each other about.
TOPIC_VERBS = _of("topic verb")
#: Verbs whose object is whom one deals with.
TELLING = _of("telling")
#: What two sides sign, announce or reach with each other: "a truce with Oslo".
PACTS = _of("pact")
#: "An agreement was reached to hold talks": to agree, in a noun and its verb.
ASSENTS, REACHING = _of("assent"), _of("settling")
#: How a meeting went, so that it was held: "the meeting was short".
LASTING = _of("lasting")
#: What makes "a line" one between states.
LINE_KINDS = _of("line kind")
#: What is done with a call that somebody makes, and not with a call for something.
CALLING = _of("calling")
#: What makes "calls" those that somebody makes.
CALL_KINDS = _of("call kind")
#: Verbs whose purpose is a plan: "flew in to meet".
GOING = _of("going")
#: Subjects that an infinitive spells out: "the aim was to hold talks".
AIMS = _of("aim")
#: What a contact may do before it has been: "talks between them seemed remote", "failed to materialise".
UNDECIDED = _of("undecided")
#: What an envoy does, or has done to him, "for consultations" with his own.
HOMEWARD = _of("homeward")
#: What talks are between two who do not deal with each other otherwise: "flew to Cairo for truce talks".
PEACE = _of("peace")
#: What is met without anybody being met.
MET_THINGS = _of("met thing")
#: What is engaged with in battle.
FIGHTING = _of("fighting")
#: What teams meet in.
GAMES = _of("game")
MEDIATING = _of("mediating")
MEDIATION = _of("mediation")
#: Verbs and nouns of answering, which tell that somebody had asked: "rejected a meeting".
ANSWERING = _of("answering")
#: What there is of a contact once it was held: "a recording of a call between them".
RECORDS = _of("record")
#: What puts a contact in a row of those held: "was their third".
RANKING = _of("ranking")
#: Verbs and nouns of judging, whose doer need not have taken part: "condemned the meeting held with".
JUDGING = _of("judging")
#: What exercises and calls at ports for a state: "the ships engaged in an exercise with".
FORCES = _of("force")
#: What talks come in, one after the other: "with a third session due in May".
SITTINGS = _of("sitting")
#: Verbs whose object is who did what stands behind "for": "thanked him for his talks with".
CREDITING = _of("crediting")
#: Verbs by which something is put to somebody, who hears it: "conveyed its concern to the minister in a meeting".
ADDRESSING = _of("addressing")
#: Whose side is no state: "the rebel leadership".
ARMED = _of("armed")
#: What a line may be said to be that is not open: "remains *frozen*".
SHUT = _of("shut")
#: Whom one tries to reach: "could not reach the *general*".
REACHABLE = _of("reachable")
#: What is done with an offer that was made: "is weighing an offer of talks".
PONDERING = _of("pondering")
