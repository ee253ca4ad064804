"""The characters of a saved web page: UTF-8, else the encoding that the page itself declares.

Only an import reads another encoding than UTF-8: the page is read once and the original that stays is UTF-8. What lies
in `seeds/` is read as UTF-8 alone, for its bytes are what a statement is proved against.
"""

from __future__ import annotations

import codecs
import re

from briefwright.model import Problem, Refused
from briefwright.sources import decode

#: `<meta charset="windows-1252">`, `<meta http-equiv=Content-Type content="text/html; charset=iso-8859-1">`
_DECLARED = re.compile(rb"""<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
#: A declaration stands this near to the beginning, or browsers would not find it either.
_NEAR = 4096
_MARKS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
#: The Encoding Standard reads these names as windows-1252, since that is what pages that declare them are written in.
_AS_WINDOWS = frozenset({"ascii", "iso8859-1"})


def page_text(data: bytes, where: str) -> tuple[str, str]:
    """The page as text, and the encoding that it was read by, "" for UTF-8; raises `Refused` for what fits none."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _read(data[len(mark) :], name, where), name
    try:
        return decode(data, where), ""
    except Refused:
        found = _DECLARED.search(data[:_NEAR])
        name = _known(found[1].decode("ascii")) if found else ""
        if not name or name == "utf-8":
            raise
        return _read(data, name, where), "windows-1252" if name == "cp1252" else name


def _known(declared: str) -> str:
    """The name of an encoding of text as Python has it, "" for one that it does not know."""
    try:
        name = codecs.lookup(declared).name
        "".encode(name)
    except (LookupError, ValueError):
        return ""
    return "cp1252" if name in _AS_WINDOWS else name


def _read(data: bytes, name: str, where: str) -> str:
    try:
        text = data.decode(name)
    except (UnicodeDecodeError, LookupError):
        # windows-1252 leaves five bytes open; the Encoding Standard reads them as controls, as ISO 8859-1 does
        if name != "cp1252":
            told = f"declares the encoding {name}, but is not written in it; save it as UTF-8"
            raise Refused(Problem(where=where, sentence=told)) from None
        text = "".join(_byte(one) for one in data)
    return text.replace("\r\n", "\n")


def _byte(one: int) -> str:
    try:
        return bytes((one,)).decode("cp1252")
    except UnicodeDecodeError:
        return chr(one)
