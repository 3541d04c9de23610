"""The line format: one greppable line for each sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.reports import Run
from factcheck.reports.visible import visible
from factcheck.verdict import Verdict


def report(verdicts: Iterable[Verdict], run: Run) -> Iterator[str]:
    """Yield `path:line:column: VERDICT claim-id reason` for each verdict; the id is `-` where no claim settles it.

    How a verdict came about, where that is asked for, follows in indented lines.
    """
    for verdict in verdicts:
        place = f"{verdict.sentence.path}:{verdict.sentence.line}:{verdict.sentence.column}"
        claim = verdict.claim.id if verdict.claim else "-"
        yield visible(f"{place}: {verdict.label} {claim} {verdict.reason}") + "\n"
        if verdict.explanation:
            from factcheck.reports import explained

            yield "".join(f"{line}\n" for line in explained.lines(verdict.explanation))
