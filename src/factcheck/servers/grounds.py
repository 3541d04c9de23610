"""What the servers check against."""

from __future__ import annotations

import os
from dataclasses import dataclass

from factcheck import against, documents
from factcheck.database import Claims


@dataclass(frozen=True, slots=True)
class Grounds:
    """Claims files and folders, or the sentences of a text; where there is neither, the claims that come with the program."""

    claims: tuple[str, ...] = ()
    against: str = ""

    def within(self, folder: str) -> Grounds:
        """Return the same with paths that hold in any folder; relative ones begin in this one."""
        claims = tuple(os.path.abspath(os.path.join(folder, path)) for path in self.claims)
        return Grounds(claims, os.path.abspath(os.path.join(folder, self.against)) if self.against else "")

    @property
    def paths(self) -> tuple[str, ...]:
        """Return the paths of all that is read."""
        return (self.against,) if self.against else self.claims

    def load(self) -> Claims:
        """Load what is there. Raises ClaimsError and DocumentError."""
        if not self.against:
            return Claims.load(self.claims or None)
        source = documents.from_file(self.against)
        return against.claims(source, title=os.path.basename(source.name))
