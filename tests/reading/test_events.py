"""PLOVER events told by verbs and nouns of their own: type, actor, recipient, and what is no event."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Event, Reading

Read = Callable[[str], Reading]


def told(event: Event) -> tuple[str, list[str | None], list[str | None]]:
    return event.type, [a.code for a in event.actors], [a.code for a in event.recipients]


EVENTS = [
    ("Pakistan demanded an inquiry.", "REQUEST", "PAK GOV", ""),
    ("Manila demanded that Chinese ships leave the shoal.", "REQUEST", "PHL GOV", "CHN CVL"),
    ("Cambodia asked Vietnam to lean on Laos.", "REQUEST", "KHM GOV", "VNM GOV"),
    ("Norway requested that Russia investigate the jamming.", "REQUEST", "NOR GOV", "RUS GOV"),
    ("Mexico urged Ecuador to release the minister.", "REQUEST", "MEX GOV", "ECU GOV"),
    ("Greece accused Turkey of bad faith.", "ACCUSE", "GRC GOV", "TUR GOV"),
    ("Japan filed a protest with China over the buoys.", "ACCUSE", "JPN GOV", "CHN GOV"),
    ("China warned Australia of serious consequences.", "THREATEN", "CHN GOV", "AUS GOV"),
    ("Algeria threatened to cut ties with Spain.", "THREATEN", "DZA GOV", "ESP GOV"),
    ("Iran rejected the accusation by Israel.", "REJECT", "IRN GOV", "ISR GOV"),
    ("Turkey refused to extradite the suspect to Sweden.", "REJECT", "TUR GOV", "SWE GOV"),
    ("France promised to send aid to Lebanon.", "AGREE", "FRA GOV", "LBN GOV"),
    ("India and China agreed to disengage their troops.", "AGREE", "IND GOV", "CHN GOV"),
    ("Russia massed troops on its border with Ukraine.", "MOBILIZE", "RUS GOV", "UKR GOV"),
    ("Iranian police arrested two British tourists.", "COERCE", "IRN COP", "GBR CVL"),
    ("Turkey authorised the deployment of troops to Libya.", "MOBILIZE", "TUR GOV", "LBY GOV"),
    ("Thousands of Serbs rallied against NATO in Belgrade.", "PROTEST", "SRB CVL", "NATO IGO"),
    ("China warned Lithuania that it would pay a price.", "THREATEN", "CHN GOV", "LTU GOV"),
    ("Russia intervened in Syria with aircraft and advisers.", "ASSAULT", "RUS GOV", "SYR GOV"),
    ("Two Pakistani soldiers were killed in shelling by Afghan forces.", "ASSAULT", "AFG MIL", "PAK MIL"),
    ("Belarus and Lithuania exchanged prisoners.", "COOPERATE", "BLR GOV", "LTU GOV"),
    ("China's cooperation with Laos goes on.", "COOPERATE", "CHN GOV", "LAO GOV"),
]


@pytest.mark.parametrize(("text", "kind", "actor", "recipient"), EVENTS)
def test_an_event_has_actor_and_recipient(read: Read, text: str, kind: str, actor: str, recipient: str) -> None:
    assert (kind, [actor], [recipient] if recipient else []) in [told(e) for e in read(text).events]


@pytest.mark.parametrize(
    "text",
    [
        "Iran threatened to close the strait to British tankers.",
        "France promised to send aid to Lebanon.",
        "Turkey refused to withdraw its troops from Syria.",
        "Mexico urged Ecuador to release the minister.",
        "Iran seized a Greek tanker.",
        "China urged Norway to lift its sanctions.",
        "Turkey launched a strike on Syria.",
    ],
)
def test_one_deed_is_one_event(read: Read, text: str) -> None:
    assert len(read(text).events) == 1


def test_a_noun_that_tells_a_deed_again_is_no_second_event(read: Read) -> None:
    text = "Russia invaded Ukraine. Russia's invasion of Ukraine went on for years."
    assert len([e for e in read(text).events if e.type == "ASSAULT"]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The Norwegian minister said the weather was fine.",
        "The Norwegian government criticised its own ministers.",
        "Norway attacked the problem of plastic waste.",
        "A Norwegian climber criticised Russia.",
        "Norway was asked whether it would send troops to Mali.",
        "Norway and Russia held talks on ending the war.",
        "Norway used the radio to warn the Russians ahead of the test.",
        "Norway expressed regret over Russia's release of the film.",
        "Norway is widely accused of backing the rebels of Mali.",
        "The deal was a way of restoring ties between Norway and Russia.",
        "The minister said fear put Norway off supporting Ukraine.",
        "Two Norwegian soldiers were killed in a helicopter crash.",
        "The Norwegian and Russian ministers discussed Norway's support for Ukraine.",
        "Norway blocked its aid to Mali.",
        "Norway helped to secure the release of five Turks.",
        "Norway sailed home in an effort to threaten Russia.",
        "Norway was urged to refrain from moving troops to Finland.",
    ],
)
def test_mere_talk_metaphor_and_unasserted_deeds_are_no_events(read: Read, text: str) -> None:
    assert [e for e in read(text).events if e.of is None and e.type != "REQUEST"] == []


def test_nobody_is_blamed_for_being_killed(read: Read) -> None:
    (event,) = read("Norway condemned the killing of two Turkish nurses.").events
    assert told(event) == ("ACCUSE", ["NOR GOV"], [])


def test_who_is_invited_by_nobody_named_did_not_ask(read: Read) -> None:
    asked = [
        e
        for e in read("Maldives was invited to join the naval exercise with India, but they have declined.").events
        if e.type == "REQUEST"
    ]
    assert [a.code for e in asked for a in e.actors] == []
    assert [a.code for e in asked for a in e.recipients] == ["MDV GOV"]


@pytest.mark.parametrize(
    "text",
    ["Iraq condemns the Turkish attack in Basra.", "Norway protested to Russia about the arrest in Minsk."],
)
def test_words_have_no_place_but_one_told_before_them(read: Read, text: str) -> None:
    assert all(e.where is None for e in read(text).events if e.type == "ACCUSE")


def test_the_second_of_two_who_hail_is_no_recipient(read: Read) -> None:
    text = "Turkish President Aydin and Israeli President Levi hailed the decision to return the envoys to each other."
    assert all("ISR" not in (a.code or "") for e in read(text).events for a in e.recipients)
