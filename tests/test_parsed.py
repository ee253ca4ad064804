"""What the parse of a raw sentence shows: who came and went, who holds which role, who said what. Invented names."""

from __future__ import annotations

import pytest

from briefwright.codebook import load_codebook
from briefwright.extract import Frame, extract, tag
from briefwright.extract.syntax import syntax_of
from briefwright.language import available
from briefwright.names import learn
from reading import passage, shown

pytestmark = pytest.mark.skipif(not available(), reason="no statistical language model is installed here")
CODEBOOK = load_codebook()
#: Sentences that teach the names used below.
KNOWN = """Mara Quell, an engineer, spoke. Hana Kim, a lawyer, spoke. Ilya Borov, a chemist, spoke.
Wren Adair, a researcher, spoke. Pelmora is a firm. Pelmora's board met. The startup Orvane grew. Orvane's board met.
The Corran Institute met. Pelmora released Lumen 4. Lumen 4 is new."""
GAZETTEER = learn([(KNOWN, False)], CODEBOOK)


def read(text: str, kind: str) -> list[Frame]:
    cited = passage(text)
    tagged = tag(cited, GAZETTEER, CODEBOOK)
    trees = {t.sentence.start: tree for t, tree in zip(tagged, syntax_of(tagged), strict=True) if tree}
    return [f for f in extract(cited, GAZETTEER, CODEBOOK, syntax=trees) if f.kind == kind]


def told(text: str, kind: str, *slots: str) -> set[tuple[str, ...]]:
    return {tuple(shown(f, s) for s in slots) for f in read(text, kind)}


# --------------------------------------------------------------------------- departures


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Mara Quell has quit.", {"Mara Quell"}),
        ("Mara Quell, who led hardware for six years, walked out of Pelmora on Monday.", {"Mara Quell"}),
        ("Two members of her group, the chemist Ilya Borov and the engineer Mara Quell, handed in their notice.",
         {"Ilya Borov", "Mara Quell"}),
        ("Mara Quell, alongside the researchers Ilya Borov and Wren Adair, left Pelmora.",
         {"Mara Quell", "Ilya Borov", "Wren Adair"}),
        ("With her went the chemist Ilya Borov, the engineers Mara Quell and Hana Kim, and Wren Adair.",
         {"Ilya Borov", "Mara Quell", "Hana Kim", "Wren Adair"}),
        ("Pelmora lost its head of safety, Mara Quell, to a rival.", {"Mara Quell"}),
        ("Hana Kim was promoted to counsel, and Mara Quell, a chemist, will leave the company.", {"Mara Quell"}),
        ("The resignation of Mara Quell surprised Pelmora.", {"Mara Quell"}),
        ("Mara Quell’s exit from Pelmora surprised everybody.", {"Mara Quell"}),
        ("On Monday Mara Quell announced her resignation.", {"Mara Quell"}),
        ("Mara Quell was let go last week.", {"Mara Quell"}),
        ("Mara Quell, chief scientist of Pelmora, is out.", {"Mara Quell"}),
        ("Pelmora has parted ways with nobody, but Mara Quell has parted ways with Pelmora.", {"Mara Quell"}),
        ("Two engineers have left: team lead Mara Quell and Ilya Borov, who ran tests.", {"Mara Quell", "Ilya Borov"}),
        ("OSLO, May 14, 2024 (Nordwire) — Mara Quell resigned on Monday.", {"Mara Quell"}),
    ],
)  # fmt: skip
def test_who_left_is_read_off_the_parse(text: str, who: set[str]) -> None:
    assert {p for (p,) in told(text, "departure", "person")} == who


@pytest.mark.parametrize(
    "text",
    [
        "Mara Quell left the question open.",
        "Mara Quell left Hana Kim a note.",
        "Mara Quell wants to leave Pelmora.",
        "Mara Quell considered leaving Pelmora.",
        "Investors demanded the resignation of Mara Quell.",
        "Did Mara Quell leave Pelmora?",
        "If Mara Quell leaves, Orvane will close.",
        "Mara Quell's lawyer left the room.",
        "Mara Quell praised the engineer who left.",
        "“Mara Quell left Pelmora,” Hana Kim said.",
        "Nobody left Pelmora, and Mara Quell stayed.",
        "Mara Quell walked away from the talks.",
        "Pelmora declined to say whether Mara Quell had been asked to go.",
    ],
)
def test_no_departure_is_read_where_none_is_told(text: str) -> None:
    assert told(text, "departure", "person") == set()


