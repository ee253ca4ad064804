"""What somebody says of himself: "“I resigned on 1 October,” Ada Lin said" tells a resignation, and by whom it is told.

The words in the marks are read as a sentence in which "I" is the speaker; what they tell stands as said by him.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefwright.codebook import Codebook
from briefwright.extract.frames import Frame, Names, Voice, Words
from briefwright.extract.modality import stance_of
from briefwright.extract.parsed_appointments import appointments
from briefwright.extract.parsed_departures import departures
from briefwright.extract.parsed_partings import partings
from briefwright.extract.syntax import syntax_of
from briefwright.extract.tagging import tag
from briefwright.model import Passage, Sentence
from briefwright.names import Gazetteer, Mention
from briefwright.text import sentences

#: cheap look before a parse: does anybody tell a coming or going of himself?
_DEED = re.compile(
    r"\bI\b(?:'\w+|’\w+)?[^.!?]{0,60}?\b(?:resign|quit|left|leav|step|retir|depart|join|hand|gave|give|walk|gone|"
    r"going|was|"
    r"am|been|took|take|start|mov|part|exit|withdr|becom|became|succeed|replac|return|clear|pack)",
)
#: speech that fancies, asks or denies is not read for deeds
_FANCY = re.compile(
    r"\b(?:if|when|once|until|unless|would|could|might|should|whether|suppose|imagine)\b|\?", re.IGNORECASE
)

_MARKS = {ord(mark): " " for mark in '“”„«»"‘'}


def sayings(
    passage: Passage, quotes: Sequence[Frame], gazetteer: Gazetteer, codebook: Codebook, met: Sequence[Mention]
) -> Iterator[Frame]:
    """What the quotations of a passage tell of their speakers' own comings and goings."""
    for quote in quotes:
        speaker, words = quote.slots.get("speaker"), quote.slots.get("words")
        if not isinstance(speaker, Names) or not isinstance(words, Words) or len(speaker.mentions) != 1:
            continue
        mention = speaker.mentions[0]
        if mention.kind != "person":
            continue
        for start, end in sentences(words.text):
            inner = words.text[start:end]
            if not _DEED.search(inner) or _FANCY.search(inner):
                continue
            yield from _told(passage, quote, mention, words.start + start, words.start + end, gazetteer, codebook, met)


def _told(
    passage: Passage,
    quote: Frame,
    speaker: Mention,
    start: int,
    end: int,
    gazetteer: Gazetteer,
    codebook: Codebook,
    met: Sequence[Mention],
) -> Iterator[Frame]:
    text = passage.text
    # the marks in and around the words are taken away, so that the names in them are read as names
    low, high = max(0, start - 2), end + 2
    blank = text[:low] + text[low:high].translate(_MARKS) + text[high:]
    whole = Sentence(start=start, end=end, text=text[start:end])
    tagged = tag(replace(passage, text=blank, sentences=(whole,)), gazetteer, codebook, met, speaker)
    tree = next(iter(syntax_of(tagged)), None)
    if tree is None:
        return
    voice = Voice(text=speaker.text, verb="said", mention=speaker, core=(0, len(text)))
    for frame in (*departures(tree, codebook.lexicon), *partings(tree, codebook.lexicon),
                  *appointments(tree, codebook.lexicon)):  # fmt: skip
        who = frame.slots.get("person")
        if not isinstance(who, Names) or who.mentions[0].key != speaker.key or frame.polarity == "denied":
            continue
        bare = not {"role", "organisation", "unit", "date", "predecessor"} & set(frame.slots)
        if frame.rule.startswith("parsed-departure-asked") or (frame.kind == "appointment" and bare):
            # "I was hired to open doors" tells of no office
            continue
        yield replace(
            frame,
            passage=passage,
            sentence=quote.sentence,
            voice=voice,
            stance=stance_of(frame.hedge, voice, False),
            presupposed=False,
        )
