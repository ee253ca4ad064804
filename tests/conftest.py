"""What all tests share: a test marked `browser` needs a Chromium."""

import os
import shutil

import pytest
from hypothesis import settings

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
