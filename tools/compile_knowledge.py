"""Put the compiled tables and claims into the wheel, so that an installed package need not compile on its first run.

A build hook of hatchling. The files serve the minor version of Python that they were made with; under another one the
first run compiles them into the user's cache, as it does where the package was built without its dependencies at hand.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

COMPILE = "from factcheck.database import Claims; from factcheck.store import base_of; base_of(Claims.load())"


class CompileHook(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles before a wheel is packed."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the compiled files to a wheel, except to one that only points to the checkout."""
        if self.target_name != "wheel" or version == "editable":
            return
        self._folder = tempfile.TemporaryDirectory()
        for path in compiled(Path(self.root), Path(self._folder.name)):
            build_data["force_include"][str(path)] = f"factcheck/compiled/{path.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the files once they are packed."""
        if hasattr(self, "_folder"):
            self._folder.cleanup()


def compiled(root: Path, folder: Path) -> list[Path]:
    """Compile what ships into a folder and return the files; none where that is not possible here."""
    time.sleep(1.5)  # what was unpacked this very moment would not be kept: see factcheck.cache
    paths = [
        str(root / "src"),
        *filter(None, [os.environ.get("PYTHONPATH")]),
    ]  # an isolated build has its packages there
    ours = {"PYTHONPATH": os.pathsep.join(paths), "FACTCHECK_CACHE": str(folder), "PYTHONHASHSEED": "0"}
    done = subprocess.run([sys.executable, "-c", COMPILE], env={**os.environ, **ours}, check=False)
    found = sorted(folder.iterdir()) if done.returncode == 0 else []
    return [path for path in found if not path.name.startswith("stamp-")]  # which is about the files of the checkout
