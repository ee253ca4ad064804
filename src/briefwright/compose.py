"""Statements from frames: sentences made of slots by templates, never from memory.

`sentence` is the one way to a text: the same kind, slots, hedge, attribution, polarity and basis give the same words,
so that anybody can regenerate and check them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from briefwright.codebook import Codebook
from briefwright.dates import show_date
from briefwright.model import ARGUMENT_KINDS, Basis, Entity, Kind, Polarity, SlotValue
from briefwright.quantities import show
from briefwright.quantities.units import is_plural

MOST_WORDS = 70
#: The rule of a sentence that an editor wrote: ours in any basis, never shown as a quotation.
EDITOR = "editor-summary"
_FIELD = re.compile(r"\{(\w+)(?::(\w+))?\}")
_PART = re.compile(r"\[([^\[\]]*)\]")
_PAST = {
    "write": "wrote", "spinning": "spun", "seek": "sought", "find": "found", "say": "said", "hold": "held",
    "left": "left", "leave": "left", "leaving": "left", "quit": "quit", "stepping down": "stepped down",
    "steps down": "stepped down", "led": "led", "leading": "led", "lead": "led", "built": "built",
    "building": "built", "wrote": "wrote", "writing": "wrote", "oversaw": "oversaw", "split": "split",
    "splitting": "split", "cut": "cut", "put": "put", "sold": "sold", "bought": "bought", "shut": "shut",
    "shut down": "shut down", "spun off": "spun off", "laid off": "laid off", "is": "is", "was": "was",
    "remains": "remains", "running": "ran", "holds": "holds", "held": "held", "taught": "taught",
    "mourned": "mourned", "found": "found", "broken up": "broken up", "saw": "saw", "departing": "departed",
    "forced out": "forced out", "let go": "let go", "rolled out": "rolled out", "walked out": "walked out",
    "had": "had", "has": "has", "took": "took", "plays": "played", "has been": "has been", "drew": "drew",
    "met": "met", "began": "began", "runs": "runs", "heads": "heads", "leads": "leads", "manages": "manages",
    "chairs": "chairs", "directs": "directs", "supervises": "supervises", "grew": "grew", "ran": "ran",
    "step": "stepped", "stand": "stood", "bow": "bowed", "go": "went", "give": "gave", "lay": "laid",
    "ship": "shipped", "let": "let", "bring": "brought", "take": "took", "became": "became", "come": "came",
    "buy": "bought", "sell": "sold", "spin": "spun", "break": "broke", "wind": "wound", "shed": "shed",
    "set": "set", "drive": "drove", "throw": "threw", "plan": "planned", "made": "made", "came": "came",
    "made available": "made available", "gave": "gave", "went": "went", "laid": "laid", "wound": "wound",
    "broke": "broke", "spun": "spun", "stood": "stood", "brought": "brought", "gives": "gave", "takes": "took",
    "goes": "went", "buys": "bought", "sells": "sold", "handed": "handed", "drove": "drove", "threw": "threw",
    "leaves": "left", "shuts": "shut", "cuts": "cut", "splits": "split", "lays": "laid", "wants": "wants",
    "withdrawn": "withdrew", "withdraw": "withdrew", "withdraws": "withdrew", "broken away": "broke away",
    "sawn": "sawed", "torn": "tore", "riven": "rent", "merge": "merged", "merging": "merged", "said": "said",
}  # fmt: skip
_FRAMES_SUBJECT = re.compile(r"\{s\}")


def display_name(entity: Entity) -> str:
    """A name as a sentence holds it: a team or a series takes the article."""
    takes_article = entity.kind == "team" or entity.name.casefold().endswith((" series", " lineup", " models"))
    return f"the {entity.name}" if takes_article and not entity.name.casefold().startswith("the ") else entity.name


def past(verb: str) -> str:
    """The past form of a verb as a rule captures it ("consolidating", "merge", "led"); phrases keep their tail."""
    verb = verb.casefold()
    if verb in _PAST:
        return _PAST[verb]
    head, _, tail = verb.partition(" ")
    if tail:
        return f"{past(head)} {tail}"
    if verb.endswith("ed"):
        return verb
    if verb.endswith("s") and not verb.endswith("ss"):
        return past(verb[:-2] if verb.endswith(("ches", "shes", "xes", "sses")) else verb[:-1])
    if verb.endswith("ing"):
        # "shipping" doubles its consonant, and so does "shipped"
        return f"{verb[:-3]}ed"
    return verb + ("d" if verb.endswith("e") else "ed")


#: Pasts that are no participles.
_PARTICIPLES = {
    "gave": "given", "took": "taken", "broke": "broken", "went": "gone", "drew": "drawn", "threw": "thrown",
    "drove": "driven", "tore": "torn", "withdrew": "withdrawn", "began": "begun", "ran": "run", "wrote": "written",
    "grew": "grown",
    "came": "come", "became": "become", "chose": "chosen", "saw": "seen", "showed": "shown",
}  # fmt: skip


def participle(verb: str) -> str:
    """The form behind "was" of a verb as a rule captures it: "gives away" -> "given away"."""
    head, blank, tail = past(verb).partition(" ")
    return f"{_PARTICIPLES.get(head, head)}{blank}{tail}"


def _present(verb: str) -> str:
    verb = verb.casefold()
    head, _, tail = verb.partition(" ")
    if head.endswith("ed") or (head.endswith("s") and not head.endswith("ss")) or head in {"beat", "overtook"}:
        return verb
    ending = "es" if head.endswith(("ch", "sh", "x", "ss")) else "s"
    return f"{head}{ending} {tail}".rstrip()


def when(date: Mapping[str, object]) -> str:
    """A date with its preposition: "on 3 March 2026", "in July 2019", "on Tuesday"; a relative one as it stands."""
    value, precision = str(date.get("value") or ""), str(date.get("precision"))
    surface = str(date.get("words") or "")
    if precision == "relative" and not value.startswith(("1", "2", "-")):
        return surface
    if precision == "weekday" and not value.startswith(("1", "2", "-")):
        return f"on {value.capitalize()}"
    shown = on(date)
    return f"on {shown}" if precision == "day" else f"in {shown}"


def on(date: Mapping[str, object]) -> str:
    """A date in words, without a preposition."""
    value, precision = str(date.get("value") or ""), str(date.get("precision"))
    part = str(date.get("part") or "")
    if not value or not (value[0].isdigit() or value[0] == "-"):
        return str(date.get("words") or value)
    return show_date(value, precision, part)


def role_phrase(role: str, unique: frozenset[str]) -> str:
    """A role with the article it needs: "CTO", "technical lead", "a staff research scientist"."""
    first = role.split(" ")[0]
    words = re.split(r" (?:of|for|at) ", role)[0].split(" ")
    if words[-1].casefold() in unique or (len(words) > 1 and words[0].casefold() == "chief"):
        return role
    # an abbreviation is spoken by its letters: "an HR manager", "a UI designer"
    vowel = first[:1] in "AEFHILMNORSX" if first.isupper() and len(first) < 5 else first[:1].casefold() in "aeiou"
    return f"{'an' if vowel else 'a'} {role}"


def sentence(
    *,
    kind: Kind,
    rule: str,
    slots: Mapping[str, SlotValue],
    hedge: str,
    attribution: str | None,
    polarity: Polarity,
    basis: Basis,
    names: Callable[[str], str],
    codebook: Codebook,
) -> str:
    """The text of a statement. `names` gives the name of an entity id (and any other string back as it is)."""
    if rule == EDITOR:
        return str(slots.get("matter") or "")
    if kind in ARGUMENT_KINDS:
        said = str(slots.get("sentence") or "")
        shown = f"“{said}”" if basis == "original" else said
        return f"Title line: {shown}" if slots.get("place") == "title" else shown
    clause = _clause(kind, rule, slots, basis, names, codebook)
    # a verb phrase in the source's own words brings its "not" and its "reportedly" along
    own = str(slots.get("relation") or "")
    denies = slots.get("reporting") in codebook.lexicon.denial or codebook.lexicon.negation_pattern.search(own)
    if polarity == "denied" and not denies:
        clause = f"it is not the case that {clause}"
    # "a post suggests that …" says the doubt itself
    spoken = attribution and codebook.lexicon.hedge_of.get(str(slots.get("reporting"))) == hedge
    told = own.casefold().split()
    runs = {" ".join(told[i : i + n]) for n in (1, 2, 3) for i in range(len(told))}
    spoken = spoken or hedge in {codebook.lexicon.hedge_of.get(run) for run in runs}
    framed = hedge != "none" and hedge in codebook.lexicon.hedges and not spoken
    if framed:
        frame = codebook.lexicon.hedges[hedge]
        clause = _FRAMES_SUBJECT.sub(lambda _: clause, frame)
        framed = not frame.startswith("{s}")
    if attribution:
        verb = str(slots.get("reporting") or "according to")
        # a hedge's frame loses its capital inside a longer sentence; a name keeps it
        inner = clause[:1].lower() + clause[1:] if framed else clause
        clause = (
            f"according to {attribution}, {inner}" if verb == "according to" else f"{attribution} {verb} that {inner}"
        )
    clause = clause.strip()
    end = "" if clause.endswith((".", "?", "!", ".”", "?”", "!”")) else "."
    return clause[:1].upper() + clause[1:] + end


def _clause(
    kind: Kind, rule: str, slots: Mapping[str, SlotValue], basis: Basis, names: Callable[[str], str], codebook: Codebook
) -> str:
    filled: dict[str, SlotValue] = {**slots, "rule": rule, "basis": basis}
    for template in codebook.templates[kind]:
        if all(_fits(filled.get(slot), values) for slot, values in template.when.items()):
            break
    else:
        raise LookupError(f"no template of kind {kind} fits rule {rule}")

    def field(found: re.Match[str]) -> str:
        return _show(found[1], found[2], filled, basis, names, codebook)

    def part(found: re.Match[str]) -> str:
        if any(not filled.get(name) for name, _ in _FIELD.findall(found[1])):
            return ""
        return found[1]

    return re.sub(r" {2,}", " ", _FIELD.sub(field, _PART.sub(part, template.text))).strip()


def _fits(value: SlotValue, wanted: tuple[str, ...]) -> bool:
    if wanted == ("",):
        return not value
    if wanted == ("*",):
        return bool(value)
    return isinstance(value, str) and value.casefold() in wanted


def _is(slot: str, text: str, slots: Mapping[str, SlotValue], codebook: Codebook) -> str:
    """A noun's "is" or "are"; behind a value the value itself with it: "are", "9 people are", "70% is"."""
    if slot != "value":
        return "are" if is_plural(text.rpartition(" ")[2]) else "is"
    amount = _show(slot, "amount", slots, "original", str, codebook)
    return f"{amount} {'are' if is_plural(amount.rpartition(' ')[2]) else 'is'}"


