"""The printed brief at 1 and 10 times its content: time, memory, size, and how many notes stand with their statement.

    python benchmarks/pdf/measure.py [--times 1 10] [--other PYTHON]

Every line comes from a process of its own in one run. WeasyPrint sets the same findings and notes from plain HTML with
CSS footnotes; it is left out where the interpreter that `--other` names (this one by default) does not have it.
"""

from __future__ import annotations

import argparse
import html
import importlib
import io
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from briefwright.model import Briefing

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

HEAD = ("engine", "content", "notes", "pages", "wall s", "CPU s", "MB", "kB", "notes on their page")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, nargs="+", default=[1, 10])
    parser.add_argument("--other", default=sys.executable, metavar="PYTHON")
    parser.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.one:
        print(json.dumps(one(options.one[0], Path(options.one[1]))))
        return 0
    print("| " + " | ".join(HEAD) + " |\n|" + "---|" * len(HEAD))
    with tempfile.TemporaryDirectory() as name:
        for times in options.times:
            page = Path(name) / f"{times}.html"
            page.write_text(as_html(times), encoding="utf-8")
            for engine, python in (("Typst", sys.executable), ("WeasyPrint", options.other)):
                given = str(times) if engine == "Typst" else str(page)
                command = [python, __file__, "--one", engine, given]
                made = subprocess.run(command, capture_output=True, text=True, check=False)
                if made.returncode:
                    told = (made.stderr.strip().split("\n") or [""])[-1]
                    print(f"| {engine} | {times}× | {told} |")
                    continue
                r = json.loads(made.stdout.strip().split("\n")[-1])
                print(f"| {engine} | {times}× | {r['notes']} | {r['pages']} | {r['wall']:.1f} | {r['cpu']:.1f} | "
                      f"{r['memory']} | {r['size'] // 1000} | {r['right']} of {r['notes']} |", flush=True)  # fmt: skip
    return 0


def one(engine: str, given: Path) -> dict[str, float]:
    """What one engine needs for one document, measured in this process."""
    started, used = time.perf_counter(), time.process_time()
    data, measured = (typst if engine == "Typst" else weasyprint)(given)
    spent = {"wall": measured["done"] - started - measured["before"], "cpu": measured["cpu"] - used}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    notes, right, pages = (by_links if engine == "Typst" else by_words)(data)
    return {**spent, "memory": peak, "size": len(data), "notes": notes, "right": right, "pages": pages}


def typst(given: Path) -> tuple[bytes, dict[str, float]]:
    """Our own brief. Reading the corpus is not counted."""
    from briefwright.pdf import brief
    from briefwright.store import json_file

    start, used = time.perf_counter(), time.process_time()
    briefing = grown(int(given.name))
    data = json_file(briefing)
    before, spent = time.perf_counter() - start, time.process_time() - used
    made = brief(briefing, data)
    return made, {"done": time.perf_counter(), "before": before, "cpu": time.process_time() - spent}


def grown(times: int) -> Briefing:
    """The project's own briefing so many times over, each copy with ids of its own."""
    from briefwright.build import distil_folder

    base = distil_folder(ROOT / "seeds")
    statements = tuple(replace(s, id=f"{s.id}{n}") for n in range(times) for s in base.statements)
    findings = tuple(
        replace(f, id=f"{f.id}{n}", statements=tuple(f"{s}{n}" for s in f.statements),
                summary_rank=f.summary_rank if n == 0 else None, rank=f.rank + n * len(base.findings))
        for n in range(times) for f in base.findings
    )  # fmt: skip
    conflicts = tuple(
        replace(c, id=f"{c.id}{n}", sides=tuple(replace(x, statements=tuple(f"{s}{n}" for s in x.statements))
                                                for x in c.sides))
        for n in range(times) for c in base.conflicts
    )  # fmt: skip
    return replace(base, statements=statements, findings=findings, conflicts=conflicts)


def as_html(times: int) -> str:
    """The findings and notes of the brief as HTML with CSS footnotes; a token marks where each note and mark stands."""
    from briefwright.pages.view import survey
    from briefwright.pdf.document import document

    out: list[str] = []
    number = 0
    printed = cast("dict[str, Any]", document(survey(grown(times)), paper="a4", site_url=""))
    for block in printed["blocks"]:
        if block["t"] == "heading":
            out.append(f"<h{block['level']}>{html.escape(block['text'])}</h{block['level']}>")
        elif block["t"] == "finding":
            notes = ""
            for note in block["notes"]:
                number += 1
                told = html.escape(f"{note['source']}, {note['label']} {note['date']}, {note['lead']}{note['after']}")
                notes += f"m{number}x<span class=n>n{number}x {told}</span>"
            out.append(f"<p>{html.escape(block['text'])}{notes}</p>")
    style = """@page { size: A4; margin: 27mm 19mm 24mm 59mm } body { font: 9.8pt "Source Serif 4" }
    p { break-inside: avoid } h1 { break-before: page } h2, h3 { break-after: avoid }
    .n { float: footnote; footnote-policy: line; font: 7.6pt "Source Sans 3" }"""
    return f"<!doctype html><meta charset=utf-8><style>{style}</style>" + "\n".join(out)


def weasyprint(given: Path) -> tuple[bytes, dict[str, float]]:
    """The same findings and notes, tagged as well."""
    try:
        engine = importlib.import_module("weasyprint")
    except (ImportError, OSError) as error:
        raise SystemExit(f"WeasyPrint is not installed here ({type(error).__name__})") from None
    made = engine.HTML(filename=str(given)).write_pdf(pdf_variant="pdf/ua-1")
    return made, {"done": time.perf_counter(), "before": 0.0, "cpu": time.process_time()}


def by_links(data: bytes) -> tuple[int, int, int]:
    """How many notes there are, how many stand on the page of their mark, and how many pages there are."""
    import pypdf

    from pdf_reading import links

    marks = [m for m in links(data)[0] if m.name.startswith("Footnote ")]
    return len(marks), sum(m.page == m.target for m in marks), len(pypdf.PdfReader(io.BytesIO(data)).pages)


def by_words(data: bytes) -> tuple[int, int, int]:
    import pypdf

    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]
    mark, note = ({int(n): at for at, text in enumerate(pages) for n in re.findall(rf"{c}([0-9]+)x", text)}
                  for c in "mn")  # fmt: skip
    return len(mark), sum(note.get(n) == at for n, at in mark.items()), len(pages)


if __name__ == "__main__":
    sys.exit(main())
