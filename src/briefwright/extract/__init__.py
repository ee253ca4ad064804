"""Frames of one passage, by the codebook's rules: what is said, by whom, how sure, with exact places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefwright.codebook import Codebook
from briefwright.extract.amounts import by_grammar
from briefwright.extract.arguments import argument, plain_kind
from briefwright.extract.dating import dated, left
from briefwright.extract.facts import facts
from briefwright.extract.firsthand import sayings
from briefwright.extract.frames import Fixed, Frame, Names, Slot, Voice, Words, points_back
from briefwright.extract.lists import items, keyed
from briefwright.extract.parsed import Parse, Tree, grow
from briefwright.extract.parsed_departures import followers
from briefwright.extract.parsed_issues import untitled
from briefwright.extract.reasoning import Setting, heading_of, kind_in_place, opens
from briefwright.extract.role_lines import of_its, role_lines
from briefwright.extract.speech import spoken
from briefwright.extract.syntax import Syntax
from briefwright.extract.tables import cells, header_of, pairs
from briefwright.extract.tagging import clause, tag
from briefwright.extract.tokens import Tagged
from briefwright.extract.topics import Topic, firm, headed, topic
from briefwright.language import Segment
from briefwright.model import Passage
from briefwright.names import Gazetteer, Mention
from briefwright.quantities import Quantity
from briefwright.text import Quotation, content_words, fold, words

__all__ = [
    "Fixed",
    "Frame",
    "Names",
    "Slot",
    "Tagged",
    "Voice",
    "Words",
    "extract",
    "facts",
    "firm",
    "headed",
    "header_of",
    "heading_of",
    "subject_of",
    "tag",
    "topic",
]


def extract(
    passage: Passage,
    gazetteer: Gazetteer,
    codebook: Codebook,
    clauses: Mapping[str, Sequence[Sequence[Segment]]] | None = None,
    header: Passage | None = None,
    parse: Parse | None = None,
    about: Topic | None = None,
    heading: str = "",
    syntax: Mapping[int, Syntax] | None = None,
    met: Sequence[Mention] = (),
    body: Topic | None = None,
    recent: Topic | None = None,
) -> tuple[Frame, ...]:
    """Every frame of a content passage, in the order of its sentences; facts first, then the argument.

    `clauses` may give, for the text of a sentence, its clauses as ranges of it: each is read beside the whole.
    `header` is the header of the table that the passage is a row of. `parse` gives the grammar of a raw sentence,
    `about` the product that its heading or title names, `heading` what its heading asks for, `syntax` the clauses of
    each sentence by the place where it begins. `met` are the people whom the source has named in full before,
    `body` is the organisation that the title names, `recent` the only person whom the passage before names.
    """
    paired = header is None and parse is not None and about is not None and pairs(passage, None, codebook)
    if header is not None or paired:
        rows = [f for one in tag(passage, gazetteer, codebook, met) for f in role_lines(one)] if syntax else []
        return (*cells(passage, header, gazetteer, codebook, about), *rows)
    listed = tuple(items(passage, about, gazetteer, codebook)) if parse is not None else ()
    item = about is not None and about.listed
    by_layout = parse is not None and keyed(passage, codebook)
    if listed and not item:
        return (*listed, *(f for one in tag(passage, gazetteer, codebook, met) for f in role_lines(one)))
    held = {
        (v.start, v.end)
        for f in listed
        if isinstance(v := f.slots.get("value", f.slots.get("licence")), (Quantity, Words))
    }
    out: list[Frame] = []
    before: list[Mention] = []
    last: Mention | None = None
    tree: Tree | None = None
    setting = Setting(heading=heading)
    sentences = tag(passage, gazetteer, codebook, met)
    read = [(syntax or {}).get(t.sentence.start) for t in sentences]
    quoted = list(spoken(sentences, read, codebook, recent)) if syntax else []
    told = list(sayings(passage, quoted, gazetteer, codebook, met)) if quoted else []
    for tagged, clauses_of in zip(sentences, read, strict=True):
        readings = [tagged, *(clause(tagged, c) for c in (clauses or {}).get(tagged.sentence.text, ()))]
        found = list(facts(readings, codebook, subject_of(tagged, before), clauses_of))
        if syntax:
            found = [of_its(f, tagged, before) for f in found]
        found += [f for f in quoted if f.sentence is tagged.sentence]
        found += [f for f in told if f.sentence is tagged.sentence]
        if clauses_of is not None and out and out[-1].sentence.end <= tagged.sentence.start and _left_before(out):
            found += followers(clauses_of, codebook.lexicon)
        if clauses_of is not None and about is not None and not any(f.kind == "release" for f in found):
            found += untitled(clauses_of, about.name, about.passage, codebook.lexicon)
        if parse is not None:
            tree = grow(tagged, parse)
            found, last = by_grammar(tagged, tree, found, codebook, before, last, about, body)
            found = dated(tagged, tree, found)
            found = [f for f in found if not _held(f, held) and not (by_layout and _valued(f))]
        if not found and out and not syntax and (speech := _continued(tagged, out[-1])) is not None:
            found = [speech]
        out.extend(found)
        if parse is None:
            if not _covered(tagged, found):
                out.extend(argument(tagged, codebook))
        else:
            setting = replace(setting, opened=opens(fold(tagged.sentence.text), setting.opened, codebook.reasons))
            argued = kind_in_place(tagged, tree, setting, codebook.reasons)
            undated = left(tagged, found)
            if argued is None and listed:
                continue
            # "Pelmora denied this" makes no reaction, but it is told all the same
            if argued is not None or undated or not _covered(tagged, [f for f in found if not points_back(f)]):
                out.extend(argument(tagged, codebook, undated, argued or plain_kind(tagged)))
        before += [t.value for t in tagged.tokens if isinstance(t.value, Mention)]
    return (*listed, *out)


def _valued(frame: Frame) -> bool:
    """Does a frame tell of an amount or a licence?"""
    return isinstance(frame.slots.get("value"), Quantity) or frame.kind == "licence"


def _held(frame: Frame, held: set[tuple[int, int]]) -> bool:
    """Does a frame tell of an amount or licence that the line of a list has told already?"""
    value = frame.slots.get("value", frame.slots.get("licence"))
    return isinstance(value, (Quantity, Words)) and (value.start, value.end) in held


def _left_before(frames: Sequence[Frame]) -> bool:
    """Did the last sentence that told anything tell that somebody left?"""
    last = frames[-1].sentence
    return any(f.kind == "departure" and f.polarity == "affirmed" and f.sentence == last for f in frames)


def _continued(tagged: Tagged, before: Frame) -> Frame | None:
    """A sentence that is speech and nothing else goes on with the quotation of the sentence before it."""
    only = tagged.tokens[0] if len(tagged.tokens) == 1 else None
    if before.kind != "quote" or only is None or not isinstance(only.value, Quotation):
        return None
    if before.sentence.end > tagged.sentence.start or tagged.text.replace(only.name, "").strip(" .,!?"):
        return None
    quoted = only.value
    spoken = Words(text=quoted.words.rstrip(" ,"), start=quoted.inner_start, end=quoted.inner_end)
    return replace(
        before,
        rule="quote-next-sentence",
        sentence=tagged.sentence,
        start=only.start,
        end=only.end,
        slots={**before.slots, "words": spoken},
    )


def subject_of(tagged: Tagged, before: Sequence[Mention]) -> Mention | None:
    """The model or product a sentence is about: the only one in it, else the only one named so far in the passage."""
    here = [t.value for t in tagged.tokens if isinstance(t.value, Mention) and t.name[1] in "MF"]
    names = here or [m for m in before if m.kind in {"model", "family"}]
    versioned = [m for m in names if any(c.isdigit() for c in m.key)]
    for choice in (versioned, names):
        if choice and len({m.key for m in choice}) == 1:
            return choice[0]
    return None


def _covered(tagged: Tagged, found: Sequence[Frame]) -> bool:
    """Do fact frames carry most of the sentence? Then no argument frame repeats it."""
    if not found:
        return False
    length = max(1, tagged.sentence.end - tagged.sentence.start)
    covered: set[int] = set()
    for frame in found:
        first, last = frame.start - tagged.sentence.start, frame.end - tagged.sentence.start
        covered.update(range(first, last))
        if frame.voice is not None:
            start, end = (tagged.source(p) - tagged.sentence.start for p in frame.voice.core)
            covered.update(range(start))
            covered.update(range(end, tagged.sentence.end - tagged.sentence.start))
    left = [
        word
        for word in words(tagged.passage.text[tagged.sentence.start : tagged.sentence.end])
        if word.start not in covered and content_words(word.text)
    ]
    return len(left) <= 2 or len(covered) >= 0.8 * length
