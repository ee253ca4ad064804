"""The harness of the extraction benchmark: it counts what is right as right, and no planted lie."""

from __future__ import annotations

import hashlib
import importlib
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefwright.model import (
    Briefing,
    Conflict,
    Entity,
    Evidence,
    Kind,
    Origin,
    Passage,
    Refused,
    Side,
    SlotValue,
    Source,
    Statement,
)

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "benchmarks" / "extraction"
sys.path.insert(0, str(FOLDER))
# By name, since the folder is no package: its programs are run as they stand.
gold = importlib.import_module("gold")
matching = importlib.import_module("matching")
measure = importlib.import_module("measure")
validate = importlib.import_module("validate")

TEXTS: Mapping[str, tuple[str, ...]] = {
    "1": (
        "Zofia Wrzos leaves Tallgrass Labs",
        "Zofia Wrzos, chief engineer of Tallgrass Labs, left on May 3, 2029. “I am tired,” she said.",
        "Heron 2, which has 7 billion parameters and 40,000 users, could be closed. Users should keep copies.",
        "Share this page",
    ),
    "2": (
        "Heron's engineer stays",
        "Zofia Wrzos is a director of Tallgrass Labs and did not leave, said Ola Wrzos of Tallgrass Labs.",
        "Heron 2 has 9 billion parameters. It is unclear who owns it.",
    ),
}
ANNOTATIONS = """
story: an engineer leaves, or not
documents: {"1": 1_wire.txt, "2": 2_blog.txt}
origins: [["1"], ["2"]]
noise: {"1": [4]}
people:
  - {id: zofia, name: Zofia Wrzos}
  - {id: ola, name: Ola Wrzos}
organisations: [{id: tallgrass, name: Tallgrass Labs, variants: [Tallgrass]}]
products: [{id: heron2, name: Heron 2}]
roles:
  "1": [{p: 2, person: zofia, role: chief engineer, organisation: tallgrass}]
  "2": [{p: 2, person: zofia, role: director, organisation: tallgrass}]
attributes:
  "1": [{p: 3, product: heron2, attribute: parameters, value: "7000000000", unit: parameters}]
  "2": [{p: 3, product: heron2, attribute: parameters, value: "9000000000", unit: parameters}]
quantities:
  "1": [{p: 3, owner: heron2, value: "40000", unit: users}]
dates:
  "1": [{p: 2, words: "on May 3, 2029", value: "2029-05-03"}]
quotations:
  "1": [{p: 2, speaker: zofia, words: ["I am tired,"]}]
events:
  "1": [{p: 2, kind: departure, participants: [zofia]}]
arguments:
  "1":
    - {p: 3, kind: risk, gist: it is closed, words: [Heron 2, closed]}
    - {p: 3, kind: recommendation, gist: keep copies, words: [keep, copies]}
unknowns:
  "2": [{p: 3, gist: who owns it, words: [unclear, owns]}]
conflicts:
  - type: value
    about: parameters of Heron 2
    sides:
      - {gist: seven, places: [["1", 3]]}
      - {gist: nine, places: [["2", 3]]}
"""


def source(doc: str, name: str) -> Source:
    text = "\n".join(TEXTS[doc]) + "\n"
    at, passages = 0, []
    for number, line in enumerate(TEXTS[doc], 1):
        passages.append(
            Passage(
                source=doc,
                id=f"p{number}",
                number=number,
                cls="noise" if line.startswith("Share") else "content",
                reason="share buttons" if line.startswith("Share") else "",
                text=line,
                offsets=tuple(range(at, at + len(line) + 1)),
            )
        )
        at += len(line) + 1
    return Source(
        id=doc,
        path=name,
        title=TEXTS[doc][0],
        file=name,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        basis="original",
        text=text,
        passages=tuple(passages),
    )


def statement(id: str, kind: Kind, doc: str, number: int, text: str = "", **slots: SlotValue) -> Statement:
    line = TEXTS[doc][number - 1]
    start = sum(len(t) + 1 for t in TEXTS[doc][: number - 1])
    return Statement(
        id=id,
        kind=kind,
        text=text or line,
        slots=slots,
        stance="stated",
        attribution=None,
        hedge="",
        polarity="affirmed",
        rule="by-hand",
        voice=f"source:{doc}",
        evidence=Evidence(
            source=doc,
            passage=f"p{number}",
            start=start,
            end=start + len(line),
            exact=line,
            prefix="",
            suffix="",
            basis="original",
        ),
    )


