"""Words of a corpus as Markdown that can only be text.

Every word that a person outside the project may have written passes through one of these functions. Nothing here
knows a briefing.
"""

from __future__ import annotations

import functools
import posixpath
import re
import unicodedata

from briefwright.model import Problem, Refused

# "a*b" -> the asterisk; letters, digits, the space and everything beyond ASCII pass
_MARKUP = re.compile(r"[^A-Za-z0-9 \x80-\U0010ffff]")
# "one\n\ttwo" -> one run
_BLANK = re.compile(r"\s+")
# "ana-vidal", "000", "9f3c_2"; the only shape of an id that may stand in an address or an attribute
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
# "https://example.org/a?b=c"; no other scheme is ever linked
_ADDRESS = re.compile(r"https?://[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+")

#: Control, format (bidirectional and zero-width among them) and surrogate characters are dropped: none is text.
_DROPPED = frozenset({"Cc", "Cf", "Cs"})


@functools.lru_cache(maxsize=65536)
def words(text: str) -> str:
    """The text on one line, without control, bidirectional, zero-width and surrogate characters."""
    visible = "".join(c for c in _BLANK.sub(" ", text) if unicodedata.category(c) not in _DROPPED)
    return _BLANK.sub(" ", visible).strip()


@functools.lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Markdown that shows `text` and does nothing: each ASCII character but letters, digits and space as `&#NN;`.

    Also fit for the value of an HTML attribute in double quotation marks.
    """
    return _MARKUP.sub(lambda found: f"&#{ord(found[0])};", words(text))


def title(text: str) -> str:
    """`text` for a template that does not escape: the characters that HTML reads are numbered, others stay readable."""
    return re.sub(r"[&<>\"'{}%]", lambda found: f"&#{ord(found[0])};", words(text))


def ident(value: str) -> str:
    """`value` itself where it has the shape of an id; otherwise the briefing is refused."""
    if _ID.fullmatch(value) is None:
        raise Refused(Problem(where="briefing", sentence=f"{value!r} is no id: use letters, digits, '-' and '_' only"))
    return value


def relative(target: str, here: str) -> str:
    """The address of the page `target`, maybe with a fragment, as a page `here` links to it; both below docs/."""
    path, mark, fragment = target.partition("#")
    if path == here and fragment:
        return mark + fragment
    return posixpath.relpath(path, posixpath.dirname(here) or ".") + mark + fragment


def address(text: str) -> str:
    """`text` itself where it is an http or https address and nothing else, otherwise nothing."""
    return text.strip() if _ADDRESS.fullmatch(text.strip()) else ""


def outward(text: str) -> str:
    """`text` as a link where it is an http or https address, otherwise as plain text."""
    if not (target := address(text)):
        return plain(text)
    return f'<a href="{plain(target)}" rel="nofollow noopener">{plain(text)}</a>'
