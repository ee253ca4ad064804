"""Is what a verb of a parsed sentence tells asserted, by whom, how sure, affirmed or denied?"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from briefwright.codebook import Lexicon
from briefwright.extract.asides import aside
from briefwright.extract.asserted import unasserted, unmade
from briefwright.extract.frames import Voice
from briefwright.extract.modality import voice_of
from briefwright.extract.syntax import Syntax
from briefwright.extract.tellers import voice_of_phrase
from briefwright.model import Polarity
from briefwright.text import fold, stated_condition

_NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "hardly"})
_SUBJECT = ("nsubj", "nsubjpass", "csubj", "expl")
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_CUT = frozenset({"relcl", "appos", "acl", "advcl", "parataxis", "cc", "conj", "ccomp"})
#: adjectives under which a clause stands: "it is unclear whether", "is likely to leave"
_RELAYED = frozenset({"report", "say", "believe", "allege", "rumour", "rumor", "think", "understand", "suppose"})
#: nouns whose clause is asserted: "the news that Ada Lin has left"
_TOLD_FOR_SURE = frozenset(
    "news announcement fact confirmation revelation disclosure statement word day week month year time moment".split()
)
_HEARSAY = frozenset({"rumour", "rumor", "speculation"})
_MODALS = frozenset({"may", "might", "could", "would", "can"})


@dataclass(frozen=True, slots=True)
class Colour:
    """How a clause stands in its sentence. `future`: it is still to come, which its template says."""

    hedge: str = "none"
    polarity: Polarity = "affirmed"
    voice: Voice | None = None
    future: bool = False


def subject(tree: Syntax, verb: int) -> int | None:
    """The word that heads the subject of a verb: its own, its antecedent's, or that of the verb it is joined to."""
    for _ in range(8):
        subjects = [c for c in tree.kids(verb, *_SUBJECT) if not tree.low(c).endswith(("self", "selves"))]
        # of two, the nearer: "Ada Lin: chief (the | release | says …"
        own = next((c for c in reversed(subjects) if c < verb), next(iter(subjects), None))
        if own is not None:
            if tree.low(own) in _RELATIVE and tree.dep(verb) == "relcl":
                return _antecedent(tree, verb, own)
            return own
        if (own := beside_participle(tree, verb)) is not None:
            return own
        dep, head = tree.dep(verb), tree.head(verb)
        if dep in {"relcl", "acl"}:
            return head
        finite = tree.words[verb].tag in {"VBD", "VBZ", "VBP"} or any(
            tree.words[c].tag == "MD" for c in tree.kids(verb)
        )
        if dep in {"conj", "advcl", "dep", "parataxis"} and finite and (own := _opening(tree, head, verb)) is not None:
            return own
        if dep == "conj" and finite and tree.words[verb - 1].text == ",":
            # "A day after Nova unveiled Aurora, Ada Lin, its chief, announced …": nothing joins the verbs but a comma
            named = [i for i in range(head, verb) if tree.name(i, "P") is not None and tree.dep(i) == "appos"]
            if named:
                return named[0] if len(named) == 1 else None
        if dep in {"conj", "xcomp", "advcl", "dep", "pcomp"} and head != verb:
            if dep == "pcomp":
                head = tree.head(head)
            if tree.verbal(head):
                verb = head
                continue
        return None
    return None


def beside_participle(tree: Syntax, verb: int) -> int | None:
    """ "| Nova |, set up in 2016 by Ada Lin, said …": the participle is taken for what is said, and has the subject."""
    set_up = next((c for c in tree.kids(verb, "ccomp") if tree.words[c].tag == "VBN" and c < verb), None)
    if set_up is None or tree.kids(set_up, "aux", "auxpass"):
        return None
    first = next(iter(tree.kids(set_up, "nsubj", "nsubjpass")), None)
    commas = first is not None and tree.words[first + 1].text == "," and tree.words[verb - 1].text == ","
    return first if commas else None


