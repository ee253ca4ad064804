"""The dates of a raw sentence: each goes to the fact whose verb governs it; what is left dates the sentence itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefwright.dates import DateMention
from briefwright.extract.frames import Frame, Names, Slot, Words
from briefwright.extract.parsed import Node, Tree
from briefwright.extract.tokens import Tagged, Token
from briefwright.model import SLOTS
from briefwright.names import Mention

#: "before 3 March", "until the end of May": a bound, not the day on which it happened
_BOUND = re.compile(
    r"\b(?:before|after|between|until|till|by|since|from|through|to|than|and|or)(?: the)? $", re.IGNORECASE
)
_EVENTS = frozenset({"departure", "appointment", "release", "announcement", "organisation_change", "meeting"})
#: "now", "today": no date that anybody could look up
_IDLE = frozenset({"today", "now", "tonight", "this year", "this week", "this month", "recent years", "last", "next"})


def dated(tagged: Tagged, tree: Tree | None, found: Sequence[Frame]) -> list[Frame]:
    """The frames of a sentence, each event with the date that hangs on its own verb and on no other."""
    out = list(found)
    if tree is None:
        return out
    for token in _open(tagged, out):
        if _BOUND.search(tagged.text, max(0, token.tag_start - 14), token.tag_start):
            continue
        verb = _verb(tree, token)
        if verb is None:
            continue
        for place, frame in enumerate(out):
            fits = frame.kind in _EVENTS and "date" in SLOTS[frame.kind] and "date" not in frame.slots
            # "Ada Lin, who set up Nova seven years ago, has gone": the date of a clause within is not the event's
            own = verb.dep not in {"relcl", "acl"} or verb.start == frame.start or verb.end == frame.end
            inside = frame.start <= verb.start < frame.end and own
            alone = sum(f.kind in _EVENTS and f.start <= verb.start < f.end and f.rule != frame.rule for f in out) == 0
            if fits and inside and alone and not frame.presupposed:
                assert isinstance(token.value, DateMention)
                out[place] = replace(frame, slots={**frame.slots, "date": token.value})
    return out


def _verb(tree: Tree, token: Token) -> Node | None:
    """The nearest verb above a date."""
    node = next((n for n in tree.nodes if n.start <= token.start < n.end or n.token is token), None)
    for _ in range(8):
        if node is None or node.verb:
            return node
        node = tree.head(node)
    return None


def _open(tagged: Tagged, frames: Sequence[Frame]) -> Iterator[Token]:
    """The dates of a sentence that no frame holds."""
    held = {(s.start, s.end) for f in frames for s in f.slots.values() if isinstance(s, DateMention)}
    for token in tagged.tokens:
        value = token.value
        if not isinstance(value, DateMention) or (value.start, value.end) in held:
            continue
        if value.precision == "relative" and (value.vague or value.value in _IDLE):
            continue
        yield token


def left(tagged: Tagged, frames: Sequence[Frame]) -> tuple[DateMention, ...]:
    """The dates that no fact of the sentence could take, in order."""
    return tuple(t.value for t in _open(tagged, frames) if isinstance(t.value, DateMention))


_SEVERAL = re.compile(r"[,;:]|\b(?:and|but|who|which|that|while|when|as|because|before|after|since)\b", re.IGNORECASE)
#: between a phrase of time and the date that only says when that was
_SINCE_WHAT = re.compile(r"\b(?:from|since|until|till|before|after)(?: [\w'-]+){1,4} (?:in|on|of) $", re.IGNORECASE)


def only_date(tagged: Tagged) -> DateMention | None:
    """The one date of a reading that is a single clause: it belongs to what the clause tells."""
    dates = [t.value for t in tagged.tokens if isinstance(t.value, DateMention)]
    alone = len(dates) == 1 and dates[0].precision != "relative"
    if alone and _SINCE_WHAT.search(tagged.passage.text[tagged.sentence.start : dates[0].start]):
        # "led Nova | from its founding in | 2032"
        return None
    return dates[0] if alone and not _SEVERAL.search(tagged.text) else None


_OPEN_DATE = re.compile(r"\b(?:until|till|since|before|after|by|from)(?: the)? $", re.IGNORECASE)
#: what stands between a phrase and the date behind it: "the lab | in | 2020"
_BEFORE_DATE = re.compile(r",? ?(?:(?:on|in|at|by|for|since|from|during|of)(?: the)? )?$", re.IGNORECASE)


def told_once(kind: str, slots: dict[str, Slot], tagged: Tagged) -> None:
    """A date that is told of itself leaves the words that it closes: "co-founded | Nova | in 2030"."""
    date = slots.get("date")
    if not isinstance(date, DateMention):
        return
    for slot in ("object", "content", "about"):
        words = slots.get(slot)
        if not isinstance(words, Words) or not words.start < date.start <= date.end <= words.end:
            continue
        if _OPEN_DATE.search(tagged.passage.text[words.start : date.start]):
            # "taught at Uppsala | until | 2031": not in that year
            slots.pop("date", None)
            return
        closes = tagged.passage.text[date.end : words.end].strip(" .,") == ""
        head = tagged.passage.text[words.start : date.start]
        kept = head[: found.start()] if (found := _BEFORE_DATE.search(head)) else head
        if (closes or kind == "biography") and kept.strip():
            end = words.start + len(kept)
            named = next((t.value for t in tagged.tokens if (t.start, t.end) == (words.start, end)), None)
            slots[slot] = (
                Names(mentions=(named,)) if isinstance(named, Mention)
                else Words(text=" ".join(kept.split()), start=words.start, end=end)
            )  # fmt: skip