def perfect() -> Briefing:
    """A briefing in which everything that was annotated is found and nothing else is said."""
    day: Mapping[str, object] = {"value": "2029-05-03", "precision": "day", "derived": None}
    return Briefing(
        revision="0" * 12,
        title="Heron",
        site_name="Heron",
        contact="",
        sources=(source("1", "1_wire.txt"), source("2", "2_blog.txt")),
        origins=(Origin(id="o1", sources=("1",), shared=()), Origin(id="o2", sources=("2",), shared=())),
        entities=(
            Entity(id="zofia-wrzos", kind="person", name="Zofia Wrzos"),
            Entity(id="ola-wrzos", kind="person", name="Ola Wrzos"),
            Entity(id="tallgrass-labs", kind="organisation", name="Tallgrass Labs"),
            Entity(id="heron-2", kind="model", name="Heron 2"),
        ),
        statements=(
            statement(
                "r1", "role", "1", 2, person="zofia-wrzos", role="chief engineer", organisation="tallgrass-labs"
            ),
            statement("r2", "role", "2", 2, person="zofia-wrzos", role="director", organisation="tallgrass-labs"),
            statement("d1", "departure", "1", 2, person="zofia-wrzos", organisation="tallgrass-labs", date=day),
            statement("q1", "quote", "1", 2, speaker="zofia-wrzos", words="I am tired,"),
            statement("a1", "model_attribute", "1", 3, subject="heron-2", attribute="parameters", value="7000000000",
                      unit="parameters"),
            statement("a2", "model_attribute", "2", 3, subject="heron-2", attribute="parameters", value="9000000000",
                      unit="parameters"),
            statement("n1", "quantity", "1", 3, subject="heron-2", attribute="users", value="40000", unit="users"),
            statement("k1", "risk", "1", 3, consequence="Heron 2 could be closed"),
            statement("k2", "recommendation", "1", 3, consequence="users should keep copies"),
            statement("u1", "uncertainty", "2", 3, matter="who owns it"),
        ),
        findings=(),
        conflicts=(
            Conflict(
                id="c1",
                type="value",
                about="parameters of Heron 2",
                entities=("heron-2",),
                sides=(Side(text="7 billion", statements=("a1",)), Side(text="9 billion", statements=("a2",))),
                note="",
            ),
        ),
        uses=(),
    )  # fmt: skip


@pytest.fixture
def story(tmp_path: Path) -> Any:
    (tmp_path / "annotations.yml").write_text(ANNOTATIONS, encoding="utf-8")
    for doc, name in (("1", "1_wire.txt"), ("2", "2_blog.txt")):
        (tmp_path / name).write_text("\n".join(TEXTS[doc]) + "\n", encoding="utf-8")
    return gold.load(tmp_path)


def altered(id: str, **slots: SlotValue) -> Briefing:
    """The perfect briefing with other slots in one statement."""
    whole = perfect()
    return replace(
        whole,
        statements=tuple(replace(s, slots={**s.slots, **slots}) if s.id == id else s for s in whole.statements),
    )


def test_a_perfect_briefing_has_full_marks_in_every_category(story: Any) -> None:
    counts = measure.measure(perfect(), story)
    assert {n: (t.missed, t.wrong) for n, t in counts.items() if t.missed or t.wrong} == {}


def test_a_perfect_briefing_finds_something_in_every_category(story: Any) -> None:
    counts = measure.measure(perfect(), story)
    assert [n for n, t in counts.items() if not t.wanted and not t.said] == ["origins"]


def test_an_empty_briefing_finds_nothing_and_is_wrong_in_nothing(story: Any) -> None:
    empty = replace(perfect(), entities=(), statements=(), conflicts=(), sources=())
    total = measure.together([measure.measure(empty, story)])["micro average"]
    assert (total.found, total.said) == (0, 0)


