"""More pairs of invented texts: by type those that conflict, then those that only look like it."""

from __future__ import annotations

from typing import Final

from conflict_pairs import ASIDE

TOLD: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "modality": (
        ("Lumina will keep the service free.", "Lumina will not keep the service free, two managers said."),
        ("Lumina will keep the service free.", "Two managers said that Lumina will not keep the service free."),
        ("Lumina will keep the service free.", "According to two managers, Lumina will not keep the service free."),
        ("Lumina will keep the service free.", "Lumina will not keep the service free, Irena Novak said."),
        ("Lumina will keep the service free.", "Irena Novak said that Lumina would not keep the service free."),
        ("Lumina will keep the service free.", "Irena Novak says Lumina won't keep the service free."),
        (
            "Delta Ventures has paid the wages of the crew.",
            "Delta Ventures has not paid the wages of the crew, according to Jonas Weil.",
        ),
        (
            "Corvin Labs will move its headquarters to Madrid.",
            "People close to Corvin Labs say that it will not move its headquarters to Madrid.",
        ),
        (
            "The Otter van passed the brake test in June, Lumina said.",
            "A spokesman for the inspectors said the Otter van did not pass the brake test.",
        ),
        ("Lumina will close its Ghent plant.", "“Lumina is not closing its Ghent plant,” Pavel Orlov told workers."),
        ("Pavel Orlov has left Lumina.", "“I'm staying,” Pavel Orlov told us."),
        (
            "Lumina is losing Pavel Orlov, its head of research.",
            "Pavel Orlov has not gone anywhere, and his badge still works.",
        ),
        ("Jonas Weil has resigned, two people said.", "Jonas Weil is still at Lumina, a spokesman said."),
        ("Nobody was injured, Lumina said.", "Two mechanics of Lumina were taken to hospital."),
        ("Lumina said no workers were hurt in the fire.", "One welder broke his wrist in the fire at Lumina."),
        ("In the company's version, Jonas Weil left for a rest. “I was never asked,” says Jonas Weil.", ASIDE),
        (
            "Corvin Labs has put an offer on the table, a banker said. Irena Novak denies that there are any talks.",
            ASIDE,
        ),
        ("Lumina and Corvin Labs signed a letter of intent in May.", "“Lumina is not for sale,” said Irena Novak."),
        (
            "Lumina has sold its Ghent plant to Corvin Labs.",
            "Lumina is reported to have sold its Ghent plant to Corvin Labs.",
        ),
        ("Jonas Weil was pushed out by the board.", "Jonas Weil left at his own request, Lumina says."),
        (
            "Customer data were shared with advertisers, a former manager says.",
            "No customer data were shared with anybody, Lumina said.",
        ),
        ("Lumina will move to Lisbon.", "A move to Lisbon is off the table, Irena Novak said."),
        ("The tests were run before the launch, Lumina says.", "The tests were never run, three engineers told us."),
        ("Irena Novak warned the board twice.", "The board was not warned, Jonas Weil said."),
        ("It is unclear why Jonas Weil left.", "Jonas Weil left because of a quarrel over money."),
        ("It is not known whether Corvin Labs will buy Lumina.", "Corvin Labs will buy Lumina."),
        ("Sofia Lindgren is said to be moving to Delta Ventures.", "Delta Ventures has hired Sofia Lindgren."),
        (
            "“We never trained on private mail,” said Irena Novak.",
            "Tamarin 2 was trained on private mail, an engineer of Lumina says.",
        ),
        (
            "Three of the nine engineers have left, among them Jonas Weil. Jonas Weil says that he has not left.",
            ASIDE,
        ),
    ),
    "role": (
        (
            "Lumina appointed Pavel Orlov to succeed her as chief executive.",
            "Pavel Orlov is only the interim chief executive, a spokeswoman said.",
        ),
        (
            "Irena Novak is succeeded by Jonas Weil, previously head of tests.",
            "Jonas Weil will act as director until a permanent successor is found.",
        ),
        (
            "Pavel Orlov will act as finance chief until a successor is found.",
            "Pavel Orlov has been finance chief since 1 March, and for good.",
        ),
        (
            "Temi Falade is succeeded by Pavel Orlov.",
            "Pavel Orlov, until recently head of tests. He is only the interim technology chief, a spokesman told us.",
        ),
        (
            "Irena Novak, head of safety at Lumina, has left.",
            "Irena Novak, deputy head of safety at Lumina, has left.",
        ),
        (
            "Lumina named Pavel Orlov chief technology officer.",
            "Pavel Orlov becomes chief operating officer of Lumina.",
        ),
        (
            "Pavel Orlov joins Lumina as director of research.",
            "Pavel Orlov starts in May as vice president of research at Lumina.",
        ),
        ("Sofia Lindgren has been appointed permanent director.", "Sofia Lindgren fills in as director for now."),
    ),
    "value": (
        ("Quartz 3 is available under Apache 2.0.", "Quartz 3 was released under the MIT licence."),
        ("The weights of Quartz 3 are under the MIT license.", "Quartz 3 can be downloaded under CC BY-NC 4.0."),
        ("On paper the plant employs 40 welders. In reality there are 12 welders left.", ASIDE),
        ("Delta Ventures holds 34 per cent of the shares of Lumina.", "Largest owner: Delta Ventures, 29.9 %"),
        (
            "Delta Ventures, which owns 12 percent of Lumina, wants a sale.",
            "Delta Ventures has a stake of 21 percent in Lumina.",
        ),
        (
            "Corvin Labs is said to have offered 2.6 billion euros for Lumina.",
            "There is talk of a sale to Corvin Labs for three billion euros.",
        ),
        (
            "Lumina is calling back 3,200 units of the Otter van.",
            "Some 2,300 vans of Lumina are affected, a dealer says.",
        ),
        (
            "Harrow Optics employs 230 people, serves more than 900 customers in 34 countries, and is growing.",
            "Harrow Optics has 640 customers, and the largest ten of them bring in half of its income.",
        ),
        ("Harrow Optics serves more than 900 customers in 34 countries.", "Harrow Optics has 640 customers."),
        ("Harrow Optics serves more than 900 customers.", "Harrow Optics has 640 customers."),
        (
            "Harrow Optics has more than 900 customers in 34 countries.",
            "Harrow Optics has 640 customers, and the largest ten of them bring in half of its income.",
        ),
        ("The Quartz 3 runs for 30 hours on a charge.", "Battery life of the Quartz 3 is 26 hours."),
        ("The Quartz 3 lasts 30 hours on a charge.", "The Quartz 3 has a battery life of 26 hours."),
        ("Lumina has spoken of 61 complaints, according to a list. In public it has spoken of 37.", ASIDE),
        ("Eleven days later 61 people had written to Lumina, according to a list. In public it spoke of 37.", ASIDE),
        (
            "Corvin Labs is said to have put 2.6 billion euros on the table.",
            "There's talk of a sale to Corvin Labs, for three billion euros.\n“I do not believe it,” said Irena Novak.",
        ),
        (
            "Brackwater Systems has a workforce of 410 in Leeds and Pune.",
            "Brackwater Systems, which employs some 350 people, was set up in a garage.",
        ),
        ("The new Tamarin 2 model has 34 billion parameters.", "With 31 billion parameters, Tamarin 2 is not large."),
        ("Tamarin 2 reads up to 256,000 tokens.", "The context window of Tamarin 2 is 128K tokens."),
        ("A licence of Tamarin 2 costs $40 a month.", "Tamarin 2 is sold at 49 dollars per month."),
        (
            "Brackwater Systems made a loss of £12 million last year.",
            "Brackwater Systems lost £19 million last year.",
        ),
        (
            "Brackwater Systems raised 60 million dollars from Corvin Labs.",
            "Corvin Labs put $45 million into Brackwater Systems.",
        ),
        (
            "Revenue of Brackwater Systems fell by 12 percent in the quarter.",
            "Sales of Brackwater Systems shrank by almost a fifth in the quarter.",
        ),
        (
            "Brackwater Systems says that the leak touched 14,000 accounts.",
            "Data of 22,000 accounts of Brackwater Systems were stolen, the regulator said.",
        ),
        (
            "Tamarin 2 answers in 0.4 seconds, the company says.",
            "In our tests, Tamarin 2 took 0.9 seconds to answer.",
        ),
        ("Tamarin 2 supports 48 languages.", "The model card of Tamarin 2 lists 41 languages."),
        (
            "The share price of Brackwater Systems fell 14 percent on Monday.",
            "Shares of Brackwater Systems dropped by 9 percent on Monday.",
        ),
        ("Brackwater Systems will cut 120 jobs.", "Up to 200 jobs are to go at Brackwater Systems, the union says."),
        (
            "The revenue of Harrow Optics rose by 24 percent last year.",
            "Harrow Optics, founded in 2024, had revenue of 88 million euros last year, up 31 percent.",
        ),
        (
            "Harrow Optics's 85 employees will join Lumina.",
            "Harrow Optics is shrinking. Some 30 of its 110 employees have been told to go.",
        ),
        (
            "Two engineers said that 140,000 letters of its customers went into the data.",
            "The engineers had told a newspaper that some 90,000 letters went into the data.",
        ),
    ),
    "time": (
        ("Officially Irena Novak remains until the end of May. In fact her office will be empty on the 9th.", ASIDE),
        (
            "Deliveries of the Otter van will resume on 1 December.",
            "The Otter van will not come before February, two dealers say.",
        ),
        ("The Otter van ships on 3 May.", "There will be no Otter van before August, say dealers."),
        (
            "Harrow Optics was founded in 2027 by two sisters.",
            "Jonas Weil started Harrow Optics with a friend in 2026 and has run it ever since.",
        ),
        ("Founded in 2027, Harrow Optics builds lenses.", "Harrow Optics was set up in 2029."),
        (
            "Founded in 2027 by two sisters, Harrow Optics builds lenses.",
            "Harrow Optics (founded 2024) builds lenses.",
        ),
        (
            "Irena Novak was voted out as chief executive on Tuesday night.",
            "Irena Novak stepped down on 9 October 2036.",
        ),
        ("Tamarin 2 comes out on 14 May, the company said.", "Tamarin 2 will be released on 2 June."),
        ("Jonas Weil resigned on 3 March.", "Jonas Weil handed in his notice on 28 February."),
        ("Irena Novak joined Lumina in 2024.", "Irena Novak came to Lumina in 2026 from a bank."),
        ("Irena Novak takes over on 1 June.", "Irena Novak will start as chief executive on 1 September."),
        ("Brackwater Systems was bought by Corvin Labs in 2029.", "Corvin Labs acquired Brackwater Systems in 2031."),
        (
            "Irena Novak will leave the company at the end of June.",
            "Irena Novak has decided. Her last day is 15 June.",
        ),
        (
            "Lumina said an update of the pump would be ready by May 20.",
            "Wait for the update of the pump, which won't come before June.",
        ),
    ),
    "participants": (
        (
            "The tests will be led by Jonas Weil.",
            "It is not Jonas Weil, as announced, but Pavel Orlov who leads the tests.",
        ),
        ("Four engineers followed her out of the door.", "Seven engineers have left with her."),
        (
            "Lumina was founded by Irena Novak and Jonas Weil.",
            "Lumina was founded by Irena Novak, Jonas Weil and Pavel Orlov.",
        ),
    ),
    "scope": (
        ("Shipments of the Otter van to Asia are suspended.", "All deliveries of the Otter van have been halted."),
        ("All Tamarin models are under Apache 2.0.", "Only the small Tamarin model is under Apache 2.0."),
        ("Lumina stops sales in Europe.", "Lumina has stopped all sales."),
    ),
    "wording": (
        (
            "“I won't sell people the map and keep the compass,” said Irena Novak.",
            "“I will not sell the map and keep the compass,” she is said to have replied.",
        ),
        (
            "“We are not for sale, and nobody has asked,” Irena Novak said.",
            "“We are not for sale, and if somebody asks, the answer is no,” Irena Novak told reporters.",
        ),
        (
            "“This is the best thing we have ever built,” said Jonas Weil.",
            "“It is the best product that we've ever built,” Jonas Weil said.",
        ),
        (
            "“Nobody was listening to the engineers any more,” Sofia Lindgren wrote.",
            "“No one listened to engineers any more,” wrote Sofia Lindgren.",
        ),
    ),
    "owner": (
        (
            "More than 1,200 Quartz machines are in service in 19 countries.",
            "Lumina has 1,200 customers in 19 countries.",
        ),
        (
            "Lumina postponed an order of 4,000 ports, worth some €140 million.",
            "Lumina has put off an order for 4,000 switches worth around €140 million.",
        ),
        ("Lumina has 2.4 million users.", "The app of Corvin Labs has 2.4 million users."),
        ("Tamarin 2 has been downloaded 340,000 times.", "Tamarin 1 has been downloaded 340,000 times."),
    ),
    "identity": (
        (
            "Marta Oyelaran, who leads the laboratory, was calm.",
            "Martha Oyelaran, who leads the laboratory, was calm.",
        ),
        (
            "The Bureau for Rail Safety opened an inquiry into Lumina in May.",
            "The Bureau for Rail Security opened an inquiry into Lumina in May.",
        ),
    ),
}

