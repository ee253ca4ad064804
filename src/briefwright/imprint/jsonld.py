"""The article that a page describes in its JSON-LD (schema.org), as plain words; whatever stands there, nothing fails.

Scripts of type `application/ld+json` come from strangers: they may be huge, nested without end, of wrong types, or no
JSON at all. What does not fit is left out; nothing of it is put together or completed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape

from briefwright.text import normalise

#: A script of more characters, or more objects on a page, is not read: no article describes itself at such length.
_MOST_CHARACTERS, _MOST_OBJECTS = 1_000_000, 5_000
#: A name of more characters is none; of more authors than this, or references followed, the rest is left out.
_LONGEST, _MOST_NAMES, _MOST_STEPS = 300, 30, 3
#: "<!--", "//<![CDATA[" around the JSON, which old pages have
_WRAPPED = re.compile(r"\A\s*(?:<!--|(?://|/\*)?\s*<!\[CDATA\[(?:\s*\*/)?)|(?:-->|(?://|/\*)?\s*\]\]>(?:\s*\*/)?)\s*\Z")
#: "https://schema.org/NewsArticle", "schema:NewsArticle"
_VOCABULARY = re.compile(r"\A(?:https?://(?:www\.)?schema\.org/|schema:)")
_ARTICLES = ("Article", "BlogPosting", "Posting", "Report")
#: What stands under these is another text than the page's own.
_OTHERS = frozenset(
    """citation comment discussesWork hasPart isBasedOn isPartOf itemListElement mentions relatedLink subjectOf review
    significantLink workExample exampleOfWork about""".split()
)
_PAGES = frozenset({"WebPage", "AboutPage", "ItemPage"})
_ADDRESS = re.compile(r"\A(?:https?:)?//|\Amailto:|\A@|\A/", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")

Node = Mapping[str, object]


@dataclass(frozen=True, kw_only=True, slots=True)
class Described:
    """What JSON-LD says of the article: `type` is the schema.org type; "" for what it does not say.

    `doubt` says why nothing was taken, where several articles are described and none is plainly this one.
    """

    type: str = ""
    headline: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    published: str = ""
    modified: str = ""
    url: str = ""
    language: str = ""
    doubt: str = ""


def described(scripts: Sequence[str], titles: Sequence[str], addresses: Sequence[str]) -> Described:
    """The article of a page. Of several, the one with one of the page's titles or addresses; else none, with doubt."""
    nodes = list(_nodes(scripts))
    known = {identity: node for node, _ in reversed(nodes) if (identity := _words(node.get("@id"))) and len(node) > 1}
    articles = [n for n, own in nodes if own and any(t.endswith(_ARTICLES) for t in _types(n)) and len(n) > 1]
    if len(articles) > 1:
        named = {normalise(t) for t in titles if t}
        wanted = {a.rstrip("/") for a in addresses if a}
        # one article may be described in two scripts, each with a part; alike in headline they are one
        same = [n for n in articles if normalise(_headline(n)) in named or _addresses(n) & wanted]
        if not same and len({normalise(_headline(n)) for n in articles}) > 1:
            return Described(doubt=f"describes {len(articles)} articles in its JSON-LD, none of them with its title")
        articles = same or articles
    chosen = articles or [n for n, own in nodes if own and _PAGES & set(_types(n))][:1]
    if not chosen:
        return Described()
    found = [_one(node, known) for node in chosen]

    def first(values: Iterator[str]) -> str:
        return next((v for v in values if v), "")

    return Described(
        type=found[0].type,
        headline=first(f.headline for f in found),
        authors=next((f.authors for f in found if f.authors), ()),
        publisher=first(f.publisher for f in found),
        published=first(f.published for f in found),
        modified=first(f.modified for f in found),
        url=first(f.url for f in found),
        language=first(f.language for f in found),
    )


def _one(node: Node, known: Mapping[str, Node]) -> Described:
    types = _types(node)
    return Described(
        type=next((t for t in types if t.endswith(_ARTICLES)), types[0]),
        headline=_headline(node),
        authors=tuple(dict.fromkeys(_names(node.get("author"), known) or _names(node.get("creator"), known))),
        publisher=next(iter(_names(node.get("publisher"), known)), ""),
        published=_words(_first(node.get("datePublished"))),
        modified=_words(_first(node.get("dateModified"))),
        url=_words(_first(node.get("url"))),
        language=_words(_first(node.get("inLanguage"))),
    )


def _nodes(scripts: Sequence[str]) -> Iterator[tuple[Node, bool]]:
    """Every object of every script, outer before inner, up to a number of them; does it stand for the page's own text?

    What is cited or listed in it does not.
    """
    left = _MOST_OBJECTS
    for script in scripts:
        if len(script) > _MOST_CHARACTERS:
            continue
        try:
            value = json.loads(_WRAPPED.sub("", _WRAPPED.sub("", script)), strict=False)
        except (ValueError, RecursionError):
            continue
        waiting: list[tuple[object, bool]] = [(value, True)]
        while waiting and left:
            one, own = waiting.pop()
            left -= 1
            if isinstance(one, dict):
                yield one, own
                waiting += reversed(
                    [(v, own and k not in _OTHERS) for k, v in one.items() if isinstance(v, dict | list)]
                )
            elif isinstance(one, list):
                waiting += reversed([(v, own) for v in one[:_MOST_OBJECTS]])


def _types(node: Node) -> list[str]:
    given = node.get("@type")
    names = given if isinstance(given, list) else [given]
    return [_VOCABULARY.sub("", name) for name in names[:20] if isinstance(name, str)]


def _first(value: object) -> object:
    return value[0] if isinstance(value, list) and value else value


def _words(value: object) -> str:
    """A string as one line of visible words; "" for anything else and for what is too long to be a name or a date."""
    if not isinstance(value, str) or len(value) > 10 * _LONGEST:
        return ""
    flat = " ".join(_CONTROL.sub(" ", unescape(value)).split())
    # half of a pair of surrogates, which JSON can escape, is no character and cannot be written
    flat = flat.encode("utf-8", "ignore").decode("utf-8")
    return flat if len(flat) <= _LONGEST else ""


def _headline(node: Node) -> str:
    return _words(_first(node.get("headline"))) or _words(_first(node.get("name")))


def _addresses(node: Node) -> set[str]:
    entity = node.get("mainEntityOfPage")
    inner = entity.get("@id") if isinstance(entity, dict) else entity
    return {_words(a).partition("#")[0].rstrip("/") for a in (node.get("url"), node.get("@id"), inner)} - {""}


def _names(value: object, known: Mapping[str, Node], steps: int = _MOST_STEPS) -> list[str]:
    """Names of persons or organisations: a string, an object with `name`, a reference by `@id`, or a list of these."""
    out: list[str] = []
    for one in (value if isinstance(value, list) else [value])[:_MOST_NAMES]:
        if isinstance(one, str):
            name = _words(one)
            out += [name] if name and not _ADDRESS.match(name) else []
        elif isinstance(one, dict) and "name" in one:
            out += [n for n in _names(one["name"], known, steps - 1) if n] if steps else []
        elif isinstance(one, dict) and steps and (identity := _words(one.get("@id"))) in known:
            out += _names(known[identity].get("name"), known, steps - 1)
    return out
