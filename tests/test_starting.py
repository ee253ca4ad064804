"""The newcomer's commands: init, import, doctor, serve."""

from __future__ import annotations

import json
import shutil
import threading
import time
import urllib.request
from pathlib import Path

import pytest

from briefwright import commands, language
from briefwright.build import distil_folder
from briefwright.cli import main
from briefwright.commands import doctor
from briefwright.live import Live
from briefwright.notes import read_note
from briefwright.preview import Preview, watched

PAGE = """<!doctype html><html lang="en"><head><title>Ferrous Labs loses research head | Fjordwire</title>
<meta property="og:site_name" content="Fjordwire"><meta name="author" content="Ada Lund">
<meta property="article:published_time" content="2026-03-09T10:00:00Z"></head><body>
<nav><a href="/">Home</a><a href="/tech">Technology</a></nav>
<article><h1>Ferrous Labs loses research head</h1>
<p>Ferrous Labs said on Monday that Ylva Strand, its head of research, has resigned after seven years with the firm.</p>
<p>Strand joined the company in May 2019 and led the work on the Anvil models, which some 4,000 firms now use daily.</p>
<p>“We built this together, and others will carry it on,” Strand wrote on her blog, and thanked the whole team.</p>
</article><footer>Copyright Fjordwire. All rights reserved. Imprint and privacy.</footer></body></html>"""


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    return folder


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text(PAGE, "utf-8")
    return path


def brought(seeds: Path, *files: Path) -> int:
    return main(["import", *map(str, files), "--seeds", str(seeds)])


# --------------------------------------------------------------------------- import


def test_a_web_page_becomes_a_local_original_and_a_note_to_be_written(seeds: Path, page: Path) -> None:
    assert brought(seeds, page) == 0
    names = sorted(p.relative_to(seeds).as_posix() for p in seeds.rglob("*") if p.is_file())
    stem = "000_ferrous-labs-loses-research-head"
    assert names == [f"{stem}.md", "originals/.gitignore", f"originals/{stem}.txt"]


def test_the_note_holds_what_the_page_states_and_where(seeds: Path, page: Path) -> None:
    brought(seeds, page)
    (path,) = seeds.glob("*.md")
    note = read_note(path.read_text("utf-8"), path=path.name, where=path.name, stem_id="000")
    assert (note.source.publisher, note.source.author) == ("Fjordwire", "Ada Lund")
    assert (note.source.published.value, note.source.published.known) == ("2026-03-09", "stated")
    assert "article:published_time" in note.source.published.how