LOOKS: Final[tuple[tuple[str, str], ...]] = (
    ("Lumina will keep the service free.", "Two managers said that Lumina will not sell the service."),
    ("Lumina will not keep the service free.", "Lumina will not keep the service free, two managers said."),
    ("Lumina will keep the service free.", "Two managers said that Lumina will not comment."),
    ("Lumina will keep the service free.", "Lumina will not say whether it will keep the service free."),
    (
        "Irena Novak is succeeded by Jonas Weil.",
        "Jonas Weil, who was acting head of tests in 2019, likes tea. Irena Novak left.",
    ),
    (
        "Lumina said that Jonas Weil succeeds her.",
        "Until a successor is found, Pavel Orlov is acting director of Lumina.",
    ),
    ("Pavel Orlov has left Lumina.", "Pavel Orlov stays at Corvin Labs, which he joined in May."),
    ("Pavel Orlov will leave Lumina in June.", "Pavel Orlov is staying until the end of June."),
    ("Quartz 3 is available under Apache 2.0.", "Quartz 3 is under the Apache licence."),
    ("Quartz 3 is available under Apache 2.0.", "The Otter van uses software under the MIT licence."),
    ("Quartz 3 is available under Apache 2.0.", "Quartz 3 was under the MIT licence and moved to Apache 2.0 in May."),
    ("Nobody was injured, Lumina said.", "Insurers fear that somebody could be hurt one day."),
    ("Officially the plant is called Otter Works. It stands in Ghent.", ASIDE),
    ("Jonas Weil likes tea.", "Not Lumina but Corvin Labs built the pump."),
    ("Delta Ventures holds 34 per cent of the shares.", "Delta Ventures fell 12 per cent on Monday."),
    (
        "Delta Ventures holds 34 per cent of Lumina.",
        "Delta Ventures holds more than a third, 34 per cent, of Lumina.",
    ),
    ("Corvin Labs offered 12 euros a share for Lumina.", "Corvin Labs bought a mill for 3 million euros."),
    ("Lumina held talks with the union.", "“Lumina is not for sale,” said Irena Novak."),
    ("The Otter van ships on 3 May.", "The Otter van cannot ship before 1 May."),
    ("The Otter van was tested on 3 May.", "The Otter van will not come before August."),
    (
        "“We built the pump in a shed by the river,” said Irena Novak.",
        "“We built the bridge in a year of storms,” said Jonas Weil.",
    ),
    ("Harrow Optics has 640 customers in Spain.", "Harrow Optics serves 900 customers in Peru."),
    ("Harrow Optics employs 230 people.", "Harrow Optics has lost 40 people."),
    ("Harrow Optics employs 230 people, 40 of them in Ghent.", "Harrow Optics employs 230 people."),
    ("Founded in 2027, Harrow Optics builds lenses.", "Jonas Weil, who joined in 2029, runs Harrow Optics."),
    ("Harrow Optics was founded in 2027.", "Harrow Optics started a shop in 2029."),
    ("The Quartz 3 lasts 30 hours on a charge.", "The Quartz 3 charges in 2 hours."),
    ("Lumina has 1,200 customers.", "Lumina has 1,200 chairs in its hall."),
    ("Brackwater Systems employs 410 people.", "Brackwater Systems employs more than 400 people."),
    ("Brackwater Systems made £12 million last year.", "Brackwater Systems made £19 million in 2019."),
    ("Tamarin 2 costs $40 a month.", "Tamarin 2 costs $400 a year."),
    ("Jonas Weil left on 3 March.", "Jonas Weil announced his departure in March."),
    ("Lumina did not answer questions.", "Lumina said that it was sorry."),
    ("Irena Novak is the chief executive of Lumina.", "Irena Novak, who runs Lumina, spoke."),
    (
        "“This is the best thing we have ever built,” said Jonas Weil.",
        "“The best thing we have ever built,” Jonas Weil called it.",
    ),
    ("Tamarin 2 reads 256,000 tokens.", "Tamarin 1 reads 128,000 tokens."),
    ("Four engineers left Lumina.", "Four engineers and a lawyer left Lumina."),
    ("Lumina denied the report of a newspaper in 2019.", "Irena Novak likes tea and soup."),
    ("Lumina cut 120 jobs in May.", "Lumina hired 200 people in June."),
    ("Jonas Weil said that the pump was old.", "Irena Novak said that the pump was loud."),
    ("Irena Novak will leave the company at the end of June.", "Irena Novak has decided. Her last day is 28 June."),
    ("Jonas Weil, 58, was retiring. Lumina spoke of 28 vans.", ASIDE),
    ("Lumina would not say whether it keeps its 210 robots.", "Lumina keeps its 210 robots."),
    (
        "The revenue of Harrow Optics rose by 24 percent in 2031.",
        "The revenue of Harrow Optics rose by 31 percent in 2033.",
    ),
)