def _antecedent(tree: Syntax, verb: int, pronoun: int) -> int:
    """Whom "who" takes up: the name right before it, unless the verb shows that all of a list are meant."""
    before = pronoun - 1
    while before > 0 and tree.words[before].text in {",", "(", "-", "–", "—"}:
        before -= 1
    if tree.low(before - 1) == "not":
        # "It was Bo Tan, | not Ada Lin |, who resigned": neither of them is taken for certain
        return pronoun
    many = tree.words[verb].tag == "VBP" or any(tree.low(c) in {"are", "were", "have"} for c in tree.kids(verb, "aux"))
    if tree.name(before, "P") is not None and not many:
        return before
    head = tree.head(verb)
    if tree.low(pronoun) == "who" and tree.name(head, "P") is None and not many:
        # "Ada Lin, until now vice president of infrastructure, | who becomes …"
        for i in range(before, max(-1, before - 14), -1):
            if tree.words[i].tag in {"VBZ", "VBD", "VBP", "MD"} or tree.words[i].text in {";", ":", ")"}:
                break
            if tree.name(i, "P") is not None:
                apart = tree.words[i + 1].text in {",", "("} and tree.dep(head) in {
                    "appos",
                    "pobj",
                    "attr",
                    "conj",
                    "nsubj",
                }
                return i if apart else head
    return head


def _opening(tree: Syntax, head: int, verb: int) -> int | None:
    """The name that opens a second clause: "… was promoted, and | Bo Tan |, general counsel, will leave"."""
    for i in range(verb - 1, head, -1):
        if tree.name(i, "P") is not None and tree.low(i - 1) in {"and", "but", "while", ";"} and tree.head(i) != verb:
            finite = [
                j for j in range(i, verb) if tree.words[j].tag in {"VBD", "VBZ", "VBP"} and tree.dep(j) != "relcl"
            ]
            held = tree.dep(i) == "conj" and tree.name(tree.head(i), "P") is not None
            return i if not finite and not held else None
    return None


def colour(tree: Syntax, verb: int, lexicon: Lexicon) -> Colour | None:
    """How the clause of a verb stands; None where it is not asserted at all, or nobody can say by whom."""
    position = _position(tree, verb)
    if not tree.narrated(verb) or unasserted(tree.tagged.text, position, denied=True):
        return None
    found = Colour()
    at = verb
    for _ in range(10):
        after = _own(tree, at, found, lexicon, first=at == verb)
        if after is None:
            return None
        found = after
        dep, head = tree.dep(at), tree.head(at)
        if dep == "acl" and tree.kids(at, "mark", "nsubj") and tree.lemma(head) not in _TOLD_FOR_SURE:
            # "denied a report | that she was leaving |": what a report, a rumour or a plan says is not so for that
            return None
        if head == at or dep in {"relcl", "acl"}:
            break
        if any(tree.words[k].text == ";" for k in range(min(at, head), max(at, head))):
            # "Ada Lin left; Nova would not say why"
            break
        if dep == "conj":
            after = _shared(tree, at, head, found, lexicon)
            if after is None:
                return None
            found, at = after, head
            # its own words were read as those of the first verb where they serve both
            dep, head = tree.dep(at), tree.head(at)
            if head == at or dep in {"relcl", "acl"}:
                break
            if any(tree.words[k].text == ";" for k in range(min(at, head), max(at, head))):
                break
        if dep in {"xcomp", "ccomp", "pcomp", "csubj", "advcl", "parataxis", "dep", "oprd", "acomp"}:
            after = _above(tree, at, dep, head, found, lexicon)
            if after is None:
                return None
            found, at = after, head
            continue
        break
    if found.voice is None:
        found = _relayed(tree, verb, position, found, lexicon)
    if found.voice is None and (said := aside(tree.tagged)) is not None and not said.start <= position < said.end:
        # "Nova, | she reckons |, bought Orrin": by whose word, nobody can say
        if said.voice is None:
            return None
        found = replace(found, voice=said.voice)
    begun = tree.tagged.sentence.start
    whole = fold(tree.tagged.passage.text)[begun : tree.tagged.sentence.end]
    start, end = tree.spans[verb]
    if unmade(whole, start - begun, end - begun):
        return None
    if found.future and found.hedge == "none" and stated_condition(tree.tagged.text):
        return replace(found, hedge="if")
    hearsay = _ASIDE.search(whole[: start - begun])
    if hearsay is not None and found.hedge == "none":
        return replace(found, hedge=lexicon.hedge_of.get(hearsay[0].casefold(), "reportedly"))
    return found


