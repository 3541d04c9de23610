"""Sources, names and claims: load them from TOML and refuse what is wrong with errors that name the place."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck import cache
from factcheck.claims_file import ClaimsFile, Table
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
    """One claim with the verbatim excerpt that settles it; `at` is where the excerpt starts in the source, or -1.

    `path` is the file that it is in, "" where there is none, `line` where it begins there, `excerpt_line` where the excerpt does.
    """

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
    excerpt_line: int = 0


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
        file, data = _read(path, content)
        if data is not None:
            source = _source(file, data)
            sources.append(source)
            names += _names(file, data)
            claims += (_claim(table, source) for table in file.tables(data, "claim"))
        errors += file.errors
    errors += _duplicates(claims, sources)
    if not errors and not claims:
        errors.append(f"{files[0]}:1: holds no [[claim]]; add one, see `factcheck claims --help`")
    if errors:
        raise ClaimsError("\n".join(errors))
    return Claims(tuple(claims), tuple(names), tuple(sources), digest)


def _read(path: Path, content: bytes | OSError) -> tuple[ClaimsFile, dict[str, Any] | None]:
    import tomllib

    if isinstance(content, OSError):
        file = ClaimsFile(path, "")
        file.fail(1, f"cannot be read: {content.strerror}")
        return file, None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        file = ClaimsFile(path, "")
        file.fail(content.count(b"\n", 0, error.start) + 1, f"not UTF-8 at byte {error.start}; save the file as UTF-8")
        return file, None
    file = ClaimsFile(path, text)
    try:
        return file, tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        file.fail(int(found[1]) if found else text.count("\n") + 1, f"not valid TOML: {error}")
    except (RecursionError, ValueError):  # of numbers with thousands of digits Python makes none
        file.fail(1, "TOML that is nested too deep, or holds too long a number, to be read")
    return file, None


def _source(file: ClaimsFile, data: dict[str, Any]) -> Source:
    top = file.top(data)
    top.refuse_unknown(_TOP)
    if data.get("schema") != 1:
        file.fail(top.line("schema") if "schema" in data else 1, "schema must be 1")
    values = data.get("source")
    if not isinstance(values, dict):
        file.fail(top.line("source") if "source" in data else 1, "[source] is missing; it needs id and title")
        return Source("", "")
    table = file.table(values, "source")
    table.refuse_unknown(_SOURCE)
    rest = {
        key: str(values[key]) if key == "published" else table.text(key)
        for key in sorted(_SOURCE - {"id", "title"})
        if key in values
    }
    source = Source(table.text("id"), table.text("title"), **rest)
    if source.id and not _KEBAB.match(source.id):
        table.fail(f"id {source.id!r} must be kebab-case: small letters, digits and hyphens", "id")
    return source


def _names(file: ClaimsFile, data: dict[str, Any]) -> list[Name]:
    found = []
    for table in file.tables(data, "name"):
        table.refuse_unknown(_NAME)
        kind = table.text("kind", "other")
        if kind not in KINDS:
            table.fail(f"kind {kind!r} must be one of {', '.join(KINDS)}", "kind")
        found.append(Name(table.text("name"), kind, table.texts("also")))
    return found


def _claim(table: Table, source: Source) -> Claim:
    table.refuse_unknown(_CLAIM)
    id_ = table.text("id")
    if id_ and not _KEBAB.match(id_):
        table.fail("id must be kebab-case: small letters, digits and hyphens", "id")
    excerpt = table.text("excerpt")
    if len(excerpt) > LONGEST_EXCERPT:
        table.fail(f"the excerpt has {len(excerpt)} characters; quote at most {LONGEST_EXCERPT}", "excerpt")
    rating = table.text("rating", "true")
    if rating not in RATINGS:
        table.fail('rating must be "true" or "false"', "rating")
    tests = table.part("tests", "[claim.tests]")
    tests.refuse_unknown(_TESTS)
    wordings = {key: table.texts(key) for key in ("also", "wrong")}
    rows = {key: tests.texts(key) for key in sorted(_TESTS)}
    return Claim(
        id_,
        table.text("statement"),
        excerpt,
        source,
        _at(table),
        rating=rating,
        path=str(table.file.path),
        line=table.line(),
        excerpt_line=table.line("excerpt"),
        **wordings,
        **rows,
    )


def _at(table: Table) -> int:
    """Return where an excerpt starts in the source, -1 where that is not said."""
    at = table.values.get("at", -1)
    if isinstance(at, int) and not isinstance(at, bool) and (at >= 0 or "at" not in table.values):
        return at
    table.fail("'at' must be a whole number, the offset of the excerpt in the source", "at")
    return -1


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
