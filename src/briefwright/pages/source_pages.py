"""Pages of the sources: their records, their origins, and every passage with what became of each sentence."""

from __future__ import annotations

import posixpath
from collections import Counter
from itertools import combinations
from typing import Final

from briefwright.figures import Family, Member, Pair, origins
from briefwright.model import Origin, Passage, Sentence, Source, Use
from briefwright.pages import when
from briefwright.pages.escape import outward, plain, relative
from briefwright.pages.home import counted, coverage
from briefwright.pages.judged import retraction
from briefwright.pages.leaf import UNSEARCHED, page
from briefwright.pages.view import View, source_page

_HERE: Final = "sources/index.md"


def sources(view: View) -> tuple[str, bytes]:
    """All sources with their records in short, and which of them share an origin, with the phrases that show it."""
    return page(view, _HERE, name="Sources",
                about="The texts behind this briefing, their records, and which of them share wording.", body=(
        "# Sources {: #sources }",
        f"{counted(len(view.sources), 'article')} of {counted(len(view.origins), 'origin')}. Articles that share "
        "wording count as one origin.",
        f"For a citation manager: [all sources as CSL-JSON]({relative('data/sources.csl.json', _HERE)}) and [as BibTeX]"
        f"({relative('data/sources.bib', _HERE)}). [More data]({relative('method.md#data', _HERE)}).",
        picture_of_origins(view),
        *_pairs(view),
        *(_family(view, n, origin) for n, origin in enumerate(view.briefing.origins, 1)),
    ))  # fmt: skip


def picture_of_origins(view: View) -> str:
    """The texts with their origins, and how many findings two origins both say."""
    families = [
        Family(
            label=f"Origin {n}",
            told=f"{len(origin.sources)} texts" if len(origin.sources) > 1 else "one text",
            fragment=f"origin-{n}",
            members=tuple(Member(label=f"{s}, {_date(view.sources[s])}", fragment=f"s-{s}") for s in origin.sources),
        )
        for n, origin in enumerate(view.briefing.origins, 1)
    ]
    pairs = [Pair(one=a, two=b, count=n, fragment=f"pair-{a + 1}-{b + 1}") for (a, b), n in _shared(view).items()]
    return origins(families, pairs, name="Which texts share an origin, and what two origins both say", caption=_LINES)


def _date(source: Source) -> str:
    return when.published(source.published).removesuffix(" (derived)")


_LINES: Final = (
    "Texts on the left, origins in the middle. A number on the right counts the findings that both origins say; "
    "everything leads to its entry below."
)


def _shared(view: View) -> dict[tuple[int, int], int]:
    """How many findings two origins both say, by their places from 0."""
    place = {origin.id: n for n, origin in enumerate(view.briefing.origins)}
    found: Counter[tuple[int, int]] = Counter()
    for finding in view.briefing.findings:
        found.update(combinations(sorted(place[o] for o in finding.origins if o in place), 2))
    return dict(sorted(found.items()))


def _pairs(view: View) -> list[str]:
    """What the numbers of the picture lead to: pairs of origins, each with the way to their texts side by side."""
    lines = [
        f'<li id="pair-{a + 1}-{b + 1}" markdown="span">Origins {a + 1} and {b + 1} both say '
        f"{counted(n, 'finding')}: [side by side]({relative('compare.md', _HERE)})</li>\n"
        for (a, b), n in _shared(view).items()
    ]
    return [f'<ul class="bw-pairs" markdown>\n{"".join(lines)}</ul>'] if lines else []


def _family(view: View, number: int, origin: Origin) -> str:
    phrases = ", ".join(f"“{plain(p)}”" for p in origin.shared)
    why = "These texts share wording" + (f", among others: {phrases}." if phrases else ".")
    cards = "\n\n".join(_entry(view, view.sources[s]) for s in origin.sources)
    return f"## Origin {number} {{: #origin-{number} }}\n\n{why if len(origin.sources) > 1 else _ALONE}\n\n{cards}"


_ALONE: Final = "This text shares its wording with no other of the corpus."


def _entry(view: View, source: Source) -> str:
    used, total = coverage(view, source.id)
    publisher = "Publisher unknown" if source.publisher == "unknown" else plain(source.publisher)
    gone = retraction(view, source.id)
    notice = f"<strong>Retracted:</strong> {plain(gone)}\n\n" if gone else ""
    return (
        f'<section class="bw-card" markdown>\n\n### [{plain(source.title)}]({relative(source_page(source.id), _HERE)}) '
        f"{{: #s-{source.id} }}\n\n{notice}{publisher}, {when.published(source.published)}. "
        f"{used} of {counted(total, 'sentence')} used.\n\n</section>"
    )


