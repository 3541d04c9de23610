"""The sarif format: SARIF 2.1.0, as code scanning, editors and review tools read it.

A sentence that is REFUTED or NOT ENOUGH INFO is a result. SUPPORTED sentences are left out: a result is something to
look at. Where GitHub's code scanning is stricter than the standard, this keeps to what GitHub accepts: every location
names an artifact, also a related one, and no URI has a scheme other than `file`, which would make it reject the whole log.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import Any

from factcheck.database import Claim
from factcheck.reports import Run
from factcheck.reports.display import citation
from factcheck.reports.paths import uri
from factcheck.reports.visible import escaped_json, visible
from factcheck.sentences import Sentence
from factcheck.verdict import Label, Verdict

Json = dict[str, Any]

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
FINGERPRINT = "sentenceAndClaim/v1"  # the version changes with what is hashed

# (label, id, name, level, in short, in full): the ids are part of the contract.
RULES = (
    (
        Label.REFUTED,
        "FC001",
        "Refuted",
        "error",
        "The source says otherwise.",
        "At least one thing that the sentence says cannot stand together with what the source says.",
        "Compare the sentence with the excerpt. Correct what clashes, or leave it if you have a better source: "
        "the verdict says what this source states, not what is true.",
    ),
    (
        Label.UNSETTLED,
        "FC002",
        "NotEnoughInfo",
        "note",
        "No claim settles this.",
        "The sentence is off the subject of the claims, not settled by them, or no assertion at all.",
        "Look the sentence up elsewhere, or add a claim with an excerpt that settles it.",
    ),
)
INDEXES = {label: index for index, (label, *_) in enumerate(RULES)}

_LINK = re.compile(r"\[(?=[^\]]*\]\()")


def report(verdicts: Iterable[Verdict], run: Run) -> Iterator[str]:
    """Yield one log with one run."""
    found = list(verdicts)
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(found, run)]}
    yield escaped_json(json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


def _run(verdicts: Sequence[Verdict], run: Run) -> Json:
    """Return the run: the tool, what was checked, and the results in the order of the sentences."""
    extracts = {document.name for document in run.documents if not document.is_text}
    names = (*(document.name for document in run.documents), *(verdict.sentence.path for verdict in verdicts))
    artifacts = {name: index for index, name in enumerate(dict.fromkeys(names))}
    invocation: Json = {"executionSuccessful": True}
    if run.status:
        invocation["exitCode"] = run.status()
    return {
        "tool": {"driver": _driver(run.version)},
        "invocations": [invocation],
        "artifacts": [{"location": {"uri": uri(name)}, "roles": ["analysisTarget"]} for name in artifacts],
        "defaultEncoding": "UTF-8",
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": list(_results(verdicts, artifacts, extracts)),
    }


def _driver(version: str) -> Json:
    """Return what the tool says of itself and of its rules."""
    return {
        "name": "factcheck",
        "version": version,
        "semanticVersion": version,
        "rules": [_rule(*rule) for rule in RULES],
    }


def _rule(label: Label, id_: str, name: str, level: str, short: str, full: str, help_: str) -> Json:
    """Return a rule: what it means and what to do."""
    return {
        "id": id_,
        "name": name,
        "shortDescription": {"text": short},
        "fullDescription": {"text": full},
        "help": {"text": f"{label}: {full} {help_}", "markdown": f"**{label}**\n\n{full}\n\n{help_}"},
        "defaultConfiguration": {"level": level},
    }


def _results(verdicts: Iterable[Verdict], artifacts: dict[str, int], extracts: Collection[str]) -> Iterator[Json]:
    """Yield a result for each sentence that is not SUPPORTED; characters are not counted in what is no text file."""
    seen: Counter[tuple[str, str]] = Counter()
    for verdict in verdicts:
        if verdict.label in INDEXES:
            key = verdict.sentence.path, _fingerprint(verdict)
            seen[key] += 1
            location = _location(verdict.sentence, artifacts[key[0]], key[0] not in extracts)
            yield _result(verdict, location, f"{key[1]}:{seen[key]}")


def _result(verdict: Verdict, location: Json, fingerprint: str) -> Json:
    """Return the result for one sentence."""
    index = INDEXES[verdict.label]
    _, rule, _, level, *_ = RULES[index]
    related = [_claim_location(verdict.claim)] if verdict.claim and _is_beside(verdict.claim) else []
    result: Json = {
        "ruleId": rule,
        "ruleIndex": index,
        "level": level,
        "message": {"text": _message(verdict, bool(related))},
        "locations": [location],
        "partialFingerprints": {FINGERPRINT: fingerprint},
    }
    return {**result, "relatedLocations": related} if related else result


def _message(verdict: Verdict, linked: bool) -> str:
    """Return the reason and the excerpt; `linked`: the claim's id points to its place."""
    reason = _plain(verdict.reason)
    if not verdict.claim:
        return reason
    claim = verdict.claim
    id_ = f"[{claim.id}](1)" if linked else claim.id
    return f"{reason} {id_}: {_quoted(claim)}"


def _quoted(claim: Claim) -> str:
    """Return the excerpt and whose it is."""
    return f"“{_plain(claim.excerpt)}” — {_plain(citation(claim.source))}"


def _plain(text: str) -> str:
    """Write text so that nothing in it is a link or a placeholder to a reader of SARIF."""
    return _LINK.sub(r"\\[", visible(text)).replace("{", "{{").replace("}", "}}")


def _location(sentence: Sentence, artifact: int, is_text: bool) -> Json:
    """Return where a sentence stands."""
    region: Json = {
        "startLine": sentence.line,
        "startColumn": sentence.column,
        "endLine": sentence.end_line,
        "endColumn": sentence.end_column,
    }
    if is_text:
        region |= {"charOffset": sentence.start, "charLength": sentence.end - sentence.start}
    if len(sentence.text) == sentence.end - sentence.start:  # no markup within it: it is what the file holds there
        region["snippet"] = {"text": sentence.text}
    location = {"uri": uri(sentence.path), "index": artifact}
    return {"physicalLocation": {"artifactLocation": location, "region": region}}


def _is_beside(claim: Claim) -> bool:
    """Tell whether the claim's file is named relative to where we are, so that it may be in the same repository."""
    return bool(claim.path) and not PurePath(claim.path).is_absolute()


def _claim_location(claim: Claim) -> Json:
    """Return where the excerpt of a claim stands, in the file of claims or in the text to check against."""
    region = {"startLine": claim.excerpt_line or claim.line}
    return {
        "id": 1,
        "physicalLocation": {"artifactLocation": {"uri": uri(claim.path)}, "region": region},
        "message": {"text": _quoted(claim)},
    }


def _fingerprint(verdict: Verdict) -> str:
    """Return what stays the same when a sentence moves: a hash of its words and of the claim."""
    words = " ".join(verdict.sentence.text.split())
    hashed = f"{words}\0{verdict.claim.id if verdict.claim else ''}"
    return hashlib.sha256(hashed.encode("utf-8", "surrogatepass")).hexdigest()[:32]
