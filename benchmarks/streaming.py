"""Measure the memory that checking a stream takes, by the length of the stream; prints a small table.

    python benchmarks/streaming.py [megabytes ...]

The same text is piped into a process that only finds its sentences, and into `factcheck --against` a text of two sentences;
then into the latter a text in which each sentence has a word of its own, which fills every cache to its bound. Memory is the
most that a process ever had in use, as the operating system counts it. Needs os.wait4.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import IO

from bench import command, stream

SIZES = (1, 5, 20)  # megabytes
SOURCE = "The pier is made of oak. It was built by Karl Lund in 1901.\n"
PARAGRAPH = 8  # sentences
BATCH = 4000  # sentences that are written at a time
SYLLABLES = [f"{consonant}{vowel}" for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]
MEGABYTE = 1_000_000


def word(number: int) -> str:
    """Return a word that no text has, another one for each number."""
    syllables: list[str] = []
    while number or not syllables:
        number, at = divmod(number, len(SYLLABLES))
        syllables.append(SYLLABLES[at])
    return "".join(syllables)


def text(size: int, new_words: bool) -> Iterator[bytes]:
    """Yield wrapped paragraphs of varied sentences up to a size in bytes, with numbers or new words so that no two are alike."""
    written = 0
    for batch in count():
        marks = range(batch * BATCH, (batch + 1) * BATCH)
        cases = (f"the {word(mark)}ic case" if new_words else f"case {mark}" for mark in marks)
        sentences = [f"In {case}, {sentence}" for case, sentence in zip(cases, stream(BATCH), strict=True)]
        paragraphs = [sentences[at : at + PARAGRAPH] for at in range(0, BATCH, PARAGRAPH)]
        piece = "".join("\n".join(paragraph) + "\n\n" for paragraph in paragraphs).encode()
        yield piece[: size - written]
        written += len(piece)
        if written >= size:
            return


def feed(size: int, new_words: bool, target: IO[bytes]) -> None:
    """Write the text and close the pipe."""
    with target:
        for piece in text(size, new_words):
            target.write(piece)


def measure(size: int, new_words: bool, arguments: Sequence[str]) -> tuple[int, float, float]:
    """Return how many lines a process prints for a stream, how long it takes, and how much memory in megabytes."""
    start = time.perf_counter()
    process = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin
    assert process.stdout
    threading.Thread(target=feed, args=(size, new_words, process.stdin)).start()
    with process.stdout as results:
        printed = sum(1 for _ in results)
    _, _, used = os.wait4(process.pid, 0)
    unit = 1 if sys.platform == "darwin" else 1024  # of ru_maxrss
    return printed, time.perf_counter() - start, used.ru_maxrss * unit / MEGABYTE


def read() -> None:
    """Print a line for each sentence on standard input."""
    from factcheck import documents, terminal

    for _ in documents.read_sentences(documents.from_pieces(terminal.read_stdin(), "<stdin>")):
        sys.stdout.write("\n")


def main() -> None:
    """Print the table."""
    if sys.argv[1:] == ["--read"]:
        return read()
    print(f"{'process':24}{'megabytes':>10}{'sentences':>12}{'seconds':>10}{'peak memory, MB':>18}")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "source.txt")
        source.write_text(SOURCE, "utf-8")
        checking = [*command(), "--against", str(source), "--format", "jsonl"]
        processes = {
            "reading alone": (False, [sys.executable, __file__, "--read"]),
            "factcheck --against": (False, checking),
            "the same, new words": (True, checking),
        }
        for name, (new_words, arguments) in processes.items():
            for size in map(int, sys.argv[1:] or SIZES):
                answered, seconds, memory = measure(size * MEGABYTE, new_words, arguments)
                print(f"{name:24}{size:10}{answered:12,}{seconds:10.0f}{memory:18.0f}", flush=True)
    return None


if __name__ == "__main__":
    main()
