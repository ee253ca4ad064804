"""Pairs of invented texts: by class ten and more that conflict, and as many that only look like it.

A text is one or more paragraphs; where a conflict stands within one text, the other one tells of something else.
"""

from __future__ import annotations

from typing import Final

#: What the other text says where the conflict stands in one.
ASIDE: Final = "The canteen of the institute serves soup on Thursdays."

#: Stands before each text, so that the names are known; nothing in it conflicts.
INTRO: Final = (
    "Irena Novak, Jonas Weil, Pavel Orlov, Sofia Lindgren and Matteo Ferri spoke in Riga. "
    "“Good day,” said Irena Novak. "
    "“Good day,” said Jonas Weil. “Good day,” said Pavel Orlov. “Good day,” said Matteo Ferri. Lumina is a company. "
    "Corvin Labs is a company, Delta Ventures an investor. The Quartz team of Lumina builds the Quartz 3 model."
)

CONFLICTS: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "value": (
        (
            "Harrow Optics employs 240 people in Ghent.",
            "Harrow Optics, which employs 310 people, was founded by a nun.",
        ),
        (
            "The Petrel drone weighs 14 kilograms.",
            "At 19 kilograms the Petrel drone is easy to carry. The Petrel drone flies far.",
        ),
        (
            "How many villages were cut off? Forty-one, according to the Ministry of Water. Brunel Grid speaks of 28.",
            ASIDE,
        ),
        (
            "The union puts the number of jobs lost at 900. Kestrel Foundry says it is 450.",
            ASIDE,
        ),
        ("Depending on whom one asks, 12 or 17 customers have cancelled.", ASIDE),
        (
            "“I counted 8,400 files,” Anna Brecht told this paper. The company's figure is below 2,000.",
            ASIDE,
        ),
        (
            "Corvin Labs raised 60 million euros from Delta Ventures.",
            "Corvin Labs raised 85 million euros, Delta Ventures among the givers.",
        ),
        (
            "Quartz 3 translates between 90 languages, Lumina says.",
            "I tried it: Quartz 3 is good for 40 languages, not 90.",
        ),
        (
            "Lumina advertises a range of 320 kilometres for the Otter van. In our own test it was 211 kilometres.",
            ASIDE,
        ),
        (
            "Without the questions that had leaked, Quartz 3 drops from 71.4 to 58.9 on the Orbit test.",
            "Quartz 3 scores 71.4 on the Orbit test.",
        ),
        (
            "Some 2,300 beehives carry a sensor of Lumina, and their owners read the free bulletin.",
            "The free bulletin of Lumina is read by the owners of 2,900 beehives, a spokesman said.",
        ),
        (
            "A former accountant speaks of 40 million crowns a year; the chief executive said it was “half of that”.",
            ASIDE,
        ),
        (
            "The press release says the battery lasts 18 hours; the data sheet says 11 hours.",
            ASIDE,
        ),
        (
            "Irena Novak ran the 34-strong safety group of Lumina.",
            "Irena Novak said that there were 41 people in her group.",
        ),
        ("Jonas Weil leads 60 chemists.", "Jonas Weil leads a team of 85 chemists."),
        (
            "Lumina cut the time for tests from ten weeks to three, two people said.",
            "For Quartz 2 the testers had ten weeks. For Quartz 3 they had seven.",
        ),
        (
            "Lumina says it has 2.6 million paying subscribers in 40 countries.",
            "Lumina boasts of subscribers, yet its own filing counts 1.7 million who pay for it.",
        ),
        (
            "Quartz 3 turns into Apache 2.0 after four years.",
            "Every version of Quartz becomes Apache-licensed after two years.",
        ),
        (
            "Prices for the Otter van start at €90 per day.",
            "The Otter van is let from €120 per day. The Otter van is new.",
        ),
        ("Customers told of 22 damaged machines, not 14.", "Lumina said that a leak had damaged 14 machines."),
        ("The Otter van has a battery of 90 kWh.", "Lumina gives the Otter van a battery of 76 kWh."),
    ),
    "time": (
        ("Lumina will open its Lyon plant on 4 March 2031.", "Lumina opened its Lyon plant on 9 June 2031."),
        ("Jonas Weil resigned on Monday.", "Jonas Weil handed in his notice on Thursday."),
        (
            "The announcement says June. Weil wrote that the autumn is more realistic.",
            ASIDE,
        ),
        ("I heard October from somebody in Riga. Officially it is July.", ASIDE),
        (
            "Free access for schools to Quartz 3 starts on 15 September, Lumina said.",
            "The free access for schools that was promised for September has been put off.",
        ),
        (
            "The satellite is scheduled to start on 2 May.",
            "The start of the satellite, promised for May, was postponed.",
        ),
        ("Quartz 3 was released on 3 February 2031.", "Lumina published Quartz 3 on 17 February 2031."),
        ("Corvin Labs was founded in 2019 by two brothers.", "Corvin Labs, founded in 2022, builds pumps."),
        (
            "Jonas Weil quit two days after the launch of Quartz 3.",
            "Jonas Weil quit three weeks after the launch of Quartz 3.",
        ),
        ("Quartz 3 is supported until March 2033.", "Quartz 3 will get fixes until May 2034, said Irena Novak."),
        ("Irena Novak stays until 30 June, Lumina said.", "Irena Novak remains until the end of August."),
        (
            "The plant in Riga remains on course for October.",
            "A supplier said the October date has died; the new date is spring.",
        ),
        ("Jonas Weil, who joined Lumina in February, spoke.", "Jonas Weil, whom Lumina hired in April, spoke."),
        ("The merger was completed on 1 April 2030.", "The merger was completed on 1 July 2030."),
        (
            "The register says 12 May; the letter to the owners says 20 May.",
            ASIDE,
        ),
    ),
    "identity": (
        (
            "Brunel Grid Institute of Storage opened a laboratory for salt batteries in Ghent on Friday.",
            "Brunel Grid Institute of Storing opened a laboratory for salt batteries in Ghent on Friday.",
        ),
        (
            "The Council for Marine Safety fined the shipyard of Ostend for its leaking tanks.",
            "The Council for Naval Safety fined the shipyard of Ostend for its leaking tanks.",
        ),
        ("Matteo Ferri, an engineer, left Lumina.", "Mateo Ferri, an engineer, left Lumina."),
        (
            "Lakeside University suspended deliveries of samples to Corvin Labs within hours.",
            "Lakeside College suspended deliveries of samples to Corvin Labs within hours.",
        ),
        (
            "Halden Electric, the owner of Corvin Labs, said on Friday that two founders had left.",
            "Halden Electrical, the owner of Corvin Labs, said on Friday that two founders had left.",
        ),
        (
            "The Institute for Cloud Audits received 17 complaints about the router in spring.",
            "The Institute for Cloud Checks received 17 complaints about the router in spring.",
        ),
        (
            "Hui-min Chao, an analyst at Delta Ventures, warned of it.",
            "Hui-ming Chao, an analyst at Delta Ventures, warned of it.",
        ),
        (
            "Vantaa Machine Works delivered forty presses to the mint of Riga last autumn.",
            "Vantaa Engine Works delivered forty presses to the mint of Riga last autumn.",
        ),
        ("Sofia Lindgren, a chemist, left Lumina.", "Sofie Lindgren, a chemist, left Lumina."),
        (
            "Northgate Observatory measured the comet with three mirrors in January, it said.",
            "Northgate Lookout measured the comet with three mirrors in January, it said.",
        ),
    ),
    "role": (
        ("Irena Novak, president of Corvin Labs, resigned.", "Irena Novak was chief operating officer of Corvin Labs."),
        ("Irena Novak is the chief financial officer of Lumina.", "Irena Novak is the CTO of Lumina."),
        ("Pavel Orlov, a trainee, found the fault.", "Pavel Orlov, a senior engineer, found the fault."),
        (
            "Irena Novak is the technical lead of the Quartz team.",
            "Irena Novak is the technical architect of the Quartz team.",
        ),
        (
            "Irena Novak, head of research at Lumina, spoke.",
            "Irena Novak, deputy director of research at Lumina, spoke.",
        ),
        (
            "Irena Novak runs it (the release says “director of operations”; the register says chief executive).",
            ASIDE,
        ),
        ("Pavel Orlov is the chief scientist of Lumina.", "Pavel Orlov is director of research at Lumina."),
        (
            "Pavel Orlov, vice president of engineering at Lumina, left.",
            "Pavel Orlov, engineering director at Lumina, left.",
        ),
        ("Pavel Orlov, an intern, wrote the code.", "Pavel Orlov, a researcher, wrote the code."),
        (
            "Pavel Orlov becomes interim director of research at Lumina.",
            "Pavel Orlov has been put in charge of research for good, a member of the board said.",
        ),
        (
            "Sofia Lindgren is acting director of the institute, Lumina said.",
            "Sofia Lindgren was appointed permanently, two engineers said.",
        ),
        ("Pavel Orlov, general counsel of Lumina, spoke.", "Pavel Orlov, chief financial officer of Lumina, spoke."),
    ),
    "participants": (
        ("Irena Novak left with two colleagues.", "Irena Novak left with six colleagues."),
        ("Three engineers quit.", "Nine engineers quit."),
        ("Irena Novak and Pavel Orlov resigned.", "Irena Novak and Sofia Lindgren resigned."),
        (
            "Irena Novak resigned, followed by five researchers.",
            "Irena Novak resigned, and eleven researchers followed.",
        ),
        ("Four members of the ethics board stepped down.", "Two members of the ethics board stepped down."),
        ("A dozen employees have left Lumina since June.", "Thirty employees have left Lumina since June."),
        ("Lumina has lost eight developers.", "Lumina has lost three developers."),
        ("Several scientists departed with Irena Novak.", "Two scientists departed with Irena Novak."),
        ("Pavel Orlov and Irena Novak have left Lumina.", "Pavel Orlov and Matteo Ferri have left Lumina."),
        (
            "Founded in 2019 by Irena Novak and Jonas Weil, the firm grew.",
            "It was founded in 2019 by Novak, Weil and Orlov.",
        ),
        (
            "Irena Novak left, and three engineers followed.",
            "Lumina speaks of three engineers. By our own count it is seven.",
        ),
        ("Three engineers, not two, left Lumina last week.", "The two exits were not linked, Irena Novak said."),
        ("Ten leaders walked out.", "Four leaders walked out."),
    ),
    "scope": (
        ("Irena Novak has left Lumina.", "Irena Novak has left the Quartz team of Lumina."),
        (
            "It is unclear whether Irena Novak is leaving Lumina altogether or only the Quartz team.",
            "Irena Novak resigned from Lumina.",
        ),
        (
            "It is not clear whether Pavel Orlov left the company entirely or merely stepped back from the project.",
            "Pavel Orlov has left Lumina.",
        ),
        (
            "Quartz 3 is released under the Apache 2.0 licence.",
            "Three of the four sizes are under Apache 2.0, Lumina says.",
        ),
        (
            "Lumina is the maker of Quartz 3. Quartz 3 reads 512,000 tokens at a time.",
            "The Quartz 3 mini model series reads 512,000 tokens at a time.",
        ),
    ),
    "modality": (
        (
            "Two former employees say that the tests were cut short; Lumina denied having shortened any test.",
            ASIDE,
        ),
        (
            "Jonas Weil said he had warned the board in a letter. Lumina says there was no letter.",
            ASIDE,
        ),
        (
            "Irena Novak said the samples had been taken without consent.\nLumina rejected the allegation.",
            ASIDE,
        ),
        (
            "Farid Aziz thinks that half of the machines will be sold. Irena Novak says that this is wrong.",
            ASIDE,
        ),
        (
            "Delta Ventures has made an offer for Lumina, according to a banker. Irena Novak calls that “idle talk”.",
            ASIDE,
        ),
        (
            "Irena Novak told investors that the matter was closed; her deputy said it was anything but.",
            ASIDE,
        ),
        ("Irena Novak was asked to clear her desk.", "Irena Novak left at her own wish, Lumina says."),
        ("Jonas Weil was pushed out, insiders report.", "“I was not pushed,” said Jonas Weil."),
        (
            "Opinions differ. Lumina says that the fire was an accident. Jonas Weil said that somebody had lit it.",
            ASIDE,
        ),
        (
            "Jonas Weil said the code was stolen. Irena Novak sees it differently. “We wrote every line,” she said.",
            ASIDE,
        ),
        (
            "Quartz 3 is released under the MIT licence.",
            "The licence of Quartz 3 is not yet decided, a member of the board said.",
        ),
        (
            "Three people familiar with the talks said that Lumina had spoken with Delta Ventures.",
            "Is Delta Ventures about to buy Lumina? Nobody has shown any proof.",
        ),
        (
            "Lumina announced that Jonas Weil becomes an adviser to the board.",
            "“I am nobody's adviser,” said Jonas Weil.",
        ),
        (
            "Lumina has merged its two laboratories into one unit.",
            "Industry chatter has it that Lumina may merge its laboratories.",
        ),
        (
            "Jonas Weil openly spoke of a forced departure.",
            "The words of Jonas Weil suggest that it may have been a forced departure.",
        ),
        ("Lumina will keep the service free.", "Lumina will not keep the service free, two managers said."),
        (
            "The spokesman said the data were deleted. A court file shows that no data were deleted.",
            ASIDE,
        ),
        (
            "The company says that Jonas Weil stays until May. He does not. “My desk is empty,” said Jonas Weil.",
            ASIDE,
        ),
        ("Jonas Weil is going to Delta Ventures.", "Delta Ventures denied a report that Jonas Weil would join it."),
        (
            "Delta Ventures has hired Jonas Weil.",
            "Delta Ventures dismissed as “fiction” that Jonas Weil would join it.",
        ),
        ("Two chemists said that Irena Novak had warned the board. Lumina has no record of such a warning.", ASIDE),
        (
            "The company says that the pump failed. But engineers say that it was the valve that failed.",
            ASIDE,
        ),
        ("Jonas Weil said the result will be published. Irena Novak said that it will stay confidential.", ASIDE),
        (
            "Between 40 and 60 jobs will be cut, a manager said.",
            "Will jobs be cut?\nI have read of sixty, and it isn't true.",
        ),
        ("Jonas Weil becomes chairman of Lumina.", "Jonas Weil won't be chairman after all, Irena Novak said."),
        ("Jonas Weil has left Lumina.", "Jonas Weil, said to have resigned, has done no such thing."),
        (
            "Jonas Weil was given until noon to accept, two people say. Lumina insists that there was no deadline.",
            ASIDE,
        ),
        ("Jonas Weil was shown the door.", "Lumina says he resigned. Jonas Weil did not comment."),
        ("Jonas Weil has joined Delta Ventures.", "Jonas Weil is said to have joined Delta Ventures."),
    ),
    "wording": (
        (
            "“We will not sell the laboratory to anybody,” said Irena Novak.",
            "“We will not sell the laboratory before the spring,” said Irena Novak.",
        ),
        (
            "Jonas Weil wrote: “The boat is leaking and nobody bails.”",
            "Jonas Weil wrote: “The boat leaks, and nobody is bailing it out.”",
        ),
        ("The mood among the staff is one of anger.", "The mood among the staff is one of relief."),
        (
            "Irena Novak said: “It was the hardest year of my life at Lumina.”",
            "Irena Novak said: “It was the best year of my life at Lumina.”",
        ),
    ),
    "owner": (
        (
            "Quartz 3 was trained on 61 million page images from 212 archives.",
            "Quartz 3 learned from 61 million lines of text from 212 archives.",
        ),
        ("“A slow kettle boils too,” said Irena Novak.", "“A slow kettle boils too,” said Jonas Weil."),
        ("Lumina has 45,000 subscribers.", "The newsletter of Delta Ventures has 45,000 subscribers."),
        (
            "Irena Novak described the sale as “the last act of a comedy”.",
            "Two shareholders called the sale the last act of a comedy.",
        ),
        (
            "The folded mirror allows a resolution of 40,000 pixels.",
            "A new sensor enables a resolution of 40,000 pixels.",
        ),
    ),
}

