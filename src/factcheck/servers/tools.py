"""The tools that an agent gets: what each is for, and what it takes and gives, in JSON. They take text and read no file."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from factcheck import __version__, claim_text, documents, inputs
from factcheck.check import check_sentences
from factcheck.database import RATINGS, Claim, Claims, Source
from factcheck.documents import DocumentError
from factcheck.reports import Run, json_report
from factcheck.reports.visible import visible
from factcheck.searching import MOST, search
from factcheck.servers.reading import LONGEST

Json = dict[str, Any]

LONGEST_TEXT = 10_000  # characters, about 70 sentences; the answer is ten times as long, and an agent reads all of it
MOST_SENTENCES = 200  # in it, or lines; short ones make long answers
LONGEST_QUERY = 1_000
_LONGEST_ERROR = 300


class ToolError(Exception):
    """A call that cannot be answered; str() says why and what to do about it."""


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool: its name, what an agent reads of it, the JSON Schemas of what it takes and gives, and what it does."""

    name: str
    title: str
    description: str
    takes: Json
    gives: Json
    call: Callable[[Claims, Json], Json]


def answer(tool: Tool, claims: Claims, arguments: Mapping[str, Any]) -> Json:
    """Call a tool. Raises ToolError, which tells all that is wrong with the arguments."""
    wrong = [_mistake(error) for error in Draft202012Validator(tool.takes).iter_errors(arguments)]
    if wrong:
        raise ToolError("\n".join(wrong))
    return tool.call(claims, dict(arguments))


def _mistake(error: ValidationError) -> str:
    """Say in one line what is wrong with an argument; texts, which may be long, are not repeated."""
    where = "".join(f"{part}: " for part in error.path)
    if error.validator == "maxLength":
        return f"{where}has {len(error.instance):,} characters; at most {error.validator_value:,} are taken at a time"
    return visible(f"{where}{error.message}")[:_LONGEST_ERROR]


def _check_text(claims: Claims, arguments: Json) -> Json:
    """Check a text and return the report of `--format json`."""
    name = "<text>.md" if arguments.get("markdown") else "<text>"
    try:
        document = documents.from_text(arguments["text"], name)
        sentences = list(inputs.sentences((document,), arguments.get("split", "sentences")))
    except DocumentError as error:
        raise ToolError(str(error)) from error
    if len(sentences) > MOST_SENTENCES:
        raise ToolError(f"{name}: holds {len(sentences):,} sentences; at most {MOST_SENTENCES} are taken at a time")
    for sentence in sentences:
        if len(sentence.text) > LONGEST:
            begins = f"{name}:{sentence.line}:{sentence.column}: a sentence of {len(sentence.text):,} characters"
            raise ToolError(f"{begins}; at most {LONGEST:,} are taken, so divide it or leave it out")
    run = Run(__version__, len(claims.claims), tuple(claims.sources))
    return json_report.document(check_sentences(sentences, claims), run)


def _search_claims(claims: Claims, arguments: Json) -> Json:
    """Return the claims that a query shares most with."""
    found = search(arguments["query"], claims, arguments.get("limit", MOST))
    return {"claims": [{**_outline(near.claim), "similarity": near.similarity} for near in found]}


def _get_claim(claims: Claims, arguments: Json) -> Json:
    """Return everything about a claim but the sentences that test it and where its file is."""
    for claim in claims.claims:
        if claim.id == arguments["id"]:
            wordings = {"also": list(claim.also), "wrong": list(claim.wrong)}
            return {**_outline(claim), "rating": claim.rating, **wordings, "source": dict(_source(claim.source))}
    raise ToolError(claim_text.no_such_claim(visible(arguments["id"]), [claim.id for claim in claims.claims]))


def _outline(claim: Claim) -> Json:
    return {"id": claim.id, "statement": claim.statement, "excerpt": claim.excerpt}


def _source(source: Source) -> Iterator[tuple[str, str]]:
    """Yield what is known of a source."""
    for key in ("id", "title", "publisher", "author", "published", "url", "language"):
        if value := getattr(source, key):
            yield key, value


def _report() -> Json:
    """Return the JSON Schema of a report, which ships with the package."""
    schema: Json = json.loads(files("factcheck.reports").joinpath("report.schema.json").read_text("utf-8"))
    return schema


def _object(required: Collection[str], **properties: Json) -> Json:
    """Return the schema of an object that has these properties and no others."""
    return {"type": "object", "properties": properties, "required": list(required), "additionalProperties": False}


def _text(description: str, longest: int) -> Json:
    return {"type": "string", "minLength": 1, "maxLength": longest, "description": description}


_STRING = {"type": "string"}
_STRINGS = {"type": "array", "items": _STRING}
_OUTLINE = {
    "id": _STRING,
    "statement": {**_STRING, "description": "The claim in the curator's words."},
    "excerpt": {**_STRING, "description": "The words of the source that settle it."},
}
_SIMILARITY = {
    "type": "number",
    "minimum": 0,
    "maximum": 100,
    "description": "How like the query the claim is worded; a high number does not mean that it agrees.",
}

TOOLS = (
    Tool(
        "check_text",
        "Check a text",
        "Check the sentences of a text against a database of claims. Each gets a verdict: SUPPORTED (the source states "
        "it), REFUTED (the source states otherwise) or NOT ENOUGH INFO (the claims do not settle it), with the reason, "
        "the claim, the excerpt of the source and the details compared. A verdict says what the source states, not "
        "what is true. English only; each sentence is read by itself, so replace pronouns by what they stand for.",
        _object(
            ("text",),
            text=_text("The text itself, not the path of a file.", LONGEST_TEXT),
            markdown={
                "type": "boolean",
                "default": False,
                "description": "The text is Markdown, in which headings, code and link targets are not checked.",
            },
            split={
                "enum": ["sentences", "lines"],
                "default": "sentences",
                "description": "What is checked as one. With lines, each line that is not empty gets one result.",
            },
        ),
        _report(),
        _check_text,
    ),
    Tool(
        "search_claims",
        "Search the claims",
        "Find the claims of the database that share most with a query, the nearest first. Search before you write on a "
        "subject, or to see what is there where a verdict is NOT ENOUGH INFO.",
        _object(
            ("query",),
            query=_text("A sentence or some words.", LONGEST_QUERY),
            limit={"type": "integer", "minimum": 1, "maximum": MOST, "default": MOST},
        ),
        _object(
            ("claims",),
            claims={"type": "array", "items": _object((*_OUTLINE, "similarity"), **_OUTLINE, similarity=_SIMILARITY)},
        ),
        _search_claims,
    ),
    Tool(
        "get_claim",
        "Get a claim",
        "Get a claim with its excerpt, its source, other wordings of it (also) and known misstatements (wrong). Where "
        'rating is "false", the source calls the statement itself untrue.',
        _object(("id",), id=_text("The id of a claim, as other tools give it.", LONGEST_QUERY)),
        _object(
            (*_OUTLINE, "rating", "also", "wrong", "source"),
            **_OUTLINE,
            rating={"enum": list(RATINGS)},
            also=_STRINGS,
            wrong=_STRINGS,
            source={
                "type": "object",
                "required": ["id", "title"],
                "additionalProperties": _STRING,
                "description": "What is known of the source, such as its title, publisher and address.",
            },
        ),
        _get_claim,
    ),
)
