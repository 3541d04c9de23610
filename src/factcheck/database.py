"""Sources, names and claims: load them from TOML and refuse what is wrong with errors that name the place."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck import cache, toml_file
from factcheck.packed import Loaded

KINDS = ("person", "place", "organisation", "office", "group", "other")
RATINGS = ("true", "false")
LONGEST_EXCERPT = 300
_LITTLE = 50_000  # bytes; less is read faster than it is kept
_TOP = {"schema", "source", "name", "claim"}
_SOURCE = {"id", "title", "publisher", "url", "author", "published", "language", "sha256"}
_NAME = {"name", "kind", "also"}
_CLAIM = {"id", "statement", "excerpt", "at", "also", "wrong", "rating", "tests"}
_TESTS = {"supported", "refuted", "unsettled"}
_KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*$")


class ClaimsError(Exception):
    """A claims database that cannot be used; str() is one line for each error, "file:line: message"."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where claims come from; only id and title are always there, the rest may be empty."""

    id: str
    title: str
    publisher: str = ""
    url: str = ""
    author: str = ""
    published: str = ""
    language: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """Who or what a source speaks of, and what else it is called; kind is one of KINDS."""

    name: str
    kind: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim with the verbatim excerpt that settles it; `at` is where the excerpt starts in the source, or -1."""

    id: str
    statement: str
    excerpt: str
    source: Source
    at: int = -1
    also: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    rating: str = "true"
    supported: tuple[str, ...] = ()
    refuted: tuple[str, ...] = ()
    unsettled: tuple[str, ...] = ()
    path: str = ""
    line: int = 0


_FLAT = tuple(key for key in Claim.__slots__ if key not in ("source", "path"))  # the fields that are kept as they are


@dataclass(frozen=True)
class Claims:
    """A database of claims, whole and checked; `digest` is a hash of all that verdicts depend on.

    `running`: the claims are the sentences of one text, in its order, so that each may take up the one before it.
    """

    claims: Sequence[Claim]
    names: tuple[Name, ...] = ()
    sources: tuple[Source, ...] = ()
    digest: str = ""
    running: bool = False

    @classmethod
    def load(cls, path: str | Path | Iterable[str | Path] | None = None) -> Claims:
        """Load .toml files or folders of them; without a path, the database that ships with the package.

        Raises ClaimsError naming file, line and claim for everything that is wrong.
        """
        if path is None:
            path = shipped()
        given = [path] if isinstance(path, str | Path) else list(path)
        return _load([file for item in given for file in _files(Path(item))])

    @classmethod
    def from_text(cls, text: str, title: str = "text") -> Claims:
        """Make a database of a text: each of its sentences becomes a claim."""
        from factcheck.sentences import split

        source = Source("text", title)
        claims = tuple(
            Claim(f"sentence-{number}", sentence.text, sentence.text, source, sentence.start, line=sentence.line)
            for number, sentence in enumerate(split(text), 1)
        )
        said = "\0".join(("text", title, *(claim.statement for claim in claims)))
        return cls(claims, (), (source,), hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest(), True)


def shipped() -> Path:
    """Return the folder of the claims that ship: inside the package, or the checkout's own in an editable install."""
    package = Path(__file__).parent
    inside = package / "claims"
    return inside if inside.is_dir() else package.parent.parent / "claims"


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        found = sorted(path.rglob("*.toml"))
        if not found:
            raise ClaimsError(f"{path}: holds no claims; a database is a .toml file or a folder of .toml files")
        return found
    if not path.exists():
        raise ClaimsError(f"{path}: no such file or folder; give a .toml file or a folder of them")
    return [path]


def _load(files: Sequence[Path]) -> Claims:
    """Load files, from what an earlier run kept of them where it pays."""
    contents = [_bytes(path) for path in files]
    digest = hashlib.sha256()
    for content in contents:
        digest.update(content if isinstance(content, bytes) else b"")
        digest.update(b"\0")
    if sum(len(content) for content in contents if isinstance(content, bytes)) < _LITTLE:
        return _parsed(files, contents, digest.hexdigest())
    items = cache.mapping("claims", lambda: _flattened(_parsed(files, contents, "")), digest.hexdigest())
    sources = tuple(Source(*source) for source in items["sources"])

    def claim(number: int) -> Claim:
        at, *values = items[str(number)]
        return Claim(**dict(zip(_FLAT, values, strict=True)), source=sources[at], path=str(files[at]))

    names = tuple(Name(*name) for name in items["names"])
    return Claims(Loaded(items["length"], claim), names, sources, digest.hexdigest())


def _flattened(claims: Claims) -> Mapping[str, Any]:
    """Return a database as plain values: a claim as the number of its file and its fields."""
    items: dict[str, Any] = {
        "length": len(claims.claims),
        "names": [(name.name, name.kind, name.also) for name in claims.names],
        "sources": [tuple(getattr(source, key) for key in Source.__slots__) for source in claims.sources],
    }
    for number, claim in enumerate(claims.claims):
        items[str(number)] = (claims.sources.index(claim.source), *(getattr(claim, key) for key in _FLAT))
    return items


def _bytes(path: Path) -> bytes | OSError:
    try:
        return path.read_bytes()
    except OSError as error:
        return error


