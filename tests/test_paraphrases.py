"""Claims in other ordinary words than the passage's, and for each the same claim with one thing changed."""

from __future__ import annotations

import pytest

from briefwright.claims import judge
from briefwright.codebook import load_codebook
from briefwright.language import available
from reading import passage

pytestmark = pytest.mark.skipif(not available(), reason="no language model is installed")
CODEBOOK = load_codebook()

#: A passage, and pairs of a claim that it proves and one that it does not.
PAIRS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "Profit at Dorsal Foods fell from 80 million dollars in 2023 to 62 million in 2024, while sales "
        "grew by 4 million. In 2025 it expects a profit of 70 million dollars.",
        (
            ("In 2024 profit was 62 million dollars.", "In 2023 profit was 62 million dollars."),
            ("Profit amounted to 80 million dollars in 2023.", "Sales amounted to 4 million dollars."),
            (
                "Profit at Dorsal Foods stood at 62 million dollars in 2024.",
                "Profit at Dorsal Foods was 70 million dollars in 2025.",
            ),
        ),
    ),
    (
        "Analysts expect that revenue will rise to 90 million euros in 2026. Vela Motors may appoint "
        "Jonas Pike as chief financial officer. Its former chairman, Ruth Amsel, was named head of the "
        "foundation in May.",
        (
            (
                "Revenue will rise to 90 million euros in 2026, analysts expect.",
                "Revenue will be 90 million euros in 2026.",
            ),
            ("Ruth Amsel was named head of the foundation in May.", "Jonas Pike became chief financial officer."),
            (
                "In May Ruth Amsel was appointed head of the foundation.",
                "In May Jonas Pike was appointed head of the foundation.",
            ),
        ),
    ),
    (
        "Corin Steel has about 900 employees. The union said that Corin Steel plans to employ 200 people"
        " fewer. Fabrix has nearly 300 workers in Spain.",
        (
            ("About 900 people work for Corin Steel.", "About 300 people work for Corin Steel."),
            ("Corin Steel employs about 900 people.", "Corin Steel employs 900 people in Spain."),
        ),
    ),
    (
        "The critic Odo Lang called the film a triumph. Mara Quist denied that she had called the script"
        " weak. The director, Pia Holm, described the budget as “tight”.",
        (
            ("Odo Lang said that the film was a triumph.", "The film was a triumph."),
            ("Odo Lang described the film as a triumph.", "Mara Quist said that the script was weak."),
            ("The film was a triumph, said Odo Lang.", "The film was a triumph, said Mara Quist."),
        ),
    ),
    (
        "Halden Rail bought the depot after it had sold its headquarters. The minister resigned before "
        "the report was published. The strike may begin after the talks end.",
        (
            (
                "The report was published after the minister resigned.",
                "The report was published before the minister resigned.",
            ),
        ),
    ),
    (
        "Orsa Air announced that it will close its base in Malmo. Tessel confirmed that it is "
        "considering buying Orsa Air. Kova plans to acquire the brewery Holt, and denied that it would "
        "sell Mirren.",
        (
            ("Orsa Air announced the closure of its base in Malmo.", "Orsa Air has closed its base in Malmo."),
            ("Kova plans the acquisition of the brewery Holt.", "Kova plans the sale of the brewery Holt."),
            ("Kova wants to buy the brewery Holt.", "Kova has bought the brewery Holt."),
            ("Orsa Air said that it will close its base in Malmo.", "Tessel announced the purchase of Orsa Air."),
        ),
    ),
    (
        "Anna Crewe and Boris Thal lost the vote. Both will appeal to the court. Crewe spoke of a "
        "scandal; Thal said nothing. The judge, Lea Wirth, and the clerk, Tom Aske, did not attend.",
        (
            ("Anna Crewe will appeal to the court.", "Lea Wirth will appeal to the court."),
            (
                "Anna Crewe and Boris Thal will appeal to the court.",
                "Anna Crewe and Tom Aske will appeal to the court.",
            ),
            ("Boris Thal will appeal to the court.", "Boris Thal appealed to the court."),
        ),
    ),
    (
        "Ivo Brand, who leads the archive, will hand over to Sara Lund in June. The archive's report on "
        "the fire was criticised by the city. A letter from the mayor to the archive was lost.",
        (
            ("Sara Lund will replace Ivo Brand in June.", "Ivo Brand will replace Sara Lund in June."),
            ("Ivo Brand is the head of the archive.", "Sara Lund is the head of the archive."),
            ("The mayor's letter to the archive was lost.", "The archive's letter to the mayor was lost."),
            (
                "The city criticised the archive's report on the fire.",
                "The archive criticised the city's report on the fire.",
            ),
        ),
    ),
    (
        "Five of 80 divers had become ill, the clinic said. The new rule applies from May, unless the "
        "court stops it. The pool is open again, according to the operator Baymar.",
        (
            ("The clinic said that five of the 80 divers had become ill.", "Five of the 80 divers had become ill."),
            ("Baymar says the pool is open again.", "The pool is open again."),
        ),
    ),
    (
        "The museum took delivery of two statues on Monday. Sculptor Neve Roth is said to have worked on"
        " them for nine years. The museum rejected claims that it had paid too much. The statues are due"
        " to go on show in July.",
        (
            ("The museum received two statues on Monday.", "The museum received nine statues on Monday."),
            ("The museum denied that it had paid too much.", "The museum said that it had paid too much."),
        ),
    ),
    (
        "Lanmark sued its supplier Trevo in 2023 over faulty screws. Trevo's owner, Paul Denk, wants to "
        "settle. A court in Graz is to begin hearing the case in March. Lanmark put its loss at 8 "
        "million euros.",
        (
            ("Lanmark filed a lawsuit against Trevo in 2023.", "Trevo filed a lawsuit against Lanmark in 2023."),
            ("Lanmark took its supplier to court in 2023.", "Lanmark took its supplier to court in 2024."),
            ("Lanmark estimated its loss at 8 million euros.", "Trevo estimated its loss at 8 million euros."),
            ("Paul Denk owns Trevo.", "Paul Denk owns Lanmark."),
            ("Paul Denk would like to settle.", "Paul Denk has settled."),
        ),
    ),
    (
        "The theatre nearly doubled its audience, to 90,000, in 2024. Only the smaller stage made a loss"
        " of 1 million pounds. The director Ewa Zorn once wanted to close it. Nobody else applied for "
        "her post.",
        (
            ("The theatre nearly doubled its audience.", "The theatre doubled its audience."),
            (
                "Only the smaller stage had a loss of 1 million pounds.",
                "The smaller stage had a profit of 1 million pounds.",
            ),
            ("No one else applied for her post.", "Someone else applied for her post."),
            ("Ewa Zorn once wanted to shut it.", "Ewa Zorn wants to shut it."),
        ),
    ),
    (
        "Kirra Bank fined the broker Oslin 2 million dollars. Oslin's shares slumped 12 % on Tuesday, "
        "before recovering to 31 dollars. The broker's founder, Abel Stone, promised to repay all "
        "customers by May.",
        (
            ("Shares of Oslin fell 12 % on Tuesday.", "Shares of Oslin fell 31 % on Tuesday."),
            (
                "Abel Stone, who founded Oslin, promised to repay all customers by May.",
                "Abel Stone repaid all customers by May.",
            ),
            ("Abel Stone pledged to repay all customers by May.", "Abel Stone pledged to repay some customers by May."),
        ),
    ),
    (
        "Tomas Ek sold 30 of his 45 paintings at the fair. He gave the money to a hospital. Critics were"
        " divided: the daily Norra praised the works, while the weekly Pulsen dismissed them as kitsch.",
        (
            ("Norra praised the works.", "Pulsen praised the works."),
            ("The works were praised by the daily Norra.", "The works were dismissed by the daily Norra."),
        ),
    ),
    (
        "Marlow Systems announced on Tuesday that it will acquire the logistics start-up Quillon for "
        "$310 million in cash. The deal is expected to close in the third quarter, subject to regulatory"
        " approval. Quillon, founded in 2016 by Dana Ruiz and Piotr Zelenko, employs about 420 people in"
        " Gdansk.",
        (
            ("Quillon has about 420 employees.", "Quillon has about 240 employees."),
            (
                "Dana Ruiz and Piotr Zelenko started Quillon in 2016.",
                "Dana Ruiz and Piotr Zelenko started Quillon in 2018.",
            ),
            (
                "Marlow Systems announced the acquisition of Quillon.",
                "Quillon announced the acquisition of Marlow Systems.",
            ),
            ("Quillon is a logistics start-up.", "Marlow Systems is a logistics start-up."),
            ("Around 420 people work for Quillon.", "Around 420 people work for Marlow Systems."),
        ),
    ),
    (
        "Sales at Tarn & Co rose from 40 million euros in 2022 to 55 million euros in 2024. The retailer"
        " opened 18 shops and closed three. Finance director Mila Aho said that margins had come under "
        "pressure, mainly because of higher rents.",
        (
            ("Sales at Tarn & Co were 55 million euros in 2024.", "Sales at Tarn & Co were 55 million euros in 2022."),
            ("Tarn & Co's sales climbed to 55 million euros.", "Tarn & Co's sales climbed to 40 million euros."),
            ("According to Mila Aho, margins had come under pressure.", "Margins had come under pressure."),
            ("Sales reached 55 million euros in 2024.", "Sales reached 40 million euros in 2024."),
            ("The retailer opened 18 stores.", "The retailer closed 18 stores."),
            ("Sales amounted to 40 million euros in 2022.", "Sales amounted to 40 million euros in 2024."),
        ),
    ),
    (
        "“We will not sell our users' data,” said Oren Falk, the founder of Pebblechat. The app has 12 "
        "million users, most of them in Brazil. A report by the consumer group Veritas had accused "
        "Pebblechat of passing on telephone numbers. Falk called the accusation unfounded.",
        (
            ("Oren Falk said that the accusation was unfounded.", "The accusation was unfounded."),
            (
                "Pebblechat's founder Oren Falk said: “We will not sell our users' data.”",
                "Pebblechat's founder Oren Falk said: “We will sell our users' data.”",
            ),
            (
                "Veritas's report had accused Pebblechat of passing on telephone numbers.",
                "Pebblechat's report had accused Veritas of passing on telephone numbers.",
            ),
            ("Pebblechat was founded by Oren Falk.", "Veritas was founded by Oren Falk."),
        ),
    ),
    (
        "The chip maker Solvar plans to cut 1,500 jobs, or 9 % of its workforce, by the end of March. "
        "Chief executive Ute Brandl told staff in an email that demand had collapsed. The union IGT "
        "threatened to strike. Solvar's shares fell 6 % after the news.",
        (
            ("Solvar intends to cut 1,500 jobs.", "Solvar has eliminated 1,500 jobs."),
            ("Shares of Solvar dropped by 6 % after the news.", "Shares of Solvar dropped by 9 % after the news."),
            ("Solvar wants to shed 1,500 positions.", "Solvar wants to shed 1,500 positions by the end of May."),
        ),
    ),
    (
        "Kestrel Air has taken delivery of its first electric aircraft, a nineteen-seater built by "
        "Voltwing in Tallinn. The plane can fly 400 kilometres on one charge. Kestrel ordered ten of "
        "them in 2021 for a total of 90 million dollars. Regular flights between Oslo and Bergen should "
        "begin in the spring if the regulator approves.",
        (
            ("Kestrel Air received its first electric aircraft.", "Kestrel Air received its first electric train."),
            ("Voltwing built the nineteen-seater in Tallinn.", "Kestrel built the nineteen-seater in Tallinn."),
            ("Kestrel placed an order for ten of them in 2021.", "Kestrel placed an order for ten of them in 2022."),
        ),
    ),
    (
        "Professor Hana Lind left the Institute of Marine Biology in Kiel last year to join the start-up"
        " Algaria as head of research. Algaria raised 14 million euros in a funding round led by Norvik "
        "Ventures. Its first product, a feed for salmon, is due in 2027. Lind has reportedly brought six"
        " colleagues with her.",
        (
            (
                "Algaria secured 14 million euros in a funding round.",
                "Algaria secured 40 million euros in a funding round.",
            ),
            ("Lind is said to have brought six colleagues with her.", "Lind has brought six colleagues with her."),
        ),
    ),
    (
        "The city council of Marne rejected the plan for a new stadium by 21 votes to 18 on Wednesday. "
        "Mayor Guy Perrin had backed the project, which would have cost 120 million euros. The club "
        "Olympique Marne may now move to the neighbouring town of Vire, its president, Luc Astier, said.",
        (
            ("Guy Perrin, the mayor, had supported the project.", "Guy Perrin, the mayor, had opposed the project."),
            (
                "Olympique Marne's president, Luc Astier, said that the club may move to Vire.",
                "The club will move to Vire.",
            ),
            ("On Wednesday the council turned the plan down.", "On Thursday the council turned the plan down."),
            (
                "The plan was rejected by the city council on Wednesday.",
                "The plan was rejected by the club on Wednesday.",
            ),
        ),
    ),
    (
        "After the fire at its warehouse in Lodz, Brixa suspended deliveries on 3 May and resumed them "
        "on 19 May. Nobody was injured. The insurer Pollux will pay for the damage, Brixa said. The "
        "police suspect arson, but have not named anyone.",
        (
            ("Deliveries were halted on 3 May.", "Deliveries were halted on 19 May."),
            ("No one was injured.", "Someone was injured."),
            (
                "According to Brixa, the insurer Pollux is going to pay for the damage.",
                "Pollux has paid for the damage.",
            ),
            ("Arson is suspected by the police.", "Arson was confirmed by the police."),
        ),
    ),
    (
        "Lumora's new language model, Ember 7, was trained on 15 trillion tokens and supports 42 "
        "languages. It scored 81.4 on the Atlas test, ahead of Granite's Delta at 79.9. Lumora says that"
        " the model is half as expensive to run as its predecessor. The weights can be downloaded free "
        "of charge under the MIT licence.",
        (
            ("Ember 7 is a language model from Lumora.", "Ember 7 is a language model from Granite."),
            (
                "Lumora claims that the model is half as expensive to run as its predecessor.",
                "The model is half as expensive to run as its predecessor.",
            ),
        ),
    ),
    (
        "Rosa Bell, who has run the charity Open Doors since 2015, will hand over to her deputy, Karim "
        "Said, at the end of the year. Bell, 61, wants to write a book. The charity received 4.2 million"
        " pounds in donations last year, almost a third more than in 2023.",
        (
            (
                "Rosa Bell has been in charge of Open Doors since 2015.",
                "Karim Said has been in charge of Open Doors since 2015.",
            ),
            (
                "The charity got 4.2 million pounds in donations last year.",
                "The charity got 2.4 million pounds in donations last year.",
            ),
            ("Bell is 61 years old.", "Bell is 16 years old."),
        ),
    ),
    (
        "Ferro Mining denied on Friday that it had polluted the Sava river. Tests by the ministry of the"
        " environment had found arsenic in the water, twelve times the permitted level. Villagers have "
        "filed a lawsuit against the company. The company's lawyer, Boris Hadzic, argued that the "
        "samples were taken upstream of the mine.",
        (
            (
                "Ferro Mining has rejected claims that it had polluted the Sava river.",
                "Ferro Mining admitted that it had polluted the Sava river.",
            ),
            (
                "The environment ministry's tests had found arsenic in the water.",
                "The company's tests had found arsenic in the water.",
            ),
            ("Villagers have sued the company.", "The company has sued villagers."),
            ("Arsenic was found in the water.", "Mercury was found in the water."),
            ("Boris Hadzic is the company's lawyer.", "Boris Hadzic is the ministry's lawyer."),
        ),
    ),
    (
        "Ilmar Kask was appointed chairman of Baltika Bank on 4 April, after Signe Rohde had resigned "
        "over a dispute about bonuses. Kask previously worked for the central bank. Baltika employs "
        "3,100 people and had a profit of 210 million euros in 2025. It intends to shut 30 of its 140 "
        "branches, mostly in rural areas.",
        (
            (
                "Ilmar Kask was named chairman of Baltika Bank on 4 April.",
                "Signe Rohde became chairman of Baltika Bank on 4 April.",
            ),
            (
                "Signe Rohde resigned before Ilmar Kask was appointed chairman.",
                "Ilmar Kask was appointed chairman before Signe Rohde resigned.",
            ),
            (
                "Baltika made a profit of 210 million euros in 2025.",
                "Baltika made a loss of 210 million euros in 2025.",
            ),
            (
                "Baltika Bank's profit amounted to 210 million euros in 2025.",
                "Baltika Bank's profit amounted to 140 million euros in 2025.",
            ),
            ("Baltika Bank plans to close 30 branches.", "Baltika Bank has closed 30 branches."),
        ),
    ),
    (
        "Nadia Osei and Tim Varga published a paper in May in which they show that bees can count to "
        "five. The study, paid for by the Holm Foundation, was carried out in Leiden. Critics say that "
        "only 12 bees were tested. Osei replied that the results had been confirmed by a second group.",
        (
            ("The study was conducted in Leiden.", "The study was conducted in Lund."),
            (
                "In Osei's words, the results had been confirmed by a second group.",
                "The results had been confirmed by a third group.",
            ),
            ("Critics state that only 12 bees were tested.", "Critics state out that only 120 bees were tested."),
            ("The study was paid for by the Holm Foundation.", "The Holm Foundation carried out the study."),
            (
                "In May, Nadia Osei and Tim Varga brought out a paper.",
                "In March, Nadia Osei and Tim Varga brought out a paper.",
            ),
        ),
    ),
)
TRUE = [(text, true) for text, pairs in PAIRS for true, _ in pairs]
PLANTED = [(text, false) for text, pairs in PAIRS for _, false in pairs]


