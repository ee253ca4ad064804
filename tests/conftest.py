"""What tests share: a folder with a corpus, the project's own briefing, and that `browser` means a Chromium."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from briefwright.build import distil_folder
from briefwright.model import Briefing

HERE = Path(__file__).parent

# On CI the same examples each time, so that a pull request is judged by what it changes; elsewhere new ones.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("here", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the tests that need a browser where there is none; on CI they run, and fail, instead."""
    if shutil.which("chromium") or os.environ.get("CI"):
        return
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.skip(reason="no chromium on this machine"))


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a small corpus in seeds/, in which the command is run."""
    shutil.copytree(HERE / "corpora" / "halden_notes", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="session")
def own() -> Briefing:
    """The briefing of the project's own corpus."""
    return distil_folder(HERE.parent / "seeds")
