"""The schemas say what the readers take and the build writes."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import jsonschema
import pytest
import yaml

from briefwright import notes
from briefwright.build import distil_folder
from briefwright.cli import main
from briefwright.codebook import load_codebook
from briefwright.model import Refused
from briefwright.notes import front_matter
from briefwright.schemas import DATA, NAMES, PACKAGE, package_files, schema, schema_files
from briefwright.store import yaml_files

ROOT = Path(__file__).parent.parent
PACKAGED = ROOT / "src" / "briefwright" / "codebook" / "data"
NOTES = [*sorted((ROOT / "seeds").glob("*.md")), *sorted((ROOT / "tests/corpora/halden_notes").glob("*.md"))]
CODEBOOKS = [ROOT / "seeds" / "codebook.yml", ROOT / "src/briefwright/starter/seeds/codebook.yml"]


def problems(name: str, text: str) -> list[str]:
    """What a program that knows only the schema finds in a YAML file."""
    validator = jsonschema.Draft7Validator(schema(name))
    return [error.message for error in validator.iter_errors(yaml.load(text, Loader=_Strings))]


class _Strings(yaml.SafeLoader):
    """YAML as our own reader and editors take it: dates and fractions stay text, and so do "on" and "no"."""


_Strings.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag.rpartition(":")[2] in {"int", "null"}]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Strings.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


@pytest.mark.parametrize("name", [*NAMES, *PACKAGE])
def test_each_is_a_schema_of_draft_7(name: str) -> None:
    jsonschema.Draft7Validator.check_schema(schema(name))


@pytest.mark.parametrize("path", NOTES, ids=lambda p: p.name)
def test_every_note_fits(path: Path) -> None:
    assert problems("note", front_matter(path.read_text("utf-8"))[0]) == []


@pytest.mark.parametrize("path", CODEBOOKS, ids=lambda p: p.parent.parent.name)
def test_every_codebook_fits(path: Path) -> None:
    assert problems("codebook", path.read_text("utf-8")) == []


@pytest.mark.parametrize("seeds", ["halden_notes", "halden_raw"])
def test_everything_that_the_build_writes_fits(seeds: str) -> None:
    made = yaml_files(distil_folder(ROOT / "tests" / "corpora" / seeds))
    kinds = {"sources": "sources", "conflicts": "conflicts"}
    found = {name: problems(kinds.get(Path(name).stem, "findings"), data.decode()) for name, data in made.items()}
    assert {name: told for name, told in found.items() if told} == {}


@pytest.mark.parametrize("path", sorted((ROOT / "briefing").glob("*.yml")), ids=lambda p: p.name)
def test_every_committed_file_names_its_schema_in_its_first_line(path: Path) -> None:
    first = path.read_text("utf-8").split("\n")[0]
    name = path.stem if path.stem in {"sources", "conflicts", "selftest"} else "findings"
    assert problems(name, path.read_text("utf-8")) == []
    assert first == f"# yaml-language-server: $schema=../docs/schema/{name}.schema.json"
    assert f"docs/schema/{name}.schema.json" in schema_files()


@pytest.mark.parametrize("path", sorted(PACKAGED.glob("*.yml")), ids=lambda p: p.name)
def test_the_data_of_the_package_names_the_schema_that_it_fits(path: Path) -> None:
    name = DATA.get(path.name, "words")
    assert problems(name, path.read_text("utf-8")) == []
    assert path.read_text("utf-8").split("\n")[0] == f"# yaml-language-server: $schema=schema/{name}.schema.json"


@pytest.mark.parametrize(("name", "made"), package_files().items())
def test_the_schemas_beside_the_data_of_the_package_are_current(name: str, made: bytes) -> None:
    assert (PACKAGED / name).read_bytes() == made, "write it again: briefwright.schemas.package_files()"


def test_a_rule_of_the_package_with_an_unknown_key_does_not_fit() -> None:
    assert problems("rules", "- {name: a, kind: role, pattern: b, patern: c}") != []


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("note", "paragraphs: 8", "paragraphs: many"),
        ("note", 'title: "', 'titel: "'),
        ("note", "  precision: \"day\"", "  precision: \"hour\""),
        ("note", "  p6: ", "  six: "),
    ],
)  # fmt: skip
def test_a_wrong_note_does_not_fit(name: str, old: str, new: str) -> None:
    text = front_matter((ROOT / "tests/corpora/halden_notes/000_wire.md").read_text("utf-8"))[0]
    text = text.replace("precision: day", 'precision: "day"')
    assert old in text
    assert problems(name, text.replace(old, new))


def test_the_note_has_the_keys_that_the_reader_takes() -> None:
    properties = schema("note")["properties"]
    assert isinstance(properties, dict) and set(properties) == set(notes._KEYS)


#: A codebook in which one object holds a key that nobody knows, and where that object is in the schema.
STRANGE = {
    "": "zzzq: 1\n",
    "names": "names:\n  - {name: A, kind: person, zzzq: 1}\n",
    "judgements": "judgements:\n  - {decision: unsure, about: [A, B], by: E, when: W, why: Y, zzzq: 1}\n",
    "years": "years:\n  - {year: 2026, why: x, zzzq: 1}\n",
    "pins": "pins:\n  - {finding: a, rank: 1, zzzq: 1}\n",
    "drops": "drops:\n  - {finding: a, zzzq: 1}\n",
    "lexicon": "lexicon: {zzzq: {}}\n",
    "summary": "summary:\n  - {text: a, evidence: ['001 ¶1'], rank: 1, by: E, zzzq: 1}\n",
    "glossary": "glossary:\n  - {term: a, meaning: b, zzzq: 1}\n",
    "lineage": "lineage: {zzzq: 1}\n",
    "rules": "rules:\n  - {name: a, kind: role, pattern: x, zzzq: 1}\n",
}


@pytest.mark.parametrize("where", STRANGE)
def test_the_codebook_has_the_keys_that_the_reader_takes(where: str, tmp_path: Path) -> None:
    (tmp_path / "codebook.yml").write_text(STRANGE[where], "utf-8")
    with pytest.raises(Refused) as refused:
        load_codebook(tmp_path)
    known = re.search(r"use one of (.*)", str(refused.value))
    assert known is not None
    assert set(known[1].split(", ")) == set(_properties(schema("codebook"), where))


def _properties(top: Mapping[str, object], where: str) -> Iterator[str]:
    properties = top["properties"]
    assert isinstance(properties, dict)
    if where:
        part = properties[where]
        properties = part.get("items", part)["properties"]
    yield from properties


def test_an_independent_checker_takes_the_schemas(tmp_path: Path) -> None:
    for name, data in schema_files().items():
        (tmp_path / Path(name).name).write_bytes(data)
    tool = Path(sys.executable).parent / "check-jsonschema"
    ran = subprocess.run([str(tool), "--check-metaschema", *map(str, tmp_path.glob("*.json"))], capture_output=True)
    assert ran.returncode == 0, ran.stdout


def test_the_command_prints_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "codebook"]) == 0
    assert json.loads(capsys.readouterr().out) == json.loads(json.dumps(schema("codebook")))
