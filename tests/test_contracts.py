"""The order of the modules, and what the verifier may know."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "src" / "briefwright"
#: Bottom up: a module imports only from those before it (or from itself).
ORDER = (
    "problems", "workers", "tally", "model", "text", "quantities", "dates", "records", "codebook", "markup", "notes",
    "imprint", "passages", "sources", "names", "overlooked", "language", "extract", "resolve", "credits", "lineage",
    "slots", "reconcile", "compose", "conflicts", "judgements", "verify", "statements", "claims", "editorial",
    "originals", "rank", "entries", "distil", "selftest", "examples", "store", "schemas", "diff", "editions", "exports",
    "figures", "pages", "pdf", "publish", "site", "build", "imports", "preview", "live", "commands", "cli", "reference",
)  # fmt: skip
VERIFY_MAY = {"tally", "model", "text", "quantities", "dates", "codebook", "language"}


def imports(path: Path) -> set[str]:
    """The top-level modules of the package that a file imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("briefwright"):
            names = [node.module.split(".")[1]] if "." in node.module else [a.name for a in node.names]
            found.update(n for n in names if n != "__version__")
    return found


def files(module: str) -> list[Path]:
    folder = PACKAGE / module
    return sorted(folder.rglob("*.py")) if folder.is_dir() else [PACKAGE / f"{module}.py"]


def test_the_order_names_every_module() -> None:
    here = {p.stem for p in PACKAGE.glob("*.py")} | {p.name for p in PACKAGE.iterdir() if (p / "__init__.py").is_file()}
    assert here - {"__init__", "__main__"} == set(ORDER)


@pytest.mark.parametrize("module", ORDER)
def test_no_module_imports_from_one_above_it(module: str) -> None:
    below = set(ORDER[: ORDER.index(module) + 1])
    assert {name for path in files(module) for name in imports(path)} <= below


def test_the_verifier_knows_no_maker() -> None:
    known = {name for path in files("verify") for name in imports(path)}
    assert known - {"verify"} <= VERIFY_MAY


def test_no_module_is_longer_than_400_lines() -> None:
    long = [p.name for p in PACKAGE.rglob("*.py") if len(p.read_text(encoding="utf-8").split("\n")) > 400]
    assert long == []


def test_no_code_catches_every_exception() -> None:
    caught = [
        f"{path.name}:{node.lineno}"
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"}))
    ]
    assert caught == []


def test_the_default_codebook_holds_no_name_of_the_first_corpus() -> None:
    """What is true only of one story belongs in its own codebook."""
    own = (PACKAGE.parent.parent / "seeds" / "codebook.yml").read_text(encoding="utf-8")
    names = [line.split("name:")[1].strip() for line in own.split("\n") if "- name:" in line]
    assert len(names) > 20
    code = "\n".join(p.read_text(encoding="utf-8") for p in [*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.yml")])
    assert [n for n in names if n in code] == []


def test_the_corpus_codebook_holds_no_rule() -> None:
    own = (PACKAGE.parent.parent / "seeds" / "codebook.yml").read_text(encoding="utf-8")
    assert not any(line.startswith(("rules:", "templates:")) for line in own.split("\n"))