LIES: tuple[tuple[str, str, Mapping[str, SlotValue]], ...] = (
    ("roles", "r1", {"person": "ola-wrzos"}),
    ("roles", "r1", {"role": "treasurer"}),
    ("roles", "r1", {"organisation": "heron-2"}),
    ("attributes", "a1", {"value": "8000000000"}),
    ("attributes", "a1", {"value": "7"}),
    ("attributes", "a1", {"unit": "GB", "attribute": "memory"}),
    ("quantities", "n1", {"subject": "tallgrass-labs"}),
    ("dates", "d1", {"date": {"value": "2029-05-04", "precision": "day"}}),
    ("dates", "d1", {"date": {"value": "2029-05", "precision": "month"}}),
    ("quotations", "q1", {"speaker": "ola-wrzos"}),
    ("quotations", "q1", {"words": "I am not tired at all, thank you"}),
    ("letter for letter", "q1", {"words": "I was tired,"}),
    ("events", "d1", {"person": "ola-wrzos"}),
)


@pytest.mark.parametrize(("category", "id", "slots"), LIES)
def test_a_planted_lie_is_counted_as_wrong(story: Any, category: str, id: str, slots: Mapping[str, SlotValue]) -> None:
    assert len(measure.measure(altered(id, **slots), story)[category].wrong) == 1


@pytest.mark.parametrize(("category", "id", "slots"), [lie for lie in LIES if lie[0] != "letter for letter"])
def test_what_a_lie_replaces_is_counted_as_missed(
    story: Any, category: str, id: str, slots: Mapping[str, SlotValue]
) -> None:
    assert len(measure.measure(altered(id, **slots), story)[category].missed) == 1


def test_a_role_without_its_organisation_is_missed_and_not_wrong(story: Any) -> None:
    counts = measure.measure(altered("r1", organisation=None), story)["roles"]
    assert (len(counts.missed), len(counts.wrong)) == (1, 0)


@pytest.mark.parametrize(("work", "found"), [("engineering", 1), ("catering", 0)])
def test_what_a_biography_says_of_somebodys_work_counts_where_it_was_asked_for(
    story: Any, work: str, found: int
) -> None:
    asked = next(n for n in story.notes if n.category == "roles")
    wanted = replace(story, notes=(replace(asked, text="ran engineering", words=("engineering",), organisation=""),))
    ran = statement("b1", "biography", "1", 2, person="zofia-wrzos", event="ran", object=work)
    counts = measure.measure(replace(perfect(), statements=(ran,)), wanted)["roles"]
    assert (counts.found, counts.right, counts.wrong) == (found, found, ())


def test_a_name_as_a_rewrite_garbles_it_is_the_one_that_was_meant(story: Any) -> None:
    named = (replace(story.organisations[0], garbled=("Tallgrass Workshops",)),)
    garbled = Entity(id="tallgrass-workshops", kind="organisation", name="Tallgrass Workshops")
    whole = altered("r1", organisation="tallgrass-workshops")
    counts = measure.measure(replace(whole, entities=(*whole.entities, garbled)), replace(story, organisations=named))
    assert {n: (t.missed, t.wrong) for n, t in counts.items() if t.missed or t.wrong} == {}


def apart(story: Any) -> Any:
    """The story with a second departure annotated beside the first."""
    first = next(n for n in story.notes if n.category == "events")
    return replace(story, notes=(*story.notes, replace(first, who=("ola",))))


def test_one_statement_may_hold_two_events_that_were_annotated_apart(story: Any) -> None:
    both = measure.measure(altered("d1", person=("zofia-wrzos", "ola-wrzos")), apart(story))["events"]
    assert (both.missed, both.wrong) == ((), ())


@pytest.mark.parametrize(("optional", "wrong"), [(True, 0), (False, 1)])
def test_an_event_that_may_be_left_may_leave_out_who_took_part(story: Any, optional: bool, wrong: int) -> None:
    event = next(n for n in story.notes if n.category == "events")
    asked = replace(story, notes=(replace(event, optional=optional),))
    counts = measure.measure(altered("d1", person=None, organisation=None), asked)["events"]
    assert len(counts.wrong) == wrong


def test_whoever_is_named_beside_the_one_who_leaves_has_not_left(story: Any) -> None:
    beside = measure.measure(altered("d1", successor="ola-wrzos"), apart(story))["events"]
    assert len(beside.missed) == 1


