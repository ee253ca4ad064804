"""Who utters one quotation, read off its sentence: the verb beside or above it, a label, a signature, a colon.

Words in quotation marks that nobody utters are a term, and have no speaker.
"""

from __future__ import annotations

import re

from briefwright.codebook import Lexicon
from briefwright.extract.asserting import subject
from briefwright.extract.frames import Names
from briefwright.extract.phrased import phrased, unparsed
from briefwright.extract.syntax import Syntax, speech
from briefwright.extract.tokens import Tagged, Token
from briefwright.extract.utterances import DOCUMENTS
from briefwright.extract.uttering import Speaker, forms, of_phrase, person_only, says
from briefwright.names import Mention
from briefwright.text import Quotation

#: verbs that give a name to a thing: "a project called “Kestrel”" is no speech, "she called it “a gift”" is
_NAMING = frozenset({"call", "dub", "name", "title", "label", "term", "nickname", "code", "entitle", "headline"})
_TERM_BEFORE = re.compile(
    r"\b(?:so-called|called|known as|dubbed|named|titled|entitled|headlined|codenamed|nicknamed|labelled|labeled|the "
    r"(?:term|word|name|phrase|label|motto|title|slogan|codename|hashtag|project|programme|program|initiative|"
    r"conference|"
    r"unit|team|plan))(?: the| a| an)? $",
    re.IGNORECASE,
)
_PRONOUN_BEHIND = re.compile(r"[\s,.\"']*(?:he|she|they) (?:has |had |then |later |also |once )?([a-z]+)\b")
_END = re.compile(r"[.!?…]$")


def speaker_of(one: Tagged, tree: Syntax | None, token: Token, lexicon: Lexicon) -> Speaker | None:
    value = token.value
    assert isinstance(value, Quotation)
    if _TERM_BEFORE.search(one.text[: token.tag_start]) and not speech(value):
        before = one.text[: token.tag_start]
        if not re.search(
            r"\b(?:called|labelled|labeled|dubbed) (?:it|him|her|them|this|that|the [^.;,]{1,60}|<\w+>) $"
            r"|\b(?:which|that) <[PO]\d+> (?:has |had |once |later |then )?called $",
            before,
        ):
            return None
    if (named := _label(one, token)) is not None:
        return named
    if tree is None:
        return None
    if not speech(value) and _qualifies(tree, value):
        return None
    if (signed := _signed(one, token)) is not None:
        return signed
    if (by := phrased(one, token)) is not None and (set_phrase := _named(by)) is not None:
        return set_phrase
    behind = _PRONOUN_BEHIND.match(one.text[token.tag_end :])
    if behind is not None and behind[1] in lexicon.reporting | forms(lexicon.speaking):
        # "It was Bo Tan: “…,” she told us": whoever she is, and nobody named before
        return _beside(one, tree, token, lexicon)
    ways = (_beside, _above, _said_in, _only_one) if speech(value) else (_above, _beside, _said_in, _only_one)
    found = next((found for way in ways if (found := way(one, tree, token, lexicon)) is not None), None)
    if found is None and (by := unparsed(one, token, lexicon, forms(lexicon.speaking))) is not None:
        found = _named(by)
    return found


def _qualifies(tree: Syntax, value: Quotation) -> bool:
    """One to three words in marks that only qualify the noun behind them: "its “open” models" is no speech."""
    inside = [i for i, q in enumerate(tree.quoted) if q == value and tree.words[i].pos != "PUNCT"]
    if not inside or len(inside) > 3 or inside[-1] + 1 >= len(tree.words):
        return False
    last = inside[-1]
    noun = tree.head(last)
    # "the “open” in its name": a single word behind an article stands for the word itself
    if len(inside) == 1 and last and tree.words[last - 1].tag == "DT":
        return True
    following = tree.words[last + 1]
    if len(inside) == 1 and following.pos in {"NOUN", "PROPN"} and not value.words.rstrip().endswith((",", ".")):
        return True
    behind = noun == last + 1 or (noun > last and noun == tree.head(last + 1))
    return behind and tree.dep(last) in {"amod", "compound", "nmod", "poss"} and tree.words[noun].pos != "VERB"


#: "Ada Lin: “…”" at the very start
_LABEL = re.compile(r"^(<[PO]\d+>)(?: \([^)]*\))?: ?(?=<Q)")


def _label(one: Tagged, token: Token) -> Speaker | None:
    found = _LABEL.match(one.text)
    if found is None or found.end() != token.tag_start:
        return None
    named = one.token(found[1])
    return _named(named) if named is not None else None


#: "“…” — Ada Lin"
_SIGNED = re.compile(r"^[\s.,]*(?:—|–|--|-) ?(<P\d+>)(?:,[^.;]{2,80})?\.?$")


def _signed(one: Tagged, token: Token) -> Speaker | None:
    found = _SIGNED.match(one.text[token.tag_end :])
    by = one.token(found[1]) if found is not None else None
    return _named(by) if by is not None else None


