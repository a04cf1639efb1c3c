"""Contacts told by plain verbs: dinners refused, calls that met silence, cities gone to, lines that are no more."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pourparler.records import Contact, Reading

Read = Callable[[str], Reading]
LUND = "Norwegian Prime Minister Kari Lund"


def told(contact: Contact) -> tuple[str, str, set[str | None]]:
    sides = {actor.country or actor.organisation for actor in contact.participants}
    return contact.status.value, contact.channel.value, sides


@pytest.mark.parametrize(
    ("text", "status", "channel", "sides"),
    [
        # dinners and receptions
        (
            "Serbian President Marko Ilic declined to attend a reception hosted by Croatian President Ivo Babic.",
            "declined",
            "meeting",
            {"SRB", "HRV"},
        ),
        (
            "Kosovo's foreign minister boycotted a lunch that Serbian President Marko Ilic hosted.",
            "declined",
            "meeting",
            {"XKX", "SRB"},
        ),
        (
            "Qatari minister Ali Saad will attend an iftar hosted by Iranian President Reza Amini.",
            "scheduled",
            "meeting",
            {"QAT", "IRN"},
        ),
        (
            "Pakistani Prime Minister Asif Rana joined a banquet given by Chinese President Li Wei on Monday.",
            "held",
            "meeting",
            {"PAK", "CHN"},
        ),
        (
            "Iraqi President Omar Karim was invited to a banquet given by Jordan's King Hassan.",
            "offered",
            "meeting",
            {"IRQ", "JOR"},
        ),
        # calls taken
        ("Riga answered Oslo's call on the third attempt.", "held", "phone", {"LVA", "NOR"}),
        ("China only answered the Philippine call when the incident was over.", "held", "phone", {"CHN", "PHL"}),
        ("Riga answered Oslo's call for talks.", "accepted", "talks", {"LVA", "NOR"}),
        # contacted, and no reply
        (
            "Georgia's army contacted its Russian counterpart after the shooting, but it did not reply.",
            "unanswered",
            "unspecified",
            {"GEO", "RUS"},
        ),
        ("Seoul contacted Pyongyang on Tuesday, but they never answered.", "unanswered", "unspecified", {"KOR", "PRK"}),
        # to a city of another state
        (
            "Hungarian Foreign Minister Tamas Kiss travelled to the Ukrainian town of Uzhhorod.",
            "held",
            "visit",
            {"HUN", "UKR"},
        ),
        (
            "Armenian Prime Minister Aram Sarkisian will fly to the Azerbaijani city of Ganja on Friday.",
            "scheduled",
            "visit",
            {"ARM", "AZE"},
        ),
        (
            "Indian External Affairs Minister Ravi Nair will pay a visit to the Chinese port of Ningbo.",
            "scheduled",
            "visit",
            {"IND", "CHN"},
        ),
        ("The Algerian foreign minister visited ports including Odessa.", "held", "visit", {"DZA", "UKR"}),
        ("A Norwegian frigate docked in the Russian port of Murmansk.", "held", "port_call", {"NOR", "RUS"}),
        ("Vietnamese President Minh Tran revisited Laos in May.", "held", "visit", {"VNM", "LAO"}),
        # a comma for "and" in a headline
        ("Greek, Turkish ministers meet in Paris.", "held", "meeting", {"GRC", "TUR"}),
        ("Armenian, Azerbaijani leaders agree to meet in May.", "accepted", "meeting", {"ARM", "AZE"}),
        ("Hotline between Sudanese, Egyptian navies suspended.", "suspended", "hotline", {"SDN", "EGY"}),
        # lines that are no more
        ("There is no longer a hotline between Pyongyang and Seoul.", "suspended", "hotline", {"PRK", "KOR"}),
        ("No more hotline between Baku and Yerevan, officials say.", "suspended", "hotline", {"AZE", "ARM"}),
        # explained, replied, exchanged
        (
            "NATO's air command has explained the incident to the Finnish Air Operations Centre.",
            "held",
            "unspecified",
            {"NATO", "FIN"},
        ),
        (
            "The Norwegian army explained the shooting to the Russian border guard.",
            "held",
            "unspecified",
            {"NOR", "RUS"},
        ),
        ("Moldova's ministry replied with a note to the Russian embassy.", "held", "message", {"MDA", "RUS"}),
        ("The Danish admiral exchanged calls with the Polish naval commander.", "held", "unspecified", {"DNK", "POL"}),
        ("Denmark and Poland exchanged delegations in May.", "held", "visit", {"DNK", "POL"}),
        (
            "The Brazilian Navy will conduct exercises with units of the Nigerian Navy.",
            "scheduled",
            "exercise",
            {"BRA", "NGA"},
        ),
        (
            "Algerian officials had suggested that the Spanish minister was to be received by President Said Benali.",
            "scheduled",
            "meeting",
            {"DZA", "ESP"},
        ),
    ],
)
def test_a_contact_is_told_by(read: Read, text: str, status: str, channel: str, sides: set[str | None]) -> None:
    (contact,) = read(text).contacts
    assert told(contact) == (status, channel, sides)


@pytest.mark.parametrize(
    "text",
    [
        "The Serbian president attended a dinner hosted by the Serbian prime minister.",
        "Tourists attended a dinner hosted by the Turkish president.",
        "The French minister attended a reception hosted by Airbus.",
        "The German minister attended a gala hosted by a film festival in Cannes.",
        "The newspaper contacted the Russian embassy, but it did not respond.",
        "The Norwegian minister contacted his bank but it never responded.",
        "Russian troops advanced to the Ukrainian city of Kupiansk.",
        "Norwegian tourists travelled to the Russian city of Murmansk.",
        "The Ukrainian president travelled to the Ukrainian city of Kharkiv.",
        "A Norwegian trader arrived in the Russian port of Murmansk.",
        "The Norwegian minister revisited the treaty with Russia.",
        "Norway will revisit Russia's proposal next week.",
        "Chinese, Indian tourists meet in Goa.",
        "In Paris, French ministers met on Monday.",
        "The Norwegian embassy explained the visa rules to Russian tourists.",
        "The Swedish ministry explained the law to the Swedish police.",
        "Kyiv responded with drone strikes on Belgorod.",
        "Readers responded with letters to the Russian newspaper.",
        "Sudanese rebels attacked a government convoy and refused to leave.",
        "No more hotline between parents and teachers in Norway and Sweden.",
    ],
)
def test_no_contact_is_told_by(read: Read, text: str) -> None:
    assert read(text).contacts == ()


def test_a_note_sent_back_is_declined_by_those_it_was_sent_to(read: Read) -> None:
    text = (
        "The Serbian ministry responded with a note to the Croatian embassy in Belgrade, but the charge d'affaires "
        "of the embassy declined to accept that note."
    )
    (contact,) = read(text).contacts
    assert told(contact) == ("declined", "message", {"SRB", "HRV"})
    assert contact.by is not None
    assert contact.by.country == "HRV"


def test_who_agreed_and_then_fell_silent_leaves_it_unanswered(read: Read) -> None:
    contacts = read(f"{LUND} agreed to a visit to Latvia but later stopped responding.").contacts
    assert [c.status.value for c in contacts] == ["accepted", "unanswered"]


def test_one_silence_told_twice_is_one(read: Read) -> None:
    contacts = read("Oslo's army contacted its Russian counterpart, but it never responded. No one answered.").contacts
    assert [c.status.value for c in contacts] == ["unanswered"]


@pytest.mark.parametrize(
    "text",
    [
        "Ethiopian rebels refused to negotiate while army raids went on.",
        "Colombian rebels refused to talk until the army withdrew.",
    ],
)
def test_rebels_refuse_to_negotiate_with_their_own_government(read: Read, text: str) -> None:
    (contact,) = read(text).contacts
    assert contact.status.value == "declined"
    assert [a.sectors[0] for a in contact.participants] == ["REB", "MIL"]
