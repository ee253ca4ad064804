"""A briefing as YAML and JSON."""

from __future__ import annotations

import copy
import dataclasses
import json
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest
import yaml

from briefwright.model import HOME, KINDS, SLOTS
from briefwright.records import dump, load
from briefwright.store import HEADER, json_file, json_schema, json_schema_file, yaml_files
from fixture_briefing import make

BRIEFING = make()
FILES = yaml_files(BRIEFING)
DATA: dict[str, Any] = json.loads(json_file(BRIEFING))
NAMES = (
    "sources people organisations models architecture events quotes risks scenarios recommendations unknowns conflicts"
).split()


def value(name: str) -> Any:
    return load(FILES[f"briefing/{name}.yml"].decode(), name).value


def test_there_are_twelve_files() -> None:
    assert sorted(FILES) == sorted(f"briefing/{name}.yml" for name in NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_each_file_equals_its_own_load_and_dump(name: str) -> None:
    data = FILES[f"briefing/{name}.yml"]
    header = [line[2:] for line in data.decode().split("\n") if line.startswith("# ")]
    assert dump(load(data.decode(), name).value, header) == data


@pytest.mark.parametrize("name", NAMES)
def test_each_file_opens_with_who_writes_it_and_how_to_rebuild(name: str) -> None:
    assert FILES[f"briefing/{name}.yml"].decode().split("\n")[1:3] == [f"# {line}" for line in HEADER]


@pytest.mark.parametrize("name", NAMES)
def test_another_reader_reads_the_same(name: str) -> None:
    assert yaml.safe_load(FILES[f"briefing/{name}.yml"]) == value(name)


def test_each_finding_stands_once_in_its_home() -> None:
    found = [(one["id"], name) for name in NAMES[1:-1] for one in value(name)["findings"]]
    assert sorted(found) == sorted((finding.id, HOME[finding.kind]) for finding in BRIEFING.findings)


def test_each_statement_stands_once() -> None:
    found = [s["id"] for name in NAMES[1:-1] for one in value(name)["findings"] for s in one["statements"]]
    assert sorted(found) == sorted(statement.id for statement in BRIEFING.statements)


def test_each_entity_stands_once() -> None:
    found = [one["id"] for name in ("people", "organisations", "models") for one in value(name)["entities"]]
    assert sorted(found) == sorted(entity.id for entity in BRIEFING.entities)


def test_a_hedge_a_denial_and_an_attribution_are_written() -> None:
    said = [s for name in NAMES[1:-1] for one in value(name)["findings"] for s in one["statements"]]
    assert {s["hedge"] for s in said if "hedge" in s} == {s.hedge for s in BRIEFING.statements if s.hedge != "none"}
    assert [s["id"] for s in said if s.get("polarity") == "denied"] == [
        s.id for s in BRIEFING.statements if s.polarity == "denied"
    ]
    assert {s["attribution"] for s in said if "attribution" in s} == {
        s.attribution for s in BRIEFING.statements if s.attribution
    }


def test_the_evidence_of_a_statement_is_exact_in_the_file() -> None:
    texts = {source.id: source.text for source in BRIEFING.sources}
    for name in NAMES[1:-1]:
        for finding in value(name)["findings"]:
            for said in finding["statements"]:
                found = said["evidence"]
                assert texts[said["source"]][found["start"] : found["end"]] == found["exact"]


def test_both_sides_of_a_conflict_stand_beside_each_other() -> None:
    assert [len(one["sides"]) for one in value("conflicts")["conflicts"]] == [2, 2]


def test_an_open_conflict_says_so() -> None:
    assert value("conflicts")["conflicts"][0]["resolution"] == "open"


def test_an_unused_sentence_stands_with_its_reason() -> None:
    unused = [u for source in value("sources")["sources"] for p in source["passages"] for u in p.get("unused", [])]
    assert {"text": "The coffee was cold.", "why": "says nothing about a name of the corpus"} in unused
    assert len(unused) == sum(1 for use in BRIEFING.uses if not use.findings)


def test_noise_stands_with_its_reason() -> None:
    noise = [p["reason"] for source in value("sources")["sources"] for p in source["passages"] if p["class"] == "noise"]
    assert noise == ["share buttons", "reply form", "byline", "tags"]


def test_a_withheld_statement_is_counted_with_verdict_and_slot() -> None:
    assert [(one["verdict"], one["slot"]) for one in value("sources")["withheld"]] == [("needs_review", "matter")]


def test_what_no_source_states_is_listed_apart_from_the_findings() -> None:
    """A gap is the editors' question; as a finding it would need a source that says it."""
    assert value("unknowns")["gaps"] == [{"id": gap.id, "question": gap.question} for gap in BRIEFING.gaps]


def test_a_finding_without_a_home_is_an_error() -> None:
    stray = dataclasses.replace(BRIEFING.findings[0], section="nowhere")
    with pytest.raises(ValueError, match="no file is the home"):
        yaml_files(dataclasses.replace(BRIEFING, findings=(stray,)))


def test_an_edited_number_is_one_changed_line() -> None:
    """A reviewer sees in the diff what changed and nothing else."""
    first = BRIEFING.statements[0]
    changed = dataclasses.replace(
        BRIEFING, statements=(dataclasses.replace(first, text="Other."), *BRIEFING.statements[1:])
    )
    old, new = (
        FILES["briefing/events.yml"].decode().split("\n"),
        yaml_files(changed)["briefing/events.yml"].decode().split("\n"),
    )
    assert sum(1 for a, b in zip(old, new, strict=True) if a != b) == 1


# --------------------------------------------------------------------------- JSON


def test_the_keys_stand_in_the_order_of_the_contract() -> None:
    assert list(DATA)[:8] == [
        "revision",
        "sources",
        "origins",
        "passages",
        "entities",
        "statements",
        "findings",
        "conflicts",
    ]
    assert list(DATA["statements"][0])[:10] == [
        "id",
        "kind",
        "text",
        "slots",
        "stance",
        "attribution",
        "hedge",
        "polarity",
        "rule",
        "evidence",
    ]
    assert list(DATA["statements"][0]["evidence"]) == [
        "source",
        "passage",
        "start",
        "end",
        "exact",
        "prefix",
        "suffix",
        "basis",
    ]
    assert list(DATA["findings"][0]) == [
        "id",
        "kind",
        "text",
        "entities",
        "statements",
        "origins",
        "voices",
        "status",
        "section",
        "rank",
        "summary",
        "summary_rank",
    ]
    assert list(DATA["sources"][0])[:9] == [
        "id",
        "title",
        "publisher",
        "author",
        "published",
        "origin",
        "file",
        "sha256",
        "sealed",
    ]


def test_what_no_source_states_is_in_the_data() -> None:
    assert DATA["gaps"] == [{"id": gap.id, "question": gap.question} for gap in BRIEFING.gaps]


def test_the_file_ends_with_one_line_feed_and_is_the_same_each_time() -> None:
    data = json_file(make())
    assert data == json_file(BRIEFING)
    assert data.endswith(b"}\n")


def test_the_briefing_keeps_its_schema() -> None:
    jsonschema.Draft7Validator.check_schema(json_schema())
    jsonschema.Draft7Validator(json_schema()).validate(DATA)


def test_every_kind_has_its_slots_in_the_schema() -> None:
    definitions: Any = json_schema()["definitions"]
    for kind in KINDS:
        assert tuple(definitions[f"slots_{kind}"]["properties"]) == SLOTS[kind]


def test_the_schema_file_is_the_schema() -> None:
    assert json.loads(json_schema_file()) == json_schema()


def of_kind(data: dict[str, Any], kind: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in data["statements"] if one["kind"] == kind)
    return found


def ratio(data: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in data["statements"] if one["slots"].get("first"))
    return found


@pytest.mark.parametrize(
    "spoil",
    [
        lambda d: d.pop("findings"),
        lambda d: d.update(extra=1),
        lambda d: d["findings"][0].update(status="confirmed"),
        lambda d: d["findings"][0].update(statements=[]),
        lambda d: d["findings"][0].update(summary_rank=13),
        lambda d: d["statements"][0].update(kind="rumour"),
        lambda d: d["statements"][0].update(stance="true"),
        lambda d: d["statements"][0].update(hedge=""),
        lambda d: of_kind(d, "departure")["slots"].update(date="Tuesday"),
        lambda d: of_kind(d, "departure")["slots"]["date"].pop("derived"),
        lambda d: of_kind(d, "quantity")["slots"].update(value=40000000),
        lambda d: of_kind(d, "role").update(slots={}),
        lambda d: d["statements"][0]["evidence"].update(basis="guess"),
        lambda d: d["statements"][0]["evidence"].update(exact=""),
        lambda d: d["statements"][0]["evidence"].update(passage="14"),
        lambda d: d["passages"][0].update({"class": "advert"}),
        lambda d: d["sources"][0]["published"].update(value="March 2031"),
        lambda d: d["sources"][0].update(sha256="x"),
        lambda d: d["entities"][0].update(id="Inés"),
        lambda d: d["conflicts"][0].update(sides=d["conflicts"][0]["sides"][:1]),
        lambda d: d.update(revision="latest"),
        lambda d: d.update(notes=["Anything goes."]),
        lambda d: d["gaps"][0].pop("id"),
        lambda d: d["gaps"][0].update(question=""),
        lambda d: ratio(d)["slots"].update(first="sparse layers"),
        lambda d: ratio(d)["slots"].update(second=1),
        lambda d: ratio(d)["slots"].update(of=3),
    ],
)
def test_a_briefing_that_breaks_the_contract_breaks_the_schema(spoil: Callable[[dict[str, Any]], object]) -> None:
    data = copy.deepcopy(DATA)
    spoil(data)
    assert not jsonschema.Draft7Validator(json_schema()).is_valid(data)


def test_each_sentence_of_a_content_passage_is_used_or_says_why_not() -> None:
    for passage in DATA["passages"]:
        for sentence in passage["sentences"]:
            assert bool(sentence["findings"]) != bool(sentence["why_unused"])
