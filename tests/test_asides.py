"""What somebody says between two commas, or of himself, is told as theirs or not at all. Invented names."""

from __future__ import annotations

import pytest

from briefwright.language import available
from test_parsed import read

pytestmark = pytest.mark.skipif(not available(), reason="no statistical language model is installed here")


@pytest.mark.parametrize("verb", ["reckons", "says", "had worked out"])
def test_who_says_so_between_commas_is_its_voice(verb: str) -> None:
    found = read(f"Pelmora, Hana Kim {verb}, bought Orvane in May.", "organisation_change")
    assert found and all(f.voice is not None and f.voice.text == "Hana Kim" for f in found)


@pytest.mark.parametrize("who", ["they reckon", "I gather", "one thinks"])
def test_what_nobody_certain_says_between_commas_is_told_by_nobody(who: str) -> None:
    assert read(f"Pelmora, {who}, bought Orvane in May.", "organisation_change") == []


def test_what_several_say_of_themselves_is_told_of_each() -> None:
    text = "Hana Kim, Ilya Borov and Wren Adair have confirmed that they start at Orvane on 1 December."
    found = {
        (m.text, f.voice.text if f.voice else "")
        for f in read(text, "affiliation")
        for m in getattr(f.slots["person"], "mentions", ())
    }
    everybody = "Hana Kim, Ilya Borov and Wren Adair"
    assert found == {(one, everybody) for one in ("Hana Kim", "Ilya Borov", "Wren Adair")}
