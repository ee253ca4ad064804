"""Names learnt from invented texts of several house styles: what is a name, and of what kind of thing."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefwright.codebook import load_codebook
from briefwright.names import learn, mentions, name_key, nickname, person_parts, plain_letters, unglued
from names_read import CODEBOOK, found, kinds

# --------------------------------------------------------------------------- persons


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("TROMSØ, May 14 (Fjordwire) — Ingrid Haugland, chief architect at Pelmora, resigned.", "ingrid haugland"),
        ("Nguyen Thi Bao, a researcher at Vantia, left.", "nguyen thi bao"),
        ("Park Ji-woo, a staff engineer at Kestrel Works, resigned.", "park ji-woo"),
        ("Chidi Okafor, co-founder of Tessellate, stepped down on Tuesday.", "chidi okafor"),
        ("Layla al-Hadidi, head of safety at Pelmora, resigned.", "layla al-hadidi"),
        ("Pieter van der Meer, chief engineer at Pelmora, resigned.", "pieter van der meer"),
        ("João d'Aubigny joined Pelmora in 2019.", "joão d'aubigny"),
        ("Łukasz Żółkiewski, a developer at Pelmora, said the plan was late.", "łukasz żółkiewski"),
        ("R. Krishnan, a lawyer at Pelmora, resigned.", "r. krishnan"),
        ("Haruki Tanabe, a scientist at Pelmora, left.", "haruki tanabe"),
        ("J. R. Kettle, an analyst at Pelmora, spoke.", "j. r. kettle"),
        ("Sean O'Neil, a manager at Pelmora, left.", "sean o'neil"),
        ("Wei Zhang told Fjordwire that the plan was late.", "wei zhang"),
        ("Q: Who runs it? A: Priya Nair, the CTO, does.", "priya nair"),
        ("Then Dr. Mara Quell spoke for an hour.", "mara quell"),
        ("Junya “Bug” Morita, an engineer at Pelmora, left.", "junya morita"),
        ("Quoll Everand, who founded the lab, spoke.", "quoll everand"),
    ],
)
def test_a_person_of_any_culture_is_learnt(text: str, key: str) -> None:
    assert kinds(text).get(key) == "person"


def test_a_person_with_a_hyphenated_given_name_is_learnt() -> None:
    assert kinds("Mary-Jane Oduya left on Monday.").get("mary-jane oduya") == "person"


@pytest.mark.parametrize(
    "text",
    [
        "CTO Mara Quell left.",
        "Dr. Mara Quell left.",
        "Yesterday Mara Quell left. It was not yesterday.",
        "Chief Technology Officer Mara Quell left.",
        "Pelmora's Senior Vice President Mara Quell left.",
        "Pelmora-backed Mara Quell left.",
    ],
)
def test_a_title_or_an_opener_is_no_part_of_a_name(text: str) -> None:
    assert [k for k, kind in kinds(text).items() if kind == "person"] == ["mara quell"]


def test_an_imperative_opener_is_no_part_of_a_name() -> None:
    assert "mara quell" in kinds("Suppose Mara Quell left Pelmora.")


def test_a_lone_surname_is_the_person_whose_name_holds_it() -> None:
    assert kinds("Mara Quell, an engineer, left.", "Quell wrote a post.")["quell"] == "person"


def test_a_lone_surname_without_diacritics_is_the_person_too() -> None:
    assert kinds("Björn Åkerblom, an engineer, left.", "It was Akerblom who wrote.")["akerblom"] == "person"


def test_a_nickname_alone_is_a_person() -> None:
    assert kinds("Junya “Bug” Morita, an engineer, left.", "A post by Bug followed.")["bug"] == "person"


# --------------------------------------------------------------------------- organisations


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("She spoke at Pelmora Labs.", "pelmora labs"),
        ("Kilnstone Semiconductor grew.", "kilnstone semiconductor"),
        ("The University of Tromsø agreed.", "university of tromsø"),
        ("The startup Pelmora grew. Pelmora hired.", "pelmora"),
        ("Pelmora, a chip maker in Lund, grew.", "pelmora"),
        ("Pelmora's board met. It was Pelmora's idea.", "pelmora"),
        ("The CEO of Pelmora spoke.", "pelmora"),
        ("BFRK has fined the firm. The BFRK said it would go on.", "bfrk"),
        ("He left eTorvo Systems.", "etorvo systems"),
        ("FOR IMMEDIATE RELEASE: Quillby GmbH announced a sale.", "quillby gmbh"),
    ],
)
def test_an_organisation_is_learnt_with_and_without_a_suffix(text: str, key: str) -> None:
    assert kinds(text).get(key) == "organisation"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        pytest.param(
            "The Nordic Algorithm Authority fined Pelmora.",
            "nordic algorithm authority",
        ),
        pytest.param(
            "March Networks fined Pelmora on March 4.",
            "march networks",
        ),
        pytest.param(
            "Voss & Partners sued Pelmora.",
            "voss & partners",
        ),
    ],
)
def test_an_organisation_keeps_the_whole_of_its_name(text: str, key: str) -> None:
    assert kinds(text).get(key) == "organisation"


# --------------------------------------------------------------------------- models, products, places


@pytest.mark.parametrize(
    ("text", "key", "kind"),
    [
        ("Pelmora released Lumen 4.", "lumen4", "model"),
        ("Pelmora unveiled Lumen3.5-Max.", "lumen3.5-max", "model"),
        ("Lumen 4 is new. Lumen is used by 300 firms.", "lumen", "family"),
        ("The firm ported the app Vettel to phones. The app Vettel runs.", "vettel", "product"),
        ("She posted on Mastodon.", "mastodon", "term"),
        ("The lab is in Oslo.", "oslo", "place"),
        ("It opened an office in São Paulo.", "são paulo", "place"),
        ("The Quadrant Treaty was signed.", "quadrant treaty", "term"),
        ("They use the Gated Ripple architecture. Gated Ripple attention is fast.", "gated ripple", "term"),
    ],
)
def test_a_thing_that_is_no_person_is_classed(text: str, key: str, kind: str) -> None:
    assert kinds(text).get(key) == kind


def test_a_spaced_and_a_joined_version_are_one_name() -> None:
    assert name_key("Lumen 4") == name_key("Lumen4")


def test_two_versions_are_two_names() -> None:
    assert name_key("Lumen 4") != name_key("Lumen 5")


def test_a_series_word_is_the_family_and_its_size_stays() -> None:
    assert (name_key("Lumen4 series"), name_key("Lumen 4 small model series")) == ("lumen4", "lumen4 small series")


def test_a_number_that_counts_is_no_version() -> None:
    assert "pelmora300" not in kinds("At Pelmora 300 engineers left. She left Pelmora.")


def test_a_team_takes_its_head_into_its_name() -> None:
    assert found("The Lumen AI team at Pelmora grew. Lumen grew. Lumen fell.")[0] == "Lumen AI team"


def test_a_team_with_a_qualifier_and_one_without_are_one_key() -> None:
    text = "The Lumen AI team grew. The Lumen team grew. Lumen fell."
    gazetteer = learn([(text, False)], CODEBOOK)
    assert {m.key for m in mentions(text, gazetteer, CODEBOOK) if m.kind == "team"} == {"lumen team"}


# --------------------------------------------------------------------------- what is no name


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Norwegian engineers left. A Norwegian court agreed.", "norwegian"),
        ("Sudden changes followed. Sudden changes hurt.", "sudden"),
        ("Colleagues mourned. The colleagues left.", "colleagues"),
        ("It began on Monday. On Monday it ended.", "monday"),
        ("The CTO left. A CTO is hard to find.", "cto"),
        ("R&D spending fell. The R&D budget grew.", "r&d"),
        ("Meanwhile it grew. It grew meanwhile.", "meanwhile"),
    ],
)
def test_a_capital_alone_makes_no_name(text: str, word: str) -> None:
    assert word not in kinds(text)


def test_names_are_not_learnt_from_a_headline_in_title_case() -> None:
    heading = ("Why Did Brave New Models Leave Their Makers?", True)
    assert learn([heading], CODEBOOK).kinds == {}


def test_a_headline_in_sentence_case_teaches_its_names() -> None:
    heading = ("Pelmora Labs loses its chief architect days after a release", True)
    assert "pelmora labs" in learn([heading], CODEBOOK).kinds


@pytest.mark.parametrize(
    "text",
    ["• 2Pelmora Labs said that it was late.", "2Pelmora Labs said that it was late.",
     "- 12.Pelmora Labs said that it was late."],
)  # fmt: skip
def test_a_list_number_glued_to_a_name_is_no_part_of_it(text: str) -> None:
    assert found(text) == ["Pelmora Labs"]


def test_taking_off_a_glued_number_moves_nothing() -> None:
    assert unglued("• 2Pelmora said") == "•  Pelmora said"


def test_a_codebook_name_keeps_the_kind_given_there(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "codebook.yml").write_text("names:\n  - name: Ada Quell\n    kind: product\n", encoding="utf-8")
    own = load_codebook(tmp_path)
    assert learn([("Ada Quell, an engineer, left.", False)], own).kinds["ada quell"] == "product"


def test_the_model_votes_only_on_names_that_the_rules_saw() -> None:
    assert learn([("Nothing stands here.", False)], CODEBOOK, {"pelmora": "organisation"}).kinds == {}


@pytest.mark.parametrize("handle", ["@mara_dev", "@Pelmora_Labs"])
def test_a_handle_keeps_its_sign_or_is_no_name(handle: str) -> None:
    assert set(found(f"A farewell by {handle} stood on Mastodon.", f"It was {handle} who wrote.")) <= {
        handle,
        "Mastodon",
    }


# --------------------------------------------------------------------------- the parts of a name


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Ada “Bug” Lin", ("ada", "lin")),
        ("Ada (Bug) Lin", ("ada", "lin")),
        ("J. R. Kettle", ("j", "r", "kettle")),
        ("Åsa Åkerblom", ("asa", "akerblom")),
        ("Łukasz Żółkiewski", ("lukasz", "zolkiewski")),
        ("Søren Æbelø", ("soren", "aebelo")),
        ("Park Ji-woo", ("park", "jiwoo")),
    ],
)
def test_the_parts_of_a_name_are_plain(name: str, parts: tuple[str, ...]) -> None:
    assert person_parts(name) == parts


@pytest.mark.parametrize(("name", "nick"), [("Ada “Bug” Lin", "bug"), ("Ada (Bug) Lin", "bug"), ("Ada Lin", "")])
def test_the_nickname_is_read_from_quotes_or_brackets(name: str, nick: str) -> None:
    assert nickname(name) == nick


@settings(deadline=None)
@given(st.from_regex(r"[A-Za-z0-9À-ÿ][A-Za-z0-9À-ÿĀ-įłœšž .,&“”\"()'-]{0,30}", fullmatch=True))
def test_the_key_of_a_key_is_itself(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)


@settings(deadline=None)
@given(st.text(st.characters(max_codepoint=0x17F), max_size=20))
def test_plain_letters_of_plain_letters_are_themselves(word: str) -> None:
    assert plain_letters(plain_letters(word)) == plain_letters(word)


@settings(deadline=None)
@given(
    st.lists(st.sampled_from("Mara Quell Pelmora Labs Lumen 4 the of & “Bug” • 2Ada @x van der . , Oslo iX".split()))
)
def test_every_name_found_is_the_text_at_its_place(words: list[str]) -> None:
    """Spans are exact, in order, and none overlaps another."""
    text = " ".join(words)
    gazetteer = learn([(text, False), ("Mara Quell, an engineer at Pelmora Labs, left. Lumen 4.", False)], CODEBOOK)
    marks = mentions(text, gazetteer, CODEBOOK)
    assert all(text[m.start : m.end] == m.text for m in marks)
    assert all(a.end <= b.start for a, b in pairwise(marks))


# --------------------------------------------------------------------------- short forms, titles, particles


@pytest.mark.parametrize(
    ("texts", "key", "kind"),
    [
        (("Orlo AI, a rival in Lund, agreed.",), "orlo ai", "organisation"),
        (("The firm Jade Orlo Intelligence grew.", "She left Jade Orlo in May."), "jade orlo", "organisation"),
        (("Ask Tobias van Rensen, an engineer.", "It was van Rensen who wrote."), "van rensen", "person"),
        (("He met Jan-Willem de Grote, a partner.",), "jan-willem de grote", "person"),
        (("They named Timur Galev as successor.", "It was Galev who answered."), "timur galev", "person"),
        (("A colleague, Bae Min-kyu, spoke.",), "bae min-kyu", "person"),
        (("OSLO (Orvane Newswire) - It grew.",), "orvane newswire", "organisation"),
        (("The chip designer Tamarin Compute grew.",), "tamarin compute", "organisation"),
        (("Pelmora Orchard CEO Mara Quell left.",), "pelmora orchard", "organisation"),
        (("Write to press@corven.example. Corven Robotics Ltd. grew.",), "corven robotics ltd", "organisation"),
    ],
)  # fmt: skip
def test_a_name_is_classed_by_how_it_is_used(texts: tuple[str, ...], key: str, kind: str) -> None:
    assert kinds(*texts).get(key) == kind


@pytest.mark.parametrize("text", ["It is a California-based firm.", "Chief Technology Officer is a title."])
def test_a_place_or_title_alone_is_no_body(text: str) -> None:
    assert "organisation" not in kinds(text).values()


# --------------------------------------------------------------------------- places, bodies and what they are called


@pytest.mark.parametrize(
    ("text", "key", "kind"),
    [
        ("DRUMMOND, Ontario, June 4, 2034 (Harbour Wire) - Nobody spoke.", "drummond", "place"),
        ("The chemist was born in Karaganda. She likes Karaganda.", "karaganda", "place"),
        ("Ilya Borov, a power engineer from Karaganda, spoke.", "karaganda", "place"),
        ("It lent 4 million to a bus firm in the city of Malmstad.", "malmstad", "place"),
        ("Its investors include Banque Lemaire.", "banque lemaire", "organisation"),
        ("Its investors include Fondo Serrano, whose partner sits on the board.", "fondo serrano", "organisation"),
        ("She studied at the Technical University of Zlin.", "technical university of zlin", "organisation"),
        ("The hall was built by Karst & Söhne of Winterthur.", "karst & söhne", "organisation"),
        ("She told Der Kurier on Friday that she would stay.", "der kurier", "organisation"),
        ("Hollow Peak said it knew of no file.", "hollow peak", "organisation"),
        ("He has signed with Voltgarden, a Dutch fund.", "voltgarden", "organisation"),
        ("Tolland Ridge, which owns 28 percent of it, saw its shares fall.", "tolland ridge", "organisation"),
        ("Then a Brightmoor spokesman spoke to five Brightmoor researchers.", "brightmoor", "organisation"),
        ("The mayor met her on 3 October at Hotel Continental.", "hotel continental", "term"),
        ("Owners were told to unplug every Wren sold since. The Wren, which sells for 900 francs, is new.", "wren",
         "product"),
    ],
)  # fmt: skip
def test_the_words_around_a_name_tell_what_it_names(text: str, key: str, kind: str) -> None:
    assert kinds(text).get(key) == kind


@pytest.mark.parametrize("opener", ["Rival", "Startup", "Chipmaker", "Regulator"])
def test_a_noun_that_opens_a_sentence_is_no_part_of_the_name_behind_it(opener: str) -> None:
    assert f"{opener.casefold()} brightmoor" not in kinds(f"{opener} Brightmoor has hired five of its researchers.")


def test_two_capitalised_words_of_a_unit_are_one_name() -> None:
    text = "She ran the Safety and Oversight group. The Safety and Oversight group met."
    assert found(text) == ["Safety and Oversight group", "Safety and Oversight group"]


# --------------------------------------------------------------------------- what needs evidence


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The quota is worth DKK 412 million.", "dkk"),
        ("Landings were worth DKK 9,000 a day.", "dkk9"),
        ("The radio works at 40 MHz and draws 12 mAh.", "mhz"),
        ("Published 12 May 2031", "published12"),
        ("Results matter. Results were poor.", "results"),
        ("The FAQ is short. Read the README first.", "faq"),
    ],
)
def test_a_unit_a_date_line_or_a_common_opener_is_no_name(text: str, key: str) -> None:
    assert key not in kinds(text)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("A ship belonging to Morland Havbruk ran aground.", "morland havbruk"),
        ("Among the buyers are Grisholm Fisk and Tarbet Salmon.", "tarbet salmon"),
        ("The wafers come from one foundry, Pellinge Kisel, whose lease ends in May.", "pellinge kisel"),
        ("The ruling names the fund Tern Hill. Tern Hill has not replied.", "tern hill"),
        ("The Baltic Pilotage Board opened an inquiry.", "baltic pilotage board"),
        ("She chairs the Iberian Union for Rowing, which meets in Faro.", "iberian union for rowing"),
    ],
)
def test_an_owner_a_buyer_or_what_a_word_for_a_body_names_is_an_organisation(text: str, key: str) -> None:
    assert kinds(text).get(key) == "organisation"


def test_a_person_behind_a_word_for_a_body_stays_a_person() -> None:
    assert kinds("It is the firm Ada Lindqvist founded. Ada Lindqvist, an engineer, left.")["ada lindqvist"] == "person"


def test_the_word_of_the_statistical_model_alone_makes_no_organisation() -> None:
    text = "Then came Ravelstoke. Nobody spoke."
    assert "ravelstoke" not in learn([(text, False)], CODEBOOK, {"ravelstoke": "organisation"}).kinds


def test_a_vietnamese_name_is_a_person() -> None:
    assert kinds("Đặng Minh Tú hasn't gone anywhere.").get("đặng minh tú") == "person"


@pytest.mark.parametrize(
    ("text", "no_name"),
    [
        ("Loud & Clear is a newsletter. It is loud. He reads it & Clear.", "& clear"),
        ("The Company has spoken. The Company said so.", "company"),
        ("It happened in the Uco Valley. The Uco Valley is dry.", "organisation"),
    ],
)
def test_no_body_is_made_of_a_part_of_a_name_or_of_a_place(text: str, no_name: str) -> None:
    known = kinds(text)
    assert known.get(no_name) != "organisation"
    assert known.get("uco valley") in {None, "place"}
