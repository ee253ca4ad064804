"""What a clause says of a deed that hangs on another verb: resolved, only striven for, or brought about."""

from __future__ import annotations

import pytest

from briefwright.language import available
from test_parsed import read

pytestmark = pytest.mark.skipif(not available(), reason="no statistical language model is installed here")


@pytest.mark.parametrize("deed", ["voted", "resolved", "decided", "agreed", "pledged", "promised"])
def test_what_somebody_resolves_to_do_is_still_to_come(deed: str) -> None:
    assert [f.rule for f in read(f"Pelmora {deed} to sell Orvane.", "organisation_change")] == ["parsed-change-future"]


@pytest.mark.parametrize("deed", ["struggled", "ought", "needed", "wanted", "was asked", "was requested", "dreaded"])
def test_what_is_only_striven_for_or_asked_is_no_event(deed: str) -> None:
    assert read(f"Pelmora {deed} to sell Orvane.", "organisation_change") == []


@pytest.mark.parametrize("deed", ["managed", "began", "proceeded"])
def test_what_somebody_brings_about_has_come(deed: str) -> None:
    found = read(f"Pelmora {deed} to sell Orvane.", "organisation_change")
    assert [f.rule for f in found] == ["parsed-change"]