#: "Nova, it is said, left", "in all likelihood"
_ASIDE = re.compile(
    r"\bit (?:is|was) (?:said|reported|understood|believed|claimed|thought|whispered|rumou?red|alleged)(?=,)|"
    r"\bin all (?:likelihood|probability)\b|\bby all accounts\b",
    re.IGNORECASE,
)


def _position(tree: Syntax, word: int) -> int:
    """Where a word stands in the tagged text."""
    tagged, place = tree.tagged, tree.spans[word][0]
    for piece in tagged.pieces:
        if piece.start <= place < piece.start + piece.tag_end - piece.tag_start:
            return piece.tag_start + place - piece.start
    return next((t.tag_start for t in tagged.tokens if t.start <= place < t.end), 0)


def _own(tree: Syntax, at: int, found: Colour, lexicon: Lexicon, *, first: bool) -> Colour | None:
    """The auxiliaries, negations and adverbs of one verb."""
    for child in tree.kids(at):
        low, dep = tree.low(child), tree.dep(child)
        if dep == "aux" and low in {"should", "must", "ought", "shall"}:
            return None
        top = at
        while tree.dep(top) == "conj" and tree.verbal(tree.head(top)) and tree.head(top) < top:
            # "said that she was leaving and that Bo Tan | would | serve"
            top = tree.head(top)
        teller = tree.head(top)
        past = tree.dep(top) == "ccomp" and (tree.words[teller].tag == "VBD" or _told(tree, teller))
        if dep == "aux" and low == "would" and past and tree.low(tree.head(top)) in lexicon.reporting:
            # "said it would merge": what was still to come then
            found = replace(found, future=True)
        elif dep == "aux" and low in _MODALS:
            found = replace(found, hedge=_first(found.hedge, lexicon.hedge_of.get(low, low)))
        elif dep == "aux" and low in {"will", "'ll", "wo"}:
            found = replace(found, future=True)
        elif first and dep == "aux" and low == "to" and tree.dep(at) not in {"xcomp", "ccomp"}:
            # a headline ("Nova chief to leave") or "is next month to be replaced"; a purpose asserts nothing
            if tree.head(at) != at and not tree.kids(at, "auxpass") and not _headline(tree, at):
                return None
            found = replace(found, future=True)
        elif first and dep == "aux" and low in {"is", "are", "'s", "'re"} and tree.words[at].tag == "VBG":
            # "is leaving": it is to come
            found = replace(found, future=True)
        elif first and dep in {"neg", "advmod", "preconj", "det"} and (
            dep == "neg" or low in _NEGATIONS or (low == "longer" and tree.low(child - 1) == "no")
        ):  # fmt: skip
            found = replace(found, polarity="denied")
        elif not first and dep == "neg":
            # "did not say that …", "is not expected to": the clause below is not asserted
            return None
        elif dep in {"advmod", "acomp", "amod"} and low in lexicon.hedge_of:
            found = replace(found, hedge=_first(found.hedge, lexicon.hedge_of[low]))
        elif dep == "mark" and low in lexicon.conditions:
            found = replace(found, hedge=_first(found.hedge, lexicon.conditions[low]))
        elif dep == "advcl" and _unmet(tree, child, lexicon):
            # "If the round closes, Nova will hire Ada Lin": told under a condition, which only an argument keeps
            return None
        elif dep == "advmod" and low == "whether":
            found = replace(found, hedge=_first(found.hedge, "unclear"))
        elif dep == "prep" and low == "according" and found.voice is None:
            named = [p for c in tree.kids(child, "prep", "pcomp") for p in tree.kids(c, "pobj")]
            named += list(tree.kids(child, "pobj"))
            if named:
                found = replace(found, voice=voice_of_phrase(tree, named[0], "according to", lexicon))
    if first and any(tree.dep(c) in {"nsubj", "nsubjpass"} and _nobody(tree, c) for c in tree.kids(at)):
        return None
    return found


