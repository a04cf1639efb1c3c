"""Sequences of short articles whose ledger is known, written for these tests.

Each story is what some desk would see over days or weeks; `ledger` is the record that an analyst would keep of it by
hand: one line for each step, however many articles tell it, with the reports and origins that do, and the links.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An article as it comes in."""

    title: str
    outlet: str
    published: str
    text: str
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles, the ledger of their steps, and the links between them.

    A line of ``steps`` is "day status by: sides, reports/origins"; day is the last on which it can have been. A link is
    "relation: later step -> earlier step", a step written as its status and day.
    """

    name: str
    articles: tuple[Told, ...]
    steps: tuple[str, ...]
    links: tuple[str, ...] = ()
    absent: tuple[str, ...] = field(default=())


WIRE = (
    "OSLO, March 6 (Reuters) - On Monday Sweden asked Norway for a telephone call between the defence ministers. "
    "Norway declined the call on Tuesday, citing a military exercise, the Norwegian defence ministry said. "
    "The ministry gave no other reason and said that the border stations would go on working as before. "
    "Trade across the border was not affected, customs officers in Svinesund said on Wednesday morning."
)


def told(outlet: str, published: str, title: str, text: str, url: str | None = None) -> Told:
    return Told(title=title, outlet=outlet, published=published, text=text, url=url)


STORIES: tuple[Story, ...] = (
    Story(
        name="copies under other headlines are one report",
        articles=(
            told("Reuters", "2024-03-06", "Norway refuses call", WIRE),
            told("The Fjord", "2024-03-06", "Oslo says no to Stockholm", WIRE),
            told("The Sound", "2024-03-07", "No call between neighbours", WIRE),
        ),
        steps=(
            "2024-03-04 requested SWE: NOR SWE, 3/1",
            "2024-03-05 declined NOR: NOR SWE, 3/1",
        ),
        links=("answers: declined 2024-03-05 -> requested 2024-03-04",),
    ),
    Story(
        name="a corrected article stands in the place of the one it corrects",
        articles=(
            told(
                "The Fjord",
                "2024-04-03",
                "Serbia summons Croatian envoy",
                "Serbia summoned the Croatian ambassador on Monday over the arrest of a Serbian officer at "
                "the border. "
                "Border crossings between the two states stayed open, and trains ran on time.",
                "https://fjord.example/serbia",
            ),
            told(
                "The Fjord",
                "2024-04-04",
                "CORRECTED-Serbia summons Croatian envoy",
                "Serbia summoned the Croatian ambassador on Tuesday over the arrest of a Serbian officer "
                "at the border. "
                "Border crossings between the two states stayed open, and trains ran on time.",
                "https://fjord.example/serbia",
            ),
        ),
        steps=("2024-04-02 held SRB: HRV SRB, 1/1",),
    ),
    Story(
        name="a later denial stands beside what it denies",
        articles=(
            told(
                "The Sound",
                "2024-03-06",
                "Norway refused call, Sweden says",
                "Norway declined a call between the defence ministers on Tuesday, the Swedish defence ministry said. "
                "Sweden had asked for the call on Monday.",
            ),
            told(
                "The Fjord",
                "2024-03-14",
                "Oslo sets the record straight",
                "The Norwegian defence ministry denied that Norway had declined a call with Sweden last week. "
                "It said its telephone lines were open day and night.",
            ),
        ),
        steps=(
            "2024-03-04 requested SWE: NOR SWE, 1/1",
            "2024-03-05 declined NOR: NOR SWE, 1/1",
            "2024-03-10 declined negated NOR: NOR SWE, 1/1",
        ),
        links=(
            "answers: declined 2024-03-05 -> requested 2024-03-04",
            "contradicts: declined 2024-03-05 -> declined 2024-03-10",
        ),
    ),
    Story(
        name="two calls of one day are two",
        articles=(
            told(
                "El Puerto",
                "2024-05-03",
                "Presidents talk",
                "Peruvian President Dina Boluarte and Chilean President Gabriel Boric spoke by telephone on Thursday "
                "about the closed border, the presidency in Lima said.",
            ),
            told(
                "La Costa",
                "2024-05-03",
                "Ministers talk",
                "Chilean Defence Minister Maya Fernandez spoke by telephone with Peruvian Defence Minister Walter "
                "Astudillo on Thursday about border patrols, the ministry in Santiago said.",
            ),
            told(
                "El Faro",
                "2024-05-04",
                "A day of calls",
                "The presidents of Peru and Chile spoke by telephone on Thursday. The defence ministers of Peru and "
                "Chile spoke by telephone the same day.",
            ),
        ),
        steps=(
            "2024-05-02 held: CHL PER, 2/2",
            "2024-05-02 held: CHL PER, 2/2",
        ),
    ),
    Story(
        name="one call told with two dates is one",
        articles=(
            told(
                "The Plain",
                "2024-02-11",
                "Commanders use hotline",
                "Indian and Pakistani commanders spoke over the hotline on Saturday "
                "about shelling in Kashmir, the Indian army said.",
            ),
            told(
                "The Canal",
                "2024-02-12",
                "Hotline call over shelling",
                "Pakistani and Indian commanders spoke over the hotline on Sunday "
                "about shelling in Kashmir, Pakistan's military said.",
            ),
        ),
        steps=("2024-02-11 held: IND PAK, 2/2",),
    ),
    Story(
        name="a mediator is no party",
        articles=(
            told(
                "The Lake",
                "2024-07-11",
                "Talks in Kampala",
                "Kenya and Somalia held talks in Kampala on Tuesday, mediated by Uganda. They spoke about "
                "the sea border.",
            ),
            told(
                "The Coast",
                "2024-07-11",
                "Neighbours at one table",
                "Somalia and Kenya held talks in Kampala on Tuesday, brokered by Uganda, about the sea border.",
            ),
        ),
        steps=("2024-07-09 held: KEN SOM, 2/2",),
    ),
    Story(
        name="a line restored and then silent",
        articles=(
            told(
                "Kathimera",
                "2024-01-15",
                "Greece cuts line",
                "Greece suspended its military hotline with Turkey on Sunday after a collision of two "
                "patrol boats, the "
                "Greek defence ministry said.",
            ),
            told(
                "Bogaz",
                "2024-02-20",
                "Line open again",
                "The military hotline between Greece and Turkey was restored on Monday, the Turkish defence ministry "
                "said in a statement.",
            ),
            told(
                "Bogaz",
                "2024-03-02",
                "No answer from Athens",
                "Turkey tried the hotline on Friday, but Greece did not answer, a Turkish officer said.",
            ),
        ),
        steps=(
            "2024-01-14 suspended GRC: GRC TUR, 1/1",
            "2024-01-15 collide GRC+TUR: GRC TUR, 1/1",
            "2024-02-19 resumed: GRC TUR, 1/1",
            "2024-03-01 unanswered GRC: GRC TUR, 1/1",
        ),
        links=("follows: resumed 2024-02-19 -> suspended 2024-01-14",),
    ),
    Story(
        name="announced, put off and held",
        articles=(
            told(
                "The Valley",
                "2024-06-04",
                "Ministers to meet",
                "The foreign ministers of India and Nepal will meet in Delhi on June 20, the Nepali foreign ministry "
                "announced on Monday.",
            ),
            told(
                "The Plain",
                "2024-06-19",
                "Meeting put off",
                "The meeting of the foreign ministers of India and Nepal, planned for June 20, was "
                "postponed on Tuesday, "
                "the Indian foreign ministry said.",
            ),
            told(
                "The Valley",
                "2024-07-05",
                "Ministers meet at last",
                "The foreign ministers of India and Nepal met in Delhi on Thursday and spoke about the border road.",
            ),
        ),
        steps=(
            "2024-06-04 scheduled planned: IND NPL, 1/1",
            "2024-06-18 postponed: IND NPL, 1/1",
            "2024-07-04 held: IND NPL, 1/1",
        ),
        links=(
            "follows: postponed 2024-06-18 -> scheduled 2024-06-04",
            "follows: held 2024-07-04 -> postponed 2024-06-18",
        ),
    ),
    Story(
        name="announced and never reported again",
        articles=(
            told(
                "El Puerto",
                "2024-06-04",
                "Ministers to meet in La Paz",
                "The foreign ministers of Peru and Bolivia will meet in La Paz on June 12, Lima announced on Monday.",
            ),
            told(
                "La Costa",
                "2024-06-13",
                "Border closed",
                "Peruvian troops fired on a Bolivian patrol boat on Lake Titicaca on Wednesday, the Bolivian army "
                "said.",
            ),
        ),
        steps=(
            "2024-06-04 scheduled planned: BOL PER, 1/1",
            "2024-06-12 shoot at PER: BOL PER, 1/1",
        ),
        absent=("follows: held 2024-06-12 -> scheduled 2024-06-04",),
    ),
    Story(
        name="an intercept in two versions",
        articles=(
            told(
                "The Vistula",
                "2024-09-12",
                "Warship on routine passage",
                "A Polish destroyer sailed through the Strait of Hormuz on Wednesday, the Polish navy "
                "said. It called "
                "the passage a routine transit under international law.",
            ),
            told(
                "The Gulf",
                "2024-09-12",
                "Navy expels intruder",
                "Iran's navy expelled a Polish destroyer from the Strait of Hormuz on Wednesday, a spokesman for the "
                "Iranian navy said. He called the passage a provocation.",
            ),
            told(
                "The Vistula",
                "2024-09-19",
                "Nobody was expelled",
                "Poland's navy denied that Iran had expelled its destroyer from the Strait of Hormuz last Wednesday.",
            ),
        ),
        steps=(
            "2024-09-11 transit POL: POL, 2/2",
            "2024-09-11 expel negated IRN: IRN POL, 1/1",
        ),
        links=("contradicts: expel 2024-09-11 -> expel 2024-09-11",),
    ),
    Story(
        name="two read-outs of one call",
        articles=(
            told(
                "The Bay",
                "2024-10-03",
                "Ministers speak",
                "Japan's foreign minister spoke by telephone with his South Korean counterpart on Wednesday about "
                "fishing, the Japanese foreign ministry said.",
            ),
            told(
                "The Peninsula",
                "2024-10-03",
                "A call with Tokyo",
                "South Korea's foreign minister spoke by telephone with the Japanese foreign minister on "
                "Wednesday about "
                "fishing and wartime labour, the South Korean foreign ministry said.",
            ),
        ),
        steps=("2024-10-02 held KOR: JPN KOR, 2/2",),
    ),
    Story(
        name="a visit called off because of a raid",
        articles=(
            told(
                "The Delta",
                "2024-04-10",
                "Shots on the Nile",
                "Ethiopian troops fired on an Egyptian patrol boat on the Nile on Tuesday, the Egyptian army said.",
            ),
            told(
                "The Delta",
                "2024-04-12",
                "Cairo cancels visit",
                "Egypt cancelled the visit of the Ethiopian foreign minister on Thursday because of the attack on a "
                "patrol boat, the foreign ministry in Cairo said.",
            ),
        ),
        steps=(
            "2024-04-09 shoot at ETH: EGY ETH, 1/1",
            "2024-04-11 cancelled EGY: EGY ETH, 1/1",
        ),
        links=("because_of: cancelled 2024-04-11 -> shoot 2024-04-09",),
    ),
    Story(
        name="sanctions that stand in the way of a meeting",
        articles=(
            told(
                "The Prairie",
                "2024-08-02",
                "Sanctions on minister",
                "Canada imposed sanctions on Venezuelan Defence Minister Vladimir Padrino on Thursday.",
            ),
            told(
                "El Llano",
                "2024-08-20",
                "No meeting under sanctions",
                "Venezuela on Monday refused a meeting of the defence ministers with Canada because of the "
                "sanctions on "
                "Vladimir Padrino.",
            ),
            told(
                "El Llano",
                "2024-08-27",
                "Caracas sets a condition",
                "The Venezuelan foreign ministry demanded on Monday that Canada lift its sanctions on "
                "Vladimir Padrino.",
            ),
        ),
        steps=(
            "2024-08-01 sanction in_force CAN: CAN VEN, 1/1",
            "2024-08-19 declined VEN: CAN VEN, 1/1",
            "2024-08-26 sanction demanded_lifted CAN: CAN VEN, 1/1",
        ),
        links=(
            "blocks: sanction 2024-08-01 -> declined 2024-08-19",
            "lifts: sanction 2024-08-26 -> sanction 2024-08-01",
        ),
    ),
    Story(
        name="an invitation, its acceptance and the visit",
        articles=(
            told(
                "The Bothnia",
                "2024-05-03",
                "Invitation to Helsinki",
                "Finland's president invited his Estonian counterpart to Helsinki on Thursday.",
            ),
            told(
                "The Narva",
                "2024-05-11",
                "Visit agreed",
                "Estonia accepted Finland's invitation to Helsinki on Friday, the Estonian foreign ministry said.",
            ),
            told(
                "The Bothnia",
                "2024-06-01",
                "Guest in Helsinki",
                "The Estonian president visited Helsinki on Friday and met the Finnish president.",
            ),
        ),
        steps=(
            "2024-05-02 offered FIN: EST FIN, 1/1",
            "2024-05-10 accepted EST: EST FIN, 1/1",
            "2024-05-31 held EST: EST FIN, 1/1",
            "2024-05-31 held EST: EST FIN, 1/1",
        ),
        links=(
            "answers: accepted 2024-05-10 -> offered 2024-05-02",
            "follows: held 2024-05-31 -> offered 2024-05-02",
        ),
    ),
    Story(
        name="one summons told by both capitals",
        articles=(
            told(
                "The Danube",
                "2024-04-03",
                "Envoy summoned",
                "Serbia summoned the Croatian ambassador on Tuesday over the arrest of a Serbian officer.",
            ),
            told(
                "The Adriatic",
                "2024-04-04",
                "Ambassador called in",
                "Croatia's ambassador was summoned to the Serbian foreign ministry on Tuesday, Zagreb "
                "said. The Croatian "
                "foreign ministry rejected the protest.",
            ),
        ),
        steps=("2024-04-02 held SRB: HRV SRB, 2/2",),
    ),
    Story(
        name="a wire story reworked by three papers has one origin",
        articles=(
            told("Reuters", "2024-03-06", "Norway refuses call", WIRE),
            told(
                "The Skerry",
                "2024-03-06",
                "Neighbour hangs up",
                WIRE.replace("The ministry gave no other reason", "The ministry did not give any other reason"),
            ),
            told(
                "The Moor",
                "2024-03-07",
                "Sweden rebuffed",
                WIRE.replace(
                    " Trade across the border was not affected, customs officers in Svinesund said on "
                    "Wednesday morning.",
                    " (Reporting by Kari Lund)",
                ),
            ),
            told(
                "The Sound",
                "2024-03-07",
                "Stockholm: they would not talk",
                "Norway declined a call between the defence ministers on Tuesday, the Swedish defence ministry said.",
            ),
        ),
        steps=(
            "2024-03-04 requested SWE: NOR SWE, 3/1",
            "2024-03-05 declined NOR: NOR SWE, 4/2",
        ),
    ),
    Story(
        name="a second edition tells more, and the first counts no more",
        articles=(
            told(
                "Fjordwire",
                "2024-01-15",
                "Greece cuts line with Turkey",
                "Greece suspended its military hotline with Turkey on Sunday, the Greek defence ministry said.",
                "https://fjordwire.example/1",
            ),
            told(
                "Fjordwire",
                "2024-01-16",
                "(2nd LD) Greece cuts line with Turkey",
                "Greece suspended its military hotline with Turkey on Sunday, the Greek defence ministry said. On "
                "Monday Turkey asked Greece for a meeting of the defence ministers.",
                "https://fjordwire.example/1",
            ),
        ),
        steps=(
            "2024-01-14 suspended GRC: GRC TUR, 1/1",
            "2024-01-15 requested TUR: GRC TUR, 1/1",
        ),
    ),
    Story(
        name="two requests, each with its own answer",
        articles=(
            told(
                "The Sound",
                "2024-03-05",
                "Sweden asks",
                "On Monday Sweden asked Norway for a telephone call between the defence ministers, the "
                "Swedish defence "
                "ministry said.",
            ),
            told(
                "The Fjord",
                "2024-03-06",
                "Norway refuses",
                "Norway declined a telephone call with Sweden's defence minister on Tuesday, the defence ministry in "
                "Oslo said.",
            ),
            told(
                "The Sound",
                "2024-05-07",
                "Sweden asks again",
                "On Monday Sweden asked Norway for a meeting of the foreign ministers, the Swedish ministry said.",
            ),
            told(
                "The Fjord",
                "2024-05-09",
                "Norway agrees",
                "On Wednesday Norway accepted a meeting with the Swedish foreign minister, the ministry in Oslo said.",
            ),
        ),
        steps=(
            "2024-03-04 requested SWE: NOR SWE, 1/1",
            "2024-03-05 declined NOR: NOR SWE, 1/1",
            "2024-05-06 requested SWE: NOR SWE, 1/1",
            "2024-05-08 accepted NOR: NOR SWE, 1/1",
        ),
        links=(
            "answers: declined 2024-03-05 -> requested 2024-03-04",
            "answers: accepted 2024-05-08 -> requested 2024-05-06",
        ),
        absent=("answers: accepted 2024-05-08 -> requested 2024-03-04",),
    ),
)
