"""From the plain value to the bytes of a file: Typst sets it, `pack` makes it small."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefwright.model import Problem, Unsound
from briefwright.pdf.blocks import Block
from briefwright.pdf.fonts import Fonts

if TYPE_CHECKING:
    from typst import PDFStandard

TEMPLATE: Final = "brief.typ"
#: One file that keeps both: tagged for readers who listen, and fit for an archive with its data attached.
_STANDARDS: Final[list[PDFStandard]] = ["ua-1", "a-3a"]


def compile_pdf(printed: Block, fonts: Fonts, attached: Mapping[str, bytes]) -> bytes:
    """The finished file. A warning of the typesetter is as bad as an error: either is a problem in one line.

    All that the typesetter can reach stands in a fresh folder: its template, the data, the files attached.
    """
    try:
        import typst

        from briefwright.pdf.pack import pack
    except ImportError as error:
        raise _unsound(f"the package {error.name} is not installed; install briefwright[pdf]") from None
    with tempfile.TemporaryDirectory(prefix="briefwright-") as name:
        folder = Path(name)
        template = resources.files("briefwright.pdf").joinpath(TEMPLATE).read_bytes()
        data = json.dumps({**printed, "families": fonts.families}, ensure_ascii=False).encode("utf-8")
        for file, content in {**attached, TEMPLATE: template, "data.json": data}.items():
            (folder / file).write_bytes(content)
        try:
            faces = typst.Fonts(False, False, [str(f) for f in fonts.folders])
            compiler = typst.Compiler(str(folder / TEMPLATE), root=str(folder), font_paths=faces)
            made, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=_STANDARDS, timestamp=0)
        except typst.TypstError as error:
            raise _unsound(f"cannot be set: {_flat(error.message)}") from None
    if warnings:
        raise _unsound(f"cannot be set: {_flat(warnings[0].message)}")
    if not isinstance(made, bytes):
        raise _unsound("the typesetter gave no file")
    return pack(made)


def _flat(words: str) -> str:
    return " ".join(words.split())


def _unsound(told: str) -> Unsound:
    return Unsound(Problem(where="PDF", sentence=f"{told}, or add --no-pdf"))