def one(view: View, source: Source) -> tuple[str, bytes]:
    """One source: its record, then every passage under its number."""
    here = source_page(source.id)
    return page(view, here, name=source.title, kept=posixpath.basename(source.path),
                about="The record of one cited text and its numbered passages, with what each is used for.", body=(
        f"# {plain(source.title)} {{: #source-{source.id} }}",
        _way(view, source, here),
        _retracted(view, source),
        _record(view, source),
        *_relatives(view, source, here),
        *_corrections(source),
        *_left_out(source),
        "## Passages {: #passages }",
        _NOTE if source.basis == "note" else _ORIGINAL,
        f'<p class="bw-tally">{_tally(view, source)}</p>',
        *(_passage(view, source, p, here) for p in source.passages),
    ))  # fmt: skip


def _way(view: View, source: Source, here: str) -> str:
    """The way back to the index, and to the sources before and after."""
    row = view.briefing.sources
    at = row.index(source)

    def link(other: Source) -> str:
        return f"[{plain(other.id)}]({relative(source_page(other.id), here)})"

    before = [f"← {link(s)}" for s in row[max(at - 1, 0) : at]]
    after = [f"{link(s)} →" for s in row[at + 1 : at + 2]]
    steps = " · ".join((*before, *after))
    return (
        f'<p class="bw-back" {UNSEARCHED} markdown><span class="bw-up">[Sources](index.md)</span> '
        f'<span class="bw-steps">{steps}</span></p>'
    )


def _retracted(view: View, source: Source) -> str:
    """The notice on a source that an editor took out; nothing on any other."""
    gone = retraction(view, source.id)
    if not gone:
        return ""
    return (
        f'<div class="bw-retracted" role="note" markdown="span"><strong>Retracted:</strong> {plain(gone)}. No finding '
        "rests on this text any more; what stands below is kept for the record.</div>"
    )


_NOTE: Final = (
    "What follows is our own account of the article, paragraph by paragraph; the article itself belongs to its "
    "publisher and is not shown. Words in quotation marks are the article's own."
)
_ORIGINAL: Final = "What follows are the words of the text itself, paragraph by paragraph."


def _record(view: View, source: Source) -> str:
    used, total = coverage(view, source.id)
    origin = next((n for n, o in enumerate(view.briefing.origins, 1) if source.id in o.sources), None)
    how = f" – {plain(source.published.how)}" if source.published.how else ""
    seal = "checked against the article" if source.sealed else "not checked against the article"
    gone = retraction(view, source.id)
    rows = (
        ("Status", f"retracted: {plain(gone)}" if gone else ""),
        ("Publisher", plain(source.publisher)),
        ("Author", plain(source.author)),
        ("Published", when.published(source.published) + how),
        ("Language", plain(source.language)),
        ("Basis", f"our note; {seal}" if source.basis == "note" else "the original text"),
        ("Origin", f"[Origin {origin}](index.md#origin-{origin})" if origin else "not grouped"),
        ("Used", f"{used} of {counted(total, 'sentence')}"),
        ("File", f"<code {UNSEARCHED}>{plain(source.file)}</code>"),
        ("SHA-256", f'<code class="bw-hash" {UNSEARCHED}>{plain(source.sha256)}</code>'),
        *_page(source),
        ("Rights", plain(source.rights)),
    )
    lines = "".join(f"<dt>{name}</dt>\n<dd markdown>{value}</dd>\n" for name, value in rows if value)
    return f'<dl class="bw-record" markdown>\n{lines}</dl>'


def _page(source: Source) -> tuple[tuple[str, str], ...]:
    """The web page that the text was taken from, and where it states what stands in the record."""
    page = source.page
    if page is None:
        return ()
    saved = f" <code>{plain(page.file)}</code>, SHA-256 <code>{plain(page.sha256)}</code>" if page.sha256 else ""
    told = "; ".join(f"{plain(field)}: {plain(where)}" for field, where in page.stated)
    return (
        ("Web page", f"{outward(page.address)}{saved}".strip()),
        ("Modified", plain(page.modified)),
        ("Stated in", told),
    )


