"""Which paragraphs of a raw text are its content, which are headings, which are noise, and the sentences of each.

Nothing is guessed about a source note: it says itself. In a raw text a line is noise only by a named rule, and the
rule's reason is kept; what no rule names is content. Rules on a single line stand in `LINE_RULES`, those that look at
the lines around it in `noise_blocks`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefwright.model import Passage, PassageClass, Sentence, Source
from briefwright.passages.foreign import without_foreign
from briefwright.passages.furniture import LINE_RULES
from briefwright.passages.shapes import (
    BULLET,
    COMMENTS_LABEL,
    KEYWORDS_LABEL,
    TEASER_LABEL,
    bare,
    is_date_line,
    is_publication,
    is_scene,
    is_still_life,
)
from briefwright.text import fold, sentences

#: The reason that a passage carries, until it is classed, if it is a row of a table
ROW = "row"
#: "How will it go?", "Q: What is it?", "A Step Back"
_QUESTION = re.compile(r"^(?:(?:q|question)\s*\d*\s*[:.)]\s*)?[\"'(]?\w[^!?]*\?[\"')]?$", re.IGNORECASE)
_ASKED = re.compile(r"^(?:q|question)\s*\d*\s*[:.)]", re.IGNORECASE)
#: "1. ", "II. ", "Step 3:" before the words of a heading
_NUMBERED = re.compile(r"^(?:\d{1,2}|[IVX]{1,4})[.):]\s+")
_STOP = re.compile(r"[.!;,…][\"')\]]*$|:$")
_TOKEN = re.compile(r"[^\W_]+(?:['.&/-][^\W_]+)*")
#: "Context window: 128K tokens": a line of a list of facts, not a heading
_FACT = re.compile(r"^[^:?]{2,40}:\s+\S")
#: "- “the end of an era”"
_QUOTED_ITEM = re.compile(r"^(?:[-*•·–—]\s*)?\"[^\"]{1,70}\"[.,]?$")
_SECTION_LABELS = frozenset(
    """key takeaways|key points|key facts|takeaways|highlights|at a glance|in brief|summary|executive summary|overview
    |introduction|background|context|analysis|strategic analysis|strategic insight|conclusion|conclusions|faq|faqs
    |frequently asked questions|the bottom line|bottom line|what's next|what happens next|why it matters|the big picture
    |timeline|methodology|final thoughts|the details|what we know|questions and answers|q&a|tl;dr
    |editor's note|implications|outlook|specifications|pricing|availability|what to watch|what to watch for|risks
    |key risks|the risks|recommendations|our advice|our recommendation|our recommendations|next steps|scenarios
    |what to do|what to do now|what it means|what this means|by the numbers|in numbers|specs|at stake|the stakes
    |possible outcomes|open questions|unanswered questions|lessons|action items|checklist|key figures
    |quick facts""".replace("\n", "")
    .replace("    ", "")
    .split("|")
)
_SMALL = frozenset("a an and as at but by for from in into is it its of on or over s t the to vs via with".split())
_DESKS = frozenset("desk editorial newsroom bureau staff editor's editors' editors correspondents reporters".split())


@dataclass(slots=True)
class _Line:
    """A paragraph while it is being classed: its folded text, and its class as far as it is known."""

    passage: Passage
    folded: str
    words: tuple[str, ...]
    cls: PassageClass | None = None
    reason: str = ""

    def set(self, cls: PassageClass, reason: str = "") -> None:
        if self.cls is None:
            self.cls, self.reason = cls, reason

    @property
    def row(self) -> bool:
        """A row of a table holds short words without being a menu."""
        return self.passage.reason == ROW

    @property
    def short(self) -> bool:
        """No full sentence: at most 16 words and no stop at the end."""
        return len(self.words) <= 16 and not _STOP.search(self.folded)


def split(source: Source) -> Source:
    """The source with its passages classed and their sentences filled. A note's classes stay as the note gives them."""
    passages = source.passages if source.basis == "note" else _classed(source)
    return replace(source, passages=tuple(_with_sentences(passage) for passage in passages))


def split_corpus(sources: Sequence[Source]) -> tuple[Source, ...]:
    """`split` for each source, then the backstop: a content line foreign to the whole corpus is noise."""
    return without_foreign(tuple(split(source) for source in sources))


def _with_sentences(passage: Passage) -> Passage:
    if passage.cls != "content":
        return replace(passage, sentences=())
    found = tuple(Sentence(start=a, end=b, text=passage.text[a:b]) for a, b in sentences(passage.text))
    return replace(passage, sentences=found)


# --------------------------------------------------------------------------- classing


