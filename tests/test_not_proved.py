"""Claims that a passage does not prove, in ways in which a hasty reader is led on: none is supported."""

from __future__ import annotations

import pytest

from briefwright import language
from briefwright.codebook import load_codebook
from briefwright.verify.entail import entails

pytestmark = pytest.mark.skipif(not language.available(), reason="no language model is installed")
CODEBOOK = load_codebook()

#: A line "P" has a passage, a line "F" what it does not prove.
TEXT = """
P Nimbus has put its Riga plant up for sale.
F Nimbus put its Oslo plant up for sale.
P Nimbus may put its plant up for sale.
F Nimbus put its plant up for sale.
P Nimbus let 40 people go in May.
F Nimbus will let 40 people go in May.
P Nimbus is to let 40 people go in May.
F Nimbus let 40 people go in May.
P Nimbus would quit the market if the tax rose.
F Nimbus quit the market.
P Nimbus could split its cloud unit off in June.
F Nimbus split its cloud unit off in June.
P Nimbus hopes to beat Orla.
F Nimbus beat Orla.
P Orla beat Nimbus in 2024.
F Nimbus beat Orla in 2024.
P Heron 3 has a 262,000-token context and Heron 2 one of 128,000 tokens.
F Heron 2 has a context of 262,000 tokens.
P Heron 3, the successor of Heron 2, has 27 billion parameters.
F Heron 2 has 27 billion parameters.
P Heron 3 uses linear and full attention layers in a 3:1 ratio.
F Heron 3 uses full and linear attention layers in a 3:1 ratio.
P Lin Wei, who led the Heron team, left; Bo Tan, who had led research, replaced him.
F Bo Tan led the Heron team.
P Lin Wei and Bo Tan, two of the five founders, left in May.
F Five founders left in May.
P Two of the five founders left in May.
F The founders left in May.
P Most engineers stayed.
F All engineers stayed.
P Nimbus said it had paid 4 million dollars; Orla said it had received 3 million.
F Orla received 4 million dollars.
P The union says 400 jobs will go, the company 300.
F The company says 400 jobs will go.
P The board dismissed Lin after he had criticised the chairman.
F The board dismissed Lin because he had criticised the chairman.
P After Lin left, two engineers resigned.
F Two engineers resigned before Lin left.
P Lin left before the model was released.
F The model was released before Lin left.
P Sales rose from 3 to 8 million pounds.
F Sales rose to 3 million pounds.
P Sales fell by 8 million pounds to 3 million.
F Sales fell by 3 million pounds.
P The loss narrowed from 14 to 11 million.
F The loss grew from 11 to 14 million.
P Nimbus denied that it had fired Lin.
F Nimbus fired Lin.
P Nimbus did not deny that it had fired Lin.
F Nimbus denied that it had fired Lin.
P Rossi did not say that the plant would close.
F Rossi said that the plant would close.
P Rossi said that the plant would not close.
F Rossi said that the plant would close.
P “We will never sell Riga,” Rossi told the Post.
F “We will never sell Riga,” the Post told Rossi.
P “We will never sell Riga,” Rossi told the Post.
F “We will sell Riga,” Rossi told the Post.
P Rossi praised Lin as “the best engineer we had”.
F Lin praised Rossi as “the best engineer we had”.
P The regulator fined Nimbus and warned Orla.
F The regulator fined Orla.
P The regulator fined Nimbus and warned Orla.
F The regulator warned Nimbus and fined Orla.
P Nimbus bought Orla's robot unit from Greyfriar.
F Greyfriar bought Orla's robot unit from Nimbus.
P Nimbus bought Orla's robot unit.
F Nimbus bought Orla.
P Nimbus sold a stake of 12 % in Orla.
F Nimbus sold Orla.
P Nimbus owns 12 % of Orla.
F Orla owns 12 % of Nimbus.
P A subsidiary of Nimbus, Cirro, makes the chip.
F Nimbus makes the chip.
P Cirro, a rival of Nimbus, makes the chip.
F Nimbus makes the chip.
P Former Nimbus chief Ada Lund now leads Cirro.
F Nimbus chief Ada Lund now leads Cirro.
P Ada Lund, then head of research, signed the contract in 2019.
F Ada Lund is head of research.
P Ada Lund will be head of research from June.
F Ada Lund is head of research.
P Ada Lund was to become head of research.
F Ada Lund became head of research.
P Ada Lund nearly became head of research.
F Ada Lund became head of research.
P Ada Lund was asked to become head of research.
F Ada Lund became head of research.
P Ada Lund turned down an offer to become head of research.
F Ada Lund became head of research.
P Ada Lund's predecessor, Kim Roe, left in May.
F Ada Lund left in May.
P Kim Roe's successor, Ada Lund, left in May.
F Kim Roe left in May.
P The chip needs at most 40 watts.
F The chip needs at least 40 watts.
P The chip needs about 40 watts.
F The chip needs exactly 40 watts.
P The chip needs up to 40 watts.
F The chip needs more than 40 watts.
P Nearly 40 people left.
F More than 40 people left.
P Fewer than 40 people left.
F 40 people left.
P Some 40 % of users left.
F Some 40 users left.
P Every fourth user left.
F Four users left.
P The model costs 2 dollars per million input tokens and 6 per million output tokens.
F The model costs 6 dollars per million input tokens.
P The model is free for research; companies pay 500 dollars a month.
F The model is free for companies.
P The small model is under MIT, the large one under a licence of its own.
F The large model is under MIT.
P Only the small model is open.
F The models are open.
P Not only the small model is open.
F The small model is not open.
P Nimbus withdrew the claim that the chip was faster than Orla's.
F The chip is faster than Orla's.
P Nimbus's claim that the chip is faster was refuted.
F The chip is faster.
P Tests showed that the chip is faster than Orla's, according to Nimbus.
F Tests showed that the chip is faster than Orla's.
P Whether the chip is faster than Orla's has not been tested.
F The chip is faster than Orla's.
P The plant will close unless the bank agrees.
F The plant will close if the bank agrees.
P The plant will close only if the bank refuses.
F The plant will close.
P In Riga, Nimbus hired 40 people and in Oslo it let 30 go.
F In Oslo Nimbus hired 40 people.
P Nimbus hired 40 people in Riga in 2024 and 30 in Oslo in 2025.
F Nimbus hired 30 people in Oslo in 2024.
P On Monday Lin left, on Tuesday the model appeared.
F The model appeared on Monday.
P Lin left on 3 March, a day after the model appeared.
F The model appeared on 3 March.
P Nimbus, which had lost Lin, hired Bo Tan from Orla.
F Orla hired Bo Tan from Nimbus.
P It was not Nimbus but Orla that left.
F Nimbus left.
P It was Orla, not Nimbus, that left.
F Nimbus left.
P Nimbus failed to sell the plant.
F Nimbus sold the plant.
P Nimbus refused to sell the plant.
F Nimbus sold the plant.
P Nimbus avoided selling the plant.
F Nimbus sold the plant.
P Nimbus considered selling the plant.
F Nimbus sold the plant.
P Nimbus was accused of selling the plant.
F Nimbus sold the plant.
P Nimbus was ordered to sell the plant.
F Nimbus sold the plant.
P Nimbus agreed to sell the plant.
F Nimbus sold the plant.
P The sale of the plant fell through.
F The plant was sold.
P The planned sale of the plant angered the union.
F The plant was sold.
P The union opposed the sale of the plant.
F The plant was sold.
P Talks about a sale of the plant began in May.
F The plant was sold in May.
P Reports of a sale of the plant were false.
F The plant was sold.
P Had Nimbus sold the plant, 300 jobs would have gone.
F Nimbus sold the plant.
P Were Nimbus to sell the plant, 300 jobs would go.
F 300 jobs would go.
P The plant, if sold, will close.
F The plant will close.
P Once sold, the plant will close.
F The plant will close.
P Ada Lund, not Kim Roe, signed the letter.
F Kim Roe signed the letter.
P Ada Lund signed the letter for Kim Roe.
F Kim Roe signed the letter.
P Ada Lund or Kim Roe signed the letter.
F Ada Lund signed the letter.
P Neither Ada Lund nor Kim Roe signed the letter.
F Ada Lund signed the letter.
P Besides Ada Lund, nobody signed the letter.
F Nobody signed the letter.
P Without Ada Lund, the team would not have won.
F The team did not win.
P Instead of Ada Lund, Kim Roe spoke.
F Ada Lund spoke.
P Lin put the loss at 40 million; the company put it at 20.
F The company put the loss at 40 million.
P The Post's claim that Lin was fired is wrong, the company says.
F Lin was fired.
P Contrary to what the Post wrote, Lin was not fired.
F The Post wrote that Lin was not fired.
P Lin lent Orla 20 million, which Orla repaid in May.
F Lin repaid 20 million in May.
P Carrick lent Orvane 20 million pounds.
F Orvane lent Carrick 20 million pounds.
P Nimbus paid Orla 5 million dollars.
F Orla paid Nimbus 5 million dollars.
P Nimbus tried to buy Orla in 2023.
F Nimbus bought Orla in 2023.
P Nimbus got 27 billion parameters and 3 billion active ones.
F Nimbus has 27 billion active parameters.
P The flood was followed by a change of director.
F The flood came after a change of director.
P Kim Roe told Ada Lund that she would leave.
F Kim Roe would leave.
P Ada Lund informed Kim Roe that he was fired.
F Ada Lund was fired.
P Ada Lund left for Orla, where Kim Roe leads research.
F Ada Lund leads research at Orla.
P In Riga, where Nimbus has its seat, Orla opened an office.
F Nimbus opened an office in Riga.
P Orla's finance chief, Ada Lund, had already gone to Riga in March.
F Ada Lund left Orla in March.
P Orla's finance chief, Ada Lund, left the meeting in March.
F Ada Lund left Orla in March.
P Orla's former finance chief, Ada Lund, left in March.
F Orla's finance chief left in March.
P One of the insurers, Tolmark, sued; the others did not.
F The insurers sued.
P According to a rumour in the Post, Lin was fired.
F Lin was fired.
P Greyfriar put 18 million into the company. Orla raised 5 million in the same month.
F Greyfriar put 18 million into Orla.
P Ada Lund reportedly left Nimbus in May.
F Ada Lund left Nimbus in May.
P Ada Lund appears to have left Nimbus.
F Ada Lund has left Nimbus.
P Ada Lund seems to have been dismissed.
F Ada Lund was dismissed.
P Ada Lund may have been dismissed.
F Ada Lund was dismissed.
P Ada Lund was said to have been dismissed.
F Ada Lund was dismissed.
P There is speculation that Ada Lund was dismissed.
F Ada Lund was dismissed.
P The suggestion that Ada Lund was dismissed angered the board.
F Ada Lund was dismissed.
P The board feared that Ada Lund had been dismissed.
F Ada Lund was dismissed.
P The board was told that Ada Lund had left.
F Ada Lund left.
P Nobody told the board that Ada Lund had left.
F The board was told that Ada Lund had left.
P The memo, which says that the plant will close, is a forgery.
F The plant will close.
P The forged memo says that the plant will close.
F The plant will close.
P It would be wrong to say that the plant is closed.
F The plant is closed.
P It is not true that the plant is closed.
F The plant is closed.
P It is false that the plant is closed.
F The plant is closed.
P The plant is far from closed.
F The plant is closed.
P The plant is all but closed.
F The plant is closed.
P The plant is as good as closed.
F The plant is closed.
P The plant is no longer profitable.
F The plant is profitable.
P The plant has yet to make a profit.
F The plant has made a profit.
P The plant has still to be approved.
F The plant has been approved.
P Approval of the plant is pending.
F The plant was approved.
P Nimbus stopped making the chip in 2023.
F Nimbus makes the chip.
P Nimbus used to make the chip.
F Nimbus makes the chip.
P Nimbus began making the chip in 2023 and stopped in 2024.
F Nimbus makes the chip.
P Until 2023 Nimbus made the chip.
F Nimbus makes the chip.
P Nimbus has made the chip since 2023.
F Nimbus made the chip in 2022.
P From 2025 Nimbus will make the chip in Riga.
F Nimbus makes the chip in Riga.
P Nimbus makes the chip in Riga and packs it in Oslo.
F Nimbus packs the chip in Riga.
P Nimbus makes its chip in Riga, its rival Orla in Oslo.
F Orla makes its chip in Riga.
P Unlike Orla, Nimbus makes its own chips.
F Orla makes its own chips.
P Like Orla, Nimbus makes its own chips.
F Orla buys its own chips.
P Nimbus, unlike Orla, paid a dividend.
F Orla paid a dividend.
P As well as Nimbus, Orla was fined; Cirro was not.
F Cirro was fined.
P Both Nimbus and Orla were fined, but only Nimbus appealed.
F Orla appealed.
P Nimbus was fined twice as much as Orla.
F Orla was fined twice as much as Nimbus.
P Nimbus was fined 4 million euros, Orla 2 million.
F Orla was fined 4 million euros.
P Nimbus was fined 4 million euros for the leak and 2 million for the delay.
F Nimbus was fined 4 million euros for the delay.
P Of the 40 engineers, 12 left for Orla.
F 40 engineers left for Orla.
P Twelve of 40 engineers left for Orla and three for Cirro.
F Twelve engineers left for Cirro.
P The team shrank from 40 to 12.
F The team grew from 12 to 40.
P The team of 40 lost 12 members.
F The team lost 40 members.
P Ada Lund, 41, has worked at Nimbus for twelve years.
F Ada Lund has worked at Nimbus for 41 years.
P Ada Lund joined in 2012 and became head of research in 2019.
F Ada Lund became head of research in 2012.
P Ada Lund joined Nimbus from Orla in 2012.
F Ada Lund joined Orla from Nimbus in 2012.
P Ada Lund left Nimbus for Orla.
F Ada Lund left Orla for Nimbus.
P Ada Lund was succeeded by Kim Roe.
F Ada Lund succeeded Kim Roe.
P Kim Roe will succeed Ada Lund.
F Kim Roe succeeded Ada Lund.
P Kim Roe reports to Ada Lund.
F Ada Lund reports to Kim Roe.
P Kim Roe is Ada Lund's deputy.
F Ada Lund is Kim Roe's deputy.
P Kim Roe is deputy head of research.
F Kim Roe is head of research.
P Kim Roe is acting head of research.
F Kim Roe is head of research.
P Kim Roe is head of research at Orla; Ada Lund holds that post at Nimbus.
F Kim Roe is head of research at Nimbus.
P Kim Roe criticised Ada Lund for leaving.
F Kim Roe left.
P Kim Roe thanked Ada Lund for staying.
F Kim Roe stayed.
P Kim Roe persuaded Ada Lund to leave.
F Kim Roe left.
P Kim Roe asked Ada Lund to leave.
F Ada Lund left.
P Kim Roe saw Ada Lund leave.
F Kim Roe left.
P Kim Roe made Ada Lund leave.
F Kim Roe left.
P Kim Roe promised Ada Lund to stay.
F Ada Lund promised Kim Roe to stay.
P Kim Roe's lawyer denied the charge.
F Kim Roe denied the charge.
P A spokesman for Orla's owner, Greyfriar, denied the report.
F Orla denied the report.
P Greyfriar, Orla's owner, has sold the plant.
F Orla has sold the plant.
P Orla's supplier Cirro is bankrupt.
F Orla is bankrupt.
P Orla is not bankrupt, its supplier Cirro is.
F Orla is bankrupt.
P Orla came close to bankruptcy.
F Orla went bankrupt.
P Orla escaped bankruptcy.
F Orla went bankrupt.
P Orla filed a complaint against Nimbus.
F Nimbus filed a complaint against Orla.
P Orla sued Nimbus over the patent and won.
F Nimbus sued Orla over the patent.
P Orla lost the case against Nimbus.
F Nimbus lost the case against Orla.
P The court threw out Orla's complaint against Nimbus.
F The court threw out Nimbus's complaint against Orla.
P The court upheld the ruling.
F The court overturned the ruling.
P The court will hear the case in June.
F The court heard the case in June.
P The hearing was put off from May to June.
F The hearing was put off from June to May.
P The hearing was put off until June.
F The hearing took place in June.
P The hearing is set for June.
F The hearing took place in June.
P The hearing, due in June, was cancelled.
F The hearing took place in June.
P The model will not be released before June.
F The model will be released before June.
P The model will not be released before June.
F The model will be released in June.
P The model was not released until June.
F The model was not released.
P The model was released by June.
F The model was released in July.
P The model is expected in June.
F The model was released in June.
P The model is due in June at the earliest.
F The model is due in June at the latest.
P The model answers in 2 seconds, its predecessor in 5.
F Its predecessor answers in 2 seconds.
P The model is 30 % faster than its predecessor.
F The model is 30 % slower than its predecessor.
P The model is as fast as its predecessor.
F The model is faster than its predecessor.
P The model is not faster than its predecessor.
F The model is slower than its predecessor.
P The model is less accurate than Orla's.
F The model is more accurate than Orla's.
P The model is one of the fastest.
F The model is the fastest.
P The model is the second fastest.
F The model is the fastest.
P The model is the fastest of the open ones.
F The model is the fastest.
P The model is claimed to be the fastest.
F The model is the fastest.
P No model is faster.
F The model is slower.
P Heron 3.5 is open; Heron 3 is not.
F Heron 3 is open.
P Heron 3 Mini is open.
F Heron 3 is open.
P The weights of Heron 3 are open, its training data is not.
F The training data of Heron 3 is open.
P The Heron team released the weights under MIT.
F The Heron team released the data under MIT.
P Heron 3 supports 119 languages, Heron 2 supported 29.
F Heron 2 supported 119 languages.
P Heron 3 was trained on 36 trillion tokens, twice as many as Heron 2.
F Heron 2 was trained on 36 trillion tokens.
P Heron 3 costs half as much as Heron 2.
F Heron 2 costs half as much as Heron 3.
P Downloads of Heron 3 passed 600 million in March; those of Heron 2 stood at 90 million.
F Downloads of Heron 2 passed 600 million in March.
P “It was my decision,” Lund said. “Nobody pushed me.”
F “Nobody pushed me,” Roe said.
P Lund said: “It was my decision.” Roe said: “It was not.”
F Roe said: “It was my decision.”
P Lund called Roe's plan “madness”.
F Roe called Lund's plan “madness”.
P “Madness” is what Lund calls the plan; Roe calls it “bold”.
F Roe calls the plan “madness”.
P Roe quoted Lund as saying the plan was “madness”.
F Roe said the plan was “madness”.
P The Post reported that Lund had called the plan “madness”.
F Lund called the plan “madness”.
P The Post reported on Monday that Lund left on Friday.
F Lund left on Monday.
P Lund, who has denied wrongdoing, was cleared.
F Lund admitted wrongdoing.
P Prosecutors dropped the charges against Lund and pursued those against Roe.
F Prosecutors dropped the charges against Roe.
P Police arrested Roe and questioned Lund.
F Police arrested Lund.
P Roe, whom Lund hired in 2019, founded Cirro.
F Lund founded Cirro.
P Roe, who hired Lund in 2019, founded Cirro.
F Lund hired Roe in 2019.
P Cirro's Heron team released four models on Monday.
F Cirro's Heron team released four models on Sunday.
P Heron3.5-9B beats Orla-120B on several benchmarks.
F Orla-120B beats Heron3.5-9B on several benchmarks.
P Heron3.5-9B beats Orla-120B on several benchmarks.
F Heron3.5-9B beats Orla-120B on all benchmarks.
P Heron3.5-4B supports a context of 262,144 tokens.
F Heron3.5-9B supports a context of 262,144 tokens.
P The 0.8B and 2B models run on phones, the 9B model on laptops.
F The 9B model runs on phones.
P The models range from 0.8B to 9B parameters.
F The models range from 0.8B to 27B parameters.
P The architecture combines three linear layers with one full-attention layer.
F The architecture combines one linear layer with three full-attention layers.
P Lund Ada, tech lead of Heron, said he was “stepping down”.
F Roe Kim, tech lead of Heron, said he was “stepping down”.
P Lund said he was “stepping down”, without giving reasons.
F Lund said he was “stepping down” because of a reorganisation.
P Lund and Roe left within a day of each other.
F Lund and Roe left within a week of each other.
P Kim Roe left for Merle in January, Lund in March.
F Lund left for Merle in January.
P Kim Roe had left in January, two months before Lund.
F Lund had left two months before Kim Roe.
P Bo Tan, formerly of Dunlin, will lead the team, according to unconfirmed reports.
F Bo Tan will lead the team.
P Bo Tan, formerly of Dunlin, will lead the team.
F Bo Tan of Dunlin will lead the team.
P Cirro has not confirmed that Bo Tan will lead the team.
F Cirro has confirmed that Bo Tan will lead the team.
P Cirro did not say who will lead the team.
F Cirro said who will lead the team.
P Jan Novak praised the models' “impressive intelligence density”.
F Tom Baker praised the models' “impressive intelligence density”.
P Novak praised the “impressive intelligence density” of the models.
F Novak criticised the “impressive intelligence density” of the models.
P More than 90,000 companies have used Heron through Dovetail.
F More than 900,000 companies have used Heron through Dovetail.
P More than 90,000 companies have used Heron.
F Fewer than 90,000 companies have used Heron.
P Heron has been downloaded over 600 million times and has spawned 170,000 derivatives.
F Heron has been downloaded over 170,000 times.
P Heron has overtaken Lark in derivatives.
F Lark has overtaken Heron in derivatives.
P Heron may abandon Apache 2.0 for a commercial licence.
F Heron has abandoned Apache 2.0 for a commercial licence.
P Companies should keep a copy of the weights.
F Companies keep a copy of the weights.
P Analysts advise companies to keep a copy of the weights.
F Companies have kept a copy of the weights.
P If Heron goes closed, 90,000 firms would be hit.
F 90,000 firms were hit.
P The reorganisation may have led to the departures.
F The reorganisation led to the departures.
P The departures followed the reorganisation.
F The departures led to the reorganisation.
P The departures came 24 hours after the release.
F The release came 24 hours after the departures.
P The release came days before the departures.
F The release came days after the departures.
P Ines Wolf, Cirro's chief executive, thanked Lund.
F Lund thanked Ines Wolf.
P Wolf told staff in a memo that Heron remained his “highest priority”.
F Wolf told reporters that Heron remained his “highest priority”.
P According to a memo seen by the Post, Cirro will set up a task force.
F According to the Post, Cirro set up a task force.
P Cirro will set up a task force led by Wolf, Tan and Fell.
F Wolf alone will lead a task force at Cirro.
P A task force of Wolf, Tan and Fell will coordinate the work.
F Wolf, Tan and Lund will coordinate the work.
P Cirro merged its chip unit and its cloud unit in February.
F Cirro split its chip unit from its cloud unit in February.
P Cirro merged Heron into its cloud unit.
F Cirro merged its cloud unit into Heron.
P Cirro's shares fell 3.9 % in Hong Kong and 2.1 % in New York.
F Cirro's shares fell 3.9 % in New York.
P Cirro's shares fell by 3.9 % to 130 dollars.
F Cirro's shares fell by 130 dollars.
P Shares of Cirro fell; those of Merle rose.
F Shares of Merle fell.
P Merle, Gale and Orbel have tried to hire Lund.
F Merle, Gale and Orbel have hired Lund.
P Lund joined Cirro in 2019, at the age of 26.
F Lund joined Cirro in 2026.
P Lund is one of the youngest P10 engineers in Cirro's history.
F Lund is the youngest P10 engineer in Cirro's history.
P Some called Lund the soul of the project.
F Lund is the soul of the project.
P A colleague wrote: “I know leaving wasn't your choice.”
F Lund wrote: “I know leaving wasn't your choice.”
P A colleague wrote: “I know leaving wasn't your choice.”
F A colleague wrote: “I know leaving was your choice.”
P A post by a colleague suggests that Lund did not leave of his own will.
F Lund did not leave of his own will.
P It is unclear whether Lund was forced out.
F Lund was forced out.
P Nobody at Cirro has said whether Lund was forced out.
F Cirro has said that Lund was forced out.
P The model runs offline on a phone, developers report.
F The model runs offline on a phone.
P The benchmark was run by Cirro itself.
F The benchmark was run by outsiders.
P Independent tests are still missing.
F Independent tests have been made.
P The weights are under Apache 2.0, the code under MIT.
F The code is under Apache 2.0.
P The largest of the four models has 9 billion parameters.
F The four models have 9 billion parameters.
P Each of the four models has been downloaded a million times.
F The four models have been downloaded a million times.
P Two of the four models were released on Monday, the others on Tuesday.
F The four models were released on Monday.
P The four models, released on Monday, were withdrawn on Tuesday.
F The four models were released on Tuesday.
P Brant hired Bo Lind in 2024; Cirro sued him.
F Cirro hired Bo Lind in 2024.
P Brant poached Bo Lind from Cirro.
F Cirro poached Bo Lind from Brant.
P Tern denied having approached Lund.
F Tern approached Lund.
P Lund turned down Tern's offer and accepted Merle's.
F Lund accepted Tern's offer.
P Lund neither confirmed nor denied the report.
F Lund confirmed the report.
P Lund, 33, will stay until a successor is found.
F Lund will stay.
P Lund left the team but not the company.
F Lund left the company.
P Lund left the company, not just the team.
F Lund did not leave the team.
P Lund's team, not Lund, won the prize.
F Lund won the prize.
P Lund's model won the prize, Sand's came second.
F Sand's model won the prize.
P Sand's model came second behind Lund's.
F Sand's model won.
P Sand hopes that Lund's model will win.
F Lund's model will win.
P Critics say the model copies Crane; Cirro rejects that.
F Cirro says the model copies Crane.
P The ministry ordered Cirro to report by 1 May.
F Cirro reported by 1 May.
P The ministry wants Cirro to report by 1 May.
F Cirro wants the ministry to report by 1 May.
"""
LINES = [line[2:] for line in TEXT.strip().split("\n")]


@pytest.mark.parametrize(("passage", "claim"), list(zip(LINES[::2], LINES[1::2], strict=True)), ids=lambda t: t[:50])
def test_what_a_passage_does_not_prove_is_not_supported(passage: str, claim: str) -> None:
    assert entails(passage, claim, CODEBOOK, passage) != ()