def _show(
    slot: str,
    how: str | None,
    slots: Mapping[str, SlotValue],
    basis: Basis,
    names: Callable[[str], str],
    codebook: Codebook,
) -> str:
    value = slots.get(slot)
    if isinstance(value, Mapping):
        return when(value) if how == "when" else on(value)
    if isinstance(value, (list, tuple)):
        shown = [names(str(v)) for v in value]
        return shown[0] if len(shown) == 1 else ", ".join(shown[:-1]) + " and " + shown[-1]
    text = str(value or "")
    match how:
        case "past":
            return past(text)
        case "participle":
            return participle(text)
        case "present":
            return _present(text)
        case "a":
            return role_phrase(text, codebook.lexicon.unique_roles)
        case "amount" | "labelled":
            unit = str(slots.get("unit" if how == "amount" else "attribute") or "")
            if not text[:1].isdigit():
                # a vague amount stays the word that the source uses: "several", "dozens of"
                return f"{text}{' of' if text.endswith('s') else ''} {unit}".replace("several of", "several")
            # a label may have several words; only its last is counted: "two key team members"
            last = unit.rpartition(" ")[2]
            approx = str(slots.get("approx") or "")
            amount = show(text, last, approx)
            return f"{amount.removesuffix(last)}{unit}" if amount.endswith(last) else show(text, unit, approx)
        case "was":
            # "the Aurora models were": only a name with an article can be one of many
            called = names(text)
            many = called.startswith("the ") and is_plural(called.rpartition(" ")[2]) and not called.endswith(" series")
            return "were" if many else "was"
        case "is":
            return _is(slot, text, slots, codebook)
        case "measure":
            # "the parameters of X are given as 9 billion", and no "9 billion parameters"
            unit, of = str(slots.get("unit") or ""), str(slots.get("attribute") or "").casefold()
            return show(text, "" if of.endswith(unit.casefold()) else unit, str(slots.get("approx") or ""))
        case "words":
            named = names(text)
            if named != text or basis == "note" or (text.startswith("“") and text.endswith("”")):
                return named
            return f"“{text}”"
        case _:
            return names(text)
