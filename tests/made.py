"""Word documents and PDFs that the tests make, as small as they can be."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from importlib.util import find_spec

import pytest

needs_pypdfium2 = pytest.mark.skipif(
    not find_spec("pypdfium2"), reason="needs pypdfium2, which the extra `test` installs"
)

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MORE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"

Placed = tuple[float, float, float, str]  # size, x and y from the lower left corner, text


def docx(body: str, parts: Mapping[str, str] | None = None, main: str = "word/document.xml") -> bytes:
    """Make a Word document of the XML in its body, and of that in other parts, which it is related to."""
    parts = parts or {}
    folder, _, name = main.rpartition("/")
    contents = {
        "_rels/.rels": relations({"officeDocument": f"/{main}"}),
        main: document("document", f"<w:body>{body}</w:body>"),
        f"{folder}/_rels/{name}.rels": relations({kind: f"{kind}.xml" for kind in parts}),
        **{f"{folder}/{kind}.xml": document(kind, content) for kind, content in parts.items()},
    }
    return archive(contents.items())


def archive(contents: Iterable[tuple[str, str]]) -> bytes:
    """Make a zip archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in contents:
            made.writestr(name, content)
    return file.getvalue()


def document(name: str, content: str) -> str:
    """Make the XML of a part."""
    return f'<w:{name} xmlns:w="{WORD}" xmlns:mc="{MORE}">{content}</w:{name}>'


def relations(targets: Mapping[str, str]) -> str:
    """Make the XML that says which parts there are."""
    found = (f'<Relationship Type="{RELATIONS}/{kind}" Target="{target}"/>' for kind, target in targets.items())
    return f'<Relationships xmlns="{PACKAGE}">{"".join(found)}</Relationships>'


def paragraph(*texts: str, style: str = "") -> str:
    """Make a paragraph of runs."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{''.join(map(run, texts))}</w:p>"


def run(text: str) -> str:
    """Make a run of text."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def pdf(*pages: Sequence[Placed]) -> bytes:
    """Make a PDF of pages of placed lines in Helvetica."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for page in pages:
        lines = "\n".join(f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET" for size, x, y, text in page)
        objects.append(f"<< /Length {len(lines)} >>\nstream\n{lines}\nendstream")
        resources = "/Resources << /Font << /F1 3 0 R >> >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] {resources} /Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    made, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(made)}\n%%EOF\n"
    return f"{made}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}".encode("latin-1")


def page(*texts: str, size: float = 11, top: float = 700) -> list[Placed]:
    """Place lines under one another."""
    return [(size, 72, top - number * size * 1.2, text) for number, text in enumerate(texts)]
