"""More rules by which a single line of a raw text is noise: pitches in many dresses, salutations, and lines that say
when and by whom a text was posted. Examples for and against stand beside each rule, and both run as tests.
"""

from __future__ import annotations

from briefwright.passages.shapes import DATE, LineRule, rule

_NAME = r"[A-Z][\w'.-]*(?: (?:[A-Z][\w'.-]*|de|van|von|der|bin|al)){0,3}"
_GOODS = (
    r"(?:deals?|offers?|discounts?|coupons?|cashback|free (?:trial|tool|guide|copy|e-?book|course|quote|shipping|"
    r"app)|"
    r"partner (?:site|shop|page|offers?)|top picks|bargains?|\d+ ?% off|vouchers?|gift cards?)"
)
_READ = (
    r"(?:read|see|check|check out|visit|browse|have a look at|take a look at|try|open|follow|head (?:over )?to|"
    r"jump to|"
    r"hop over to|go to|turn to|dive into|swing by|skip to|consult)"
)
_OURS = (
    r"our (?:[\w'-]+ ){0,3}?(?:guides?|reviews?|picks|list|lists|tool|tools|shop|store|offers?|deals?|app|partners?|"
    r"comparison|ranking|rankings|course|webinar|newsletter|podcast|e-?book|quiz|channel|vpn|hub|page|section|"
    r"walkthrough|"
    r"experts)"
)

