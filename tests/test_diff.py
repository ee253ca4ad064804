"""What a reviewer is told of two briefings, and what a comment can and cannot do."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefwright.build import distil_folder
from briefwright.cli import main
from briefwright.diff import (
    Arrival,
    Coverage,
    Difference,
    Entry,
    Snapshot,
    as_json,
    as_markdown,
    as_text,
    compare,
    files_at,
    read_snapshot,
)  # fmt: skip
from briefwright.diff.words import collate
from briefwright.model import Refused
from briefwright.store import yaml_files

HALDEN = Path(__file__).parent / "corpora" / "halden_notes"
Edit = Callable[[Path], None]


def yaml_of(seeds: Path) -> dict[str, bytes]:
    return {Path(name).name: data for name, data in yaml_files(distil_folder(seeds)).items()}


BASE = yaml_of(HALDEN)


def replaced(file: str, old: str, new: str) -> Edit:
    def edit(seeds: Path) -> None:
        path = seeds / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return edit


def after(tmp_path: Path, *edits: Edit, base: Path = HALDEN) -> Difference:
    """The difference that these edits of a copy of the corpus make."""
    seeds = tmp_path / "edited"
    shutil.copytree(base, seeds)
    for edit in edits:
        edit(seeds)
    return compare(read_snapshot(yaml_of(base), "base"), read_snapshot(yaml_of(seeds), "head"), ("base", "head"))


def flags(difference: Difference) -> list[str]:
    return [flag for entry in difference.look() for flag in entry.flags]


def test_equal_briefings_differ_in_nothing(tmp_path: Path) -> None:
    assert as_text(after(tmp_path)) == "nothing changed\n"


@pytest.mark.parametrize(
    ("file", "old", "new", "flag"),
    [
        ("001_blog.md", "12,000+", "14,000+", "number changed: 12000 → 14000"),
        ("000_wire.md", "5:1 ratio of local attention to global", "1:5 ratio of local attention to global",
         "number changed: 5 → 1"),
        ("000_wire.md", "in August 2017", "in May 2017", "date changed: 2017-08 → 2017-05"),
        ("000_wire.md", "Mateo Quiroga is a veteran of Brightforge", "Mateo Quiroga is a veteran of Halden Labs",
         "name changed: brightforge → halden-labs"),
        ("001_blog.md", "was reportedly appointed", "was appointed", "hedge changed: reportedly → none"),
        ("000_wire.md", "Halden Labs said that the largest", "Brightforge said that the largest",
         "attribution changed: Halden Labs → Brightforge"),
        ("000_wire.md", "It was an honour to build this with all of you.”\nIngrid Solheim gave",
         "It was an honour to build that with all of you.”\nIngrid Solheim gave",
         "quotation changed: It was an honour to build this with all of you. → "
         "It was an honour to build that with all of you."),
    ],
)  # fmt: skip
def test_an_edit_that_changes_what_is_claimed_needs_a_look(
    tmp_path: Path, file: str, old: str, new: str, flag: str
) -> None:
    assert flag in flags(after(tmp_path, replaced(file, old, new)))


def test_a_denial_put_in_needs_a_look(tmp_path: Path) -> None:
    told = flags(
        after(tmp_path, replaced("000_wire.md", "Halden Labs released the", "Halden Labs did not release the"))
    )
    assert any("polarity changed" in flag or "lost its last support" in flag for flag in told)


def test_a_new_wording_of_the_same_fact_needs_no_look(tmp_path: Path) -> None:
    difference = after(
        tmp_path, replaced("000_wire.md", "Ingrid Solheim resigned on Monday", "On Monday Ingrid Solheim resigned")
    )
    assert not [f for f in flags(difference) if "checked" not in f]


def test_a_sentence_taken_out_leaves_its_finding_without_support(tmp_path: Path) -> None:
    difference = after(tmp_path, replaced("001_blog.md", "Tuan Pham is an engineer.\n", ""))
    (entry,) = [e for e in difference.look() if e.change == "removed" and e.what == "finding"]
    assert (entry.flags, entry.why) == (("lost its last support",), "note edited")
    assert "engineer" in entry.old


@pytest.mark.parametrize(
    ("before", "now", "flag"),
    [
        ("single-origin", "corroborated", "corroboration gained (in 2 separately worded texts)"),
        ("corroborated", "single-origin", "corroboration lost (now single-origin)"),
        ("corroborated", "disputed", "disputed now (was corroborated)"),
        ("disputed", "single-origin", "no longer disputed (now single-origin)"),
    ],
)
def test_what_stands_behind_a_finding_needs_a_look_when_it_changes(before: str, now: str, flag: str) -> None:
    snapshot = read_snapshot(BASE, "base")
    finding = next(iter(snapshot.findings.values()))

    def marked(status: str) -> Snapshot:
        changed = replace(finding, status=status, origins=("origin-1", "origin-2"))
        return replace(snapshot, findings={**snapshot.findings, finding.id: changed})

    assert flags(compare(marked(before), marked(now), ("base", "head"))) == [flag]


@pytest.mark.parametrize(("before", "now", "how"), [(2, 3, "gained"), (3, 2, "lost")])
def test_an_origin_more_or_less_behind_a_corroborated_finding_needs_a_look(before: int, now: int, how: str) -> None:
    snapshot = read_snapshot(BASE, "base")
    finding = next(iter(snapshot.findings.values()))

    def backed(origins: int) -> Snapshot:
        changed = replace(finding, status="corroborated", origins=tuple(f"origin-{n}" for n in range(origins)))
        return replace(snapshot, findings={**snapshot.findings, finding.id: changed})

    told = flags(compare(backed(before), backed(now), ("base", "head")))
    assert told == [f"corroboration {how} (in {now} separately worded texts, was in {before})"]


def test_a_source_that_goes_is_counted(tmp_path: Path) -> None:
    difference = after(tmp_path, lambda seeds: (seeds / "001_blog.md").unlink())
    assert "1 source removed" in difference.verdict


def test_of_a_new_source_it_is_told_what_it_supports_and_adds(tmp_path: Path) -> None:
    one = tmp_path / "one"
    shutil.copytree(HALDEN, one)
    (one / "001_blog.md").unlink()
    (arrival,) = after(tmp_path, _bring, base=one).arrivals
    assert arrival.id == "001"
    assert arrival.supports and arrival.adds and not set(arrival.supports) & set(arrival.adds)


def _bring(seeds: Path) -> None:
    shutil.copy(HALDEN / "001_blog.md", seeds)


def test_a_value_set_against_another_is_a_new_conflict_and_a_contradiction_by_the_new_source(tmp_path: Path) -> None:
    def bring(seeds: Path) -> None:
        text = (HALDEN / "001_blog.md").read_text(encoding="utf-8")
        text = text.replace('id: "001"', 'id: "002"').replace("1111", "2222").replace("12,000+ firms", "15,000+ firms")
        (seeds / "002_other.md").write_text(text, encoding="utf-8")

    difference = after(tmp_path, bring)
    assert "new conflict" in flags(difference)
    (arrival,) = difference.arrivals
    assert arrival.contradicts


def third(number: str, firms: str) -> Edit:
    """Another source with its own number of firms."""

    def edit(seeds: Path) -> None:
        text = (HALDEN / "001_blog.md").read_text(encoding="utf-8").replace("12,000+ firms", f"{firms} firms")
        text = text.replace('id: "001"', f'id: "{number}"').replace("1111", number[-1] * 4)
        (seeds / f"{number}_other.md").write_text(text, encoding="utf-8")

    return edit


def of_three(tmp_path: Path, *edits: Edit) -> Difference:
    """What these edits change in a corpus in which two sources contradict each other."""
    one = tmp_path / "one"
    shutil.copytree(HALDEN, one)
    third("002", "15,000+")(one)
    return after(tmp_path, *edits, base=one)


def test_a_source_that_is_a_third_side_of_a_conflict_contradicts_and_needs_a_look(tmp_path: Path) -> None:
    difference = of_three(tmp_path, third("003", "600"))
    assert [e.what for e in difference.look() if any(f.startswith("a side more: ") for f in e.flags)] == ["conflict"]
    (arrival,) = difference.arrivals
    assert len(arrival.contradicts) == 2


def test_a_source_that_joins_a_side_of_a_conflict_contradicts_the_other_side_alone(tmp_path: Path) -> None:
    difference = of_three(tmp_path, third("003", "15,000+"))
    (arrival,) = difference.arrivals
    texts = [difference.texts[i] for i in arrival.contradicts]
    assert len(texts) == 1 and "12,000" in texts[0]


def test_a_conflict_that_loses_a_side_needs_a_look(tmp_path: Path) -> None:
    one = tmp_path / "one"
    shutil.copytree(HALDEN, one)
    third("002", "15,000+")(one)
    third("003", "600")(one)
    difference = after(tmp_path, lambda seeds: (seeds / "003_other.md").unlink(), base=one)
    assert [f for f in flags(difference) if f.startswith("a side less: ")]


def test_a_side_whose_number_changed_is_still_the_same_side(tmp_path: Path) -> None:
    told = flags(of_three(tmp_path, third("002", "16,000+")))
    assert "number changed: 15000 → 16000" in told
    assert not [f for f in told if f.startswith("a side ")]


def test_an_alias_that_joins_two_people_is_a_merger(tmp_path: Path) -> None:
    def join(seeds: Path) -> None:
        (seeds / "codebook.yml").write_text(
            "names:\n  - name: Tuan Pham\n    kind: person\n    aliases: [Olu Adeyemi]\n    why: a test\n", "utf-8"
        )

    assert any(f.startswith("merged with Tuan Pham") for f in flags(after(tmp_path, join)))


def test_a_longer_name_for_one_person_is_no_merger(tmp_path: Path) -> None:
    def rename(seeds: Path) -> None:
        (seeds / "codebook.yml").write_text(
            "names:\n  - name: Tuan Minh Pham\n    kind: person\n    aliases: [Tuan Pham]\n    why: a test\n", "utf-8"
        )
        replaced("001_blog.md", "Tuan Pham is an engineer", "Tuan Minh Pham is an engineer")(seeds)

    told = flags(after(tmp_path, rename))
    assert "its page has another name now: Tuan Minh Pham" in told and not any("merged" in f for f in told)


def test_an_entity_that_is_named_no_more_loses_its_page(tmp_path: Path) -> None:
    difference = after(
        tmp_path, replaced("001_blog.md", "Ingrid Solheim, Tuan Pham and Olu Adeyemi", "Ingrid Solheim and Tuan Pham")
    )
    assert [e.id for e in difference.look() if "its page is gone" in e.flags] == ["olu-adeyemi"]


def test_another_article_under_the_same_id_is_told(tmp_path: Path) -> None:
    difference = after(tmp_path, replaced("000_wire.md", "0" * 64, "a" * 64))
    assert any(f.startswith("the article is another one") for f in flags(difference))


def test_a_change_of_names_alone_comes_from_the_codebook(tmp_path: Path) -> None:
    def before(seeds: Path) -> None:
        (seeds / "codebook.yml").write_text("title: One\n", "utf-8")

    one = tmp_path / "one"
    shutil.copytree(HALDEN, one)
    before(one)

    def join(seeds: Path) -> None:
        (seeds / "codebook.yml").write_text(
            "names:\n  - name: Aurora\n    kind: product\n    aliases: [Aurora team]\n    why: a test\n", "utf-8"
        )

    whys = {e.why for e in after(tmp_path, join, base=one).entries if e.what == "finding"}
    assert whys == {"codebook"}


def test_coverage_tells_the_sentences_used_before_and_after(tmp_path: Path) -> None:
    difference = after(tmp_path, replaced("001_blog.md", "Tuan Pham is an engineer.\n", ""))
    (coverage,) = difference.coverage
    assert coverage.before is not None and coverage.after is not None
    assert coverage.before[1] - coverage.after[1] == 1


def test_the_verdict_counts_what_follows(tmp_path: Path) -> None:
    difference = after(tmp_path, replaced("001_blog.md", "12,000+", "14,000+"))
    first = as_text(difference).split("\n")[0]
    assert first.startswith(f"{len(difference.look())} need")
    assert f"{difference.count('changed')} changed" in first


def test_the_sections_hold_the_numbers_of_the_verdict(tmp_path: Path) -> None:
    difference = of_three(tmp_path, third("003", "600"), replaced("001_blog.md", "Tuan Pham is an engineer.\n", ""))
    verdict, *lines = as_text(difference).split("\n")
    counted = {how: int(n) for n, how in re.findall(r"(?<!\w )(\d+) (added|changed|removed)(?= ·|$)", verdict)}
    titles = dict(re.findall(r"^([A-Z][a-z ]+) \((\d.*)\)$", "\n".join(lines), re.MULTILINE))
    assert titles.pop("Needs a look") == re.findall(r"(\d+) needs? a look", verdict)[0]
    assert len(titles) > 1
    assert {t: int(re.findall(r"\d+", told)[-1]) for t, told in titles.items()} == {
        t: counted[t.lower()] for t in titles
    }


def test_each_entry_is_listed_once(tmp_path: Path) -> None:
    difference = of_three(tmp_path, third("003", "600"), replaced("001_blog.md", "Tuan Pham is an engineer.\n", ""))
    listed = re.findall(r"^  ([\w-]+)  [a-z_]+", as_text(difference), re.MULTILINE)
    assert sorted(listed) == sorted(e.id for e in difference.entries if e.what != "source" or e.flags)


def test_an_edit_of_a_raw_text_is_no_edited_note(tmp_path: Path) -> None:
    base = tmp_path / "one"
    base.mkdir()
    (base / "000_post.html").write_text(RAW, encoding="utf-8")
    edit = replaced(
        "000_post.html", "Ada Brandt joined Norrland Systems in May 2021.", "Norrland Systems released Fjord 2."
    )
    whys = {e.why for e in after(tmp_path, edit, base=base).entries if e.what == "finding"}
    assert whys == {"source changed"}


RAW = """<!doctype html><html lang="en"><head><title>Norrland Systems grows</title></head><body><article>
<h1>Norrland Systems grows</h1>
<p>Ada Brandt joined Norrland Systems in May 2021.</p>
<p>Norrland Systems employs 420 people.</p>
</article></body></html>
"""


# --------------------------------------------------------------------------- words


@given(st.text(max_size=60), st.text(max_size=60))
def test_the_parts_of_a_collation_give_both_texts_again(old: str, new: str) -> None:
    parts = collate(old, new)
    assert "".join(p for how, p in parts if how != "new") == old
    assert "".join(p for how, p in parts if how != "old") == new


def test_one_changed_word_is_the_only_one_marked() -> None:
    assert [p for p in collate("It has 80,000 users.", "It has 90,000 users.") if p[0] != "same"] == [
        ("old", "80,000 "),
        ("new", "90,000 "),
    ]


# --------------------------------------------------------------------------- what a comment can do

HOSTILE = "@everyone see #12, GH-7 and http://evil.example/x www.evil.example ![x](//e/y) <img src=x> `a` deadbeef123"


def one(text: str) -> Difference:
    entry = Entry(what="finding", id="05d7cee3f2", kind="quote", change="changed", old=text, new=f"{text} more")
    return Difference(base="a", head="b", entries=(entry,))


def seen(markdown: str) -> str:
    """The text after references to characters are resolved: where a forge looks for what to link."""
    return re.sub(r"&#(\d+);", lambda m: chr(int(m[1])), markdown)


@pytest.mark.parametrize("live", [r"@\w", r"#\d", r"https?://", r"www\.", r"GH-\d", r"\b[0-9a-f]{7,40}\b(?!</code>)"])
def test_no_text_of_the_corpus_mentions_links_or_refers(live: str) -> None:
    assert not re.search(live, seen(as_markdown(one(HOSTILE))))


def test_no_markup_of_the_corpus_is_left() -> None:
    markdown = re.sub(r"</?(?:del|ins|sub|br|code|details|summary)>|&#\d+;", "", as_markdown(one(HOSTILE)))
    assert not re.search(r"[<>\[\]()!`]", markdown.replace("(1)", ""))


@given(st.text(max_size=200))
def test_any_text_stays_text_in_a_comment(text: str) -> None:
    markdown = re.sub(r"</?(?:del|ins|sub|br|code|details|summary)>|&#\d+;", "", as_markdown(one(text)))
    assert not re.search(r"[<>\[\]`@]", markdown)


def test_a_comment_stays_below_its_limit_and_says_what_it_left_out() -> None:
    entries = tuple(
        Entry(what="finding", id=f"{n:010x}", kind="risk", change="added", new="word " * 60) for n in range(2_000)
    )
    markdown = as_markdown(Difference(base="a", head="b", entries=entries))
    assert len(markdown.encode()) <= 60_000
    assert re.search(r"…and \d+ more", markdown)


def test_a_comment_with_many_new_sources_stays_below_its_limit_and_counts_those_it_leaves_out() -> None:
    kin = tuple(f"{n:03}" for n in range(999))
    arrivals = tuple(
        Arrival(id=f"{n:03}", label="*" * 200, origin="o", shares_with=kin, supports=(), contradicts=(), adds=())
        for n in range(300)
    )
    coverage = tuple(Coverage(source=f"{n:03}", before=None, after=(1, 2)) for n in range(300))
    entries = tuple(
        Entry(what="finding", id=f"{n:010x}", kind="risk", change="added", new="word " * 60) for n in range(2_000)
    )
    markdown = as_markdown(Difference(base="a", head="b", entries=entries, arrivals=arrivals, coverage=coverage))
    assert len(markdown.encode()) <= 60_000
    assert "…and 280 more new sources" in markdown and "and of 280 more sources" in markdown


def test_the_json_holds_every_entry(tmp_path: Path) -> None:
    difference = after(tmp_path, replaced("001_blog.md", "12,000+", "14,000+"))
    read = json.loads(as_json(difference))
    assert len(read["entries"]) == len(difference.entries)
    assert read["verdict"] == difference.verdict


# --------------------------------------------------------------------------- places and exit statuses


@pytest.fixture
def history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository of two commits: the briefing of two notes, then of an edited one."""
    root = tmp_path / "repository"
    (root / "briefing").mkdir(parents=True)
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(root)
    shutil.copytree(HALDEN, root / "seeds")
    _git("init", "-q")
    _commit(root)
    _git("tag", "first")
    replaced("001_blog.md", "12,000+", "14,000+")(root / "seeds")
    return root


