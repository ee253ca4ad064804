"""Words that look alike in sense: only what cannot be true of the one and false of the other may stand for it."""

from __future__ import annotations

import pytest

from briefwright.language import available
from claim_files import verdict

pytestmark = pytest.mark.skipif(not available(), reason="no language model is installed")

#: A passage, and a claim that may be false where the passage is true: another deed, a stronger or a narrower word.
NOT_PROVED = (
    (
        "The mayor accused the builder Odran of fraud on Monday.",
        "The mayor charged the builder Odran with fraud on Monday.",
    ),
    ("The court convicted Ines Torvald of fraud in May.", "The court sentenced Ines Torvald in May."),
    ("The prosecutor charged Karl Wendt in June.", "The prosecutor indicted Karl Wendt in June."),
    (
        "Inspectors suspect that the pump at Helmar was faulty.",
        "Inspectors believe that the pump at Helmar was faulty.",
    ),
    ("Army units invaded Torland in March.", "Army units entered Torland in March."),
    ("Analysts questioned the forecast of Brennet.", "Analysts doubted the forecast of Brennet."),
    ("Analysts doubt the forecast of Brennet.", "Analysts question the forecast of Brennet."),
    ("The union demanded a second doctor.", "The union required a second doctor."),
    ("The union asked for a second doctor.", "The union demanded a second doctor."),
    ("The pump of Helmar failed in May.", "The pump of Helmar flopped in May."),
    ("Vera Lind left her post in May.", "Vera Lind resigned in May."),
    ("The council voted against the tunnel.", "The council rejected the tunnel."),
    ("Pia Holm was appointed head of the clinic in May.", "Pia Holm became head of the clinic in May."),
    ("Tarvo hired Lena Brandt in April.", "Lena Brandt joined Tarvo in April."),
    ("Nordhus sold 300 vehicles in May.", "Nordhus sold 300 cars in May."),
    ("Odo Lang criticised the film.", "Odo Lang condemned the film."),
    ("The minister is in talks with the union.", "The minister is negotiating with the union."),
    ("Brixa will open a shop in Lodz in May.", "Brixa plans to open a shop in Lodz in May."),
    ("The ferry is scheduled to sail in May.", "The ferry will sail in May."),
    ("Mara Quist managed the clinic in 2019.", "Mara Quist handled the clinic in 2019."),
    ("Brixa allegedly sold the mill.", "Brixa reportedly sold the mill."),
    ("Kestrel acted as adviser.", "Kestrel was adviser."),
    ("Tilo Marsh left the bank in May.", "Tilo Marsh quit the bank in May."),
    ("The army abandoned the village in May.", "The army left the village in May."),
    ("Sanna Holt said that the mine would close.", "Sanna Holt announced that the mine would close."),
    ("Sanna Holt said that the mine would close.", "Sanna Holt pointed out that the mine would close."),
    ("Sanna Holt suggested that the mine would close.", "Sanna Holt proposed that the mine would close."),
    ("The inquiry examined the accident at the mill.", "The inquiry examined the crash at the mill."),
    ("Orbel has a stake in Tarvo.", "Orbel has an investment in Tarvo."),
    ("Orbel owns a share of Tarvo.", "Orbel owns a stake of Tarvo."),
    ("Orbel's gain was 4 million euros.", "Orbel's profit was 4 million euros."),
    ("Orbel's income was 4 million euros.", "Orbel's revenue was 4 million euros."),
    ("Orbel shut a mill in Lodz.", "Orbel shut a plant in Lodz."),
    ("Orbel employs 40 workers.", "Orbel employs 40 labourers."),
    ("A director of Orbel left in May.", "A manager of Orbel left in May."),
    ("A scientist of Orbel left in May.", "An academic of Orbel left in May."),
    ("Orbel invited customers to Lodz.", "Orbel invited consumers to Lodz."),
    ("The village of Arn has a library.", "The town of Arn has a library."),
    ("Orbel bought a ship in May.", "Orbel bought a ferry in May."),
    ("Orbel sued a university in May.", "Orbel sued a college in May."),
    ("Orbel published a survey in May.", "Orbel published a study in May."),
    ("Orbel offers ten options.", "Orbel offers ten alternatives."),
    ("Orbel did not buy a bank in May.", "Orbel did not buy a company in May."),
    ("Orbel denied that it had bought a bank.", "Orbel denied that it had bought a company."),
    ("Orbel is the largest bank in Torland.", "Orbel is the largest company in Torland."),
    ("If Orbel buys a bank, Ida Rask will leave.", "If Orbel buys a company, Ida Rask will leave."),
    ("Orbel did not murder the plan.", "Orbel did not kill the plan."),
    ("Nobody was injured in the fire at Orbel.", "Nobody was hurt in the fire at Orbel."),
    ("Ida Rask replaced the pump with a valve.", "Ida Rask succeeded the pump."),
    ("Orbel accepted the offer of Tarvo.", "Orbel approved the offer of Tarvo."),
    ("Orbel rejected the offer of Tarvo.", "Orbel denied the offer of Tarvo."),
    ("The board dismissed Ida Rask in May.", "The board threw out Ida Rask in May."),
    ("Ida Rask aims to sell the mill.", "Ida Rask intends to sell the mill."),
    ("Orbel tested the engine in May.", "Orbel tried the engine in May."),
    ("Orbel developed the pump in 2019.", "Orbel made the pump in 2019."),
    ("Orbel offered 4 million euros to Tarvo.", "Orbel gave 4 million euros to Tarvo."),
    ("The council considered the tunnel.", "The council saw the tunnel."),
    ("The council ordered a bridge from Orbel.", "The council commanded a bridge from Orbel."),
    ("Orbel shelved the tunnel.", "Orbel delayed the tunnel."),
    ("Ida Rask took legal action against Orbel.", "Ida Rask sued Orbel."),
    ("Ida Rask praised the clarity of the report.", "Ida Rask praised the report."),
    ("The mill was paid for by Orbel in part.", "The mill was financed by Orbel."),
    ("The vast majority of the residents left Arn.", "Most of the residents left Arn."),
    ("Given that the mill lost money, Orbel closed it.", "Because the mill lost money, Orbel closed it."),
    ("Ida Rask founded Orbel with Tim Brand.", "Ida Rask is the founder of Orbel."),
    ("Ida Rask and Tim Brand founded Orbel.", "Ida Rask is the founder of Orbel."),
    ("Ida Rask, a director of Orbel, left in May.", "Ida Rask is the director of Orbel."),
)
#: A passage, and a claim that must be true where the passage is: the same in another word, or in a wider one.
PROVED = (
    ("Vera Lind resigned in May.", "Vera Lind left in May."),
    ("Vera Lind resigned in May.", "Vera Lind quit in May."),
    ("Orbel purchased the mill.", "Orbel acquired the mill."),
    ("Ten people were injured in the fire at Orbel.", "Ten people were hurt in the fire at Orbel."),
    ("Ida Rask replaced Tim Brand in May.", "Ida Rask succeeded Tim Brand in May."),
    ("The editor disclosed that the mine would close.", "The editor said that the mine would close."),
    ("Prices of coal soared in May.", "Prices of coal rose in May."),
    ("The council postponed the vote.", "The council put off the vote."),
    ("The council postponed the vote.", "The council delayed the vote."),
    ("Police arrested Karl Wendt in June.", "Police detained Karl Wendt in June."),
    ("Orbel rejected the accusation of Tarvo.", "Orbel denied the accusation of Tarvo."),
    ("Ida Rask demanded a second doctor.", "Ida Rask asked for a second doctor."),
    ("Orbel bought a bank in May.", "Orbel bought a company in May."),
    ("Orbel raised the fee in May.", "Orbel increased the fee in May."),
    ("Orbel raised 40 million euros in May.", "Orbel secured 40 million euros in May."),
    ("Two passengers were taken to hospital.", "Two passengers were brought to hospital."),
)


@pytest.mark.parametrize(("passage", "claim"), NOT_PROVED, ids=[c for _, c in NOT_PROVED])
def test_a_word_that_need_not_hold_as_well_proves_nothing(passage: str, claim: str) -> None:
    assert verdict(passage, claim) != "supported"


@pytest.mark.parametrize(("passage", "claim"), PROVED, ids=[c for _, c in PROVED])
def test_the_same_or_a_wider_word_is_proved(passage: str, claim: str) -> None:
    assert verdict(passage, claim) == "supported"
