"""A sentence with the known names in it: each counts only where it is not part of a longer known one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from briefwright.codebook import Lexicon
from briefwright.text import fold, normalise

#: A slot that is bound otherwise, and a sentence for a person.
Failing = tuple[str, str]


class Sentence:
    """The cited sentence with the known names in it: who stands where, longest name first."""

    def __init__(self, text: str, names: Mapping[str, Sequence[str]]) -> None:
        self.text = fold(text)
        self.low = normalise(text)
        self.spans: list[tuple[int, int, frozenset[str]]] = []
        spelt: dict[str, set[str]] = {}
        for entity, variants in names.items():
            for name in variants:
                spelt.setdefault(normalise(name), set()).add(entity)
        taken: list[tuple[int, int]] = []
        for name in sorted((n for n in spelt if n and n in self.low), key=lambda n: (-len(n), n)):
            # "1Lin Junyang": the number of a list may be glued to the name that it counts
            for m in re.finditer(rf"(?<![^\W\d_]){re.escape(name)}(?![^\W_])", self.low):
                if any(a < m.end() and m.start() < b for a, b in taken):
                    continue
                taken.append(m.span())
                self.spans.append((m.start(), m.end(), frozenset(spelt[name])))
        self.spans.sort()

    def of(self, entity: str) -> list[tuple[int, int]]:
        """Where the entity is named."""
        return [(a, b) for a, b, who in self.spans if entity in who]


def stands(name: str, passage: str) -> bool:
    """Does the passage hold the name, not as part of another word?"""
    return bool(re.search(rf"(?<![^\W\d]){re.escape(normalise(name))}(?!\w)", normalise(passage)))


#: Pronouns by what they may stand for; "they" may be anybody.
_PERSONAL = re.compile(r"\b(?:he|she|him|her|his|hers|i|we|my|our|us|me|they|their|them)\b")
_NEUTRAL = re.compile(r"\b(?:it|its|we|our|us|they|their|them)\b")
_POINTING = re.compile(r"\b(?:the|this|that|these|those|both|its|their|his|her) (?P<noun>(?:[\w-]+ ?){1,5})")
_OTHERS = frozenset("former latter two three four pair duo trio".split())
_HUMANS = frozenset("man woman".split())


def stand_ins(plain: str, lexicon: Lexicon, *, person: bool | None = None) -> Iterator[int]:
    """Where words end that may stand for somebody or something named before: "she", "the company", "both models".

    With `person`, only those that may stand for a person, or only those that may not.
    """
    fitting = (_PERSONAL, _NEUTRAL) if person is None else (_PERSONAL,) if person else (_NEUTRAL,)
    yield from (m.end() for pronouns in fitting for m in pronouns.finditer(plain))
    people = lexicon.role_words | lexicon.holders | _OTHERS | _HUMANS
    things = lexicon.organisation_nouns | lexicon.model_nouns | lexicon.holders | _OTHERS
    nouns = people | things if person is None else people if person else things
    for found in _POINTING.finditer(plain):
        for word in re.finditer(r"[\w-]+", found["noun"]):
            if word[0] in nouns or word[0].removesuffix("s") in nouns:
                yield found.start("noun") + word.end()
