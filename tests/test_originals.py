"""Source notes against their articles: a true note is proved, and no planted lie passes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from briefwright.codebook import load_codebook
from briefwright.lineage import Pair
from briefwright.model import Problem, Refused, Source, Unsound
from briefwright.originals import Seal, check, origins_of, read_seal, seal, sealed
from briefwright.originals.capitals import Names
from briefwright.originals.hedging import families
from briefwright.originals.stated import article_text, dates, numbers, same_date
from briefwright.records import load
from briefwright.sources import read_corpus

ARTICLE = """\
Halden Labs Loses Its Chief Engineer After the Tern Launch
By Ines Okafor
\t
Halden Labs, the Oslo start-up behind the Tern 2.1 model, lost chief engineer Mira Tan and two other researchers just \
one day after it released four new models on March 3, 2026.
Why it matters
Tan, who joined Halden in July 2019, wrote on Mastodon that she was “stepping away from a wonderful crew” and did not \
give any reasons. Jonas Weber, a product manager who came from Brightsea Robotics, will reportedly lead the group. \
According to a memo from staff, the board called the change “a fresh start”.
The Tern models range from 0.5B to 7 billion parameters and keep a 5:2 ratio of sparse to dense attention. They have \
been downloaded over 12 million times, and 40,000+ firms run them on Corvid Cloud. Halden says that the models cut \
costs by 35%. Most users are hobbyists, who often run them offline.
Analysts warn that the firm may close its weights, which would leave hundreds of small companies without an \
alternative. It is unclear whether Halden will publish the training data. Critics never doubted the “open by default” \
promise.
Read also: ten ways to save on your phone bill
"""

NOTE = """\
---
id: "007"
title: "Halden Labs Loses Its Chief Engineer After the Tern Launch"
publisher: unknown
author: "Ines Okafor"
published:
  value: 2026-03
  precision: month
  known: derived
  how: "p3 dates the release, and the article followed it"
language: en
file: 007_invented.txt
sha256: {sha256}
paragraphs: 8
headings:
  p4: "on the meaning of it"
noise:
  p2: "byline"
  p8: "teaser"
left_out:
  - {{paragraph: p5, detail: "wonderful crew", reason: "the farewell is given by its first words"}}
rights: "The article belongs to its publisher; this note is our own account of it."
---

[p1]
The chief engineer of Halden Labs is lost to the company after the launch of Tern.

[p3]
Halden Labs is the start-up from Oslo that made the Tern 2.1 model. Mira Tan was the chief engineer of Halden Labs. \
Halden Labs lost Mira Tan and two more researchers. The losses came one day after the release of four new models. \
Halden Labs released these models on 3 March 2026.

[p5]
Mira Tan joined Halden in July 2019. In a post on Mastodon, Mira Tan wrote that she was “stepping away” from it. \
Mira Tan gave no reasons. Jonas Weber will reportedly lead the group. Jonas Weber is a product manager from Brightsea \
Robotics. According to a staff memo, “a fresh start” is what the board called it.

[p6]
The Tern models have 0.5 to 7 billion parameters. The ratio of sparse to dense attention is 5:2. The Tern models have \
more than 12 million downloads. Corvid Cloud runs them for 40,000+ firms. According to Halden, the models cut costs \
by 35 %. Hobbyists are most of the users. These hobbyists often run the Tern models offline.

