"""Sources, names and claims: load them from TOML and refuse what is wrong with errors that name the place."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from factcheck import cache
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


@dataclass
class _Reader:
    """Reads one file and collects its errors."""

    path: Path
    text: str
    errors: list[str] = field(default_factory=list)
    lines: dict[str, list[int]] = field(default_factory=dict)

    def line(self, table: str, number: int) -> int:
        """Return the line on which the nth [[table]] begins, counted from 1."""
        if table not in self.lines:
            header = re.compile(rf"^\s*\[\[?\s*{table}\s*\]\]?", re.MULTILINE)
            self.lines[table] = [self.text.count("\n", 0, m.end()) + 1 for m in header.finditer(self.text)]
        return self.lines[table][number] if number < len(self.lines[table]) else 1

    def fail(self, line: int, message: str) -> None:
        self.errors.append(f"{self.path}:{line}: {message}")


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
        reader, data = _read(path, content)
        if data is not None:
            source = _source(reader, data)
            sources.append(source)
            names += _names(reader, data)
            claims += _claims(reader, data, source)
        errors += reader.errors
    errors += _duplicates(claims, sources)
    if not errors and not claims:
        errors.append(f"{files[0]}:1: holds no [[claim]]; add one, see `factcheck claims --help`")
    if errors:
        raise ClaimsError("\n".join(errors))
    return Claims(tuple(claims), tuple(names), tuple(sources), digest)


def _read(path: Path, content: bytes | OSError) -> tuple[_Reader, dict[str, Any] | None]:
    import tomllib

    if isinstance(content, OSError):
        reader = _Reader(path, "")
        reader.fail(1, f"cannot be read: {content.strerror}")
        return reader, None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        reader = _Reader(path, "")
        reader.fail(1, f"not UTF-8 at byte {error.start}; save the file as UTF-8")
        return reader, None
    reader = _Reader(path, text)
    try:
        return reader, tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        reader.fail(int(found[1]) if found else text.count("\n") + 1, f"not valid TOML: {error}")
    except (RecursionError, ValueError):  # of numbers with thousands of digits Python makes none
        reader.fail(1, "TOML that is nested too deep, or holds too long a number, to be read")
    return reader, None


def _check_keys(reader: _Reader, line: int, what: str, table: dict[str, Any], known: set[str]) -> None:
    for key in table.keys() - known:
        close = _closest(key, known)
        hint = f"; did you mean {close!r}?" if close else f"; known keys are {', '.join(sorted(known))}"
        reader.fail(line, f"{what}: unknown key {key!r}{hint}")


def _closest(key: str, known: set[str]) -> str:
    from difflib import get_close_matches

    return next(iter(get_close_matches(key, known, 1, 0.6)), "")


def _text(reader: _Reader, line: int, what: str, table: dict[str, Any], key: str, default: str | None = None) -> str:
    """Return a text of a table; an absent one without default, an empty one and one of another type are errors."""
    value = table.get(key, default)
    if value is None:
        reader.fail(line, f"{what}: {key!r} is missing")
    elif not isinstance(value, str):
        reader.fail(line, f"{what}: {key!r} must be a text in quotes")
    elif not value.strip() and key in table:
        reader.fail(line, f"{what}: {key!r} is empty")
    else:
        return value
    return ""


def _texts(reader: _Reader, line: int, what: str, table: dict[str, Any], key: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        reader.fail(line, f"{what}: {key!r} must be a list of texts")
        return ()
    if any(not item.strip() for item in value):
        reader.fail(line, f"{what}: {key!r} holds an empty text")
    return tuple(value)


def _source(reader: _Reader, data: dict[str, Any]) -> Source:
    _check_keys(reader, 1, "top level", data, _TOP)
    if data.get("schema") != 1:
        reader.fail(1, "schema must be 1")
    table = data.get("source")
    line = reader.line("source", 0)
    if not isinstance(table, dict):
        reader.fail(1, "[source] is missing; it needs id and title")
        return Source("", "")
    _check_keys(reader, line, "[source]", table, _SOURCE)
    rest = {
        key: str(table[key]) if key == "published" else _text(reader, line, "[source]", table, key)
        for key in sorted(_SOURCE - {"id", "title"})
        if key in table
    }
    source = Source(
        _text(reader, line, "[source]", table, "id"), _text(reader, line, "[source]", table, "title"), **rest
    )
    if source.id and not _KEBAB.match(source.id):
        reader.fail(line, f"[source]: id {source.id!r} must be kebab-case: small letters, digits and hyphens")
    return source


def _tables(reader: _Reader, data: dict[str, Any], key: str) -> list[dict[str, Any]]:
    tables = data.get(key, [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        reader.fail(reader.line(key, 0), f"{key} must be written as [[{key}]]")
        return []
    return tables


def _names(reader: _Reader, data: dict[str, Any]) -> list[Name]:
    found = []
    for number, table in enumerate(_tables(reader, data, "name")):
        line = reader.line("name", number)
        what = f"name {table.get('name', number + 1)!r}"
        _check_keys(reader, line, what, table, _NAME)
        kind = _text(reader, line, what, table, "kind", "other")
        if kind not in KINDS:
            reader.fail(line, f"{what}: kind {kind!r} must be one of {', '.join(KINDS)}")
        found.append(Name(_text(reader, line, what, table, "name"), kind, _texts(reader, line, what, table, "also")))
    return found


def _claims(reader: _Reader, data: dict[str, Any], source: Source) -> list[Claim]:
    return [
        _claim(reader, table, source, reader.line("claim", number), number)
        for number, table in enumerate(_tables(reader, data, "claim"))
    ]


def _claim(reader: _Reader, table: dict[str, Any], source: Source, line: int, number: int) -> Claim:
    what = f"claim {table.get('id', number + 1)!r}"
    _check_keys(reader, line, what, table, _CLAIM)
    id_ = _text(reader, line, what, table, "id")
    if id_ and not _KEBAB.match(id_):
        reader.fail(line, f"{what}: id must be kebab-case: small letters, digits and hyphens")
    excerpt = _text(reader, line, what, table, "excerpt")
    if len(excerpt) > LONGEST_EXCERPT:
        reader.fail(line, f"{what}: the excerpt has {len(excerpt)} characters; quote at most {LONGEST_EXCERPT}")
    rating = _text(reader, line, what, table, "rating", "true")
    if rating not in RATINGS:
        reader.fail(line, f'{what}: rating must be "true" or "false"')
    at = table.get("at", -1)
    if not isinstance(at, int) or isinstance(at, bool) or ("at" in table and at < 0):
        reader.fail(line, f"{what}: 'at' must be a whole number, the offset of the excerpt in the source")
        at = -1
    tests = table.get("tests", {})
    if not isinstance(tests, dict):
        reader.fail(line, f"{what}: tests must be written as [claim.tests]")
        tests = {}
    _check_keys(reader, line, f"{what} tests", tests, _TESTS)
    wordings = {key: _texts(reader, line, what, table, key) for key in ("also", "wrong")}
    rows = {key: _texts(reader, line, f"{what} tests", tests, key) for key in sorted(_TESTS)}
    statement = _text(reader, line, what, table, "statement")
    return Claim(
        id_, statement, excerpt, source, at, rating=rating, path=str(reader.path), line=line, **wordings, **rows
    )


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
