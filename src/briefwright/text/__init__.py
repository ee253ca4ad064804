"""Pure string work: folding, words, quotation-aware sentences, quotations, slugs.

Every span is a half-open range of code points of the string that was given. Standard library only. Every function
takes any string, never raises for what the string holds, and takes time linear in its length.
"""

from briefwright.text.plain import (
    STOP_WORDS,
    Word,
    content_words,
    fold,
    grams,
    inverted_condition,
    is_title,
    normalise,
    slug,
    stated_condition,
    unique_slug,
    words,
)
from briefwright.text.quotation import (
    Quotation,
    find_quotation,
    outside_quotations,
    quotations,
    without_long_quotations,
)
from briefwright.text.sentence import sentences

__all__ = [
    "STOP_WORDS",
    "Quotation",
    "Word",
    "content_words",
    "find_quotation",
    "fold",
    "grams",
    "inverted_condition",
    "is_title",
    "normalise",
    "outside_quotations",
    "quotations",
    "sentences",
    "slug",
    "stated_condition",
    "unique_slug",
    "without_long_quotations",
    "words",
]