def _only_one(one: Tagged, tree: Syntax, token: Token, lexicon: Lexicon) -> Speaker | None:
    """ "Ada Lin went further: “…”": a sentence of its own behind a colon is the one person's whom the clause names.

    Where it names none but "his letter" or "her profile", it is the one person's whom the passage has named so far.
    """
    before = one.text[: token.tag_start].rstrip()
    value = token.value
    whole = isinstance(value, Quotation) and bool(_END.search(value.words.strip()))
    if not before.endswith(":") or not whole:
        return None
    persons = [t for t in one.tokens if t.name[1] in "PH" and t.tag_end <= token.tag_start]
    keys = {t.value.key for t in persons if isinstance(t.value, Mention)}
    clause = before[before.rfind(";") + 1 :]
    if len(keys) == 1 and persons[-1].name in clause:
        return _named(persons[-1])
    return None


def _named(token: Token) -> Speaker | None:
    if not isinstance(token.value, Mention):
        return None
    return Speaker(Names(mentions=(token.value,)), token.start, token.end)


def _beside(one: Tagged, tree: Syntax, token: Token, lexicon: Lexicon) -> Speaker | None:
    """The verb right behind a quotation, or its subject there: "“…,” said Ada Lin", "“…,” Ada Lin told reporters"."""
    at = next((i for i, t in enumerate(tree.tokens) if t == token), None)
    if at is None:
        at = next((i for i, q in enumerate(tree.quoted) if q == token.value), None)
    if at is None:
        return None
    after = at
    while after + 1 < len(tree.words) and (tree.tokens[after + 1] == token or tree.quoted[after + 1] == token.value or
                                           (tree.words[after + 1].text in {'"', ",", "'", ".", "-", "–", "—"} and
                                           tree.spans[after + 1][0] < token.end + 3)):  # fmt: skip
        after += 1
    nxt = after + 1
    while nxt < len(tree.words) and tree.words[nxt].pos == "ADV":
        nxt += 1
    if nxt >= len(tree.words):
        return None
    if tree.low(nxt) == "according":
        return _according(tree, nxt)
    if says(tree, nxt, lexicon):
        if (behind := _subject_behind(tree, nxt)) is not None:
            return of_phrase(tree, behind, lexicon)
        if one.text[: token.tag_start].strip(" '\"") and (own := subject(tree, nxt)) is not None and own < nxt:
            return of_phrase(tree, own, lexicon)
        return None
    # "“…,” Ada Lin, a researcher, said": the next verb of saying, if nothing but the speaker stands before it
    for verb in range(nxt, min(len(tree.words), nxt + 26)):
        if tree.quoted[verb] is not None or tree.words[verb].text in {";", ":"}:
            return None
        token_here = tree.tokens[verb]
        if token_here is not None and isinstance(token_here.value, Quotation):
            return None
        if says(tree, verb, lexicon) and tree.words[verb].tag != "VBN":
            own = next(iter(tree.kids(verb, "nsubj")), None)
            # the mark that closes the words is sometimes hung on the name behind it
            if own is None or min(i for i in tree.subtree(own) if tree.words[i].pos != "PUNCT") != nxt:
                continue
            return of_phrase(tree, own, lexicon)
        if tree.words[verb].tag in {"VBZ", "VBD", "VBP"} and tree.dep(verb) not in {"relcl", "acl"}:
            # "“There is none,” Ada Lin instructed reporters": a name right behind speech that ends in a comma utters it
            value = token.value
            comma = isinstance(value, Quotation) and value.words.rstrip().endswith(",") and speech(value)
            at_once = tree.name(nxt, "P") is not None and next(iter(tree.kids(verb, "nsubj")), None) == nxt
            return of_phrase(tree, nxt, lexicon) if comma and at_once else None
    return None


def _subject_behind(tree: Syntax, verb: int) -> int | None:
    """The speaker behind the verb: its subject, or what the parse takes for its object."""
    for child in tree.kids(verb, "nsubj", "dobj", "attr", "ccomp", "npadvmod", "oprd", "dep"):
        if child > verb and min(tree.subtree(child)) <= verb + 2:
            return child
    nxt = verb + 1
    while nxt < len(tree.words) and tree.words[nxt].pos == "DET":
        nxt += 1
    if nxt < len(tree.words) and tree.words[nxt].pos in {"PROPN", "NOUN"}:
        head = nxt
        while (
            tree.head(head) != head and tree.words[tree.head(head)].pos in {"PROPN", "NOUN"} and tree.head(head) > verb
        ):
            head = tree.head(head)
        return head
    return None


def _according(tree: Syntax, at: int) -> Speaker | None:
    for child in tree.kids(at, "prep"):
        for noun in tree.kids(child, "pobj"):
            named = tree.name(noun, "PO")
            if named is not None:
                return Speaker(Names(mentions=(named,)), *tree.spans[noun])
    return None


#: "According to Ada Lin, | “…”"
_ACCORDING = re.compile(
    r"(?:^|[;,] )(?:[Aa]ccording to|In the words of|in the words of) (<[PO]\d+>),(?: [\w' ]{0,40})?$"
)


