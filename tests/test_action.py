"""The GitHub action: its steps' scripts, run as GitHub's runner runs them, in a repository made for each case."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
CASES = tomllib.loads((ROOT / "tests/cases/action.toml").read_text("utf-8"))
INPUT = re.compile(r"\$\{\{ inputs\.([\w-]+) \}\}")
PYTHON = "${{ steps.python.outputs.python-path || 'python3' }}"
# pip is to find everything in the environment of the tests. That 0 means "no isolation" is how pip reads it.
OFFLINE = {"PIP_NO_INDEX": "1", "PIP_NO_DEPS": "1", "PIP_NO_BUILD_ISOLATION": "0"}

posix_only = pytest.mark.skipif(os.name != "posix", reason="the scripts are for bash")


@dataclass(frozen=True, slots=True)
class Done:
    """What a step leaves: its exit status, what it printed, and what it wrote for the runner."""

    status: int
    printed: str
    summary: str
    outputs: str


def play(name: str, temp: Path, folder: Path, inputs: dict[str, str]) -> Done:
    """Run the script of a step in a folder; `temp` is the runner's own."""
    (step,) = (step for step in STEPS if step["name"] == name)
    written = {key: temp / key.lower() for key in ("GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT")}
    for file in written.values():
        file.write_bytes(b"")
    script = temp / "script.sh"
    script.write_text(step["run"], "utf-8")
    runner = {"RUNNER_TEMP": str(temp), "GITHUB_ACTION_PATH": str(ROOT), "PYTHONPATH": sysconfig.get_path("purelib")}
    given = {key: filled(value, inputs) for key, value in step["env"].items()}
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", script],
        cwd=folder,
        env={**os.environ, **OFFLINE, **runner, **{key: str(file) for key, file in written.items()}, **given},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    print(done.stdout)  # noqa: T201
    return Done(done.returncode, done.stdout, *(file.read_text("utf-8") for file in written.values()))


def filled(value: str, inputs: dict[str, str]) -> str:
    """Return what the runner makes of the value of an environment variable."""
    if value == PYTHON:
        return sys.executable
    return INPUT.sub(lambda match: inputs.get(match[1], ACTION["inputs"][match[1]].get("default", "")), value)


@pytest.fixture(scope="module")
def temp(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install factcheck by the step that does it."""
    folder = tmp_path_factory.mktemp("runner")
    assert play("Install factcheck", folder, folder, {}) == Done(0, "", "", "")
    return folder


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Make a repository with texts and claims."""
    for name, text in CASES["files"].items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "dead link").symlink_to("gone")
    (tmp_path / "facts").mkdir()
    shutil.copy(ROOT / "tests/cases/lighthouse.toml", tmp_path / "facts")
    return tmp_path


@posix_only
@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: str(case["why"]))
def test_the_check(case: dict[str, Any], temp: Path, repository: Path) -> None:
    before = set(repository.rglob("*"))
    done = play("Check", temp, repository, {"claims": "facts", **case["inputs"]})
    assert done.status == case["status"]
    for key, text in (("printed", done.printed), ("summary", done.summary), ("outputs", done.outputs)):
        if key in case:
            assert text == case[key]
        for part in case.get(f"{key}_has", []):
            assert part in text
    assert {str(path.relative_to(repository)) for path in repository.rglob("*") if path not in before} == {
        *case.get("made", [])
    }


@posix_only
def test_the_sarif_log_is_whole_and_made_anew(temp: Path, repository: Path) -> None:
    for _ in range(2):
        done = play("Check", temp, repository, {"claims": "facts", "files": "docs/*.md", "sarif-file": "out/a.sarif"})
    (found,) = json.loads((repository / "out/a.sarif").read_text("utf-8"))["runs"]
    places = [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in found["results"]]
    assert places == ["docs/wrong%20one.md"]
    assert found["invocations"][0]["exitCode"] == done.status == 1


@posix_only
def test_without_factcheck_nothing_is_checked(tmp_path: Path, repository: Path) -> None:
    done = play("Check", tmp_path, repository, {"files": "README.md"})
    assert (done.status, done.summary, done.outputs) == (2, "", "status=2\n")
    assert done.printed == f"::error title=factcheck::factcheck is not installed in {tmp_path / 'factcheck'}\n"


def test_no_script_holds_what_users_say() -> None:
    scripts = [step["run"] for step in STEPS if "run" in step]
    assert len(scripts) == 2
    assert not any("${{" in script for script in scripts)


def test_every_input_is_used_and_no_other() -> None:
    used = re.findall(r"\binputs\.([\w-]+)", (ROOT / "action.yml").read_text("utf-8"))
    assert set(used) == ACTION["inputs"].keys()


def test_other_actions_are_pinned() -> None:
    used = [step["uses"] for step in STEPS if "uses" in step]
    assert used
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", name) for name in used)