def _headline(tree: Syntax, at: int) -> bool:
    """ "Ada Lin | to lead Nova |": a name, what its bearer is to do, and no more."""
    head = tree.head(at)
    return tree.dep(at) == "acl" and tree.head(head) == head and tree.name(head, "P") is not None


def _told(tree: Syntax, verb: int) -> bool:
    """ "Staff were | told | that the lab would close": what they were told is told."""
    return tree.low(verb) == "told" and any(tree.low(c) in {"was", "were"} for c in tree.kids(verb, "auxpass"))


def _unmet(tree: Syntax, verb: int, lexicon: Lexicon) -> bool:
    """Does a clause name a condition ("if", "unless"), and not one that changes nothing ("even if", "as if")?"""
    marks = [c for c in tree.kids(verb, "mark", "advmod") if tree.low(c) in lexicon.conditions]
    ahead = [c for c in tree.kids(verb, "aux", "auxpass") if tree.low(c) in {"should", "had", "were"}]
    if ahead and any(c > ahead[0] for c in tree.kids(verb, *_SUBJECT)):
        # "should it lose, Nova would have to pay"
        return True
    return any(c == 0 or tree.low(c - 1) not in {"even", "as", "only", "what"} for c in marks)


def _nobody(tree: Syntax, i: int) -> bool:
    return tree.low(i) in {"nobody", "none", "neither", "no"} or any(
        tree.low(c) in {"no", "neither"} for c in tree.kids(i, "det", "preconj", "cc")
    )


def _shared(tree: Syntax, at: int, head: int, found: Colour, lexicon: Lexicon) -> Colour | None:
    """A joined verb without a subject of its own shares the modal of the verb before it ("may leave and join")."""
    if any(tree.kids(at, *_SUBJECT)):
        return found
    bare = tree.words[at].tag == "VB"
    participle = tree.words[at].tag == "VBN" and not tree.kids(at, "aux", "auxpass")
    for child in tree.kids(head, "aux"):
        low = tree.low(child)
        if not (bare or (participle and low not in {"will"})) or child > at:
            continue
        if low in {"should", "must", "ought", "shall"}:
            return None
        if low in _MODALS:
            found = replace(found, hedge=_first(found.hedge, lexicon.hedge_of.get(low, low)))
        if low in {"will", "'ll"}:
            found = replace(found, future=True)
    if bare and any(tree.kids(head, "neg")):
        found = replace(found, polarity="denied")
    return found


