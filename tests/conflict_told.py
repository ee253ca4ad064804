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
    ),
    "time": (
        ("Officially Irena Novak remains until the end of May. In fact her office will be empty on the 9th.", ASIDE),
        (
            "Deliveries of the Otter van will resume on 1 December.",
            "The Otter van will not come before February, two dealers say.",
        ),
        ("The Otter van ships on 3 May.", "There will be no Otter van before August, say dealers."),
    ),
    "participants": (
        (
            "The tests will be led by Jonas Weil.",
            "It is not Jonas Weil, as announced, but Pavel Orlov who leads the tests.",
        ),
    ),
    "scope": (
        ("Shipments of the Otter van to Asia are suspended.", "All deliveries of the Otter van have been halted."),
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
    ("Delta Ventures holds 34 per cent of Lumina.", "Delta Ventures holds more than a third, 34 per cent, of Lumina."),
    ("Corvin Labs offered 12 euros a share for Lumina.", "Corvin Labs bought a mill for 3 million euros."),
    ("Lumina held talks with the union.", "“Lumina is not for sale,” said Irena Novak."),
    ("The Otter van ships on 3 May.", "The Otter van cannot ship before 1 May."),
    ("The Otter van was tested on 3 May.", "The Otter van will not come before August."),
    (
        "“We built the pump in a shed by the river,” said Irena Novak.",
        "“We built the bridge in a year of storms,” said Jonas Weil.",
    ),
)
