"""`factcheck eval`: score the verdicts on labelled sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from factcheck import __version__, options, terminal

if TYPE_CHECKING:
    from factcheck.database import Claims
    from factcheck.evaluation import Answer
    from factcheck.labelled import Row

GOOD, UNDER = 0, 1
SHOWN = 10  # mistakes told where the option is not given

HELP = """Score verdicts on labelled sentences.

Each line of a file is a JSON object: the text to check, the label that it should get, and maybe the evidence to check it
against in place of a database, a text or a list of texts.

\b
  {"text": "It cost £2.", "label": "REFUTED"}
  {"text": "It cost £2.", "label": "SUPPORTED", "evidence": "It was £2."}
"""

Files = Annotated[
    list[str],
    typer.Argument(metavar="FILE...", help="Labelled sentences, one JSON object a line; - is standard input."),
]
Mistakes = Annotated[
    str, typer.Option("--mistakes", metavar="N|all", help="How many to tell, worst first.  [default: 10; json: all]")
]
FormatName = Annotated[Literal["text", "json"], typer.Option("--format", help="How to report.")]
FailUnder = Annotated[
    float | None,
    typer.Option("--fail-under", metavar="F1", min=0, max=1, help="Exit 1 when macro-F1 is below."),
]


def evaluate(
    files: Files,
    claims: options.ClaimsPaths = None,
    mistakes: Mistakes = "",
    format_: FormatName = "text",
    fail_under: FailUnder = None,
) -> int:
    """Score verdicts on labelled sentences."""
    from factcheck import eval_report, scoring

    most = _most(mistakes, SHOWN if format_ == "text" else None)
    answers = _answers(_rows(files), claims or [])
    score = scoring.score((answer.row.label, answer.verdict.label) for answer in answers)
    if format_ == "json":
        terminal.write(eval_report.document(score, answers, most, __version__))
    else:
        for piece in eval_report.text(score, answers, most, terminal.width(), terminal.color()):
            terminal.write(piece)
    reached = fail_under is None or (score.macro_f1 or 0) >= fail_under  # nothing reaches what is no number
    return GOOD if reached else UNDER


def _most(mistakes: str, default: int | None) -> int | None:
    """Read how many mistakes to tell, None for all."""
    if not mistakes:
        return default
    if mistakes == "all":
        return None
    if not (mistakes.isascii() and mistakes.isdecimal()):
        raise typer.BadParameter(f"--mistakes takes a number or all, not {mistakes!r}")
    return int(mistakes)


def _rows(files: list[str]) -> tuple[Row, ...]:
    """Read all files; what is wrong with any of them is told at once."""
    from factcheck import inputs, labelled
    from factcheck.documents import Document, DocumentError

    documents: list[Document] = []
    errors: list[str] = []
    for name in files:
        try:
            documents.append(inputs.read_file(name, terminal.read_stdin))
        except DocumentError as error:
            errors.append(str(error))
    try:
        rows = labelled.read(documents)
    except DocumentError as error:
        errors.append(str(error))
    if errors:
        raise DocumentError("\n".join(errors))
    return rows


def _answers(rows: tuple[Row, ...], paths: list[str]) -> list[Answer]:
    """Check all rows; the answers come in the order of the rows."""
    from factcheck import evaluation
    from factcheck.database import Claims

    def database() -> Claims:
        return Claims.load(paths or None)

    if paths:
        database()  # so that what is wrong with it is told even if no row needs it
    found: dict[int, Answer] = {}
    with terminal.progress("rows", len(rows)) as done:
        for number, answer in evaluation.run(rows, database):
            found[number] = answer
            done()
    return [found[number] for number in range(len(rows))]
