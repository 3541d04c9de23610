"""Measure how many figures are read right, on labelled texts in the form of the specifications of Recognizers-Text.

    python benchmarks/quantities.py FILE.jsonl [--mistakes]

Each line is {"text", "model", "expected": [{"start", "end", "value": {"value", "unit"}}]}, `end` inclusive; the models are Number,
Percent, Currency, Age, Dimension and Temperature. A text is right where each expected figure is found in its place with its value
in its unit, and no other figure of the model's kind is found. A figure that is a unit without a number ("dollar") and a power
("2.5^-1") are out of scope; the texts that have one are counted apart.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter
from typing import Any

from factcheck.details import quantities
from factcheck.details.measures import Quantity
from factcheck.tokens import tokenize

KINDS = {
    "Percent": ("share",),
    "Currency": ("money",),
    "Age": (),
    "Temperature": ("temperature",),
    "Dimension": ("length", "mass", "volume", "area", "speed", "information"),
    "Number": ("count",),
}  # the kinds of figure that must not be found where none is expected
UNITS = {"C": "celsius", "F": "fahrenheit", "Degree": "degrees", "Pence": "pence"}
WEIGHTS = {"Pound": "lb"}
Found = tuple[Quantity, int, int]


def found_in(text: str) -> list[Found]:
    """Return the figures of a text with their spans, the end exclusive."""
    tokens = tokenize(text)
    return [(each, tokens[each.first].start, tokens[each.last - 1].end) for each in quantities.find(tokens)]


def has_no_number(figure: dict[str, Any]) -> bool:
    """Tell whether an expected figure is a unit alone, or a power."""
    return figure["value"].get("value") is None or "^" in figure["text"]


def expected_value(figure: dict[str, Any]) -> tuple[float, str]:
    """Return an expected value in the base unit of its dimension, and the dimension, "" for a plain number."""
    value, unit = figure["value"]["value"], figure["value"].get("unit")
    if value.endswith("%"):
        return float(value[:-1]), "share"
    if not unit:
        return float(value), ""
    unit = WEIGHTS.get(unit, unit) if figure["value"].get("subtype") == "Weight" else UNITS.get(unit, unit.lower())
    read = quantities.find(tokenize(f"{value} {unit}"))
    return (read[0].low, read[0].dimension) if len(read) == 1 else (float(value), "unknown")


def value_of(quantity: Quantity, dimension: str) -> float:
    """Return the value of a found figure, as a plain number where that is expected."""
    if dimension:
        return quantity.low
    return quantity.low / 100 if quantity.fraction else quantities.number_of(quantity)


def is_right(figure: dict[str, Any], found: Found) -> bool:
    """Tell whether a found figure is the expected one: in its place, of its dimension, with its value."""
    quantity, start, end = found
    value, dimension = expected_value(figure)
    if not (start <= figure["end"] and figure["start"] < end) or (dimension and quantity.dimension != dimension):
        return False
    return quantity.low == quantity.high and math.isclose(value_of(quantity, dimension), value, rel_tol=1e-6)


def check(row: dict[str, Any]) -> bool:
    """Tell whether all expected figures of a text are found, and no other of the kind."""
    left = found_in(row["text"])
    for figure in row["expected"]:
        match = next((each for each in left if is_right(figure, each)), None)
        if match is None:
            return False
        left.remove(match)
    kinds = KINDS[row["model"].removesuffix("Model")]
    return not any(quantity.dimension.partition(":")[0] in kinds for quantity, _, _ in left)


def shown(row: dict[str, Any]) -> str:
    """Return a text with what was expected and what was found in it."""
    wanted = [(figure["text"], figure["value"].get("value"), figure["value"].get("unit")) for figure in row["expected"]]
    found = [
        (row["text"][start:end], each.low, each.unit or each.dimension) for each, start, end in found_in(row["text"])
    ]
    return f"{row['text'][:150]!r}\n    expected {wanted}\n    found    {found}"


def main() -> None:
    """Score a file and print a line for each model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labelled")
    parser.add_argument("--mistakes", action="store_true", help="print each text that is not read right")
    arguments = parser.parse_args()
    with open(arguments.labelled, encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    totals, right, beyond = Counter[str](), Counter[str](), Counter[str]()
    for row in rows:
        totals[row["model"]] += 1
        if any(has_no_number(figure) for figure in row["expected"]):
            beyond[row["model"]] += 1
        elif check(row):
            right[row["model"]] += 1
        elif arguments.mistakes:
            print(row["model"], shown(row))
    for model in [*totals, None]:
        texts, fine, out = ((each[model] if model else sum(each.values())) for each in (totals, right, beyond))
        print(f"{model or 'all':20} {texts:4} texts  {fine:4} right  {out:2} out of scope  {fine / texts:.3f} of all")


if __name__ == "__main__":
    main()