def test_what_a_page_does_not_state_is_unknown_and_told(
    seeds: Path, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page.write_text(PAGE.replace('<meta name="author" content="Ada Lund">', ""), "utf-8")
    brought(seeds, page)
    assert "author: not stated" in capsys.readouterr().out
    (path,) = seeds.glob("*.md")
    assert "author: unknown" in path.read_text("utf-8")


def test_navigation_and_footer_are_no_part_of_the_original(seeds: Path, page: Path) -> None:
    brought(seeds, page)
    (path,) = seeds.glob("originals/*.txt")
    text = path.read_text("utf-8")
    assert "“We built this together, and others will carry it on,”" in text
    assert "Technology" not in text and "Imprint" not in text


def test_the_original_stays_out_of_git(seeds: Path, page: Path) -> None:
    brought(seeds, page)
    assert "*" in (seeds / "originals" / ".gitignore").read_text("utf-8").split("\n")


def test_the_check_names_each_paragraph_that_is_still_to_be_told(
    seeds: Path, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    brought(seeds, page)
    assert main(["check", "--seeds", str(seeds), "--originals", str(seeds / "originals")]) == 1
    told = capsys.readouterr().err
    assert "p1] is not told" in told and "p5] is not told" in told
    assert "does not state" not in told


def test_a_paragraph_that_is_told_leaves_the_list(seeds: Path, page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    brought(seeds, page)
    (path,) = seeds.glob("*.md")
    path.write_text(path.read_text("utf-8").replace("[p1]\n", "[p1]\nFerrous Labs lost its research head.\n"), "utf-8")
    main(["check", "--seeds", str(seeds), "--originals", str(seeds / "originals")])
    assert "p1] is not told" not in capsys.readouterr().err


def test_the_next_import_takes_the_next_number(seeds: Path, page: Path, tmp_path: Path) -> None:
    brought(seeds, page)
    other = tmp_path / "other.txt"
    other.write_text("A second text\n\nIt says something else.\n", "utf-8")
    assert brought(seeds, other) == 0
    assert (seeds / "001_a-second-text.md").is_file()


def test_an_article_that_was_imported_before_is_refused(
    seeds: Path, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    brought(seeds, page)
    assert brought(seeds, page) == 2
    assert "was imported before" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("scan.pdf", b"%PDF-1.7", "a file that ends in .pdf is read by no importer"),
        ("text", b"words", "a file without an ending is read by no importer"),
        ("page.html", b"<html><body></body></html>", "take the file out"),
        ("latin.txt", b"caf\xe9", "is not UTF-8"),
    ],
)
def test_what_no_importer_reads_is_refused_and_nothing_is_written(
    seeds: Path, page: Path, tmp_path: Path, name: str, data: bytes, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / name
    bad.write_bytes(data)
    good = tmp_path / "good.html"
    good.write_text(PAGE, "utf-8")
    assert brought(seeds, good, bad) == 2
    assert told in capsys.readouterr().err
    assert list(seeds.iterdir()) == []


def test_a_file_that_is_not_there_is_refused(seeds: Path) -> None:
    assert brought(seeds, seeds / "none.html") == 2


# --------------------------------------------------------------------------- init


def test_a_new_corpus_builds_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "mine"
    assert main(["init", str(folder)]) == 0
    monkeypatch.chdir(folder)
    assert main(["build", "-q", "--no-site", "--no-pdf"]) == 0
    assert main(["check", "-q"]) == 0


def test_the_new_corpus_shows_what_a_briefing_is_for() -> None:
    briefing = distil_folder(Path(commands.__file__).parent.parent / "starter" / "seeds")
    assert len(briefing.origins) == 2
    assert [c.type for c in briefing.conflicts] == ["value"]


def test_a_folder_that_is_not_empty_is_refused_and_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    assert main(["init", str(tmp_path)]) == 2
    assert "is not empty" in capsys.readouterr().err
    assert [p.name for p in tmp_path.iterdir()] == ["mine.txt"]


# --------------------------------------------------------------------------- doctor


def test_the_doctor_names_what_is_there_with_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    assert "mkdocs 1.6" in capsys.readouterr().out


def test_what_is_missing_comes_with_the_command_that_mends_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(language, "available", lambda: "")
    main(["doctor"])
    (line,) = [x for x in capsys.readouterr().out.split("\n") if "language model" in x]
    assert line.startswith("not there") and "python3 scripts/bootstrap.py" in line


def test_without_what_a_build_needs_the_doctor_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_PACKAGES", (("no-such-package", True, "is needed"),))
    assert main(["doctor"]) == 1


def test_the_doctor_speaks_json(capsys: pytest.CaptureFixture[str]) -> None:
    main(["doctor", "--json"])
    assert {"name", "version", "needed", "purpose", "mend"} == set(json.loads(capsys.readouterr().out)[0])


# --------------------------------------------------------------------------- serve


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "people").mkdir(parents=True)
    (folder / "index.html").write_text("<html><head></head><body>home</body></html>", "utf-8")
    (folder / "people" / "index.html").write_text("<html><head></head><body>people</body></html>", "utf-8")
    (tmp_path / "secret.html").write_text("<html><head></head>secret</html>", "utf-8")
    return folder


def got(server: Preview, path: str) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{server.port}{path}", timeout=10) as answer:
        text: str = answer.read().decode("utf-8")
        return text


def test_a_page_is_served_with_the_script_that_reloads_it(site: Path) -> None:
    with Preview(site, 0) as server:
        assert '<script src="/.reload.js" defer></script></head>' in got(server, "/people/")


@pytest.mark.parametrize("path", ["/", "/people/somebody/", "/index.html", "/people"])
def test_before_the_first_build_ends_a_page_says_so_and_reloads(tmp_path: Path, path: str) -> None:
    with Preview(tmp_path / "site", 0) as server:
        with pytest.raises(urllib.error.HTTPError, match="503") as waiting:
            got(server, path)
        body = waiting.value.read().decode("utf-8")
        waiting.value.close()
    assert "Building…" in body and '<script src="/.reload.js" defer></script>' in body


@pytest.mark.parametrize("path", ["/nothing/", "/nothing.html"])
def test_after_the_first_build_a_page_that_is_not_there_is_not_found(site: Path, path: str) -> None:
    with Preview(site, 0) as server:
        server.tell(())
        with pytest.raises(urllib.error.HTTPError, match="404"):
            got(server, path)


def test_a_picture_is_never_answered_with_a_page(tmp_path: Path) -> None:
    with Preview(tmp_path / "site", 0) as server, pytest.raises(urllib.error.HTTPError, match="404"):
        got(server, "/assets/home.png")


def test_an_open_page_hears_of_a_build_at_once(site: Path) -> None:
    with Preview(site, 0) as server:
        threading.Timer(0.2, server.tell, [()]).start()
        began = time.monotonic()
        assert json.loads(got(server, "/.reload?seen=0")) == {"build": 1}
        assert time.monotonic() - began < 5


def test_nothing_outside_the_site_is_served(site: Path) -> None:
    with Preview(site, 0) as server, pytest.raises(urllib.error.HTTPError, match="404"):
        got(server, "/%2e%2e/secret.html")


def test_what_stopped_a_build_is_shown_as_text(site: Path) -> None:
    with Preview(site, 0) as server:
        server.tell(("seeds/1.md:3: <b>wrong</b>",))
        with pytest.raises(urllib.error.HTTPError) as failed:
            got(server, "/")
        body = failed.value.read().decode("utf-8")
        failed.value.close()
    assert "&lt;b&gt;wrong" in body


def test_what_is_watched_changes_with_a_file_and_only_then(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    shutil.copytree(Path(__file__).parent / "corpora" / "halden_notes", seeds)
    before = watched(seeds)
    assert watched(seeds) == before
    (seeds / "000_wire.md").write_text("changed", "utf-8")
    assert watched(seeds) != before


def test_a_site_that_is_kept_up_is_the_one_that_a_build_from_nothing_gives(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    shutil.copytree(Path(__file__).parent / "corpora" / "halden_notes", seeds)
    live = Live(seeds, tmp_path / "kept", None)
    (tmp_path / "kept").mkdir()
    live.refresh()
    note = seeds / "001_blog.md"
    note.write_text(note.read_text("utf-8").replace("12,000+", "14,000+"), "utf-8")
    live.refresh()
    (tmp_path / "new").mkdir()
    whole = Live(seeds, tmp_path / "new", None)
    whole.refresh()
    assert files_of(live.site) == files_of(whole.site)


def test_a_site_that_is_kept_up_shows_the_recorded_editions(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    shutil.copytree(Path(__file__).parent / "corpora" / "halden_notes", seeds)
    told = ["-q", "--seeds", str(seeds), "--output", str(tmp_path)]
    assert main(["build", "--no-site", "--no-pdf", *told]) == 0
    assert main(["edition", "spring", "--date", "2026-03-01", *told]) == 0
    (tmp_path / "kept").mkdir()
    live = Live(seeds, tmp_path / "kept", None)
    live.refresh()
    assert "spring" in (live.site / "changes" / "index.html").read_text("utf-8")


def files_of(site: Path) -> dict[str, object]:
    """Every page of a site, and what its search finds in any order."""
    found: dict[str, object] = {p.relative_to(site).as_posix(): p.read_bytes() for p in sorted(site.rglob("*.html"))}
    index = json.loads((site / "search" / "search_index.json").read_bytes())
    found["search"] = sorted(json.dumps(entry, sort_keys=True) for entry in index["docs"])
    return found


def test_only_pages_that_changed_are_rendered_again(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    shutil.copytree(Path(__file__).parent / "corpora" / "halden_notes", seeds)
    live = Live(seeds, tmp_path, None)
    live.refresh()
    before = {p: p.stat().st_mtime_ns for p in live.site.rglob("index.html")}
    note = seeds / "001_blog.md"
    note.write_text(note.read_text("utf-8").replace("12,000+", "14,000+"), "utf-8")
    live.refresh()
    again = {p.parent.name for p, then in before.items() if p.stat().st_mtime_ns != then}
    assert "001" in again and "ingrid-solheim" not in again


def test_a_port_that_is_taken_is_refused_with_the_remedy(
    site: Path, seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Preview(site, 0) as server:
        assert main(["serve", "--seeds", str(seeds), "--port", str(server.port)]) == 2
    assert "choose another --port" in capsys.readouterr().err