def _parsed(files: Sequence[Path], contents: Sequence[bytes | OSError], digest: str) -> Claims:
    errors: list[str] = []
    claims: list[Claim] = []
    names: list[Name] = []
    sources: list[Source] = []
    for path, content in zip(files, contents, strict=True):
        file, data = toml_file.read(path, content)
        if data is not None:
            source = _source(file, data)
            sources.append(source)
            names += _names(file, data)
            claims += _claims(file, data, source)
        errors += file.errors
    errors += _duplicates(claims, sources)
    if not errors and not claims:
        errors.append(f"{files[0]}:1: holds no [[claim]]; add one, see `factcheck claims --help`")
    if errors:
        raise ClaimsError("\n".join(errors))
    return Claims(tuple(claims), tuple(names), tuple(sources), digest)


def _source(file: toml_file.TomlFile, data: dict[str, Any]) -> Source:
    toml_file.check_keys(file, 1, "top level", data, _TOP)
    if data.get("schema") != 1:
        file.fail(1, "schema must be 1")
    table = data.get("source")
    line = file.line("source", 0)
    if not isinstance(table, dict):
        file.fail(1, "[source] is missing; it needs id and title")
        return Source("", "")
    toml_file.check_keys(file, line, "[source]", table, _SOURCE)
    rest = {
        key: str(table[key]) if key == "published" else toml_file.text(file, line, "[source]", table, key)
        for key in sorted(_SOURCE - {"id", "title"})
        if key in table
    }
    source = Source(
        toml_file.text(file, line, "[source]", table, "id"),
        toml_file.text(file, line, "[source]", table, "title"),
        **rest,
    )
    if source.id and not _KEBAB.match(source.id):
        file.fail(line, f"[source]: id {source.id!r} must be kebab-case: small letters, digits and hyphens")
    return source


def _names(file: toml_file.TomlFile, data: dict[str, Any]) -> list[Name]:
    found = []
    for number, table in enumerate(toml_file.tables(file, data, "name")):
        line = file.line("name", number)
        what = f"name {table.get('name', number + 1)!r}"
        toml_file.check_keys(file, line, what, table, _NAME)
        kind = toml_file.text(file, line, what, table, "kind", "other")
        if kind not in KINDS:
            file.fail(line, f"{what}: kind {kind!r} must be one of {', '.join(KINDS)}")
        found.append(
            Name(
                toml_file.text(file, line, what, table, "name"), kind, toml_file.texts(file, line, what, table, "also")
            )
        )
    return found


def _claims(file: toml_file.TomlFile, data: dict[str, Any], source: Source) -> list[Claim]:
    return [
        _claim(file, table, source, file.line("claim", number), number)
        for number, table in enumerate(toml_file.tables(file, data, "claim"))
    ]


def _claim(file: toml_file.TomlFile, table: dict[str, Any], source: Source, line: int, number: int) -> Claim:
    what = f"claim {table.get('id', number + 1)!r}"
    toml_file.check_keys(file, line, what, table, _CLAIM)
    id_ = toml_file.text(file, line, what, table, "id")
    if id_ and not _KEBAB.match(id_):
        file.fail(line, f"{what}: id must be kebab-case: small letters, digits and hyphens")
    excerpt = toml_file.text(file, line, what, table, "excerpt")
    if len(excerpt) > LONGEST_EXCERPT:
        file.fail(line, f"{what}: the excerpt has {len(excerpt)} characters; quote at most {LONGEST_EXCERPT}")
    rating = toml_file.text(file, line, what, table, "rating", "true")
    if rating not in RATINGS:
        file.fail(line, f'{what}: rating must be "true" or "false"')
    at = table.get("at", -1)
    if not isinstance(at, int) or isinstance(at, bool) or ("at" in table and at < 0):
        file.fail(line, f"{what}: 'at' must be a whole number, the offset of the excerpt in the source")
        at = -1
    tests = table.get("tests", {})
    if not isinstance(tests, dict):
        file.fail(line, f"{what}: tests must be written as [claim.tests]")
        tests = {}
    toml_file.check_keys(file, line, f"{what} tests", tests, _TESTS)
    wordings = {key: toml_file.texts(file, line, what, table, key) for key in ("also", "wrong")}
    rows = {key: toml_file.texts(file, line, f"{what} tests", tests, key) for key in sorted(_TESTS)}
    statement = toml_file.text(file, line, what, table, "statement")
    return Claim(id_, statement, excerpt, source, at, rating=rating, path=str(file.path), line=line, **wordings, **rows)


def _duplicates(claims: Sequence[Claim], sources: Sequence[Source]) -> list[str]:
    errors: list[str] = []
    seen: dict[str, Claim] = {}
    for claim in claims:
        first = seen.setdefault(claim.id, claim)
        if first is not claim and claim.id:
            taken = f"this id is taken by the claim at {first.path}:{first.line}"
            errors.append(f"{claim.path}:{claim.line}: claim {claim.id!r}: {taken}")
    ids = [source.id for source in sources if source.id]
    errors += [
        f"source id {id_!r} is used by more than one file" for id_ in sorted({id_ for id_ in ids if ids.count(id_) > 1})
    ]
    return errors
