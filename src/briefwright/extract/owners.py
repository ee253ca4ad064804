"""Whose a number is, read off the grammar: its owner, the attribute that it is a value of, and the words between.

Nothing is guessed: where the sentence names no owner, there is none.
"""

from __future__ import annotations

import re
from dataclasses import replace

from briefwright.extract.countings import Reading, is_person, share_of_another
from briefwright.extract.durations import Durations
from briefwright.extract.holders import (
    BACK,
    SUBJECT,
    Known,
    Thing,
    about,
    amount_of,
    is_amount,
    is_money,
    names_product,
)  # fmt: skip
from briefwright.extract.parsed import Node
from briefwright.names import Mention
from briefwright.quantities import Quantity

__all__ = ["Known", "Reader", "Reading", "Thing", "about"]

#: what leads from a verb to an amount that its object has: "released it in 500 sizes", "sells it at $500"
_OF_OBJECT = frozenset({"in", "with", "for", "at", "from", "to", "under", "beneath", "on", "into"})
_OBJECT = frozenset({"dobj", "attr", "oprd", "dative", "npadvmod", "acomp", "advmod", "dep", "ccomp"})
ONLY_PRODUCTS = frozenset({"parameters", "layers", "experts"})  # units that only a product can have
_MANY = 20  # so many that a text does not count them in passing
#: "Google | , until now a | unit"
_DESCRIBES = re.compile(
    r", (?:(?:un)?till? now|previously|formerly|once|now|then|still|today),? (?:an?|the) (?:[\w-]+ )?"
)
_BODIES = frozenset({"organisation", "team"})
_PRODUCT = frozenset({"model", "family", "product"})


