"""What closes a page or stands between its paragraphs: whose it is, who wrote it, what to read or do next.

All patterns are read on folded text (straight quotes and hyphens) without regard to case.
"""

from __future__ import annotations

from briefwright.passages.shapes import LineRule, rule

CLOSING_RULES: tuple[LineRule, ...] = (
    rule(
        "whose it is",
        "copyright line",
        26,
        (
            r"^(?:all )?(?:content|contents|text|texts|material|photos?|images?) (?:\(c\)|©|copyright)"
            r"|^all (?:trade ?marks|product names|brands?|logos)\b.{0,50}\b(?:belong to|are (?:the )?property of)\b"
            r"|^[^,;:]{3,40} is (?:part of|owned by|a (?:brand|title|publication|service) of) (?:the )?[^,;]{3,40}\. "
            r"(?:registered|all rights|isbn|issn|company (?:no|number))"
            r"|^(?:reprints?|permissions?|syndication|licensing)(?: (?:and|&) (?:reprints?|"
            r"permissions?))?:? ?\S+@\S+$"
            r"|^\(?(?:with|contains|includes) (?:additional )?(?:material|reporting|files|input) (?:from|by|"
            r"of) (?:the )?[^.;]{3,50}\)?\.?$"
            r"|^th(?:is|e) (?:article|story|text|post|piece|column|interview) (?:was |has been )?(?:first |"
            r"originally )?"
            r"(?:appeared|published|printed|produced|translated) (?:in|on|by|with|at|first)\b[^;]{3,90}$"
        ),
        (
            "All content © The Northern Islander 2031",
            "All trademarks belong to their owners.",
            "Harbour Post is part of the Calder Media Group. Registered in Scotland.",
            "Reprints and permissions: rights@ledger.example",
            "(With material from the Calder news agency)",
            "This article first appeared in the print edition of 14 May.",
            "This story was translated with the help of a machine.",
        ),
        (
            "All brands of the group lost customers in May.",
            "Pelmora is part of the Holm Group. It has 40 employees.",
            "All content of the archive was deleted in June.",
            "This article of the contract was signed by both sides.",
            "The material from the lab was sold to a museum.",
        ),
    ),
    rule(
        "who writes here",
        "author box",
        36,
        (
            r"^about the (?:author|writer|reporter|editor)s?: "
            r"|^(?:the )?(?:author|writer)s? (?:holds?|owns?|has|have|had) (?:no )?(?:shares?|stakes?|stock|"
            r"positions?|interests?)\b"
            r"|^(?-i:[A-ZÀ-Þ][\w'-]+ [A-ZÀ-Þ][\w' -]{2,30}?) (?:has (?:been )?(?:covered|written|reported|"
            r"covering|writing|reporting)"
            r"|covers|is (?:our|a|an|the) [\w -]{0,40}?(?:correspondent|reporter|columnist|contributing \w+|"
            r"freelance \w+|staff writer)"
            r"|writes (?:about|for|on)|reports (?:on|for)|blogs about)\b(?!.*\b(?:said|told)\b)[^\"]*"
            r"(?:\. (?:he|she|they|contact|follow|e-?mail|write to|reach)\b.*|\bfor (?:this|the) (?:paper|"
            r"magazine|newsletter|site)\.)$"
        ),
        (
            "About the author: Nora Whitlow writes about energy.",
            "The author holds no shares in any company mentioned here.",
            "Peter Isbister has covered the islands since 2012. He lives in Finstown with two dogs.",
            "Nora Whitlow is our energy correspondent. Contact: nora@ledger.example",
        ),
        (
            "Nora Whitlow has written the code of the tokenizer since 2012.",
            "The author of the memo has left the company.",
            "Peter Isbister has covered the losses of the fund. He told the board so in May.",
            "Ruth Amsel is an analyst at Calder. She expects a sale.",
        ),
    ),
    rule(
        "what to do next",
        "page furniture",
        18,
        (
            r"^\W*(?:next|previous|older|newer) (?:article|story|post|entry)(?: ?[→:»>|-]|\W*$)"
            r"|^(?:more|read more|also) (?:on|about) (?:this|the) (?:topic|subject|story|theme)s?\b"
            r"|^\W*(?:sign|log) in (?:or|and|/) (?:register|sign up|join)\b|^[\d,.]+ (?:people|readers|users|"
            r"others) (?:liked?|shared|recommend(?:ed)?) (?:this|it)\W*$"
            r"|^join the (?:discussion|conversation|debate)\b|^(?:please )?be (?:nice|kind|polite|civil|"
            r"respectful)\b.{0,40}$"
            r"|^comments are (?:moderated|reviewed|welcome)\b|^(?:most|top) (?:commented|discussed|clicked|"
            r"e-?mailed)\W*$"
            r"|^(?:save|bookmark|clip|print|send) (?:for later|to (?:a friend|reading list|kindle|pocket))\W*$"
            r"|^scan (?:the|this) (?:qr[ -]?)?code\b|^you (?:have|'ve) (?:read|used|reached|\d+) .{0,30}\b(?:free|"
            r"articles?|limit)\b"
        ),
        (
            "Next article → The price of light",
            "More on this topic: Voices for sale | Who owns your voice?",
            "Sign in or register to leave a comment.",
            "12 people liked this",
            "Join the discussion: 14 comments so far",
            "Be nice. Comments are moderated.",
            "Most commented",
            "Save for later",
            "Scan the code to read on your phone.",
            "You have read 3 of 5 free articles this month.",
        ),
        (
            "Next story building: the lab moves up.",
            "Twelve people liked this plan, the mayor said.",
            "Comments are due by Friday.",
            "Save the weights now.",
            "You have read access to the code.",
        ),
    ),
    rule(
        "counted comments",
        "reply form",
        24,
        r"^(?:\d+|no|zero) comments?(?: so far| yet)?[.!:|]?(?:$| (?:log|sign) in\b| be the first\b|"
        r" (?:add|post|leave) )"
        r"|^(?:log|sign) in to (?:be the first|comment|reply|join)\b",
        ("0 comments. Log in to be the first!", "14 comments", "No comments yet. Add yours"),
        ("14 comments were filed by the union.", "No comments came from the company."),
    ),
    rule(
        "offered in brackets",
        "advertisement line",
        40,
        r"^\s*(?:>>+|»+|\*\*\*|===+|~~~+|\+\+\+)\s.*\s(?:<<+|«+|\*\*\*|===+|~~~+|\+\+\+)\s*$",
        (">> Get the Gazette on your phone: our app whistles. Free for 30 days! <<", "+++ New mugs in the shop +++"),
        ("*** is how the field is marked.", ">> quoted from the mail: we shall see"),
    ),
    rule(
        "issues by subscription",
        "subscription",
        30,
        r"^subscribe to (?:the )?[^.:;]{2,50}(?::|$)|\bsubscriptions?: \S+@\S+\.\w+"
        r"|^(?:\w+ )?(?:digest|newsletter|round-?up|briefing)\b.{0,60}\b(?:sign me up|sign up|subscribe)\b",
        (
            "Subscribe to Lamp & Ledger Plus: two extra columns a week for the price of a sandwich.",
            "Lookout appears weekly. Subscriptions: paper@lookout.example",
            "Sunday digest: five links, no hype. Sign me up",
        ),
        (
            "Subscribe to the plan before the price rises, the firm told users.",
            "Subscriptions: up 4 percent.",
            "The briefing was short.",
        ),
    ),
    rule(
        "what is sold here",
        "subscription",
        22,
        (
            r"^we (?:value|respect|care about) your (?:privacy|choices)\W*(?:$|we\b)|"
            r"\bour \d+ partners\b.{0,30}\bcookies\b"
            r"|^(?:try|get|read|enjoy|start) (?:a|an|one|two|three|your first|us) (?:\w+ )?(?:day|week|month|year|"
            r"issue)s? (?:for|free|on us)\b"
            r"|^join (?:us |now |today )?(?:before|by|until) [^,.]{3,20} and (?:get|receive|win|save)\b"
            r"|^(?:any )?(?:questions|queries|problems)\? (?:ring|call|write|mail|e-?mail|contact)\b"
            r"|^sponsored (?:content|post|story|link|message)\b|^paid (?:content|post|partnership)\W*(?:$|:)"
        ),
        (
            "We value your privacy. We and our 143 partners store cookies on your device.",
            "Try a month for one pound and cancel at any time.",
            "Join before Easter and get a free thermometer!",
            "Questions? Ring 0800-555-014. Lines are open from ten to four.",
            "Sponsored content: Ten kettles under 30 pounds",
        ),
        (
            "We value your privacy less than our speed, the chief wrote in the memo.",
            "Join by June and vote, the union told its members.",
            "Questions were not allowed.",
            "Paid content made up a third of the sales.",
        ),
    ),
    rule(
        "what readers are asked for",
        "page furniture",
        24,
        (
            r"^\W*(?:partner|sponsored|paid|special|exclusive|promoted) (?:offer|deal|message|promotion)\s*[-–—:]\s"
            r"|^\W*(?:read|learn|see|watch) (?:also|next)\s*[:>»-]"
            r"|^\W*(?:please )?support (?:independent|our|quality|honest|local|good) (?:journalism|reporting|work)\b"
            r"|^did you (?:like|enjoy|love) this (?:article|text|post|story|piece|page)\b"
            r"|^was this (?:article|text|post|story|piece|page) (?:worth|useful|helpful|interesting|of use)\b"
            r"|^(?:follow|find) (?-i:[A-Z])[\w. -]{1,30} on (?:all (?:platforms|channels)|social media)\b"
            r"|\b(?:allow|turn on|enable|switch on) (?:push )?notifications\s*[.!]*$"
            r"|^\W*(?-i:[A-Z])[\w &.'-]{2,30} is (?:supported|sponsored|made possible|brought to you) by "
            r"(?-i:[A-Z])[\w.-]+\s*[:–—-]\s(?:rent|try|get|build|host|start|save|buy|book|use|switch|order|join|visit|go)\b"
            r"|^\W*(?:found|spotted|noticed|seen) (?:a|an|any) (?:mistake|typo|error|slip)\b[^.]{0,20}[?]"
        ),
        (
            "PARTNER OFFER - Trade like the insiders and double your savings by Sunday!",
            ">> LEARN ALSO: Seven kettles that sing",
            "Support independent journalism with a subscription from 7 francs a month.",
            "Did you enjoy this text?",
            "Was this article worth reading?",
            "Follow ByteKettle on all platforms and allow notifications!",
            "The Ledger is supported by Hostling: rent a server by the hour, first one on us!",
            "Found a mistake? Post it under the issues.",
        ),
        (
            "Partner offers of help came in May.",
            "Support for the plan is thin.",
            "Did you leave because of the plan? She would not say.",
            "The school is supported by Orla: it pays a third of the costs.",
            "Found a mistake in the code, and mended it.",
            "See also the third footnote of the report.",
        ),
    ),
)