def _relatives(view: View, source: Source, here: str) -> list[str]:
    """The texts with which a source shares its wording, with the phrases that show it."""
    number = view.origin_of(source.id)
    if number is None:
        return []
    origin = view.briefing.origins[number - 1]
    others = [s for s in origin.sources if s != source.id]
    head = f"## Origin {number} {{: #origin }}"
    if not others:
        return [head, _ALONE]
    links = ", ".join(f"[{s} {plain(view.sources[s].label)}]({relative(source_page(s), here)})" for s in others)
    phrases = "".join(f"<li>“{plain(phrase)}”</li>\n" for phrase in origin.shared)
    shown = f'<ul class="bw-phrases">\n{phrases}</ul>' if phrases else ""
    return [head, f"This text shares wording with {links}. Together they count as one origin.", shown]


def _tally(view: View, source: Source) -> str:
    """What became of the paragraphs and the sentences, in one line."""
    used, total = coverage(view, source.id)
    parts = [counted(len(source.passages), "paragraph")]
    for cls, told in (("heading", "a heading"), ("noise", "no content")):
        count = sum(p.cls == cls for p in source.passages)
        parts += [f"{count} {told}"] if count else []
    return f"{', '.join(parts)}; {used} of {counted(total, 'sentence')} used, {total - used} unused"


def _corrections(source: Source) -> list[str]:
    """What the publisher changed since the article was noted, the hash of each state beside it."""
    if not source.corrections:
        return []
    told = "\n".join(
        f"- {plain(c.when)}: {plain(c.what)} Before: <code>{plain(c.sha256)}</code>" for c in source.corrections
    )
    return [
        "## Corrected by its publisher {: #corrections }",
        f"The note follows the article as it is now, <code>{plain(source.sha256)}</code>.\n\n{told}",
    ]


def _left_out(source: Source) -> list[str]:
    if not source.left_out:
        return []
    lines = "\n".join(f"- ¶{plain(x.paragraph.removeprefix('p'))}: {plain(x.detail)} – {plain(x.reason)}"
                      for x in source.left_out)  # fmt: skip
    return ["## Left out {: #left-out }", "Details of the article that the note does not retell, each with its reason.",
            lines]  # fmt: skip


def _passage(view: View, source: Source, passage: Passage, here: str) -> str:
    """A passage under its number: its class, and per sentence the findings that use it or why none does."""
    told = passage.cls if not passage.reason else f"{passage.cls}: {passage.reason}"
    label = "" if passage.cls == "content" else f'<p class="bw-class">{plain(told)}</p>\n\n'
    uses = view.uses.get((source.id, passage.id), ())
    if passage.text:
        body = "\n\n".join(_sentence(view, passage, s, uses, here) for s in passage.sentences) or plain(passage.text)
    else:
        body = '<p class="bw-unused">Not retold.</p>'
    # what was withdrawn is on record here, and found by nobody who did not come for it
    hidden = f" {UNSEARCHED}" if retraction(view, source.id) else ""
    return (
        f'<section class="bw-passage bw-{passage.cls}" id="{passage.id}"{hidden} markdown>\n\n'
        f'<p class="bw-number" markdown>[¶{passage.number}](#{passage.id})</p>\n\n{label}{body}\n\n</section>'
    )


def _sentence(view: View, passage: Passage, sentence: Sentence, uses: tuple[Use, ...], here: str) -> str:
    first, last = passage.offsets[sentence.start], passage.offsets[sentence.end]
    here_used = [u for u in uses if u.start < last and first < u.end]
    links = dict.fromkeys(i for u in here_used for i in u.findings)
    used = ", ".join(f"[{plain(view.findings[i].kind.replace('_', ' '))}]({relative(_home(view, i), here)})"
                     for i in links if i in view.findings)  # fmt: skip
    why = "; ".join(dict.fromkeys(u.why_unused for u in here_used if u.why_unused))
    fate = f"Used in: {used}" if used else f"Not used: {plain(why) or 'no reason on record'}"
    if passage.cls != "content" and not used and not why:
        fate = ""
    kept_back = [s for s in view.briefing.silenced if s.source == passage.source and first <= s.start < last]
    if used and kept_back:
        fate += f". Not shown: {plain('; '.join(dict.fromkeys(f'{s.kind}, {s.why}' for s in kept_back)))}"
    hidden = f" {UNSEARCHED}" if kept_back else ""
    mark = f'<p class="{"bw-used" if used else "bw-unused"}" {UNSEARCHED} markdown>{fate}</p>' if fate else ""
    return f'<p class="bw-sentence"{hidden}>{plain(sentence.text)}</p>\n\n{mark}'


def _home(view: View, finding: str) -> str:
    return f"{view.homes[finding]}#f-{finding}"