def _classed(source: Source) -> tuple[Passage, ...]:
    """The passages of a raw text with class and reason. What the markup says already stays."""
    lines = []
    for passage in source.passages:
        folded = fold(passage.text).strip()
        line = _Line(passage, folded, tuple(_TOKEN.findall(folded)))
        if passage.cls == "noise":
            line.set("noise", passage.reason)
        lines.append(line)
    named = (
        line
        for line in lines
        if line.cls is None and _is_title(line.passage.text, source.title) and not _above_a_title(line.folded)
    )
    plain = (line for line in lines if line.cls is None and line.words and not _above_a_title(line.folded))
    title = next(named, None) or next(plain, None) or next((x for x in lines if x.cls is None and x.words), None)
    for rule in LINE_RULES:
        for line in lines:
            if line.cls is None and line is not title and not line.row and rule.holds(line.folded):
                line.set("noise", rule.reason)
    if title is not None:
        title.set("content")
        above, body = lines[: lines.index(title)], lines[lines.index(title) :]
        _mark([line for line in above if line.short and len(line.words) <= 5], "navigation")
        noise_blocks(body)
        _signature(body, mailed=any(line.reason == "letterhead" for line in lines))
        _captions(body)
        _bylines(body, source)
        _brands(body)
        _headings(body, plain=source.path.casefold().endswith(".txt"))
    return tuple(
        replace(line.passage, cls=line.cls or "content", reason=line.reason if line.cls == "noise" else "")
        for line in lines
    )


def _above_a_title(folded: str) -> bool:
    """Whether a line is what pages put above their title: breadcrumbs, a menu, links, a date."""
    return any(rule.holds(folded) for rule in LINE_RULES if rule.reason in {"navigation", "date line", "share buttons"})


def _is_title(text: str, title: str) -> bool:
    """Whether a line is the title, alone or after the "Subject:" of a mail."""
    return text == title or text.casefold() == f"subject: {title}".casefold()


def noise_blocks(lines: Sequence[_Line]) -> None:
    """Class the runs of lines that a label announces: keyword lists, teasers, the comments below a form."""
    for index, line in enumerate(lines):
        label = bare(line.folded)
        if KEYWORDS_LABEL.search(line.folded) and len(line.words) <= 6 and index:
            run = _run_of_phrases(lines, index + 1)
            if run:
                _mark([line, *run], "keyword list")
        elif index and (TEASER_LABEL.search(label) or line.reason == "label"):
            line.set("noise", "label")
            _mark(_teasers(lines, index + 1), "teaser")
        elif COMMENTS_LABEL.search(label) and index > 0.6 * len(lines):
            line.set("noise", "label")
            _mark(lines[index + 1 :], "below the comment form")
    index = 1
    while index < len(lines):
        run = []
        while index < len(lines) and _QUOTED_ITEM.match(lines[index].folded) and len(lines[index].words) <= 10:
            run.append(lines[index])
            index += 1
        if len(run) >= 4:
            _mark(run, "keyword list")
        index += 1


def _mark(lines: Sequence[_Line], reason: str) -> None:
    for line in lines:
        line.set("noise", reason)


def _run_of_phrases(lines: Sequence[_Line], index: int) -> Sequence[_Line]:
    """The short fragments that follow a label of keywords."""
    end = index
    while end < len(lines):
        line = lines[end]
        listed = bool(BULLET.match(line.folded)) or bool(_QUOTED_ITEM.match(line.folded)) or len(line.words) <= 4
        if len(line.words) > 10 or not listed or line.folded.endswith("."):
            break
        end += 1
    return lines[index:end]


def _teasers(lines: Sequence[_Line], index: int) -> Sequence[_Line]:
    """The teasers after a label: headlines, each perhaps with a blurb and a date, as far as they run.

    A full paragraph counts as a blurb only before a date line, or where the run has shown that it holds blurbs and the
    next line is a headline again; otherwise the article goes on with it.
    """
    end, blurbs, after_headline = index, 0, False
    while end < len(lines):
        line = lines[end]
        following = lines[end + 1] if end + 1 < len(lines) else None
        if is_date_line(line.folded) or not line.words or line.cls == "noise":
            after_headline = False
        elif line.short:
            after_headline = True
        elif (
            after_headline
            and len(line.words) <= 60
            and (
                (following is not None and is_date_line(following.folded))
                or (blurbs and (following is None or following.short))
            )
        ):
            blurbs, after_headline = blurbs + 1, False
        else:
            break
        end += 1
    if end < len(lines) and end > index and lines[end - 1].short and not is_date_line(lines[end - 1].folded):
        # The line before the paragraph with which the article goes on is that paragraph's heading.
        end -= 1 if end - 1 > index else 0
    return lines[index:end]


