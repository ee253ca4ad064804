"""Patterns of phrases that are written in one way; those that a list can hold stand in `phrases.yml`."""

from __future__ import annotations

from typing import Final

_MONTH: Final = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY: Final = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
#: Other phrases of one sense. A hedge stays a hedge of the same strength.
_OTHER: Final = (
    (r"(?:is|are) (?:going|about) to(?= [a-z])", "will"),
    (r"is afraid that", "fears that"), (r"are afraid that", "fear that"), (r"(?:was|were) afraid that", "feared that"),
    (r"no one|not one person|not a single person", "nobody"),
    (r"(?<=is )(\d\d) years old|(?<=, )(?:aged )(\d\d)(?=[,.])", r"\1\2"),
    (r"(?<=[^\W\d_]), (?!(?:who|which|that|where|when|and|or|but|as|if|he|she|they|it|we|i|what|also) )"
     r"((?:[\w'’.-]+ ){0,4}[\w'’.-]+) (?:says?|said|believes?|believed|thinks?|thought|claims?|claimed|argues?|argued|"
     r"insists?|insisted|reckons?|reckoned|estimates?|estimated|fears?|feared|suspects?|suspected)(?=, )",
     r", according to \1"),
    (r"to hear ((?:[\w'’.-]+ ){1,4}?)tell it", r"according to \1"),
    (r"(?<=, )(?-i:per (?=(?:the )?[A-Z]))", "according to "),
    (r"in the (?:view|opinion|eyes|words|assessment) of", "according to"),
    (r"in ([^\W\d_][\w-]+(?: [^\W\d_][\w-]+)?)'s (?:words|view|opinion)", r"according to \1"),
    (r"(?<!aim )(?<!goal )(?<!plan )(?<!idea )(?<!task )(?<!job )(?<!way )(?<!point )(?<!purpose )(?:is|are) to"
     r"(?= (?:make|build|open|close|cost|get|become|produce|start|begin|receive|join|lead|pay|vote|decide|meet|move|go|"
     r"take|sell|buy|cut|end|run|speak|visit|replace|appear|return|stay|remain|follow|host|hold|launch|release|leave|"
     r"hear|rule|present|publish|deliver|face|merge|hire)\b)", "will"),
    # a number in front of a number confuses the grammar: "three of 240 patients"
    (r"(\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) of "
     r"(?=(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) [a-z])", r"\1 of the "),
    # so does a date that no comma parts from the subject behind it
    (rf"(?:(?<=^)|(?<=[.!?] ))((?:In|By|Since|Until|During) (?:{_MONTH} )?(?:19|20)\d\d|"
     rf"(?:On|By|Since|Until) (?:\d+ {_MONTH}(?: \d{{4}})?|{_DAY})|(?:In|By|Since|Until) {_MONTH}|"
     r"(?:Last|This|Next) (?:year|month|week|quarter)) (?=[^\W_])", r"\1, "),
    (r"(?:took|taken) ((?:[\w'’.-]+ ){1,5}?)to court", r"sued \1"),
    (r"takes ((?:[\w'’.-]+ ){1,5}?)to court", r"sues \1"),
    (r"(is|was|are|were|remains?|remained) not (?:immediately |yet )?(?:clear|known|certain)"
     r"(?! (?:for|as|to))", r"\1 unclear"),
    (r"(is|are|was|were) worth (?=[\d$€£¥]|about|around|nearly|almost|more|less|over|some|between)", r"\1 valued at "),
    (r"(?:has|have) made no comments?", "has not commented"), (r"made no comments?", "did not comment"),
    (r"(\w+ed|known|seen|sold|used|made) (?:all )?(?:around|across|throughout) the (?:world|globe)", r"\1 worldwide"),
    (r"(?:for nothing|at no (?:extra )?(?:cost|charge)|without charge|for free|gratis)(?=[ ,.;]|$)", "free of charge"),
    (r"(is|are|was|were) in negotiations with", r"\1 negotiating with"),
    (r"(\w+) took place", r"\1 happened"), (r"(\w+) takes place", r"\1 happens"), (r"take place", "happen"),
    (r"(\d+|one|two|three|four|five|six|seven|eight|nine|ten) out of (?=(?:the |its |their )?[\da-z])", r"\1 of "),
    (r"(?:less|lower) than the|under the(?= (?:legal|statutory|required|usual|average|minimum))", "below the"),
    (r"(was|were|been|being) taken (?=to (?:safety|hospital|prison|court))", r"\1 brought "),
    # votes: "by 17 to 12", "voted 17-12"
    (r"(votes?|voted|by|of) (\d{1,3})(?: votes)?(?: to |[-–])(\d{1,3})(?: votes)?"
     r"(?=[.,;]| (?:on|for|to|in|against|that)\b)", r"\1 \2:\3"),
    (r"neither ((?:the )?[\w'’ ]{2,30}?) nor ((?:the )?[\w'’ ]{2,30}?) "
     r"(?:would|wanted to|wished to|was willing to) comment", r"\1 and \2 declined to comment"),
    (r"(?:would not|did not want to|did not wish to|was not willing to|were not willing to) comment",
     "declined to comment"),
    (r"via|by way of", "through"), (r"(, )?(?:in|at|on) which(?= (?!(?:to|case)\b))", r"\1where"),
    (r"would like to", "wants to"), (r"would like(?= (?:the|an?|[a-z]+s)\b)", "wants"), (r"by means of", "with"),
    (r"in spite of", "despite"), (r"in the vicinity of", "near"), (r"with (?:respect|regard) to", "about"),
    (r"because of the fact that", "because"), (r"in the event that|on the condition that", "if"),
)  # fmt: skip


def phrases() -> tuple[tuple[str, str], ...]:
    """Patterns with what is written in their place."""
    return _OTHER
