"""From a sentence to frames: tokens, roles, pronouns, dates and numbers, on invented sentences."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefwright.codebook import load_codebook
from briefwright.extract import Frame, Tagged, Words, extract, subject_of, tag
from briefwright.extract.roles import roles
from briefwright.names import Mention, learn
from reading import passage, shown

CODEBOOK = load_codebook()
#: Sentences that teach the names used below.
KNOWN = """Mara Quell, an engineer at Pelmora, spoke. Hana Kim, a lawyer, spoke. Pelmora is a firm.
Pelmora's board met. The Orvane Consumer Group met. The startup Orvane grew. Orvane's board met.
Pelmora released Lumen 4. Lumen 4 is new. Lumen is old. She is in Oslo."""
GAZETTEER = learn([(KNOWN, False)], CODEBOOK)


def tagged(text: str) -> tuple[Tagged, ...]:
    return tag(passage(text), GAZETTEER, CODEBOOK)


def read(text: str, kind: str = "") -> list[Frame]:
    return [f for f in extract(passage(text), GAZETTEER, CODEBOOK) if kind in ("", f.kind)]


def who(text: str, kind: str) -> list[str]:
    """The people of whom a passage tells something of this kind."""
    return sorted(shown(f, "person") for f in read(text, kind))


# --------------------------------------------------------------------------- tokens


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Mara Quell, CTO of Pelmora, left in May 2025.", "<P0>, <R0> of <O0>, left in <D0>."),
        ("The Pelmora team shipped Lumen 4.", "The <T0> shipped <M0>."),
        ("Lumen is used in Oslo.", "<F0> is used in <L0>."),
        ("Pelmora hired 300 engineers.", "<O0> hired <N0> engineers."),
        ("Lumen 4 is under the Apache 2.0 licence.", "<M0> is under the <X0> licence."),
        ("Mara Quell wrote: “Pelmora is done.”", "<P0> wrote: <Q0>"),
        ("Dr. Brown of the U.S. left.", "Dr․ Brown of the U․S․ left."),
        ("Is a < b > c so?", "Is a ‹ b › c so?"),
    ],
)
def test_a_sentence_is_read_with_tokens(text: str, form: str) -> None:
    assert [t.text for t in tagged(text)] == [form]


def test_a_name_in_quotation_marks_is_a_name() -> None:
    (part,) = tagged("The “Orvane Consumer Group” and Pelmora grew.")
    assert [t.name[1] for t in part.tokens] == ["O", "O"]


_WORDS = st.lists(
    st.sampled_from(
        'Mara Quell Hana Kim Pelmora Lumen 4 the of left CTO head May 2025 300 million $4 3:1 “I am” "so” < > <P0> '
        ". , ; • 2Mara U.S. Dr. she Oslo 5% MIT License — 🙂 naïve".split(" ")
    ),
    max_size=25,
)


@settings(deadline=None)
@given(_WORDS)
def test_every_token_is_the_text_at_its_place(parts: list[str]) -> None:
    text = " ".join(parts)
    for part in tagged(text):
        for token in part.tokens:
            assert part.text[token.tag_start : token.tag_end] == token.name
            assert 0 <= token.start < token.end <= len(text)


@settings(deadline=None)
@given(_WORDS)
def test_the_words_of_a_reading_are_the_sentence(parts: list[str]) -> None:
    """Tokens put back, the tagged sentence is the sentence; only what the tagger folds may differ, never the length."""
    text = " ".join(parts)
    for part in tagged(text):
        assert len(part.words(0, len(part.text))) == len(part.sentence.text)


@settings(deadline=None)
@given(_WORDS, st.data())
def test_every_position_leads_into_its_sentence(parts: list[str], data: st.DataObject) -> None:
    for part in tagged(" ".join(parts)):
        at = data.draw(st.integers(0, len(part.text)))
        assert part.sentence.start <= part.source(at) <= part.sentence.end


@settings(deadline=None)
@given(_WORDS)
def test_every_frame_cites_its_own_sentence(parts: list[str]) -> None:
    for frame in read(" ".join(parts)):
        assert frame.sentence.start <= frame.start <= frame.end <= frame.sentence.end


@settings(deadline=None)
@given(_WORDS)
def test_the_words_of_a_slot_stand_where_it_says(parts: list[str]) -> None:
    text = " ".join(parts)
    for frame in read(text):
        for slot in frame.slots.values():
            if isinstance(slot, Words) and "<" not in text and "“" not in slot.text:
                assert len(text[slot.start : slot.end]) == len(slot.text)


# --------------------------------------------------------------------------- roles


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the technical lead", ["technical lead"]),
        ("a staff research scientist", ["staff research scientist"]),
        ("the head of strategy", ["head of strategy"]),
        ("the Chief HR Officer", ["Chief HR Officer"]),
        ("its acting chief executive", ["acting chief executive"]),
        ("three senior researchers", ["senior researcher"]),
        ("the engineer's farewell", ["engineer"]),
        ("who lead the team", []),
        ("to head the lab", []),
        ("it leads the market", []),
        ("the leading model", []),
    ],
)
def test_a_role_is_a_noun_phrase(text: str, found: list[str]) -> None:
    assert [r.text for r in roles(text, [], CODEBOOK.lexicon)] == found


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Mara Quell was the technical lead of Pelmora.", "technical lead"),
        ("Pelmora CEO Mara Quell spoke.", "CEO"),
        ("The technical lead of Pelmora, Mara Quell, spoke.", "technical lead"),
        ("Mara Quell, Pelmora’s chief scientist, spoke.", "chief scientist"),
        ("Mara Quell (head of strategy at Pelmora) spoke.", "head of strategy"),
        ("Mara Quell served as interim director of Pelmora.", "interim director"),
        ("Colleagues described Mara Quell as the architect of Lumen 4.", "architect"),
        ("Mara Quell, a former Pelmora vice-president, spoke.", "vice-president"),
    ],
)
def test_a_role_is_read_in_every_house_style(text: str, role: str) -> None:
    assert role in [shown(f, "role") for f in read(text, "role") if shown(f, "person") == "Mara Quell"]


def test_a_role_between_two_names_is_the_one_s_it_stands_beside() -> None:
    text = "Mara Quell, the CTO, and Hana Kim, a lawyer, met."
    found = {(shown(f, "person"), shown(f, "role")) for f in read(text, "role")}
    assert found == {("Mara Quell", "CTO"), ("Hana Kim", "lawyer")}


def test_roles_of_two_firms_are_not_swapped() -> None:
    text = "Mara Quell, CTO of Pelmora, and Hana Kim, CEO of Orvane, met."
    found = {(shown(f, "person"), shown(f, "organisation")) for f in read(text, "role")}
    assert found == {("Mara Quell", "Pelmora"), ("Hana Kim", "Orvane")}


# --------------------------------------------------------------------------- who left


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Mara Quell and Hana Kim left Pelmora.", ["Hana Kim", "Mara Quell"]),
        ("Mara Quell, alongside Hana Kim, resigned from Pelmora.", ["Hana Kim", "Mara Quell"]),
        ("Mara Quell left Pelmora and Hana Kim joined Orvane.", ["Mara Quell"]),
        ("Mara Quell, who succeeded Hana Kim, left Pelmora.", ["Mara Quell"]),
        ("The departure of Mara Quell shook Hana Kim.", ["Mara Quell"]),
        ("Hana Kim praised Mara Quell.", []),
        ("Mara Quell posted a farewell.", []),
        ("Mara Quell left open whether it was late.", []),
        ("According to Hana Kim, Mara Quell left Pelmora.", ["Mara Quell"]),
        ("Unlike Hana Kim, Mara Quell left Pelmora.", ["Mara Quell"]),
        ("After Hana Kim, Mara Quell left Pelmora.", ["Mara Quell"]),
        ("Hana Kim said that Mara Quell left Pelmora.", ["Mara Quell"]),
        ("Hana Kim confirmed the departure of Mara Quell.", ["Mara Quell"]),
        ("Hana Kim announced that Mara Quell was leaving.", ["Mara Quell"]),
        ("Hana Kim said the lights were left on.", []),
        ("Mara Quell left Hana Kim in charge of Pelmora.", []),
    ],
)
def test_who_left_is_who_left(text: str, people: list[str] | str) -> None:
    """Whoever speaks of a departure, or stands beside it, has not left."""
    wanted = people if isinstance(people, list) else [people] if people else []
    assert who(text, "departure") == wanted


def test_their_own_announced_departure_is_theirs() -> None:
    assert who("Hana Kim announced on Mastodon that she was leaving Pelmora.", "departure") == ["Hana Kim"]


def test_to_be_asked_to_go_is_not_to_go() -> None:
    assert who("Mara Quell was asked to go.", "departure") == []


def test_two_people_and_two_firms_are_not_crossed() -> None:
    text = "Hana Kim joined Pelmora, and Mara Quell left Orvane on 3 March."
    found = {(f.kind, shown(f, "person"), shown(f, "organisation")) for f in read(text)}
    assert found >= {("affiliation", "Hana Kim", "Pelmora"), ("departure", "Mara Quell", "Orvane")}


def test_a_farewell_is_an_announcement() -> None:
    (farewell,) = read("Mara Quell posted a farewell on Mastodon.", "announcement")
    assert (shown(farewell, "agent"), shown(farewell, "content")) == ("Mara Quell", "farewell")


# --------------------------------------------------------------------------- pronouns


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Mara Quell joined Pelmora in 2019. She resigned on 3 March.", ["Mara Quell"]),
        ("Hana Kim spoke. Mara Quell joined Pelmora. She resigned on 3 March.", ["Mara Quell"]),
        ("Mara Quell and Hana Kim met. She resigned on 3 March.", []),
        ("Hana Kim met Mara Quell, and she resigned on 3 March.", []),
        ("A note came. She resigned on 3 March.", []),
        ("Mara Quell spoke. “She resigned on 3 March,” a note says.", []),
        ("Zuri Ekwueme met Hana Kim. She resigned on 3 March.", []),
        ("Hana Kim spoke. Zuri Ekwueme wept. She resigned on 3 March.", []),
    ],
)
def test_a_pronoun_stands_for_a_person_only_where_one_can_be_meant(text: str, people: list[str] | str) -> None:
    assert who(text, "departure") == (people or [])


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("Pelmora grew. The company released Lumen 4 in May.", ["Pelmora"]),
        ("Pelmora and Orvane grew. The company released Lumen 4 in May.", [""]),
        ("The company released Lumen 4 in May. Pelmora grew.", [""]),
    ],
)
def test_the_company_is_a_company_only_where_one_can_be_meant(text: str, agents: list[str]) -> None:
    assert [shown(f, "agent") for f in read(text, "release")] == agents


# --------------------------------------------------------------------------- dates and numbers


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("On 3 March Mara Quell left Pelmora.", "3 March"),
        ("Mara Quell left Pelmora on 3 March.", "3 March"),
        ("Mara Quell left Pelmora, and Orvane grew on 3 March.", ""),
        ("On 3 March, when Orvane grew, Mara Quell left Pelmora.", ""),
        ("Mara Quell left Pelmora between 3 March and 9 May.", ""),
        ("Mara Quell left Pelmora before 3 March.", ""),
        ("Mara Quell left Pelmora after 3 March.", ""),
    ],
)
def test_a_date_belongs_to_a_fact_only_in_a_clause_of_its_own(text: str, date: str) -> None:
    (left,) = read(text, "departure")
    assert shown(left, "date") == date


@pytest.mark.parametrize(
    ("text", "subject", "value"),
    [
        ("Pelmora employs 300 engineers.", "Pelmora", "300"),
        ("Pelmora closed a round worth $40 million.", "Pelmora", "$40 million"),
    ],
)
def test_a_number_belongs_to_the_one_owner_before_it(text: str, subject: str, value: str) -> None:
    assert (subject, value) in {(shown(f, "subject"), shown(f, "value")) for f in read(text, "quantity")}


@pytest.mark.parametrize(
    "text",
    [
        "Beside Pelmora and Orvane stood 300 visitors.",
        "Some 300 visitors saw it, as Pelmora grew.",
        "It took Pelmora 300 days.",
    ],
)
def test_a_number_without_a_certain_owner_is_nobody_s(text: str) -> None:
    assert [f for f in read(text, "quantity") if f.rule == "quantity-of-clause"] == []


def test_what_is_said_of_most_is_not_said_of_all() -> None:
    assert [f for f in read("Most of Pelmora's models are free.") if f.kind == "model_attribute"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Lumen 4 does not have a 128K context window.",
        "Lumen 4 lacks a 128K context window.",
    ],
)
def test_what_a_model_lacks_is_not_affirmed(text: str) -> None:
    assert [f.polarity for f in read(text, "architecture")] in ([], ["denied"])


def test_a_ratio_keeps_its_order() -> None:
    (ratio,) = read("Lumen 4 has a 5:1 ratio of sparse layers to dense layers.", "architecture")
    assert [shown(ratio, s) for s in ("first", "second", "of", "to")] == ["5", "1", "sparse layers", "dense layers"]


def test_the_subject_of_a_later_sentence_is_the_one_model_named() -> None:
    (window,) = read("Pelmora released Lumen 4. The model has a 128K context window.", "architecture")
    assert shown(window, "subject") == "Lumen 4"


def test_with_two_models_named_a_later_sentence_has_no_subject() -> None:
    parts = tagged("It has a 128K context window.")
    before = [Mention(start=0, end=1, text=t, kind="model", key=t) for t in ("lumen4", "vettel2")]
    assert subject_of(parts[0], before) is None


# --------------------------------------------------------------------------- speech


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Mara Quell wrote: “It is over.”", "Mara Quell"),
        ("“It is over,” said Mara Quell.", "Mara Quell"),
        ("“It is over,” Mara Quell said.", "Mara Quell"),
        ("Mara Quell, a friend of Hana Kim, wrote: “It is over.”", "Mara Quell"),
        ("Mara Quell’s farewell read “It is over.”", "Mara Quell"),
    ],
)
def test_speech_is_its_speaker_s(text: str, speaker: str) -> None:
    assert {shown(f, "speaker") for f in read(text, "quote")} == {speaker}


def test_speech_keeps_its_very_words() -> None:
    (quote,) = read("Mara Quell wrote: “It’s over — or 90% over, isn’t it?”", "quote")
    assert shown(quote, "words") == "It’s over — or 90% over, isn’t it?"


def test_speech_that_goes_on_in_the_next_sentence_is_the_same_speaker_s() -> None:
    found = read("Mara Quell wrote: “It is over.” “All of it is.”", "quote")
    assert [(shown(f, "speaker"), shown(f, "words")) for f in found] == [
        ("Mara Quell", "It is over."),
        ("Mara Quell", "All of it is."),
    ]


def test_marks_of_irony_are_no_speech() -> None:
    assert read("Pelmora runs a “garden” in Oslo.", "quote") == []


# --------------------------------------------------------------------------- arguments


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Analysts warn that Pelmora may close its weights.", "risk"),
        ("Firms should keep copies of the weights.", "recommendation"),
        ("If the board agrees, Pelmora would open a new lab.", "scenario"),
        ("It is unclear why the two engineers went.", "uncertainty"),
        ("The new oversight committee meets in Oslo each week.", "governance"),
        ("Rivals hope to win over its customers this spring.", "market"),
        ("The lab stands beside an old harbour.", "background"),
    ],
)
def test_a_sentence_without_a_fact_is_an_argument_of_its_kind(text: str, kind: str) -> None:
    assert [f.kind for f in read(text)] == [kind]


@pytest.mark.parametrize("text", ["What happens next?", "Read on.", "So what now, then, for Pelmora?"])
def test_a_question_or_a_scrap_is_no_argument(text: str) -> None:
    assert read(text) == []
