"""The role that a noun phrase of a parsed sentence names, with the body it is held in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefwright.codebook import Lexicon
from briefwright.dates import DateMention
from briefwright.extract.frames import Words
from briefwright.extract.noun_phrases import BODIES, body_of, under
from briefwright.extract.syntax import Syntax
from briefwright.extract.tokens import Role
from briefwright.names import Mention

_MODIFIERS = frozenset({"amod", "compound", "nmod", "npadvmod", "punct"})
#: what belongs to a noun and is no part of the role's name
_APART = frozenset({"relcl", "acl", "appos", "prep", "punct", "cc", "conj", "advcl", "parataxis", "npadvmod"})
_AT = frozenset({"at", "of", "for", "with", "in", "from", "within", "inside", "on"})
#: what tells which holder somebody is, and is no part of the role's name
_EPITHETS = frozenset(
    """then later who current new next incoming outgoing first second third fourth fifth sixth seventh eighth ninth
    tenth previous last latest longtime long-time long-standing longstanding another further fellow own only
    future would-be departing well-known renowned famous popular billionaire embattled ousted reclusive""".split()
)
_MOST_WORDS = 9
_OWN_PART = re.compile(r"(?<=^ )(of|for) (?:its|their|our) ")
#: roles that are held towards somebody: "adviser to the Office"
_TO = frozenset({"adviser", "advisor", "consultant", "counsel", "ambassador", "envoy", "secretary", "delegate"})
_PRONOUNS = frozenset({"his", "her", "its", "their", "our", "my", "your", "this", "that", "these", "those"})


@dataclass(frozen=True, slots=True)
class Post:
    """A role that a phrase names, and the body it is held in where the phrase says so."""

    words: Words
    body: Mention | None
    head: int
    #: the first word that belongs to the phrase, such as "former" before the body's name
    first: int


def post(tree: Syntax, head: int, lexicon: Lexicon, *, before: int | None = None) -> Post | None:
    """The role whose noun is `head`; its modifiers may hang on the name behind it (`before`)."""
    if tree.name(head, "POTFMGLH") is not None:
        return None
    spelt = tree.text(*tree.spans[head]).casefold()
    if not {tree.low(head), tree.lemma(head), spelt} & lexicon.role_words:
        return None
    holder = before if before is not None else head
    first, body = head, None
    for i in range(head - 1, max(-1, head - 7), -1):
        named = tree.name(i, BODIES)
        if named is not None:
            body = named if tree.head(i) in {holder, head} or tree.dep(i) in {"poss", "compound"} else None
            break
        if tree.words[i].tag == "POS" and i and (owner := tree.name(i - 1, BODIES)):
            body = owner
            break
        houses = lexicon.events["bodies"] | lexicon.events["parts"]
        if tree.words[i].tag == "POS" and i > 1 and tree.low(i - 1) in houses:
            # "the Corran | centre's | director"
            body = tree.name(i - 2, BODIES)
            break
        wanted = tree.head(i) in {holder, head, *range(first, head)} and tree.dep(i) in _MODIFIERS
        # "Chief Operating Officer": a title in capitals is one whatever the parse makes of its middle
        same = tree.tokens[i] is not None and tree.tokens[i] is tree.tokens[head]
        capitals = tree.words[i].text.istitle() and tree.words[head].text.istitle()
        titled = same and (capitals or tree.words[i].pos in {"NOUN", "PROPN", "ADJ"} or _mistagged(tree, i))
        wanted = (wanted and (tree.words[i].pos != "VERB" or tree.words[i].tag == "VBG")) or (
            titled and tree.tokens[i] is not None
        )
        # "is now | acting | head of research", read as what somebody does
        wanted = wanted or (same and tree.low(i) in {"acting", "managing"})
        # "post-training chief": what is hyphened before a role belongs to it, however it is parsed
        wanted = wanted or (
            i == head - 1
            and "-" in tree.text(*tree.spans[i])
            and tree.words[i].tag not in {"CD", "IN", "RB"}
            # "was | re-elected | chair"
            and not (tree.verbal(i) and tree.head(head) == i)
        )
        if not wanted or tree.words[i].pos in {"PUNCT", "NUM"} or tree.name(i, "LPH") or tree.quoted[i]:
            break
        if tree.low(i) in lexicon.role_stop - {"acting"} or tree.low(i) in _EPITHETS:
            break
        first = i
    if body is None:
        owner_at = next((c for c in tree.kids(holder, "poss") if c < head), None)
        if owner_at is None and holder != head:
            owner_at = next((c for c in tree.kids(head, "poss")), None)
        body = tree.name(owner_at, BODIES) if owner_at is not None else None
        if body is None and owner_at is not None and tree.low(owner_at) in {"its", "whose"}:
            body = its_body(tree, owner_at)
    end, last = tree.spans[head][1], head
    for child in _prepositions(tree, head, lexicon):
        if not tree.kids(child, "pobj"):
            body = body or _name_ahead(tree, child)
        for inner in tree.kids(child, "pobj"):
            named = body_of(tree, inner)
            if named is not None or tree.name(inner, "PH"):
                body = body or named
            elif tree.low(child) in {"of", "for", "in"} and last == head and tree.name(inner, "L"):
                # "head for | Europe |", "mayor of | Sibiu |"
                if tree.low(head) in lexicon.unique_roles | {"mayor", "governor", "minister", "ambassador", "manager"}:
                    end, last = tree.spans[inner][1], inner
            elif tree.low(child) in {"of", "for"} and last == head and _plain(tree, inner):
                end, last = _tail(tree, inner)
                body = body or next((b for n in under(tree, inner, _AT) if (b := body_of(tree, n))), None)
                body = body or next((b for c in tree.kids(inner, "poss") if (b := tree.name(c, BODIES))), None)
                # "member of | its | executive committee"
                body = body or next((its_body(tree, c) for c in tree.kids(inner, "poss") if tree.low(c) == "its"), None)
    if head + 1 < len(tree.words) and tree.low(head + 1) in {"emerita", "emeritus"}:
        end = max(end, tree.spans[head + 1][1])
    text = _singular(tree, first, head, end, lexicon)
    if text is None:
        return None
    start = tree.spans[first][0]
    return Post(Words(text=text, start=start, end=start + len(text)), body, head, _former(tree, first))


def its_body(tree: Syntax, pronoun: int) -> Mention | None:
    """Whose "its" is: the body that is the subject above, or the only body named before; "whose": the name before."""
    if tree.low(pronoun) == "whose":
        before = pronoun - 1
        while before > 0 and tree.words[before].text in {",", "(", "–", "—"}:
            before -= 1
        return tree.name(before, "O")
    at = tree.head(pronoun)
    for _ in range(12):
        head = tree.head(at)
        if head == at:
            break
        if tree.dep(at) == "conj" and (mine := [c for c in tree.kids(head, "poss") if tree.name(c, "O")]):
            # "Nova's chief executive Ada Lin and | its | head of sales, Bo Tan"
            return tree.name(mine[0], "O")
        at = head
        if tree.verbal(at):
            for own in tree.kids(at, "nsubj", "nsubjpass"):
                if own < pronoun and (named := tree.name(own, "O")) is not None:
                    return named
    bodies = {m.key: m for i in range(len(tree.words)) if (m := tree.name(i, "OT")) is not None}
    found = next(iter(bodies.values()), None)
    if found is None:
        return _told_of_before(tree)
    return found if len(bodies) == 1 and found.start < tree.spans[pronoun][0] else None


def _told_of_before(tree: Syntax) -> Mention | None:
    """ "Nova employs 60 people. “…,” said | its | chief executive": the body that the sentence before is about."""
    last = tree.before
    if last is None:
        return None
    named = {m.key: (m, last.dep(i)) for i in range(len(last.words)) if (m := last.name(i, "OT")) is not None}
    told, stands = next(iter(named.values()), (None, ""))
    # "Orvane met Pelmora. | Its | chief …": whose, nobody says
    return told if len(named) == 1 and stands in {"nsubj", "nsubjpass"} else None


def where_body(tree: Syntax, verb: int) -> Mention | None:
    """ "came from Nova in 2029, | where | she led design": the body named right before, a date aside."""
    at = next((c for c in tree.kids(verb, "advmod") if tree.low(c) == "where" and c < verb), None)
    if at is None and tree.dep(verb) == "relcl":
        # "joined Nova, | of which | she is now chair"
        fronted = [c for h in (verb, *tree.kids(verb, "attr")) for c in tree.kids(h, "prep", "dep") if c < verb]
        at = next((c for c in fronted if any(tree.low(n) == "which" for n in tree.kids(c, "pobj"))), None)
    if at is None:
        return None
    for i in range(at - 1, max(-1, at - 6), -1):
        if (named := tree.name(i, "O")) is not None:
            return named
        token = tree.tokens[i]
        dated = token is not None and isinstance(token.value, DateMention)
        if not dated and tree.words[i].text not in {",", "in", "-", "–", "—"}:
            return None
    return None


def _mistagged(tree: Syntax, i: int) -> bool:
    """A noun before a role that is taken for a verb: "finance chief", but not "would succeed chief …"."""
    before = tree.words[i - 1] if i else None
    return tree.words[i].tag == "VB" and (before is None or before.tag not in {"MD", "TO", "PRP", "NNP", "RB"})


def _prepositions(tree: Syntax, head: int, lexicon: Lexicon) -> Iterator[int]:
    """The prepositions behind a role noun: its own, and the one right behind it, whatever the parse hangs it on."""
    own = [c for c in tree.kids(head, "prep") if c > head]
    if head + 1 < len(tree.words) and tree.low(head + 1) in {"emerita", "emeritus"}:
        own += tree.kids(head + 1, "prep")
    if head + 1 < len(tree.words) and tree.words[head + 1].tag == "IN" and head + 1 not in own:
        own.insert(0, head + 1)
    for child in own:
        other = any(tree.low(k) in lexicon.role_words and tree.name(k, BODIES) is None for k in range(head + 1, child))
        if (tree.low(child) in _AT or (tree.low(child) == "to" and tree.lemma(head) in _TO)) and not other:
            yield child


def _name_ahead(tree: Syntax, preposition: int) -> Mention | None:
    """The body behind a preposition that the parse leaves without its noun: "CTO of | chip startup Nova"."""
    for i in range(preposition + 1, min(preposition + 7, len(tree.words))):
        named = tree.name(i, BODIES)
        if named is not None:
            return named
        if tree.words[i].tag not in {"DT", "JJ", "NN", "NNP", "PRP$"} or tree.tokens[i] is not None:
            return None
    return None


def is_role(tree: Syntax, i: int) -> bool:
    """Has the tagger taken a word for one of a role, whatever the parse makes of it: "promoted to | engineer |"?"""
    token = tree.tokens[i]
    return token is not None and isinstance(token.value, Role)


def _former(tree: Syntax, first: int) -> int:
    """Where the phrase begins, if "former" stands before the body's name: "| former Nova chief scientist"."""
    for i in range(first - 1, max(-1, first - 5), -1):
        if tree.low(i) in {
            "former",
            "formerly",
            "previously",
            "previous",
            "onetime",
            "ex",
            "late",
            "then",
            "until",
            "till",
            "once",
        }:
            return i
        between = tree.words[i].tag in {"POS", "HYPH", "DT", "RB"} or tree.words[i].text == "-"
        if tree.name(i, BODIES) is None and not between:
            break
    return first


