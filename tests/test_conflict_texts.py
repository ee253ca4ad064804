"""Each type of conflict in two texts about invented people: planted, and pairs that only look like one."""

from __future__ import annotations

import pytest

from test_conflicts import briefing

INTRO = (
    "Alice Quell was the lead architect of the Lumen team at Pelmora. Alan Kim is an engineer at Pelmora. "
    "Pelmora makes "
    "the Lumen 4 model. Orla is a company. "
)
PLANTED = [
    ("value", "Lumen 4 has 70 billion parameters.", "Lumen 4 has 72 billion parameters."),
    ("value", "Lumen 4 supports a context window of 128,000 tokens.", "Lumen 4 has a 200,000-token context window."),
    ("value", "Pelmora employs 340 people.", "Pelmora employs 520 people."),
    ("value", "Pelmora said the service had 40,000 users.", "Pelmora said the service had 60,000 users."),
    ("value", "Training Lumen 4 cost $12 million.", "Training Lumen 4 cost $30 million."),
    ("value", "The launch of Lumen 4 was delayed by two weeks.", "Lumen 4 came three months late."),
    (
        "value",
        "Pelmora claims that Lumen 4 cuts energy use by 40 percent. In our own test the saving was 12 percent.",
        "It rained.",
    ),
    (
        "value",
        "Lumen 4 scored 81.2% on the Orbit benchmark, Pelmora said.",
        "Lumen 4 scored 74.5% on the Orbit benchmark, according to the Tilt institute.",
    ),
    ("value", "Pelmora raised $200 million in the round.", "Pelmora raised $150 million in the round."),
    ("value", "Lumen 4 comes with 192 GB of memory.", "Lumen 4 has 256 GB of memory."),
    ("value", "Pelmora laid off 120 people on Monday.", "Pelmora laid off 200 people on Monday."),
    ("value", "The subscription costs $20 a month.", "The subscription of Pelmora costs $30 a month."),
    (
        "value",
        "According to Pelmora, Lumen 4 answers 95 percent of the questions. We measured 71 percent.",
        "It rained.",
    ),
    ("time", "Alice Quell resigned on Tuesday.", "Alice Quell quit Pelmora on Friday."),
    ("time", "Alice Quell left Pelmora on 3 March 2025.", "Alice Quell left Pelmora on 7 March 2025."),
    ("time", "Pelmora released Lumen 4 on 2 May 2025.", "Lumen 4 was released on 9 May 2025."),
    ("time", "Pelmora was founded in 2019.", "Pelmora was founded in 2021."),
    ("time", "Alice Quell joined Pelmora in 2018.", "Alice Quell joined Pelmora in 2020."),
    (
        "time",
        "Alice Quell resigned two days after the release of Lumen 4.",
        "Alice Quell left weeks after the launch of Lumen 4.",
    ),
    (
        "time",
        "The board met on 4 June 2025 to discuss the matter. The meeting took place on 4 June 2025.",
        "The meeting took place on 6 June 2025.",
    ),
    ("time", "Alice Quell has led the team since 2021.", "Alice Quell has led the team since 2023."),
    ("time", "Alan Kim will take over on 1 June 2025.", "Alan Kim will take over on 1 September 2025."),
    (
        "time",
        "Alice Quell announced her resignation on 3 March 2025.",
        "Alice Quell announced her resignation on 5 March 2025.",
    ),
    (
        "identity",
        "The Institute for Machine Ethics in Turin said so.",
        "The Institute for Engine Ethics in Turin said so.",
    ),
    ("identity", "Jon Petrov, an analyst, left Pelmora.", "John Petrov, an analyst, left Pelmora."),
    ("role", "Alan Kim is the research director of Pelmora.", "Alan Kim is the chief scientist of Pelmora."),
    ("role", "Alan Kim, an intern, left.", "Alan Kim, a researcher, left."),
    ("role", "Alan Kim, chief executive of Pelmora, spoke.", "Alan Kim, chief technology officer of Pelmora, spoke."),
    ("role", "Nora Berg, a professor at Turin, warned of it.", "Nora Berg, a student at Turin, warned of it."),
    ("role", "Alan Kim is vice president of research at Pelmora.", "Alan Kim is director of research at Pelmora."),
    ("participants", "Alice Quell left with three colleagues.", "Alice Quell left with five colleagues."),
    ("participants", "Two engineers resigned.", "Seven engineers resigned."),
    ("participants", "Alice Quell and Alan Kim left Pelmora.", "Alice Quell and Nora Berg left Pelmora."),
    (
        "participants",
        "A dozen researchers have left Pelmora since May.",
        "Five researchers have left Pelmora since May.",
    ),
    ("participants", "Alice Quell left, followed by two engineers.", "Alice Quell left, and four engineers followed."),
    ("scope", "Alice Quell has left Pelmora.", "Alice Quell has left the Lumen team."),
    (
        "scope",
        "It is not clear whether Alice Quell is leaving Pelmora altogether or only the Lumen team.",
        "Alice Quell resigned from Pelmora.",
    ),
    ("modality", "Pelmora has sold the Lumen unit to Orla.", "Pelmora denied that it had sold the Lumen unit to Orla."),
    ("modality", "A leaked memo says Pelmora used customer data to train Lumen 4. Pelmora denies this.", "It rained."),
    ("modality", "Alan Kim will lead the Lumen team.", "Reportedly, Alan Kim will lead the Lumen team."),
    (
        "modality",
        "Alan Kim was appointed head of the Lumen team.",
        "Alan Kim is rumoured to have been appointed head of the Lumen team.",
    ),
    (
        "modality",
        "According to two employees, Lumen 4 was trained on stolen books. “We have never used stolen "
        "books,” said Alan Kim.",
        "It rained.",
    ),
    ("modality", "Pelmora has closed its Oslo office.", "Pelmora has not closed its Oslo office, a spokesman said."),
    ("modality", "Alice Quell left Pelmora.", "It is unclear whether Alice Quell has left Pelmora."),
    ("modality", "Pelmora will open the weights of Lumen 4.", "Pelmora has no plans to open the weights of Lumen 4."),
    (
        "modality",
        "Former employees say the safety tests were skipped. Alan Kim, the chief executive, called the "
        "claim “nonsense”.",
        "It rained.",
    ),
    (
        "modality",
        "The reasons for the departure of Alice Quell are unclear.",
        "Alice Quell resigned because of a dispute over the budget.",
    ),
    ("modality", "Pelmora confirmed that customer data had leaked.", "Pelmora said that no customer data had leaked."),
    ("modality", "Alice Quell was dismissed.", "Alice Quell left to pursue other projects."),
    ("modality", "Alice Quell was asked to step down.", "Alice Quell resigned voluntarily."),
    ("modality", "Alice Quell has joined Orla.", "Alice Quell denied joining Orla."),
    ("modality", "Lumen 4 will remain open, Pelmora says.", "Lumen 4 may not remain open."),
    (
        "modality",
        "The licence of Lumen 4 allows commercial use.",
        "The licence of Lumen 4 does not allow commercial use.",
    ),
    (
        "wording",
        "“We will never close the weights of Lumen,” said Alice Quell.",
        "“We may one day close the weights of Lumen,” said Alice Quell.",
    ),
    (
        "wording",
        "Alice Quell wrote: “The team deserved better than this ending.”",
        "Alice Quell wrote: “The team deserved a better ending than that.”",
    ),
    (
        "wording",
        "Alan Kim said: “We made mistakes, and we will fix them this year.”",
        "Alan Kim said: “We have made some mistakes and will fix them next year.”",
    ),
    ("owner", "More than 40,000 developers use Lumen.", "More than 40,000 developers use Orla."),
    ("owner", "Pelmora has 12,000 customers.", "The Lumen app has 12,000 customers."),
    (
        "owner",
        "The sparse attention lets Lumen 4 read 512,000 tokens at once.",
        "The new memory chip enables Lumen 4 to read 512,000 tokens at once.",
    ),
    ("owner", "“Patience is a strategy,” said Alan Kim.", "“Patience is a strategy,” said Alice Quell."),
]
ALIKE = [
    ("Lumen 4 has a 262K context window.", "Lumen 4 has a context window of 262,000 tokens."),
    ("Lumen 4 has more than 70 billion parameters.", "Lumen 4 has 72 billion parameters."),
    ("Lumen 4 has 70 billion parameters.", "Lumen 4 has 7 billion active parameters."),
    ("Lumen 4 had 1 million downloads in its first week.", "Lumen 4 had 3 million downloads by September 10."),
    ("Kim Alan is an engineer at Pelmora.", "Alan Kim is an engineer at Pelmora."),
    (
        "“We will never close the weights of Lumen, and we said so,” said Alice Quell.",
        "Alice Quell said they “will never close the weights of Lumen”.",
    ),
    (
        "Alice Quell wrote: “I am sad... I cannot imagine this.”",
        "Alice Quell wrote: “I am sad. The team was good. I cannot imagine this.”",
    ),
    ("Alan Kim is a member of the Lumen team.", "Alan Kim is a research scientist of the Lumen team."),
    ("Alan Kim is the CTO of Pelmora.", "Alan Kim is the chief technology officer of Pelmora."),
    ("Alan Kim is the founder of Pelmora.", "Alan Kim is the chief executive of Pelmora."),
    ("Alan Kim is a lawyer.", "Alan Kim is general counsel of Pelmora."),
    (
        "Pelmora did not respond to a request for comment.",
        "According to leaked remarks, an executive of Pelmora defended the plan.",
    ),
    ("Alice Quell left Pelmora in March 2025.", "Alice Quell left Pelmora on 3 March 2025."),
    ("Alice Quell left Pelmora.", "Alice Quell left Pelmora on 3 March 2025."),
    (
        "Alice Quell announced on 3 March 2025 that she will leave Pelmora.",
        "Alice Quell will leave Pelmora on 30 April 2025.",
    ),
    ("Alice Quell and Alan Kim left Pelmora.", "Alice Quell left Pelmora."),
    ("Two people familiar with the matter said that Alice Quell left.", "Five employees said that Alice Quell left."),
    ("Lumen 4 has a context window of 128,000 tokens.", "Vega 2 has a context window of 128,000 tokens."),
    ("Pelmora lowered its forecast from $750 million to $640 million.", "Pelmora expects revenue of $640 million."),
    ("Pelmora had cash of $1.1 billion.", "Pelmora had revenue of $700 million."),
    (
        "Alice Quell resigned six days after the release of Lumen 4.",
        "Alice Quell resigned less than a week after the release of Lumen 4.",
    ),
    ("Analysts do not expect a new model this year.", "Pelmora presented a new model this year in May."),
    ("The mood at Pelmora is one of grief.", "The mood at Pelmora is one of sadness."),
    ("Pelmora rejected an offer from Orla.", "Orla made an offer to Pelmora."),
    ("Google Cloud is a customer of Pelmora.", "Google Research is a customer of Pelmora."),
    ("Alice Quell is not related to Nora Quell.", "Nora Quell is a lawyer related to a banker."),
    ("Lumen 4 runs on a laptop.", "Lumen 4 runs on a phone."),
    ("Lumen 4 costs $2 per million input tokens.", "Lumen 4 costs $8 per million output tokens."),
    ("Pelmora rose 4% on Monday. Pelmora fell 2% on Tuesday.", "Pelmora rose 4% on Monday."),
    ("Lumen 4 small has 3 billion parameters.", "Lumen 4 large has 120 billion parameters."),
    ("Alan Kim studied in Turin. Alan Kim is a lawyer.", "Alan Kim is a partner at Orla."),
    (
        "Alice Quell thanked the team. “It was a good time,” said Alice Quell.",
        "“We had a good start at that time,” said Alice Quell.",
    ),
    ("Pelmora has not commented.", "Alan Kim defended the plan in a leaked call."),
    ("Alice Quell had not planned to leave.", "Alice Quell left Pelmora."),
    ("Pelmora employs 340 people.", "Pelmora employs 26 people in safety."),
    ("Pelmora was founded in 2019.", "Pelmora was bought in 2021."),
    ("Alice Quell joined Pelmora in 2018.", "Alice Quell joined the Lumen team in 2020."),
    ("It is unclear who will succeed Alice Quell.", "Alan Kim leads the Lumen team for now."),
    ("Lumen 4 was announced on 2 May 2025.", "Lumen 4 shipped on 9 June 2025."),
    ("Lumen 4 reads 128,000 tokens.", "Lumen 3 reads 32,000 tokens."),
    ("Alan Kim did not answer a question about the budget.", "Alan Kim spoke about the budget in May."),
    ("The licence is Apache 2.0.", "The licence is the Apache License, Version 2.0."),
    ("Two engineers resigned in May.", "Three designers joined in May."),
    ("Alan Kim said the plan was good.", "Alan Kim said the plan was fast."),
    ("Alice Quell left on Monday. Alan Kim left on Friday.", "Alice Quell left on Monday."),
    ("Alice Quell, who denied access to reporters, left.", "Alice Quell gave access to the lab."),
]


