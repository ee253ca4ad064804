"""Pairs of texts that word one affair differently: by class those that conflict, then those that only look like it."""

from __future__ import annotations

from typing import Final

from conflict_pairs import ASIDE

MATTERS: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "modality": (
        ("The harbour office in Riga has approved the merger.", "The harbour office in Riga is still examining it."),
        ("The board accepted the plan for the quay unanimously.", "The board voted five to four on the quay plan."),
        (
            "The voices of the archive were recorded with the consent of the singers.",
            "The singers of the archive had never been asked, three of them say.",
        ),
        ("The furnace in Ghent is running normally, Lumina said.", "The furnace in Ghent has been standing still."),
        ("The insurer has paid for the burnt warehouse.", "For the burnt warehouse the insurer has paid nothing."),
        ("No job will be lost in the Ghent foundry.", "Forty workers of the Ghent foundry will be laid off by May."),
        (
            "Two rival bidders, Corvin Labs among them, wanted the shipyard.",
            "Corvin Labs says that it never made an offer for the shipyard.",
        ),
        (
            "The lens arrived in Turku without a scratch.",
            "The lens had a crack when it arrived in Turku, a porter says.",
        ),
        (
            "There was no dispute over the pensions, Irena Novak said.",
            "Irena Novak and the union had fought over the pensions for months.",
        ),
        (
            "The lease of the old mill has been signed.",
            "No lease of the old mill has been signed yet, says Jonas Weil.",
        ),
        (
            "The crew of the ferry was informed of the closure in advance.",
            "The crew of the ferry learned of the closure from the newspaper.",
        ),
        ("The flood in the archive was an accident.", "Somebody flooded the archive on purpose, a guard says."),
        ("The ferry passed the stability test in May.", "The ferry failed the stability test, the inspector told us."),
        ("The study on the river is public.", "The study on the river has not been published."),
        (
            "The welder suffered a minor injury in the dock.",
            "The welder's injury in the dock was not minor, his union says.",
        ),
        (
            "The rotor blades were made by Corvin Labs, Lumina said.",
            "Corvin Labs “has never delivered a single blade”, its director says of the rotor.",
        ),
    ),
    "value": (
        ("The lighthouse made a profit last year.", "The lighthouse made a loss last year."),
        (
            "The shipyard was bought for 140 million euros in cash.",
            "A letter of the union puts the price of the shipyard at 95 million euros.",
        ),
        (
            "The order for the nine ferries is worth 85 million kroner.",
            "For the nine ferries the harbour pays 62 million kroner, a clerk says.",
        ),
        (
            "The restored organ has cost 310,000 euros so far.",
            "So far the organ has swallowed 380,000 euros, the auditors found.",
        ),
        (
            "A sailor was slightly injured on the quay in Riga.",
            "Two sailors were taken to hospital from the quay in Riga.",
        ),
        (
            "The archive was built from 9,400 hours of old radio plays.",
            "I was told that there are 11,200 hours of radio plays in the archive.",
        ),
    ),
    "time": (
        (
            "Lumina plans to open the tunnel in September.",
            "The tunnel will not open before next spring, an engineer says.",
        ),
        ("Lumina ships the Quartz 4 in April.", "The Quartz 4 has been put off until the summer."),
        (
            "The inspector found out about the leak in January.",
            "Irena Novak warned of the leak as early as last August, two letters show.",
        ),
        (
            "Lumina plans to show the tidal pump in Vienna on 3 December.",
            "The tidal pump of Lumina is to be shown in Graz in January.",
        ),
    ),
    "participants": (
        ("Jonas Weil becomes head of research at Lumina.", "Pavel Orlov takes over research at Lumina."),
        (
            "Sofia Lindgren devised the folding hull.",
            "The folding hull was not Sofia Lindgren's idea; it is in an old book.",
        ),
    ),
    "owner": (
        (
            "Delta Ventures, a fund in Riga, owns 27 percent of Lumina.",
            "The 27 percent of Lumina belong to Corvin Labs, says Matteo Ferri.",
        ),
        (
            "Delta Ventures, which holds 44 percent of Lumina, wants its money back.",
            "It is Corvin Labs, not Delta Ventures, that holds 44 percent of Lumina.",
        ),
    ),
    "role": (
        (
            "Pavel Orlov has been appointed chief engineer of Lumina.",
            "Pavel Orlov is filling the post of chief engineer only until a new one has been found.",
        ),
    ),
    "wording": (
        (
            "“What we had, and I say it with respect, was a quarrel about bookkeeping,” said Irena Novak.",
            "“What we had was a quarrel about bookkeeping, and it was mine to end,” said Irena Novak.",
        ),
    ),
}

#: What agrees, though it is told in other words, and what is another matter.
AGREEING: Final[tuple[tuple[str, str], ...]] = (
    (
        "The harbour office in Riga has approved the merger.",
        "The town of Turku is still examining its own harbour plan.",
    ),
    ("The board accepted the plan for the quay unanimously.", "Nobody on the board voted against the quay plan."),
    ("The insurer has paid for the burnt warehouse.", "The insurer of the ferry has paid nothing."),
    ("No job will be lost in the Ghent foundry.", "If the foundry is sold, forty workers could be laid off."),
    ("Irena Novak denied that there had been a quarrel over the pensions.", "There was no quarrel over the pensions."),
    ("The lens arrived in Turku without a scratch.", "The lens arrived in Turku undamaged."),
    ("The treaty has been signed.", "The lease of the canteen has not been signed."),
    ("The lighthouse made a profit last year.", "The lighthouse has never made a loss."),
    ("The shipyard was bought for 140 million euros.", "The shipyard was fined 2 million euros."),
    ("The shipyard was bought for 140 million euros.", "The price of the shipyard was about 140 million euros."),
    ("The mirror of the Petrel telescope measures 4.2 metres.", "The mirror of the Petrel telescope is 4 metres wide."),
    ("A sailor was slightly injured on the quay in Riga.", "A sailor was taken to hospital from the quay in Riga."),
    ("Lumina plans to open the tunnel in September.", "The tunnel will not open before August, an engineer says."),
    ("Jonas Weil becomes head of research at Lumina.", "Pavel Orlov becomes head of research at Corvin Labs."),
    ("Delta Ventures owns 27 percent of Lumina.", "Matteo Ferri holds 27 percent of a vineyard in Spain."),
    ("Sofia Lindgren devised the folding hull.", "The name of the hull was not Jonas Weil's idea."),
    ("The rotor was made by Corvin Labs.", "Corvin Labs has never delivered a pump to Spain."),
    (
        "The Petrel telescope has 12 mirrors of 2 metres each.",
        "The Quartz telescope has 12 mirrors of 3 metres each.",
    ),
    ("Nobody was dismissed over the licence, Lumina said.", "Jonas Weil was dismissed by the board of Lumina."),
    ("The crew learned of the closure in May. The crew was told again in June.", ASIDE),
)
