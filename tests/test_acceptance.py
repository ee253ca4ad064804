"""What the verifier leaves to a person, a person may accept: with a name, a day and a reason, for just these words."""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

import briefwright.distil
import briefwright.statements
from briefwright.build import distil_folder, files
from briefwright.codebook import Codebook, load_codebook
from briefwright.model import Briefing, Refused, Source, Statement, Unsound
from briefwright.pages import leaf
from briefwright.pages.view import survey
from briefwright.pdf import blocks
from briefwright.selftest import self_test
from briefwright.verify import Verdict, verify

TEXT = "Alice Quell left Pelmora on 3 March 2025. Alan Kim, the lead engineer of Pelmora, spoke to a junior engineer."
WHO = "by: P. Vance, when: 2026-03-09, why: the paragraph says so"
CLAIM = "A departure from Pelmora is told here."


@pytest.fixture
def doubt(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Lets the verifier give this verdict on every departure."""

    def doubting(outcome: str) -> None:
        def judged(
            statement: Statement, source: Source, names: Mapping[str, Sequence[str]], codebook: Codebook
        ) -> Verdict:
            if statement.kind == "departure":
                return Verdict(verdict=outcome, slot="text", reason="it is not clear who left")  # type: ignore[arg-type]
            return verify(statement, source, names, codebook)

        for module in (briefwright.distil, briefwright.statements):
            monkeypatch.setattr(module, "verify", judged)

    return doubting


def corpus(folder: Path, codebook: str = "", text: str = TEXT) -> Path:
    (folder / "000_a.txt").write_text(text + "\n", encoding="utf-8")
    (folder / "codebook.yml").write_text(codebook, encoding="utf-8")
    return folder


def accept(identity: str, seen: str) -> str:
    return f"judgements:\n  - {{decision: accept, about: ['{identity}'], seen: '{seen}', {WHO}}}\n"


def accepted(folder: Path, doubt: Callable[[str], None], text: str = TEXT) -> Briefing:
    """The briefing with an acceptance of what was withheld from `TEXT`, when the source reads `text`."""
    doubt("needs_review")
    (one,) = distil_folder(corpus(folder)).withheld
    return distil_folder(corpus(folder, accept(one.statement.id, one.seen), text))


def departures(briefing: Briefing) -> list[str]:
    return [s.accepted for s in briefing.statements if s.kind == "departure"]


def test_what_nobody_accepted_is_withheld(tmp_path: Path, doubt: Callable[[str], None]) -> None:
    doubt("needs_review")
    made = distil_folder(corpus(tmp_path))
    assert (departures(made), [w.verdict for w in made.withheld]) == ([], ["needs_review"])


def test_what_an_editor_accepted_is_published_with_who_when_and_why(
    tmp_path: Path, doubt: Callable[[str], None]
) -> None:
    made = accepted(tmp_path, doubt)
    assert departures(made) == [
        "the paragraph says so (P. Vance, 2026-03-09); not proved by rule: it is not clear who left"
    ]
    assert made.withheld == ()


def test_an_edit_of_the_passage_asks_again(tmp_path: Path, doubt: Callable[[str], None]) -> None:
    made = accepted(tmp_path, doubt, TEXT + " It rained.")
    assert (departures(made), len(made.withheld)) == ([], 1)


def test_an_acceptance_of_another_wording_is_none(tmp_path: Path, doubt: Callable[[str], None]) -> None:
    doubt("needs_review")
    (one,) = distil_folder(corpus(tmp_path)).withheld
    made = distil_folder(corpus(tmp_path, accept(one.statement.id, "0" * 12)))
    assert (departures(made), len(made.withheld)) == ([], 1)


def test_what_the_passage_contradicts_nobody_can_accept(tmp_path: Path, doubt: Callable[[str], None]) -> None:
    doubt("unsupported")
    (one,) = distil_folder(corpus(tmp_path)).withheld
    with pytest.raises(Unsound, match=r"codebook\.yml:2: .* is unsupported by its passage"):
        distil_folder(corpus(tmp_path, accept(one.statement.id, one.seen)))


def test_an_acceptance_of_nothing_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"codebook\.yml:2: '0123456789' is no finding or statement"):
        distil_folder(corpus(tmp_path, accept("0123456789", "0" * 12)))


@pytest.mark.parametrize(
    "entry",
    [f"decision: accept, about: [a], {WHO}", f"decision: withhold, about: [a], seen: '123456789012', {WHO}"],
)
def test_an_acceptance_and_nothing_else_says_what_was_seen(tmp_path: Path, entry: str) -> None:
    with pytest.raises(Refused, match="'accept', and nothing else, has 'seen'"):
        distil_folder(corpus(tmp_path, f"judgements:\n  - {{{entry}}}\n"))


@pytest.mark.parametrize("name", ["docs/method.md", "docs/data/briefing.json"])
def test_who_accepted_and_why_stands_on_the_method_page_and_in_the_data(
    tmp_path: Path, doubt: Callable[[str], None], name: str
) -> None:
    told = files(accepted(tmp_path, doubt))[name]
    assert b"the paragraph says so" in told and b"Vance" in told


def test_the_footnote_on_the_page_says_that_an_editor_accepted_it(tmp_path: Path, doubt: Callable[[str], None]) -> None:
    made = accepted(tmp_path, doubt)
    (one,) = (s for s in made.statements if s.accepted)
    told = html.unescape(leaf.note(survey(made), one, "x.md"))
    assert "accepted by an editor: the paragraph says so (P. Vance, 2026-03-09)" in told


def test_the_footnote_in_the_pdf_says_that_an_editor_accepted_it(tmp_path: Path, doubt: Callable[[str], None]) -> None:
    made = accepted(tmp_path, doubt)
    (one,) = (s for s in made.statements if s.accepted)
    finding = next(f for f in made.findings if one.id in f.statements)
    assert "Accepted by an editor: the paragraph says so" in str(blocks.note(survey(made), one, finding)["after"])


def test_the_yaml_keeps_the_mark_with_the_statement(tmp_path: Path, doubt: Callable[[str], None]) -> None:
    made = yaml.safe_load(files(accepted(tmp_path, doubt))["briefing/events.yml"])
    marks = [s.get("accepted", "") for f in made["findings"] for s in f["statements"]]
    assert [m.split(" (")[0] for m in marks if m] == ["the paragraph says so"]


def test_the_method_page_counts_what_stands_on_a_judgement(tmp_path: Path, doubt: Callable[[str], None]) -> None:
    page = files(accepted(tmp_path, doubt))["docs/method.md"].decode()
    assert "1 statement could not be proved by rule and stands on an editor's judgement" in page


def test_the_method_page_counts_two_of_them_as_two(tmp_path: Path, doubt: Callable[[str], None]) -> None:
    made = accepted(tmp_path, doubt)
    (one,) = (s for s in made.statements if s.accepted)
    two = replace(made, statements=(*made.statements, replace(one, id="another")))
    page = files(two)["docs/method.md"].decode("utf-8")
    assert "2 statements could not be proved by rule and stand on an editor's judgement" in html.unescape(page)


def test_the_withheld_list_gives_the_digits_that_an_acceptance_needs(
    tmp_path: Path, doubt: Callable[[str], None]
) -> None:
    doubt("needs_review")
    made = distil_folder(corpus(tmp_path))
    data = json.loads(files(made)["docs/data/briefing.json"])
    assert [w["seen"] for w in data["withheld"]] == [w.seen for w in made.withheld]
    assert len(made.withheld[0].seen) == 12


def test_the_self_test_claims_nothing_for_what_an_editor_accepted(tmp_path: Path, doubt: Callable[[str], None]) -> None:
    made = accepted(tmp_path, doubt)
    result = self_test(made, load_codebook(tmp_path))
    assert result.statements == len(made.statements) - 1


# --------------------------------------------------------------------------- a sentence of the editor's own


def summary(judgement: str = "") -> str:
    return f'summary:\n  - {{text: "{CLAIM}", evidence: [000 ¶1], rank: 1, by: P. Vance}}\n{judgement}'


def told(folder: Path) -> tuple[str, str]:
    """The id and the digits that the refusal of the editor's sentence names."""
    with pytest.raises(Unsound) as refused:
        distil_folder(corpus(folder, summary()))
    words = str(refused.value).split()
    return words[words.index("'accept'") + 2], words[-1]


def test_an_editor_s_sentence_that_is_not_proved_may_be_accepted_as_well(tmp_path: Path) -> None:
    made = distil_folder(corpus(tmp_path, summary(accept(*told(tmp_path)))))
    assert [bool(s.accepted) for s in made.statements if s.text == CLAIM] == [True]


def test_a_false_sentence_of_the_editor_s_cannot_be_accepted(tmp_path: Path) -> None:
    lie = summary().replace(CLAIM, "Alice Quell left Pelmora on 4 March 2025.")
    with pytest.raises(Unsound) as refused:
        distil_folder(corpus(tmp_path, lie))
    assert "accept" not in str(refused.value)


def test_words_that_only_do_not_stand_there_are_left_to_a_person(tmp_path: Path) -> None:
    made = distil_folder(corpus(tmp_path))
    one = next(s for s in made.statements if s.kind == "departure")
    names = {e.id: (e.name, *e.aliases) for e in made.entities}
    other = replace(one, slots={**one.slots, "reason": "harbour fees"})
    verdict = verify(other, made.sources[0], names, load_codebook(tmp_path))
    assert (verdict.verdict, verdict.slot) == ("needs_review", "reason")
