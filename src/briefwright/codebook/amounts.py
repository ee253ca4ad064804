"""What amounts measure: the names of attributes, and the verbs that imply one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Amounts:
    """Word lists of `amounts.yml`, ready for look-up (lower case): a noun or verb leads to the attribute's name."""

    attributes: Mapping[str, str]
    verbs: Mapping[str, str]
    scores: frozenset[str]
    costs: frozenset[str]
    architecture: frozenset[str]
    parts: frozenset[str]
    plain: frozenset[str]
    units: Mapping[str, str]
    classes: Mapping[str, frozenset[str]]

    def attribute(self, noun: str) -> str:
        """The name of the attribute that a noun phrase stands for; the phrase itself where no list knows it."""
        plain = " ".join(noun.casefold().split())
        return self.attributes.get(plain, plain)


def amounts(data: Mapping[str, object]) -> Amounts:
    """Build the lists from the mapping of `amounts.yml`."""
    return Amounts(
        attributes=_inverted(data["attributes"]),
        verbs=_inverted(data["verbs"]),
        scores=_listed(data["scores"]),
        costs=_listed(data["costs"]),
        architecture=_listed(data["architecture"]),
        parts=_listed(data["parts"]),
        plain=_listed(data["plain"]),
        units=_units(data["units"]),
        classes=_classes(data["classes"]),
    )


def _inverted(value: object) -> dict[str, str]:
    assert isinstance(value, dict)
    return {str(word).casefold(): str(name) for name, words in value.items() for word in words}


def _units(value: object) -> dict[str, str]:
    """Units keep their case: "mW" is not "MW"."""
    assert isinstance(value, dict)
    return {str(unit): str(name) for name, units in value.items() for unit in units}


def _classes(value: object) -> dict[str, frozenset[str]]:
    assert isinstance(value, dict)
    return {str(name): _listed(words) for name, words in value.items()}


def _listed(value: object) -> frozenset[str]:
    assert isinstance(value, list)
    return frozenset(str(word).casefold() for word in value)