@pytest.mark.parametrize(
    ("text", "polarity", "hedge", "voice"),
    [
        ("Mara Quell has not left Pelmora.", "denied", "none", None),
        ("Pelmora denied that Mara Quell had resigned.", "denied", "none", "Pelmora"),
        ("Two people said Mara Quell resigned.", "affirmed", "none", "two people"),
        ("Mara Quell resigned, according to a memo seen by staff.", "affirmed", "none", "a memo seen by staff"),
        ("Mara Quell has reportedly resigned.", "affirmed", "reportedly", None),
        ("Mara Quell may leave Pelmora.", "affirmed", "may", None),
        ("It is unclear whether Mara Quell left Pelmora.", "affirmed", "unclear", None),
        ("Mara Quell refused to resign.", "denied", "none", None),
        ("Mara Quell has left; Pelmora would not say why.", "affirmed", "none", None),
    ],
)
def test_doubt_denial_and_voice_of_a_departure_are_kept(
    text: str, polarity: str, hedge: str, voice: str | None
) -> None:
    (frame,) = read(text, "departure")
    assert (frame.polarity, frame.hedge, frame.voice.text if frame.voice else None) == (polarity, hedge, voice)


# --------------------------------------------------------------------------- appointments and roles


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("The reported appointment of Hana Kim to lead the Lumen team shook Pelmora.", "reported"),
        ("The rumoured appointment of Hana Kim shook Pelmora.", "rumoured"),
        ("The appointment of Hana Kim shook Pelmora.", "none"),
    ],
)
def test_what_a_noun_calls_a_report_is_no_assertion(text: str, hedge: str) -> None:
    assert {f.hedge for f in read(text, "appointment")} == {hedge}


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("Pelmora named Mara Quell as acting head of safety.", ("Mara Quell", "acting head of safety", "Pelmora")),
        ("Ilya Borov named Mara Quell, Pelmora's chief scientist, as head of safety.",
         ("Mara Quell", "head of safety", "")),
        ("Mara Quell has been promoted to Chief Financial Officer.", ("Mara Quell", "Chief Financial Officer", "")),
        ("Mara Quell became chief executive of Pelmora in May.", ("Mara Quell", "chief executive", "Pelmora")),
        ("Mara Quell took over as chairwoman.", ("Mara Quell", "chairwoman", "")),
        ("Ilya Borov will be replaced by Mara Quell.", ("Mara Quell", "", "")),
        ("The board appointed Chief Commercial Officer Mara Quell interim CEO.", ("Mara Quell", "interim CEO", "")),
        ("Pelmora announced the promotion of Mara Quell, a chemist, to President.",
         ("Mara Quell", "President", "Pelmora")),
    ],
)  # fmt: skip
def test_who_was_appointed_is_read_off_the_parse(text: str, slots: tuple[str, ...]) -> None:
    assert told(text, "appointment", "person", "role", "organisation") == {slots}


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("Mara Quell, co-founder and Chief Executive Officer of Pelmora, spoke.",
         {("Mara Quell", "co-founder", "Pelmora"), ("Mara Quell", "Chief Executive Officer", "Pelmora")}),
        ("Pelmora Chief Technology Officer Mara Quell spoke.", {("Mara Quell", "Chief Technology Officer", "Pelmora")}),
        ("A spokeswoman, Mara Quell, declined to comment.", {("Mara Quell", "spokeswoman", "")}),
        ("Mara Quell, 41, a professor at the Corran Institute, spoke.",
         {("Mara Quell", "professor", "Corran Institute")}),
        ("The engineers Mara Quell and Ilya Borov, and Hana Kim, spoke.",
         {("Mara Quell", "engineer", ""), ("Ilya Borov", "engineer", "")}),
        ("Mara Quell, who leads purchasing at Orvane, spoke.", {("Mara Quell", "leads purchasing", "Orvane")}),
        ("Mara Quell is not related to Orvane's lawyer Hana Kim.", {("Hana Kim", "lawyer", "Orvane")}),
        ("On a call with analysts, chief executive Mara Quell spoke.", {("Mara Quell", "chief executive", "")}),
        ("Mara Quell met Ilya Borov, Pelmora's chief chemist, in May.", {("Ilya Borov", "chief chemist", "Pelmora")}),
        ("Hana Kim and Mara Quell, who was in charge of software, spoke.",
         {("Mara Quell", "was in charge of software", "")}),
        ("Core contributors such as Mara Quell and Ilya Borov spoke.",
         {("Mara Quell", "Core contributor", ""), ("Ilya Borov", "Core contributor", "")}),
        ("Mara Quell, chief operating officer and head of sales, spoke.",
         {("Mara Quell", "chief operating officer", ""), ("Mara Quell", "head of sales", "")}),
        ("Hana Kim would succeed current CEO Mara Quell.", {("Mara Quell", "CEO", "")}),
        ("The board's chairwoman, Dr Mara Quell, spoke.", {("Mara Quell", "chairwoman", "")}),
        ("Mara Quell, CTO of AI infrastructure startup Orvane, emphasized it.", {("Mara Quell", "CTO", "Orvane")}),
    ],
)  # fmt: skip
def test_a_role_goes_to_the_one_it_stands_beside(text: str, slots: set[tuple[str, ...]]) -> None:
    assert told(text, "role", "person", "role", "organisation") == slots