def _plain(tree: Syntax, i: int) -> bool:
    """Can the phrase be part of a role's name: no name, number or pronoun heads it?"""
    return tree.words[i].pos in {"NOUN", "PROPN", "ADJ"} and not any(tree.name(j, "P") for j in tree.subtree(i, _APART))


def _tail(tree: Syntax, i: int) -> tuple[int, int]:
    """Where the words behind "head of" end: the noun, what is joined to it, and its own "of"."""
    last = i
    for child in tree.kids(i, "conj"):
        # "head of sales and | director of news |" are two
        if not tree.verbal(child) and _plain(tree, child) and not is_role(tree, child):
            last = max(last, _tail(tree, child)[1])
    return tree.spans[last][1], last


def _singular(tree: Syntax, first: int, head: int, end: int, lexicon: Lexicon) -> str | None:
    start, (left, right) = tree.spans[first][0], tree.spans[head]
    word = tree.text(left, right)
    if tree.words[head].tag in {"NNS", "NNPS"} and word.casefold().endswith("s") and word != "MTS":
        one = word[:-1]
        word = one if one.casefold() in lexicon.role_words else word
    # "head of its signal group" is head of the signal group, wherever it is told
    text = tree.text(start, left) + word + _OWN_PART.sub(r"\1 the ", tree.text(right, end))
    if set(text.casefold().split()) & _PRONOUNS:
        # of "deputy head of that division" only "deputy head" can be told; "member of her group" names no office
        return _singular(tree, first, head, right, lexicon) if end > right else None
    if len(text.split()) > _MOST_WORDS or "\n" in text or any(c in text for c in '“”"();:'):
        return None
    return text.removeprefix("the ").removeprefix("The ")


