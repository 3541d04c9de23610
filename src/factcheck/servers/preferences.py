"""The settings of the language server, as editors send them in JSON."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Literal, get_args

from factcheck.verdict import Label

Severity = Literal["error", "warning", "information", "hint", "none"]

SECTION = "factcheck"
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
KEYS = {"refuted": Label.REFUTED, "notEnoughInfo": Label.UNSETTLED}  # in `factcheck.severity`
DEFAULTS: Mapping[Label, Severity] = {Label.REFUTED: "error", Label.UNSETTLED: "hint"}  # most prose is on no claim


@dataclass(frozen=True, slots=True)
class Preferences:
    """The paths to check against, none for those of the command line, and how grave findings are."""

    claims: tuple[str, ...] = ()
    severities: Mapping[Label, Severity] = field(default_factory=lambda: DEFAULTS)


def section(sent: object) -> Mapping[str, object]:
    """Return what an editor has sent for this program, which it may put under the name of the program or not."""
    own = sent.get(SECTION, sent) if isinstance(sent, Mapping) else None
    return own if isinstance(own, Mapping) else {}


def read(*layers: Mapping[str, object]) -> tuple[Preferences, list[str]]:
    """Return the settings that several layers make, the later ones before the earlier, and what is wrong with them."""
    sent = {key: value for layer in layers for key, value in layer.items() if value is not None}
    wrong = list(_unknown(sent, ("claims", "severity"), SECTION))
    claims = _paths(sent.get("claims"), wrong)
    return Preferences(claims, {**DEFAULTS, **_severities(sent.get("severity"), wrong)}), wrong


def _paths(sent: object, wrong: list[str]) -> tuple[str, ...]:
    """Read a path or a list of paths."""
    paths = [sent] if isinstance(sent, str) else [] if sent is None else sent
    if isinstance(paths, list) and all(isinstance(path, str) and path.strip() for path in paths):
        return tuple(paths)
    wrong.append(f"{SECTION}.claims: must be a list of paths")
    return ()


def _severities(sent: object, wrong: list[str]) -> Mapping[Label, Severity]:
    """Read how grave the kinds of findings are."""
    if sent is None:
        return {}
    if not isinstance(sent, Mapping):
        wrong.append(f"{SECTION}.severity: must hold {' and '.join(KEYS)}")
        return {}
    wrong += _unknown(sent, KEYS, f"{SECTION}.severity")
    found: dict[Label, Severity] = {}
    for key, label in KEYS.items():
        if key in sent and sent[key] not in SEVERITIES:
            wrong.append(f"{SECTION}.severity.{key}: {sent[key]!r} must be one of {', '.join(SEVERITIES)}")
        elif key in sent:
            found[label] = sent[key]
    return found


def _unknown(sent: Mapping[str, object], known: Collection[str], where: str) -> Iterator[str]:
    """Yield an error for each key that is not known."""
    for key in sent:
        if key not in known:
            near = get_close_matches(key, known, 1)
            yield f"{where}: unknown key {key!r}; " + (
                f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known)}"
            )