[p7]
Analysts warn that Halden may close the weights. With closed weights, hundreds of small companies would be left \
without any alternative. Whether Halden will publish its training data is unclear. The promise “open by default” was \
never doubted by critics.
"""


@dataclass(frozen=True)
class Desk:
    """A folder of notes beside a folder of articles, with one invented pair in them."""

    seeds: Path
    originals: Path

    def write(self, note: str = NOTE, article: str = ARTICLE, sha256: str = "") -> None:
        """Write the pair, the hash in the note being that of the article unless another is given."""
        data = article.encode("utf-8")
        (self.originals / "007_invented.txt").write_bytes(data)
        digest = sha256 or hashlib.sha256(data).hexdigest()
        (self.seeds / "007_invented.md").write_text(note.format(sha256=digest), encoding="utf-8")

    def problems(self, note: str = NOTE, article: str = ARTICLE) -> tuple[Problem, ...]:
        self.write(note, article)
        return check(self.seeds, self.originals)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    for name in ("seeds", "articles"):
        (tmp_path / name).mkdir()
    return Desk(tmp_path / "seeds", tmp_path / "articles")


def changed(old: str, new: str) -> str:
    """The note with one passage changed."""
    assert NOTE.count(old) == 1, f"“{old}” stands {NOTE.count(old)} times in the note"
    return NOTE.replace(old, new)


def test_a_true_note_has_no_problem(desk: Desk) -> None:
    assert desk.problems() == ()


#: What is planted: name of the lie, words of the note, words put in their place, paragraph, words of the problem.
LIES = [
    ("a changed number", "two more researchers", "three more researchers", "p3", "number “three”"),
    ("a number left out", "Mira Tan and two more researchers", "Mira Tan and some more researchers", "p3", "“two”"),
    ("a changed version", "Tern 2.1 model", "Tern 2.2 model", "p3", "“2.2”"),
    ("a changed range", "0.5 to 7 billion", "0.5 to 9 billion", "p6", "0.5 to 9 billion"),
    ("a changed multiplier", "12 million downloads", "12 billion downloads", "p6", "12 billion"),
    ("a ratio turned round", "attention is 5:2", "attention is 2:5", "p6", "2:5"),
    ("a changed percentage", "35 %", "53 %", "p6", "53 %"),
    ("a percentage made a count", "costs by 35 %", "costs by 35 dollars", "p6", "35"),
    ("a lost approximation", "more than 12 million", "12 million", "p6", "approximation"),
    ("another approximation", "more than 12 million", "nearly 12 million", "p6", "approximation"),
    ("a lost number of firms", "for 40,000+ firms", "for firms", "p6", "40,000"),
    ("a changed day", "on 3 March 2026", "on 4 March 2026", "p3", "4 March 2026"),
    ("a changed month", "July 2019", "June 2019", "p5", "June 2019"),
    ("a changed year", "July 2019", "July 2020", "p5", "July 2020"),
    ("a date left out", " on 3 March 2026", "", "p3", "March 3, 2026"),
    ("a changed interval", "one day after the release", "one week after the release", "p3", "one week after"),
    ("an interval turned round", "one day after the release", "one day before the release", "p3", "turns"),
    ("a changed person", "Jonas Weber will", "Petra Weber will", "p5", "“Petra”"),
    ("a name from elsewhere", "Jonas Weber will reportedly lead", "Ines Okafor will reportedly lead", "p5", "“Ines”"),
    ("an invented name", "Corvid Cloud runs", "Quandril runs", "p6", "“Quandril”"),
    ("a changed company", "Brightsea Robotics", "Brightwater Robotics", "p5", "“Brightwater”"),
    ("a name left out", "post on Mastodon", "post on a network", "p5", "“Mastodon”"),
    ("a name turned round", "Mira Tan joined", "Tan Mira joined", "p5", "no name “Tan Mira”"),
    ("two names mixed", "Jonas Weber is a", "Jonas Tan is a", "p5", "no name “Jonas Tan”"),
    ("a role given to another", "Jonas Weber is a product", "Mira Tan is a product", "p5", "to “Jonas Weber”"),
    ("a changed quotation", "“a fresh start”", "“a fresh begin”", "p5", "“a fresh begin”"),
    ("a quotation left out", "“a fresh start” is what", "fresh is what", "p5", "“a fresh start”"),
    ("narration as a quotation", "Halden may close the weights", "“the firm may close its weights, which”", "p7",
     "no quotation"),
    ("a lost hedge", "will reportedly lead", "will lead", "p5", "“reportedly”"),
    ("a lost modal", "Halden may close", "Halden will close", "p7", "“may”"),
    ("a lost warning", "Analysts warn that Halden", "Analysts say that Halden", "p7", "“warn”"),
    ("a lost condition", "companies would be left", "companies are left", "p7", "“would”"),
    ("an uncertainty made certain", "is unclear", "is settled", "p7", "“unclear”"),
    ("an added hedge", "Mira Tan joined", "Mira Tan allegedly joined", "p5", "“allegedly”"),
    ("an added possibility", "The Tern models have 0.5", "The Tern models might have 0.5", "p6", "“might”"),
    ("a lost negation", "gave no reasons", "gave reasons", "p5", "negation"),
    ("a negation lost beside another", "without any alternative", "with an alternative", "p7", "“without”"),
    ("an added negation", "Halden Labs lost Mira", "Halden Labs never lost Mira", "p3", "“never”"),
    ("a denial made of a statement", "the models cut", "the models do not cut", "p6", "“not”"),
    ("a present role made a past one", "Jonas Weber is a product", "Jonas Weber is a former product", "p5", "“former”"),
    ("a grave word", "Halden Labs lost Mira", "Halden Labs fired Mira", "p3", "grave"),
    ("an appointment given to another", "Jonas Weber will reportedly", "Mira Tan will reportedly", "p5", "“Mira”"),
    ("a lost extent", "are most of the users", "are users", "p6", "“Most”"),
    ("a widened extent", "are most of", "are all of", "p6", "“all”"),
    ("a habit made a rule", "often run", "run", "p6", "“often”"),
    ("a copied run of words", "Mira Tan was the chief",
     "The Oslo start-up behind the Tern 2.1 model did it. Mira Tan was the chief", "p3", "8 consecutive words"),
    ("a dropped sentence", " According to a staff memo, “a fresh start” is what the board called it.", "", "p5",
     "“According to a memo"),
    ("an invented sentence", "Mira Tan gave no",
     "Regional hospitals adopted several medical imaging tools quickly. Mira Tan gave no", "p5", "few words"),
    ("a detail that is not there", "wonderful crew", "marvellous crew", "p5", "marvellous crew"),
    ("a detail copied at length", '"wonderful crew"', '"stepping away from a wonderful crew” and did"', "p5",
     "more than 6 words"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "paragraph", "words"), [lie[1:] for lie in LIES], ids=[lie[0] for lie in LIES])
def test_a_planted_lie_is_caught_in_its_paragraph(desk: Desk, old: str, new: str, paragraph: str, words: str) -> None:
    told = [p for p in desk.problems(changed(old, new)) if words in p.sentence]
    assert told, f"not caught; other problems: {[str(p) for p in desk.problems(changed(old, new))]}"
    assert all(p.sentence.startswith(f"[{paragraph}] ") for p in told)


@pytest.mark.parametrize(("old", "new", "paragraph", "words"), [lie[1:] for lie in LIES], ids=[lie[0] for lie in LIES])
def test_a_planted_lie_raises_no_alarm_elsewhere(desk: Desk, old: str, new: str, paragraph: str, words: str) -> None:
    assert {p.sentence[: p.sentence.index("]") + 1] for p in desk.problems(changed(old, new))} == {f"[{paragraph}]"}


def test_a_problem_names_the_line_of_the_sentence(desk: Desk) -> None:
    note = changed("Jonas Weber will", "Petra Weber will")
    (problem, *_) = (p for p in desk.problems(note) if "Petra" in p.sentence)
    line = next(n for n, text in enumerate(note.split("\n"), 1) if "Petra" in text)
    assert problem.where == f"{desk.seeds / '007_invented.md'}:{line}"


RECORD_LIES = [
    ("a wrong count of paragraphs", "paragraphs: 8", "paragraphs: 9", "the article has 8 paragraphs, not 9"),
    ("an unlisted paragraph", '  p8: "teaser"\n', "", "[p8] is not told"),
    ("a dropped paragraph", NOTE[NOTE.index("[p6]") : NOTE.index("[p7]")], "", "[p6] is not told"),
    ("a paragraph passed off as a heading", '  p4: "on the meaning of it"\n', '  p4: "on it"\n  p6: "on the models"\n',
     "[p6] has more than 25 words"),
    ("another title", 'title: "Halden Labs Loses', 'title: "Halden Labs Drops', "not the article's first line"),
    ("an invented publisher", "publisher: unknown", "publisher: Morning Ledger", "publisher “Morning Ledger”"),
    ("an invented author", "Ines Okafor", "Lars Okafor", "author “Lars Okafor”"),
    ("a date called stated", "value: 2026-03\n  precision: month\n  known: derived",
     "value: 2026-04\n  precision: month\n  known: stated", "does not state the date 2026-04"),
    ("a derivation without its paragraph", "p3 dates the release", "the text dates the release", "names no paragraph"),
    ("a derivation from nowhere", "p3 dates the release", "p30 dates the release", "p30"),
    ("a heading in the article's words", "on the meaning of it",
     "Weber, a product manager who came from Brightsea Robotics", "consecutive words"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "words"), [lie[1:] for lie in RECORD_LIES], ids=[lie[0] for lie in RECORD_LIES])
def test_a_lie_in_the_record_is_caught(desk: Desk, old: str, new: str, words: str) -> None:
    note = changed(old, new)
    if "has more than" in words:
        note = note.replace(NOTE[NOTE.index("[p6]") : NOTE.index("[p7]")], "")
    assert any(words in str(problem) for problem in desk.problems(note))


def test_a_wrong_hash_is_caught(desk: Desk) -> None:
    desk.write(sha256="0" * 64)
    assert any("SHA-256" in problem.sentence for problem in check(desk.seeds, desk.originals))


def test_noise_that_is_retold_is_refused(desk: Desk) -> None:
    with pytest.raises(Refused, match="p8 is retold, but listed as noise"):
        desk.problems(NOTE + "\n[p8]\nThere are ten ways to save.\n")


def test_two_notes_of_one_article_are_caught(desk: Desk) -> None:
    desk.write()
    twin = NOTE.format(sha256=hashlib.sha256(ARTICLE.encode()).hexdigest()).replace('id: "007"', 'id: "008"')
    (desk.seeds / "008_twin.md").write_text(twin, encoding="utf-8")
    assert any("has a note already" in problem.sentence for problem in check(desk.seeds, desk.originals))


HONEST = [
    ("thousands without a comma", "40,000+ firms", "more than 40000 firms"),
    ("a multiplier as a letter", "12 million downloads", "12M downloads"),
    ("a range in letters", "0.5 to 7 billion", "0.5B to 7B"),
    ("a small number in digits", "two more", "2 more"),
    ("another order of the date", "on 3 March 2026", "on March 3, 2026"),
    ("another hedge of one strength", "Halden may close", "Halden might close"),
    ("another word of hearsay", "will reportedly lead", "will allegedly lead"),
    ("another negation", "gave no reasons", "did not give reasons"),
    ("a garbled word kept", "Robotics. According", "Robotics [sic]. According"),
    ("a quotation in full", "“stepping away” from it", "“stepping away from a wonderful crew”"),
    ("events in the other order", "The losses came one day after the release of four new models.",
     "The release of four new models came one day before Halden Labs lost them."),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new"), [case[1:] for case in HONEST], ids=[case[0] for case in HONEST])
def test_an_honest_other_wording_passes(desk: Desk, old: str, new: str) -> None:
    assert [str(problem) for problem in desk.problems(changed(old, new))] == []


def test_a_left_out_detail_excuses_what_it_names(desk: Desk) -> None:
    entry = '  - {{paragraph: p6, detail: "Corvid Cloud", reason: "a host"}}'
    note = changed("left_out:", f"left_out:\n{entry}")
    assert desk.problems(note.replace("Corvid Cloud runs them for", "They run at")) == ()


# --------------------------------------------------------------------------- refused


def test_a_missing_folder_of_articles_is_refused_by_name(desk: Desk) -> None:
    desk.write()
    with pytest.raises(Refused, match="nowhere: there is no such folder"):
        check(desk.seeds, desk.originals / "nowhere")


def test_a_missing_article_is_refused_by_name(desk: Desk) -> None:
    desk.write()
    (desk.originals / "007_invented.txt").unlink()
    with pytest.raises(Refused, match=r"007_invented\.txt: is not there"):
        check(desk.seeds, desk.originals)


def test_an_article_outside_the_folder_is_refused(desk: Desk) -> None:
    with pytest.raises(Refused, match="bare file name"):
        desk.problems(changed("file: 007_invented.txt", "file: ../articles/007_invented.txt"))


def test_a_folder_without_notes_is_refused_instead_of_found_fine(desk: Desk) -> None:
    (desk.seeds / "a.txt").write_text("Halden Labs released a model.\n", encoding="utf-8")
    with pytest.raises(Refused, match="holds no source note"):
        check(desk.seeds, desk.originals)


# --------------------------------------------------------------------------- the lock


def locked(desk: Desk, note: str = NOTE) -> Source:
    """Write the pair and its lock; the note as a source."""
    desk.write(note)
    (desk.seeds / "seeds.lock").write_bytes(seal(desk.seeds, desk.originals))
    return read_corpus(desk.seeds).sources[0]


def read(desk: Desk) -> Seal:
    found = read_seal(desk.seeds)
    assert found is not None
    return found


def test_a_proved_note_is_sealed(desk: Desk) -> None:
    assert sealed(locked(desk), read(desk))


def test_the_lock_is_its_own_load_and_dump_and_does_not_move(desk: Desk) -> None:
    locked(desk)
    assert seal(desk.seeds, desk.originals) == (desk.seeds / "seeds.lock").read_bytes()


def test_the_lock_keeps_no_run_of_the_articles_words(desk: Desk) -> None:
    locked(desk)
    written = (desk.seeds / "seeds.lock").read_text(encoding="utf-8")
    article = ARTICLE.split()
    assert not any(" ".join(article[at : at + 7]) in written for at in range(len(article) - 6))


def test_grams_in_the_lock_are_sorted_hashes_of_16_bits(desk: Desk) -> None:
    """Of an article with one paragraph more: the more runs, the less does chance put them in order."""
    more = (
        "Investors led by Fjell Capital put 45 million euros into Halden Labs in 2024, and the start-up opened a "
        "second office in Bergen that trains speech models for hospitals.\n"
    )
    told = (
        "\n[p9]\nFjell Capital led the investors of Halden Labs in 2024. These investors gave Halden Labs 45 million "
        "euros. Halden Labs has a second office in Bergen. That office trains speech models for hospitals.\n"
    )
    note = changed("paragraphs: 8", "paragraphs: 9") + told
    desk.write(note, ARTICLE + more)
    lock = load(seal(desk.seeds, desk.originals).decode("utf-8"), "seeds.lock")
    digits = "".join(lock.mapping("notes").part("007").texts("grams"))
    hashes = [digits[at : at + 4] for at in range(0, len(digits), 4)]
    assert hashes == sorted(set(hashes)) and len(hashes) > 50


def test_a_note_with_a_problem_is_not_sealed(desk: Desk) -> None:
    desk.write(changed("35 %", "53 %"))
    with pytest.raises(Unsound, match="53 %"):
        seal(desk.seeds, desk.originals)


def test_a_note_changed_after_the_seal_no_longer_fits_it(desk: Desk) -> None:
    source = locked(desk)
    assert not sealed(replace(source, text=source.text.replace("35 %", "34 %")), read(desk))


def test_a_note_of_another_article_does_not_fit_the_seal(desk: Desk) -> None:
    source = locked(desk)
    assert not sealed(replace(source, sha256="0" * 64), read(desk))


def test_a_changed_front_matter_leaves_the_seal_of_the_body_whole(desk: Desk) -> None:
    source = locked(desk)
    assert sealed(replace(source, text=source.text.replace("language: en", "language: en-GB")), read(desk))


def test_without_a_lock_nothing_is_sealed(desk: Desk) -> None:
    desk.write()
    assert read_seal(desk.seeds) is None and not sealed(read_corpus(desk.seeds).sources[0], None)


BROKEN: list[tuple[str, Callable[[str], str]]] = [
    ("no YAML", lambda text: "<<<<<<< ours\n" + text),
    ("another version", lambda text: text.replace("version: 1", "version: 2")),
    ("no hash", lambda text: text.replace("    note: ", "    note: x")),
    ("an unknown key", lambda text: text + "more: 1\n"),
    ("a list", lambda text: "- a\n"),
    ("empty", lambda text: ""),
]


@pytest.mark.parametrize("broken", [b[1] for b in BROKEN], ids=[b[0] for b in BROKEN])
def test_a_broken_lock_seals_nothing_and_says_why(desk: Desk, broken: Callable[[str], str]) -> None:
    source = locked(desk)
    path = desk.seeds / "seeds.lock"
    path.write_text(broken(path.read_text(encoding="utf-8")), encoding="utf-8")
    assert read(desk).problems and not sealed(source, read(desk))


# --------------------------------------------------------------------------- origins


def other(source: Source, name: str, sha256: str) -> Source:
    return replace(source, id=name, sha256=sha256)


def test_pairs_of_the_lock_decide_over_the_words_of_the_notes(desk: Desk) -> None:
    """Two notes may be worded alike though their articles are not."""
    one = locked(desk)
    two = other(one, "008", "1" * 64)
    lock = read(desk)
    pair = Pair(a="007", b="008", containment=0.0, aligned=0.0, phrases=())
    lock = replace(lock, articles={**lock.articles, "008": "1" * 64}, pairs=(pair,))
    assert [o.sources for o in origins_of((one, two), lock)] == [("007",), ("008",)]
    assert [o.sources for o in origins_of((one, two), None)] == [("007", "008")]


def test_origins_are_numbered_by_their_first_source(desk: Desk) -> None:
    one = locked(desk)
    passage = replace(one.passages[0], text="A quite different harvest of apples ended in the northern valleys.")
    alone = replace(other(one, "003", "3" * 64), passages=(passage,))
    found = origins_of((alone, one, other(one, "009", "9" * 64)), None)
    assert [(o.id, o.sources) for o in found] == [("origin-1", ("003",)), ("origin-2", ("007", "009"))]


def test_a_raw_text_beside_a_sealed_note_is_compared_with_the_article(desk: Desk) -> None:
    """The note tells the article in other words; the profile in the lock still knows the article's."""
    note = locked(desk)
    (desk.seeds / "copy.txt").write_text(ARTICLE, encoding="utf-8")
    raw = next(s for s in read_corpus(desk.seeds).sources if s.basis == "original")
    assert [o.sources for o in origins_of((note, raw), read(desk))] == [("007", "copy")]


