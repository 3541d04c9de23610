"""What the command does with findings beside reporting them: set them aside, keep them in a baseline, correct them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import typer

from factcheck import terminal

if TYPE_CHECKING:
    from factcheck.aside import Aside
    from factcheck.documents import Document, Stream
    from factcheck.patches import Mended
    from factcheck.task import Task
    from factcheck.verdict import Verdict

    Write = Callable[[Iterable[Verdict]], None]


class Handling(NamedTuple):
    """What becomes of findings: what is set aside, whether they are kept in a file, shown corrected, or corrected."""

    no_ignores: bool
    baseline: str
    write_baseline: str
    diff: bool
    fix: bool


def refuse(handling: Handling, reads_files: bool) -> None:
    """Refuse options that cannot be met together."""
    diff, fix = handling.diff, handling.fix
    if fix and diff:
        raise typer.BadParameter("--diff changes no file and --fix does; give one of them")
    if fix and not reads_files:
        raise typer.BadParameter("--fix rewrites files; for standard input or a text, use --diff")
    if handling.write_baseline and (handling.baseline or diff or fix):
        other = "--baseline" if handling.baseline else "--diff" if diff else "--fix"
        raise typer.BadParameter(f"--write-baseline only keeps what is found; leave out {other}")


def aside(documents: Sequence[Document | Stream], handling: Handling) -> Aside:
    """Return what lets verdicts pass and keeps back what comments ignore and a baseline knows."""
    from factcheck import inputs
    from factcheck.aside import Aside, ignores
    from factcheck.documents import Stream

    read = () if handling.no_ignores else documents
    stream = next((document for document in read if isinstance(document, Stream)), None)
    commented = stream or any(document.comments for document in read if not isinstance(document, Stream))
    hidden = ignores(inputs.by_name(read).values()) if commented else ()
    if not handling.baseline:
        return Aside(hidden, stream=stream)
    from factcheck import baseline

    names = [document.name for document in documents]
    return Aside(hidden, baseline.load(handling.baseline), handling.baseline, stream, names)


def baseline_writer(path: str, quiet: bool) -> Write:
    """Return what keeps the findings among verdicts in a baseline file."""
    from factcheck import baseline, replacing

    baseline.refuse_another(path)

    def write(verdicts: Iterable[Verdict]) -> None:
        found = baseline.findings(verdicts, path)
        replacing.replace({path: baseline.dumps(found).encode()})
        if not quiet:
            terminal.complain(f"{path}: holds {found.total()} finding{'s' * (found.total() != 1)}")

    return write


def diff_writer(task: Task) -> Write:
    """Return what writes how texts would change if what can be corrected in them were."""
    from factcheck import patches, replacing

    named = _correctable(task, quiet=False)

    def write(verdicts: Iterable[Verdict]) -> None:
        for name, mended in _mended(verdicts, named, task).items():
            like = replacing.original(named[name]) or b""
            before, after = (replacing.encoded(each.text, like).decode() for each in (named[name], mended.document))
            for line in patches.diff(name, before, after):
                terminal.write_exactly(line)

    return write


def fixed(verdicts: Iterable[Verdict], task: Task, quiet: bool) -> list[Verdict]:
    """Correct what can be corrected in files, and return the verdicts on what stands in them then."""
    from factcheck import patches, replacing

    named = _correctable(task, quiet)
    originals = replacing.originals(named.values())
    found = list(verdicts)
    mended = _mended(found, named, task)
    changed = {name: each for name, each in mended.items() if each.patches}
    replacing.replace({name: replacing.encoded(each.document.text, originals[name]) for name, each in changed.items()})
    for patch in () if quiet else (patch for each in changed.values() for patch in each.patches):
        terminal.complain(patches.told(patch))
    return [
        patches.moved(verdict, mended[name]) if (name := verdict.sentence.path) in mended else verdict
        for verdict in found
    ]


def _correctable(task: Task, quiet: bool) -> dict[str, Document]:
    """Return by their names the documents that can be corrected, and tell which cannot.

    Raises DocumentError where there are none.
    """
    from factcheck import inputs, replacing
    from factcheck.documents import Document, DocumentError

    named = inputs.by_name(task.documents)
    found = {
        name: each for name, each in named.items() if isinstance(each, Document) and replacing.is_replaceable(each)
    }
    told = [f"{name}: is not corrected; --diff and --fix are for text in UTF-8" for name in named if name not in found]
    if not found:
        raise DocumentError("\n".join(told))
    for remark in () if quiet else told:
        terminal.complain(remark)
    return found


def _mended(verdicts: Iterable[Verdict], named: Mapping[str, Document], task: Task) -> dict[str, Mended]:
    """Return the documents with all corrections in them that can be made."""
    from factcheck import corrections, patches
    from factcheck.store import base_of

    base = base_of(task.claims)
    found = [correction for verdict in verdicts if (correction := corrections.correct(verdict, base))]
    return {
        name: patches.mend(document, [each for each in found if each.refuted.sentence.path == name], task.split)
        for name, document in named.items()
    }
