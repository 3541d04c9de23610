"""The configuration: where it is found, what files and variables give, and what holds."""

from __future__ import annotations

import json
import os
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import configuration, options, settings, settings_file
from factcheck.configuration import FILES, ConfigurationError
from factcheck.settings import Chosen, Setting

CASES = tomllib.loads((Path(__file__).parent / "cases/settings.toml").read_text("utf-8"))["case"]
KNOWN = (
    Setting("claims", many=True, path=True),
    Setting("against", path=True),
    Setting("format", choices=("rich", "line")),
    Setting("author"),
    Setting("jobs", "int"),
    Setting("near", "float"),
    Setting("strict", "boolean"),
)
ALTERNATIVES = frozenset(("claims", "against"))
PATHS = [(*folders, name) for folders in ((), ("a",), ("a", "b")) for name in FILES]


def read(path: str, content: bytes, folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Chosen]:
    """Return what a file gives, as seen from a folder."""
    here = folder / "here"
    here.mkdir(exist_ok=True)
    monkeypatch.chdir(here)
    Path(path).parent.mkdir(exist_ok=True)
    Path(path).write_bytes(content)
    return settings_file.read(path, KNOWN, ALTERNATIVES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_file(case: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert case.keys() <= {"why", "name", "text", "gives", "errors"}
    content = case["text"].removeprefix("\n").encode()
    if "errors" in case:
        with pytest.raises(ConfigurationError) as raised:
            read(case["name"], content, tmp_path, monkeypatch)
        assert str(raised.value).split("\n") == case["errors"]
    else:
        chosen = read(case["name"], content, tmp_path, monkeypatch)
        told = [f"{key} = {json.dumps(each.value)} at {each.place.rpartition(':')[2]}" for key, each in chosen.items()]
        assert told == case["gives"]
        assert all(each.source == "file" and each.place.startswith(case["name"]) for each in chosen.values())


def test_a_file_that_is_not_utf_8(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ConfigurationError, match=r"^factcheck\.toml:2: is not UTF-8; save the file as UTF-8$"):
        read("factcheck.toml", b"jobs = 2\nauthor = '\xe9'", tmp_path, monkeypatch)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r": cannot be read: "):
        settings_file.read(str(tmp_path), KNOWN, ALTERNATIVES)


KEYS = st.sampled_from(
    ["claims", "against", "format", "author", "jobs", "near", "strict", "Claims", "tool", "source", "ä"]
)
VALUES = st.recursive(
    st.one_of(
        st.booleans(), st.integers(-9, 9), st.floats(allow_nan=False), st.sampled_from(["", "rich", "a/b", "\x00"])
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.sampled_from("ab"), inner, max_size=2)),
    max_leaves=5,
)


def toml(value: object) -> str:
    """Return a value as TOML."""
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{key} = {toml(each)}' for key, each in value.items())} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(toml, value))}]"
    return repr(value) if isinstance(value, float) else json.dumps(value)


def outcome(path: Path) -> tuple[dict[str, Chosen], list[str]]:
    """Return what a file gives, or its errors."""
    try:
        return settings_file.read(str(path), KNOWN, ALTERNATIVES), []
    except ConfigurationError as error:
        return {}, str(error).split("\n")


