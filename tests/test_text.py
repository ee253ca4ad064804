"""Folding, words, sentences, quotations, slugs."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefwright.text import (
    content_words,
    find_quotation,
    fold,
    grams,
    inverted_condition,
    normalise,
    quotations,
    sentences,
    slug,
    unique_slug,
    without_long_quotations,
    words,
)

#: Text that is more likely than chance to hold what the functions look for.
PROSE = st.lists(
    st.sampled_from(
        ["Ada", "said", "the", "U.S.", "Inc.", "Dr.", "3.5", "No.", "“", "”", "‘", "’", '"', "'", "«", "»", "„", ".",
         "!", "?",
         "...", "…", " ", " ", " ", "\n", "\n\n", "•", "- ", "(", ")", "[sic]", "don't", "it's", "1Kestrel", "é",
         "e\u0301",
         "是。", "—", "\u00a0", "J.", "a.m.", "workers'", "x"]
    ), max_size=40,
).map("".join)  # fmt: skip
TEXT = st.one_of(st.text(max_size=200), PROSE)


def split(text: str) -> list[str]:
    return [text[a:b] for a, b in sentences(text)]


def quoted(text: str) -> list[str]:
    return [q.words for q in quotations(text)]


# --------------------------------------------------------------------------- folding


@given(TEXT)
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(TEXT)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_quotation_marks_dashes_and_spaces_fold_to_their_plain_form() -> None:
    assert fold("“a” ‘b’ – c\u202fd…") == "\"a\" 'b' - c d…"


def test_normalising_forgets_case_width_marks_and_spacing() -> None:
    assert normalise("  “Ｋestrel”\u00a0\n—  STRAẞE\u200b ") == normalise('"kestrel" - strasse')


@given(TEXT)
def test_normalised_text_has_single_inner_spaces_only(text: str) -> None:
    assert normalise(text) == " ".join(normalise(text).split())


# --------------------------------------------------------------------------- words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nova3.5 and nova-4.1, at 3:1.", ["Nova3.5", "and", "nova-4.1", "at", "3:1"]),
        (
            "R&D spent $1.2bn on 90,000+ open-source seats",
            ["R&D", "spent", "1.2bn", "on", "90,000", "open-source", "seats"],
        ),
        ("Don’t ask O'Hara’s aunt", ["Don’t", "ask", "O'Hara’s", "aunt"]),
        ("a 9B model, 1/8th of it", ["a", "9B", "model", "1/8th", "of", "it"]),
        ("the end.Then 1,2 and 1,000,000", ["the", "end", "Then", "1", "2", "and", "1,000,000"]),
        ("cafe\u0301 in the U.S.", ["cafe\u0301", "in", "the", "U.S"]),
    ],
)
def test_a_word_keeps_its_inner_marks(text: str, expected: list[str]) -> None:
    assert [w.text for w in words(text)] == expected


@given(TEXT)
def test_words_stand_where_they_say_in_order(text: str) -> None:
    at = 0
    for word in words(text):
        assert at <= word.start < word.end
        assert text[word.start : word.end] == word.text
        at = word.end


def test_content_words_leave_out_stop_words_and_possessive_endings() -> None:
    assert content_words("The lab’s new Model was not theirs") == ("lab", "new", "model")


def test_grams_are_the_runs_of_n_words() -> None:
    assert grams(("a", "b", "c", "b"), 2) == {("a", "b"), ("b", "c"), ("c", "b")}
    assert grams(("a", "b"), 3) == frozenset()


# --------------------------------------------------------------------------- sentences

SENTENCES = [
    ("abbreviated titles", "Dr. Ana Ruiz met Prof. Li. They spoke.", ["Dr. Ana Ruiz met Prof. Li.", "They spoke."]),
    ("a country in initials", "The U.S. Senate met. It voted.", ["The U.S. Senate met.", "It voted."]),
    ("a country at the end", "He left the U.S. The firm stayed.", ["He left the U.S.", "The firm stayed."]),
    ("a company form", "Kestrel Inc. hired Bo. Harrow Ltd. The rest left.",
     ["Kestrel Inc. hired Bo.", "Harrow Ltd.", "The rest left."]),
    ("initials of a name", "J. K. Marlow wrote it. A. Ode sold it.", ["J. K. Marlow wrote it.", "A. Ode sold it."]),
    ("a lettered plan", "They fell back on Plan B. Marlow agreed.", ["They fell back on Plan B.", "Marlow agreed."]),
    ("decimals and versions", "Sales rose 2.1 percent. Nova 2.1 Pro sold. Nova 2. Next came 3.",
     ["Sales rose 2.1 percent.", "Nova 2.1 Pro sold.", "Nova 2.", "Next came 3."]),
    ("a numbered thing", "It came No. 5 in the list. No. It did not.", ["It came No. 5 in the list.", "No.",
    "It did not."]),
    ("Latin abbreviations", "Tools, e.g. Loom, help, i.e. Bo saves time vs. Ann.",
     ["Tools, e.g. Loom, help, i.e. Bo saves time vs. Ann."]),
    ("a time of day", "It opened at 9 a.m. on Monday. At 5 p.m. The doors shut.",
     ["It opened at 9 a.m. on Monday.", "At 5 p.m.", "The doors shut."]),
    ("a quotation of two sentences", 'He wrote: "I am sad. It was late." Then he left.',
     ['He wrote: "I am sad. It was late."', "Then he left."]),
    ("a quotation with its speaker behind", "“We tried. It failed,” she said. Work goes on.",
     ["“We tried. It failed,” she said.", "Work goes on."]),
    ("a question in quotation marks", "The question, “What is it worth?” hung there. Nobody spoke.",
     ["The question, “What is it worth?” hung there.", "Nobody spoke."]),
    ("a quoted question and a named speaker", '"Ready?" Ada Novak asked. "Yes!" she said.',
     ['"Ready?" Ada Novak asked.', '"Yes!" she said.']),
    ("a message in small letters", "It read “me going. bye all.” — no more. Silence.",
     ["It read “me going. bye all.” — no more.", "Silence."]),
    ("three dots inside", "I cannot... I really cannot imagine it. Well… perhaps.",
     ["I cannot... I really cannot imagine it.", "Well… perhaps."]),
    ("three dots at an end", "They waited… The door stayed shut.", ["They waited…", "The door stayed shut."]),
    ("bullets in one line", "• First point • second point", ["• First point", "• second point"]),
    ("glued list numbers", "• 1Harrow opened a hub. 2Kestrel closed one.", ["• 1Harrow opened a hub.",
    "2Kestrel closed one."]),
    ("list numbers with a stop", "1. Open the box. 2. Close it.", ["1. Open the box.", "2. Close it."]),
    ("lines with dashes", "Points:\n- one thing\n- another", ["Points:", "- one thing", "- another"]),
    ("no final stop", "Harrow drops its chief", ["Harrow drops its chief"]),
    ("a wrapped line", "Harrow drops\nits chief. It is calm.", ["Harrow drops\nits chief.", "It is calm."]),
    ("paragraphs", "Harrow drops its chief\n\nIt is calm", ["Harrow drops its chief", "It is calm"]),
    ("brackets", "It rose (see p. 5. Also p. 6.) again. Fine.", ["It rose (see p. 5. Also p. 6.) again.", "Fine."]),
    ("a mark of doubt", "He “conclude. [sic] The group” said. Bo agreed. [sic] Ann did not.",
     ["He “conclude. [sic] The group” said.", "Bo agreed. [sic]", "Ann did not."]),
    ("no capitals in the script", "是。下一个。", ["是。", "下一个。"]),
    ("a number first", "It sold out. 300 people queued.", ["It sold out.", "300 people queued."]),
    ("a name with its own capital inside", "It sold out. iLoom followed.", ["It sold out.", "iLoom followed."]),
    ("a stray quotation mark", 'He said "stop. Then he left. It was late.', ['He said "stop.', "Then he left.",
    "It was late."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in SENTENCES], ids=[c[0] for c in SENTENCES])
def test_text_is_split_into_its_sentences(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_a_quotation_of_more_than_sixty_words_is_split_inside() -> None:
    text = "He said: “" + "We went on and on and on. " * 12 + "It was late.” She left."
    assert len(split(text)) == 14


@given(TEXT)
@example('"a. B" C. "D')
def test_sentences_cover_every_visible_character_once_and_in_order(text: str) -> None:
    at = 0
    for start, end in sentences(text):
        assert not text[at:start].strip()
        assert start < end
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()


@given(PROSE)
def test_no_short_quotation_is_torn_by_a_sentence_end(text: str) -> None:
    for quote in quotations(text):
        if "\n" not in quote.words and "•" not in quote.words and len(words(quote.words)) <= 60:
            assert not any(quote.inner_start < end < quote.inner_end for _, end in sentences(text)[:-1])


# --------------------------------------------------------------------------- quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Ada "Ace" Novak said "go."', ["Ace", "go."]),
        ("She said “it is ‘fine’ now” twice", ["it is ‘fine’ now"]),
        ("“outer “inner” outer” end", ["outer “inner” outer"]),
        ("‘Well done’ said the workers’ union’s head", ["Well done"]),
        ("the workers' union and the owners' club", []),
        ("it's the firm's '90s rock 'n' roll, 'very good' indeed", ["very good"]),
        ("'The owners' club met,' she said", ["The owners' club met,"]),
        ('"stray and "good one" here', ["good one"]),
        ("“stray and “good one” here", ["good one"]),
        ('a 5" disk and a 3" disk', []),
        ("„Wir gehen“, sagte er. «Bonjour» dit-il. »Nein«", ["Wir gehen", "Bonjour", "Nein"]),
        ("« Bonjour à tous », dit-il", ["Bonjour à tous"]),
        ('curly “opened and closed" straight', ["opened and closed"]),
        ("”Hej” sade hon", ["Hej"]),
        ("“never closed.\n\nNext “one” here", ["one"]),
        ('""', []),
        ("dash—“quoted”—dash", ["quoted"]),
        ("”", []),
    ],
)
def test_the_outermost_quotations_are_found_and_no_apostrophe(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@given(TEXT)
def test_quotations_are_disjoint_and_hold_their_words(text: str) -> None:
    at = 0
    for quote in quotations(text):
        assert at <= quote.start < quote.inner_start < quote.inner_end < quote.end
        assert text[quote.inner_start : quote.inner_end] == quote.words == quote.words.strip()
        at = quote.end


@pytest.mark.parametrize(
    ("needle", "text", "found"),
    [
        ("the end of the line", "called it “the end of the line” twice", "the end of the line"),
        ("The end", "called it “the end” twice", "the end"),
        ("stepping away,", "was “stepping away” now", "stepping away"),
        ("stepping away.", "was “stepping away,” she", "stepping away"),
        ("it's over", "said “it’s\n over now”", "it’s\n over"),
        ("I know… I cannot", "“I know it hurts... I cannot go”", "I know it hurts... I cannot"),
        ("we tried [...] failed", "“We tried hard and failed”", "We tried hard and failed"),
        ("put him", "cannot put him on a shelf", "put him"),
    ],
)
def test_quoted_words_are_found_letter_for_letter(needle: str, text: str, found: str) -> None:
    span = find_quotation(needle, text)
    assert span is not None
    assert text[slice(*span)] == found


@pytest.mark.parametrize(
    ("needle", "text"),
    [
        ("can put him", "cannot put him on a shelf"),
        ("the End", "called it “the end” twice"),
        ("a big loss", "called it “a bigger loss”"),
        ("failed … tried", "“We tried and failed”"),
        ("our", "hours later"),
        ("it is over", "said “it’s over”"),
        ("", "anything"),
        ("…", "anything…"),
    ],
)
def test_words_that_do_not_stand_there_are_not_found(needle: str, text: str) -> None:
    span = find_quotation(needle, text)
    assert span is None or text[slice(*span)] == needle


@given(TEXT, st.data())
def test_every_run_of_whole_words_of_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    found = words(text)
    if found:
        i = data.draw(st.integers(0, len(found) - 1))
        j = data.draw(st.integers(i, len(found) - 1))
        needle = text[found[i].start : found[j].end]
        if needle[0].isalnum() and needle[-1].isalnum():
            span = find_quotation(needle, text)
            assert span is not None
            assert normalise(text[slice(*span)]) == normalise(needle)


def test_only_quotations_of_four_words_and_more_are_taken_out() -> None:
    text = "He called it “a third way” and said “nobody here wants to stay”."
    assert without_long_quotations(text) == "He called it “a third way” and said  ."


# --------------------------------------------------------------------------- slugs


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("José Núñez", "jose-nunez"),
        ("Łukasz O’Brien", "lukasz-obrien"),
        ("Nova 3.5 (small)", "nova-3-5-small"),
        ("北京", ""),
    ],
)
def test_a_slug_is_plain_ascii(name: str, expected: str) -> None:
    assert slug(name) == expected


@given(st.lists(st.text(max_size=12), unique=True, max_size=12))
def test_unique_slugs_of_different_names_differ(names: list[str]) -> None:
    taken: set[str] = set()
    for name in names:
        one = unique_slug(name, taken)
        assert one and one not in taken and one == slug(one)
        taken.add(one)


def test_a_second_name_with_the_same_slug_gets_digits_of_its_hash() -> None:
    assert unique_slug("José", {"jose"}).removeprefix("jose-") not in ("", "jose")
    assert unique_slug("José", {"jose"}) == unique_slug("José", {"jose"})


# --------------------------------------------------------------------------- hostile input

HOSTILE = [".", ". ", '"', ' "', '" ', "“", "”", "'", " '", "s' a", "“\"‘'»«„ ", "(", "[sic] ", "\n", "a", "A. ",
           "U.S.", "… ",
           "• ", "a-", "1,", "1.", "\r\n \n", '.")', "e\u0301", '!" Ab ']  # fmt: skip


@pytest.mark.parametrize("function", [fold, normalise, words, sentences, quotations, without_long_quotations, slug])
def test_a_hundred_kilobytes_of_hostile_text_take_little_time(function: Callable[[str], object]) -> None:
    for piece in HOSTILE:
        text = (piece * (100_000 // len(piece) + 1))[:100_000]
        before = time.perf_counter()
        function(text)
        assert time.perf_counter() - before < 5, piece


@settings(max_examples=300, deadline=None)
@given(st.text())
def test_nothing_is_raised_for_any_text(text: str) -> None:
    for function in (fold, normalise, words, sentences, quotations, without_long_quotations, content_words, slug):
        function(text)
    find_quotation(text, text[1:])


# --------------------------------------------------------------------------- conditions


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Should it lose, Pelmora would have to pay.", True),
        ("Should Pelmora lose its case in Oslo, the firm must pay $9 million.", True),
        ("“Should it lose, it would have to pay,” said Ada Lin.", True),
        ("Should Pelmora pay?", False),
        ("Should Pelmora pay, or should it wait?", False),
        ("Pelmora should pay, and soon.", False),
        ("Shoulder pads, it turned out, were back.", False),
        ("Should-cost models, it says, are wrong.", False),
    ],
)
def test_a_condition_told_by_inversion_is_one(text: str, is_one: bool) -> None:
    assert inverted_condition(text) is is_one
