"""Do two names almost agree? Then they may be one, and nobody says so: they are doubted, never merged."""

from __future__ import annotations

from briefwright.names.values import person_parts


def people_alike(one: str, other: str) -> bool:
    """Do two full names share one part, while the others differ by little or one begins the other?"""
    a, b = set(person_parts(one)), set(person_parts(other))
    shared = a & b
    if not shared or len(a) < 2 or len(b) < 2:
        return False
    return any(
        x != y and min(len(x), len(y)) > 2 and (x.startswith(y) or y.startswith(x) or _distance_one(x, y))
        for x in a - shared
        for y in b - shared
    )


def names_alike(one: str, other: str) -> bool:
    """Two names of three or more words that differ in one word only.

    The first word, and the one after "of", are the names proper: the universities of Riga and of Turku are two. There
    the words must be alike by their letters.
    """
    a, b = one.casefold().split(), other.casefold().split()
    if len(a) != len(b) or len(a) < 3:
        return False
    apart = [n for n, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    if len(apart) != 1:
        return False
    n = apart[0]
    proper = n == 0 or a[n - 1] == "of"
    return not proper or a[n][:4] == b[n][:4] or _distance_one(a[n], b[n]) or _one_stem(a[n], b[n])


def _one_stem(x: str, y: str) -> bool:
    """Do two compounds begin with one part: "C-end" and "C-conclude"?"""
    return "-" in x and "-" in y and x.split("-")[0] == y.split("-")[0]


def _distance_one(x: str, y: str) -> bool:
    """Do two words differ by one letter put in, left out or changed?"""
    if abs(len(x) - len(y)) > 1:
        return False
    i = 0
    while i < min(len(x), len(y)) and x[i] == y[i]:
        i += 1
    return x[i + 1 :] == y[i + 1 :] or x[i:] == y[i + 1 :] or x[i + 1 :] == y[i:]
