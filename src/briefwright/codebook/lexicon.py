"""The lexicon: words of the language that rules, names and verification share."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from briefwright.codebook.naming import Naming, naming

FUNCTION_WORDS = frozenset(
    """a about above after again against all although am among an and another any are as at be because been before
    being below between both but by can could did do does doing down during each either even every everything few for
    from further had has have having he her here hers him his how however i if in instead into is it its itself just
    last later least less like many may meanwhile might more moreover most much must neither never new next no nobody
    none nor not nothing now of off on once one only or other others our out over own per perhaps rather same several
    she should since so some someone still such than that the their them then there these they this those though
    through thus to today together too toward under until up upon us very was we were what when where whether which
    while who whom whose why will with within without would yes yet you your first second third finally also according
    additionally adding alongside amid around asked based beyond by despite except following furthermore given
    including industry internal early late earlier companies analysts executives engineers researchers critics
    observers experts officials sources staff employees users customers developers enterprises businesses models
    future current former similarly likewise nevertheless nonetheless otherwise overall recent recently rarely social
    market media technical technically conversely alternatively unlike veteran two three four five six seven eight
    nine ten hundreds dozens thousands millions everyone anyone let let's it's that's there's here's
    sudden timing whoever whichever chief relying every suppose imagine assume remember picture recall recalling
    consider ask asking meet see watch enter note take give download keep avoid ensure verify archive upgrade
    migrate rent insist read use try""".split()
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word lists of the default codebook, with the corpus's own additions, ready for look-up (folded, lower case)."""

    hedges: Mapping[str, str]
    hedge_pattern: re.Pattern[str]
    hedge_of: Mapping[str, str]
    conditions: Mapping[str, str]
    fact_hedges: re.Pattern[str]
    negation_pattern: re.Pattern[str]
    denial: frozenset[str]
    reporting: frozenset[str]
    speaking: frozenset[str]
    person_verbs: frozenset[str]
    release_verbs: frozenset[str]
    role_words: frozenset[str]
    role_stop: frozenset[str]
    unique_roles: frozenset[str]
    organisation_suffixes: frozenset[str]
    organisation_prefixes: frozenset[str]
    organisation_nouns: frozenset[str]
    legal_forms: frozenset[str]
    daughter_words: frozenset[str]
    house_words: frozenset[str]
    kind_words: frozenset[str]
    named_of: frozenset[str]
    possessions: frozenset[str]
    model_nouns: frozenset[str]
    machine_nouns: frozenset[str]
    tool_nouns: frozenset[str]
    named_by: frozenset[str]
    goods: frozenset[str]
    series_nouns: frozenset[str]
    #: last words of names of places: "Valley"
    geography: frozenset[str]
    #: words that tell the editions of one product apart: "pro", "lite"
    editions: frozenset[str]
    series_fillers: frozenset[str]
    team_tail: re.Pattern[str]
    series_tail: re.Pattern[str]
    not_names: frozenset[str]
    breaks: frozenset[str]
    calendar: frozenset[str]
    demonyms: frozenset[str]
    places: frozenset[str]
    platforms: frozenset[str]
    licences: Mapping[str, tuple[str, ...]]
    given: frozenset[str]
    given_female: frozenset[str]
    given_male: frozenset[str]
    reference: Mapping[str, frozenset[str]]
    holders: frozenset[str]
    surnames: frozenset[str]
    titles: frozenset[str]
    risk_types: Mapping[str, tuple[str, ...]]
    synonyms: Mapping[str, str]
    events: Mapping[str, frozenset[str]]
    #: what the words beside a name say of it
    naming: Naming
    function_words: frozenset[str] = FUNCTION_WORDS


def _words(data: Mapping[str, object], key: str) -> tuple[str, ...]:
    value = data.get(key, [])
    assert isinstance(value, list)
    return tuple(str(item) for item in value)


def _lower(data: Mapping[str, object], key: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _words(data, key))


def _roles(heads: frozenset[str]) -> frozenset[str]:
    """Nouns of roles in both numbers; a hyphened one also as the parse has it ("vicerector")."""
    forms = heads | {head.replace("-", "") for head in heads}
    return forms | {f"{form}s" for form in forms}


