"""The reference of commands and files as a page, made from the code that takes them.

`python -m briefwright.reference > docs/about/reference.md` writes it anew; a test holds it current.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from briefwright.cli import examples, parser
from briefwright.exports import OFFERED
from briefwright.schemas import NAMES

_INTRODUCTION = (
    "Made from the program itself. On a machine that has only Python and pip, `python3 scripts/run.py COMMAND` runs",
    "a command, and `python3 scripts/build_briefing.py` is `build`. Results go to standard output, narration to",
    "standard error.",
)
_EXITS = (
    ("0", "fine"),
    ("1", "problems, or out of date; what was found is on standard error, a line each"),
    ("2", "wrong use, or input refused; nothing was written"),
    ("130", "interrupted; the old output is as it was"),
)
_FILES = (
    ("seeds/*.md, *.txt, *.html", "people", "the sources: a note or a text each"),
    ("seeds/codebook.yml", "people", "names, judgements, pins, gaps, glossary of this corpus; optional"),
    ("seeds/seeds.lock", "`check --originals --seal`", "that the notes were checked against the articles"),
    ("seeds/originals/", "`import`", "articles that stay out of git"),
    ("briefing/*.yml", "`build`", "the briefing as reviewers read it; committed"),
    ("briefing/editions/", "`edition`", "what earlier editions said; committed"),
    ("docs/*.md", "`build`", "the generated pages; beside them those by hand"),
    ("docs/data/", "`build`", "the exports below"),
    ("docs/schema/", "`build`", "the JSON Schemas below"),
    ("site/", "`build`", "the finished site"),
)


def page() -> str:
    """The page, as Markdown."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield from ("---", "title: Commands and files", "---", "", "# Commands and files", "")
    yield from _INTRODUCTION
    yield from ("", "## Commands", "")
    for name, sub in _commands():
        yield from (f"### {name}", "", f"{_sentence(sub.description or '')}", "", "```", _usage(sub), "```", "")
        rows = [(_call(a), _told(a)) for a in sub._actions if a.dest != "help"]
        if rows:
            yield from ("| Argument | Meaning |", "|---|---|")
            yield from (f"| {call} | {told} |" for call, told in rows)
            yield ""
        yield from (f"- `{line}`: {told}" for line, told in examples(name))
        yield ""
    yield from ("## Exit statuses", "", "| Status | Meaning |", "|---|---|")
    yield from (f"| `{status}` | {told} |" for status, told in _EXITS)
    yield from ("", "## Files", "", "| file | written by | what it is |", "|---|---|---|")
    yield from (f"| `{name}` | {who} | {what} |" for name, who, what in _FILES)
    yield from ("", "## Exports", "", "| below `docs/data/` | what it is |", "|---|---|")
    yield from (f"| `{name}` | {what} |" for name, what in OFFERED.items())
    yield from ("", "## Schemas", "", "| below `docs/schema/` | for |", "|---|---|")
    yield from (f"| `{name}.schema.json` | {what} |" for name, what in NAMES.items())


def _commands() -> Iterator[tuple[str, argparse.ArgumentParser]]:
    for action in parser()._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices.items()


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '?')) else '.'}"


def _usage(sub: argparse.ArgumentParser) -> str:
    # one line, whatever the width of a terminal
    return " ".join(sub.format_usage().removeprefix("usage: ").split())


def _call(action: argparse.Action) -> str:
    shown = action.metavar if isinstance(action.metavar, str) else ""
    if not action.option_strings:
        return f"`{shown or action.dest}`"
    value = "" if action.nargs == 0 else f" {shown or '|'.join(map(str, action.choices or (action.dest.upper(),)))}"
    return ", ".join(f"`{option}{value}`" for option in action.option_strings).replace("|", "\\|")


def _told(action: argparse.Action) -> str:
    return (action.help or "").replace("|", "\\|")


if __name__ == "__main__":
    print(page(), end="")