def test_a_statement_in_another_paragraph_is_wrong(story: Any) -> None:
    moved = replace(
        perfect(), statements=(statement("r1", "role", "1", 3, person="zofia-wrzos", role="chief engineer"),)
    )
    assert len(measure.measure(moved, story)["roles"].wrong) == 1


def test_a_denied_statement_is_not_taken_for_the_affirmed_one(story: Any) -> None:
    whole = perfect()
    denied = tuple(replace(s, polarity="denied") if s.id == "d1" else s for s in whole.statements)
    assert measure.measure(replace(whole, statements=denied), story)["events"].found == 0


def test_an_entity_that_repeats_one_that_was_found_is_wrong(story: Any) -> None:
    whole = perfect()
    twice = replace(whole, entities=(*whole.entities, Entity(id="x", kind="person", name="Zofia Wrzos")))
    assert len(measure.measure(twice, story)["people"].wrong) == 1


def test_an_entity_that_holds_two_people_is_wrong(story: Any) -> None:
    merged = Entity(id="zofia-wrzos", kind="person", name="Zofia Wrzos", aliases=("Ola Wrzos",))
    assert len(measure.measure(replace(perfect(), entities=(merged,)), story)["people"].wrong) == 1


def test_a_conflict_of_the_wrong_type_is_wrong(story: Any) -> None:
    whole = perfect()
    other = replace(whole, conflicts=(replace(whole.conflicts[0], type="time"),))
    assert measure.measure(other, story)["conflicts"].right == 0


def test_a_conflict_both_sides_of_which_cite_one_document_is_wrong(story: Any) -> None:
    whole = perfect()
    sides = tuple(replace(s, statements=("a1",)) for s in whole.conflicts[0].sides)
    one = replace(whole, conflicts=(replace(whole.conflicts[0], sides=sides),))
    assert measure.measure(one, story)["conflicts"].right == 0


def test_a_conflict_that_a_reader_may_leave_is_neither_missed_nor_counted(story: Any) -> None:
    spared = replace(story, disputes=tuple(replace(d, optional=True) for d in story.disputes))
    made, absent = perfect(), replace(perfect(), conflicts=())
    counts = [measure.measure(b, spared)["conflicts"] for b in (made, absent)]
    assert [(t.wanted, t.said) for t in counts] == [(0, 0), (0, 0)]


def test_documents_that_share_no_origin_must_not_be_joined(story: Any) -> None:
    joined = replace(perfect(), origins=(Origin(id="o1", sources=("1", "2"), shared=()),))
    assert measure.measure(joined, story)["origins"].wrong == ("1 + 2",)


def test_a_content_passage_classed_as_noise_is_wrong(story: Any) -> None:
    whole = perfect()
    first = whole.sources[0]
    all_noise = replace(first, passages=tuple(replace(p, cls="noise") for p in first.passages))
    assert len(measure.measure(replace(whole, sources=(all_noise, whole.sources[1])), story)["noise"].wrong) == 3


@pytest.mark.parametrize(
    ("found", "wanted", "same"),
    [
        ("2.40", "2.4", True),
        ("800000000–9000000000", "800000000–9000000000", True),
        ("800000000", "800000000–9000000000", False),
        ("3:1", "3:1", True),
        ("1:3", "3:1", False),
        ("Apache-2.0", "Apache 2.0", True),
        ("MIT", "Apache-2.0", False),
        ("", "MIT", False),
    ],
)
def test_values_are_compared_as_numbers_ratios_in_order_and_licences_by_name(
    found: str, wanted: str, same: bool
) -> None:
    assert matching.same_value(found, wanted) is same


@pytest.mark.parametrize(
    ("found", "same"),
    [
        ("2029-05-03", True),
        ("--05-03", True),
        ("--05-04", False),
        ("2028-05-03", False),
        ("tuesday", True),
        ("monday", False),
    ],
)
def test_a_date_may_lack_its_year_or_stay_a_weekday_but_not_name_another_day(found: str, same: bool) -> None:
    assert matching.same_date(found, ("2029-05-03",), "late on Tuesday") is same