def noun_ahead(tree: Syntax, at: int, lexicon: Lexicon) -> int | None:
    """The role noun of the phrase that begins at a word; None where a verb, a stop or a person's name comes first."""
    for i in range(at, min(at + 10, len(tree.words))):
        word = tree.words[i]
        if tree.name(i, "PH") is not None or (
            word.pos in {"PUNCT", "CCONJ", "SCONJ"} and word.text not in {"-", "/", "'"}
        ):
            return None
        if word.tag in {"VBZ", "VBD", "VBP", "VB", "MD", "IN", "TO", "WP", "WDT", "PRP"}:
            return None
        if tree.low(i) not in lexicon.role_words and tree.lemma(i) not in lexicon.role_words:
            continue
        if tree.name(i, "OTMFGL") is not None or tree.quoted[i] is not None:
            continue
        following = i + 1 < len(tree.words) and tree.words[i + 1].pos in {"NOUN", "PROPN", "ADJ"}
        if following and tree.low(i + 1) in {"emerita", "emeritus"}:
            return i
        if following and tree.name(i + 1, "P") is not None:
            return None
        token = tree.tokens[i]
        goes_on = token is not None and any(
            tree.tokens[k] is token and tree.low(k) in lexicon.role_words
            for k in range(i + 1, min(i + 5, len(tree.words)))
        )
        if goes_on and tree.low(i + 1) not in {"of", "for"}:
            # "chief | financial officer"
            continue
        if following and tree.words[i + 1].pos != "ADJ" and tree.words[i + 1].tag != "POS":
            # "chief | executive", "research director": the last noun heads the phrase
            continue
        if i + 1 < len(tree.words) and tree.words[i + 1].tag == "POS":
            return None
        return i
    return None


def plural(tree: Syntax, noun: int) -> bool:
    """Does a noun stand in the plural?"""
    return tree.words[noun].tag in {"NNS", "NNPS"}