def _any_of(words: tuple[str, ...] | frozenset[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


def _goods(data: Mapping[str, object]) -> frozenset[str]:
    """Nouns for one product: "model", "robot", "compiler"; no plural of another among them."""
    keys = ("model_nouns", "machine_nouns", "tool_nouns", "series_nouns")
    words = {word for key in keys for word in _lower(data, key)}
    return frozenset(word for word in words if word.removesuffix("s") not in words - {word})


def _events(data: Mapping[str, list[str]], bodies: frozenset[str]) -> dict[str, frozenset[str]]:
    """The words of what happens, by class; what one leaves is a body or a part of one."""
    classes = {name: frozenset(words) for name, words in data.items()}
    return {**classes, "bodies": classes["bodies"] | bodies}


_CALENDAR = frozenset(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
    September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec""".split()
)


def _reference(data: object) -> dict[str, frozenset[str]]:
    assert isinstance(data, dict)
    return {str(name): frozenset(str(word) for word in words) for name, words in data.items()}


def lexicon(data: Mapping[str, object], synonyms: Mapping[str, str], given: Mapping[str, object]) -> Lexicon:
    """Build the lexicon from `lexicon.yml`, the corpus's own synonyms (variant -> plain word), and `given.yml`."""
    forms = data["hedge_forms"]
    frames = data["hedges"]
    licences = data["licences"]
    risk_types = data["risk_types"]
    conditions = data["conditions"]
    assert isinstance(conditions, dict)
    events = data["events"]
    assert isinstance(forms, dict) and isinstance(frames, dict) and isinstance(events, dict)
    assert isinstance(licences, dict) and isinstance(risk_types, dict)
    hedge_of = {str(form).casefold(): str(hedge) for hedge, spellings in forms.items() for form in spellings}
    heads = _any_of(_lower(data, "team_heads"))
    modifiers = _any_of(_words(data, "team_modifiers"))
    series = _any_of(_lower(data, "series_nouns"))
    fillers = frozenset({"small", "large", "medium", "open-source", "open-weight", "open", "source", "weight", "model",
                         "language", "large-language-model", "new", "ai", "mini", "flagship",
                         "foundation"})  # fmt: skip
    return Lexicon(
        hedges={str(k): str(v) for k, v in frames.items()},
        hedge_pattern=re.compile(rf"\b(?:{_any_of(tuple(hedge_of))})\b", re.IGNORECASE),
        hedge_of=hedge_of,
        conditions={str(k): str(v) for k, v in conditions.items()},
        fact_hedges=re.compile(rf"\b(?:{_any_of((*hedge_of, *conditions))})\b", re.IGNORECASE),
        negation_pattern=re.compile(rf"\b(?:{_any_of(_lower(data, 'negations'))})\b|n't\b", re.IGNORECASE),
        denial=_lower(data, "denial_verbs"),
        reporting=_lower(data, "reporting_verbs"),
        speaking=_lower(data, "speaking_verbs"),
        person_verbs=_lower(data, "person_verbs"),
        release_verbs=_lower(data, "release_verbs"),
        role_words=_roles(_lower(data, "role_heads")),
        role_stop=_lower(data, "role_stop"),
        unique_roles=_lower(data, "unique_roles"),
        organisation_suffixes=frozenset(_words(data, "organisation_suffixes")),
        organisation_prefixes=frozenset(_words(data, "organisation_prefixes")),
        organisation_nouns=_lower(data, "organisation_nouns"),
        legal_forms=_lower(data, "legal_forms"),
        daughter_words=_lower(data, "daughter_words"),
        house_words=_lower(data, "house_words"),
        kind_words=_lower(data, "kind_words"),
        named_of=_lower(data, "named_of"),
        possessions=_lower(data, "organisation_possessions"),
        model_nouns=_lower(data, "model_nouns"),
        machine_nouns=_lower(data, "machine_nouns"),
        tool_nouns=_lower(data, "tool_nouns"),
        named_by=_lower(data, "named_by"),
        goods=_goods(data),
        series_nouns=_lower(data, "series_nouns"),
        editions=_lower(data, "editions"),
        geography=frozenset(_words(data, "geography")),
        series_fillers=fillers,
        team_tail=re.compile(rf"(?:[ ](?:{modifiers})){{0,3}}[ ](?:{heads})\b(?!s\b)", re.IGNORECASE),
        series_tail=re.compile(
            rf"(?:'s(?=(?:[ ](?:{_any_of(fillers)}))+[ ](?:{series})\b))?"
            rf"(?:[ ](?:{_any_of(fillers)})){{0,4}}[ ](?:{series})\b",
            re.IGNORECASE,
        ),
        not_names=frozenset(_words(data, "not_names")),
        breaks=frozenset({"CEO", "CTO", "CFO", "COO", "CIO", "CPO", "CMO", "CISO", "VP", "SVP", "EVP"}),
        calendar=_CALENDAR,
        demonyms=frozenset(_words(data, "demonyms")),
        places=frozenset(_words(data, "places")),
        platforms=frozenset(_words(data, "platforms")),
        licences={str(k): tuple(str(x) for x in v) for k, v in licences.items()},
        given=frozenset(_words(data, "given_names")),
        given_female=frozenset(str(given["female"]).split()),
        given_male=frozenset(str(given["male"]).split()),
        reference=_reference(data["reference"]),
        holders=_lower(data, "holders"),
        surnames=frozenset(_words(data, "surnames")),
        titles=frozenset(_words(data, "titles")),
        risk_types={str(k): tuple(str(x) for x in v) for k, v in risk_types.items()},
        synonyms=dict(synonyms),
        events=_events(events, _lower(data, "organisation_nouns")),
        naming=naming(data["name_signs"]),
    )