@pytest.mark.parametrize(
    "text",
    [
        "Mara Quell met engineers, lawyers and customers.",
        "Mara Quell led the funding round.",
        "Mara Quell spoke to the chief executive.",
        "Two members of her group, Mara Quell and Ilya Borov, spoke.",
    ],
)
def test_no_role_is_read_where_none_is_told(text: str) -> None:
    assert told(text, "role", "person", "role") == set()


def test_a_former_role_is_one_even_if_the_body_stands_between() -> None:
    (frame,) = read("Former Pelmora chief scientist Mara Quell spoke.", "role")
    assert "Former" in frame.passage.text[frame.start : frame.end]


def test_a_role_that_somebody_bore_is_told_in_the_past() -> None:
    assert told("Mara Quell was an engineer at Pelmora.", "role", "tense") == {("past",)}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Mara Quell will leave Pelmora in May.", "parsed-departure-future"),
        ("Mara Quell is stepping down.", "parsed-departure-going-future"),
        ("Pelmora said Mara Quell would leave.", "parsed-departure-future"),
        ("Mara Quell left Pelmora.", "parsed-departure"),
    ],
)
def test_what_is_still_to_come_is_told_so(text: str, rule: str) -> None:
    assert [f.rule for f in read(text, "departure")] == [rule]


# --------------------------------------------------------------------------- changes, releases


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("Pelmora acquired Orvane in 2027.", ("Pelmora", "acquired", "Orvane")),
        ("Pelmora merged its chip unit with Orvane.", ("Pelmora", "merged", "its chip unit")),
        ("Pelmora cut 140 jobs on Thursday.", ("Pelmora", "cut", "140 jobs")),
    ],
)
def test_a_change_of_a_body_is_read_off_the_parse(text: str, slots: tuple[str, ...]) -> None:
    assert told(text, "organisation_change", "agent", "change", "object") == {slots}


@pytest.mark.parametrize(
    "text", ["Pelmora cut its price target.", "Mara Quell sold his shares.", "Mara Quell put a sentence on Plaza."]
)
def test_no_change_of_a_body_is_read_where_something_else_changes(text: str) -> None:
    assert told(text, "organisation_change", "object") == set()


# --------------------------------------------------------------------------- quotations


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("“It is a tax,” said Mara Quell, who leads purchasing at Orvane, “and it can be raised.”",
         {("Mara Quell", "It is a tax"), ("Mara Quell", "and it can be raised.")}),
        ("Mara Quell said it was “a shock to all”.", {("Mara Quell", "a shock to all")}),
        ("When asked about Hana Kim, Mara Quell answered: “Nobody knows.”", {("Mara Quell", "Nobody knows.")}),
        ("“No,” Mara Quell told reporters. “Not yet.”", {("Mara Quell", "No"), ("Mara Quell", "Not yet.")}),
        ("Mara Quell disagreed. “They are wrong.”", {("Mara Quell", "They are wrong.")}),
        ("Mara Quell called the exit “the end of an era”.", {("Mara Quell", "the end of an era")}),
        ("Mara Quell: “We go on.”", {("Mara Quell", "We go on.")}),
        ("According to Mara Quell, “there is no list.”", {("Mara Quell", "there is no list.")}),
        ("Asked about it by analysts, chief executive Mara Quell said: “No.”", {("Mara Quell", "No.")}),
        ("Mara Quell said he was “torn,” while Hana Kim described a plan.", {("Mara Quell", "torn")}),
        ("A person close to the board says the pause was “agreed by everyone”.",
         {("a person close to the board", "agreed by everyone")}),
    ],
)  # fmt: skip
def test_speech_goes_to_its_speaker(text: str, slots: set[tuple[str, ...]]) -> None:
    assert told(text, "quote", "speaker", "words") == slots


@pytest.mark.parametrize(
    "text",
    [
        "Mara Quell left the “Silicon Office”.",
        "The so-called “joint plan” was dropped, Mara Quell said.",
        "Pelmora runs a project called “Kestrel”.",
        "He said: “We go on.”",
        "Mara Quell praised its “open” models.",
        "Mara Quell warned that the “open” in its name may go.",
        "Mara Quell and Hana Kim met. “We go on.”",
    ],
)
def test_words_in_marks_that_nobody_certain_utters_are_no_speech(text: str) -> None:
    assert told(text, "quote", "speaker", "words") == set()
