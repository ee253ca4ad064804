"""Rules by which a single line of a raw text is noise because pages repeat it: rows of links, editions, bylines in
other dresses, labels above what is advertised. Examples for and against stand beside each rule, and both run as tests.
"""

from __future__ import annotations

from briefwright.passages.shapes import DATE, LineRule, rule

_CUT = r"(?: ?[|·•–—/›»→►>] ?| [-'] )"
#: what a link of a page's own says: "Back to list", "Print this page", "Privacy"
_LINK = (
    r"(?:back(?: to\b.*)?|(?:to )?(?:the )?top(?: of (?:the )?page)?|return to\b.*|up|home|homepage|start|index|"
    r"overview|"
    r"menu|search|(?:all|more|latest|older|newer|other|our|recent|related) [\w-]+|next\b.*|prev(?:ious)?\b.*|"
    r"(?:print|share|e-?mail|mail|copy|save|send|report|edit|gift|bookmark|forward|cite|embed|download|listen(?: to)?|"
    r"follow|flag|like|tweet|pin|post|improve|discuss)(?: [\w'-]+){0,4}|log ?(?:in|out)|sign ?(?:in|up|out)|register|"
    r"subscribe|unsubscribe|donate|support(?: us)?|join|"
    r"contact(?: us)?|about(?: us)?|imprint|impressum|masthead|privacy(?: (?:policy|notice|settings))?|data protection|"
    r"terms(?: (?:of (?:use|service)|and conditions))?|legal(?: notice)?|cookies?(?: (?:policy|settings))?|help|faq|"
    r"careers|jobs|press(?: (?:room|kit))?|advertise(?: with us)?|advertising|media kit|newsletters?|archives?|rss|"
    r"feed|"
    r"sitemap|accessibility|comments?(?: \(?\d+\)?)?|\d+ (?:comments?|shares|likes|views|replies)|reply|quote|react|"
    r"my account|account|profile|settings|cart|basket|checkout|shop|store|deals|reviews|tags|topics|sections|"
    r"categories|"
    r"events|podcasts?|videos?|photos|facebook|twitter|x|linkedin|whatsapp|telegram|reddit|mastodon|bluesky|threads|"
    r"instagram|youtube|pinterest|feedback|report an? \w+|buy (?:a )?print|reprints?|permissions?|view (?:source|"
    r"history)|"
    r"link|permalink|short link|printer[- ]friendly|pdf|xml|json|english|deutsch|français|español)"
)
_ROW = rf"^\W*(?:{_LINK}{_CUT})+(?:[^|·•–—/›»→►.]{{2,30}}{_CUT})?{_LINK}\W*$"
#: menus of a paper's sections
_SECTION = (
    r"(?:world|politics|business|economy|money|markets?|tech(?:nology)?|science|health|sports?|culture|opinion|"
    r"lifestyle|"
    r"entertainment|travel|food|fashion|style|weather|horoscopes?|horoscope|local|national|international|video|"
    r"podcasts?|"
    r"climate|environment|education|real estate|property|cars|autos|motoring|games|gaming|gadgets|arts?|books|film|"
    r"music|"
    r"tv|jobs|obituaries|puzzles|crosswords?|magazine|newsletters?|weekend|family|home|garden|shopping|finance|"
    r"investing|"
    r"companies|startups|ai|software|hardware|security|mobile|crypto|robotics|energy|space|menu|news|latest|live)"
)
_NAME = r"[A-Z][\w'.-]*(?: (?:[A-Z][\w'.-]*|de|van|von|der|bin|al)){1,3}"
_SOMEBODY = (
    r"(?:(?:the |our )?(?:guest|staff|trending|news|web|editorial|tech|science|business|senior|chief|team|"
    r"admin)\b[\w ]{0,24}|" + (r"(?-i:[A-Z][\w'.-]*(?: (?:[A-Z][\w'.-]*|de|van|von|der|bin|al)){0,4}))")
)

