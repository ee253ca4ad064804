"""What the parse alone does not tell of whom a verb, a pronoun or "the company" goes back to."""

from __future__ import annotations

from briefwright.codebook import Lexicon
from briefwright.extract.parsed import Node, Tree
from briefwright.names import Mention


def clause_between(tree: Tree, head: Node, verb: Node) -> Node | None:
    """ "showed the Kiln, which lifts 80 kg, | runs | for a day and | costs | $500": a clause goes on behind commas.

    The parser may join its verbs to the one before the clause; that they stand in the clause's tense tells.
    """
    if verb.dep != "conj" or verb.tag != "VBZ" or head.tag not in {"VBD", "VBN"}:
        return None
    clause = next((n for n in tree.nodes[head.i : verb.i] if n.dep == "relcl" and n.tag == "VBZ"), None)
    before, further = tree.nodes[verb.i - 1], tree.nodes[verb.i - 2]
    apart = before.low == "and" and further.text == ","
    return clause if clause is not None and before.text in {",", "and"} and not apart else None


def opened(tree: Tree, pronoun: Node) -> bool:
    """ "Founded as a part of Nova, | it | …": what opens a sentence with a participle speaks of its subject only."""
    first = next((n for n in tree.nodes if n.tag not in {"``", "''", ":", ","}), pronoun)
    before = tree.nodes[pronoun.i - 1] if pronoun.i else None
    subject = pronoun.dep in {"nsubj", "nsubjpass"}
    return subject and first.tag in {"VBN", "VBG"} and before is not None and before.text == ","


def sets_the_scene(tree: Tree, named: Node, pronoun: Node) -> bool:
    """ "On RepoFix, a test of patches, | it | scored 71": does a name stand in the phrase that opens its clause?"""
    prep = tree.head(named)
    verb = tree.head(prep) if prep is not None and named.dep == "pobj" else None
    opens = prep is not None and (prep.i == 0 or tree.nodes[prep.i - 1].text in {",", ";", ":", "and", "but"})
    return opens and verb is not None and verb is tree.head(pronoun)


def where_from(node: Node, lexicon: Lexicon) -> bool:
    """ "the | Danish | company", "the | Lorn | company": where a body is from tells it from no other here."""
    place = node.token is not None and isinstance(node.token.value, Mention) and node.token.value.kind == "place"
    return node.text in lexicon.demonyms or node.text in lexicon.places or place
