"""Does a corpus's own codebook do what it says? Its rules on their own examples, its names and types on the corpus.

The package's own rules are held to their examples by tests; those that a corpus adds are tried at each build, because
nobody else does it. An entry without effect is refused too: it is a slip, or says of the corpus what is not so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefwright.codebook import Codebook
from briefwright.extract import facts, subject_of, tag
from briefwright.model import Passage, Problem, Refused, Sentence, Source, Statement
from briefwright.names import Gazetteer, learn
from briefwright.text import fold, sentences

#: Classes of the pattern language that take a person.
_PERSONS = frozenset({"P", "PP", "A", "E"})
#: "Ylva Strand", "Bo K. Lind"
_NAME = re.compile(r"\b[A-Z][^\W\d_]+(?: [A-Z]\.)?(?: [A-Z][\w'’-]+){1,2}\b")


def check_rules(codebook: Codebook) -> None:
    """Refuse a rule of the corpus that does not read a sentence under `yes`, or reads one under `no`."""
    rules = codebook.own_rules
    if not rules:
        return
    texts = [(text, False) for rule in rules for text in (*rule.yes, *rule.no)]
    problems = list(_failing(codebook, _gazetteer(texts, codebook)))
    if problems:
        raise Refused(*problems)


def _gazetteer(texts: Sequence[tuple[str, bool]], codebook: Codebook) -> Gazetteer:
    """The names of the examples. What looks like a person's name in them and stands for nothing else is one.

    In a corpus other sentences tell that somebody is a person; an example is all there is of it.
    """
    known = learn(texts, codebook)
    people = [
        name
        for rule in codebook.own_rules
        if any(cls in _PERSONS for _, cls in rule.slots)
        for text in rule.yes
        for part in tag(_passage(text), known, codebook)
        for name in _NAME.findall(part.text)
    ]
    taught = [(f"{name}, an engineer, spoke.", False) for name in dict.fromkeys(people)]
    return learn([*texts, *taught], codebook) if taught else known


def _failing(codebook: Codebook, gazetteer: Gazetteer) -> Iterator[Problem]:
    for rule in codebook.own_rules:
        for text in rule.yes:
            tagged = tag(_passage(text), gazetteer, codebook)
            if not any(rule.pattern.search(part.text) for part in tagged):
                shown = " ".join(part.text for part in tagged)
                told = f"rule '{rule.name}' does not match its own example under 'yes': “{text}” (read as “{shown}”)"
                yield Problem(where=rule.where, sentence=f"{told}; mend the pattern or the example")
            elif not any(
                frame.rule == rule.name or frame.kind == rule.kind
                for part in tagged
                for frame in facts([part], codebook, subject_of(part, ()))
            ):
                told = f"rule '{rule.name}' matches “{text}” and yet makes no {rule.kind} of it"
                yield Problem(where=rule.where, sentence=f"{told}; capture the slots that the kind needs")
        for text in rule.no:
            if any(rule.pattern.search(part.text) for part in tag(_passage(text), gazetteer, codebook)):
                told = f"rule '{rule.name}' matches what stands under 'no': “{text}”"
                yield Problem(where=rule.where, sentence=f"{told}; make the pattern narrower")


def _passage(text: str) -> Passage:
    spans = tuple(Sentence(start=a, end=b, text=text[a:b]) for a, b in sentences(text))
    return Passage(
        source="0", id="p1", number=1, cls="content", text=text, offsets=tuple(range(len(text) + 1)), sentences=spans
    )


def check_entries(codebook: Codebook, sources: Sequence[Source], statements: Sequence[Statement]) -> None:
    """Refuse a name, synonym or type of argument that the corpus's codebook lists and the corpus never uses."""
    text = fold("\n".join(s.text for s in sources)).casefold()
    types = {str(s.slots.get("type")) for s in statements}
    problems = [
        Problem(where=name.where, sentence=f"'{name.name}' is listed and stands in no source; take it out or mend it")
        for name in codebook.names
        if not any(fold(form).casefold() in text for form in (name.name, *name.aliases))
    ]
    for entry in codebook.entries:
        used = entry.name in types if entry.group == "risk_types" else fold(entry.name).casefold() in text
        if not used:
            told = f"'{entry.name}' under '{entry.group}' is never used in this corpus; take it out or mend its words"
            problems.append(Problem(where=entry.where, sentence=told))
    if problems:
        raise Refused(*problems)
