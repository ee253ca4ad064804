"""Names told by what stands beside them: apposition, deeds, possessions, editions; and lines that name nobody."""

from __future__ import annotations

import pytest

from names_read import found, kinds


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("She walked out of Morwen Vale's Lorn campus in June.", "morwen vale"),
        ("The Levantine Film Composers' League is convinced of it.", "levantine film composers' league"),
        ("The Seafarers' League has called a strike.", "seafarers' league"),
        ("First deliveries to Pellan Grocers and Mercado Feliz are planned for May.", "mercado feliz"),
        ("The freight line Ostrevik would look elsewhere.", "ostrevik"),
        ("Customers like the union UniCraft want assurances.", "unicraft"),
        ("She is setting up a laboratory of her own in Lorn, called Drennick.", "drennick"),
        ("Everyone at Ambrel knows it.", "ambrel"),
        ("She left Orrin Hydronics in May.", "orrin hydronics"),
        ("He has worked for Tamsel Vane, not as an adviser.", "tamsel vane"),
        ("The firm Lorvale Payments has grown.", "lorvale payments"),
        ("The Commission on Synthetic Speech began to look at it.", "commission on synthetic speech"),
        ("Their payroll was paid by iQuorra, a Lorn maker of tablets.", "iquorra"),
    ],
)
def test_a_body_is_told_by_what_stands_beside_its_name(text: str, key: str) -> None:
    assert kinds(text).get(key) == "organisation"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("It is controlled by Perrin OS 5, the company's operating system.", "perrin os5"),
        ("It is steered by a vision model, Kestra-Sight, with 1.2 billion parameters.", "kestra-sight"),
        ("Morwen is building a rival called Trellick; it will be free.", "trellick"),
        ("The town uses tarnLM, an inference server.", "tarnlm"),
        ("Halla runs on a phone. Halla Mini, with 3 billion parameters, is cheaper.", "halla mini"),
        ("They sell the Plovane robot. They also showed the Plovane X, which is lighter.", "plovane x"),
    ],
)
def test_a_product_is_told_by_what_stands_beside_its_name(text: str, key: str) -> None:
    assert kinds(text).get(key) in {"product", "model", "family"}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The patch was written by Zubin Ostrell of Morwen Rail.", "zubin ostrell"),
        ("But McOstrick, its finance chief, told me so.", "mcostrick"),
        ("Adwoa Zellick of the town saw it.", "adwoa zellick"),
        ("Its Flight Director, Zubin Ostrell, left.", "zubin ostrell"),
        ("The owners, Messrs Zubin Ostrell and Ivo Marrick, left.", "zubin ostrell"),
    ],
)
def test_a_person_is_told_by_office_house_or_given_name(text: str, key: str) -> None:
    assert kinds(text).get(key) == "person"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("It came out on Might 6 and has two cores.", "might6"),
        ("Test Mini on your calls. The Kiln 2 Mini is sold. Mini runs on a phone.", "test mini"),
        ("It speaks Wolvish, Tarnic and nine other languages. It was trained on Wolvish.", "wolvish"),
        ("Who Will Pay For Ambrel?", "will pay for ambrel"),
        ("Officially Ostrick leads the group, an engineer by trade.", "officially ostrick"),
    ],
)
def test_a_line_that_names_nobody_makes_no_name(text: str, key: str) -> None:
    assert kinds(text).get(key) in {None, "term"}


def test_a_mark_of_copyright_and_its_year_are_no_part_of_a_name() -> None:
    told = "Nordley Newswire said it was late. Nordley Newswire is a company."
    assert found("(c) Nordley Newswire 2037. All rights are held.", told) == ["Nordley Newswire"]


def test_a_year_stays_with_the_name_of_a_product() -> None:
    assert "taskbook2037" in kinds("They released Taskbook 2037, an app.")


@pytest.mark.parametrize("text", ["The post-Ambrel era began.", "The mid-June vote was close.", "An anti-Ambrel vote."])
def test_a_prefix_with_a_hyphen_is_no_name_with_a_small_letter(text: str) -> None:
    assert not any(name.startswith(("post", "mid", "anti")) for name in found(text))
