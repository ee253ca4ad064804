"""Reading codebooks: what a corpus may lay over the default, what is refused and where, what stays as it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefwright.codebook import Codebook, load_codebook
from briefwright.model import ARGUMENT_KINDS, KINDS, Refused

DEFAULT = load_codebook()
WHO = "by: P. Vance, when: 2026-03-09, why: read both"


def own(folder: Path, text: str | bytes) -> Codebook:
    (folder / "codebook.yml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_codebook(folder)


# --------------------------------------------------------------------------- the default


def test_without_a_codebook_the_default_applies(tmp_path: Path) -> None:
    assert load_codebook(tmp_path) == DEFAULT


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "{}\n"])
def test_an_empty_codebook_changes_no_rule(tmp_path: Path, text: str) -> None:
    assert own(tmp_path, text).rules == DEFAULT.rules


def test_a_corpus_s_own_codebook_does_not_touch_the_default(tmp_path: Path) -> None:
    own(tmp_path, "title: Other\nlexicon:\n  synonyms: {chief: boss}\nnames:\n  - {name: Pelmora, kind: term}\n")
    assert load_codebook() == DEFAULT and (DEFAULT.names, DEFAULT.title, DEFAULT.lexicon.synonyms) == ((), "", {})


def test_the_default_holds_no_name_judgement_pin_or_year() -> None:
    own_only = ("names", "judgements", "years", "pins", "drops", "gaps", "expected", "title", "contact")
    assert [name for name in own_only if getattr(DEFAULT, name)] == []


def test_the_default_holds_no_word_of_the_first_story() -> None:
    folder = Path(__file__).parent.parent
    data = sorted((folder / "src/briefwright/codebook/data").glob("*.yml"))
    code = "\n".join(path.read_text(encoding="utf-8") for path in data)
    names = re.findall(r"^  - name: (.+)$", (folder / "seeds/codebook.yml").read_text(encoding="utf-8"), re.MULTILINE)
    assert [n for n in names if n in code] == []


def test_every_fact_kind_has_a_rule() -> None:
    assert set(KINDS) - ARGUMENT_KINDS == {rule.kind for rule in DEFAULT.rules}


def test_every_hedge_form_leads_to_a_hedge_with_words() -> None:
    assert set(DEFAULT.lexicon.hedge_of.values()) <= set(DEFAULT.lexicon.hedges)


def test_every_hedge_has_a_place_for_its_clause() -> None:
    assert [h for h, words in DEFAULT.lexicon.hedges.items() if words.count("{s}") != 1] == []


@pytest.mark.parametrize("pattern", ["hedge_pattern", "fact_hedges", "negation_pattern", "team_tail", "series_tail"])
def test_a_pattern_of_the_lexicon_matches_no_empty_text(pattern: str) -> None:
    assert getattr(DEFAULT.lexicon, pattern).search("") is None


# --------------------------------------------------------------------------- laid over


def test_everything_a_corpus_may_say_is_read(tmp_path: Path) -> None:
    book = own(
        tmp_path,
        f"""title: A tale
site_name: Tales
contact: the desk
names:
  - {{name: Tove Haug, kind: person, aliases: [T], why: signed}}
judgements:
  - {{decision: same, about: [A, B], {WHO}}}
years:
  - {{year: 2025, why: stated in 000 ¶2}}
pins:
  - {{finding: ab12, rank: 1, why: first}}
drops:
  - {{finding: cd34}}
gaps: ["Who pays?"]
expected: {{person: 3}}
lexicon:
  synonyms: {{chieftain: chief}}