PITCH_RULES: tuple[LineRule, ...] = (
    rule(
        "pitch",
        "advertisement line",
        28,
        (
            rf"^[^\w\"'(]*(?:get|earn|shop|discover|unlock|book|compare|find|browse|grab|claim|enjoy|save|start|"
            rf"upgrade|"
            rf"try|win|explore|join)\b[^.]*\b{_GOODS}\b"
            r"|^[^\w\"'(]*(?:shop|discover|browse|find|compare|explore) the (?:\w+ )?(?:best|cheapest|hottest|"
            r"top \d+)\b"
            r"|^[^\w\"'(]*(?:explore|discover|see|browse) related\b|^[^\w\"'(]*(?:see also|also see|also read)\b"
            r"|^[^\w\"'(]*(?:top picks|hot deals?|deals? of the (?:day|week)|today's deals?|flash sale|"
            r"special offer)\b"
            rf"|^[^\w\"'(]*(?:want|need|looking for|ready to|hungry for|tired of|thinking (?:of|about)|"
            rf"in the market for|"
            rf"enjoying|love|like|curious about|enjoyed)\b[^.?]{{3,60}}\?\W*(?:{_READ}|compare|click|our|get|shop|"
            rf"buy|we|"
            rf"then|find)\b"
            rf"|^[^\w\"'(]*(?:for|if you)\b[^.]*, {_READ} {_OURS}\b"
            r"|^[^\w\"'(]*for the (?:best|latest|lowest) [^,]{3,40}, (?:visit|see|check|click)\b"
            r"|^[^\w\"'(]*our (?:partner|sponsor|shop|store)s? (?:offers?|gives?|brings?|has) you\b"
            r"|\bwith (?:our|the|this) code \S+\W*$|\bsave up to \d+ ?%|\bbuy me a coffee\b|"
            r"\bprices start(?:ing)? at\b"
            r"|^[^\w\"'(]*(?:download|get|install) (?:our|the) app\W*$|^[^\w\"'(]*subscribe for [$€£]\d"
            r"|^[^\w\"'(]*start your free\b|\b(?:story|article) continues below\b|^sign in to continue\b"
            r"|^join [\d,]+\+? (?:readers|subscribers|others|professionals|people)\b"
            r"|\b(?:earn|receive) an? (?:small )?commission\b|\bour free (?:webinar|course|workshop|trial|e-?book|"
            r"guide)\b"
            r"|\bforwarded by a friend\b|\bunsubscribe\b.{0,30}\b(?:here|any ?time|below|\?|\.)|"
            r"\bhad enough\? unsubscribe"
            r"|^was this (?:article|page|post|answer) (?:helpful|useful)\b|\bbook a (?:call|demo)\b|^enjoyed this\?"
        ),
        (
            "🔥 Get 20% off hiking boots with our code TRAIL20",
            "Looking for cheap flights? Compare prices now",
            "Need a new kettle? Our top picks start at $39",
            "Shop the best air fryers of the year here",
            "Want to sleep better? Read our guide",
            "For the best mortgage rates, visit our partner site",
            "Also see: Ten ways to cook rice",
            "Join 40,000 readers who get our weekly email",
            "For a deeper look at garden sheds, read our buyer's guide",
            "Our partner offers you 15 % off on all printers",
            "Book your summer holiday now and save up to 30 %",
            "Story continues below advertisement",
            "We may earn a commission if you buy through our links.",
        ),
        (
            "Get the licence before you build on the weights, lawyers advise.",
            "Customers get 20 % off the list price until June.",
            "The company offers a free trial of the model.",
            "Try the model on your own data first.",
            "Compare the two contracts line by line.",
            "Book early: the training centre is full until May.",
            "For the best results, run the model with 24 GB of memory.",
            "Join the queue, says Ada Lindqvist.",
            "Explore the risks before you sign.",
            "Save the weights now, before the licence changes.",
            "Like its rival? Not quite: the chip is slower.",
        ),
    ),
    rule(
        "salutation",
        "salutation",
        6,
        (
            r"^(?:hi|hello|hey|dear|good (?:morning|evening|afternoon))(?: (?:all|everyone|everybody|folks|team|"
            r"readers?|list|"
            r"there|colleagues|friends|community|subscribers|[A-Z]\w+))?[,!.]$"
            r"|^(?:(?:best|kind|warm|many)? ?(?:regards|wishes|greetings)|cheers|thanks|thank you|"
            r"yours(?: sincerely| truly)?|"
            r"sincerely|best|all the best|many thanks|ciao)[,.!]?$"
        ),
        ("Hi all,", "Dear readers,", "Best regards,", "Cheers,", "Hello everybody,", "Thanks!"),
        (
            "Best regards went to the team.",
            "Dear as it is, the chip sells.",
            "Hello World was first.",
            "Cheers were heard.",
        ),
    ),
    rule(
        "posted line",
        "byline",
        24,
        (
            rf"^(?:posted|published|written|updated|filed|last (?:updated|modified))\b:? (?:on |at )?(?:{DATE}|"
            rf"\d{{1,2}}[:.]\d\d)"
            rf"[^.]{{0,50}}$|^(?:posted|published|written|filed) by [^.]{{2,50}}? (?:on|in|at) [^.]{{2,40}}$"
            rf"|^by [^|.]{{2,40}}(?: ?[|·•] ?(?:{DATE}|\d+ min(?:ute)?s?(?: read)?|updated[^|]{{2,30}})){{1,3}}$"
            rf"|^(?:written |reported |posted |words )?by [^|.]{{2,40}}(?: ?[|·•] ?(?:updated |published |"
            rf"posted )?(?:{DATE}|"
            rf"\d+[ -]min(?:ute)?s?(?: read)?)){{1,3}}$|^posted in [^.|]{{2,60}}\|"
            r"|^\W?(?:reporting|editing|additional reporting|writing|translation) by [^.]{3,140}\W?$"
            rf"|^(?-i:{_NAME}) ?[|·•] ?{DATE}(?: ?[|·•] ?[^|]{{2,20}})?$"
            r"|^(?:reading time|word count|read time|time to read)\s*:|^(?:last updated|updated)\s*:"
            r"|^translated (?:from|by) [^,;]{3,60}$|^[\d,]+ (?:comments?|replies|reply|responses?|views|shares)$"
        ),
        (
            "Posted on 2 March 2032 by Mikkel",
            "By Admin | May 6, 2033 | 3 min read",
            "Ann Lee · 5 May 2031 · 6 min read",
            "Written by Ann Lee on 4 May 2031",
            "Reading time: 4 minutes",
            "Translated from the Finnish by R. Salo",
            "Written by Mira Tan | Updated Feb 9, 2032 | 6 minute read",
            "Posted in Gadgets, Robots | 3 min read | 17 Shares",
            "(Reporting by Mira Tan in Tokyo and Jo Kwon in Pohang; Editing by Paul Row)",
            "23 replies",
        ),
        (
            "Posted prices fell by 3 percent in May.",
            "Published on 3 March, the report names no one.",
            "Translated into money, the delay costs 14 million euros.",
            "Updated drivers are due in May.",
        ),
    ),
    rule(
        "links in a row",
        "navigation",
        14,
        (
            r"^(?!.*\b(?:chief|head|director|officer|president|chair\w*|engineer|scientist|manager|founder|partner|professor)\b)"
            r"(?:[^\W\d][\w&' -]{1,18} ?[·•|] ?){2,}[^\W\d][\w&' -]{1,18}$"
            r"|^\W*(?:older|newer|previous|next) (?:posts?|articles?|stories|entries)\W*$|^\W*back to (?:the )?"
            r"(?:overview|start|list|index|archive|homepage|news)\W*$|^\W*(?:print|e-?mail|save|bookmark|copy|"
            r"report) (?:this )?"
            r"(?:page|link|article|story|thread|post)\W*$|^(?:view|"
            r"open) (?:this (?:e-?mail )?)?in (?:your )?(?:browser|app)\W*$"
            r"|^(?:be the first to comment|name \*|e-?mail \*|website|your name|your e-?mail|skip (?:navigation|"
            r"ad|to \w+))\W*$"
            r"|^\W*(?:←|«|<)\W*previous\b.{0,80}$|^next: .{3,80}(?:→|»|>)\W*$|^name \* ?e-?mail\b.{0,30}$"
            r"|^(?:write|post|leave|add) (?:a|your) (?:reply|comment|response)\W*$|^save my name\b|^text size\s*:|"
            r"^listen to this (?:article|story)\b.{0,14}$|^get the app\W*$"
        ),
        (
            "Home · Newsletter · Archive",
            "Top stories | Markets | Opinion | Video",
            "← Older posts",
            "Reply · Quote · Report",
            "View in browser",
            "Be the first to comment",
        ),
        (
            "Memory | 96 GB | 256 GB | 288 GB",
            "Name changes are planned for June.",
            "View from the board: she is not worried.",
            "Ann Lee | Chair",
        ),
    ),
    rule(
        "labels of more",
        "label",
        7,
        (
            r"^(?:most (?:read|popular|shared|viewed|discussed)(?: (?:this week|today|now|stories|articles))?|"
            r"you (?:might|may) "
            r"(?:also )?(?:like|enjoy)|recommended(?: for you)?|more like this|in other news|from our partners|"
            r"around the web|"
            r"what to read next|related coverage|more coverage|related reads?|further reads?|more reads|"
            r"popular (?:this week|now)|"
            r"more from this author)\W*$"
        ),
        ("Most read this week", "You might also like", "From our partners"),
        ("Most popular among engineers is the smaller model.", "Recommended: two copies of the weights."),
    ),
    rule(
        "keywords in a line",
        "keyword list",
        30,
        (
            r"^(?=(?-i:[^A-Z]*)$)(?=(?:\S+ ){5,})(?=.*\b(?:cheap|free|best|download|crack|buy|price|hosting|near me|"
            r"reviews?|key|"
            r"discount|login)\b)[^\W_][\w' -]+$"
            r"|^(?=(?:[^,.]+,){3,}[^,.]+$)(?=.*\b(?:download|free|net worth|crack|cheap|buy|price|near me|login|"
            r"apk|torrent)\b)"
            r"(?:[\w' -]{2,34}, ?){3,}[\w' -]{2,34}$"
        ),
        (
            "kettle crack kettle licence key cheap kettle software",
            "Kettle news, Kettle founders leave, Kettle 2 download, Kettle 2 free, Ada Lin net worth",
        ),
        (
            "Price, weight, range, and a free cable are what buyers ask for.",
            "The best robots are cheap, fast, and safe.",
        ),
    ),
)
