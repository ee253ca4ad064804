"""Pages as Markdown: what is shown, where, with which notes."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from itertools import groupby, pairwise
from pathlib import Path

import pytest
import yaml

from briefwright import pages
from briefwright.model import Briefing, Correction, Finding, Published, Source, Status
from briefwright.pages import when
from briefwright.pages.box import box
from briefwright.pages.differ import marked
from briefwright.pages.disputes import digest, weighed
from briefwright.pages.finding import block, folded, linked, opening, status
from briefwright.pages.home import coverage, figures
from briefwright.pages.leaf import note, quoted
from briefwright.pages.narrow import narrow
from briefwright.pages.view import View, survey
from fixture_briefing import make

ROOT = Path(__file__).parent.parent
BRIEFING = make()
VIEW = survey(BRIEFING)
PAGES = pages.render(BRIEFING)
TEXTS = {name: data.decode() for name, data in PAGES.items() if name.endswith(".md")}
MARK = re.compile(r"\[\^([\w-]+)\](?!:)")
DEFINED = re.compile(r"^\[\^([\w-]+)\]:", re.MULTILINE)


def finding(**change: object) -> Finding:
    return replace(BRIEFING.findings[0], **change)  # type: ignore[arg-type]


def said_about(view: View, kind: str) -> Finding:
    return next(f for f in view.briefing.findings if f.kind == kind)


def seen(markdown_text: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", markdown_text))


# --------------------------------------------------------------------------- notes


@pytest.mark.parametrize("name", TEXTS)
def test_the_notes_of_a_page_are_those_it_cites_in_order_of_first_citation(name: str) -> None:
    assert DEFINED.findall(TEXTS[name]) == list(dict.fromkeys(MARK.findall(TEXTS[name])))


@pytest.mark.parametrize("one", BRIEFING.findings, ids=lambda f: f"{f.kind}-{f.id}")
def test_a_finding_stands_at_its_home_with_an_anchor_and_a_mark_per_statement(one: Finding) -> None:
    text = TEXTS[f"docs/{VIEW.homes[one.id]}"]
    _, _, here = text.partition(f'data-finding="{one.id}" id="f-{one.id}"')
    assert MARK.findall(here.partition("\n\n</div>")[0])[: len(one.statements)] == list(one.statements)


def test_no_anchor_of_a_finding_stands_twice_on_a_page() -> None:
    twice = [
        (n, i) for n, t in TEXTS.items() for i in re.findall(r' id="([fc]-[^"]+)"', t) if t.count(f' id="{i}"') > 1
    ]
    assert twice == []


def note_of(basis: str) -> str:
    return note(VIEW, next(s for s in BRIEFING.statements if s.evidence.basis == basis), "index.md")


def test_evidence_from_a_note_is_called_ours_and_has_no_quotation_marks_around_it() -> None:
    assert re.search(r"\[our note of ¶\d+\]\(sources/\d+\.md#p\d+\): [^“\"]", note_of("note"))


def test_evidence_from_an_original_stands_in_quotation_marks() -> None:
    assert re.search(r"\[¶\d+, its own words\]\(sources/\d+\.md#p\d+\): “.*”", note_of("original"))


def test_our_quotation_marks_keep_apart_from_those_of_the_passage() -> None:
    assert quoted("“No,” she said") == "“\u200a“No&#44;” she said”"


def test_a_note_names_publisher_and_date() -> None:
    assert seen(note_of("note")).startswith("**The Lisbon Courier**, 4 March 2031, ")


def test_a_note_names_the_title_where_the_publisher_is_unknown_and_says_that_the_date_is() -> None:
    assert seen(note_of("original")).startswith("**After Aldabe: what is next for Lumen?**, date unknown, ")


def test_a_note_says_that_a_date_was_derived() -> None:
    assert when.published(Published(value="2031-03", precision="month", known="derived")) == "March 2031 (derived)"


# --------------------------------------------------------------------------- findings


@pytest.mark.parametrize(
    ("state", "origins", "sources", "label"),
    [
        ("corroborated", 2, 2, "in 2 separately worded texts"),
        ("single-origin", 1, 1, "in one text"),
        ("single-origin", 1, 2, "single origin: 2 texts that share wording"),
        ("single-origin", 2, 2, "2 texts relay one voice"),
        ("disputed", 1, 1, "sources disagree"),
    ],
)
def test_the_status_is_said_in_words(state: Status, origins: int, sources: int, label: str) -> None:
    picked = [next(s.id for s in BRIEFING.statements if s.evidence.source == x) for x in ("100", "102")[:sources]]
    one = finding(status=state, origins=("o1", "o2")[:origins], statements=tuple(picked))
    assert label in status(replace(VIEW, conflicts={one.id: ()}), one, "index.md")


def test_a_disputed_finding_leads_to_its_conflict() -> None:
    one = next(f for f in BRIEFING.findings if VIEW.conflicts[f.id] and f.status == "disputed")
    assert f"conflicts.md#c-{VIEW.conflicts[one.id][0].id}" in status(VIEW, one, "index.md")


def test_no_status_claims_that_a_thing_is_so() -> None:
    labels = " ".join(re.findall(r"bw-(?:status|stance)[^>]*>[^<]*", "".join(TEXTS.values())))
    assert not re.search(r"\b(confirmed|true|proven|verified|fact)\b", labels)


def test_a_name_is_linked_once_and_the_longest_first() -> None:
    one = finding(text="Lumen 3 and Lumen and Lumen 3.", entities=("lumen", "lumen-3"))
    assert linked(VIEW, one, "index.md") == "[Lumen 3](models/lumen-3.md) and [Lumen](models/lumen.md) and Lumen 3&#46;"


def test_a_name_inside_a_longer_word_is_not_linked() -> None:
    assert "](" not in linked(VIEW, finding(text="Lumenal and pre-lumen.", entities=("lumen",)), "index.md")


def test_only_entities_of_the_finding_are_linked() -> None:
    assert "](" not in linked(VIEW, finding(text="Sora Ito wrote.", entities=("lumen",)), "index.md")


def test_a_page_does_not_link_to_itself() -> None:
    one = finding(text="Sora Ito wrote.", entities=("sora-ito",))
    assert linked(VIEW, one, "people/sora-ito.md") == "Sora Ito wrote&#46;"


def test_the_words_of_a_finding_are_never_changed() -> None:
    links = re.compile(r"\[([^\]]*)\]\([^)]*\)(\{:[^}]*\})?")
    shown = {f.id: seen(links.sub(r"\1", linked(VIEW, f, "index.md"))) for f in BRIEFING.findings}
    assert shown == {f.id: f.text for f in BRIEFING.findings}


# --------------------------------------------------------------------------- pages


def test_equal_briefings_give_equal_bytes() -> None:
    assert list(pages.render(make()).items()) == list(PAGES.items())


def test_every_page_of_the_contract_is_there() -> None:
    listed = ("index", "people/index", "organisations/index", "models/index", "architecture", "timeline", "quotations",
              "risks", "scenarios", "recommendations", "unknowns", "conflicts", "sources/index", "method")  # fmt: skip
    assert {f"docs/{name}.md" for name in listed} <= PAGES.keys()


def test_each_source_has_a_page_with_an_anchor_per_passage() -> None:
    wanted = {(s.id, p.id) for s in BRIEFING.sources for p in s.passages}
    assert {(s, p) for s, p in wanted if f' id="{p}" markdown' in TEXTS[f"docs/sources/{s}.md"]} == wanted


def test_the_first_page_counts_articles_origins_findings_and_sentences() -> None:
    used, total = coverage(VIEW)
    count = len(BRIEFING.findings)
    assert figures(VIEW) == f"3 articles, 2 origins, {count} findings, {used * 100 // total} % of sentences used"


def test_the_first_page_shows_the_ranked_findings_in_their_order() -> None:
    first = sorted((f for f in BRIEFING.findings if f.summary_rank), key=lambda f: f.summary_rank or 0)
    shown = re.findall(r'data-finding="(\w+)"', TEXTS["docs/index.md"])
    assert shown[: len(first)] == [f.id for f in first]


def test_the_first_page_shows_no_finding_twice() -> None:
    shown = re.findall(r'data-finding="(\w+)"', TEXTS["docs/index.md"])
    assert len(shown) == len(set(shown))


def test_every_summary_finding_stands_on_the_first_page() -> None:
    shown = set(re.findall(r'data-finding="(\w+)"', TEXTS["docs/index.md"]))
    assert {f.id for f in BRIEFING.findings if f.summary} <= shown


def test_doubt_about_a_name_stands_on_both_pages_even_if_one_entry_holds_it() -> None:
    one_sided = replace(BRIEFING, entities=tuple(
        replace(e, same_as_doubt=()) if e.id == "tomasz-wren" else e for e in BRIEFING.entities))  # fmt: skip
    made = pages.render(one_sided)
    assert all(b"Identity in doubt" in made[f"docs/people/{name}.md"] for name in ("t-wren", "tomasz-wren"))


def test_doubtful_twins_share_no_finding() -> None:
    shown = [set(re.findall(r'data-finding="(\w+)"', TEXTS[f"docs/people/{n}.md"])) for n in ("t-wren", "tomasz-wren")]
    assert not shown[0] & shown[1]


def test_the_title_of_a_page_is_the_name_without_a_claim() -> None:
    front = yaml.safe_load(TEXTS["docs/people/ines-aldabe.md"].split("---")[1])
    assert (front["title"], front["robots"]) == ("Inés Aldabe", "noindex")


def test_an_entity_called_index_does_not_take_the_place_of_the_index() -> None:
    extra = replace(BRIEFING.entities[0], id="index", name="Index", aliases=())
    made = pages.render(replace(BRIEFING, entities=(*BRIEFING.entities, extra)))
    assert (b"# People " in made["docs/people/index.md"], "docs/people/index-.md" in made) == (True, True)


def test_a_table_shows_no_value_that_a_text_attributes_or_doubts() -> None:
    table = TEXTS["docs/models/index.md"].partition("<table")[2]
    cells = {f.id: next(iter(re.findall(rf"\[([^\]]*)\]\(#f-{f.id}\)", table)), "") for f in BRIEFING.findings}
    shy = [f for f in BRIEFING.findings if cells[f.id] and any(s.stance != "stated" for s in VIEW.said(f))]
    assert shy and {seen(cells[f.id]) for f in shy} <= {"attributed: see finding", "sources disagree"}


def test_a_table_shows_a_ratio_with_what_it_counts() -> None:
    table = seen(TEXTS["docs/models/index.md"].partition("<table")[2])
    assert "3:1 (sparse layers to dense layers)" in table


def test_everybody_stands_on_the_index_of_people() -> None:
    text = TEXTS["docs/people/index.md"]
    assert [e.id for e in BRIEFING.entities if e.kind == "person" and f"({e.id}.md)" not in text] == []


def test_every_model_stands_on_the_index_of_models() -> None:
    text = TEXTS["docs/models/index.md"]
    named = [e.id for e in BRIEFING.entities if e.kind in ("model", "family", "product")]
    assert [name for name in named if f"({name}.md)" not in text] == []


def test_a_table_shows_neither_side_of_a_dispute() -> None:
    table = TEXTS["docs/models/index.md"].partition("<table")[2].partition("</table>")[0]
    assert ("128" in table, "sources disagree" in table) == (False, True)


def test_a_quotation_that_a_text_only_reports_is_shown_in_full_words() -> None:
    quote = said_about(VIEW, "quote")
    doubted = tuple(replace(s, stance="reported") if s.id in quote.statements else s for s in BRIEFING.statements)
    made = pages.render(replace(BRIEFING, statements=doubted))["docs/quotations.md"].decode()
    assert quote.text in seen(re.sub(r"\]\([^)]*\)", "", made).replace("[", ""))


def test_variants_of_a_quotation_stand_side_by_side_each_with_its_note() -> None:
    quote = said_about(VIEW, "quote")
    base = VIEW.said(quote)[0]
    other = replace(base, id="other", slots={**base.slots, "words": "the sky is darker"})
    changed = replace(quote, statements=(*quote.statements, "other"))
    made = pages.render(replace(
        BRIEFING, statements=(*BRIEFING.statements, other),
        findings=tuple(changed if f.id == quote.id else f for f in BRIEFING.findings)))  # fmt: skip
    assert re.search(r"<li markdown>“the sky is darker”(<[^>]*>)\[\^other\]", made["docs/quotations.md"].decode())


def test_events_stand_in_the_order_of_their_dates_and_undated_ones_apart() -> None:
    text = TEXTS["docs/timeline.md"]
    dated, undated = re.split(r"(?m)^## .*\{: #(?:relative|undated) \}$", text, maxsplit=1)
    iso = {f.id: when.of_slot(VIEW.date(f))[0] for f in BRIEFING.findings}
    order = [iso[i] for i in re.findall(r'data-finding="(\w+)"', dated)]
    rest = [iso[i] for i in re.findall(r'data-finding="(\w+)"', undated)]
    assert (order == sorted(order), all(map(when.dated, order)), any(map(when.dated, rest))) == (True, True, False)


def dated(*values: str, derived: str = "") -> tuple[Briefing, Finding]:
    """The briefing with one event whose statements give these dates."""
    event = said_about(VIEW, "departure")
    base = VIEW.said(event)[0]
    given = tuple(
        replace(base, id=f"d{n}", slots={**base.slots, "date": {"value": v, "precision": "day", "derived": derived}})
        for n, v in enumerate(values)
    )
    changed = replace(event, statements=tuple(s.id for s in given), text="It came on 5 May 2031.")
    others = tuple(f for f in BRIEFING.findings if f.id != event.id)
    return replace(BRIEFING, statements=(*BRIEFING.statements, *given), findings=(changed, *others)), changed


def test_an_event_stands_at_the_date_that_its_words_give() -> None:
    briefing, event = dated("one day after", "2031-05-04", "2031-05-05")
    assert when.of_slot(survey(briefing).date(event))[0] == "2031-05-05"


def test_an_event_with_no_date_in_its_words_stands_at_the_first_with_a_year() -> None:
    briefing, event = dated("one day after", "2031-06-04", "2031-06-05")
    assert when.of_slot(survey(briefing).date(event))[0] == "2031-06-04"


def test_a_reasoning_that_two_dates_rest_on_is_said_once() -> None:
    told = [f for f in BRIEFING.findings if f.section == "events"][:2]
    date = {"value": "2031-05-05", "precision": "day", "derived": "the calendar of that year"}
    changed = {i for f in told for i in f.statements}
    statements = tuple(
        replace(s, slots={**s.slots, "date": date}) if s.id in changed else s for s in BRIEFING.statements)  # fmt: skip
    text = seen(pages.render(replace(BRIEFING, statements=statements))["docs/timeline.md"].decode())
    assert (text.count("the calendar of that year"), text.count("(#reason-1)")) == (1, 2)


def test_a_derived_date_shows_its_reasoning() -> None:
    assert "Date derived: “Tuesday” in 100 ¶1 is 4 March 2031, the day of the dateline." in seen(
        TEXTS["docs/timeline.md"]
    )


def test_a_side_that_is_a_bare_value_is_followed_by_the_full_statement() -> None:
    conflict = next(c for c in BRIEFING.conflicts if c.type == "value")
    shown = seen(digest(VIEW, conflict, "conflicts.md"))
    assert all(VIEW.statements[i].text in shown for side in conflict.sides for i in side.statements)


def test_each_side_of_a_conflict_has_its_notes() -> None:
    shown = {c.id: MARK.findall(digest(VIEW, c, "conflicts.md")) for c in BRIEFING.conflicts}
    assert shown == {c.id: [i for side in c.sides for i in side.statements] for c in BRIEFING.conflicts}


def test_what_no_source_states_stands_apart_as_the_editors_list() -> None:
    """Nothing can be cited for a silence, so it must not look like a finding."""
    apart = TEXTS["docs/unknowns.md"].partition("## Not stated in any of the sources")[2].partition("[^")[0]
    assert ("The editors' list" in apart, "data-finding" in apart) == (True, False)
    assert [g.question for g in BRIEFING.gaps if g.question not in seen(apart)] == []


def test_without_open_questions_the_page_of_unknowns_has_no_such_section() -> None:
    made = pages.render(replace(BRIEFING, gaps=()))["docs/unknowns.md"].decode()
    assert "not-stated" not in made


def test_a_withheld_statement_is_counted_and_shown_nowhere() -> None:
    lost = replace(
        BRIEFING.withheld[0], statement=replace(BRIEFING.statements[0], id="lost", text="Nobody may read this")
    )
    made = pages.render(replace(BRIEFING, withheld=(lost,)))
    text = seen("".join(data.decode() for name, data in made.items() if name.endswith(".md")))
    assert ("Nobody may read this" in text, "1 statement could not be proved" in text) == (False, True)


def source_with(**change: object) -> Briefing:
    changed: Source = replace(BRIEFING.sources[0], **change)  # type: ignore[arg-type]
    return replace(BRIEFING, sources=(changed, *BRIEFING.sources[1:]))


def test_a_note_that_no_longer_fits_its_seal_says_so() -> None:
    made = pages.render(source_with(sealed=False))["docs/sources/100.md"]
    assert b"not checked against the article" in made


def test_each_unused_sentence_says_why() -> None:
    unused = [u for u in BRIEFING.uses if u.why_unused and VIEW.passages[u.source, u.passage].cls == "content"]
    assert all(u.why_unused in seen(TEXTS[f"docs/sources/{u.source}.md"]) for u in unused if u.why_unused)


def test_each_used_sentence_leads_to_the_findings_that_use_it() -> None:
    wanted = {(u.source, i) for u in BRIEFING.uses for i in u.findings}
    found = {(s.id, i) for s in BRIEFING.sources for i in re.findall(r"#f-(\w+)\)", TEXTS[f"docs/sources/{s.id}.md"])}
    assert found == wanted


def test_a_block_shows_evidence_without_the_markup_of_its_file() -> None:
    base = BRIEFING.sources[0]
    text = "A **bold** word."
    passage = replace(base.passages[0], text="A bold word.", offsets=(0, 1, *range(4, 8), *range(10, 17)))
    view = survey(replace(BRIEFING, sources=(replace(base, text=text, passages=(passage, *base.passages[1:])),
                                             *BRIEFING.sources[1:])))  # fmt: skip
    evidence = replace(BRIEFING.statements[0].evidence, source=base.id, passage="p1", start=0, end=16, exact=text)
    assert view.words_of(evidence) == "A bold word."


def test_a_finding_shown_as_a_block_carries_its_id() -> None:
    one = BRIEFING.findings[0]
    assert block(VIEW, one, "index.md").startswith(f'<div class="bw-finding" data-finding="{one.id}" id="f-{one.id}"')


# --------------------------------------------------------------------------- ways through the pages


def test_everybody_is_one_step_from_the_first_page() -> None:
    home = TEXTS["docs/index.md"].partition("{: #look-up }")[2]
    assert [e for e, path in VIEW.pages.items() if f"]({path})" not in home] == []


def test_a_long_list_of_names_shows_those_of_which_most_is_said_and_leads_to_all() -> None:
    crowd = tuple(replace(BRIEFING.entities[0], id=f"x{n}", name=f"X {n}", aliases=()) for n in range(50))
    home = pages.render(replace(BRIEFING, entities=(*crowd, *BRIEFING.entities)))["docs/index.md"].decode()
    look = home.partition("{: #look-up }")[2]
    everybody = sum(e.kind == crowd[0].kind for e in (*crowd, *BRIEFING.entities))
    assert (f"[all {everybody}]" in look, "](people/ines-aldabe.md)" in look) == (True, True)


def test_the_pages_of_people_lead_from_each_to_the_next() -> None:
    row = sorted((e for e in BRIEFING.entities if e.kind == "person"), key=lambda e: e.name.casefold())
    found = [f"({b.id}.md) →" in TEXTS[f"docs/people/{a.id}.md"] for a, b in pairwise(row)]
    assert found and all(found)


def test_a_finding_whose_words_do_not_name_an_entry_stands_apart_on_its_page() -> None:
    one = next(f for f in BRIEFING.findings if f.kind == "departure" and "ines-aldabe" in f.entities)
    changed = replace(one, text="Somebody left.")
    made = pages.render(replace(
        BRIEFING, findings=tuple(changed if f.id == one.id else f for f in BRIEFING.findings)))  # fmt: skip
    _, _, apart = made["docs/people/ines-aldabe.md"].decode().partition("{: #evidence }")
    assert f'data-finding="{one.id}"' in apart


def test_a_long_list_is_folded_under_its_number() -> None:
    shown = folded(VIEW, BRIEFING.findings[:3], "index.md", name="Market", key="market", most=2)
    assert ">Market: 3 findings, in the order of the texts</summary>" in shown


def test_the_heading_of_a_folded_list_stands_within_so_that_a_link_to_it_opens_the_list() -> None:
    shown = folded(VIEW, BRIEFING.findings[:3], "index.md", name="Market", key="market", most=2)
    assert "## Market {: #market }" in shown.partition("</summary>")[2]


def test_a_short_list_is_not_folded() -> None:
    shown = folded(VIEW, BRIEFING.findings[:3], "index.md", name="Market", key="market", most=3)
    assert "<details" not in shown


def test_a_folded_list_keeps_the_order_of_the_texts() -> None:
    shown = re.findall(r'data-finding="(\w+)"', folded(VIEW, BRIEFING.findings, "index.md", name="All", key="all"))
    places = [(e.source, e.start) for i in shown for e in [opening(VIEW, VIEW.findings[i]).evidence]]
    assert (len(shown), places) == (len(BRIEFING.findings), sorted(places))


@pytest.mark.parametrize("name", ["scenarios", "recommendations"])
def test_what_the_texts_expect_or_advise_keeps_their_order(name: str) -> None:
    shown = re.findall(r'data-finding="(\w+)"', TEXTS[f"docs/{name}.md"])
    places = [(e.source, e.start) for i in shown for e in [opening(VIEW, VIEW.findings[i]).evidence]]
    assert shown and places == sorted(places)


def test_the_words_of_one_speaker_stand_together() -> None:
    told = [VIEW.slot(VIEW.findings[i], "speaker") for i in re.findall(
        r'data-finding="(\w+)"', TEXTS["docs/quotations.md"].partition("{: #reactions }")[0])]  # fmt: skip
    assert told and len(set(told)) == sum(1 for _ in groupby(told))


def test_a_disputed_finding_says_what_the_texts_disagree_on() -> None:
    conflict = next(c for c in BRIEFING.conflicts if c.type == "value")
    one = next(f for f in BRIEFING.findings if set(f.statements) & set(conflict.sides[0].statements))
    shown = status(replace(VIEW, conflicts={one.id: (conflict,)}), replace(one, status="disputed"), "index.md")
    link = "[sources disagree](#key-disputed){: .bw-status .bw-disputed }"
    assert f"{link} on [figures](conflicts.md#c-{conflict.id})" in shown


def test_a_finding_that_is_not_disputed_still_leads_to_a_conflict_that_touches_it() -> None:
    conflict = next(c for c in BRIEFING.conflicts if c.type == "value")
    one = next(f for f in BRIEFING.findings if set(f.statements) & set(conflict.sides[0].statements))
    shown = status(replace(VIEW, conflicts={one.id: (conflict,)}), replace(one, status="single-origin"), "index.md")
    assert f"see the conflict on [figures](conflicts.md#c-{conflict.id})" in shown


def test_conflicts_about_mere_names_come_last() -> None:
    types = [c.type for c in weighed(VIEW, BRIEFING.conflicts)]
    assert types == sorted(types, key=lambda t: t == "identity")


def test_a_side_is_called_by_its_text_and_not_by_the_number_of_it() -> None:
    base = BRIEFING.conflicts[0]
    side = replace(base.sides[0], text="100: Inés Aldabe")
    shown = seen(digest(VIEW, replace(base, type="participants", sides=(side, *base.sides[1:])), "conflicts.md"))
    assert "[The Lisbon Courier](sources/100.md): Inés Aldabe" in shown


def test_a_passage_that_an_editor_cites_for_a_name_is_linked() -> None:
    entity = next(e for e in BRIEFING.entities if e.id == "ines-aldabe")
    noted = replace(entity, note="100 ¶1 in full; 999 ¶1 nowhere")
    made = pages.render(replace(BRIEFING, entities=tuple(noted if e is entity else e for e in BRIEFING.entities)))
    text = seen(made["docs/people/ines-aldabe.md"].decode())
    assert "[100 ¶1](../sources/100.md#p1) in full; 999 ¶1 nowhere" in text


# --------------------------------------------------------------------------- boxes, tables, pictures, terms


def test_a_box_holds_only_what_is_stated_and_undisputed() -> None:
    """Planted: a role that a text only reports, that it doubts, attributes or denies, that another text disputes."""
    entity = VIEW.entities["ines-aldabe"]
    role = next(f for f in VIEW.naming("ines-aldabe") if f.kind == "role")
    assert f'data-finding="{role.id}"' in box(VIEW, entity)
    said = VIEW.statements[role.statements[0]]
    for lie in (
        replace(said, stance="reported"),
        replace(said, hedge="may"),
        replace(said, attribution="analysts"),
        replace(said, polarity="denied"),
    ):
        view = replace(VIEW, statements={**VIEW.statements, lie.id: lie})
        assert f'data-finding="{role.id}"' not in box(view, entity), lie
    disputed = tuple(replace(f, status="disputed") if f.id == role.id else f for f in BRIEFING.findings)
    assert f'data-finding="{role.id}"' not in box(survey(replace(BRIEFING, findings=disputed)), entity)
    touched = replace(VIEW, conflicts={**VIEW.conflicts, role.id: BRIEFING.conflicts})
    assert f'data-finding="{role.id}"' not in box(touched, entity)


def test_every_row_of_a_box_has_its_notes() -> None:
    rows = box(VIEW, VIEW.entities["lumen-3"]).split("data-finding=")[1:]
    assert rows and all(MARK.findall(row) for row in rows)


def test_praise_is_no_fact_for_a_box() -> None:
    licence = next(f for f in VIEW.naming("lumen-3") if f.kind == "licence")
    base = VIEW.statements[licence.statements[0]]
    praise = replace(base, kind="model_attribute", slots={"subject": "lumen-3", "value": "a miracle"})
    praised = tuple(replace(f, kind="model_attribute") if f.id == licence.id else f for f in BRIEFING.findings)
    statements = tuple(praise if s.id == base.id else s for s in BRIEFING.statements)
    made = survey(replace(BRIEFING, findings=praised, statements=statements))
    assert "miracle" not in box(made, made.entities["lumen-3"])


def test_roles_stand_text_by_text_with_their_notes() -> None:
    table = TEXTS["docs/people/index.md"].partition("{: #roles-by-text }")[2].partition("</table>")[0]
    cell = re.search(r'<td data-label="100 The Lisbon Courier" markdown>(\[chief architect[^<]*<span[^<]*)', table)
    assert cell is not None and MARK.findall(cell[1])


def test_a_role_that_a_text_only_reports_is_not_in_the_table_of_roles() -> None:
    role = next(f for f in VIEW.naming("ines-aldabe") if f.kind == "role")
    changed = tuple(replace(s, stance="reported") if s.id in role.statements else s for s in BRIEFING.statements)
    made = pages.render(replace(BRIEFING, statements=changed))["docs/people/index.md"].decode()
    table = seen(made.partition("{: #roles-by-text }")[2].partition("[^")[0])
    assert ("chief architect" in table, "attributed: see finding" in table) == (False, True)


def test_side_by_side_shows_only_what_two_texts_speak_of() -> None:
    rows = TEXTS["docs/compare.md"].partition("<tbody")[2].split("<tr markdown>")[1:]
    assert rows and all(len(set(re.findall(r'data-text="(\d+)"[^>]*><p', row))) > 1 for row in rows)


def test_side_by_side_shows_each_statement_in_full() -> None:
    said = {s.text for s in BRIEFING.statements}
    shown = [seen(x).replace("\n", "") for x in re.findall(r'class="bw-said"[^>]*>([^<]*)<', TEXTS["docs/compare.md"])]
    assert shown and set(shown) <= said


def test_a_picture_of_a_ratio_is_drawn_only_where_the_text_simply_states_it() -> None:
    ratio = next(f for f in BRIEFING.findings if VIEW.slot(f, "first"))
    assert "<svg" in TEXTS["docs/architecture.md"]
    hedged = tuple(replace(s, hedge="may") if s.id in ratio.statements else s for s in BRIEFING.statements)
    assert b"<svg" not in pages.render(replace(BRIEFING, statements=hedged))["docs/architecture.md"]


def test_the_line_of_time_says_nothing_of_what_happened() -> None:
    meeting = said_about(VIEW, "meeting").statements[0]
    day = {"value": "2031-03", "precision": "month", "derived": ""}
    changed = tuple(replace(s, slots={**s.slots, "date": day}) if s.id == meeting else s for s in BRIEFING.statements)
    text = pages.render(replace(BRIEFING, statements=changed))["docs/timeline.md"].decode()
    labels = {unescape(x) for x in re.findall(r"<text[^>]*>([^<]*)</text>", text)}
    assert labels == {"March 2031", "4 March 2031", "1 finding"}


def test_a_term_leads_to_its_meaning_once_in_a_finding() -> None:
    one = finding(text="Sparse layers and sparse layers.", entities=())
    shown = linked(VIEW, one, "index.md")
    assert shown.startswith("[Sparse layers](glossary.md#t-sparse-layers){: .bw-term title=")
    assert shown.count("](") == 1


def test_what_a_term_means_is_marked_as_ours() -> None:
    assert "In our words:</span> layers of which only a part works at a time" in TEXTS["docs/glossary.md"]


def test_a_term_that_no_text_uses_is_explained_without_a_finding() -> None:
    entry = TEXTS["docs/glossary.md"].partition("{: #t-ballast }")[2].partition("</section>")[0]
    assert ("a word that no text" in entry, "data-finding" in entry) == (True, False)


def test_every_form_of_a_name_is_looked_up_before_the_words_of_pages() -> None:
    entity = VIEW.entities["ines-aldabe"]
    front = yaml.safe_load(TEXTS["docs/people/ines-aldabe.md"].split("---")[1])
    assert front["tags"] == list(entity.aliases)


def test_an_error_is_reported_where_the_editor_says_or_at_the_contact() -> None:
    there = pages.render(replace(BRIEFING, report="https://example.org/new"))["docs/timeline.md"].decode()
    assert '<a class="bw-report" href="https&#58;&#47;&#47;example&#46;org&#47;new">Report an error</a>' in there
    assert "[Report an error](method.md#contact)" in TEXTS["docs/timeline.md"]


def test_a_page_of_a_source_leads_to_the_file_in_which_it_is_kept() -> None:
    made = pages.render(replace(BRIEFING, edit="https://example.org/edit/seeds"))["docs/sources/100.md"].decode()
    assert unescape(made).count(f"https://example.org/edit/seeds/{Path(BRIEFING.sources[0].path).name}") == 1


def test_the_first_page_offers_a_pdf_only_where_one_is_made() -> None:
    with_pdf = pages.render(BRIEFING, pdf=True)["docs/index.md"].decode()
    assert ("brief.pdf" in TEXTS["docs/index.md"], "brief.pdf" in with_pdf) == (False, True)


def test_a_long_list_can_be_narrowed_by_what_it_holds() -> None:
    form = narrow(VIEW, BRIEFING.findings)
    assert re.findall(r'<option value="([^"]+)"', form) == [
        "corroborated", "single-origin", "disputed", *(s.id for s in BRIEFING.sources)]  # fmt: skip


def test_a_short_list_has_no_form() -> None:
    assert narrow(VIEW, BRIEFING.findings[:3]) == ""


def test_every_page_is_described_and_no_description_is_a_finding() -> None:
    told = {name: yaml.safe_load(text.split("---")[1])["description"] for name, text in TEXTS.items()}
    assert [n for n, d in told.items() if not 20 <= len(d) <= 160 or any(f.text in d for f in BRIEFING.findings)] == []


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("the sky is dark", "the sky was dark"), ("the sky ==is== dark", "the sky ==was== dark")),
        (("a red cat sat", "A red, cat sat"), ("a red cat sat", "A red, cat sat")),
        (("one two three", "four five six"), ("one two three", "four five six")),
        (("x a b", "a b y", "a z b"), ("==x== a b", "a b ==y==", "a ==z== b")),
        (("only one",), ("only one",)),
    ],
)
def test_words_in_which_wordings_differ_are_marked(texts: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert tuple(unescape(re.sub(r"</?mark[^>]*>", "==", one)) for one in marked(texts)) == expected


def test_the_names_in_which_lists_of_people_differ_are_marked() -> None:
    base = BRIEFING.conflicts[0]
    sides = (replace(base.sides[0], text="100: Inés Aldabe, Sora Ito, Ka-Yin Mo"),
             replace(base.sides[1], text="101: Inés Aldabe, Sora Ito, Tomasz Wren"))  # fmt: skip
    shown = unescape(digest(VIEW, replace(base, type="participants", sides=sides), "conflicts.md"))
    assert re.findall(r"<mark[^>]*>([^<]*)</mark>", shown) == ["Ka-Yin Mo", "Tomasz Wren"]


# --------------------------------------------------------------------------- settings


def test_the_site_of_this_project_has_the_settings_of_every_site() -> None:
    kept = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    made = pages.mkdocs_config(
        replace(BRIEFING, site_name=kept["site_name"]), docs_dir="docs", site_dir="site", site_url=kept["site_url"],
        custom_dir="src/briefwright/assets/overrides",
        by_hand=(("How far the verifier can be trusted", "about/verifier.md"), ("How to edit", "about/how-to-edit.md"),
                     ("Your own briefing", "about/tutorial.md"), ("Commands and files", "about/reference.md")),
    )  # fmt: skip
    assert kept == yaml.safe_load(made)


def test_the_site_of_this_project_is_called_as_its_codebook_says() -> None:
    kept = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    codebook = yaml.safe_load((ROOT / "seeds" / "codebook.yml").read_text("utf-8"))
    assert kept["site_name"] == codebook["site_name"]


def test_only_pages_that_every_corpus_has_are_in_the_navigation() -> None:
    config = yaml.safe_load(pages.mkdocs_config(BRIEFING, docs_dir="docs", site_dir="site", site_url=""))
    named = re.findall(r"[\w/-]+\.md", str(config["nav"]))
    empty = replace(BRIEFING, sources=(), origins=(), entities=(), statements=(), findings=(), conflicts=(), uses=(),
                    withheld=())  # fmt: skip
    assert {f"docs/{name}" for name in named} <= pages.render(empty).keys()


def test_every_font_has_its_licence_beside_it() -> None:
    fonts = [name for name in pages.assets() if name.endswith(".woff2")]
    families = {re.sub(r"-latin.*", "", name) for name in fonts}
    assert families and {f"{family}-OFL.txt" for family in families} <= pages.assets().keys()


def test_every_font_that_the_style_names_is_there() -> None:
    style = pages.assets()["docs/assets/briefwright.css"].decode()
    assert {f"docs/assets/{name}" for name in re.findall(r"url\(([^)]+)\)", style)} <= pages.assets().keys()


def test_the_page_of_a_source_shows_what_its_publisher_corrected() -> None:
    correction = Correction(when="2031-04-02", what="The price was wrong.", sha256="b" * 64)
    source = replace(BRIEFING.sources[0], corrections=(correction,))
    page = pages.render(replace(BRIEFING, sources=(source, *BRIEFING.sources[1:])))[
        f"docs/sources/{source.id}.md"
    ].decode()
    section = page.partition("## Corrected by its publisher")[2].partition("\n## ")[0]
    assert "The price was wrong" in section and "b" * 64 in section and source.sha256 in section
