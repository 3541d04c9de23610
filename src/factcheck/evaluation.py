"""Check labelled rows: each against its own evidence, or else against a database."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from factcheck import scoring
from factcheck.check import check_sentences
from factcheck.database import Claims
from factcheck.labelled import Row
from factcheck.scoring import Mistake
from factcheck.sentences import Sentence
from factcheck.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Answer:
    """A row and the verdict that it got."""

    row: Row
    verdict: Verdict

    @property
    def mistake(self) -> Mistake | None:
        """Return what is wrong about the verdict, None where it is right."""
        return scoring.mistake(self.row.label, self.verdict.label)


def run(rows: Sequence[Row], database: Callable[[], Claims]) -> Iterator[tuple[int, Answer]]:
    """Yield the number of each row with its answer, those with the same evidence together, so that it is read once.

    `database` is asked for only if a row has no evidence.
    """
    together: dict[str | None, list[int]] = {}
    for number, row in enumerate(rows):
        together.setdefault(row.evidence, []).append(number)
    for evidence, numbers in together.items():
        claims = database() if evidence is None else Claims.from_text(evidence, "evidence")
        sentences = [
            Sentence(row.text, 0, len(row.text), row.line, 1, row.path) for row in map(rows.__getitem__, numbers)
        ]
        for number, verdict in zip(numbers, check_sentences(sentences, claims), strict=True):
            yield number, Answer(rows[number], verdict)


def worst_first(answers: Sequence[Answer]) -> list[Answer]:
    """Return the answers that are wrong, the worst mistakes first, those alike in their order."""
    worst = list(Mistake)
    wrong = [(worst.index(answer.mistake), number) for number, answer in enumerate(answers) if answer.mistake]
    return [answers[number] for _, number in sorted(wrong)]
