"""The hooks for pre-commit, called as it calls them, and what README tells users to write for other programs."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck import __version__

ROOT = Path(__file__).parent.parent
CASES = tomllib.loads((ROOT / "tests/cases/hooks.toml").read_text("utf-8"))["case"]
HOOKS: dict[str, Any] = {
    hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
}
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
YAML = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def snippet(key: str) -> dict[str, Any]:
    """Return the YAML in README that has a key at the top."""
    texts = YAML.findall((ROOT / "README.md").read_text("utf-8"))
    (found,) = (read for read in map(yaml.safe_load, texts) if key in read)
    return dict(found)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["why"]))
def test_a_hook(case: dict[str, Any], tmp_path: Path) -> None:
    hook = HOOKS[case["hook"]]
    (tmp_path / "claims").mkdir()
    shutil.copy(ROOT / "tests/cases/lighthouse.toml", tmp_path / "claims")
    for name, text in case["files"].items():
        (tmp_path / name).write_text(text, "utf-8")
    program, *entry = shlex.split(hook["entry"])
    names = case["files"] if hook.get("pass_filenames", True) else ()
    done = subprocess.run(
        [sys.executable, "-m", program, *entry, *case.get("args", hook.get("args", [])), *names],
        cwd=tmp_path,
        env={**os.environ, "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert (done.stdout, done.returncode) == (case["out"], case["status"])


def test_the_hooks_that_readme_configures_are_there() -> None:
    (repo,) = snippet("repos")["repos"]
    assert repo["rev"] == f"v{__version__}"
    assert {hook["id"] for hook in repo["hooks"]} <= HOOKS.keys()


def test_readme_names_every_hook() -> None:
    table = (ROOT / "README.md").read_text("utf-8")
    assert all(f"| `{name}` |" in table for name in HOOKS)


def test_the_workflow_in_readme_gives_the_action_inputs_that_it_has() -> None:
    steps = snippet("jobs")["jobs"]["facts"]["steps"]
    (step,) = (step for step in steps if step["uses"] == f"OWNER/factcheck@v{__version__}")
    assert step["with"].keys() <= ACTION["inputs"].keys()
    (upload,) = (step for step in steps if "sarif_file" in step.get("with", {}))
    assert upload["with"]["sarif_file"] == step["with"]["sarif-file"]


def test_the_job_for_gitlab_installs_this_version_and_warns_by_an_exit_status_of_factcheck() -> None:
    job = snippet("facts")["facts"]
    assert job["script"][0].endswith(f"@v{__version__}")
    assert job["allow_failure"] == {"exit_codes": 3}
