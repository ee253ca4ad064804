"""`briefwright schema`: the JSON Schemas of notes, codebook and briefing."""

from __future__ import annotations

import argparse

from briefwright.commands.common import FINE, Say
from briefwright.schemas import NAMES, schema
from briefwright.store.data import to_json

HELP = "the JSON Schema (draft 7) of a note's front matter, of the codebook, or of what the build writes"
EXAMPLES = (
    ("schema note", "the JSON Schema of what stands at the top of a note"),
    ("schema briefing > briefing.schema.json", "that of data/briefing.json, into a file"),
)


def add(parser: argparse.ArgumentParser) -> None:
    """Which one."""
    told = "; ".join(f"{name}: {what}" for name, what in NAMES.items())
    parser.add_argument("name", choices=tuple(NAMES), metavar="NAME", help=told)


def run(options: argparse.Namespace, say: Say) -> int:
    """Print the schema."""
    print(to_json(schema(options.name)).decode("utf-8"), end="")
    return FINE
