"""Draw the picture in README: what `factcheck` shows on a terminal for a sentence that the shipped claims refute.

python tools/picture.py
"""

from __future__ import annotations

import io
import re
from pathlib import Path

from rich.console import Console
from rich.text import Text

from factcheck import Claims, __version__, check, reports

SENTENCE = "Algeria and Tunisia signed a defence agreement in Tunis on 9 October 2025."
TARGET = Path(__file__).parent.parent / "docs" / "refuted.svg"
WIDTH = 88

# Rich's picture asks another site for its font; a picture in a repository should ask nobody.
REMOTE_FONT = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)


def main() -> None:
    """Check the sentence, print the report as on a terminal, and save what is printed."""
    claims = Claims.load()
    run = reports.Run(__version__, len(claims.claims), claims.sources, WIDTH, color=True)
    report = "".join(reports.find("rich")(check(SENTENCE, claims), run))
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="standard")
    console.print(Text.assemble(("$ ", "dim"), f'factcheck "{SENTENCE}"'), highlight=False, soft_wrap=True)
    console.print(Text.from_ansi(report), highlight=False)
    picture = console.export_svg(title="factcheck", unique_id="refuted")
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text("".join(f"{line.rstrip()}\n" for line in REMOTE_FONT.sub("", picture).splitlines()), "utf-8")


if __name__ == "__main__":
    main()