# --------------------------------------------------------------------------- parts


@pytest.mark.parametrize(
    ("a", "b"),
    [("90,000 users", "90000 users"), ("9B parameters", "9 billion parameters"), ("four models", "4 models"),
     ("a 3:1 ratio", "a 3-to-1 ratio"), ("60% less", "60 per cent less"), ("$1.2bn", "$1.2 billion")],
)  # fmt: skip
def test_formats_of_one_number_have_one_key(a: str, b: str) -> None:
    assert [item.key for item in numbers(a)] == [item.key for item in numbers(b)] != []


@pytest.mark.parametrize(
    ("a", "b"), [("9B parameters", "9 million parameters"), ("60% of it", "60 of it"), ("3:1", "1:3"), ("$5", "€5")]
)
def test_different_numbers_have_different_keys(a: str, b: str) -> None:
    assert [item.key for item in numbers(a)] != [item.key for item in numbers(b)]


def test_a_year_left_to_the_date_before_is_the_same_date() -> None:
    _, derived = dates("It began in April 2023 and opened that September.")
    (stated,) = dates("It opened in September 2023.")
    assert same_date(derived, stated)


def test_the_number_of_a_list_item_is_no_number_of_the_article() -> None:
    assert numbers(article_text("• 1Mira Tan left the firm")) == ()


