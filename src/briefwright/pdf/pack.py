"""A PDF made small: the same pages and tags, its objects in compressed streams, no more digits than a printer needs.

The structure tree and the links of a tagged file are thousands of small objects that look alike. Written kind by kind
into large object streams (ISO 32000-1, 7.5.7) they take half the room that they take in the usual streams of a hundred.
"""

from __future__ import annotations

import hashlib
import io
import re
import zlib
from collections.abc import Mapping, Sequence
from typing import Any, Final, cast

import pikepdf

# "(words \\)", "<00ff>", "12 0 R", "1.23456"; strings are matched so that nothing in them is touched
_TOKENS: Final = re.compile(
    rb"\((?:\\.|[^()\\])*\)|<[0-9A-Fa-f]*>|(?P<to>[0-9]+) 0 R\b|(?P<real>-?[0-9]*\.[0-9]{2,})", re.DOTALL
)
#: So many objects share a stream: a reader unpacks the whole of it for one of them.
_SHARED: Final = 500


def pack(data: bytes) -> bytes:
    """The file again, smaller; equal bytes for equal bytes."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            for link in page.get("/Annots", ()):
                if isinstance(link.get("/Dest"), pikepdf.Array):
                    link.Dest = pikepdf.Array(list(link.Dest))
        _lift(pdf)
        plain, streams = _reached(pdf)
        # Numbered in the order in which they are written, so that the table of them is nothing but a sequence.
        numbers = {number: at for at, number in enumerate((*streams, *plain), 1)}
        short = _Shorter(numbers)
        contents = {page.obj.Contents.objgen[0] for page in pdf.pages if "/Contents" in page.obj}
        root, info = (numbers[pdf.trailer[key].objgen[0]] for key in ("/Root", "/Info"))
        return _written(
            [short.of(text, 1) for text in plain.values()],
            [_stream(thing, short, drawn=number in contents) for number, thing in streams.items()],
            b"/Root %d 0 R/Info %d 0 R" % (root, info),
        )


def _lift(pdf: pikepdf.Pdf) -> None:
    """Dissolve tags that say nothing: a paragraph around a whole note, a span that only raises a number."""
    nums = pdf.Root.StructTreeRoot.ParentTree.Nums
    tree = {int(nums[at]): nums[at + 1] for at in range(0, len(nums), 2)}
    keys: dict[Any, int] = {p.objgen: int(p.obj.StructParents) for p in pdf.pages if "/StructParents" in p.obj}
    for useless in (_is_wrapped, _is_raised):
        for element in [thing for thing in pdf.objects if useless(thing)]:
            parent, page = element.P, element.Pg
            if parent.get("/Pg", page).objgen != page.objgen:
                continue
            kids: list[Any] = list(parent.K)
            own: list[Any] = list(element.K)
            at = next(n for n, kid in enumerate(kids) if not isinstance(kid, int) and kid.objgen == element.objgen)
            parent.K = pikepdf.Array([*kids[:at], *own, *kids[at + 1 :]])
            parent.Pg = page
            for kid in own:
                if isinstance(kid, int):
                    tree[keys[page.objgen]][kid] = parent
                elif "/P" in kid:
                    kid.P = parent


def _is_wrapped(thing: pikepdf.Object) -> bool:
    """Whether an object is the paragraph that is all that a note holds."""
    return _is_tag(thing, "/P") and thing.P.get("/S") == pikepdf.Name.Note and len(thing.P.K) == 1


def _is_raised(thing: pikepdf.Object) -> bool:
    """Whether an object is a span with a shift of its base line, and holds nothing but marks of its page."""
    return (
        _is_tag(thing, "/Span")
        and any("/BaselineShift" in a for a in thing.get("/A", ()))
        and all(isinstance(kid, int) for kid in thing.K)
    )


def _is_tag(thing: pikepdf.Object, name: str) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == pikepdf.Name(name) and "/Pg" in thing


def _reached(pdf: pikepdf.Pdf) -> tuple[dict[int, bytes], dict[int, pikepdf.Stream]]:
    """What something refers to, by number: objects as their text, kind by kind; streams as they came."""
    things = {thing.objgen[0]: thing for thing in pdf.objects if thing is not None and thing.objgen[0]}
    texts: dict[int, bytes] = {}
    kinds: dict[int, str] = {}
    open_ = [pdf.trailer[key].objgen[0] for key in ("/Root", "/Info")]
    while open_:
        number = open_.pop()
        if number not in texts:
            thing = things[number]
            described = pikepdf.Dictionary(dict(thing.items())) if isinstance(thing, pikepdf.Stream) else thing
            texts[number] = text = described.unparse(resolved=True)
            kinds[number] = b"".join(_KIND.findall(text)).decode("latin-1")
            open_ += [int(to) for m in _TOKENS.finditer(text) if (to := m["to"]) is not None]
    streams = {number: things[number] for number in sorted(texts) if isinstance(things[number], pikepdf.Stream)}
    order = sorted((number for number in texts if number not in streams), key=lambda number: (kinds[number], number))
    return {number: texts[number] for number in order}, cast("dict[int, pikepdf.Stream]", streams)


# "/S /Link", "/Type /Annot": what an object is, so that alike ones stand together
_KIND: Final = re.compile(rb"/(?:Type|S|Subtype) (/[A-Za-z0-9]+)")


class _Shorter:
    """Rewrites the text of an object: references by their new numbers, reals with few digits, strings as they are."""

    def __init__(self, numbers: Mapping[int, int]) -> None:
        self._numbers = numbers
        self._digits = 1
        self._raw = False

    def of(self, text: bytes, digits: int, *, raw: bool = False) -> bytes:
        """`text` with so many digits after the point, or three where a number is less than one.

        With `raw`, strings are written as the bytes that they mean, with as few escapes as can be.
        """
        self._digits, self._raw = digits, raw
        return _TOKENS.sub(self._one, text)

    def _one(self, found: re.Match[bytes]) -> bytes:
        if (to := found["to"]) is not None:
            return b"%d 0 R" % self._numbers[int(to)]
        if (real := found["real"]) is not None:
            value = float(real)
            short = f"{value:.{self._digits if abs(value) >= 1 else 3}f}".rstrip("0").rstrip(".")
            return b"0" if short in ("-0", "") else short.encode()
        if self._raw and found[0].startswith(b"("):
            return b"(" + _SPECIAL.sub(_escaped, _ESCAPE.sub(_meant, found[0][1:-1])) + b")"
        return found[0]


# "\\026", "\\n", "\\("
_ESCAPE: Final = re.compile(rb"\\(?:([0-7]{1,3})|(.))", re.DOTALL)
_LETTERS: Final = {b"\n": b"", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_SPECIAL: Final = re.compile(rb"[()\\\r]")


def _meant(found: re.Match[bytes]) -> bytes:
    return bytes((int(found[1], 8),)) if found[1] else _LETTERS.get(found[2], found[2])


def _escaped(found: re.Match[bytes]) -> bytes:
    return b"\\r" if found[0] == b"\r" else b"\\" + found[0]


def _stream(thing: pikepdf.Stream, short: _Shorter, *, drawn: bool) -> bytes:
    """A stream with its dictionary; one that is packed in a way of its own stays as it is."""
    kept = "/Filter" in thing and thing.Filter != pikepdf.Name.FlateDecode
    dropped = ("/Length",) if kept else ("/Length", "/Filter", "/DecodeParms")
    keys: dict[str, object] = {str(k): v for k, v in thing.items() if str(k) not in dropped}
    if kept:
        body = thing.read_raw_bytes()
    else:
        body = thing.read_bytes()
        body = zlib.compress(short.of(body, 2, raw=True) if drawn else body, 9)
        keys["/Filter"] = pikepdf.Name.FlateDecode
    described = pikepdf.Dictionary({**keys, "/Length": len(body)}).unparse(resolved=True)
    return short.of(described, 1) + b"\nstream\n" + body + b"\nendstream"


def _written(plain: Sequence[bytes], streams: Sequence[bytes], trailer: bytes) -> bytes:
    """Header, streams, object streams, and the cross-reference stream that says where each object is."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    first = len(streams) + 1
    shared = [plain[at : at + _SHARED] for at in range(0, len(plain), _SHARED)]
    table = [(0, 0, 65_535)]
    for number, body in enumerate(streams, 1):
        table.append((1, len(out), 0))
        out.extend(b"%d 0 obj\n%b\nendobj\n" % (number, body))
    table += [(2, first + len(plain) + at // _SHARED, at % _SHARED) for at in range(len(plain))]
    for nth, some in enumerate(shared):
        heads, bodies = bytearray(), bytearray()
        for place, body in enumerate(some):
            heads.extend(b"%d %d " % (first + nth * _SHARED + place, len(bodies)))
            bodies.extend(body + b" ")
        packed = zlib.compress(bytes(heads + bodies), 9)
        table.append((1, len(out), 0))
        out.extend(
            b"%d 0 obj\n<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream\nendobj\n"
            % (len(table) - 1, len(some), len(heads), len(packed), packed)
        )
    start = len(out)
    table.append((1, start, 0))
    rows = [b"%c%b%b" % (kind, a.to_bytes(4, "big"), b.to_bytes(2, "big")) for kind, a, b in table]
    # Each row as its difference from the one above (PNG predictor 2): a sequence of places becomes all the same.
    steps = [bytes((x - y) & 255 for x, y in zip(row, above, strict=True))
             for row, above in zip(rows, [bytes(7), *rows], strict=False)]  # fmt: skip
    packed = zlib.compress(b"".join(b"\x02" + step for step in steps), 9)
    name = hashlib.sha256(bytes(out)).hexdigest()[:32].encode()
    out.extend(
        b"%d 0 obj\n<</Type/XRef/Size %d/W[1 4 2]%b/ID[<%b><%b>]/Filter/FlateDecode"
        b"/DecodeParms<</Columns 7/Predictor 12>>/Length %d>>\nstream\n%b\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n"
        % (len(table) - 1, len(table), trailer, name, name, len(packed), packed, start)
    )
    return bytes(out)