PAGE_RULES: tuple[LineRule, ...] = (
    rule(
        "row of links",
        "navigation",
        24,
        _ROW,
        (
            "Back to list | Print this page | To the top of the page",
            "Report a problem — All releases — Imprint",
            "Edit this page · Log in",
            "Share on Plaza | Copy URL | E-mail a colleague",
            "Contact / Imprint / Privacy policy",
            "Print · Save · 14 comments",
            "« Previous | Overview | Next »",
            "About us | The robot shop | Careers",
        ),
        (
            "Memory | 96 GB | 256 GB",
            "Reply — that was all she wrote.",
            "Press | 12 W | 14 W",
            "Next year — or never.",
            "Search — the oldest of its businesses — pays for the rest.",
            "Back to work: the team returns in May.",
        ),
    ),
    rule(
        "menu of sections",
        "navigation",
        24,
        rf"^\W*home(?:(?:{_CUT})[\w &'-]{{2,24}}){{1,5}}\W*$|^[^.!:]{{6,70}}\? ?[→»]$|"
        rf"^\W*{_SECTION}(?:(?:{_CUT}){_SECTION}(?: & \w+)?){{2,}}\W*$",
        (
            "☰ Menu | Health | Money | Science | Horoscope",
            "World · Business · Tech · Opinion",
            "News / Sport / Weather",
        ),
        ("Health, money, science: all three are at stake.", "Energy | 14 MWh | 12 MWh"),
    ),
    rule(
        "edition",
        "name of a publication",
        14,
        (
            r"^[^.!?:]{2,50}(?:, ?| ?[/|·•–—-] ?)(?:the )?(?:english|international|online|print|weekend|sunday|"
            r"morning|evening|"
            r"global|us|uk|european|asian?|german|french|spanish|digital|pdf) (?:edition|version|service|language "
            r"edition)\b"
            r"[^.!?]{0,60}$|^(?:issue|vol(?:ume)?\.?|no\.?|number) ?\d+[^.!?]{0,40}$"
        ),
        (
            "The Harbour Ledger, English edition",
            "Torvik Monthly / International edition / translated by machine",
            "Issue 88, spring 2033",
        ),
        (
            "The chip comes in a standard and an international version.",
            "Number 7 of the ten models is missing.",
            "The English edition of the licence is binding",
        ),
    ),
    rule(
        "byline in other words",
        "byline",
        22,
        (
            rf"^by (?-i:{_NAME}),? (?-i:[A-Z])[\w& -]{{2,30}} (?:correspondent|reporter|editor|writer|columnist|"
            rf"critic|analyst|"
            rf"contributor|bureau chief)\W?$"
            rf"|^by {_SOMEBODY}(?:,? (?:on|at|in|for) [^.|]{{3,60}}|{_CUT}[^.]{{2,50}})?$"
            rf"|^(?:notes?|a (?:column|report|letter|comment|review|guest (?:post|essay|article))|column|essay|"
            rf"opinion|comment|"
            rf"analysis|report|review|guest (?:post|essay|column|article)|commentary|dispatch|letter|diary|interview|"
            rf"text|words|"
            rf"story)(?: from [^,.]{{2,30}})?(?:,| \|| ·| -)? (?:by|with|conducted by):? (?-i:{_NAME})\W?$"
            rf"|^(?:interview|text|words|story|photos?|illustrations?|recorded|interviewer|translation|"
            rf"reporting|research|editing)s?(?: (?:and|&) \w+)?(?: by)?: (?-i:{_NAME})(?:(?:,| and| &) "
            rf"(?-i:{_NAME}))*(?:{_CUT}{DATE})?\W?$"
            rf"|^(?-i:{_NAME}) (?:reports|writes) from (?-i:[A-Z]\w+)\W?$"
            rf"|^(?:with )?(?:additional )?(?:contributions?|reporting|research|material) (?:by|from) "
            rf"(?-i:{_NAME})[^.]{{0,60}}\W?$"
        ),
        (
            "By Guest Contributor on May 23, 2035 in Logistics, Risk",
            "By Trending Desk • 4 min",
            "Notes from the bench, by Runa Halvorsen",
            "By Runa Halvorsen, Technology Correspondent",
            "A guest essay by Runa Halvorsen",
            "Interview: Pavel Horák · 19 May 2035",
            "Text and photos: Runa Halvorsen",
            "Runa Halvorsen reports from Lisbon",
            "With additional reporting by Pavel Horák in Brno",
        ),
        (
            "By Monday the office was empty.",
            "By staff accounts, the meeting was short.",
            "A report by Runa Halvorsen found that the tests were cut short.",
            "Interview: how the chip was made",
            "By March 2026 Orrery had lost two engineers.",
        ),
    ),
    rule(
        "labels of what is sold or told elsewhere",
        "label",
        8,
        (
            r"^(?:from (?:our|the) (?:shop|store|sponsors?|partners?|advertisers?|archives?|web|network)|more for "
            r"you|just for "
            r"you|you(?:'ll| might| may| will| could)?(?: also)? (?:like|love|enjoy|be interested in)(?: (?:this|"
            r"these))?|"
            r"(?:more|stories|posts|articles) (?:like this|you may like|for you|to read|to explore)|our (?:picks|"
            r"best stories)|"
            r"(?:today|this week|this month)'s (?:picks|top stories|deals)|hand-?picked for you|sponsored (?:stories|"
            r"links|"
            r"content)|paid (?:content|post|links)|promoted (?:stories|links)|what others are reading|people also "
            r"(?:read|ask)|"
            r"readers also (?:read|liked)|keep (?:reading|exploring)|continue reading|elsewhere (?:on|in) [\w ]{2,24}|"
            r"(?:also )?in this (?:issue|section|series)|most (?:viewed|read|shared|popular|commented) in [\w "
            r"&]{2,24}|previously (?:on|in) [\w ]{2,24}|more (?:headlines|coverage|"
            r"to read|"
            r"reads?|for you|posts like this)|top (?:stories|posts|picks|reads)|hot (?:topics|now)|must[- ]reads?|"
            r"suggested (?:reading|posts|articles))\W*$"
        ),
        (
            "From our shop",
            "More for you",
            "You might also enjoy",
            "Readers also liked",
            "Sponsored stories",
            "Top picks",
        ),
        (
            "From our shop floor we hear nothing.",
            "More for your money: the chip is cheaper.",
            "Top stories sell papers.",
        ),
    ),
    rule(
        "call to react",
        "call to comment",
        30,
        (
            r"^\W*(?:what's your (?:take|view|opinion|guess)|have your say|your turn|agree\?$|disagree\?$|thoughts\?$|"
            r"over to you|"
            r"got (?:a tip|thoughts|questions|something to say)|seen something|(?:do you )?know more\?|have (?:a tip|"
            r"information|"
            r"something to add)\?|do you (?:work|have) [^?]{3,60}\?)(?!\w)[^\"]{0,120}$"
            r"|^\W*(?:like|liked|love|loved|enjoyed|enjoying|found) (?:this|what you|our|the) [^.\"]{0,40}\?\W*\w"
            r"|^\W*(?:did|was|is) (?:this|the) (?:article|post|page|story|answer|text) (?:help|helpful|useful|"
            r"answer)\b[^\"]{0,40}$"
            r"|^\W*leave a (?:reply|comment|response) cancel\b.{0,20}$"
            r"|^\W*(?:rate|review) this (?:article|post|story|page)\W*$"
            r"|\b(?:hit|smash|press|tap) the (?:\w+ )?(?:like|subscribe|follow|bell|share) (?:button|icon)?"
        ),
        (
            "What's your take? Drop it in the comments below",
            "Have your say!",
            "Got a tip? Write to tips@orrery.example",
            "Liked this story? Share it with a friend",
            "Smash the like button",
            "Did this article help you? 12 9",
            "Leave a Reply Cancel reply",
            "Do you know more? Write to tips@orrery.example",
        ),
        ("Agree they must, says the chair.", "Thoughts? asked nobody.", "Have your model tested first."),
    ),
    rule(
        "what a page asks for",
        "page furniture",
        18,
        (
            r"^\W*(?:(?:please )?(?:you must |you need to )?(?:sign|log) ?in (?:or register )?to (?:post|comment|"
            r"reply|vote|"
            r"continue|read|follow)\b.{0,30}|(?:enter|type) your (?:e-?mail|name|comment)\b.{0,30}|(?:accept|reject|"
            r"allow|deny) "
            r"(?:all|cookies|selected|necessary)(?: cookies)?|manage (?:preferences|consent|options)|we (?:value|"
            r"respect|care "
            r"about) your privacy|(?:view|see|show|hide|load|read|all|join) (?:all |more |the )?(?:\d+ "
            r")?(?:comments?|replies|"
            r"responses|discussion)|comments? ?\(\d+\)|\d+ (?:thoughts?|comments?|replies|responses?) (?:on|to) "
            r"\".{2,120}|"
            r"(?:read|listen to|watch|view|open|save|print|download) this (?:article|story|post|page|text)\b.{0,30}|"
            r"(?:report|flag|correct|suggest) (?:an?|this|the) (?:error|mistake|typo|problem|correction|comment|"
            r"abuse)\b.{0,30}|"
            r"(?:article|story|text|content|post|video|text) (?:continues|resumes|follows) (?:below|after|"
            r"under)\b.{0,30}|"
            r"continue(?:s)? (?:reading )?(?:below|after)\b.{0,30}|scroll (?:down|to continue)\b.{0,30}|reply to "
            r"(?:all|list|"
            r"sender|author)|powered by [\w .]{2,30}|built with [\w .]{2,30}|hosted (?:by|on) [\w .]{2,30}|"
            r"our (?:standards|principles|editorial (?:standards|policy)|ethics(?: policy)?)\s*:.{0,80}|"
            r"for (?:reprints?|permissions?|syndication|licensing|corrections|press|tips)\b.{0,12}, ?(?:please "
            r")?(?:contact|write|"
            r"e-?mail|see).{0,60}|(?:contact|write to|reach|e-?mail|follow|message) (?:the )?(?:author|reporter|"
            r"writer|editor|us|"
            r"(?-i:[A-Z]\w+(?: [A-Z]\w+){0,2})) ?(?::|at|on|via|by) \S.{0,50}|sent from my \w+.{0,20}|"
            r"you (?:are receiving|received|get) this (?:message|e-?mail|newsletter|mail) because\b.{0,90}|"
            r"list(?:-| )?(?:archives?|info|help|owner)\s*:.{0,80}|(?:popular|related|trending) (?:searches|queries|"
            r"tags|"
            r"topics)\b.{0,90}|-?\d{1,3}-|ends?)\W*$"
        ),
        (
            "Sign in to comment",
            "You must log in to post.",
            "Enter your email address",
            '3 thoughts on "Orrery loses its head"',
            "View all comments",
            "We value your privacy",
            "Report an error in this article",
            "Article continues after advertisement",
            "Powered by PressKit",
            "For reprints, contact sales@orrery.example",
            "Contact the reporter: mt@orrery.example",
            "You received this message because you are subscribed to the list.",
            "-30-",
            "Our Standards: The Harbour Newswire Principles of Trust",
        ),
        (
            "Sign in to the hall was by badge only, says Ada Lin, and nobody checked.",
            "Powered by two batteries, the robot walks for six hours.",
            "View all of it as a warning.",
            "The article continues a long series of attacks on the laboratory.",
            "Accept all terms or leave: that was the choice.",
            "Hosted by the University of Tsavo, the consortium has 14 members.",
        ),
    ),
    rule(
        "what a page offers beside the text",
        "advertisement line",
        26,
        (
            r"^\W*(?:don't miss|trending(?: now)?|more|watch|now read|recommended|you may like|in pictures|in other "
            r"news|"
            r"(?:next|previous|related|featured|top|popular) (?:article|post|story|video|read|stories)|editor's pick|"
            r"must read|also|hot|deal|offer|sponsor|promo|promotion|partner|our sponsor|webinar|free (?:e-?book|"
            r"guide|webinar|"
            r"download)|podcast|video|gallery)\s?: \S.{3,110}$"
            r"|^\W*(?:best|top(?: \d+)?|cheapest|hottest) [\w' -]{2,30}(?:deals?|offers?|discounts?|coupons?|"
            r"bargains)\b.{0,60}$"
            r"|^\W*(?:buy|order|shop|pre-?order) [^.]{3,50}(?:from|for|at|now)\W+(?:just |only )?[$€£¥]?\d[\d.,]*\W*$"
            r"|^\W*(?:check out|see|browse|shop|grab|get) (?:these|this week's|today's|our|all the|the latest) [\w' "
            r"-]{0,30}"
            r"(?:deals?|offers?|guides?|picks|gadgets|products|courses|reviews?|newsletter|app)\W*$"
            r"|^\W*(?:like|liked|love|enjoy|enjoyed|enjoying) (?:this|it|what you read|our "
            r"work)[^.?]{0,30}\?\W*(?:subscribe|share|"
            r"sign|follow|tell|support|buy|join|then|consider|forward|you)\b.{0,60}$"
            r"|^\W*(?:get|receive|read|follow) (?:the |our |more |all )?(?:latest|breaking|daily|weekly|more|best|"
            r"top)? ?"
            r"(?:news|stories|updates|headlines|alerts|stories like this)\b[^.]{0,12} (?:on|in|via|by|from|to) "
            r"[^.]{2,50}$"
            r"|^\W*(?:sponsored|presented|supported|brought to you|paid for|in partnership) (?:by|with) "
            r"(?-i:[A-Z])[\w &.-]{1,30}$"
            r"|^(?=(?-i:[^A-Z.]*)$)(?=.*\b(?:news|stock|ipo|age|net worth|download|crack|salary|wife|husband|"
            r"reviews?|vs|near "
            r"me|price|login|apk|wiki|reddit|ceo|how to|what is)\b)(?:[\w' -]{2,34}, ){2,}[\w' -]{2,34}$"
        ),
        (
            "Don't miss: 10 gadgets you need this summer",
            "Trending: celebrity chef opens robot café",
            "MORE: Ten robots we loved",
            "Next article: A new kettle",
            "Best VPN deals of 2033: save 70% today",
            "Buy the new AirKettle now from $49",
            "Check out these deals",
            "Like this? Subscribe for more.",
            "Get the latest news on WhatsApp",
            "Sponsored by KettleCo",
            "orrery labs news, orrery ceo, lumen 3 download",
        ),
        (
            "More: the chip is late, and nobody says why, which is why the customers of the firm are leaving it now, "
            "one by one, for its rival in the north.",
            "Best of all, the offers of help came from rivals, and they were meant.",
            "Sponsored by the ministry, the school opened in 2019.",
            "Buy the chip now, analysts say, or wait a year for the second one at 49 dollars each.",
            "Presented by Ada Lin, the plan won the vote.",
        ),
    ),
    rule(
        "goods with a price",
        "advertisement line",
        22,
        (
            r"^[^.\"]*\b(?:now|only|just|from|was|were)? ?(?:[$€£¥]\d[\d.,]*|\d[\d.,]* ?(?:euros?|dollars|pounds|EUR|"
            r"USD)) "
            r"(?:instead of|\(was|was|reduced from|down from|rather than) [$€£¥]?\d[\d.,]*\)?\W*$"
            r"|\b(?:unlock|claim|redeem|get) \d+ ?% off\b|\b(?:free (?:shipping|delivery)|while (?:stocks|supplies) "
            r"last|"
            r"order (?:now|today|yours)|shop now|buy now|add to (?:cart|basket)|money-?back guarantee|this week only|"
            r"today only|limited (?:offer|edition print))\b(?!\.? (?:said|says|the|a)\b)"
            r"|^\W*(?:flash|hot|lightning|daily|black friday|cyber monday) (?:deal|sale)s?\b.{3,120}$|\bonly \d+ left!"
            r"|^\W*a (?:word|message) from our (?:sponsor|partner)s?\b.{0,140}$|\btry it free\b"
            r"|^\W*(?:up to )?\d+ ?% off\b[^.\"]{3,60}$|\b(?:start|play|bet|trade|spin|register|apply|enrol|enroll|"
            r"book|shop|order|"
            r"download|install|claim|switch|upgrade) (?:now|today|here)!|\bzero (?:fees|commission)\b[^.]{0,20}[.!]"
            r"|\b(?:doctors|dentists|experts|banks) (?:hate|don't want you to know)\b|\bone (?:weird|simple) trick\b"
        ),
        (
            "Brass barograph, hand-made, now €389 instead of €449",
            "Unlock 20% off our masterclass with code STORM20",
            "Noise-cancelling headphones: shop now",
            "Save on kettles this week only",
            "Hand-bound notebooks, free shipping",
            "Flash deal: a lifetime of cloud storage - only 14 left!",
            "A word from our sponsor: PipeKettle boils your data anywhere.",
            "Up to 40% off garden chairs - this weekend only!",
            "KettleCoin: trade 90 coins with zero fees. Start now!",
        ),
        (
            "The licence now costs 40 euros instead of 60, the company said.",
            "Order books are full.",
            "The second version is cheaper than the first.",
        ),
    ),
)
