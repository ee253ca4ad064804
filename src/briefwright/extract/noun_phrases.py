"""What a noun phrase of a parsed sentence names: people and bodies."""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.codebook import Lexicon
from briefwright.extract.syntax import Syntax
from briefwright.names import Mention

BODIES = "OTFMG"
_SEVERAL = frozenset(
    {
        "two",
        "three",
        "four",
        "five",
        "six",
        "both",
        "others",
        "those",
        "all",
        "several",
        "some",
        "them",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "dozen",
        "many",
        "few",
        "most",
    }
)
#: what belongs to a noun before it
_MODIFIERS = frozenset({"amod", "compound", "nmod", "npadvmod", "punct"})


def is_person_noun(tree: Syntax, i: int, lexicon: Lexicon) -> bool:
    return tree.name(i, "POTFMGL") is None and (
        tree.low(i) in lexicon.role_words
        or tree.lemma(i) in lexicon.role_words
        or tree.lemma(i) in lexicon.events["people"]
        or tree.low(i) in _SEVERAL
    )


def people(tree: Syntax, i: int, lexicon: Lexicon) -> tuple[Mention, ...]:
    """The people whom a phrase names: itself, what is joined to it, and names that stand behind a noun for people."""
    found = list(dict.fromkeys(_people(tree, i, lexicon, 0)))
    seen: dict[str, Mention] = {}
    for one in found:
        seen.setdefault(one.key, one)
    return tuple(seen.values())


def _people(tree: Syntax, i: int, lexicon: Lexicon, depth: int) -> Iterator[Mention]:
    if depth > 12:
        return
    own = tree.name(i, "PH")
    if own is not None:
        yield own
        for child in tree.kids(i, "appos"):
            # a long list is sometimes read as a chain of appositions
            if tree.name(child, "P") is not None:
                yield from _people(tree, child, lexicon, depth + 1)
            # "Ada Lin, the compiler chief, and | Bo Tan |": joined to her, and not to what she is
            for joined in tree.kids(child, "conj"):
                apart = tree.low(joined - 1) == "and" and tree.words[joined - 2].text == ","
                if apart and tree.name(child, "PH") is None and tree.name(joined, "P") is not None:
                    yield from _people(tree, joined, lexicon, depth + 1)
    elif is_person_noun(tree, i, lexicon):
        beside = tree.kids(i, "appos") or _named_behind(tree, i)
        for child in beside:
            yield from _people(tree, child, lexicon, depth + 1)
        for child in tree.kids(i, "prep"):
            for inner in tree.kids(child, "pobj"):
                listed = tree.low(child) in {"including", "like", "as"}
                if listed or (tree.low(child) == "of" and _titled(tree, i, inner, lexicon)):
                    yield from _people(tree, inner, lexicon, depth + 1)
                elif tree.low(child) == "of" and tree.low(i) in _SEVERAL and is_person_noun(tree, inner, lexicon):
                    # "Two of her deputies, | Ada Lin and Bo Tan |"
                    for named in tree.kids(inner, "appos"):
                        yield from _people(tree, named, lexicon, depth + 1)
    for child in tree.kids(i, "conj"):
        if not tree.verbal(child):
            yield from _people(tree, child, lexicon, depth + 1)


def listed(tree: Syntax, first: int, lexicon: Lexicon) -> tuple[Mention, ...]:
    """ "| Ada Lin |, the chemist; | Bo Tan |, who ran sales; and | Cy Roe |": who heads the items of a list.

    The parser hangs the items of such a list on whatever stands near.
    """
    heads = [
        m
        for i in range(first + 1, len(tree.words))
        if (m := tree.name(i, "P")) is not None
        and (tree.words[i - 1].text == ";" or (tree.low(i - 1) == "and" and tree.words[i - 2].text in {";", ","}))
    ]
    return tuple({m.key: m for m in (*people(tree, first, lexicon), *heads)}.values())


