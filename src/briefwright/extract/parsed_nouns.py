"""Departures and appointments told by a noun: "the resignation of Ada Lin", "her appointment as chief scientist"."""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.codebook import Lexicon
from briefwright.extract.asserting import Colour, colour, subject
from briefwright.extract.comings import arrived, gone
from briefwright.extract.frames import Frame, Slot
from briefwright.extract.framing import body_in, date_of, fixed, made, name, post_of, role
from briefwright.extract.noun_phrases import body_of, holders, people, under
from briefwright.extract.offices import post
from briefwright.extract.syntax import Syntax
from briefwright.model import Kind
from briefwright.names import Mention

_FROM = frozenset({"from", "at"})
#: adjectives that make an event noun doubtful or still to come
_COMING = frozenset({"planned", "upcoming", "impending", "imminent", "forthcoming", "pending"})
#: nouns that only hang on the event: "the resignation letter"
_VETOING = frozenset({"rumour", "rumor", "report", "speculation", "threat", "possibility", "demand", "call", "prospect",
                      "risk", "fear", "talk"})  # fmt: skip


def event_nouns(tree: Syntax, lexicon: Lexicon) -> Iterator[Frame]:
    """ "the resignation of Ada Lin", "Ada Lin's exit", "the appointment of Bo Tan as chief scientist"."""
    events = lexicon.events
    for i, word in enumerate(tree.words):
        leaving, arriving = word.lemma in events["leave_nouns"], word.lemma in events["appoint_nouns"]
        if not (leaving or arriving) or word.pos not in {"NOUN", "VERB"} or tree.quoted[i] is not None:
            continue
        if word.pos == "VERB" or tree.dep(i) in {"compound", "poss"}:
            continue
        holder = [*tree.kids(i, "poss"), *under(tree, i, frozenset({"of", "by"}))]
        # "a third resignation, that of Ada Lin"
        holder += [n for c in tree.kids(i, "appos") if tree.low(c) == "that" for n in under(tree, c, frozenset({"of"}))]
        who = tuple(m for h in holder for m in people(tree, h, lexicon))
        told = None
        if not who or not any(tree.name(h, "P") or tree.kids(h, "appos", "compound") for h in holder):
            # "announced his resignation": whose it is, the verb's subject says
            verb = tree.head(i)
            mine = not holder or any(tree.low(h) in {"his", "her", "their"} for h in holder)
            if (
                leaving
                and mine
                and tree.dep(i) == "dobj"
                and tree.lemma(verb) in events["announce"] | events["give_up"]
            ):
                by = subject(tree, verb)
                who = holders(tree, by, lexicon) if by is not None else ()
                told = verb
        if not who:
            continue
        stands = colour(tree, told, lexicon) if told is not None else of_noun(tree, i, lexicon)
        said = _announced(tree, i, lexicon) if told is None else None
        if stands is not None and said is not None:
            stands = colour(tree, said, lexicon)
        if stands is None:
            continue
        as_what = post_of(tree, i, lexicon)
        if arriving and as_what is None and any(under(tree, i, frozenset({"with"}))):
            # "Ada Lin's appointment with her dentist"
            continue
        if arriving and as_what is None:
            # "the promotion of Ada Lin to president"
            above = (tree.head(i),) if tree.dep(i) == "dobj" else ()
            places = [n for h in (i, *holder, *above) for n in under(tree, h, frozenset({"to"}))]
            as_what = next((p for n in places if (p := post(tree, n, lexicon))), None)
        body = next((b for n in under(tree, i, _FROM | {"by"}) if (b := body_of(tree, n))), None)
        body = body or body_in(as_what)
        if body is None and arriving and said is not None and (by := subject(tree, said)) is not None:
            # "| Nova | announced the appointment of Ada Lin as chair"
            body = tree.name(by, "O")
        at = [i, *holder] if told is None else [i, told]
        date = date_of(tree, i) or (date_of(tree, told) if told is not None else None)
        office = role(as_what) if len(who) == 1 else None
        if said is not None:
            # what is announced may still fail: only that it was announced is told
            for one in who:
                slots: dict[str, Slot | None] = {
                    "person": name(one),
                    "organisation": name(body),
                    "role": office,
                    "date": date,
                    "manner": fixed(word.lemma),
                    "reporting": fixed(tree.low(said)),
                }
                kind: Kind = "departure" if leaving else "appointment"
                yield made(tree, kind, f"parsed-{kind}-mentioned", [*at, said], slots, stands)
        elif leaving:
            yield from gone(
                tree, "parsed-departure-noun" if told is None else "parsed-departure-announced", at, who, stands,
                manner=word.lemma, date=date, body=body, role=office, presupposed=told is None,
            )  # fmt: skip
        else:
            led = _to_lead(tree, i, lexicon) if as_what is None else None
            yield from arrived(
                tree, "parsed-appointment", at, who, stands, manner="appointed" if led is None else "to lead",
                date=date, body=led or body, role=office, presupposed=True,
            )  # fmt: skip


def _announced(tree: Syntax, noun: int, lexicon: Lexicon) -> int | None:
    """The verb by which the event is made known: "announced | the departure of Ada Lin |"."""
    while tree.dep(noun) == "conj" and not tree.verbal(tree.head(noun)):
        # "announced the availability of Lumen 4 and | the appointment of Ada Lin |"
        noun = tree.head(noun)
    verb = tree.head(noun)
    known = tree.lemma(verb) in lexicon.events["make_known"] and tree.verbal(verb)
    return verb if known and tree.dep(noun) in {"dobj", "nsubjpass"} else None


def _to_lead(tree: Syntax, noun: int, lexicon: Lexicon) -> Mention | None:
    """ "the appointment of Bo Tan | to lead the Nova team"."""
    for i in tree.subtree(noun):
        if tree.lemma(i) in lexicon.events["lead"] and any(tree.low(c) == "to" for c in tree.kids(i, "aux")):
            return next((b for c in tree.kids(i, "dobj") if (b := body_of(tree, c))), None)
    return None


def of_noun(tree: Syntax, noun: int, lexicon: Lexicon) -> Colour | None:
    """How an event told by a noun stands: its adjectives doubt it, and some verbs above take its truth away."""
    found = Colour()
    for child in tree.kids(noun, "amod", "advmod", "det"):
        low = tree.low(child)
        if low in _COMING:
            found = Colour(hedge=found.hedge, future=True)
        elif (hedge := lexicon.hedge_of.get(low) or lexicon.hedge_of.get(f"the {low}")) is not None:
            # "the reported appointment": what is only reported never stands as said
            found = Colour(hedge=hedge, future=found.future)
        elif low in {"no", "any", "another", "possible", "potential"}:
            return None
    at = noun
    for _ in range(8):
        head = tree.head(at)
        if head == at:
            break
        lemma = tree.lemma(head)
        if tree.verbal(head):
            if lemma in lexicon.events["unreal"] or tree.low(head) in lexicon.denial or tree.kids(head, "neg"):
                return None
            if lemma in {"deny", "rumour", "rumor", "reject", "expect", "await", "prevent", "avoid", "rule", "follow"}:
                return None if lemma != "follow" else found
            break
        if lemma in _VETOING:
            return None
        at = head
    return found