class Reader(Durations):
    """Reads the owners of the amounts of one sentence."""

    def read(self, quantity: Quantity, node: Node) -> Reading | None:
        """Owner and attribute of the amount whose outermost word is `node`."""
        top = self.whole(node)
        if top.token is not None and isinstance(top.token.value, Mention):
            return Reading(self.named(top)) if top.token.value.kind != "person" else None
        if quantity.kind == "duration" and not self.lasts(top, node):
            return None
        if top is not node and quantity.kind in {"size", "money", "multiple", "duration"} and self.is_product(top):
            # "the 38-kilogram machine": what the noun stands for has the amount, or nobody says what that is
            thing = self.thing(top)[0]
            if thing is not None and thing.name is not None:
                return Reading(thing, part=(node.start, top.end) if self._of_several(thing.name) else None)
            definite = any(c.low == "the" for c in self.tree.below(top, "det"))
            if definite or (quantity.unit in ONLY_PRODUCTS and top.dep not in {"attr", "appos"}):
                return None
        beside = self.tree.nodes[top.i + 1] if top.i + 1 < len(self.tree.nodes) else None
        if top is not node and beside is not None and names_body(beside) and self.is_body(top):
            # "the 25-person startup Google"
            return Reading(self.named(beside))
        quick = self.quick(node) if quantity.kind == "duration" else None
        if quick is not None:
            # "makes do with 500 parameters and reacts in 40 milliseconds": the parser may take the verb for a noun
            found = self._of(top, None, quantity, node)
            return replace(found, attribute=None, relation=None, verb=quick) if found is not None else None
        counted = top.token is node.token or top.end <= max(quantity.noun_end, quantity.end)
        attribute = None if counted else self.tree.phrase(top)
        return self._of(top, attribute, quantity, node)

    def _of_several(self, name: Mention) -> bool:
        """Does a name stand for several models, of which an amount tells one from the others ("the 9B model")?"""
        told = set(re.findall(r"[a-z-]+", self.tree.tagged.passage.text.casefold()))
        return name.kind == "family" or bool(told & self.lexicon.series_nouns)

    # ------------------------------------------------------------------ climbing

    def _of(
        self, top: Node, attribute: tuple[int, int] | None, quantity: Quantity, first: Node, depth: int = 0
    ) -> Reading | None:
        if depth > 5:
            return None
        compares = quantity.kind == "ratio" and top.dep in {"dobj", "npadvmod"}
        compares = compares or (quantity.kind == "percent" and share_of_another(self.tree, top, self.words))
        if quantity.kind != "multiple" and not compares:
            # "2.5 times the throughput of X", "needs a fifth of the memory of X" compare with X
            possessor = self.possessor(top, first)
            # "an order for 500 Petrel robots": the name says which robots, not whose
            if possessor is not None and not self.names_kind(top, possessor):
                return Reading(possessor, attribute)
            if possessor is not None:
                # "took a week on 500 Petrel boards": they are no boards of the Petrel
                apart = top.dep == "pobj" and (on := self.tree.head(top)) is not None and on.low in {"on", "across"}
                found = self._climb(top, attribute, quantity, first, depth)
                return found if found is not None or apart else Reading(possessor, attribute)
            inside = self._in_group(top)
            if inside is not None and quantity.kind == "count":
                return Reading(inside, attribute)
        found = self._climb(top, attribute, quantity, first, depth)
        if quantity.kind == "percent" and (found is None or found.owner.name is None):
            # "a recall could wipe out 50% of sales": nobody is named, and the sales are what is spoken of
            of = next((c for c in self.tree.below(top, "prep") if c.low == "of"), None)
            noun = next(self.tree.below(of, "pobj"), None) if of is not None else None
            if noun is not None and noun.token is None and noun.tag.startswith("NN"):
                return Reading(Thing(None, *self.tree.phrase(noun), noun), None, None, found.verb if found else "")
        return found

    def _in_group(self, top: Node) -> Thing | None:
        """ "counted 500 people in her group": the group has them."""
        behind = self.tree.nodes[top.i + 1 : top.i + 2]
        for prep in [*self.tree.below(top, "prep"), *(n for n in behind if n.dep == "prep")]:
            group = next(self.tree.below(prep, "pobj"), None) if prep.low in {"in", "on"} else None
            if (
                group is not None
                and group.token is None
                and group.low in {"team", "group", "department", "unit", "crew"}
            ):
                return Thing(None, *self.tree.phrase(group), group)
        return None

    def _climb(
        self, top: Node, attribute: tuple[int, int] | None, quantity: Quantity, first: Node, depth: int
    ) -> Reading | None:
        claimed = self.claimed(top)
        if claimed is not None:
            return replace(claimed, attribute=attribute)
        while top.dep in {"quantmod", "nummod"} and (above := self.tree.head(top)) is not None and above.i > top.i:
            # "$500 per million tokens": the parser may make it a part of what it is per
            top = above
        head = self.tree.head(top)
        if head is None:
            return None
        if is_amount(head) and head.token is not top.token:
            # "from 61 euros to 44 euros", "40 to 60 people": the second stands as the first
            found = self._of(self.whole(head), attribute, quantity, first, depth + 1)
            return found if found is None else replace(found, relation=None, before=head.i > top.i)
        if top.dep in {"npadvmod", "dep", "dobj"} and head.dep in {"prep", "mark", "advmod"} and not head.verb:
            above = self.tree.head(head)
            if above is not None and above.verb:
                return self._object(above, top, attribute, first)
        if top.dep == "conj":
            return self._of_conjunct(top, head, attribute, quantity, first, depth)
        if top.dep == "appos":
            return self._apposition(top, head, attribute, quantity, first, depth)
        if top.dep in _OBJECT and head.verb:
            return self._object(head, top, attribute, first)
        if top.dep in _OBJECT and head.dep in {"acomp", "amod", "advmod"}:
            return self._of(head, attribute, quantity, first, depth + 1)
        if top.dep in SUBJECT and head.verb:
            found = self.subject_number(head, top, None) if attribute is None else None
            found = found or self._told_by(head)
            known = self.known.product
            if found is None and head.dep == "ROOT" and known is not None and top.low in self.words.classes["use"]:
                found = Reading(Thing(known, top.start, top.end, top), None, None, head.low)
            return found
        if top.dep in {"pobj", "pcomp"}:
            return self._preposition(head, top, attribute, quantity, first, depth)
        if top.dep in {"npadvmod", "nmod", "amod"} and self.is_noun(head):
            return self._of(head, self.label(head), quantity, first, depth + 1)
        return None

    def _told_by(self, verb: Node) -> Reading | None:
        """ "Google says that 500 laboratories have signed up": where else but with the one who says it?"""
        joins = verb
        while verb.dep == "conj" and (head := self.tree.head(verb)) is not None:
            verb = head
        above = self.tree.head(verb)
        if joins.low not in self.words.classes["joining"] or above is None or verb.dep != "ccomp":
            return None
        said = next(self.tree.below(above, "nsubj"), None)
        named = said is not None and above.low in self.words.classes["saying"] and names_body(said)
        return Reading(self.named(said), None, None, joins.low) if named and said is not None else None

    def _of_conjunct(
        self, top: Node, head: Node, attribute: tuple[int, int] | None, quantity: Quantity, first: Node, depth: int
    ) -> Reading | None:
        """The second of two joined amounts stands as the first does; an attribute of its own it has, or none."""
        read = self._of(head, None, quantity, first, depth + 1)
        if read is None or (read.attribute is not None and attribute is None and not self.is_noun(head)):
            return read if read is None else replace(read, relation=None)
        return replace(read, attribute=attribute or read.attribute, relation=None)

    def _apposition(
        self, top: Node, head: Node, attribute: tuple[int, int] | None, quantity: Quantity, first: Node, depth: int
    ) -> Reading | None:
        if head.token is not None and isinstance(head.token.value, Mention):
            return Reading(self.named(head), attribute) if head.token.value.kind != "person" else None
        if self.is_noun(head):
            return self._of(head, attribute or self.label(head), quantity, first, depth + 1)
        return None

    def _object(self, verb: Node, top: Node, attribute: tuple[int, int] | None, first: Node) -> Reading | None:
        """ "Google employs 500 people", "shares fell 50%", "the price is $500"."""
        late = is_amount(first) and amount_of(first).kind == "duration" and top.dep == "npadvmod"
        done = next((c for c in self.tree.below(verb, "dobj") if c.i < first.i and c is not top and not late), None)
        if done is not None and top.dep != "dative" and not is_amount(done):
            return self._of_verb(verb, top, attribute, first)
        given = next((c for c in self.tree.below(verb, "dative") if names_body(c) and c.i < first.i), None)
        if given is not None and verb.low in self.words.classes["onto"]:
            return Reading(self.named(given), attribute, None, verb.low)
        into = self._into(verb, attribute, first) or self._charged(verb, first)
        if into is not None:
            return into
        subject = self.subject(verb)
        if subject is None:
            return None
        return self._about(subject, verb, attribute, first)

    def _into(self, verb: Node, attribute: tuple[int, int] | None, first: Node) -> Reading | None:
        """ "put $500 into Google": the sum is what Google got."""
        for prep in self.tree.below(verb, "prep"):
            target = next(self.tree.below(prep, "pobj"), None) if prep.low in {"into", "in"} else None
            if target is None or not is_money(first) or target.i < first.i or not names_body(target):
                continue
            return Reading(self.named(target), attribute, None, "raised" if verb.low == "raised" else "invested")
        return None

    def _are_people(self, first: Node) -> bool:
        """Does an amount count people?"""
        unit = amount_of(first).unit if is_amount(first) else ""
        return unit.rpartition(" ")[2] in self.words.classes["people"]

    def _charged(self, verb: Node, first: Node) -> Reading | None:
        """ "Google charges $500 for Windows": the sum is the price of what is given for it."""
        if verb.low not in self.words.classes["charging"] or not is_money(first):
            return None
        for prep in self.tree.nodes[first.i :]:
            target = next(self.tree.below(prep, "pobj"), None) if prep.low == "for" and prep.dep == "prep" else None
            if target is not None and names_product(target):
                return Reading(self.named(target), None, None, verb.low)
        return None

    def _about(self, subject: Node, verb: Node, attribute: tuple[int, int] | None, first: Node) -> Reading | None:
        thing, noun, part = self.thing(subject)
        # "Norway adds $500": a land gives money, and has no other numbers here
        gives = subject.dep == "nsubj" and is_money(first) and verb.low not in self.words.classes["saying"]
        if thing is None or (thing.name is not None and thing.name.kind in ({"term"} if gives else {"place", "term"})):
            return None
        tells = verb.low in self.words.classes["saying"] and subject.dep != "nsubjpass"
        if thing.name is None and (tells or verb.low in {"promises", "promised"}):
            # "The data sheet says 500 GB", where one product is spoken of
            implied = self.implied(first) if subject.low in self.words.classes["documents"] else None
            measured = is_amount(first) and amount_of(first).kind in {"size", "money", "percent", "duration"}
            told = Reading(Thing(implied, subject.start, subject.end, subject), verb=verb.low) if implied else None
            return told if measured else None
        speaks = thing.name is None or thing.name.kind == "person"
        if verb.low in self.words.classes["saying"] and speaks and subject.dep != "nsubjpass":
            return None
        features = self.words.classes["features"]
        if attribute is not None and tells and thing.name is not None and thing.name.kind in _BODIES:
            what = self.tree.tagged.passage.text[slice(*attribute)].casefold()
            if what in features or what.rpartition(" ")[2] in features:
                # "Orrin claims a latency of 3 milliseconds": that of the one product spoken of, if there is one
                known = self.known.product
                if known is not None and known.kind in _PRODUCT:
                    return Reading(Thing(known, subject.start, subject.end, subject), attribute, None, verb.low)
        if thing.name is not None and thing.name.kind == "person" and self._are_people(first):
            # "Munro faced 500 employees": they are nobody's but the firm's
            return None
        relation = self._relation(verb, subject, first)
        return Reading(
            thing, attribute or noun, relation, verb.low, of_subject=noun is not None and attribute is None, part=part
        )

    def _preposition(
        self, prep: Node, top: Node, attribute: tuple[int, int] | None, quantity: Quantity, first: Node, depth: int
    ) -> Reading | None:
        head = self.tree.head(prep)
        while head is not None and head.dep in {"prep", "quantmod"} and not head.verb and not self.is_noun(head):
            prep, head = head, self.tree.head(head)
        if head is None:
            return None
        before = prep.low == "from" and any(c.low == "to" for c in self.tree.below(head, "prep"))
        if head.verb:
            found = self._of_verb(head, prep, attribute, first)
            weak = found is not None and (found.owner.name is None or found.owner.name.kind == "person")
            made = prep.low == "of" and head.low in self.words.classes["consisting"]
            if found is None or (weak and not made and prep.low not in {"by", "to", "from", "for", "at"}):
                return None
            return replace(found, before=before)
        if not self.is_noun(head):
            return self._of(head, attribute, quantity, first, depth + 1)
        if head.token is not None and isinstance(head.token.value, Mention):
            return Reading(self.named(head), attribute) if head.token.value.kind != "person" else None
        if head.token is not None and isinstance(head.token.value, Quantity):
            return self._of(self.whole(head), attribute, quantity, first, depth + 1)
        beside = self._beside(head)
        if beside is not None and prep.low in {"with", "of"}:
            return Reading(beside, attribute)
        owner = Thing(None, *self.tree.phrase(head), head)
        if attribute is None and (head.low in self.lexicon.series_nouns or head.low in self.words.classes["sets"]):
            # "a family of models in four sizes": the family itself is what has them
            return self._of(head, None, quantity, first, depth + 1)
        if prep.low == "with" and self.is_body(head):
            # "firms with more than 500 users": a count of what a kind of body has is that body's
            return Reading(owner, attribute)
        # "500 people in nine countries": a count of a noun is of that noun
        counts = quantity.kind == "count" and quantity.unit and prep.low in {"in", "across", "at", "from", "on"}
        found = self._of(head, attribute or (None if counts else self.label(head)), quantity, first, depth + 1)
        if (
            prep.low == "of"
            and head.low in self.words.classes["collective"]
            and (found is None or found.owner.name is None or is_person(found))
        ):
            return Reading(owner, attribute)
        if quantity.kind == "count" and attribute is None and quantity.unit and found is None:
            # "data from 500 patients", "recordings of 500 speakers": nobody else is named
            return Reading(owner) if prep.low in {"from", "of", "by", "with"} and quantity.low >= _MANY else None
        if found is None or (found.owner.name is None and prep.low not in {"of", "for"}):
            return None
        return replace(found, before=before)

    def _beside(self, noun: Node) -> Thing | None:
        """ "Google, until now a unit with 500 people": the name that a noun behind a comma describes."""
        text = self.tree.tagged.passage.text
        start = self.tree.phrase(noun)[0]
        named = [n for n in self.tree.nodes[: noun.i] if n.token is not None and isinstance(n.token.value, Mention)]
        if not named or not _DESCRIBES.fullmatch(text[named[-1].end : start]):
            return None
        mention = self.named(named[-1])
        return mention if mention.name is not None and mention.name.kind in _BODIES | _PRODUCT else None

    def _of_verb(self, verb: Node, link: Node, attribute: tuple[int, int] | None, first: Node) -> Reading | None:
        """ "cut latency by 50%": the object is what is measured; "grew to 500 people": the subject is."""
        subject = self.subject(verb)
        done = next((c for c in self.tree.below(verb, "dobj") if c.i < link.i and not is_amount(c)), None)
        if done is None or (done.token is None and done.low not in BACK and verb.dep == "relcl"):
            # "a model that Google put out under …": the parser may take the object for something else
            done = next((c for c in self.tree.below(verb) if c.low in BACK and c.dep not in SUBJECT), done)
        if done is not None and done.token is None and done.low not in BACK:
            owner = self.possessor(done, first)
            if owner is None and any(c.low == "its" for c in self.tree.below(done, "poss")):
                return None
            if owner is None and subject is not None:
                owner = self.thing(subject)[0]
            if owner is None or (owner.name is not None and owner.name.kind == "place"):
                return None
            if owner.name is None and verb.low in self.words.classes["saying"]:
                return None
            counts = is_amount(first) and amount_of(first).kind == "count" and bool(amount_of(first).unit)
            if counts and any(is_amount(c) for c in self.tree.below(done)):
                # "employs 500 people at three sites": the sites are counted, and are no people
                return Reading(owner, attribute, None, verb.low)
            relation = self._relation(verb, subject, first) if subject is not None else None
            return Reading(owner, attribute or self.label(done), relation, verb.low)
        whom = self._done(verb, done)
        if whom is not None and whom.name is not None:
            # "bought Google for $500", "released Windows in 500 sizes": what is said of the object
            priced = first.token is not None and is_money(first) and link.low in {"for", "at"}
            product = whom.name.kind in _PRODUCT and link.low in _OF_OBJECT
            body = whom.name.kind in _BODIES
            if verb.low in self.words.classes["onto"] and body:
                return Reading(whom, attribute, None, verb.low)
            if priced or product:
                return Reading(whom, attribute, None, verb.low)
            if done is not None and done.token is None:
                return None
        if subject is None:
            return None
        return self._about(subject, verb, attribute, first)

    def _done(self, verb: Node, done: Node | None) -> Thing | None:
        """What a verb is done to: the name that is its object, or that its "which" points back to."""
        if done is None:
            return None
        if done.token is not None:
            return self.named(done) if isinstance(done.token.value, Mention) else None
        return self.pointed_back(verb) if done.low in BACK else None

    def _relation(self, verb: Node, subject: Node, first: Node) -> tuple[int, int] | None:
        """The words from the verb to the number, where the clause runs straight from subject to number."""
        for _ in range(3):
            above = self.tree.head(verb)
            if verb.dep == "xcomp" and above is not None and above.verb and above.i > subject.i:
                verb = above
        parts = [c for c in self.tree.below(verb, "aux", "auxpass", "neg", "advmod") if c.i < verb.i]
        begin = min([verb, *parts], key=lambda n: n.i)
        if any(c.tag == "WRB" for c in parts):
            # "needs 8 GB when quantised to 4 bits": no clause of the subject's own
            return None
        if begin.i > first.i or first.token is None:
            return None
        between = self.tree.nodes[begin.i : first.i]
        if any(n.token is not None and n.token is not first.token for n in between) or subject.i > begin.i:
            return None
        if any(n.text in {",", ";", ":", "-", "(", '"', "."} for n in between) or len(between) > 9:
            return None
        return begin.start, first.token.start


def names_body(node: Node) -> bool:
    """Does the word name an organisation or a team?"""
    return node.token is not None and isinstance(node.token.value, Mention) and node.token.value.kind in _BODIES
