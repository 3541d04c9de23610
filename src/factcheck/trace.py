"""Say how a verdict came about, from what the steps of the pipeline found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck import notation
from factcheck.alignment import Level
from factcheck.candidates import Base, topic_of
from factcheck.comparison import Comparison
from factcheck.conflicts import Conflict
from factcheck.decision import LEAST, WEIGHTY, Decision, Evidence, Label, Rule, uncovered
from factcheck.entailment import holds
from factcheck.explanation import Clause, Compared, Explanation, Part, Partner, Word
from factcheck.findings import Relation, called
from factcheck.parts import Judgement
from factcheck.statement import Frame, Statement

RULES: dict[Rule, str] = {
    "no-weight": "It has no word that weighs anything.",
    "misstatement-word-for-word": "It is a known misstatement of the claim, word for word.",
    "support": "One wording says all of it.",
    "misstatement": "It says what a known misstatement of the claim says.",
    "conflict": "It is about the same as the claim, and a detail cannot stand together with it.",
    "exclusion": "A wording of the claim denies of everything, or says of all, what the sentence says of some.",
    "figures-of-two": "Two wordings give the figures of what it compares.",
    "abbreviation": "It says what letters stand for, as the claim does or otherwise.",
    "denied": "A wording of the claim supports what it denies.",
    "opposed": "A wording of the claim supports it with the opposite of one of its words.",
    "recast": "A wording of the claim settles what it says in another construction.",
    "telling-words": "It has words that only known misstatements of the claim have, and little that none of its wordings has.",
    "no-subject": "It names nothing that a claim could be about.",
    "none": "No rule decides it; shown is the wording that states most of it.",
}
NOTHING = "No wording in the database has any of its words."
PIECED = "One wording says most of it; the rest is said of the same thing by {others}."
_ROLES = {"v": "verb", "s": "subject", "o": "object"}
_POS = {"n": "noun", "v": "verb", "a": "adjective", "r": "adverb", "p": "preposition"}
_AROUND = " \t\r\n,;:"  # what is left away at both ends of a clause
_LINKS = {"C": "coordinate", "S": "subordinate", "W": "relative"}


def explanation(
    said: Statement,
    found: Sequence[tuple[int, float]],
    evidence: Sequence[Evidence],
    judgement: Judgement,
    base: Base,
) -> Explanation:
    """Return how a verdict came about; `evidence` are the comparisons with the wordings that were found, in their order."""
    scores = [score for _, score in found]
    return Explanation(
        _why(judgement),
        tuple(_sentence_marks(said)),
        tuple(_word(said, number) for number in range(len(said.units))),
        tuple(_clause(said, frame) for frame in said.frames),
        tuple(_part(said, part, decision, base) for part, decision in judgement.decisions),
        tuple(_compared(said, item, score, base) for item, score in zip(evidence, scores, strict=True)),
    )


def _why(judgement: Judgement) -> str:
    """Return how the verdicts on the parts of a sentence make up the verdict on the sentence."""
    if judgement.note:
        return f"A {judgement.note} asserts nothing that a source settles."
    if len(judgement.decisions) == 1:
        return "The sentence was judged as a whole."
    match judgement.label:
        case Label.REFUTED:
            return "One part is refuted, and that refutes the sentence."
        case Label.SUPPORTED:
            return "Each part is supported, and so is the sentence."
        case Label.UNSETTLED:
            return "Neither the whole nor each part is supported, and no part is refuted."


def _sentence_marks(said: Statement) -> Iterator[str]:
    """Yield what was noted of a sentence as a whole."""
    if said.question:
        yield "question"
    if said.normative:
        yield "wish or opinion"
    if said.conditional:
        yield "conditional"
    if said.exceptive:
        yield "with an exception"


def _word(said: Statement, number: int) -> Word:
    """Return a unit as a curator can read it."""
    unit = said.units[number]
    meaning = f"{unit.lemma} ({_POS[unit.pos]})" if unit.value is None else notation.of(unit.value)
    role = _ROLES.get(unit.role, unit.role)
    marks = tuple(_marks(said, number))
    return Word(_text(said, number), unit.start, unit.end, unit.kind, meaning, role, round(unit.weight, 2), marks)


def _marks(said: Statement, number: int) -> Iterator[str]:
    """Yield what was noted of a unit beside what it means."""
    unit = said.units[number]
    noted = {
        "negated": unit.negated,
        "denies": unit.denial,
        "comparative": unit.comparative,
        "superlative": unit.superlative,
        f"rank {unit.rank}": unit.rank > 1,
        unit.scope: bool(unit.scope),
        "says so": number in said.speakers,
    }
    yield from (mark for mark, is_so in noted.items() if is_so)
    yield from (f"office of {_text(said, post.holder)}" for post in said.posts if post.office == number)
    for holding in said.holdings:
        if holding.figure == number and holding.holders:
            yield f"of {', '.join(_text(said, holder) for holder in holding.holders)}"


def _clause(said: Statement, frame: Frame) -> Clause:
    """Return a clause with its verb and who does what to whom."""
    noted = {
        _LINKS.get(frame.link, ""): frame.link in _LINKS,
        "negated": frame.denied,
        "passive": frame.passive,
        "past": frame.past,
        frame.modal: bool(frame.modal),
        frame.phase: bool(frame.phase),
    }
    text = said.text[frame.start : frame.end]
    start = frame.start + len(text) - len(text.lstrip(_AROUND))
    text = text.strip(_AROUND)
    return Clause(
        text,
        start,
        start + len(text),
        _text(said, frame.verb) if frame.verb >= 0 else "",
        tuple(_text(said, number) for number in frame.subject),
        tuple(_text(said, number) for number in frame.object),
        tuple(mark for mark, is_so in noted.items() if is_so),
    )


def _part(said: Statement, part: Sequence[int], decision: Decision, base: Base) -> Part:
    """Return what a part came to and by which rule, and what the wording that decided has for each of its words."""
    item = decision.evidence
    whole = len(part) == len(said.units)
    return Part(
        said.text if whole else _joined(said, part),
        whole,
        str(decision.label),
        decision.rule,
        _told(said, part, decision, base),
        round(decision.uncovered, 2),
        base.claims[item.claim].id if item else "",
        item.role if item else "",
        item.comparison.stated.text if item else "",
        bool(item and holds(item.comparison, part)),
        tuple(_partners(item.comparison, decision.conflicts, part, topic_of(base, item.claim))) if item else (),
    )


def _told(said: Statement, part: Sequence[int], decision: Decision, base: Base) -> str:
    """Return what a rule says, and for support who says what the one wording does not."""
    if decision.evidence is None and decision.rule == "none":
        return NOTHING
    if decision.evidence is None or decision.rule != "support":
        return RULES[decision.rule]
    cover = decision.evidence.comparison.cover
    if all(cover[number] >= LEAST for number in part if said.units[number].weight >= WEIGHTY):
        return RULES["support"]
    others = [base.claims[claim].id for claim in decision.others]
    return PIECED.format(others=" and ".join(others) or "other wordings of the claim")


def _partners(
    comparison: Comparison, conflicts: Sequence[Conflict], part: Sequence[int], topic: frozenset[str]
) -> Iterator[Partner]:
    """Yield for each word of a part that counts what a wording has for it; a rule may have found further conflicts."""
    clashes = {conflict.said: conflict for conflict in reversed((*comparison.conflicts, *conflicts))}
    for number in part:
        clash, match = clashes.get(number), comparison.matches[number]
        if not comparison.said.units[number].weight and clash is None:
            continue
        stated = clash.stated if clash else match.stated if match else -1
        yield Partner(
            _text(comparison.said, number),
            _text(comparison.stated, stated) if stated >= 0 else "",
            _level(comparison, number, topic),
            round(comparison.cover[number], 2),
            called(clash.kind) if clash else "",
        )


def _level(comparison: Comparison, number: int, topic: frozenset[str]) -> str:
    """Return how a word is matched, or why it is covered without a partner."""
    match = comparison.matches[number]
    same = match is not None and match.level is Level.SAME and match.relation is Relation.AGREES
    if number in comparison.reckoned and not same:
        return "reckoned"
    if match is None:
        if not comparison.cover[number]:
            return "none"
        return "topic" if comparison.said.units[number].lemma in topic else "reckoned"
    if match.cancelled:
        return "opposite"
    return match.level.name.lower() if same or match.level is not Level.SAME else "entailed"


def _compared(said: Statement, item: Evidence, score: float, base: Base) -> Compared:
    """Return what came of the comparison with one wording."""
    everything = range(len(said.units))
    return Compared(
        base.claims[item.claim].id,
        item.role,
        item.comparison.stated.text,
        round(score, 1),
        round(uncovered(said.units, item.comparison.cover, everything), 2),
        holds(item.comparison, everything),
        tuple(dict.fromkeys(called(conflict.kind) for conflict in item.comparison.conflicts)),
    )


def _text(statement: Statement, number: int) -> str:
    """Return a unit as it stands in its sentence."""
    unit = statement.units[number]
    return statement.text[unit.start : unit.end]


def _joined(said: Statement, part: Sequence[int]) -> str:
    """Return the words of a part, with an ellipsis where it goes on further behind."""
    runs: list[list[int]] = []
    for number in part:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return " … ".join(said.text[said.units[first].start : said.units[last].end] for first, last in runs)
