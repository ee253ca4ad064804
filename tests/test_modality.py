"""Who says it, how sure, affirmed or denied: what an attribution, a hedge or a denial does to a fact."""

from __future__ import annotations

import pytest

from briefwright.codebook import load_codebook
from briefwright.extract import Frame, extract
from briefwright.extract.modality import stance_of
from briefwright.names import learn
from reading import passage

CODEBOOK = load_codebook()
#: Sentences that teach the names used below.
KNOWN = """Mara Quell, an engineer at Pelmora, spoke. Hana Kim, a lawyer, spoke. Pelmora is a firm. Pelmora's board met.
The newspaper Fjordwire wrote. Fjordwire's website is down. Pelmora released Lumen 4."""
GAZETTEER = learn([(KNOWN, False)], CODEBOOK)
FACTS = {"departure", "release", "affiliation", "appointment", "quote", "architecture", "quantity"}


def frames(text: str) -> list[Frame]:
    """The frames of a passage."""
    return list(extract(passage(text), GAZETTEER, CODEBOOK))


def read(text: str) -> list[Frame]:
    """The frames of fact kinds of a passage."""
    return [f for f in frames(text) if f.kind in FACTS]


def asserted(text: str) -> list[Frame]:
    """The departures of Mara Quell that a passage tells in its own voice, undoubted and affirmed."""
    return [
        f
        for f in read(text)
        if f.kind == "departure"
        and "mara quell" in str(f.slots["person"])
        and f.voice is None
        and f.hedge == "none"
        and f.polarity == "affirmed"
    ]


def leaves(text: str, who: str = "mara quell") -> Frame:
    """The one departure of this person that a passage tells."""
    (frame,) = [f for f in read(text) if f.kind == "departure" and who in str(f.slots["person"])]
    return frame


# --------------------------------------------------------------------------- plain


@pytest.mark.parametrize(
    "text",
    [
        "Mara Quell left Pelmora.",
        "Mara Quell left Pelmora, which signals trouble ahead.",
        "Mara Quell left Pelmora, a move that suggests trouble.",
        "Mara Quell left Pelmora, raising fears of a sale.",
        "Mara Quell left Pelmora, suggesting a change of course.",
        "Mara Quell left Pelmora because she may lose her post.",
        "Mara Quell left Pelmora while Hana Kim may stay.",
        "Hana Kim may stay, but Mara Quell left Pelmora.",
        "Mara Quell left Pelmora and may join Fjordwire.",
    ],
)
def test_doubt_about_something_else_leaves_a_fact_plain(text: str) -> None:
    """A verb of doubt behind a fact, or a hedge in another clause, hedges what it governs and no more."""
    assert len(asserted(text)) == 1


@pytest.mark.parametrize(
    "words", ["“It may be rumoured that we fail.”", "“Reportedly we could fail.”", "“If we fail, perhaps it is over.”"]
)
def test_the_contents_of_a_quotation_never_hedge_it(words: str) -> None:
    (quote,) = [f for f in read(f"Mara Quell wrote: {words}") if f.kind == "quote"]
    assert (quote.hedge, quote.stance) == ("none", "quoted")


def test_the_contents_of_a_quotation_never_deny_it() -> None:
    (quote,) = [f for f in read("Mara Quell wrote: “I never said no.”") if f.kind == "quote"]
    assert quote.polarity == "affirmed"


def test_a_fact_inside_a_quotation_is_not_read() -> None:
    assert not [f for f in read("“Mara Quell left Pelmora,” Hana Kim wrote.") if f.kind == "departure"]


