"""A claim as lines of text to read: `factcheck claims show`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from factcheck.database import Claim, Source


def lines(claim: Claim) -> Iterator[str]:
    """Yield what a claim says, what settles it, how else it is worded, and where it comes from."""
    yield f"{claim.id}"
    yield f"  {claim.statement}"
    if claim.rating != "true":
        yield f"  rating: {claim.rating}"
    yield f"  “{claim.excerpt}”"
    yield f"  — {_citation(claim.source)}"
    for title, wordings in (("also", claim.also), ("wrong", claim.wrong)):
        yield from _listed(title, wordings)
    for title, wordings in (
        ("tests, SUPPORTED", claim.supported),
        ("tests, REFUTED", claim.refuted),
        ("tests, NOT ENOUGH INFO", claim.unsettled),
    ):
        yield from _listed(title, wordings)
    if claim.path:
        yield f"  in {claim.path}:{claim.line}"


def no_such_claim(claim_id: str, known: Sequence[str]) -> str:
    """Say that an id is not in the database, and which ones are like it."""
    like = get_close_matches(claim_id, known, n=3)
    return f"no claim has the id {claim_id}" + (f"; near it: {', '.join(like)}" if like else "")


def _citation(source: Source) -> str:
    """Return everything a source says of itself."""
    parts = (source.title, source.author, source.publisher, source.published, source.url)
    return ", ".join(part for part in parts if part)


def _listed(title: str, wordings: Iterable[str]) -> Iterator[str]:
    """Yield wordings under a title, if there are any."""
    for number, wording in enumerate(wordings):
        if number == 0:
            yield f"  {title}:"
        yield f"    - {wording}"