@given(st.dictionaries(KEYS, VALUES, max_size=4))
def test_any_file_gives_what_it_may_or_every_error_with_its_line(
    tmp_path_factory: pytest.TempPathFactory, table: dict[str, object]
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_text("".join(f'"{key}" = {toml(value)}\n' for key, value in table.items()), "utf-8")
    types = {"claims": tuple, "jobs": int, "near": int | float, "strict": bool}
    chosen, errors = outcome(path)
    assert errors or list(chosen) == list(table)
    assert all(isinstance(each.value, types.get(key, str)) for key, each in chosen.items())
    assert not chosen.keys() >= ALTERNATIVES
    for error in errors:
        number, _, told = error.removeprefix(f"{path}:").partition(": ")
        assert told.startswith("is a claims database") or list(table)[int(number) - 1] in told


@given(st.binary(max_size=40))
def test_any_bytes_are_a_file_or_an_error(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "bytes.toml"
    path.write_bytes(content)
    chosen, errors = outcome(path)
    assert chosen.keys() <= {setting.key for setting in KNOWN}
    assert all(error.startswith(f"{path}:") for error in errors)


def choices(place: str, *keys: str) -> dict[str, Chosen]:
    return {key: Chosen(place, "file", place) for key in keys}


def test_the_later_layer_holds_and_one_alternative_drops_the_other() -> None:
    merged = settings.merged([choices("a", "against", "jobs", "near"), choices("b", "claims", "jobs")], ALTERNATIVES)
    assert {key: each.value for key, each in merged.items()} == {"jobs": "b", "near": "a", "claims": "b"}


def test_a_variable_holds_paths_as_in_path() -> None:
    given = f"a{os.pathsep}{os.pathsep}b c"
    assert settings.from_environment({"FACTCHECK_CLAIMS": given, "FACTCHECK_CACHE": "x"}) == {
        "claims": Chosen(("a", "b c"), "environment", "FACTCHECK_CLAIMS")
    }
    assert settings.from_environment({"FACTCHECK_CLAIMS": ""}) == {}


def test_every_path_that_is_not_there_is_told(tmp_path: Path) -> None:
    chosen = {"claims": Chosen((str(tmp_path), "gone"), "file", "f:1"), "against": Chosen("away", "file", "f:2")}
    with pytest.raises(ConfigurationError) as raised:
        settings.require(chosen, ("against", "claims"))
    assert str(raised.value).split("\n") == [
        "f:2: against: away: no such file or folder",
        "f:1: claims: gone: no such file or folder",
    ]
    settings.require(chosen, ())


def lay(folder: Path, names: list[tuple[str, ...]], content: str = "[tool.factcheck]\n") -> None:
    """Write files with a table for factcheck."""
    for name in names:
        folder.joinpath(*name).parent.mkdir(parents=True, exist_ok=True)
        folder.joinpath(*name).write_text(content, "utf-8")


@given(st.lists(st.sampled_from(PATHS), unique=True), st.sampled_from([(), ("a",), ("a", "b")]))
def test_the_nearest_file_is_found(
    tmp_path_factory: pytest.TempPathFactory, names: list[tuple[str, ...]], here: tuple[str, ...]
) -> None:
    folder = tmp_path_factory.mktemp("nearest")
    folder.joinpath("a", "b").mkdir(parents=True)
    lay(folder, names)
    above = [here[:depth] for depth in range(len(here), -1, -1)]
    expected = next((folder.joinpath(*at, name) for at in above for name in FILES if (*at, name) in names), None)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder.joinpath(*here))
        found = configuration.find()
        assert (Path(found).resolve() if found else None) == (expected.resolve() if expected else None)


@pytest.mark.parametrize(
    "content",
    [
        "[tool.ruff]\n",
        "[project]\ndependencies = ['factcheck-cli']\n",
        "tool = 'factcheck'\n",
        "# [tool.factcheck]\n",
        "",
    ],
)
def test_a_pyproject_without_our_table_does_not_count(
    content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(tmp_path, [("factcheck.toml",)], "")
    lay(tmp_path, [("a", "pyproject.toml")], content)
    monkeypatch.chdir(tmp_path / "a")
    assert configuration.find() == str(Path("..", "factcheck.toml"))


@pytest.mark.parametrize(
    "content", ["[tool]\nfactcheck.jobs = 2\n", "tool.factcheck = {}\n", "[tool.factcheck]\nbroken"]
)
def test_a_pyproject_with_our_table_counts_however_it_is_written(
    content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(tmp_path, [("pyproject.toml",)], content)
    monkeypatch.chdir(tmp_path)
    assert configuration.find() == "pyproject.toml"


def test_a_folder_by_that_name_is_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "factcheck.toml").mkdir()
    monkeypatch.chdir(tmp_path)
    assert configuration.find() == ""


@pytest.mark.skipif(os.name != "posix", reason="elsewhere the current folder cannot be removed")
def test_a_folder_that_is_gone_has_no_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert configuration.find() == ""


def test_what_can_be_configured_is_derived_from_the_options() -> None:
    import typer

    from factcheck import cli, cli_config

    command: Any = typer.main.get_command(cli.app)
    context = command.make_context("factcheck", ["config"])
    known = {key: cli_config.setting(option) for key, option in cli_config.configurable(context).items()}
    assert tuple(known) == options.CONFIGURABLE
    assert set(configuration.VARIABLES.values()) <= known.keys()
    assert known.keys() >= options.ALTERNATIVES
    assert known["claims"] == Setting("claims", many=True, path=True)
    assert known["fail-on"] == Setting("fail-on", choices=("unsettled", "refuted", "never"))
