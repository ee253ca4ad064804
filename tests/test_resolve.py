"""Mentions to entities: one name in any order is one, namesakes stay apart, and what is not certain is nobody."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefwright.codebook import Codebook, Judgement, NameEntry, load_codebook
from briefwright.model import EntityKind, Refused
from briefwright.names import Mention, name_key
from briefwright.resolve import Entities, resolve

CODEBOOK = load_codebook()


def mention(text: str, kind: EntityKind = "person") -> Mention:
    return Mention(start=0, end=len(text), text=text, kind=kind, key=name_key(text))


def people(*texts: str, codebook: Codebook = CODEBOOK) -> Entities:
    """The entities of one source that names these people, in this order."""
    return resolve([("000", mention(t)) for t in texts], codebook)


def one(entities: Entities, *texts: str, source: str = "000") -> set[str | None]:
    """Where these mentions in a source lead."""
    return {entities.of(mention(t), source) for t in texts}


def judged(decision: str, *about: str) -> Codebook:
    entry = Judgement(
        decision=decision,
        about=about,
        text="",
        by="P. Vance",
        when="2026-03-09",
        why="read both",
        where="codebook.yml:4",
    )
    return replace(CODEBOOK, judgements=(entry,))


# --------------------------------------------------------------------------- one person


@pytest.mark.parametrize(
    "names",
    [
        ("Ingrid Solheim", "Solheim Ingrid"),
        ("Junya Morita", "Junya “Bug” Morita"),
        ("Junya Morita", "Junya (Bug) Morita"),
        ("Ingrid Solheim", "I. Solheim"),
        ("Rohan Krishnan", "R. Krishnan"),
        ("Jon Robert Kettle", "J. R. Kettle"),
        ("Rosalind Okonjo-Baird", "R. J. Okonjo-Baird"),
        ("Pham Thi Lan", "Pham T. L."),
        ("Fujiwara Sō", "Fujiwara S."),
        ("Dana Raman", "Dana K. Raman"),
        ("Nguyen Thi Bao", "Bao Nguyen"),
        ("Łukasz Żółkiewski", "Lukasz Zolkiewski"),
        ("Åsa Åkerblom", "Asa Akerblom"),
        ("Pieter van der Meer", "van der Meer Pieter"),
        ("Park Ji-woo", "Ji-woo Park"),
        ("Ingrid Solheim", "Solheim"),
        ("Ingrid Solheim", "Ingrid"),
        ("Åsa Åkerblom", "Akerblom"),
    ],
)
def test_two_forms_of_a_name_are_one_person(names: tuple[str, str]) -> None:
    found = people(*names)
    assert len(one(found, *names)) == 1 and len(found.entities) == 1


def test_a_nickname_alone_is_its_bearer() -> None:
    found = people("Junya “Bug” Morita", "Bug")
    assert one(found, "Bug") == one(found, "Junya “Bug” Morita")


def test_the_name_shown_has_no_nickname() -> None:
    assert [e.name for e in people("Junya “Bug” Morita", "Junya Morita").entities] == ["Junya Morita"]


def test_the_name_shown_is_the_commonest_full_form() -> None:
    assert [e.name for e in people("Solheim Tove", "Tove Solheim", "Tove Solheim", "Solheim").entities] == [
        "Tove Solheim"
    ]


def test_every_other_spelling_is_an_alias() -> None:
    (entity,) = people("Ingrid Solheim", "Ingrid Solheim", "Solheim Ingrid", "Solheim").entities
    assert entity.aliases == ("Solheim", "Solheim Ingrid")


# --------------------------------------------------------------------------- never one


@pytest.mark.parametrize(
    "names",
    [
        ("Ada Lin", "Bo Lin"),
        ("Ada Lin", "Ada Kim"),
        ("Jon Petrov", "John Petrov"),
        ("Ada Lin", "Ada Linde"),
        ("Ingrid Solheim", "Ivar Solheim"),
        ("Wei Zhang", "Wei Zhao"),
        ("Dana K. Raman", "Dana M. Raman"),
    ],
)
def test_two_people_with_a_shared_part_stay_two(names: tuple[str, str]) -> None:
    assert len(one(people(*names), *names)) == 2


def test_a_surname_that_two_bear_is_nobody() -> None:
    assert one(people("Ada Lin", "Bo Lin", "Lin"), "Lin") == {None}


def test_a_surname_is_the_bearer_that_its_own_source_names() -> None:
    found = resolve(
        [(s, mention(t)) for s, t in [("000", "Ada Lin"), ("000", "Lin"), ("001", "Bo Lin"), ("001", "Lin")]], CODEBOOK
    )
    assert one(found, "Lin", source="000") | one(found, "Lin", source="001") == {"ada-lin", "bo-lin"}


def test_a_surname_in_a_source_that_names_neither_bearer_is_nobody() -> None:
    found = resolve([(s, mention(t)) for s, t in [("000", "Ada Lin"), ("001", "Bo Lin"), ("002", "Lin")]], CODEBOOK)
    assert one(found, "Lin", source="002") == {None}


def test_a_part_that_ends_one_name_and_opens_another_is_nobody() -> None:
    assert one(people("Ada Lin", "Lin Chen", "Lin"), "Lin") == {None}


def test_an_initial_that_fits_two_is_neither() -> None:
    found = people("Ingrid Solheim", "Ivar Solheim", "I. Solheim")
    assert not one(found, "I. Solheim") & {"ingrid-solheim", "ivar-solheim"}


def test_two_of_three_parts_that_fit_two_people_are_neither() -> None:
    found = people("Nguyen Thi Bao", "Nguyen Van Bao", "Bao Nguyen")
    assert not one(found, "Bao Nguyen") & one(found, "Nguyen Thi Bao", "Nguyen Van Bao")


@pytest.mark.parametrize("order", list(itertools.permutations(["Ada Lin", "Bo Lin", "Lin", "Lin Ada"])))
def test_the_order_of_mentions_decides_nothing(order: tuple[str, ...]) -> None:
    found = people(*order)
    assert (one(found, "Lin"), len(one(found, "Ada Lin", "Lin Ada")), len(found.entities)) == ({None}, 1, 2)


# --------------------------------------------------------------------------- organisations and models


def test_a_company_without_its_legal_form_is_the_company() -> None:
    found = resolve(
        [("000", mention(t, "organisation")) for t in ("Kilnstone Semiconductor N.V.", "Kilnstone")], CODEBOOK
    )
    assert len(found.entities) == 1


def test_a_short_form_that_fits_two_companies_is_neither() -> None:
    names = ("Halden Labs", "Halden Robotics", "Halden")
    assert len(resolve([("000", mention(t, "organisation")) for t in names], CODEBOOK).entities) == 3


def test_a_company_and_its_daughter_are_two() -> None:
    names = ("Halden", "Halden Insurance")
    assert len(resolve([("000", mention(t, "organisation")) for t in names], CODEBOOK).entities) == 2


@pytest.mark.parametrize(
    "names",
    [
        ("Sagiri Weather K.K.", "Sagiri Weather", "Sagiri"),
        ("Sprachmole gGmbH", "Sprachmole"),
        ("Nine Rivers Consortium", "Consortium", "Rivers Consortium"),
        ("Fonds Laurentide", "Laurentide"),
        ("Université de Val-Morin", "University of Val-Morin"),
    ],
)
def test_a_body_called_in_several_ways_is_one(names: tuple[str, ...]) -> None:
    assert len(resolve([("000", mention(t, "organisation")) for t in names], CODEBOOK).entities) == 1


def test_the_consortium_is_nobody_where_there_are_two() -> None:
    names = ("Nine Rivers Consortium", "Baltic Consortium", "Consortium")
    assert len(resolve([("000", mention(t, "organisation")) for t in names], CODEBOOK).entities) == 3


def test_a_laboratory_that_bears_a_companys_name_is_another() -> None:
    names = ("Halden", "Halden DeepThought")
    assert len(resolve([("000", mention(t, "organisation")) for t in names], CODEBOOK).entities) == 2


def test_a_laboratory_named_before_the_company_is_another_too() -> None:
    names = ("Halden DeepThought", "Halden")
    assert len(resolve([("000", mention(t, "organisation")) for t in names], CODEBOOK).entities) == 2


def test_a_model_without_its_maker_is_the_model() -> None:
    assert len(resolve([("000", mention(t, "model")) for t in ("Tessera T2", "T2")], CODEBOOK).entities) == 1


def test_two_versions_are_two_models() -> None:
    assert len(resolve([("000", mention(t, "model")) for t in ("Lumen 4", "Lumen 5")], CODEBOOK).entities) == 2


# --------------------------------------------------------------------------- the editor's word


def test_an_alias_of_the_codebook_is_the_name_it_belongs_to() -> None:
    own = replace(CODEBOOK, names=(NameEntry(name="Tove Haug", kind="person", aliases=("Mrs T",), why="signed"),))
    assert one(people("Tove Haug", "Mrs T", codebook=own), "Tove Haug", "Mrs T") == {"tove-haug"}


def test_the_reason_for_an_alias_stands_with_the_entity() -> None:
    own = replace(CODEBOOK, names=(NameEntry(name="Tove Haug", kind="person", aliases=("T",), evidence="000 ¶2"),))
    assert [e.note for e in people("Tove Haug", codebook=own).entities] == ["000 ¶2"]


def test_the_kind_of_the_codebook_wins() -> None:
    own = replace(CODEBOOK, names=(NameEntry(name="Tove Haug", kind="team"),))
    assert [e.kind for e in people("Tove Haug", codebook=own).entities] == ["team"]


def test_judged_the_same_two_names_are_one() -> None:
    found = people("Jon Petrov", "John Petrov", codebook=judged("same", "Jon Petrov", "John Petrov"))
    assert len(found.entities) == 1


def test_judged_different_two_names_that_are_alike_are_not_doubted() -> None:
    found = people("Jon Petrov", "John Petrov", codebook=judged("different", "Jon Petrov", "John Petrov"))
    assert [e.same_as_doubt for e in found.entities] == [(), ()]


def test_judged_unsure_two_names_are_doubted_on_both_sides() -> None:
    found = people("Ada Lin", "Bo Kim", codebook=judged("unsure", "Ada Lin", "Bo Kim"))
    assert [e.same_as_doubt for e in found.entities] == [("bo-kim",), ("ada-lin",)]


@pytest.mark.parametrize("decision", ["same", "different", "unsure"])
def test_a_judgement_on_a_name_that_nobody_bears_is_refused_with_its_place(decision: str) -> None:
    with pytest.raises(Refused, match=r"^codebook\.yml:4: "):
        people("Ada Lin", codebook=judged(decision, "Ada Lin", "Zed Quorn"))


def test_a_judgement_that_one_name_is_itself_is_refused() -> None:
    with pytest.raises(Refused):
        people("Ada Lin", codebook=judged("same", "Ada Lin"))


def test_judged_different_the_two_orders_of_a_name_are_two() -> None:
    found = people("Lin Chen", "Chen Lin", codebook=judged("different", "Lin Chen", "Chen Lin"))
    assert len(found.entities) == 2


# --------------------------------------------------------------------------- doubt


@pytest.mark.parametrize("names", [("Jon Petrov", "John Petrov"), ("Ada Lin", "Ada Linde"), ("Wei Zhang", "Wei Zhan")])
def test_names_that_almost_agree_are_doubted(names: tuple[str, str]) -> None:
    assert all(e.same_as_doubt for e in people(*names).entities)


@pytest.mark.parametrize("names", [("Ada Lin", "Bo Lin"), ("Ada Lin", "Ada Kim"), ("Ada Lin", "Bo Kim")])
def test_names_that_share_a_part_only_are_not_doubted(names: tuple[str, str]) -> None:
    assert not any(e.same_as_doubt for e in people(*names).entities)


def test_bodies_that_differ_in_one_word_of_four_are_doubted() -> None:
    names = ("Qualla C-end Business Group", "Qualla C-conclude Business Group")
    assert all(
        e.same_as_doubt for e in resolve([("000", mention(t, "organisation")) for t in names], CODEBOOK).entities
    )


@settings(deadline=None)
@given(st.lists(st.sampled_from(["Ada Lin", "Lin Ada", "A. Lin", "Bo Lin", "Lin", "Ada", "Chen Bo", "Ada “Bug” Lin"])))
def test_every_mention_leads_to_an_entity_that_is_there_or_to_nobody(texts: list[str]) -> None:
    found = people(*texts)
    assert one(found, *texts) <= {*(e.id for e in found.entities), None}


@settings(deadline=None)
@given(st.permutations(["Ada Lin", "Lin Ada", "Bo Lin", "Lin", "J. Lin", "Jin Lin", "Chen Bo"]))
def test_entities_do_not_depend_on_the_order_of_mentions(texts: list[str]) -> None:
    assert people(*texts).entities == people(*sorted(texts)).entities


@pytest.mark.parametrize("names", [("Torsk Shipping", "Torsk", "Torsk"), ("Lunde", "Lunde Ventures", "Lunde Ventures")])
def test_a_body_named_in_full_first_or_more_often_is_its_short_form(names: tuple[str, ...]) -> None:
    assert len(resolve([("000", mention(t, "organisation")) for t in names], CODEBOOK).entities) == 1


def test_a_version_in_the_plural_is_the_version() -> None:
    assert len(resolve([("000", mention(t, "model")) for t in ("Dunlin 3", "Dunlin 3s")], CODEBOOK).entities) == 1


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Pampero Climate Fund", "Pampero"),
        ("Kuwabara Iron Works", "Kuwabara"),
        ("Provincial Labour Inspectorate", "Labour Inspectorate"),
        ("Sable Harbour Trust", "Sable"),
    ],
)
def test_a_body_named_in_full_before_is_meant_by_its_short_form(full: str, short: str) -> None:
    assert len(resolve([("000", mention(t, "organisation")) for t in (full, short)], CODEBOOK).entities) == 1


def test_somebody_named_in_full_once_and_often_for_short_is_one() -> None:
    """The passages of a source lead a surname to the full name that it stands for; the count of spellings does not."""
    full, short = mention("Zubin Ostrell"), mention("Ostrell")
    met = Mention(start=0, end=7, text="Ostrell", kind="person", key=full.key)
    entities = resolve([("000", full), ("000", met), ("000", met), ("001", short)], CODEBOOK)
    assert entities.of(short, "001") == entities.of(full, "000")
