"""A comparison as text for a terminal, as Markdown for a comment, as JSON for a program."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from briefwright.diff.model import Arrival, Coverage, Difference, Entry
from briefwright.diff.words import collate

#: A comment of the forge holds 65,536 characters; what else a workflow adds must fit too.
MOST_BYTES = 60_000
#: A comment tells of this many new sources, and of the sentences used of as many.
_MOST_SOURCES = 20
_CUT = "…and {} more, not shown here; `briefwright diff --format text` shows all."
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_JOINER = "\u2060"
#: What a forge turns into a link, a mention or a reference: parted by a character without width.
_ACTIVE = re.compile(r"(?<=[@#])|(?<=://)|(?<=:)(?=//)|(?<=www)(?=\.)|(?<=GH)(?=-)")
_HASH = re.compile(r"\b[0-9a-f]{7,}\b")


def as_json(difference: Difference) -> str:
    """The comparison as JSON: verdict, counts, every entry, new sources, coverage."""
    counted = {name: difference.count(name) for name in ("added", "changed", "removed")}
    value = {
        "base": difference.base,
        "head": difference.head,
        "verdict": difference.verdict,
        "counts": {
            "needs_look": len(difference.look()), **counted,
            "sources_added": difference.sources_added, "sources_removed": difference.sources_removed,
        },
        "entries": [asdict(e) for e in difference.entries],
        "new_sources": [asdict(a) for a in difference.arrivals],
        "coverage": [asdict(c) for c in difference.coverage],
    }  # fmt: skip
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _sections(difference: Difference) -> Iterator[tuple[str, Sequence[Entry]]]:
    """Each entry once, under a title whose numbers are those of the verdict."""
    look = difference.look()
    yield f"Needs a look ({len(look)})", look
    for change in ("changed", "added", "removed"):
        found, total = difference.plain(change), difference.count(change)
        told = f"{total}" if len(found) == total else f"{len(found)} of {total}; the others need a look"
        yield f"{change.capitalize()} ({told})", found


# --------------------------------------------------------------------------- text


def as_text(difference: Difference) -> str:
    """The comparison for a terminal: the verdict line first, nothing but it where nothing changed."""
    lines = [difference.verdict]
    for title, entries in _sections(difference):
        if entries:
            lines += ["", title]
            for entry in entries:
                lines += _entry_text(entry)
    for arrival in difference.arrivals:
        lines += ["", *_arrival_lines(arrival, difference)]
    if difference.coverage:
        lines += ["", "Sentences used", *(f"  {_coverage_line(c)}" for c in difference.coverage)]
    return "\n".join(_CONTROLS.sub("", line) for line in lines) + "\n"


def _entry_text(entry: Entry) -> Iterator[str]:
    why = f" ({entry.why})" if entry.why else ""
    yield f"  {entry.id}  {entry.kind}{'' if not entry.flags else ': ' + '; '.join(entry.flags)}{why}"
    if entry.old and entry.new and entry.old != entry.new:
        yield (
            "      "
            + "".join(
                part
                if how == "same"
                else f"[-{part.rstrip()}-]{_gap(part)}"
                if how == "old"
                else f"{{+{part.rstrip()}+}}{_gap(part)}"
                for how, part in collate(entry.old, entry.new)
            ).rstrip()
        )
    else:
        yield f"      {entry.new or entry.old}"
    if entry.places:
        yield f"      {' · '.join(entry.places)}"


def _gap(part: str) -> str:
    return " " if part != part.rstrip() else ""


def _arrival_lines(arrival: Arrival, difference: Difference) -> Iterator[str]:
    yield f"New source {arrival.id} {arrival.label}: {_kin(arrival)}"
    for word, found in (("supports", arrival.supports), ("contradicts", arrival.contradicts), ("adds", arrival.adds)):
        yield f"  {word} {len(found)}"
        yield from (f"    {i}  {difference.texts.get(i, '')}" for i in found)


def _kin(arrival: Arrival) -> str:
    if arrival.shares_with:
        return f"shares wording with {', '.join(arrival.shares_with)}"
    return "shares wording with no other source"


def _coverage_line(coverage: Coverage) -> str:
    def told(share: tuple[int, int] | None) -> str:
        return "–" if share is None else f"{share[0]} of {share[1]}"

    return f"{coverage.source}: {told(coverage.before)} → {told(coverage.after)}"


# --------------------------------------------------------------------------- Markdown


def as_markdown(difference: Difference) -> str:
    """The comparison for a comment: at most 60,000 bytes, and no text of the corpus can link, load or call anybody."""
    head = f"**{_plain(difference.verdict)}**"
    tail = list(_tail(difference))
    room = MOST_BYTES - len(head.encode()) - sum(len(t.encode()) + 1 for t in tail) - 2_000
    lines = [head]
    for title, entries in _sections(difference):
        if not entries:
            continue
        opened = title.startswith("Needs a look")
        lines += ["", f"### {title}" if opened else f"<details><summary>{title}</summary>", ""]
        for number, entry in enumerate(entries):
            made = _entry_markdown(entry)
            room -= len(made.encode()) + 1
            if room < 0:
                lines.append(f"- {_CUT.format(len(entries) - number)}")
                break
            lines.append(made)
        if not opened:
            lines += ["", "</details>"]
    return "\n".join([*lines, *tail]) + "\n"


def _tail(difference: Difference) -> Iterator[str]:
    for arrival in difference.arrivals[:_MOST_SOURCES]:
        yield ""
        yield (
            f"**New source {_plain(arrival.id)}** {_plain(arrival.label[:120])}: {_plain(_kin(arrival)[:300])}; "
            f"supports {len(arrival.supports)}, contradicts {len(arrival.contradicts)}, adds {len(arrival.adds)}."
        )
    if len(difference.arrivals) > _MOST_SOURCES:
        yield ""
        yield f"…and {len(difference.arrivals) - _MOST_SOURCES} more new sources."
    if difference.coverage:
        told = "; ".join(_plain(_coverage_line(c)) for c in difference.coverage[:_MOST_SOURCES])
        rest = len(difference.coverage) - _MOST_SOURCES
        yield ""
        yield f"Sentences used: {told}" + (f"; and of {rest} more sources" if rest > 0 else "")


def _entry_markdown(entry: Entry) -> str:
    flags = f" **{_plain('; '.join(entry.flags))}**" if entry.flags else ""
    why = f" <sub>{_plain(entry.why)}</sub>" if entry.why else ""
    if entry.old and entry.new and entry.old != entry.new:
        tags = {"same": "", "old": "del", "new": "ins"}
        told = "".join(
            _plain(part) if how == "same" else f"<{tags[how]}>{_plain(part.rstrip())}</{tags[how]}>{_gap(part)}"
            for how, part in collate(entry.old, entry.new)
        )
    else:
        told = _plain(entry.new or entry.old)
    places = f"<br><sub>{_plain(' · '.join(entry.places[:8]))}</sub>" if entry.places else ""
    return f"- <code>{_escaped(entry.id)}</code> {_plain(entry.kind)}{flags}{why}<br>{told}{places}"


def _plain(text: str) -> str:
    """Text that Markdown and the forge show as it is: no markup, link, image, mention or reference.

    References to characters stop the markup, but a forge looks for mentions and addresses after it has resolved them:
    these are parted as well.
    """
    if not text.strip():
        return text
    lead, kept = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    bare = _CONTROLS.sub("", " ".join(text.split()))
    parted = _HASH.sub(lambda m: _JOINER.join(m[0][i : i + 6] for i in range(0, len(m[0]), 6)), bare)
    return ("", " ")[bool(lead)] + _escaped(_ACTIVE.sub(_JOINER, parted)) + ("", " ")[bool(kept)]


def _escaped(text: str) -> str:
    """ASCII that is neither letter nor digit as character references: no markup is left."""
    return "".join(c if c.isalnum() or c == " " or not c.isascii() else f"&#{ord(c)};" for c in text)
