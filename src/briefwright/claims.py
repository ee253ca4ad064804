"""Judging claims that somebody else wrote: `verify --claims`, one verdict a line.

A claim is compared with the sentences of the passage that it cites. `unsupported` needs a slot that contradicts or
lacks: a number, date, name, quotation, negation or hedge. `supported` needs all of them and every content word in one
sentence, in the order of its names. What can neither be shown nor refuted is `needs_review`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from briefwright.codebook import Codebook, Lexicon
from briefwright.dates import find_dates, overlap
from briefwright.language import is_common_word
from briefwright.model import Passage, Problem, Refused, Source
from briefwright.quantities import find_quantities
from briefwright.sources import read_corpus
from briefwright.text import content_words, find_quotation, fold, normalise, outside_quotations, quotations, words
from briefwright.verify import Verdict, entails, framed, stem, turns, weigh

_FIELDS = ("id", "text", "source", "passage")
_CAPITAL = re.compile(r"[^\W\d_a-z][\w.'-]*[^\W_]|[A-Z]")


def judge_file(path: Path, seeds: Path, codebook: Codebook) -> tuple[list[dict[str, str]], tuple[Problem, ...]]:
    """Verdicts for every readable line of a file of claims, and a problem for every other line."""
    try:
        lines = path.read_bytes().decode("utf-8-sig").split("\n")
    except OSError as error:
        raise Refused(Problem(where=path.as_posix(), sentence=f"cannot be read ({error.strerror})")) from None
    except UnicodeDecodeError as error:
        raise Refused(
            Problem(where=path.as_posix(), sentence=f"not UTF-8 at byte {error.start}; save it as UTF-8")
        ) from None
    sources = {s.id: s for s in read_corpus(seeds).sources}
    around = {i: "\n".join(p.text for p in s.passages) for i, s in sources.items()}
    verdicts: list[dict[str, str]] = []
    problems: list[Problem] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        claim = _read(line, sources)
        if isinstance(claim, str):
            problems.append(Problem(where=f"{path.as_posix()}:{number}", sentence=claim))
            continue
        identity, text, passage = claim
        source = passage.source
        verdict = judge(text, passage, codebook, around[source])
        verdicts.append({"id": identity, "verdict": verdict.verdict, "slot": verdict.slot, "reason": verdict.reason})
    return verdicts, tuple(problems)


def _read(line: str, sources: dict[str, Source]) -> tuple[str, str, Passage] | str:
    """The id, text and passage of a claim, or what is wrong with its line."""
    try:
        claim = json.loads(line)
    except ValueError:
        return "not JSON; write one object a line"
    if not isinstance(claim, dict):
        return "not a JSON object; write one object a line"
    missing = [name for name in _FIELDS if not isinstance(claim.get(name), str) or not claim[name].strip()]
    if missing:
        return f"'{missing[0]}' is missing or no text; a claim has {', '.join(_FIELDS)}"
    source = sources.get(claim["source"])
    if source is None:
        return f"no source '{claim['source']}'; the corpus has {', '.join(sorted(sources))}"
    passage = next((p for p in source.passages if p.id == claim["passage"]), None)
    if passage is None:
        return f"source {source.id} has no passage '{claim['passage']}'; write it as p14"
    return claim["id"], claim["text"], passage


def judge(text: str, passage: Passage, codebook: Codebook, around: str = "") -> Verdict:
    """The verdict on a claim of free text: by its grammar where a model is installed, else by its words alone.

    `around` is the whole source: it may spell out a name that the passage shortens, and proves nothing else.
    """
    faults = entails(passage.text, text, codebook, around)
    if faults is None:
        return by_words(text, passage, codebook)
    if not faults or _verbatim(text, passage, codebook.lexicon):
        return Verdict(verdict="supported")
    lack = next(_lacking(text, passage.text, codebook, around), None)
    if lack is not None:
        return lack
    return weigh(faults)


def _verbatim(text: str, passage: Passage, lexicon: Lexicon) -> bool:
    """Is the claim a sentence of the passage, or its head up to a comma with nothing behind that takes it back?

    What stands inside quotation marks is somebody's, and proves nothing here.
    """
    if turns(passage.text):
        # a sentence of an interview is its speaker's
        return False
    flat = normalise(text).rstrip(" .")
    spans = [(q.start, q.end) for q in quotations(passage.text)]
    for s in passage.sentences:
        said = normalise(s.text)
        if framed(s.text, text):
            return True
        if len(flat.split()) < 4 or not said.startswith(flat) or s.text.rstrip(' "”').endswith("?"):
            continue
        if any(a < s.end and s.start < b for a, b in spans) or quotations(text):
            continue
        rest = said[len(flat) :]
        if rest.strip(" .") == "":
            return True
        behind = {normalise(w.text) for w in words(rest)}
        taken_back = (
            behind & (lexicon.reporting | _SHORT_OF | _TAKES_BACK)
            or lexicon.negation_pattern.search(rest)
            or lexicon.fact_hedges.search(rest)
        )
        if rest.startswith((", ", "; ")) and not taken_back:
            return True
    return False


def by_words(text: str, passage: Passage, codebook: Codebook) -> Verdict:
    """Without a model: comparison of words with the passage and with each of its sentences, warier."""
    lack = next(_lacking(text, passage.text, codebook), None)
    if lack is not None:
        return lack
    outcomes = [_against(text, s.text, codebook) for s in passage.sentences]
    supported = next((o for o in outcomes if o.verdict == "supported"), None)
    if supported is not None:
        return supported
    refuted = next((o for o in outcomes if o.verdict == "unsupported"), None)
    # what one sentence lacks says more than that none says all of it
    found = next((o for o in outcomes if o.slot != "text"), None)
    return (
        refuted
        or found
        or Verdict(
            verdict="needs_review", slot="text", reason="no sentence of the passage says all of this in these words"
        )
    )


def _lacking(text: str, passage: str, codebook: Codebook, around: str = "") -> Iterator[Verdict]:
    """What the claim holds and the passage does not: a number, date, name or quotation."""
    lexicon, origins = codebook.lexicon, codebook.paraphrase.origins
    have = {(q.low, q.high) for q in find_quantities(passage.replace(" out of ", " of "))}
    for quantity in find_quantities(text.replace(" out of ", " of ")):
        spelt = not any(c.isdigit() for c in quantity.surface) and (
            quantity.kind == "count" or quantity.low == 1 or normalise(quantity.surface) in normalise(passage)
        )
        if not spelt and (quantity.low, quantity.high) not in have and not any(quantity.low in pair for pair in have):
            yield Verdict(
                verdict="unsupported", slot="number", reason=f"the passage does not give “{quantity.surface}”"
            )
    dates = find_dates(passage)
    for date in find_dates(text):
        if date.precision == "relative":
            # "a day later", "this year": what they mean here, the grammar may tell
            continue
        if not any(d.value == date.value or _may_be(d.value, date.value) for d in dates) and normalise(
            date.surface
        ) not in normalise(passage):
            yield Verdict(
                verdict="unsupported", slot="date", reason=f"the passage does not give the date “{date.surface}”"
            )
    for quotation in quotations(text):
        if find_quotation(quotation.words, passage) is None:
            yield Verdict(
                verdict="unsupported", slot="quotation", reason=f"“{quotation.words}” does not stand in the passage"
            )
    flat = normalise(f"{passage} {around} {' '.join(land for word, land in origins.items() if word in passage)}")
    for word in words(fold(text)):
        name = word.text.removesuffix("'s")
        common = (
            name.casefold() in lexicon.function_words
            or name in lexicon.not_names
            or (text[: word.start].rstrip()[-1:] in ("", ".", "!", "?") and is_common_word(name))
        )
        if _CAPITAL.fullmatch(name) and not common and not re.search(rf"(?<!\w){re.escape(normalise(name))}", flat):
            yield Verdict(verdict="unsupported", slot="name", reason=f"the passage does not name “{word.text}”")


def _may_be(one: str, other: str) -> bool:
    return one[:1] in "-0123456789" and other[:1] in "-0123456789" and overlap(one, other)


def _against(text: str, sentence: str, codebook: Codebook) -> Verdict:
    """The claim against one sentence that holds most of its content words."""
    claimed = [stem(w) for w in _told(text, codebook.lexicon)]
    said = {stem(w) for w in _told(sentence, codebook.lexicon)}
    shared = [w for w in claimed if w in said]
    if not claimed or len(shared) < 0.6 * len(claimed):
        return Verdict(verdict="needs_review", slot="text", reason="the sentence speaks of something else")
    lexicon = codebook.lexicon
    if bool(lexicon.negation_pattern.search(text)) != bool(lexicon.negation_pattern.search(sentence)):
        return Verdict(verdict="unsupported", slot="negation", reason="one affirms what the other denies")
    here, there = _hedges(text, lexicon), _hedges(sentence, lexicon)
    if there - here:
        return Verdict(
            verdict="unsupported",
            slot="hedge",
            reason=f"the passage says “{sorted(there - here)[0]}”, the claim does not",
        )
    if here - there:
        return Verdict(
            verdict="unsupported",
            slot="hedge",
            reason=f"the claim says “{sorted(here - there)[0]}”, the passage does not",
        )
    if len(shared) < len(claimed):
        return Verdict(verdict="needs_review", slot="text", reason="some of its words do not stand in the sentence")
    if _unlike(text, sentence, lexicon):
        return Verdict(
            verdict="needs_review", slot="attribution", reason="the sentence asks, relays, or says more than one thing"
        )
    order = [w for w in (stem(x) for x in _told(sentence, codebook.lexicon)) if w in set(claimed)]
    if _distinct(order) != _distinct(claimed):
        return Verdict(verdict="needs_review", slot="order", reason="its words stand in another order in the sentence")
    return Verdict(verdict="supported")


#: Words that carry meaning here although they are common: direction, order, extent.
_SMALL = frozenset({"before", "after", "up", "down", "almost", "nearly", "only", "more", "less", "first", "last",
                    "most", "all", "some", "none", "every", "both", "until", "since", "over", "under"})  # fmt: skip
#: Words that take back part of what the verb says.
_SHORT_OF = frozenset({"almost", "nearly", "hardly", "barely", "scarcely", "once", "formerly"})
#: Words behind a clause that may take it back, or make it somebody's opinion or plan.
_TAKES_BACK = frozenset(
    """if unless until once when whenever provided but except though although however or only according account theory
    paper rumour rumor opinion view eyes belief think thinks thought believe believes believed suppose supposedly
    subject words denies denied denying citing
    joke dream wish hope hopes hoped want wants plan plans planned expect expects expected far law""".split()
)
_JOINED = re.compile(r"[,;:]|\b(?:and|but|while|who|which|when|because|although)\b", re.IGNORECASE)


def _told(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The words that a sentence is judged by: content words outside speech, and small words of direction.

    A synonym that the corpus's codebook lists counts as the word it stands for.
    """
    plain = outside_quotations(text)
    content = set(content_words(plain))
    told = (normalise(x.text) for x in words(plain))
    return tuple(lexicon.synonyms.get(w, w) for w in told if w in _SMALL or set(content_words(w)) & content)


def _hedges(text: str, lexicon: Lexicon) -> set[str]:
    found = (m[0].casefold() for m in lexicon.fact_hedges.finditer(text))
    return {lexicon.hedge_of.get(word) or lexicon.conditions[word] for word in found}


def _unlike(text: str, sentence: str, lexicon: Lexicon) -> bool:
    """Does the sentence ask, relay somebody's words, or hold more clauses than the claim? Then nothing is proved."""
    if sentence.rstrip(' "”').endswith("?") != text.rstrip(' "”').endswith("?"):
        return True
    said = {normalise(w.text) for w in words(outside_quotations(sentence))}
    claimed = {normalise(w.text) for w in words(outside_quotations(text))}
    if (said - claimed) & (lexicon.reporting | _SHORT_OF):
        return True
    return len(_JOINED.findall(outside_quotations(sentence))) > len(_JOINED.findall(outside_quotations(text)))


def _distinct(items: list[str]) -> list[str]:
    return list(dict.fromkeys(items))