def _above(one: Tagged, tree: Syntax, token: Token, lexicon: Lexicon) -> Speaker | None:
    """The verb of saying that governs a quotation, or that it follows: "Ada Lin wrote: “…”", "said it was “…”"."""
    first = next((i for i, t in enumerate(tree.tokens) if t == token), None)
    if first is None:
        first = next((i for i, q in enumerate(tree.quoted) if q == token.value), None)
    if first is None:
        return None
    before = one.text[: token.tag_start].rstrip()
    opened = _ACCORDING.search(before)
    if opened is not None and (by := one.token(opened[1])) is not None:
        return _named(by)
    colon = before.endswith(":")
    for verb in range(first - 1, -1, -1):
        word = tree.words[verb]
        if tree.quoted[verb] is not None:
            continue
        if word.text == ";" or (word.text == ":" and not colon):
            return None
        if word.pos not in {"VERB", "AUX"} or word.tag in {"MD"}:
            continue
        if not says(tree, verb, lexicon):
            if colon and word.tag in {"VBZ", "VBD", "VBP", "VBN"} and _utters(tree, verb):
                own = subject(tree, verb)
                return person_only(tree, own, lexicon) if own is not None else None
            continue
        passive = bool(tree.kids(verb, "auxpass")) or (word.tag == "VBN" and tree.dep(verb) == "acl")
        if passive and (tree.lemma(verb) in _NAMING or not tree.kids(verb, "agent")):
            continue
        if tree.lemma(verb) in _NAMING and not _calls(tree, verb, first):
            if tree.kids(verb, "nsubj") and not passive:
                # "said it was so, which Bo Tan called “unfair”": the words are no longer those of who said so
                return None
            continue
        if not colon and not speech_like(tree, verb, first, token):
            continue
        own = subject(tree, verb)
        if (own is None or tree.dep(own) == "csubj") and tree.name(verb - 1, "PHO") is not None:
            # "Asked about it, Ada Lin said": what stands before the name is taken for the subject
            own = verb - 1
        if own is None or own > first or tree.dep(own) == "csubj":
            return None
        found = of_phrase(tree, own, lexicon)
        if found is None and tree.dep(verb) == "ccomp":
            # "a spokesperson said it would not comment on …": the one who says so utters the words
            continue
        return found
    return None


def _utters(tree: Syntax, verb: int) -> bool:
    """A verb with the noun of an utterance for its object or subject: "put a single sentence on Plaza: “…”"."""
    inside = [
        *tree.kids(verb, "dobj", "nsubj", "attr"),
        *(n for c in tree.kids(verb, "prep") for n in tree.kids(c, "pobj")),
    ]
    return any(tree.lemma(n) in DOCUMENTS | {"sentence", "this", "something", "thing"} for n in inside)


def _calls(tree: Syntax, verb: int, quote: int) -> bool:
    """ "called the exit “…”": an object is called something; "a project called “…”" has none."""
    if tree.dep(verb) == "relcl" and any(tree.low(c) in {"which", "that"} for c in tree.kids(verb, "dobj")):
        return subject(tree, verb) is not None
    between = [tree.low(i) for i in range(verb + 1, quote) if tree.words[i].pos != "PUNCT"]
    if subject(tree, verb) is not None and between in (["that"], ["this"], ["it"], ["these"], ["those"], ["them"]):
        # "calls that “weather talk”"
        return True
    return (
        subject(tree, verb) is not None and any(c < quote for c in tree.kids(verb, "dobj", "ccomp", "oprd", "xcomp"))
    ) or (any(tree.kids(c, "nsubj") for c in tree.kids(verb, "ccomp", "xcomp")))


def speech_like(tree: Syntax, verb: int, quote: int, token: Token) -> bool:
    """Does the verb govern the quotation, or does nothing but its own complement stand between them?"""
    at = quote
    for _ in range(14):
        if at == verb:
            return True
        head = tree.head(at)
        if head == at:
            break
        if tree.dep(at) == "relcl" and head > verb and tree.quoted[at] is None:
            # "said the plan, which he calls “…”": another verb's
            pass
        at = head
    between = range(verb + 1, quote)
    finite = [j for j in between if tree.words[j].tag in {"VBZ", "VBD", "VBP"} and tree.quoted[j] is None]
    value = token.value
    return not finite and isinstance(value, Quotation) and (speech(value) or len(list(between)) <= 8)


def _said_in(one: Tagged, tree: Syntax, token: Token, lexicon: Lexicon) -> Speaker | None:
    """ "Ada Lin's message read “…”", "In Ada Lin's words, “…”"."""
    for i in range(len(tree.words)):
        if tree.lemma(i) not in DOCUMENTS or tree.spans[i][0] > token.start or tree.quoted[i] is not None:
            continue
        owner = next((c for c in tree.kids(i, "poss") if tree.name(c, "PHO")), None)
        if owner is None:
            continue
        gap = one.text[: token.tag_start]
        tail = gap[gap.rfind("'s ") :] if "'s " in gap else gap
        if len(tail) < 90 and not re.search(r"[;.]", tail):
            named = tree.name(owner, "PHO")
            return Speaker(Names(mentions=(named,)), *tree.spans[owner]) if named is not None else None
    return None
