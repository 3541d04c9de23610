"""An explanation as tables to read: the same for a terminal, a pipe and a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.decision import TOLERANCE
from factcheck.reports.visible import visible

if TYPE_CHECKING:
    from factcheck.explanation import Explanation, Part, Partner

WORDINGS = 10  # wordings shown; in JSON there are all of them
_OF = {"conflict": " of what does not clash", "misstatement": " of the misstatement"}  # what is uncovered, by the rule
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A title, remarks under it, and a table with its header; no cell holds a line end or a control character."""

    title: str
    remarks: tuple[str, ...] = ()
    header: Row = ()
    rows: tuple[Row, ...] = ()


def sections(explanation: Explanation) -> Iterator[Section]:
    """Yield the sections of an explanation: what was read, what was judged, and what it was compared with."""
    yield _words(explanation)
    yield _clauses(explanation)
    for number, part in enumerate(explanation.parts):
        yield _part(part, number + (not explanation.parts[0].whole))
    if len(explanation.parts) != 1:
        yield _section("Taken together", (explanation.why,))
    yield _compared(explanation)


def lines(explanation: Explanation) -> Iterator[str]:
    """Yield an explanation as lines of plain text, in columns."""
    for section in sections(explanation):
        yield f"  {section.title}"
        yield from (f"    {remark}" for remark in section.remarks)
        table = (section.header, *section.rows) if section.rows else ()
        widths = [max(map(len, column)) for column in zip(*table, strict=True)]
        for row in table:
            cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            yield f"    {'  '.join(cells)}".rstrip()


def _words(explanation: Explanation) -> Section:
    """Return the sentence as it was read, word by word."""
    remarks = [f"noted: {_listed(explanation.marks)}"] if explanation.marks else []
    rows = [
        (word.text, word.kind, word.meaning, word.role, f"{word.weight:g}", _listed(word.marks))
        for word in explanation.words
    ]
    header = ("you say", "kind", "read as", "role", "weight", "noted")
    return _section("Read as", remarks, header, rows)


def _clauses(explanation: Explanation) -> Section:
    """Return the clauses with who does what to whom."""
    rows = [
        (clause.text, clause.verb, _listed(clause.subject), _listed(clause.object), _listed(clause.marks))
        for clause in explanation.clauses
    ]
    return _section("Clauses", (), ("clause", "verb", "subject", "object", "noted"), rows)


def _part(part: Part, number: int) -> Section:
    """Return what a part came to and why, and what the wording that decided has for each of its words."""
    remarks = [] if part.whole else [f"“{part.text}”"]
    remarks.append(f"Rule {part.rule}: {part.why}")
    if part.claim:
        remarks.append(f"{part.claim}, {part.role}: “{part.wording}”")
        uncovered = f"uncovered: {part.uncovered:.0%}{_OF.get(part.rule, '')}"
        remarks.append(uncovered if part.sense_kept else f"{uncovered}; the sense of what it states is not kept")
    if part.rule == "none" and part.claim:
        remarks.append(
            f"Support needs each weighty word stated, at most {TOLERANCE:.0%} uncovered, and the sense kept."
        )
    title = f"{'The whole' if part.whole else f'Part {number}'}: {part.label}"
    header = ("you say", "it says", "match", "covered", "clash")
    return _section(title, remarks, header, [_pair(partner) for partner in part.partners])


def _pair(partner: Partner) -> Row:
    """Return a word and its partner as a row."""
    return partner.said, partner.stated or "—", partner.level, f"{partner.covered:.0%}", partner.conflict


def _compared(explanation: Explanation) -> Section:
    """Return the wordings that leave least uncovered, with what the index gave them."""
    best = sorted(explanation.compared, key=lambda each: each.uncovered)[:WORDINGS]
    rows = [
        (
            f"{each.uncovered:.0%}",
            f"{each.score:g}",
            _listed(each.conflicts),
            "kept" if each.sense_kept else "lost",
            f"{each.claim}, {each.role}: “{each.text}”",
        )
        for each in best
    ]
    count = len(explanation.compared)
    title = f"Compared with {count} wording{'' if count == 1 else 's'}"
    title += ", of which these leave least uncovered" if len(best) < count else ""
    return _section(title, (), ("uncovered", "score", "clashes", "sense", "wording"), rows)


def _listed(words: Sequence[str]) -> str:
    """Return words with commas between them."""
    return ", ".join(words)


def _section(title: str, remarks: Sequence[str], header: Row = (), rows: Sequence[Row] = ()) -> Section:
    """Return a section in which all text is harmless."""
    cells = (tuple(visible(cell) for cell in row) for row in rows)
    return Section(visible(title), tuple(visible(remark) for remark in remarks), header, tuple(cells))