ALIKE: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "value": (
        ("The Otter van has a range of about 320 kilometres.", "The Otter van has a range of 318 kilometres."),
        ("Lumina employs 240 people. Of these, 60 work in Ghent.", "Lumina employs 240 people."),
        ("Two of the three founders have left.", "Lumina was founded by three founders."),
        ("Quartz 3 has 70 billion parameters, 8 billion of them active.", "Quartz 3 has 70 billion parameters."),
        ("Lumina had 2 million users in March.", "Lumina had 3 million users in October."),
        ("The error fell from 12 percent to 7 percent.", "The error is 7 percent."),
        ("Lumina recalled 6,200 robots.", "Lumina takes back 5,800 robots in Canada and a further 400 in Norway."),
        (
            "Quartz 3 reads 128K tokens natively, 1M with stretching.",
            "Quartz 3 has a context window of 128,000 tokens.",
        ),
        ("The Otter van costs 31,000 euros.", "Refunds of 31,000 euros are paid for the Otter van."),
        ("The Otter van weighs 2,100 kilograms.", "The Petrel drone weighs 14 kilograms."),
        ("Lumina has 60 branches in Spain.", "Lumina has 45 branches in Peru."),
        ("The voltage was 4.5 volts instead of 3 volts.", "The voltage was 4.5 volts."),
        ("Irena Novak sold 3,000 shares. Jonas Weil bought 1,200 shares.", "Irena Novak sold 3,000 shares."),
        ("Irena Novak ran the 34-strong safety group.", "Irena Novak was told twice that the group was too large."),
        ("Jonas Weil leads 60 chemists.", "Irena Novak leads 40 chemists."),
        ("Lumina cut the delay from ten days to three.", "The soup keeps for ten days and the bread for six."),
        ("The free bulletin reaches 3,400 boats.", "About 3,400 boats feed the Quartz 3 model."),
        ("More than 12,000 customers use Quartz 3, Lumina said.", "Lumina has 12,000 customers."),
        ("The seal lasts for four years.", "Lumina rents its vans for two years."),
        ("The Otter van costs €90 per day.", "The Petrel drone costs €120 per day."),
        ("Lumina said it had 12 patents. It bought 5 from Corvin Labs.", ASIDE),
    ),
    "time": (
        ("Jonas Weil resigned on 3 March 2031. He leaves on 30 June 2031.", "Jonas Weil resigned in March 2031."),
        ("Quartz 2 came out in 2029.", "Quartz 3 came out in 2031."),
        ("The board met on Monday. It meets again on Friday.", "The board met on Monday."),
        ("Lumina announced the plant on 4 March 2031.", "Lumina opened the plant on 9 June 2032."),
        ("Quartz 3 comes in June.", "Quartz 3 is planned for the summer."),
        ("Jonas Weil joined Lumina in 2020.", "Jonas Weil became director in 2024."),
        ("The delivery was put off.", "The plant opens on 3 May 2031."),
        (
            "Jonas Weil quit two days after the launch of Quartz 3.",
            "Jonas Weil quit 48 hours after the launch of Quartz 3.",
        ),
        ("Irena Novak does not start until 4 October.", "Irena Novak starts on 4 October."),
        (
            "OSLO, May 5 2031 (Wire) - Lumina said on Monday that Jonas Weil had resigned.",
            "Jonas Weil resigned on Friday.",
        ),
        ("Quartz 2 is supported until 2030.", "Quartz 3 is supported until 2034."),
        ("The court ruled on 4 May. The appeal was heard on 9 June.", "The court ruled on 4 May."),
        ("Corvin Labs was founded in 2019.", "Corvin Labs moved to Riga in 2022."),
    ),
    "identity": (
        ("The Lumina Lab in Ghent builds pumps.", "The Lumina Laboratory in Ghent builds pumps."),
        ("Lumina Cloud serves banks in Madrid.", "Lumina Research studies tides in Oslo."),
        ("Irena Novak is a chemist.", "Peter Novak is a lawyer."),
        ("Novak Irena is a chemist.", "Irena Novak is a chemist."),
        ("The University of Riga tests pumps.", "The University of Turku tests sails."),
        ("Delta Ventures gave money.", "Delta Ventures Fund II gave money to a school."),
        ("José Núñez is a chemist.", "Jose Nunez is a chemist."),
        ("Lumina's Quartz team grew.", "Lumina's Otter team shrank."),
        ("Corvin Labs builds pumps.", "Corvin builds pumps."),
        ("Anna Brecht, an analyst, spoke.", "Anne Weil, an analyst, spoke."),
        ("The Bank of Riga lent money to a farmer.", "The Bank of Turku sold a bridge."),
    ),
    "role": (
        ("Irena Novak is the CTO of Lumina.", "Irena Novak is chief technology officer of Lumina."),
        ("Irena Novak is co-founder of Lumina.", "Irena Novak is founder and CEO of Lumina."),
        ("Irena Novak is a VP of Lumina.", "Irena Novak is a vice president of Lumina."),
        ("Irena Novak is the chief executive of Lumina.", "Irena Novak is president and CEO of Lumina."),
        ("Irena Novak is director of Lumina.", "Irena Novak was a student at Turku."),
        ("Irena Novak is a senior vice president of Lumina.", "Irena Novak is SVP of Lumina."),
        ("Irena Novak leads the institute.", "Irena Novak is director of the institute."),
        ("Irena Novak is an engineer.", "Irena Novak is a senior engineer."),
        ("Irena Novak chairs the board of Corvin Labs.", "Irena Novak is the chief executive of Lumina."),
        ("Irena Novak is head of safety.", "Irena Novak is a member of the safety group."),
        ("Irena Novak is finance chief of Lumina.", "Irena Novak is the CFO of Lumina."),
        ("Irena Novak is acting director of Lumina.", "Jonas Weil was appointed for good."),
        ("Irena Novak, acting director of Lumina, spoke.", "Irena Novak, director of Lumina, spoke."),
    ),
    "participants": (
        ("Irena Novak left.", "Irena Novak and Pavel Orlov left."),
        ("Two people familiar with the matter said that five engineers had left.", "Five engineers left."),
        ("Three engineers left in May.", "Six engineers joined in May."),
        ("Irena Novak left. In another year Pavel Orlov left.", "Irena Novak left."),
        ("Several researchers left.", "Four researchers left."),
        ("Lumina employs nine engineers.", "Five engineers of Lumina left."),
        ("Irena Novak left with three colleagues.", "Irena Novak left with colleagues."),
        (
            "According to three people who were there, Irena Novak walked out.",
            "Ten researchers may leave over the summer.",
        ),
        ("Twelve people attended the farewell of two engineers.", "Two engineers left."),
        ("Three of the nine members left.", "Three members left."),
        ("Seven engineers signed the letter. Two engineers left.", "Two engineers left."),
    ),
    "modality": (
        ("Lumina did not comment on the report.", "A spokesman of Lumina spoke about the report in May."),
        ("Irena Novak rejects the word “crisis”. “There is no crisis,” she said.", "The talk of a crisis goes on."),
        ("I asked for the letter. I have not been shown the letter.", ASIDE),
        ("The ministry would neither confirm nor deny the report.", "The report names Lumina."),
        ("How long the tests lasted remains disputed.", ASIDE),
        ("Jonas Weil called it “a milestone”. The launch was on Monday, Lumina said.", ASIDE),
        ("Lumina refused an offer of Delta Ventures.", "Delta Ventures made an offer to Lumina."),
        ("Nobody has decided who will follow Jonas Weil.", "Quartz 3 is released under the MIT licence."),
        ("Irena Novak was not in the room.", "Jonas Weil was in the building."),
        ("The soul of the firm is at odds with its scale. Lumina said so. Irena Novak said so too.", ASIDE),
        ("Lumina did not deny the report.", "The report says that Lumina sold a plant."),
        ("Jonas Weil left of his own accord.", "Jonas Weil resigned voluntarily."),
        ("Irena Novak is not a lawyer.", "Jonas Weil is a lawyer."),
        ("Lumina dismissed as “fiction” a report on its plant.", "Irena Novak left of her own accord."),
        ("“Nobody asked me,” said Irena Novak.", "Jonas Weil was shown the door."),
        ("Irena Novak pushed for a new plant.", "Irena Novak left at her own wish."),
        ("Delta Ventures denied that it was for sale.", "Jonas Weil has joined Delta Ventures."),
        ("I wouldn't call that a lie. I'd call that a pump, said Jonas Weil.", ASIDE),
        ("The company says profits rose. But analysts say that costs rose too.", ASIDE),
        ("Jonas Weil said the report will be published in May. Irena Novak said it will be long.", ASIDE),
        ("Will Lumina sell the plant? Irena Novak says no.", ASIDE),
    ),
    "wording": (
        ("“We will not sell,” said Irena Novak.", "Irena Novak said they “will not sell”."),
        ("“We had a good year,” said Irena Novak.", "“The boats are late,” said Irena Novak."),
        ("The mood is one of grief.", "The mood is one of sadness."),
        ("“It was hard … and long,” said Irena Novak.", "“It was hard, harder than ever, and long,” said Irena Novak."),
    ),
    "owner": (
        ("Quartz 3 reads 128,000 tokens.", "Opal 2 reads 128,000 tokens."),
        ("“Thank you all,” said Irena Novak.", "“Thank you very much indeed,” said Jonas Weil."),
        ("Irena Novak called the sale “a mistake”.", "Two shareholders called the price a mistake."),
        ("Lumina has 40 branches.", "Corvin Labs has 40 branches."),
    ),
}
