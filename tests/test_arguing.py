"""What a sentence of raw text argues, in many wordings: every class with sentences that are of it and that are not."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from briefwright.codebook import load_codebook
from briefwright.extract import extract
from briefwright.language import available, grammar
from briefwright.model import EntityKind
from briefwright.names import Gazetteer, name_key
from reading import passage

pytestmark = pytest.mark.skipif(not available(), reason="no statistical language model is installed here")
CODEBOOK = load_codebook()
KINDS: Mapping[EntityKind, tuple[str, ...]] = {
    "organisation": ("Orrin", "Halden Labs", "Vossberg", "Sagiri"),
    "model": ("Lumen 4",),
    "product": ("Skein",),
    "person": ("Ada Lindqvist", "Mira Sethi"),
}
GAZETTEER = Gazetteer(
    kinds={name_key(n): kind for kind, names in KINDS.items() for n in names}, people={"lindqvist": ("ada lindqvist",)}
)
LETTER = {"risk": "r", "scenario": "s", "recommendation": "a", "uncertainty": "u"}


def argued(text: str, heading: str) -> list[str]:
    """The letter of what each sentence argues (risk, scenario, advice, uncertainty), "-" for nothing."""
    cited = passage(text)
    found = extract(cited, GAZETTEER, CODEBOOK, {}, None, grammar, None, heading)
    return [
        next((LETTER[f.kind] for f in found if f.sentence == one and f.kind in LETTER), "-") for one in cited.sentences
    ]


@pytest.mark.parametrize(
    ("text", "heading", "wanted"),
    [
        (
            "There are three roads for Orrin. Orrin may repair the machines and return to the market. Or the "
            "repairs drag on and the lab is sold. Or, and this is likeliest, the name disappears.",
            "",
            "- s/r s/r s/r",
        ),
        (
            "Three things could happen. The panel might clear the lab. It might find that consent was "
            "missing. Or the quarrel will be settled behind a curtain.",
            "",
            "- s/r s/r s/r",
        ),
        (
            "Two outcomes are conceivable. In the better case, Vossberg pays and the bulletin stays free. In "
            "the worse one, the boats switch off their sensors.",
            "",
            "- s s/r",
        ),
        ("Several paths lie open. Halden Labs could merge with Orrin. Perhaps a bank buys the whole.", "", "- s s"),
        (
            "Four futures are possible for Skein. Either the foundation takes it over, or nobody does. At "
            "worst, the code is lost.",
            "",
            "- s s/r",
        ),
        ("It is conceivable that Vossberg buys the whole.", "", "s"),
        ("It is quite possible that Orrin opens the weights next year.", "", "s"),
        ("One can imagine that Halden Labs goes its own way.", "", "s"),
        ("Should the ombudsman find fault, Ada Lindqvist would be asked to step aside.", "", "s/r"),
        ("They described the support as conditional: should the court refuse, the deal would fall.", "", "s/r"),
        (
            "Two people said the backing was conditional: ought to the court discover fault, she could be "
            "requested to go.",
            "",
            "s/r",
        ),
        ("If the cooperatives lose the free bulletin, a quarrel can hardly be avoided.", "", "r/s"),
        ("4If the lab loses its data, a quarrel can hardly be avoided.", "", "r/s"),
        ("Were Orrin to sell, the boats would switch off the sensors.", "", "s/r"),
        ("Had Orrin waited, the parts would have been ready.", "", "-"),
        ("Unless the parts arrive by May, Orrin will miss the season.", "", "r/s"),
        ("Without the grant, Halden Labs would have to close two sites.", "", "r/s"),
        ("A recall of the model could wipe out as much as 40% of sales.", "", "r"),
        ("A second fire may cost the lab its licence.", "", "r"),
        ("The real danger is not the battery. It is that the next engineer may stay silent.", "", "- r"),
        ("The main worry is not the price. It is that nobody will maintain the code.", "", "- r"),
        ("The risk is that customers walk away.", "", "r"),
        ("There is no danger to users.", "", "-"),
        ("The biggest threat to Skein is not a rival.", "", "-"),
        ("The danger is that buyers lose patience.", "", "r"),
        ("Orrin faces a fine of up to 4 million euros.", "", "-"),
        ("Orrin could face a fine of 4 million euros.", "", "r"),
        ("The lab could run out of money by June.", "", "r"),
        ("Talent is the second worry: the team is being courted from all sides.", "", "r"),
        ("The Office of Product Dangers said it had received 17 complaints.", "", "-"),
        ("The Risk Institute moved to Oslo.", "", "-"),
        (
            "Mira Sethi had warned in a lecture: “A robot that sees well and is powered badly is a "
            "well-informed fire.”",
            "",
            "-",
        ),
        ("Ada Lindqvist warned that the code could leak.", "", "r"),
        ("The group decided whether a model may leave the house.", "", "-"),
        ("It was not clear whether Lumen 4 could be postponed.", "", "u"),
        ("Companies on version 3 should migrate before December.", "", "a"),
        ("And Orrin should at last lay open what a forecast costs.", "", "a"),
        ("Universities should refuse to ship a single byte.", "", "a"),
        ("Somebody should write down how the step works.", "", "a"),
        ("Regulators should finally demand a register of objections.", "", "a"),
        ("Whoever buys a robot should ask who tests it.", "", "a"),
        ("Every lab should print its error bars.", "", "a"),
        ("Parents should not leave the robot alone with children.", "", "a"),
        ("Nobody should rely on a single supplier.", "", "a"),
        ("You should test both.", "", "a"),
        ("The wind data should not be used for drones.", "", "a"),
        ("The weights should be treated as public.", "", "a"),
        ("The assembly could simply write MPL into the statutes.", "", "a"),
        ("Orrin might want to explain its numbers.", "", "a"),
        ("Why not publish the numbers?", "", "-"),
        ("Let's wait for the audit.", "", "a"),
        ("It would be better to wait.", "", "a"),
        ("My proposal stands: we move to the new foundation before May.", "", "a"),
        ("Support ends on 31 December; please move before that.", "", "a"),
        ("And whoever still has admin rights: rotate the tokens now.", "", "a"),
        ("Download Lumen 4 and its licence text today.", "", "a"),
        ("Archive the weights while they are online.", "", "a"),
        ("Mirror the repository this week.", "", "a"),
        ("Rotate your keys.", "", "a"),
        ("Label the tubes.", "", "a"),
        ("Users can safely wait for the next version.", "", "-"),
        ("Lumen 4 should reach users in May.", "", "-"),
        ("The new chips should be ready by June.", "", "-"),
        ("The update should cut costs by a third.", "", "-"),
        ("Orrin should know more by Friday.", "", "-"),
        ("The parts should have arrived in May.", "", "-"),
        ("Then you should ask him what he meant.", "", "-"),
        ("Ask me on the 21st of June.", "", "-"),
        ("Ada Lindqvist said she should have acted earlier.", "", "-"),
        ("Orrin must pay a fine of 3 million euros.", "", "-"),
        ("Report a problem — All releases — Imprint", "", "-"),
        ("Sagiri disputes this.", "", "-"),
        ("Neither has said where they are headed.", "", "u"),
        ("No permanent successor to Ada Lindqvist has been named.", "", "u"),
        ("It isn't clear whether she will join another lab.", "", "u"),
        ("It wasn't instantly recognized who would lead the group.", "", "u"),
        ("The company would not tell us who decides.", "", "u"),
        ("Not decided: who pays for the machines after March.", "", "u"),
        ("For the weights it is NOT settled.", "", "u"),
        ("What I don't know: who pays for the farm after June.", "", "u"),
        ("Whether he jumped or fell, nobody at the company will say.", "", "u"),
        ("Nobody at Orrin would say when.", "", "u"),
        ("The company does not publish what the sensors cost.", "", "u"),
        ("Orrin does not disclose its sales.", "", "u"),
        ("Whether she wants the job is another question, and she isn't telling.", "", "u"),
        ("Will the bulletin stay free? It's anyone's guess.", "", "- u"),
        ("The FAQ is silent on internal use.", "", "u"),
        ("How long the tests lasted remains a secret.", "", "u"),
        ("Why the deal failed has never been explained.", "", "u"),
        ("Orrin left open when the model will arrive.", "", "u"),
        ("The price has not been set.", "", "u"),
        ("Details were not available.", "", "u"),
        ("Orrin's plans for the site are a closely kept secret.", "", "u"),
        ("The reason is anybody's guess.", "", "u"),
        ("Orrin has yet to name a successor.", "", "u"),
        ("Orrin named a successor.", "", "-"),
        ("Ada Lindqvist explained the reason.", "", "-"),
        ("The lab is known for its care.", "", "-"),
        ("The best forecast has lost its author, and most buyers have not noticed.", "risk", "-"),
        ("The boats could quit.", "risk", "r"),
        ("Second, budget for a trial.", "recommendation", "a"),
        ("We would wait.", "recommendation", "a"),
        ("Wait for the audit.", "recommendation", "a"),
        ("Orrin will be sold by autumn.", "scenario", "s/r"),
        ("By early May there were nine or eleven injured.", "", "-"),
        ("In May the lab lost two engineers.", "", "-"),
        (
            "Should Orrin leave the 480,000 hours of recordings open, Vossberg will remain the address for "
            "researchers.",
            "",
            "s/r",
        ),
        ("He paid for the machines and, let's be frank, shouted at her.", "", "-"),
        ("On May 14 Orrin announced that Ada Lindqvist had stepped down and left the lab.", "risk", "-"),
        ("The team is losing people.", "risk", "r"),
        ("The lab has published its numbers.", "", "-"),
        ("The price of Lumen 4 is set at $3.", "", "-"),
        ("Orrin keeps a copy of the weights.", "", "-"),
        ("Use of Lumen 4 is free.", "", "-"),
        ("Test results are in the annex.", "", "-"),
        ("Keep calm and carry on, the lab said.", "", "-/a"),
        ("Orrin says that users should update the firmware.", "", "a"),
        ("Orrin said the new chips should land in May.", "", "-"),
        ("She should know.", "", "-"),
        ("They should be home by now.", "", "-"),
        ("The court said Orrin should pay 3 million euros.", "", "-/a"),
        (
            "Should one of the big clouds adopt Skein, Vossberg will lose its best argument.",
            "",
            "s/r",
        ),
        (
            "Should none of them bother, the fork may starve.",
            "",
            "s/r",
        ),
        (
            "I don't buy the talk, and neither should you.",
            "",
            "-",
        ),
        (
            "Learn more at www.orrin.example.",
            "",
            "-",
        ),
        (
            "Write to tips@courier.example",
            "",
            "-",
        ),
        (
            "Try it free for 30 days.",
            "",
            "-",
        ),
        (
            "Update, 4:40 pm: Added comment from Orrin.",
            "",
            "-",
        ),
        (
            "Rumors that Vossberg is selling its stake couldn't be confirmed.",
            "",
            "u",
        ),
        (
            "Where she will turn up, I could not find out.",
            "",
            "u",
        ),
        (
            "I can't give you a date, because I haven't got one.",
            "",
            "u",
        ),
        (
            "1. The quiet fix. The board names a new chief from outside by August and nobody remembers.",
            "scenario",
            "- s/r",
        ),
        (
            "- The slow leak. Another ten researchers leave over the summer and the fund starts to look for a buyer.",
            "scenario",
            "- s/r",
        ),
        (
            "The biggest danger is a different one. What others might learn is that a safety group can be ignored.",
            "",
            "- r",
        ),
        (
            "Nobody could tell me whether the file can be read, and until somebody does I wouldn't upgrade anything.",
            "",
            "a/u",
        ),
        ("“Ask the door.”", "", "-"),
        ("Its weights may be downloaded free of cost.", "", "-"),
    ],
)
def test_each_sentence_argues_what_it_says_and_no_more(text: str, heading: str, wanted: str) -> None:
    got, asked = argued(text, heading), wanted.split()
    assert len(got) == len(asked) and all(one in either.split("/") for one, either in zip(got, asked, strict=True))
