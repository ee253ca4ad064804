"""Which paragraphs of a raw text are content, headings and noise, and the sentences of each."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefwright.model import Refused, Source
from briefwright.passages import split, split_corpus, title_case
from briefwright.passages.furniture import LINE_RULES
from briefwright.passages.shapes import LineRule, is_date_line, is_publication, is_scene, is_still_life
from briefwright.sources import read_source
from briefwright.text import fold

YES = [(rule, line) for rule in LINE_RULES for line in rule.yes]
NO = [(rule, line) for rule in LINE_RULES for line in rule.no]

LONG = (
    "Orrery Labs lost the head of its Lumen team on Tuesday, two days after the laboratory had released the third "
    "version of the model, and the company has not said why."
)
MORE = (
    "Engineers of the Lumen team said that the release of the model had been hurried, and that the head of the "
    "laboratory had asked for another month of tests before the company went ahead."
)


def classed(*lines: str, name: str = "a.txt") -> Source:
    text = "\n\n".join(lines)
    return split(read_source(text.encode(), name=name, folder="seeds", where=name))


def noise(*lines: str) -> dict[str, str]:
    """The lines that are noise, with their reasons."""
    return {p.text: p.reason for p in classed(*lines).passages if p.cls == "noise"}


def headings(*lines: str) -> list[str]:
    return [p.text for p in classed(*lines).passages if p.cls == "heading"]


# --------------------------------------------------------------------------- single lines


@pytest.mark.parametrize(("rule", "line"), YES, ids=[f"{rule.name}: {line[:40]}" for rule, line in YES])
def test_a_rule_holds_for_its_examples(rule: LineRule, line: str) -> None:
    assert rule.holds(fold(line))


@pytest.mark.parametrize(("rule", "line"), NO, ids=[f"{rule.name}: {line[:40]}" for rule, line in NO])
def test_no_rule_holds_for_the_examples_against(rule: LineRule, line: str) -> None:
    assert not rule.holds(fold(line))


@pytest.mark.parametrize("rule", LINE_RULES, ids=lambda rule: rule.name)
def test_each_rule_has_examples_for_and_against(rule: LineRule) -> None:
    assert rule.yes and rule.no and rule.reason


@pytest.mark.parametrize(
    "line",
    [
        "Wooden letters spell a name on a wooden table, with a plant in the background.",
        "A close-up of a circuit board.",
        "The logo of Orrery is seen on a phone screen.",
        "Ines Aldabe is pictured at the opening of the laboratory.",
        "Aerial view of the harbour",
    ],
)
def test_a_scene_is_the_description_of_a_picture(line: str) -> None:
    assert is_scene(line)


@pytest.mark.parametrize(
    "line",
    [
        "Work went on in the background, the company said.",
        "Talks continue in the background.",
        "Lumen Desk runs on a laptop screen.",
        "The team has worked on a desk model since May.",
        "The portrait of Ines Aldabe that employees have painted is kind.",
        "In the background stands a dispute about money. It is old.",
        LONG,
    ],
)
def test_a_sentence_in_which_something_happens_is_no_scene(line: str) -> None:
    assert not is_scene(line)


@pytest.mark.parametrize(
    "line",
    [
        "A grey bridge with cars under low clouds.",
        "Two engineers in front of a rack of servers",
        "Three empty chairs around a table in an office.",
    ],
)
def test_a_thing_and_where_it_stands_is_a_still_life(line: str) -> None:
    assert is_still_life(line)


@pytest.mark.parametrize(
    "line",
    [
        "A storm is over the laboratory with every day of silence.",
        "A dispute with Halden Systems over the licence",
        "A third of the staff left within a week.",
        "A 9 % rise in prices with no end in sight",
        "A new head takes over at the laboratory.",
    ],
)
def test_a_line_with_verb_name_or_number_is_no_still_life(line: str) -> None:
    assert not is_still_life(line)


@pytest.mark.parametrize(
    "line",
    [
        "Mar 5, 2031",
        "5 March 2031",
        "Updated 2031-03-05 10:15 GMT",
        "3 days ago",
        "Tuesday, March 4, 2031",
        "6 min read",
    ],
)
def test_a_date_alone_is_a_date_line(line: str) -> None:
    assert is_date_line(line)


@pytest.mark.parametrize("line", ["Mar 5, 2031 was a Wednesday", "2031", "In March", "Five days later"])
def test_a_line_with_more_than_a_date_is_none(line: str) -> None:
    assert not is_date_line(line)


@pytest.mark.parametrize(
    ("line", "named"),
    [("Southern Chip Review", True), ("The Lisbon Courier", True), ("review", False), ("A Question of Money", False)],
)
def test_a_publication_is_told_by_its_last_word(line: str, named: bool) -> None:
    assert is_publication(line) is named


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("A Question of Money", True),
        ("What This Means for the Lab", True),
        ("A question of money", False),
        ("Orrery", True),
        ("of the", False),
    ],
)
def test_title_case_is_told_by_its_capitals(line: str, title: bool) -> None:
    assert title_case(line) is title


# --------------------------------------------------------------------------- lines among lines


def test_the_first_line_is_content_whatever_it_looks_like() -> None:
    assert classed("Photo: The Laboratory That Lost Its Head", LONG).passages[0].cls == "content"


def test_ordinary_paragraphs_are_content() -> None:
    assert {p.cls for p in classed("Orrery loses its head", LONG, MORE).passages} == {"content"}


def test_a_byline_and_a_date_after_the_title_are_noise() -> None:
    assert noise("Title of it", "By Mira Tan", "March 5, 2031", LONG) == {
        "By Mira Tan": "byline",
        "March 5, 2031": "date line",
    }


def test_title_case_and_questions_between_paragraphs_are_headings() -> None:
    lines = (
        "Title of it",
        LONG,
        "A Question of Money",
        MORE,
        "What comes next?",
        LONG,
        "Q: Who leads the team now?",
        "A: Nobody does.",
    )
    assert headings(*lines) == ["A Question of Money", "What comes next?", "Q: Who leads the team now?"]


def test_a_short_line_in_small_letters_between_paragraphs_is_a_heading() -> None:
    assert headings("Title of it", LONG, "What the laboratory says", MORE) == ["What the laboratory says"]


def test_a_section_label_is_a_heading() -> None:
    assert headings(
        "Title of it", "Key Takeaways", "• 1Orrery lost its head.", "FAQ", "Q: What is Lumen?", "A: A model."
    ) == [
        "Key Takeaways",
        "FAQ",
        "Q: What is Lumen?",
    ]


def test_a_heading_above_a_heading_is_one() -> None:
    assert (
        headings("Title of it", LONG, "What Should Customers Do?", "How Much Is at Stake?", MORE)[0]
        == "What Should Customers Do?"
    )


def test_a_title_line_in_title_case_below_the_title_is_a_heading() -> None:
    assert headings("Orrery loses its head", "Laboratory Loses Head of Lumen After Release", LONG) == [
        "Laboratory Loses Head of Lumen After Release"
    ]


def test_a_standfirst_that_is_a_sentence_is_content() -> None:
    assert headings("Orrery loses its head", "The head of the Lumen team is gone, and nobody says why.", LONG) == []


@pytest.mark.parametrize(
    "line",
    [
        "Context window: 128,000 tokens",
        "- Lumen Desk",
        "“Nobody Pushed Her,” Said Wren.",
        "The models work, they are available.",
        "It costs 2 dollars",
    ],
)
def test_facts_items_and_sentences_are_no_headings(line: str) -> None:
    assert headings("Title of it", LONG, line, MORE) == []


def test_an_answer_is_content() -> None:
    assert headings("Title of it", "Q: Is it open?", "A: Yes.", MORE) == ["Q: Is it open?"]


def test_a_last_line_is_no_heading() -> None:
    assert headings("Title of it", LONG, "The Very End") == []


def test_a_list_of_keywords_after_its_label_is_noise() -> None:
    lines = ["Viral Phrases:", "- “the quiet precision”", "- “a darker sky”", "- “open models”"]
    assert noise("Title of it", LONG, *lines) == dict.fromkeys(lines, "keyword list")


def test_a_run_of_quoted_fragments_without_a_label_is_noise() -> None:
    lines = ["“quiet precision”", "“darker sky”", "“open models”", "“no comment”"]
    assert noise("Title of it", LONG, *lines, MORE) == dict.fromkeys(lines, "keyword list")


def test_a_list_of_facts_is_content() -> None:
    assert (
        noise(
            "Title of it",
            LONG,
            "The key terms of the licence are these:",
            "- no resale",
            "- no training of rivals",
            MORE,
        )
        == {}
    )


def test_three_quoted_remarks_are_content() -> None:
    assert noise("Title of it", LONG, "“It is a sad day.”", "“We were tired.”", MORE) == {}


TEASERS = ["Ten Kettles That Boil Faster", "A kettle that boils in a minute is no dream. We tried ten.", "Mar 4, 2031"]


def test_teasers_run_to_the_end() -> None:
    found = noise(
        "Title of it",
        LONG,
        "Related Articles",
        *TEASERS,
        "The Best Garden Chairs",
        "Chairs for every garden, tested.",
        "Mar 3, 2031",
    )
    assert sorted(set(found.values())) == ["date line", "label", "teaser"]
    assert len(found) == 7


def test_the_article_goes_on_after_teasers_in_its_middle() -> None:
    found = noise(
        "Title of it", LONG, "You may also like", "Ten Kettles That Boil Faster", "The Best Garden Chairs", MORE, LONG
    )
    assert MORE not in found
    assert "Ten Kettles That Boil Faster" in found


def test_the_heading_after_teasers_is_not_swallowed() -> None:
    lines = ("Title of it", LONG, "Related Stories", "Ten Kettles That Boil Faster", "A Question of Money", MORE, LONG)
    assert headings(*lines) == ["A Question of Money"]


def test_what_follows_a_comment_form_at_the_end_is_noise() -> None:
    found = noise(
        "Title of it", LONG, MORE, LONG, MORE, "Leave a Reply", "Great article, thanks for all that you do for us."
    )
    assert found["Great article, thanks for all that you do for us."] == "below the comment form"


def test_a_comment_link_at_the_top_is_noise_alone() -> None:
    assert noise("Title of it", "Leave a Comment", LONG, MORE, LONG, MORE) == {"Leave a Comment": "reply form"}


def test_the_name_of_a_desk_and_of_the_publication_are_noise() -> None:
    lines = ("Title of it", LONG, "Editor's", "Desk", MORE, "Lisbon Chip Letter Editorial", "Lisbon Chip Letter", LONG)
    assert list(noise(*lines)) == ["Editor's", "Desk", "Lisbon Chip Letter Editorial", "Lisbon Chip Letter"]


def test_a_caption_below_the_title_is_noise() -> None:
    caption = "A grey bridge with cars under low clouds."
    assert noise("Title of it", LONG, caption, "Key Points", MORE) == {caption: "caption"}


# --------------------------------------------------------------------------- backstop, notes, sentences

FILLER = tuple(f"{LONG} {MORE}" for _ in range(12))
FOREIGN = "Grill salmon skewers twelve minutes, turning occasionally, serve lemon wedges alongside."


def test_a_line_that_shares_no_word_with_the_corpus_is_noise() -> None:
    found = split_corpus([classed("Title of it", *FILLER, FOREIGN, *FILLER)])[0].passages
    assert [(p.text, p.reason) for p in found if p.cls == "noise"] == [(FOREIGN, "foreign to the whole corpus")]


def test_a_line_that_shares_one_word_with_another_source_is_content() -> None:
    other = read_source(f"Salmon\n\n{LONG}".encode(), name="b.txt", folder="s", where="b")
    found = split_corpus([classed("Title of it", *FILLER, FOREIGN), other])[0].passages
    assert all(p.cls == "content" for p in found)


def test_a_small_corpus_has_no_backstop() -> None:
    assert split_corpus([classed("Title of it", LONG, FOREIGN)])[0].passages[-1].cls == "content"


def test_only_content_has_sentences_and_they_are_its_text() -> None:
    for passage in classed("Title of it", f"{LONG} {MORE}", "A Question of Money", MORE, "Tags: #a #b").passages:
        assert bool(passage.sentences) == (passage.cls == "content")
        assert all(passage.text[one.start : one.end] == one.text for one in passage.sentences)


def test_nothing_is_guessed_about_a_note() -> None:
    front = f'---\nid: "1"\ntitle: T\npublished: unknown\nfile: a.txt\nsha256: "{"0" * 64}"\nparagraphs: 2\n---\n'
    note = read_source(
        f"{front}[p1]\nTitle.\n\n[p2]\nRead also: kettles\n".encode(), name="1.md", folder="s", where="1.md"
    )
    assert [p.cls for p in split(note).passages] == ["content", "content"]


def test_a_heading_of_markup_is_a_heading() -> None:
    found = classed(
        "# Title of it", LONG, "## in small letters", MORE, "Not A Heading By Shape", LONG, name="a.md"
    ).passages
    assert [p.text for p in found if p.cls == "heading"] == ["in small letters"]


def test_the_rows_of_a_table_are_no_menu() -> None:
    table = "| Process | Licence | Price |\n|---|---|---|\n| open | free | none |\n| Share | News | Home |"
    assert {p.cls for p in classed("# Title of it", LONG, table, name="a.md").passages} == {"content"}


@settings(max_examples=50)
@given(
    st.lists(
        st.text(max_size=30)
        | st.sampled_from([*(line for _, line in YES), LONG, "Related Articles", "A Head", "Why?"]),
        max_size=12,
    )
)
def test_each_line_has_exactly_one_class_and_noise_its_reason(lines: list[str]) -> None:
    try:
        source = classed(*lines)
    except Refused:
        return
    for passage in source.passages:
        assert (passage.cls == "noise") == bool(passage.reason)


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "A ",
        "(",
        "by A",
        "# ",
        "“a” ",
        "Tags:",
        "share ",
        "https://x ",
        " | a",
        ": ",
        '"',
        "in the ",
        "x-",
        "1:",
        "é'",
    ],
)
def test_a_hostile_line_is_classed_in_linear_time(piece: str) -> None:
    text = f"Title\n{piece * (60_000 // len(piece))}\n"
    begun = time.perf_counter()
    split_corpus([read_source(text.encode(), name="a.txt", folder="s", where="a")])
    assert time.perf_counter() - begun < 3


@pytest.mark.parametrize(
    "line", ["Home / Enterprise / Databases", "Home › Tech › Trending", "World | Business | Opinion"]
)
def test_what_stands_above_a_title_is_no_title(line: str) -> None:
    found = classed(line, "Orrery loses its head", LONG, MORE).passages
    assert [p.cls for p in found] == ["noise", "content", "content", "content"]


def test_the_lines_below_a_label_of_teasers_are_teasers() -> None:
    assert set(noise("Orrery loses its head", LONG, MORE, "You might also enjoy", "Pallets: Unsung Heroes")) == {
        "You might also enjoy",
        "Pallets: Unsung Heroes",
    }
