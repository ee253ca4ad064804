"""What a page states of itself, from the first place that states it: the order of the places is the order below.

- author, publisher, dates: JSON-LD of the article; meta tags; marks in the text (`<time datetime>`, `rel="author"`);
  the byline, dateline or date line near the title.
- title: the page's heading or `<title>` as a reader sees it; else the headline that JSON-LD or `og:title` states.
- address: `<link rel="canonical">`; `og:url`; JSON-LD `url`.

Where two places disagree, the first is taken and the record says what the other states. When a page was modified is
kept apart and never stands for when it was published.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from briefwright.dates import find_dates
from briefwright.imprint.jsonld import Described, described
from briefwright.markup import Html
from briefwright.model import Published
from briefwright.notes import iso_precision
from briefwright.text import fold, normalise

_DATES = (
    "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created", "pubdate",
    "publish-date", "citation_publication_date", "parsely-pub-date", "sailthru.date",
)  # fmt: skip
_MODIFIED = ("article:modified_time", "datemodified", "dcterms.modified", "og:updated_time", "last-modified")
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "citation_author", "byl")
_PUBLISHERS = ("og:site_name", "publisher", "dc.publisher", "application-name", "citation_publisher")
_LINK = re.compile(r"\A(?:https?:)?//|\A/", re.IGNORECASE)
_BY = re.compile(r"\Aby:?\s+", re.IGNORECASE)
_ANY_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_UNSAFE = re.compile(r"[\x00-\x20\x7f-\xa0<>\"'`\\{}|^]")
_LONGEST_ADDRESS = 1000


@dataclass(frozen=True, kw_only=True, slots=True)
class Imprint:
    """What a page states of itself, "" or unknown for what it does not state.

    `stated` says of author, publisher, modified and address where each stands; `doubts` what the page leaves open.
    """

    headline: str = ""
    author: str = ""
    publisher: str = ""
    published: Published = field(default_factory=Published)
    modified: str = ""
    address: str = ""
    language: str = ""
    stated: tuple[tuple[str, str], ...] = ()
    doubts: tuple[str, ...] = ()


def imprint(page: Html, title: str) -> Imprint:
    """Read it; `title` is the page's title as a reader sees it. No page makes this fail."""
    canonical = _address(page.canonical) or _address(page.meta.get("og:url", ""))
    article = described(page.scripts, (title, page.meta.get("og:title", "")), (canonical,))
    label = f"JSON-LD ({article.type}, {{}})"
    authors = [(", ".join(_BY.sub("", a) for a in article.authors), label.format("author"))]
    authors += [(_BY.sub("", page.meta[k]), k) for k in _AUTHORS if k in page.meta and not _LINK.match(page.meta[k])]
    authors += [(_BY.sub("", ", ".join(page.signed)), "rel=author")]
    publishers = [(article.publisher, label.format("publisher"))]
    publishers += [(page.meta[key], key) for key in _PUBLISHERS if key in page.meta]
    modified = [(article.modified, label.format("dateModified")), *((page.meta.get(k, ""), k) for k in _MODIFIED)]
    addresses = [
        (_address(page.canonical), "canonical link"),
        (_address(page.meta.get("og:url", "")), "og:url"),
        (_address(article.url), label.format("url")),
    ]
    published, doubts = _published(page, article, label)
    stated: list[tuple[str, str]] = []

    def take(what: str, found: Sequence[tuple[str, str]]) -> str:
        value, told = _first(found)
        if value:
            stated.append((what, told))
        return value

    return Imprint(
        headline=article.headline or page.meta.get("og:title", ""),
        author=take("author", authors),
        publisher=take("publisher", publishers),
        published=published,
        modified=take("modified", [(read_date(v, "").value.replace("unknown", ""), how) for v, how in modified if v]),
        address=take("address", addresses),
        language=article.language,
        stated=tuple(stated),
        doubts=(*((article.doubt,) if article.doubt else ()), *doubts),
    )


def _first(found: Sequence[tuple[str, str]]) -> tuple[str, str]:
    """The first value with where it stands; what a later place says otherwise is told with it."""
    there = [(value, where) for value, where in found if value]
    if not there:
        return "", ""
    value, where = there[0]
    other = next(((v, w) for v, w in there[1:] if normalise(v) != normalise(value)), None)
    return value, f"the page's {where}" + (f"; its {other[1]} says “{other[0]}”" if other else "")


def _published(page: Html, article: Described, label: str) -> tuple[Published, tuple[str, ...]]:
    """The date, how it is known, and what is left open."""
    places = [(article.published, label.format("datePublished"))]
    places += [(page.meta[key], key) for key in _DATES if key in page.meta]
    marked = [t for t in page.times if t.published] or [t for t in page.times if t.above and not t.modified]
    distinct = list(dict.fromkeys(t.value[:10] for t in marked))
    doubts: tuple[str, ...] = ()
    if len(distinct) == 1:
        places.append((marked[0].value, "<time>"))
    elif distinct and not any(read_date(v, "").value != "unknown" for v, _ in places):
        doubts = (f"shows {len(distinct)} times above its text ({', '.join(distinct[:3])}) and states of none that it "
                  "was published then",)  # fmt: skip
    known = [date for value, where in places if (date := read_date(value, where)).value != "unknown"]
    if not known:
        return Published(), doubts
    first = known[0]
    other = next((d for d in known[1:] if not _agree(d.value, first.value)), None)
    told = f"stated in the page's {first.how}" + (f"; its {other.how} says {other.value}" if other else "")
    return Published(value=first.value, precision=first.precision, known="stated", how=told), doubts


def _agree(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def read_date(value: str, how: str) -> Published:
    """The date at the beginning of an ISO date or time, or the only date with a year that the words hold; else unknown.

    A day is taken as it is written, in the time zone of whoever wrote it.
    """
    for length in (10, 7, 4):
        precision = iso_precision(value[:length])
        if precision and value[length : length + 1] in ("", "T", " "):
            return Published(value=value[:length], precision=precision, known="stated", how=how)
    return next(_written(value, how), Published())


def _written(value: str, how: str) -> Iterator[Published]:
    """ "March 9, 2026", "Mon, 09 Mar 2026 10:00:00 GMT"; not "9/3/2026", of which nobody knows the month."""
    if len(value) <= 100 and _ANY_YEAR.search(value):
        found = {(m.value, p) for m in find_dates(fold(value)) if (p := iso_precision(m.value))}
        if len(found) == 1:
            ((day, precision),) = found
            yield Published(value=day, precision=precision, known="stated", how=how)


def _address(value: str) -> str:
    """A web address that a page may show; "" for another scheme, one with a password in it, or one too long."""
    flat = value.strip()
    if len(flat) > _LONGEST_ADDRESS or _UNSAFE.search(flat):
        return ""
    try:
        parts = urlsplit(flat)
        fine = parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        return ""
    return flat if fine else ""
