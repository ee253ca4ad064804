"""The frame of an amount whose owner and attribute a set phrase gives: how sure it is, and whose word."""

from __future__ import annotations

from briefwright.codebook import Codebook, Lexicon
from briefwright.extract.asides import aside
from briefwright.extract.frames import Fixed, Frame, Names, Slot, Voice
from briefwright.extract.measured import NOMINAL, kind_of, never, to_come, wished
from briefwright.extract.modality import hedge_of_fact, polarity_of, stance_of, voice_of
from briefwright.extract.parsed import Tree
from briefwright.extract.relayed import relayed
from briefwright.extract.tellable import of_nobody
from briefwright.extract.tokens import Tagged, Token
from briefwright.names import Mention
from briefwright.quantities import Quantity


def whose_word(tagged: Tagged, tree: Tree, token: Token, lexicon: Lexicon) -> tuple[bool, Voice | None]:
    """Is it known whose word an amount is, and whose: nobody's but the source's where none is told.

    What stands in an aside between commas is the word of whoever speaks there, or of nobody whom the text shows.
    """
    voice, node = voice_of(tagged), tree.of(token)
    said = voice if voice and voice.core[0] <= token.tag_start < voice.core[1] else None
    if said is None and node is not None:
        said = relayed(tree, node, lexicon)
    if said is None and (told := aside(tagged)) is not None and not told.start <= token.tag_start < told.end:
        return told.voice is not None, told.voice
    return True, said


def stated(
    tagged: Tagged,
    tree: Tree,
    token: Token,
    owner: Mention,
    attribute: str,
    codebook: Codebook,
    per: str = "",
) -> Frame | None:
    """The frame "the attribute of the owner is given as so much"; None for what is only wanted or nobody's."""
    value = token.value
    assert isinstance(value, Quantity)
    if of_nobody(tree, token) or wished(tree, token, codebook.amounts) or never(tree, token):
        return None
    known, said = whose_word(tagged, tree, token, codebook.lexicon)
    if not known:
        return None
    hedge = hedge_of_fact(tagged, token.tag_start, token.tag_end, codebook.lexicon, presupposed=False)
    if hedge == "none" and to_come(tree, token):
        hedge = "will"
    slots: dict[str, Slot] = {
        "subject": Names(mentions=(owner,)), "attribute": Fixed(text=attribute), "value": value,
    }  # fmt: skip
    if per:
        slots["per"] = Fixed(text=per)
    return Frame(
        kind=kind_of(owner.kind, attribute, value, codebook.amounts),
        rule=NOMINAL,
        passage=tagged.passage,
        sentence=tagged.sentence,
        start=token.start,
        end=max(token.end, value.noun_end),
        slots=slots,
        polarity=polarity_of(tagged, 0, token.tag_end),
        hedge=hedge,
        voice=said,
        stance=stance_of(hedge, said, False),
        mentioned=(owner,),
    )
