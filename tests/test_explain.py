"""From an id to the bytes of the file."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefwright.build import distil_folder
from briefwright.cli import main
from briefwright.commands.explain import byte_offsets
from briefwright.sources import decode

HALDEN = Path(__file__).parent / "corpora" / "halden_notes"
BRIEFING = distil_folder(HALDEN)


def explained(identity: str, capsys: pytest.CaptureFixture[str], seeds: Path = HALDEN) -> str:
    assert main(["explain", identity, "--seeds", str(seeds), "-q"]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("ends", [b"\n", b"\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_the_bytes_that_are_named_are_the_cited_words(
    ends: bytes, mark: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seeds = tmp_path / "seeds"
    shutil.copytree(HALDEN, seeds)
    for path in seeds.glob("*.md"):
        path.write_bytes(mark + path.read_bytes().replace(b"\n", ends))
    for statement in distil_folder(seeds).statements[:6]:
        told = explained(statement.id, capsys, seeds)
        found = re.search(r"place    (\S+):\d+, code points \S+, bytes (\d+)–(\d+)", told)
        assert found is not None
        words = Path(found[1]).read_bytes()[int(found[2]) : int(found[3])].decode("utf-8")
        assert words.replace("\r\n", "\n") == statement.evidence.exact


@given(st.text(alphabet="aé北\n\r ", max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_byte_offsets_cut_the_file_where_the_text_is_cut(text: str, one: int, other: int) -> None:
    data = text.encode("utf-8")
    plain = decode(data, "x")
    start, end = sorted((min(one, len(plain)), min(other, len(plain))))
    a, b = byte_offsets(data, "x", start, end)
    assert data[a:b].decode("utf-8").replace("\r\n", "\n") == plain[start:end]


def test_the_hash_is_that_of_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    statement = next(s for s in BRIEFING.statements if s.evidence.source == "001")
    digest = hashlib.sha256((HALDEN / "001_blog.md").read_bytes()).hexdigest()
    assert digest in explained(statement.id, capsys)


def test_a_finding_shows_every_source_that_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    finding = next(f for f in BRIEFING.findings if len(f.statements) > 1)
    told = explained(finding.id, capsys)
    assert all(f"statement {s}," in told for s in finding.statements)


def test_rule_and_slots_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    statement = next(s for s in BRIEFING.statements if s.kind == "quantity")
    told = explained(statement.id, capsys)
    assert f"{statement.rule} (codebook/data/rules.yml:" in told
    assert f"value = {statement.slots['value']}" in told


def test_an_entity_shows_its_findings(capsys: pytest.CaptureFixture[str]) -> None:
    finding = next(f for f in BRIEFING.findings if "ingrid-solheim" in f.entities)
    assert finding.id in explained("ingrid-solheim", capsys)


def test_an_id_that_is_not_there_is_refused_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    known = BRIEFING.findings[0].id
    wrong = known[:-1] + ("0" if known[-1] != "0" else "1")
    assert main(["explain", wrong, "--seeds", str(HALDEN), "-q"]) == 2
    assert f"did you mean {known}?" in capsys.readouterr().err


def as_data(command: list[str], capsys: pytest.CaptureFixture[str]) -> Any:
    assert main([*command, "--seeds", str(HALDEN), "-q", "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_for_a_program_each_statement_comes_with_the_bytes_of_its_words(capsys: pytest.CaptureFixture[str]) -> None:
    for finding in BRIEFING.findings[:6]:
        told = as_data(["explain", finding.id], capsys)
        assert {s["id"] for s in told["statements"]} == set(finding.statements)
        for statement in told["statements"]:
            start, end = statement["place"]["bytes"]
            data = Path(statement["place"]["path"]).read_bytes()
            assert data[start:end].decode("utf-8") == statement["evidence"]["exact"]


def test_for_a_program_an_entity_comes_with_its_findings(capsys: pytest.CaptureFixture[str]) -> None:
    entity = next(e for f in BRIEFING.findings for e in f.entities)
    told = as_data(["explain", entity], capsys)
    assert told["entity"]["id"] == entity
    assert {f["id"] for f in told["findings"]} == {f.id for f in BRIEFING.findings if entity in f.entities}


def test_for_a_program_a_sampled_statement_comes_with_its_whole_passage(capsys: pytest.CaptureFixture[str]) -> None:
    drawn = as_data(["sample", "4"], capsys)
    assert len(drawn) == 4
    assert all(one["evidence"]["exact"] in one["passage_text"] for one in drawn)


def test_for_a_program_a_build_counts_what_it_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = as_data(["build", "--no-site", "--output", str(tmp_path / "out")], capsys)
    assert (told["findings"], told["statements"]) == (len(BRIEFING.findings), len(BRIEFING.statements))


def test_for_a_program_check_lists_what_is_out_of_date(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--seeds", str(HALDEN), "--output", str(tmp_path / "none"), "-q", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["fine"] is False
    assert "briefing/events.yml" in {p["where"] for p in told["problems"]}