# --------------------------------------------------------------------------- voices


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("According to the union, Mara Quell left Pelmora.", "the union"),
        ("Per the filing, Mara Quell left Pelmora.", "the filing"),
        ("Mara Quell left Pelmora, according to two people close to it.", "two people close to it"),
        ("Mara Quell left Pelmora, Hana Kim said.", "Hana Kim"),
        ("Mara Quell left Pelmora, said Hana Kim.", "Hana Kim"),
        ("Mara Quell left Pelmora, the union says.", "the union"),
        ("Hana Kim said that Mara Quell left Pelmora.", "Hana Kim"),
        ("Hana Kim, a lawyer at Pelmora, said that Mara Quell left Pelmora.", "Hana Kim"),
        ("Pelmora said on Monday that Mara Quell left Pelmora.", "Pelmora"),
        ("Pelmora confirmed that Mara Quell left Pelmora.", "Pelmora"),
        ("Mara Quell left Pelmora, Fjordwire reported, citing two people.", "Fjordwire"),
        ("A blog claims that Mara Quell has left Pelmora.", "a blog"),
        ("A blog claims Mara Quell has left Pelmora.", "a blog"),
        ("Mara Quell, Hana Kim said, left Pelmora.", "Hana Kim"),
    ],
)  # fmt: skip
def test_an_attribution_is_the_voice_of_the_fact(text: str, voice: str) -> None:
    said = leaves(text).voice
    assert said is not None and said.text.casefold() == voice.casefold()


@pytest.mark.parametrize(
    "text",
    [
        "Mara Quell left Pelmora, a blog claims.",
        "Mara Quell left Pelmora, people told Fjordwire.",
        "Mara Quell, sources say, left Pelmora on 3 March.",
        "Sources say Mara Quell left Pelmora.",
        "In a statement, Hana Kim said that Mara Quell left.",
        "Hana Kim told Fjordwire that Mara Quell left Pelmora.",
        "Hana Kim, a lawyer, told Fjordwire on Monday that Mara Quell left Pelmora.",
        "As Fjordwire first reported, Mara Quell left Pelmora.",
        "A person close to the board said: Mara Quell left Pelmora.",
        "Fjordwire reported, citing two people, that Mara Quell left Pelmora.",
        "Analysts said that Mara Quell left Pelmora.",
        "Two engineers said that Mara Quell left Pelmora.",
    ],
)
def test_an_attribution_in_another_form_is_not_lost(text: str) -> None:
    """What somebody is made to say never stands as said by the source itself."""
    assert [f for f in read(text) if f.kind == "departure"] and not asserted(text)


def test_a_voice_colours_no_fact_outside_what_it_says() -> None:
    assert leaves("Mara Quell left Pelmora. Hana Kim said that it was late.").voice is None


@pytest.mark.parametrize(
    "text", ["It said that Mara Quell left Pelmora.", "They claimed that Mara Quell left Pelmora."]
)
def test_a_pronoun_is_no_voice(text: str) -> None:
    assert [f.voice for f in read(text)] == [None]


def test_speech_is_attributed_to_its_speaker_only() -> None:
    (quote,) = [f for f in read("Hana Kim said on Monday: “It is over.”") if f.kind == "quote"]
    assert quote.voice is None


# --------------------------------------------------------------------------- hedges


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("Mara Quell reportedly left Pelmora.", "reportedly"),
        ("Reportedly, Mara Quell left Pelmora.", "reportedly"),
        ("Allegedly, Mara Quell left Pelmora.", "allegedly"),
        ("It is rumoured that Mara Quell left Pelmora.", "rumoured"),
        ("The rumored departure of Mara Quell shook staff.", "rumoured"),
        ("The reported appointment of Hana Kim to lead Pelmora shook staff.", "reported"),
        ("Perhaps Mara Quell left Pelmora.", "perhaps"),
        ("The move suggests Mara Quell left Pelmora.", "suggests"),
        ("The fear was that Mara Quell left Pelmora.", "fears"),
        ("It appears that Mara Quell left Pelmora.", "appears"),
        ("Pelmora supposedly released Lumen 4.", "supposedly"),
        ("It is unclear whether Mara Quell left Pelmora.", "unclear"),
        ("Whether Mara Quell left Pelmora is open.", "unclear"),
        ("Hana Kim asked whether Mara Quell left Pelmora.", "unclear"),
        ("If Mara Quell left Pelmora, the board would meet.", "if"),
        ("Unless Mara Quell left Pelmora, the board would meet.", "if"),
        ("Observers wondered if Mara Quell left Pelmora.", "if"),
        ("There is speculation that Mara Quell left Pelmora.", "speculation"),
    ],
)
def test_a_hedge_is_kept(text: str, hedge: str) -> None:
    assert [f.hedge for f in read(text) if f.kind in {"departure", "appointment", "release"}] == [hedge]


