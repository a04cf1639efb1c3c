"""The sentences in which a site speaks of itself: a table of patterns, each with an invented sentence it is for.

To add one, write the pattern for a sentence's beginning wherever that is possible, a word it cannot do without, and
an example; the tests run every example.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """One rule. ``needs`` is a lower-case literal without which the pattern cannot match; it keeps the rule cheap.

    ``leads`` tells that the unfinished lines after the notice belong to it.
    """

    why: str
    needs: str
    pattern: re.Pattern[str]
    example: str
    leads: bool = False


def _notice(why: str, needs: str, pattern: str, example: str, *, leads: bool = False) -> Notice:
    return Notice(why, needs, re.compile(pattern, re.IGNORECASE), example, leads)


_OWN = r"\bour (?:(?:new|own|free|premium|daily|weekly|award-winning|dedicated|mobile|online|\w+) ){0,3}"
_CHANNELS = r"(?:twitter|x|facebook|instagram|telegram|whatsapp|youtube|google news|linkedin|threads|tiktok|bluesky)"

NOTICES: tuple[Notice, ...] = (
    # Adverts for the site's own products
    _notice(
        "advert",
        "app",
        r"^(?:get|download|install|try|for (?:the latest|more|all|breaking|live))\b.*"
        r"\b(?:our|the|free|mobile|news)\b.*\bapps?\b",
        "For more from the Harbour Gazette get our free app.",
    ),
    _notice(
        "advert",
        "our ",
        r"^(?:get|discover|explore|try|find|check|join|learn|see|visit)\b.*"
        + _OWN
        + r"(?:platform|service|hub|channel|edition|podcast|app|magazine|series|database|tracker|community)\b",
        "Get the background with Gazette Learn, our new platform of charts and timelines.",
    ),
    _notice(
        "advert",
        "do you have questions",
        r"^do you have questions about\b",
        "Do you have questions about the stories that shape our ports?",
    ),
    _notice("advert", "brought to you by", r"\bbrought to you by our\b", "Explainers brought to you by our newsroom."),
    _notice(
        "advert",
        "subscri",
        r"^\W*(?:subscribe|you can now subscribe|already a subscriber|become a subscriber"
        r"|this (?:article|story|content) is (?:only )?(?:for|available to) (?:our )?subscribers)\b",
        "Subscribe to the Gazette for unlimited reading.",
    ),
    _notice(
        "advert", "continue reading", r"^(?:to )?continue reading\b", "To continue reading, log in to your account."
    ),
    _notice("advert", "free trial", r"^start (?:your|a) free trial\b", "Start your free trial today."),
    _notice(
        "advert",
        "journalism",
        r"^(?:please )?(?:support|donate to) (?:our|independent|quality)\b.*"
        r"\b(?:journalism|work|newsroom|reporting)\b",
        "Please support our independent journalism.",
    ),
    _notice(
        "advert",
        "available online",
        r"\b(?:daily|newspaper|edition|magazine) is available online\b",
        "The Gazette daily newspaper is available online now.",
    ),
    _notice(
        "advert",
        "podcast",
        r"^(?:listen|subscribe|tune in)\b.*\b(?:podcasts?|episodes?)\b",
        "Listen to our weekly podcast on sea power.",
    ),
    _notice(
        "advert",
        "follow ",
        r"^\W*(?:please )?(?:like and )?follow "
        r"(?:us|our [\w ]+|@?[\w ]+ news|the [\w ]+) on (?:\w+ and )?" + _CHANNELS + r"\b",
        "Follow us on Telegram and never miss a story.",
    ),
    _notice(
        "advert",
        "join our",
        r"^\W*join our (?:[\w]+ ){0,3}(?:channel|group|community)\b",
        "Join our WhatsApp channel for updates.",
    ),
    _notice(
        "advert",
        "latest",
        r"^\W*(?:catch|get|read|check out|stay)\b.{0,40}\b(?:latest|breaking|live|top|all the)\b.*"
        r"\b(?:updates?|headlines|events|stories|newsletter|app|website|here)\b",
        "Catch all the latest shipping news and live updates on the Gazette.",
    ),
    _notice(
        "advert",
        "stay ",
        r"^\W*stay (?:tuned|updated|informed|connected|up to date|ahead)\b.*\b(?:with|to|on)\b",
        "Stay informed with the Gazette's morning briefing.",
    ),
    _notice(
        "advert",
        "your support",
        r"^we(?:['’]ve| have| are|['’]re) .{0,30}\byour support\b",
        "We are grateful for your support.",
    ),
    _notice(
        "advert",
        "the ",
        r"^(?:get the (?:news|latest|facts|stories|best)|keep up with|never miss)\b",
        "Keep up with the harbour.",
    ),
    # Newsletter forms
    _notice(
        "newsletter form",
        "newsletter",
        r"^\W*(?:sign up|get|join|receive|enter|try|discover)\b.*\bnewsletters?\b",
        "Sign up to our Friday newsletter.",
    ),
    _notice("newsletter form", "inbox", r"\b(?:to|in) your inbox\b", "The day's stories, delivered to your inbox."),
    _notice("newsletter form", "email", r"^(?:please )?enter (?:your|a valid) e?-?mail\b", "Enter your email address."),
    _notice(
        "newsletter form",
        "signing up",
        r"^by (?:signing up|subscribing|clicking)\b",
        "By signing up, you agree to our terms.",
    ),
    _notice(
        "newsletter form", "subscribing", r"^thank(?:s| you) for (?:subscribing|signing)", "Thanks for subscribing!"
    ),
    # Comments
    _notice(
        "comment notice",
        "comment",
        r"\b(?:suspend\w*|clos\w+|disabl\w+|turn\w* off|moderat\w+)\b.{0,30}"
        r"\b(?:article |reader |user )?comment(?:s|ing)\b(?! on\b)",
        "We have closed article commenting for now.",
    ),
    _notice(
        "comment notice",
        "comment",
        r"^\W*(?:(?:article |reader )?comments (?:are|have been|on this)"
        r"|(?:please )?enter your comment|(?:leave|post|add|write) (?:a|your) comment|be the first to comment"
        r"|(?:log|sign) in to (?:leave a )?comment|view (?:all )?comments|show comments)\b",
        "Comments are closed on this story.",
    ),
    _notice(
        "comment notice",
        "place for users",
        r"\b(?:safe|engaging|friendly) place for users\b",
        "We want to build a safe place for users to meet.",
    ),
    _notice(
        "comment notice",
        "comment",
        r"\b(?:comment(?:ing)?|community) (?:policy|guidelines|rules|standards)\b.*"
        r"\b(?:you|your|our|we|here|read)\b",
        "Read our comment policy before you write.",
    ),
    _notice(
        "comment notice",
        "community",
        r"^(?:please )?(?:read|see|follow|respect) our community (?:guidelines|rules)",
        "Please respect our community guidelines.",
    ),
    _notice("comment notice", "required fields", r"\brequired fields are marked\b", "Required fields are marked *"),
    _notice(
        "comment notice",
        "will not be published",
        r"^your e?-?mail address will not be published\b",
        "Your email address will not be published.",
    ),
    _notice("comment notice", "enter your name", r"^please enter your name\b", "Please enter your name here"),
    _notice("comment notice", "join the", r"^join the (?:conversation|discussion|debate)\b", "Join the conversation."),
    _notice(
        "comment notice",
        "accepting comments",
        r"^(?:sorry,? )?we are (?:not|no longer) (?:currently )?accepting comments\b",
        "Sorry we are not currently accepting comments on this story.",
    ),
    _notice(
        "comment notice",
        "to join the",
        r"\b(?:log|sign) in to join the (?:conversation|discussion|debate)\b",
        "Log in to join the discussion.",
    ),
    _notice("comment notice", "comment", r"^\d+ comments?\.$", "12 comments."),
    # Sharing and contact
    _notice(
        "share notice",
        "share",
        r"^\W*share (?:this|on|via|your|the) (?:article|story|post|page|news|link|facebook"
        r"|twitter|x|whatsapp|email|thoughts|views)\b",
        "Share this story with your friends.",
    ),
    _notice(
        "share notice",
        "news tip",
        r"^(?:do you )?have (?:a|any) (?:news |story )?tips?\b",
        "Have a news tip? Write to us.",
    ),
    _notice(
        "share notice",
        "let us know",
        r"\blet us know\b.*\b(?:comments|below|what you think)\b",
        "Let us know what you think in the comments.",
    ),
    _notice(
        "share notice",
        "contact us",
        r"^(?:please )?(?:contact|write to|email) us (?:at|on|via|with)\b",
        "Contact us at the newsdesk address.",
    ),
    # Copyright
    _notice("copyright", "copyright", r"^\W*copyright\b(?=.{0,3}(?:©|\(c\)|\d{4}))", "Copyright 2022 Harbour Gazette."),
    _notice("copyright", "©", r"^\W*(?:copyright )?©", "© 2022 Harbour Gazette"),
    _notice("copyright", "(c)", r"^\(c\) ?\d{4}\b", "(c) 2022 Harbour Gazette"),
    _notice("copyright", "rights reserved", r"\ball rights reserved\b", "Harbour Gazette Ltd. All rights reserved."),
    _notice(
        "copyright",
        "may not be",
        r"^this (?:material|article|content|report) (?:may|must) not be (?:published"
        r"|reproduced|copied|broadcast)\b",
        "This material may not be published, rewritten or sold.",
    ),
    _notice(
        "copyright", "licensing rights", r"^(?:purchase|buy|acquire) licensing rights\b", "Purchase Licensing Rights"
    ),
    _notice(
        "copyright",
        "republished",
        r"\b(?:shall|may|must|can)(?:not| not) be (?:re)?(?:published|used|distributed)\b.*\b(?:form|permission|use)\b",
        "Such content shall not be republished or used in any form.",
    ),
    _notice(
        "copyright",
        "belongs to",
        r"\bpublished (?:in|on) this (?:web)?site belongs to\b",
        "All content published on this site belongs to Harbour Gazette.",
    ),
    _notice(
        "copyright",
        "reproduction",
        r"^(?:any )?(?:unauthori[sz]ed )?reproduction\b.*\b(?:prohibited|forbidden|not (?:allowed|permitted))\b",
        "Reproduction in any form without permission is prohibited.",
    ),
    _notice("copyright", "copyright", r"^copyright\b[^.]{2,60}\b(?:19|20)\d{2}\W*$", "Copyright Harbour Gazette 2022"),
    # Addresses of the site
    _notice(
        "site address",
        "address",
        r"\bcan (?:also )?be (?:accessed|reached|visited|found) (?:at|via|through|under) "
        r"(?:the following|these|this)\b.*"
        r"\baddress(?:es)?\b",
        "Gazette Online's website can also be accessed at the following addresses:",
        leads=True,
    ),
    _notice(
        "site address",
        "alternat",
        r"\b(?:website|site|portal)\b.*\balternat(?:e|ive) (?:addresses|links|domains)\b",
        "Our website has these alternative links:",
        leads=True,
    ),
    _notice(
        "site address",
        "visit",
        r"^(?:for more(?: \w+)*, )?(?:please )?visit (?:our (?:web)?site|us at|www\.|https?:)",
        "For more stories, visit our website.",
    ),
    # Disclaimers and house notes
    _notice(
        "disclaimer",
        "views ",
        r"\bviews (?:and opinions )?(?:expressed|presented)\b.*\b(?:do(?:es)? not|are (?:those|"
        r"his|her|their|solely)|not necessarily)\b",
        "The views expressed here are those of the author alone.",
    ),
    _notice(
        "disclaimer",
        "not been edited",
        r"\b(?:story|report|article) has not been edited\b",
        "Except for the headline, this story has not been edited by Gazette staff.",
    ),
    _notice(
        "disclaimer",
        "syndicated feed",
        r"\bpublished from a syndicated feed\b",
        "It is published from a syndicated feed.",
    ),
    _notice("disclaimer", "our standards", r"^our standards\b", "Our Standards: the Gazette principles."),
    _notice(
        "disclaimer",
        "developing story",
        r"^this is a (?:developing|breaking)(?: news)? story\b",
        "This is a developing story and will be updated.",
    ),
    _notice(
        "disclaimer",
        "generated",
        r"^this (?:article|story|translation|summary) (?:was|is|has been) (?:auto-?|machine"
        r"[- ]|automatically )?(?:generated|translated)\b",
        "This story was automatically generated.",
    ),
    _notice(
        "disclaimer",
        "cookies",
        r"\b(?:uses?|accept|store) (?:\w+ )?cookies\b",
        "This website uses cookies to improve your experience.",
    ),
    _notice(
        "disclaimer",
        "this audio",
        r"^this audio (?:is|was) (?:created|generated|produced)\b",
        "This audio is created with AI assistance",
    ),
    _notice(
        "disclaimer",
        "transcript",
        r"^(?:this transcript|transcripts) (?:was|were|is|are|may)\b.*"
        r"\b(?:correct|updat|revis|hurry|rush|final|contract)",
        "This transcript was made in a rush and may be updated.",
    ),
    _notice(
        "desk note",
        "(attn:",
        r"^\(ATTN:.*\)$",
        "(ATTN: UPDATES with more details in last two paragraphs)",
    ),
)
