"""Verdicts as editors show them: diagnostics, and what appears when a pointer rests on a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from lsprotocol import types

from factcheck.aside import Aside
from factcheck.database import Claim
from factcheck.reports.display import NEAREST, NONE_NEAR, SIGNS, citation
from factcheck.reports.sarif import INDEXES, RULES
from factcheck.reports.visible import visible
from factcheck.servers.preferences import Preferences
from factcheck.servers.reading import Reading
from factcheck.servers.rulers import Ruler
from factcheck.verdict import Verdict

SOURCE = "factcheck"
SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "information": types.DiagnosticSeverity.Information,
    "hint": types.DiagnosticSeverity.Hint,
}

# What is markup in Markdown, or what editors make a link of.
_MARKUP = re.compile(r"[\\`*_\[\]<>&~$|@]|:(?=//)|(?<=\bwww)\.", re.IGNORECASE)


def diagnostics(
    reading: Reading, verdicts: Iterable[Verdict], aside: Aside, preferences: Preferences, linked: bool, whole: bool
) -> Iterator[types.Diagnostic]:
    """Yield the diagnostics of a text, without the findings that are set aside.

    `linked`: the editor shows places in other files; `whole`: all sentences have their verdicts.
    """
    for verdict in aside.passing(verdicts):
        if diagnostic := finding(verdict, reading.ruler, preferences, linked):
            yield diagnostic
    for line, error in reading.mistakes:
        yield _remark(reading.ruler, line, error, types.DiagnosticSeverity.Error)
    for ignore in aside.unused if whole else ():
        yield _remark(reading.ruler, ignore.line, f"{ignore.word} hides nothing", types.DiagnosticSeverity.Hint)


def finding(verdict: Verdict, ruler: Ruler, preferences: Preferences, linked: bool) -> types.Diagnostic | None:
    """Return the diagnostic of a verdict, None where it is no finding or none that is to be shown."""
    severity = SEVERITIES.get(preferences.severities.get(verdict.label, "none"))
    if severity is None:
        return None
    message = visible(verdict.reason)
    related = _related(verdict.claim) if verdict.claim and linked else None
    if verdict.claim and not related:
        message += f"\n{_excerpt(verdict.claim)}"
    return types.Diagnostic(
        span(ruler, verdict.sentence.start, verdict.sentence.end),
        message,
        severity=severity,
        code=RULES[INDEXES[verdict.label]][1],
        source=SOURCE,
        related_information=[related] if related else None,
    )


def span(ruler: Ruler, start: int, end: int) -> types.Range:
    """Return a stretch of a text as editors name it."""
    return types.Range(types.Position(*ruler.place(start)), types.Position(*ruler.place(end)))


def hover(verdict: Verdict, markdown: bool) -> str:
    """Return the verdict on a sentence, what it rests on, or what comes nearest, as Markdown or as plain text."""
    title = f"{SIGNS[verdict.label]} {verdict.label}"
    shown = _marked_up if markdown else visible
    paragraphs = [f"**{title}**" if markdown else title, shown(verdict.reason)]
    if verdict.claim:
        paragraphs += [("> " if markdown else "") + shown(_excerpt(verdict.claim)), shown(_claim(verdict.claim))]
    elif verdict.nearest:
        claims = (f"- {shown(_claim(near.claim))} ({near.similarity:.0f})" for near in verdict.nearest)
        paragraphs.append("\n".join((NEAREST, "", *claims)))
    else:
        paragraphs.append(NONE_NEAR)
    return "\n\n".join(paragraphs)


def _related(claim: Claim) -> types.DiagnosticRelatedInformation | None:
    """Return where the claim stands that settles a sentence and what it quotes, None where no file holds it."""
    if not claim.path:
        return None
    start = types.Position(max(claim.line - 1, 0), 0)
    location = types.Location(Path(claim.path).absolute().as_uri(), types.Range(start, start))
    return types.DiagnosticRelatedInformation(location, f"{claim.id}: {_excerpt(claim)}")


def _remark(ruler: Ruler, line: int, message: str, severity: types.DiagnosticSeverity) -> types.Diagnostic:
    """Return a diagnostic of a line with a comment for this program in it; lines count from 1."""
    start = ruler.starts[line - 1]
    text = ruler.line(line - 1)
    first = start + len(text) - len(text.lstrip())
    return types.Diagnostic(span(ruler, first, start + len(text)), visible(message), severity=severity, source=SOURCE)


def _excerpt(claim: Claim) -> str:
    return visible(f"“{claim.excerpt}” — {citation(claim.source)}")


def _claim(claim: Claim) -> str:
    return f"{claim.id}: {claim.statement}"


def _marked_up(text: str) -> str:
    """Write text in one line of Markdown so that nothing in it is markup or a link."""
    return _MARKUP.sub(r"\\\g<0>", visible(text))
