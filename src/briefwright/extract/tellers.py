"""Whom a noun phrase of a parsed sentence names as the one who tells something."""

from __future__ import annotations

from briefwright.codebook import Lexicon
from briefwright.extract.frames import Voice
from briefwright.extract.noun_phrases import body_of, people
from briefwright.extract.syntax import Syntax
from briefwright.extract.voices import NOBODY, by_name, in_words

#: what belongs to a phrase, but not to the name of a voice
_CUT = frozenset({"relcl", "appos", "advcl", "parataxis", "cc", "conj", "ccomp"})


def voice_of_phrase(tree: Syntax, who: int, verb: str, lexicon: Lexicon) -> Voice | None:
    """The voice that a phrase names; None for a pronoun that stands for nobody certain."""
    whole = (0, len(tree.tagged.text))
    found = people(tree, who, lexicon)
    plain = tree.text(found[0].start, found[-1].end) if len(found) > 1 else ""
    if plain and not any(c in plain for c in ";()") and len(plain.split()) <= _LONGEST:
        # "Ada Lin, Bo Tan and Cy Roe | said": all of them did
        return in_words(plain, verb, whole)
    named = tree.name(who, "POTH")
    named = named or (found[0] if len(found) == 1 else body_of(tree, who))
    if named is not None:
        return by_name(named, verb, whole)
    if tree.low(who) in NOBODY or tree.words[who].pos in {"PRON", "PUNCT"}:
        return None
    start, end = tree.phrase(who, _CUT)
    article = [tree.spans[c][0] for c in tree.kids(who, "det") if c < who]  # "the logistics and payments | group"
    return in_words(tree.text(min([start, *article]), end), verb, whole)


_LONGEST = 12