def _signature(lines: Sequence[_Line], *, mailed: bool) -> None:
    """In a mail: what stands below the dashes that open a signature, and the bare name of the writer above them."""
    for index, line in enumerate(lines):
        if not mailed or index < 0.4 * len(lines):
            continue
        closes = line.passage.text.strip() in {"--", "—", "-- "} or line.reason == "salutation"
        if closes:
            _mark([other for other in lines[index + 1 :] if len(other.words) <= 14], "signature")
            before = lines[index - 1] if index else line
            if len(before.words) <= 3 and before.short and title_case(before.folded):
                before.set("noise", "signature")


def _captions(lines: Sequence[_Line]) -> None:
    """The description of a picture that stands alone: one sentence of a scene, nobody says or does anything in it."""
    for index, line in enumerate(lines[1:], start=1):
        before_text = index <= 4 and index + 1 < len(lines)
        if line.cls is None and (is_scene(line.folded) or (before_text and is_still_life(line.folded))):
            line.set("noise", "caption")


def _bylines(lines: Sequence[_Line], source: Source) -> None:
    """The author's or publisher's name alone on a line."""
    names = {fold(name).casefold() for name in (source.author, source.publisher) if name != "unknown"}
    for line in lines[1:]:
        if line.cls is None and line.folded.casefold().strip(" .|-") in names:
            line.set("noise", "byline")


def _brands(lines: Sequence[_Line]) -> None:
    """The bare name of a desk ("Newsroom"), and a name that stands alone and begins or repeats such a line."""
    desks = []
    for line in lines[1:]:
        if line.cls is None and line.short and _is_desk(line):
            line.set("noise", "name of a desk")
            desks.append(line.folded.casefold())
    for index, line in enumerate(lines[1:], start=1):
        alone = line.folded.casefold()
        stacked = any(other.short for other in lines[max(index - 1, 1) : index + 2] if other is not line)
        named = is_publication(line.folded) and stacked and title_case(line.folded)
        begins = 2 <= len(line.words) <= 5 and any(desk.startswith(alone + " ") for desk in desks)
        if line.cls is None and line.short and (named or begins):
            line.set("noise", "name of a publication")


def _is_desk(line: _Line) -> bool:
    name = line.folded.casefold()
    known = name.rstrip(":") in _SECTION_LABELS or name.endswith("?")
    return not known and 0 < len(line.words) <= 5 and line.words[-1].casefold() in _DESKS


def _headings(lines: Sequence[_Line], *, plain: bool) -> None:
    """Lines that head what follows. With markup only what the markup calls a heading; in plain text by shape."""
    for index, line in enumerate(lines):
        if index == 0 or line.cls is not None:
            continue
        if line.passage.cls == "heading" or (plain and _heads(line, lines, index)):
            line.set("heading")


def _heads(line: _Line, lines: Sequence[_Line], index: int) -> bool:
    """Whether a line of plain text is a heading: short, no stop, asks or stands in title case, longer text below."""
    text, count = line.folded, len(line.words)
    if not count or BULLET.match(text) or count > 18:
        return False
    if text.casefold().rstrip(":") in _SECTION_LABELS:
        return True
    later = (lines[place] for place in range(index + 1, len(lines)))
    below = next((other for other in later if other.cls != "noise"), None)
    if below is None:
        return False
    longer = len(below.words) >= 12 or not below.short or bool(BULLET.match(below.folded))
    if _QUESTION.match(text) and (_ASKED.match(text) or not text.startswith('"')):
        stacked = any(not other.short for other in lines[index + 1 : index + 4] if other.cls != "noise")
        return bool(_ASKED.match(text)) or longer or stacked
    words = _NUMBERED.sub("", text)
    if _STOP.search(text):
        return text.endswith(":") and count <= 5 and longer and title_case(words.rstrip(":"))
    fact = _FACT.match(text)
    if fact and (not title_case(words) or any(c.isdigit() for c in text[fact.end() - 1 :])):
        return False
    if title_case(words):
        stacked = index <= 2 or any(not other.short for other in lines[index + 1 : index + 3] if other.cls != "noise")
        return longer or stacked
    around = lines[index - 1].words if index else ()
    return (
        index > 1
        and count <= 8
        and longer
        and text[:1].isupper()
        and len(around) >= 8
        and not any(c.isdigit() for c in text)
    )


def title_case(text: str) -> bool:
    """Whether the words are written as in a headline: nearly all but the small ones with a capital or digit."""
    words = [word for word in _TOKEN.findall(fold(text)) if word.casefold() not in _SMALL]
    capital = sum(1 for word in words if not word[0].islower())
    return bool(words) and capital >= 0.7 * len(words) and (len(words) > 1 or words[0][0].isupper())