@pytest.mark.parametrize(
    ("found", "same"),
    [("2029-autumn", True), ("--autumn", True), ("2028-autumn", False), ("2029-spring", False), ("2029", True)],
)
def test_a_season_must_be_the_one_in_the_words_and_of_the_year(found: str, same: bool) -> None:
    assert matching.same_date(found, ("2029",), "in the autumn of 2029") is same


def test_letters_count_between_the_ellipses_of_a_quotation() -> None:
    assert matching.letter_for_letter("We waited... and left", "“We waited for an hour and left,” he said.")


# --------------------------------------------------------------------------- the annotations themselves

STORIES = sorted(p.parent for p in FOLDER.glob("*/*/annotations.yml"))


def test_every_story_is_for_writing_rules_or_held_out_for_measuring() -> None:
    dev, held_out = (sum(p.parent.name == part for p in STORIES) for part in ("dev", "held_out"))
    assert dev >= 4 and held_out >= 2 and dev + held_out == len(STORIES)


@pytest.mark.parametrize("folder", STORIES, ids=lambda p: p.name)
def test_every_annotation_is_true_of_its_documents(folder: Path) -> None:
    assert list(validate.problems(gold.load(folder))) == []


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ('"7000000000"', '"7100000000"'),
        ("I am tired,", "I am very tired,"),
        ("on May 3, 2029", "on May 4, 2029"),
        ("role: chief engineer", "role: treasurer"),
        ("name: Ola Wrzos", "name: Ola Wierzba"),
        ('"1": [4]', '"1": [5]'),
        ("words: [unclear, owns]", "words: [unclear, sells]"),
        ('["1"], ["2"]', '["1"]'),
        ('places: [["1", 3]]', 'places: [["1", 9]]'),
        ("2_blog.txt", "2_log.txt"),
    ],
)
def test_a_false_annotation_is_named(story: Any, true: str, false: str) -> None:
    path = story.folder / "annotations.yml"
    path.write_text(ANNOTATIONS.replace(true, false), encoding="utf-8")
    assert list(validate.problems(gold.load(story.folder)))


@pytest.mark.parametrize(
    ("true", "false", "word"),
    [
        ("person: zofia", "person: zenobia", "zenobia"),
        ('unknowns:\n  "2"', 'unknowns:\n  "3"', "'3'"),
        ("participants: [zofia]", "participant: [zofia]", "participants"),
        ("{p: 3, gist: who", "{gist: who", "'p'"),
    ],
)
def test_an_annotation_that_cannot_be_read_is_refused_with_the_remedy(
    story: Any, true: str, false: str, word: str
) -> None:
    (story.folder / "annotations.yml").write_text(ANNOTATIONS.replace(true, false), encoding="utf-8")
    with pytest.raises(Refused, match=word):
        gold.load(story.folder)


def test_the_proof_of_annotations_that_cannot_be_read_ends_with_2_and_the_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(validate, "HERE", tmp_path)
    (tmp_path / "dev" / "one").mkdir(parents=True)
    (tmp_path / "dev" / "one" / "annotations.yml").write_text("story: [", encoding="utf-8")
    assert validate.main() == 2 and "annotations.yml:1" in capsys.readouterr().err


def test_the_cells_of_a_table_in_html_are_read_apart(story: Any) -> None:
    (story.folder / "2_blog.html").write_text("<tr><td>14B</td><td>2.6B</td></tr>", encoding="utf-8")
    apart = replace(story, documents={"2": "2_blog.html"})
    assert validate.lines(apart, "2") == ["14B | 2.6B | "]


def test_the_held_out_stories_are_never_shown(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        measure.main(["held_out", "--show"])
    assert stop.value.code == 2 and "held-out" in capsys.readouterr().err


def test_the_table_in_the_readme_has_a_column_for_every_figure(story: Any) -> None:
    counts = measure.together([measure.measure(perfect(), story)])
    header = next(
        line for line in (FOLDER / "README.md").read_text(encoding="utf-8").split("\n") if line.startswith("| commit")
    )
    assert header.strip("| ").split(" | ")[1:] == list(counts)


def test_a_row_has_as_many_cells_as_the_table(story: Any) -> None:
    counts = measure.together([measure.measure(perfect(), story)])
    assert measure.row("a1b2c3d", counts).count("|") == len(counts) + 2
