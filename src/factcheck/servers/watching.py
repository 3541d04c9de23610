"""What an editor is asked to tell: when the files of the claims change, and when a person changes the settings."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lsprotocol import types

from factcheck.servers.preferences import SECTION

ID = "factcheck-claims"
SETTINGS_ID = "factcheck-settings"


def of_settings() -> types.RegistrationParams:
    """Ask to be told when settings change."""
    options = types.DidChangeConfigurationRegistrationOptions(SECTION)
    return _registration(SETTINGS_ID, types.WORKSPACE_DID_CHANGE_CONFIGURATION, options)


def of_claims(paths: Sequence[str], relative: bool) -> types.RegistrationParams:
    """Ask to be told when claims change; `relative`: the editor can also watch folders that are not open in it."""
    watchers = [types.FileSystemWatcher(_pattern(Path(path), relative)) for path in paths]
    options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
    return _registration(ID, types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)


def of_claims_no_more() -> types.UnregistrationParams:
    """Ask to be told no more when claims change."""
    return types.UnregistrationParams([types.Unregistration(ID, types.WORKSPACE_DID_CHANGE_WATCHED_FILES)])


def _registration(id_: str, method: str, options: object) -> types.RegistrationParams:
    return types.RegistrationParams([types.Registration(id_, method, options)])


def _pattern(path: Path, relative: bool) -> types.GlobPattern:
    """Return the pattern for a file, or for all claims in a folder."""
    folder, pattern = (path, "**/*.toml") if path.is_dir() else (path.parent, path.name)
    if relative:
        return types.RelativePattern(folder.as_uri(), pattern)
    return pattern if pattern.startswith("**/") else f"**/{pattern}"
