"""The checks of one passage against the paragraph that it retells: nothing changed, nothing lost, nothing added.

Each check is a generator of problems, and its docstring is the rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from briefwright.model import Problem
from briefwright.originals.align import stems
from briefwright.originals.beside import LEFT_OUT, Beside
from briefwright.originals.hedging import GOVERNING, cautions, families, named
from briefwright.originals.stated import (
    Item,
    approximations,
    carried,
    dates,
    numbers,
    same_date,
)
from briefwright.text import content_words, find_quotation, quotations, words

#: A coined term in quotation marks has at most this many words; what is longer must be speech that the article quotes.
COINED = 5


def numbers_fit(beside: Beside) -> Iterator[Problem]:
    """Every number of the note stands in the paragraph and every number of the paragraph in the note, in any format,
    each with an approximation ("over", "about") that it has there."""
    there, here = numbers(beside.article), numbers(beside.note)
    yield from _both_ways(beside, "number", there, here, lambda a, b: a.key == b.key)
    article, note = approximations(beside.article), approximations(beside.note)
    for item in here:
        wanted, told = article.get(item.key, set()), note.get(item.key, set())
        if wanted and told - wanted:
            has = " or ".join(f"“{word}”" if word else "no word of approximation" for word in sorted(wanted))
            told_so = f"“{item.surface}” has another approximation than in the article's paragraph ({has}); keep that"
            yield beside.at(item.start, told_so)


def dates_fit(beside: Beside) -> Iterator[Problem]:
    """Every date of the note stands in the paragraph and every date of the paragraph in the note, in any order of its
    parts; "after" is "before" only where the two events have changed places."""
    there, here = dates(beside.article), dates(beside.note)
    yield from _both_ways(beside, "date", there, here, same_date)
    for item in here:
        others = [other for other in there if other.key == item.key and other.side and item.side]
        if others and not any(_same_order(beside, other, item) for other in others):
            yield beside.at(item.start, f"“{item.surface}” turns “{others[0].surface}” round; keep what came first")


def _same_order(beside: Beside, there: Item, here: Item) -> bool:
    """Do both say the same event came first? After "a day before" the other event follows than after "a day after"."""
    if there.side == here.side:
        return True
    event = {word[:5] for word in content_words(beside.article[there.end :])[:4]}
    start = max((line.start for line in beside.ours if line.start <= here.start), default=0)
    before = {word[:5] for word in content_words(beside.note[start : here.start])}
    behind = {word[:5] for word in content_words(beside.note[here.end :])[:4]}
    return len(event & before) > len(event & behind)


def _both_ways(
    beside: Beside, what: str, there: Sequence[Item], here: Sequence[Item], same: Callable[[Item, Item], bool]
) -> Iterator[Problem]:
    for item in _once(here):
        if not any(same(other, item) for other in there):
            yield beside.at(item.start, f"the {what} “{item.surface}” is not in the article's paragraph; correct it")
    for item in _once(there):
        if not any(same(item, other) for other in here) and not beside.excused(item.surface):
            yield beside.lost(f"the article's {what} “{item.surface}” is not told; {LEFT_OUT}")


def _once(items: Sequence[Item]) -> Sequence[Item]:
    return tuple({item.key: item for item in reversed(items)}.values())[::-1]


# --------------------------------------------------------------------------- quotations


def quotations_fit(beside: Beside) -> Iterator[Problem]:
    """What the note quotes stands letter for letter in the paragraph, beyond five words as a quotation; every quotation
    of the paragraph is quoted in the note, in one piece or several."""
    theirs = quotations(beside.article)
    for quotation in quotations(beside.note):
        if find_quotation(quotation.words, beside.article) is None:
            told = f"the quotation “{_short(quotation.words)}” is not in the article's paragraph"
            yield beside.at(quotation.start, f"{told}; quote letter for letter")
        elif len(words(quotation.words)) > COINED and not any(find_quotation(quotation.words, q.words) for q in theirs):
            told = f"“{_short(quotation.words)}” is no quotation in the article; retell it without quotation marks"
            yield beside.at(quotation.start, told)
    for quotation in theirs:
        if not carried(quotation, beside.note) and not beside.quotation_excused(quotation.words):
            yield beside.lost(f"the article's quotation “{_short(quotation.words)}” is not quoted; {LEFT_OUT}")


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57].rsplit(" ", 1)[0] + " …"


# --------------------------------------------------------------------------- hedges and negation


def hedges_fit(beside: Beside) -> Iterator[Problem]:
    """No hedge or negation of a sentence is lost and none is added: a sentence of the note has only families that the
    sentences have which it retells, and theirs are all found in the sentences that retell them."""
    lexicon = beside.whole.lexicon
    for place, line in enumerate(beside.ours):
        there = families(beside.origin(place), lexicon)
        for family, found in families(line.text, lexicon).items():
            if family not in there:
                told = f"“{line.text[found.start : found.end]}” adds {named(family)} that the article has not here"
                yield beside.at(line.start + found.start, f"{told}; take it out")
    for place, line in enumerate(beside.theirs):
        here = families(beside.outcome(place), lexicon)
        for family, found in families(line.text, lexicon).items():
            words_there = line.text[found.start : found.end]
            if family not in here and not beside.excused(words_there):
                yield beside.lost(f"the article's “{words_there}”, {named(family)}, is lost; {LEFT_OUT}")


def scopes_fit(beside: Beside) -> Iterator[Problem]:
    """What a hedge or negation governs in a sentence of the article keeps it in each sentence of the note that is made
    of it: of the one word, or by half of its words that the article's sentence has, at least two, from the many."""
    lexicon = beside.whole.lexicon
    for at, theirs in enumerate(beside.theirs):
        every = [stem for word in content_words(theirs.text) for stem in stems(word)]
        for found in cautions(theirs.text, lexicon):
            governed = {stem for stem in stems(" ".join(found.scope)) if every.count(stem) == 1}
            if found.family not in GOVERNING or not governed:
                continue
            for ours, origins in zip(beside.ours, beside.retold, strict=True):
                said = len(governed & ours.stems)
                if at not in origins or said < min(2, len(found.scope)):
                    continue
                if said > 1 and (len(origins) > 1 or 2 * said < len(ours.stems & theirs.stems)):
                    continue
                if found.family not in families(ours.text, lexicon):
                    hedge, what = theirs.text[found.start : found.end], " ".join(found.scope[:3])
                    yield beside.at(ours.start, f"the article says “{hedge} … {what}”, with {named(found.family)};"
                                                " say so here too")  # fmt: skip


# --------------------------------------------------------------------------- left_out

#: A detail is named, not copied.
LONGEST_DETAIL = 6
_WORD = re.compile(r"\w")


def left_out_fits(beside: Beside) -> Iterator[Problem]:
    """What the note says it left out stands in the article's paragraph, in at most six words."""
    noted = beside.whole.noted
    for index, one in enumerate(noted.source.left_out):
        if one.paragraph != beside.passage.id:
            continue
        where = noted.record.place("left_out", index)
        if not _WORD.search(one.detail) or find_quotation(one.detail, beside.article) is None:
            told = f"the detail “{_short(one.detail)}” is not in the article's paragraph; name it by its words"
            yield Problem(where=where, sentence=f"[{one.paragraph}] {told}")
        if len(words(one.detail)) > LONGEST_DETAIL:
            told = f"[{one.paragraph}] a detail of more than {LONGEST_DETAIL} words; name it in fewer"
            yield Problem(where=where, sentence=told)


CHECKS = (numbers_fit, dates_fit, quotations_fit, hedges_fit, scopes_fit, left_out_fits)
