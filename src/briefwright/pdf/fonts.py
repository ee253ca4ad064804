"""The typefaces of the printed brief, from packages alone: no font of the machine ever enters.

A package of Chinese characters is used where it is installed (the extra "chinese").
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from briefwright.model import Problem, Unsound

#: Package and the family that it carries.
_NEEDED: Final = (("fontpkg_source_serif_4", "Source Serif 4"), ("fontpkg_source_sans_3", "Source Sans 3"))
#: Where a Chinese font may be; the family is whatever the package carries.
_CHINESE: Final = "pylopdf_fonts_zh_cn"
_KINDS: Final = (".ttf", ".otf", ".ttc", ".otc")


@dataclass(frozen=True, kw_only=True, slots=True)
class Fonts:
    """Folders of font files, the names of families beyond the two of our own, and the characters that each covers.

    `ours` are the characters that one of our families has in each of its styles; `others` those of the rest.
    """

    folders: tuple[Path, ...]
    families: tuple[str, ...]
    ours: frozenset[int]
    others: frozenset[int]

    def draws(self, character: str) -> bool:
        """Whether the brief can print a character."""
        return ord(character) in self.ours or ord(character) in self.others


def find_fonts() -> Fonts:
    """The fonts that are installed; a problem names the package of one that is missing."""
    files = {package: _files(package) for package, _ in _NEEDED}
    missing = [package.replace("_", "-") for package, found in files.items() if not found]
    if missing:
        told = f"the font package {' and '.join(missing)} is not installed; install briefwright[pdf], or add --no-pdf"
        raise Unsound(Problem(where="PDF", sentence=told))
    covered = [frozenset.intersection(*(characters(path) for path in found)) for found in files.values()]
    chinese = _files(_CHINESE)
    paths = [path for found in files.values() for path in found] + chinese
    return Fonts(
        folders=tuple(sorted({path.parent for path in paths})),
        families=tuple(sorted({name for path in chinese for name in family(path)})),
        ours=frozenset[int]().union(*covered),
        others=frozenset[int]().union(*(characters(path) for path in chinese)),
    )


def _files(package: str) -> list[Path]:
    """The font files that a package carries, none where it is not installed."""
    spec = find_spec(package)
    places = [] if spec is None else list(spec.submodule_search_locations or ())
    return sorted(p for place in places for p in Path(place).rglob("*") if p.suffix.lower() in _KINDS)


# --------------------------------------------------------------------------- reading a font file (OpenType 1.9)


def characters(path: Path) -> frozenset[int]:
    """The code points that a font has a glyph for, by its character map of format 4 or 12 (in all fonts of today)."""
    data = path.read_bytes()
    found: set[int] = set()
    for start, _ in _tables(data, b"cmap"):
        (count,) = struct.unpack_from(">H", data, start + 2)
        for at in range(count):
            (offset,) = struct.unpack_from(">I", data, start + 8 + 8 * at)
            found.update(_mapped(data, start + offset))
    return frozenset(found)


def family(path: Path) -> frozenset[str]:
    """The names of the families in a file: the typographic one where there is one."""
    data = path.read_bytes()
    names: set[str] = set()
    for start, _ in _tables(data, b"name"):
        count, strings = struct.unpack_from(">HH", data, start + 2)
        found: dict[int, str] = {}
        for at in range(count):
            platform, _, _, kind, length, offset = struct.unpack_from(">6H", data, start + 6 + 12 * at)
            if platform == 3 and kind in (1, 16):
                words = data[start + strings + offset :][:length].decode("utf-16-be")
                if kind not in found or words.isascii():
                    found[kind] = words
        names.update(filter(None, [found.get(16) or found.get(1)]))
    return frozenset(names)


def _tables(data: bytes, tag: bytes) -> Iterator[tuple[int, int]]:
    """Where a table stands, in each font of a file."""
    fonts = [0]
    if data[:4] == b"ttcf":
        (count,) = struct.unpack_from(">I", data, 8)
        fonts = list(struct.unpack_from(f">{count}I", data, 12))
    for font in fonts:
        (count,) = struct.unpack_from(">H", data, font + 4)
        for at in range(count):
            name, _, offset, length = struct.unpack_from(">4sIII", data, font + 12 + 16 * at)
            if name == tag:
                yield offset, length


def _mapped(data: bytes, at: int) -> Iterator[int]:
    (kind,) = struct.unpack_from(">H", data, at)
    if kind == 12:
        (count,) = struct.unpack_from(">I", data, at + 12)
        for group in range(count):
            first, last, _ = struct.unpack_from(">III", data, at + 16 + 12 * group)
            yield from range(first, last + 1)
    elif kind == 4:
        (doubled,) = struct.unpack_from(">H", data, at + 6)
        ends = struct.unpack_from(f">{doubled // 2}H", data, at + 14)
        starts = struct.unpack_from(f">{doubled // 2}H", data, at + 16 + doubled)
        for first, last in zip(starts, ends, strict=True):
            if first != 0xFFFF:
                yield from range(first, last + 1)
