"""Turn a judgement into a verdict that shows its reasons: findings, one sentence for a person, the nearest claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck import contrasts, pairs
from factcheck.candidates import Base, similarity
from factcheck.database import Claim
from factcheck.decision import LEAST
from factcheck.findings import Finding, Relation, called
from factcheck.pairs import Case, Pair
from factcheck.parts import Judgement
from factcheck.sentences import Sentence
from factcheck.spans import shown, touches
from factcheck.statement import Statement
from factcheck.verdict import Candidate, Decision, Evidence, Label, Verdict, decide, uncovered

NEAREST = 3
_TOLD = 2  # details told in a reason; the rest is counted
_LONGEST = 90  # characters of a quotation in a reason
_CLASHES = {  # what a clash is, by its kind
    "": "you say {said}; {source} says {stated}",
    "wording": "this repeats a known misstatement: you say {said}; {source} says {stated}",
    "opposite": "{said} is the opposite of {source}'s {stated}",
    "sibling": "{said} stands where {source} says {stated}",
    "order": "{source} has it the other way round: {stated}",
    "role": "in {source} it is {stated} that acts, not {said}",
    "attribution": "{source} attributes this to {stated}, not to {said}",
    "scope": "you speak of {said}, {source} of {stated}",
    "swap": "{source} has {said} too, but says {stated} here",
}
_SENTENCES = ("order", "role", "attribution", "swap")  # kinds that "you say … where the source says …" does not fit

Settled = list[tuple[Case, list[Pair]]]  # what decided and what clashes there; the first one names the verdict's claim


def verdict(
    sentence: Sentence,
    said: Statement,
    judgement: Judgement,
    evidence: Sequence[Evidence],
    base: Base,
) -> Verdict:
    """Return the verdict on a sentence; `evidence` is what it was judged by."""
    nearest = _nearest(said, evidence, base)
    settled = _settled(judgement, base, evidence)
    if not settled:
        missing = _missing(said, judgement, evidence)
        reason = _open_reason(said, judgement, missing, nearest)
        findings = _findings(missing, "Nothing in the database settles this.")
        return Verdict(Label.UNSETTLED, sentence, reason, None, (), findings, 0.0, nearest)
    told = _told(settled, base)
    claim, *others = (base.claims[number] for number in dict.fromkeys(case.claim for case, _ in settled))
    refuted = judgement.label is Label.REFUTED
    reason = _refutation(judgement, settled, told) if refuted else _support(claim, others)
    closest = _similarity(said.text, settled[0][0].claim, evidence)
    findings = _findings(told, "The claim does not say this.")
    return Verdict(judgement.label, sentence, reason, claim, tuple(others), findings, closest, nearest)


def _nearest(said: Statement, evidence: Sequence[Evidence], base: Base) -> tuple[Candidate, ...]:
    """Return the claims that have something of the sentence, those whose best wording has most of it first."""
    everything = range(len(said.units))
    shares: dict[int, float] = {}
    for item in evidence:
        share = 1 - uncovered(said.units, item.comparison.cover, everything)
        shares[item.claim] = max(share, shares.get(item.claim, 0.0))
    ranked = sorted((claim for claim, share in shares.items() if share), key=lambda claim: -shares[claim])
    return tuple(Candidate(base.claims[claim], _similarity(said.text, claim, evidence)) for claim in ranked[:NEAREST])


def _similarity(text: str, claim: int, evidence: Sequence[Evidence]) -> float:
    """Return the similarity of a text to the closest of the wordings of a claim that it was compared with."""
    return max(similarity(text, item.comparison.stated.text) for item in evidence if item.claim == claim)


def _settled(judgement: Judgement, base: Base, evidence: Sequence[Evidence]) -> Settled:
    """Return what a verdict rests on, with what clashes; nothing for NOT ENOUGH INFO."""
    if judgement.label is Label.UNSETTLED:
        return []
    found = [(part, each) for part, each in judgement.decisions if each.label is judgement.label and each.evidence]
    cases = [Case(part, decision, base, evidence) for part, decision in found]
    if judgement.label is Label.SUPPORTED:
        helpers = [helper for case in cases for helper in _helpers(case, base, evidence)]
        return [(case, []) for case in (*cases, *helpers)]
    settled = [(case, contrasts.find(case)) for case in cases]
    for rival in _rivals(*settled[0], base, evidence):
        case, clashing = settled[0]
        retold = [pair for each in clashing if (pair := contrasts.retold(case, each, rival))]
        if len(retold) == len(clashing):
            settled[0] = rival, [*retold, *contrasts.find(rival)]  # it says all that the other one does, and more
        else:
            settled.append((rival, contrasts.find(rival)))
    return settled


def _helpers(case: Case, base: Base, evidence: Sequence[Evidence]) -> list[Case]:
    """Return what further claims a support needed, each for the units that the claims before it leave open."""
    found: list[Case] = []
    missing = pairs.unanswered(case.said, case.part, case.cover)
    for claim in case.decision.others:
        items = [item for item in evidence if item.claim == claim and not item.wrong]
        best = max(items, key=lambda item: sum(item.comparison.cover[number] for number in missing))
        found.append(Case(missing, Decision(Label.SUPPORTED, best), base, evidence))
        missing = [number for number in missing if found[-1].cover[number] < LEAST]
    return found


def _rivals(case: Case, clashing: Sequence[Pair], base: Base, evidence: Sequence[Evidence]) -> list[Case]:
    """Return other claims that refute the part as well, by a detail which the deciding claim says nothing of."""
    spans = [pair.said for pair in clashing]
    rest = [number for number in case.part if not touches(shown(case.said, number), spans)]
    missing = set(pairs.unanswered(case.said, rest, case.cover))
    found: list[Case] = []
    for claim in dict.fromkeys(item.claim for item in evidence if item.claim != case.claim):
        items = [item for item in evidence if item.claim == claim and not item.wrong]
        if any(conflict.said in missing for item in items for conflict in item.comparison.conflicts):
            decision = decide(case.said, items, rest)
            told = {conflict.said for conflict in decision.conflicts} & missing
            if told:
                found.append(Case(case.part, decision, base, evidence))
                missing -= told
    return found


def _told(settled: Settled, base: Base) -> list[Pair]:
    """Return what clashes, then what agrees, then what nothing states; what other claims say is quoted from them."""
    first, said = settled[0][0], settled[0][0].said
    clashing: list[Pair] = []
    agreeing: list[Pair] = []
    for case, found in settled:
        clashing += _new(found, clashing, "" if case.claim == first.claim else base.claims[case.claim].id)
    for case, _ in settled:
        found = pairs.details(case, clashing)
        agreeing += _new(found, agreeing, "" if case.claim == first.claim else base.claims[case.claim].id)
    part = sorted({number for case, _ in settled for number in case.part})
    cover = [max(shares) for shares in zip(first.own.cover, *(case.cover for case, _ in settled), strict=True)]
    return [*clashing, *agreeing, *pairs.missed(said, pairs.unanswered(said, part, cover, clashing))]


def _new(found: Iterable[Pair], told: Iterable[Pair], claim: str) -> list[Pair]:
    """Return pairs of details not told yet; `claim` is the other claim that says them, if it is another."""
    spans = [pair.said for pair in told]
    new = [pair for pair in found if not touches(pair.said, spans)]
    if not claim:
        return new
    return [pair._replace(stated=None, quote=_words(pair), claim=claim) for pair in new]


def _missing(said: Statement, judgement: Judgement, evidence: Sequence[Evidence]) -> list[Pair]:
    """Return what nothing in the database says; where each word is said somewhere, what the nearest wording lacks."""
    if judgement.note:
        return []
    cover = pairs.covered((item.comparison for item in evidence if not item.wrong), len(said.units))
    open_ = [(part, each) for part, each in judgement.decisions if each.label is Label.UNSETTLED]
    narrow = open_[1:] or open_  # the parts of a compound sentence tell more than the whole
    missing = {number for part, _ in narrow for number in part if said.units[number].weight and cover[number] < LEAST}
    return pairs.missed(said, sorted(missing or {number for _, decision in narrow for number in decision.missing}))


def _findings(told: Iterable[Pair], silence: str) -> tuple[Finding, ...]:
    """Return pairs as findings; `silence` says why a detail is unstated."""
    return tuple(
        Finding(called(pair.kind), pair.relation, pair.said, pair.stated, pair.where, _why(pair) or silence)
        for pair in told
    )


def _why(pair: Pair) -> str:
    """Return one plain sentence on what the claim says of a detail, "" where it says nothing."""
    if pair.relation is Relation.UNSTATED:
        return ""
    if pair.relation is Relation.CONFLICTS:
        return _sentence(_clash(pair))
    if pair.note == "derived":
        return f"This follows from figures in {_source(pair)}, such as {_answer(pair)}."
    exact = ", which is more exact" if pair.relation is Relation.ENTAILS else ""
    return _sentence(f"{_source(pair)} says {_answer(pair)}{exact}")


def _clash(pair: Pair) -> str:
    """Return what a clash is, by its kind."""
    said, source, stated = _quoted(pair.said.text), _source(pair), _answer(pair)
    if pair.kind == "negation":
        return f"{source} {'says' if pair.note else 'denies'} this; the sentence {'denies' if pair.note else 'says'} it"
    if not stated:
        return f"this repeats a known misstatement; {source} does not say {said}"
    kind = pair.kind if pair.stated else ""  # a whole wording fits none of the others
    return _CLASHES.get(kind, _CLASHES[""]).format(said=said, source=source, stated=stated)


def _refutation(judgement: Judgement, settled: Settled, told: Sequence[Pair]) -> str:
    """Return what clashes with what, at most two details of it, and for a compound sentence where."""
    clashing = [pair for pair in told if pair.relation is Relation.CONFLICTS]
    text = ", and ".join(_contrast(pair, bool(number)) for number, pair in enumerate(clashing[:_TOLD]))
    more = f", and {len(clashing) - _TOLD} more" if len(clashing) > _TOLD else ""
    part = _part_text(settled[0][0]) if len(judgement.decisions) > 1 else ""
    where = f"in {_quoted(part)}, " if len(part.split()) > _TOLD else ""
    known = "this repeats a known misstatement: " if any(pair.kind == "wording" for pair in clashing[:_TOLD]) else ""
    return _sentence(known + where + text + more)


def _contrast(pair: Pair, again: bool) -> str:
    """Return what the sentence says against what the source says, as part of a sentence; `again`: not the first."""
    if pair.stated and pair.kind in _SENTENCES:
        return _clash(pair)
    said, stated = _quoted(pair.said.text) if again else f"you say {_quoted(pair.said.text)}", _answer(pair)
    source = "it" if again and not pair.claim else _source(pair)
    return f"{said} where {source} says {stated}" if stated else f"{said}, which {source} does not say"


def _support(claim: Claim, others: Sequence[Claim]) -> str:
    """Return which claims say so."""
    if not others:
        return f"The claim {claim.id} says so: {_quoted(claim.statement)}."
    *first, last = (each.id for each in (claim, *others))
    return f"The claims {', '.join(first)} and {last} say so together."


def _open_reason(said: Statement, judgement: Judgement, missing: Sequence[Pair], nearest: Sequence[Candidate]) -> str:
    """Return what nothing settles, as it stands in the sentence."""
    if judgement.note:
        return f"A {judgement.note} asserts nothing that a source settles."
    spans = [pair.said for pair in missing]
    if not nearest or all(touches(shown(said, at), spans) for at, unit in enumerate(said.units) if unit.weight):
        return "Nothing in the database is about this."
    if not missing:
        return f"The claim {nearest[0].claim.id} has these words but does not say this."
    text = " and ".join(_quoted(pair.said.text) for pair in missing[:_TOLD])
    more = f", and {len(missing) - _TOLD} more" if len(missing) > _TOLD else ""
    rest = "; the rest is supported" if any(each.label is Label.SUPPORTED for _, each in judgement.decisions) else ""
    return f"Nothing in the database settles {text}{more}{rest}."


def _part_text(case: Case) -> str:
    """Return the part of a compound sentence that decided, without the subject that it shares with another part."""
    last = first = case.part[-1]
    while first - 1 in case.part:
        first -= 1
    units = case.said.units
    return case.said.text[units[first].start : units[last].end]


def _source(pair: Pair) -> str:
    """Return who says it: the source in its excerpt, the claim in the curator's words, or another claim."""
    if pair.claim:
        return f"the claim {pair.claim}"
    return "the claim" if pair.quote or (pair.stated and pair.where == "statement") else "the source"


def _words(pair: Pair) -> str:
    return pair.stated.text if pair.stated else pair.quote


def _answer(pair: Pair) -> str:
    """Return the claim's words in quotation marks, "" where it has none."""
    return _quoted(_words(pair)) if _words(pair) else ""


def _quoted(words: str) -> str:
    """Return words in one line, in quotation marks, without their full stop, and cut where they are many."""
    words = " ".join(words.rstrip(".").split())
    return f'"{words}"' if len(words) <= _LONGEST else f'"{words[:_LONGEST].rsplit(maxsplit=1)[0]} …"'


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
