"""Who asked to talk, and what was answered."""

from __future__ import annotations

from collections.abc import Iterator

from pourparler.brief.gathering import Material
from pourparler.brief.naming import capital, joined
from pourparler.brief.noting import quotes, told
from pourparler.brief.parts import Item, Section, Sentence
from pourparler.brief.sections.answering import count_note, none_told, not_listed, noted, wording
from pourparler.brief.tables import REPLIES
from pourparler.ledger.lines.replies import Ask, Asking
from pourparler.records.counted import counted

_OUTCOMES = {
    "accepted": "was agreed to", "held": "was followed by the contact itself", "declined": "was refused",
    "postponed": "was put off", "cancelled": "was called off", "unanswered": "was left unanswered",
    "unknown": "has no answer that is told",
}  # fmt: skip


def who_asked(material: Material) -> Section:
    """How often each side asked and how it fared, then each request with its answer, the newest first."""
    items = [Item(sentences=tuple(_ask(material, ask))) for ask in material.asks.shown]
    say = wording(material)
    items += [Item(sentences=(say.sentence(deed, material.entries),)) for deed in material.wishes.shown]
    items = [item for item in items if item.sentences]
    asking = material.whole.figures.asking if material.whole.figures else ()
    sums = tuple(sentence for one in asking if one.asked for sentence in _sum(material, one))
    return Section(
        key="asked",
        question="Who asked to talk, and what was answered?",
        answer=sums if items else (none_told(material, "request, offer or answer to one"),),
        items=tuple(items),
        rest=(
            *not_listed(material, material.asks, "request"),
            *not_listed(material, material.wishes, "wish for contact", "wishes for contact"),
        ),
    )


def _sum(material: Material, asking: Asking) -> Iterator[Sentence]:
    side = material.names.side(asking.side)
    deeds = [ask.deed or ask.reply for ask in material.asks.shown if ask.side == asking.side]
    count = count_note(material, f"{counted(asking.asked, 'request or offer', 'requests and offers')} of {side}")
    fared = joined(f"{one.count} {_fared(one.name, one.count)}" for one in asking.outcomes)
    text = f"{capital(side)} asked or invited {_times(asking.asked)}: {fared}."
    if asking.asked == 1:
        text = f"{capital(side)} asked or invited once, which {_OUTCOMES[asking.outcomes[0].name]}."
    yield Sentence(text=text, notes=noted(material, [deed for deed in deeds if deed], count))
    known = asking.asked - sum(one.count for one in asking.outcomes if one.name == "unknown")
    if asking.rate is not None and known > 1:
        answered = round(asking.rate * known)
        rate = count_note(material, f"{answered} of {known} whose outcome is told; to be refused is to be answered")
        replies = [ask.reply for ask in material.asks.shown if ask.side == asking.side and ask.reply]
        yield Sentence(
            text=f"Of the {known} whose outcome is told {_answered(answered)}{_soon(asking)}.",
            notes=noted(material, replies, rate),
        )


def _answered(answered: int) -> str:
    if not answered:
        return "none was answered, not even by a refusal"
    return f"{answered} {'was' if answered == 1 else 'were'} answered, be it by a refusal"


def _soon(asking: Asking) -> str:
    if not asking.exact:
        return ""
    days = f"{asking.median_days:g}"
    return f", after {days} {'day' if days == '1' else 'days'} at the median of the {asking.exact} known to the day"


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count:,} times")


def _fared(name: str, count: int) -> str:
    told = _OUTCOMES[name]
    return told if count == 1 else told.replace("was ", "were ").replace("has ", "have ")


def _ask(material: Material, ask: Ask) -> Iterator[Sentence]:
    """The request, and its answer in the shortest words; a request that only its answer tells, in the answer's."""
    say, entries = wording(material), material.entries
    if ask.deed is None:
        if ask.reply and told(ask.reply, entries):
            yield say.sentence(ask.reply, entries, lead="Told only by what became of a request: ")
        return
    if not told(ask.deed, entries):
        return
    if ask.reply is None or not told(ask.reply, entries):
        yield say.sentence(ask.deed, entries, tail="; no answer is told")
        return
    yield say.sentence(ask.deed, entries)
    reply, by = ask.reply, told(ask.reply, entries)
    active, passive = REPLIES[reply.type]
    done = (active if reply.by else passive).format(S=material.names.side(reply.by))
    lead = "" if material.answers(ask.deed, reply) else "The next that is told of the same contact: "
    disputed = ", which is disputed" if reply.disputed else ""
    yield Sentence(text=f"{capital(f'{lead}{say.when(reply)}')} {done}{disputed}{say.credit(by)}.",
                   notes=quotes(by))  # fmt: skip