def verdict(text: str, claim: str) -> str:
    return judge(claim, passage(text), CODEBOOK).verdict


@pytest.mark.parametrize(("text", "claim"), TRUE, ids=[c for _, c in TRUE])
def test_a_claim_in_other_ordinary_words_is_supported(text: str, claim: str) -> None:
    assert verdict(text, claim) == "supported"


@pytest.mark.parametrize(("text", "claim"), PLANTED, ids=[c for _, c in PLANTED])
def test_the_same_claim_with_one_thing_changed_is_not_supported(text: str, claim: str) -> None:
    assert verdict(text, claim) != "supported"


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The bridge is safe, the engineer Odd Lie said.", "The bridge is safe."),
        ("The bridge will close in May, if the council agrees.", "The bridge will close in May."),
        ("Lie wrote: “It was late. The bridge was never safe.”", "The bridge was never safe."),
        ("The bridge was sold in May, a rumour that Lie denied.", "The bridge was sold in May."),
    ],
)
def test_the_head_of_a_sentence_is_not_proved_when_the_rest_takes_it_back(text: str, claim: str) -> None:
    assert verdict(text, claim) != "supported"


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The mayor followed the minister into the hall.", "The mayor replaced the minister."),
        ("Aster plans to raise 40 million euros.", "Aster raised 40 million euros."),
        ("Vela Motors may appoint Jonas Pike as chairman.", "Jonas Pike became chairman."),
        ("Ida Rask has been appointed acting head.", "Ida Rask became head."),
        (
            "Analysts expect that sales will rise to 90 million euros in 2026.",
            "Sales will be 90 million euros in 2026.",
        ),
        ("The editor reportedly called the story false.", "The editor said that the story was false."),
        ("Sollen took over the bakery Norr in 1987.", "Sollen replaced the bakery Norr in 1987."),
    ],
)
def test_a_wider_word_lets_no_stronger_claim_through(text: str, claim: str) -> None:
    assert verdict(text, claim) != "supported"
