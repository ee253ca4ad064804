"""Asks the peers about claims. Runs in an environment of its own, which `measure.py` makes; needs nothing of ours.

Reads one JSON object a line, {"id", "text", "passage"}, the last being the passage's text; prints one JSON object:
name -> {"accepted": [id], "milliseconds": per claim}, or name -> {"missing": why}. Each is used as its README says.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable

Check = Callable[[str, str], bool]


def anchorcite() -> Check:
    """Its "Anchor a single claim" returns the sentence that supports the claim, or nothing. Core install."""
    from anchorcite import anchor_claim

    return lambda claim, passage: anchor_claim(claim, passage) is not None


def cite_right() -> Check:
    """Its quickstart without the embedder, whose model no package carries: each span must be "supported".

    Its "high-precision configuration" presupposes the embedder; without one it accepts nothing at all.
    """
    from cite_right import CitationConfig, SourceDocument, align_citations

    config = CitationConfig(top_k=1)
    return lambda claim, passage: _all_supported(
        align_citations(claim, [SourceDocument(id="p", text=passage)], config=config)
    )


def _all_supported(spans: list) -> bool:
    return bool(spans) and all(span.status == "supported" for span in spans)


def claimproofkit() -> Check:
    """Its "Verify a document": safe to publish, or not. The kind of source is the one of its example."""
    from claimproofkit import ClaimVerifier, EvidencePassage, SourceType

    def check(claim: str, passage: str) -> bool:
        evidence = [EvidencePassage(id="p", source="passage", source_type=SourceType.COURT_RECORD, text=passage)]
        return bool(ClaimVerifier().verify_document(claim, evidence).is_safe_to_publish)

    return check


def corroborate() -> Check:
    """`check_answer(…).ok()`: no critical finding."""
    from corroborate import check_answer

    return lambda claim, passage: bool(check_answer(query="", retrieved_chunks=[passage], answer=claim).ok())


def langextract() -> Check:
    """Its aligner, as it is called after extraction: an alignment status of any sort, or none."""
    from langextract.core.data import Extraction
    from langextract.resolver import Resolver

    def check(claim: str, passage: str) -> bool:
        extraction = Extraction(extraction_class="claim", extraction_text=claim)
        return next(iter(Resolver().align([extraction], passage, 0, 0))).alignment_status is not None

    return check


def rapidfuzz() -> Check:
    """Partial ratio of 85 or more, a usual threshold: the library names none."""
    from rapidfuzz import fuzz

    return lambda claim, passage: fuzz.partial_ratio(claim, passage) >= 85


PEERS: dict[str, Callable[[], Check]] = {
    "anchorcite": anchorcite,
    "cite-right": cite_right,
    "claimproofkit": claimproofkit,
    "corroborate": corroborate,
    "LangExtract aligner": langextract,
    "rapidfuzz partial ratio": rapidfuzz,
}


def main() -> None:
    """Ask every peer that can be imported about every claim."""
    claims = [json.loads(line) for line in sys.stdin if line.strip()]
    out: dict[str, dict[str, object]] = {}
    for name, made in PEERS.items():
        try:
            check = made()
        except ImportError as error:
            out[name] = {"missing": str(error)}
            continue
        check(claims[0]["text"], claims[0]["passage"])  # what is loaded once is no cost of a claim
        started = time.perf_counter()
        accepted = [c["id"] for c in claims if check(c["text"], c["passage"])]
        out[name] = {"accepted": accepted, "milliseconds": (time.perf_counter() - started) * 1000 / len(claims)}
    print(json.dumps(out))


if __name__ == "__main__":
    main()
