"""The last rules by which a single line of a raw text is noise: crumbs of a site's path, rows of links, teasers of
other articles, imprints and appeals for money. Examples for and against stand beside each rule, and both run as tests.
"""

from __future__ import annotations

from briefwright.passages.shapes import LineRule, rule

_PART = r"[^\n»›|·•.!?\"]{2,40}"
_SECTION = (
    r"(?:business|science|opinion|politics|culture|sports?|technology|tech|news|world|health|markets|money|life|style|"
    r"travel|weekend|comment|features|video|the author|our [\w-]+|this (?:series|section|issue))"
)

MARGIN_RULES: tuple[LineRule, ...] = (
    rule(
        "path of a site",
        "navigation",
        18,
        # a folded "»" is a plain quotation mark; one with spaces on both sides quotes nothing
        rf"^{_PART}(?: [\"›>] {_PART}){{2,6}}$",
        ("The Ledger Note » Strategy » Data", "Kettle Hub » News » Posted by editor7"),
        ("She said »no« and left.", "Kettle 2 › Kettle 1 in every test.", 'The "kettle" and the "pot" were sold'),
    ),
    rule(
        "row of ways to share",
        "share buttons",
        12,
        r"^(?:share|forward|pass (?:it|this) on)(?: (?:this|on|via))*: ?[\w-]+(?: ?[·•|,/] ?[\w-]+){1,7}$",
        ("Share: Bluebox · Linkwell · Mail", "Share via: Plaza | Mail | Print"),
        ("Shares: Kettle and Orrin fell.", "Share: 12 percent of the firm."),
    ),
    rule(
        "row under comments",
        "navigation",
        12,
        r"^\d+ (?:comments?|replies|responses)\b ?[|·•] ?(?:log in|sign in|reply|add|leave|share|show)\b.*$",
        ("14 comments · Log in to reply", "3 replies | Add yours"),
        ("14 comments asked for a recall.",),
    ),
    rule(
        "teaser by its label",
        "teaser",
        24,
        r"^(?:you (?:might|may) also (?:like|enjoy)|(?:older|newer|next|previous|earlier|last) (?:post|article|story|"
        rf"entry|issue)|more (?:from|in|on) {_SECTION}|also in {_SECTION}|elsewhere on (?:this|the) (?:site|blog)|"
        r"from (?:the|our) archives?|don't miss|in case you missed it|up next|read next|editors?'?s? picks?): .{4,}$",
        (
            "More in Opinion: Why I still iron my newspaper",
            "Older post: I dropped a kettle into a fjord so you don't have to",
            "You might also like: 12 celebrities who secretly can't swim",
            "More from Science: Why swifts sleep on the wing",
        ),
        ("More in the spring: the board meets again.", "Next: Kettle 3 ships in May."),
    ),
    rule(
        "trademarks",
        "imprint",
        60,
        r"\b(?:is|are) (?:a )?(?:registered )?(?:trade ?marks?|service marks?) of\b|"
        r"\b(?:all )?other (?:trade ?)?(?:marks|names|brands)\b.{0,60}\b(?:belong to|are (?:the )?property of)\b",
        (
            "Kettle and Orrin are registered trademarks of Orrin Holdings, S.A.",
            "All other marks belong to their respective owners.",
        ),
        ("Orrin sued over its trademark.", "The marks belong to the pupils."),
    ),
    rule(
        "why it was sent",
        "newsletter footer",
        40,
        r"\byou(?:'re| are| have) (?:getting|receiving|received) this"
        r"(?: e?-?mail| message| newsletter| letter| digest)? because\b",
        (
            "You are getting this because you signed up at kettle.example.",
            "You're receiving this e-mail because you asked.",
        ),
        ("You are getting this wrong because nobody tests it.",),
    ),
    rule(
        "appeal for money",
        "advertisement line",
        16,
        r"^(?:support|back|fund|join|subscribe to|become a (?:member|supporter|friend) of) [^.]{2,60}"
        r"(?: from| for(?: just| only)?) [$€£]\s?\d[^.]{0,30}$"
        r"|\b(?:find out|try it|get it|yours|learn more)(?: now| today)? for (?:just |only )?[$€£]\s?\d",
        ("Support the Lookout from €1 a week", "Who were your ancestors? Find out for just €1 with RootFinder"),
        ("Join Orrin for $40 million, the offer said.", "Support ends in May, from €1 to nothing."),
    ),
    rule(
        "last call",
        "advertisement line",
        24,
        r"\b(?:reserve|book|secure|claim) your (?:stand|seat|ticket|place|spot|booth|table)\b[^.]{0,60}"
        r"(?:\bsave \d|\bbefore\b|\btoday\b|\bnow\b|%)",
        (">> Reserve your stand at Kettle Expo before Friday and save 15% <<",),
        ("Members reserve a seat for the minister.",),
    ),
    rule(
        "how to reach the desk",
        "page footer",
        24,
        r"^(?:contact|write to|reach|e-?mail)(?: the)? (?:authors?|reporters?|writers?|editors?|newsroom|desk)\b"
        r"[^.]{0,30}"
        r"[\w.+-]+@[\w-]+\.\w+"
        r"|^(?:send|mail) (?:us )?(?:news|tips|letters|corrections) to [\w.+-]+@[\w-]+\.\w+",
        (
            "Contact the authors: tips@ledger.example",
            "Send news to desk@kettle.example | Change your address | Back issues",
        ),
        ("Send the log to bugs@kettle.example before you update.", "The editors wrote to the minister."),
    ),
)