""",
    )
    assert (book.title, book.site_name, book.contact, book.gaps, book.expected) == (
        "A tale", "Tales", "the desk", ("Who pays?",), {"person": 3},
    )  # fmt: skip
    assert [n.aliases for n in book.names] == [("T",)] and [j.by for j in book.judgements] == ["P. Vance"]
    assert [y.year for y in book.years] == [2025] and [p.rank for p in book.pins] == [1]
    assert [d.finding for d in book.drops] == ["cd34"] and dict(book.lexicon.synonyms) == {"chieftain": "chief"}


def test_an_own_rule_stands_behind_those_of_the_package(tmp_path: Path) -> None:
    rule = '  - {name: own-left, kind: departure, pattern: "{person=P} upped sticks", yes: [x], no: [y]}\n'
    book = own(tmp_path, "rules:\n" + rule)
    assert book.rules[: len(DEFAULT.rules)] == DEFAULT.rules and book.rules[-1].name == "own-left"


def test_each_entry_knows_its_line(tmp_path: Path) -> None:
    book = own(tmp_path, "title: A\nnames:\n  - name: Tove\n    kind: person\n  - name: Bo\n    kind: person\n")
    assert [n.where.rsplit(":", 1)[1] for n in book.names] == ["3", "5"]


def test_a_byte_order_mark_and_windows_lines_are_read(tmp_path: Path) -> None:
    assert own(tmp_path, b"\xef\xbb\xbftitle: A\r\ncontact: B\r\n").contact == "B"


def test_the_text_is_kept_for_the_revision(tmp_path: Path) -> None:
    assert own(tmp_path, "title: A\n").text == "title: A\n"


# --------------------------------------------------------------------------- refused


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("title: A\nnamez: []\n", 2, "'namez' is not known here; did you mean 'names'"),
        ("templates: []\n", 1, "'templates' is not known here"),
        ("names:\n  - name: T\n    kind: person\n    age: 7\n", 4, "'age' is not known here"),
        ("names:\n  - name: T\n    kind: wizard\n", 3, "'kind' is 'wizard'; use one of person"),
        ("names:\n  - kind: person\n", 2, "'name' is missing"),
        ("names:\n  - {name: T, kind: person, aliases: [U]}\n", 2, "cite a passage as 'evidence' or give a 'why'"),
        ("names: T\n", 1, "'names' must be a list"),
        ("judgements:\n  - {decision: same, about: [A, B], when: 2026-03-09, why: x}\n", 2, "'by' is missing"),
        ("judgements:\n  - {decision: same, about: [A, B], by: P, why: x}\n", 2, "'when' is missing"),
        ("judgements:\n  - {decision: same, about: [A, B], by: P, when: 2026-03-09}\n", 2, "who, when and why"),
        (f"judgements:\n  - {{decision: maybe, about: [A, B], {WHO}}}\n", 2, "'decision' is 'maybe'"),
        ("years:\n  - {year: 2025}\n", 2, "give the reasoning"),
        ("years:\n  - {year: soon, why: x}\n", 2, "whole number"),
        ("years:\n  - {year: 20260, why: x}\n", 2, "'year' is 20260; give the year in four digits"),
        ("years:\n  - {year: 26, why: x}\n", 2, "'year' is 26; give the year in four digits"),
        (
            "rules:\n  - {name: x, kind: role, pattern: '{person=P is {role=R}', yes: [a], no: [b]}\n",
            2,
            "opens with { and does not close: '{person=P is ",
        ),
        (
            "rules:\n  - {name: x, kind: role, pattern: '{person=P} is {role=R', yes: [a], no: [b]}\n",
            2,
            "opens with { and does not close: '{role=R'",
        ),
        (
            "rules:\n  - {name: x, kind: role, pattern: '{person=P} is role=R}', yes: [a], no: [b]}\n",
            2,
            "closes with } and does not open: '}'",
        ),
        ("pins:\n  - {finding: ab12}\n", 2, "'rank' is missing"),
        ("pins:\n  - {rank: 1}\n", 2, "'finding' is missing"),
        ("drops:\n  - {finding: ab12, rank: 2}\n", 2, "'rank' is not known here"),
        ("expected:\n  person: many\n", 2, "a whole number is needed"),
        ("expected:\n  person: true\n", 2, "a whole number is needed"),
        ("lexicon:\n  hedges: {}\n", 2, "'hedges' is not known here"),
        ("rules:\n  - {name: x, kind: leaving, pattern: a, yes: [], no: []}\n", 2, "unknown kind 'leaving'"),
        ("rules:\n  - {name: x, kind: departure, pattern: a, templates: b}\n", 2, "'templates' is not known"),
        ("title: A\ntitle: B\n", 2, "title"),
        ("title: [A\n", 2, ""),
        ("- title: A\n", 1, "a mapping"),
    ],
)
def test_a_faulty_entry_is_refused_with_file_line_and_remedy(tmp_path: Path, text: str, line: int, words: str) -> None:
    with pytest.raises(Refused) as caught:
        own(tmp_path, text)
    where, _, sentence = str(caught.value).partition(": ")
    assert where.endswith(f"codebook.yml:{line}") and words in sentence


def test_a_codebook_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"codebook\.yml: not UTF-8 at byte 7; save it as UTF-8"):
        own(tmp_path, b"title: \xff\n")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("expected: {unicorns: 3}\n", "unicorns"),
        ("names:\n  - {name: T, kind: person}\n  - {name: T, kind: team}\n", "T"),
        (f"judgements:\n  - {{decision: same, about: [A], {WHO}}}\n", "about"),
        (f"judgements:\n  - {{decision: different, about: [A, B, C], {WHO}}}\n", "about"),
        (f"judgements:\n  - {{decision: same, {WHO}}}\n", "about"),
    ],
)
def test_an_entry_that_can_have_no_effect_is_refused(tmp_path: Path, text: str, word: str) -> None:
    with pytest.raises(Refused, match=word):
        own(tmp_path, text)
