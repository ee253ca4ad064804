"""Frames to facts and facts to findings: entity ids, dates with their reasoning, canonical numbers, and what is one."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefwright.codebook import load_codebook
from briefwright.extract import extract, tag
from briefwright.model import Passage, Sentence, Source
from briefwright.names import Mention, learn
from briefwright.reconcile import group, keys, words_key
from briefwright.resolve import Entities, resolve
from briefwright.slots import Fact, anchors, fact
from briefwright.text import sentences

CODEBOOK = load_codebook()
#: Sentences that teach the names used below.
KNOWN = """Mara Quell, an engineer at Pelmora, spoke. Hana Kim, a lawyer, spoke. Pelmora is a firm. Pelmora's board met.
Pelmora released Lumen 4. Lumen 4 is new. The Lumen team met. Ada Lin, a lawyer, spoke. Bo Lin, a lawyer, spoke."""


def source(text: str, identity: str = "000", first: str = "p1") -> Source:
    spans = tuple(Sentence(start=a, end=b, text=text[a:b]) for a, b in sentences(text))
    passage = Passage(
        source=identity, id=first, number=int(first[1:]), cls="content", text=text,
        offsets=tuple(range(len(text) + 1)), sentences=spans,
    )  # fmt: skip
    return Source(
        id=identity, path=f"{identity}.md", title="A note", file=f"{identity}.md", sha256="0" * 64, basis="note",
        text=text, passages=(passage,),
    )  # fmt: skip


def made(*texts: str, days: tuple[tuple[str, str], ...] = ()) -> list[Fact | str]:
    """What becomes of every frame of some texts, each a source of its own."""
    found = [source(text, f"{n:03d}") for n, text in enumerate(texts)]
    known = source(KNOWN, "999")
    gazetteer = learn([(s.text, False) for s in (*found, known)], CODEBOOK)
    seen = (
        (s.id, token.value)
        for s in (known, *found)
        for part in tag(s.passages[0], gazetteer, CODEBOOK)
        for token in part.tokens
        if isinstance(token.value, Mention)
    )
    entities: Entities = resolve(seen, CODEBOOK)
    return [
        fact(f, s, entities, days or anchors(found, None), CODEBOOK)
        for s in found
        for f in extract(s.passages[0], gazetteer, CODEBOOK)
    ]


def facts(*texts: str) -> list[Fact]:
    return [f for f in made(*texts) if not isinstance(f, str)]


def one(text: str, kind: str) -> Fact:
    (found,) = [f for f in facts(text) if f.frame.kind == kind]
    return found


# --------------------------------------------------------------------------- names


def test_a_name_is_its_entity_s_id() -> None:
    slots = one("Mara Quell left Pelmora.", "departure").slots
    assert (slots["person"], slots["organisation"]) == ("mara-quell", "pelmora")


def test_the_subject_stands_first() -> None:
    assert next(iter(one("On 3 March, Mara Quell left Pelmora.", "departure").slots)) == "person"


def test_an_empty_slot_is_left_out() -> None:
    assert all(v not in (None, "", []) for f in facts(KNOWN) for v in f.slots.values())


def test_a_name_that_leads_nowhere_gives_no_fact_but_a_reason() -> None:
    assert "a name in it is not certain: Lin" in made("Lin left Pelmora.")


def test_models_without_a_version_are_no_release() -> None:
    assert not [f for f in facts("Pelmora released Lumen models in May.") if f.frame.kind == "release"]


# --------------------------------------------------------------------------- voices


@pytest.mark.parametrize(
    ("text", "attribution", "voice"),
    [
        ("Mara Quell left Pelmora.", None, "source:000"),
        ("According to the union, Mara Quell left Pelmora.", "the union", "the-union"),
        ("Pelmora said that Mara Quell left Pelmora.", "Pelmora", "pelmora"),
    ],
)
def test_a_voice_is_an_entity_a_phrase_or_the_source(text: str, attribution: str | None, voice: str) -> None:
    found = one(text, "departure")
    assert (found.attribution, found.voice) == (attribution, voice)


def test_the_verb_of_saying_is_kept() -> None:
    assert one("Pelmora denied that Mara Quell left Pelmora.", "departure").slots["reporting"] == "denied"


def test_speech_is_its_speaker_s_voice() -> None:
    assert one("Mara Quell wrote: “It is over.”", "quote").voice == "mara-quell"


# --------------------------------------------------------------------------- dates


def date(text: str, kind: str = "departure", slot: str = "date") -> Mapping[str, object]:
    value = one(text, kind).slots[slot]
    assert isinstance(value, Mapping)
    return value


@pytest.mark.parametrize(
    ("words", "value", "precision"),
    [
        ("on 3 March 2025", "2025-03-03", "day"),
        ("on 3 March", "--03-03", "day"),
        ("in March 2025", "2025-03", "month"),
        ("in 2025", "2025", "year"),
    ],
)
def test_a_date_is_iso_with_what_is_stated_only(words: str, value: str, precision: str) -> None:
    found = date(f"Mara Quell left Pelmora {words}.")
    assert (found["value"], found["precision"], found["derived"]) == (value, precision, None)


def test_a_distance_in_time_keeps_its_words() -> None:
    assert date("Mara Quell left Pelmora two days after the gala.")["words"] == "two days after the gala"


def test_no_year_is_guessed() -> None:
    assert anchors([source("Mara Quell left on 3 March.")], None) == (("--03-03", "“3 March” in 000 ¶1"),)


def test_a_year_of_the_codebook_completes_a_day() -> None:
    assert anchors([source("Mara Quell left on 3 March.")], (2025, "stated")) == (
        ("2025-03-03", "“3 March” in 000 ¶1"),
    )


def test_a_month_is_no_day_to_measure_from() -> None:
    assert anchors([source("Mara Quell left in March 2025.")], None) == ()


# --------------------------------------------------------------------------- numbers, roles


@pytest.mark.parametrize(
    ("text", "kind", "slots"),
    [
        ("Lumen 4 has 7B parameters.", "model_attribute", {"value": "7000000000", "unit": "parameters"}),
        ("Lumen 4 has 7 billion parameters.", "model_attribute", {"value": "7000000000", "unit": "parameters"}),
        (
            "Lumen 4 has a 128K context window.",
            "architecture",
            {"value": "128000", "attribute": "context window", "unit": "tokens"},
        ),
        (
            "Lumen 4 has a 128,000-token context window.",
            "architecture",
            {"value": "128000", "attribute": "context window"},
        ),
        (
            "Pelmora employs over 300 engineers.",
            "quantity",
            {"value": "300", "unit": "engineers", "approx": "more than"},
        ),
        (
            "Lumen 4 has a 5:1 ratio of sparse layers to dense layers.",
            "architecture",
            {"value": "5:1", "first": "5", "second": "1"},
        ),
    ],
)
def test_a_number_is_stored_in_one_form(text: str, kind: str, slots: dict[str, str]) -> None:
    assert {k: one(text, kind).slots.get(k) for k in slots} == slots


@pytest.mark.parametrize(
    ("text", "tense", "role"),
    [
        ("Mara Quell is the technical lead of Pelmora.", None, "technical lead"),
        ("Mara Quell was the technical lead of Pelmora.", "past", "technical lead"),
        ("Mara Quell, a former Pelmora engineer, spoke.", "former", "engineer"),
    ],
)
def test_a_role_has_its_tense(text: str, tense: str | None, role: str) -> None:
    slots = one(text, "role").slots
    assert (slots.get("tense"), slots["role"]) == (tense, role)


# --------------------------------------------------------------------------- findings


def grouped(*texts: str) -> list[tuple[str, int]]:
    """Kind and number of statements of each finding."""
    return [(g.kind, len(g.facts)) for g in group(facts(*texts), lambda e: True)]


@pytest.mark.parametrize(
    ("one_text", "other"),
    [
        ("Mara Quell left Pelmora.", "Mara Quell resigned from Pelmora."),
        ("Mara Quell left Pelmora.", "Quell left Pelmora on 3 March."),
        ("Mara Quell was the technical lead.", "Mara Quell was technical lead of the Lumen team."),
        ("Lumen 4 has 7B parameters.", "Lumen 4 has 7 billion parameters."),
        ("Mara Quell wrote: “It’s over.”", "“It's over”, wrote Mara Quell."),
        ("Pelmora released Lumen 4 in May 2025.", "Lumen 4 was launched in May 2025."),
        ("Mara Quell joined Pelmora in 2019.", "Quell Mara joined Pelmora in 2019."),
    ],
)
def test_the_same_fact_of_two_sources_is_one_finding(one_text: str, other: str) -> None:
    assert [n for _, n in grouped(one_text, other)] == [2]


@pytest.mark.parametrize(
    ("one_text", "other"),
    [
        ("Mara Quell left Pelmora.", "Hana Kim left Pelmora."),
        ("Mara Quell left Pelmora.", "Mara Quell was dismissed from Pelmora."),
        ("Lumen 4 has 7B parameters.", "Lumen 4 has 9B parameters."),
        ("Mara Quell was the technical lead.", "Mara Quell was the chief scientist."),
        ("Mara Quell wrote: “It is over.”", "Hana Kim wrote: “It is over.”"),
        ("Mara Quell joined Pelmora in 2019.", "Mara Quell joined Pelmora in 2020."),
    ],
)
def test_two_facts_are_two_findings(one_text: str, other: str) -> None:
    assert [n for _, n in grouped(one_text, other)] == [1, 1]


def test_a_departure_taken_for_granted_again_is_no_second_statement() -> None:
    found = grouped("Mara Quell left Pelmora. The departure of Mara Quell hurt. Quell’s exit from Pelmora hurt.")
    assert [n for kind, n in found if kind == "departure"] == [1]


def test_the_id_of_a_finding_does_not_depend_on_its_date() -> None:
    ids = [[g.id for g in group(facts(f"Mara Quell left Pelmora on {d} March 2025."), lambda e: True)] for d in (3, 4)]
    assert ids[0] == ids[1]


def test_the_id_of_a_finding_does_not_depend_on_its_hedge() -> None:
    texts = ("Mara Quell left Pelmora.", "Mara Quell reportedly left Pelmora.")
    ids = [[g.id for g in group(facts(t), lambda e: True)] for t in texts]
    assert ids[0] == ids[1]


def test_two_findings_never_share_an_id() -> None:
    text = "Lumen 4 has 7B parameters. Lumen 4 has 9B parameters. Mara Quell left Pelmora. Hana Kim left Pelmora."
    ids = [g.id for g in group(facts(text), lambda e: True)]
    assert len(ids) == len(set(ids)) == 4


def test_every_fact_has_a_key() -> None:
    assert all(len(keys(f)) == 3 for f in facts(KNOWN))


@settings(deadline=None)
@given(st.lists(st.sampled_from("released releases the of models model costly cost policies running".split())))
def test_a_key_of_words_does_not_depend_on_their_order(parts: list[str]) -> None:
    assert words_key(" ".join(parts)) == words_key(" ".join(reversed(parts)))
