"""All or nothing: what stands after a switch that was cut off at any point."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefwright.publish import STAGING, recover, staging, switch, write_files

OLD = {"a.txt": b"old a", "b/c.txt": b"old c"}
NEW = {"a.txt": b"new a", "b/c.txt": b"new c", "d.txt": b"new d"}


def tree(root: Path) -> dict[str, bytes]:
    return {
        p.relative_to(root).as_posix(): p.read_bytes()
        for p in sorted(root.rglob("*"))
        if p.is_file() and STAGING not in p.parts
    }


def test_a_finished_switch_shows_only_the_new(tmp_path: Path) -> None:
    write_files(tmp_path, OLD)
    with staging(tmp_path) as folder:
        write_files(folder / "new", NEW)
        switch(tmp_path, folder, [*NEW], [])
    assert tree(tmp_path) == NEW
    assert not (tmp_path / STAGING).exists()


def test_an_error_before_the_switch_leaves_the_old(tmp_path: Path) -> None:
    write_files(tmp_path, OLD)
    with pytest.raises(KeyboardInterrupt), staging(tmp_path) as folder:
        write_files(folder / "new", NEW)
        raise KeyboardInterrupt
    assert tree(tmp_path) == OLD
    assert not (tmp_path / STAGING).exists()


@pytest.mark.parametrize("moves", range(4))
def test_a_switch_cut_off_after_any_move_is_finished_by_the_next_run(
    tmp_path: Path, moves: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(tmp_path, OLD)
    real, done = Path.replace, [0]

    def cut(self: Path, target: Path) -> Path:
        if self.name != "journal.json.new":
            if done[0] == moves:
                raise KeyboardInterrupt
            done[0] += 1
        return real(self, target)

    monkeypatch.setattr(Path, "replace", cut)
    try:
        with staging(tmp_path) as folder:
            write_files(folder / "new", NEW)
            switch(tmp_path, folder, [*NEW], [])
    except KeyboardInterrupt:
        pass
    monkeypatch.undo()
    recover(tmp_path)
    assert tree(tmp_path) == NEW


def test_what_is_no_longer_made_is_deleted(tmp_path: Path) -> None:
    write_files(tmp_path, OLD)
    with staging(tmp_path) as folder:
        write_files(folder / "new", {"a.txt": b"new a"})
        switch(tmp_path, folder, ["a.txt"], ["b/c.txt"])
    assert tree(tmp_path) == {"a.txt": b"new a"}


def test_a_tree_takes_the_place_of_the_old_tree(tmp_path: Path) -> None:
    write_files(tmp_path, {"site/old.html": b"old"})
    with staging(tmp_path) as folder:
        write_files(folder / "new", {"site/new.html": b"new"})
        switch(tmp_path, folder, ["site"], [])
    assert tree(tmp_path) == {"site/new.html": b"new"}