def _above(tree: Syntax, at: int, dep: str, head: int, found: Colour, lexicon: Lexicon) -> Colour | None:
    """What the governing word makes of the clause below it."""
    lemma = tree.lemma(head)
    if dep == "advcl":
        mark = {tree.low(c) for c in tree.kids(at, "mark", "advmod")}
        if mark & {"if", "unless", "whether", "lest", "before", "until"} or _unmet(tree, at, lexicon):
            return None
        return found
    if dep == "pcomp":
        # "accused of leaving", "talks about hiring"
        return found if tree.low(head) in {"after", "since", "by", "before", "upon", "on"} else None
    passive = bool(tree.kids(head, "auxpass"))
    if dep == "xcomp" and lemma in _RELAYED and not passive:
        # "Ada Lin, reported everywhere | to have resigned |, …": told by others, whoever they are
        return None
    if lemma in lexicon.events["unreal"] or lemma in {"doubt", "wonder", "suspect"}:
        return None
    if dep == "xcomp" and any(tree.low(c) == "yet" for c in tree.kids(head, "advmod")):
        # "has yet | to report |": it has not come, and nobody says that it will
        return None
    told = next((c for c in tree.kids(head, "nsubj") if tree.lemma(c) in _HEARSAY), None)
    if dep == "ccomp" and lemma in {"have", "go", "be"} and told is not None:
        # "Rumour has it | that she is leaving |"
        return replace(found, hedge=_first(found.hedge, lexicon.hedge_of.get(tree.low(told), "reported")))
    if lemma in lexicon.events["failed"]:
        if tree.lemma(at) in lexicon.reporting:
            # "declined to say whether …" tells nothing
            return None
        return replace(found, polarity="denied" if found.polarity == "affirmed" else "affirmed")
    spoken = lemma in lexicon.reporting or tree.low(head) in lexicon.reporting or tree.low(head) in lexicon.denial
    if dep == "ccomp" and _told(tree, head):
        return found
    if dep == "xcomp" or (passive and spoken):
        between = tree.text(tree.spans[head][0], tree.spans[at][1])
        lead = next((tree.text(tree.spans[c][0], tree.spans[c][1]) for c in tree.kids(head, "auxpass")), "")
        hedge = _hedge_in(f"{lead} {between}", lexicon)
        if hedge in {"set to", "plans to", "planned", "expected to"}:
            return replace(found, future=True, hedge=_first(found.hedge, hedge if hedge == "expected to" else "none"))
        if hedge != "none":
            return replace(found, hedge=_first(found.hedge, hedge))
        if passive and spoken:
            return replace(found, hedge=_first(found.hedge, "said to"))
        to_come = any(tree.low(c) == "to" for c in tree.kids(at, "aux"))
        if lemma in lexicon.events["resolves"] or lemma in {"be", "have", "go"}:
            return replace(found, future=True)
        if dep == "xcomp" and to_come and lemma not in lexicon.events["brings_about"] and tree.verbal(head):
            # "helped | to found |" says that it was founded; what any other verb says of it nobody knows
            return None
        return found
    if dep in {"ccomp", "parataxis", "dep", "csubj", "acomp", "oprd"}:
        that = any(tree.low(c) == "that" for c in tree.kids(at, "mark"))
        spoken = spoken or (that and at > head and lemma in lexicon.speaking - lexicon.events["supposes"])
        if spoken and found.voice is None:
            who = subject(tree, head)
            voice = voice_of_phrase(tree, who, tree.low(head), lexicon) if who is not None else None
            if voice is None:
                return None
            denied = tree.low(head) in lexicon.denial or lemma in {"deny", "reject", "refute", "dispute"}
            return replace(found, voice=voice, polarity="denied" if denied else found.polarity)
        unsure = [tree.low(head), *(tree.low(c) for c in tree.kids(head, "acomp", "attr"))]
        hedges = [lexicon.hedge_of[low] for low in unsure if low in lexicon.hedge_of]
        if hedges:
            return replace(found, hedge=_first(found.hedge, hedges[0]))
        if not spoken and lemma in {"be", "seem", "appear", "mean", "make", "think", "believe"}:
            return None if lemma in {"think", "believe", "mean"} else found
        guessed = lemma in lexicon.events["supposes"] or (that and lemma not in lexicon.events["knows"])
        if not spoken and dep == "ccomp" and at > head and guessed:
            # "I read in three papers | that I had resigned |", "swore that": it is not so for that
            return None
    return found


def _relayed(tree: Syntax, verb: int, position: int, found: Colour, lexicon: Lexicon) -> Colour:
    """A voice that stands beside the clause: ", two people said" behind it, or one that the whole sentence relays."""
    for child in tree.kids(verb, "parataxis", "ccomp"):
        spoken = tree.lemma(child) in lexicon.reporting or tree.low(child) in lexicon.reporting
        who = next(iter(tree.kids(child, "nsubj")), None)
        if spoken and who is not None and tree.quoted[child] is None and not tree.kids(child, "mark", "ccomp"):
            voice = voice_of_phrase(tree, who, tree.low(child), lexicon)
            if voice is not None:
                return replace(found, voice=voice)
    said = voice_of(tree.tagged)
    if said is not None and said.core[0] <= position < said.core[1]:
        denied = said.verb in lexicon.denial
        return replace(found, voice=said, polarity="denied" if denied else found.polarity)
    return found


def _hedge_in(text: str, lexicon: Lexicon) -> str:
    found = lexicon.hedge_pattern.search(text)
    return lexicon.hedge_of[found[0].casefold()] if found else "none"


def _first(one: str, other: str) -> str:
    return one if one != "none" else other
