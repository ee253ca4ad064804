"""Role noun phrases: "technical lead", "head of strategy", "researchers"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefwright.codebook import Lexicon
from briefwright.extract.tokens import Role

_WORD = re.compile(r"[^\W_][\w'&./-]*[^\W_]|[^\W_]")
#: "Chief HR Officer": the head is the last word, not the first
_CHIEF_OFFICER = re.compile(
    r"chief(?: [\w&-]+){1,3} (?:officer|executive|scientist|engineer|economist|architect)", re.IGNORECASE
)
#: "| acting | head of design": what looks like a verb and belongs to a role
_GERUNDS = frozenset({"acting", "managing", "founding"})
#: "was | re-elected | chair": a verb, and no part of the role
_ANEW = re.compile(r"re-\w+ed", re.IGNORECASE)


def roles(text: str, taken: Sequence[tuple[int, int]], lexicon: Lexicon) -> list[Role]:
    """Role noun phrases: a head with up to four words before it and, for "head of …", up to four after."""
    covered = [False] * (len(text) + 1)
    for start, end in taken:
        for i in range(start, end):
            covered[i] = True
    words = [(m.start(), m.end(), m[0]) for m in _WORD.finditer(text)]
    out: list[Role] = []
    for i, (start, end, word) in enumerate(words):
        if covered[start] or word.casefold().removesuffix("'s") not in lexicon.role_words:
            continue
        if out and start < out[-1].end:
            continue
        if word.casefold() == "chief" and _CHIEF_OFFICER.match(text, start):
            continue
        following = words[i + 1] if i + 1 < len(words) else None
        if (
            following is not None
            and text[end : following[0]] in {" ", "-"}
            and not covered[following[0]]
            and following[2].casefold() in lexicon.role_words
            and not following[2].endswith("'s")
        ):
            continue
        if word.endswith("'s"):
            end -= 2
        # "lead", "leads", "head" as verbs: no determiner or modifier before them, an object behind
        if (
            word.casefold() in {"lead", "leads", "head", "heads", "partner", "author", "chair"}
            and i
            # "promoted to | head of research |"
            and not (words[i - 1][2].casefold() == "to" and text.startswith(" of ", end))
            and (
                words[i - 1][2].casefold()
                in {
                    "to",
                    "will",
                    "would",
                    "could",
                    "may",
                    "can",
                    "who",
                    "that",
                    "and",
                    "not",
                    "must",
                    "should",
                    "might",
                }
                or _right_is_determiner(words, i)
            )
        ):
            continue
        first = i
        while (
            first > 0
            and i - first < 4
            and text[words[first - 1][1] : words[first][0]] in {" ", "/"}
            and not covered[words[first - 1][0]]
            and words[first - 1][2].casefold() not in lexicon.role_stop
            and not _ANEW.fullmatch(words[first - 1][2])
            and not words[first - 1][2].endswith("'s")
            and (
                words[first - 1][2].casefold() in _GERUNDS
                # "chief | operating | officer"
                or (first > 1 and words[first - 2][2].casefold() == "chief")
                or not words[first - 1][2].casefold().endswith(("ing", "ly"))
            )
        ):
            first -= 1
        if word.casefold().endswith("s") and first > 0 and words[first - 1][2][:1].isdigit():
            continue
        last_end = end
        if (
            i + 1 < len(words)
            and text[end : words[i + 1][0]] == " "
            and words[i + 1][2].casefold() in {"officer", "director", "executive", "president"}
        ):
            last_end = words[i + 1][1]
        tail = re.match(r" (?:of|for) (?:the )?((?:[\w&'-]+ ){0,3}[\w&'-]+)", text[last_end:])
        if tail and word.casefold() in lexicon.unique_roles | {"professor", "manager", "chief", "minister"}:
            stop = _tail_end(text, last_end, tail, covered, lexicon)
            last_end = stop or last_end
        plain = word.removesuffix("'s")
        plural = plain.casefold().endswith("s") and plain.casefold()[:-1] in lexicon.role_words and plain != "MTS"
        role = text[words[first][0] : last_end]
        if plural and last_end == end:
            role = role[:-1]
        out.append(Role(words[first][0], last_end, role, plural and last_end == end))
    return out


def _right_is_determiner(words: Sequence[tuple[int, int, str]], i: int) -> bool:
    return i + 1 < len(words) and words[i + 1][2].casefold() in {"the", "a", "an", "its", "his", "her", "their", "to"}


def _tail_end(text: str, end: int, tail: re.Match[str], covered: Sequence[bool], lexicon: Lexicon) -> int | None:
    """Where "of APAC ecosystem" ends: before a name, a preposition or punctuation; None if a name stands there."""
    offset = end + tail.start(1)
    if covered[offset]:
        return None
    stop = None
    for found in re.finditer(r"[\w&'-]+", tail[1]):
        at = offset + found.start()
        if covered[at] or found[0].casefold() in lexicon.role_stop:
            break
        stop = offset + found.end()
    # "CTO of chip maker | Nova": what stands right before a name belongs to the name
    return None if stop is not None and text[stop : stop + 1] == " " and covered[stop + 1] else stop
