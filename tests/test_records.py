"""Strict YAML in, canonical YAML out."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefwright.model import Refused
from briefwright.records import DEPTH, LIMIT, Record, dump, load

TEXT = st.text(st.characters(codec="utf-8"), max_size=40)
NASTY = st.sampled_from(
    [
        "no",
        "yes",
        "12:30",
        "1.10",
        "007",
        "0x1f",
        "1e3",
        "2026-03-04",
        "null",
        "~",
        "",
        " a",
        "a ",
        "a: b",
        "a #b",
        "- a",
        "? a",
        "<<",
        "=",
        "*a",
        "&a",
        "!a",
        "%a",
        "@a",
        "`a",
        "---",
        "...",
        "---a",
        "a\nb",
        "\ta",
        "#",
        "'",
        '"',
        "a'b\"c",
        "\u202eabc",
        "\u2028",
        "\x85",
        "\ufeff",
        "📰",
        "‘a’",
        "“a”: b",
        "[a]",
        "{a}",
        "a, b",
        "a]",
        "1,000",
        ".5",
        "+1",
        "-",
        "0o17",
        "1_000",
        "0b1",
        "y",
        "N",
        ".inf",
        "-.INF",
        "1 2",
        "2026-03-04 10:00:00",
        "a:",
        "http://a.b/c#d",
        "p14",
    ]
)
SCALAR = st.none() | st.booleans() | st.integers(-(10**17), 10**17) | TEXT | NASTY
VALUE = st.recursive(
    SCALAR,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT | NASTY, inner, max_size=4),
    max_leaves=12,
)


def refusal(data: str) -> str:
    with pytest.raises(Refused) as caught:
        load(data, "a.yml")
    return str(caught.value)


@given(VALUE)
def test_what_is_written_is_read_back_as_the_same_value(value: object) -> None:
    assert load(dump(value).decode(), "a.yml").value == value


@given(VALUE)
@example({"a": [{"b": []}, {}, [["c"]]]})
def test_another_reader_reads_back_the_same_value(value: object) -> None:
    assert yaml.safe_load(dump(value, ["header"])) == value


@given(VALUE)
def test_writing_what_was_read_gives_the_same_bytes(value: object) -> None:
    once = dump(value, ["written by the build"])
    assert dump(load(once.decode(), "a.yml").value, ["written by the build"]) == once


@given(VALUE)
def test_no_unseen_character_stands_in_what_is_written(value: object) -> None:
    text = dump(value).decode()
    assert not any(c in text for c in "\x00\x85\u200b\u202e\u2028\ufeff\r\t")


def test_a_briefing_entry_reads_well() -> None:
    value = {"id": "000", "text": "Ann said: “no”", "list": ["a b", {"c": 1, "d": None}], "none": [], "x": {}}
    assert dump(value, ["one", ""]).decode() == (
        '# one\n#\nid: "000"\ntext: "Ann said: “no”"\nlist:\n  - a b\n  - c: 1\n    d: null\nnone: []\nx: {}\n'
    )


@pytest.mark.parametrize(
    "plain",
    ["Ann Lee left the team.", "p14", "“Quoted” words", "São Paulo", "a, b [c]", "n/a", "3 March 2026 is a day"],
)
def test_ordinary_text_is_written_without_quotation_marks(plain: str) -> None:
    assert dump(plain) == f"{plain}\n".encode()


@pytest.mark.parametrize("value", [1.5, {1: "a"}, {"a"}, b"a", 10**19, "\ud800", {"k" * 501: 1}])
def test_what_is_not_plain_data_is_not_written(value: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        dump(value)


@pytest.mark.parametrize(
    ("data", "value"),
    [
        ("12:30", "12:30"),
        ("1.10", "1.10"),
        ("no", "no"),
        ("2026-03-04", "2026-03-04"),
        ("007", "007"),
        ("12", 12),
        ("-3", -3),
        ("0", 0),
        ("-0", "-0"),
        ("true", True),
        ("True", "True"),
        ("null", None),
        ("~", None),
        ("", None),
        ("'12'", "12"),
        ('"true"', "true"),
        ("1e3", "1e3"),
        ("2026-13-45", "2026-13-45"),
        ("# only a comment", None),
    ],
)
def test_only_null_true_false_and_whole_numbers_are_anything_but_text(data: str, value: object) -> None:
    assert load(data, "a.yml").value == value


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("a: 1\nb: 2\na: 3\n", "a.yml:3: 'a' is given twice (first on line 1)"),
        ("a: &x 1\nb: *x\n", "a.yml:1: the anchor &x"),
        ("a: *x\n", "a.yml:1: the alias *x"),
        ("a: !!python/object:os.system 1\n", "a.yml:1: the tag"),
        ("a: ! 1\n", "a.yml:1: the tag"),
        ("<<: {a: 1}\n", "a.yml:1: merge keys"),
        ("{a: b}: c\n", "a.yml:1: a key must be text"),
        ("a: 1\n---\nb: 2\n", "a.yml:2: a second document"),
        ("%YAML 1.1\n---\na: 1\n", "directives"),
        ("a: 1\nb: [1, 2\n", "not readable as YAML"),
        ("a: b: c\n", "a.yml:1: not readable as YAML"),
        ("a:\n\t- b\n", "a.yml:2: not readable as YAML"),
        ("a: 1\nb: \x07\n", "a.yml:2: the character U+0007"),
        ('a: "\\ud800"\n', "a.yml:1: half a character"),
        ('a: "\\UFFFFFFFF"\n', "stands for no character"),
        ("a: 99999999999999999999\n", "more than 18 digits"),
        ("[" * 50_000, "more than 40 levels deep"),
        ("- " * 50 + "a", "more than 40 levels deep"),
        ("a" * (LIMIT + 1), "more than 5 MB"),
    ],
)
def test_what_is_not_plain_data_is_refused_with_its_line(data: str, told: str) -> None:
    assert told in refusal(data)


def test_the_depth_that_is_allowed_is_read() -> None:
    assert load("[" * DEPTH + "]" * DEPTH, "a.yml").value is not None


@settings(max_examples=300)
@given(st.text(max_size=60) | st.text("[]{}-:,?&*!|>'\"%#\n ab1", max_size=40))
def test_any_text_is_read_or_refused(data: str) -> None:
    try:
        load(data, "a.yml")
    except Refused as refused:
        assert str(refused).startswith("a.yml:")


def test_lines_are_known_by_path() -> None:
    record = load("a: 1\nb:\n  - c: 2\n  - d\n", "a.yml")
    assert [record.line(*path) for path in (("a",), ("b",), ("b", 0), ("b", 0, "c"), ("b", 1))] == [1, 2, 3, 3, 4]


def test_lines_count_from_the_first_line_given() -> None:
    assert load("a: 1\nb: 2\n", "a.md", first_line=2).line("b") == 3


@pytest.fixture
def record() -> Record:
    return load(
        "title: T\nnumber: 3\nid: 000\nflag: true\nlist: [x, 2]\nmap:\n  k: v\nbad:\n  title: [1]\nempty: ''\n", "n.md"
    )


def test_getters_give_typed_values(record: Record) -> None:
    assert (record.text("title"), record.integer("number"), record.text("id"), record.boolean("flag", False)) == (
        "T",
        3,
        "000",
        True,
    )


def test_getters_give_parts(record: Record) -> None:
    assert record.texts("list") == ("x", "2")
    assert record.mapping("map").text("k") == "v"


def test_a_missing_value_takes_its_default(record: Record) -> None:
    assert (
        record.text("none", ""),
        record.integer("none", 7),
        record.items("none"),
        record.mapping("none").keys(),
    ) == ("", 7, (), ())


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        (
            lambda r: r.text("author", remedy="give a name or 'unknown'"),
            "n.md:1: 'author' is missing; give a name or 'unknown'",
        ),
        (lambda r: r.mapping("bad").text("title"), "n.md:9: 'title' must be text, not a list"),
        (lambda r: r.integer("title"), "n.md:1: 'title' must be a whole number, not text"),
        (lambda r: r.integer("flag"), "n.md:4: 'flag' must be a whole number, not true or false"),
        (lambda r: r.items("title"), "n.md:1: 'title' must be a list, not text"),
        (lambda r: r.mapping("list"), "n.md:5: 'list' must be a mapping, not a list"),
        (lambda r: r.text("empty"), "n.md:10: 'empty' is empty"),
        (lambda r: r.choice("title", ("A", "B")), "n.md:1: 'title' is 'T'; use one of A, B"),
        (lambda r: r.boolean("title", True), "n.md:1: 'title' must be true or false"),
        (lambda r: r.mapping("map").only_keys({"kk"}), "n.md:7: 'k' is not known here; did you mean 'kk'?"),
        (lambda r: r.part("title").keys(), "n.md:1: a mapping"),
    ],
)
def test_what_does_not_fit_is_refused_with_place_and_remedy(record: Record, ask, told: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(Refused) as caught:
        ask(record)
    assert told in str(caught.value)
