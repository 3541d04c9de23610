"""Score the tool on the subjects in benchmarks/subjects/, each against its own claims.

    python benchmarks/subjects.py [FOLDER...]

One line a subject: how many sentences were settled, and how many of these rightly; how many verdicts SUPPORTED and REFUTED were
wrong; accuracy and macro-F1.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

SUBJECTS = Path(__file__).parent / "subjects"
ROW = "{:<12}{:>6}{:>9}{:>9}{:>17}{:>15}{:>10}{:>10}"


def scored(folder: Path) -> dict[str, Any]:
    """Return what `factcheck eval --format json` says of a subject."""
    command = [sys.executable, "-m", "factcheck", "eval", str(folder / "sentences.jsonl"), "--isolated"]
    told = subprocess.run(
        [*command, "--claims", str(folder / "claims.toml"), "--format", "json"],
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, Any] = json.loads(told.stdout)
    return found


def main() -> None:
    folders = [Path(name) for name in sys.argv[1:]] or sorted(path for path in SUBJECTS.iterdir() if path.is_dir())
    print(
        ROW.format("subject", "rows", "settled", "rightly", "false SUPPORTED", "false REFUTED", "accuracy", "macro-F1")
    )
    for folder in folders:
        found = scored(folder)
        settled = round(found["rows"] * found["coverage"])
        rightly = round(settled * (found["accuracy_when_settled"] or 0))
        wrong = (found["false_supported"], found["false_refuted"])
        scores = (f"{found['accuracy']:.3f}", f"{found['macro_f1']:.3f}")
        print(ROW.format(folder.name, found["rows"], settled, rightly, *wrong, *scores))


if __name__ == "__main__":
    main()
