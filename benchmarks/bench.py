"""Time a check of one claim against `python -c pass`, and the sentences a second in a stream; prints a small table.

    python benchmarks/bench.py [runs]

The processes are timed in turn, so that what else the machine does falls on all alike; the first run has an empty
cache and compiles everything, if the package does not come with it.
"""

from __future__ import annotations

import itertools
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

RUNS = 21
COLD_RUNS = 3
STREAM = 2000  # sentences
CLAIM = "Algeria and Tunisia signed a defence agreement in Algiers on 7 October 2025."

NAMES = ("Algeria", "Tunisia", "The Tunisian minister", "The Algerian army", "Khaled Shili", "General Chengriha")
DATES = ("on 7 October 2025", "in October 2025", "on Tuesday", "in 2001", "earlier this year", "by 2027")
FIGURES = ("965 kilometres", "1,034 km", "$25 billion", "2 percent of GDP", "140 aircraft", "half a million men")
SENTENCES = (
    "{name} signed a new defence agreement {date}.",
    "{name} did not sign any agreement {date}.",
    "The agreement was signed in Tunis, not in Algiers, {date}.",
    "According to {name}, the border is {figure} long.",
    "The two neighbours share a border of more than {figure}.",
    "{name} spends {figure} on its armed forces.",
    "The pact replaces an accord that was concluded {date}.",
    "A joint military commission met {date} and will meet again next year.",
    "{name} called the pact a milestone in the relations of the two countries.",
    "The accord covers training, joint exercises and the exchange of intelligence.",
    "Smuggling and terrorism along the border worry both governments.",
    "{name} rejected the idea of a common army.",
    "Military spending rose to {figure} {date}.",
    "Military spending fell by {figure} {date}.",
    "Observers see the agreement as a response to the instability in the Sahel.",
    "The agreement obliges {name} to station troops abroad.",
    "Only {name} may end the agreement, and only {date}.",
    "All of the working groups finished their reports {date}.",
    "Most of the smuggled fuel crosses the mountains of Kasserine.",
    "{name} visited the capital {date} and met the head of the army.",
    "The head of the army visited {name} {date}.",
    "France was not a party to the talks, which ended {date}.",
    "Libya joined the agreement {date}.",
    "If the talks fail, {name} will look for other partners.",
    "{name} has {figure}, more than any of its neighbours.",
    "Fewer than {figure} were bought from Russia {date}.",
    "The text of the agreement was published in full {date}.",
    "Nobody has published the text of the agreement.",
    "It builds upon a framework of cooperation that dates back two decades.",
    "The minister, who arrived {date}, praised the progress made since the last session.",
    "Before the signing, both delegations held working sessions on mutual defence.",
    "{name} wants to protect its gas pipelines with {figure}.",
    "Patrols on both sides of the frontier are coordinated from one headquarters.",
    "There is no headquarters from which patrols could be coordinated.",
    "Has {name} ever agreed to such a plan?",
    "The deal should have been signed much earlier, critics said {date}.",
    "Trade between the two countries was worth {figure} {date}.",
    "{name} and Morocco have been rivals for decades.",
    "An expert warned that the smaller partner may come to depend on the larger one.",
    "Ties between the two armies are closer than ever, {name} said {date}.",
)


def stream(count: int) -> Iterator[str]:
    """Yield sentences of varied names, dates and figures."""
    for number, sentence in enumerate(itertools.islice(itertools.cycle(SENTENCES), count)):
        turn = number // len(SENTENCES)
        date, figure = DATES[(turn + number) % len(DATES)], FIGURES[(turn * 5 + number) % len(FIGURES)]
        yield sentence.format(name=NAMES[turn % len(NAMES)], date=date, figure=figure)


def command() -> list[str]:
    """Return what starts factcheck: the script beside this Python, else the module."""
    script = Path(sys.executable).with_name("factcheck")
    return [str(script)] if script.exists() else [sys.executable, "-m", "factcheck"]


def seconds(arguments: Sequence[str], cache: str = "") -> float:
    """Return how long a process takes."""
    environment = {**os.environ, "FACTCHECK_CACHE": cache} if cache else None
    start = time.perf_counter()
    subprocess.run(arguments, env=environment, stdout=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def startup(runs: int) -> dict[str, float]:
    """Return the median times of the processes, run in turn."""
    processes = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "factcheck --version": [*command(), "--version"],
        "factcheck CLAIM": [*command(), CLAIM],
    }
    for arguments in processes.values():
        seconds(arguments)
    times: dict[str, list[float]] = {name: [] for name in processes}
    for _ in range(runs):
        for name, arguments in processes.items():
            times[name].append(seconds(arguments))
    medians = {name: statistics.median(found) for name, found in times.items()}
    return medians | {"factcheck CLAIM, first run": statistics.median(first_run() for _ in range(COLD_RUNS))}


def first_run() -> float:
    """Return how long a claim takes with an empty cache."""
    with tempfile.TemporaryDirectory() as cache:
        return seconds([*command(), CLAIM], cache)


def throughput(count: int) -> float:
    """Return the sentences a second that one process checks, once it is warm."""
    from factcheck import Claims
    from factcheck.check import check_sentences
    from factcheck.sentences import Sentence

    claims = Claims.load()
    sentences = [Sentence(text, 0, len(text)) for text in stream(count)]
    for _ in check_sentences(sentences[: len(SENTENCES)], claims):
        pass
    start = time.perf_counter()
    checked = sum(1 for _ in check_sentences(sentences, claims))
    return checked / (time.perf_counter() - start)


def main() -> None:
    """Print the table."""
    times = startup(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS)
    bare = times["python -c pass"]
    print(f"{'process':28}{'ms':>8}{'times python':>14}")
    for name, found in times.items():
        print(f"{name:28}{1000 * found:8.0f}{found / bare:14.1f}")
    print(f"\n{STREAM} sentences in one process: {throughput(STREAM):.0f} a second")


if __name__ == "__main__":
    main()
