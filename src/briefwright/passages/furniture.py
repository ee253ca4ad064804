"""The rules by which a single line of a raw text is noise: each with its reason, and examples for and against.

The rules know the furniture of web pages, nothing of any story. All patterns are read on folded text (straight quotes
and hyphens) without regard to case.
"""

from __future__ import annotations

from briefwright.passages.closings import CLOSING_RULES
from briefwright.passages.margins import MARGIN_RULES
from briefwright.passages.pages import PAGE_RULES
from briefwright.passages.pitches import PITCH_RULES
from briefwright.passages.shapes import DATE, DATE_LINE, LineRule, rule

_EDGE = r"[\W_]*"
#: "Share | Comments (41) | RSS"
_LINK = (
    r"(?:share|comments?|rss|print|e-?mail|save|home|news|permalink|reply|subscribe|about|contact|archives?|top"
    r"|like|menu)"
)
_NAME = r"[A-Z][\w'.-]*(?: (?:[A-Z][\w'.-]*|de|van|von|der|bin|al)){0,4}"

LINE_RULES: tuple[LineRule, ...] = (
    rule("no words", "no words", 40, r"\A[\W_]*\Z", ("📰", ",", "* * *", "-----"), ("A", "5 %", "…and then")),
    rule(
        "navigation",
        "navigation",
        8,
        (
            rf"^(?!\".*\"$){_EDGE}(?:home|menu|search|skip to (?:main )?content|categories|archives?|navigation|post "
            rf"navigation|(?:previous|next)(?: (?:article|post|story))?"
            r"|table of contents|contents|in this article|jump to|back to top|load more|show more|view all|see all"
            r"|read more|print|share|log in|login|sign in|register|contact(?: us)?"
            r"|about(?: us| the author)?|no (?:related )?(?:articles|posts|comments)(?: found| yet)?|loading"
            r"|advertise(?: with us)?|terms (?:of (?:use|service))?|privacy policy"
            r"|all rights reserved|site ?map|follow us(?: on [\w ,&]+)?|tags|share (?:this|on|via|to)? ?(?:article"
            r"|story|post|page|email|facebook|x|twitter|linkedin|whatsapp)?"
            rf"|save|bookmark|listen to (?:this )?article|comments? (?:are )?(?:closed|off)|\d+ (?:comments?|shares"
            rf"|views|likes))s?{_EDGE}$"
        ),
        ("Share Article", "Skip to content", "No related articles found", "Read more »", "« Previous", "12 Comments"),
        (
            "Share prices fell",
            "About 40 people left the laboratory.",
            "Home robots are the next market",
            "Search engines changed.",
        ),
    ),
    rule(
        "breadcrumbs",
        "navigation",
        16,
        (
            r"^(?:home|news|start)(?: ?[>\"/|›] ?[\w &'.-]{2,40})+$|^[^\W\d]+(?: ?[|›] ?[^\W\d]{2,20}(?: "
            r"[^\W\d]+)?){3,}$"
            rf"|^{_LINK}(?: \(\d+\))?(?: ?[|·•] ?{_LINK}(?: \(\d+\))?)+$"
        ),
        ("Home > News > Chips", "News | Business | Science | Sport", "Share | Comments (41) | RSS"),
        ("Home prices / rents rose.", "Ann Lee | Chair", "Memory | 96 GB | 256 GB | 288 GB"),
    ),
    rule(
        "share buttons",
        "share buttons",
        14,
        (
            rf"^(?:share(?: (?:this|on|via|article|story))*:?)?(?:{_EDGE}(?:facebook|twitter|x|linkedin|whatsapp"
            rf"|telegram|reddit|e-?mail|pinterest|copy link|print|threads|bluesky|mastodon|flipboard)\b)+{_EDGE}$"
        ),
        ("Facebook Twitter LinkedIn", "Share this: X | Reddit | Email"),
        ("Facebook left the alliance.", "Twitter and Reddit reacted"),
    ),
    rule(
        "reply form",
        "reply form",
        40,
        (
            r"required fields are marked|e-?mail address will (?:not|never) be (?:published|shown)"
            r"|feel free to contribute|save my name,? e-?mail|want to join the discussion|notify me of (?:new|follow)"
            r"|you must be logged in"
            r"|logged in to (?:post|leave|comment|reply)|^leave (?:a|your) (?:reply|comment)\W*$"
            r"|^(?:post|submit|add|cancel) (?:a )?(?:comment|reply)\W*$"
        ),
        (
            "Your e-mail address will never be shown.",
            "Required fields are marked *",
            "Leave a Reply",
            "Leave a Comment",
            "Feel free to contribute!",
            "You must be logged in to post a comment.",
        ),
        ("They leave a comment period of 30 days.", "He asked to leave a reply open."),
    ),
    rule(
        "comments wanted",
        "call to comment",
        40,
        (
            r"(?:share|leave|drop|tell us|post|give us) (?:us )?(?:your|a) (?:\w+ )?(?:opinions?|thoughts?|views?"
            r"|comments?|take|experiences?)\b.*(?:below|comments?|with us)|(?:tell us|let us know|sound off|weigh in)"
            r" in the comments|let us know (?:what you think|your)"
            r"|^what (?:are your thoughts|do you think)\b[^\"]*\?$|in the comments(?: section)? below|join the "
            r"conversation (?:below|on|in)"
        ),
        (
            "What do you think about open chips? Tell us your thoughts in the comments below!",
            "Let us know in the comments.",
            "What do you think about the merger? Tell us in the comments!",
            "What are your thoughts?",
        ),
        ('The director asked: "What do you think your work is worth?"', "Analysts share their opinions on the deal."),
    ),
    rule(
        "tags",
        "tags",
        60,
        (
            rf"^{_EDGE}(?:tags?|topics?|filed under|categor(?:y|ies)|keywords?|hashtags?|labels?|tagged(?: with)?"
            rf"|posted in|more on these topics)\s*:|^(?-i:TAGS|TOPICS|KEYWORDS|CATEGORIES) |^(?:#[^\W_][\w-]*[ "
            rf",]*){{2,}}$"
        ),
        ("Tags: #chips #lidar", "#Chips #Lidar #Robots", "Filed under: Business, Chips", "Keywords: lidar, radar"),
        (
            "The topics of the meeting were: chips and lidar.",
            "#1 in the ranking is Orrery.",
            "Tags are printed on the box.",
        ),
    ),
    rule(
        "advertisement line",
        "advertisement line",
        34,
        (
            r"^[^\w\"'(]*(?:for (?:a deep(?:er)? dive|more|further (?:details|information|reading)|additional \w+)"
            r"(?: details| information| background)? (?:on|about|into)\b.*\b(?:see|read|check|visit|explore|click"
            r"|follow)\b|learn more (?:about|on|at)\b|(?:continue|keep) (?:learning|reading)\b|(?:read|see|watch"
            r"|listen)(?: also| more| next| now| here)?:|(?:read|see) (?:also|more|next)\b|also read\b|"
            r"further reading:"
            r"|related:|up next\b|next up\b|next, (?:explore|read)|click (?:the link|below)|check out (?:our|this|the"
            r" (?:full|latest|best))|don't miss (?:our|this|the)|(?:explore|discover) (?:more|our)\b|you may also"
            r" (?:like|enjoy)|(?:download|get|grab|try|order|buy) (?:our|the free|your (?:free|copy)|it (?:here|"
            r"now))\b"
            r"|ad:|(?:sponsored|promoted|partner)(?: (?:content|post|article|link|story))?\W*$|sponsored:"
            r"|advertisement\W"
            r"|this (?:article|post|content) (?:is|was) (?:sponsored|brought to you)|brought to you by"
            r"|save \d+ ?% on\b"
            r"|limited[- ]time offer|use (?:the )?(?:promo |discount )?code\b)|\bclick here\b"
            r"|\bour (?:full|complete|ultimate|free) (?:\w+ )?(?:guide|review|course|e-?book)\b"
        ),
        (
            "For a deep dive on ten ways to store apples, see our full guide",
            "Learn more about the best garden chairs",
            "Continue learning: Next, explore kettle prices",
            "Read also: The ten best kettles",
            "🔥 Want a faster kettle? Click here for our complete guide",
            "ADVERTISEMENT: kettles",
            "Sponsored content",
            "Check out our guide to kettles",
            "Use code KETTLE for 10 % off",
        ),
        (
            "For more than two years the laboratory has released its models openly.",
            "Learn from history, the chair said.",
            "Sponsored by the ministry, the institute opened in 2019.",
            "In partnership with the ministry, Orrery opened a school.",
            "Watch the laboratory closely.",
            "Promoted to director in May, Ines Aldabe left in June.",
            "Read the licence before you build on it.",
        ),
    ),
    rule(
        "subscription",
        "subscription",
        45,
        (
            r"\b(?:subscribe|sign up|signup)\b.{0,40}\b(?:newsletter|updates|channel|now|today|inbox|alerts"
            r"|mailing list|podcast|for free)\b|(?:delivered|straight|sent) (?:directly )?to your inbox"
            r"|^(?:subscribe|newsletter|sign up)\W*$"
            r"|^follow (?:us|me|@\w+)\b|^join (?:our|the) (?:\w+ )?(?:newsletter|mailing list|community|channel"
            r"|telegram|discord|\d[\d,]* \w+)|^support (?:our|independent) (?:work|journalism)|become a (?:member"
            r"|subscriber)|already a (?:member|subscriber)\?"
        ),
        (
            "Subscribe to our newsletter",
            "Sign up for daily updates!",
            "The best stories, delivered straight to your inbox.",
            "Follow us on Mastodon",
        ),
        (
            "The chairman asked the board to sign up to the new terms.",
            "Followers of the project were surprised.",
            "Users subscribe to the service for 10 euros.",
        ),
    ),
    rule(
        "caption",
        "caption",
        45,
        (
            r"^\W*(?:photo(?:graph)?|image|picture|illustration|caption|graphic|credit|source image|video|file "
            r"photo|screenshot|cover image|featured image)s?(?: (?:credit|by|courtesy(?: of)?|source|via"
            r"|caption))*\s*[:/|]"
            r"|^\W*(?:photo(?:graph)?|image|picture|illustration) (?:by|courtesy of|via|from) \S"
            r"|[.)] ?\(?(?:photo(?:graph)?|image|picture|credit|courtesy(?: of)?):? (?-i:[A-Z])[\w./ &-]{2,40}\)?\W*$"
            r"|\((?:photo(?:graph)?|image|picture|file photo|credit|illustration)(?::| by| courtesy)[^()]*\)\W*$"
            r"|(?:/ ?|\bvia |© ?)(?:getty images|afp|reuters|ap|shutterstock|unsplash|pexels|istock|bloomberg)\W*$"
            r"|\bfile photo\b\W*$|^getty images\W*$|^(?:an )?artist'?s impression\b"
        ),
        (
            "Photo: Mira Tan",
            "Image credit: Orrery Labs",
            "Ines Aldabe at the opening (Photo: Mira Tan)",
            "Ines Aldabe in Lisbon. Jo Tan / Reuters",
            "Photo by Mira Tan on Unsplash",
        ),
        (
            "Photo editing is the first use of the model.",
            "Images are what the model reads, too.",
            "The picture is mixed.",
        ),
    ),
    rule(
        "byline",
        "byline",
        14,
        rf"^(?:(?:written|reported|posted|edited|translated|words)(?: and (?:edited|photographed))? )?by:? "
        rf"(?-i:{_NAME})(?:(?:,| and| \||[ ]-) ?(?-i:{_NAME})){{0,3}}(?: ?[|,·-] ?{DATE})?\W?$"
        rf"|^\W?(?:reporting|editing|additional reporting|writing|translation) by (?-i:{_NAME})|^(?-i:{_NAME}),? "
        rf"(?:is an? )?(?:staff (?:writer|reporter)|senior (?:reporter|editor|writer)|editor-in-chief|chief "
        rf"editor|(?:technology|business|science) (?:reporter|editor|correspondent|writer))\W?$"
        rf"|^(?:author|writer|reporter|editor|posted by|written by|source):? (?-i:{_NAME})\W?$"
        r"|^posted by \S+ (?:on|in|at)\b",
        (
            "by Chief Editor",
            "By Mira Tan and Jo Reyes",
            "By Mira Tan | March 3, 2026",
            "(Reporting by Mira Tan; editing by Jo Reyes)",
            "Mira Tan, Technology Reporter",
            "Author: Mira Tan",
            "Posted by mt on the Lantern blog.",
        ),
        (
            "By Tuesday the whole team of the laboratory had gone.",
            "By March 2026 the team was gone.",
            "Editor tools are in the second release.",
            "By Monday evening",
        ),
    ),
    rule(
        "date line",
        "date line",
        14,
        DATE_LINE.pattern,
        (
            "Mar 5, 2026",
            "Published: 3 March 2026, 10:15 GMT",
            "4 min read",
            "March 3, 2026 | 5 min read",
            "2 hours ago",
        ),
        ("March 3, 2026 was the last day of the laboratory.", "2026", "In March 2026"),
    ),
    rule(
        "letterhead",
        "letterhead",
        30,
        (
            r"^\W*(?:(?:for )?immediate release|press release|news release|embargoed until|(?:-+ ?)?ends?(?: "
            r"?-+)?|notes? to editors"
            r"|\d+ words?)\W*$|^(?:media|press|investor|editorial)(?: relations)? (?:contacts?|inquiries|"
            r"enquiries)\s*:"
            r"|^for (?:media|press|further) (?:inquiries|enquiries|information),? (?:please )?(?:contact"
            r"|e-?mail|call)\b"
            r"|^(?:from|to|cc|bcc|date|sent|reply-to|message-id|in-reply-to|references|list-id|mailing list"
            r"|x-[\w-]+): ?\S"
            r"|^to unsubscribe\b|\bunsubscribe (?:here|from this list)|^(?:begin|end) forwarded message"
        ),
        (
            "FOR IMMEDIATE RELEASE",
            "Media contact: Mira Tan, press@orrery.example",
            "From: Mira Tan <mt@orrery.example>",
            "ENDS",
        ),
        (
            "From Lisbon to Porto: a journey",
            "The press release names no date.",
            "To be sure: nobody knows.",
            "Endings are hard.",
        ),
    ),
    rule(
        "copyright",
        "copyright line",
        60,
        (
            r"^\W*(?:©|\(c\) ?\d|copyright\b(?! (?:law|claim|holder|case|suit|infring|protect|office|act|dispute"
            r"|fight|reform)))|\ball rights reserved\b|(?:may not|must not) be (?:reproduced|republished|copied)"
            r"|reproduction .{0,40}(?:prohibited|forbidden)"
        ),
        ("© 2026 The Lisbon Courier", "Copyright 2026 Orrery Media. All rights reserved."),
        ("Copyright law is unclear here.", "The licence lets anyone copy the model."),
    ),
    rule(
        "cookies",
        "cookie banner",
        60,
        (
            r"\bcookies?\b.{0,80}\b(?:accept|consent|experience|preferences|settings|policy|agree|analytics)\b"
            r"|\b(?:we use|uses?|accept(?: all)?|manage|reject(?: all)?) cookies\b"
        ),
        ("We use cookies to improve your experience.", "Accept all cookies"),
        ("The robot bakes cookies in ten minutes.",),
    ),
    rule(
        "page furniture",
        "page furniture",
        45,
        (
            r"^this (?:article|post|story|content) (?:was (?:originally |first )?(?:published|posted|generated"
            r"|translated)|originally appeared|may contain affiliate|has been (?:updated|edited))|\baffiliate "
            r"(?:links?|commission)\b"
            r"|^(?:disclaimer|disclosure|legal notice)\s*:|javascript (?:is|must be) (?:disabled|enabled)|please "
            r"enable javascript|your browser (?:does not|doesn't) support|^\W*(?:advertisement|ad|sponsored)\W*$"
            r"|^\W*page \d+(?: of \d+)?\W*$"
        ),
        (
            "This article was originally published on another site.",
            "Disclaimer: No advice.",
            "Please enable JavaScript to go on.",
        ),
        ("This article of the licence forbids resale.", "This story has an old beginning."),
    ),
    *PITCH_RULES,
    *PAGE_RULES,
    *MARGIN_RULES,
    *CLOSING_RULES,
)