def _git(*arguments: str) -> None:
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


def _commit(root: Path) -> None:
    for name, data in yaml_of(root / "seeds").items():
        (root / "briefing" / name).write_bytes(data)
    _git("add", "-A")
    _git("commit", "-q", "-m", "state")


def test_two_revisions_are_compared_by_their_committed_briefing(
    history: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _commit(history)
    assert main(["diff", "first", "HEAD"]) == 0
    assert "number changed: 12000 → 14000" in capsys.readouterr().out


def test_without_head_the_seeds_as_they_stand_are_distilled_and_nothing_is_written(
    history: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (history / "briefing" / "models.yml").read_bytes()
    assert main(["diff", "first"]) == 0
    assert "number changed: 12000 → 14000" in capsys.readouterr().out
    assert (history / "briefing" / "models.yml").read_bytes() == before


@pytest.mark.parametrize(("fail_on", "status"), [("never", 0), ("look", 1), ("change", 1)])
def test_the_exit_status_is_what_fail_on_asks_for(history: Path, fail_on: str, status: int) -> None:
    assert main(["diff", "first", "-q", "--fail-on", fail_on]) == status


def test_fail_on_is_no_failure_where_nothing_changed(history: Path) -> None:
    assert main(["diff", "first", "first", "--fail-on", "change"]) == 0


@pytest.mark.parametrize("place", ["no-such-branch", "-x", "", "first:briefing"])
def test_a_place_that_is_neither_folder_nor_revision_is_refused_with_the_remedy(history: Path, place: str) -> None:
    with pytest.raises(Refused, match=r"is no folder and no revision"):
        files_at(place)


def test_the_briefing_of_a_corpus_in_a_folder_below_is_found_beside_its_seeds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    mine = tmp_path / "mine"
    (mine / "briefing").mkdir(parents=True)
    shutil.copytree(HALDEN, mine / "seeds")
    monkeypatch.chdir(tmp_path)
    _git("init", "-q")
    _commit(mine)
    assert main(["diff", "HEAD", "--seeds", "mine/seeds", "--fail-on", "change"]) == 0
    assert files_at("HEAD", (mine,))[0] == "HEAD:mine/briefing"
    replaced("001_blog.md", "12,000+", "14,000+")(mine / "seeds")
    assert main(["diff", "HEAD", "--seeds", "mine/seeds"]) == 0
    assert "number changed: 12000 → 14000" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [[], ["--seeds", "."]])
def test_a_comparison_from_inside_the_seeds_finds_their_briefing(
    history: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    monkeypatch.chdir(history / "seeds")
    assert main(["diff", "first", *arguments]) == 0
    assert "number changed: 12000 → 14000" in capsys.readouterr().out


def test_a_revision_without_any_briefing_is_told_as_such(history: Path) -> None:
    shutil.rmtree(history / "briefing")
    _git("add", "-A")
    _git("commit", "-q", "-m", "none")
    with pytest.raises(Refused, match=r"^HEAD: has no briefing/\*\.yml"):
        files_at("HEAD", (history,))


def test_a_folder_without_a_briefing_is_refused_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"holds no briefing"):
        files_at(str(tmp_path))


def test_a_briefing_of_another_schema_is_refused_with_its_line() -> None:
    files = {**BASE, "sources.yml": BASE["sources.yml"].replace(b"schema: 1\n", b"schema: 2\n")}
    with pytest.raises(Refused, match=r"sources.yml:\d+: is of schema 2, this reads schema 1"):
        read_snapshot(files, "old")


def test_a_briefing_with_a_file_missing_is_refused() -> None:
    with pytest.raises(Refused, match=r"old/events.yml: is not there"):
        read_snapshot({k: v for k, v in BASE.items() if k != "events.yml"}, "old")
