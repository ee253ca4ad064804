"""From where on two texts share an origin: four figures of the codebook."""

from __future__ import annotations

from dataclasses import dataclass

from briefwright.records import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class Thresholds:
    """`certain`, `possible`, `aligned`, `retold` are shares from 0 to 1; `coined` is a number of phrases."""

    certain: float
    possible: float
    aligned: float
    retold: float
    coined: int


def thresholds(record: Record, base: Thresholds | None = None) -> Thresholds:
    """The figures of a mapping, those that it leaves out taken from `base`; refuses what is no share or no number."""
    record.only_keys({"certain", "possible", "aligned", "retold", "coined"})

    def share(name: str) -> float:
        if base is not None and name not in record:
            return float(getattr(base, name))
        text = record.part(name).as_text() if name in record else ""
        try:
            value = float(text)
        except ValueError:
            value = -1.0
        if not 0 < value <= 1:
            raise record.refused(f"'{name}' is '{text}'; give a share above 0 and up to 1, such as 0.08", name)
        return value

    coined = base.coined if base is not None and "coined" not in record else record.integer("coined")
    if coined < 1:
        raise record.refused(f"'coined' is {coined}; give a number of phrases from 1 on", "coined")
    found = Thresholds(
        certain=share("certain"), possible=share("possible"), aligned=share("aligned"), retold=share("retold"),
        coined=coined,
    )  # fmt: skip
    if found.possible > found.certain:
        raise record.refused("'possible' is above 'certain'; what is certain is possible", "possible")
    return found
