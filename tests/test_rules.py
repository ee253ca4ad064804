"""Every rule of the default codebook against its own examples."""

from __future__ import annotations

import pytest

from briefwright.codebook import Rule, load_codebook
from briefwright.codebook.rules import compile_rule
from briefwright.extract import Tagged, subject_of, tag
from briefwright.extract.facts import facts
from briefwright.model import Passage, Refused, Sentence
from briefwright.names import learn
from briefwright.text import sentences

CODEBOOK = load_codebook()
EXAMPLES = [text for rule in CODEBOOK.rules for text in (*rule.yes, *rule.no)]
GAZETTEER = learn([(text, False) for text in EXAMPLES], CODEBOOK)


def tagged(text: str) -> tuple[Tagged, ...]:
    spans = tuple(Sentence(start=a, end=b, text=text[a:b]) for a, b in sentences(text))
    passage = Passage(
        source="0", id="p1", number=1, cls="content", text=text, offsets=tuple(range(len(text) + 1)), sentences=spans
    )
    return tag(passage, GAZETTEER, CODEBOOK)


def kinds(text: str) -> set[str]:
    return {frame.kind for part in tagged(text) for frame in facts([part], CODEBOOK, subject_of(part, ()))}


@pytest.mark.parametrize(
    ("rule", "text"),
    [(r, t) for r in CODEBOOK.rules for t in r.yes],
    ids=lambda x: x.name if isinstance(x, Rule) else "",
)
def test_a_rule_reads_its_positive_example(rule: Rule, text: str) -> None:
    """The pattern matches, and a frame of its kind comes out."""
    assert any(rule.pattern.search(part.text) for part in tagged(text))
    assert rule.kind in kinds(text)


@pytest.mark.parametrize(
    ("rule", "text"),
    [(r, t) for r in CODEBOOK.rules for t in r.no],
    ids=lambda x: x.name if isinstance(x, Rule) else "",
)
def test_a_rule_leaves_its_negative_example(rule: Rule, text: str) -> None:
    """The pattern does not match."""
    assert not any(rule.pattern.search(part.text) for part in tagged(text))


def test_every_rule_has_examples_on_both_sides() -> None:
    assert all(rule.yes and rule.no for rule in CODEBOOK.rules)


def test_rule_names_are_unique() -> None:
    assert len({rule.name for rule in CODEBOOK.rules}) == len(CODEBOOK.rules)


@pytest.mark.parametrize(
    ("pattern", "kind", "words"),
    [
        ("{person=P} left", "leaving", "unknown kind"),
        ("{person=PERSON} left", "departure", "unknown class"),
        ("{colour=W} left", "departure", "no slot"),
        ("{person=P} (left", "departure", "cannot be read"),
        ("{person=P} (?:\\w+)+ left", "departure", "linear time: a repeated group repeats inside"),
    ],
)
def test_a_faulty_rule_is_refused_with_its_place(pattern: str, kind: str, words: str) -> None:
    with pytest.raises(Refused, match=words) as caught:
        compile_rule(
            name="x", kind=kind, pattern=pattern, fixed={}, yes=("a",), no=("b",), where="seeds/codebook.yml:7"
        )
    assert str(caught.value).startswith("seeds/codebook.yml:7: ")