LEXICON = load_codebook().lexicon


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In May 2024 it opened.", set()),
        ("It may open.", {"possibility"}),
        ("It couldn’t be worse.", {"negation", "possibility"}),
        ("It is not only fast.", set()),
        ("It is not immediately clear.", {"uncertainty"}),
        ("She said “it may not work”.", set()),
        ("He denied it.", {"denial"}),
        ("The plan risks trust.", {"risk"}),
    ],
)
def test_hedges_and_negations_are_told_apart(text: str, found: set[str]) -> None:
    assert set(families(text, LEXICON)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Critics in Oslo praised Tern2.", ["Oslo", "Tern2"]),
        ("The firm is an Oslo-based maker of AI.", ["Oslo"]),
        ("However, Mira Tan left on Tuesday.", ["Mira", "Tan"]),
        ("They've lost the CEO of Halden’s unit.", ["CEO", "Halden’s"]),
        ("Analysts warn of it: The end is near.", []),
        ("Zeltron prepares a launch.", ["Zeltron"]),
    ],
)
def test_a_capital_that_the_grammar_gives_is_no_name(text: str, found: list[str]) -> None:
    names = Names.of(LEXICON, [text], [])
    assert [capital.surface for capital in names.find(text)] == found


# --------------------------------------------------------------------------- the articles themselves

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = ROOT.parent / "shared" / "seeds"


def test_the_projects_own_notes_are_proved_against_their_articles() -> None:
    if not ARTICLES.is_dir():
        pytest.skip("the articles are not beside the checkout (../shared/seeds); they are not republished")
    assert [str(problem) for problem in check(ROOT / "seeds", ARTICLES)] == []
