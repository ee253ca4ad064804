"""Is a time what something takes, and so an amount of its own, or when it happened?"""

from __future__ import annotations

from briefwright.extract.countings import Countings
from briefwright.extract.holders import amount_of, is_amount, is_time
from briefwright.extract.parsed import Node

_SHORT = frozenset({"second", "millisecond", "microsecond", "minute", "m", "ms", "hour"})


class Durations(Countings):
    """Tells the times that are amounts from those that only date."""

    def lasts(self, top: Node, node: Node) -> bool:
        """Is a time what something takes or is late by, rather than when it happened ("in its first five days")?"""
        head = self.tree.head(top)
        if head is None or any(c.low in {"first", "last", "past", "next"} for c in self.tree.below(top, "amod")):
            return False
        if top is not node and top.dep not in {"pobj", "npadvmod"} and top.end > node.end and not is_time(top):
            return True
        if next((c for c in self.tree.below(top, "prep") if c.low == "of"), None) is not None:
            # "2.4 million hours of recordings": an amount of something
            return True
        if head.low in self.words.classes["late"]:
            return True
        if top.dep in {"dobj", "attr"} or (top.dep == "npadvmod" and head.low in self.words.classes["lasting"]):
            return True
        above = self.tree.head(head)
        if above is not None and head.low == "in" and above.dep == "dobj" and not above.verb:
            # "calculates ten days in 48 seconds": the parser may hang it on the object
            above = self.tree.head(above)
        if top.dep != "pobj" or above is None:
            return False
        if head.low in {"of", "to"}:
            return True
        if head.low == "from" and self.verb_above(head) in self.words.verbs and (
            self.words.verbs[self.verb_above(head)] in {"change", "cut"}
        ):  # fmt: skip
            return True
        if self.quick(node) is not None:
            return True
        if head.low == "in":
            # "folds a shirt in 90 seconds": what it does again and again takes so long
            again = above.tag in {"VBZ", "VBP"} or any(c.low in {"can", "could"} for c in self.tree.below(above, "aux"))
            short = is_amount(node) and amount_of(node).unit.removesuffix("s") in _SHORT
            return above.low in self.words.classes["quick"] or (again and short)
        return (head.low == "for" and above.low in self.words.classes["lasting"]) or (
            head.low == "by" and above.low in self.words.classes["lasting"]
        )

    def verb_above(self, node: Node) -> str:
        """The verb of the clause that a word stands in."""
        above: Node | None = node
        while above is not None and not above.verb:
            above = self.tree.head(above)
        return above.low if above is not None else ""

    def quick(self, node: Node) -> str | None:
        """The word before "in 40 milliseconds" if it says how fast, and the parser took it for no verb."""
        before = self.tree.nodes[node.i - 2] if node.i > 1 and self.tree.nodes[node.i - 1].low == "in" else None
        if before is None or before.verb:
            return None
        return before.low if before.low in self.words.classes["quick"] else None
