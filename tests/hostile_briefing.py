"""The fixture briefing with markup and script in every word that a stranger may write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import count, cycle

from briefwright.model import Briefing, SlotValue
from fixture_briefing import make

PAYLOADS = (
    "[x](javascript:alert(1))",
    "<script>alert(1)</script>",
    "</title><script>alert(2)</script>",
    "<img src=x onerror=alert(3)>",
    '"><svg onload=alert(4)>',
    "' onmouseover='alert(5)",
    "</p></div></section></td></table><iframe src=javascript:alert(6)></iframe>",
    "![x](https://evil.example/a.png)",
    "<https://evil.example/> www.evil.example",
    "[^ab12]: a note\n\n# A heading\n\n    code",
    "[^1] [ref][1]\n\n[1]: javascript:alert(7)",
    "x {: onclick=alert(8) id=page .bw-status }",
    "{: #brief onclick=alert(9) }",
    "{{ config.site_name }} {% include 'main.html' %}",
    "///Footnotes Go Here///",
    "`code` **bold** _under_ ~~~ *** --- ===",
    "---\nrobots: all\n---",
    "| a | b |\n|---|---|\n| c | d |",
    "&lt;script&gt;alert(10)&lt;/script&gt; &#60;b&#62;",
    "<!-- comment --> <![CDATA[ x ]]> <?php x ?>",
    "\x02wzxhzdk:0\x03 klzzwxh:0",
    "\u202egnp.exe\u2066 zero\u200bwidth",
    "<div markdown>*x*</div> <a href='javascript:alert(11)' data-search-exclude=\"1\">y</a>",
    "1. a list\n2. of two\n\n- [ ] and a task",
)


def hostile() -> Briefing:
    """Each payload in turn wherever the fixture has a word that is no id: names, titles, quotations, reasons, dates."""
    base = make()
    supply, number = cycle(PAYLOADS), count(1)
    kept = {e.id for e in base.entities}

    def word() -> str:
        # The number keeps apart what must differ, such as the names of two entities.
        return f"{next(supply)} {next(number)}"

    def slot(value: SlotValue) -> SlotValue:
        match value:
            case str():
                return value if value in kept else word()
            case Mapping():
                return {**value, "derived": word(), "precision": word()}
            case _:
                return value

    sources = tuple(
        replace(
            s,
            title=word(),
            publisher=word() if s.publisher != "unknown" else "unknown",
            author=word(),
            published=replace(s.published, how=word()),
            language=word(),
            file=word(),
            sha256=word(),
            rights=word(),
            left_out=tuple(replace(x, paragraph=word(), detail=word(), reason=word()) for x in s.left_out),
            passages=tuple(
                replace(p, reason=word(), sentences=tuple(replace(x, text=word()) for x in p.sentences))
                for p in s.passages
            ),
        )
        for s in base.sources
    )
    return replace(
        base,
        title=" ".join(PAYLOADS),
        site_name=" ".join(PAYLOADS),
        contact="javascript:alert(12)",
        revision=word(),
        report="javascript:alert(13)",
        edit="javascript:alert(14)//",
        glossary=(*((name, word()) for name, _ in base.glossary), (word(), word())),
        gaps=tuple(replace(g, question=word()) for g in base.gaps),
        sources=sources,
        origins=tuple(replace(o, shared=tuple(word() for _ in PAYLOADS)) for o in base.origins),
        entities=tuple(replace(e, name=word(), aliases=(word(), word()), note=word()) for e in base.entities),
        statements=tuple(
            replace(
                s,
                text=word(),
                hedge=word(),
                rule=word(),
                slots={name: slot(value) for name, value in s.slots.items()},
                evidence=replace(s.evidence, start=0, end=0, exact=word(), prefix=word(), suffix=word()),
            )
            for s in base.statements
        ),
        findings=tuple(replace(f, text=f"{word()} {word()}") for f in base.findings),
        conflicts=tuple(
            replace(
                c,
                about=word(),
                note=word(),
                resolution=word() if c.resolution else None,
                sides=tuple(replace(x, text=word()) for x in c.sides),
            )
            for c in base.conflicts
        ),
        uses=tuple(replace(u, why_unused=word() if u.why_unused else None) for u in base.uses),
    )
