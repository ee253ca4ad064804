"""What the self-test found, in lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.model import Briefing, SelfTest


def figures(result: SelfTest) -> str:
    """The sum in one line, then one line a class."""
    return "\n".join(
        [
            f"self-test: {result.refused} of {result.made} corrupted statements refused, {result.accepted} of "
            f"{result.statements} true ones accepted; {len(result.equivalents)} more turned out to be true as well",
            *(f"  {c.name}: {c.refused} of {c.made} refused" for c in result.classes),
        ]
    )


def listed(briefing: Briefing) -> Iterator[str]:
    """Every corruption that the verifier accepts beside its original and the passage, then those that are true."""
    if briefing.self_test is None:
        return
    statements = {s.id: s for s in briefing.statements}
    for told, items in (("accepted", briefing.self_test.survivors), ("true as well", briefing.self_test.equivalents)):
        for item in items:
            s = statements[item.statement]
            because = f"\n  because:   {item.why}" if item.why else ""
            yield (
                f"{told} · {item.cls} · {item.statement} · {s.rule}\n  corrupted: {item.text}\n  says:      {s.text}\n"
                f"  cites:     {s.evidence.source} ¶{s.evidence.passage[1:]}: {s.evidence.exact}{because}\n"
            )
