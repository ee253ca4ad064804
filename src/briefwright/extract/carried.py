"""Who utters words whose own sentence names nobody: "it said", "she said", "it read".

“The samples were a rounding error,” it said: the body that the sentence before is about. “Not one minute,” she said:
the spokeswoman, unnamed, who denied something right before. “I do not want to sign,” it read: whoever sent the letter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefwright.codebook import Lexicon
from briefwright.extract.asserting import subject
from briefwright.extract.frames import Names
from briefwright.extract.noun_phrases import body_of, holders
from briefwright.extract.pronouns import of_other_gender
from briefwright.extract.syntax import Syntax
from briefwright.extract.tokens import Tagged, Token
from briefwright.extract.topics import Topic
from briefwright.extract.utterances import DOCUMENTS
from briefwright.extract.uttering import Speaker, of_phrase, says
from briefwright.model import Passage, Source
from briefwright.names import Mention
from briefwright.text import Quotation

_PRONOUN = r"(?P<who>[Ii]t|[Hh]e|[Ss]he)"
#: "“…,” it said", "“…,” said she"
_BEHIND = re.compile(rf"^[\s,.]*(?:{_PRONOUN} (?:\w+ly )?(?P<verb>\w+)|(?P<verb2>\w+) (?P<who2>it|he|she)\b)")
#: "It said: “…”", "the samples “…”, it said": the pronoun and its verb before the words
_BEFORE = re.compile(rf"(?:^|[,;.] |\b(?:and|but) ){_PRONOUN} (?:\w+ly )?(?P<verb>\w+)(?: \w+){{0,6}}[:,]? ?$")
_READS = frozenset(
    {"read", "reads", "said", "says", "went", "goes", "ran", "runs", "began", "begins", "stated", "states"}
)
_LEAST = 4


def carried(
    one: Tagged, tree: Syntax, token: Token, before: tuple[Tagged, Syntax | None] | None, lexicon: Lexicon
) -> Speaker | None:
    """The speaker of words beside whose verb only a pronoun stands, where the sentence before leaves one meaning."""
    found = _BEHIND.match(one.text[token.tag_end :]) or _BEFORE.search(one.text[: token.tag_start])
    if found is None or before is None or before[1] is None:
        return None
    groups = found.groupdict()
    who, verb = groups.get("who") or groups.get("who2") or "", groups.get("verb") or groups.get("verb2") or ""
    if verb.casefold() not in lexicon.reporting | lexicon.speaking | _READS and not _says(tree, verb, lexicon):
        return None
    if who.casefold() != "it":
        return _unnamed(before[1], lexicon)
    sender = _sender(before[1], lexicon) if verb.casefold() in _READS else None
    return sender or _body(before)


#: so many passages that name nobody may stand between a person and the pronoun for that person
_FAR = 3


def alone_before(passage: Passage, tagged: Sequence[tuple[Source, Passage, tuple[Tagged, ...]]]) -> Topic | None:
    """The only person whom the nearest passage before names that names any; nobody where that is far away."""
    before = [one for one in tagged if one[1].source == passage.source and one[1].number < passage.number]
    for _, place, ones in reversed(before[-_FAR:]):
        people = {t.value.key: t.value for one in ones for t in one.tokens
                  if isinstance(t.value, Mention) and t.value.kind == "person"}  # fmt: skip
        if people:
            return Topic(next(iter(people.values())), place.id) if len(people) == 1 else None
    return None


def met_before(one: Tagged, token: Token, person: Mention, lexicon: Lexicon) -> Speaker | None:
    """ "“My mother wears them,” she says", where the passage names nobody: the only person of the passage before."""
    found = _BEHIND.match(one.text[token.tag_end :]) or _BEFORE.search(one.text[: token.tag_start])
    if found is None:
        return None
    groups = found.groupdict()
    who, verb = groups.get("who") or groups.get("who2") or "", groups.get("verb") or groups.get("verb2") or ""
    spoken = verb.casefold() in lexicon.reporting | lexicon.speaking
    if who.casefold() not in {"he", "she"} or not spoken or of_other_gender(person.text, who, lexicon):
        return None
    return Speaker(Names(mentions=(person,)), -1, -1)


def _says(tree: Syntax, word: str, lexicon: Lexicon) -> bool:
    return any(tree.words[i].text == word and says(tree, i, lexicon) for i in range(len(tree.words)))


def _body(before: tuple[Tagged, Syntax | None]) -> Speaker | None:
    """The one body that the sentence before names, where that sentence is about it."""
    tagged, tree = before
    bodies = {t.value.key: t for t in tagged.tokens if t.name[1] == "O" and isinstance(t.value, Mention)}
    if len(bodies) != 1 or tree is None:
        return None
    root = next((i for i in range(len(tree.words)) if tree.dep(i) == "ROOT"), None)
    own = subject(tree, root) if root is not None else None
    named = body_of(tree, own) if own is not None else None
    if named is None:
        return None
    token = bodies.get(named.key)
    return Speaker(Names(mentions=(named,)), token.start, token.end) if token is not None else None


def _sender(tree: Syntax, lexicon: Lexicon) -> Speaker | None:
    """ "On 27 March he sent a letter to his superiors": whose letter it is."""
    for i in range(len(tree.words)):
        if tree.lemma(i) not in DOCUMENTS or tree.quoted[i] is not None:
            continue
        verb = tree.head(i)
        owner = [m for c in tree.kids(i, "poss") if (m := tree.name(c, "PH"))]
        who = subject(tree, verb) if tree.verbal(verb) and tree.dep(i) == "dobj" else None
        people = tuple(owner) or (holders(tree, who, lexicon) if who is not None else ())
        if len(people) == 1:
            return Speaker(Names(mentions=people), tree.spans[i][0], tree.spans[i][1])
    return None


def _unnamed(tree: Syntax, lexicon: Lexicon) -> Speaker | None:
    """ "A spokeswoman for Nova denied that …": who speaks in the sentence before, if it names no person at all."""
    if any(tree.name(i, "PH") for i in range(len(tree.words))):
        return None
    for verb in range(len(tree.words)):
        if tree.dep(verb) == "ROOT" and (says(tree, verb, lexicon) or tree.lemma(verb) in lexicon.speaking):
            own = subject(tree, verb)
            return of_phrase(tree, own, lexicon) if own is not None else None
    return None


def goes_on(one: Tagged, tree: Syntax, token: Token, last: Speaker | None) -> Speaker | None:
    """ "She herself is staying “for as long as somebody talks”": words of a clause about whoever spoke right before."""
    value = token.value
    if last is None or not isinstance(last.slot, Names) or not isinstance(value, Quotation):
        return None
    if len(value.words.split()) < _LEAST or not value.words[:1].islower():
        return None
    keys = {t.value.key for t in one.tokens if t.name[1] in "PH" and isinstance(t.value, Mention)}
    root = next((i for i in range(len(tree.words)) if tree.dep(i) == "ROOT"), None)
    own = subject(tree, root) if root is not None else None
    named = tree.name(own, "PH") if own is not None else None
    if named is None or keys != {last.slot.mentions[0].key} or named.key != last.slot.mentions[0].key:
        return None
    return Speaker(Names(mentions=(named,)), *tree.spans[own]) if own is not None else None
