"""Names in running text, found and classed over a whole corpus by rules alone.

Two passes. `learn` collects every capitalised sequence with the words around it and decides, once for the corpus,
what kind of thing each name is; `mentions` then finds the known names in one passage. A name that the corpus's
codebook lists keeps the kind given there.
"""

from briefwright.names.candidates import candidates, unglued
from briefwright.names.find import mentions
from briefwright.names.learn import learn
from briefwright.names.values import Gazetteer, Mention, name_key, nickname, part_key, person_parts, plain_letters

__all__ = [
    "Gazetteer",
    "Mention",
    "candidates",
    "learn",
    "mentions",
    "name_key",
    "nickname",
    "part_key",
    "person_parts",
    "plain_letters",
    "unglued",
]
