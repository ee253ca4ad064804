"""Where something was said and to whom, read off the sentence of a quotation."""

from __future__ import annotations

import re

from briefwright.extract.frames import Names, Slot, Words
from briefwright.extract.tokens import Tagged
from briefwright.names import Mention

#: "wrote on X", "in a post on Mastodon"
_ON = re.compile(r"\b(?:on|via|through) (<G\d+>)")
#: "in the farewell", "in an internal message", "in a podcast"
_IN = re.compile(
    r"\bin (?:an?|the|his|her|their|this) ((?:[\w-]+ ){0,2}?(?:post|message|letter|farewell|statement|interview|"
    r"email|"
    r"e-mail|memo|memorandum|podcast|thread|tweet|report|note|blog|briefing|speech|meeting|conference|filing|"
    r"profile))\b",
    re.IGNORECASE,
)
#: "told staff", "question to employees", "to reporters"
_TO = re.compile(
    r"\b(?:told|to|asked) (?:the |its |his |her )?(<[OP]\d+>|staff|employees|reporters|journalists|investors|"
    r"colleagues|"
    r"the board|analysts|shareholders|customers)\b",
    re.IGNORECASE,
)


def circumstances(tagged: Tagged) -> dict[str, Slot]:
    """The medium and the addressee that a sentence with a quotation names; a platform before any other medium."""
    out: dict[str, Slot] = {}
    for pattern, slot in ((_ON, "medium"), (_IN, "medium"), (_TO, "addressee")):
        found = pattern.search(tagged.text)
        if found is None or slot in out:
            continue
        token = next(iter(tagged.inside(found.start(1), found.end(1))), None)
        if token is not None and isinstance(token.value, Mention):
            out[slot] = Names(mentions=(token.value,))
        else:
            text = tagged.words(found.start(1), found.end(1))
            start = tagged.source(found.start(1))
            out[slot] = Words(text=text, start=start, end=start + len(text))
    return out