@pytest.mark.parametrize(
    ("end", "hedge"), [("not be more jarring", "none"), ("not be held", "could"), ("be jarring", "could")]
)
def test_emphasis_is_no_doubt(end: str, hedge: str) -> None:
    assert {f.hedge for f in frames(f"The timing of the talks at Pelmora could {end}.")} == {hedge}


@pytest.mark.parametrize(
    "text",
    [
        "Mara Quell would have left Pelmora.",
        "Mara Quell might have left Pelmora.",
        "Mara Quell almost left Pelmora.",
        "Mara Quell threatened to leave Pelmora.",
        "Had Mara Quell left Pelmora, the board would have met.",
        "Mara Quell left Pelmora, it is rumoured.",
        "Mara Quell left Pelmora, if the report is right.",
        "Imagine that Mara Quell left Pelmora.",
    ],
)
def test_what_is_not_asserted_is_no_plain_fact(text: str) -> None:
    assert asserted(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Has Mara Quell left Pelmora?",
        "Mara Quell left Pelmora?",
        "Is it true that Mara Quell resigned from Pelmora?",
    ],
)
def test_a_question_asserts_nothing(text: str) -> None:
    assert asserted(text) == []


# --------------------------------------------------------------------------- denial


@pytest.mark.parametrize(
    "text",
    [
        "Mara Quell has not left Pelmora.",
        "Mara Quell did not leave Pelmora.",
        "Mara Quell never left Pelmora.",
        "Mara Quell neither left Pelmora nor joined Fjordwire.",
        "It is not true that Mara Quell left Pelmora.",
        "It is false that Mara Quell left Pelmora.",
        "There is no evidence that Mara Quell left Pelmora.",
    ],
)
def test_what_is_denied_is_not_asserted(text: str) -> None:
    assert asserted(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Hana Kim did not say that Mara Quell left Pelmora.",
        "Hana Kim never said that Mara Quell left Pelmora.",
        "Hana Kim does not believe that Mara Quell left Pelmora.",
        "Hana Kim denied a report that Mara Quell left Pelmora.",
        "Hana Kim rejected claims that Mara Quell left Pelmora.",
        "Nobody said that Mara Quell left Pelmora.",
        "Rumours that Mara Quell left Pelmora were false.",
    ],
)
def test_nobody_is_made_to_say_what_they_did_not(text: str) -> None:
    """No frame says that the voice affirms what the sentence says it does not."""
    denying = {"denied", "denies", "rejected", "disputed", "dismissed", "refuted"}
    frames = [f for f in read(text) if f.kind == "departure" and "mara quell" in str(f.slots["person"])]
    assert all(f.polarity == "denied" or (f.voice is not None and f.voice.verb in denying) for f in frames)


@pytest.mark.parametrize(
    "text", ["Hana Kim denied that Mara Quell left Pelmora.", "Mara Quell left Pelmora, the union denied."]
)
def test_a_denial_keeps_its_verb(text: str) -> None:
    said = leaves(text).voice
    assert said is not None and said.verb == "denied"


def test_not_only_denies_nothing() -> None:
    frames = read("Pelmora not only released Lumen 4.")
    assert [f.polarity for f in frames] == ["affirmed"]


# --------------------------------------------------------------------------- stance


@pytest.mark.parametrize(
    ("hedge", "stance"),
    [
        ("none", "stated"),
        ("reportedly", "reported"),
        ("rumoured", "speculated"),
        ("may", "speculated"),
        ("if", "speculated"),
    ],
)
def test_the_stance_of_an_unattributed_fact_is_its_hedge(hedge: str, stance: str) -> None:
    assert stance_of(hedge, None, quoted=False) == stance


def test_speech_is_quoted_whatever_its_hedge() -> None:
    assert stance_of("reportedly", None, quoted=True) == "quoted"


def test_a_relayed_fact_is_reported() -> None:
    assert leaves("Hana Kim said that Mara Quell left Pelmora.").stance == "reported"


@pytest.mark.parametrize("after", ["Pelmora would have paid 9 million euros", "Pelmora must pay 9 million euros"])
def test_an_amount_behind_a_condition_without_if_stands_under_it(after: str) -> None:
    text = f"Should Pelmora lose, {after}."
    assert {f.hedge for f in read(text) if f.kind == "quantity"} == {"if"}