def _titled(tree: Syntax, role: int, name: int, lexicon: Lexicon) -> bool:
    """ "head of flight software | Ada Lin |": the name is read as a part of what its bearer heads."""
    before = name - 1
    return (
        tree.name(name, "P") is not None
        and tree.low(role) in lexicon.unique_roles
        and before > role + 1
        and tree.words[before].tag in {"NN", "NNS"}
        and tree.dep(before) in _MODIFIERS
        and tree.tokens[before] is None
        and not is_person_noun(tree, before, lexicon)
    )


def _named_behind(tree: Syntax, i: int) -> tuple[int, ...]:
    """The name right behind a noun phrase and its comma, whatever the parse hangs it on: "its chief, Ada Lin,"."""
    last = max(tree.subtree(i, frozenset({"appos", "relcl", "punct", "conj", "cc", "advcl"})))
    if last + 2 >= len(tree.words) or tree.words[last + 1].text != "," or tree.name(last + 2, "P") is None:
        return ()
    closed = last + 3 >= len(tree.words) or tree.words[last + 3].text in {",", ".", ")", ";", "—", "–"}
    return (last + 2,) if closed and tree.words[i].tag in {"NN", "NNP"} else ()


def holders(tree: Syntax, i: int, lexicon: Lexicon) -> tuple[Mention, ...]:
    """The people whom a phrase names, or who bear the role that it names ("…, a professor | who …")."""
    found = people(tree, i, lexicon)
    if found or not is_person_noun(tree, i, lexicon):
        return found
    head = tree.head(i)
    if tree.dep(i) == "appos" and tree.name(head, "PH"):
        return people(tree, head, lexicon) if tree.words[i].tag == "NNS" else _own(tree, head)
    if tree.dep(i) == "conj":
        return holders(tree, head, lexicon)
    return ()


def doers(tree: Syntax, verb: int, who: int, lexicon: Lexicon) -> tuple[Mention, ...]:
    """The people of whom a verb tells: in "Ada Lin, who runs the lab, and Bo Tan" Bo Tan runs nothing."""
    found = holders(tree, who, lexicon)
    if not found and tree.low(who) == "they" and tree.dep(verb) == "ccomp":
        # "Ada Lin and Bo Tan say that | they | start at Nova": of themselves
        above = next(iter(tree.kids(tree.head(verb), "nsubj")), None)
        own = people(tree, above, lexicon) if above is not None and above < who else ()
        found = own if len(own) > 1 else ()
    at = tree.spans[verb][0]
    before = tuple(m for m in found if m.start < at)
    return before if before and tree.dep(verb) == "relcl" else found


def _own(tree: Syntax, i: int) -> tuple[Mention, ...]:
    named = tree.name(i, "PH")
    return (named,) if named is not None else ()


def companions(tree: Syntax, verb: int, who: int, lexicon: Lexicon) -> tuple[Mention, ...]:
    """Who does it too: "Ada Lin, | alongside the engineers Bo Tan and Cy Roe |, walked out"."""
    out: list[Mention] = []
    for head in (who, verb):
        for child in tree.kids(head, "prep", "advmod", "cc", "mark"):
            low = tree.low(child)
            beside = tree.low(child - 1) if child else ""
            if low in {"alongside"} or (low in {"with", "as"} and beside in {"along", "together", "well"}):
                for inner in tree.kids(child, "pobj"):
                    out += people(tree, inner, lexicon)
    return tuple(out)


def body_of(tree: Syntax, i: int) -> Mention | None:
    """The body that a phrase names: its head, or the name beside a noun for a body ("the retailer Mercavia")."""
    named = tree.name(i, BODIES)
    if named is not None:
        return named
    if tree.name(i, "PHL") is not None:
        return None
    beside = [m for c in tree.kids(i, "appos") if (m := tree.name(c, "OT"))]
    if not beside and i + 1 < len(tree.words) and tree.dep(i + 1) == "appos" and (behind := tree.name(i + 1, "OT")):
        # "at the fund | Nova", whatever the name is taken to stand in apposition to
        return behind
    return beside[0] if len(beside) == 1 else None


def under(tree: Syntax, i: int, prepositions: frozenset[str]) -> Iterator[int]:
    """What stands behind one of the prepositions below a word."""
    for child in tree.kids(i, "prep", "agent", "dative"):
        if tree.low(child) in prepositions:
            yield from tree.kids(child, "pobj")
