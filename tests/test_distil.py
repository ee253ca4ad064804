"""The pipeline on small invented corpora: what must come out, and what must not."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from briefwright import slots as filling
from briefwright.build import distil_folder
from briefwright.codebook import load_codebook
from briefwright.compose import display_name, sentence
from briefwright.model import ARGUMENT_KINDS, HOME, KINDS, SLOTS, Briefing, Finding, Refused

CORPORA = Path(__file__).parent / "corpora"
RAW, NOTES = distil_folder(CORPORA / "halden_raw"), distil_folder(CORPORA / "halden_notes")
BOTH = pytest.mark.parametrize("briefing", [RAW, NOTES], ids=["raw", "notes"])


def findings(briefing: Briefing, kind: str, **slots: str) -> list[Finding]:
    """The findings of a kind with a statement whose slots hold these values."""
    by_id = {s.id: s for s in briefing.statements}
    return [
        f
        for f in briefing.findings
        if f.kind == kind
        and any(all(_plain(by_id[s].slots.get(k)) == v for k, v in slots.items()) for s in f.statements)
    ]


def _plain(value: object) -> str:
    return str(value["value"]) if isinstance(value, Mapping) else str(value)


@BOTH
@pytest.mark.parametrize(
    ("kind", "slots"),
    [
        ("affiliation", {"person": "ingrid-solheim", "organisation": "halden-labs", "since": "2017-08"}),
        ("departure", {"person": "ingrid-solheim"}),
        ("departure", {"person": "tuan-pham"}),
        ("departure", {"person": "olu-adeyemi"}),
        ("role", {"person": "ingrid-solheim", "role": "chief architect", "organisation": "aurora-team"}),
        ("role", {"person": "mateo-quiroga", "role": "veteran", "organisation": "brightforge"}),
        ("appointment", {"person": "mateo-quiroga", "organisation": "aurora-team"}),
        ("model_attribute", {"subject": "aurora-3", "value": "2000000000–14000000000", "unit": "parameters"}),
        (
            "architecture",
            {"subject": "aurora-3", "attribute": "ratio", "first": "5", "second": "1", "of": "local attention"},
        ),
        ("architecture", {"subject": "aurora-3", "attribute": "context window", "value": "128000"}),
        ("architecture", {"subject": "aurora-3", "value": "sliding-window hybrid"}),
        ("quantity", {"subject": "aurora", "value": "12000"}),
        ("licence", {"subject": "aurora-3", "licence": "MIT"}),
        ("quote", {"speaker": "ingrid-solheim", "words": "It was an honour to build this with all of you."}),
    ],
)
def test_a_plain_fact_is_found(briefing: Briefing, kind: str, slots: dict[str, str]) -> None:
    assert findings(briefing, kind, **slots)


@BOTH
@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("risk", "may close its weights"),
        ("recommendation", "should keep local copies"),
        ("uncertainty", "has not responded"),
    ],
)
def test_an_argument_is_found(briefing: Briefing, kind: str, words: str) -> None:
    assert any(words in f.text for f in briefing.findings if f.kind == kind)


@BOTH
def test_every_text_is_made_of_its_slots_again(briefing: Briefing) -> None:
    """template(slots, hedge, attribution) gives every text; nothing else enters it."""
    codebook = load_codebook()
    names = {e.id: display_name(e) for e in briefing.entities}
    for s in briefing.statements:
        again = sentence(
            kind=s.kind, rule=s.rule, slots=s.slots, hedge=s.hedge, attribution=s.attribution, polarity=s.polarity,
            basis=s.evidence.basis, names=lambda e: names.get(e, e), codebook=codebook,
        )  # fmt: skip
        assert again == s.text


@BOTH
def test_evidence_is_exact(briefing: Briefing) -> None:
    text = {s.id: s.text for s in briefing.sources}
    assert all(
        text[s.evidence.source][s.evidence.start : s.evidence.end] == s.evidence.exact for s in briefing.statements
    )


@BOTH
def test_no_noise_is_cited(briefing: Briefing) -> None:
    content = {(s.id, p.id) for s in briefing.sources for p in s.passages if p.cls == "content"}
    assert {(s.evidence.source, s.evidence.passage) for s in briefing.statements} <= content


@BOTH
def test_every_content_sentence_is_cited_or_has_a_reason(briefing: Briefing) -> None:
    assert all(bool(u.findings) != bool(u.why_unused) for u in briefing.uses)


@BOTH
def test_a_fact_text_is_no_copied_sentence(briefing: Briefing) -> None:
    facts = [s for s in briefing.statements if s.kind not in ARGUMENT_KINDS and s.evidence.basis == "original"]
    assert all(s.text != s.evidence.exact for s in facts)


@BOTH
def test_slots_are_those_of_the_kind(briefing: Briefing) -> None:
    extra = {"tense", "reporting", "sentence", "relation", "part", "verb", "named", "shown", "compared", "place"}
    assert [
        (s.kind, set(s.slots) - set(SLOTS[s.kind]) - extra)
        for s in briefing.statements
        if set(s.slots) - set(SLOTS[s.kind]) - extra
    ] == []


def test_a_hedge_is_kept_in_slot_and_words() -> None:
    (found,) = [s for s in NOTES.statements if s.kind == "appointment" and s.evidence.source == "001"]
    assert (found.hedge, found.text.startswith("Reportedly, "), found.stance) == ("reportedly", True, "reported")


def test_a_plain_fact_is_stated() -> None:
    (found,) = [s for s in NOTES.statements if s.kind == "affiliation" and s.slots["person"] == "ingrid-solheim"]
    assert (found.hedge, found.attribution, found.stance) == ("none", None, "stated")


def test_an_attribution_stays_in_the_words() -> None:
    (found,) = [s for s in NOTES.statements if s.kind == "appointment" and s.evidence.source == "000"]
    assert found.attribution == "two people familiar with the matter"
    assert found.text.startswith("According to two people familiar with the matter, ")


def test_a_person_is_one_in_any_order_of_the_name() -> None:
    (person,) = [e for e in RAW.entities if "Solheim" in e.name]
    assert "Solheim Ingrid" in person.aliases


def test_a_question_whether_somebody_left_is_no_departure() -> None:
    doubted = [
        s
        for s in RAW.statements
        if s.kind == "departure" and s.slots["person"] == "olu-adeyemi" and s.evidence.source == "002"
    ]
    assert [s.hedge for s in doubted] == ["unclear"]


def test_doubt_here_and_assertion_there_is_a_conflict_of_modality() -> None:
    assert any(c.type == "modality" and "olu-adeyemi" in c.entities for c in RAW.conflicts)


def test_two_wordings_of_one_remark_are_a_conflict() -> None:
    assert [c.type for c in RAW.conflicts if "ingrid-solheim" in c.entities and c.type == "wording"] == ["wording"]


def test_a_farewell_post_is_no_departure() -> None:
    assert not [
        s
        for s in RAW.statements
        if s.kind == "departure" and s.slots["person"] == "tuan-pham" and s.evidence.source == "002"
    ]


def test_a_name_not_in_the_passage_withholds_the_statement(monkeypatch: pytest.MonkeyPatch) -> None:
    """A planted lie in the makers (every person becomes somebody else) never gets out."""
    real = filling.fact

    def lie(*arguments: object) -> object:
        made = real(*arguments)  # type: ignore[arg-type]
        if not isinstance(made, str) and made.slots.get("person") == "ingrid-solheim":
            object.__setattr__(made, "slots", {**made.slots, "person": "mateo-quiroga"})
        return made

    monkeypatch.setattr("briefwright.distil.fact", lie)
    briefing = distil_folder(CORPORA / "halden_notes")
    assert len(briefing.withheld) >= 3
    assert all(w.slot == "person" for w in briefing.withheld)


def test_the_same_seeds_give_the_same_briefing() -> None:
    assert distil_folder(CORPORA / "halden_notes") == NOTES


def test_notes_do_not_depend_on_the_statistical_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefwright.language.available", lambda: "")
    assert distil_folder(CORPORA / "halden_notes") == NOTES


def judged(tmp_path: Path, judgement: str) -> Briefing:
    """The notes with one judgement in their codebook."""
    seeds = tmp_path / "seeds"
    shutil.copytree(CORPORA / "halden_notes", seeds)
    signed = 'by: an editor, when: "2024-06-01", why: planted for a test'
    (seeds / "codebook.yml").write_text(f"judgements:\n  - {{{judgement}, {signed}}}\n", encoding="utf-8")
    return distil_folder(seeds)


def test_a_withheld_finding_is_in_no_output_and_listed_with_its_reason(tmp_path: Path) -> None:
    finding = findings(NOTES, "licence")[0]
    briefing = judged(tmp_path, f'decision: withhold, about: ["{finding.id}"]')
    assert finding.id not in {f.id for f in briefing.findings}
    assert any("withheld by an editor: planted" in (u.why_unused or "") for u in briefing.uses)


def test_a_retracted_source_supports_nothing(tmp_path: Path) -> None:
    briefing = judged(tmp_path, 'decision: source-retracted, about: ["001"]')
    assert {s.evidence.source for s in briefing.statements} == {"000"}


@pytest.mark.parametrize("decision", ["withhold", "source-retracted", "resolve", "same", "different"])
def test_a_judgement_on_something_unknown_is_refused_with_its_line(tmp_path: Path, decision: str) -> None:
    with pytest.raises(Refused, match=r"codebook\.yml:2: "):
        judged(tmp_path, f"decision: {decision}, about: [nothing, nobody]")


def test_every_kind_has_slots_and_a_home() -> None:
    assert set(SLOTS) == set(HOME) == set(KINDS)


def test_every_fact_kind_has_a_template_without_a_condition() -> None:
    """Whatever the slots, some template fits."""
    templates = load_codebook().templates
    assert all(any(not t.when for t in templates[k]) for k in KINDS if k not in ARGUMENT_KINDS)
