"""Tables that sum up others for one question each: what they must hold, and how they are made anew.

They are kept by triggers in the transaction that writes, or settled at its end (`tallying`); what is here says the same
once more, for `doctor`.
"""

from __future__ import annotations

#: What stands between two names in one column.
BETWEEN = "\x1f"
#: What is counted together in the table ``tally``, and the words of ``counted`` that tell what it has in common.
WORDS = {
    "month": "substr(day, 1, 7)",
    "year": "substr(day, 1, 4)",
    "type": "type",
    "channel": "channel",
    "level": "level",
    "outlet": "outlet",
    "pair": "pairs",
    "month type": "substr(day, 1, 7) || ' ' || type",
}
#: Every record that is counted, once of all and once of each of its sides.
_OF_SIDES = (
    "SELECT '' told, counted.* FROM counted UNION ALL SELECT side, counted.* FROM involved JOIN counted USING (record)"
)
_COUNTED = " UNION ALL ".join(
    f"SELECT told, kind, '{by}', {word}, count(DISTINCT deed), count(*), count(DISTINCT article),"
    f" count(DISTINCT family) FROM ({_OF_SIDES}) WHERE deed IS NOT NULL GROUP BY told, kind, 4"
    for by, word in WORDS.items()
)
#: The links that contradict, as `disputed` lists them.
_DISPUTED_DAY = "coalesce((SELECT max(day) FROM record WHERE record.id IN (subject, object)), '')"
_CONTRADICTING = "relation = 'contradicts' AND withdrawn_at IS NULL"
_DISPUTED = " UNION ".join(
    (
        f"SELECT '', {_DISPUTED_DAY}, judgement.no FROM judgement WHERE {_CONTRADICTING}",
        f"SELECT scope, {_DISPUTED_DAY}, judgement.no FROM judgement WHERE {_CONTRADICTING}",
        *(
            f"SELECT {side}, {_DISPUTED_DAY}, judgement.no FROM judgement"
            " JOIN record told ON told.id IN (subject, object) JOIN pair ON pair.record = told.no"
            f" WHERE {_CONTRADICTING} AND low || ' ' || high = scope"
            for side in ("low", "high")
        ),
    )
)
#: Everybody in what is counted: by name, for which side, and whether as the source of a statement.
_PEOPLE = (
    "SELECT counted.*, one.value ->> 0 AS name, one.value ->> 1 AS of, one.value ->> 2 AS speaks"
    " FROM counted JOIN json_each(nullif(people, '')) one WHERE deed IS NOT NULL"
)
_ALL = "count(DISTINCT deed), count(DISTINCT record), count(DISTINCT article), count(DISTINCT family)"
_TYPED = f"name || char({ord(BETWEEN)}) || type"
#: People by kind of record; of all kinds, everywhere and of their side; what they said, and the contacts they were in.
#: An event that codes another record would count it twice.
_NAMED = " UNION ALL ".join(
    f"SELECT {side}, {kind}, '{by}', {word}, {_ALL} FROM ({_PEOPLE} AND {where}) GROUP BY 1, 2, 4"
    for side, kind, by, word, where in (
        ("''", "kind", "person", "name", "TRUE"),
        ("''", "''", "person", "name", "kind <> 'event'"),
        ("of", "''", "person", "name", "kind <> 'event'"),
        ("''", "kind", "person type", _TYPED, "(kind = 'contact' OR kind = 'statement' AND speaks)"),
    )
)
#: Outlets by the two sides of which they tell; and what two sides have with each other, and whoever else is with them.
_PAIRED = (
    f"SELECT low || char({ord(BETWEEN)}) || high, counted.kind, 'pair', pairs, count(DISTINCT deed), count(*),"
    " count(DISTINCT counted.article), count(DISTINCT family) FROM pair JOIN counted USING (record)"
    " WHERE deed IS NOT NULL GROUP BY low, high, counted.kind, pairs UNION ALL"
    f" SELECT low || char({ord(BETWEEN)}) || high, '', 'outlet', outlet, count(DISTINCT deed), count(*),"
    " count(DISTINCT counted.article), count(DISTINCT family) FROM pair JOIN counted USING (record)"
    " WHERE deed IS NOT NULL AND counted.kind <> 'event' GROUP BY low, high, outlet"
)
#: What each table holds, row by row.
SUMS = {
    "step": (
        "SELECT low, high, record.level || ' ' || record.channel || ' ' || record.type || ' ' || factuality,"
        " pair.day, record.no"
        " FROM pair JOIN record ON record.no = pair.record WHERE pair.kind = 'contact'"
    ),
    "voice": (
        "SELECT DISTINCT party.side, record.kind, record.no FROM record JOIN credit ON credit.record = record.no"
        " JOIN record said ON said.id = credit.statement AND said.article = record.article"
        " JOIN party ON party.record = said.no WHERE party.role = 'source'"
    ),
    "counted": (
        "SELECT record.no, article.no, coalesce(family, article.id), deed, kind, day, coalesce(type, ''),"
        " coalesce(channel, ''), coalesce(level, ''), coalesce(outlet, ''),"
        " coalesce((SELECT group_concat(low || ' ' || high, ', ') FROM pair WHERE pair.record = record.no), ''),"
        " coalesce((SELECT group_concat(side, char(31)) FROM involved WHERE involved.record = record.no), ''),"
        " coalesce((SELECT json_group_array(json(told)) FROM ("
        "   SELECT json_array(person, side, max(role = 'source')) AS told FROM party"
        "   WHERE party.record = record.no AND person IS NOT NULL GROUP BY person, side ORDER BY 1)"
        "   HAVING count(*)), '')"
        " FROM record JOIN article ON article.no = record.article WHERE TRUE"
    ),
    "disputed": f"SELECT * FROM ({_DISPUTED})",
    "tally": f"SELECT * FROM ({_COUNTED} UNION ALL {_NAMED} UNION ALL {_PAIRED})",
    "coverage": (
        "SELECT DISTINCT low, high, coalesce(published_from, ''), article.no"
        " FROM pair JOIN record ON record.no = pair.record JOIN article ON article.no = record.article"
    ),
}