@pytest.mark.parametrize(("kind", "one", "other"), PLANTED, ids=[f"{k}-{n}" for n, (k, _, _) in enumerate(PLANTED)])
def test_a_planted_contradiction_is_found_with_a_statement_on_each_side(kind: str, one: str, other: str) -> None:
    made = briefing(INTRO + one, INTRO + other)
    known = {s.id for s in made.statements}
    found = [c for c in made.conflicts if c.type == kind]
    assert found and all(len(c.sides) > 1 and all(set(s.statements) & known for s in c.sides) for c in found)


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_what_only_looks_like_a_contradiction_is_none(one: str, other: str) -> None:
    assert [(c.type, c.about) for c in briefing(INTRO + one, INTRO + other).conflicts] == []


def test_every_type_of_conflict_is_planted() -> None:
    assert {kind for kind, _, _ in PLANTED} == {
        "value", "time", "identity", "role", "participants", "scope", "modality", "wording", "owner",
    }  # fmt: skip


def test_the_heading_of_a_conflict_claims_nothing() -> None:
    """It names the matter; what is claimed stands on the sides, with who says it."""
    made = briefing(INTRO + "A memo says Pelmora used stolen data. Pelmora denies this.", INTRO + "It rained.")
    assert [("stolen" in c.about, "used" in c.about) for c in made.conflicts] == [(False, False)]


def test_a_fact_told_within_one_source_and_denied_there_is_a_conflict() -> None:
    made = briefing(INTRO + "A memo says Pelmora used stolen data. Pelmora denies this.", INTRO + "It rained.")
    assert [c.type for c in made.conflicts] == ["modality"]
