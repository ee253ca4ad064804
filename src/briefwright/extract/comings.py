"""The frames of people who come and go: whatever rule has read them, their slots are filled here and in one way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefwright.dates import DateMention
from briefwright.extract.asserting import Colour
from briefwright.extract.frames import Frame, Names, Slot
from briefwright.extract.framing import fixed, made, name
from briefwright.extract.syntax import Syntax
from briefwright.names import Mention


def gone(
    tree: Syntax,
    rule: str,
    at: Iterable[int],
    who: Iterable[Mention],
    stands: Colour,
    *,
    manner: str,
    date: DateMention | None = None,
    body: Mention | None = None,
    role: Slot | None = None,
    presupposed: bool = False,
) -> Iterator[Frame]:
    """A departure for each of them. `at` are the words that show it, `manner` how it is told ("" where in no word)."""
    at = tuple(at)
    for one in who:
        slots: dict[str, Slot | None] = {
            "person": name(one),
            "organisation": name(body),
            "role": role,
            "date": date,
            "manner": fixed(manner) if manner else None,
        }
        yield made(tree, "departure", rule, at, slots, stands, presupposed=presupposed)


def arrived(
    tree: Syntax,
    rule: str,
    at: Iterable[int],
    who: Iterable[Mention],
    stands: Colour,
    *,
    manner: str,
    date: DateMention | None = None,
    body: Mention | None = None,
    role: Slot | None = None,
    unit: Slot | None = None,
    old: Mention | None = None,
    presupposed: bool = False,
) -> Iterator[Frame]:
    """An appointment for each of them; `old` is whose office it was, who is nobody's predecessor in his own."""
    at = tuple(at)
    for one in who:
        slots: dict[str, Slot | None] = {
            "person": name(one),
            "organisation": name(body),
            "role": role,
            "unit": unit,
            "date": date,
            "manner": fixed(manner),
            "predecessor": Names(mentions=(old,)) if old is not None and old.key != one.key else None,
        }
        yield made(tree, "appointment", rule, at, slots, stands, presupposed=presupposed)


def joined(
    tree: Syntax,
    at: Iterable[int],
    who: Iterable[Mention],
    body: Mention,
    stands: Colour,
    *,
    since: DateMention | None = None,
    presupposed: bool = False,
    rule: str = "parsed-affiliation-joined",
) -> Iterator[Frame]:
    """What each of them has joined or goes to."""
    at = tuple(at)
    for one in who:
        slots: dict[str, Slot | None] = {"person": name(one), "organisation": name(body), "since": since}
        yield made(tree, "affiliation", rule, at, slots, stands, presupposed=presupposed)
