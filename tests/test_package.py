"""The package as people get it: built as a wheel, installed somewhere else, run from an empty folder."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a command that has to work."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", check=False)
    print(done.stdout, done.stderr)  # noqa: T201
    assert done.returncode == 0
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel with the hatchling that is installed, so that no network is needed."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, cwd=ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into a new environment that borrows the dependencies of this one."""
    folder = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", folder, cwd=folder)
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    run(python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", wheel, cwd=folder)
    (site,) = {line for line in run(python, "-c", _SITE, cwd=folder).stdout.splitlines() if line}
    Path(site, "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return python.parent


_SITE = "import sysconfig; print(sysconfig.get_path('purelib'))"


def test_the_wheel_holds_the_claims_and_the_tables(wheel: Path) -> None:
    packed = set(zipfile.ZipFile(wheel).namelist())
    tables = (ROOT / "src/factcheck/knowledge").glob("*.*")
    assert {f"factcheck/claims/{path.name}" for path in (ROOT / "claims").glob("*.toml")} <= packed
    assert {f"factcheck/knowledge/{path.name}" for path in tables} <= packed
    assert {"factcheck/reports/report.schema.json", "factcheck/reports/page.css", "factcheck/py.typed"} <= packed
    assert {name.split("/")[0] for name in packed} == {"factcheck", "factcheck_cli-0.1.0.dist-info"}
    assert {"LICENSE", "NOTICE"} <= {name.split("/")[-1] for name in packed}


def test_the_installed_command_checks_from_an_empty_folder(environment: Path, tmp_path: Path) -> None:
    (path,) = (ROOT / "claims").glob("algeria-tunisia-2025.toml")
    claim = tomllib.loads(path.read_text("utf-8"))["claim"][0]
    done = run(environment / "factcheck", claim["statement"], cwd=tmp_path)
    assert done.stdout.startswith(f"<text>:1:1: SUPPORTED {claim['id']} ")
    assert not list(tmp_path.iterdir())


def test_the_installed_package_has_every_claim(environment: Path, tmp_path: Path) -> None:
    ours = sum(len(tomllib.loads(path.read_text("utf-8"))["claim"]) for path in (ROOT / "claims").glob("*.toml"))
    done = run(environment / "factcheck", "claims", "list", cwd=tmp_path)
    assert len(done.stdout.splitlines()) == ours
    where = run(environment / "python", "-c", "import factcheck; print(factcheck.__file__)", cwd=tmp_path).stdout
    assert Path(where.strip()).is_relative_to(environment.parent)
